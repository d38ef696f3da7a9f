//! Tables in plain text: CSV, Markdown and columns lined up with blanks give their names to the values below them.

mod lined_up;

use std::ops::Range;

use leitplanke_finding::Span;

use lined_up::LinedUp;

/// Signs that separate cells, surest first.
const DELIMITERS: [u8; 4] = [b'|', b'\t', b';', b','];

/// All tables of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    tables: Vec<Table>,
    /// Tables that blanks line up, where no signs separate cells.
    lined_up: Vec<LinedUp>,
}

/// Lines with the same number of the same delimiter, two at least.
#[derive(Debug, Clone)]
struct Table {
    header: Span,
    /// From the first byte of the header to the end of the last row.
    span: Span,
    delimiter: u8,
}

impl Columns {
    /// Finds the tables of `text`.
    pub(crate) fn of(text: &str) -> Self {
        if !text.contains('\n') {
            return Self::default();
        }
        let mut tables: Vec<Table> = Vec::new();
        let mut open: Option<(Table, usize)> = None;
        for line in lines(text) {
            let shape = shape(line.of(text));
            match (&mut open, shape) {
                (Some((table, count)), Some((delimiter, cells))) if table.delimiter == delimiter && *count == cells => {
                    table.span.end = line.end;
                }
                (_, shape) => {
                    tables.extend(open.take().map(|(table, _)| table));
                    open = shape.map(|(delimiter, cells)| (Table { header: line, span: line, delimiter }, cells));
                }
            }
        }
        tables.extend(open.map(|(table, _)| table));
        tables.retain(|table| table.span.end > table.header.end);
        Self { tables, lined_up: lined_up::tables(text) }
    }

    /// True when there is a table: its rows are about one thing each.
    pub(crate) fn has_table(&self) -> bool {
        !self.tables.is_empty() || !self.lined_up.is_empty()
    }

    /// True when blanks line up the columns around byte `at`.
    pub(crate) fn is_lined_up(&self, at: usize) -> bool {
        lined_up::at(&self.lined_up, at).is_some()
    }

    /// The rows below a header that holds byte `at`.
    pub(crate) fn rows_under(&self, at: usize) -> Option<Range<usize>> {
        if let Some(table) = lined_up::at(&self.lined_up, at) {
            return table.rows_under(at);
        }
        let table = self.table_at(at)?;
        (at < table.header.end).then_some(table.header.end..table.span.end)
    }

    /// The header cell above byte `at`.
    pub(crate) fn header_of(&self, text: &str, at: usize) -> Option<Span> {
        if let Some(table) = lined_up::at(&self.lined_up, at) {
            return table.header_of(text, at);
        }
        let table = self.table_at(at).filter(|table| at >= table.header.end)?;
        let line_start = text[..at].rfind('\n').map_or(0, |line_break| line_break + 1);
        let counts = count(&text[line_start..at]);
        let column = DELIMITERS.iter().zip(counts).find(|(delimiter, _)| **delimiter == table.delimiter)?.1;
        cell(text, table.header, table.delimiter, column)
    }

    fn table_at(&self, at: usize) -> Option<&Table> {
        let index = self.tables.partition_point(|table| table.span.end < at);
        self.tables.get(index).filter(|table| table.span.start <= at)
    }
}

fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(start, start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
        span
    })
}

/// Delimiter and number of delimiters of a line that may be a row. One comma or semicolon makes no row.
pub(crate) fn shape(line: &str) -> Option<(u8, usize)> {
    let counts = count(line);
    DELIMITERS.into_iter().zip(counts).find(|(delimiter, cells)| {
        let least = if matches!(delimiter, b',' | b';') { 2 } else { 1 };
        *cells >= least
    })
}

/// How often each delimiter stands in a line, those in quotes aside.
fn count(line: &str) -> [usize; DELIMITERS.len()] {
    let mut counts = [0; DELIMITERS.len()];
    let mut quoted = false;
    // Most bytes are none of these, and one comparison tells.
    for byte in line.bytes().filter(|byte| matches!(byte, b'\t' | b'"' | b',' | b';' | b'|')) {
        match DELIMITERS.iter().position(|delimiter| *delimiter == byte) {
            Some(index) => counts[index] += usize::from(!quoted),
            None => quoted = !quoted,
        }
    }
    counts
}

fn cell(text: &str, line: Span, delimiter: u8, column: usize) -> Option<Span> {
    let mut start = line.start;
    for (index, part) in line.of(text).split(char::from(delimiter)).enumerate() {
        if index == column {
            return Some(Span::new(start, start + part.len()));
        }
        start += part.len() + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_values_their_header() {
        let text = "Liste:\nName;Geburtsdatum;Ort\nAda;3.5.1987;Köln\nBo;4.6.1990;Ulm\n\nEnde; hier";
        let columns = Columns::of(text);
        let header =
            |needle: &str| columns.header_of(text, text.find(needle).unwrap()).map(|span| span.of(text).to_owned());
        assert_eq!(header("3.5.1987").as_deref(), Some("Geburtsdatum"));
        assert_eq!(header("Ulm").as_deref(), Some("Ort"));
        assert_eq!(header("Name"), None);
        assert_eq!(header("hier"), None);
        let markdown = "| Name | IBAN |\n|---|---|\n| Ada | DE21 |";
        let columns = Columns::of(markdown);
        let header = columns.header_of(markdown, markdown.find("DE21").unwrap()).unwrap();
        assert_eq!(header.of(markdown).trim(), "IBAN");
        assert!(columns.rows_under(markdown.find("IBAN").unwrap()).is_some());
    }

    #[test]
    fn prose_is_no_table() {
        let text = "Eins, zwei, drei.\nNur ein Komma, hier.";
        assert!(Columns::of(text).header_of(text, text.len() - 2).is_none());
    }
}
