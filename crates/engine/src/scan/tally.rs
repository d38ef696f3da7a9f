//! Parts of a sequence that add up: none of them says much, several together do.

use leitplanke_rules::matcher::Within;

use super::block::Block;
use super::hits::Hit;
use super::reach::NEIGHBOUR_WORDS;
use crate::ruleset::Tally;

impl Tally {
    /// False when the parts that may stand in the text, by number, can not add up to enough. The words of quiet parts
    /// have not been looked for, so they may all be there.
    pub(super) fn may_be_enough(&self, may_be: impl Fn(usize) -> bool) -> bool {
        let parts = self.points.iter().zip(&self.quiet).enumerate();
        let present = parts.filter(|(part, (_, quiet))| quiet.is_some() || may_be(*part));
        self.is_enough(present.map(|(_, (points, _))| *points))
    }

    /// The places that count of those where each part stood last: near ones, no word twice, parts with most points
    /// first. `None` when they are not enough.
    pub(super) fn counted(
        &self,
        latest: &[Option<(u32, u32)>],
        near: impl Fn((u32, u32)) -> bool,
    ) -> Option<Vec<(u32, u32)>> {
        if !self
            .is_enough(self.points.iter().zip(latest).filter(|(_, place)| place.is_some()).map(|(points, _)| *points))
        {
            return None;
        }
        let (mut counted, mut points): (Vec<(u32, u32)>, Vec<u32>) = (Vec::new(), Vec::new());
        for (of, place) in self.points.iter().zip(latest) {
            let Some(place) = place.filter(|place| near(*place)) else { continue };
            if counted.iter().all(|other| other.1 < place.0 || place.1 < other.0) {
                counted.push(place);
                points.push(*of);
            }
        }
        self.is_enough(points.into_iter()).then_some(counted)
    }

    fn is_enough(&self, points: impl Iterator<Item = u32>) -> bool {
        points.fold(0, u32::saturating_add) >= self.at_least
    }
}

/// Adds the words of the quiet parts that stand near a step.
pub(super) fn add_quiet(block: &Block<'_>, steps: &mut Vec<Hit>, tally: &Tally, within: Within) {
    let Some(rule) = steps.first().map(|step| step.rule) else { return };
    let sentences = block.view.sentences();
    let mut near = vec![false; sentences.len()];
    for step in steps.iter() {
        let (from, to) = match within {
            Within::Message => (0, sentences.len() - 1),
            Within::Sentence => (sentences.at(step.first), sentences.at(step.last)),
            Within::Neighbours => around(block, step, NEIGHBOUR_WORDS),
            Within::Words(words) => around(block, step, u32::from(words)),
        };
        near[from..=to].fill(true);
    }
    for sentence in near.iter().enumerate().filter(|(_, near)| **near).map(|(sentence, _)| sentence) {
        for hit in block.view.facts(sentence) {
            let parts = tally.quiet.iter().enumerate().filter(|(_, quiet)| **quiet == Some(hit.set));
            steps.extend(parts.map(|(part, _)| Hit { rule, first: hit.first, last: hit.last, slot: part as u16 }));
        }
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
    use crate::phrases::SetId;

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
    fn near_places_add_up_and_no_word_counts_twice() {
        let near = |(first, _)| first >= 10;
        let counted = |places: [Option<(u32, u32)>; 4]| tally().counted(&places, near);
        assert_eq!(counted([Some((12, 13)), Some((10, 10)), None, None]), Some(vec![(12, 13), (10, 10)]));
        assert_eq!(counted([Some((12, 13)), None, Some((14, 14)), Some((10, 10))]).map(|places| places.len()), Some(3));
        assert_eq!(counted([Some((12, 13)), Some((9, 9)), None, None]), None);
        assert_eq!(counted([Some((12, 13)), Some((13, 14)), Some((15, 15)), None]), None);
    }
}
