//! Lists of names and of words that are none, as flags of the dictionary.

use crate::lexis::{LexisBuilder, flags};

/// The word lists behind the name rule, one entry a line, `#` begins a comment.
///
/// A name may carry a class behind a tab: `A1` for a surname that is also a word, `A2` for a first name that is also a
/// word, a brand or a place.
#[derive(Debug, Clone, Default)]
pub struct NameLists {
    /// First names.
    pub first: String,
    /// Last names.
    pub last: String,
    /// Common German nouns.
    pub nouns: String,
    /// Common English words.
    pub english_words: String,
    /// Towns and countries.
    pub places: String,
    /// Parts of names: von, de, bin.
    pub particles: String,
    /// Words that make a name an organisation or a place.
    pub organisations: String,
    /// Surnames of the Mustermann family.
    pub placeholders: String,
}

const GERMAN: &str = "der die das den dem des ein eine einen einem einer und oder aber nicht ist sind war wird werden \
    hat haben kann ich wir sie er es mit von für auf zu zum zur im bei nach auch sich wie wenn dass daß bitte mein \
    meine unser unsere ihr ihre kein keine über als noch nur schon sehr diese dieser dieses";
const ENGLISH: &str = "the a an and or but not is are was were be been has have had can could would should will i you \
    we they he it of to for with on at by from this that these those my our your their his her please which who what \
    as if there into about do does did";

/// Flags the words of the lists.
pub(super) fn flag_words(lists: &NameLists, lexis: &mut LexisBuilder) {
    for (entry, class) in entries(&lists.first) {
        let ambiguous = if class == Some("A2") { flags::AMBIGUOUS_FIRST } else { 0 };
        lexis.flag(entry, flags::FIRST_NAME | ambiguous);
    }
    for (entry, class) in entries(&lists.last) {
        let ambiguous = if class == Some("A1") { flags::AMBIGUOUS_LAST } else { 0 };
        lexis.flag(entry, flags::LAST_NAME | ambiguous);
    }
    let plain = [
        (&lists.nouns, flags::NOUN),
        (&lists.english_words, flags::ENGLISH_WORD),
        (&lists.places, flags::PLACE),
        (&lists.particles, flags::PARTICLE),
        (&lists.organisations, flags::ORGANISATION),
        (&lists.placeholders, flags::PLACEHOLDER),
    ];
    for (list, flag) in plain {
        // Of an entry of several words only the last one carries the meaning ("Bad Hersfeld", "Max Mustermann").
        entries(list).filter_map(|(entry, _)| entry.split([' ', '-']).next_back()).for_each(|word| lexis.flag(word, flag));
    }
    GERMAN.split_whitespace().for_each(|word| lexis.flag(word, flags::GERMAN));
    ENGLISH.split_whitespace().for_each(|word| lexis.flag(word, flags::ENGLISH));
}

/// Entries of a list with their class.
pub(crate) fn entries(list: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        match line.split_once('\t') {
            Some((entry, class)) => (entry.trim(), Some(class.trim())),
            None => (line, None),
        }
    })
}
