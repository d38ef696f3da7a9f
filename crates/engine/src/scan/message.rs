//! One message: normalised, cut into blocks where it is huge, put together again.

use leitplanke_finding::Role;
use rayon::prelude::*;

use super::block::{self, BlockFindings, Scratches};
use super::candidate::Candidate;
use super::{Levels, lead, metric};
use crate::names::Seen;
use crate::normalize::MatchText;
use crate::ruleset::RuleSet;
use crate::{hidden, names};

/// Longest stretch that is scanned in one go, in bytes of matching text. Longer texts are always cut, whatever the
/// number of threads, so their findings depend on nothing but the text.
const BLOCK: usize = 64 << 10;

/// A stretch of matching text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// What a message holds, in the offsets of its original text, in text order.
#[derive(Debug, Default)]
pub(crate) struct MessageFindings {
    pub(crate) candidates: Vec<Candidate>,
    /// Names for the rest of the conversation.
    pub(crate) names: Seen,
}

/// Scans one message. `key` is what it stands under in a record: a label for its value.
pub(crate) fn scan(
    set: &RuleSet,
    levels: &Levels,
    role: Role,
    key: Option<&str>,
    original: &str,
    scratches: &Scratches,
) -> MessageFindings {
    let matching = MatchText::new(original);
    let text: &str = &matching.text;
    let pieces = cut(text, BLOCK);
    let label = key.map(|key| lead::of_key(key, text)).unwrap_or_default();
    let of_piece = |piece: &Piece, lead: &str| {
        let own = &text[piece.start..piece.end];
        if lead.is_empty() {
            return block::scan(set, levels, role, own, scratches);
        }
        block::scan(set, levels, role, &[lead, own].concat(), scratches).without_lead(lead.len())
    };
    let blocks: Vec<BlockFindings> = match pieces.as_slice() {
        [piece] => vec![of_piece(piece, &label)],
        pieces => {
            let leads = lead::of_pieces(text, pieces, label);
            pieces.par_iter().zip(leads.par_iter()).map(|(piece, lead)| of_piece(piece, lead)).collect()
        }
    };
    let mut counts = metric::Counts::new();
    let mut found = MessageFindings::default();
    for (piece, block) in pieces.iter().zip(blocks) {
        metric::add(&mut counts, block.counts, *piece);
        found.names.extend(block.names, piece.start);
        found.candidates.extend(
            block
                .candidates
                .into_iter()
                .map(|candidate| Candidate { span: candidate.span.shifted(piece.start), ..candidate }),
        );
    }
    found.candidates.extend(metric::judge(set, levels, counts));
    for candidate in &mut found.candidates {
        candidate.span = matching.original(candidate.span);
    }
    found.names.move_spans(|span| Some(matching.original(span)));
    if matching.has_invisible {
        found.candidates.extend(hidden::scan(set, levels, role, original));
    }
    found.candidates.sort_by_key(|candidate| (candidate.span, candidate.rule));
    names::drop_shadowed(&mut found.names, &found.candidates);
    found
}

/// Cuts `text` into pieces of at most `limit` bytes: at the last blank line, else line end, else blank, else letter.
fn cut(text: &str, limit: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while text.len() - start > limit {
        let end = text.floor_char_boundary(start + limit);
        let stretch = &text[start..end];
        let half = stretch.floor_char_boundary(limit / 2);
        let late = &stretch[half..];
        let at = (late.rfind("\n\n").map(|at| at + 2))
            .or_else(|| late.rfind('\n').map(|at| at + 1))
            .or_else(|| late.rfind(' ').map(|at| at + 1))
            .map_or(end, |at| start + half + at);
        pieces.push(Piece { start, end: at });
        start = at;
    }
    pieces.push(Piece { start, end: text.len() });
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn pieces_cover_the_text_once(text in "([a-zäöü]{1,9}[ \n]{1,2}){0,60}", limit in 8usize..64) {
            let pieces = cut(&text, limit);
            proptest::prop_assert_eq!(pieces.first().map(|piece| piece.start), Some(0));
            proptest::prop_assert_eq!(pieces.last().map(|piece| piece.end), Some(text.len()));
            proptest::prop_assert!(pieces.windows(2).all(|pair| pair[0].end == pair[1].start));
            proptest::prop_assert!(pieces.iter().all(|piece| piece.end - piece.start <= limit && text.is_char_boundary(piece.start)));
        }
    }

    #[test]
    fn prefers_blank_lines() {
        let pieces = cut("aaaaaaa\n\nb\ncc dddd", 14);
        assert_eq!(pieces[0], Piece { start: 0, end: 9 });
    }
}
