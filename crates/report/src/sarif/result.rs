//! A finding as SARIF `result`.

use std::collections::BTreeMap;

use leitplanke_finding::{Finding, SilencedBy, State};

use super::catalogue::{Catalogue, level};
use super::model::{
    ArtifactLocation, Location, LogicalLocation, Outcome, PhysicalLocation, Region, ResultProperties, Suppression, Text,
};
use super::uri;
use crate::escape::one_line;
use crate::{Options, place};

pub(super) fn result<'a>(finding: &'a Finding, catalogue: &Catalogue, options: &Options<'_>) -> Outcome<'a> {
    let place = &finding.location;
    let inside = place.message.is_some() || place.pointer.is_some();
    let properties = ResultProperties {
        label: &finding.label,
        data_class: finding.data_class.map(leitplanke_finding::DataClass::as_str),
        confidence: finding.confidence.get(),
        role: finding.role.chat_name(),
        json_pointer: place.pointer.as_deref(),
        message_line: inside.then_some(place.line),
        message_column: inside.then_some(place.column),
        excerpt: inside.then_some(finding.excerpt.as_str()),
        text: options.show_matches.then_some(finding.text.as_str()),
    };
    let physical_location = PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri::of(&place.path) },
        region: (!inside).then(|| region(finding)),
    };
    Outcome {
        rule_id: &finding.rule,
        rule_index: catalogue.index_of(&finding.rule),
        level: level(finding.severity),
        message: Text { text: message(finding) },
        locations: [Location { physical_location, logical_locations: logical(finding) }],
        partial_fingerprints: fingerprints(finding),
        suppressions: suppressions(&finding.state),
        properties,
    }
}

/// Message and way out; never empty, which SARIF forbids.
fn message(finding: &Finding) -> String {
    let parts = [one_line(&finding.message), one_line(&finding.instead)];
    let text = parts.iter().filter(|part| !part.trim().is_empty()).cloned().collect::<Vec<_>>().join(" — ");
    if text.is_empty() { one_line(&finding.rule) } else { text }
}

/// From the first to behind the last character of the match.
fn region(finding: &Finding) -> Region {
    let (line, column) = (finding.location.line.max(1), finding.location.column.max(1));
    let (end_line, end_column) = match finding.text.rsplit_once('\n') {
        Some((before, last)) => (line + before.matches('\n').count() + 1, last.chars().count() + 1),
        None => (line, column + finding.span.len()),
    };
    let snippet = Text { text: one_line(&finding.excerpt) };
    Region { start_line: line, start_column: column, end_line, end_column, snippet }
}

/// Where in a chat log or JSON file; the file leads, the message or value closes.
fn logical(finding: &Finding) -> Vec<LogicalLocation> {
    let place = &finding.location;
    let (name, kind) = match (&place.message, &place.pointer) {
        (Some(message), _) => (message, "message"),
        (None, Some(pointer)) => (pointer, "value"),
        (None, None) => return Vec::new(),
    };
    let record = place.record.map(|record| (record + 1).to_string());
    let conversation = place.conversation.clone().or(record);
    let parts = [Some(place::file(place)), conversation.map(|id| one_line(&id)), Some(one_line(name))];
    let fully_qualified_name = parts.into_iter().flatten().collect::<Vec<_>>().join("/");
    vec![LogicalLocation { name: one_line(name), fully_qualified_name, kind }]
}

/// Ours, and the one key GitHub reads: a hash, a colon, a count.
fn fingerprints(finding: &Finding) -> BTreeMap<&'static str, String> {
    let fingerprint = finding.fingerprint.to_string();
    let hash = fingerprint.strip_prefix("v1:").unwrap_or(&fingerprint).to_owned();
    let line_hash = format!("{}:1", hash.get(..16).unwrap_or(&hash));
    BTreeMap::from([("leitplanke/v1", hash), ("primaryLocationLineHash", line_hash)])
}

fn suppressions(state: &State) -> Vec<Suppression<'_>> {
    match state {
        State::Reported => Vec::new(),
        State::Suppressed { by, reason } => {
            let kind = match by {
                SilencedBy::Text => "inSource",
                SilencedBy::Policy => "external",
            };
            vec![Suppression { kind, justification: reason }]
        }
    }
}
