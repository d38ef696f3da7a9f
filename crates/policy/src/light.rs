//! May I send this, and to which tool? And does the run fail?

use leitplanke_finding::{DataClass, Destination, Finding, Light, Outcome, Severity, ToolLight};

use crate::matrix::cell;
use crate::mode::Mode;
use crate::policy::Policy;
use crate::tool::{Approval, Covers, Tool};

impl Policy {
    /// The light one finding gives a tool.
    ///
    /// A finding about data has the light of its cell in the [table](cell), a step lower when an approval covers it; a
    /// finding about wording or conduct that of its severity. A note is at most yellow. Only reported findings count.
    pub fn light(&self, tool: &Tool, finding: &Finding) -> Light {
        if !finding.is_reported() || finding.severity == Severity::Off {
            return Light::Green;
        }
        let Some(class) = finding.data_class else { return finding.severity.into() };
        let mut light = Light::from(cell(class, tool.destination));
        if self.approval(tool, finding).is_some() {
            light = one_step_lower(light);
        }
        if finding.severity == Severity::Note { light.min(Light::Yellow) } else { light }
    }

    /// The first approval that covers a finding for a tool. Credentials are never covered, nor is what is no data.
    pub fn approval<'t>(&self, tool: &'t Tool, finding: &Finding) -> Option<&'t Approval> {
        let class = finding.data_class.filter(|class| *class != DataClass::Secret)?;
        tool.approvals.iter().find(|approval| match &approval.covers {
            Covers::Class(covered) => *covered == class,
            Covers::Group(group) => self.groups.get(&*finding.rule) == Some(group),
        })
    }

    /// The lights of a run: of the tool that was asked for or else the default tool, which then decides the exit
    /// code, or else of every profile.
    pub fn lights(&self, asked: Option<&Tool>, findings: &[Finding]) -> Vec<ToolLight> {
        let of = |tool: &Tool, decides| {
            let light = findings.iter().map(|finding| self.light(tool, finding)).max().unwrap_or_default();
            ToolLight { tool: tool.name.clone(), light, decides }
        };
        match asked.or(self.default_tool.as_ref()) {
            Some(tool) => vec![of(tool, true)],
            None => Destination::ALL.into_iter().map(|profile| of(&Tool::of_profile(profile), false)).collect(),
        }
    }

    /// True when a run fails. `fail_on` is the lowest severity the caller lets fail, `Off` for never; without it the
    /// mode decides. Where a tool decides, its light counts in place of severities.
    pub fn fails(&self, outcome: &Outcome, fail_on: Option<Severity>) -> bool {
        let threshold = fail_on.unwrap_or(match self.mode {
            Mode::Teach => Severity::Off,
            Mode::Gate => Severity::Error,
            Mode::StrictGate => Severity::Warning,
        });
        let deciding = outcome.lights.iter().filter(|light| light.decides).map(|light| light.light).max();
        match (threshold, deciding) {
            (Severity::Off, _) => false,
            (Severity::Warning | Severity::Error, Some(light)) => light >= threshold.into(),
            _ => outcome.worst().is_some_and(|worst| worst >= threshold),
        }
    }
}

fn one_step_lower(light: Light) -> Light {
    match light {
        Light::Red => Light::Yellow,
        Light::Yellow | Light::Green => Light::Green,
    }
}
