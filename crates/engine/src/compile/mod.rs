//! From validated rules to a [`RuleSet`].

mod extend;
mod names;
mod pattern;
mod sets;
mod signs;

use std::borrow::Cow;
use std::cmp::Reverse;

use leitplanke_rules::matcher::{Combination, Enough, Lexicon, Matcher, Metric, Part, Sequence};
use leitplanke_rules::term::TermList;
use leitplanke_rules::{Frame, Rule, Vocabulary};
use thiserror::Error;

pub use names::NameLists;
pub use signs::{SignList, SignMistake};

use crate::lexis::{Lexis, LexisBuilder, SECTIONS};
use crate::phrases::{Caller, SetId};
use crate::ruleset::{
    CombinationJob, CompiledFrame, CompiledRule, Core, Job, MetricJob, RuleIndex, RuleSet, SequenceJob, Tally,
    Together, slot,
};
use sets::Sets;

/// Everything a rule set is made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'s> {
    /// The rules; their indexes become those of the rule set.
    pub rules: &'s [Rule],
    /// The frames that rules name as guards.
    pub frames: &'s [Frame],
    /// Named word lists; the engine itself reads `person-roles`, `determiners`, `single-people`, `self` and `link-words`.
    pub vocabularies: &'s [Vocabulary],
    /// Lists of names and their cues.
    pub names: &'s NameLists,
}

/// Why rules can not be compiled.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CompileError {
    /// More rules than an index can count.
    #[error("{0} rules are too many: at most {max} fit one rule set", max = RuleIndex::MAX)]
    TooManyRules(usize),
    /// The loader and the engine disagree: a bug of ours.
    #[error("rule `{rule}` names the unknown frame `{frame}`")]
    UnknownFrame {
        /// Id of the rule.
        rule: String,
        /// The name it used.
        frame: String,
    },
    /// A file of words by class.
    #[error("{file}, line {line}: {mistake}")]
    Signs {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        mistake: SignMistake,
    },
    /// A class of words that no file has words for: whoever asks for it would never hear yes.
    #[error("the class `{0}` of words has no words")]
    EmptySign(&'static str),
    /// Stored bytes of a rule set that do not read back.
    #[error("the stored rules can not be read: {0}")]
    Stored(#[from] postcard::Error),
}

impl RuleSet {
    /// Compiles rules.
    ///
    /// # Errors
    /// When there are more than 65,535 rules, a rule names a frame that is not among the sources, or a list of names has
    /// a mistake.
    pub fn compile(sources: Sources<'_>) -> Result<Self, CompileError> {
        if sources.rules.len() > usize::from(RuleIndex::MAX) {
            return Err(CompileError::TooManyRules(sources.rules.len()));
        }
        let mut compiler = Compiler { lexis: LexisBuilder::default(), sets: Sets::default(), core: Core::default() };
        compiler.shared(sources.vocabularies);
        compiler.frames(sources.frames);
        for (index, rule) in sources.rules.iter().enumerate() {
            let compiled = compiler.rule(index as RuleIndex, rule)?;
            compiler.core.kinds.add(index as RuleIndex, &compiled.job);
            compiler.core.rules.push(compiled);
        }
        compiler.core.shared.names = names::read(sources.names, &mut compiler.lexis, &mut compiler.sets);
        signs::read(&sources.names.signs, &mut compiler.lexis)?;
        compiler.core.sets = compiler.sets.count();
        Ok(Self { core: compiler.core, lexis: compiler.lexis.build() })
    }

    /// The rule set as bytes for [`from_static`](Self::from_static).
    ///
    /// # Errors
    /// Never for a rule set that was compiled; the format reports what it could not write.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CompileError> {
        let core = postcard::to_stdvec(&self.core)?;
        let sections = self.lexis.sections();
        let mut bytes = Vec::new();
        for section in std::iter::once(core.as_slice()).chain(sections) {
            bytes.extend((section.len() as u32).to_le_bytes());
        }
        for section in std::iter::once(core.as_slice()).chain(sections) {
            bytes.extend(section);
        }
        Ok(bytes)
    }

    /// Opens a rule set that [`to_bytes`](Self::to_bytes) wrote at build time. The dictionary is used in place.
    ///
    /// # Errors
    /// When the bytes are not those of a rule set of this version.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, CompileError> {
        let (lengths, mut rest) =
            bytes.split_at_checked((SECTIONS + 1) * 4).ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
        let mut sections = [&[][..]; SECTIONS + 1];
        for (section, length) in sections.iter_mut().zip(lengths.as_chunks::<4>().0) {
            let length = u32::from_le_bytes(*length) as usize;
            (*section, rest) = rest.split_at_checked(length).ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
        }
        let [core, lexis @ ..] = sections;
        Ok(Self { core: postcard::from_bytes(core)?, lexis: Lexis::open(lexis.map(Cow::Borrowed)) })
    }

    /// Number of rules.
    pub fn len(&self) -> usize {
        self.core.rules.len()
    }

    /// True when there are no rules.
    pub fn is_empty(&self) -> bool {
        self.core.rules.is_empty()
    }
}

struct Compiler {
    lexis: LexisBuilder,
    sets: Sets,
    core: Core,
}

impl Compiler {
    fn shared(&mut self, vocabularies: &[Vocabulary]) {
        let mut set = |name: &str| {
            let vocabulary = vocabularies.iter().find(|vocabulary| vocabulary.name == name)?;
            self.sets.intern(&vocabulary.terms, &mut self.lexis)
        };
        self.core.shared.roles = set("person-roles");
        self.core.shared.determiners = set("determiners");
        self.core.shared.selves = set("self");
        self.core.shared.links = set("link-words");
        self.core.shared.single = set("single-people");
    }

    fn frames(&mut self, frames: &[Frame]) {
        for frame in frames {
            let Some(cues) = self.set(&frame.cues) else { continue };
            let name = frame.name.as_str().into();
            self.core.frames.push(CompiledFrame { name, cues, within: frame.within, spares: frame.spares });
        }
    }

    fn rule(&mut self, index: RuleIndex, rule: &Rule) -> Result<CompiledRule, CompileError> {
        let mut guards = Vec::new();
        for name in rule.guards.iter().filter(|name| *name != QUOTATION) {
            let frame = self.core.frames.iter().position(|frame| *frame.name == **name);
            let unknown = || CompileError::UnknownFrame { rule: rule.id.clone(), frame: name.clone() };
            guards.push(frame.ok_or_else(unknown)? as u16);
        }
        let job = match &rule.matcher {
            Matcher::Pattern(pattern) => Job::Pattern(Box::new(self.pattern(index, rule.roles, pattern))),
            Matcher::Lexicon(lexicon) => self.lexicon(index, lexicon),
            Matcher::Combination(combination) => self.combination(index, combination),
            Matcher::Sequence(sequence) => self.sequence(index, sequence),
            Matcher::Metric(metric) => self.metric(index, metric),
            Matcher::Name(name) => Job::Name(name.clone()),
            Matcher::HiddenText(hidden) => Job::HiddenText(hidden.characters.clone()),
        };
        Ok(CompiledRule {
            id: rule.id.as_str().into(),
            label: rule.label.as_str().into(),
            data_class: rule.data_class,
            severity: rule.severity,
            roles: rule.roles,
            guards,
            quotation: rule.guards.iter().any(|name| name == QUOTATION),
            job,
        })
    }

    fn lexicon(&mut self, rule: RuleIndex, lexicon: &Lexicon) -> Job {
        for (row, terms) in lexicon.rows.iter().enumerate() {
            self.call(&terms.terms, rule, row as u16);
        }
        Job::Lexicon { needs: self.set(&lexicon.needs), unless: self.set(&lexicon.unless) }
    }

    fn combination(&mut self, rule: RuleIndex, combination: &Combination) -> Job {
        self.call(&combination.strong, rule, slot::STRONG);
        self.call(&combination.weak, rule, slot::WEAK);
        Job::Combination(CombinationJob {
            labels: boxed(&combination.labels),
            numbers: combination.numbers.clone(),
            within: combination.within,
            unless: self.set(&combination.unless),
        })
    }

    fn sequence(&mut self, rule: RuleIndex, sequence: &Sequence) -> Job {
        let mut parts: Vec<&Part> = sequence.parts.iter().collect();
        let (enough, waking) = match sequence.enough {
            Enough::All => (Together::All, parts.len()),
            Enough::InOrder => (Together::InOrder, parts.len()),
            Enough::Points(at_least) => {
                parts.sort_by_key(|part| Reverse(part.points));
                let points: Vec<u32> = parts.iter().map(|part| part.points).collect();
                let waking = waking(&points, at_least);
                let quiet =
                    parts.iter().enumerate().map(|(part, of)| if part < waking { None } else { self.set(&of.terms) });
                (Together::Points(Tally { quiet: quiet.collect(), points, at_least }), waking)
            }
        };
        for (part, of) in parts.iter().enumerate().take(waking) {
            self.call(&of.terms, rule, part as u16);
        }
        let all: u32 = parts.iter().map(|part| part.points).sum();
        let is_needed = |(_, part): &(u16, &&Part)| {
            let is_spare = matches!(sequence.enough, Enough::Points(least) if all - part.points >= least);
            part.labels.is_empty() && !is_spare
        };
        Job::Sequence(SequenceJob {
            labels: parts.iter().map(|part| boxed(&part.labels)).collect(),
            needs: (0..).zip(&parts).take(waking).filter(is_needed).fold(0, |needs, (part, _)| needs | slot::bit(part)),
            enough,
            within: sequence.within,
            position: sequence.position,
            unless: self.set(&sequence.unless),
        })
    }

    fn metric(&mut self, rule: RuleIndex, metric: &Metric) -> Job {
        self.call(&metric.terms, rule, slot::COUNTED);
        if let Some(other) = &metric.outweighs {
            self.call(&other.terms, rule, slot::OUTWEIGHED);
        }
        Job::Metric(MetricJob {
            labels: boxed(&metric.labels),
            distinct: metric.distinct,
            at_least: metric.at_least,
            factor: metric.outweighs.as_ref().map(|other| other.factor),
            needs: self.set(&metric.needs),
            unless: self.set(&metric.unless),
        })
    }

    fn call(&mut self, terms: &TermList, rule: RuleIndex, slot: u16) {
        for phrase in &terms.phrases {
            self.lexis.call(phrase, Caller { rule, slot });
        }
    }

    fn set(&mut self, terms: &TermList) -> Option<SetId> {
        self.sets.intern(terms, &mut self.lexis)
    }
}

/// The guard that is built in.
const QUOTATION: &str = "quotation";

/// How many parts, most points first, have to wake a rule: without them the rest does not reach `at_least`.
fn waking(points: &[u32], at_least: u32) -> usize {
    let mut rest: u32 = points.iter().sum();
    let sums = points.iter().map(|points| {
        rest -= points;
        rest
    });
    sums.take_while(|rest| *rest >= at_least).count() + 1
}

fn boxed(texts: &[String]) -> Vec<Box<str>> {
    texts.iter().map(|text| text.as_str().into()).collect()
}

#[cfg(test)]
mod tests {
    use super::waking;

    #[test]
    fn the_rest_can_not_reach_the_sum() {
        assert_eq!(waking(&[3, 2, 2, 1, 1], 5), 2);
        assert_eq!(waking(&[3, 2, 2, 1, 1], 9), 1);
        assert_eq!(waking(&[2, 1, 1], 1), 3);
    }
}
