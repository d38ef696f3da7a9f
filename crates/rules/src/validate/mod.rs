//! From the written to the validated form: every check that needs more than one value, and every default.

mod examples;
mod ids;
mod matchers;
mod pattern;
mod rule;
mod sequence;
mod terms;
mod texts;
mod traits;

use std::collections::BTreeSet;

use leitplanke_finding::Language;

use crate::family::Families;
use crate::fragment::Fragments;

pub(crate) use ids::{check_id, is_kebab};
pub(crate) use rule::rule;
pub(crate) use terms::{Vocabularies, parts, terms};
pub(crate) use texts::texts;
pub(crate) use traits::traits;

/// What the entries of a file may refer to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'k> {
    /// Name of the pack; `None` when its manifest is broken.
    pub(crate) pack: Option<&'k str>,
    /// The file, as rules remember it.
    pub(crate) file: &'k str,
    /// All vocabularies.
    pub(crate) vocabularies: &'k Vocabularies,
    /// All fragments.
    pub(crate) fragments: &'k Fragments,
    /// All families.
    pub(crate) families: &'k Families,
    /// Names of all frames.
    pub(crate) frames: &'k BTreeSet<String>,
    /// False when some file could not be read, so that a name may be missing without anybody's fault here.
    pub(crate) complete: bool,
}

/// What a rule says about itself that its parts need to know.
#[derive(Debug, Clone)]
pub(crate) struct About {
    /// Both when they are not written; `None` when they are written wrong.
    pub(crate) languages: Option<Vec<Language>>,
    pub(crate) roles: leitplanke_finding::Roles,
}
