//! Finds the files of packs, on disk or in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::bilingual;
use crate::bilingual::Texts;
use crate::diagnostic::Diagnostic;
use crate::yaml::{MAX_BYTES, too_big};

/// Folders beside packs that hold other things.
const OTHERS: [&str; 2] = ["names", "presets"];

/// Deepest folder below the one that was named.
const MAX_DEPTH: usize = 16;

/// The name of a pack's manifest.
pub(crate) const MANIFEST: &str = "pack.yaml";

/// A file that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// As the user would write it.
    pub(crate) path: String,
    /// Relative to the folder that was named, with `/`.
    pub(crate) inner: String,
    pub(crate) bytes: Vec<u8>,
}

/// A pack's files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PackFiles {
    pub(crate) manifest: Option<Found>,
    /// Rule files, sorted by path.
    pub(crate) rules: Vec<Found>,
}

/// Reads every YAML file below `dir`, sorted by path.
pub(crate) fn read(dir: &Path, wrong: &mut Vec<Diagnostic>) -> Vec<Found> {
    let mut found = Vec::new();
    walk(dir, "", 0, &mut found, wrong);
    if found.is_empty() && wrong.is_empty() {
        let mut diagnostic = Diagnostic::whole(
            shown(dir),
            bilingual!("in diesem Ordner liegt keine Regeldatei", "no rule files in this folder"),
        );
        diagnostic.help(bilingual!(
            "Bitte einen Ordner mit einer pack.yaml nennen oder einen Ordner mit solchen Ordnern.",
            "name a folder with a pack.yaml, or a folder of such folders",
        ));
        wrong.push(diagnostic);
    }
    found
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::whole(shown(path), unreadable_reason(error)))
}

/// Why the system does not hand something out. In German the kind of the error is said for the common ones; the system
/// speaks its own language.
pub(crate) fn unreadable_reason(error: &std::io::Error) -> Texts {
    let said = error.to_string();
    match error.kind() {
        ErrorKind::NotFound => bilingual!("diesen Ordner gibt es nicht", "can not be read: {said}"),
        ErrorKind::PermissionDenied => bilingual!("die Leserechte fehlen", "can not be read: {said}"),
        _ => bilingual!("lässt sich nicht lesen ({said})", "can not be read: {said}"),
    }
}

fn walk(dir: &Path, inner: &str, depth: usize, found: &mut Vec<Found>, wrong: &mut Vec<Diagnostic>) {
    if depth > MAX_DEPTH {
        let message = bilingual!(
            "die Ordner sind tiefer als {MAX_DEPTH} Ebenen verschachtelt",
            "folders are nested deeper than {MAX_DEPTH} levels",
        );
        wrong.push(Diagnostic::whole(shown(dir), message));
        return;
    }
    let listed = fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let mut entries = match listed {
        Ok(entries) => entries,
        Err(error) => {
            let mut diagnostic = *unreadable(dir, &error);
            if error.kind() == ErrorKind::NotFound {
                diagnostic.help(bilingual!(
                    "Genannt wird er unter `packs` in der Richtlinie oder hinter `--packs`.",
                    "it is named under `packs` in the policy or behind `--packs`",
                ));
            }
            return wrong.push(diagnostic);
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let (path, inner) = (entry.path(), if inner.is_empty() { name.clone() } else { format!("{inner}/{name}") });
        if name.starts_with('.') {
            continue;
        }
        // A link to a folder is not followed: it may lead back up.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !OTHERS.contains(&name.as_str()) {
                walk(&path, &inner, depth + 1, found, wrong);
            }
        } else if is_yaml(&name) && path.is_file() {
            match load(&path) {
                Ok(bytes) => found.push(Found { path: shown(&path), inner, bytes }),
                Err(diagnostic) => wrong.push(*diagnostic),
            }
        }
    }
}

fn is_yaml(name: &str) -> bool {
    let end = Path::new(name).extension();
    end.is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
}

fn load(path: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
    let size = fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > MAX_BYTES as u64 {
        let mut diagnostic = Diagnostic::whole(shown(path), too_big());
        diagnostic.help(bilingual!("Bitte auf mehrere Dateien aufteilen.", "split it into several files"));
        return Err(Box::new(diagnostic));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Files in memory: path and text.
pub(crate) fn from_texts(files: &[(String, String)]) -> Vec<Found> {
    let found = |(path, text): &(String, String)| Found {
        path: path.clone(),
        inner: path.clone(),
        bytes: text.clone().into_bytes(),
    };
    let other = |path: &str| path.split('/').any(|part| OTHERS.contains(&part));
    let mut files: Vec<Found> = files.iter().filter(|(path, _)| is_yaml(path) && !other(path)).map(found).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Sorts files into packs: a file belongs to the nearest folder above it with a `pack.yaml`.
///
/// `own` is the name of the folder the inner paths are relative to; it takes part in what rules remember as their file.
pub(crate) fn into_packs(files: Vec<Found>, own: &str, wrong: &mut Vec<Diagnostic>) -> Vec<PackFiles> {
    let manifests: BTreeSet<String> = files.iter().filter_map(|file| home(&file.inner)).map(str::to_owned).collect();
    let mut packs: BTreeMap<String, PackFiles> = BTreeMap::new();
    let mut homeless: BTreeSet<String> = BTreeSet::new();
    for mut file in files {
        let Some(root) = above(&file.inner).find(|folder| manifests.contains(*folder)).map(str::to_owned) else {
            homeless.insert(first_folder(&file));
            continue;
        };
        let is_manifest = home(&file.inner).is_some();
        // What rules remember starts with the pack's own folder.
        let parent = root.rsplit_once('/').map_or(0, |(parent, _)| parent.len() + 1);
        file.inner = if root.is_empty() { format!("{own}/{}", file.inner) } else { file.inner[parent..].to_owned() };
        let pack = packs.entry(root).or_default();
        if is_manifest {
            pack.manifest = Some(file);
        } else {
            pack.rules.push(file);
        }
    }
    wrong.extend(homeless.into_iter().map(|folder| without_manifest(&folder)));
    packs.into_values().collect()
}

/// The folder of a manifest.
fn home(inner: &str) -> Option<&str> {
    let (folder, name) = inner.rsplit_once('/').unwrap_or(("", inner));
    (name == MANIFEST).then_some(folder)
}

/// The folders above a file, nearest first, ending with the one that was named.
fn above(inner: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(inner);
    std::iter::from_fn(move || {
        let here = rest?;
        rest = here.rsplit_once('/').map(|(folder, _)| folder).or((!here.is_empty()).then_some(""));
        rest
    })
}

/// The folder that should have a manifest: the outermost one the file stands in.
fn first_folder(file: &Found) -> String {
    let start = file.path.len() - file.inner.len();
    let end = file.inner.find('/').unwrap_or(0);
    let folder = file.path[..start + end].trim_end_matches('/');
    if folder.is_empty() { ".".to_owned() } else { folder.to_owned() }
}

fn without_manifest(folder: &str) -> Diagnostic {
    let name = folder.rsplit('/').next().unwrap_or(folder);
    let message = bilingual!("im Ordner fehlt die Datei {MANIFEST}", "the folder has no {MANIFEST}");
    let mut diagnostic = Diagnostic::whole(folder, message);
    let lines = format!(
        "     pack: {name}\n     version: 0.1.0\n     title: {{ de: …, en: … }}\n     description: {{ de: …, en: … }}"
    );
    diagnostic.help(bilingual!(
        "Bitte {folder}/{MANIFEST} anlegen, mit diesem Inhalt:\n{lines}",
        "write {folder}/{MANIFEST}:\n{lines}",
    ));
    diagnostic
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packs(paths: &[&str]) -> (Vec<Vec<String>>, Vec<Diagnostic>) {
        let files: Vec<_> = paths.iter().map(|path| ((*path).to_owned(), String::new())).collect();
        let mut wrong = Vec::new();
        let packs = into_packs(from_texts(&files), "own", &mut wrong);
        let inner = |pack: PackFiles| pack.manifest.into_iter().chain(pack.rules).map(|file| file.inner).collect();
        (packs.into_iter().map(inner).collect(), wrong)
    }

    #[test]
    fn files_belong_to_the_nearest_manifest() {
        let (found, wrong) =
            packs(&["a/pack.yaml", "a/x/y.yaml", "r/b/pack.yaml", "r/b/z.yml", "names/n.yaml", "a/t.md"]);
        assert_eq!(found, [vec!["a/pack.yaml", "a/x/y.yaml"], vec!["b/pack.yaml", "b/z.yml"]]);
        assert!(wrong.is_empty());
        assert_eq!(packs(&["pack.yaml", "x.yaml"]).0, [["own/pack.yaml", "own/x.yaml"]]);
    }

    #[test]
    fn a_folder_without_manifest_is_told_what_to_write() {
        let (found, wrong) = packs(&["a/pack.yaml", "b/c/x.yaml", "b/y.yaml"]);
        assert_eq!((found.len(), wrong.len()), (1, 1));
        assert_eq!(wrong[0].path, "b");
        assert!(wrong[0].notes[0].text.de.contains("pack: b"));
    }
}
