//! A number that may be an age, and what belongs to it: "83", "9 Jahre", "17-jähriger", "3½", "16yo", "twelve-year-old".

use super::super::words::Words;
use super::around::Around;
use super::spelled;
use crate::lexis::flags;
use crate::signs::Sign;

/// The oldest anybody gets, in years.
const OLDEST: u32 = 109;

/// A number and what is read around it.
#[derive(Clone, Copy)]
pub(super) struct Number<'w> {
    pub(super) around: &'w Around<'w>,
    pub(super) at: usize,
    /// The last word of the age: its unit where there is one.
    pub(super) last: usize,
}

/// "9jährige", "achtjährige" and "16yo", as one word.
fn is_one_word(words: Words<'_>, at: usize) -> bool {
    let key = words.key(at);
    let digits = key.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let unit = &key[digits..];
    matches!(digits, 1 | 2) && (unit.starts_with(b"jaehrig") || unit == b"yo")
        || digits == 0 && spelled::is_years_old(words, key)
}

impl<'w> Number<'w> {
    /// The number that word `at` is or begins.
    pub(super) fn at(around: &'w Around<'w>, at: usize) -> Option<Self> {
        let words = around.words;
        let token = words.token(at)?;
        if !token.shape.has_digit() {
            Self::spelled(around, at)
        } else if token.shape.is_number() && token.end - token.start <= 3 || words.word(at).ends_with('½') {
            Self::read(around, at)
        } else {
            is_one_word(words, at).then_some(Self { around, at, last: at })
        }
    }

    /// The number at word `at`, unless it is part of a longer one, or too high.
    fn read(around: &'w Around<'w>, at: usize) -> Option<Self> {
        let words = around.words;
        let whole = words.word(at).trim_end_matches('½');
        whole.parse().ok().filter(|years| (1..=OLDEST).contains(years))?;
        let before = words.before(at);
        let after = words.after(at);
        let digit = |text: &str, sign: usize| text.as_bytes().get(sign).is_some_and(u8::is_ascii_digit);
        let signs = |c: char| matches!(c, '.' | ',' | ':' | '/' | '-' | '–' | '€' | '%' | '\'' | '’' | '°');
        let goes_on = after.starts_with(signs) && digit(after, 1) || after.starts_with(['/', '%', '€', '°', ':', '–']);
        let money = ["%", "€", "$", "£"].iter().any(|sign| after.trim_start().starts_with(sign));
        let begun = before
            .ends_with(|c: char| !matches!(c, ' ' | '(' | '\n' | '|' | '\t' | '*' | ';' | ',' | '-' | '–'))
            || before.ends_with("- ");
        let of_sex = begun && before.ends_with('/') && around.is_sex(at.checked_sub(1)?);
        if goes_on || money || begun && !of_sex {
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
        if spelled::is_years_old(words, words.key(at)) {
            return Some(Self { around, at, last: at });
        }
        let number = spelled::is_number(words, at) && !words.before(at).ends_with('-');
        number.then_some(())?;
        let joined = matches!(words.gap(at), " " | "-") && at + 1 < words.len();
        let end = at + usize::from(joined && spelled::goes_on(words, at));
        let unit = words.gap(end) == " " && words.is(end + 1, Sign::AgeUnit);
        let english =
            words.gap(end) == "-" && words.is_one_of(end + 1, &["year"]) && words.is_one_of(end + 2, &["old"]);
        let last = if english { end + 2 } else { end + usize::from(unit) };
        Some(Self { around, at, last })
    }

    /// True for a number in words.
    pub(super) fn is_spelled(self) -> bool {
        !self.words().token(self.at).is_some_and(|token| token.shape.has_digit())
    }

    pub(super) fn words(self) -> Words<'w> {
        self.around.words
    }

    pub(super) fn has_unit(self) -> bool {
        self.last > self.at
    }

    /// "alt" or "old" behind the unit.
    pub(super) fn is_spelled_out(self) -> bool {
        self.has_unit()
            && matches!(self.words().gap(self.last), " " | "-")
            && self.words().is_one_of(self.last + 1, &["alt", "old", "jung", "young"])
    }

    /// True for "9jährige" and the like.
    pub(super) fn is_one_word(self) -> bool {
        is_one_word(self.words(), self.last)
    }

    /// True when what follows the number leaves it an age: nothing is counted.
    pub(super) fn stands_as_age(self) -> bool {
        let words = self.words();
        let after = words.after(self.last);
        if self.is_spelled_out() {
            return true;
        }
        let day = words.gap(self.at).starts_with('.') && words.has(self.at + 1, flags::HUMAN_VERB);
        let closed = after.trim_end().is_empty() || after.starts_with([',', '.', '!', '?', ';', ')', '\n', '"', '“']);
        let goes_on = words.gap(self.last) == " " && words.is(self.last + 1, Sign::BehindAge);
        let dashed = after.starts_with(" –") || after.starts_with(" -");
        !day && !self.is_ordinal() && (closed || goes_on || dashed)
    }

    /// True for "3. Sitzung" and "12. Mai".
    pub(super) fn is_ordinal(self) -> bool {
        let words = self.words();
        let counted = || words.is(self.last + 1, Sign::Month) || words.is(self.last + 1, Sign::Ranked);
        words.gap(self.last) == ". " && counted()
    }
}
