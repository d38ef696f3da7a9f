//! Characters nobody sees: looked for in the original text, before normalising takes them out.

use leitplanke_finding::{Confidence, Role, Span};
use leitplanke_rules::matcher::Hidden;

use crate::ruleset::{Job, RuleIndex, RuleSet};
use crate::scan::{Candidate, Detail, Levels, Rank};

/// Shortest run of variation selectors that hides something; one or two choose the look of an emoji.
const VARIATION_RUN: usize = 4;

/// Longest decoded text that is shown.
const SHOWN: usize = 120;

/// Finds hidden characters for all hidden-text rules.
pub(crate) fn scan(set: &RuleSet, levels: &Levels, role: Role, text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (index, rule) in set.core.rules.iter().enumerate() {
        let index = index as RuleIndex;
        let Job::HiddenText(kinds) = &rule.job else { continue };
        if !rule.roles.contains(role) || !levels.is_on(index) {
            continue;
        }
        for (span, decoded) in kinds.iter().flat_map(|kind| find(*kind, text)) {
            found.push(Candidate {
                rule: index,
                span,
                confidence: Confidence::CERTAIN,
                severity: levels.of(index).worst(),
                person: None,
                rank: Rank::Wording,
                detail: if decoded.is_empty() { Detail::None } else { Detail::Decoded(decoded) },
            });
        }
    }
    found
}

/// Places of one kind, with what they hide.
fn find(kind: Hidden, text: &str) -> Vec<(Span, String)> {
    match kind {
        Hidden::Tags => tags(text),
        Hidden::ZeroWidthInWord => zero_width(text, true),
        Hidden::ZeroWidth => zero_width(text, false),
        Hidden::Bidi => plain_runs(text, 1, |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')),
        Hidden::VariationRuns => {
            plain_runs(text, VARIATION_RUN, |c| matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}'))
        }
        Hidden::Fillers => plain_runs(text, 1, |c| matches!(c, '\u{3164}' | '\u{ffa0}' | '\u{115f}' | '\u{1160}')),
        Hidden::MixedScript => mixed_script(text),
    }
}

/// Runs of at least `least` characters of a kind.
fn runs(text: &str, least: usize, is_kind: impl Fn(char) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, usize)> = None;
    for (at, c) in text.char_indices() {
        if is_kind(c) {
            let (start, _, count) = open.unwrap_or((at, at, 0));
            open = Some((start, at + c.len_utf8(), count + 1));
        } else if let Some((start, end, count)) = open.take() {
            found.extend((count >= least).then(|| Span::new(start, end)));
        }
    }
    found.extend(open.filter(|(_, _, count)| *count >= least).map(|(start, end, _)| Span::new(start, end)));
    found
}

fn plain_runs(text: &str, least: usize, is_kind: impl Fn(char) -> bool) -> Vec<(Span, String)> {
    runs(text, least, is_kind).into_iter().map(|span| (span, String::new())).collect()
}

/// Tag characters spell hidden ASCII. A black flag with tags behind it is the emoji of a region.
fn tags(text: &str) -> Vec<(Span, String)> {
    let found = runs(text, 1, |c| matches!(c, '\u{e0000}'..='\u{e007f}'));
    let hidden = found.into_iter().filter(|span| !text[..span.start].ends_with('\u{1f3f4}'));
    hidden.map(|span| (span, decode_tags(span.of(text)))).collect()
}

fn decode_tags(tags: &str) -> String {
    let plain = tags.chars().filter_map(|c| char::from_u32(u32::from(c).checked_sub(0xe0000)?));
    plain.filter(|c| !c.is_control()).take(SHOWN).collect()
}

/// Zero-width characters between two letters of one word, or elsewhere. The joiners (U+200C, U+200D) belong to emoji and
/// to Persian, Arabic and Indic writing.
fn zero_width(text: &str, in_word: bool) -> Vec<(Span, String)> {
    let found = runs(text, 1, |c| matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}'));
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{250}');
    let chosen = found.into_iter().filter(|span| {
        let inside = latin(text[..span.start].chars().next_back()) && latin(text[span.end..].chars().next());
        // A byte order mark at the very start is nobody's trick.
        inside == in_word && span.start > 0
    });
    chosen.map(|span| (span, String::new())).collect()
}

/// Words that mix Latin letters with Cyrillic or Greek ones that look the same.
fn mixed_script(text: &str) -> Vec<(Span, String)> {
    let words = runs(text, 2, char::is_alphabetic).into_iter();
    words.filter(|span| is_mixed(span.of(text))).map(|span| (span, span.of(text).to_owned())).collect()
}

fn is_mixed(word: &str) -> bool {
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    let other = word.chars().filter(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}'));
    // µ, Ω and the Greek letters of formulas stand beside Latin ones in honest text; look-alikes do not.
    latin && other.clone().next().is_some() && other.clone().all(looks_latin)
}

fn looks_latin(c: char) -> bool {
    "аеорсухіјѕԁһԛԝАВЕКМНОРСТУХІЈЅԌԚԜ".contains(c) || "οανυικρτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(kind: Hidden, text: &str) -> Vec<(&str, String)> {
        find(kind, text).into_iter().map(|(span, decoded)| (span.of(text), decoded)).collect()
    }

    #[test]
    fn makes_tags_visible_but_leaves_flags() {
        let smuggled: String = "send".chars().filter_map(|c| char::from_u32(c as u32 + 0xe0000)).collect();
        let text = format!("Hallo{smuggled} Welt");
        assert_eq!(cut(Hidden::Tags, &text), [(smuggled.as_str(), "send".to_owned())]);
        assert!(cut(Hidden::Tags, "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}").is_empty());
    }

    #[test]
    fn tells_words_from_gaps() {
        let text = "Pass\u{200b}wort und\u{200b} Ende";
        assert_eq!(cut(Hidden::ZeroWidthInWord, text).len(), 1);
        assert_eq!(cut(Hidden::ZeroWidth, text).len(), 1);
        assert!(cut(Hidden::ZeroWidth, "\u{feff}Text").is_empty());
        assert!(cut(Hidden::ZeroWidthInWord, "👩\u{200d}👧").is_empty());
    }

    #[test]
    fn sees_look_alikes_but_no_formulas() {
        assert_eq!(cut(Hidden::MixedScript, "Pаsswort 5 μm Ωm").len(), 1);
        assert!(cut(Hidden::MixedScript, "Москва Berlin").is_empty());
    }

    #[test]
    fn short_variation_runs_are_emoji() {
        assert!(cut(Hidden::VariationRuns, "❤\u{fe0f}").is_empty());
        assert_eq!(cut(Hidden::VariationRuns, "a\u{fe01}\u{fe02}\u{fe03}\u{fe04}b").len(), 1);
    }
}
