//! Dates of birth in lists: an old date right beside a name.
//!
//! A date says nothing by itself. Beside a name it is a date of birth where the text speaks of birthdays, where several
//! rows have one of different years, or where it is old and fills a cell of its own. Where the text speaks of birthdays,
//! a few words may stand between: "Gwen celebrates on 3 March 1950".

use leitplanke_finding::Span;

use super::words::Words;
use crate::signs::Sign;

/// The last year that alone makes a date in a record one of birth.
const OLD: u32 = 2005;
/// The last year that makes dates in several rows those of births.
const OLD_LISTED: u32 = 2009;
/// The last year of birth of a child in a list of children.
const LATEST_CHILD: u32 = 2021;
/// The last year of a date of birth in a list, the youngest children aside.
const LATEST: u32 = 2018;
/// Two-digit years from here on are those of the last century.
const LAST_CENTURY: u32 = 30;
/// Most bytes between a name and its date.
const NEAR: usize = 12;
/// Most words between a name and its date: "hat übrigens auch am".
const BETWEEN: usize = 5;

/// Most bytes of a day with the name of its month.
const LONGEST_DAY: usize = 20;

/// A date beside a name.
#[derive(Debug, Clone, Copy)]
struct Dated {
    span: Span,
    year: u32,
    /// Signs separate it from the name and from what follows.
    is_cell: bool,
    /// Words stand between it and the name.
    is_apart: bool,
}

/// The dates of birth beside `people`, the names of a block in text order.
pub(super) fn find(words: Words<'_>, people: &[Span]) -> Vec<Span> {
    let dated: Vec<Dated> = people.iter().filter_map(|person| beside(words, *person)).collect();
    if dated.is_empty() {
        return Vec::new();
    }
    let about = |sign: Sign| (0..words.len()).any(|at| words.is(at, sign));
    let told = about(Sign::OfBirth);
    let years = || dated.iter().filter(|date| !date.is_apart).map(|date| date.year);
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let several = years().nth(1).is_some();
    let listed = several && first < last && first <= OLD_LISTED && last <= LATEST;
    let cell = dated.iter().any(|date| date.is_cell);
    let children = || (several || cell) && last <= LATEST_CHILD && about(Sign::OfChildren);
    let all = told || listed || children();
    let is_birth = |date: &&Dated| {
        let apart = date.is_apart && told && date.year <= LATEST;
        apart || !date.is_apart && (all || (date.is_cell && date.year <= OLD))
    };
    dated.iter().filter(is_birth).map(|date| date.span).collect()
}

/// The date behind a name, or right before it in its line.
fn beside(words: Words<'_>, person: Span) -> Option<Dated> {
    behind(words, person).or_else(|| before(words.text, person))
}

fn behind(all: Words<'_>, person: Span) -> Option<Dated> {
    let text = all.text;
    let mut start = person.end;
    for words in 0..=BETWEEN {
        let rest = &text[start..];
        let gap = rest.len() - rest.trim_start_matches(is_sign).len();
        if gap == 0 || gap > NEAR {
            return None;
        }
        start += gap;
        if let Some((len, year)) = date_at(&text[start..]) {
            let signs = &text[start - gap..start];
            let after = text[start + len..].trim_start_matches(' ');
            let cell = signs.contains([',', ';', '|', '\t', '(', ' '])
                && (after.is_empty() || after.starts_with([',', ';', '|', '\t', '\n', ')', '/', ':', '.']));
            return Some(Dated {
                span: Span::new(start, start + len),
                year,
                is_cell: cell && words == 0,
                is_apart: words > 0,
            });
        }
        start += filler_at(all, start)?;
    }
    None
}

/// Length of the word at byte `start`, where it may stand between a name and its date.
fn filler_at(words: Words<'_>, start: usize) -> Option<usize> {
    let text = &words.text[start..];
    let word = text.split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?;
    let dot = usize::from(text[word.len()..].starts_with(". ") && word.len() <= 3);
    words.signs_of(word).has(Sign::BesideBirth).then_some(word.len() + dot)
}

fn before(text: &str, person: Span) -> Option<Dated> {
    let line = text[..person.start].rfind('\n').map_or(0, |line_break| line_break + 1);
    let before = text[line..person.start].trim_start_matches(['-', '*', '•', ' ', '|']);
    let start = person.start - before.len();
    let (len, year) = date_at(before)?;
    let between = &text[start + len..person.start];
    let near = !between.is_empty() && between.chars().all(is_sign);
    near.then_some(Dated { span: Span::new(start, start + len), year, is_cell: false, is_apart: false })
}

fn is_sign(c: char) -> bool {
    matches!(c, ' ' | ',' | ';' | ':' | '|' | '/' | '\t' | '(' | '*' | '–' | '-' | '"' | '\'' | '’')
}

/// Length and year of the date that `text` begins with: 3.5.1987, 03.05.87, 3/5/1987, 1987-05-03, 3. Mai 1987.
fn date_at(text: &str) -> Option<(usize, u32)> {
    let len = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'/' | b'-')).count();
    let date = text[..len].trim_end_matches(['.', '/', '-']);
    let parts: Vec<&str> = date.split(['.', '/', '-']).collect();
    let [first, _, third] = parts.as_slice() else { return date_in_words_at(text) };
    let year = if first.len() == 4 { first } else { third };
    if !is_date(date) {
        return None;
    }
    let number: u32 = year.parse().ok()?;
    let century = match year.len() {
        4 => 0,
        _ if number >= LAST_CENTURY => 1900,
        _ => 2000,
    };
    Some((date.len(), century + number))
}

/// The same for a date with the name of its month: 3. Mai 1987, 3 May 1987, May 3rd, 1987.
fn date_in_words_at(text: &str) -> Option<(usize, u32)> {
    text.starts_with(|c: char| c.is_ascii_digit() || c.is_alphabetic()).then_some(())?;
    let mut blanks = text.match_indices(' ').map(|(at, _)| at);
    let (_, second) = (blanks.next()?, blanks.next()?);
    let year = text[second + 1..].get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let end = second + 1 + year.len();
    let goes_on = text[end..].starts_with(|c: char| c.is_alphanumeric());
    (!goes_on && second <= LONGEST_DAY && is_date(&text[..end])).then_some(())?;
    Some((end, year.parse().ok()?))
}

fn is_date(text: &str) -> bool {
    let verdict = leitplanke_validators::by_name("birth-date").map(|named| (named.check)(text));
    verdict == Some(leitplanke_validators::Verdict::Valid)
}

#[cfg(test)]
mod tests {
    use super::date_at;

    #[test]
    fn reads_dates() {
        for (text, expected) in [
            ("3.5.1987;", Some((8, 1987))),
            ("14.1.60\n", Some((7, 1960))),
            ("1987-05-03", Some((10, 1987))),
            ("30/12/1975, x", Some((10, 1975))),
            ("2.12.12.", Some((7, 2012))),
            ("3. Mai 1987, x", Some((11, 1987))),
            ("May 3rd, 1987", Some((13, 1987))),
        ] {
            assert_eq!(date_at(text), expected, "{text}");
        }
        for text in ["3.5.", "31.2.1987", "12", "3.5.187", "x", "1.2.3.4", "10-17", "3. Mai 19871", "3. Foo 1987"] {
            assert_eq!(date_at(text), None, "{text}");
        }
    }
}
