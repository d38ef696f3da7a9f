//! What people do and things do not: verbs and ages beside a name.

use super::run::Run;
use super::words::Words;
use crate::lexis::flags;
use crate::signs::Sign;

/// What tells that a name is a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Human {
    /// Nothing.
    No,
    /// A verb that also goes with things.
    Perhaps,
    /// A verb only people are the subject of.
    Yes,
    /// An age.
    Aged,
}

/// Looks for a human verb or an age beside a name.
pub(super) fn beside(words: Words<'_>, run: &Run) -> Human {
    let next = run.last + 1;
    if has_age(words.after(run.last)) && !words.is(run.last, Sign::Month) {
        return Human::Aged;
    }
    let verb = |at: usize| words.has(at, flags::HUMAN_VERB) && words.is_lower(at);
    let strength = |at: usize| if words.is(at, Sign::WeakVerb) { Human::Perhaps } else { Human::Yes };
    // "Frieda wird 92, Otto 88"
    let number = words.token(next + 1).is_some_and(|token| token.shape.is_number() && token.end - token.start == 2);
    if number
        && words.is_one_of(next, &["wird", "turns", "turned"])
        && words.after(next + 1).trim_end().chars().next().is_none_or(|sign| matches!(sign, ',' | ';' | '!' | '?'))
    {
        return Human::Aged;
    }
    if words.gap(run.last) == " " && verb(next) {
        return strength(next);
    }
    match words.word_before(run.first) {
        Some(before) if verb(before) => strength(before).min(Human::Perhaps),
        _ => Human::No,
    }
}

/// "Jarla (7) mag Pferde": a word that no list knows, an age in brackets, and somebody's verb or one more of them.
pub(super) fn is_aged_stranger(words: Words<'_>, at: usize) -> bool {
    let number = at + 1;
    if !words.after(at).starts_with(" (")
        || words.gap(at) != " ("
        || !words.token(number).is_some_and(|token| token.shape.is_number())
    {
        return false;
    }
    let gap = words.gap(number);
    let goes_on = gap == "), " || (gap == ") " && words.has(number + 1, flags::HUMAN_VERB));
    let joined = gap == ") " && words.is_one_of(number + 1, &["und", "and"]);
    words.word(number).len() <= 2 && words.is_unknown(at) && (goes_on || joined)
}

/// "(7)", ", 34 Jahre", " (34 Jahre", ", 8,", "aged 7".
fn has_age(after: &str) -> bool {
    let Some(rest) = after.strip_prefix(" (").or_else(|| after.strip_prefix(", ")).or_else(|| after.strip_prefix(" "))
    else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &rest[digits..];
    let bracket = after.starts_with(" (");
    let years =
        [" Jahre", " years", " J.", "-jährig", " Monate", " yrs", " yo"].iter().any(|unit| tail.starts_with(unit));
    let group = tail.strip_prefix(['a', 'b', 'c', 'd']).unwrap_or(tail);
    let closed = group.starts_with(')') || (bracket && group.starts_with(','));
    let comma = after.starts_with(", ") && tail.starts_with(',');
    // "Arta 15, Besnik 12"
    let listed = after.starts_with(' ') && tail.starts_with([',', ')']);
    matches!(digits, 1 | 2) && (years || (closed && bracket) || comma || listed)
}

#[cfg(test)]
mod tests {
    use super::has_age;

    #[test]
    fn reads_ages() {
        for text in [" (7)", " (34 Jahre)", ", 34 Jahre", ", 8, wohnt", " (7, Kita)"] {
            assert!(has_age(text), "{text}");
        }
        for text in [" (2019)", " 15.", " 7 Äpfel", ", 30 Stück", " (a)", ""] {
            assert!(!has_age(text), "{text}");
        }
    }
}
