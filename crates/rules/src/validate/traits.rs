//! What a rule, or a family for its rules, says about findings.

use std::collections::BTreeSet;

use leitplanke_finding::Roles;

use super::ids::{check_group, check_label, guards, references};
use super::texts::filled_texts;
use crate::bilingual;
use crate::family::Traits;
use crate::rule::Severities;
use crate::spec::{Bilingual, RuleSpec, SeveritySpec};
use crate::yaml::{Choice, List, Problems, Text, Word};

/// What stands there; `frames` are the names of all frames, `complete` says that none can be missing.
pub(crate) fn traits(
    spec: &RuleSpec,
    frames: &BTreeSet<String>,
    complete: bool,
    problems: &mut Problems<'_>,
) -> Traits {
    if let Some(label) = &spec.label {
        check_label(label, problems);
    }
    if let Some(group) = &spec.group {
        check_group(group, problems);
    }
    let owned = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
    let languages = spec.languages.as_ref().filter(|list| list.items.len() == list.written);
    let mut said = |written: &Option<Bilingual>| written.as_ref().map(|both| filled_texts(both, problems));
    let (message, why, instead) = (said(&spec.message), said(&spec.why), said(&spec.instead));
    Traits {
        label: owned(&spec.label),
        data_class: spec.data_class.map(|class| class.value),
        group: owned(&spec.group),
        severity: spec.severity.as_ref().and_then(severities),
        roles: each_once(spec.roles.as_ref(), problems).map(Roles::from_iter),
        languages: each_once(languages, problems),
        message,
        why,
        instead,
        references: spec.references.as_ref().map(|keys| references(keys, problems)),
        guards: spec.guards.as_ref().map(|names| guards(names, frames, complete, problems)),
    }
}

fn severities(spec: &SeveritySpec) -> Option<Severities> {
    Some(match spec {
        SeveritySpec::One(choice) => Severities::One(choice.value),
        SeveritySpec::ByPerson(levels) => {
            Severities::ByPerson([levels.p0?.value, levels.p1?.value, levels.p2?.value, levels.p3?.value])
        }
    })
}

/// The values of a list; one that stands twice is a mistake.
fn each_once<T: Word + PartialEq>(list: Option<&List<Choice<T>>>, problems: &mut Problems<'_>) -> Option<Vec<T>> {
    let list = list?;
    let mut values = Vec::new();
    for choice in &list.items {
        if values.contains(&choice.value) {
            let what = T::WHAT.en;
            problems.report(
                choice.place,
                bilingual!("dieses Wort steht zweimal in der Liste", "the {what} stands twice in the list"),
            );
        } else {
            values.push(choice.value);
        }
    }
    Some(values)
}
