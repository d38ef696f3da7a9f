//! The little language of terms: how a rule writes down a word or phrase.
//!
//! | Written | Matches |
//! |---|---|
//! | `Depression` | the word with German and English endings: Depressionen, depression's |
//! | `depressi*` | words that begin so |
//! | `*sucht` | words that end so, with endings: Spielsucht, Spielsüchte needs its own row |
//! | `*sucht*` | words that hold it |
//! | `=Sucht` | exactly this word, in any case |
//! | `BTHG` | capitals only: exactly so, in capitals |
//! | `Burn-out` | a hyphen may be a hyphen, a blank or nothing |
//! | `an den Rollstuhl gefesselt` | the words in this order |
//! | `leidet (an\|unter)` | either; `(sehr\|)` may be missing |
//! | `ohne ... Rückfrage` | up to four words between |
//! | `Pflegegrad #` | `#` stands for a number |
//! | `<link-words>` | all terms of a vocabulary |

use leitplanke_finding::Language;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::bilingual;
use crate::bilingual::Texts;

/// Most phrases one written term may stand for.
pub const MAX_EXPANSIONS: usize = 4096;

/// Most words a phrase may have.
pub const MAX_WORDS: usize = 12;

/// Terms with the language they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TermList {
    /// All phrases, alternatives multiplied out, vocabularies filled in.
    pub phrases: Vec<Phrase>,
}

impl TermList {
    /// True when there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }
}

/// One sequence of words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Phrase {
    /// Language of the texts it applies to; `None` for both.
    pub language: Option<Language>,
    /// The words, at least one of them a [`Piece::Word`].
    pub pieces: Vec<Piece>,
}

/// A place in a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Piece {
    /// A word, as written (not folded).
    Word {
        /// Its letters, without marks.
        text: String,
        /// How much of a word of the text it has to cover.
        form: Form,
    },
    /// `#`: a number.
    Number,
    /// `...`: up to four words.
    Gap,
}

/// How much of a word of the text a term has to cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// The word with grammatical endings.
    Inflected,
    /// Exactly the word, in any case.
    Exact,
    /// Exactly the word, in capitals.
    Capitals,
    /// The beginning of a word.
    Prefix,
    /// The end of a word, with grammatical endings.
    Suffix,
    /// Anywhere in a word.
    Infix,
}

/// What is wrong with a written term.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.texts().en)]
#[non_exhaustive]
pub enum TermError {
    /// Nothing but marks.
    Empty,
    /// `(` without `)` or the other way round.
    Brackets,
    /// Brackets inside brackets.
    Nested,
    /// Too many combinations.
    TooMany,
    /// Too long.
    TooLong,
    /// A wildcard with fewer than three letters would match half a dictionary.
    TooShort,
    /// A `*` in the middle.
    Star,
    /// A gap at the edge.
    Gap,
}

impl TermError {
    /// What is wrong, for people.
    pub fn texts(&self) -> Texts {
        match self {
            Self::Empty => bilingual!("es ist kein Wort darin", "the term has no word in it"),
            Self::Brackets => bilingual!(
                "eine Klammer ist einmal zu oft offen oder geschlossen",
                "a bracket is open or closed once too often",
            ),
            Self::Nested => {
                bilingual!("Klammern können nicht in Klammern stehen", "brackets can not stand inside brackets",)
            }
            Self::TooMany => bilingual!(
                "die Möglichkeiten ergeben mehr als {MAX_EXPANSIONS} Wendungen; bitte mehrere Einträge daraus machen",
                "the alternatives multiply to more than {MAX_EXPANSIONS} phrases; write several terms",
            ),
            Self::TooLong => {
                bilingual!("eine Wendung hat höchstens {MAX_WORDS} Wörter", "a phrase has at most {MAX_WORDS} words",)
            }
            Self::TooShort => bilingual!(
                "ein Wort mit `*` braucht mindestens drei Buchstaben",
                "a word with `*` needs at least three letters",
            ),
            Self::Star => {
                bilingual!("`*` steht am Anfang oder Ende eines Wortes", "`*` stands at the beginning or end of a word",)
            }
            Self::Gap => bilingual!("`...` steht zwischen zwei Wörtern", "`...` stands between two words"),
        }
    }
}

impl Phrase {
    /// Reads one written term (not a `<vocabulary>`) and multiplies its alternatives out.
    ///
    /// # Errors
    /// When the term breaks the little language; see [`TermError`].
    pub fn parse(written: &str, language: Option<Language>) -> Result<Vec<Self>, TermError> {
        let mut phrases = Vec::new();
        for text in alternatives(written)? {
            for variant in hyphens(&text) {
                let phrase = Self { language, pieces: pieces(&variant)? };
                if !phrases.contains(&phrase) {
                    phrases.push(phrase);
                }
            }
            if phrases.len() > MAX_EXPANSIONS {
                return Err(TermError::TooMany);
            }
        }
        Ok(phrases)
    }
}

/// `a (b|c)` becomes `a b` and `a c`.
fn alternatives(written: &str) -> Result<Vec<String>, TermError> {
    let mut done = vec![String::new()];
    let mut rest = written;
    while let Some(open) = rest.find(['(', ')']) {
        let (before, after) = rest.split_at(open);
        let inner = after.strip_prefix('(').ok_or(TermError::Brackets)?;
        let close = inner.find(')').ok_or(TermError::Brackets)?;
        let (choices, after) = (&inner[..close], &inner[close + 1..]);
        if choices.contains('(') {
            return Err(TermError::Nested);
        }
        let choices: Vec<&str> = choices.split('|').collect();
        if done.len() * choices.len() > MAX_EXPANSIONS {
            return Err(TermError::TooMany);
        }
        done =
            done.iter().flat_map(|head| choices.iter().map(move |choice| format!("{head}{before}{choice}"))).collect();
        rest = after;
    }
    for text in &mut done {
        text.push_str(rest);
    }
    Ok(done)
}

/// A hyphen between letters may be a blank or nothing: `Burn-out` becomes `Burn out` and `Burnout`.
fn hyphens(text: &str) -> Vec<String> {
    let split = text.replace('-', " ");
    let joined = text.replace('-', "");
    if split == joined { vec![split] } else { vec![split, joined] }
}

fn pieces(text: &str) -> Result<Vec<Piece>, TermError> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        match word {
            "..." | "…" => pieces.push(Piece::Gap),
            "#" => pieces.push(Piece::Number),
            _ => words(word, &mut pieces)?,
        }
    }
    if pieces.len() > MAX_WORDS {
        return Err(TermError::TooLong);
    }
    if pieces.first() == Some(&Piece::Gap) || pieces.last() == Some(&Piece::Gap) {
        return Err(TermError::Gap);
    }
    if pieces.iter().any(|piece| matches!(piece, Piece::Word { .. })) { Ok(pieces) } else { Err(TermError::Empty) }
}

/// Reads one written word. Like a text it falls apart at its dots and apostrophes: `V.`, `I'm`, `§8a`.
fn words(written: &str, pieces: &mut Vec<Piece>) -> Result<(), TermError> {
    let exact = written.strip_prefix('=');
    let core = exact.unwrap_or(written);
    let (front, back) = (core.starts_with('*'), core.ends_with('*'));
    let text = core.trim_matches('*');
    if text.contains('*') {
        return Err(TermError::Star);
    }
    if (front || back) && text.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
        return Err(TermError::TooShort);
    }
    let parts = split_like_text(text);
    let last = parts.len().checked_sub(1).ok_or(TermError::Empty)?;
    for (index, part) in parts.into_iter().enumerate() {
        let form = match (front && index == 0, back && index == last) {
            (true, true) => Form::Infix,
            (true, false) => Form::Suffix,
            (false, true) => Form::Prefix,
            (false, false) if exact.is_some() => Form::Exact,
            (false, false) if is_capitals(part) => Form::Capitals,
            (false, false) => Form::Inflected,
        };
        pieces.push(Piece::Word { text: part.to_owned(), form });
    }
    Ok(())
}

/// Runs of letters and digits, and the signs that count as words of their own.
fn split_like_text(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        parts.extend(start.take().map(|from| &text[from..at]));
        if matches!(c, '§' | '%' | '€' | '$' | '&') {
            parts.push(&text[at..at + c.len_utf8()]);
        }
    }
    parts.extend(start.map(|from| &text[from..]));
    parts
}

fn is_capitals(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    upper >= 2 && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Vec<String> {
        let show = |piece: &Piece| match piece {
            Piece::Word { text, form } => format!("{text}:{form:?}"),
            Piece::Number => "#".to_owned(),
            Piece::Gap => "...".to_owned(),
        };
        let phrases = Phrase::parse(written, None).unwrap();
        phrases.iter().map(|phrase| phrase.pieces.iter().map(show).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn reads_forms() {
        assert_eq!(read("depressi*"), ["depressi:Prefix"]);
        assert_eq!(read("*sucht"), ["sucht:Suffix"]);
        assert_eq!(read("=Sucht"), ["Sucht:Exact"]);
        assert_eq!(read("PTBS"), ["PTBS:Capitals"]);
        assert_eq!(read("Pflegegrad #"), ["Pflegegrad:Inflected #"]);
        assert_eq!(read("V. a."), ["V:Inflected a:Inflected"]);
        assert_eq!(read("=I'm"), ["I:Exact m:Exact"]);
        assert_eq!(read("§8a"), ["§:Inflected 8a:Inflected"]);
    }

    #[test]
    fn multiplies_alternatives_and_hyphens() {
        assert_eq!(read("leidet (an|unter)"), ["leidet:Inflected an:Inflected", "leidet:Inflected unter:Inflected"]);
        assert_eq!(read("Burn-out"), ["Burn:Inflected out:Inflected", "Burnout:Inflected"]);
        assert_eq!(read("(sehr|) krank").len(), 2);
    }

    #[test]
    fn refuses_what_it_can_not_read() {
        for (written, error) in [
            ("", TermError::Empty),
            ("(a|b", TermError::Brackets),
            ("a)", TermError::Brackets),
            ("((a|b))", TermError::Nested),
            ("ab*", TermError::TooShort),
            ("Ar*zt", TermError::Star),
            ("... Rückfrage", TermError::Gap),
        ] {
            assert_eq!(Phrase::parse(written, None), Err(error), "{written:?}");
        }
    }
}
