//! Words that stand before a text without being part of it: the key of a record, the header of a table that was cut.
//!
//! `{"geburtsdatum": "3.5.1987"}` says what its value is, but not in the value. Rules look for labels in the text, so
//! they get to see one; whatever they find in it is no finding.

use std::borrow::Cow;

use leitplanke_finding::Span;

use super::block::BlockFindings;
use super::message::Piece;
use crate::columns;

/// Longest text that a key is a label for, in bytes. Longer ones are prose and say themselves what they are about.
const VALUE: usize = 256;
/// Longest key that is a label, in bytes.
const KEY: usize = 64;
/// Longest header that is repeated, and longest row below it, in bytes.
const HEADER: usize = 2 << 10;

/// The label that a key is to `text`, with a colon. Empty for keys that say nothing and for long texts.
pub(super) fn of_key(key: &str, text: &str) -> String {
    let label = if text.len() > VALUE { String::new() } else { label(key) };
    if label.is_empty() { label } else { label + ": " }
}

/// What a key says: `steuerId` and `steuer_id` read "steuerId steuer Id". Empty for long keys and those without letters.
pub(super) fn label(key: &str) -> String {
    let words = if key.len() > KEY { Vec::new() } else { words(key) };
    match words.as_slice() {
        [] => String::new(),
        [word] => (*word).to_owned(),
        words => format!("{} {}", words.concat(), words.join(" ")),
    }
}

/// The words of a key, split at signs and before capitals; numbers that only count are left out.
fn words(key: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in key.split(|c: char| !c.is_alphanumeric()) {
        let mut start = 0;
        let mut before = None;
        for (at, c) in part.char_indices() {
            if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
                words.push(&part[start..at]);
                start = at;
            }
            before = Some(c);
        }
        words.push(&part[start..]);
    }
    words.retain(|word| word.contains(char::is_alphabetic));
    words
}

/// What each piece of `text` is led by: the first by the label of its key, others by the header of the table that was
/// cut before them.
pub(super) fn of_pieces<'t>(text: &'t str, pieces: &[Piece], label: String) -> Vec<Cow<'t, str>> {
    let mut leads = vec![Cow::Owned(label)];
    let mut header = None;
    for pair in pieces.windows(2) {
        header = header_before(text, pair[0], header);
        leads.push(header.map_or(Cow::Borrowed(""), |header| Cow::Borrowed(&text[header.start..header.end])));
    }
    leads
}

/// The header, line break included, of the table that goes on behind `piece`, whose own table began with `inherited`.
fn header_before(text: &str, piece: Piece, inherited: Option<Span>) -> Option<Span> {
    let behind = &text[piece.end..];
    // A line that is longer than any row is not read to its end: it may be all of a huge text.
    let near = &behind[..behind.floor_char_boundary(HEADER)];
    let next = near.split_once('\n').map(|(line, _)| line).or((near.len() == behind.len()).then_some(near))?;
    let shape = columns::shape(next.trim_end_matches('\r'))?;
    let mut header = None;
    for line in text[piece.start..piece.end].split_inclusive('\n').rev() {
        if !line.ends_with('\n') || columns::shape(line.trim_end_matches(['\n', '\r'])) != Some(shape) {
            return header.filter(|header: &Span| header.len() <= HEADER);
        }
        let end = header.map_or(piece.end, |header: Span| header.start);
        header = Some(Span::new(end - line.len(), end));
    }
    let fits = |header: &Span| columns::shape(header.of(text).trim_end_matches(['\n', '\r'])) == Some(shape);
    inherited.filter(fits).or(header).filter(|header| header.len() <= HEADER)
}

impl BlockFindings {
    /// The same findings in a text without the first `lead` bytes: what lies there is gone, what begins there begins
    /// with the text.
    pub(super) fn without_lead(mut self, lead: usize) -> Self {
        let cut = |span: Span| {
            let end = span.end.checked_sub(lead).filter(|end| *end > 0)?;
            Some(Span::new(span.start.saturating_sub(lead), end))
        };
        self.candidates.retain_mut(|candidate| match cut(candidate.span) {
            Some(span) => {
                candidate.span = span;
                true
            }
            None => false,
        });
        self.names.move_spans(cut);
        for count in self.counts.values_mut() {
            count.move_spans(cut);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use leitplanke_finding::{Confidence, Severity};

    use super::super::candidate::{Candidate, Detail, Rank};
    use super::*;

    #[test]
    fn keys_read_as_labels() {
        let read = |key| of_key(key, "x");
        assert_eq!(read("iban"), "iban: ");
        assert_eq!(read("steuerId"), "steuerId steuer Id: ");
        assert_eq!(read("steuer_id"), "steuerid steuer id: ");
        assert_eq!(read("date-of-birth"), "dateofbirth date of birth: ");
        assert_eq!(read("kind_2.geburtsDatum"), "kindgeburtsDatum kind geburts Datum: ");
        assert_eq!(read("IBAN"), "IBAN: ");
        assert_eq!(read("Straße"), "Straße: ");
        for none in ["", "7", "_-_"] {
            assert_eq!(read(none), "", "{none:?}");
        }
        assert_eq!(of_key("text", &"Ein langer Satz. ".repeat(20)), "");
    }

    #[test]
    fn a_cut_table_keeps_its_header() {
        let text = "Vorweg.\nName;Ort;Tag\na;b;c\nd;e;f\ng;h;i\nEnde.\n";
        let at = |needle: &str| text.find(needle).unwrap();
        let pieces = |cuts: &[usize]| -> Vec<Piece> {
            let ends = cuts.iter().copied().chain([text.len()]);
            let starts = [0].into_iter().chain(cuts.iter().copied());
            starts.zip(ends).map(|(start, end)| Piece { start, end }).collect()
        };
        let leads = |cuts: &[usize]| of_pieces(text, &pieces(cuts), String::new());
        assert_eq!(leads(&[at("d;e"), at("g;h")]), ["", "Name;Ort;Tag\n", "Name;Ort;Tag\n"]);
        assert_eq!(leads(&[at("Name"), at("d;e")]), ["", "", "Name;Ort;Tag\n"]);
        assert_eq!(leads(&[at(";e")]), ["", ""]);
        assert_eq!(leads(&[at("Ende")]), ["", ""]);
    }

    proptest::proptest! {
        #[test]
        fn what_begins_a_lead_is_nothing_to_hear_of(lead in 0usize..20, start in 0usize..40, len in 1usize..10) {
            let found = Candidate {
                rule: 0,
                span: Span::new(start, start + len),
                confidence: Confidence::CERTAIN,
                severity: Severity::Warning,
                person: None,
                rank: Rank::Person,
                detail: Detail::None,
            };
            let found = BlockFindings { candidates: vec![found], ..BlockFindings::default() };
            let kept: Vec<Span> = found.without_lead(lead).candidates.iter().map(|found| found.span).collect();
            if start + len <= lead {
                proptest::prop_assert!(kept.is_empty());
            } else {
                proptest::prop_assert_eq!(kept, [Span::new(start.max(lead) - lead, start + len - lead)]);
            }
        }
    }
}
