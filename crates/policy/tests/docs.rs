//! The pages about the policy file hold what they show.

use std::path::Path;

use leitplanke_finding::{DataClass, Destination, Light};
use leitplanke_policy::{Date, Policy, cell};

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
