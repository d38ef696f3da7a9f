//! Tables as printed lists have them: two blanks and more between cells, each cell below its header.

use std::ops::Range;

use leitplanke_finding::Span;

use super::lines;

/// Fewest cells of a header.
const CELLS: usize = 3;
/// Longest header, in bytes.
const WIDEST: usize = 400;
/// Most letters by which a cell may begin beside its header.
const SLACK: usize = 1;

/// A header and the lines below it whose cells begin where the header's do.
#[derive(Debug, Clone)]
pub(super) struct LinedUp {
    header: Span,
    /// To the end of the last row that fits.
    end: usize,
    /// Where each cell of the header begins, in letters from the start of the line, and its bytes.
    cells: Vec<(usize, Span)>,
}

/// All such tables of `text`, in order.
pub(super) fn tables(text: &str) -> Vec<LinedUp> {
    let mut tables = Vec::new();
    let mut open: Option<LinedUp> = None;
    for line in lines(text) {
        let written = line.of(text);
        if let Some(table) = &mut open {
            if written.trim().is_empty() {
                tables.extend(open.take());
            } else if table.fits(written) {
                table.end = line.end;
            }
        } else if written.len() <= WIDEST && written.contains("  ") {
            open = header(line, written);
        }
    }
    tables.extend(open);
    tables.retain(|table| table.end > table.header.end);
    tables
}

/// The table that holds byte `at`.
pub(super) fn at(tables: &[LinedUp], at: usize) -> Option<&LinedUp> {
    let index = tables.partition_point(|table| table.end < at);
    tables.get(index).filter(|table| table.header.start <= at)
}

/// A line that may head a table: words in three columns and more, no sentence.
fn header(line: Span, written: &str) -> Option<LinedUp> {
    let cells: Vec<(usize, Span)> = cells(written)
        .map(|(letters, cell)| (letters, Span::new(line.start + cell.start, line.start + cell.end)))
        .collect();
    let words = !written.contains(|c: char| c.is_ascii_digit() || matches!(c, ';' | '|' | '\t'));
    (cells.len() >= CELLS && words).then_some(LinedUp { header: line, end: line.end, cells })
}

/// The cells of a line: how many letters stand before each, and its bytes.
fn cells(line: &str) -> impl Iterator<Item = (usize, Span)> {
    let (mut at, mut letters) = (0, 0);
    std::iter::from_fn(move || {
        let rest = &line[at..];
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        let rest = &rest[blanks..];
        // Other blanks than spaces may end a line, too.
        if rest.trim_start().is_empty() {
            return None;
        }
        let len = rest.find("  ").unwrap_or_else(|| rest.trim_end().len());
        let cell = (letters + blanks, Span::new(at + blanks, at + blanks + len));
        at += blanks + len;
        letters += blanks + rest[..len].chars().count();
        Some(cell)
    })
}

impl LinedUp {
    /// True when two cells of the line begin below those of the header.
    fn fits(&self, line: &str) -> bool {
        cells(line).filter(|(letters, _)| self.cell_at(*letters).is_some()).count() >= 2
    }

    fn cell_at(&self, letters: usize) -> Option<Span> {
        self.cells.iter().find(|(own, _)| own.abs_diff(letters) <= SLACK).map(|(_, cell)| *cell)
    }

    pub(super) fn rows_under(&self, at: usize) -> Option<Range<usize>> {
        (at < self.header.end).then_some(self.header.end..self.end)
    }

    /// The header cell above the cell that holds byte `at`.
    pub(super) fn header_of(&self, text: &str, at: usize) -> Option<Span> {
        if at < self.header.end {
            return None;
        }
        let start = text[..at].rfind('\n').map_or(0, |line_break| line_break + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        let (letters, _) = cells(line).find(|(_, cell)| cell.start <= at - start && at - start < cell.end)?;
        self.cell_at(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_end_in_any_blanks() {
        for blanks in ["", "  ", "\u{a0}", "  \u{a0}", " \u{2003}  \u{a0} ", "  \r", "  \t"] {
            let line = format!("Nr.  Name{blanks}");
            assert_eq!(cells(&line).map(|(letters, _)| letters).take(3).collect::<Vec<_>>(), [0, 5], "{blanks:?}");
        }
        assert_eq!(cells("\u{a0}").next(), None);
    }

    #[test]
    fn cells_have_the_header_above_them() {
        let text = "Liste\n\nNr.  Name, Vorname    geb.        Ort\n\
                    -------------------------------------\n\
                    01   Özdemir, Gül     02.11.1979  Bremen\n     verzogen?\n\
                    02   Lo, Bo           30.06.1988  Ulm\n\nEnde  hier  nicht\n";
        let tables = tables(text);
        let header = |needle: &str| {
            let at_byte = text.find(needle).unwrap();
            at(&tables, at_byte).and_then(|table| table.header_of(text, at_byte)).map(|cell| cell.of(text))
        };
        assert_eq!(header("02.11.1979"), Some("geb."));
        assert_eq!(header("30.06"), Some("geb."));
        assert_eq!(header("Gül"), Some("Name, Vorname"));
        assert_eq!(header("Ulm"), Some("Ort"));
        assert_eq!(header("Name"), None);
        assert_eq!(header("hier"), None);
        let under =
            at(&tables, text.find("geb.").unwrap()).and_then(|table| table.rows_under(text.find("geb.").unwrap()));
        assert!(under.is_some_and(|rows| rows.contains(&text.find("30.06").unwrap())));
    }

    #[test]
    fn prose_and_short_lines_are_no_table() {
        for text in ["Eins.  Zwei.\nDrei.  Vier.\n", "a  b  c\n\nd  e  f\n", "a  b  c\nein Satz, der weitergeht\n"] {
            assert!(tables(text).is_empty(), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn cells_lie_on_character_borders(line in "[a-zäöü .]{0,40}") {
            for (letters, cell) in cells(&line) {
                proptest::prop_assert_eq!(line[..cell.start].chars().count(), letters);
                proptest::prop_assert!(!line[cell.start..cell.end].trim().is_empty());
            }
        }
    }
}
