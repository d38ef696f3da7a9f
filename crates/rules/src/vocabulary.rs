//! Named lists of terms that rules refer to as `<name>`.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::bilingual;
use crate::family::Families;
use crate::fragment::Fragments;
use crate::needs::in_order;
use crate::spec::{VocabularySpec, Written};
use crate::term::TermList;
use crate::validate::{Known, Vocabularies, check_id, parts, terms};
use crate::yaml::{Problems, clipped};

/// A named list of terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vocabulary {
    /// Name without `vocabulary/`.
    pub name: String,
    /// Its terms, vocabularies inside it filled in.
    pub terms: TermList,
}

impl Written<'_, VocabularySpec> {
    fn name(&self) -> Option<&str> {
        self.spec.id.as_ref()?.text.strip_prefix("vocabulary/")
    }

    fn needs(&self) -> HashSet<&str> {
        self.spec.terms.iter().flat_map(parts).collect()
    }
}

/// Fills vocabularies into each other, adds them to `done` and returns them with the number of their file.
pub(crate) fn fill(
    open: Vec<Written<'_, VocabularySpec>>,
    done: &mut Vocabularies,
    complete: bool,
    problems: &mut [Problems<'_>],
) -> Vec<(usize, Vocabulary)> {
    let mut filled = Vec::new();
    for written in &open {
        if let Some(id) = &written.spec.id {
            check_id(id, Some("vocabulary"), &mut problems[written.file]);
        }
    }
    let (sorted, circle) = in_order(open, Written::name, Written::needs);
    for written in &circle {
        let name = clipped(written.name().unwrap_or_default());
        let message = bilingual!(
            "die Wortliste `{name}` braucht sich selbst, unmittelbar oder im Kreis",
            "the vocabulary `{name}` needs itself, directly or in a circle",
        );
        problems[written.file].report(written.spec.place, message);
    }
    // What stands in a circle misses names that nobody forgot.
    let sorted = sorted.into_iter().map(|written| (written, complete));
    for (written, complete) in sorted.chain(circle.into_iter().map(|written| (written, false))) {
        let (frames, fragments, families) = (std::collections::BTreeSet::new(), Fragments::new(), Families::new());
        let known = Known {
            pack: None,
            file: "",
            vocabularies: done,
            fragments: &fragments,
            families: &families,
            frames: &frames,
            complete,
        };
        let terms = terms(written.spec.terms.as_ref(), &known, &mut problems[written.file]);
        if let Some(name) = written.name() {
            done.insert(name.to_owned(), terms.clone());
            filled.push((written.file, Vocabulary { name: name.to_owned(), terms }));
        }
    }
    filled
}
