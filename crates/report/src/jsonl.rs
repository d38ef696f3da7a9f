//! One JSON object per finding, then one with the summary: for programs, and for audits that stream.

use std::io::{self, Write};

use leitplanke_finding::{Finding, Outcome};
use serde::Serialize;

use crate::escape::write_json;
use crate::{Options, Summary};

/// A finding in machine form.
#[derive(Serialize)]
pub(crate) struct Line<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    finding: &'a Finding,
    /// The raw match, on request only.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> Line<'a> {
    pub(crate) fn new(finding: &'a Finding, show_matches: bool) -> Self {
        Self { kind: "finding", finding, text: show_matches.then_some(finding.text.as_str()) }
    }
}

/// Writes one finding as one line. The raw match is in it only with `show_matches`.
///
/// # Errors
/// Only what `out` answers.
pub fn write_finding(out: &mut dyn Write, finding: &Finding, show_matches: bool) -> io::Result<()> {
    write_json(out, &Line::new(finding, show_matches))
}

/// Writes the last line.
///
/// # Errors
/// Only what `out` answers.
pub fn write_summary(out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
    write_json(out, summary)
}

pub(crate) fn render(outcome: &Outcome, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    for finding in &outcome.findings {
        write_finding(out, finding, options.show_matches)?;
    }
    write_summary(out, &Summary::of(outcome))
}

#[cfg(test)]
mod tests {
    use crate::sample::{SECRET, outcome, written};
    use crate::{Format, Options};

    #[test]
    fn lines_as_a_program_reads_them() {
        insta::assert_snapshot!(written(Format::JsonLines, &outcome(), &Options::default()));
    }

    #[test]
    fn the_raw_match_is_there_on_request_only() {
        assert!(!written(Format::JsonLines, &outcome(), &Options::default()).contains(SECRET));
        let options = Options { show_matches: true, ..Options::default() };
        assert!(written(Format::JsonLines, &outcome(), &options).contains(&format!("\"text\":\"{SECRET}\"")));
    }
}
