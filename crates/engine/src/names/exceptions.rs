//! Names that are nobody's: organisations, streets, public figures, citations, specimens.

use super::run::Run;
use super::words::Words;
use crate::lexis::flags;
use crate::ruleset::NameSets;
use crate::scan::{Block, Candidate, Rank};
use crate::signs::{Sign, Signs};
use crate::view::SetHit;

/// True when the name is nobody's to protect, whatever stands before it.
pub(super) fn is_placeholder(words: Words<'_>, sets: NameSets, run: &Run) -> bool {
    let marked = (run.first..=run.last + 1)
        .any(|at| words.has(at, flags::PLACEHOLDER) && (at <= run.last || words.gap(run.last) == " "));
    marked || words.in_phrase(sets.placeholders, run.first, run.last)
}

/// True when the name belongs to the public, a book or a stage.
///
/// Many a public figure has an ordinary name: who signs with it, or is addressed by it, is `private`.
pub(super) fn is_public(words: Words<'_>, sets: NameSets, run: &Run, private: bool) -> bool {
    let addressed = words.word_before(run.first).is_some_and(|before| words.is(before, Sign::Salutation));
    if private || addressed {
        // "Frau Jenny Treibel" is a book, salutation and all.
        let before = run.first.saturating_sub(1);
        return begins_with_office(words, run) || addressed && words.in_phrase(sets.public, before, before);
    }
    begins_with_office(words, run) || holds_office(words, run) || words.in_phrase(sets.public, run.first, run.last)
}

/// True for a date of birth or a house of a public figure: its sentence names one, and nobody else.
pub(crate) fn is_of_public_figure(block: &Block<'_>, value: &Candidate, people: &[Candidate]) -> bool {
    let (view, public) = (&block.view, block.set.core.shared.names.public);
    let Some(public) = public.filter(|_| matches!(value.rank, Rank::Birth | Rank::Address)) else { return false };
    let sentence = view.sentences().at(view.token_at(value.span.start));
    let span = view.sentence_span(sentence);
    let names_figure = |hit: &SetHit| {
        let named = view.tokens[hit.first as usize].flags & flags::FIRST_NAME != 0;
        // "Willy-Brandt-Platz 3" names one, too.
        let apart = !value.span.overlaps(view.span(hit.first, hit.last));
        hit.last > hit.first && named && apart
    };
    !people.iter().any(|person| person.rank == Rank::Person && person.span.overlaps(span))
        && view.phrases_of(public, sentence).any(|hit| names_figure(&hit))
}

/// True for "Bundesminister Heil": an office and a surname.
fn begins_with_office(words: Words<'_>, run: &Run) -> bool {
    run.last > run.first && words.is_compound_of(run.first, Sign::Office)
}

fn holds_office(words: Words<'_>, run: &Run) -> bool {
    let office = |at: usize| words.is(at, Sign::Office) || words.is_compound_of(at, Sign::Office);
    words.word_before(run.first).is_some_and(office)
}

/// True when the name is part of the name of an organisation, a place, a method.
pub(super) fn is_organisation(words: Words<'_>, run: &Run) -> bool {
    let gap = words.gap(run.last);
    let next = run.last + 1;
    let behind =
        matches!(gap, " " | "-" | " & ") && (words.has(next, flags::ORGANISATION) && words.is_capitalised(next));
    let company = gap == " "
        && matches!(words.word(next), "e" | "gGmbH" | "gAG" | "gUG" | "eG" | "eV")
        && (words.word(next) != "e" || matches!(words.word(next + 1), "V" | "G" | "K"));
    let partners = gap == " & " || words.word(next) == "&";
    let before = run
        .first
        .checked_sub(1)
        .is_some_and(|before| matches!(words.gap(before), " " | ". " | "-") && is_house(words, before));
    let street = words.gap(run.last).starts_with(['-', ' ']) && words.is(next, Sign::Street);
    let hyphenated = run.first.checked_sub(1).is_some_and(|before| words.gap(before) == "-");
    run.broken || behind || company || partners || before || street || hyphenated
}

fn is_house(words: Words<'_>, at: usize) -> bool {
    let ends = || words.is(at, Sign::HouseEnd) || words.is_compound_of(at, Sign::HouseEnd);
    words.is_capitalised(at) && (words.is(at, Sign::House) || ends())
}

/// Longest stretch around a name, in bytes, that is read as one entry of a list of literature.
const ENTRY: usize = 200;

/// True when the name is an author's: "Name (2019)", "Name et al.", "vgl. Name".
pub(super) fn is_cited(words: Words<'_>, run: &Run) -> bool {
    let after = words.after(run.last);
    let year = |text: &str| {
        let digits: &str = &text[..text.bytes().take_while(u8::is_ascii_digit).count()];
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    };
    let dated = |rest: &str| year(rest) && rest[4..].starts_with([')', ']', ',', ';', ':', 'a', 'b']);
    let in_brackets = after.strip_prefix(" (").or_else(|| after.strip_prefix(" [")).is_some_and(dated);
    let edited = [" (Hrsg.", " (Hg.", " (ed.", " (eds"].iter().any(|open| after.starts_with(open));
    let others =
        [" et al", " u. a.", " u.a.", ", et al", " and colleagues"].iter().any(|others| after.starts_with(others));
    let plain_year =
        after.strip_prefix([' ', ',']).map(str::trim_start).is_some_and(year) && is_referred_to(words, run);
    in_brackets || edited || others || plain_year || is_bibliographic(words, run)
}

/// English works, and what else is somebody's by name.
const BY: Signs = Signs::of(&[Sign::EnglishWork, Sign::Authored]);

/// True when the name is the author's of a work: "in the style of …", "»Titel« von …".
pub(super) fn is_author(words: Words<'_>, run: &Run) -> bool {
    let before = words.before(run.first);
    let titled =
        ["\" by ", "” by ", "“ von ", "\" von ", "« von ", "” von "].iter().any(|quote| before.ends_with(quote));
    titled || is_behind_work(words, run) || is_before_work(words, run)
}

/// "Roman von", "Lesung mit", "written by".
fn is_behind_work(words: Words<'_>, run: &Run) -> bool {
    let Some(by) = words.word_before(run.first) else { return false };
    let Some(work) = words.word_before(by) else { return false };
    match words.key(by) {
        b"von" => words.is(work, Sign::Work) && words.is_capitalised(work),
        b"mit" => words.is(work, Sign::Show) && words.is_capitalised(work),
        b"with" => words.is(work, Sign::Show),
        b"by" | b"of" => words.is_any(work, BY),
        b"from" => words.key(work) == b"quote",
        _ => false,
    }
}

/// "Austen's novel".
fn is_before_work(words: Words<'_>, run: &Run) -> bool {
    let next = run.last + 1;
    matches!(words.gap(run.last), "'" | "’")
        && words.key(next) == b"s"
        && words.gap(next) == " "
        && words.is(next + 1, Sign::EnglishWork)
}

/// True when the name is all that stands in quotation marks, its salutation aside: the title of a book or a film.
pub(super) fn is_title(words: Words<'_>, run: &Run) -> bool {
    let Some(before) = run.first.checked_sub(1) else { return false };
    let quoted = |at: usize| words.before(at).ends_with(['"', '„', '»', '“']);
    let closed = words.after(run.last).starts_with(['"', '“', '«', '”']);
    closed && words.gap(before).trim_start_matches('.') == " " && quoted(before)
}

/// "vgl. Name", "siehe Name", "(Name 2019".
fn is_referred_to(words: Words<'_>, run: &Run) -> bool {
    let before = words.before(run.first);
    let reference = ["vgl. ", "Vgl. ", "siehe ", "(", "cf. ", "see ", "/", "; ", "nach "];
    reference.iter().any(|sign| before.ends_with(sign))
}

/// The line of a list of literature: "Name, S. (2019): Titel. Verlag".
fn is_bibliographic(words: Words<'_>, run: &Run) -> bool {
    let (before, after) = (words.before(run.first), words.after(run.last));
    let line = &after[..after.floor_char_boundary(ENTRY.min(after.len()))];
    let line = line.split('\n').next().unwrap_or_default();
    let start = &before[before.ceil_char_boundary(before.len().saturating_sub(ENTRY))..];
    let start = start.rsplit('\n').next().unwrap_or_default();
    let published = ["Aufl.", "(Hrsg.", "(Hg.", "ISBN", "doi.org", "In: ", "Literatur:", "Verlag:", "(eds"];
    if published.iter().any(|sign| line.contains(sign) || start.contains(sign)) {
        return true;
    }
    let Some(rest) = line.strip_prefix(", ") else { return false };
    let mut letters = rest.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.');
    initial && ["(19", "(20", "et al", "Hrsg", "Verlag", "In: ", "S. ", "pp. "].iter().any(|sign| rest.contains(sign))
}
