//! Whether a match begins at a place, by a DFA that grows while it is asked.

use std::ops::Range;
use std::panic::{RefUnwindSafe, UnwindSafe};

use leitplanke_finding::Span;
use regex_automata::hybrid::dfa::{self, DFA};
use regex_automata::nfa::thompson::NFA;
use regex_automata::nfa::thompson::backtrack::{self, BoundedBacktracker};
use regex_automata::util::captures::Captures;
use regex_automata::util::pool::{Pool, PoolGuard};
use regex_automata::{Anchored, Input, MatchError, PatternID};

use super::Matched;

/// Most bytes that the states of one DFA may take, per thread; above, it forgets and goes on.
const DFA_BYTES: usize = 1 << 20;

/// Most bytes of notes while groups are read.
const TRACKER_BYTES: usize = 1 << 20;

/// A place takes another way of looking.
pub(super) struct NotSettled;

/// Answers whether a match begins at a place.
#[derive(Debug)]
pub(super) struct Short {
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
    /// Nothing for a regex that looks at the borders of words of all scripts. `value` is the name of the group that
    /// narrows a match to its value.
    pub(super) fn new(source: &str, value: &str) -> Option<Self> {
        let nfa = NFA::new(source).ok()?;
        let growing = DFA::config().cache_capacity(DFA_BYTES).skip_cache_capacity_check(true);
        let dfa = DFA::builder().configure(growing).build_from_nfa(nfa.clone()).ok()?;
        let value = nfa.group_info().to_index(PatternID::ZERO, value);
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

    /// Lends out what a row of questions needs.
    pub(super) fn ask(&self) -> Asked<'_> {
        Asked { short: self, memory: self.memory.get() }
    }
}

/// A row of questions by one thread.
pub(super) struct Asked<'s> {
    short: &'s Short,
    memory: PoolGuard<'s, Memory, Remember>,
}

impl Asked<'_> {
    /// The match in `stretch` that begins at byte `start`. What is read of it is taken from the bytes `left`.
    ///
    /// # Errors
    /// When the stretch is too much for the memory at hand or for the bytes `left`.
    pub(super) fn match_at(
        &mut self,
        stretch: &str,
        start: usize,
        left: &mut usize,
    ) -> Result<Option<Matched>, NotSettled> {
        match self.end(stretch, start, left)? {
            Some(end) => self.read(stretch, start..end).map(Some).map_err(|_| NotSettled),
            None => Ok(None),
        }
    }

    /// Where the match that begins at `start` ends. Most places are settled by a few bytes: walking the DFA ourselves
    /// costs less than setting up a search, and tells how many bytes it read.
    fn end(&mut self, stretch: &str, start: usize, left: &mut usize) -> Result<Option<usize>, NotSettled> {
        let (dfa, cache) = (&self.short.dfa, &mut self.memory.dfa);
        let input = Input::new(stretch).range(start..).anchored(Anchored::Yes);
        let mut state = dfa.start_state_forward(cache, &input).map_err(|_| NotSettled)?;
        let mut end = None;
        for (at, byte) in stretch.bytes().enumerate().skip(start) {
            state = dfa.next_state(cache, state, byte).map_err(|_| NotSettled)?;
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
        let last = dfa.next_eoi_state(cache, state).map_err(|_| NotSettled)?;
        Ok(if last.is_match() { Some(stretch.len()) } else { end })
    }

    /// Reads the value of a match.
    fn read(&mut self, stretch: &str, whole: Range<usize>) -> Result<Matched, MatchError> {
        let mut value = whole.clone();
        if let (Some((group, tracker)), Some((cache, groups))) = (&self.short.groups, &mut self.memory.groups) {
            tracker.try_search(cache, &Input::new(stretch).range(whole.clone()).anchored(Anchored::Yes), groups)?;
            value = groups.get_group(*group).map_or(value, |group| group.range());
        }
        let span = |range: Range<usize>| Span::new(range.start, range.end);
        Ok(Matched { whole: span(whole), value: span(value) })
    }
}
