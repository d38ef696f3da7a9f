//! The list of rules, for people and for programs.

use std::io::Write;

use leitplanke_finding::{DataClass, Language, Roles, Severity};
use leitplanke_policy::{Policy, RuleHead};
use leitplanke_rules::{Catalog, Head, Status};
use serde::Serialize;

use crate::args::{ListArgs, ListFormat};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::hint;
use crate::output::Output;
use crate::session;

/// A rule in the JSON list.
#[derive(Serialize)]
struct Entry<'c> {
    id: &'c str,
    label: &'c str,
    kind: &'c str,
    group: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    data_class: Option<DataClass>,
    /// The worst it can report under the home preset.
    severity: Severity,
    roles: Vec<&'static str>,
    languages: &'c [Language],
    status: &'static str,
    title: Title<'c>,
    references: &'c [String],
}

#[derive(Serialize)]
struct Title<'c> {
    de: &'c str,
    en: &'c str,
}

pub(super) fn run(args: &ListArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let catalog = session::catalog_here()?;
    let wanted = wanted(&catalog, args.category.as_deref(), language)?;
    match args.format {
        ListFormat::Text => text(&catalog, &wanted, language, output.stdout())?,
        ListFormat::Json => json(&catalog, &wanted, output.stdout())?,
    }
    Ok(Exit::Clean)
}

/// The indexes of the rules of a pack, or of all.
fn wanted(catalog: &Catalog, pack: Option<&str>, language: Language) -> Result<Vec<usize>, Fault> {
    let Some(pack) = pack else { return Ok((0..catalog.len()).collect()) };
    let list: Vec<usize> = catalog.pack(pack).collect();
    if !list.is_empty() {
        return Ok(list);
    }
    let mut packs: Vec<&str> = catalog.heads().iter().filter_map(|head| Some(head.id.split_once('/')?.0)).collect();
    packs.dedup();
    let message = match language {
        Language::De => format!("das Paket `{pack}` gibt es nicht; es gibt: {}", packs.join(", ")),
        Language::En => format!("there is no pack `{pack}`; there are: {}", packs.join(", ")),
    };
    Err(Fault::mistake(message, hint::word(pack, &packs, language)))
}

fn text(catalog: &Catalog, wanted: &[usize], language: Language, out: &mut dyn Write) -> Result<(), Fault> {
    let heads = catalog.heads();
    let width = wanted.iter().map(|index| heads[*index].id.len()).max().unwrap_or_default();
    for index in wanted {
        let Some(rule) = catalog.rule(*index)? else { continue };
        let severity = under_home_preset(&heads[*index]);
        writeln!(out, "{:width$}  {:7}  {}", rule.id, severity.as_str(), rule.title.get(language))?;
    }
    let count = wanted.len();
    match language {
        Language::De => writeln!(out, "\n{count} Regeln. Mehr zu einer Regel: leitplanke explain REGEL")?,
        Language::En => writeln!(out, "\n{count} rules. More about one: leitplanke explain RULE")?,
    }
    Ok(())
}

fn json(catalog: &Catalog, wanted: &[usize], out: &mut dyn Write) -> Result<(), Fault> {
    let mut separator = "[\n";
    for index in wanted {
        let (Some(rule), head) = (catalog.rule(*index)?, &catalog.heads()[*index]) else { continue };
        let entry = Entry {
            id: &rule.id,
            label: &rule.label,
            kind: &head.kind,
            group: &rule.group,
            data_class: rule.data_class,
            severity: under_home_preset(head),
            roles: roles(rule.roles),
            languages: &rule.languages,
            status: status(rule.status),
            title: Title { de: &rule.title.de, en: &rule.title.en },
            references: &rule.references,
        };
        let line = serde_json::to_string(&entry).map_err(std::io::Error::from)?;
        write!(out, "{separator}  {line}")?;
        separator = ",\n";
    }
    Ok(out.write_all(b"\n]\n")?)
}

fn under_home_preset(head: &Head) -> Severity {
    Policy::without_file().scope("").severities(&RuleHead::from(head)).worst()
}

fn roles(roles: Roles) -> Vec<&'static str> {
    roles.iter().map(leitplanke_finding::Role::as_str).collect()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Stable => "stable",
        Status::Preview => "preview",
        Status::Deprecated => "deprecated",
    }
}
