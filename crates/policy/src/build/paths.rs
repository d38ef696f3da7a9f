//! `paths`: changes for some files only.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
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
                self.problems.report(spec.place, format!("these patterns are too much together: {}", error.kind()));
                None
            }
        }
    }

    fn glob(&mut self, written: &Text, set: &mut GlobSetBuilder) {
        let text = written.text.trim().trim_start_matches("./");
        let shown = clipped(&written.text);
        if text.contains('\\') {
            let help = format!("write `{}`", text.replace('\\', "/"));
            self.problems.report(written.place, "folders are separated by `/`").help(help);
            return;
        }
        if text.starts_with('/') || text.split('/').any(|part| part == "..") {
            self.problems
                .report(written.place, format!("the pattern `{shown}` leaves the folder of the policy"))
                .help("patterns are relative to the folder of this file: `prompts/training/**`");
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
                self.problems.report(written.place, format!("the pattern `{shown}` can not be read: {}", error.kind()));
            }
        }
    }
}
