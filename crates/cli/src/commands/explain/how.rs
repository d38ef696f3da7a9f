//! How a rule looks for things, in plain words.

use std::collections::BTreeSet;

use leitplanke_finding::{Confidence, Language};
use leitplanke_rules::Rule;
use leitplanke_rules::matcher::{
    Combination, Enough, Foreign, Hidden, Lexicon, Matcher, Metric, Part, Pattern, Position, Sequence, Within,
};
use leitplanke_rules::term::{Form, Phrase, Piece, TermList, Word};
use leitplanke_validators::by_name;

use crate::language::pick;

/// Words shown of a list.
const WORDS: usize = 8;

/// From here on a pattern is believed without its label.
const SURE: f64 = 0.60;

/// One or two sentences.
pub(super) fn of(rule: &Rule, language: Language) -> String {
    match &rule.matcher {
        Matcher::Pattern(of) => pattern(of, language),
        Matcher::Lexicon(of) => lexicon(of, language),
        Matcher::Combination(of) => combination(of, language),
        Matcher::Sequence(of) => sequence(of, language),
        Matcher::Metric(of) => metric(of, language),
        Matcher::Name(_) => pick(
            language,
            "Namen von Menschen: Anreden, Vor- und Nachnamen, Grußformeln und Rollen sprechen dafür; erst mehrere \
             Zeichen zusammen reichen aus.",
            "names of people: salutations, first and last names, closing formulas and roles speak for one; only \
             several signs together are enough.",
        )
        .to_owned(),
        Matcher::HiddenText(of) => {
            let kinds: Vec<&str> = of.characters.iter().map(|kind| hidden(*kind, language)).collect();
            format!("{}: {}.", pick(language, "Zeichen, die niemand sieht", "characters nobody sees"), kinds.join(", "))
        }
    }
}

fn pattern(pattern: &Pattern, language: Language) -> String {
    let mut text = pick(language, "eine feste Schreibweise", "a fixed shape").to_owned();
    if let Some(check) = pattern.validator.as_deref().and_then(by_name) {
        text = match language {
            Language::De => format!("{text}, die nachgerechnet wird ({})", check.german),
            Language::En => format!("{text} that is checked ({})", check.english),
        };
    }
    if let Some(foreign) = &pattern.foreign {
        text = format!("{text}{}", only(foreign, language));
    }
    let (near, against) = (words(&pattern.context), words(&pattern.negative_context));
    if !near.is_empty() {
        let only = pattern.confidence.alone < Confidence::new(SURE);
        let beside = match (language, only) {
            (Language::De, true) => "nur neben Wörtern wie",
            (Language::De, false) => "sicherer neben Wörtern wie",
            (Language::En, true) => "only beside words like",
            (Language::En, false) => "surer beside words like",
        };
        text = format!("{text}; {beside} {near}");
    }
    if !against.is_empty() {
        text = format!("{text}; {} {against}", pick(language, "dagegen sprechen", "against it speak"));
    }
    let before = words(&pattern.negative_before);
    if !before.is_empty() {
        text = format!("{text}; {} {before}", pick(language, "nicht direkt hinter", "not directly behind"));
    }
    ended(&text)
}

/// What a rule file of gitleaks asks for besides the shape.
fn only(foreign: &Foreign, language: Language) -> String {
    let random = match (foreign.entropy, language) {
        (None, _) => String::new(),
        (Some(bits), Language::De) => {
            format!(", nur bei mehr als {} Bit Zufall je Zeichen", bits.to_string().replace('.', ","))
        }
        (Some(bits), Language::En) => format!(", only with more than {bits} bits of randomness per character"),
    };
    let lists = match (foreign.exceptions.len(), language) {
        (0, _) => String::new(),
        (1, Language::De) => ", mit einer Liste von Ausnahmen".to_owned(),
        (count, Language::De) => format!(", mit {count} Listen von Ausnahmen"),
        (1, Language::En) => ", with a list of exceptions".to_owned(),
        (count, Language::En) => format!(", with {count} lists of exceptions"),
    };
    random + &lists
}

fn lexicon(lexicon: &Lexicon, language: Language) -> String {
    let rows = lexicon.rows.iter().filter_map(|row| {
        let term = written(row.terms.phrases.first()?);
        Some(if row.instead.is_empty() { term } else { format!("{term} → {}", row.instead) })
    });
    let shown: Vec<String> = rows.take(WORDS).collect();
    let rest = lexicon.rows.len().saturating_sub(shown.len());
    let more = match (language, rest) {
        (_, 0) => String::new(),
        (Language::De, rest) => format!("; und {rest} weitere"),
        (Language::En, rest) => format!("; and {rest} more"),
    };
    let needs = words(&lexicon.needs);
    let only = pick(language, "Nur in Texten mit Wörtern wie", "Only in texts with words like");
    let needs = if needs.is_empty() { String::new() } else { format!(" {only} {needs}.") };
    format!("{} {}{more}.{needs}", pick(language, "Wörter:", "words:"), shown.join("; "))
}

fn combination(combination: &Combination, language: Language) -> String {
    let strong = words(&combination.strong);
    let weak = words(&combination.weak);
    let about = pick(language, "zusammen mit einer Person", "together with a person");
    let mut text = format!(
        "{} {strong} {about}, {}",
        pick(language, "Wörter wie", "words like"),
        within(combination.within, language)
    );
    if strong.is_empty() {
        text = format!("{} {about}, {}", pick(language, "Angaben", "details"), within(combination.within, language));
    }
    if !weak.is_empty() {
        let link = pick(
            language,
            "mit „hat“, „leidet an“ und Ähnlichem auch",
            "with \"has\", \"suffers from\" and the like also",
        );
        text = format!("{text}; {link} {weak}");
    }
    ended(&text)
}

fn sequence(sequence: &Sequence, language: Language) -> String {
    let shown = |part: &Part| {
        let shown = words(&part.terms);
        if shown.is_empty() { part.labels.join(", ") } else { shown }
    };
    let near = format!("{}{}", within(sequence.within, language), place(sequence.position, language));
    let parts = sequence.parts.iter();
    let Enough::Points(least) = sequence.enough else {
        let parts: Vec<String> = parts.map(shown).collect();
        return format!("{}, {near}.", parts.join(&format!(" – {} – ", pick(language, "nahe bei", "near"))));
    };
    let parts: Vec<String> = parts.map(|part| format!("{} – {}", part.points, shown(part))).collect();
    let parts = parts.join("; ");
    match language {
        Language::De => format!("mindestens {least} Punkte, {near}: {parts}."),
        Language::En => format!("at least {least} points, {near}: {parts}."),
    }
}

fn metric(metric: &Metric, language: Language) -> String {
    let mut counted = metric.labels.clone();
    counted.extend(Some(words(&metric.terms)).filter(|words| !words.is_empty()));
    let (what, least) = (counted.join(", "), metric.at_least);
    match language {
        Language::De => format!("mindestens {least} Treffer in einem Text: {what}."),
        Language::En => format!("at least {least} hits in one text: {what}."),
    }
}

fn within(within: Within, language: Language) -> String {
    match (within, language) {
        (Within::Sentence, _) => pick(language, "im selben Satz", "in the same sentence").to_owned(),
        (Within::Neighbours, _) => {
            pick(language, "im selben oder nächsten Satz", "in the same or the next sentence").to_owned()
        }
        (Within::Message, _) => pick(language, "im selben Text", "in the same text").to_owned(),
        (Within::Words(count), Language::De) => format!("höchstens {count} Wörter auseinander"),
        (Within::Words(count), Language::En) => format!("at most {count} words apart"),
    }
}

fn place(position: Position, language: Language) -> &'static str {
    match position {
        Position::Anywhere => "",
        Position::Beginning => pick(language, ", am Anfang des Textes", ", at the beginning of the text"),
        Position::End => pick(language, ", am Ende des Textes", ", at the end of the text"),
    }
}

fn hidden(kind: Hidden, language: Language) -> &'static str {
    match kind {
        Hidden::Tags => pick(language, "unsichtbare Buchstaben", "invisible letters"),
        Hidden::ZeroWidthInWord => pick(language, "Zeichen ohne Breite im Wort", "zero-width characters in words"),
        Hidden::ZeroWidth => pick(language, "Zeichen ohne Breite", "zero-width characters"),
        Hidden::Bidi => pick(language, "Wechsel der Schreibrichtung", "changes of the writing direction"),
        Hidden::VariationRuns => pick(language, "Reihen von Darstellungszeichen", "runs of variation selectors"),
        Hidden::Fillers => pick(language, "Füllzeichen", "fillers"),
        Hidden::MixedScript => pick(language, "fremde Buchstaben im Wort", "letters of other scripts in words"),
    }
}

/// The first words of a list.
fn words(terms: &TermList) -> String {
    let mut seen = BTreeSet::new();
    // `Burn-out` stands for three phrases; one of them is enough.
    let mut different =
        terms.phrases.iter().map(written).filter(|text| seen.insert(text.to_lowercase().replace(' ', "")));
    let shown: Vec<String> = different.by_ref().take(WORDS).collect();
    let more = if different.next().is_some() { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// Ends a sentence that may end in dots already.
fn ended(text: &str) -> String {
    if text.ends_with('…') { text.to_owned() } else { format!("{text}.") }
}

/// A phrase as a rule author writes it.
fn written(phrase: &Phrase) -> String {
    let pieces = phrase.pieces.iter().map(|piece| match piece {
        Piece::Number => "#".to_owned(),
        Piece::Gap => "...".to_owned(),
        Piece::Words(words) => choice(words),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

/// Most words shown of those that may stand in a place.
const CHOICES: usize = 3;

fn choice(words: &[Word]) -> String {
    let word = |Word { text, form }: &Word| match form {
        Form::Inflected | Form::Exact | Form::Capitals => text.clone(),
        Form::Prefix => format!("{text}*"),
        Form::Suffix => format!("*{text}"),
        Form::Infix => format!("*{text}*"),
    };
    let mut shown: Vec<String> = words.iter().take(CHOICES).map(word).collect();
    if words.len() > CHOICES {
        shown.push("…".to_owned());
    }
    match shown.as_slice() {
        [only] => only.clone(),
        several => format!("({})", several.join("|")),
    }
}
