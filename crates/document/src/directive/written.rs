//! Reads what stands in a directive.

use leitplanke_finding::Span;

use super::problem::DirectiveProblem;

/// Our name without its first letter, which may be large or small.
const NAME: &str = "eitplanke";

/// The first words of a directive, without their first letter.
const STARTS: [(&str, bool); 2] = [("eitplanke:", false), ("eitplanken-ignore:", true)];

/// What a directive wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Ignore,
    IgnoreNext,
    IgnoreFile,
    Disable,
    Enable,
}

/// A directive, read but not yet applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) word: Word,
    /// Names and where they stand, counted from the beginning of the directive.
    pub(super) names: Vec<(String, Span)>,
    pub(super) reason: String,
}

/// The words behind it.
const WORDS: [(&str, Word); 5] = [
    ("ignore", Word::Ignore),
    ("ignore-next", Word::IgnoreNext),
    ("ignore-file", Word::IgnoreFile),
    ("disable", Word::Disable),
    ("enable", Word::Enable),
];

/// True when `text` begins like a directive, even one without its colon.
pub(super) fn begins(text: &str) -> bool {
    start(text).is_some() || lacks_colon(text)
}

/// `leitplanke ignore[`: nobody writes this but to silence something.
fn lacks_colon(text: &str) -> bool {
    let Some(rest) = text.get(1..).and_then(|rest| rest.strip_prefix(NAME)) else {
        return false;
    };
    let at = blanks(rest);
    let length = word_length(&rest[at..]);
    at > 0 && word(&rest[at..at + length]).is_some() && rest[at + length..].trim_start_matches(' ').starts_with('[')
}

fn word(text: &str) -> Option<Word> {
    WORDS.iter().find(|(word, _)| *word == text).map(|(_, word)| *word)
}

fn word_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(text.len())
}

fn start(text: &str) -> Option<(usize, bool)> {
    let rest = text.strip_prefix(['l', 'L'])?;
    STARTS.iter().find(|(start, _)| rest.starts_with(start)).map(|(start, flat)| (start.len() + 1, *flat))
}

impl Written {
    /// Reads a directive from its first word to its end.
    pub(super) fn read(text: &str) -> Result<Self, DirectiveProblem> {
        let (body, flat) = start(text).ok_or(DirectiveProblem::NoColon)?;
        if flat { Self::flat(text, body) } else { Self::bracketed(text, body) }
    }

    /// `ignore[a, b] reason`
    fn bracketed(text: &str, body: usize) -> Result<Self, DirectiveProblem> {
        let at = body + blanks(&text[body..]);
        let length = word_length(&text[at..]);
        let word = word(&text[at..at + length]).ok_or(DirectiveProblem::UnknownWord)?;
        let open = at + length + blanks(&text[at + length..]);
        if !text[open..].starts_with('[') {
            return Err(DirectiveProblem::NoRules);
        }
        let close = open + text[open..].find(']').ok_or(DirectiveProblem::Unclosed)?;
        let names = names(text, open + 1, close)?;
        Ok(Self { word, names, reason: reason(&text[close + 1..]) })
    }

    /// `a, b grund="reason"`
    fn flat(text: &str, body: usize) -> Result<Self, DirectiveProblem> {
        let keys = ["grund=", "reason="];
        let key = keys.iter().find_map(|key| text[body..].find(key).map(|at| (body + at, body + at + key.len())));
        let (end, after) = key.unwrap_or((text.len(), text.len()));
        let names = names(text, body, end)?;
        Ok(Self {
            word: Word::Ignore, names, reason: reason(text[after..].trim().trim_matches(['"', '„', '“', '”']))
        })
    }
}

/// The names between two places, separated by commas or blanks.
fn names(text: &str, from: usize, to: usize) -> Result<Vec<(String, Span)>, DirectiveProblem> {
    let mut names = Vec::new();
    let mut at = from;
    for part in text[from..to].split([',', ' ', '\t', '\r', '\n']) {
        if !part.is_empty() {
            let legal = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte);
            if !part.bytes().all(legal) {
                return Err(DirectiveProblem::BadName);
            }
            names.push((part.to_owned(), Span::new(at, at + part.len())));
        }
        at += part.len() + 1;
    }
    if names.is_empty() { Err(DirectiveProblem::NoRules) } else { Ok(names) }
}

/// One line, without the colon or dash that may lead it in.
fn reason(text: &str) -> String {
    let text = text.trim().trim_start_matches([':', '-', '–', '—']);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
