//! Closing brackets at the start of a line.
//!
//! ```yaml
//! allow: [
//!   'a', 'b',
//! ]
//! ```
//!
//! Strictly, YAML wants the last line indented deeper than `allow`; nearly everybody writes it like this, and most
//! readers take it. The scanner below does not, so such a line is moved to the right before it sees the text, and
//! places in it are moved back.

use std::borrow::Cow;
use std::collections::BTreeMap;

use saphyr_parser::ScanError;

use super::source::Source;

/// Most bytes scanned over all attempts: enough for hundreds of brackets in a long word list, and soon over.
const MAX_SCANNED: usize = 32 << 20;

/// Lines that were moved.
#[derive(Debug, Default)]
pub(super) struct Closing {
    /// Line, from 1, and by how many blanks.
    moved: BTreeMap<usize, usize>,
    scanned: usize,
}

impl Closing {
    /// Moves the line an error points at; false when that is not what the error is about.
    pub(super) fn fix(&mut self, error: &ScanError, source: &Source) -> bool {
        let (line, column) = (error.marker().line(), error.marker().col());
        let written = source.line(line);
        let first = written.len() - written.trim_start_matches(' ').len();
        self.scanned += source.text().len();
        let blanks = self.moved.get(&line).copied().unwrap_or(0);
        let about_this = error.info().starts_with("invalid indentation")
            && written[first..].starts_with([']', '}'])
            && column == first + blanks;
        if !about_this || blanks >= first.max(2) || self.scanned > MAX_SCANNED {
            return false;
        }
        self.moved.insert(line, blanks + 1);
        true
    }

    /// The text with the lines moved.
    pub(super) fn apply<'s>(&self, source: &'s Source) -> Cow<'s, str> {
        if self.moved.is_empty() {
            return Cow::Borrowed(source.text());
        }
        let mut text = String::with_capacity(source.text().len() + self.moved.len());
        for (at, line) in source.text().split_inclusive('\n').enumerate() {
            text.extend(std::iter::repeat_n(' ', self.moved.get(&(at + 1)).copied().unwrap_or(0)));
            text.push_str(line);
        }
        Cow::Owned(text)
    }

    /// The column in the file for a column in the moved text, both from 0.
    pub(super) fn column(&self, line: usize, column: usize) -> usize {
        column.saturating_sub(self.moved.get(&line).copied().unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use crate::yaml::{Problems, Source, Value, parse};

    #[test]
    fn brackets_may_close_below_their_key() {
        let source =
            Source::new("x", "- a:\n    de: [\n      'b', 'c',\n    ]\n    en: [\n      'd',\n    ]\n  e: f\n");
        let mut problems = Problems::new(&source);
        let root = parse(&mut problems).unwrap();
        assert!(problems.is_empty());
        let Value::List(entries) = &root.value else { panic!("a list") };
        let last = entries[0].get("e").unwrap();
        assert_eq!((last.text(), last.place.line, last.place.column), (Some("f"), 8, 6));
    }

    #[test]
    fn other_mistakes_stay_mistakes() {
        for text in ["a:\n  b: ['c'\n d: e\n", "a: {\n  'b': [\n }\n", "]\n", "a:\n  - b\n ]\n"] {
            let source = Source::new("x", text);
            let mut problems = Problems::new(&source);
            assert!(parse(&mut problems).is_none() && !problems.is_empty(), "{text:?}");
        }
    }
}
