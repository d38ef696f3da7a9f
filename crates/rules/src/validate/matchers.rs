//! All kinds but patterns and sequences.

use leitplanke_finding::{Confidence, Language};

use super::ids::{check_label, labels};
use super::terms::{Phrases, terms};
use super::{About, Known, pattern, sequence};
use crate::bilingual;
use crate::matcher::{Combination, HiddenText, Lexicon, Matcher, Metric, Name, Numbers, Outweighs, Row, Within};
use crate::spec::{
    CombinationSpec, HiddenTextSpec, Kind, LexiconSpec, MetricSpec, NameSpec, NumberSpec, PatternSpec, RowSpec,
    SequenceSpec, WithinSpec,
};
use crate::yaml::{Count, Decode, Node, Problems, Wording};

/// Reads `match` for a kind. The result means something only when no mistake was reported.
pub(super) fn matcher(
    kind: Kind,
    node: &Node,
    about: &About,
    known: &Known<'_>,
    problems: &mut Problems<'_>,
) -> Option<Matcher> {
    Some(match kind {
        Kind::Pattern => {
            let spec = PatternSpec::decode(node, problems)?;
            Matcher::Pattern(pattern::pattern(&spec, known, problems))
        }
        Kind::Lexicon => Matcher::Lexicon(lexicon(&LexiconSpec::decode(node, problems)?, about, known, problems)),
        Kind::Combination => {
            Matcher::Combination(combination(&CombinationSpec::decode(node, problems)?, known, problems))
        }
        Kind::Sequence => {
            Matcher::Sequence(sequence::sequence(&SequenceSpec::decode(node, problems)?, known, problems))
        }
        Kind::Metric => Matcher::Metric(metric(&MetricSpec::decode(node, problems)?, known, problems)),
        Kind::Name => Matcher::Name(name(&NameSpec::decode(node, problems)?, problems)),
        Kind::HiddenText => Matcher::HiddenText(hidden_text(&HiddenTextSpec::decode(node, problems)?)),
        Kind::Frame | Kind::Vocabulary | Kind::Fragment | Kind::Family => return None,
    })
}

fn lexicon(spec: &LexiconSpec, about: &About, known: &Known<'_>, problems: &mut Problems<'_>) -> Lexicon {
    let language = about.languages.iter().flatten().next().copied();
    let rows = spec.rows.iter().flat_map(|rows| &rows.items);
    Lexicon {
        rows: rows.map(|written| row(written, language, known, problems)).collect(),
        needs: terms(spec.needs.as_ref(), known, problems),
        unless: terms(spec.unless.as_ref(), known, problems),
    }
}

fn row(spec: &RowSpec, language: Option<Language>, known: &Known<'_>, problems: &mut Problems<'_>) -> Row {
    match (spec.keys.hold("term"), spec.keys.hold("terms")) {
        (true, true) => {
            problems
                .report(
                    spec.place,
                    bilingual!("eine Zeile hat entweder `term` oder `terms`", "a row has either `term` or `terms`"),
                )
                .help(bilingual!("Bitte das Wort mit in `terms` setzen.", "move the term into `terms`"));
        }
        (false, false) => {
            problems
                .report(spec.place, bilingual!("in der Zeile fehlt das Wort", "the row has no term"))
                .help(bilingual!("Bitte `term: …` oder `terms: [ … ]` ergänzen.", "add `term: …` or `terms: [ … ]`"));
        }
        _ => {}
    }
    let language = spec.lang.map(|lang| lang.value).or(language);
    let mut phrases = Phrases::default();
    for term in spec.term.iter().chain(spec.terms.iter().flat_map(|list| &list.items)) {
        phrases.add(term, language, known, problems);
    }
    let text = |written: &Option<Wording>| written.as_ref().map(|text| text.0.trim().to_owned()).unwrap_or_default();
    Row { terms: phrases.finish(), instead: text(&spec.instead), note: text(&spec.note) }
}

fn combination(spec: &CombinationSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Combination {
    if !["strong", "weak", "labels", "numbers"].iter().any(|key| spec.keys.hold(key)) {
        problems.report(spec.place, bilingual!("hier steht nichts, wonach gesucht wird", "nothing to look for")).help(
            bilingual!(
                "Bitte `strong`, `weak`, `labels` oder `numbers` ergänzen.",
                "add `strong`, `weak`, `labels` or `numbers`",
            ),
        );
    }
    Combination {
        strong: terms(spec.strong.as_ref(), known, problems),
        weak: terms(spec.weak.as_ref(), known, problems),
        labels: labels(spec.labels.as_ref(), problems),
        numbers: spec.numbers.iter().flat_map(|list| &list.items).filter_map(|of| numbers(of, problems)).collect(),
        within: within(spec.within, Within::Neighbours),
        unless: terms(spec.unless.as_ref(), known, problems),
    }
}

/// Bounds for the numbers of a label; `None` where something is missing, which has been reported.
fn numbers(spec: &NumberSpec, problems: &mut Problems<'_>) -> Option<Numbers> {
    let (label, from, to) = (spec.label.as_ref()?, spec.from?, spec.to?);
    check_label(label, problems);
    if from.value > to.value {
        problems.report(to.place, bilingual!("`to` ist kleiner als `from`", "`to` is smaller than `from`"));
        return None;
    }
    Some(Numbers { label: label.text.clone(), from: from.value, to: to.value })
}

fn metric(spec: &MetricSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Metric {
    if !spec.keys.hold("labels") && !spec.keys.hold("terms") {
        problems
            .report(spec.place, bilingual!("hier steht nichts, was gezählt wird", "nothing to count"))
            .help(bilingual!("Bitte `labels` oder `terms` ergänzen.", "add `labels` or `terms`"));
    }
    for count in [spec.at_least, spec.outweighs.as_ref().and_then(|other| other.factor)].into_iter().flatten() {
        at_least_one(count, problems);
    }
    Metric {
        labels: labels(spec.labels.as_ref(), problems),
        terms: terms(spec.terms.as_ref(), known, problems),
        distinct: spec.distinct.is_some_and(|distinct| distinct.value),
        at_least: spec.at_least.map_or(1, |count| count.value),
        outweighs: spec.outweighs.as_ref().map(|other| Outweighs {
            terms: terms(other.terms.as_ref(), known, problems),
            factor: other.factor.map_or(1, |factor| factor.value),
        }),
        needs: terms(spec.needs.as_ref(), known, problems),
        unless: terms(spec.unless.as_ref(), known, problems),
    }
}

fn name(spec: &NameSpec, problems: &mut Problems<'_>) -> Name {
    let scores = spec.signals.iter().flat_map(|signals| &signals.scores);
    for (_, score) in scores.clone().filter(|(_, score)| score.value <= 0.0) {
        problems
            .report(
                score.place,
                bilingual!("ein Zeichen mit dem Wert 0 sagt nichts", "a signal with the score 0 says nothing"),
            )
            .help(bilingual!("Bitte weglassen.", "leave it out"));
    }
    Name { signals: scores.map(|(signal, score)| (*signal, Confidence::new(score.value))).collect() }
}

fn hidden_text(spec: &HiddenTextSpec) -> HiddenText {
    HiddenText { characters: spec.characters.iter().flat_map(|list| &list.items).map(|choice| choice.value).collect() }
}

/// Reports a count of nothing.
pub(super) fn at_least_one(count: Count, problems: &mut Problems<'_>) {
    if count.value == 0 {
        problems.report(count.place, bilingual!("hier gehört eine Zahl ab 1 hin", "expected a number of at least 1"));
    }
}

pub(super) fn within(written: Option<WithinSpec>, default: Within) -> Within {
    written.map_or(default, |within| within.value)
}
