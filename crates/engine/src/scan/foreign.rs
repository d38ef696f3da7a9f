//! What rules of gitleaks ask of a hit besides their shape: randomness, and that no allowlist speaks for it.

use leitplanke_finding::Span;
use leitplanke_rules::matcher::{Exception, Foreign, Target};
use leitplanke_validators::entropy;
use serde::{Deserialize, Serialize};

use crate::expression::Expression;

/// The compiled form of [`Foreign`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ForeignJob {
    /// Bits per character that a value must exceed.
    entropy: Option<f64>,
    exceptions: Vec<Excepted>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Excepted {
    all: bool,
    target: Target,
    regexes: Vec<Expression>,
    /// Lower-case.
    stopwords: Vec<Box<str>>,
}

impl ForeignJob {
    pub(crate) fn new(foreign: &Foreign) -> Self {
        Self { entropy: foreign.entropy, exceptions: foreign.exceptions.iter().map(Excepted::new).collect() }
    }

    /// True when a hit is random enough and no allowlist speaks for it. `matched` is what the regex matched.
    pub(crate) fn counts(&self, text: &str, matched: Span, value: Span) -> bool {
        let written = value.of(text);
        let random = self.entropy.is_none_or(|least| entropy(written) > least + SLACK);
        random && !self.exceptions.iter().any(|exception| exception.holds(text, matched, written))
    }
}

/// An entropy of just the bound is not above it; sums of shares are not exact.
const SLACK: f64 = 2e-9;

impl Excepted {
    fn new(exception: &Exception) -> Self {
        let plain = |regex: &String| leitplanke_rules::shape::ascii(regex).unwrap_or_else(|_| regex.clone());
        Self {
            all: exception.all,
            target: exception.target,
            regexes: exception.regexes.iter().map(|regex| Expression::foreign(&plain(regex), 0)).collect(),
            stopwords: exception.stopwords.iter().map(|word| word.as_str().into()).collect(),
        }
    }

    fn holds(&self, text: &str, matched: Span, value: &str) -> bool {
        let by_regex = || {
            let target = match self.target {
                Target::Value => value,
                Target::Match => matched.of(text),
                Target::Line => lines_of(text, matched),
            };
            self.regexes.iter().any(|regex| regex.tries(target).find(0).is_some())
        };
        let by_word = || {
            let value = value.to_lowercase();
            self.stopwords.iter().any(|word| value.contains(&**word))
        };
        if self.all {
            (self.regexes.is_empty() || by_regex()) && (self.stopwords.is_empty() || by_word())
        } else {
            by_regex() || by_word()
        }
    }
}

/// The lines a span stands in.
fn lines_of(text: &str, span: Span) -> &str {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at);
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(entropy: Option<f64>, exception: Exception) -> ForeignJob {
        ForeignJob::new(&Foreign { entropy, exceptions: vec![exception], ..Foreign::default() })
    }

    fn exception(all: bool, target: Target, regexes: &[&str], stopwords: &[&str]) -> Exception {
        let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        Exception { all, target, regexes: owned(regexes), stopwords: owned(stopwords) }
    }

    #[test]
    fn allowlists_look_at_value_match_or_lines() {
        let text = "# demo\ntoken = abc123 # test\nmore";
        let (matched, value) = (Span::new(7, 21), Span::new(15, 21));
        assert_eq!((matched.of(text), value.of(text)), ("token = abc123", "abc123"));
        for (all, target, regexes, words, counts) in [
            (false, Target::Value, &["^abc"][..], &[][..], false),
            (false, Target::Value, &["token"], &[], true),
            (false, Target::Match, &["^token"], &[], false),
            (false, Target::Line, &["# test$"], &[], false),
            (false, Target::Line, &["demo|more"], &[], true),
            (false, Target::Value, &["none"], &["c12"], false),
            (true, Target::Value, &["none"], &["c12"], true),
            (true, Target::Value, &["abc"], &["c12"], false),
            (true, Target::Value, &[], &["c12"], false),
        ] {
            let job = job(None, exception(all, target, regexes, words));
            assert_eq!(job.counts(text, matched, value), counts, "{target:?} {regexes:?} {words:?}");
        }
    }

    #[test]
    fn entropy_must_be_above_the_bound() {
        let counts = |bits, text: &str| {
            let whole = Span::new(0, text.len());
            job(Some(bits), exception(false, Target::Value, &[], &[])).counts(text, whole, whole)
        };
        assert!(!counts(3.0, "abcdefgh") && counts(2.99, "abcdefgh") && !counts(1.0, "aaaa"));
    }
}
