//! The pages: an overview, one per pack, one per rule file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use leitplanke_finding::Language;
use leitplanke_rules::{Frame, Pack, Packs, Rule};

use super::markdown::inline;
use super::{FOLDER, rule, words};
use crate::derived::Files;

/// The pages of all packs in one language.
pub(super) fn pages(packs: &Packs, language: Language) -> Files {
    let frames: Vec<&Frame> = packs.frames().collect();
    let folder = format!("{FOLDER}/{language}");
    let mut files = Files::new();
    let mut overview =
        format!("{}# {}\n\n{}\n\n", generated(language), words::RULES.get(language), words::INTRODUCTION.get(language));
    for pack in packs.packs.iter().filter(|pack| !pack.rules.is_empty()) {
        let (title, about) = (inline(pack.title.get(language)), inline(pack.description.get(language)));
        let count = words::rules(pack.rules.len(), language);
        let _ = writeln!(overview, "- [{title}]({}.md) ({count}): {about}", pack.name);
        let families = families(pack);
        files.insert(format!("{folder}/{}.md", pack.name), contents(pack, &families, language));
        for (family, rules) in &families {
            let sections: String = rules.iter().map(|rule| rule::section(rule, &frames, language)).collect();
            let page = format!("{}# {title}: {family}\n\n{sections}", generated(language));
            files.insert(format!("{folder}/{}/{family}.md", pack.name), ended(&page));
        }
    }
    files.insert(format!("{folder}/README.md"), overview);
    files
}

/// The rules of each rule file, by the file's name without its ending; rules in file order.
fn families(pack: &Pack) -> BTreeMap<&str, Vec<&Rule>> {
    let mut families: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in &pack.rules {
        let file = rule.origin.file.as_str();
        let file = file.split_once('/').map_or(file, |(_, file)| file);
        families.entry(file.rsplit_once('.').map_or(file, |(stem, _)| stem)).or_default().push(rule);
    }
    for rules in families.values_mut() {
        rules.sort_by_key(|rule| rule.origin.line);
    }
    families
}

/// The page of a pack: what it is for and its rules.
fn contents(pack: &Pack, families: &BTreeMap<&str, Vec<&Rule>>, language: Language) -> String {
    let mut out = format!("{}# {}\n\n", generated(language), inline(pack.title.get(language)));
    let _ = writeln!(out, "{}\n", inline(pack.description.get(language)));
    for (family, rules) in families {
        let heads = [words::TITLE, words::SEVERITY, words::RULE].map(|word| word.get(language));
        let _ = writeln!(out, "## {family}\n\n| {} |\n|---|---|---|", heads.join(" | "));
        for rule in rules {
            let link = format!("{}/{family}.md#{}", pack.name, rule::anchor(rule));
            let (title, severity) = (inline(rule.title.get(language)), rule::severity(rule.severity, language));
            let _ = writeln!(out, "| [{title}]({link}) | {severity} | `{}` |", rule.id);
        }
        out.push('\n');
    }
    ended(&out)
}

/// What whoever opens the file to change it reads.
fn generated(language: Language) -> String {
    format!("<!-- {} -->\n\n", words::GENERATED.get(language))
}

/// With one line break at the end.
fn ended(text: &str) -> String {
    format!("{}\n", text.trim_end())
}
