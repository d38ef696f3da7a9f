//! Several identifiers of one person in one message belong together.

use std::collections::BTreeMap;

use leitplanke_finding::{DataClass, Finding};

/// Label of names.
const PERSON: &str = "PERSON";

/// Numbers the people of a message and gives their findings the number. With one person in the message everything
/// personal is theirs; with several, what stands on the same line as exactly one of them.
pub(crate) fn link(findings: &mut [Finding]) {
    let mut people: BTreeMap<String, u32> = BTreeMap::new();
    let mut by_line: BTreeMap<usize, OnLine> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| *finding.label == *PERSON) {
        let next = people.len() as u32 + 1;
        let number = *people.entry(key(&finding.text)).or_insert(next);
        let line = by_line.entry(finding.location.line).or_insert(OnLine::One(number));
        if *line != OnLine::One(number) {
            *line = OnLine::Several;
        }
    }
    let only = (people.len() == 1).then_some(1);
    let owner = |finding: &Finding| {
        if *finding.label == *PERSON {
            return people.get(&key(&finding.text)).copied();
        }
        only.or_else(|| match by_line.get(&finding.location.line)? {
            OnLine::One(number) => Some(*number),
            OnLine::Several => None,
        })
    };
    let owners: Vec<Option<u32>> = findings
        .iter()
        .map(|finding| finding.data_class.filter(|class| *class >= DataClass::Personal).and_then(|_| owner(finding)))
        .collect();
    let mut sizes: BTreeMap<u32, u32> = BTreeMap::new();
    for owner in owners.iter().flatten() {
        *sizes.entry(*owner).or_default() += 1;
    }
    for (finding, owner) in findings.iter_mut().zip(owners) {
        // A group of one says nothing.
        finding.linked = owner.filter(|owner| sizes.get(owner).is_some_and(|size| *size > 1));
    }
}

/// The people named on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnLine {
    One(u32),
    Several,
}

/// The last word of a name, in lower-case: "Frau Ahlers" is "Sabine Ahlers".
fn key(name: &str) -> String {
    name.split_whitespace().next_back().unwrap_or(name).to_lowercase()
}
