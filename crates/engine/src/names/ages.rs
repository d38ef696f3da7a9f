//! Ages beside people: "Amira (7)", "mein Sohn, 12,", "wird am Samstag 80", "Er ist 83".
//!
//! A number says nothing by itself. It is an age where it stands as one: in brackets or between commas behind a name or
//! the role of one person, behind a form of "sein" or "werden", behind "aged", or in a column called so.

mod around;
mod spelled;

use leitplanke_finding::{PersonLevel, Span};

use super::words::Words;
use crate::lexis::flags;
use crate::signs::{Sign, Signs};
use around::Around;

/// The oldest anybody gets, in years.
const OLDEST: u32 = 109;

/// How far before a pronoun the person it stands for may be named, in bytes.
const ANTECEDENT: usize = 300;

/// Most words between a verb and the age: "wird am kommenden Samstag stolze 80".
const BETWEEN: usize = 4;

/// Words that may stand between such a verb and the age.
const FILLERS: Signs = Signs::of(&[Sign::BeforeAge, Sign::Month]);

/// An age with how firmly the text says whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Age {
    pub(super) span: Span,
    pub(super) level: PersonLevel,
}

/// What is read around one number.
#[derive(Clone, Copy)]
struct Number<'w> {
    around: &'w Around<'w>,
    at: usize,
    /// The last word of the age: its unit where there is one.
    last: usize,
}

/// The ages of a block. `people` are its names, in text order; `level` says how firmly the sentence of a word points at
/// one person.
pub(super) fn find(words: Words<'_>, people: &[Span], level: &dyn Fn(usize) -> PersonLevel) -> Vec<Age> {
    let around = Around::new(words, people, level);
    let mut ages = Vec::new();
    for at in 0..words.len() {
        let Some(token) = words.token(at) else { continue };
        let number = if !token.shape.has_digit() {
            Number::spelled(&around, at)
        } else if token.shape.is_number() && token.end - token.start <= 3 {
            Number::read(&around, at)
        } else {
            is_one_word(words.key(at)).then_some(Number { around: &around, at, last: at })
        };
        let Some(number) = number else { continue };
        if let Some(level) = number.whose() {
            ages.push(Age { span: words.span(at, number.last), level });
        }
    }
    ages
}

/// "9jährige" and "achtjährige", as one word.
fn is_one_word(key: &[u8]) -> bool {
    let digits = key.iter().take_while(|byte| byte.is_ascii_digit()).count();
    matches!(digits, 1 | 2) && key[digits..].starts_with(b"jaehrig") || digits == 0 && spelled::is_years_old(key)
}

impl<'w> Number<'w> {
    /// The number at word `at`, unless it is part of a longer one, or too high.
    fn read(around: &'w Around<'w>, at: usize) -> Option<Self> {
        let words = around.words;
        words.word(at).parse().ok().filter(|years| (1..=OLDEST).contains(years))?;
        let before = words.before(at);
        let after = words.after(at);
        let digit = |text: &str, sign: usize| text.as_bytes().get(sign).is_some_and(u8::is_ascii_digit);
        let signs = |c: char| matches!(c, '.' | ',' | ':' | '/' | '-' | '–' | '€' | '%' | '\'' | '’' | '°');
        let goes_on = after.starts_with(signs) && digit(after, 1) || after.starts_with(['/', '%', '€', '°', ':', '–']);
        let money = ["%", "€", "$", "£"].iter().any(|sign| after.trim_start().starts_with(sign));
        let begun = before
            .ends_with(|c: char| !matches!(c, ' ' | '(' | '\n' | '|' | '\t' | '*' | ';' | ',' | '-' | '–'))
            || before.ends_with("- ");
        if goes_on || money || begun {
            return None;
        }
        let unit = matches!(words.gap(at), " " | "") && words.is(at + 1, Sign::AgeUnit);
        let hyphenated = words.gap(at) == "-";
        let in_years = hyphenated && words.key(at + 1).starts_with(b"jaehrig");
        let english = hyphenated && words.is_one_of(at + 1, &["year"]) && words.is_one_of(at + 2, &["old"]);
        let last = if english { at + 2 } else { at + usize::from(unit || in_years) };
        Some(Self { around, at, last })
    }

    /// The number in words that word `at` is or begins: "siebzehn", "eighty-two years", "twelve-year-old".
    fn spelled(around: &'w Around<'w>, at: usize) -> Option<Self> {
        let words = around.words;
        if spelled::is_years_old(words.key(at)) {
            return Some(Self { around, at, last: at });
        }
        let number = spelled::is_number(words.key(at)) && !words.before(at).ends_with('-');
        number.then_some(())?;
        let joined = matches!(words.gap(at), " " | "-") && at + 1 < words.len();
        let end = at + usize::from(joined && spelled::goes_on(words.key(at), words.key(at + 1)));
        let unit = words.gap(end) == " " && words.is(end + 1, Sign::AgeUnit);
        let english =
            words.gap(end) == "-" && words.is_one_of(end + 1, &["year"]) && words.is_one_of(end + 2, &["old"]);
        let last = if english { end + 2 } else { end + usize::from(unit) };
        Some(Self { around, at, last })
    }

    /// True for a number in words.
    fn is_spelled(self) -> bool {
        !self.words().token(self.at).is_some_and(|token| token.shape.has_digit())
    }

    fn words(self) -> Words<'w> {
        self.around.words
    }

    fn has_unit(self) -> bool {
        self.last > self.at
    }

    /// "alt" or "old" behind the unit.
    fn is_spelled_out(self) -> bool {
        self.has_unit()
            && matches!(self.words().gap(self.last), " " | "-")
            && self.words().is_one_of(self.last + 1, &["alt", "old", "jung", "young"])
    }

    /// How firmly the text says whose age it is; `None` where it is none.
    fn whose(self) -> Option<PersonLevel> {
        if is_one_word(self.words().key(self.at)) {
            return self.as_adjective();
        }
        if self.is_spelled() {
            return self.behind_verb().or_else(|| self.as_adjective());
        }
        self.in_brackets()
            .or_else(|| self.in_a_row())
            .or_else(|| self.behind_verb())
            .or_else(|| self.behind_label())
            .or_else(|| self.as_adjective())
    }

    /// "Amira (7)", "mein Sohn (4 Jahre)", "Frau K. (83)", "zwei Kinder (4 und 6)".
    fn in_brackets(self) -> Option<PersonLevel> {
        let words = self.words();
        let closed = words.after(self.last).trim_start_matches('.').starts_with([')', ',', ';']);
        let joined = closed || words.is_one_of(self.last + 1, &["und", "and"]);
        let open = self.opening_bracket()?;
        if !joined {
            return None;
        }
        if open + 1 < self.at || !closed {
            // "Mateo und Ruben (11 und 12)"
            let several = || self.around.has_people_before(self.at, 2, ANTECEDENT / 2);
            return (words.is(open, Sign::Several) || several()).then(|| self.told()).flatten();
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
            let number = words.token(at).is_some_and(|token| token.shape.is_number());
            if !number && !words.is_one_of(at, &["und", "and"]) {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        None
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
            " " if (closed || joined) && self.around.is_row() => self.around.named(owner),
            _ => None,
        }
    }

    /// The level of a name, a role or a pseudonym that ends with word `at`.
    fn owner(self, at: usize) -> Option<PersonLevel> {
        self.around.named(at).or_else(|| self.role(at)).or_else(|| {
            let letter =
                self.words().is_letter(at) && at > 0 && self.words().has(at - 1, flags::SALUTATION | flags::ROLE);
            letter.then_some(PersonLevel::P2)
        })
    }

    /// The level of "mein Sohn", "die Klientin": P3 beside a name.
    fn role(self, at: usize) -> Option<PersonLevel> {
        let words = self.words();
        if !words.has(at, flags::ROLE) {
            return None;
        }
        let singled = (1..=2).any(|back| words.is_singled(at, back));
        if self.is_behind_person(ANTECEDENT / 4) {
            return Some(PersonLevel::P3);
        }
        (singled || self.around.level(at) >= PersonLevel::P2).then_some(PersonLevel::P2)
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
            if !matches!(words.gap(at), " " | ". ") {
                return None;
            }
            if self.is_verb(at) {
                let helped = words.is_one_of(at, &["turning"]);
                let at = if helped { at.checked_sub(1)? } else { at };
                return named.or_else(|| self.subject(at));
            }
            named = named.or_else(|| self.around.named(at));
            let filler = words.is_any(at, FILLERS) && !(at + 1 == self.at && words.is_one_of(at, &["am", "im"]));
            if !filler && named.is_none() && !words.has(at, flags::ROLE) {
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

    /// True when what follows the number leaves it an age: nothing is counted.
    fn stands_as_age(self) -> bool {
        let words = self.words();
        let after = words.after(self.last);
        if self.is_spelled_out() {
            return true;
        }
        let day = words.gap(self.at).starts_with('.') && words.has(self.at + 1, flags::HUMAN_VERB)
            || after.starts_with(". ")
                && (words.is(self.last + 1, Sign::Month) || words.is_one_of(self.last + 1, &["platz", "klasse"]));
        let closed = after.trim_end().is_empty() || after.starts_with([',', '.', '!', '?', ';', ')', '\n', '"', '“']);
        let goes_on = words.gap(self.last) == " " && words.is(self.last + 1, Sign::BehindAge);
        let dashed = after.starts_with(" –") || after.starts_with(" -");
        !day && (closed || goes_on || dashed)
    }

    /// The level of the subject before the verb at word `verb`.
    fn subject(self, verb: usize) -> Option<PersonLevel> {
        let words = self.words();
        let at = verb.checked_sub(1)?;
        if words.is_one_of(at, &["ich", "i"]) || words.is_one_of(verb, &["bin"]) {
            return Some(PersonLevel::P1);
        }
        if let Some(level) = self.owner(at) {
            return Some(level);
        }
        if words.is(at, Sign::SpokenOf) {
            if self.is_behind_person(ANTECEDENT) || self.around.has_person_behind(self.at, ANTECEDENT / 4) {
                return Some(PersonLevel::P3);
            }
            let back = at.saturating_sub(24);
            return (back..at).rev().find_map(|before| self.role(before));
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
        let years = is_one_word(words.key(self.last))
            || self.has_unit()
                && (words.key(self.last).starts_with(b"jaehrig") || words.is_one_of(self.last, &["old"]));
        let next = self.last + 1;
        let somebody = words.is_capitalised(self.last) || words.has(next, flags::ROLE | flags::HUMAN_VERB);
        let named = || self.around.named(self.last + 1);
        let determined = words.is_singled(self.at, 1);
        if years && determined && words.has(next, flags::HUMAN_VERB) {
            return Some(self.told().unwrap_or(PersonLevel::P2));
        }
        years.then(|| named().or_else(|| somebody.then(|| self.told()).flatten())).flatten()
    }
}
