//! The pages about the policy file hold what they show.

use std::path::Path;

use leitplanke_finding::{DataClass, Destination, Light, Severity};
use leitplanke_policy::{Date, Policy, Preset, RuleHead, cell};
use leitplanke_rules::Severities;

const PAGES: [&str; 2] = [include_str!("../../../docs/policy.md"), include_str!("../../../docs/de/richtlinie.md")];

/// The code blocks of a page that hold YAML.
fn examples(page: &str) -> Vec<&str> {
    page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn every_example_is_a_policy_without_mistakes() {
    for page in PAGES {
        assert_eq!(examples(page).len(), 3);
        for example in examples(page) {
            let parsed = Policy::parse(example, Path::new("leitplanke.yaml"), Date::new(2026, 3, 1).unwrap());
            let (_, notices) = parsed.unwrap_or_else(|wrong| panic!("{wrong}"));
            assert!(notices.is_empty());
        }
    }
}

#[test]
fn every_key_is_explained() {
    let schema = leitplanke_policy::schema();
    for key in schema["properties"].as_object().unwrap().keys() {
        assert!(PAGES.iter().all(|page| page.contains(&format!("`{key}`"))), "{key}");
    }
}

#[test]
fn the_tables_of_lights_are_right() {
    for (page, colours) in PAGES.into_iter().zip([["green", "yellow", "red"], ["grün", "gelb", "rot"]]) {
        let table = page.split("| | local |").nth(1).unwrap();
        let rows: Vec<&str> = table.lines().skip(2).take(5).collect();
        for (row, class) in rows.into_iter().zip(DataClass::ALL) {
            assert!(row.contains(class.as_str()), "{row}");
            let cells: Vec<&str> = row.trim_matches('|').split('|').skip(1).map(str::trim).collect();
            let lights = Destination::ALL.map(|destination| colours[Light::from(cell(class, destination)) as usize]);
            assert_eq!(cells, lights, "{class}");
        }
    }
}

/// How the table of groups writes a severity.
fn letter(severity: Severity) -> &'static str {
    match severity {
        Severity::Off => "–",
        Severity::Note => "n",
        Severity::Warning => "w",
        Severity::Error => "e",
    }
}

#[test]
fn the_tables_of_groups_name_every_group_and_its_severities() {
    let own = Severities::ByPerson([Severity::Off, Severity::Error, Severity::Error, Severity::Error]);
    for page in PAGES {
        let rows: Vec<Vec<&str>> = page
            .lines()
            .filter(|line| line.starts_with("| `") && line.matches('|').count() == 8)
            .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
            .collect();
        assert_eq!(rows.len(), Preset::all().map(|preset| preset.rows().count()).max().unwrap());
        for (column, preset) in Policy::preset_names().iter().enumerate() {
            let scope = Policy::preset(preset).unwrap().scope("-");
            for row in &rows {
                let group = row[0].trim_matches('`');
                assert!(Preset::by_name(preset).unwrap().rows().any(|(known, _)| known == group), "{group}");
                let of = |own| scope.severities(&RuleHead { id: "pack/rule", label: "LABEL", group, severity: own });
                let (plain, levels) = (of(Severities::One(Severity::Error)), of(own));
                let expected = match (row[column + 2].contains('/'), plain, levels) {
                    (true, _, Severities::ByPerson([_, p1, p2, p3])) => [p3, p2, p1].map(letter).join("/"),
                    (_, Severities::One(one), _) => letter(one).to_owned(),
                    other => panic!("{other:?}"),
                };
                assert_eq!(row[column + 2], expected, "{group} in {preset}");
            }
        }
    }
}
