//! Text that wakes a pattern and is no word: `-----BEGIN`, `://`, `【`.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::{Deserialize, Serialize};

use crate::ruleset::RuleIndex;

/// All such texts of the rules that read one role's texts, found in one pass, in any case of ASCII letters.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Literals {
    texts: Vec<Box<str>>,
    rules: Vec<RuleIndex>,
    #[serde(skip)]
    automaton: OnceLock<Option<AhoCorasick>>,
}

impl Literals {
    /// Lets `text` wake `rule`.
    pub(crate) fn add(&mut self, text: &str, rule: RuleIndex) {
        self.texts.push(text.into());
        self.rules.push(rule);
    }

    /// Takes over what wakes other rules, in the order of the rules.
    pub(crate) fn extend(&mut self, other: Self) {
        let both = std::mem::take(&mut self.rules).into_iter().zip(std::mem::take(&mut self.texts));
        let mut all: Vec<(RuleIndex, Box<str>)> = both.chain(other.rules.into_iter().zip(other.texts)).collect();
        all.sort_by_key(|(rule, _)| *rule);
        (self.rules, self.texts) = all.into_iter().unzip();
        self.automaton = OnceLock::new();
    }

    /// The rules that texts wake.
    pub(crate) fn rules_mut(&mut self) -> &mut [RuleIndex] {
        &mut self.rules
    }

    /// Calls `hit` with every rule and the bytes of the text that woke it.
    pub(crate) fn find(&self, text: &str, mut hit: impl FnMut(RuleIndex, usize, usize)) {
        if self.texts.is_empty() {
            return;
        }
        let build = || {
            AhoCorasick::builder()
                .match_kind(MatchKind::Standard)
                .ascii_case_insensitive(true)
                .kind(Some(AhoCorasickKind::DFA))
                .build(self.texts.iter().map(|text| text.as_bytes()))
                .ok()
        };
        let Some(automaton) = self.automaton.get_or_init(build) else { return };
        for found in automaton.find_overlapping_iter(text) {
            hit(self.rules[found.pattern().as_usize()], found.start(), found.end());
        }
    }
}
