//! Groups of words near each other, all of them or as many as are enough.

use super::Known;
use super::ids::labels;
use super::matchers::{at_least_one, within};
use super::terms::terms;
use crate::bilingual;
use crate::matcher::{Enough, Part, Sequence, Within};
use crate::spec::{Order, PartSpec, SequenceSpec};
use crate::yaml::{Count, Problems, clipped};

/// Most points of a part.
const MAX_POINTS: u32 = 100;

pub(super) fn sequence(spec: &SequenceSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Sequence {
    if let Some(list) = spec.parts.as_ref().filter(|list| list.written < 2) {
        problems
            .report(
                list.place,
                bilingual!("eine Abfolge hat mindestens zwei Teile", "a sequence has at least two parts"),
            )
            .help(bilingual!(
                "Für eine einzelne Wortliste gibt es die Art `lexicon`.",
                "for one list of words use a lexicon",
            ));
    }
    let mut parts: Vec<Part> = Vec::new();
    for written in spec.parts.iter().flat_map(|list| &list.items) {
        let part = part(written, known, problems);
        if parts.iter().any(|other| other.name == part.name && !part.name.is_empty()) {
            let name = clipped(&part.name);
            problems.report(written.place, bilingual!("zwei Teile heißen `{name}`", "two parts are called `{name}`"));
        }
        parts.push(part);
    }
    Sequence {
        enough: enough(spec, &parts, problems),
        parts,
        within: within(spec.within, Within::Sentence),
        position: spec.position.as_ref().map(|position| position.value).unwrap_or_default(),
        unless: terms(spec.unless.as_ref(), known, problems),
    }
}

fn part(spec: &PartSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Part {
    if !spec.keys.hold("terms") && !spec.keys.hold("labels") {
        problems
            .report(
                spec.place,
                bilingual!("im Teil steht nichts, wonach gesucht wird", "the part has nothing to look for"),
            )
            .help(bilingual!("Bitte `terms` oder `labels` ergänzen.", "add `terms` or `labels`"));
    }
    if let Some(points) = spec.points.filter(|points| !(1..=MAX_POINTS).contains(&points.value)) {
        let message = bilingual!("hier gehören 1 bis {MAX_POINTS} Punkte hin", "expected 1 to {MAX_POINTS} points");
        problems.report(points.place, message);
    }
    Part {
        name: spec.name.as_ref().map(|name| name.text.trim().to_owned()).unwrap_or_default(),
        terms: terms(spec.terms.as_ref(), known, problems),
        labels: labels(spec.labels.as_ref(), problems),
        points: spec.points.map_or(1, |points| points.value),
    }
}

fn enough(spec: &SequenceSpec, parts: &[Part], problems: &mut Problems<'_>) -> Enough {
    let Some(least) = spec.at_least else {
        let given = spec.parts.iter().flat_map(|list| &list.items).find_map(|part| part.points);
        if let Some(points) = given.filter(|_| !spec.keys.hold("at_least")) {
            problems
                .report(points.place, bilingual!("`points` zählt nur mit `at_least`", "`points` need `at_least`"))
                .help(bilingual!(
                    "Bitte neben `parts` sagen, wie viele Punkte genügen: at_least: 5",
                    "say beside `parts` how many points are enough: at_least: 5",
                ));
        }
        return match &spec.order {
            Some(order) if order.value == Order::Written => Enough::InOrder,
            _ => Enough::All,
        };
    };
    at_least_one(least, problems);
    if let Some(order) = &spec.order {
        problems
            .report(order.place, bilingual!("Punkte zählen in jeder Reihenfolge", "points are counted in any order"))
            .help(bilingual!("Bitte `order` oder `at_least` weglassen.", "leave out `order` or `at_least`"));
    }
    reachable(least, parts, problems);
    Enough::Points(least.value)
}

/// Reports a sum that all parts together do not reach.
fn reachable(least: Count, parts: &[Part], problems: &mut Problems<'_>) {
    let all = parts.iter().fold(0, |sum: u32, part| sum.saturating_add(part.points));
    if least.value > all {
        problems
            .report(
                least.place,
                bilingual!("alle Teile zusammen haben nur {all} Punkte", "all parts together have only {all} points"),
            )
            .help(bilingual!("Bitte höchstens {all} schreiben.", "write {all} at most"));
    }
}
