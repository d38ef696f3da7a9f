//! `paths`: changes for some files only.

use globset::{ErrorKind, GlobBuilder, GlobSet, GlobSetBuilder};
use leitplanke_rules::bilingual;
use leitplanke_rules::yaml::{Text, clipped};

use super::Builder;
use super::overrides::Shared;
use crate::layer::Override;
use crate::spec::PathSpec;

impl Builder<'_> {
    /// The files and their changes, unless they have run out.
    pub(crate) fn path(&mut self, spec: &PathSpec) -> Option<(GlobSet, Vec<Override>)> {
        let globs: &[Text] = spec.globs.as_ref().map_or(&[], |globs| &globs.0.items);
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            self.glob(glob, &mut set);
        }
        let shared = Shared { reason: spec.reason.as_ref(), explained: spec.keys.hold("reason") };
        let list = self.overrides(spec.rules.as_ref()?, shared);
        let subject = globs.first().map_or("paths", |glob| glob.text.as_str());
        if self.expired(spec.until.as_ref(), subject) {
            return None;
        }
        match set.build() {
            Ok(set) => Some((set, list)),
            Err(error) => {
                let reason = error.kind();
                let message = bilingual!(
                    "diese Muster sind zusammen zu viel (auf Englisch: {reason})",
                    "these patterns are too much together: {reason}",
                );
                self.problems.report(spec.place, message);
                None
            }
        }
    }

    fn glob(&mut self, written: &Text, set: &mut GlobSetBuilder) {
        let text = written.text.trim().trim_start_matches("./");
        let shown = clipped(&written.text);
        if text.contains('\\') {
            let better = text.replace('\\', "/");
            self.problems
                .report(written.place, bilingual!("Ordner werden mit `/` getrennt", "folders are separated by `/`"))
                .help(bilingual!("Richtig ist `{better}`.", "write `{better}`"));
            return;
        }
        if text.starts_with('/') || text.split('/').any(|part| part == "..") {
            let message = bilingual!(
                "das Muster `{shown}` verlässt den Ordner der Richtlinie",
                "the pattern `{shown}` leaves the folder of the policy",
            );
            self.problems.report(written.place, message).help(bilingual!(
                "Muster gehen vom Ordner dieser Datei aus: `prompts/schulung/**`.",
                "patterns are relative to the folder of this file: `prompts/training/**`",
            ));
            return;
        }
        // As in .gitignore: a name without a folder is meant anywhere, a folder with everything in it.
        let anywhere = if text.trim_end_matches('/').contains('/') { "" } else { "**/" };
        let everything = if text.ends_with('/') { "**" } else { "" };
        let full = format!("{anywhere}{text}{everything}");
        match GlobBuilder::new(&full).literal_separator(true).backslash_escape(false).build() {
            Ok(glob) => {
                set.add(glob);
            }
            Err(error) => {
                let (reason_de, reason_en) = (reason(error.kind()), error.kind());
                let message = bilingual!(
                    "das Muster `{shown}` lässt sich nicht lesen: {reason_de}",
                    "the pattern `{shown}` can not be read: {reason_en}",
                );
                self.problems.report(written.place, message);
            }
        }
    }
}

/// Why a pattern can not be read, in German.
fn reason(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::InvalidRecursive => "`**` steht nur allein zwischen zwei `/`".to_owned(),
        ErrorKind::UnclosedClass => "eine Klammer `[` ist nicht geschlossen".to_owned(),
        ErrorKind::InvalidRange(start, end) => format!("im Bereich `{start}-{end}` steht der Anfang hinter dem Ende"),
        ErrorKind::UnopenedAlternates => "eine Klammer `}` schließt, ohne dass eine offen ist".to_owned(),
        ErrorKind::UnclosedAlternates => "eine Klammer `{` ist nicht geschlossen".to_owned(),
        other => format!("auf Englisch: {other}"),
    }
}
