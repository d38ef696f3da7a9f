//! Names in rows, lists and forms: "Nachname, Vorname", columns, addresses beside them.

use std::ops::Range;

use leitplanke_finding::Span;

use super::run::{Part, Run, Trust};
use super::words::Words;
use crate::fold::Key;
use crate::lexis::flags;
use crate::scan::{Block, Candidate, Rank};
use crate::signs::Sign;

/// Farthest an e-mail address or a number of the same record may stand from a name, in bytes.
const RECORD: usize = 80;

/// "Kowalski, Anna" as one name: both halves, where it fills an item, a cell or a line. `left` is the surname.
pub(super) fn comma_form(words: Words<'_>, left: &Run) -> Option<Run> {
    let first_name = left.last + 1;
    if words.gap(left.last) != ", " || !begins_record(words, left.first) {
        return None;
    }
    let Some(right) = Run::read(words, first_name, Trust::Listed) else {
        return (words.opens_line(left.first) && is_before_date(words, first_name)).then(|| left.to(first_name));
    };
    let is_first = right.parts().first().is_some_and(|part| part.is_first() && (part.sure_first() || !part.is_last()));
    // "Anna, Peter" is an enumeration.
    let enumerates = left.words().all(|part| part.sure_first() && (!part.is_last() || !words.opens_line(left.first)));
    // "Maria Koch, Anna Wolf" is one, too.
    let whole = left.words().count() > 1 && left.words().any(Part::is_first);
    (is_first && !enumerates && !whole && ends_record(words, right.last)).then(|| left.to(right.last))
}

/// "Wachowiak, Bogumił; 30.07.1971": a word that no list knows fills its cell, and a date the next one.
fn is_before_date(words: Words<'_>, at: usize) -> bool {
    let after = words.after(at);
    let date = after.trim_start_matches([';', ',', '|', '\t', ' ']);
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    let month = date.get(digits + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    words.is_unknown(at) && after.starts_with([';', ',', '|', '\t']) && matches!(digits, 1 | 2) && month
}

fn begins_record(words: Words<'_>, first: usize) -> bool {
    let before = words.before(first);
    let trimmed = before.trim_end_matches([' ', '"', '*', '-', '•']);
    words.opens_line(first)
        || before.ends_with("  ")
        || before.ends_with(['\t', '"', '('])
        || trimmed.ends_with([';', '|', ':', '(', '.', '<', '\n'])
        || trimmed.ends_with(|c: char| c.is_ascii_digit())
}

fn ends_record(words: Words<'_>, last: usize) -> bool {
    let after = words.after(last);
    let signs = [
        "\n", "\r", "\t", "  ", ";", "|", ":", "\"", ")", " (", " <", " |", " –", " -", " ;", ", geb", " geb", ".\n",
        " *",
    ];
    let number = after.trim_start_matches([',', ' ']).starts_with(|c: char| c.is_ascii_digit());
    after.is_empty() || after == "." || number || signs.iter().any(|sign| after.starts_with(sign))
}

/// A column of names below its header.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// The label in the header.
    label: Span,
    /// Where its rows are.
    rows: Range<usize>,
    kind: ColumnKind,
}

/// Which half of a name a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnKind {
    Whole,
    First,
    Last,
}

/// What the word would head as a label.
fn half_named(words: Words<'_>, at: usize) -> Option<ColumnKind> {
    let signs = words.signs(at);
    let kinds = [
        (Sign::NameLabel, ColumnKind::Whole),
        (Sign::RoleColumn, ColumnKind::Whole),
        (Sign::FirstLabel, ColumnKind::First),
        (Sign::LastLabel, ColumnKind::Last),
    ];
    kinds.into_iter().find(|(sign, _)| signs.has(*sign)).map(|(_, kind)| kind)
}

/// The column that word `at` heads, if it does.
pub(super) fn headed_by(words: Words<'_>, at: usize) -> Option<Column> {
    let separates = |c: char| matches!(c, ';' | ',' | '|' | '\t');
    if !words.gap(at).contains(separates)
        && !at.checked_sub(1).is_some_and(|before| words.gap(before).contains(separates))
    {
        return None;
    }
    let mut kind = half_named(words, at)?;
    if words.is(at + 1, Sign::OtherColumn) && words.gap(at) == " " {
        return None;
    }
    if kind == ColumnKind::Whole && at > 0 && matches!(words.gap(at - 1), " " | "_") {
        kind = match words.word(at - 1) {
            "First" | "first" | "Given" | "given" => ColumnKind::First,
            "Last" | "last" | "Family" | "family" => ColumnKind::Last,
            _ => kind,
        };
    }
    let label = words.span(at, at);
    let rows = words.view.columns().rows_under(label.start)?;
    Some(Column { label, rows, kind })
}

/// Which column of names a word stands in, at the beginning of its cell.
pub(super) fn column_of(words: Words<'_>, columns: &[Column], at: usize) -> Option<ColumnKind> {
    let start = words.token(at)?.start as usize;
    columns.iter().find(|column| column.rows.contains(&start))?;
    let begins = if words.view.columns().is_lined_up(start) {
        words.before(at).ends_with("  ") || words.opens_line(at)
    } else {
        words.before(at).trim_end_matches([' ', '"', '*']).ends_with([';', ',', '|', '\t', '\n'])
    };
    let header = words.view.columns().header_of(words.text, start).filter(|_| begins)?;
    columns.iter().find(|column| header.contains(column.label)).map(|column| column.kind)
}

/// What fills the cell that begins with word `at`: a name, or capitalised words that are nothing else.
pub(super) fn cell(words: Words<'_>, at: usize) -> Option<Run> {
    let run = Run::read(words, at, Trust::Addressed).map(|run| with_letter_behind(words, run));
    let run = run.filter(|run| fills_cell(words, run));
    let lined_up = words.token(at).is_some_and(|token| words.view.columns().is_lined_up(token.start as usize));
    if let Some(run) = run {
        let whole = comma_form(words, &run).or_else(|| lined_up.then(|| with_half_behind(words, &run)).flatten());
        return Some(whole.unwrap_or(run));
    }
    let other = flags::NOUN | flags::ORGANISATION | flags::GERMAN | flags::ENGLISH | flags::INTRODUCTION | flags::ROLE;
    let is_plain = |at: usize| words.is_capitalised(at) && !words.has(at, other) && !words.is_letter(at);
    let last = (at..at + 3).take_while(|next| is_plain(*next)).find(|next| words.gap(*next) != " ")?;
    let run = Run::plain(at, last);
    fills_cell(words, &run).then_some(run)
}

/// "Farhadi, Navid" in a column that blanks line up, where commas separate nothing else.
fn with_half_behind(words: Words<'_>, run: &Run) -> Option<Run> {
    let plain = |at: usize| words.is_capitalised(at) && !words.has(at, flags::ORGANISATION);
    let first = run.last + 1;
    let last = (first..first + 3).take_while(|at| plain(*at)).find(|at| words.gap(*at) != " ")?;
    (words.gap(run.last) == ", " && ends_record(words, last)).then(|| run.to(last))
}

/// "Noah K." as one name.
fn with_letter_behind(words: Words<'_>, run: Run) -> Run {
    let letter = words.gap(run.last) == " " && words.is_letter(run.last + 1);
    if letter { run.to(run.last + 1) } else { run }
}

/// True when a name fills its cell.
fn fills_cell(words: Words<'_>, run: &Run) -> bool {
    let after = words.after(run.last).trim_start_matches([' ', '"', '*', '.', '\r']);
    after.is_empty() || after.starts_with([';', ',', '|', '\t', '\n', '(']) || words.after(run.last).starts_with("  ")
}

/// True when nothing but the border of two cells lies between two names.
pub(super) fn is_cell_border(gap: &str) -> bool {
    let sign = gap.trim_matches([' ', '"']);
    gap.len() < 40 && matches!(sign, ";" | "," | "|" | "\t")
}

/// True when an address, a number or a date of the same record stands beside the name.
pub(super) fn has_neighbour(words: Words<'_>, entities: &[Candidate], span: Span) -> bool {
    stands_beside(words, entities, span, Rank::Birth)
}

/// True when a number of the same record stands beside the name. Where a public figure was born and lived, books tell.
pub(super) fn has_number(words: Words<'_>, entities: &[Candidate], span: Span) -> bool {
    stands_beside(words, entities, span, Rank::Unlabelled)
}

fn stands_beside(words: Words<'_>, entities: &[Candidate], span: Span, least: Rank) -> bool {
    entities.iter().filter(|entity| entity.rank >= least).any(|entity| {
        let between = if entity.span.start >= span.end {
            span.end..entity.span.start
        } else if entity.span.end <= span.start {
            entity.span.end..span.start
        } else {
            return false;
        };
        between.len() <= RECORD && !words.text[between].contains('\n')
    })
}

/// True for a name on the line above an address, as on an envelope.
pub(super) fn heads_address(words: Words<'_>, entities: &[Candidate], run: &Run) -> bool {
    let end = words.span(run.first, run.last).end;
    let below = |entity: &&Candidate| entity.rank == Rank::Address && entity.span.start > end;
    words.opens_line(run.first)
        && words.ends_line(run.last)
        && entities.iter().filter(below).any(|entity| matches!(&words.text[end..entity.span.start], "\n" | "\r\n"))
}

/// True when an address, a number or a date follows the name with nothing but signs between.
pub(super) fn has_value_behind(words: Words<'_>, entities: &[Candidate], span: Span) -> bool {
    entities.iter().filter(|entity| entity.rank > Rank::Person && entity.span.start >= span.end).any(|entity| {
        let between = &words.text[span.end..entity.span.start];
        between.len() <= RECORD / 8 && !between.contains(|c: char| c.is_alphanumeric() || c == '\n')
    })
}

/// The local parts of the e-mail addresses of a block, folded.
pub(super) fn mailboxes(words: Words<'_>, block: &Block<'_>, entities: &[Candidate]) -> Vec<Key> {
    let addresses = entities.iter().filter(|entity| block.label(entity.rule) == "EMAIL");
    addresses.map(|entity| Key::of(entity.span.of(words.text).split('@').next().unwrap_or_default())).collect()
}

/// True when one of the mailboxes spells the last word of the name.
pub(super) fn has_mail(words: Words<'_>, mailboxes: &[Key], run: &Run) -> bool {
    let surname = words.key(run.last);
    let spells = |mailbox: &Key| mailbox.as_bytes().windows(surname.len()).any(|window| window == surname);
    surname.len() > 3 && mailboxes.iter().any(spells)
}
