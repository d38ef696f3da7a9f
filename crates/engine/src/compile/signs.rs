//! Classes of words, read from files of sections.

use std::collections::HashSet;

use thiserror::Error;

use super::CompileError;
use crate::fold::Key;
use crate::lexis::LexisBuilder;
use crate::signs::NAMES;

/// A file of words by class: `[class]` begins one, its words follow, several a line. `#` begins a comment.
#[derive(Debug, Clone, Default)]
pub struct SignList {
    /// What mistakes in it call it.
    pub file: String,
    /// What it says.
    pub text: String,
}

/// What is wrong with a line of a [`SignList`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SignMistake {
    /// A class that the engine never asks for.
    #[error("there is no class `{0}`; there are {known}", known = NAMES.join(", "))]
    UnknownClass(String),
    /// A word before the first class.
    #[error("`{0}` belongs to no class: a line like `[{first}]` comes first", first = NAMES[0])]
    NoClass(String),
    /// No text is cut into such words.
    #[error("`{0}` is not one word of letters and digits")]
    NoWord(String),
    /// A word that its class has already, maybe in a spelling that is folded to the same.
    #[error("`{0}` is of the class `{1}` already")]
    Twice(String, &'static str),
}

/// Reads the words of all classes into the dictionary. Without files nothing has a sign; with some, every class has words.
///
/// # Errors
/// The first mistake.
pub(super) fn read(lists: &[SignList], lexis: &mut LexisBuilder) -> Result<(), CompileError> {
    let mut reader = Reader { lexis, words: vec![HashSet::new(); NAMES.len()] };
    for SignList { file, text } in lists {
        let mut class = None;
        for (index, line) in text.lines().enumerate() {
            class = reader.line(line, class).map_err(|mistake| CompileError::Signs {
                file: file.clone(),
                line: index + 1,
                mistake,
            })?;
        }
    }
    let empty = NAMES.iter().zip(&reader.words).find(|(_, words)| words.is_empty() && !lists.is_empty());
    empty.map_or(Ok(()), |(class, _)| Err(CompileError::EmptySign(class)))
}

struct Reader<'l> {
    lexis: &'l mut LexisBuilder,
    /// The words of each class, folded.
    words: Vec<HashSet<Vec<u8>>>,
}

impl Reader<'_> {
    /// Reads a line below a class, and gives the class of the next one.
    fn line(&mut self, line: &str, class: Option<usize>) -> Result<Option<usize>, SignMistake> {
        let line = line.split_once('#').map_or(line, |(line, _)| line).trim();
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            let class = NAMES.iter().position(|known| *known == name);
            return class.map(Some).ok_or_else(|| SignMistake::UnknownClass(name.to_owned()));
        }
        for word in line.split_whitespace() {
            self.word(word, class.ok_or_else(|| SignMistake::NoClass(word.to_owned()))?)?;
        }
        Ok(class)
    }

    fn word(&mut self, word: &str, class: usize) -> Result<(), SignMistake> {
        if !word.chars().all(char::is_alphanumeric) {
            return Err(SignMistake::NoWord(word.to_owned()));
        }
        if !self.words[class].insert(Key::of(word).as_bytes().to_vec()) {
            return Err(SignMistake::Twice(word.to_owned(), NAMES[class]));
        }
        self.lexis.sign(word, class as u32);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signs::Sign;

    /// The dictionary of `text` and one word for each class that it leaves out.
    fn read_text(text: &str) -> Result<crate::lexis::Lexis, String> {
        let others: Vec<String> =
            NAMES.iter().map(|name| format!("[{name}]\nfiller{}", name.replace('-', ""))).collect();
        let list = |file: &str, text: String| SignList { file: file.to_owned(), text };
        let mut lexis = LexisBuilder::default();
        let lists = [list("own.txt", text.to_owned()), list("others.txt", others.join("\n"))];
        read(&lists, &mut lexis).map(|()| lexis.build()).map_err(|error| error.to_string())
    }

    #[test]
    fn words_get_the_signs_of_all_their_classes() {
        let lexis = read_text("# Comment\n[animal]\nHündin Hund # dogs\ncat\n[sum]\nhund\n").unwrap();
        let signs = |word: &str| lexis.signs_of(Key::of(word).as_bytes());
        assert!(signs("HUND").has(Sign::Animal) && signs("Hund").has(Sign::Sum));
        assert!(
            signs("huendin").has(Sign::Animal) && !signs("Hündin").has(Sign::Sum) && signs("cat").has(Sign::Animal)
        );
        assert_eq!(signs("dogs"), crate::signs::Signs::default());
    }

    #[test]
    fn mistakes_are_told_with_their_place() {
        for (text, mistake) in [
            ("\n[beast]\nHund", "own.txt, line 2: there is no class `beast`; there are definite, "),
            ("Hund", "own.txt, line 1: `Hund` belongs to no class: a line like `[definite]` comes first"),
            ("[animal]\n\nSt. Bernard", "own.txt, line 3: `St.` is not one word of letters and digits"),
            ("[animal]\nHündin Huendin", "own.txt, line 2: `Huendin` is of the class `animal` already"),
        ] {
            let told = read_text(text).unwrap_err();
            assert!(told.starts_with(mistake), "{told}");
        }
    }

    #[test]
    fn a_class_without_words_is_a_mistake() {
        let only = [SignList { file: "own.txt".to_owned(), text: format!("[{}]\nder", NAMES[0]) }];
        let told = read(&only, &mut LexisBuilder::default()).unwrap_err().to_string();
        assert_eq!(told, format!("the class `{}` of words has no words", NAMES[1]));
        assert!(read(&[], &mut LexisBuilder::default()).is_ok());
    }
}
