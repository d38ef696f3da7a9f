//! Lines of minutes that list people: "Anwesend: R. Hagedorn, Le Thu Ha", "Apologies: Nowak".

use super::run::Run;
use super::words::Words;
use crate::lexis::flags;
use crate::signs::Sign;

/// Most words of a name in such a line.
const NAME: usize = 4;

/// Where the line ends that word `at` begins as a label of people, in bytes.
pub(super) fn attendance(words: Words<'_>, at: usize) -> Option<usize> {
    let gap = words.gap(at);
    if !words.is(at, Sign::Attendance) || !gap.trim_start_matches('*').starts_with(':') || gap.contains('\n') {
        return None;
    }
    let end = words.span(at, at).end;
    Some(words.text[end..].find('\n').map_or(words.text.len(), |line_break| end + line_break))
}

/// The name that fills the item of such a line beginning with word `at`. `end` is where the line ends.
pub(super) fn item(words: Words<'_>, end: usize, at: usize) -> Option<Run> {
    let token = words.token(at).filter(|token| (token.start as usize) < end)?;
    let before = words.text[..token.start as usize].trim_end_matches([' ', '*']);
    let joined = words.follows_one_of(at, &["und", "and", "sowie"]);
    if !before.ends_with([':', ',', ';', '/']) && !joined {
        return None;
    }
    let other = flags::NOUN
        | flags::ORGANISATION
        | flags::GERMAN
        | flags::ENGLISH
        | flags::ROLE
        | flags::TITLE
        | flags::SALUTATION
        | flags::GREETED_GROUP;
    let is_name = |at: usize| {
        words.is_capitalised(at)
            && !words.token(at).is_some_and(|token| token.shape.is_gender_fair())
            && (!words.has(at, other) || (words.is_listed(at) && !words.has(at, flags::ORGANISATION)))
    };
    let mut last = at;
    while last < at + NAME && matches!(words.gap(last), " " | "-" | ". ") && is_name(last + 1) {
        last += 1;
    }
    let whole = (at..=last).all(is_name);
    let after = words.after(last);
    let closed = after.trim_end_matches('.').is_empty()
        || after.starts_with([',', ';', '\n', '\r', '/', '.'])
        || after.starts_with(" (")
        || after.starts_with(" und ")
        || after.starts_with(" and ")
        || after.starts_with(" –");
    let known = (at..=last).any(|at| words.is_listed(at)) || last > at;
    let letter = last == at && words.is_letter(at);
    (whole && closed && known && !letter).then(|| Run::plain(at, last))
}
