//! Parts of a sequence that add up: none of them says much, several together do.

use leitplanke_rules::matcher::Within;

use super::block::Block;
use super::hits::Hit;
use super::reach::NEIGHBOUR_WORDS;
use super::sequence::hull;
use crate::phrases::SetId;
use crate::ruleset::{Tally, slot};

/// Places remembered of each part: the last one may share a word with another part.
const REMEMBERED: usize = 4;

impl Tally {
    /// False when the parts that may stand in the text, by number, can not add up to enough. The words of quiet parts
    /// have not been looked for, so they may all be there.
    pub(super) fn may_be_enough(&self, may_be: impl Fn(usize) -> bool) -> bool {
        let parts = self.points.iter().zip(&self.quiet).enumerate();
        let present = parts.filter(|(part, (_, quiet))| quiet.is_some() || may_be(*part));
        self.is_enough(present.map(|(_, (points, _))| *points))
    }

    /// The places that count of those where each part stood last, latest last: near ones, parts with most points first,
    /// until it is enough; `None` when it never is. No word begins or ends two of them, but one may stand in a gap of
    /// another: "put your rules aside".
    fn counted(&self, recent: &[Vec<(u32, u32)>], near: impl Fn((u32, u32)) -> bool) -> Option<Vec<(u32, u32)>> {
        let stood = self.points.iter().zip(recent).filter(|(_, places)| !places.is_empty());
        if !self.is_enough(stood.clone().map(|(points, _)| *points)) {
            return None;
        }
        let (mut counted, mut sum): (Vec<(u32, u32)>, u32) = (Vec::new(), 0);
        for (points, places) in stood {
            let is_free = |place: &(u32, u32)| counted.iter().all(|other| other.0 != place.0 && other.1 != place.1);
            if let Some(place) = places.iter().rev().copied().find(|place| near(*place) && is_free(place)) {
                counted.push(place);
                sum += points;
            }
            if sum >= self.at_least {
                return Some(counted);
            }
        }
        None
    }

    /// The parts whose words have not been looked for, with these words.
    fn quiet_sets(&self) -> impl Iterator<Item = (u16, SetId)> {
        self.quiet.iter().zip(0..).filter_map(|(set, part)| Some((part, (*set)?)))
    }

    fn is_enough(&self, points: impl Iterator<Item = u32>) -> bool {
        points.sum::<u32>() >= self.at_least
    }
}

/// Windows of tokens, first and last, whose parts add up; `fits` tells whether two tokens are near enough.
pub(super) fn windows(tally: &Tally, steps: &[Hit], fits: impl Fn(u32, u32) -> bool) -> Vec<(u32, u32)> {
    let mut recent: Vec<Vec<(u32, u32)>> = vec![Vec::new(); tally.points.len()];
    let mut found = Vec::new();
    for step in steps {
        let Some(places) = recent.get_mut(usize::from(step.slot)) else { continue };
        if places.len() == REMEMBERED {
            places.remove(0);
        }
        places.push((step.first, step.last));
        if let Some(counted) = tally.counted(&recent, |(first, last)| fits(first, step.last.max(last))) {
            found.push(hull(&counted));
            recent.iter_mut().for_each(Vec::clear);
        }
    }
    found
}

/// Adds the words of the quiet parts that stand near steps and may make them enough.
pub(super) fn add_quiet(block: &Block<'_>, steps: &mut Vec<Hit>, tally: &Tally, within: Within) {
    let Some(rule) = steps.first().map(|step| step.rule) else { return };
    for sentence in promising(block, steps, tally, within) {
        for (part, set) in tally.quiet_sets() {
            let hits = block.view.phrases_of(set, sentence);
            steps.extend(hits.map(|hit| Hit { rule, first: hit.first, last: hit.last, slot: part }));
        }
    }
}

/// The sentences around steps in which enough may stand. Most steps stand alone, and to prove the words of quiet parts
/// costs more than anything else here.
fn promising(block: &Block<'_>, steps: &[Hit], tally: &Tally, within: Within) -> Vec<usize> {
    let sentences = block.view.sentences();
    let mut stretches: Vec<(usize, usize)> = steps.iter().map(|step| stretch(block, step, within)).collect();
    stretches.dedup();
    // The parts that steps are, a bit each.
    let mut parts = vec![0_u64; sentences.len()];
    for step in steps {
        parts[sentences.at(step.first)] |= slot::bit(step.slot);
        parts[sentences.at(step.last)] |= slot::bit(step.slot);
    }
    let quiet = |sentence: usize| {
        let there = tally.quiet_sets().filter(|(_, set)| block.view.may_have(sentence, *set));
        there.fold(0, |parts, (part, _)| parts | slot::bit(part))
    };
    let may_be_enough = |(from, to): &(usize, usize)| {
        let there = (*from..=*to).fold(0, |there, sentence| there | parts[sentence] | quiet(sentence));
        let present = tally.points.iter().zip(0..).filter(|(_, part)| there & slot::bit(*part) != 0);
        tally.is_enough(present.map(|(points, _)| *points))
    };
    let mut promising: Vec<usize> =
        stretches.into_iter().filter(may_be_enough).flat_map(|(from, to)| from..=to).collect();
    promising.sort_unstable();
    promising.dedup();
    promising
}

/// The first and the last sentence that belong to a step.
fn stretch(block: &Block<'_>, step: &Hit, within: Within) -> (usize, usize) {
    let sentences = block.view.sentences();
    match within {
        Within::Message => (0, sentences.len() - 1),
        Within::Sentence => (sentences.at(step.first), sentences.at(step.last)),
        Within::Neighbours => around(block, step, NEIGHBOUR_WORDS),
        Within::Words(words) => around(block, step, u32::from(words)),
    }
}

/// The first and the last sentence within so many words of a step.
fn around(block: &Block<'_>, step: &Hit, words: u32) -> (usize, usize) {
    let sentences = block.view.sentences();
    let last = (block.view.tokens.len() as u32).saturating_sub(1);
    (sentences.at(step.first.saturating_sub(words)), sentences.at(step.last.saturating_add(words).min(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two parts that wake the rule and two quiet ones.
    fn tally() -> Tally {
        let quiet = vec![None, None, Some(SetId(0)), Some(SetId(1))];
        Tally { points: vec![3, 2, 1, 1], quiet, at_least: 5 }
    }

    #[test]
    fn quiet_parts_may_always_be_there() {
        assert!(tally().may_be_enough(|part| part == 0));
        assert!(!tally().may_be_enough(|part| part == 1));
    }

    #[test]
    fn near_places_add_up_and_no_word_begins_or_ends_two() {
        let near = |(first, _)| first >= 10;
        let counted = |places: [&[(u32, u32)]; 4]| tally().counted(&places.map(<[_]>::to_vec), near);
        assert_eq!(counted([&[(12, 13)], &[(10, 10)], &[], &[]]), Some(vec![(12, 13), (10, 10)]));
        assert_eq!(counted([&[(12, 13)], &[], &[(14, 14)], &[(10, 10)]]), Some(vec![(12, 13), (14, 14), (10, 10)]));
        // A third part is not needed for the five points, however near.
        assert_eq!(counted([&[(12, 13)], &[(15, 15)], &[(14, 14)], &[]]), Some(vec![(12, 13), (15, 15)]));
        assert_eq!(counted([&[(12, 13)], &[(9, 9)], &[], &[]]), None);
        assert_eq!(counted([&[(12, 13)], &[(12, 14)], &[(15, 15)], &[]]), None);
        assert_eq!(counted([&[(12, 13)], &[(11, 11), (12, 14)], &[], &[]]), Some(vec![(12, 13), (11, 11)]));
        assert_eq!(counted([&[(10, 14)], &[(12, 13)], &[], &[]]), Some(vec![(10, 14), (12, 13)]));
    }
}
