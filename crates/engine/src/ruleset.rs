//! The compiled form of all rules: shared by all threads, never changed while scanning.

use leitplanke_finding::{DataClass, PersonLevel, Roles};
use leitplanke_rules::Severities;
use leitplanke_rules::matcher::{Boundary, Hidden, Name, Numbers, OnInvalid, Position, Within};
use serde::{Deserialize, Serialize};

use crate::digits::Digits;
use crate::expression::Expression;
use crate::lexis::Lexis;
use crate::literals::Literals;
use crate::phrases::SetId;
use crate::scan::ForeignJob;

/// Index of a rule in its set; the same as in the catalog.
pub(crate) type RuleIndex = u16;

/// All rules, compiled.
#[derive(Debug)]
pub struct RuleSet {
    pub(crate) core: Core,
    pub(crate) lexis: Lexis,
}

/// The part of a rule set that is read at every start; everything large lives in [`Lexis`].
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Core {
    pub(crate) rules: Vec<CompiledRule>,
    pub(crate) frames: Vec<CompiledFrame>,
    pub(crate) kinds: Kinds,
    pub(crate) triggers: Triggers,
    pub(crate) shared: SharedSets,
    /// Number of sets of phrases.
    pub(crate) sets: u16,
}

/// Sets the engine itself consults.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct SharedSets {
    /// Roles of people: Klient, Kollegin, pupil.
    pub(crate) roles: Option<SetId>,
    /// Words that single a person out: mein, unsere, der, this.
    pub(crate) determiners: Option<SetId>,
    /// Phrases that point at one person by themselves: eine meiner Klientinnen, one of our residents.
    pub(crate) single: Option<SetId>,
    /// The writer: ich, mir, I.
    pub(crate) selves: Option<SetId>,
    /// Words that tie a property to a person: hat, leidet, has.
    pub(crate) links: Option<SetId>,
    /// What looks like names and is none, and what stands around them.
    pub(crate) names: NameSets,
}

/// Phrases around names.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct NameSets {
    /// Public and historical figures, fictional characters and titles of works.
    pub(crate) public: Option<SetId>,
    /// The Mustermann family, written out.
    pub(crate) placeholders: Option<SetId>,
    /// Greetings: Sehr geehrter, Hallo.
    pub(crate) greetings: Option<SetId>,
    /// Closing formulas: Mit freundlichen Grüßen.
    pub(crate) sign_offs: Option<SetId>,
}

/// Rules of the kinds that have to be asked even when no word woke them: they may wait for the finding of another rule.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kinds {
    pub(crate) combinations: Vec<RuleIndex>,
    pub(crate) sequences: Vec<RuleIndex>,
    pub(crate) metrics: Vec<RuleIndex>,
    pub(crate) names: Vec<RuleIndex>,
}

impl Kinds {
    /// Notes the kind of a rule.
    pub(crate) fn add(&mut self, rule: RuleIndex, job: &Job) {
        match job {
            Job::Combination(_) => self.combinations.push(rule),
            Job::Sequence(_) => self.sequences.push(rule),
            Job::Metric(_) => self.metrics.push(rule),
            Job::Name(_) => self.names.push(rule),
            Job::Pattern(_) | Job::Lexicon { .. } | Job::HiddenText(_) => {}
        }
    }
}

/// What wakes the regexes that no word wakes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Triggers {
    /// Patterns tried around every `@`.
    pub(crate) at: Vec<RuleIndex>,
    /// Patterns tried on runs of digits.
    pub(crate) digits: Digits,
    /// Patterns woken by text that is no word, for each role that reads them.
    pub(crate) literals: [Literals; 4],
}

/// A rule, compiled.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CompiledRule {
    pub(crate) id: Box<str>,
    pub(crate) label: Box<str>,
    pub(crate) data_class: Option<DataClass>,
    /// The rule's own severity, before presets and policy.
    pub(crate) severity: Severities,
    pub(crate) roles: Roles,
    /// Indexes of the frames that silence it.
    pub(crate) guards: Vec<u16>,
    /// True when quoted and discussed words pass.
    pub(crate) quotation: bool,
    pub(crate) job: Job,
}

/// The work of a rule, by kind.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Job {
    Pattern(Box<PatternJob>),
    Lexicon { needs: Option<SetId>, unless: Option<SetId> },
    Combination(CombinationJob),
    Sequence(SequenceJob),
    Metric(MetricJob),
    Name(Name),
    HiddenText(Vec<Hidden>),
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct PatternJob {
    pub(crate) regexes: Vec<Expression>,
    /// True when every match begins at the word that woke the rule: the regexes are anchored there.
    pub(crate) anchored: bool,
    /// True when no match holds a blank or the end of a line.
    pub(crate) solid: bool,
    /// The most bytes a match may have, within [`MAX_REACH`].
    pub(crate) reach: u32,
    pub(crate) validator: Option<Box<str>>,
    pub(crate) on_invalid: OnInvalid,
    /// Confidence from 0 to 1 without a label, and with one.
    pub(crate) alone: f64,
    pub(crate) labelled: f64,
    pub(crate) context: Option<SetId>,
    pub(crate) negative: Option<SetId>,
    pub(crate) negative_before: Option<SetId>,
    pub(crate) boundary: Boundary,
    pub(crate) allow: Vec<Box<str>>,
    /// What a rule of another tool asks for besides.
    pub(crate) foreign: Option<Box<ForeignJob>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CombinationJob {
    /// Labels whose findings count as strong terms.
    pub(crate) labels: Vec<Box<str>>,
    /// Labels whose findings count when they hold a number within bounds.
    pub(crate) numbers: Vec<Numbers>,
    pub(crate) within: Within,
    pub(crate) unless: Option<SetId>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SequenceJob {
    /// Labels that count as terms, by part.
    pub(crate) labels: Vec<Vec<Box<str>>>,
    /// A bit for the slot of every part that must be there and only words can be.
    pub(crate) needs: u64,
    pub(crate) enough: Together,
    pub(crate) within: Within,
    pub(crate) position: Position,
    pub(crate) unless: Option<SetId>,
}

/// What a window must hold of the parts of a sequence.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Together {
    All,
    InOrder,
    Points(Tally),
}

/// Parts that add up.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Tally {
    /// The points of each part, most first.
    pub(crate) points: Vec<u32>,
    /// The words of the parts that are not enough without the others; `None` for a part whose words wake the rule.
    pub(crate) quiet: Vec<Option<SetId>>,
    pub(crate) at_least: u32,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct MetricJob {
    pub(crate) labels: Vec<Box<str>>,
    pub(crate) distinct: bool,
    pub(crate) at_least: u32,
    /// Factor over the terms of [`slot::OUTWEIGHED`].
    pub(crate) factor: Option<u32>,
    pub(crate) needs: Option<SetId>,
    pub(crate) unless: Option<SetId>,
}

/// A frame, compiled.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CompiledFrame {
    pub(crate) name: Box<str>,
    pub(crate) cues: SetId,
    pub(crate) within: Within,
    /// Highest person level the frame silences.
    pub(crate) spares: PersonLevel,
}

/// What a hit of a phrase means to the rule that called for it.
pub(crate) mod slot {
    use leitplanke_finding::Span;

    /// A context word of a pattern: a match may stand beside it.
    pub(crate) const CONTEXT: u16 = 0;
    /// A word inside a match of a pattern.
    pub(crate) const KEYWORD: u16 = 1;

    const KEYWORD_BEHIND: u16 = 1 << 8;
    const KEYWORD_BEFORE: u16 = 2 << 8;
    /// The same, where a number stands right behind the word.
    pub(crate) const KEYWORD_BEFORE_NUMBER: u16 = 3 << 8;

    /// The same, where a sign stands right before the word.
    pub(crate) fn keyword_behind(sign: u8) -> u16 {
        KEYWORD_BEHIND | u16::from(sign)
    }

    /// The same, where a sign stands right behind the word.
    pub(crate) fn keyword_before(sign: u8) -> u16 {
        KEYWORD_BEFORE | u16::from(sign)
    }

    /// True when the slot asks for nothing beside its word.
    pub(crate) fn asks_nothing(slot: u16) -> bool {
        slot < KEYWORD_BEHIND
    }

    /// True when what the slot of a keyword asks for, a sign or a number, stands beside the word.
    pub(crate) fn is_met(slot: u16, text: &[u8], word: Span) -> bool {
        if slot == KEYWORD_BEFORE_NUMBER {
            let mut behind = text[word.end..].iter().take(3);
            return behind.find(|byte| !matches!(byte, b' ' | b'.' | b'\n')).is_some_and(u8::is_ascii_digit);
        }
        let sign = (slot & 0xff) as u8;
        let at = if slot & KEYWORD_BEHIND == 0 { Some(word.end) } else { word.start.checked_sub(1) };
        at.and_then(|at| text.get(at)) == Some(&sign)
    }

    /// A strong term of a combination.
    pub(crate) const STRONG: u16 = 0;
    /// A weak term of a combination.
    pub(crate) const WEAK: u16 = 1;
    /// A term a metric counts.
    pub(crate) const COUNTED: u16 = 0;
    /// A term a metric compares with.
    pub(crate) const OUTWEIGHED: u16 = 1;

    /// The bit of a slot in a set of them.
    pub(crate) fn bit(slot: u16) -> u64 {
        1 << (slot % 64)
    }
}

/// Longest match the engine looks for, in bytes: a private key fits.
pub(crate) const MAX_REACH: usize = 8192;
