/// The bytes one permutation takes in with 256 bits of output.
const RATE: usize = 136;

/// Constants of the 24 rounds.
const ROUNDS: [u64; 24] = [
    0x0000_0000_0000_0001,
    0x0000_0000_0000_8082,
    0x8000_0000_0000_808a,
    0x8000_0000_8000_8000,
    0x0000_0000_0000_808b,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8009,
    0x0000_0000_0000_008a,
    0x0000_0000_0000_0088,
    0x0000_0000_8000_8009,
    0x0000_0000_8000_000a,
    0x0000_0000_8000_808b,
    0x8000_0000_0000_008b,
    0x8000_0000_0000_8089,
    0x8000_0000_0000_8003,
    0x8000_0000_0000_8002,
    0x8000_0000_0000_0080,
    0x0000_0000_0000_800a,
    0x8000_0000_8000_000a,
    0x8000_0000_8000_8081,
    0x8000_0000_0000_8080,
    0x0000_0000_8000_0001,
    0x8000_0000_8000_8008,
];

/// Rotation and target lane of the combined rho and pi steps, in the order lanes are visited.
const MOVES: [(u32, usize); 24] = [
    (1, 10),
    (3, 7),
    (6, 11),
    (10, 17),
    (15, 18),
    (21, 3),
    (28, 5),
    (36, 16),
    (45, 8),
    (55, 21),
    (2, 24),
    (14, 4),
    (27, 15),
    (41, 23),
    (56, 19),
    (8, 13),
    (25, 12),
    (43, 2),
    (62, 20),
    (18, 14),
    (39, 22),
    (61, 9),
    (20, 6),
    (44, 1),
];

/// Keccak-256 as Ethereum uses it (the padding of 2011, not that of SHA-3) of at most 135 bytes; what goes beyond is
/// ignored.
pub(crate) fn keccak256(message: &[u8]) -> [u8; 32] {
    let message = &message[..message.len().min(RATE - 1)];
    let mut block = [0_u8; RATE];
    block[..message.len()].copy_from_slice(message);
    block[message.len()] = 0x01;
    block[RATE - 1] |= 0x80;
    let mut lanes = [0_u64; 25];
    for (lane, bytes) in lanes.iter_mut().zip(block.chunks_exact(8)) {
        *lane = bytes.iter().rev().fold(0, |lane, &byte| lane << 8 | u64::from(byte));
    }
    for round in ROUNDS {
        permute(&mut lanes, round);
    }
    let mut digest = [0; 32];
    for (bytes, lane) in digest.chunks_exact_mut(8).zip(lanes) {
        bytes.copy_from_slice(&lane.to_le_bytes());
    }
    digest
}

/// One round: theta, rho and pi, chi, iota.
fn permute(lanes: &mut [u64; 25], round: u64) {
    let mut columns = [0_u64; 5];
    for (index, lane) in lanes.iter().enumerate() {
        columns[index % 5] ^= lane;
    }
    for (index, lane) in lanes.iter_mut().enumerate() {
        *lane ^= columns[(index + 4) % 5] ^ columns[(index + 1) % 5].rotate_left(1);
    }
    let mut carried = lanes[1];
    for (rotation, target) in MOVES {
        carried = std::mem::replace(&mut lanes[target], carried.rotate_left(rotation));
    }
    for row in lanes.chunks_exact_mut(5) {
        let before = [row[0], row[1], row[2], row[3], row[4]];
        for (index, lane) in row.iter_mut().enumerate() {
            *lane ^= !before[(index + 1) % 5] & before[(index + 2) % 5];
        }
    }
    lanes[0] ^= round;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_vectors() {
        assert_eq!(keccak256(b"")[..8], 0xc5d2_4601_86f7_233c_u64.to_be_bytes());
        assert_eq!(keccak256(b"")[24..], 0x7bfa_d804_5d85_a470_u64.to_be_bytes());
        assert_eq!(keccak256(b"abc")[..8], 0x4e03_657a_ea45_a94f_u64.to_be_bytes());
        assert_eq!(keccak256(b"abc")[24..], 0xec44_f58f_a12d_6c45_u64.to_be_bytes());
    }
}
