use crate::registers::cursor::Cursor;
use crate::verdict::Verdict;

/// Registers of the German courts, the longer sign first: trade (HRA, HRB), associations (VR), cooperatives (`GnR`),
/// partnerships (PR), companies under civil law (`GsR`).
const GERMAN: [&str; 7] = ["HRA", "HRB", "GnR", "GNR", "GsR", "VR", "PR"];

/// `de-commercial-register`: number in a register of companies or associations, § 9 HGB and § 79 BGB.
///
/// Register sign, up to six digits, perhaps letters of the former court (`HRB 12345 B`); Austria: `FN`, up to six digits
/// and a letter. A court in front or behind a comma is skipped. There is no check digit that is published for all.
pub(crate) fn commercial_register(text: &str) -> Verdict {
    let start = ["HR", "VR", "GnR", "GNR", "GsR", "PR", "FN"].iter().filter_map(|sign| text.find(sign)).min();
    let entry = start.and_then(|start| text.get(start..)).unwrap_or_default();
    Verdict::shape(german_entry(entry).or_else(|| austrian_entry(entry)).is_some())
}

fn german_entry(entry: &str) -> Option<()> {
    let mut cursor = Cursor::new(entry);
    let spaced = cursor.skip("HR ");
    let known = if spaced { cursor.skip("A") || cursor.skip("B") } else { GERMAN.iter().any(|sign| cursor.skip(sign)) };
    known.then_some(())?;
    number(&mut cursor)?;
    cursor.gap();
    let former_court = cursor.letters(4).unwrap_or_default();
    (is_end(cursor.rest()) && former_court.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(())
}

fn austrian_entry(entry: &str) -> Option<()> {
    let mut cursor = Cursor::new(entry);
    cursor.skip("FN").then_some(())?;
    number(&mut cursor)?;
    cursor.gap();
    cursor.letters(1)?;
    is_end(cursor.rest()).then_some(())
}

/// Nothing more, or the court after a comma or in parentheses.
fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(',') || rest.starts_with('(')
}

fn number(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.gap();
    cursor.skip("-");
    cursor.skip("Nr.");
    cursor.gap();
    cursor.digits(6).filter(|digits| digits.bytes().any(|byte| byte != b'0')).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_of_courts() {
        for text in [
            "HRB 12345",
            "HRA 1234 B",
            "Amtsgericht Köln, VR 4711",
            "GnR 12",
            "VR-Nr. 12",
            "HR B 123",
            "FN 123456a",
            "FN 123456 a",
            "GsR 77",
            "HRB 12 B, Charlottenburg",
        ] {
            assert_eq!(commercial_register(text), Verdict::Inconclusive, "{text}");
        }
        for text in ["HRC 12345", "HRB", "HRB 1234567", "HRB 0", "VR 12 e. V.", "FN 123456", "FN 123456ab", "", "Ä"] {
            assert_eq!(commercial_register(text), Verdict::Invalid, "{text}");
        }
    }
}
