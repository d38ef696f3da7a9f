//! What quality may not fall below.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::score::Score;
use crate::mistake::Mistake;

/// `fixtures/quality/floors.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Floors {
    /// Largest share of harmless texts with a warning, by preset.
    clean: BTreeMap<String, f64>,
    /// By label.
    labels: BTreeMap<String, Floor>,
}

/// Smallest figures of a label.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    recall: f64,
    precision: f64,
}

impl Floors {
    /// Reads the file.
    ///
    /// # Errors
    /// When it is missing or says something else.
    pub(crate) fn read(path: &Path) -> Result<Self, Mistake> {
        let text = fs::read_to_string(path).map_err(Mistake::file(path))?;
        serde_yaml::from_str(&text).map_err(|error| Mistake::Data { path: path.to_owned(), reason: error.to_string() })
    }

    /// What fell, one line each.
    pub(crate) fn fallen(&self, score: &Score) -> Vec<String> {
        let mut fallen = Vec::new();
        for (label, floor) in &self.labels {
            let tally = score.labels.get(label).cloned().unwrap_or_default();
            let figures = [("recall", tally.recall(), floor.recall), ("precision", tally.precision(), floor.precision)];
            for (name, figure, floor) in figures {
                let figure = figure.unwrap_or_default();
                if figure < floor {
                    fallen.push(format!("{label}: {name} fell to {figure:.3}, the floor is {floor:.2}"));
                }
            }
        }
        fallen
    }

    /// What rose above its ceiling on harmless texts.
    pub(crate) fn risen(&self, clean: &[(&str, f64)]) -> Vec<String> {
        let above = |(preset, share): &(&str, f64)| {
            let ceiling = *self.clean.get(*preset)?;
            (*share > ceiling).then(|| {
                format!("harmless texts with a warning under preset {preset}: {share:.3}, the ceiling is {ceiling:.3}")
            })
        };
        clean.iter().filter_map(above).collect()
    }
}

/// The file that says: never worse than now. Figures are cut to two digits, shares of harmless texts rounded up to
/// three.
pub(crate) fn file(score: &Score, clean: &[(&str, f64)]) -> String {
    let mut out = String::from(
        "# What the figures of `cargo xtask eval` may not fall below. Written by `cargo xtask eval --write-floors`;\n\
         # a lower floor needs a reason in its commit.\n\
         clean: # largest share of harmless texts with a warning or error, by preset\n",
    );
    for (preset, share) in clean {
        let _ = writeln!(out, "  {preset}: {:.3}", (share * 1000.0).ceil() / 1000.0);
    }
    out.push_str("labels:\n");
    for (label, tally) in &score.labels {
        if let (Some(recall), precision) = (tally.recall(), tally.precision().unwrap_or_default()) {
            let _ = writeln!(out, "  {label}: {{ recall: {:.2}, precision: {:.2} }}", cut(recall), cut(precision));
        }
    }
    out
}

fn cut(figure: f64) -> f64 {
    (figure * 100.0 + 1e-9).floor() / 100.0
}

#[cfg(test)]
mod tests {
    use super::super::score::Tally;
    use super::*;

    fn score(gold: u32, found: u32, false_alarms: u32) -> Score {
        let tally = Tally { gold, found, false_alarms, ..Tally::default() };
        Score { labels: BTreeMap::from([("IBAN".to_owned(), tally)]), ..Score::default() }
    }

    fn floors(score: &Score) -> Floors {
        serde_yaml::from_str(&file(score, &[("strict", 0.0101)])).unwrap()
    }

    #[test]
    fn what_is_measured_passes_and_one_miss_more_falls() {
        let floors = floors(&score(7, 6, 1));
        assert_eq!(floors.fallen(&score(7, 6, 1)), Vec::<String>::new());
        assert_eq!(floors.fallen(&score(7, 5, 0)), ["IBAN: recall fell to 0.714, the floor is 0.85"]);
        assert_eq!(floors.fallen(&score(7, 7, 3)), ["IBAN: precision fell to 0.700, the floor is 0.85"]);
        assert_eq!(floors.fallen(&Score::default()).len(), 2);
    }

    #[test]
    fn harmless_texts_have_a_ceiling() {
        let floors = floors(&score(1, 1, 0));
        assert!(floors.risen(&[("strict", 0.0101), ("ngo-de", 0.5)]).is_empty());
        assert_eq!(floors.risen(&[("strict", 0.012)]).len(), 1);
    }

    #[test]
    fn a_misspelt_key_is_refused() {
        assert!(
            serde_yaml::from_str::<Floors>("clean: {}\nlabels: { IBAN: { recal: 0.5, precision: 1.0 } }\n").is_err()
        );
    }
}
