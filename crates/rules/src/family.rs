//! What related rules have in common, written once.

use std::collections::{BTreeMap, BTreeSet};

use leitplanke_finding::{DataClass, Language, Roles};
use serde::{Deserialize, Serialize};

use crate::bilingual;
use crate::bilingual::Texts;
use crate::rule::Severities;
use crate::spec::{RuleSpec, Written};
use crate::validate::{Known, check_id, traits};
use crate::yaml::{Problems, clipped, missing};

/// Rules that say the same about what they find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// Name without `family/`, as rules name it in `family`.
    pub name: String,
    /// What its rules say unless they say something else.
    pub traits: Traits,
}

/// The part of a rule that its family may write for it; `None` where nothing is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traits {
    /// See [`Rule::label`](crate::Rule::label).
    pub label: Option<String>,
    /// See [`Rule::data_class`](crate::Rule::data_class).
    pub data_class: Option<DataClass>,
    /// See [`Rule::group`](crate::Rule::group).
    pub group: Option<String>,
    /// See [`Rule::severity`](crate::Rule::severity).
    pub severity: Option<Severities>,
    /// See [`Rule::roles`](crate::Rule::roles).
    pub roles: Option<Roles>,
    /// See [`Rule::languages`](crate::Rule::languages).
    pub languages: Option<Vec<Language>>,
    /// See [`Rule::message`](crate::Rule::message).
    pub message: Option<Texts>,
    /// See [`Rule::why`](crate::Rule::why).
    pub why: Option<Texts>,
    /// See [`Rule::instead`](crate::Rule::instead).
    pub instead: Option<Texts>,
    /// See [`Rule::references`](crate::Rule::references).
    pub references: Option<Vec<String>>,
    /// See [`Rule::guards`](crate::Rule::guards).
    pub guards: Option<Vec<String>>,
}

impl Traits {
    /// These, and where nothing is written those of the family.
    pub(crate) fn or(self, family: Self) -> Self {
        Self {
            label: self.label.or(family.label),
            data_class: self.data_class.or(family.data_class),
            group: self.group.or(family.group),
            severity: self.severity.or(family.severity),
            roles: self.roles.or(family.roles),
            languages: self.languages.or(family.languages),
            message: self.message.or(family.message),
            why: self.why.or(family.why),
            instead: self.instead.or(family.instead),
            references: self.references.or(family.references),
            guards: self.guards.or(family.guards),
        }
    }

    /// True when what a rule needs, or needs to be checked against, is written under this key.
    fn hold(&self, key: &str) -> bool {
        match key {
            "label" => self.label.is_some(),
            "group" => self.group.is_some(),
            "severity" => self.severity.is_some(),
            "languages" => self.languages.is_some(),
            "message" => self.message.is_some(),
            "why" => self.why.is_some(),
            "instead" => self.instead.is_some(),
            _ => false,
        }
    }
}

/// Families by name; `None` where a mistake was reported.
pub(crate) type Families = BTreeMap<String, Option<Traits>>;

/// Checks families, adds them to `done` and returns them with the number of their file.
pub(crate) fn check_all(
    open: &[Written<'_, RuleSpec>],
    frames: &BTreeSet<String>,
    done: &mut Families,
    complete: bool,
    problems: &mut [Problems<'_>],
) -> Vec<(usize, Family)> {
    let mut new = Vec::new();
    for Written { file, spec } in open {
        let problems = &mut problems[*file];
        let before = problems.count();
        if let Some(id) = &spec.id {
            check_id(id, Some("family"), problems);
        }
        let traits = traits(spec, frames, complete, problems);
        let Some(name) = spec.id.as_ref().and_then(|id| id.text.strip_prefix("family/")) else { continue };
        let is_lost = |key: &str| spec.keys.hold(key) && !traits.hold(key);
        if problems.count() > before || is_lost("languages") || RuleSpec::needed().any(|field| is_lost(field.key)) {
            done.insert(name.to_owned(), None);
            continue;
        }
        done.insert(name.to_owned(), Some(traits.clone()));
        new.push((*file, Family { name: name.to_owned(), traits }));
    }
    new
}

/// What a rule takes from its family: nothing when it has none, `None` when that is not known. Reports what neither of
/// them writes.
pub(crate) fn given(spec: &RuleSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Option<Traits> {
    let Some(name) = &spec.family else { return (!spec.keys.hold("family")).then(Traits::default) };
    let shown = clipped(&name.text);
    let Some(family) = known.families.get(&name.text) else {
        if known.complete {
            let written = name.text.strip_prefix("family/").unwrap_or(&name.text);
            problems
                .report(name.place, bilingual!("die Familie `{shown}` gibt es nicht", "unknown family `{shown}`"))
                .allowed(written, known.families.keys().map(String::as_str));
        }
        return None;
    };
    let given = family.clone()?;
    let lacks = RuleSpec::needed().filter(|field| !spec.keys.hold(field.key) && !given.hold(field.key));
    if let Some(found) = missing(spec.place, lacks, problems) {
        found.help(bilingual!(
            "Weder die Regel noch ihre Familie `{shown}` sagt das. Bitte bei einer von beiden ergänzen.",
            "neither the rule nor its family `{shown}` says so: add it to one of them",
        ));
    }
    Some(given)
}
