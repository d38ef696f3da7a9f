//! What decides about rules, in the order in which it applies.

use std::sync::Arc;

use globset::GlobSet;
use leitplanke_rules::{Head, Rule, Severities};

use crate::allow::Allow;
use crate::preset::{self, Preset};
use crate::severity::{Wanted, levels};
use crate::spot::Spot;

/// What a policy needs to know of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleHead<'r> {
    /// `pack/name`.
    pub id: &'r str,
    /// What it finds, upper snake case.
    pub label: &'r str,
    /// The row of a preset's table.
    pub group: &'r str,
    /// The rule's own severity.
    pub severity: Severities,
}

impl<'r> From<&'r Head> for RuleHead<'r> {
    fn from(head: &'r Head) -> Self {
        Self { id: &head.id, label: &head.label, group: &head.group, severity: head.severity }
    }
}

impl<'r> From<&'r Rule> for RuleHead<'r> {
    fn from(rule: &'r Rule) -> Self {
        Self { id: &rule.id, label: &rule.label, group: &rule.group, severity: rule.severity }
    }
}

/// How closely a name fits a rule; within one layer the closest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    Pack,
    Group,
    Label,
    Id,
}

impl RuleHead<'_> {
    /// The part of the id before the slash.
    pub fn pack(&self) -> &str {
        self.id.split_once('/').map_or(self.id, |(pack, _)| pack)
    }

    pub(crate) fn fit(&self, name: &str) -> Option<Fit> {
        if name == self.id {
            Some(Fit::Id)
        } else if name == self.label {
            Some(Fit::Label)
        } else if name == self.group {
            Some(Fit::Group)
        } else {
            (name == self.pack()).then_some(Fit::Pack)
        }
    }
}

/// A change to the rules a name stands for.
#[derive(Debug, Clone)]
pub(crate) struct Override {
    pub(crate) name: String,
    pub(crate) severity: Option<Wanted>,
    pub(crate) allow: Vec<Allow>,
    /// False where a reason is missing; it is needed once the change turns out to lower something.
    pub(crate) explained: bool,
    pub(crate) spot: Spot,
}

/// One step of the way from a rule's own severity to the one that counts.
#[derive(Debug, Clone)]
pub(crate) enum Layer {
    Preset(&'static Preset),
    /// Values of the house, by the label they are found under.
    Own {
        label: &'static str,
        allow: Vec<Allow>,
    },
    /// A house style switches its group on.
    Style {
        group: &'static str,
        wanted: Wanted,
    },
    /// `path` is the index of the files it is for; `None` for all.
    Overrides {
        path: Option<u16>,
        list: Vec<Override>,
    },
}

/// All layers of a policy.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layers {
    pub(crate) list: Vec<Layer>,
    /// The files of each path override.
    pub(crate) paths: Vec<GlobSet>,
}

/// A change of severity by one override.
pub(crate) struct Step<'l> {
    pub(crate) by: &'l Override,
    before: Severities,
    after: Severities,
}

impl Step<'_> {
    /// True when some person level counts less than before.
    pub(crate) fn lowers(&self) -> bool {
        levels(self.before).iter().zip(levels(self.after)).any(|(before, after)| after < *before)
    }
}

impl Layers {
    /// The severity of a rule where the path overrides `active` hold; `seen` is told of every override on the way.
    pub(crate) fn severities(
        &self,
        rule: &RuleHead<'_>,
        active: &[u16],
        mut seen: impl FnMut(&Step<'_>),
    ) -> Severities {
        let own = rule.severity;
        let mut current = own;
        for layer in &self.list {
            match layer {
                Layer::Preset(preset) => {
                    let home = Preset::by_name(preset::HOME).and_then(|home| home.row(rule.group));
                    current = match preset.row(rule.group) {
                        Some(row) => row.apply(own, home.unwrap_or(row)),
                        None => current,
                    };
                }
                Layer::Style { group, wanted } if rule.group == *group => current = wanted.apply(own, current),
                Layer::Overrides { path, list } if path.is_none_or(|path| active.contains(&path)) => {
                    if let Some((by, wanted)) = closest_override(list, rule) {
                        let after = wanted.apply(own, current);
                        seen(&Step { by, before: current, after });
                        current = after;
                    }
                }
                Layer::Own { .. } | Layer::Style { .. } | Layer::Overrides { .. } => {}
            }
        }
        current
    }

    /// The values that may stand where the path overrides `active` hold.
    pub(crate) fn allow(&self, rule: &RuleHead<'_>, active: &[u16]) -> Vec<Allow> {
        let mut found = Vec::new();
        for layer in &self.list {
            match layer {
                Layer::Own { label, allow } if *label == rule.label => found.extend_from_slice(allow),
                Layer::Overrides { path, list } if path.is_none_or(|path| active.contains(&path)) => {
                    let fitting = list.iter().filter(|change| rule.fit(&change.name).is_some());
                    found.extend(fitting.flat_map(|change| change.allow.iter().cloned()));
                }
                _ => {}
            }
        }
        found
    }

    /// Every override, in order.
    pub(crate) fn overrides(&self) -> impl Iterator<Item = &Override> {
        self.list.iter().flat_map(|layer| match layer {
            Layer::Overrides { list, .. } => list.as_slice(),
            _ => &[],
        })
    }
}

fn closest_override<'l>(list: &'l [Override], rule: &RuleHead<'_>) -> Option<(&'l Override, Wanted)> {
    list.iter()
        .filter_map(|change| Some((rule.fit(&change.name)?, change, change.severity?)))
        .max_by_key(|(fit, ..)| *fit)
        .map(|(_, change, wanted)| (change, wanted))
}

/// What applies to the files of one path; files with equal scopes are treated alike.
#[derive(Debug, Clone)]
pub struct Scope {
    pub(crate) layers: Arc<Layers>,
    /// Path overrides that hold, ascending.
    pub(crate) active: Vec<u16>,
}

impl Scope {
    /// How bad a finding of the rule is here.
    pub fn severities(&self, rule: &RuleHead<'_>) -> Severities {
        self.layers.severities(rule, &self.active, |_| {})
    }

    /// Values that may stand here; a finding of one is silenced with its reason.
    pub fn allow(&self, rule: &RuleHead<'_>) -> Vec<Allow> {
        self.layers.allow(rule, &self.active)
    }
}

impl PartialEq for Scope {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.layers, &other.layers) && self.active == other.active
    }
}

impl Eq for Scope {}

impl std::hash::Hash for Scope {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.active.hash(state);
    }
}
