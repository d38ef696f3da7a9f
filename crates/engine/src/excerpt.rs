//! A finding with a little text around it, safe to pass on.

use leitplanke_finding::{Span, mask};

/// Bytes of text shown on either side.
const AROUND: usize = 40;
/// Longest finding that is shown whole, in bytes.
const LONGEST: usize = 120;

/// What has to be masked wherever an excerpt shows it: spans in text order, none inside another, so that their ends are
/// in order as well.
#[derive(Debug, Default)]
pub(crate) struct Masked(Vec<Span>);

impl Masked {
    /// Takes the spans in order of their starts.
    pub(crate) fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut outer: Vec<Span> = Vec::new();
        for span in spans {
            match outer.last_mut() {
                Some(last) if span.end <= last.end => {}
                Some(last) if span.start == last.start => *last = span,
                _ => outer.push(span),
            }
        }
        Self(outer)
    }

    /// The spans that reach into a stretch of text.
    fn within(&self, stretch: Span) -> impl Iterator<Item = Span> {
        let from = self.0.partition_point(|hidden| hidden.end <= stretch.start);
        self.0[from..].iter().copied().take_while(move |hidden| hidden.start < stretch.end)
    }
}

/// One line around `span` of `text`. Everything under the `masked` spans is masked; blanks and line breaks become one
/// blank.
pub(crate) fn excerpt(text: &str, span: Span, masked: &Masked) -> String {
    let start = border(text, span.start.saturating_sub(AROUND), span.start);
    let last = span.end.min(span.start + LONGEST);
    let end = text.floor_char_boundary((last + AROUND).min(text.len()));
    let end = text[..end].rfind(' ').filter(|at| *at >= last && end < text.len()).unwrap_or(end);
    let mut line = Line(String::with_capacity(end.saturating_sub(start) + "… ".len() + " …".len()));
    if start > 0 {
        line.push("… ");
    }
    let mut at = start;
    for hidden in masked.within(Span::new(start, end)) {
        let (hide_from, hide_to) = (hidden.start.max(at), hidden.end.min(end));
        if hide_from >= hide_to {
            continue;
        }
        line.push(&text[at..hide_from]);
        line.push(&masked_part(text, hidden, hide_from, hide_to));
        at = hide_to;
    }
    line.push(&text[at..end.max(at)]);
    if end < text.len() {
        line.push(" …");
    }
    line.0.truncate(line.0.trim_end().len());
    line.0
}

/// Text in which blanks and line breaks become one blank.
struct Line(String);

impl Line {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            let is_blank = c.is_whitespace();
            if !is_blank {
                self.0.push(c);
            } else if !(self.0.is_empty() || self.0.ends_with(' ')) {
                self.0.push(' ');
            }
        }
    }
}

/// The masked value as far as it lies between two bytes: masked whole, so that a cut shows no more than the mask does.
fn masked_part(text: &str, hidden: Span, from: usize, to: usize) -> String {
    let before = text[hidden.start..from].chars().count();
    let shown = text[from..to].chars().count();
    mask(hidden.of(text)).chars().skip(before).take(shown).collect()
}

/// The first character border at or after `from` that begins a word, at most `to`.
fn border(text: &str, from: usize, to: usize) -> usize {
    let from = text.ceil_char_boundary(from);
    if from == 0 {
        return 0;
    }
    text[from..to].find(' ').map_or(from, |at| from + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_every_value_in_sight() {
        let text = "Bitte an Sabine Ahlers, IBAN DE21 7005 1995 0000 0072 29, überweisen.";
        let name = Span::new(9, 22);
        let iban = Span::new(29, 56);
        let shown = excerpt(text, iban, &Masked::new([name, iban].into_iter()));
        assert_eq!(shown, "Bitte an S***** A*****, IBAN DE** **** **** **** **** 29, überweisen.");
    }

    #[test]
    fn a_value_inside_another_one_hides_nothing_of_it() {
        let text = "Ahlers, Sabine, geb. 3.5.1987 in Emden";
        let (whole, name, date) = (Span::new(0, 29), Span::new(0, 14), Span::new(21, 29));
        let shown = excerpt(text, date, &Masked::new([name, whole, date].into_iter()));
        assert_eq!(shown, excerpt(text, date, &Masked::new(std::iter::once(whole))));
        assert!(!shown.contains("Sabine") && !shown.contains("1987"), "{shown}");
    }

    #[test]
    fn cuts_long_text_on_both_sides() {
        let text = format!("{} Ziel\nhier {}", "wort ".repeat(40), "ende ".repeat(40));
        let start = text.find("Ziel").unwrap();
        let shown = excerpt(&text, Span::new(start, start + 4), &Masked::default());
        assert!(shown.starts_with("… wort") && shown.ends_with('…') && shown.contains("Ziel hier"), "{shown}");
        assert!(shown.len() < 140);
    }

    proptest::proptest! {
        #[test]
        fn never_shows_a_masked_digit_string(before in "[a-zäöü ]{0,80}", digits in "[0-9]{10}", after in "[a-zäöü ]{0,80}") {
            let text = format!("{before}{digits}{after}");
            let span = Span::new(before.len(), before.len() + digits.len());
            proptest::prop_assert!(!excerpt(&text, span, &Masked::new(std::iter::once(span))).contains(&digits[..8]));
        }
    }
}
