//! Patterns that the shell left to us: quoted ones, and all of them on Windows.

use std::path::Path;

use globset::{GlobBuilder, GlobMatcher};
use leitplanke_finding::{DocumentError, Language};

use super::{Inputs, shown, walk};
use crate::language::pick;

/// What makes a path a pattern.
const SIGNS: [char; 4] = ['*', '?', '[', '{'];

/// True when a path that is not there may be meant as a pattern.
pub(super) fn is_pattern(path: &str) -> bool {
    path.contains(SIGNS)
}

/// The files that fit `pattern`; what ignore files exclude does not count.
pub(super) fn files(pattern: &str, language: Language) -> Inputs {
    let pattern = shown(Path::new(pattern));
    let complaint = |reason: &str| DocumentError { path: pattern.clone(), reason: reason.to_owned() };
    let Some(matcher) = compiled(&pattern) else {
        let reason = pick(language, "Das ist kein gültiges Muster.", "This is not a valid pattern.");
        return Inputs { errors: vec![complaint(reason)], ..Inputs::default() };
    };
    let mut inputs = walk::files(Path::new(folder_of(&pattern)), language);
    inputs.list.retain(|input| matcher.is_match(&input.shown));
    inputs.errors.retain(|error| may_lie_in(&error.path, &pattern));
    if inputs.list.is_empty() && inputs.errors.is_empty() {
        inputs.errors.push(complaint(pick(language, "Dazu passt keine Datei.", "No file fits this pattern.")));
    }
    inputs
}

fn compiled(pattern: &str) -> Option<GlobMatcher> {
    GlobBuilder::new(pattern).literal_separator(true).build().ok().map(|glob| glob.compile_matcher())
}

/// The folder all files of a pattern lie in.
fn folder_of(pattern: &str) -> &str {
    let first = pattern.find(SIGNS).unwrap_or(pattern.len());
    match pattern[..first].rfind('/') {
        Some(0) => "/",
        Some(end) => &pattern[..end],
        None => ".",
    }
}

/// True when files that fit `pattern` may lie in a folder of this path that could not be listed.
fn may_lie_in(folder: &str, pattern: &str) -> bool {
    pattern.contains("**") || folder.matches('/').count() < pattern.matches('/').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_begin_in_a_folder() {
        for (pattern, folder) in [("prompts/**/*.md", "prompts"), ("*.md", "."), ("/x*", "/"), ("a/b/c[12].md", "a/b")]
        {
            assert_eq!(folder_of(pattern), folder);
        }
    }

    #[test]
    fn only_folders_a_pattern_reaches_into_are_missed() {
        assert!(may_lie_in("a/zu", "a/**/*.md") && may_lie_in("a/zu", "a/*/*.md"));
        assert!(!may_lie_in("a/zu", "a/*.md") && !may_lie_in("zu", "*.md"));
    }

    #[test]
    fn a_star_stays_in_its_folder() {
        let matcher = compiled("prompts/*.md").unwrap();
        assert!(matcher.is_match("prompts/a.md") && !matcher.is_match("prompts/b/a.md"));
        assert!(compiled("prompts/**/*.md").unwrap().is_match("prompts/b/c/a.md"));
    }
}
