//! The word table of a lexicon.

use leitplanke_finding::Language;
use leitplanke_rules::matcher::{Lexicon, Row};
use leitplanke_rules::term::{Form, Phrase, Piece, Word};

use super::markdown::inline;
use super::words;

/// Most spellings shown of one row.
const SHOWN: usize = 8;

/// The rows that apply to texts of a language, with their better words; empty when there are none.
pub(super) fn table(lexicon: &Lexicon, language: Language) -> String {
    let rows: Vec<String> = lexicon.rows.iter().filter_map(|row| cells(row, language)).collect();
    if rows.is_empty() {
        return String::new();
    }
    let heads = [words::TERMS, words::BETTER, words::NOTE].map(|word| word.get(language));
    format!("| {} |\n|---|---|---|\n{}\n", heads.join(" | "), rows.concat())
}

fn cells(row: &Row, language: Language) -> Option<String> {
    let fits = |phrase: &&Phrase| phrase.language.is_none_or(|own| own == language);
    let mut written: Vec<String> = row.terms.phrases.iter().filter(fits).map(phrase).collect();
    written.dedup();
    let mut terms = inline(written.get(..SHOWN).unwrap_or(&written).join(", ").as_str());
    if written.len() > SHOWN {
        terms.push_str(" …");
    }
    (!written.is_empty()).then(|| format!("| {terms} | {} | {} |\n", inline(&row.instead), inline(&row.note)))
}

/// A phrase as people write it: `…` where something may follow, precede or stand between.
fn phrase(phrase: &Phrase) -> String {
    let mut out = String::new();
    for piece in &phrase.pieces {
        if !out.is_empty() {
            out.push(' ');
        }
        match piece {
            Piece::Number => out.push('#'),
            Piece::Gap => out.push('…'),
            Piece::Words(words) => out.push_str(&words.iter().map(word).collect::<Vec<_>>().join("/")),
        }
    }
    out
}

fn word(Word { text, form }: &Word) -> String {
    match form {
        Form::Inflected | Form::Exact | Form::Capitals => text.clone(),
        Form::Prefix => format!("{text}…"),
        Form::Suffix => format!("…{text}"),
        Form::Infix => format!("…{text}…"),
    }
}

#[cfg(test)]
mod tests {
    use leitplanke_rules::term::TermList;

    use super::*;

    #[test]
    fn rows_show_the_spellings_of_their_language() {
        let row = |written: &str, language| Row {
            terms: TermList { phrases: Phrase::parse(written, Some(language)).unwrap() },
            instead: "hat eine Behinderung | …".to_owned(),
            note: String::new(),
        };
        let rows = vec![row("leidet (an|unter)", Language::De), row("suffer* from", Language::En)];
        let lexicon = Lexicon { rows, needs: TermList::default(), unless: TermList::default() };
        let german = table(&lexicon, Language::De);
        assert!(german.contains("| leidet an/unter | hat eine Behinderung \\| … |  |"));
        assert!(!german.contains("suffer"));
        assert!(table(&lexicon, Language::En).contains("| suffer… from |"));
    }
}
