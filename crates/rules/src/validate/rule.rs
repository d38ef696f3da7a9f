//! A whole rule.

use leitplanke_finding::{Language, Roles};

use super::examples::examples;
use super::ids::{check_group, check_id, check_label, guards, references};
use super::matchers::matcher;
use super::texts::{filled_texts, texts};
use super::{About, Known};
use crate::bilingual;
use crate::rule::{Origin, Rule, Severities};
use crate::spec::{RuleSpec, SeveritySpec};
use crate::yaml::{Choice, List, Problems, Text, Word};

/// The rule, when nothing is wrong with it.
pub(crate) fn rule(spec: &RuleSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Option<Rule> {
    let before = problems.count();
    let about = About {
        languages: match (&spec.languages, spec.keys.hold("languages")) {
            (None, true) => None,
            (None, false) => Some(Language::ALL.to_vec()),
            (Some(list), _) if list.items.len() < list.written => None,
            (list, _) => each_once(list.as_ref(), problems),
        },
        roles: each_once(spec.roles.as_ref(), problems).map_or(Roles::ALL, Roles::from_iter),
    };
    if let Some(id) = &spec.id {
        check_id(id, known.pack, problems);
    }
    if let Some(label) = &spec.label {
        check_label(label, problems);
    }
    if let Some(group) = &spec.group {
        check_group(group, problems);
    }
    let message = filled_texts(spec.message.as_ref(), problems);
    let why = filled_texts(spec.why.as_ref(), problems);
    let instead = filled_texts(spec.instead.as_ref(), problems);
    let references = references(spec.references.as_ref(), problems);
    let guards = guards(spec.guards.as_ref(), known, problems);
    let looks = spec.kind.zip(spec.matcher.as_ref());
    let looks = looks.and_then(|(kind, node)| matcher(kind.value, node, &about, known, problems));
    let examples = spec.examples.as_ref().map(|written| examples(written, &about, problems));
    if problems.count() > before {
        return None;
    }
    let owned = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
    Some(Rule {
        id: owned(&spec.id)?,
        label: owned(&spec.label)?,
        data_class: spec.data_class.map(|class| class.value),
        severity: severities(spec.severity.as_ref()?)?,
        group: owned(&spec.group)?,
        roles: about.roles,
        languages: about.languages?,
        status: spec.status.map(|status| status.value).unwrap_or_default(),
        title: texts(spec.title.as_ref()),
        message,
        why,
        instead,
        references,
        guards,
        matcher: looks?,
        examples: examples?,
        origin: Origin { file: known.file.to_owned(), line: spec.id.as_ref()?.place.line },
    })
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
