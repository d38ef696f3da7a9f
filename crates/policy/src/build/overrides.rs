//! `rules`.

use std::sync::Arc;

use leitplanke_rules::yaml::{Key, Problems, Text, clipped};

use super::Builder;
use crate::allow::Allow;
use crate::layer::Override;
use crate::severity::Wanted;
use crate::spec::{Entries, OverrideSpec, SeveritySpec};

/// A reason that stands above several changes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shared<'s> {
    pub(crate) reason: Option<&'s Text>,
    /// True when one is written, even an unreadable one.
    pub(crate) explained: bool,
}

impl Builder<'_> {
    /// The changes that still hold.
    pub(crate) fn overrides(&mut self, rules: &Entries<OverrideSpec>, shared: Shared<'_>) -> Vec<Override> {
        rules.items.iter().filter_map(|(name, spec)| self.change(name, spec, shared)).collect()
    }

    fn change(&mut self, name: &Key, spec: &OverrideSpec, shared: Shared<'_>) -> Option<Override> {
        let explained = spec.explained || shared.explained;
        let severity = spec.severity.as_ref().map(SeveritySpec::wanted);
        if !explained && (spec.allow.is_some() || severity.is_some_and(Wanted::has_off)) {
            let what = if spec.allow.is_some() { "allows values" } else { "switches something off" };
            missing_reason(&mut self.problems, name, what);
        }
        let reason = spec.reason.as_ref().or(shared.reason).map(|reason| reason.text.as_str());
        let reason: Arc<str> = reason.unwrap_or_default().into();
        let patterns = spec.allow.as_ref().map_or(&[][..], |allow| &allow.0.items);
        let allow = patterns.iter().filter_map(|pattern| self.pattern(pattern, &reason)).collect();
        if self.expired(spec.until.as_ref(), &name.text) {
            return None;
        }
        Some(Override { name: name.text.clone(), severity, allow, explained, spot: self.spot(name.place) })
    }

    fn pattern(&mut self, pattern: &Text, reason: &Arc<str>) -> Option<Allow> {
        if pattern.text.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
            self.problems
                .report(pattern.place, format!("the pattern `{}` fits nearly everything", clipped(&pattern.text)))
                .help("name the value, with `*` at an open end, or switch the rule off: `severity: off`");
            return None;
        }
        Some(Allow::glob(&pattern.text, Arc::clone(reason)))
    }
}

fn missing_reason(problems: &mut Problems<'_>, name: &Key, what: &str) {
    problems
        .report(name.place, format!("the change to `{}` {what} and has no reason", clipped(&name.text)))
        .help("add `reason: …`, so that others understand it next year");
}
