//! Which sets the words of a sentence may bring: a look that rules most of them out.

use crate::phrases::SetId;

/// Some sets, each by one bit of so many: it may hold more than it was given, never less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SetFilter([u64; Self::WORDS]);

impl SetFilter {
    const WORDS: usize = 4;

    /// Adds a set.
    pub(crate) fn add(&mut self, set: SetId) {
        let (word, bit) = Self::place(set);
        self.0[word] |= bit;
    }

    /// Adds all sets of another one.
    #[inline]
    pub(crate) fn join(&mut self, other: Self) {
        for (bits, more) in self.0.iter_mut().zip(other.0) {
            *bits |= more;
        }
    }

    /// False when the set is not among them.
    #[inline]
    pub(crate) fn may_hold(self, set: SetId) -> bool {
        let (word, bit) = Self::place(set);
        self.0[word] & bit != 0
    }

    #[inline]
    fn place(set: SetId) -> (usize, u64) {
        let SetId(number) = set;
        (usize::from(number / 64) % Self::WORDS, 1 << (number % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_out_only_what_was_not_given() {
        let mut filter = SetFilter::default();
        filter.add(SetId(3));
        let mut more = SetFilter::default();
        more.add(SetId(700));
        more.join(filter);
        assert!(more.may_hold(SetId(3)) && more.may_hold(SetId(700)));
        assert!(!more.may_hold(SetId(4)) && !filter.may_hold(SetId(700)));
    }
}
