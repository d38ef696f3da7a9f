use std::fmt;
use std::sync::Arc;

use leitplanke_rules::yaml::{Place, Problems, Source};
use leitplanke_rules::{Diagnostic, Texts};

/// A place in a policy file, for mistakes that show only once the rules are known.
#[derive(Clone)]
pub(crate) struct Spot {
    pub(crate) source: Arc<Source>,
    pub(crate) place: Place,
}

impl Spot {
    /// A mistake at this place; `notes` may add to it.
    pub(crate) fn diagnostic(&self, message: Texts, notes: impl FnOnce(&mut Diagnostic)) -> Option<Diagnostic> {
        let mut problems = Problems::new(&self.source);
        notes(problems.report(self.place, message));
        problems.into_diagnostics().pop()
    }
}

/// The text of the file is left out: it is long.
impl fmt::Debug for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.source.path(), self.place.line, self.place.column)
    }
}
