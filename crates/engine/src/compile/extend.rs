//! Rules beside those of a rule set: what a house adds to the built-in ones, at each start.
//!
//! Compiling the built-in rules takes most of a second, and a house has a handful of its own. So only those are compiled,
//! and joined to the rest as if all had been compiled together: rules are numbered by id, phrases and sets of the house
//! come behind the others, and the tables take its words in.

use leitplanke_rules::{Frame, Rule};

use super::sets::Sets;
use super::{CompileError, Compiler};
use crate::lexis::LexisBuilder;
use crate::ruleset::{Core, Kinds, RuleIndex, RuleSet, Triggers};

impl RuleSet {
    /// This rule set with more rules and frames, which may name its frames as guards; `rules` come in any order and have
    /// ids of their own. Its rules come in the order of their ids, like the catalog's.
    ///
    /// # Errors
    /// When there are more than 65,535 rules, or a rule names a frame that is neither here nor among `frames`.
    pub fn extended(self, rules: &[Rule], frames: &[Frame]) -> Result<Self, CompileError> {
        let Self { core, lexis } = self;
        let count = core.rules.len() + rules.len();
        if count > usize::from(RuleIndex::MAX) {
            return Err(CompileError::TooManyRules(count));
        }
        let mut rules: Vec<&Rule> = rules.iter().collect();
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let numbers = numbers(&core, &rules);
        let Core { rules: old, frames: old_frames, mut kinds, mut triggers, shared, sets } = core;
        renumber(&mut kinds, &mut triggers, &numbers);
        let core = Core { frames: old_frames, kinds, shared, ..Core::default() };
        let mut compiler = Compiler { lexis: LexisBuilder::default(), sets: Sets::beside(sets), core };
        compiler.frames(frames);
        let mut old = old.into_iter().peekable();
        for rule in rules {
            while let Some(before) = old.next_if(|old| *old.id < *rule.id) {
                compiler.core.rules.push(before);
            }
            let index = compiler.core.rules.len() as RuleIndex;
            let compiled = compiler.rule(index, rule)?;
            compiler.core.kinds.add(index, &compiled.job);
            compiler.core.rules.push(compiled);
        }
        compiler.core.rules.extend(old);
        join(&mut compiler.core, triggers);
        compiler.core.sets = compiler.sets.count();
        Ok(Self { core: compiler.core, lexis: compiler.lexis.build_onto(&lexis, &numbers) })
    }
}

/// The new number of each rule when `more`, by id, come between them.
fn numbers(core: &Core, more: &[&Rule]) -> Vec<RuleIndex> {
    let before = |id: &str| more.partition_point(|rule| *rule.id < *id);
    core.rules.iter().enumerate().map(|(index, rule)| (index + before(&rule.id)) as RuleIndex).collect()
}

fn renumber(kinds: &mut Kinds, triggers: &mut Triggers, numbers: &[RuleIndex]) {
    let new = |rule: &mut RuleIndex| *rule = numbers.get(usize::from(*rule)).copied().unwrap_or(*rule);
    let Kinds { combinations, sequences, metrics, names } = kinds;
    [combinations, sequences, metrics, names].into_iter().flatten().for_each(new);
    triggers.at.iter_mut().for_each(new);
    triggers.digits.triggers_mut().iter_mut().for_each(|trigger| new(&mut trigger.rule));
    for literals in &mut triggers.literals {
        literals.rules_mut().iter_mut().for_each(new);
    }
}

/// Joins the triggers of the rules that were there, and puts everything in the order of the rules.
fn join(core: &mut Core, old: Triggers) {
    let Kinds { combinations, sequences, metrics, names } = &mut core.kinds;
    for kind in [combinations, sequences, metrics, names] {
        kind.sort_unstable();
    }
    let Triggers { at, digits, literals } = &mut core.triggers;
    at.extend(old.at);
    at.sort_unstable();
    digits.extend(old.digits.into_triggers());
    for (own, old) in literals.iter_mut().zip(old.literals) {
        own.extend(old);
    }
}
