//! What a run reads: named files, what lies in named folders, what fits a pattern, standard input.

mod globs;
mod stdin;
mod walk;

use std::io::{self, IsTerminal};
use std::mem::discriminant;
use std::path::{Component, Path, PathBuf};

use leitplanke_finding::{DocumentError, Language};

use crate::hint;
use crate::language::pick;

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Input {
    /// The file as the user named it, with `/`; `-` for standard input.
    pub(crate) shown: String,
    /// Where its bytes come from.
    pub(crate) source: Source,
    /// True when the caller named it; else it was met in a folder.
    pub(crate) named: bool,
}

/// Where bytes come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// Everything a run reads, by name, and what is not there.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    pub(crate) list: Vec<Input>,
    pub(crate) errors: Vec<DocumentError>,
}

/// Finds what `paths` stand for; `stdin_name` is the name standard input goes by.
pub(crate) fn collect(paths: &[PathBuf], stdin_name: Option<&str>, language: Language) -> Inputs {
    let mut inputs = Inputs::default();
    let mut rest = paths;
    while let Some((path, others)) = rest.split_first() {
        rest = others;
        if path.as_os_str() == "-" {
            inputs.list.push(stdin::input(stdin_name));
        } else if path.is_dir() {
            inputs.take(walk::files(path, language));
        } else if path.exists() {
            inputs.list.push(Input { shown: shown(path), source: Source::File(path.clone()), named: true });
        } else if let Some(pattern) = path.to_str().filter(|pattern| globs::is_pattern(pattern)) {
            inputs.take(globs::files(pattern, language));
        } else if let Some((whole, parts)) = torn(path, others) {
            inputs.errors.push(unquoted(&whole, language));
            rest = &others[parts..];
        } else {
            inputs.errors.push(missing(path, language));
        }
    }
    // Named before met: of two ways to one file, the named one counts.
    inputs.list.sort_by(|a, b| (&a.shown, !a.named).cmp(&(&b.shown, !b.named)));
    inputs
        .list
        .dedup_by(|later, kept| later.shown == kept.shown && discriminant(&later.source) == discriminant(&kept.source));
    inputs
}

impl Inputs {
    /// What to tell somebody who is expected to type; `None` when nobody is.
    pub(crate) fn invitation(&self, language: Language) -> Option<&'static str> {
        let asks = self.list.iter().any(|input| input.source == Source::Stdin);
        (asks && io::stdin().is_terminal()).then(|| pick(language, TYPE_DE, TYPE_EN))
    }

    fn take(&mut self, more: Self) {
        self.list.extend(more.list);
        self.errors.extend(more.errors);
    }
}

impl Input {
    /// Text that belongs to the current folder.
    pub(crate) fn anywhere() -> Self {
        stdin::input(None)
    }

    fn met(path: PathBuf) -> Self {
        Self { shown: shown(&path), source: Source::File(path), named: false }
    }
}

/// A path for people: with `/`, without a leading `./`.
pub(crate) fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    let mut rest = text.as_str();
    while let Some(shorter) = rest.strip_prefix("./") {
        rest = shorter.trim_start_matches('/');
    }
    if rest.is_empty() { ".".to_owned() } else { rest.to_owned() }
}

/// A path whose folders are those it lies in: `a/../b` does not lie in `a`.
pub(crate) fn settled(path: &Path) -> PathBuf {
    let turns = path.components().any(|part| part == Component::ParentDir);
    let real = turns.then(|| path.canonicalize().ok()).flatten();
    real.unwrap_or_else(|| path.to_path_buf())
}

/// Why a file or folder can not be read.
pub(crate) fn unreadable(error: &io::Error, language: Language) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => pick(language, NOT_THERE_DE, NOT_THERE_EN).to_owned(),
        io::ErrorKind::PermissionDenied => pick(
            language,
            "Die Leserechte fehlen. Bitte die Rechte der Datei prüfen.",
            "No permission to read it. Please check the permissions of the file.",
        )
        .to_owned(),
        kind => match language {
            Language::De => format!("Die Datei lässt sich nicht lesen ({kind})."),
            Language::En => format!("The file can not be read ({kind})."),
        },
    }
}

/// Most words behind the first that a name with blanks may have.
const MOST_WORDS: usize = 16;

const TYPE_DE: &str = "Bitte den Text einfügen. Fertig? Dann Strg+D drücken (Windows: Strg+Z und Eingabe).";
const TYPE_EN: &str = "Please paste the text. Done? Then press Ctrl+D (Windows: Ctrl+Z and Enter).";
const NOT_THERE_DE: &str = "Diese Datei gibt es nicht.";
const NOT_THERE_EN: &str = "There is no such file.";

fn missing(path: &Path, language: Language) -> DocumentError {
    let mut reason = pick(language, NOT_THERE_DE, NOT_THERE_EN).to_owned();
    if let Some(close) = hint::path(path) {
        reason.push(' ');
        reason.push_str(&hint::did_you_mean(&shown(&close), language));
    }
    DocumentError { path: shown(path), reason }
}

/// The file whose name, with blanks in it, was typed without quotes, and how many words follow the first.
fn torn(first: &Path, others: &[PathBuf]) -> Option<(PathBuf, usize)> {
    let mut name = first.as_os_str().to_owned();
    others.iter().take(MOST_WORDS).enumerate().find_map(|(at, word)| {
        name.push(" ");
        name.push(word);
        let whole = PathBuf::from(&name);
        whole.exists().then_some((whole, at + 1))
    })
}

fn unquoted(path: &Path, language: Language) -> DocumentError {
    let name = shown(path);
    let reason = match language {
        Language::De => format!("Der Name enthält Leerzeichen. Bitte in Anführungszeichen setzen: \"{name}\""),
        Language::En => format!("The name has blanks in it. Please put it in quotes: \"{name}\""),
    };
    DocumentError { path: name, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_alike() {
        for (written, expected) in [("./a/b.md", "a/b.md"), ("././a", "a"), (".", "."), ("./", "."), ("../a", "../a")] {
            assert_eq!(shown(Path::new(written)), expected);
        }
    }
}
