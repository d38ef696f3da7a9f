//! Files that are derived from others: written, or compared with what they should be.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::mistake::Mistake;

/// What to do with derived files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Makes them so.
    Write,
    /// Fails when they are not so.
    Check,
}

impl Mode {
    /// From `--check`.
    pub(crate) fn of(check: bool) -> Self {
        if check { Self::Check } else { Self::Write }
    }
}

/// Derived files by path below the checkout, with `/`.
pub(crate) type Files = BTreeMap<String, String>;

/// Writes or compares `files`. Below `folder`, where one is named, nothing else may stand: a page of a rule that is
/// gone goes too.
pub(crate) fn settle(
    root: &Path,
    files: &Files,
    folder: Option<&str>,
    mode: Mode,
    command: &str,
    out: &mut dyn Write,
) -> Result<(), Mistake> {
    let mut wrong = Vec::new();
    for (path, text) in files {
        let target = root.join(path);
        if is_same(&target, text)? {
            continue;
        }
        wrong.push(path.clone());
        if mode == Mode::Write {
            write(&target, text)?;
        }
    }
    let mut gone = Vec::new();
    if let Some(folder) = folder {
        below(&root.join(folder), &mut gone)?;
    }
    for path in gone {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if files.contains_key(&name) {
            continue;
        }
        if mode == Mode::Write {
            fs::remove_file(&path).map_err(Mistake::file(&path))?;
        }
        wrong.push(name);
    }
    match mode {
        Mode::Write => Ok(writeln!(out, "{command}: {} files, {} changed", files.len(), wrong.len())?),
        Mode::Check if wrong.is_empty() => Ok(writeln!(out, "{command}: {} files are up to date", files.len())?),
        Mode::Check => Err(Mistake::Failed(format!(
            "{} files are not what they are derived from; run `cargo xtask {command}`:\n  {}",
            wrong.len(),
            named(&wrong)
        ))),
    }
}

/// The first few, one a line.
fn named(paths: &[String]) -> String {
    const NAMED: usize = 8;
    match paths.get(..NAMED) {
        Some(few) if paths.len() > NAMED => format!("{}\n  and {} more", few.join("\n  "), paths.len() - NAMED),
        _ => paths.join("\n  "),
    }
}

/// True when the file holds the text. Line ends do not count: git may have turned them.
fn is_same(path: &Path, text: &str) -> Result<bool, Mistake> {
    match fs::read_to_string(path) {
        Ok(found) => Ok(found.replace("\r\n", "\n") == text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Mistake::file(path)(error)),
    }
}

fn write(path: &Path, text: &str) -> Result<(), Mistake> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Mistake::file(folder))?;
    }
    fs::write(path, text).map_err(Mistake::file(path))
}

/// All files below a folder, by name; none when there is no such folder.
fn below(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Mistake> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Mistake::file(folder)(error)),
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            below(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(path: &str, text: &str) -> Files {
        Files::from([(path.to_owned(), text.to_owned())])
    }

    #[test]
    fn what_is_written_passes_the_check_and_what_is_left_over_goes() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let (old, new) = (files("docs/a/old.md", "old\n"), files("docs/a/new.md", "new\n"));
        let settle = |files: &Files, mode| settle(root, files, Some("docs"), mode, "docs", &mut Vec::new());
        settle(&old, Mode::Write).unwrap();
        settle(&old, Mode::Check).unwrap();
        let report = settle(&new, Mode::Check).unwrap_err().to_string();
        assert!(report.contains("docs/a/new.md") && report.contains("docs/a/old.md"));
        settle(&new, Mode::Write).unwrap();
        settle(&new, Mode::Check).unwrap();
        assert!(!root.join("docs/a/old.md").exists());
    }

    #[test]
    fn line_ends_of_a_checkout_do_not_count() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), "x\r\ny\r\n").unwrap();
        settle(folder.path(), &files("a.md", "x\ny\n"), None, Mode::Check, "docs", &mut Vec::new()).unwrap();
    }
}
