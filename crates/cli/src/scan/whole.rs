//! Files that are read as a whole.

use leitplanke_document::{Options, RecordError, decode, read};
use leitplanke_finding::{DocumentError, Language, Outcome};

use super::{Desk, Portion, guard};
use crate::scan::read::Refused;

/// Most broken records of one file that are told one by one.
pub(super) const MOST_RECORDS: usize = 100;

impl Desk<'_> {
    /// Decodes, splits and scans the bytes of a file.
    pub(super) fn whole(&self, bytes: &[u8]) -> Portion {
        let house = self.job.house;
        let portion = Portion { house, bytes: bytes.len() as u64, ..Portion::default() };
        let decoded = match decode(bytes) {
            Ok(decoded) => decoded,
            Err(refusal) => return self.refused(Refused::Document(refusal)),
        };
        let shown = &self.job.input.shown;
        let options = Options { role: self.role, format: None };
        let note = decoded.encoding.note(self.language).map(|note| format!("{shown}: {note}"));
        let Some(document) = guard::quietly(|| read(shown, &decoded.text, &options)) else {
            return Portion { outcome: Outcome { errors: vec![self.broken(None)], ..Outcome::default() }, ..portion };
        };
        let mut outcome = self.conversations(&document.conversations);
        outcome.documents = 1;
        outcome.skipped.records = document.skipped;
        let mut told = 0;
        outcome.errors.extend(self.records(&document.errors, &mut told));
        outcome.errors.extend(self.untold(told));
        Portion { outcome, note, ..portion }
    }

    /// Entries for records that could not be read. `told` counts them over the whole file.
    pub(super) fn records(&self, errors: &[RecordError], told: &mut usize) -> Vec<DocumentError> {
        let shown = errors.iter().take(MOST_RECORDS.saturating_sub(*told));
        *told += errors.len();
        shown.map(|error| self.entry(error.describe(self.language))).collect()
    }

    /// An entry for the broken records that were not told one by one.
    pub(super) fn untold(&self, told: usize) -> Option<DocumentError> {
        let rest = told.checked_sub(MOST_RECORDS).filter(|rest| *rest > 0)?;
        Some(self.entry(match self.language {
            Language::De => format!("{rest} weitere Einträge ließen sich nicht lesen."),
            Language::En => format!("{rest} more entries could not be read."),
        }))
    }
}
