/// Reads a text from the front, piece by piece.
pub(crate) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { rest: text.trim() }
    }

    /// The longest run of ASCII digits, `None` when there is none or it is longer than `most`.
    pub(crate) fn digits(&mut self, most: usize) -> Option<&'a str> {
        self.run(most, |c| c.is_ascii_digit())
    }

    /// The longest run of ASCII letters, `None` when there is none or it is longer than `most`.
    pub(crate) fn letters(&mut self, most: usize) -> Option<&'a str> {
        self.run(most, |c| c.is_ascii_alphabetic())
    }

    fn run(&mut self, most: usize, belongs: fn(char) -> bool) -> Option<&'a str> {
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        if end == 0 || end > most {
            return None;
        }
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(run)
    }

    /// Skips exactly this text and says whether it was there.
    pub(crate) fn skip(&mut self, expected: &str) -> bool {
        let found = self.rest.strip_prefix(expected);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    /// Skips white space.
    pub(crate) fn gap(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// What is left.
    pub(crate) fn rest(&self) -> &'a str {
        self.rest
    }
}
