//! A read-only hash table from short byte keys to postings, laid out so that it can be used straight from the bytes of
//! the program file: opening it costs nothing, however many rules went into it.

use std::borrow::Cow;
use std::collections::HashMap;

/// Flags and postings of one key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'t> {
    /// Word flags, see [`crate::lexis::flags`].
    pub(crate) flags: u32,
    /// Postings, four bytes each.
    postings: &'t [u8],
}

impl Entry<'_> {
    /// The postings in the order they were added.
    pub(crate) fn postings(&self) -> impl Iterator<Item = u32> {
        self.postings.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes))
    }
}

/// The table. Layout: a header of five `u32`, then filter, slots, entries, postings.
///
/// Keys themselves are not kept, only their 64-bit hashes: a word of a text that has the hash of another word by chance
/// is rarer than a failing memory cell, and comparing keys is what a look-up would spend its time on.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    bytes: Cow<'static, [u8]>,
    header: Header,
}

#[derive(Debug, Clone, Copy, Default)]
struct Header {
    /// Bits of the filter less one; a power of two less one.
    filter_mask: u32,
    /// Slots less one; a power of two less one.
    slot_mask: u32,
    slots_at: u32,
    entries_at: u32,
    postings_at: u32,
}

const HEADER: usize = 20;
const ENTRY: usize = 20;

/// Collects keys for a [`Table`].
#[derive(Debug, Default)]
pub(crate) struct TableBuilder {
    keys: HashMap<Vec<u8>, (u32, Vec<u32>)>,
}

impl TableBuilder {
    /// Adds one posting to a key, once.
    pub(crate) fn post(&mut self, key: &[u8], posting: u32) {
        let postings = &mut self.slot(key).1;
        if !postings.contains(&posting) {
            postings.push(posting);
        }
    }

    /// Adds word flags to a key.
    pub(crate) fn flag(&mut self, key: &[u8], flags: u32) {
        self.slot(key).0 |= flags;
    }

    fn slot(&mut self, key: &[u8]) -> &mut (u32, Vec<u32>) {
        self.keys.entry(key.to_vec()).or_default()
    }

    /// Lays the table out. The same keys give the same bytes.
    pub(crate) fn build(self) -> Table {
        let mut keys: Vec<_> = self.keys.into_iter().collect();
        keys.sort();
        let slot_count = (keys.len() * 2).next_power_of_two().max(2);
        // Eight bits a key keep the share of misses that reach the slots near one in eight.
        let filter_bits = (keys.len() * 8).next_power_of_two().max(64);
        let mut filter = vec![0u8; filter_bits / 8];
        let mut slots = vec![0u32; slot_count];
        let (mut entries, mut postings) = (Vec::<u8>::new(), Vec::<u8>::new());
        for (index, (key, (flags, list))) in keys.iter().enumerate() {
            let hash = hash(key);
            let bit = filter_bit(hash, filter_bits as u32 - 1);
            filter[bit / 8] |= 1 << (bit % 8);
            let mut slot = hash as usize & (slot_count - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slot_count - 1);
            }
            slots[slot] = (index as u32 + 1) | tag(hash);
            entries.extend(hash.to_le_bytes());
            for field in [postings.len() as u32, list.len() as u32, *flags] {
                entries.extend(field.to_le_bytes());
            }
            postings.extend(list.iter().flat_map(|posting| posting.to_le_bytes()));
        }
        let mut bytes = vec![0u8; HEADER];
        bytes.extend(filter);
        let slots_at = bytes.len() as u32;
        bytes.extend(slots.iter().flat_map(|slot| slot.to_le_bytes()));
        let entries_at = bytes.len() as u32;
        bytes.extend(entries);
        let postings_at = bytes.len() as u32;
        bytes.extend(postings);
        let fields = [filter_bits as u32 - 1, slot_count as u32 - 1, slots_at, entries_at, postings_at];
        for (to, field) in bytes.chunks_exact_mut(4).zip(fields) {
            to.copy_from_slice(&field.to_le_bytes());
        }
        Table::open(Cow::Owned(bytes))
    }
}

impl Table {
    /// Opens a table from bytes a builder laid out. Bytes that no builder made give a table that finds nothing or
    /// wrong postings, but never a panic.
    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Self {
        let field = |index: usize| read(&bytes, index * 4);
        let header = Header {
            filter_mask: field(0),
            slot_mask: field(1),
            slots_at: field(2),
            entries_at: field(3),
            postings_at: field(4),
        };
        Self { bytes, header }
    }

    /// The bytes to [`open`](Self::open) it from.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// True when no key was added.
    pub(crate) fn is_empty(&self) -> bool {
        self.header.entries_at == self.header.postings_at
    }

    /// Looks `key` up.
    #[inline]
    pub(crate) fn get(&self, key: &[u8]) -> Option<Entry<'_>> {
        let hash = hash(key);
        let bit = filter_bit(hash, self.header.filter_mask);
        if self.bytes.get(HEADER + bit / 8)? & (1 << (bit % 8)) == 0 {
            return None;
        }
        let mut slot = hash as u32 & self.header.slot_mask;
        loop {
            let found = read(&self.bytes, (self.header.slots_at + slot * 4) as usize);
            if found == 0 {
                return None;
            }
            if (found ^ tag(hash)) & TAG == 0
                && let Some(entry) = self.entry(found & !TAG, hash)
            {
                return Some(entry);
            }
            slot = (slot + 1) & self.header.slot_mask;
        }
    }

    #[inline]
    fn entry(&self, number: u32, hash: u64) -> Option<Entry<'_>> {
        let at = self.header.entries_at as usize + (number as usize).checked_sub(1)? * ENTRY;
        let fields = self.bytes.get(at..at + ENTRY)?;
        if fields[..8] != hash.to_le_bytes() {
            return None;
        }
        let postings_at = self.header.postings_at as usize + read(fields, 8) as usize;
        let postings = self.bytes.get(postings_at..postings_at + read(fields, 12) as usize * 4)?;
        Some(Entry { flags: read(fields, 16), postings })
    }
}

/// Upper bits of a slot: a piece of the hash that saves most comparisons of keys.
const TAG: u32 = 0xfe00_0000;

fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 & TAG
}

fn filter_bit(hash: u64, mask: u32) -> usize {
    ((hash >> 24) as u32 & mask) as usize
}

#[inline]
fn read(bytes: &[u8], at: usize) -> u32 {
    match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

/// Mixes eight bytes at a time. Written out because the table's bytes outlive a compiler version.
#[inline]
pub(crate) fn hash(key: &[u8]) -> u64 {
    let mut hash = key.len() as u64 ^ MIX;
    let (chunks, rest) = key.as_chunks::<8>();
    for chunk in chunks {
        hash = fold_multiply(hash ^ u64::from_le_bytes(*chunk), MIX);
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        hash = fold_multiply(hash ^ u64::from_le_bytes(last), MIX);
    }
    fold_multiply(hash, MIX)
}

/// The same for the first `len` bytes of a buffer that holds zeros behind them: no copy of the last few bytes.
#[inline]
pub(crate) fn hash_padded(chunks: &[[u8; 8]], len: usize) -> u64 {
    let mut hash = len as u64 ^ MIX;
    for chunk in chunks.iter().take(len.div_ceil(8)) {
        hash = fold_multiply(hash ^ u64::from_le_bytes(*chunk), MIX);
    }
    fold_multiply(hash, MIX)
}

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

#[inline]
fn fold_multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_added_and_nothing_else() {
        let mut builder = TableBuilder::default();
        for number in 0..5000u32 {
            let key = format!("word{number}");
            builder.post(key.as_bytes(), number);
            builder.post(key.as_bytes(), number + 1);
            builder.flag(key.as_bytes(), number % 7);
        }
        let table = builder.build();
        let reopened = Table::open(Cow::Owned(table.bytes().to_vec()));
        for number in 0..5000u32 {
            let entry = reopened.get(format!("word{number}").as_bytes()).expect("was added");
            assert_eq!(entry.postings().collect::<Vec<_>>(), [number, number + 1]);
            assert_eq!(entry.flags, number % 7);
            assert!(reopened.get(format!("wort{number}").as_bytes()).is_none());
        }
        assert!(TableBuilder::default().build().get(b"x").is_none());
    }

    #[test]
    fn both_ways_to_hash_agree() {
        for len in 0..=64 {
            let word = "abcdefghij".repeat(7)[..len].to_owned();
            assert_eq!(crate::fold::Key::of(&word).hash(), hash(word.as_bytes()), "{word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_open_without_panic(bytes: Vec<u8>, key: Vec<u8>) {
            // A damaged slot area may be full of non-zero slots; a header of zeros ends the search.
            let mut bytes = bytes;
            bytes.splice(0..0, [0u8; HEADER]);
            let table = Table::open(Cow::Owned(bytes));
            let _ = table.get(&key);
        }
    }
}
