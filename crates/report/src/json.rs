//! One JSON object with everything.

use std::io::{self, Write};

use leitplanke_finding::Outcome;
use serde::Serialize;

use crate::escape::write_json;
use crate::jsonl::Line;
use crate::{Options, Summary};

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    tool: Tool<'a>,
    summary: Summary,
    findings: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'static str,
    version: &'a str,
}

pub(crate) fn render(outcome: &Outcome, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let report = Report {
        schema: 1,
        tool: Tool { name: "leitplanke", version: options.version },
        summary: Summary::of(outcome),
        findings: outcome.findings.iter().map(|finding| Line::new(finding, options.show_matches)).collect(),
    };
    write_json(out, &report)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::sample::{SECRET, outcome, written};
    use crate::{Format, Options};

    #[test]
    fn holds_what_the_lines_hold() {
        let report: Value = serde_json::from_str(&written(Format::Json, &outcome(), &Options::default())).unwrap();
        let lines = written(Format::JsonLines, &outcome(), &Options::default());
        let mut lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(report["schema"], 1);
        assert_eq!(report["tool"]["name"], "leitplanke");
        assert_eq!(Some(report["summary"].clone()), lines.pop());
        assert_eq!(report["findings"], Value::Array(lines));
    }

    #[test]
    fn the_raw_match_is_there_on_request_only() {
        assert!(!written(Format::Json, &outcome(), &Options::default()).contains(SECRET));
        let options = Options { show_matches: true, ..Options::default() };
        assert!(written(Format::Json, &outcome(), &options).contains(SECRET));
    }
}
