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
    keys: HashMap<Vec<u8>, Collected>,
}

/// Flags and postings of a key.
type Collected = (u32, Vec<u32>);

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

    fn slot(&mut self, key: &[u8]) -> &mut Collected {
        self.keys.entry(key.to_vec()).or_default()
    }

    /// Lays the table out. The same keys give the same bytes.
    pub(crate) fn build(self) -> Table {
        let mut parts = Parts::default();
        for (key, (flags, list)) in self.sorted() {
            parts.add(hash(&key), flags, &list);
        }
        parts.lay_out()
    }

    /// A table with everything in `base`, and what was added here behind it. Far cheaper than collecting all of it again:
    /// the entries of `base` are taken over as they are, only their slots are dealt anew.
    pub(crate) fn build_onto(self, base: &Table) -> Table {
        if self.keys.is_empty() {
            return base.clone();
        }
        let mut parts = base.parts();
        for (key, (flags, list)) in self.sorted() {
            let hash = hash(&key);
            match base.find(hash) {
                Some((number, entry)) => parts.grow(number, &entry, flags, &list),
                None => parts.add(hash, flags, &list),
            }
        }
        parts.lay_out()
    }

    fn sorted(self) -> Vec<(Vec<u8>, Collected)> {
        let mut keys: Vec<_> = self.keys.into_iter().collect();
        keys.sort();
        keys
    }
}

/// What a table holds, before it is laid out.
#[derive(Debug, Default)]
struct Parts {
    entries: Vec<u8>,
    postings: Vec<u8>,
}

impl Parts {
    /// Adds a key that is not there yet.
    fn add(&mut self, hash: u64, flags: u32, list: &[u32]) {
        self.entries.extend(hash.to_le_bytes());
        self.entries.extend(self.fields(list.len(), flags));
        self.post(list);
    }

    /// Adds to a key; its postings move to the end, where there is room.
    fn grow(&mut self, number: u32, entry: &Entry<'_>, flags: u32, list: &[u32]) {
        let fields = self.fields(entry.postings.len() / 4 + list.len(), entry.flags | flags);
        let at = (number as usize - 1) * ENTRY + 8;
        if let Some(to) = self.entries.get_mut(at..at + fields.len()) {
            to.copy_from_slice(&fields);
        }
        self.postings.extend(entry.postings);
        self.post(list);
    }

    /// The fields of an entry behind its hash, its postings being the next ones.
    fn fields(&self, count: usize, flags: u32) -> [u8; ENTRY - 8] {
        let mut fields = [0; ENTRY - 8];
        for (to, field) in fields.chunks_exact_mut(4).zip([self.postings.len() as u32, count as u32, flags]) {
            to.copy_from_slice(&field.to_le_bytes());
        }
        fields
    }

    fn post(&mut self, list: &[u32]) {
        self.postings.extend(list.iter().flat_map(|posting| posting.to_le_bytes()));
    }

    fn lay_out(self) -> Table {
        let hashes = self.entries.as_chunks::<ENTRY>().0.iter().map(|[a, b, c, d, e, f, g, h, ..]| {
            // The hash comes first.
            u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h])
        });
        let slot_count = (hashes.len() * 2).next_power_of_two().max(2);
        // Eight bits a key keep the share of misses that reach the slots near one in eight.
        let filter_bits = (hashes.len() * 8).next_power_of_two().max(64);
        let mut filter = vec![0u8; filter_bits / 8];
        let mut slots = vec![0u32; slot_count];
        for (index, hash) in hashes.enumerate() {
            let bit = filter_bit(hash, filter_bits as u32 - 1);
            filter[bit / 8] |= 1 << (bit % 8);
            let mut slot = hash as usize & (slot_count - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slot_count - 1);
            }
            slots[slot] = (index as u32 + 1) | tag(hash);
        }
        let slots_at = HEADER + filter.len();
        let entries_at = slots_at + slots.len() * 4;
        let postings_at = entries_at + self.entries.len();
        let mut bytes = Vec::with_capacity(postings_at + self.postings.len());
        for field in [filter_bits - 1, slot_count - 1, slots_at, entries_at, postings_at] {
            bytes.extend((field as u32).to_le_bytes());
        }
        bytes.extend(filter);
        bytes.extend(slots.iter().flat_map(|slot| slot.to_le_bytes()));
        bytes.extend(self.entries);
        bytes.extend(self.postings);
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

    /// Entries and postings, to add to.
    fn parts(&self) -> Parts {
        let (entries_at, postings_at) = (self.header.entries_at as usize, self.header.postings_at as usize);
        let part = |range: std::ops::Range<usize>| self.bytes.get(range).unwrap_or_default().to_vec();
        Parts { entries: part(entries_at..postings_at), postings: part(postings_at..self.bytes.len()) }
    }

    /// Looks `key` up.
    #[inline]
    pub(crate) fn get(&self, key: &[u8]) -> Option<Entry<'_>> {
        self.find(hash(key)).map(|(_, entry)| entry)
    }

    /// The entry with this hash, and its number from 1.
    #[inline]
    fn find(&self, hash: u64) -> Option<(u32, Entry<'_>)> {
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
                return Some((found & !TAG, entry));
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

    #[test]
    fn a_table_takes_more_without_losing_anything() {
        let number = |key: &str| key[4..].parse::<u32>().expect("a number");
        let build = |range: std::ops::Range<u32>| {
            let mut builder = TableBuilder::default();
            for key in range.map(|number| format!("word{number}")) {
                builder.post(key.as_bytes(), number(&key));
                builder.flag(key.as_bytes(), 1 + number(&key) % 2);
            }
            builder
        };
        let base = build(0..1000).build();
        let mut more = build(900..1500);
        more.post(b"word950", 7);
        more.flag(b"word950", 8);
        let table = more.build_onto(&base);
        for key in (0..1500).map(|number| format!("word{number}")) {
            let entry = table.get(key.as_bytes()).expect("was added");
            let expected = match number(&key) {
                950 => vec![950, 950, 7],
                known @ 900..1000 => vec![known, known],
                other => vec![other],
            };
            assert_eq!(entry.postings().collect::<Vec<_>>(), expected);
            assert_eq!(entry.flags & 3, 1 + number(&key) % 2);
            assert_eq!(entry.flags & 8 != 0, key == "word950");
        }
        assert!(table.get(b"word1500").is_none());
        assert_eq!(TableBuilder::default().build_onto(&base).bytes(), base.bytes());
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
