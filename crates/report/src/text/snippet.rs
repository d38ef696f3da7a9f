//! The line a finding stands on, with the match marked.

use leitplanke_finding::{Finding, mask};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::escape::one_line;

/// One line in three parts, harmless to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) before: String,
    /// What the finding is about; empty when the line does not show it.
    pub(super) hit: String,
    pub(super) after: String,
}

impl Snippet {
    /// The excerpt of a finding, cut to `width` columns around the match. With `show_matches` the match is raw.
    pub(super) fn of(finding: &Finding, show_matches: bool, width: usize, dots: &str) -> Self {
        let line = &finding.excerpt;
        let snippet = match locate(line, &finding.text) {
            Some((start, end)) => {
                let hit = if show_matches { &finding.text } else { &line[start..end] };
                let (before, hit) = (apart(one_line(&line[..start])), apart(one_line(hit)));
                Self { before, hit, after: one_line(&line[end..]) }
            }
            None => Self { before: one_line(line), hit: String::new(), after: String::new() },
        };
        snippet.with_dots(dots).cut(width, dots)
    }

    /// The dots of the excerpt, where it was cut out of a longer line, in our own signs.
    fn with_dots(mut self, dots: &str) -> Self {
        if let Some(rest) = self.before.strip_prefix('…') {
            self.before = format!("{dots}{rest}");
        }
        if let Some(rest) = self.after.strip_suffix('…') {
            self.after = format!("{rest}{dots}");
        }
        self
    }

    /// Drops text from the far ends until the line fits. The match keeps two thirds, what is around it the rest.
    fn cut(self, width: usize, dots: &str) -> Self {
        let total = self.before.width() + self.hit.width() + self.after.width();
        if total <= width {
            return self;
        }
        if self.hit.is_empty() {
            return Self { before: head(&self.before, width, dots), ..self };
        }
        let hit = head(&self.hit, width * 2 / 3, dots);
        let room = width.saturating_sub(hit.width());
        let after_room = room.saturating_sub(self.before.width()).max(room / 2);
        let after = head(&self.after, after_room, dots);
        let before = tail(&self.before, room.saturating_sub(after.width()), dots);
        Self { before, hit, after }
    }
}

/// Keeps a `#` at the end from touching the next part, see [`one_line`].
fn apart(mut part: String) -> String {
    if part.ends_with('#') {
        part.push(' ');
    }
    part
}

/// Where `line` shows the match: as it is, or masked. Of several places, the one nearest to the middle when the line
/// is cut out of a longer text, else the first.
fn locate(line: &str, text: &str) -> Option<(usize, usize)> {
    let blanks = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let masked = mask(text);
    let spellings = [text.to_owned(), masked.clone(), blanks(text), blanks(&masked)];
    let cut_out = line.starts_with(['…', '.']);
    for spelling in spellings.iter().filter(|spelling| !spelling.trim().is_empty()) {
        let places = line.match_indices(spelling.as_str()).map(|(at, _)| at);
        let middle = line.len().saturating_sub(spelling.len()) / 2;
        let place = if cut_out { places.min_by_key(|at| at.abs_diff(middle)) } else { places.min() };
        if let Some(at) = place {
            return Some((at, at + spelling.len()));
        }
    }
    None
}

/// The beginning of `text` in at most `width` columns.
fn head(text: &str, width: usize, dots: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(dots.width());
    let mut used = 0;
    let kept = text.chars().take_while(|c| {
        used += c.width().unwrap_or_default();
        used <= room
    });
    let mut kept: String = kept.collect();
    kept.push_str(dots);
    kept
}

/// The end of `text` in at most `width` columns.
fn tail(text: &str, width: usize, dots: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(dots.width());
    let mut used = 0;
    let kept = text.char_indices().rev().take_while(|(_, c)| {
        used += c.width().unwrap_or_default();
        used <= room
    });
    let start = kept.last().map_or(text.len(), |(at, _)| at);
    format!("{dots}{}", &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{SECRET, bank};

    fn snippet(excerpt: &str, text: &str, width: usize) -> [String; 3] {
        let finding = Finding { excerpt: excerpt.into(), text: text.into(), ..bank() };
        let Snippet { before, hit, after } = Snippet::of(&finding, false, width, "…");
        [before, hit, after]
    }

    #[test]
    fn marks_the_match_masked_or_not() {
        assert_eq!(snippet("ein taubstummer Mann", "taubstummer", 80), ["ein ", "taubstummer", " Mann"]);
        let masked = mask(SECRET);
        assert_eq!(snippet(&format!("IBAN {masked}."), SECRET, 80), ["IBAN ", &masked, "."]);
        assert_eq!(snippet("etwas anderes", SECRET, 80), ["etwas anderes", "", ""]);
        assert_eq!(snippet("auf zwei Zeilen", "zwei\n Zeilen", 80), ["auf ", "zwei Zeilen", ""]);
    }

    #[test]
    fn the_place_in_the_middle_of_a_cut_out_is_meant() {
        assert_eq!(snippet("… er und er und er", "er", 80)[0], "… er und ");
        assert_eq!(snippet("er und er", "er", 80)[0], "");
    }

    #[test]
    fn cuts_the_far_ends() {
        let long = format!("{} TREFFER {}", "vorher ".repeat(20), "nachher ".repeat(20));
        let [before, hit, after] = snippet(&long, "TREFFER", 40);
        assert_eq!(hit, "TREFFER");
        assert!(before.starts_with('…') && after.ends_with('…'));
        assert!(before.width() + hit.width() + after.width() <= 40);
        let [_, hit, _] = snippet(&"x".repeat(500), &"x".repeat(500), 30);
        assert_eq!(hit.width(), 20);
    }

    #[test]
    fn the_raw_match_stands_in_for_the_masked_one() {
        let finding = bank();
        assert_eq!(Snippet::of(&finding, true, 80, "…").hit, SECRET);
    }
}
