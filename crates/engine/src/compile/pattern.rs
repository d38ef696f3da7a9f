//! What wakes a pattern: a word of its own, its context, a run of digits, an `@`.

use leitplanke_finding::Roles;
use leitplanke_rules::matcher::{BEFORE_NUMBER, Pattern};
use leitplanke_rules::shape;
use leitplanke_rules::term::{Form, Phrase, Piece, TermList};
use leitplanke_rules::trigger::{self, Trigger, fewest_digits};

use super::Compiler;
use super::sets::with_compounds;
use crate::digits::{DigitTrigger, Leading};
use crate::expression::Expression;
use crate::phrases::Caller;
use crate::ruleset::{MAX_REACH, PatternJob, RuleIndex, slot};
use crate::scan::{ForeignJob, REPORTED};

impl Compiler {
    pub(super) fn pattern(&mut self, rule: RuleIndex, roles: Roles, pattern: &Pattern) -> PatternJob {
        let context = with_compounds(&pattern.context);
        let alone = pattern.confidence.alone.get();
        let triggers: Vec<Trigger> = pattern.regexes.iter().map(|regex| trigger::trigger(regex)).collect();
        let mut anchored = false;
        let literals = pattern.foreign.iter().flat_map(|foreign| &foreign.literals);
        if self.literals(rule, roles, literals) {
            // They stand inside words, too: no word has to be looked up.
        } else if !pattern.keywords.is_empty() {
            pattern.keywords.iter().for_each(|keyword| self.keyword(rule, roles, keyword));
        } else if alone < REPORTED && !context.is_empty() {
            // Alone it would never be reported, so nothing is lost by looking only beside its label.
            self.call(&context, rule, slot::CONTEXT);
        } else {
            anchored = triggers.iter().all(|trigger| matches!(trigger, Trigger::Words(_)));
            for (regex, trigger) in (0..).zip(triggers) {
                self.trigger(rule, regex, trigger);
            }
        }
        // Where the value need not hold what woke the rule, it may stand far away.
        let far = pattern.foreign.as_ref().is_some_and(|foreign| foreign.near).then_some(MAX_REACH);
        let reach = pattern.regexes.iter().map(|regex| shape::longest_match(regex).unwrap_or(MAX_REACH)).max();
        PatternJob {
            regexes: pattern
                .regexes
                .iter()
                .map(|regex| expression(regex, anchored, pattern.foreign.is_some()))
                .collect(),
            anchored,
            solid: pattern.foreign.is_none() && pattern.regexes.iter().all(|regex| shape::is_solid(regex)),
            reach: far.or(reach).unwrap_or(MAX_REACH).min(MAX_REACH) as u32,
            validator: pattern.validator.as_deref().map(Into::into),
            on_invalid: pattern.on_invalid,
            alone,
            labelled: pattern.confidence.labelled.get(),
            context: self.set(&context),
            negative: self.set(&pattern.negative_context),
            negative_before: self.set(&pattern.negative_before),
            boundary: pattern.boundary,
            allow: pattern.allow.iter().map(|value| value.to_lowercase().into()).collect(),
            foreign: pattern.foreign.as_ref().map(|foreign| Box::new(ForeignJob::new(foreign))),
        }
    }

    /// A keyword with letters goes into the dictionary, any other text into the literals.
    fn keyword(&mut self, rule: RuleIndex, roles: Roles, keyword: &str) {
        match keyword_phrase(keyword) {
            Some(phrases) => {
                for phrase in phrases {
                    self.lexis.call(&phrase, Caller { rule, slot: keyword_slot(keyword) });
                }
            }
            None => {
                for role in roles.iter() {
                    self.core.triggers.literals[role as usize].add(keyword, rule);
                }
            }
        }
    }

    /// Lets texts wake a rule wherever they stand; false when there are none.
    fn literals<'t>(&mut self, rule: RuleIndex, roles: Roles, texts: impl Iterator<Item = &'t String>) -> bool {
        let mut any = false;
        for text in texts {
            any = true;
            for role in roles.iter() {
                self.core.triggers.literals[role as usize].add(text, rule);
            }
        }
        any
    }

    fn trigger(&mut self, rule: RuleIndex, regex: u16, trigger: Trigger) {
        match trigger {
            Trigger::Words(words) => {
                let phrase = |text| Phrase { language: None, pieces: vec![Piece::word(text, Form::Prefix)] };
                let phrases = words.into_iter().map(phrase);
                self.call(&TermList { phrases: phrases.collect() }, rule, slot::KEYWORD);
            }
            Trigger::At => self.core.triggers.at.push(rule),
            Trigger::Digits { min, leading } => {
                let leading = match leading {
                    trigger::Leading::Digit => Leading::Digit,
                    trigger::Leading::Letter => Leading::Letter,
                    trigger::Leading::Any => Leading::Any,
                };
                self.core.triggers.digits.extend([DigitTrigger { min, rule, regex, leading }]);
            }
            // The loader refuses such rules.
            Trigger::None => {}
        }
    }
}

fn expression(regex: &str, anchored: bool, foreign: bool) -> Expression {
    let plain = shape::lean(regex).unwrap_or_else(|_| regex.to_owned());
    let source = if anchored { format!("^(?:{plain})") } else { plain };
    let new = if foreign { Expression::foreign } else { Expression::new };
    new(&source, fewest_digits(regex))
}

/// The words of a keyword. They find a place rather than a meaning: no endings, any case; what touches the edge of the
/// keyword may go on (`glpat` in `glpat-…`, `akia` in `AKIAIOSF…`). A word in capitals stands so, and alone, as it does
/// in other terms. `None` for too few letters to look up.
fn keyword_phrase(keyword: &str) -> Option<Vec<Phrase>> {
    let open_start = keyword.starts_with(|c: char| c.is_alphanumeric() || c == '*');
    let open_end = keyword.ends_with(|c: char| c.is_alphanumeric() || c == '*');
    let words: Vec<&str> = keyword.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let letters: usize = words.iter().map(|word| word.len()).sum();
    let glued = (open_start || open_end) && words.len() == 1;
    if letters < 2 || (letters < 3 && keyword.len() > letters && open_end) {
        return None;
    }
    let exact: Vec<Piece> = words.iter().map(|text| Piece::word(*text, Form::Exact)).collect();
    if !glued {
        let mut pieces = exact;
        if let (true, Some(last)) = (open_end, words.last().filter(|last| last.len() > 1)) {
            pieces.pop();
            pieces.push(Piece::word(*last, Form::Prefix));
        }
        return Some(vec![Phrase { language: None, pieces }]);
    }
    let text = words.first()?;
    let shouted = *text == keyword && text.chars().all(char::is_uppercase);
    let forms: &[Form] = match (open_start, open_end) {
        _ if shouted => &[Form::Capitals],
        // Of the commonest words only the whole is looked up.
        (true, true) if text.len() > 2 => &[Form::Exact, Form::Prefix, Form::Suffix],
        (_, true) => &[Form::Exact, Form::Prefix],
        _ if text.len() > 2 => &[Form::Exact, Form::Suffix],
        _ => &[Form::Exact],
    };
    Some(forms.iter().map(|form| Phrase { language: None, pieces: vec![Piece::word(*text, *form)] }).collect())
}

/// What has to stand beside the words of a keyword in the text, too: a number where it ends in ` #`, or the sign before
/// its first word, or else that behind its last one: `<date` is rare, "date" is not.
fn keyword_slot(keyword: &str) -> u16 {
    if keyword.ends_with(BEFORE_NUMBER) {
        return slot::KEYWORD_BEFORE_NUMBER;
    }
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let bytes = keyword.as_bytes();
    let sign = |byte: Option<&u8>| byte.filter(|byte| byte.is_ascii_punctuation() && **byte != b'*').copied();
    let first = bytes.iter().position(is_word).and_then(|first| sign(bytes.get(first.checked_sub(1)?)));
    let last = bytes.iter().rposition(is_word).and_then(|last| sign(bytes.get(last + 1)));
    match (first, last) {
        (Some(sign), _) => slot::keyword_behind(sign),
        (None, Some(sign)) => slot::keyword_before(sign),
        (None, None) => slot::KEYWORD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_become_words_where_they_can() {
        let forms = |keyword| {
            let phrases = keyword_phrase(keyword)?;
            let show = |piece: &Piece| match piece {
                Piece::Words(words) => format!("{}:{:?}", words[0].text, words[0].form),
                other => format!("{other:?}"),
            };
            Some(
                phrases
                    .iter()
                    .map(|phrase| phrase.pieces.iter().map(show).collect::<Vec<_>>().join(" "))
                    .collect::<Vec<_>>(),
            )
        };
        let expect = |keyword, expected: &[&str]| {
            assert_eq!(
                forms(keyword).as_deref(),
                Some(expected.iter().map(ToString::to_string).collect::<Vec<_>>().as_slice())
            );
        };
        expect("sk-ant-", &["sk:Exact ant:Exact"]);
        expect("akia", &["akia:Exact", "akia:Prefix", "akia:Suffix"]);
        expect("AKIA*", &["AKIA:Exact", "AKIA:Prefix", "AKIA:Suffix"]);
        expect("ADD", &["ADD:Capitals"]);
        expect("*straße", &["straße:Exact", "straße:Prefix", "straße:Suffix"]);
        expect("hf_", &["hf:Exact"]);
        expect("-----BEGIN", &["BEGIN:Exact", "BEGIN:Prefix"]);
        expect("*weg #", &["weg:Exact", "weg:Suffix"]);
        expect("hier ist", &["hier:Exact ist:Prefix"]);
        for literal in ["://", "[", "【", "-us"] {
            assert_eq!(forms(literal), None, "{literal}");
        }
    }
}
