//! `cargo xtask docs`: the rule pages, made from the rules and nothing else.

mod markdown;
mod page;
mod rule;
mod terms;
mod words;

use std::io::Write;
use std::path::Path;

use leitplanke_finding::Language;

use crate::builtin;
use crate::derived::{Files, Mode, settle};
use crate::mistake::Mistake;

/// Where the pages stand; nothing else may.
pub(crate) const FOLDER: &str = "docs/rules";

/// Writes or compares the pages.
pub(crate) fn run(root: &Path, mode: Mode, out: &mut dyn Write) -> Result<(), Mistake> {
    let packs = builtin::packs(root)?;
    let mut files: Files = Language::ALL.into_iter().flat_map(|language| page::pages(&packs, language)).collect();
    files.insert(format!("{FOLDER}/README.md"), START.to_owned());
    settle(root, &files, Some(FOLDER), mode, "docs", out)
}

const START: &str = "# Regeln, Rules\n\n- [Deutsch](de/README.md)\n- [English](en/README.md)\n";
