//! Dates of birth in lists: an old date right beside a name.
//!
//! A date says nothing by itself. Beside a name it is a date of birth where the text speaks of birthdays, where several
//! rows have one of different years, or where it is old and fills a cell of its own.

use leitplanke_finding::Span;

use super::words::Words;

/// The last year that alone makes a date in a record one of birth.
const OLD: u32 = 2005;
/// The last year of a date of birth in a list, the youngest children aside.
const LATEST: u32 = 2018;
/// Two-digit years from here on are those of the last century.
const LAST_CENTURY: u32 = 30;
/// Most bytes between a name and its date.
const NEAR: usize = 12;

/// A date beside a name.
#[derive(Debug, Clone, Copy)]
struct Dated {
    span: Span,
    year: u32,
    /// Signs separate it from the name and from what follows.
    is_cell: bool,
}

/// The dates of birth beside `people`, the names of a block in text order.
pub(super) fn find(words: Words<'_>, people: &[Span]) -> Vec<Span> {
    let dated: Vec<Dated> = people.iter().filter_map(|person| beside(words.text, *person)).collect();
    if dated.is_empty() {
        return Vec::new();
    }
    let told = (0..words.len()).any(|at| is_about_births(words.key(at)));
    let years = || dated.iter().map(|date| date.year);
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let listed = dated.len() > 1 && first < last && first <= OLD && last <= LATEST;
    let is_birth = |date: &&Dated| told || listed || (date.is_cell && date.year <= OLD);
    dated.iter().filter(is_birth).map(|date| date.span).collect()
}

/// "Geburtstage", "geb.", "born", "DOB".
fn is_about_births(key: &[u8]) -> bool {
    key.starts_with(b"geburt")
        || matches!(key, b"geb" | b"geboren" | b"birthday" | b"birthdays" | b"born" | b"dob" | b"bday" | b"birth")
}

/// The date right behind a name, or right before it in its line.
fn beside(text: &str, person: Span) -> Option<Dated> {
    let behind = &text[person.end..];
    let gap = behind.len() - behind.trim_start_matches(is_sign).len();
    if gap > 0
        && gap <= NEAR
        && let Some((len, year)) = date_at(&behind[gap..])
    {
        let start = person.end + gap;
        let rest = &text[start + len..];
        let cell = behind[..gap].contains([',', ';', '|', '\t'])
            && rest.trim_start_matches(' ').starts_with([',', ';', '|', '\t', '\n']);
        return Some(Dated { span: Span::new(start, start + len), year, is_cell: cell });
    }
    let line = text[..person.start].rfind('\n').map_or(0, |line_break| line_break + 1);
    let before = text[line..person.start].trim_start_matches(['-', '*', '•', ' ', '|']);
    let start = person.start - before.len();
    let (len, year) = date_at(before)?;
    let between = &text[start + len..person.start];
    let near = !between.is_empty() && between.chars().all(is_sign);
    near.then_some(Dated { span: Span::new(start, start + len), year, is_cell: false })
}

fn is_sign(c: char) -> bool {
    matches!(c, ' ' | ',' | ';' | ':' | '|' | '\t' | '(' | '*' | '–' | '-' | '"')
}

/// Length and year of the date that `text` begins with: 3.5.1987, 03.05.87, 3/5/1987, 1987-05-03.
fn date_at(text: &str) -> Option<(usize, u32)> {
    let len = text.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'/' | b'-')).count();
    let date = text[..len].trim_end_matches(['.', '/', '-']);
    let parts: Vec<&str> = date.split(['.', '/', '-']).collect();
    let [first, _, third] = parts.as_slice() else { return None };
    let year = if first.len() == 4 { first } else { third };
    let valid = leitplanke_validators::by_name("birth-date").map(|named| (named.check)(date));
    if valid != Some(leitplanke_validators::Verdict::Valid) {
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
        ] {
            assert_eq!(date_at(text), expected, "{text}");
        }
        for text in ["3.5.", "31.2.1987", "12", "3.5.187", "x", "1.2.3.4", "10-17"] {
            assert_eq!(date_at(text), None, "{text}");
        }
    }
}
