//! Network addresses.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::verdict::Verdict;

/// `ipv4-public`: IPv4 address that leads to somebody on the internet (IANA special-purpose address registry).
///
/// Private, loopback, link-local, shared, documentation, benchmark, multicast and reserved ranges are invalid.
pub(crate) fn ipv4_public(text: &str) -> Verdict {
    Verdict::checked(text.trim().parse().is_ok_and(is_public_v4))
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    !matches!(
        address.octets(),
        [0 | 10 | 127 | 224..=255, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 168, ..]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
    )
}

/// `ipv6-public`: IPv6 address that leads to somebody on the internet (IANA special-purpose address registry).
///
/// Only global unicast (`2000::/3`) counts, without documentation (`2001:db8::/32`, `3fff::/20`) and protocol ranges
/// (`2001::/23`); an address that embeds IPv4 (`::ffff:0:0/96`) counts when the embedded one does.
pub(crate) fn ipv6_public(text: &str) -> Verdict {
    Verdict::checked(text.trim().parse().is_ok_and(is_public_v6))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(embedded) = address.to_ipv4_mapped() {
        return is_public_v4(embedded);
    }
    let [first, second, ..] = address.segments();
    let documentation = (first, second) == (0x2001, 0xdb8) || (first == 0x3fff && second < 0x1000);
    let protocol = first == 0x2001 && second < 0x200;
    (0x2000..=0x3fff).contains(&first) && !documentation && !protocol
}

/// `mac`: hardware address of a network card, IEEE 802 (EUI-48).
///
/// Six pairs of hexadecimal digits with `:` or `-`, or three groups of four with dots. All zeros, broadcast, multicast
/// and the documentation range 00-00-5E-00-53 (RFC 7042) are invalid.
pub(crate) fn mac(text: &str) -> Verdict {
    let text = text.trim();
    let octets = pairs(text, ':').or_else(|| pairs(text, '-')).or_else(|| dotted(text));
    Verdict::checked(
        octets.is_some_and(|octets| {
            octets != [0; 6] && octets[0] & 1 == 0 && octets[..5] != [0x00, 0x00, 0x5e, 0x00, 0x53]
        }),
    )
}

fn pairs(text: &str, separator: char) -> Option<[u8; 6]> {
    let mut octets = [0; 6];
    let mut parts = text.split(separator);
    for octet in &mut octets {
        *octet = hexadecimal(parts.next()?, 2)? as u8;
    }
    parts.next().is_none().then_some(octets)
}

fn dotted(text: &str) -> Option<[u8; 6]> {
    let mut octets = [0; 6];
    let mut parts = text.split('.');
    for pair in octets.chunks_exact_mut(2) {
        pair.copy_from_slice(&hexadecimal(parts.next()?, 4)?.to_be_bytes());
    }
    parts.next().is_none().then_some(octets)
}

fn hexadecimal(part: &str, len: usize) -> Option<u16> {
    let fits = part.len() == len && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then(|| u16::from_str_radix(part, 16).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_v4_addresses_count() {
        for text in ["8.8.8.8", "91.65.3.7", "172.32.0.1", "100.63.0.1", "223.255.255.254"] {
            assert_eq!(ipv4_public(text), Verdict::Valid, "{text}");
        }
        for text in [
            "10.1.2.3",
            "172.16.0.1",
            "192.168.178.1",
            "127.0.0.1",
            "192.0.2.7",
            "198.51.100.7",
            "203.0.113.7",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "169.254.1.1",
            "1.2.3",
            "1.2.3.4.5",
            "256.1.1.1",
            "8.8.8.08",
            "",
        ] {
            assert_eq!(ipv4_public(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn only_public_v6_addresses_count() {
        for text in ["2003:e1:9f00::1", "2a02:8108:1::7", "::ffff:8.8.8.8"] {
            assert_eq!(ipv6_public(text), Verdict::Valid, "{text}");
        }
        for text in [
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "2001:db8::1",
            "3fff:1::1",
            "ff02::1",
            "::ffff:10.0.0.1",
            "12:34",
            "2001::1",
        ] {
            assert_eq!(ipv6_public(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn hardware_addresses_in_three_spellings() {
        for text in ["3C:22:FB:01:02:03", "3c-22-fb-01-02-03", "3c22.fb01.0203"] {
            assert_eq!(mac(text), Verdict::Valid, "{text}");
        }
        for text in [
            "00:00:00:00:00:00",
            "ff:ff:ff:ff:ff:ff",
            "00-00-5E-00-53-01",
            "01:00:5e:00:00:01",
            "3C:22-FB:01:02:03",
            "3C:22:FB:01:02",
            "3C:22:FB:01:02:0G",
            "3C:22:FB:01:02:03:04",
            "+C:22:FB:01:02:03",
            "",
        ] {
            assert_eq!(mac(text), Verdict::Invalid, "{text}");
        }
    }
}
