//! Whose age a number is, by the words it stands beside.

use leitplanke_finding::PersonLevel;

use super::super::words::OWNERS;
use super::number::Number;
use crate::lexis::flags;
use crate::signs::{Sign, Signs};

/// How far before a pronoun the person it stands for may be named, in bytes.
const ANTECEDENT: usize = 300;

/// Most words between a verb and the age: "wird am kommenden Samstag stolze 80".
const BETWEEN: usize = 4;

/// Most words of "ein Junge aus unserer Wohngruppe", and of a sentence in which a pronoun stands for somebody.
const PHRASE: usize = 8;
const SENTENCE: usize = 24;

/// Words before somebody told of for the first time, or again.
const SINGLED: Signs = Signs::of(&[Sign::Indefinite, Sign::Definite, Sign::Mine, Sign::Theirs]);

/// Words that join two ages, or two things told of somebody.
const AND: &[&str] = &["und", "and", "u", "n"];

/// Words that may stand between such a verb and the age.
const FILLERS: Signs = Signs::of(&[Sign::BeforeAge, Sign::Month]);

impl Number<'_> {
    /// How firmly the text says whose age it is; `None` where it is none.
    pub(super) fn whose(self) -> Option<PersonLevel> {
        if self.is_ordinal() {
            return None;
        }
        if self.is_one_word() {
            return self.as_adjective();
        }
        if self.is_spelled() {
            return self.behind_verb().or_else(|| self.as_adjective());
        }
        self.in_brackets()
            .or_else(|| self.in_a_row())
            .or_else(|| self.behind_verb())
            .or_else(|| self.of_several())
            .or_else(|| self.as_aside())
            .or_else(|| self.behind_owner())
            .or_else(|| self.behind_label())
            .or_else(|| self.as_adjective())
    }

    /// "Amira (7)", "mein Sohn (4 Jahre)", "Frau K. (83)", "zwei Kinder (4 und 6)".
    fn in_brackets(self) -> Option<PersonLevel> {
        let words = self.words();
        let closed = words.after(self.last).trim_start_matches('.').starts_with([')', ',', ';']);
        let joined = closed || words.is_one_of(self.last + 1, AND);
        let open = self.opening_bracket()?;
        if !joined {
            return None;
        }
        if open + 1 < self.at || !closed {
            // "Mateo und Ruben (11 und 12)"
            let several = || self.around.has_people_before(self.at, 2, ANTECEDENT / 2);
            return (words.is(open, Sign::Several) || several()).then(|| self.told()).flatten();
        }
        if words.is_one_of(open, &["ich", "i"]) {
            return Some(PersonLevel::P1);
        }
        let of_ours = words.follows(open, Sign::Ours);
        self.owner(open).or_else(|| (of_ours || self.has_unit()).then(|| self.told()).flatten())
    }

    /// The word before the bracket that holds nothing but numbers up to this one.
    fn opening_bracket(self) -> Option<usize> {
        let words = self.words();
        let mut at = self.at.checked_sub(1)?;
        for _ in 0..BETWEEN {
            if matches!(words.gap(at), " (" | ". (" | "(") {
                return Some(at);
            }
            if !self.enumerates(at) {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    /// True for a number, or a word that joins two.
    fn enumerates(self, at: usize) -> bool {
        let words = self.words();
        words.token(at).is_some_and(|token| token.shape.is_number()) || words.is_one_of(at, AND)
    }

    /// The level of the sentence, where it points at somebody at all.
    fn told(self) -> Option<PersonLevel> {
        if self.is_behind_person(ANTECEDENT) {
            return Some(PersonLevel::P3);
        }
        Some(self.around.level(self.at)).filter(|level| *level >= PersonLevel::P2)
    }

    /// "Leon, 12, und", "Praktikant, 19 J.", "Arta 15, Besnik 12".
    fn in_a_row(self) -> Option<PersonLevel> {
        let words = self.words();
        let before = self.at.checked_sub(1)?;
        let nearly = words.gap(before) == " " && words.is(before, Sign::Nearly);
        let owner = before.checked_sub(usize::from(nearly))?;
        let after = words.after(self.last);
        // "1. Piotr, 2. Katja" are places.
        let place = words.gap(self.last) == ". " && !self.has_unit() && self.around.begins_name(self.last + 1);
        let closed = !place
            && (after.is_empty() || after.starts_with([',', ';', ')', '\n', '.', '|']) || after.starts_with(" ("));
        let joined = after.starts_with(" und ") || after.starts_with(" and ");
        if words.is(self.last, Sign::Weeks) && !closed {
            return None;
        }
        match words.gap(owner) {
            ", " | "., " if closed || joined || self.has_unit() => self.owner(owner),
            " " if self.has_unit() && (closed || joined) => self.owner(owner),
            "/" if self.around.is_sex(owner) => self.told(),
            " " if (closed || joined) && self.around.is_row() => self.around.named(owner),
            _ => None,
        }
    }

    /// The level of a name, a role, a pseudonym or the sex of somebody that ends with word `at`.
    fn owner(self, at: usize) -> Option<PersonLevel> {
        let sex = || self.around.is_sex(at).then(|| self.told()).flatten();
        self.around.named(at).or_else(|| self.role(at)).or_else(sex).or_else(|| {
            let letter =
                self.words().is_letter(at) && at > 0 && self.words().has(at - 1, flags::SALUTATION | flags::ROLE);
            letter.then_some(PersonLevel::P2)
        })
    }

    /// The level of "mein Sohn", "die Klientin": P3 beside a name.
    fn role(self, at: usize) -> Option<PersonLevel> {
        let words = self.words();
        let by_age = words.is(at, Sign::ByAge) && words.is_capitalised(at) && words.is_singled(at, 1);
        if !words.has(at, flags::ROLE) && !by_age {
            return None;
        }
        let singled = (1..=2).any(|back| words.is_singled(at, back));
        if self.is_behind_person(ANTECEDENT / 4) {
            return Some(PersonLevel::P3);
        }
        (singled || self.around.level(at) >= PersonLevel::P2).then_some(PersonLevel::P2)
    }

    /// "Kinder sind 2 und 6 Jahre", "my twins are 4 and 9".
    fn of_several(self) -> Option<PersonLevel> {
        let words = self.words();
        let mut at = self.at.checked_sub(1)?;
        let mut steps = 0;
        while self.enumerates(at) && steps < BETWEEN {
            at = at.checked_sub(1)?;
            steps += 1;
        }
        let verb = words.is_one_of(at, &["sind", "waren", "werden", "are", "were"]);
        let several = verb && words.follows(at, Sign::Several);
        let closed = self.has_unit() || self.stands_as_age() || self.enumerates(self.last + 1);
        let ours = || at.checked_sub(2).is_some_and(|before| words.is_any(before, OWNERS));
        (several && closed).then(|| self.told().or_else(|| ours().then_some(PersonLevel::P2))).flatten()
    }

    /// "Oma mit ihren 71", "mit 83 Jahren", "mit 17 schon ausgezogen", "at 83 she still swims".
    fn behind_owner(self) -> Option<PersonLevel> {
        let words = self.words();
        let before = self.at.checked_sub(1).filter(|before| words.gap(*before) == " ")?;
        let begins = |at: usize| words.is_one_of(at, &["mit", "with", "at"]);
        if words.is_any(before, OWNERS) && before.checked_sub(1).is_some_and(begins) {
            let counts = words.gap(self.last) == " " && words.is_capitalised(self.last + 1);
            let me = || words.is(before, Sign::Mine).then_some(PersonLevel::P1);
            return (!counts).then(|| me().or_else(|| self.told())).flatten();
        }
        let tells = self.has_unit() || words.gap(self.at) == " " && words.is(self.at + 1, Sign::EvenNow);
        (begins(before) && tells && !words.is(self.last, Sign::Weeks)).then(|| self.told()).flatten()
    }

    /// The level of the nearest role within so many words up to word `at`.
    fn role_within(self, at: usize, reach: usize) -> Option<PersonLevel> {
        (at.saturating_sub(reach)..=at).rev().find_map(|before| self.role(before))
    }

    /// "ein Junge aus der Wohngruppe, 8 Jahre, beißt", "a girl in my class, 6 years old,".
    fn as_aside(self) -> Option<PersonLevel> {
        let words = self.words();
        let before = self.at.checked_sub(1)?;
        let end = self.last + usize::from(self.is_spelled_out());
        let closed = words.after(end).trim_start_matches('.').starts_with(',');
        if !self.has_unit() || !closed || words.gap(before) != ", " || words.is(self.last, Sign::Weeks) {
            return None;
        }
        let mut phrase =
            (before.saturating_sub(PHRASE)..=before).rev().take_while(|at| !words.has(*at, flags::HUMAN_VERB));
        let somebody = phrase.any(|at| words.has(at, flags::ROLE) && words.follows_any(at, SINGLED));
        somebody.then(|| self.told().unwrap_or(PersonLevel::P2))
    }

    /// True when somebody is named in `reach` bytes before the number.
    fn is_behind_person(self, reach: usize) -> bool {
        self.around.has_people_before(self.at, 1, reach)
    }

    /// "wird am Samstag 80", "er ist 34 Jahre alt", "she's 10 now".
    fn behind_verb(self) -> Option<PersonLevel> {
        let words = self.words();
        if !self.stands_as_age() {
            return None;
        }
        let mut at = self.at.checked_sub(1)?;
        let mut named = None;
        for _ in 0..=BETWEEN {
            // "wird am 3.5.2026 18"
            let dated = words.token(at).is_some_and(|token| token.shape.is_number());
            let joined = matches!(words.gap(at), " " | ". ") || dated && words.gap(at) == ".";
            if !joined {
                return None;
            }
            if self.is_verb(at) {
                let helped = words.is_one_of(at, &["turning"]);
                let at = if helped { at.checked_sub(1)? } else { at };
                return named.or_else(|| self.subject(at));
            }
            named = named.or_else(|| self.around.named(at));
            let filler = words.is_any(at, FILLERS) && !(at + 1 == self.at && words.is_one_of(at, &["am", "im"]));
            if !filler && !dated && named.is_none() && !words.has(at, flags::ROLE) {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        None
    }

    fn is_verb(self, at: usize) -> bool {
        let short = self.words().is_one_of(at, &["s", "m"])
            && at.checked_sub(1).is_some_and(|before| matches!(self.words().gap(before), "'" | "’"));
        let mine = self.words().is_one_of(at, &["am"]) && self.words().follows_one_of(at, &["i"]);
        short || mine || self.words().is(at, Sign::Copula)
    }

    /// The level of the subject before the verb at word `verb`.
    fn subject(self, verb: usize) -> Option<PersonLevel> {
        let words = self.words();
        if words.is_one_of(verb, &["bin"]) {
            return Some(PersonLevel::P1);
        }
        let at = verb.checked_sub(1)?;
        if words.is_one_of(at, &["ich", "i"]) {
            return Some(PersonLevel::P1);
        }
        if words.is_one_of(at, AND) || words.gap(at) == ", " {
            return self.told().or_else(|| self.role_within(at, PHRASE));
        }
        if let Some(level) = self.owner(at) {
            return Some(level);
        }
        if words.is(at, Sign::SpokenOf) {
            if self.is_behind_person(ANTECEDENT) || self.around.has_person_behind(self.at, ANTECEDENT / 4) {
                return Some(PersonLevel::P3);
            }
            // "she's 76 years old" says it of somebody, whoever that is.
            let somebody = || self.is_spelled_out().then_some(PersonLevel::P2);
            return self.role_within(at, SENTENCE).or_else(somebody);
        }
        let spelled = self.is_spelled_out() && self.is_behind_person(ANTECEDENT / 3);
        spelled.then_some(PersonLevel::P3)
    }

    /// "aged 62", "Alter: 12", "im Alter von 62 Jahren", and a column called so.
    fn behind_label(self) -> Option<PersonLevel> {
        let words = self.words();
        let before = self.at.checked_sub(1)?;
        let range = matches!(words.gap(self.last), " " | "-" | " - " | "–")
            && (words.is_one_of(self.last + 1, &["bis", "to", "und", "and"])
                || words.token(self.last + 1).is_some_and(|token| token.shape.is_number()));
        let label = words.is(before, Sign::AgeLabel)
            || (words.is_one_of(before, &["von", "of"]) && words.follows(before, Sign::AgeLabel));
        if label && !range && matches!(words.gap(before), " " | ": ") {
            return self.is_behind_person(ANTECEDENT / 2).then_some(PersonLevel::P3);
        }
        self.is_in_column().then_some(PersonLevel::P3)
    }

    /// True in a cell below "Alter" in a row that names somebody.
    fn is_in_column(self) -> bool {
        if !self.around.is_headed() {
            return false;
        }
        let words = self.words();
        let start = words.span(self.at, self.at).start;
        let line = words.text[..start].rfind('\n').map_or(0, |line_break| line_break + 1);
        let end = words.text[start..].find('\n').map_or(words.text.len(), |line_break| start + line_break);
        let named = self.around.names_within(line, end);
        let fills =
            words.after(self.last).trim_start_matches([' ', '.']).starts_with(['|', ';', ',', '\t', '\n', '\r'])
                || words.after(self.last).trim().is_empty();
        if !named || !fills || line == 0 {
            return false;
        }
        let header = words.view.columns().header_of(words.text, start).map(|header| header.of(words.text));
        header.is_some_and(|header| {
            let header = header.trim_matches([' ', '*', '"', '|']);
            ["Alter", "Age", "Alter (Jahre)", "J.", "Jahre", "Lebensalter"]
                .iter()
                .any(|own| header.eq_ignore_ascii_case(own))
        })
    }

    /// "die 17-Jährige", "unser 9-jähriger Sohn", "a 17-year-old boy".
    fn as_adjective(self) -> Option<PersonLevel> {
        let words = self.words();
        let years = self.is_one_word()
            || self.has_unit()
                && (words.key(self.last).starts_with(b"jaehrig") || words.is_one_of(self.last, &["old"]));
        let next = self.last + 1;
        let somebody = words.is_capitalised(self.last)
            || words.key(self.last).ends_with(b"yo")
            || words.has(next, flags::ROLE | flags::HUMAN_VERB);
        let named = || self.around.named(next);
        let determined = words.is_singled(self.at, 1);
        if years && determined && words.has(next, flags::HUMAN_VERB) {
            return Some(self.told().unwrap_or(PersonLevel::P2));
        }
        years.then(|| named().or_else(|| somebody.then(|| self.told()).flatten())).flatten()
    }
}
