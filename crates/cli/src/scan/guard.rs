//! One document that breaks the engine is one entry in the report, not the end of the run.

use std::panic::{AssertUnwindSafe, catch_unwind};

use leitplanke_finding::Language;

/// What `work` gives; `None` when it panics.
///
/// Nothing that outlives the work is left half changed: the engine is read-only while it scans.
pub(super) fn quietly<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// What to tell about it; `record` is the 0-based index of the conversation.
pub(super) fn reason(record: Option<usize>, language: Language) -> String {
    let place = record.map(|record| record + 1);
    match (language, place) {
        (Language::De, Some(place)) => format!("Eintrag {place}: {DE}"),
        (Language::De, None) => DE.to_owned(),
        (Language::En, Some(place)) => format!("entry {place}: {EN}"),
        (Language::En, None) => EN.to_owned(),
    }
}

const DE: &str =
    "Hier ist in Leitplanke etwas schiefgegangen; das ist unser Fehler, bitte melden. Der Text wurde nicht geprüft.";
const EN: &str =
    "Something went wrong inside Leitplanke here; this is our mistake, please report it. The text was not checked.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_answer() {
        assert_eq!(quietly(|| 1), Some(1));
        assert_eq!(quietly(|| -> u8 { panic!("secret text") }), None);
        assert!(reason(Some(3), Language::De).starts_with("Eintrag 4: "));
        assert!(!reason(None, Language::En).contains("secret"));
    }
}
