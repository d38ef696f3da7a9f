//! A whole rule.

use leitplanke_finding::{Language, Roles};

use super::examples::examples;
use super::ids::check_id;
use super::matchers::matcher;
use super::texts::texts;
use super::traits::traits;
use super::{About, Known};
use crate::family;
use crate::rule::{Origin, Rule};
use crate::spec::RuleSpec;
use crate::yaml::Problems;

/// The rule, when nothing is wrong with it.
pub(crate) fn rule(spec: &RuleSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Option<Rule> {
    let before = problems.count();
    if let Some(id) = &spec.id {
        check_id(id, known.pack, problems);
    }
    let own = traits(spec, known.frames, known.complete, problems);
    let given = family::given(spec, known, problems);
    let all = || Language::ALL.to_vec();
    let languages = if spec.keys.hold("languages") {
        // Where they are written wrong, the family's would make for mistakes that nobody made.
        own.languages.clone()
    } else {
        given.as_ref().map(|given| given.languages.clone().unwrap_or_else(all))
    };
    let traits = own.or(given.unwrap_or_default());
    let about = About { languages, roles: traits.roles.unwrap_or(Roles::ALL) };
    let looks = spec.kind.zip(spec.matcher.as_ref());
    let looks = looks.and_then(|(kind, node)| matcher(kind.value, node, &about, known, problems));
    let examples = spec.examples.as_ref().map(|written| examples(written, &about, problems));
    if problems.count() > before {
        return None;
    }
    let id = spec.id.as_ref()?;
    Some(Rule {
        id: id.text.clone(),
        label: traits.label?,
        data_class: traits.data_class,
        severity: traits.severity?,
        group: traits.group?,
        roles: about.roles,
        languages: about.languages?,
        status: spec.status.map(|status| status.value).unwrap_or_default(),
        title: texts(spec.title.as_ref()),
        message: traits.message?,
        why: traits.why?,
        instead: traits.instead?,
        references: traits.references.unwrap_or_default(),
        guards: traits.guards.unwrap_or_default(),
        matcher: looks?,
        examples: examples?,
        origin: Origin { file: known.file.to_owned(), line: id.place.line },
    })
}
