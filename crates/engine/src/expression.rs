//! Regexes for narrow stretches of text.
//!
//! A regex is asked whether a match begins at a certain place; for this a DFA that grows while it is used is enough, and
//! most places are ruled out by two bytes. A general-purpose regex builds a second automaton that runs backwards and
//! looks for literals first, which takes longer than all the searching in a prompt. It is made where a stretch is so
//! repetitive that asking place by place would read it again and again.

mod short;

use std::sync::OnceLock;

use leitplanke_finding::Span;
use regex::Regex;
use regex_automata::nfa::thompson::NFA;
use serde::{Deserialize, Serialize};

use self::short::{Asked, NotSettled, Short};
use crate::beginning::{Beginning, Further};

/// Name of the group that holds the value where the match holds more.
const VALUE: &str = "value";

/// How many times over a stretch may be read place by place, and how many bytes at least.
const READ_AGAIN: usize = 4;
const READ_AT_LEAST: usize = 1 << 10;

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
    short: Option<Asked<'e>>,
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
            let short = short.get_or_init(|| fits.then(|| Short::new(source, VALUE)).flatten()).as_ref();
            self.short = short.map(Short::ask);
        }
        // What is used up stays so.
        if *left == 0 {
            return Err(NotSettled);
        }
        self.short.as_mut().ok_or(NotSettled)?.match_at(self.stretch, start, left)
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
