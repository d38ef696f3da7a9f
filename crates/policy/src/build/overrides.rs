//! `rules`.

use std::sync::Arc;

use leitplanke_rules::yaml::{Key, Problems, TYPOGRAPHIC_QUOTES, Text, clipped};

use leitplanke_rules::bilingual;

use super::Builder;
use crate::allow::Allow;
use crate::layer::Override;
use crate::names::add_a_reason;
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
            missing_reason(&mut self.problems, name, spec.allow.is_some());
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
            let shown = clipped(&pattern.text);
            let message = bilingual!(
                "das Muster `{shown}` passt auf fast alles",
                "the pattern `{shown}` fits nearly everything",
            );
            self.problems.report(pattern.place, message).help(bilingual!(
                "Bitte den Wert nennen, mit `*` am offenen Ende, oder die Regel ausschalten: `severity: off`.",
                "name the value, with `*` at an open end, or switch the rule off: `severity: off`",
            ));
            return None;
        }
        if pattern.text.starts_with(TYPOGRAPHIC_QUOTES) {
            let shown = clipped(&pattern.text);
            let message = bilingual!(
                "die Anführungszeichen von `{shown}` zählen mit zum Wert",
                "the quotation marks of `{shown}` count as part of the value",
            );
            self.problems
                .report(pattern.place, message)
                .help(bilingual!("Bitte gerade nehmen: '…'", "use straight ones: '…'"));
            return None;
        }
        Some(Allow::glob(&pattern.text, Arc::clone(reason)))
    }
}

fn missing_reason(problems: &mut Problems<'_>, name: &Key, allows: bool) {
    let shown = clipped(&name.text);
    let message = if allows {
        bilingual!(
            "die Änderung an `{shown}` erlaubt Werte und hat keine Begründung",
            "the change to `{shown}` allows values and has no reason",
        )
    } else {
        bilingual!(
            "die Änderung an `{shown}` schaltet etwas aus und hat keine Begründung",
            "the change to `{shown}` switches something off and has no reason",
        )
    };
    problems.report(name.place, message).help(add_a_reason());
}
