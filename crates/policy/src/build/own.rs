//! Values of the house that may stand in texts.

use std::sync::Arc;

use leitplanke_rules::yaml::{Text, clipped};
use leitplanke_rules::{Both, bilingual};
use leitplanke_validators::{Verdict, by_name};

use super::Builder;
use crate::allow::Allow;
use crate::layer::Layer;
use crate::spec::{OwnSpec, PolicySpec};

/// What is wrong with a value, said behind the value, and the way out.
type Problem = (Both, Both);

/// How a kind of value is checked and compared.
struct Kind {
    key: &'static str,
    label: &'static str,
    problem: fn(&str) -> Option<Problem>,
    allow: fn(&str, Arc<str>) -> Allow,
}

const IBANS: Kind = Kind { key: "own_ibans", label: "IBAN", problem: iban_problem, allow: Allow::number };
const ADDRESSES: Kind =
    Kind { key: "own_addresses", label: "ADDRESS", problem: address_problem, allow: Allow::address };
const DOMAINS: Kind = Kind { key: "own_domains", label: "EMAIL", problem: domain_problem, allow: Allow::domain };

impl Builder<'_> {
    /// The layers of all own values of a file.
    pub(crate) fn own_values(&mut self, spec: &PolicySpec) -> Vec<Layer> {
        [(&spec.own_ibans, IBANS), (&spec.own_addresses, ADDRESSES), (&spec.own_domains, DOMAINS)]
            .into_iter()
            .filter_map(|(own, kind)| self.own(own.as_ref()?, &kind))
            .collect()
    }

    fn own(&mut self, spec: &OwnSpec, kind: &Kind) -> Option<Layer> {
        let reason: Arc<str> = spec.reason.as_ref().map_or("", |reason| &reason.text).into();
        let values: &[Text] = spec.values.as_ref().map_or(&[], |values| &values.0.items);
        for value in values {
            if let Some((Both { de, en }, help)) = (kind.problem)(value.text.trim()) {
                let shown = clipped(&value.text);
                self.problems.report(value.place, bilingual!("`{shown}` {de}", "`{shown}` {en}")).help(help);
            }
        }
        if self.expired(spec.until.as_ref(), kind.key) {
            return None;
        }
        let allow = values.iter().map(|value| (kind.allow)(value.text.trim(), Arc::clone(&reason))).collect();
        Some(Layer::Own { label: kind.label, allow })
    }
}

fn iban_problem(text: &str) -> Option<Problem> {
    let valid = by_name("iban").is_some_and(|iban| (iban.check)(text) == Verdict::Valid);
    (!valid).then_some((
        Both { de: "ist keine IBAN", en: "is no IBAN" },
        Both {
            de: "Bitte mit dem Kontoauszug vergleichen: Vielleicht fehlt eine Ziffer, oder zwei sind vertauscht.",
            en: "compare it with the bank statement: a digit may be missing or swapped",
        },
    ))
}

fn address_problem(text: &str) -> Option<Problem> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    (words < 2).then_some((
        Both { de: "ist zu kurz für eine Anschrift", en: "is too short for an address" },
        Both {
            de: "Bitte Straße und Hausnummer angeben: `Tulpenring 58, 44147 Dortmund`.",
            en: "write street and number: `Tulpenring 58, 44147 Dortmund`",
        },
    ))
}

fn domain_problem(text: &str) -> Option<Problem> {
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let fits = text.contains('.') && text.split('.').all(label);
    (!fits).then_some((
        Both { de: "ist keine Internet-Domain", en: "is no internet domain" },
        Both {
            de: "Bitte angeben, was hinter dem @ steht, ohne Sternchen: `verein.example`.",
            en: "write what stands behind the @, without stars: `verein.example`",
        },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_in_own_values_are_noticed() {
        assert!(iban_problem("DE93 2343 9684 7792 3137 37").is_none() && iban_problem("DE93 2343").is_some());
        assert!(domain_problem("nord.verein.example").is_none());
        for wrong in ["*.verein.example", "info@verein.example", "verein", "verein..example", "https://verein.example"]
        {
            assert!(domain_problem(wrong).is_some(), "{wrong}");
        }
        assert!(address_problem("Dortmund").is_some() && address_problem("Am Ring 5").is_none());
    }
}
