//! Regexes for narrow stretches of text.
//!
//! A regex is asked whether a match begins at a certain place; for this a DFA that grows while it is used is enough, and
//! most places are ruled out by two bytes. A general-purpose regex builds a second automaton that runs backwards and
//! looks for literals first, which takes longer than all the searching in a prompt. It is made where a stretch is so
//! repetitive that asking place by place would read it again and again.

use std::ops::Range;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::sync::OnceLock;

use leitplanke_finding::Span;
use regex::Regex;
use regex_automata::hybrid::dfa::{self, DFA};
use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::{Pool, PoolGuard};
use regex_automata::{Anchored, Input, MatchError, PatternID};
use serde::{Deserialize, Serialize};

use crate::beginning::{Beginning, Further};

/// Name of the group that holds the value where the match holds more.
const VALUE: &str = "value";

/// Most bytes that the states of one DFA may take, per thread; above, it forgets and goes on.
const DFA_BYTES: usize = 1 << 20;

/// How many times over a stretch may be read place by place, and how many bytes at least.
const READ_AGAIN: usize = 4;
const READ_AT_LEAST: usize = 1 << 10;

/// Most bytes of notes while groups are read.
const TRACKER_BYTES: usize = 1 << 20;

/// A regex, compiled on first use: most texts wake few of them.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Expression {
    /// As the `regex` crate takes it, `\d` and `\w` already spelled out in ASCII.
    source: Box<str>,
    /// Fewest digits in any match: a stretch with less is not worth a try.
    digits: u8,
    beginning: Beginning,
    further: Further,
    /// Every match begins with a Latin letter or a digit.
    begins_like_a_word: bool,
    group: Group,
    #[serde(skip)]
    short: OnceLock<Option<Short>>,
    #[serde(skip)]
    long: OnceLock<Option<Regex>>,
}

/// The group that narrows a match to its value. Without such a group, the value is the whole match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Group {
    /// The one called `value`.
    Named,
    /// The first one that took part and is not empty.
    First,
}

impl Group {
    fn of<'t>(self, groups: &regex::Captures<'t>) -> Option<regex::Match<'t>> {
        match self {
            Self::Named => groups.name(VALUE),
            Self::First => groups.iter().skip(1).flatten().find(|group| !group.is_empty()),
        }
    }
}

/// A match: all of it, and the value in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Matched {
    pub(crate) whole: Span,
    pub(crate) value: Span,
}

impl Expression {
    /// Takes what the `regex` crate takes. Anything else finds nothing; the loader would have refused it.
    pub(crate) fn new(source: &str, digits: u8) -> Self {
        let (beginning, further) = NFA::new(source)
            .map_or_else(|_| (Beginning::any(), Further::any()), |nfa| (Beginning::of(&nfa), Further::of(&nfa)));
        Self::with(source, digits, (beginning, further), Group::Named)
    }

    /// One of a rule file of another tool: its value is the first group that took part in a match, whatever it is
    /// called. How its matches begin is not looked into: such files have hundreds of regexes, are read at each start,
    /// and few of their rules wake.
    pub(crate) fn foreign(source: &str, digits: u8) -> Self {
        Self::with(source, digits, (Beginning::any(), Further::any()), Group::First)
    }

    fn with(source: &str, digits: u8, (beginning, further): (Beginning, Further), group: Group) -> Self {
        let begins_like_a_word = beginning.is_word();
        let (short, long) = (OnceLock::new(), OnceLock::new());
        Self { source: source.into(), digits, beginning, further, begins_like_a_word, group, short, long }
    }

    /// Fewest digits in any match.
    pub(crate) fn digits(&self) -> usize {
        usize::from(self.digits)
    }

    /// True when a match may have `byte` as its first byte, and as its second.
    pub(crate) fn may_begin_with(&self, byte: u8) -> (bool, bool) {
        self.beginning.has(byte)
    }

    /// True when every match begins with a Latin letter or a digit.
    pub(crate) fn begins_like_a_word(&self) -> bool {
        self.begins_like_a_word
    }

    /// Asks for matches in `stretch`.
    pub(crate) fn tries<'e>(&'e self, stretch: &'e str) -> Tries<'e> {
        Tries { expression: self, stretch, short: None, left: READ_AGAIN * stretch.len() + READ_AT_LEAST }
    }

    /// The first match in `stretch` that begins at or after byte `at`, found by a regex that reads the stretch once.
    fn search(&self, stretch: &str, at: usize) -> Option<Matched> {
        let regex = self.long.get_or_init(|| Regex::new(&self.source).ok()).as_ref()?;
        let whole = regex.find_at(stretch, at)?;
        // A regex without groups has one, the whole.
        let value = if regex.captures_len() > 1 {
            regex.captures_at(stretch, whole.start()).and_then(|groups| self.group.of(&groups)).unwrap_or(whole)
        } else {
            whole
        };
        let span = |found: regex::Match<'_>| Span::new(found.start(), found.end());
        Some(Matched { whole: span(whole), value: span(value) })
    }
}

/// A regex that is asked about places of one stretch, one after the other.
pub(crate) struct Tries<'e> {
    expression: &'e Expression,
    stretch: &'e str,
    /// Lent out once a place is worth a look.
    short: Option<(&'e Short, PoolGuard<'e, Memory, Remember>)>,
    /// Bytes that may still be read while matches are looked for place by place.
    left: usize,
}

impl Tries<'_> {
    /// The match that begins at byte `start`.
    #[inline]
    pub(crate) fn at(&mut self, start: usize) -> Option<Matched> {
        let rest = self.stretch.as_bytes().get(start..)?;
        if !self.expression.beginning.fits(rest) {
            return None;
        }
        let mut all = usize::MAX;
        self.look(start, &mut all).unwrap_or_else(|NotSettled| {
            self.expression.search(self.stretch, start).filter(|found| found.whole.start == start)
        })
    }

    /// The first match that begins at or after byte `from`. All such questions about a stretch together take time
    /// proportional to it.
    pub(crate) fn find(&mut self, from: usize) -> Option<Matched> {
        self.find_where(from, |_| true)
    }

    /// The first match that begins at or after byte `from` where a word begins or a sign stands.
    pub(crate) fn find_outside_words(&mut self, from: usize) -> Option<Matched> {
        let bytes = self.stretch.as_bytes();
        let goes_on = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        self.find_where(from, |start| start == 0 || !(goes_on(start - 1) && goes_on(start)))
    }

    fn find_where(&mut self, from: usize, counts: impl Fn(usize) -> bool) -> Option<Matched> {
        let (expression, stretch) = (self.expression, self.stretch);
        let mut left = self.left;
        let mut next = from;
        while let Some(start) = expression.beginning.next(stretch.as_bytes(), next) {
            next = start + 1;
            if !counts(start) || !stretch.is_char_boundary(start) {
                continue;
            }
            let looked = self.look(start, &mut left);
            self.left = left;
            match looked {
                Ok(None) => {}
                Ok(found) => return found,
                Err(NotSettled) => {
                    self.left = 0;
                    return expression.search(stretch, start);
                }
            }
        }
        None
    }

    /// The match that begins at byte `start`, within as many bytes as are `left` to read.
    fn look(&mut self, start: usize, left: &mut usize) -> Result<Option<Matched>, NotSettled> {
        if !self.expression.further.fits(&self.stretch.as_bytes()[start..]) {
            return Ok(None);
        }
        if self.short.is_none() {
            let Expression { short, source, group, .. } = self.expression;
            // It reads the one group only.
            let fits = *group == Group::Named;
            let short = short.get_or_init(|| fits.then(|| Short::new(source)).flatten()).as_ref();
            self.short = short.map(|short| (short, short.memory.get()));
        }
        // What is used up stays so.
        if *left == 0 {
            return Err(NotSettled);
        }
        let (short, memory) = self.short.as_mut().ok_or(NotSettled)?;
        short.match_at(self.stretch, start, memory, left)
    }
}

/// A place takes another way of looking.
struct NotSettled;

/// Answers whether a match begins at a place.
#[derive(Debug)]
struct Short {
    dfa: DFA,
    /// Reads groups; missing where there is none to read.
    groups: Option<(usize, BoundedBacktracker)>,
    memory: Pool<Memory, Remember>,
}

/// Makes what a thread needs for its searches.
type Remember = Box<dyn Fn() -> Memory + Send + Sync + UnwindSafe + RefUnwindSafe>;

/// What a search writes to.
#[derive(Debug)]
struct Memory {
    dfa: dfa::Cache,
    groups: Option<(backtrack::Cache, Captures)>,
}

impl Short {
    fn new(source: &str) -> Option<Self> {
        let nfa = NFA::new(source).ok()?;
        let growing = DFA::config().cache_capacity(DFA_BYTES).skip_cache_capacity_check(true);
        // Fails for a regex that looks at the borders of words of all scripts.
        let dfa = DFA::builder().configure(growing).build_from_nfa(nfa.clone()).ok()?;
        let value = nfa.group_info().to_index(PatternID::ZERO, VALUE);
        let tracker = BoundedBacktracker::builder()
            .configure(BoundedBacktracker::config().visited_capacity(TRACKER_BYTES))
            .build_from_nfa(nfa.clone());
        let groups = value.zip(tracker.ok());
        let memory = {
            let (dfa, tracker) = (dfa.clone(), groups.as_ref().map(|(_, tracker)| tracker.clone()));
            move || Memory {
                dfa: dfa.create_cache(),
                groups: tracker
                    .as_ref()
                    .map(|tracker| (tracker.create_cache(), Captures::all(nfa.group_info().clone()))),
            }
        };
        Some(Self { dfa, groups, memory: Pool::new(Box::new(memory) as Remember) })
    }

    /// # Errors
    /// When the stretch is too much for the memory at hand or for the bytes `left`.
    fn match_at(
        &self,
        stretch: &str,
        start: usize,
        memory: &mut Memory,
        left: &mut usize,
    ) -> Result<Option<Matched>, NotSettled> {
        match self.end(stretch, start, &mut memory.dfa, left)? {
            Some(end) => self.read(stretch, start..end, memory).map(Some).map_err(|_| NotSettled),
            None => Ok(None),
        }
    }

    /// Where the match that begins at `start` ends. Most places are settled by a few bytes: walking the DFA ourselves
    /// costs less than setting up a search, and tells how many bytes it read.
    fn end(
        &self,
        stretch: &str,
        start: usize,
        cache: &mut dfa::Cache,
        left: &mut usize,
    ) -> Result<Option<usize>, NotSettled> {
        let input = Input::new(stretch).range(start..).anchored(Anchored::Yes);
        let mut state = self.dfa.start_state_forward(cache, &input).map_err(|_| NotSettled)?;
        let mut end = None;
        for (at, byte) in stretch.bytes().enumerate().skip(start) {
            state = self.dfa.next_state(cache, state, byte).map_err(|_| NotSettled)?;
            if state.is_tagged() {
                if state.is_match() {
                    // A DFA tells of a match one byte late.
                    end = Some(at);
                } else if state.is_dead() {
                    *left = left.saturating_sub(at - start);
                    return Ok(end);
                } else if state.is_quit() {
                    return Err(NotSettled);
                }
            }
            if at - start >= *left {
                return Err(NotSettled);
            }
        }
        *left = left.saturating_sub(stretch.len() - start);
        let last = self.dfa.next_eoi_state(cache, state).map_err(|_| NotSettled)?;
        Ok(if last.is_match() { Some(stretch.len()) } else { end })
    }

    /// Reads the value of a match.
    fn read(&self, stretch: &str, whole: Range<usize>, memory: &mut Memory) -> Result<Matched, MatchError> {
        let mut value = whole.clone();
        if let (Some((group, tracker)), Some((cache, groups))) = (&self.groups, &mut memory.groups) {
            tracker.try_search(cache, &Input::new(stretch).range(whole.clone()).anchored(Anchored::Yes), groups)?;
            value = groups.get_group(*group).map_or(value, |group| group.range());
        }
        let span = |range: Range<usize>| Span::new(range.start, range.end);
        Ok(Matched { whole: span(whole), value: span(value) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: [&str; 11] = [
        "[0-9]{2,4}",
        "(?i)ab|abc|b+c",
        "(?:a|b)*?(?P<value>c+)d?",
        "^a(?P<value>b)?",
        "(?-u:\\b)b[0-9]?(?-u:\\b)",
        "\\bä+\\b",
        "[^\\s,]{1,3}(?P<value>ä|1)",
        "a{0,40}b{0,40}c",
        "(?m)^(?P<value>[a-c]+)$",
        "-?(?P<value>[ab0]+)",
        "(?P<value>ä)?b|a ",
    ];

    /// What the `regex` crate finds.
    fn plain(source: &str, text: &str, at: usize) -> Option<Matched> {
        let groups = Regex::new(source).unwrap().captures_at(text, at)?;
        let span = |found: regex::Match<'_>| Span::new(found.start(), found.end());
        let whole = span(groups.get(0)?);
        Some(Matched { whole, value: groups.name(VALUE).map_or(whole, span) })
    }

    proptest::proptest! {
        #[test]
        fn both_ways_agree_with_the_regex_crate(text in "[abc01ä ,\\n-]{0,40}", at in 0usize..40, which in 0..SOURCES.len()) {
            let at = text.floor_char_boundary(at);
            let (source, expression) = (SOURCES[which], Expression::new(SOURCES[which], 0));
            for _ in 0..2 {
                let expected = plain(source, &text, at);
                proptest::prop_assert_eq!(expression.tries(&text).find(at), expected);
                if at < text.len() {
                    let here = expected.filter(|found| found.whole.start == at);
                    proptest::prop_assert_eq!(expression.tries(&text).at(at), here);
                }
            }
        }
    }

    #[test]
    fn a_text_that_begins_a_match_everywhere_is_read_once() {
        let expression = Expression::new("[a-z]{1,4000}[0-9]", 0);
        let text = "a".repeat(100_000);
        assert!(expression.tries(&text).find(0).is_none() && expression.long.get().is_some());
        let expression = Expression::new("[a-z]{1,20}[0-9]", 0);
        assert_eq!(expression.tries("ein Wort, ein Haus 3, zwei4").find(0).unwrap().value, Span::new(22, 27));
        assert!(expression.long.get().is_none());
    }

    #[test]
    fn the_first_group_that_took_part_may_be_the_value() {
        let expression = Expression::foreign("x(?:(a+)|(?P<value>b*)(c+))?", 0);
        for (text, value) in [("xaa", "aa"), ("xbc", "b"), ("xcc", "cc"), ("x", "x")] {
            let found = [expression.tries(text).at(0), expression.tries(text).find(0)];
            assert_eq!(found.map(|found| found.unwrap().value.of(text)), [value; 2], "{text}");
        }
    }

    #[test]
    fn large_regexes_are_no_exception() {
        let source = r"(?:\pL{1,10}-){1,9}(?P<value>[0-9]{1,300})x";
        for text in [format!("ä-{}x", "7".repeat(250)), format!("{}{}x", "ab-".repeat(8), "7".repeat(250))] {
            let found = Expression::new(source, 1).tries(&text).at(0);
            assert_eq!(found, plain(source, &text, 0));
            assert_eq!(found.unwrap().value.len(), 250);
        }
    }
}
