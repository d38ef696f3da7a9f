//! Where sentences begin: the unit that context, frames and person references are looked for in.
//!
//! A row of a table, an item of a list and a line of a form count as sentences of their own; wrapped prose does not
//! break at its line ends.

use crate::fold::Key;
use crate::text::Token;

/// Sentences of a text, as ranges of tokens.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentences {
    /// First token of each sentence.
    starts: Vec<u32>,
    /// Whether a blank line stands before it.
    paragraphs: Vec<bool>,
    tokens: u32,
}

/// Shorter lines are no wrapped prose: their end is the end of a thought.
const WRAPPED_LINE: usize = 60;

/// Words after which a sentence ends in any case: what is longer is a table without lines or a list of values, and what
/// is looked for in a sentence is looked for near something.
const LONGEST: u32 = 256;

/// Words a full stop belongs to, folded, sorted.
const ABBREVIATIONS: [&str; 74] = [
    "abb", "abs", "abschn", "abt", "allg", "anl", "anm", "art", "aufl", "az", "bd", "betr", "bspw", "bzgl", "bzw",
    "ca", "co", "dat", "dgl", "dipl", "dr", "etc", "evtl", "ev", "fa", "ff", "fr", "geb", "gem", "gest", "gez", "ggf",
    "ggfs", "hr", "hrn", "hrsg", "inc", "inkl", "insb", "jh", "jr", "kath", "ltd", "max", "mind", "min", "mio", "mr",
    "mrd", "mrs", "ms", "no", "nr", "prof", "psych", "rd", "rer", "sog", "sr", "st", "std", "str", "tel", "tsd", "usw",
    "verh", "vgl", "vs", "wg", "zb", "zi", "zit", "ziff", "zzgl",
];

impl Sentences {
    /// Finds the sentences of `text`.
    pub(crate) fn of(text: &str, tokens: &[Token]) -> Self {
        let mut sentences = Self { starts: vec![0], paragraphs: vec![true], tokens: tokens.len() as u32 };
        let mut line_start = 0;
        for (index, pair) in tokens.windows(2).enumerate() {
            let (left, right) = (&pair[0], &pair[1]);
            let between = &text[left.end as usize..right.start as usize];
            let line_break = between.find('\n').map(|at| left.end as usize + at);
            let paragraph = line_break.is_some() && between.bytes().filter(|byte| *byte == b'\n').count() > 1;
            let ends = match line_break {
                Some(_) if paragraph => true,
                Some(at) => ends_line(text, line_start, at, between) || ends_sentence(text, left, right, between),
                None => ends_sentence(text, left, right, between),
            };
            let begun = sentences.starts.last().copied().unwrap_or_default();
            let ends = ends || index as u32 + 1 - begun >= LONGEST;
            if line_break.is_some() {
                line_start = left.end as usize + between.rfind('\n').map_or(0, |at| at + 1);
            }
            if ends {
                sentences.starts.push(index as u32 + 1);
                sentences.paragraphs.push(paragraph);
            }
        }
        sentences
    }

    /// Number of the sentence that holds a token.
    pub(crate) fn at(&self, token: u32) -> usize {
        self.starts.partition_point(|start| *start <= token) - 1
    }

    /// Tokens of a sentence.
    pub(crate) fn tokens(&self, sentence: usize) -> std::ops::Range<u32> {
        let end = self.starts.get(sentence + 1).copied().unwrap_or(self.tokens);
        self.starts.get(sentence).copied().unwrap_or(end)..end
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len()
    }

    /// True when a blank line stands before the sentence.
    pub(crate) fn begins_paragraph(&self, sentence: usize) -> bool {
        self.paragraphs.get(sentence).copied().unwrap_or(true)
    }
}

/// True when the line from `start` to its break at `end` is a row, an item or a short line rather than wrapped prose.
fn ends_line(text: &str, start: usize, end: usize, between: &str) -> bool {
    let line = &text[start..end];
    let next_is_item =
        between.bytes().any(|byte| matches!(byte, b'-' | b'*' | b'+' | b'#' | b'>' | b'|' | b'"' | b'`'))
            || between.contains('•');
    let is_row = line.bytes().filter(|byte| matches!(byte, b'|' | b'\t' | b';')).count() >= 2;
    line.len() < WRAPPED_LINE || next_is_item || is_row || between.contains(':')
}

fn ends_sentence(text: &str, left: &Token, right: &Token, between: &str) -> bool {
    let bytes = between.as_bytes();
    let Some(sign) = bytes.iter().position(|byte| matches!(byte, b'.' | b'!' | b'?')) else {
        return between.contains('…') && right.shape.is_capitalised();
    };
    if !bytes[sign + 1..].iter().any(u8::is_ascii_whitespace) {
        return false;
    }
    if bytes[sign] != b'.' {
        return true;
    }
    // "3. Mai", "§ 8a. Abs." and "nach z. B. diesem" go on.
    if !right.shape.is_capitalised() && !right.shape.has_digit() {
        return false;
    }
    let word = left.of(text);
    let ordinal = left.shape.is_number() && word.len() <= 2;
    let initial = left.shape.is_word() && word.chars().count() == 1;
    !(ordinal || initial || is_abbreviation(word))
}

fn is_abbreviation(word: &str) -> bool {
    let key = Key::of(word);
    let known = ABBREVIATIONS.iter().any(|abbreviation| abbreviation.as_bytes() == key.as_bytes());
    // "Versichertennr.", "Hauptstr.", "Mitgl." and "Matr." are short forms, whatever stands before them.
    known || ["nr", "str", "mitgl", "matr"].iter().any(|end| key.as_bytes().ends_with(end.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexis::LexisBuilder;
    use crate::text::{Words, tokenize};

    fn split(text: &str) -> Vec<&str> {
        let mut words = Words::default();
        tokenize(text, &LexisBuilder::default().build(), &mut words);
        let tokens = &words.tokens;
        let sentences = Sentences::of(text, tokens);
        let cut = |sentence| {
            let range = sentences.tokens(sentence);
            &text[tokens[range.start as usize].start as usize..tokens[range.end as usize - 1].end as usize]
        };
        (0..sentences.len()).map(cut).collect()
    }

    #[test]
    fn ends_where_a_thought_ends() {
        assert_eq!(split("Er kommt. Sie geht! Und du?"), ["Er kommt", "Sie geht", "Und du"]);
        assert_eq!(
            split("Frau Dr. K. kommt am 3. Mai z. B. um 9. Sie bleibt."),
            ["Frau Dr. K. kommt am 3. Mai z. B. um 9. Sie bleibt"]
        );
        assert_eq!(split("Gemäß § 8a Abs. 1 SGB VIII."), ["Gemäß § 8a Abs. 1 SGB VIII"]);
    }

    #[test]
    fn endless_sentences_are_cut() {
        let text = "wort ".repeat(2 * LONGEST as usize + 1);
        assert_eq!(split(&text).len(), 3);
    }

    #[test]
    fn rows_and_items_stand_alone_and_wrapped_prose_does_not() {
        assert_eq!(split("Name: Ada\nOrt: Köln"), ["Name: Ada", "Ort: Köln"]);
        assert_eq!(split("- eins\n- zwei"), ["eins", "zwei"]);
        let prose = "Dieser Satz ist so lang, dass ihn das Mailprogramm hier umbrochen hat und\nerst jetzt endet.";
        assert_eq!(split(prose).len(), 1);
        assert_eq!(split("Erster Absatz ohne Punkt\n\nZweiter"), ["Erster Absatz ohne Punkt", "Zweiter"]);
    }
}
