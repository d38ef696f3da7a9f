//! Holds a policy against the rules there are.

use std::collections::{BTreeMap, BTreeSet};

use leitplanke_rules::yaml::clipped;
use leitplanke_rules::{Diagnostic, Diagnostics, Texts, bilingual, closest};

use crate::layer::{Override, RuleHead};
use crate::policy::Policy;
use crate::preset::{self, Preset};

/// The rules of all packs of a run.
#[derive(Debug, Clone, Default)]
pub struct Known<'r> {
    rules: Vec<RuleHead<'r>>,
}

impl<'r, R: Into<RuleHead<'r>>> FromIterator<R> for Known<'r> {
    fn from_iter<I: IntoIterator<Item = R>>(rules: I) -> Self {
        Self { rules: rules.into_iter().map(Into::into).collect() }
    }
}

impl<'r> Known<'r> {
    /// Every word that may stand under `rules`.
    fn names(&self) -> BTreeSet<&'r str> {
        let mut names = self.groups();
        for RuleHead { id, label, .. } in &self.rules {
            names.extend([*id, *label, id.split_once('/').map_or(*id, |(pack, _)| pack)]);
        }
        names
    }

    fn groups(&self) -> BTreeSet<&'r str> {
        self.rules.iter().map(|rule| rule.group).chain(preset_groups()).collect()
    }
}

/// Groups that presets speak of, whether or not a rule belongs to them.
fn preset_groups<'r>() -> impl Iterator<Item = &'r str> {
    Preset::by_name(preset::HOME).into_iter().flat_map(|home| home.rows().map(|(group, _)| group))
}

impl Policy {
    /// Learns the groups of the rules, which approvals by group need, and says what [`Policy::check_names`] says.
    pub fn connect(&mut self, known: &Known<'_>) -> Diagnostics {
        if !self.approved_groups.is_empty() {
            self.groups = known.rules.iter().map(|rule| (rule.id.to_owned(), rule.group.to_owned())).collect();
        }
        self.check_names(known)
    }

    /// Mistakes that show only beside the rules: names that stand for no rule, and changes without a reason that turn
    /// out to make a rule milder.
    pub fn check_names(&self, known: &Known<'_>) -> Diagnostics {
        let names = known.names();
        let unknown = self.layers.overrides().filter(|change| !names.contains(change.name.as_str()));
        let mut wrong: Vec<Diagnostic> = unknown.filter_map(|change| unknown_rule(change, &names)).collect();
        let groups = known.groups();
        for (name, spot) in self.approved_groups.iter().filter(|(name, _)| !groups.contains(name.as_str())) {
            let shown = clipped(name);
            let message = bilingual!("die Gruppe `{shown}` gibt es nicht", "there is no group `{shown}`");
            wrong.extend(spot.diagnostic(message, |found| suggest(found, name, &groups)));
        }
        wrong.extend(self.unexplained(known));
        Diagnostics::sorted(wrong)
    }

    /// Changes that make a rule milder and say not why, each once.
    fn unexplained(&self, known: &Known<'_>) -> Vec<Diagnostic> {
        let mut found: BTreeMap<*const Override, Diagnostic> = BTreeMap::new();
        let paths = (0..self.layers.paths.len() as u16).map(|path| vec![path]);
        for active in std::iter::once(Vec::new()).chain(paths) {
            for rule in &known.rules {
                self.layers.severities(rule, &active, |step| {
                    let at: *const Override = step.by;
                    if step.by.explained || !step.lowers() || found.contains_key(&at) {
                        return;
                    }
                    found.extend(unexplained(step.by, rule.id).map(|diagnostic| (at, diagnostic)));
                });
            }
        }
        found.into_values().collect()
    }
}

fn unexplained(change: &Override, rule: &str) -> Option<Diagnostic> {
    let name = clipped(&change.name);
    let message = bilingual!(
        "die Änderung an `{name}` macht eine Regel milder und hat keine Begründung",
        "the change to `{name}` makes a rule milder and has no reason",
    );
    change.spot.diagnostic(message, |found| {
        if change.name != rule {
            found.note(bilingual!("Es geht um die Regel {rule}.", "the rule is {rule}"));
        }
        found.help(add_a_reason());
    })
}

/// The way out where something is made milder without saying why.
pub(crate) fn add_a_reason() -> Texts {
    bilingual!(
        "Bitte `reason: …` ergänzen, damit es andere auch nächstes Jahr noch verstehen.",
        "add `reason: …`, so that others understand it next year",
    )
}

fn unknown_rule(change: &Override, names: &BTreeSet<&str>) -> Option<Diagnostic> {
    let name = clipped(&change.name);
    let message = bilingual!(
        "`{name}` ist keine Regel, kein Paket, keine Gruppe und kein Label",
        "`{name}` is no rule, pack, group or label",
    );
    change.spot.diagnostic(message, |found| {
        suggest(found, &change.name, names);
        found.note(bilingual!(
            "Alle Regeln zeigt `leitplanke rules list`.",
            "`leitplanke rules list` shows all of them",
        ));
    })
}

fn suggest(found: &mut Diagnostic, written: &str, names: &BTreeSet<&str>) {
    let names: Vec<&str> = names.iter().copied().collect();
    // A rule may be known by its last part only.
    let by_name = || names.iter().find(|name| name.rsplit_once('/').is_some_and(|(_, last)| last == written));
    if let Some(word) = closest(written, &names).or_else(|| by_name().copied()) {
        found.did_you_mean(word);
    }
}
