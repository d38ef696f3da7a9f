//! The fields of records, read together: what one field says counts for the person another one names.
//!
//! `{"name": "…", "diagnose": "…"}` is a row of a table whose header nobody typed. So the rows of a JSON file are
//! written down as such a table, scanned like one, and every finding goes back to the field it stands in.

use leitplanke_document::Message;
use leitplanke_finding::Span;

use super::candidate::Rank;
use super::lead;
use super::message::MessageFindings;

/// Most cells of a row; the rest of a record begins a new one.
const WIDEST: usize = 64;

/// A table with a cell for each field.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// Tables without blank lines, as tab-separated values; a record of one field is a line of a form.
    pub(crate) text: String,
    /// Where the fields stand in it, in their order.
    cells: Vec<Span>,
}

impl Sheet {
    /// Writes down the fields of records, in the order of the file.
    pub(crate) fn of(fields: &[&Message<'_>]) -> Self {
        let mut sheet = Self::default();
        let mut header = Vec::new();
        for record in fields.chunk_by(|field, next| field.row == next.row) {
            for row in record.chunks(WIDEST) {
                sheet.push(row, &mut header);
            }
        }
        sheet
    }

    /// Adds a row below the header it has in common with the row before, or below its own.
    fn push(&mut self, row: &[&Message<'_>], header: &mut Vec<String>) {
        let labels: Vec<String> =
            row.iter().map(|field| lead::label(field.key.as_deref().unwrap_or_default())).collect();
        match labels.as_slice() {
            [label] => {
                self.text.push('\n');
                self.text.push_str(label);
                self.text.push_str(if label.is_empty() { "" } else { ": " });
                header.clear();
            }
            _ if labels == *header => {}
            _ => {
                self.text.push('\n');
                self.text.push_str(&labels.join("\t"));
                self.text.push('\n');
                *header = labels;
            }
        }
        for field in row {
            let start = self.text.len();
            self.text.push_str(&field.text);
            self.cells.push(Span::new(start, self.text.len()));
            self.text.push('\t');
        }
        self.text.pop();
        self.text.push('\n');
    }

    /// What was found in each field, in the offsets of its own text. What stands in a header is nothing anybody wrote.
    pub(crate) fn split(&self, found: MessageFindings) -> Vec<MessageFindings> {
        let mut fields: Vec<MessageFindings> = self.cells.iter().map(|_| MessageFindings::default()).collect();
        for candidate in found.candidates {
            let first = self.cells.partition_point(|cell| cell.end <= candidate.span.start);
            let touched = self.cells.iter().zip(&mut fields).skip(first);
            let touched = touched.take_while(|(cell, _)| cell.start < candidate.span.end);
            // First and last name in neighbouring cells are one person and two findings; anything else is told once.
            let most = if candidate.rank == Rank::Person { usize::MAX } else { 1 };
            for (cell, field) in touched.take(most) {
                field.candidates.extend(inside(*cell, candidate.span).map(|span| {
                    let mut own = candidate.clone();
                    own.span = span;
                    own
                }));
            }
        }
        if let Some(field) = fields.first_mut() {
            field.names.sure = found.names.sure;
        }
        for (word, owner, span) in found.names.bare {
            let at = self.cells.partition_point(|cell| cell.end <= span.start);
            if let (Some(cell), Some(field)) = (self.cells.get(at), fields.get_mut(at)) {
                field.names.bare.extend(inside(*cell, span).map(|span| (word, owner, span)));
            }
        }
        fields
    }
}

/// The part of `span` that lies in `cell`, counted from where the cell begins.
fn inside(cell: Span, span: Span) -> Option<Span> {
    let (start, end) = (span.start.max(cell.start), span.end.min(cell.end));
    (start < end).then(|| Span::new(start - cell.start, end - cell.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<'t>(row: u32, key: &'t str, text: &'t str) -> Message<'t> {
        Message { row: Some(row), key: Some(key.into()), text: text.into(), ..Message::default() }
    }

    #[test]
    fn rows_with_the_same_keys_share_a_header() {
        let fields = [
            field(0, "vorName", "Ada"),
            field(0, "ort", "Ulm"),
            field(1, "vorName", "Bo"),
            field(1, "ort", "Köln"),
            field(2, "notiz", "keine"),
        ];
        let sheet = Sheet::of(&fields.iter().collect::<Vec<_>>());
        assert_eq!(sheet.text, "\nvorName vor Name\tort\nAda\tUlm\nBo\tKöln\n\nnotiz: keine\n");
        let cells: Vec<&str> = sheet.cells.iter().map(|cell| cell.of(&sheet.text)).collect();
        assert_eq!(cells, ["Ada", "Ulm", "Bo", "Köln", "keine"]);
    }

    #[test]
    fn a_span_over_a_border_is_cut() {
        assert_eq!(inside(Span::new(4, 9), Span::new(6, 12)), Some(Span::new(2, 5)));
        assert_eq!(inside(Span::new(4, 9), Span::new(9, 12)), None);
    }
}
