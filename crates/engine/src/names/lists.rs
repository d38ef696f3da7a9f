//! Names beside names: neighbouring cells, enumerations, one per line.

use leitplanke_finding::{Language, Span};

use super::genre::Genre;
use super::lone;
use super::mention::Mention;
use super::records::{self, ColumnKind};
use super::run::Part;
use super::words::Words;

/// Fewest lines that begin with a first name and make a list of people.
const LINES: usize = 3;

/// Farthest a first name may stand from somebody who is named for sure, in bytes.
const COMPANY: usize = 600;

/// Joins last and first name of neighbouring cells.
pub(super) fn merge_cells(words: Words<'_>, mentions: &mut Vec<Mention>) {
    mentions.dedup_by(|right, left| {
        let halves = matches!(
            (left.column, right.column),
            (Some(ColumnKind::Last | ColumnKind::Whole), Some(ColumnKind::First))
                | (Some(ColumnKind::First), Some(ColumnKind::Last | ColumnKind::Whole))
        );
        let border = right.run.first == left.run.last + 1 && records::is_cell_border(words.gap(left.run.last));
        if halves && border {
            left.run = left.run.to(right.run.last);
        }
        halves && border
    });
}

/// Which mentions of a block may stand in lists.
pub(super) struct Lists {
    items: Vec<Item>,
    /// The first names are there to choose from.
    offered: bool,
    /// Enough lines begin with first names.
    of_lines: bool,
}

/// A mention as part of a list.
#[derive(Debug, Clone, Copy, Default)]
struct Item {
    /// Where it stands, when it can be part of an enumeration.
    span: Option<Span>,
    /// A first name alone.
    lone: bool,
    /// A first name that begins its line, a word aside.
    begins_line: bool,
}

impl Lists {
    /// Looks at all mentions of a block. First names to choose from are no list of people.
    pub(super) fn of(words: Words<'_>, genre: &Genre<'_>, mentions: &[Mention]) -> Self {
        let first = |mention: &Mention| lone::is_lone_first(&mention.run);
        let offered = mentions.iter().any(first) && genre.offers_names();
        // "Lukas F.: blocked"
        let abbreviated = |mention: &Mention| {
            words.is_letter(mention.run.last) && mention.run.words().next().is_some_and(Part::sure_first)
        };
        let item = |mention: &Mention| {
            let lone = !offered && first(mention);
            let whole = mention.run.words().count() > 1;
            Item {
                span: (whole || lone).then(|| mention.span(words)),
                lone,
                begins_line: (lone || abbreviated(mention)) && begins_line(words, mention.run.first),
            }
        };
        let items: Vec<Item> = mentions.iter().map(item).collect();
        let of_lines = items.iter().filter(|item| item.begins_line).count() >= LINES;
        Self { items, offered, of_lines }
    }

    /// Marks first names near a mention that is `firm` without them: a text about somebody is about others, too. English first names
    /// are too often words and surnames for that.
    pub(super) fn join_company(&self, words: Words<'_>, mentions: &mut [Mention], firm: &[bool]) {
        let is_lone = |mention: &Mention| lone::is_lone_first(&mention.run);
        let reads = words.view.language() == Some(Language::En);
        if self.offered || reads || !mentions.iter().any(is_lone) {
            return;
        }
        let stays = mentions.iter().zip(firm).filter(|(_, firm)| **firm);
        let sure: Vec<Span> = stays.map(|(mention, _)| mention.span(words)).collect();
        for mention in mentions.iter_mut().filter(|mention| is_lone(mention)) {
            let own = mention.span(words);
            let next = sure.partition_point(|other| other.start < own.start);
            let near = |other: &Span| *other != own && other.start.abs_diff(own.start) <= COMPANY;
            mention.in_company = sure[next.saturating_sub(1)..(next + 2).min(sure.len())].iter().any(near);
        }
    }

    /// True when the mention stands beside another name, or begins one of several lines that begin with names.
    pub(super) fn holds(&self, words: Words<'_>, index: usize) -> bool {
        let item = |index: usize| self.items.get(index).copied().unwrap_or_default();
        let own = item(index);
        let before = index.checked_sub(1).map(item).unwrap_or_default();
        let after = item(index + 1);
        // "Siehe Kramer/Holm": a first name makes no name of two words before it.
        let fits = |other: Item| own.lone || !other.lone;
        (self.of_lines && own.begins_line)
            || (fits(before) && are_peers(words, before.span, own.span))
            || (fits(after) && are_peers(words, own.span, after.span))
    }
}

/// True for "Swantje kommt" and "Mi Swantje".
fn begins_line(words: Words<'_>, at: usize) -> bool {
    words.opens_line(at) || words.word_before(at).is_some_and(|before| words.opens_line(before))
}

/// True when a comma, a line break or "und" joins two names of a list.
fn are_peers(words: Words<'_>, left: Option<Span>, right: Option<Span>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    let gap = words.text.get(left.end..right.start).unwrap_or_default();
    let sign = gap.trim();
    gap.len() < 12
        && (matches!(sign, "," | ";" | "und" | "and" | "&" | ", und" | ", and" | "oder" | "or" | "/" | "sowie")
            || (gap.contains('\n') && sign.chars().all(|c| !c.is_alphabetic())))
}
