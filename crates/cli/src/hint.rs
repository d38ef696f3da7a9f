//! Ways out: what was probably meant.

use std::path::{Path, PathBuf};

use leitplanke_finding::Language;
use leitplanke_rules::closest;
use leitplanke_rules::yaml::clipped;

use crate::language::pick;

/// Most names of a folder that are looked at for a guess.
const NAMES: usize = 5000;

/// "Did you mean …?"
pub(crate) fn did_you_mean(word: &str, language: Language) -> String {
    match language {
        Language::De => format!("Ist `{}` gemeint?", clipped(word)),
        Language::En => format!("Did you mean `{}`?", clipped(word)),
    }
}

/// The guess for a word that should be one of `words`.
pub(crate) fn word(written: &str, words: &[&str], language: Language) -> Option<String> {
    closest(written, words).map(|word| did_you_mean(word, language))
}

/// The guess for a rule: a slip of the pen, or the part behind the slash alone.
pub(crate) fn rule(written: &str, ids: &[&str], language: Language) -> String {
    let last = ids.iter().find(|id| id.rsplit_once('/').is_some_and(|(_, name)| name == written));
    match closest(written, ids).or(last.copied()) {
        Some(id) => did_you_mean(id, language),
        None => pick(language, "Alle Regeln zeigt `leitplanke rules list`.", "`leitplanke rules list` shows all rules")
            .to_owned(),
    }
}

/// A path that is not there but looks like `path`.
pub(crate) fn path(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let listed = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<String> =
        listed.flatten().take(NAMES).filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let close = closest(name, &names)?;
    Some(folder.map_or_else(|| PathBuf::from(close), |folder| folder.join(close)))
}
