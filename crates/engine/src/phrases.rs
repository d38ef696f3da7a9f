//! All phrases of all rules, each once, with who asked for it; laid out as plain bytes like [`crate::table`].

use std::borrow::Cow;
use std::collections::HashMap;

use leitplanke_finding::Language;
use leitplanke_rules::term::{Form, Phrase, Piece, Word};

use crate::anchor::anchor;
use crate::fold::Key;
use crate::start::Starts;

/// Number of a phrase.
pub(crate) type PhraseId = u32;

/// A list of phrases that is only consulted around a hit: context words, frame cues, link words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub(crate) struct SetId(pub(crate) u16);

/// A rule that wants to hear of every hit of a phrase, and what the phrase is to it (row, part, strong or weak).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Caller {
    /// Index of the rule.
    pub(crate) rule: u16,
    /// Meaning known to the rule's kind.
    pub(crate) slot: u16,
}

/// Most places a phrase has (the term language allows twelve words).
pub(crate) const PLACES: usize = 16;

/// A place in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place<'p> {
    Words(Choice<'p>),
    Number,
    Gap,
}

/// The words that may stand in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice<'p> {
    /// How they begin.
    pub(crate) starts: Starts,
    words: &'p [u8],
}

impl<'p> Choice<'p> {
    /// The words, folded, in the order written; at least one.
    #[inline]
    pub(crate) fn words(self) -> impl Iterator<Item = (&'p [u8], Form)> {
        let mut rest = self.words;
        std::iter::from_fn(move || {
            let (&[kind, len], tail) = rest.split_first_chunk()?;
            let (key, tail) = tail.split_at_checked(usize::from(len))?;
            rest = tail;
            Some((key, form(kind)?))
        })
    }

    /// The word of a place that takes only one.
    pub(crate) fn only(self) -> Option<(&'p [u8], Form)> {
        let mut words = self.words();
        words.next().filter(|_| words.next().is_none())
    }
}

/// One phrase, read in place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhraseRef<'p> {
    /// Language of the texts it applies to.
    pub(crate) language: Option<Language>,
    /// Index of the place that is looked up.
    pub(crate) anchor: usize,
    callers: &'p [u8],
    sets: &'p [u8],
    places: &'p [u8],
}

impl<'p> PhraseRef<'p> {
    /// The rules that want every hit.
    pub(crate) fn callers(&self) -> impl Iterator<Item = Caller> + use<'p> {
        let pair = |bytes: &[u8; 4]| Caller {
            rule: u16::from_le_bytes([bytes[0], bytes[1]]),
            slot: u16::from_le_bytes([bytes[2], bytes[3]]),
        };
        self.callers.as_chunks::<4>().0.iter().map(pair)
    }

    /// The sets it belongs to.
    pub(crate) fn sets(&self) -> impl Iterator<Item = SetId> + use<'p> {
        self.sets.as_chunks::<2>().0.iter().map(|bytes| SetId(u16::from_le_bytes(*bytes)))
    }

    /// Its places in order, read into a buffer.
    pub(crate) fn read_places<'b>(&self, buffer: &'b mut [Place<'p>; PLACES]) -> &'b [Place<'p>] {
        let mut count = 0;
        for (to, place) in buffer.iter_mut().zip(self.places()) {
            *to = place;
            count += 1;
        }
        &buffer[..count]
    }

    /// Its places in order.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place<'p>> + use<'p> {
        let mut rest = self.places;
        std::iter::from_fn(move || {
            let (&kind, tail) = rest.split_first()?;
            rest = tail;
            match kind {
                NUMBER => return Some(Place::Number),
                GAP => return Some(Place::Gap),
                _ => {}
            }
            let (starts, tail) = tail.split_first_chunk()?;
            let (len, tail) = tail.split_first_chunk()?;
            let (words, tail) = tail.split_at_checked(u32::from_le_bytes(*len) as usize)?;
            rest = tail;
            Some(Place::Words(Choice { starts: Starts::from_bits(u64::from_le_bytes(*starts)), words }))
        })
    }
}

/// All phrases, in the bytes of the program file or made at start.
#[derive(Debug, Clone)]
pub(crate) struct Phrases {
    bytes: Cow<'static, [u8]>,
}

impl Phrases {
    /// Opens what [`PhraseBuilder::build`] laid out.
    pub(crate) fn open(bytes: Cow<'static, [u8]>) -> Self {
        Self { bytes }
    }

    /// The bytes to open it from.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The phrase of that number; `None` only for a number no builder gave.
    pub(crate) fn get(&self, id: PhraseId) -> Option<PhraseRef<'_>> {
        let at = id as usize;
        let head = Head::read(self.bytes.get(at..at + HEAD)?)?;
        let body = self.bytes.get(at + HEAD..at + HEAD + head.body())?;
        let (callers, body) = body.split_at(head.callers);
        let (sets, places) = body.split_at(head.sets);
        Some(PhraseRef { language: head.language, anchor: head.anchor, callers, sets, places })
    }
}

impl Phrases {
    /// The bytes with the rules of all callers numbered anew: `numbers` gives the new number of each rule.
    fn renumbered(&self, numbers: &[u16]) -> Vec<u8> {
        let mut bytes = self.bytes.to_vec();
        let mut at = 0;
        while let Some(head) = bytes.get(at..at + HEAD).and_then(Head::read) {
            let body = at + HEAD;
            for caller in bytes.get_mut(body..body + head.callers).unwrap_or_default().as_chunks_mut::<4>().0 {
                let rule = usize::from(u16::from_le_bytes([caller[0], caller[1]]));
                if let Some(number) = numbers.get(rule) {
                    caller[..2].copy_from_slice(&number.to_le_bytes());
                }
            }
            at = body + head.body();
        }
        bytes
    }
}

/// What stands before each phrase: anchor, language, and the lengths of what follows.
struct Head {
    anchor: usize,
    language: Option<Language>,
    /// Bytes.
    callers: usize,
    /// Bytes.
    sets: usize,
    /// Bytes.
    places: usize,
}

/// Bytes of a [`Head`].
const HEAD: usize = 10;

impl Head {
    fn read(bytes: &[u8]) -> Option<Self> {
        let [anchor, language, c0, c1, s0, s1, places @ ..] = *bytes.first_chunk::<HEAD>()?;
        let language = match language {
            1 => Some(Language::De),
            2 => Some(Language::En),
            _ => None,
        };
        Some(Self {
            anchor: usize::from(anchor),
            language,
            callers: usize::from(u16::from_le_bytes([c0, c1])) * 4,
            sets: usize::from(u16::from_le_bytes([s0, s1])) * 2,
            places: u32::from_le_bytes(places) as usize,
        })
    }

    /// Bytes of what follows.
    fn body(&self) -> usize {
        self.callers + self.sets + self.places
    }
}

/// What a phrase is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Uses {
    /// A rule wants every hit.
    pub(crate) called: bool,
    /// It belongs to a set.
    pub(crate) collected: bool,
}

/// Collects phrases; equal ones become one.
#[derive(Debug, Default)]
pub(crate) struct PhraseBuilder {
    numbers: HashMap<Phrase, usize>,
    phrases: Vec<(Phrase, Vec<Caller>, Vec<SetId>)>,
}

impl PhraseBuilder {
    /// Lets `caller` hear of every hit of `phrase`.
    pub(crate) fn call(&mut self, phrase: &Phrase, caller: Caller) {
        let callers = &mut self.phrase(phrase).1;
        if !callers.contains(&caller) {
            callers.push(caller);
        }
    }

    /// Puts `phrase` into a set.
    pub(crate) fn collect(&mut self, phrase: &Phrase, set: SetId) {
        let sets = &mut self.phrase(phrase).2;
        if !sets.contains(&set) {
            sets.push(set);
        }
    }

    fn phrase(&mut self, phrase: &Phrase) -> &mut (Phrase, Vec<Caller>, Vec<SetId>) {
        let next = self.phrases.len();
        let number = *self.numbers.entry(phrase.clone()).or_insert(next);
        if number == next {
            self.phrases.push((phrase.clone(), Vec::new(), Vec::new()));
        }
        &mut self.phrases[number]
    }

    /// Lays the phrases out and tells each one's number, anchor and uses.
    pub(crate) fn build(self, each: impl FnMut(PhraseId, &Phrase, usize, Uses)) -> Phrases {
        self.lay_out(Vec::new(), each)
    }

    /// The same behind the phrases of `base`, which keep their numbers; their rules get those of `numbers`.
    pub(crate) fn build_onto(
        self,
        base: &Phrases,
        numbers: &[u16],
        each: impl FnMut(PhraseId, &Phrase, usize, Uses),
    ) -> Phrases {
        self.lay_out(base.renumbered(numbers), each)
    }

    fn lay_out(self, mut bytes: Vec<u8>, mut each: impl FnMut(PhraseId, &Phrase, usize, Uses)) -> Phrases {
        for (phrase, callers, sets) in self.phrases {
            let anchor = anchor(&phrase);
            let uses = Uses { called: !callers.is_empty(), collected: !sets.is_empty() };
            each(bytes.len() as PhraseId, &phrase, anchor, uses);
            let places: Vec<u8> = phrase.pieces.iter().flat_map(encode).collect();
            let language = phrase.language.map_or(0, |language| language as u8 + 1);
            bytes.push(anchor as u8);
            bytes.push(language);
            bytes.extend((callers.len() as u16).to_le_bytes());
            bytes.extend((sets.len() as u16).to_le_bytes());
            bytes.extend((places.len() as u32).to_le_bytes());
            for caller in callers {
                bytes.extend(caller.rule.to_le_bytes());
                bytes.extend(caller.slot.to_le_bytes());
            }
            bytes.extend(sets.iter().flat_map(|set| set.0.to_le_bytes()));
            bytes.extend(places);
        }
        Phrases::open(Cow::Owned(bytes))
    }
}

fn encode(piece: &Piece) -> Vec<u8> {
    match piece {
        Piece::Words(words) => {
            let (mut starts, mut bytes) = (Starts::default(), Vec::new());
            for Word { text, form } in words {
                let key = Key::of(text);
                starts.add(key.as_bytes(), *form);
                bytes.extend([*form as u8, key.as_bytes().len() as u8]);
                bytes.extend(key.as_bytes());
            }
            let length = (bytes.len() as u32).to_le_bytes();
            [&[WORDS], &starts.to_bits().to_le_bytes()[..], &length, &bytes].concat()
        }
        Piece::Number => vec![NUMBER],
        Piece::Gap => vec![GAP],
    }
}

const WORDS: u8 = 0;
const NUMBER: u8 = 1;
const GAP: u8 = 2;

fn form(kind: u8) -> Option<Form> {
    [Form::Inflected, Form::Exact, Form::Capitals, Form::Prefix, Form::Suffix, Form::Infix]
        .into_iter()
        .find(|form| *form as u8 == kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_was_built() {
        let mut builder = PhraseBuilder::default();
        let phrase = Phrase::parse("ohne ... (Rückfrage|Antwort*)", Some(Language::De)).unwrap().remove(0);
        builder.call(&phrase, Caller { rule: 7, slot: 300 });
        builder.collect(&phrase, SetId(9));
        builder.collect(&phrase, SetId(9));
        let mut id = None;
        let phrases = builder.build(|number, _, anchor, uses| {
            assert!(uses == Uses { called: true, collected: true } && anchor == 2);
            id = Some(number);
        });
        let read = phrases.get(id.unwrap()).unwrap();
        assert_eq!(read.language, Some(Language::De));
        assert_eq!(read.callers().collect::<Vec<_>>(), [Caller { rule: 7, slot: 300 }]);
        assert_eq!(read.sets().collect::<Vec<_>>(), [SetId(9)]);
        let show = |place| match place {
            Place::Words(choice) => {
                choice.words().map(|(key, form)| format!("{}:{form:?}", key.escape_ascii())).collect()
            }
            other => vec![format!("{other:?}")],
        };
        let expected = [vec!["ohne:Inflected"], vec!["Gap"], vec!["rueckfrage:Inflected", "antwort:Prefix"]];
        assert_eq!(read.places().map(show).collect::<Vec<_>>(), expected);
        assert!(phrases.get(10_000).is_none());
    }

    #[test]
    fn phrases_are_added_behind_others() {
        let phrase = |text: &str| Phrase::parse(text, None).unwrap().remove(0);
        let mut ids = Vec::new();
        let mut base = PhraseBuilder::default();
        base.call(&phrase("eins zwei"), Caller { rule: 0, slot: 3 });
        base.collect(&phrase("drei"), SetId(1));
        base.call(&phrase("vier"), Caller { rule: 1, slot: 4 });
        let base = base.build(|id, _, _, _| ids.push(id));
        let mut more = PhraseBuilder::default();
        more.call(&phrase("vier"), Caller { rule: 1, slot: 5 });
        let phrases = more.build_onto(&base, &[0, 2], |id, _, _, _| ids.push(id));
        let callers: Vec<Vec<(u16, u16)>> = ids
            .iter()
            .map(|id| phrases.get(*id).unwrap().callers().map(|caller| (caller.rule, caller.slot)).collect())
            .collect();
        assert_eq!(callers, [vec![(0, 3)], vec![], vec![(2, 4)], vec![(1, 5)]]);
    }
}
