//! The text of a file and the excerpts shown of it.

use super::node::{Place, Style};
use crate::diagnostic::Excerpt;

/// Characters of a line that an excerpt shows.
const SHOWN: usize = 110;

/// A file in memory.
#[derive(Debug, Clone)]
pub struct Source {
    path: String,
    text: String,
    /// Byte at which each line starts.
    lines: Vec<usize>,
}

impl Source {
    /// The text of the file at `path`; the path is only for messages.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        Self { path: path.into(), text, lines }
    }

    /// The path as the user named it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A line, from 1, without its line break; empty when there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|at| self.lines.get(at)) else { return "" };
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        self.text[*start..end].trim_end_matches(['\n', '\r'])
    }

    /// The place of the bytes `start..end` of the file; the rest of the line where they go over several.
    pub(crate) fn at(&self, start: usize, end: usize) -> Place {
        let (start, end) = (self.text.floor_char_boundary(start), self.text.floor_char_boundary(end));
        let line = self.lines.partition_point(|first| *first <= start).max(1);
        let written = self.text.get(start..end).unwrap_or_default();
        let column = self.text[self.lines[line - 1]..start].chars().count() + 1;
        let width = if written.contains('\n') { 0 } else { written.chars().count().max(1) };
        Place { line, column, width }
    }

    /// The place of bytes `start..end` of a scalar's value, or the whole scalar where escapes or line breaks make
    /// that a guess.
    pub fn inside(&self, scalar: Place, style: Style, value: &str, start: usize, end: usize) -> Place {
        let (open, doubled) = match style {
            Style::Plain => (0, None),
            Style::Single => (1, Some('\'')),
            Style::Double => (1, None),
            Style::Block => return scalar,
        };
        let (Some(before), Some(inner)) = (value.get(..start), value.get(start..end)) else { return scalar };
        let written = |text: &str| text.chars().map(|c| 1 + usize::from(Some(c) == doubled)).sum::<usize>();
        let line = self.line(scalar.line);
        let raw = line.chars().skip(scalar.column - 1 + open).take(written(value));
        let same = match doubled {
            Some(quote) => raw.eq(value.chars().flat_map(|c| std::iter::repeat_n(c, 1 + usize::from(c == quote)))),
            None => raw.eq(value.chars()),
        };
        if !same {
            return scalar;
        }
        Place { column: scalar.column + open + written(before), width: written(inner).max(1), ..scalar }
    }

    /// The line of a place, the line before it, and where the caret goes.
    pub(super) fn excerpt(&self, place: Place) -> Option<Excerpt> {
        if place.line == 0 || place.line > self.lines.len() {
            return None;
        }
        let line = self.line(place.line);
        let length = line.chars().count();
        let column = place.column.clamp(1, length + 1);
        let width = if place.width == 0 { length + 1 - column } else { place.width.min(length + 1 - column) };
        // A long line is shown around its place only.
        let from = if column > SHOWN - 20 { column - SHOWN / 2 } else { 0 };
        let cut = usize::from(from > 0);
        let mut lines = Vec::new();
        let before = self.line(place.line - 1);
        if !before.trim().is_empty() {
            lines.push((place.line - 1, shown(before, 0)));
        }
        lines.push((place.line, shown(line, from)));
        let indent = column - 1 - from + cut;
        Some(Excerpt { lines, indent, width: width.clamp(1, (SHOWN + cut).saturating_sub(indent).max(1)) })
    }
}

/// Up to [`SHOWN`] characters of a line, nothing in them that would steer a terminal.
fn shown(line: &str, from: usize) -> String {
    let mut text = String::from(if from > 0 { "…" } else { "" });
    text.extend(line.chars().skip(from).take(SHOWN).map(|c| match c {
        '\t' => ' ',
        c if c.is_control() || is_invisible(c) => '·',
        c => c,
    }));
    if line.chars().count() > from + SHOWN {
        text.push('…');
    }
    text.truncate(text.trim_end().len());
    text
}

/// Characters without width or that turn the writing direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_places_inside_scalars() {
        let source = Source::new("x", "a: 'it''s \\d('\nb: \"a\\nb(\"");
        let single = Place { line: 1, column: 4, width: 12 };
        assert_eq!(source.inside(single, Style::Single, "it's \\d(", 7, 8).column, 13);
        let double = Place { line: 2, column: 4, width: 7 };
        assert_eq!(source.inside(double, Style::Double, "a\nb(", 3, 4), double);
    }

    #[test]
    fn long_and_hostile_lines_are_tamed() {
        let source = Source::new("x", format!("{}\u{1b}[31m\u{202e}?", "a".repeat(300)));
        let excerpt = source.excerpt(Place { line: 1, column: 301, width: 1 }).unwrap();
        let (_, text) = &excerpt.lines[0];
        assert!(text.chars().count() <= SHOWN + 2);
        assert_eq!(text.chars().nth(excerpt.indent), Some('·'));
        assert!(!text.contains(['\u{1b}', '\u{202e}']));
    }
}
