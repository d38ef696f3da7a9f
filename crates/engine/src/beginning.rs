//! How the matches of a regex begin: two looks at a byte tell most places where none does.

use std::sync::OnceLock;

use regex_automata::nfa::thompson::{NFA, State};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;
use serde::{Deserialize, Serialize};

/// The first and the second bytes of all matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Beginning {
    first: ByteSet,
    second: ByteSet,
    /// Every match begins where a line does.
    at_line: bool,
    /// How places are looked for, made ready on first use.
    #[serde(skip)]
    search: OnceLock<Search>,
}

/// How the places where a match may begin are looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Search {
    /// The beginnings of lines.
    Lines,
    /// One to three first bytes: all at once.
    Few(Vec<u8>),
    /// The sets each byte belongs to: one look a byte.
    Sets(Box<[u8; 256]>),
}

/// Bits of [`Search::Sets`].
const FIRST: u8 = 1;
const SECOND: u8 = 2;

/// First bytes that are looked for all at once.
const FEW: usize = 3;

/// Bytes, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct ByteSet([u64; 4]);

impl ByteSet {
    const NONE: Self = Self([0; 4]);
    const ALL: Self = Self([u64::MAX; 4]);

    fn add(&mut self, from: u8, to: u8) {
        for byte in from..=to {
            self.0[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
    }

    #[inline]
    fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte / 64)] & (1 << (byte % 64)) != 0
    }
}

impl Beginning {
    /// A beginning that rules nothing out.
    pub(crate) fn any() -> Self {
        Self { first: ByteSet::ALL, second: ByteSet::ALL, at_line: false, search: OnceLock::new() }
    }

    /// Reads it from an automaton.
    pub(crate) fn of(nfa: &NFA) -> Self {
        let [first, second] = bytes(nfa);
        Self { first, second, at_line: begins_a_line(nfa), search: OnceLock::new() }
    }

    /// True when every match begins with a Latin letter or a digit.
    pub(crate) fn is_word(&self) -> bool {
        // The three lead bytes are those of the Latin letters with marks, and of two signs no regex begins with.
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, 0xc3..=0xc5);
        (0..=u8::MAX).all(|byte| !self.first.has(byte) || fits(byte))
    }

    /// True when `byte` may be the first byte of a match, and the second.
    pub(crate) fn has(&self, byte: u8) -> (bool, bool) {
        (self.first.has(byte), self.second.has(byte))
    }

    /// Where a match may begin in `text` at or after byte `from`. Where matches begin with a sign or two, or a line, all
    /// the rest is passed over at once.
    pub(crate) fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let search = self.search.get_or_init(|| self.search());
        let mut from = from;
        loop {
            let rest = text.get(from..)?;
            from += match search {
                Search::Lines if from == 0 || text[from - 1] == b'\n' => 0,
                Search::Lines => memchr::memchr(b'\n', rest)? + 1,
                Search::Sets(sets) => scan(sets, rest),
                Search::Few(few) => match few.as_slice() {
                    [a] => memchr::memchr(*a, rest)?,
                    [a, b] => memchr::memchr2(*a, *b, rest)?,
                    [a, b, c] => memchr::memchr3(*a, *b, *c, rest)?,
                    _ => return None,
                },
            };
            if self.fits(text.get(from..)?) {
                return Some(from);
            }
            from += 1;
        }
    }

    fn search(&self) -> Search {
        if self.at_line {
            return Search::Lines;
        }
        let few: Vec<u8> = (0..=u8::MAX).filter(|byte| self.first.has(*byte)).take(FEW + 1).collect();
        if few.len() <= FEW {
            return Search::Few(few);
        }
        let mut sets = Box::new([0; 256]);
        for (byte, of) in (0..=u8::MAX).zip(sets.iter_mut()) {
            *of = if self.first.has(byte) { FIRST } else { 0 } | if self.second.has(byte) { SECOND } else { 0 };
        }
        Search::Sets(sets)
    }

    /// False when no match begins at the first of these bytes.
    #[inline]
    pub(crate) fn fits(&self, text: &[u8]) -> bool {
        match text {
            [first, second, ..] => self.first.has(*first) && self.second.has(*second),
            [first] => self.first.has(*first) && self.second == ByteSet::ALL,
            [] => self.first == ByteSet::ALL,
        }
    }
}

/// The first byte that a match may begin with and that is followed by a second one; else the last.
fn scan(sets: &[u8; 256], text: &[u8]) -> usize {
    let fits = |pair: &[u8; 2]| sets[usize::from(pair[0])] & FIRST & (sets[usize::from(pair[1])] >> 1) != 0;
    text.array_windows().position(fits).unwrap_or(text.len().saturating_sub(1))
}

/// How matches go on behind their first two bytes: another look before an automaton is made and runs.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Further([ByteSet; FURTHER]);

/// Bytes behind the first two.
const FURTHER: usize = 3;

impl Further {
    /// One that rules nothing out.
    pub(crate) fn any() -> Self {
        Self([ByteSet::ALL; FURTHER])
    }

    /// Reads it from an automaton.
    pub(crate) fn of(nfa: &NFA) -> Self {
        let [_, _, further @ ..]: [ByteSet; 2 + FURTHER] = bytes(nfa);
        Self(further)
    }

    /// False when no match begins at the first of these bytes.
    #[inline]
    pub(crate) fn fits(&self, text: &[u8]) -> bool {
        let mut behind = text.iter().skip(2);
        self.0.iter().all(|set| behind.next().map_or(*set == ByteSet::ALL, |byte| set.has(*byte)))
    }
}

/// The first bytes of all matches; all bytes from where a match may have ended.
fn bytes<const N: usize>(nfa: &NFA) -> [ByteSet; N] {
    let mut states = vec![nfa.start_anchored()];
    let mut ended = false;
    [(); N].map(|()| {
        let bytes = step(nfa, &mut states);
        ended |= bytes == ByteSet::ALL;
        if ended { ByteSet::ALL } else { bytes }
    })
}

/// True when no match begins anywhere but at the beginning of a line.
fn begins_a_line(nfa: &NFA) -> bool {
    let mut seen = vec![false; nfa.states().len()];
    let mut open = vec![nfa.start_anchored()];
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut seen[id.as_usize()], true) {
            continue;
        }
        match nfa.state(id) {
            State::Look { look: Look::StartLF, .. } | State::Fail => {}
            State::Look { next, .. } | State::Capture { next, .. } => open.push(*next),
            State::Union { alternates } => open.extend(alternates.iter().copied()),
            State::BinaryUnion { alt1, alt2 } => open.extend([*alt1, *alt2]),
            State::ByteRange { .. } | State::Sparse(_) | State::Dense(_) | State::Match { .. } => return false,
        }
    }
    true
}

/// The bytes that lead on from `states`, which become those behind them. All bytes where a match may have ended.
fn step(nfa: &NFA, states: &mut Vec<StateID>) -> ByteSet {
    let mut bytes = ByteSet::NONE;
    let mut seen = vec![false; nfa.states().len()];
    let mut next = Vec::new();
    let mut open = std::mem::take(states);
    let mut ended = false;
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut seen[id.as_usize()], true) {
            continue;
        }
        let mut lead = |from: u8, to: u8, state: StateID| {
            bytes.add(from, to);
            next.push(state);
        };
        match nfa.state(id) {
            State::ByteRange { trans } => lead(trans.start, trans.end, trans.next),
            State::Sparse(sparse) => {
                sparse.transitions.iter().for_each(|trans| lead(trans.start, trans.end, trans.next));
            }
            State::Dense(dense) => {
                let led = (0..=u8::MAX).zip(dense.transitions.iter()).filter(|(_, state)| **state != StateID::ZERO);
                led.for_each(|(byte, state)| lead(byte, byte, *state));
            }
            State::Look { next, .. } | State::Capture { next, .. } => open.push(*next),
            State::Union { alternates } => open.extend(alternates.iter().copied()),
            State::BinaryUnion { alt1, alt2 } => open.extend([*alt1, *alt2]),
            State::Fail => {}
            State::Match { .. } => ended = true,
        }
    }
    *states = next;
    if ended { ByteSet::ALL } else { bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_at_the_beginning_of_a_line_are_looked_for_there() {
        let found = |regex: &str| {
            let beginning = Beginning::of(&NFA::new(regex).unwrap());
            let next = |from: &usize| beginning.next(b"a ab\nb a\n\na", from + 1);
            std::iter::successors(beginning.next(b"a ab\nb a\n\na", 0), next).collect::<Vec<_>>()
        };
        assert_eq!(found("(?m)^[ab] ?"), [0, 5, 10]);
        assert_eq!(found("(?m)(?:^a|^b)"), [0, 5, 10]);
        assert_eq!(found("(?m)(?:^a|b)"), [0, 2, 3, 5, 7, 10]);
        assert_eq!(found("(?m)^\\n?"), [0, 5, 9, 10]);
    }

    fn places(regex: &str, text: &str) -> Vec<usize> {
        let beginning = Beginning::of(&NFA::new(regex).unwrap());
        let places = (0..=text.len()).filter(|at| beginning.fits(&text.as_bytes()[*at..])).collect::<Vec<_>>();
        let next = |from: &usize| beginning.next(text.as_bytes(), from + 1);
        assert_eq!(std::iter::successors(beginning.next(text.as_bytes(), 0), next).collect::<Vec<_>>(), places);
        places
    }

    #[test]
    fn knows_two_bytes_of_every_match() {
        assert_eq!(places("DE ?[0-9]{2}|AT", "DE DX AT AE aT D"), [0, 6, 9]);
        assert_eq!(places("(?i)größe", "Größe gr GR go"), [0, 8, 11]);
        assert_eq!(places("[A-ZÄ][a-z]+|x", "Ä axB Bc"), [0, 4, 5, 7]);
        assert_eq!(places("a?", "bc"), [0, 1, 2]);
    }

    #[test]
    fn knows_what_begins_like_a_word() {
        for (regex, expected) in [("[A-ZÄÖÜ]x|[0-9]", true), ("\\+?49", false), ("„a", false), ("a?", false)] {
            assert_eq!(Beginning::of(&NFA::new(regex).unwrap()).is_word(), expected, "{regex}");
        }
    }

    #[test]
    fn knows_what_follows_until_a_match_may_have_ended() {
        let fits = |regex: &str, text: &str| Further::of(&NFA::new(regex).unwrap()).fits(text.as_bytes());
        assert!(fits("kennwort", "..nnw") && !fits("kennwort", "..nnx") && !fits("kennwort", "..nn"));
        assert!(fits("ab|abcde", "ab") && fits("ab|abcde", "abxyz") && !fits("abc|abd", "abe"));
    }

    proptest::proptest! {
        #[test]
        fn rules_no_match_out(text in "[abc01ä -]{0,24}", which in 0usize..6) {
            let source =
                ["[ab]+c", "(?:0|ä)[a-c]*", "-?(?:1|b){2}", "^c", "(?-u:\\b)[a-c]0?", "[^ab]{2}|b"][which];
            let found: Vec<usize> = regex::Regex::new(source).unwrap().find_iter(&text).map(|found| found.start()).collect();
            let places = places(source, &text);
            let further = Further::of(&NFA::new(source).unwrap());
            let fits = |start: &usize| places.contains(start) && further.fits(&text.as_bytes()[*start..]);
            proptest::prop_assert!(found.iter().all(fits));
        }
    }
}
