//! Several identifiers of one person in one message, or in one record, belong together.

use std::collections::BTreeMap;

use leitplanke_finding::{DataClass, Finding};

/// Label of names.
const PERSON: &str = "PERSON";

/// Numbers the people of a message and gives their findings the number. With one person in the message everything
/// personal is theirs; with several, what stands on the same line as exactly one of them.
pub(crate) fn in_text(findings: &mut [Finding]) {
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
    let owners: Vec<Option<u32>> =
        findings.iter().map(|finding| if is_personal(finding) { owner(finding) } else { None }).collect();
    let mut sizes: BTreeMap<u32, u32> = BTreeMap::new();
    for owner in owners.iter().flatten() {
        *sizes.entry(*owner).or_default() += 1;
    }
    for (finding, owner) in findings.iter_mut().zip(owners) {
        // A group of one says nothing.
        finding.linked = owner.filter(|owner| sizes.get(owner).is_some_and(|size| *size > 1));
    }
}

/// Gives the findings of each record that names somebody a number: a record is about one person, whatever cells the
/// name is split into. Findings come with their row.
pub(crate) fn in_rows(mut findings: Vec<(u32, &mut Finding)>) {
    let mut rows: BTreeMap<u32, (bool, u32)> = BTreeMap::new();
    for (row, finding) in findings.iter().filter(|(_, finding)| is_personal(finding)) {
        let (named, size) = rows.entry(*row).or_default();
        *named |= *finding.label == *PERSON;
        *size += 1;
    }
    let people = rows.into_iter().filter(|(_, (named, size))| *named && *size > 1).map(|(row, _)| row);
    let numbers: BTreeMap<u32, u32> = people.zip(1..).collect();
    for (row, finding) in findings.iter_mut().filter(|(_, finding)| is_personal(finding)) {
        finding.linked = numbers.get(row).copied();
    }
}

fn is_personal(finding: &Finding) -> bool {
    finding.data_class.is_some_and(|class| class >= DataClass::Personal)
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
