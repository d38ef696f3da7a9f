//! `tools`.

use leitplanke_finding::{DataClass, Destination};
use leitplanke_rules::bilingual;
use leitplanke_rules::yaml::{Key, Text};

use super::Builder;
use crate::spec::{ApprovalSpec, Entries, ToolSpec};
use crate::spot::Spot;
use crate::tool::{Approval, Covers, Tool};

impl Builder<'_> {
    /// The tools of a file, and the places of the groups their approvals name.
    pub(crate) fn tools(&mut self, tools: &Entries<ToolSpec>) -> (Vec<Tool>, Vec<(String, Spot)>) {
        let mut groups = Vec::new();
        let tools = tools.items.iter().filter_map(|(name, spec)| self.tool(name, spec, &mut groups)).collect();
        (tools, groups)
    }

    fn tool(&mut self, name: &Key, spec: &ToolSpec, groups: &mut Vec<(String, Spot)>) -> Option<Tool> {
        let destination = spec.profile?.value.0;
        if Destination::from_name(&name.text).is_some_and(|profile| profile != destination) {
            let shown = &name.text;
            let message =
                bilingual!("`{shown}` ist der Name eines anderen Profils", "`{shown}` is the name of another profile");
            self.problems
                .report(name.place, message)
                .help(bilingual!("Bitte dem Werkzeug einen eigenen Namen geben.", "give the tool a name of its own",));
        }
        let written: &[ApprovalSpec] = spec.approved.as_ref().map_or(&[], |approved| &approved.items);
        let approvals = written.iter().filter_map(|spec| self.approval(&name.text, spec, groups)).collect();
        let note = spec.note.as_ref().map(|note| note.text.clone()).unwrap_or_default();
        Some(Tool { name: name.text.clone(), destination, note, approvals })
    }

    fn approval(&mut self, tool: &str, spec: &ApprovalSpec, groups: &mut Vec<(String, Spot)>) -> Option<Approval> {
        let covers = self.covers(spec);
        let expired = self.expired(spec.until.as_ref(), tool);
        if expired {
            return None;
        }
        if let Some(group) = &spec.group {
            groups.push((group.text.clone(), self.spot(group.place)));
        }
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.text.clone());
        Some(Approval {
            covers: covers?,
            purpose: text(&spec.purpose)?,
            reason: text(&spec.reason)?,
            by: text(&spec.by)?,
            until: spec.until.map(|day| day.date),
        })
    }

    fn covers(&mut self, spec: &ApprovalSpec) -> Option<Covers> {
        match (spec.keys.hold("data_class"), spec.keys.hold("group")) {
            (true, true) => {
                let message = bilingual!(
                    "eine Freigabe gilt für eine Datenklasse oder für eine Gruppe, nicht für beides",
                    "an approval is for a data class or for a group, not both",
                );
                self.problems.report(spec.place, message);
                None
            }
            (false, false) => {
                let message = bilingual!(
                    "die Freigabe sagt nicht, für welche Daten sie gilt",
                    "the approval does not say for which data",
                );
                self.problems.report(spec.place, message).help(bilingual!(
                    "Bitte `data_class: personal` ergänzen oder `group: …` für eine Gruppe von Regeln.",
                    "add `data_class: personal`, or `group: …` for one group of rules",
                ));
                None
            }
            (true, false) => {
                let class = spec.data_class?;
                if matches!(class.value, DataClass::Public | DataClass::Secret) {
                    let why = match class.value {
                        DataClass::Public => {
                            bilingual!("öffentliche Daten brauchen keine Freigabe", "public data needs no approval",)
                        }
                        _ => bilingual!(
                            "Zugangsdaten können für kein Werkzeug freigegeben werden",
                            "credentials can not be approved for any tool",
                        ),
                    };
                    self.problems.report(class.place, why).allowed("", ["internal", "personal", "sensitive"]);
                    return None;
                }
                Some(Covers::Class(class.value))
            }
            (false, true) => spec.group.as_ref().map(|group| Covers::Group(group.text.clone())),
        }
    }
}
