//! Holds findings against the labels.

use std::collections::{BTreeMap, BTreeSet};

use leitplanke_finding::{Finding, Severity, Span};

use super::cases::{Case, Gold};

/// What was found of one label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Values or cases to find.
    pub(crate) gold: u32,
    /// Of these, found.
    pub(crate) found: u32,
    /// Findings at warning or above where nothing is.
    pub(crate) false_alarms: u32,
    /// Misses: case and value.
    pub(crate) missed: Vec<String>,
    /// False alarms: case, rule and value.
    pub(crate) alarms: Vec<String>,
}

impl Tally {
    /// Share of the gold that was found; `None` without gold.
    pub(crate) fn recall(&self) -> Option<f64> {
        share(self.found, self.gold)
    }

    /// Share of what was reported that is right; `None` when nothing was reported.
    pub(crate) fn precision(&self) -> Option<f64> {
        share(self.found, self.found + self.false_alarms)
    }

    /// Recall and precision in one, recall counting twice as much; `None` without gold.
    pub(crate) fn f2(&self) -> Option<f64> {
        let [gold, found, alarms] = [self.gold, self.found, self.false_alarms].map(f64::from);
        (self.gold > 0).then(|| 5.0 * found / (4.0 * gold + found + alarms))
    }

    /// Adds the counts of another label.
    pub(crate) fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.false_alarms += other.false_alarms;
    }
}

/// What was found in harmless texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Clean {
    /// Harmless texts.
    pub(crate) cases: u32,
    /// Their words.
    pub(crate) words: u32,
    /// Those with a finding at warning or above.
    pub(crate) flagged: u32,
    /// Such findings.
    pub(crate) alarms: u32,
}

impl Clean {
    /// False alarms per 1,000 words.
    pub(crate) fn per_thousand_words(&self) -> f64 {
        share(self.alarms, self.words).unwrap_or_default() * 1000.0
    }

    /// Share of harmless texts with a warning.
    pub(crate) fn flagged_share(&self) -> f64 {
        share(self.flagged, self.cases).unwrap_or_default()
    }
}

/// The figures of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// By label.
    pub(crate) labels: BTreeMap<String, Tally>,
    /// Labels whose values are marked in the texts, so that a finding without a mark is wrong.
    pub(crate) entities: BTreeSet<String>,
    pub(crate) clean: Clean,
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// Scores the findings of each case.
pub(crate) fn score(cases: &[Case], findings: &[Vec<Finding>]) -> Score {
    let entities = cases.iter().flat_map(|case| &case.gold).map(|gold| gold.label.clone()).collect();
    let mut score = Score { entities, ..Score::default() };
    for (case, findings) in cases.iter().zip(findings) {
        score.found(case, findings);
        score.false_alarms(case, findings);
    }
    score
}

impl Score {
    fn found(&mut self, case: &Case, findings: &[Finding]) {
        for gold in &case.gold {
            let tally = self.labels.entry(gold.label.clone()).or_default();
            tally.gold += 1;
            if is_covered(gold, findings) {
                tally.found += 1;
            } else {
                tally.missed.push(format!("{}: {:?}", case.id, gold.span.of(&case.text)));
            }
        }
        for label in &case.expect {
            let tally = self.labels.entry(label.clone()).or_default();
            tally.gold += 1;
            if findings.iter().any(|finding| *finding.label == **label) {
                tally.found += 1;
            } else {
                tally.missed.push(case.id.clone());
            }
        }
    }

    fn false_alarms(&mut self, case: &Case, findings: &[Finding]) {
        let loud: Vec<&Finding> = findings.iter().filter(|finding| finding.severity >= Severity::Warning).collect();
        if case.clean {
            self.clean.cases += 1;
            self.clean.words += case.text.split_whitespace().count() as u32;
            self.clean.flagged += u32::from(!loud.is_empty());
            self.clean.alarms += loud.len() as u32;
        }
        for finding in loud {
            let judged = case.clean || self.entities.contains(&*finding.label);
            let meant = case.gold.iter().any(|gold| overlap(gold.span, finding.byte_span) > 0);
            if judged && !meant && !case.expect.iter().any(|label| **label == *finding.label) {
                let tally = self.labels.entry(finding.label.to_string()).or_default();
                tally.false_alarms += 1;
                tally.alarms.push(format!("{}: {} {:?}", case.id, finding.rule, finding.text));
            }
        }
    }
}

/// True when the findings of the label cover half of the value. Several may share it: a table may hold the last and the
/// first name in two cells, and each is found for itself.
fn is_covered(gold: &Gold, findings: &[Finding]) -> bool {
    let own = findings.iter().filter(|finding| *finding.label == *gold.label);
    let mut spans: Vec<Span> = own.map(|finding| finding.byte_span).collect();
    spans.sort_unstable();
    let mut covered = 0;
    let mut end = 0;
    for span in spans {
        let start = span.start.max(end);
        covered += overlap(gold.span, Span::new(start, span.end.max(start)));
        end = end.max(span.end);
    }
    2 * covered >= gold.span.len() && covered > 0
}

/// Bytes two spans share.
fn overlap(a: Span, b: Span) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_counts_recall_twice() {
        let tally = Tally { gold: 10, found: 5, false_alarms: 5, ..Tally::default() };
        assert_eq!((tally.recall(), tally.precision()), (Some(0.5), Some(0.5)));
        assert!((tally.f2().unwrap() - 0.5).abs() < 1e-9);
        let careful = Tally { gold: 10, found: 5, false_alarms: 0, ..Tally::default() };
        let eager = Tally { gold: 10, found: 10, false_alarms: 10, ..Tally::default() };
        assert!(eager.f2().unwrap() > careful.f2().unwrap());
        assert_eq!(Tally::default().f2(), None);
    }

    #[test]
    fn overlap_is_never_negative() {
        assert_eq!(overlap(Span::new(0, 3), Span::new(5, 9)), 0);
        assert_eq!(overlap(Span::new(0, 6), Span::new(5, 9)), 1);
    }
}
