//! How a preset's row or a written wish changes the severity of a rule.

use leitplanke_finding::Severity;
use leitplanke_rules::Severities;

/// The row of a group in a preset: severities for P3, P2 and P1.
///
/// Findings without a person count as P3. P0, nobody in particular, is no business of a preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// An identified person, or no person involved.
    pub p3: Severity,
    /// A person identifiable in the house.
    pub p2: Severity,
    /// The writer.
    pub p1: Severity,
}

impl Row {
    /// The row of one written value: P2 and P1 count one step lower, but never vanish.
    pub(crate) fn single(p3: Severity) -> Self {
        let lower = if p3 == Severity::Off { Severity::Off } else { lowered(p3, 1) };
        Self { p3, p2: lower, p1: lower }
    }

    /// Severities by person level, P0 to P3; P0 stays what `own` says unless the whole row is off.
    fn levels(self, own: Severity) -> [Severity; 4] {
        let everything_off = [self.p1, self.p2, self.p3] == [Severity::Off; 3];
        [if everything_off { Severity::Off } else { own }, self.p1, self.p2, self.p3]
    }

    /// What a rule of this group gets. `home` is the group's row in the home preset, which rules are written for: a
    /// rule milder than that stays milder by as many steps, and what it switches off stays off.
    pub(crate) fn apply(self, own: Severities, home: Self) -> Severities {
        match own {
            Severities::One(own) => Severities::One(milder(own, self.p3, home.p3)),
            Severities::ByPerson(own) => {
                let (row, home) = (self.levels(own[0]), home.levels(own[0]));
                let mut levels = [Severity::Off; 4];
                for (at, level) in levels.iter_mut().enumerate() {
                    // A level the rule keeps silent about holds no person the rule means, whatever the row says.
                    *level = if own[at] == Severity::Off { Severity::Off } else { milder(own[at], row[at], home[at]) };
                }
                Severities::ByPerson(levels)
            }
        }
    }
}

/// `row`, as many steps lower as `own` lies below `home`.
fn milder(own: Severity, row: Severity, home: Severity) -> Severity {
    match own {
        _ if own >= home || row == Severity::Off => row,
        Severity::Off => Severity::Off,
        _ => lowered(row, home as u8 - own as u8),
    }
}

/// Some steps lower, but at least a note: only a written `off` switches off.
fn lowered(severity: Severity, steps: u8) -> Severity {
    match (severity as u8).saturating_sub(steps) {
        3 => Severity::Error,
        2 => Severity::Warning,
        _ => Severity::Note,
    }
}

/// A severity as a policy file asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// For everybody the rule means.
    One(Severity),
    /// Per person level, P0 to P3; levels not written stay as they are.
    ByPerson([Option<Severity>; 4]),
    /// No less than this, where the rule means somebody.
    AtLeast(Severity),
}

impl Wanted {
    /// `current` changed as wanted; `own` is what the rule itself says.
    pub(crate) fn apply(self, own: Severities, current: Severities) -> Severities {
        match (self, current) {
            (Self::One(wanted), Severities::One(_)) => Severities::One(wanted),
            (Self::One(wanted), Severities::ByPerson(_)) => per_level(own, current, |_, _| wanted),
            (Self::AtLeast(wanted), Severities::One(now)) => Severities::One(now.max(wanted)),
            (Self::AtLeast(wanted), Severities::ByPerson(_)) => per_level(own, current, |_, now| now.max(wanted)),
            (Self::ByPerson(wanted), Severities::One(now)) => Severities::One(wanted[3].unwrap_or(now)),
            (Self::ByPerson(wanted), Severities::ByPerson(now)) => {
                Severities::ByPerson(std::array::from_fn(|at| wanted[at].unwrap_or(now[at])))
            }
        }
    }

    /// True when it can not but switch something off.
    pub(crate) fn has_off(self) -> bool {
        match self {
            Self::One(severity) | Self::AtLeast(severity) => severity == Severity::Off,
            Self::ByPerson(levels) => levels[1..].contains(&Some(Severity::Off)),
        }
    }
}

/// Changes the levels that the rule itself does not switch off: a topic does not become a person.
fn per_level(own: Severities, current: Severities, change: impl Fn(usize, Severity) -> Severity) -> Severities {
    let (own, now) = (levels(own), levels(current));
    Severities::ByPerson(std::array::from_fn(|at| if own[at] == Severity::Off { now[at] } else { change(at, now[at]) }))
}

/// The severity at every person level, P0 to P3.
pub(crate) fn levels(severities: Severities) -> [Severity; 4] {
    match severities {
        Severities::One(severity) => [severity; 4],
        Severities::ByPerson(levels) => levels,
    }
}

#[cfg(test)]
mod tests {
    use leitplanke_finding::Severity::{Error, Note, Off, Warning};

    use super::*;

    const TOPIC: Severities = Severities::ByPerson([Off, Warning, Warning, Error]);

    #[test]
    fn one_value_is_one_step_lower_below_p3() {
        assert_eq!(Row::single(Error), Row { p3: Error, p2: Warning, p1: Warning });
        assert_eq!(Row::single(Note), Row { p3: Note, p2: Note, p1: Note });
        assert_eq!(Row::single(Off), Row { p3: Off, p2: Off, p1: Off });
    }

    #[test]
    fn a_topic_stays_no_person() {
        let home = Row { p3: Error, p2: Warning, p1: Warning };
        let strict = Row { p3: Error, p2: Error, p1: Error };
        assert_eq!(strict.apply(TOPIC, home), Severities::ByPerson([Off, Error, Error, Error]));
        assert_eq!(Wanted::One(Error).apply(TOPIC, TOPIC), Severities::ByPerson([Off, Error, Error, Error]));
        assert_eq!(Wanted::One(Off).apply(TOPIC, TOPIC), Severities::ByPerson([Off; 4]));
        let asked = Wanted::ByPerson([Some(Note), None, None, None]);
        assert_eq!(asked.apply(TOPIC, TOPIC), Severities::ByPerson([Note, Warning, Warning, Error]));
    }

    #[test]
    fn what_was_switched_off_can_be_switched_on_again() {
        let off = Wanted::One(Off).apply(TOPIC, TOPIC);
        assert_eq!(Wanted::One(Note).apply(TOPIC, off), Severities::ByPerson([Off, Note, Note, Note]));
    }

    #[test]
    fn a_rule_milder_than_its_group_stays_milder() {
        let (home, strict) = (Row::single(Warning), Row::single(Error));
        assert_eq!(strict.apply(Severities::One(Note), home), Severities::One(Warning));
        assert_eq!(strict.apply(Severities::One(Error), home), Severities::One(Error));
        assert_eq!(strict.apply(Severities::One(Off), home), Severities::One(Off));
        assert_eq!(Row::single(Note).apply(Severities::One(Note), home), Severities::One(Note));
    }

    #[test]
    fn a_group_that_is_off_at_home_can_be_on_elsewhere() {
        let (home, strict) = (Row::single(Off), Row::single(Note));
        assert_eq!(strict.apply(Severities::One(Off), home), Severities::One(Note));
        assert_eq!(home.apply(Severities::One(Note), home), Severities::One(Off));
    }
}
