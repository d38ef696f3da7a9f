//! Reads policy files and what they extend.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use leitplanke_rules::yaml::{Decode, MAX_BYTES, Problems, Source, Text, clipped, parse};
use leitplanke_rules::{Diagnostic, Diagnostics, Texts, bilingual};

use crate::build::Builder;
use crate::draft::Draft;
use crate::policy::Policy;
use crate::preset::{self, Preset};
use crate::spec::PolicySpec;
use crate::{Date, Notice, secrecy};

/// Most files one policy may stand on; files that extend each other in many ways would multiply.
const MAX_FILES: usize = 64;

/// Reads the policy at `path`, or `text` in its place.
pub(crate) fn load(path: &Path, text: Option<&str>, today: Date) -> Result<(Policy, Vec<Notice>), Diagnostics> {
    let mut loader = Loader { today, wrong: Vec::new(), notices: Vec::new(), open: Vec::new(), read: 0 };
    let mut draft = Draft::default();
    match text {
        Some(text) => loader.file(path, text, &mut draft),
        None => match read(path) {
            Ok(text) => loader.file(path, &text, &mut draft),
            Err(reason) => loader.wrong.push(Diagnostic::whole(shown(path), reason)),
        },
    }
    let policy = draft.finish(root_of(path), &mut loader.wrong);
    if loader.wrong.is_empty() {
        loader.notices.sort();
        loader.notices.dedup();
        Ok((policy, loader.notices))
    } else {
        Err(Diagnostics::sorted(loader.wrong))
    }
}

struct Loader {
    today: Date,
    wrong: Vec<Diagnostic>,
    notices: Vec<Notice>,
    /// Files that are being read, outermost first.
    open: Vec<PathBuf>,
    read: usize,
}

impl Loader {
    fn file(&mut self, path: &Path, text: &str, draft: &mut Draft) {
        self.read += 1;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = Arc::new(Source::new(shown(path), secrecy::masked(text)));
        let mut builder = Builder::new(&source, self.today);
        let root = parse(&mut builder.problems);
        let spec = root.and_then(|root| PolicySpec::decode(&root, &mut builder.problems));
        if let Some(spec) = spec {
            self.open.push(identity(path));
            for base in spec.extends.iter().flat_map(|list| &list.0.items) {
                self.extend(base, path, draft, &mut builder.problems);
            }
            self.open.pop();
            draft.add(&spec, folder_of(path), &mut builder);
            if let Some(key) = &spec.fingerprint_key {
                draft.key(key, text, &mut builder.problems);
            }
        }
        self.notices.append(&mut builder.notices);
        self.wrong.extend(builder.problems.into_diagnostics());
    }

    fn extend(&mut self, base: &Text, from: &Path, draft: &mut Draft, problems: &mut Problems<'_>) {
        let name = base.text.trim();
        if !is_file_name(name) {
            if let Some(preset) = Preset::by_name(name) {
                draft.preset(preset);
            } else {
                let shown = clipped(name);
                let message = bilingual!("die Voreinstellung `{shown}` gibt es nicht", "unknown preset `{shown}`");
                problems
                    .report(base.place, message)
                    .allowed(name, preset::NAMES)
                    .note(bilingual!("Der Name einer Datei endet auf .yaml.", "the name of a file ends in .yaml"));
            }
            return;
        }
        let path = folder_of(from).join(name);
        if self.open.contains(&identity(&path)) {
            let name = clipped(name);
            let message = bilingual!("`{name}` baut auf sich selbst auf", "`{name}` extends itself");
            problems.report(base.place, message).help(bilingual!(
                "Eine Datei kann nicht auf einer aufbauen, die auf ihr aufbaut: Bitte eines der `extends` löschen.",
                "a file may not stand on one that stands on it: remove one of the `extends`",
            ));
            return;
        }
        if self.read >= MAX_FILES {
            let message = bilingual!(
                "die Richtlinie baut auf mehr als {MAX_FILES} Dateien auf",
                "the policy stands on more than {MAX_FILES} files",
            );
            problems.report(base.place, message);
            return;
        }
        match read(&path) {
            Ok(text) => self.file(&path, &text, draft),
            Err(Texts { de, en }) => {
                let (name, path) = (clipped(name), shown(&path));
                problems
                    .report(base.place, bilingual!("`{name}`: {de}", "`{name}`: {en}"))
                    .note(bilingual!("Gesucht wurde {path}.", "looked for {path}"));
            }
        }
    }
}

fn is_file_name(name: &str) -> bool {
    let ending = Path::new(name).extension().unwrap_or_default();
    name.contains(['/', '\\']) || ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml")
}

/// The text of a file, or why there is none.
fn read(path: &Path) -> Result<String, Texts> {
    let unreadable = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => bilingual!("diese Datei gibt es nicht", "there is no such file"),
        io::ErrorKind::PermissionDenied => {
            bilingual!("die Leserechte der Datei fehlen", "the file can not be read: {error}")
        }
        _ => bilingual!("die Datei lässt sich nicht lesen ({error})", "the file can not be read: {error}"),
    };
    let metadata = path.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        // Reading a pipe or a device might never end.
        return Err(bilingual!("das ist keine Datei", "this is no file"));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > MAX_BYTES {
        let most = MAX_BYTES >> 20;
        return Err(bilingual!("die Datei ist größer als {most} MiB", "the file is bigger than {most} MiB"));
    }
    String::from_utf8(bytes).map_err(|_| {
        bilingual!(
            "die Datei ist nicht in UTF-8 geschrieben; bitte als UTF-8-Text speichern",
            "the file is not UTF-8; please save it as UTF-8 text",
        )
    })
}

/// The same for all names of one file.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}

/// The folder a policy speaks for: its own, or the one that holds `.config`.
fn root_of(path: &Path) -> PathBuf {
    let folder = folder_of(path);
    let root = if folder.ends_with(".config") { folder_of(folder) } else { folder };
    root.to_path_buf()
}

/// A path for messages, with `/` on every system.
fn shown(path: &Path) -> String {
    let mut text = String::new();
    for part in path.components() {
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        match part {
            Component::RootDir if text.ends_with('/') => {}
            Component::RootDir => text.push('/'),
            part => text.push_str(&part.as_os_str().to_string_lossy()),
        }
    }
    text
}
