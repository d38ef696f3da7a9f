//! What the engine can look for cheaply before it tries a regex.

use regex_syntax::hir::{Class, ClassUnicodeRange, Hir, HirKind};

use crate::shape;

/// Letters or digits a beginning needs to be worth looking for.
const MIN_WORD: usize = 3;

/// Longest beginning; more letters find nothing more.
const MAX_WORD: usize = 12;

/// Most beginnings a regex may have.
const MAX_WORDS: usize = 64;

/// Largest class (`[kK]`, `[aeiou]`) that is multiplied out.
const MAX_CLASS: usize = 6;

/// Digits a match needs so that digits alone lead to it.
const MIN_DIGITS: u8 = 3;

/// A cheap sign of every match of a regex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// Every match begins with one of these: letters and digits only, at least three, lower-case, sorted.
    Words(Vec<String>),
    /// Every match holds an `@`.
    At,
    /// Every match holds ASCII digits.
    Digits {
        /// The least number of digits in any match, at least three; 255 stands for more.
        min: u8,
        /// What a match may start with.
        leading: Leading,
    },
    /// Nothing: the regex needs keywords or context to be found.
    None,
}

/// What the first character of a match may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leading {
    /// An ASCII digit.
    Digit,
    /// A letter.
    Letter,
    /// Anything.
    Any,
}

/// The trigger of a regex; [`Trigger::None`] for one that can not be parsed.
///
/// ```
/// use leitplanke_rules::trigger::{Leading, Trigger, trigger};
/// assert_eq!(trigger(r"(?i)Az\.? ?\d{1,4}/\d\d"), Trigger::Digits { min: 3, leading: Leading::Letter });
/// assert_eq!(trigger(r"ghp_[A-Za-z0-9]{36}"), Trigger::Words(vec!["ghp".to_owned()]));
/// assert_eq!(trigger(r"[a-z.]+@[a-z.]+"), Trigger::At);
/// assert_eq!(trigger(r"[a-z]+"), Trigger::None);
/// ```
pub fn trigger(regex: &str) -> Trigger {
    let Ok(hir) = shape::hir(regex) else { return Trigger::None };
    if let Some(words) = words(&hir) {
        return Trigger::Words(words);
    }
    if holds_at(&hir) {
        return Trigger::At;
    }
    let min = least_digits(&hir);
    if min >= MIN_DIGITS { Trigger::Digits { min, leading: leading(&hir) } } else { Trigger::None }
}

/// The least number of ASCII digits in any match of a regex; 255 stands for more, 0 for a regex that can not be parsed.
pub fn fewest_digits(regex: &str) -> u8 {
    shape::hir(regex).map_or(0, |hir| least_digits(&hir))
}

/// A beginning of some match.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Head {
    text: String,
    /// True while what follows in the regex also follows in the word.
    open: bool,
}

impl Head {
    fn cut() -> Vec<Self> {
        vec![Self { text: String::new(), open: false }]
    }

    fn nothing() -> Vec<Self> {
        vec![Self { text: String::new(), open: true }]
    }
}

fn words(hir: &Hir) -> Option<Vec<String>> {
    let mut words: Vec<String> = heads(hir).into_iter().map(|head| head.text).collect();
    words.sort();
    words.dedup();
    // A word that begins with another one adds nothing.
    words.dedup_by(|later, earlier| later.starts_with(earlier.as_str()));
    (!words.is_empty() && words.iter().all(|word| word.chars().count() >= MIN_WORD)).then_some(words)
}

/// All beginnings of the matches of a part of a regex.
fn heads(hir: &Hir) -> Vec<Head> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Head::nothing(),
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => vec![literal_head(text)],
            Err(_) => Head::cut(),
        },
        HirKind::Class(class) => class_heads(class),
        HirKind::Capture(capture) => heads(&capture.sub),
        HirKind::Concat(parts) => parts.iter().fold(Head::nothing(), |before, part| {
            if before.iter().any(|head| head.open) { followed(&before, &heads(part)) } else { before }
        }),
        HirKind::Alternation(parts) => limited(parts.iter().flat_map(heads).collect(), Head::cut),
        HirKind::Repetition(repeat) => {
            let once = heads(&repeat.sub);
            let times = repeat.min.min(MAX_WORD as u32);
            let mut all = (0..times).fold(Head::nothing(), |before, _| followed(&before, &once));
            if repeat.max != Some(repeat.min) {
                // It may end here or go on; where it goes on, the next round is as far as we look.
                let more = close(followed(&all, &once));
                all = if repeat.max == Some(1) { followed_or_not(all, &once) } else { [all, more].concat() };
                all = limited(all, Head::cut);
            }
            all
        }
    }
}

fn followed_or_not(before: Vec<Head>, once: &[Head]) -> Vec<Head> {
    let with = followed(&before, once);
    [before, with].concat()
}

/// Every beginning, each open one continued with each of `next`; as they were when that becomes too many.
fn followed(before: &[Head], next: &[Head]) -> Vec<Head> {
    let mut all = Vec::new();
    for head in before {
        if !head.open || head.text.chars().count() >= MAX_WORD {
            all.push(Head { open: false, ..head.clone() });
            continue;
        }
        all.extend(next.iter().map(|next| Head { text: format!("{}{}", head.text, next.text), open: next.open }));
    }
    limited(all, || close(before.to_vec()))
}

fn close(mut heads: Vec<Head>) -> Vec<Head> {
    for head in &mut heads {
        head.open = false;
    }
    heads
}

fn limited(mut heads: Vec<Head>, otherwise: impl FnOnce() -> Vec<Head>) -> Vec<Head> {
    heads.sort();
    heads.dedup();
    if heads.len() > MAX_WORDS { otherwise() } else { heads }
}

fn literal_head(text: &str) -> Head {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric()).map(folded).collect();
    let open = text.chars().all(char::is_alphanumeric);
    Head { text: word, open }
}

fn class_heads(class: &Class) -> Vec<Head> {
    let mut chars: Vec<char> = Vec::new();
    for range in ranges(class) {
        for c in range.start()..=range.end() {
            let c = folded(c);
            if !chars.contains(&c) {
                chars.push(c);
            }
            if chars.len() > MAX_CLASS {
                return Head::cut();
            }
        }
    }
    chars.iter().map(|c| literal_head(c.encode_utf8(&mut [0; 4]))).collect()
}

/// Lower case, with the look-alikes that case-insensitive regexes bring along (`ſ`, the Kelvin sign) put back.
fn folded(c: char) -> char {
    match c {
        'ſ' => 's',
        '\u{212a}' => 'k',
        '\u{1e9e}' => 'ß',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

fn ranges(class: &Class) -> Vec<ClassUnicodeRange> {
    match class {
        Class::Unicode(class) => class.ranges().to_vec(),
        Class::Bytes(class) => {
            let char_range = |range: &regex_syntax::hir::ClassBytesRange| {
                ClassUnicodeRange::new(char::from(range.start()), char::from(range.end()))
            };
            class.ranges().iter().map(char_range).collect()
        }
    }
}

fn class_is(class: &Class, within: impl Fn(char, char) -> bool) -> bool {
    let ranges = ranges(class);
    !ranges.is_empty() && ranges.iter().all(|range| within(range.start(), range.end()))
}

fn is_digits(from: char, to: char) -> bool {
    from.is_ascii_digit() && to.is_ascii_digit()
}

fn is_letters(from: char, to: char) -> bool {
    // Big ranges are scripts; looking at every character of them would cost more than it tells.
    u32::from(to) - u32::from(from) < 2048 && (from..=to).all(char::is_alphabetic)
}

fn holds_at(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => literal.0.contains(&b'@'),
        HirKind::Class(class) => class_is(class, |from, to| from == '@' && to == '@'),
        HirKind::Capture(capture) => holds_at(&capture.sub),
        HirKind::Concat(parts) => parts.iter().any(holds_at),
        HirKind::Alternation(parts) => parts.iter().all(holds_at),
        HirKind::Repetition(repeat) => repeat.min > 0 && holds_at(&repeat.sub),
        HirKind::Empty | HirKind::Look(_) => false,
    }
}

fn least_digits(hir: &Hir) -> u8 {
    let capped = |count: usize| u8::try_from(count).unwrap_or(u8::MAX);
    match hir.kind() {
        HirKind::Literal(literal) => capped(literal.0.iter().filter(|byte| byte.is_ascii_digit()).count()),
        HirKind::Class(class) => u8::from(class_is(class, is_digits)),
        HirKind::Capture(capture) => least_digits(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(least_digits).fold(0, u8::saturating_add),
        HirKind::Alternation(parts) => parts.iter().map(least_digits).min().unwrap_or(0),
        HirKind::Repetition(repeat) => capped(repeat.min as usize).saturating_mul(least_digits(&repeat.sub)),
        HirKind::Empty | HirKind::Look(_) => 0,
    }
}

/// What the matches of a part start with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum First {
    /// Some match is empty, the others start like this.
    MaybeEmpty(Option<Leading>),
    /// No match is empty.
    Always(Leading),
}

fn leading(hir: &Hir) -> Leading {
    match first(hir) {
        First::Always(leading) => leading,
        First::MaybeEmpty(_) => Leading::Any,
    }
}

fn first(hir: &Hir) -> First {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => First::MaybeEmpty(None),
        HirKind::Literal(literal) => {
            First::Always(match std::str::from_utf8(&literal.0).map(|text| text.chars().next()) {
                Ok(Some(c)) if c.is_ascii_digit() => Leading::Digit,
                Ok(Some(c)) if c.is_alphabetic() => Leading::Letter,
                _ => Leading::Any,
            })
        }
        HirKind::Class(class) if class_is(class, is_digits) => First::Always(Leading::Digit),
        HirKind::Class(class) if class_is(class, is_letters) => First::Always(Leading::Letter),
        HirKind::Class(_) => First::Always(Leading::Any),
        HirKind::Capture(capture) => first(&capture.sub),
        HirKind::Concat(parts) => {
            let mut so_far = None;
            for part in parts {
                match first(part) {
                    First::Always(leading) => return First::Always(joined(so_far, leading)),
                    First::MaybeEmpty(Some(leading)) => so_far = Some(joined(so_far, leading)),
                    First::MaybeEmpty(None) => {}
                }
            }
            First::MaybeEmpty(so_far)
        }
        HirKind::Alternation(parts) => parts.iter().map(first).reduce(either).unwrap_or(First::MaybeEmpty(None)),
        HirKind::Repetition(repeat) => match first(&repeat.sub) {
            First::Always(leading) if repeat.min == 0 => First::MaybeEmpty(Some(leading)),
            other => other,
        },
    }
}

fn joined(one: Option<Leading>, other: Leading) -> Leading {
    if one.is_none_or(|one| one == other) { other } else { Leading::Any }
}

fn either(one: First, other: First) -> First {
    match (one, other) {
        (First::Always(one), First::Always(other)) => First::Always(joined(Some(one), other)),
        (First::Always(one) | First::MaybeEmpty(Some(one)), First::Always(other) | First::MaybeEmpty(Some(other))) => {
            First::MaybeEmpty(Some(joined(Some(one), other)))
        }
        (First::MaybeEmpty(None), First::Always(leading) | First::MaybeEmpty(Some(leading)))
        | (First::Always(leading) | First::MaybeEmpty(Some(leading)), First::MaybeEmpty(None)) => {
            First::MaybeEmpty(Some(leading))
        }
        (First::MaybeEmpty(None), First::MaybeEmpty(None)) => First::MaybeEmpty(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(regex: &str) -> Vec<String> {
        match trigger(regex) {
            Trigger::Words(words) => words,
            other => panic!("{regex}: {other:?}"),
        }
    }

    fn digits_of(regex: &str) -> (u8, Leading) {
        match trigger(regex) {
            Trigger::Digits { min, leading } => (min, leading),
            other => panic!("{regex}: {other:?}"),
        }
    }

    #[test]
    fn finds_literal_beginnings() {
        assert_eq!(words_of(r"AKIA[0-9A-Z]{16}"), ["akia"]);
        assert_eq!(words_of(r"(?i)passwort[:= ]+(?P<value>\S{6,})"), ["passwort"]);
        assert_eq!(words_of(r"\b(?:passwor[dt]|kennwort)\b"), ["kennwort", "password", "passwort"]);
        assert_eq!(words_of(r"(?:github_pat|ghp)_\w+"), ["ghp", "github"]);
        assert_eq!(words_of(r"Kunden?nummer \d"), ["kundennummer", "kundenummer"]);
        assert_eq!(words_of(r"(?i)kennung"), ["kennung"]);
        assert_eq!(words_of(r"(?:abc)+x"), ["abcabc", "abcx"]);
    }

    #[test]
    fn short_or_wild_beginnings_do_not_count() {
        for regex in [r"sk-ant-[a-z]+", r"[A-Z]{3}x", r"(?:foo|ba)[a-z]", r"(?:foo)?bar|x", r".*foo", r"a*", r"(?:x"] {
            assert_eq!(trigger(regex), Trigger::None, "{regex}");
        }
    }

    #[test]
    fn finds_at_signs() {
        assert_eq!(trigger(r"[\w.+-]+@[\w-]+\.[a-z]{2,}"), Trigger::At);
        assert_eq!(trigger(r"(?:a@b|c@d)"), Trigger::At);
        assert_eq!(trigger(r"a@?b"), Trigger::None);
    }

    #[test]
    fn counts_digits() {
        assert_eq!(digits_of(r"[1-9]\d(?:[ ./-]?\d{3}){3}"), (11, Leading::Digit));
        assert_eq!(digits_of(r"DE ?\d{2}(?: ?\d{4}){4} ?\d{2}"), (20, Leading::Letter));
        assert_eq!(digits_of(r"(?:\+49|0)\d{3,}"), (4, Leading::Any));
        assert_eq!(digits_of(r"[A-Z]?\d{3}|\d{4}"), (3, Leading::Any));
        assert_eq!(digits_of(r"\b[A-ZÄÖÜ]{1,3}-?\d{300}"), (u8::MAX, Leading::Letter));
        assert_eq!(trigger(r"\d{2}[A-F0-9]{9}"), Trigger::None);
    }
}
