//! Rule sets to measure with: the built-in one, and the same with copies of its rules.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use leitplanke_builtin::DamagedError;
use leitplanke_engine::{CompileError, Engine, NameLists, RuleSet, Settings, Sources};
use leitplanke_rules::matcher::{Matcher, Pattern};
use leitplanke_rules::term::{Piece, TermList, Word};
use leitplanke_rules::trigger::{Trigger, trigger};
use leitplanke_rules::{Catalog, CatalogError, Diagnostics, Frame, Pack, Packs, Rule, Shared, Vocabulary, load_packs};
use thiserror::Error;

/// Why there is nothing to measure with.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BenchError {
    /// The embedded rules.
    #[error(transparent)]
    Builtin(#[from] DamagedError),
    /// The rule files of the checkout.
    #[error("the built-in rules have mistakes:\n{0}")]
    Rules(#[from] Diagnostics),
    /// Their compiled form.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// Their texts.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// A file of the checkout.
    #[error(transparent)]
    File(#[from] io::Error),
}

/// The embedded rules, opened as the program opens them.
///
/// # Errors
/// When the program was built with damaged rules.
pub fn engine() -> Result<Engine, BenchError> {
    Ok(Engine::new(leitplanke_builtin::rule_set()?, leitplanke_builtin::catalog()?, Settings::default()))
}

/// The rules of the checkout, and `factor - 1` near-copies of every rule that words wake.
///
/// A copy has other words of the same build, which hardly a text holds: what is measured is the cost of rules that a
/// text does not concern. Rules that digits, an `@` or hidden characters wake are not copied: there is one shape of an
/// IBAN, and a copy of it would be the same rule twice.
///
/// # Errors
/// When the rule files have mistakes.
pub fn multiplied(factor: usize) -> Result<Engine, BenchError> {
    let root = root();
    let mut packs = load_packs(&folders(&root)?, &Shared::default())?;
    let copies: Vec<Rule> = (1..factor)
        .flat_map(|number| packs.rules().filter_map(|rule| copy(rule, number)).collect::<Vec<_>>())
        .collect();
    packs.packs.push(Pack { name: "copies".to_owned(), rules: copies, ..Pack::default() });
    compile(&packs, &root.join("names"))
}

/// Frames, word lists and names of the checkout without a single rule.
///
/// # Errors
/// When the rule files have mistakes.
pub fn without_rules() -> Result<Engine, BenchError> {
    let root = root();
    let mut packs = load_packs(&folders(&root)?, &Shared::default())?;
    packs.packs.iter_mut().for_each(|pack| pack.rules.clear());
    compile(&packs, &root.join("names"))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../rules")
}

fn compile(packs: &Packs, names: &Path) -> Result<Engine, BenchError> {
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let frames: Vec<Frame> = packs.frames().cloned().collect();
    let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
    let names = NameLists::read(|file| fs::read_to_string(names.join(file)))?;
    let sources = Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    Ok(Engine::new(RuleSet::compile(sources)?, Catalog::new(packs)?, Settings::default()))
}

fn folders(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(root)? {
        folders.push(entry?.path());
    }
    folders.retain(|path| path.join("pack.yaml").is_file());
    folders.sort();
    Ok(folders)
}

/// A rule with other words; `None` when no word wakes it.
fn copy(rule: &Rule, number: usize) -> Option<Rule> {
    let mut copy = rule.clone();
    copy.id = format!("{}-{number}", rule.id);
    match &mut copy.matcher {
        Matcher::Pattern(pattern) => return alter_pattern(pattern, number).then_some(copy),
        Matcher::Lexicon(lexicon) => lexicon.rows.iter_mut().for_each(|row| alter(&mut row.terms, number)),
        Matcher::Combination(combination) => {
            alter(&mut combination.strong, number);
            alter(&mut combination.weak, number);
        }
        Matcher::Sequence(sequence) => sequence.parts.iter_mut().for_each(|part| alter(&mut part.terms, number)),
        Matcher::Metric(metric) if metric.labels.is_empty() => alter(&mut metric.terms, number),
        Matcher::Metric(_) | Matcher::Name(_) | Matcher::HiddenText(_) => return None,
    }
    Some(copy)
}

/// Gives a pattern other words to wake it; false when digits or an `@` do.
fn alter_pattern(pattern: &mut Pattern, number: usize) -> bool {
    if pattern.keywords.is_empty() {
        for regex in &pattern.regexes {
            match trigger(regex) {
                Trigger::Words(words) => pattern.keywords.extend(words),
                Trigger::At | Trigger::Digits { .. } | Trigger::None => return false,
            }
        }
    }
    pattern.keywords.iter_mut().for_each(|keyword| *keyword = other_word(keyword, number));
    alter(&mut pattern.context, number);
    true
}

/// Other words for the long ones of every phrase; function words stay, or all words where there is no long one.
fn alter(terms: &mut TermList, number: usize) {
    const LONG: usize = 4;
    let is_long = |word: &Word| word.text.chars().count() >= LONG;
    for phrase in &mut terms.phrases {
        let has_long =
            phrase.pieces.iter().any(|piece| matches!(piece, Piece::Words(words) if words.iter().any(is_long)));
        for piece in &mut phrase.pieces {
            let Piece::Words(words) = piece else { continue };
            for word in words.iter_mut().filter(|word| !has_long || is_long(word)) {
                word.text = other_word(&word.text, number);
            }
        }
    }
}

/// A word of the same length and build: each vowel becomes another vowel, each consonant another consonant.
fn other_word(word: &str, number: usize) -> String {
    const VOWELS: &[u8] = b"aeiou";
    const CONSONANTS: &[u8] = b"bcdfghjklmnpqrstvwxyz";
    let turn = |c: char| {
        let lower = c.to_ascii_lowercase() as u8;
        let ring = [VOWELS, CONSONANTS].into_iter().find(|ring| c.is_ascii() && ring.contains(&lower))?;
        let at = ring.iter().position(|letter| *letter == lower)?;
        let turned = char::from(*ring.get((at + number) % ring.len())?);
        Some(if c.is_ascii_uppercase() { turned.to_ascii_uppercase() } else { turned })
    };
    word.chars().map(|c| turn(c).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_other_words_of_the_same_build() {
        assert_eq!(other_word("Depression", 1), "Fiqsittoup");
        assert_ne!(other_word("Depression", 2), other_word("Depression", 7));
        assert_eq!(other_word("ä-1", 3), "ä-1");
    }
}
