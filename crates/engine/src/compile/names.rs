//! Lists of names, of their cues and of words that are none: as flags of the dictionary, and as sets of phrases where
//! several words belong together.

use leitplanke_rules::term::{Form, Phrase, Piece, TermList};

use super::sets::Sets;
use super::signs::SignList;
use crate::fold::Key;
use crate::lexis::{LexisBuilder, flags};
use crate::phrases::SetId;
use crate::ruleset::NameSets;

/// The word lists behind the name rule, one entry a line, `#` begins a comment.
///
/// A name may carry a class behind a tab: `A1` for a surname that is also a word, `A2` for a first name that is also a
/// word, a brand or a place. Other lists may carry a language there.
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
    /// The Mustermann family.
    pub placeholders: String,
    /// Words directly before a name: Frau, Mrs.
    pub salutations: String,
    /// Academic, clerical and official titles.
    pub titles: String,
    /// Roles of single people.
    pub roles: String,
    /// Verbs whose subject is a person.
    pub verbs: String,
    /// Greetings that open a letter.
    pub greetings: String,
    /// What may follow a greeting without being a name.
    pub greeted_groups: String,
    /// Closing formulas.
    pub sign_offs: String,
    /// Signatures of groups.
    pub signing_groups: String,
    /// Public and historical figures.
    pub public_figures: String,
    /// Fictional characters and titles of works.
    pub works: String,
    /// German function words.
    pub german: String,
    /// English function words.
    pub english: String,
    /// Words that introduce a name, or stand between the introduction and the name.
    pub introductions: String,
    /// Words by class: what they tell about a name, or about the text.
    pub signs: Vec<SignList>,
}

/// The files of words by class.
const SIGNS: [&str; 9] = [
    "signs/ages.txt",
    "signs/given.txt",
    "signs/grammar.txt",
    "signs/letters.txt",
    "signs/notes.txt",
    "signs/people.txt",
    "signs/texts.txt",
    "signs/things.txt",
    "signs/verbs.txt",
];

impl NameLists {
    /// The lists by the names of their files; `read` gives the text of one.
    ///
    /// # Errors
    /// The first error of `read`.
    pub fn read<E>(mut read: impl FnMut(&str) -> Result<String, E>) -> Result<Self, E> {
        let signs = SIGNS.map(|file| Ok(SignList { file: file.to_owned(), text: read(file)? }));
        Ok(Self {
            first: read("first-names.txt")?,
            last: read("last-names.txt")?,
            nouns: read("nouns-de.txt")?,
            english_words: read("words-en.txt")?,
            places: read("places.txt")?,
            particles: read("particles.txt")?,
            organisations: read("organisation-cues.txt")?,
            placeholders: read("placeholders.txt")?,
            salutations: read("salutations.txt")?,
            titles: read("titles.txt")?,
            roles: read("roles.txt")?,
            verbs: read("human-verbs.txt")?,
            greetings: read("greetings.txt")?,
            greeted_groups: read("greeting-nouns.txt")?,
            sign_offs: read("signoffs.txt")?,
            signing_groups: read("signoff-groups.txt")?,
            public_figures: read("public-figures.txt")?,
            works: read("works.txt")?,
            german: read("function-words-de.txt")?,
            english: read("function-words-en.txt")?,
            introductions: read("introductions.txt")?,
            signs: signs.into_iter().collect::<Result<_, E>>()?,
        })
    }
}

/// Words of longer titles and greetings that say nothing alone.
const SHORTEST_PART: usize = 3;

/// Reads the lists into the dictionary.
pub(super) fn read(lists: &NameLists, lexis: &mut LexisBuilder, sets: &mut Sets) -> NameSets {
    flag_names(lists, lexis);
    flag_words(lists, lexis);
    let mut public = phrases(&lists.public_figures);
    public.phrases.extend(phrases(&lists.works).phrases);
    // "Sierra Leone" looks like a name as well.
    public.phrases.extend(phrases(&lists.places).phrases.into_iter().filter(|phrase| phrase.pieces.len() > 1));
    NameSets {
        public: sets.intern(&public, lexis),
        placeholders: several_words(&lists.placeholders, lexis, sets),
        greetings: sets.intern(&exact(phrases(&lists.greetings)), lexis),
        sign_offs: sets.intern(&exact(phrases(&lists.sign_offs)), lexis),
    }
}

fn flag_names(lists: &NameLists, lexis: &mut LexisBuilder) {
    for (entry, class) in entries(&lists.first) {
        let ambiguous = if class == Some("A2") { flags::AMBIGUOUS_FIRST } else { 0 };
        lexis.flag(entry, flags::FIRST_NAME | ambiguous);
    }
    for (entry, class) in entries(&lists.last) {
        let ambiguous = if class == Some("A1") { flags::AMBIGUOUS_LAST } else { 0 };
        lexis.flag(entry, flags::LAST_NAME | ambiguous);
    }
}

fn flag_words(lists: &NameLists, lexis: &mut LexisBuilder) {
    let single = [
        (&lists.nouns, flags::NOUN),
        (&lists.english_words, flags::ENGLISH_WORD),
        (&lists.organisations, flags::ORGANISATION),
        (&lists.placeholders, flags::PLACEHOLDER),
        (&lists.salutations, flags::SALUTATION),
        (&lists.titles, flags::TITLE),
        (&lists.particles, flags::PARTICLE),
        (&lists.verbs, flags::HUMAN_VERB),
        (&lists.introductions, flags::INTRODUCTION),
        (&lists.german, flags::GERMAN),
        (&lists.english, flags::ENGLISH),
    ];
    for (list, flag) in single {
        entries(list).filter_map(|(entry, _)| only_word(entry)).for_each(|word| lexis.flag(word, flag));
    }
    // Of an entry of several words the last one carries the meaning: "Bad Hersfeld", "Mit freundlichen Grüßen".
    let last =
        [(&lists.places, flags::PLACE), (&lists.greetings, flags::GREETING), (&lists.sign_offs, flags::SIGN_OFF)];
    for (list, flag) in last {
        entries(list).filter_map(|(entry, _)| words(entry).next_back()).for_each(|word| lexis.flag(word, flag));
    }
    // Of these any word: "Dr. rer. nat.", "Damen und Herren", "Ihr Vorstand".
    let any = [
        (&lists.titles, flags::TITLE),
        (&lists.greeted_groups, flags::GREETED_GROUP),
        (&lists.signing_groups, flags::SIGNING_GROUP),
    ];
    for (list, flag) in any {
        let long = entries(list).flat_map(|(entry, _)| words(entry)).filter(|word| word.len() >= SHORTEST_PART);
        long.for_each(|word| lexis.flag(word, flag));
    }
    for (entry, language) in entries(&lists.roles) {
        let Some(word) = words(entry).next_back() else { continue };
        lexis.flag(word, flags::ROLE);
        if language != Some("en") {
            for form in weak_forms(word) {
                lexis.flag(&form, flags::ROLE);
            }
        }
    }
}

/// Genitive, and the oblique forms of weak nouns: des Sohns, dem Klienten, des Kollegen. Plurals in -en that look the
/// same introduce no single person, but neither does a name follow them.
fn weak_forms(role: &str) -> Vec<String> {
    let weak = ["ent", "ant", "and", "ist", "at"].iter().any(|ending| role.ends_with(ending));
    if role.ends_with('e') {
        vec![format!("{role}n"), format!("{role}r")]
    } else if weak {
        vec![format!("{role}en")]
    } else if role.ends_with("in") {
        Vec::new()
    } else {
        vec![format!("{role}s")]
    }
}

/// The placeholders of several words, as a set.
fn several_words(list: &str, lexis: &mut LexisBuilder, sets: &mut Sets) -> Option<SetId> {
    let mut terms = exact(phrases(list));
    terms.phrases.retain(|phrase| phrase.pieces.len() > 1);
    sets.intern(&terms, lexis)
}

/// Entries as phrases. The last word may take an ending ("Maria Montessoris Methode"), the others not.
fn phrases(list: &str) -> TermList {
    let parse =
        |(entry, _): (&str, _)| Phrase::parse(&entry.replace(['(', ')', '*', '=', '|'], " "), None).unwrap_or_default();
    let mut phrases: Vec<Phrase> = entries(list).flat_map(parse).collect();
    for phrase in &mut phrases {
        if let Some((_, front)) = phrase.pieces.split_last_mut() {
            make_exact(front);
        }
    }
    TermList { phrases }
}

fn exact(mut terms: TermList) -> TermList {
    terms.phrases.iter_mut().for_each(|phrase| make_exact(&mut phrase.pieces));
    terms
}

fn make_exact(pieces: &mut [Piece]) {
    for piece in pieces {
        if let Piece::Words(words) = piece {
            for word in words {
                word.form = Form::Exact;
            }
        }
    }
}

/// The words of an entry, as a text would be cut.
fn words(entry: &str) -> impl DoubleEndedIterator<Item = &str> {
    entry.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The word of an entry of one word.
fn only_word(entry: &str) -> Option<&str> {
    let mut words = words(entry);
    words.next().filter(|_| words.next().is_none())
}

/// Entries of a list with their class. What folds to nothing is none.
fn entries(list: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| match line.split_once('\t') {
            Some((entry, class)) => (entry.trim(), Some(class.trim())),
            None => (line, None),
        })
        .filter(|(entry, _)| !Key::of(entry).as_bytes().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags_of(lists: &NameLists, word: &str) -> u32 {
        let mut lexis = LexisBuilder::default();
        read(lists, &mut lexis, &mut Sets::default());
        lexis.build().flags_of(Key::of(word).as_bytes())
    }

    #[test]
    fn names_keep_their_class() {
        let lists = NameLists { last: "# Surnames\nAhlers\nKoch\tA1\n".to_owned(), ..NameLists::default() };
        assert_eq!(flags_of(&lists, "ahlers"), flags::LAST_NAME);
        assert_eq!(flags_of(&lists, "Koch"), flags::LAST_NAME | flags::AMBIGUOUS_LAST);
    }

    #[test]
    fn entries_of_several_words_flag_the_word_that_counts() {
        let lists = NameLists {
            placeholders: "Mustermann\nLieschen Müller".to_owned(),
            greetings: "Sehr geehrter\tde".to_owned(),
            titles: "Dr. rer. nat.\tde".to_owned(),
            roles: "Klient\tde\nservice user\ten".to_owned(),
            ..NameLists::default()
        };
        assert_eq!(flags_of(&lists, "Müller"), 0);
        assert_eq!(flags_of(&lists, "Mustermann"), flags::PLACEHOLDER);
        assert_eq!(flags_of(&lists, "geehrter"), flags::GREETING);
        assert_eq!(flags_of(&lists, "sehr"), 0);
        assert_eq!(flags_of(&lists, "nat"), flags::TITLE);
        assert_eq!(flags_of(&lists, "Klienten"), flags::ROLE);
        assert_eq!(flags_of(&lists, "user"), flags::ROLE);
    }
}
