//! The text that rules are held against: one kind of blank, hyphen and digit, composed letters, nothing invisible.
//!
//! Text that needs no change is borrowed as it is. Otherwise an [`OffsetMap`] leads every byte back to the original.

use std::borrow::Cow;

use leitplanke_finding::Span;
use unicode_normalization::char::{compose, is_combining_mark};

/// Matching text with the way back to the original.
#[derive(Debug, Clone)]
pub(crate) struct MatchText<'t> {
    /// What rules see.
    pub(crate) text: Cow<'t, str>,
    map: OffsetMap,
    /// True when the original holds characters that hide text; the hidden-text rules look only then.
    pub(crate) has_invisible: bool,
}

/// Pairs of (byte in the matching text, byte in the original) where the two stop running in step.
#[derive(Debug, Clone, Default)]
struct OffsetMap {
    steps: Vec<(u32, u32)>,
}

impl<'t> MatchText<'t> {
    /// Normalises `original`.
    pub(crate) fn new(original: &'t str) -> Self {
        let Some(first) = next_special(original, 0) else {
            return Self { text: Cow::Borrowed(original), map: OffsetMap::default(), has_invisible: false };
        };
        let mut writer = Writer {
            original,
            text: String::with_capacity(original.len()),
            steps: Vec::new(),
            done: 0,
            has_invisible: false,
        };
        let mut at = Some(first);
        while let Some(special) = at {
            let next = writer.special(special);
            at = next_special(original, next);
        }
        writer.finish()
    }

    /// The span in the original of a span in the matching text. Characters that were left out at its end stay out.
    pub(crate) fn original(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.map.original(span.start);
            return Span::new(at, at);
        }
        // The end is one past the last byte: map the last byte's character start and add its original length.
        Span::new(self.map.original(span.start), self.map.original_end(span.end))
    }
}

impl OffsetMap {
    fn original(&self, at: usize) -> usize {
        let step = self.steps.partition_point(|(matching, _)| *matching as usize <= at);
        match step.checked_sub(1).and_then(|index| self.steps.get(index)) {
            Some((matching, original)) => *original as usize + (at - *matching as usize),
            None => at,
        }
    }

    /// Where a span that ends before matching byte `end` ends in the original.
    fn original_end(&self, end: usize) -> usize {
        let step = self.steps.partition_point(|(matching, _)| (*matching as usize) < end);
        let reached = match step.checked_sub(1).and_then(|index| self.steps.get(index)) {
            Some((matching, original)) => *original as usize + (end - *matching as usize),
            None => end,
        };
        // A step exactly at `end` starts at the original end of a replaced character; a replacement that is shorter
        // than what it stands for would otherwise end inside it.
        match self.steps.get(step) {
            Some((matching, original)) if *matching as usize == end && self.replaced_before(step) => *original as usize,
            _ => reached,
        }
    }

    /// True when the stretch before `step` is a replaced character rather than text that was left out.
    fn replaced_before(&self, step: usize) -> bool {
        step.checked_sub(1)
            .and_then(|index| self.steps.get(index))
            .is_some_and(|(matching, _)| self.steps.get(step).is_some_and(|(next, _)| next > matching))
    }
}

struct Writer<'t> {
    original: &'t str,
    text: String,
    steps: Vec<(u32, u32)>,
    /// Bytes of the original already written.
    done: usize,
    has_invisible: bool,
}

impl<'t> Writer<'t> {
    /// Writes the special character at `at` (copying plain text before it) and returns where to go on.
    fn special(&mut self, at: usize) -> usize {
        let Some(c) = self.original[at..].chars().next() else { return self.original.len() };
        let end = at + c.len_utf8();
        match replacement(c) {
            Change::Keep => {}
            Change::Compose => self.compose(at, c),
            Change::Drop { visible_effect } => {
                self.has_invisible |= !visible_effect;
                self.replace(at, end, "");
            }
            Change::Mark => self.has_invisible = true,
            Change::By(plain) => self.replace(at, end, plain.encode_utf8(&mut [0; 4])),
        }
        end
    }

    /// Composes the mark at `at` with the letter before it. A second mark on the same letter stays as it is.
    fn compose(&mut self, at: usize, mark: char) {
        let letter = self.original[self.done..at].chars().next_back();
        if let Some(letter) = letter
            && let Some(composed) = compose(letter, mark)
        {
            let (start, end) = (at - letter.len_utf8(), at + mark.len_utf8());
            self.replace(start, end, composed.encode_utf8(&mut [0; 4]));
        }
    }

    fn replace(&mut self, start: usize, end: usize, by: &str) {
        self.text.push_str(&self.original[self.done..start]);
        self.steps.push((self.text.len() as u32, start as u32));
        self.text.push_str(by);
        self.steps.push((self.text.len() as u32, end as u32));
        self.done = end;
    }

    fn finish(mut self) -> MatchText<'t> {
        let has_invisible = self.has_invisible;
        if self.steps.is_empty() {
            return MatchText { text: Cow::Borrowed(self.original), map: OffsetMap::default(), has_invisible };
        }
        self.text.push_str(&self.original[self.done..]);
        MatchText { text: Cow::Owned(self.text), map: OffsetMap { steps: self.steps }, has_invisible }
    }
}

enum Change {
    Keep,
    /// A combining mark: compose it with the letter before.
    Compose,
    /// Leave it out; `visible_effect` is true for characters of normal typesetting (soft hyphen).
    Drop {
        visible_effect: bool,
    },
    /// Keep it, but let the hidden-text rules look.
    Mark,
    By(char),
}

fn replacement(c: char) -> Change {
    match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Change::By(' '),
        '\u{ad}' => Change::Drop { visible_effect: true },
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Change::By('-'),
        // Zero-width, bidirectional controls, variation selectors, tags.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0000}'..='\u{e007f}'
        | '\u{e0100}'..='\u{e01ef}' => Change::Drop { visible_effect: false },
        // Fillers look like nothing; Cyrillic and Greek letters may pose as Latin ones.
        '\u{3164}' | '\u{ffa0}' | '\u{115f}' | '\u{1160}' | '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}' => {
            Change::Mark
        }
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).map_or(Change::Keep, Change::By),
        c if is_combining_mark(c) => Change::Compose,
        _ => Change::Keep,
    }
}

/// The next character at or after `from` whose first byte begins a block with special characters.
///
/// Umlauts, ß, accented Latin letters, quotes outside U+2000 and plain ASCII pass without a closer look.
fn next_special(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let special = |byte: u8| matches!(byte, 0xc2 | 0xcc..=0xd4 | 0xe0..=0xf4);
    let mut at = from;
    while let Some(offset) = bytes.get(at..)?.iter().position(|byte| special(*byte)) {
        at += offset;
        let c = text[at..].chars().next()?;
        if !matches!(replacement(c), Change::Keep) {
            return Some(at);
        }
        at += c.len_utf8();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(original: &str, needle: &str) -> String {
        let normalized = MatchText::new(original);
        let start = normalized.text.find(needle).unwrap_or_else(|| panic!("{needle:?} not in {:?}", normalized.text));
        let span = normalized.original(Span::new(start, start + needle.len()));
        span.of(original).to_owned()
    }

    #[test]
    fn borrows_plain_text() {
        for plain in ["", "Grüße aus Köln, 12 €", "„Zitat“ – nein"] {
            let normalized = MatchText::new(plain);
            assert_eq!(matches!(normalized.text, Cow::Borrowed(_)), !plain.contains('–'), "{plain}");
        }
    }

    #[test]
    fn spans_lead_back_to_the_original() {
        assert_eq!(cut("IBAN DE21\u{a0}7005\u{202f}1995 x", "DE21 7005 1995"), "DE21\u{a0}7005\u{202f}1995");
        assert_eq!(cut("Stra\u{ad}ße 5", "Straße"), "Stra\u{ad}ße");
        assert_eq!(cut("0176\u{2013}04069", "0176-04069"), "0176\u{2013}04069");
        assert_eq!(cut("a\u{200b}b c", "ab"), "a\u{200b}b");
        assert_eq!(cut("１２３", "123"), "１２３");
        assert_eq!(cut("Mu\u{308}ller geht", "Müller"), "Mu\u{308}ller");
        assert_eq!(cut("x\u{2013}", "x-"), "x\u{2013}");
        // What is left out after a match stays outside it.
        assert_eq!(cut("Wort\u{200b} Ende", "Wort"), "Wort");
        assert_eq!(cut("Wort\u{200b} Ende", " Ende"), " Ende");
    }

    proptest::proptest! {
        #[test]
        fn every_span_lies_on_character_borders(text in "[a-zäöü \u{a0}\u{ad}\u{200b}\u{2013}\u{308}０-９\u{e0041}]{0,40}") {
            let normalized = MatchText::new(&text);
            let borders: Vec<usize> =
                (0..=normalized.text.len()).filter(|at| normalized.text.is_char_boundary(*at)).collect();
            for pair in borders.windows(2) {
                let span = normalized.original(Span::new(pair[0], pair[1]));
                proptest::prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                proptest::prop_assert!(span.start <= span.end);
            }
            let whole = normalized.original(Span::new(0, normalized.text.len()));
            proptest::prop_assert!(whole.end <= text.len());
        }
    }
}
