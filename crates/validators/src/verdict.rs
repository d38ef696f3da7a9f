/// What a validator says about a matched text.
///
/// A scheme "checks" a text when it tests more than the shape: a check digit, the calendar, a register of codes, a
/// range that is never assigned. Only such a test makes a text [`Verdict::Valid`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The shape fits and at least one test beyond the shape passed.
    Valid,
    /// The text cannot be what the scheme describes.
    Invalid,
    /// The shape fits, but the scheme offers no test for this text.
    Inconclusive,
}

impl Verdict {
    /// [`Verdict::Valid`] when the check passed, else [`Verdict::Invalid`].
    pub(crate) const fn checked(passed: bool) -> Self {
        if passed { Self::Valid } else { Self::Invalid }
    }

    /// [`Verdict::Inconclusive`] when the shape fits, else [`Verdict::Invalid`].
    pub(crate) const fn shape(fits: bool) -> Self {
        if fits { Self::Inconclusive } else { Self::Invalid }
    }
}
