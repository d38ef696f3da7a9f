//! From a name and its surroundings to the signal it counts by.

use leitplanke_rules::matcher::Signal;

use super::cues::{Cue, Strangers};
use super::genre::Genre;
use super::human::{self, Human};
use super::lone;
use super::nobody;
use super::run::{Part, Run};
use super::words::{LISTED, Words};
use crate::lexis::flags;
use crate::signs::{Sign, Signs};

/// Score of two ambiguous words in a row with nothing else to say for them.
pub(super) const DOUBTFUL: f64 = 0.4;

/// What a name counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basis {
    /// A signal of the rule.
    Signal(Signal),
    /// Two words that are names and something else.
    Doubtful,
}

/// A verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Judged {
    pub(super) basis: Basis,
    /// A human verb, an age or initials add to the basis.
    pub(super) human: bool,
}

impl Judged {
    /// By one signal alone.
    pub(super) fn sure(signal: Signal) -> Self {
        Self { basis: Basis::Signal(signal), human: false }
    }
}

/// Words before a thing rather than a person.
const NEUTER: Signs = Signs::of(&[Sign::Indefinite, Sign::Contracted, Sign::AnyOf]);

/// Words that make what follows a noun, unless a list knows better.
const DETERMINERS: Signs = Signs::of(&[Sign::Definite, Sign::Indefinite, Sign::Mine, Sign::Theirs, Sign::AnyOf]);

/// Judges a name by the cue before it.
pub(super) fn with_cue(words: Words<'_>, run: &Run, cue: Cue) -> Option<Judged> {
    let listed = run.words().any(Part::is_listed);
    let count = run.words().count();
    if words.gap(run.last) == " " && words.has(run.last + 1, flags::TITLE) && words.is_capitalised(run.last + 1) {
        return None;
    }
    let asked_for = matches!(cue, Cue::Salutation | Cue::Introduction(Strangers::All));
    if count == 1 && !asked_for && words.is_capitals(run.last) {
        return None;
    }
    let (holds, signal) = match cue {
        Cue::Salutation => {
            let some = run.first.checked_sub(2).is_some_and(|before| words.is(before, Sign::Woman));
            let known = run.words().any(Part::is_last);
            (listed || !some, if known { Signal::SalutationListed } else { Signal::Salutation })
        }
        Cue::Role { single } => (has_role(words, run, single), Signal::Role),
        Cue::Introduction(strangers) => (is_introduced(words, run, strangers), Signal::Introduction),
        Cue::Greeting => (is_greeted(words, run, listed), Signal::Greeting),
        Cue::SignOff(strangers) => (signs(words, run, strangers), Signal::SignOff),
        Cue::Another => (run.words().any(Part::is_sure), Signal::Role),
    };
    holds.then(|| Judged::sure(signal))
}

/// True when a role before the name makes it a person's. `single`: the role is one person's.
fn has_role(words: Words<'_>, run: &Run, single: bool) -> bool {
    let listed = run.words().any(Part::is_listed);
    let count = run.words().count();
    let sure = run.words().any(Part::is_sure);
    // "ehrenamtliche Richter"
    if count == 1 && !sure && words.has(run.first, flags::ROLE) {
        return false;
    }
    // "Nutzer: Gut, das machen wir.", "Assistent: Schick die letzten zehn."
    let goes_on = words.after(run.last).starts_with([',', '!', '.', '?']) || words.is_any(run.last + 1, DETERMINERS);
    let said = run.first.checked_sub(1).is_some_and(|label| words.gap(label).starts_with(':')) && goes_on;
    if count == 1 && !sure && said && !words.ends_line(run.last) {
        return false;
    }
    let human = human::beside(words, run);
    let relation = words.follows(run.first, Sign::Relation);
    let stranger = single && (human >= Human::Yes || count > 1 || relation);
    let kin = relation && run.words().any(Part::is_first);
    sure || stranger || (listed && (single || kin || human > Human::No))
}

/// True for a name behind "mein Name ist": a listed one, or where `strangers` may stand any.
fn is_introduced(words: Words<'_>, run: &Run, strangers: Strangers) -> bool {
    let listed = run.words().any(Part::is_listed);
    let sure = run.words().count() > 1 || run.words().any(Part::is_sure);
    let labelled = strangers != Strangers::No && words.ends_line(run.last);
    takes(words, run, strangers) || (listed && (sure || labelled))
}

/// True for the signature of a person.
fn signs(words: Words<'_>, run: &Run, strangers: Strangers) -> bool {
    let whole = words.opens_line(run.first) || words.before(run.first).ends_with([' ', '.']);
    let group = (run.first..=run.last).any(|at| words.has(at, flags::SIGNING_GROUP | flags::GREETED_GROUP));
    let known = run.words().any(Part::is_listed) || takes(words, run, strangers);
    !group && whole && known && ends_signature(words, run)
}

/// Whether words no list knows are a name here.
fn takes(words: Words<'_>, run: &Run, strangers: Strangers) -> bool {
    match strangers {
        Strangers::No => false,
        Strangers::Pairs => run.words().count() > 1 && !goes_on(words, run),
        Strangers::All => true,
    }
}

/// True when a greeting names a person and no group.
fn is_greeted(words: Words<'_>, run: &Run, listed: bool) -> bool {
    let after = words.after(run.last);
    let closed =
        after.is_empty() || after.starts_with([',', '!', '.', '\n', '\r', ':', ';', ')']) || after.starts_with(" und ");
    let group = (run.first..=run.last + usize::from(!closed)).any(|at| words.has(at, flags::GREETED_GROUP));
    let sure = run.words().any(Part::is_sure);
    // "Hallo Welt" and "Hallo Cargo" are headings, "Hallo Xanthippe," is a letter.
    let addressed = listed || after.starts_with([',', '!']);
    !group && if closed { addressed } else { sure }
}

/// True when the signature ends with the name, or with a comma, a bracket or a bar behind it.
fn ends_signature(words: Words<'_>, run: &Run) -> bool {
    words.ends_line(run.last)
        || words.after(run.last).trim_start().starts_with([',', '(', '|', '·', '•', '–', '-', '<', ';'])
}

/// Judges a name by itself and by what it does. `genre`: what kind of text it stands in.
pub(super) fn alone(words: Words<'_>, run: &Run, genre: &Genre<'_>) -> Option<Judged> {
    let human = human::beside(words, run);
    if run.words().count() > 1 {
        return several(words, run, human);
    }
    if nobody::is_everybody(words, run) && !genre.is_personal() {
        return None;
    }
    if is_whole_text(words, run) || is_last_line(words, run) {
        return Some(Judged::sure(Signal::FirstHuman));
    }
    // "Anna hat 12 Äpfel" opens an exercise unless somebody says "ich" or "unser".
    let example = human > Human::No
        && human < Human::Aged
        && (words.opens_sentence(run.first) || human == Human::Perhaps)
        && !genre.is_personal();
    single(words, run, if example { Human::No } else { human }, genre)
}

/// True for a text that is nothing but a surname, initials and title aside.
fn is_whole_text(words: Words<'_>, run: &Run) -> bool {
    let title = (0..run.first).all(|at| words.has(at, flags::TITLE | flags::SALUTATION));
    title && words.after(run.last).trim().is_empty() && run.words().all(|part| part.sure_last() && !part.place())
}

/// True for a first name alone on the last line: a signature.
fn is_last_line(words: Words<'_>, run: &Run) -> bool {
    let signed = words.after(run.last).trim().is_empty()
        && words.opens_line(run.first)
        && words.before(run.first).contains('\n');
    signed
        && run.words().all(Part::sure_first)
        && words.gap(run.first.saturating_sub(1)).starts_with(['.', '!', '?', '\n', ','])
}

fn single(words: Words<'_>, run: &Run, human: Human, genre: &Genre<'_>) -> Option<Judged> {
    let part = run.words().next()?;
    let capitals = words.token(part.first).is_some_and(|token| token.shape.is_capitals());
    let somebody = lone::is_behind_preposition(words, run)
        || lone::is_object(words, run)
        || lone::is_beside_writer(words, run)
        || lone::is_english_owner(words, run);
    if capitals || (is_thing(words, run) && !somebody) || part.place() {
        return None;
    }
    if part.sure_first() {
        let acts = human > Human::No
            || somebody
            || (genre.is_personal() && !genre.offers_names() && lone::stands_free(words, run));
        return Some(Judged::sure(if acts { Signal::FirstHuman } else { Signal::FirstAlone }));
    }
    if part.sure_last() {
        let helped = human >= Human::Yes || run.begins_with_initial();
        return Some(Judged { basis: Basis::Signal(Signal::LastAlone), human: helped });
    }
    let initials = run.begins_with_initial() && part.is_last();
    let meant = || lone::is_virtuous(words, run) || (lone::is_subject(words, run) && genre.speaks_of_one());
    if part.is_first() && meant() && genre.is_personal() {
        return Some(Judged::sure(Signal::FirstHuman));
    }
    let acts = part.is_first() && human >= Human::Yes && !words.opens_sentence(run.first);
    (initials || acts).then_some(Judged { basis: Basis::Doubtful, human: acts })
}

/// True behind an article of things: "das Anna", "im Otto".
fn is_thing(words: Words<'_>, run: &Run) -> bool {
    let article = |before: usize| {
        words.is_any(before, NEUTER) || words.is_one_of(before, &["das", "the"]) || words.is_english_an(before)
    };
    words.word_before(run.first).is_some_and(article)
}

fn several(words: Words<'_>, run: &Run, human: Human) -> Option<Judged> {
    let first = run.words().next()?;
    let rest = || run.words().skip(1);
    let doubtful = Judged { basis: Basis::Doubtful, human: human >= Human::Yes };
    let order = words.opens_sentence(run.first) && words.is(first.first, Sign::NameOrVerb);
    if order {
        return Some(doubtful);
    }
    let sure = run.words().any(Part::is_sure);
    let german = first.is_first() && rest().any(Part::is_last);
    let turned = first.sure_last() && rest().any(Part::sure_first);
    // "Nguyen Thi Lan"
    let asian = first.sure_last() && run.words().count() == 3 && rest().all(Part::is_first);
    if german || turned || asian {
        return Some(if sure { Judged::sure(Signal::FirstAndLast) } else { doubtful });
    }
    let firsts = first.sure_first() && rest().all(Part::is_first);
    if first.sure_first() && !is_thing(words, run) && (firsts || !goes_on(words, run)) {
        return Some(Judged::sure(Signal::FirstAndUnknown));
    }
    Some(doubtful)
}

/// True when more capitalised words follow: a heading or the name of a thing.
fn goes_on(words: Words<'_>, run: &Run) -> bool {
    words.gap(run.last) == " " && words.is_capitalised(run.last + 1)
}

/// True for a capitalised word that counts as a name once somebody of that name is known.
pub(super) fn may_be_known(words: Words<'_>, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    let stop = flags::NOUN | flags::ENGLISH_WORD | flags::GERMAN | flags::ENGLISH | flags::PLACEHOLDER;
    let acting = || words.has(at + 1, flags::HUMAN_VERB) && words.gap(at) == " " && !token.shape.is_capitals();
    let shaped = token.shape.is_word() && token.shape.is_capitalised() && (token.end - token.start > 2 || acting());
    if !shaped || token.flags & stop != 0 || token.shape.is_gender_fair() {
        return false;
    }
    let before = at.checked_sub(1);
    // "Al-Khatib" is a name as "Khatib" is.
    let part = |before: usize| words.gap(before) == "-" && !words.has(before, flags::PARTICLE);
    let hyphenated = words.gap(at) == "-" || before.is_some_and(part);
    if words.is_sure_name(at) || hyphenated {
        return !hyphenated;
    }
    let determined =
        words.word_before(at).is_some_and(|before| words.is_any(before, DETERMINERS) || words.is_english_an(before));
    let acts = words.has(at + 1, flags::HUMAN_VERB) && words.gap(at) == " ";
    let listed = token.flags & LISTED != 0;
    !determined && (acts || !listed || !words.opens_sentence(at))
}
