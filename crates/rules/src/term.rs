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

mod read;

/// Most phrases one written term may stand for, and most words that may share a place.
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
    /// The places, at least one of them [`Piece::Words`].
    pub pieces: Vec<Piece>,
}

/// A place in a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Piece {
    /// One of these words: alternatives of single words share a place, so that `(der|die) (Akte|Notiz)` is one phrase
    /// and not four. At least one word; a phrase of one place has exactly one.
    Words(Vec<Word>),
    /// `#`: a number.
    Number,
    /// `...`: up to four words.
    Gap,
}

/// A word of a term, as written (not folded).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Word {
    /// Its letters, without marks.
    pub text: String,
    /// How much of a word of the text it has to cover.
    pub form: Form,
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
    /// The word of a phrase that is only one.
    pub fn word(&self) -> Option<&Word> {
        match self.pieces.as_slice() {
            [Piece::Words(words)] => words.first(),
            _ => None,
        }
    }
}

impl Piece {
    /// A place for one word.
    pub fn word(text: impl Into<String>, form: Form) -> Self {
        Self::Words(vec![Word { text: text.into(), form }])
    }
}
