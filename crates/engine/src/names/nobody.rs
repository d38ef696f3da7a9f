//! First names of nobody at home: animals, people of exercises, sums and the Bible.

use super::genre::Genre;
use super::run::Run;
use super::words::Words;
use crate::signs::Sign;

/// The name, folded, where the text says that an animal is called so: "unser Hund Bello", "Polly, who is a parrot".
pub(super) fn animal<'w>(words: Words<'w>, run: &Run) -> Option<&'w [u8]> {
    let animal =
        |at: usize| words.is(at, Sign::Animal) || words.key(at).ends_with(b"hund") || words.key(at).ends_with(b"katze");
    let called = |at: usize| words.is_one_of(at, &["heisst", "namens", "called", "named"]);
    let before = (1..=2).any(|back| {
        run.first
            .checked_sub(back)
            .is_some_and(|at| animal(at) && words.gap(at) == " " && (back == 1 || called(at + 1)))
    });
    let behind = words.gap(run.last).starts_with(',')
        && (run.last + 1..run.last + 5).any(animal)
        && !words.between(run.last, run.last + 5).contains(['.', '\n']);
    (run.first == run.last && (before || behind)).then(|| words.key(run.first))
}

/// True for a name that is nobody's in the kind of text it stands in.
pub(super) fn is_nobody(words: Words<'_>, genre: &Genre<'_>, run: &Run) -> bool {
    is_month(words, run)
        || is_faith(words, run)
        || is_exercise(words, genre, run)
        || is_biblical(words, genre, run)
        || is_in_a_sum(genre, run)
}

/// Most words between two faiths of a list.
const FAITHS: usize = 3;

/// True for a faith among others: "Muslim, Hindu and Christian".
fn is_faith(words: Words<'_>, run: &Run) -> bool {
    let mut around = run.first.saturating_sub(FAITHS)..=run.first + FAITHS;
    run.first == run.last
        && words.is(run.first, Sign::Faith)
        && around.any(|at| at != run.first && words.is(at, Sign::Faith))
}

/// True for a month: "seit August", "Ende April".
fn is_month(words: Words<'_>, run: &Run) -> bool {
    let timed = |before: usize| words.is(before, Sign::BeforeMonth);
    run.first == run.last && words.is(run.first, Sign::Month) && words.word_before(run.first).is_some_and(timed)
}

/// Longest sentence that an exercise quotes, in bytes.
const EXERCISE: usize = 60;

/// True for a first name in a short quotation that is there to be translated or conjugated.
fn is_exercise(words: Words<'_>, genre: &Genre<'_>, run: &Run) -> bool {
    let lone = run.words().count() == 1;
    let quote = |c: char| matches!(c, '"' | '„' | '“' | '”' | '»' | '«');
    let before = words.before(run.first);
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(EXERCISE))..];
    let after = words.after(run.last);
    let rest = &after[..after.floor_char_boundary(EXERCISE.min(after.len()))];
    let sentence = |text: &str| !text.contains(['.', '\n']) || text.trim_end_matches('.').contains(quote);
    let said = near.ends_with(quote)
        || (1..=3).any(|back| run.first.checked_sub(back).is_some_and(|at| words.is(at, Sign::SelfNaming)));
    lone && said && near.contains(quote) && rest.contains(quote) && sentence(rest) && genre.is_exercise()
}

/// True for the John of examples: alone in a German text that nobody is at home in.
pub(super) fn is_everybody(words: Words<'_>, run: &Run) -> bool {
    run.words().count() == 1
        && words.is(run.first, Sign::Everybody)
        && words.view.language() == Some(leitplanke_finding::Language::De)
}

/// True for a first name of the Bible in a text that speaks of it: "warum verkauft Esau … in der Bibel".
fn is_biblical(words: Words<'_>, genre: &Genre<'_>, run: &Run) -> bool {
    run.first == run.last && words.is(run.first, Sign::Biblical) && genre.is_scripture()
}

/// True for a lone name in a sum: "If Sarah has 3 apples … how many are left?"
fn is_in_a_sum(genre: &Genre<'_>, run: &Run) -> bool {
    run.words().count() == 1 && genre.is_sum()
}
