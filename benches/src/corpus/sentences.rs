//! Sentences and paragraphs from words.

use super::random::Random;
use super::{identifiers, words};

/// One planted value in so many sentences: about one in 600 bytes.
const PLANTED: usize = 6;

/// One risky phrase in so many sentences.
const RISKY: usize = 60;

/// A paragraph, or a short list.
pub(super) fn paragraph(random: &mut Random, german: bool) -> String {
    let count = random.below(4) + 2;
    let sentences: Vec<String> = (0..count).map(|_| sentence(random, german)).collect();
    if random.once_in(5) { format!("- {}", sentences.join("\n- ")) } else { sentences.join(" ") }
}

/// What a message begins with.
pub(super) fn opening(random: &mut Random, german: bool, question: bool) -> &'static str {
    let openings: &[&str] = match (german, question) {
        (true, true) => &words::german::TASKS,
        (true, false) => &words::german::ANSWERS,
        (false, true) => &words::english::TASKS,
        (false, false) => &words::english::ANSWERS,
    };
    random.pick(openings).unwrap_or_default()
}

fn sentence(random: &mut Random, german: bool) -> String {
    if random.once_in(RISKY) {
        let risky: &[&str] = if german { &words::german::RISKY } else { &words::english::RISKY };
        return random.pick(risky).unwrap_or_default().to_owned();
    }
    if random.once_in(PLANTED) {
        return identifiers::planted(random, german);
    }
    if german { everyday_de(random) } else { everyday_en(random) }
}

fn everyday_de(random: &mut Random) -> String {
    let mut word = |list: &[&'static str]| random.pick(list).unwrap_or_default();
    let (subject, verb) = (word(&words::german::SUBJECTS), word(&words::german::VERBS));
    let object = format!("{}{}", word(&words::german::HEADS), word(&words::german::TAILS));
    let (how, clause) = (word(&words::german::CIRCUMSTANCES), word(&words::german::CLAUSES));
    format!("{subject} {verb} die {object} {how}, {clause}.")
}

fn everyday_en(random: &mut Random) -> String {
    let mut word = |list: &[&'static str]| random.pick(list).unwrap_or_default();
    let (subject, verb) = (word(&words::english::SUBJECTS), word(&words::english::VERBS));
    let object = format!("{} {}", word(&words::english::HEADS), word(&words::english::TAILS));
    let (how, clause) = (word(&words::english::CIRCUMSTANCES), word(&words::english::CLAUSES));
    format!("{subject} {verb} the {object} {how}, {clause}.")
}
