//! Numbers that look random and are the same every time.

/// A generator of the `SplitMix64` kind (Steele, Lea, Flood 2014): good enough to draw words, and three lines long.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The same numbers for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 for a bound of 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        (self.next() % (bound.max(1) as u64)) as usize
    }

    /// True once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of the items.
    pub(crate) fn pick<'i, T: ?Sized>(&mut self, items: &[&'i T]) -> Option<&'i T> {
        let at = self.below(items.len());
        items.get(at).copied()
    }

    /// Letters of `alphabet` (ASCII) in the places of `#`, the rest as it is.
    pub(crate) fn fill(&mut self, shape: &str, alphabet: &str) -> String {
        let letters = alphabet.as_bytes();
        let mut draw = || letters.get(self.below(letters.len())).map_or('0', |byte| char::from(*byte));
        shape.chars().map(|c| if c == '#' { draw() } else { c }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let draw = |seed| {
            let mut random = Random::new(seed);
            [random.below(1000), random.below(1000), random.below(1000)]
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        assert_eq!(Random::new(1).fill("AB-##", "7"), "AB-77");
    }
}
