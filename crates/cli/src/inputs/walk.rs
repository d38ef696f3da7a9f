//! The files of a folder that may hold prompts.

use std::ffi::OsStr;
use std::path::Path;

use ignore::{DirEntry, WalkBuilder};
use leitplanke_finding::{DocumentError, Language};

use super::{Input, Inputs, shown, unreadable};
use crate::language::pick;

/// Hidden folders that hold prompts and instructions for AI tools.
const AI_FOLDERS: [&str; 8] =
    [".github", ".cursor", ".claude", ".continue", ".windsurf", ".gemini", ".clinerules", ".roo"];

/// Hidden files of the same kind.
const AI_FILES: [&str; 4] = [".cursorrules", ".windsurfrules", ".clinerules", ".goosehints"];

/// Files that hold guidelines, not prompts: their own values and examples are no findings.
const POLICIES: [&str; 2] = ["leitplanke.yaml", ".leitplanke.yaml"];

/// What marks a folder as a pack of rules.
const MANIFEST: &str = "pack.yaml";

/// Names a list of files that are not to be looked at, written like `.gitignore`.
const IGNORE_FILE: &str = ".leitplankeignore";

/// The files below `folder` that no ignore file excludes, sorted. What only this machine ignores (the user's global
/// list) is looked at all the same: the result must not depend on who runs it.
pub(super) fn files(folder: &Path, language: Language) -> Inputs {
    let mut inputs = Inputs::default();
    let walk = WalkBuilder::new(folder)
        .hidden(false)
        .require_git(false)
        .git_global(false)
        .git_exclude(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_name(OsStr::cmp)
        .filter_entry(is_wanted)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                inputs.list.push(Input::met(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => inputs.errors.push(unread(folder, &error, language)),
        }
    }
    inputs
}

fn is_wanted(entry: &DirEntry) -> bool {
    if entry.depth() == 0 {
        return true;
    }
    let name = entry.file_name().to_str().unwrap_or_default();
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    if is_folder && entry.path().join(MANIFEST).is_file() {
        return false;
    }
    let known: &[&str] = if is_folder { &AI_FOLDERS } else { &AI_FILES };
    !POLICIES.contains(&name) && (!name.starts_with('.') || known.contains(&name))
}

fn unread(folder: &Path, error: &ignore::Error, language: Language) -> DocumentError {
    let reason = match error.io_error() {
        Some(error) => unreadable(error, language),
        None => pick(language, "Die Datei ließ sich nicht finden.", "The file could not be found.").to_owned(),
    };
    let path = path_of(error).map_or_else(|| shown(folder), shown);
    DocumentError { path, reason }
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
