//! Figures as a table.

use std::fmt::Write as _;

use super::score::{Clean, Score, Tally};

/// A line of the table.
struct Row<'s> {
    name: &'s str,
    tally: Tally,
}

fn rows(score: &Score) -> Vec<Row<'_>> {
    let (mut values, mut topics) = (Tally::default(), Tally::default());
    let mut rows = Vec::new();
    for (label, tally) in &score.labels {
        if score.entities.contains(label) {
            values.add(tally);
        } else {
            topics.add(tally);
        }
        rows.push(Row { name: label, tally: tally.clone() });
    }
    rows.push(Row { name: "all values", tally: values });
    rows.push(Row { name: "all topics, wording, conduct", tally: topics });
    rows
}

/// For the terminal, with up to `show` misses and false alarms below each label.
pub(crate) fn text(score: &Score, show: usize) -> String {
    let mut out = format!(
        "{:30} {:>5} {:>5} {:>6} {:>6} {:>9} {:>6}\n",
        "label", "gold", "found", "false", "recall", "precision", "F2"
    );
    for Row { name, tally } in rows(score) {
        let [recall, precision, f2] = figures(&tally);
        let Tally { gold, found, false_alarms, .. } = &tally;
        let _ = writeln!(out, "{name:30} {gold:5} {found:5} {false_alarms:6} {recall:>6} {precision:>9} {f2:>6}");
        for missed in tally.missed.iter().take(show) {
            let _ = writeln!(out, "    missed  {missed}");
        }
        for alarm in tally.alarms.iter().take(show) {
            let _ = writeln!(out, "    false   {alarm}");
        }
    }
    out
}

/// For `docs/quality.md`.
pub(crate) fn markdown(score: &Score) -> String {
    let mut out = String::from("| Label | Gold | Found | False | Recall | Precision | F2 |\n");
    out.push_str("|---|--:|--:|--:|--:|--:|--:|\n");
    for Row { name, tally } in rows(score) {
        let [recall, precision, f2] = figures(&tally);
        let Tally { gold, found, false_alarms, .. } = tally;
        let _ = writeln!(out, "| {name} | {gold} | {found} | {false_alarms} | {recall} | {precision} | {f2} |");
    }
    out
}

/// One line about the harmless texts.
pub(crate) fn clean(clean: &Clean, preset: &str) -> String {
    format!(
        "{} harmless texts with {} words, preset `{preset}`: {} with a warning or error ({:.1} %), \
         {:.2} such findings per 1,000 words",
        clean.cases,
        clean.words,
        clean.flagged,
        clean.flagged_share() * 100.0,
        clean.per_thousand_words()
    )
}

fn figures(tally: &Tally) -> [String; 3] {
    [tally.recall(), tally.precision(), tally.f2()]
        .map(|figure| figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.3}")))
}
