//! Finds the policy that speaks for a file.

use std::path::{Component, Path, PathBuf};

/// Where a policy may lie in a folder, first choice first.
const NAMES: [&str; 3] = ["leitplanke.yaml", ".leitplanke.yaml", ".config/leitplanke.yaml"];

/// The nearest policy file at or above `from` (a file or folder).
///
/// The search ends with the folder that holds `.git` (the root of a repository) and with the home folder: what lies
/// above belongs to somebody else.
pub fn discover(from: &Path) -> Option<PathBuf> {
    search(from, std::env::home_dir().as_deref())
}

fn search(from: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let from = without_dots(&std::path::absolute(from).ok()?);
    for folder in from.ancestors().filter(|folder| folder.is_dir()) {
        if let Some(found) = NAMES.iter().map(|name| folder.join(name)).find(|path| path.is_file()) {
            return Some(found);
        }
        if folder.join(".git").exists() || home == Some(folder) {
            return None;
        }
    }
    None
}

/// `a/b/../c` as `a/c`, so that the folders above it are the ones a reader expects.
fn without_dots(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn touch(path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "mode: gate\n").unwrap();
    }

    #[test]
    fn the_nearest_policy_speaks() {
        let folder = tempfile::tempdir().unwrap();
        let (top, inner) = (folder.path().join("leitplanke.yaml"), folder.path().join("a/.config/leitplanke.yaml"));
        touch(&top);
        touch(&inner);
        let prompt = folder.path().join("a/b/prompt.md");
        touch(&prompt);
        assert_eq!(search(&prompt, None), Some(inner.clone()));
        touch(&folder.path().join("a/leitplanke.yaml"));
        assert_eq!(search(&folder.path().join("a/b"), None), Some(folder.path().join("a/leitplanke.yaml")));
        assert_eq!(search(&folder.path().join("a/../b/prompt.md"), None), Some(top.clone()));
        assert_eq!(search(folder.path(), None), Some(top));
    }

    #[test]
    fn repositories_and_home_end_the_search() {
        let folder = tempfile::tempdir().unwrap();
        touch(&folder.path().join(".leitplanke.yaml"));
        let inner = folder.path().join("repository");
        fs::create_dir_all(inner.join(".git")).unwrap();
        fs::create_dir_all(inner.join("prompts")).unwrap();
        assert_eq!(search(&inner.join("prompts"), None), None);
        fs::remove_dir(inner.join(".git")).unwrap();
        assert!(search(&inner.join("prompts"), None).is_some());
        assert_eq!(search(&inner.join("prompts"), Some(&inner)), None);
    }
}
