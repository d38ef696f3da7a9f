//! Shapes: regex, boundary, check, context, in this order, each only where the one before it said yes.

use leitplanke_finding::{Confidence, DataClass, PersonLevel, Severity, Span};
use leitplanke_rules::matcher::{Boundary, OnInvalid};
use leitplanke_validators::Verdict;

use super::REPORTED;
use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::context::{Context, context, has_label_before};
use super::hits::Hits;
use super::placeholder::is_placeholder;
use super::windows::{Window, windows};
use crate::expression::{Expression, Matched};
use crate::ruleset::{CompiledRule, Job, PatternJob};

/// What a value keeps that fails its check directly behind its label: people mistype, and it is personal all the same.
const TYPO: f64 = 0.65;
/// What a failed check takes from a shape that tells by itself.
const FAILED_CHECK: f64 = 0.25;
/// What a word takes that speaks against a hit.
const NEGATIVE: f64 = 0.40;

/// Labels of topics. A pattern of one of them says something about a person, but claims no text as a value.
const TOPICS: [&str; 13] = [
    "HEALTH",
    "SEX_LIFE",
    "RELIGION",
    "POLITICS",
    "UNION",
    "ETHNICITY",
    "GENETIC",
    "BIOMETRIC",
    "CRIMINAL",
    "MINOR",
    "SOCIAL_WELFARE",
    "CONFIDENTIAL",
    "CLIENT_FILE",
];

/// Finds the entities of all patterns.
pub(crate) fn scan(block: &Block<'_>, hits: &Hits) -> Vec<Candidate> {
    let mut found = Vec::new();
    for window in windows(block, hits) {
        let Some(rule) = block.set.core.rules.get(usize::from(window.rule)) else { continue };
        let Job::Pattern(job) = &rule.job else { continue };
        let stretch = &block.view.text[window.start..window.end];
        let trial = Trial { window, stretch, rule, job };
        if let Some(one) = window.regex {
            // The digits that woke it are enough.
            job.regexes
                .get(usize::from(one))
                .into_iter()
                .for_each(|regex| try_window(block, &trial, regex, &mut found));
        } else {
            let digits = stretch.bytes().filter(u8::is_ascii_digit).count();
            let worth_it = job.regexes.iter().filter(|regex| regex.digits() <= digits);
            worth_it.for_each(|regex| try_window(block, &trial, regex, &mut found));
        }
    }
    found
}

/// Longest match, in bytes, of a regex that is tried at every word of a window. Others are searched for, which takes no
/// longer for the words of a hostile text.
const TRIED: u32 = 512;

/// Tries one regex on a window.
fn try_window(block: &Block<'_>, trial: &Trial<'_>, expression: &Expression, found: &mut Vec<Candidate>) {
    let job = trial.job;
    if job.anchored {
        if let Some(Worth::Hit(candidate)) = expression.tries(trial.stretch).at(0).map(|at| trial.judge(block, at)) {
            found.push(candidate);
        }
    } else if job.reach <= TRIED && job.boundary == Boundary::Word && expression.begins_like_a_word() {
        try_words(block, trial, expression, found);
    } else {
        search(block, trial, expression, found);
    }
}

/// A match can only begin where a word does. One that fails hides no later one that begins inside it.
fn try_words(block: &Block<'_>, trial: &Trial<'_>, expression: &Expression, found: &mut Vec<Candidate>) {
    let Window { start, end, .. } = trial.window;
    let first = block.view.tokens.partition_point(|token| (token.start as usize) < start);
    let mut tries = expression.tries(trial.stretch);
    let mut free = start;
    for token in block.view.tokens[first..].iter().take_while(|token| (token.start as usize) < end) {
        let at = token.start as usize;
        if at < free {
            continue;
        }
        let Some(matched) = tries.at(at - start) else { continue };
        match trial.judge(block, matched) {
            Worth::Hit(candidate) => {
                free = start + matched.whole.end;
                found.push(candidate);
            }
            Worth::Spared => free = start + matched.value.end,
            Worth::Nothing => {}
        }
    }
}

/// Looks for matches anywhere in a window. One that fails hides no later one that begins inside it.
fn search(block: &Block<'_>, trial: &Trial<'_>, expression: &Expression, found: &mut Vec<Candidate>) {
    let stretch = trial.stretch;
    let mut tries = expression.tries(stretch);
    let mut at = 0;
    while at <= stretch.len() {
        let found_next = match trial.job.boundary {
            Boundary::Word => tries.find_outside_words(at),
            Boundary::None => tries.find(at),
        };
        let Some(matched) = found_next else { return };
        // Go on behind a hit, but only one word or sign behind the beginning of a miss.
        let whole = matched.whole;
        let next = whole.start + next_start(&stretch[whole.start..], trial.job.boundary);
        at = match trial.judge(block, matched) {
            Worth::Hit(candidate) => {
                found.push(candidate);
                whole.end.max(next)
            }
            Worth::Spared => matched.value.end.max(next),
            Worth::Nothing => next,
        };
    }
}

/// A rule in a window.
struct Trial<'t> {
    window: Window,
    stretch: &'t str,
    rule: &'t CompiledRule,
    job: &'t PatternJob,
}

/// What a match is worth.
enum Worth {
    Hit(Candidate),
    /// A value that never counts, nor does any part of it.
    Spared,
    Nothing,
}

impl Trial<'_> {
    /// Judges a match, placed within the stretch.
    fn judge(&self, block: &Block<'_>, Matched { whole, value }: Matched) -> Worth {
        let (matched, value) = (whole.shifted(self.window.start), value.shifted(self.window.start));
        if self.job.boundary == Boundary::Word && !has_boundaries(block.view.text, matched) {
            return Worth::Nothing;
        }
        if is_allowed(value.of(block.view.text), &self.job.allow) {
            return Worth::Spared;
        }
        judge(block, self.window.rule, self.rule, self.job, matched, value).map_or(Worth::Nothing, Worth::Hit)
    }
}

/// Where the next match may begin: behind the first character, and where boundaries count behind its word.
fn next_start(rest: &str, boundary: Boundary) -> usize {
    let first = rest.chars().next().map_or(1, char::len_utf8);
    match boundary {
        Boundary::None => first,
        Boundary::Word => rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()).max(first),
    }
}

fn judge(
    block: &Block<'_>,
    index: crate::ruleset::RuleIndex,
    rule: &CompiledRule,
    job: &PatternJob,
    matched: Span,
    value: Span,
) -> Option<Candidate> {
    let text = block.view.text;
    let written = value.of(text);
    // A placeholder is no value; rules about wording may look for placeholders.
    let placeholder = rule.data_class.is_some() && is_placeholder(text, value);
    if written.is_empty() || placeholder {
        return None;
    }
    if job.foreign.as_ref().is_some_and(|foreign| !foreign.counts(text, matched, value)) {
        return None;
    }
    let verdict = job.validator.as_deref().and_then(leitplanke_validators::by_name).map(|named| (named.check)(written));
    // Most numbers that only look like something end here, before their sentence is read.
    if verdict == Some(Verdict::Invalid)
        && job.on_invalid == OnInvalid::Drop
        && !has_label_before(block, job, matched, value)
    {
        return None;
    }
    let context = context(block, job, matched, value);
    let base = if context.labelled { job.labelled } else { job.alone };
    let (score, detail) = match (verdict, job.on_invalid) {
        (Some(Verdict::Invalid), OnInvalid::Report) => (base, Detail::None),
        (_, OnInvalid::Report) => return None,
        (Some(Verdict::Invalid), _) if context.directly_labelled => (TYPO, Detail::Typo),
        (Some(Verdict::Invalid), OnInvalid::Drop) => return None,
        (Some(Verdict::Invalid), OnInvalid::Soften) => (base - FAILED_CHECK, Detail::None),
        _ => (base, Detail::None),
    };
    let negative = context.negative && !context.directly_labelled;
    let confidence = Confidence::new(if negative { score - NEGATIVE } else { score });
    if confidence < Confidence::new(REPORTED) {
        return None;
    }
    let (severity, person) = severity(block, index, value);
    let rank = rank(rule, verdict, context);
    Some(Candidate { rule: index, span: value, confidence, severity, person, rank, detail })
}

/// The severity of a hit; looks for a person only where the severity depends on one. Entities of the same sentence are
/// not known yet, so only pseudonyms, roles and the writer count here.
fn severity(block: &Block<'_>, rule: crate::ruleset::RuleIndex, value: Span) -> (Severity, Option<PersonLevel>) {
    let severities = block.levels.of(rule);
    // Settled again in `settle_levels` once all entities are known; off ones stay in the contest for their text.
    if severities.needs_person() {
        let token = block.view.token_at(value.start);
        let level = super::person::level(block, &[], block.view.sentences().at(token), token);
        (severities.at(level), Some(level))
    } else {
        (severities.worst(), None)
    }
}

/// Looks again at severities that depend on a person, now that all entities of the block are known.
pub(crate) fn settle_levels(block: &Block<'_>, entities: &mut [Candidate]) {
    if entities.iter().all(|entity| entity.person.is_none()) {
        return;
    }
    let known = entities.to_vec();
    for entity in entities.iter_mut().filter(|entity| entity.person.is_some()) {
        let token = block.view.token_at(entity.span.start);
        let sentence = block.view.sentences().at(token);
        let bytes = block.view.sentence_span(sentence);
        let others: Vec<Candidate> =
            known.iter().filter(|other| other.span != entity.span && other.span.overlaps(bytes)).cloned().collect();
        let level = super::person::level(block, &others, sentence, token);
        entity.person = Some(level);
        entity.severity = block.levels.of(entity.rule).at(level);
    }
}

fn rank(rule: &CompiledRule, verdict: Option<Verdict>, context: Context) -> Rank {
    match &*rule.label {
        _ if rule.data_class == Some(DataClass::Secret) => Rank::Credential,
        label if rule.data_class.is_none() || TOPICS.contains(&label) => Rank::Wording,
        "ADDRESS" => Rank::Address,
        "DATE_OF_BIRTH" | "AGE" => Rank::Birth,
        _ if verdict == Some(Verdict::Valid) => Rank::Checked,
        _ if context.labelled => Rank::Labelled,
        _ => Rank::Unlabelled,
    }
}

/// No letter or digit on either side; where the match begins or ends in a digit, no part of a longer number either.
fn has_boundaries(text: &str, span: Span) -> bool {
    let (before, inside, after) = (&text[..span.start], span.of(text), &text[span.end..]);
    let starts_word = inside.starts_with(char::is_alphanumeric);
    let ends_word = inside.ends_with(char::is_alphanumeric);
    if (starts_word && before.ends_with(char::is_alphanumeric))
        || (ends_word && after.starts_with(char::is_alphanumeric))
    {
        return false;
    }
    let digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
    let separator = |byte: Option<u8>| matches!(byte, Some(b'.' | b','));
    let mut left = before.bytes().rev();
    let mut right = after.bytes();
    let goes_on_left = digit(inside.bytes().next()) && separator(left.next()) && digit(left.next());
    let goes_on_right = digit(inside.bytes().next_back()) && separator(right.next()) && digit(right.next());
    !(goes_on_left || goes_on_right)
}

/// True when a value stands on the list of values that never count, in lower case; `*` at either end stands for anything.
fn is_allowed<T: AsRef<str>>(value: &str, allowed: &[T]) -> bool {
    if allowed.is_empty() {
        return false;
    }
    let value = value.to_lowercase();
    allowed.iter().any(|pattern| {
        let pattern = pattern.as_ref();
        match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
            (Some(_), Some(_)) => value.contains(pattern.trim_matches('*')),
            (Some(end), None) => value.ends_with(end),
            (None, Some(start)) => value.starts_with(start),
            (None, None) => value == pattern,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_never_cut_a_longer_number() {
        let bounded = |text: &str, needle: &str| {
            let start = text.find(needle).unwrap();
            has_boundaries(text, Span::new(start, start + needle.len()))
        };
        assert!(bounded("am 12 da", "12"));
        assert!(bounded("Nr. 12.", "12"));
        assert!(!bounded("1.234.567,89", "234"));
        assert!(!bounded("x12", "12"));
        assert!(!bounded("12ü", "12"));
    }

    #[test]
    fn allow_lists_take_a_star_at_either_end() {
        for (pattern, expected) in [("*@verein.de", true), ("info@*", true), ("info@verein.de", true), ("info", false)]
        {
            assert_eq!(is_allowed("Info@Verein.de", &[pattern]), expected, "{pattern}");
        }
    }
}
