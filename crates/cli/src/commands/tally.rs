//! Adds portions up, writes the report, decides the exit code.

use std::mem;

use leitplanke_finding::{DocumentError, Finding, Language, Outcome, Severity, ToolLight};
use leitplanke_report::{Format, Options, Summary, jsonl, render};
use leitplanke_rules::Rule;

use crate::exit::Exit;
use crate::fault::Fault;
use crate::language::{self, pick};
use crate::output::Output;
use crate::scan::{self, Portion, Sink};
use crate::session::Session;

/// The sum of all portions.
///
/// JSON Lines are written as they come and then forgotten; all other formats need the whole.
pub(super) struct Tally<'s> {
    session: &'s Session,
    format: Format,
    show_matches: bool,
    output: &'s mut Output,
    outcome: Outcome,
    summary: Summary,
    /// What decides the exit code, for each house.
    verdicts: Vec<Verdict>,
    passed_over: PassedOver,
    progress: Option<Progress>,
}

/// Files in folders that people write texts in, but that are not read.
#[derive(Default)]
struct PassedOver {
    /// The first ones.
    names: Vec<String>,
    count: usize,
}

/// The worst of one house.
#[derive(Default)]
struct Verdict {
    lights: Vec<ToolLight>,
    worst: Option<Finding>,
}

/// How far a run is, in bytes.
struct Progress {
    done: u64,
    total: u64,
}

const NOTHING_DE: &str = "Hier gab es nichts zu prüfen: keine Textdateien.";
const NOTHING_EN: &str = "There was nothing to check: no text files.";

const PASSED_OVER_DE: &str = "Bitte als Text oder Markdown speichern und Archive entpacken.";
const PASSED_OVER_EN: &str = "Please save documents as text or Markdown, and unpack archives.";

impl<'s> Tally<'s> {
    /// Nothing so far.
    pub(super) fn new(session: &'s Session, format: Format, show_matches: bool, output: &'s mut Output) -> Self {
        let (outcome, summary) = (Outcome::default(), Summary::default());
        // Without any findings, every light is green, and stands in the report.
        let verdicts = session.houses.iter().map(|house| Verdict { lights: house.lights(&[]), worst: None }).collect();
        Self {
            session,
            format,
            show_matches,
            output,
            outcome,
            summary,
            verdicts,
            passed_over: PassedOver::default(),
            progress: None,
        }
    }

    /// Says on a terminal how far the run is.
    pub(super) fn with_progress(mut self) -> Self {
        self.progress = Some(Progress { done: 0, total: scan::total(self.session) });
        self
    }

    /// Takes what was not there to be read.
    pub(super) fn missing(&mut self, errors: Vec<DocumentError>) {
        self.outcome.errors.extend(errors);
    }

    /// Writes the report and says how the run ends.
    ///
    /// # Errors
    /// What stdout answers.
    pub(super) fn finish(mut self, fail_on: Option<Severity>, exit_zero: bool) -> Result<Exit, Fault> {
        self.output.clear_progress();
        self.outcome.errors.sort();
        // What was not read gets no light, least of all a green one.
        for verdict in self.verdicts.iter().filter(|_| self.outcome.documents > 0) {
            merge(&mut self.outcome.lights, &verdict.lights);
        }
        self.write()?;
        if self.outcome.documents == 0 && self.outcome.errors.is_empty() {
            self.output.notice(pick(self.session.language, NOTHING_DE, NOTHING_EN));
        }
        if let Some(notice) = self.passed_over.notice(self.session.language) {
            self.output.notice(&notice);
        }
        let unread = !self.outcome.errors.is_empty();
        let found = !exit_zero
            && self.session.houses.iter().zip(self.verdicts).any(|(house, verdict)| {
                let findings = verdict.worst.into_iter().collect();
                house.fails(&Outcome { findings, lights: verdict.lights, ..Outcome::default() }, fail_on)
            });
        Ok(if unread {
            Exit::Mistake
        } else if found {
            Exit::Findings
        } else {
            Exit::Clean
        })
    }

    fn write(&mut self) -> Result<(), Fault> {
        let options = Options {
            language: self.session.language,
            color: self.output.color(),
            ascii: language::shows_only_ascii(),
            width: Output::width(),
            show_matches: self.show_matches,
            version: env!("CARGO_PKG_VERSION"),
        };
        if self.format == Format::JsonLines {
            // The findings are written and gone; only what was counted of them is left.
            let Summary { findings, rules, suppressed, .. } = mem::take(&mut self.summary);
            let summary = Summary { findings, rules, suppressed, ..Summary::of(&self.outcome) };
            return Ok(jsonl::write_summary(self.output.stdout(), &summary)?);
        }
        let rules = if self.format == Format::Sarif { described(self.session)? } else { Vec::new() };
        Ok(render(self.format, &self.outcome, &rules, &options, self.output.stdout())?)
    }
}

impl Sink for Tally<'_> {
    fn take(&mut self, portion: Portion) -> Result<(), Fault> {
        let Portion { house, outcome, note, passed_over, bytes } = portion;
        if let Some(note) = note {
            self.output.notice(&note);
        }
        if let Some(name) = passed_over {
            self.passed_over.add(name);
        }
        if let (Some(of), Some(verdict)) = (self.session.houses.get(house), self.verdicts.get_mut(house)) {
            merge(&mut verdict.lights, &of.lights(&outcome.findings));
            verdict.weigh(&outcome.findings);
        }
        self.outcome.errors.extend(outcome.errors);
        self.outcome.documents += outcome.documents;
        self.outcome.conversations += outcome.conversations;
        self.outcome.messages += outcome.messages;
        self.outcome.skipped.binary += outcome.skipped.binary;
        self.outcome.skipped.records += outcome.skipped.records;
        if self.format == Format::JsonLines {
            for finding in &outcome.findings {
                self.summary.count(finding);
                jsonl::write_finding(self.output.stdout(), finding, self.show_matches)?;
            }
        } else {
            self.outcome.findings.extend(outcome.findings);
        }
        if let Some(progress) = &mut self.progress {
            progress.done += bytes;
            self.output.progress(progress.done, progress.total, self.session.language);
        }
        Ok(())
    }
}

impl PassedOver {
    /// Most files that are told by name.
    const NAMED: usize = 5;

    fn add(&mut self, name: String) {
        self.count += 1;
        if self.names.len() < Self::NAMED {
            self.names.push(name);
        }
    }

    /// Which ones, and the way out; `None` when there are none.
    fn notice(&self, language: Language) -> Option<String> {
        let names = self.names.join(", ");
        let more = self.count - self.names.len();
        let line = match (language, more) {
            (Language::De, 0) => format!("Nicht gelesen, weil kein Text: {names}. {PASSED_OVER_DE}"),
            (Language::De, more) => format!("Nicht gelesen, weil kein Text: {names} und {more} mehr. {PASSED_OVER_DE}"),
            (Language::En, 0) => format!("Not read for not being text: {names}. {PASSED_OVER_EN}"),
            (Language::En, more) => format!("Not read for not being text: {names} and {more} more. {PASSED_OVER_EN}"),
        };
        (self.count > 0).then_some(line)
    }
}

impl Verdict {
    /// Keeps the worst finding that counts.
    fn weigh(&mut self, findings: &[Finding]) {
        let Some(worst) =
            findings.iter().filter(|finding| finding.is_reported()).max_by_key(|finding| finding.severity)
        else {
            return;
        };
        if self.worst.as_ref().is_none_or(|known| known.severity < worst.severity) {
            self.worst = Some(worst.clone());
        }
    }
}

/// Adds lights to lights: the worst of each tool counts.
fn merge(all: &mut Vec<ToolLight>, more: &[ToolLight]) {
    for light in more {
        match all.iter_mut().find(|known| known.tool == light.tool) {
            Some(known) => {
                known.light = known.light.max(light.light);
                known.decides |= light.decides;
            }
            None => all.push(light.clone()),
        }
    }
}

/// The rules of all houses, each once.
fn described(session: &Session) -> Result<Vec<Rule>, Fault> {
    let mut rules = Vec::new();
    for house in &session.houses {
        rules.extend(house.described()?);
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules.dedup_by(|later, kept| later.id == kept.id);
    Ok(rules)
}

#[cfg(test)]
mod tests {
    use leitplanke_finding::Light;

    use super::*;

    fn light(tool: &str, light: Light) -> ToolLight {
        ToolLight { tool: tool.to_owned(), light, decides: false }
    }

    #[test]
    fn the_worst_light_of_each_tool_counts() {
        let mut all = vec![light("eu", Light::Green)];
        merge(&mut all, &[light("eu", Light::Yellow), light("local", Light::Green)]);
        merge(&mut all, &[light("eu", Light::Green)]);
        assert_eq!(all, [light("eu", Light::Yellow), light("local", Light::Green)]);
    }
}
