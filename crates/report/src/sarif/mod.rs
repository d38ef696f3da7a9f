//! SARIF 2.1.0 (OASIS standard of 27 March 2020), with what code scanning on GitHub asks for on top.
//!
//! Findings in chat logs are not places in a repository: they carry logical locations instead of a region.

mod catalogue;
mod model;
mod result;
mod uri;

use std::io::{self, Write};

use leitplanke_finding::{DocumentError, Outcome};
use leitplanke_rules::Rule;

use crate::Options;
use crate::escape::{one_line, write_json};
use catalogue::Catalogue;
use model::{
    ArtifactLocation, AutomationDetails, Driver, Invocation, Location, Log, Notification, PhysicalLocation, Run, Text,
    Tool,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(crate) fn render(outcome: &Outcome, rules: &[Rule], options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let catalogue = Catalogue::new(rules, &outcome.findings, options.language);
    let results = outcome.findings.iter().map(|finding| result::result(finding, &catalogue, options)).collect();
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "Leitplanke",
                version: options.version,
                semantic_version: options.version,
                language: options.language.as_str(),
                rules: catalogue.rules,
            },
        },
        invocations: [Invocation {
            execution_successful: outcome.errors.is_empty(),
            tool_execution_notifications: outcome.errors.iter().map(notification).collect(),
        }],
        automation_details: AutomationDetails { id: "leitplanke/" },
        column_kind: "unicodeCodePoints",
        results,
    };
    write_json(out, &Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

/// What could not be read is no finding, but must not look like a clean file.
fn notification(error: &DocumentError) -> Notification {
    let artifact_location = ArtifactLocation { uri: uri::of(&error.path) };
    let physical = PhysicalLocation { artifact_location, region: None };
    Notification {
        level: "error",
        message: Text { text: one_line(&error.reason) },
        locations: [Location { physical_location: physical, logical_locations: Vec::new() }],
    }
}

#[cfg(test)]
mod tests;
