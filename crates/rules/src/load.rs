//! From files to packs: read all, then connect what refers to each other, then check.

use std::collections::{BTreeMap, BTreeSet};

use crate::bilingual;
use crate::bilingual::{Both, Texts};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::family::{self, Families, Family};
use crate::folder::{Found, PackFiles};
use crate::fragment::{self, Fragment};
use crate::frame::{self, Frame};
use crate::pack::{Pack, Packs, Shared};
use crate::rule::Rule;
use crate::spec::{Entry, Manifest, Written};
use crate::validate::{self, Known, is_kebab, texts};
use crate::vocabulary::{self, Vocabulary};
use crate::yaml::{Decode, Node, Place, Problems, Source, Value, clipped, parse};

/// A file with what could be read of it.
struct File {
    pack: usize,
    inner: String,
    source: Source,
    is_manifest: bool,
}

/// Loads packs; `wrong` holds the mistakes so far.
pub(crate) fn load(packs: Vec<PackFiles>, shared: &Shared, mut wrong: Vec<Diagnostic>) -> Result<Packs, Diagnostics> {
    let mut files = Vec::new();
    for (pack, found) in packs.into_iter().enumerate() {
        let rules = found.rules.into_iter().map(|file| (file, false));
        let all = found.manifest.into_iter().map(|file| (file, true)).chain(rules);
        files.extend(all.filter_map(|(file, is_manifest)| open(file, pack, is_manifest, &mut wrong)));
    }
    let mut problems: Vec<Problems<'_>> = files.iter().map(|file| Problems::new(&file.source)).collect();
    let loaded = read(&files, shared, wrong.is_empty(), &mut problems);
    wrong.extend(problems.into_iter().flat_map(Problems::into_diagnostics));
    if wrong.is_empty() { Ok(loaded) } else { Err(Diagnostics::sorted(wrong)) }
}

/// Decodes the bytes of a file.
fn open(found: Found, pack: usize, is_manifest: bool, wrong: &mut Vec<Diagnostic>) -> Option<File> {
    if found.path.to_ascii_lowercase().ends_with(".yml") {
        let mut diagnostic =
            Diagnostic::whole(&found.path, bilingual!("Regeldateien enden auf .yaml", "rule files end in .yaml"));
        diagnostic.help(bilingual!("Bitte die Datei umbenennen.", "rename the file"));
        wrong.push(diagnostic);
        return None;
    }
    match String::from_utf8(found.bytes) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            Some(File { pack, inner: found.inner, source: Source::new(found.path, text), is_manifest })
        }
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.split(|byte| *byte == b'\n').count();
            let message = bilingual!("Zeile {line} ist nicht in UTF-8 geschrieben", "line {line} is not UTF-8");
            let mut diagnostic = Diagnostic::whole(found.path, message);
            diagnostic.help(bilingual!("Bitte die Datei als UTF-8-Text speichern.", "save the file as UTF-8 text",));
            wrong.push(diagnostic);
            None
        }
    }
}

fn read(files: &[File], shared: &Shared, complete: bool, problems: &mut [Problems<'_>]) -> Packs {
    let mut packs: BTreeMap<usize, Pack> = BTreeMap::new();
    let mut entries: Vec<(usize, Entry)> = Vec::new();
    let mut complete = complete;
    for (number, file) in files.iter().enumerate() {
        let problems = &mut problems[number];
        let root = parse(problems);
        complete &= root.is_some();
        let Some(root) = root else { continue };
        if file.is_manifest {
            packs.insert(file.pack, manifest(&root, problems));
        } else {
            entries.extend(entries_of(&root, problems).into_iter().map(|entry| (number, entry)));
        }
    }
    unique_packs(files, &packs, problems);
    unique_ids(&entries, files, shared, problems);
    let connected = connect(&entries, shared, complete, problems);
    for (number, vocabulary) in connected.new_vocabularies {
        packs.entry(files[number].pack).or_default().vocabularies.push(vocabulary);
    }
    for (number, fragment) in connected.new_fragments {
        packs.entry(files[number].pack).or_default().fragments.push(fragment);
    }
    for (number, family) in connected.new_families {
        packs.entry(files[number].pack).or_default().families.push(family);
    }
    for (number, entry) in &entries {
        let file = &files[*number];
        let pack = packs.entry(file.pack).or_default();
        let name = pack.name.clone();
        let known = Known {
            pack: (!name.is_empty()).then_some(name.as_str()),
            file: &file.inner,
            vocabularies: &connected.vocabularies,
            fragments: &connected.fragments,
            families: &connected.families,
            frames: &connected.frames,
            complete,
        };
        match checked(entry, &known, &mut problems[*number]) {
            Some(Checked::Rule(rule)) => pack.rules.push(*rule),
            Some(Checked::Frame(frame)) => pack.frames.push(frame),
            None => {}
        }
    }
    sorted(packs.into_values().collect())
}

/// The outcome of a check.
enum Checked {
    Rule(Box<Rule>),
    Frame(Frame),
}

fn checked(entry: &Entry, known: &Known<'_>, problems: &mut Problems<'_>) -> Option<Checked> {
    match entry {
        Entry::Rule(spec) => validate::rule(spec, known, problems).map(|rule| Checked::Rule(Box::new(rule))),
        Entry::Frame(spec) => frame::frame(spec, known, problems).map(Checked::Frame),
        Entry::Vocabulary(_) | Entry::Fragment(_) | Entry::Family(_) => None,
    }
}

fn sorted(mut packs: Vec<Pack>) -> Packs {
    for pack in &mut packs {
        pack.rules.sort_by(|a, b| a.id.cmp(&b.id));
        pack.frames.sort_by(|a, b| a.name.cmp(&b.name));
        pack.vocabularies.sort_by(|a, b| a.name.cmp(&b.name));
        pack.fragments.sort_by(|a, b| a.name.cmp(&b.name));
        pack.families.sort_by(|a, b| a.name.cmp(&b.name));
    }
    packs.sort_by(|a, b| a.name.cmp(&b.name));
    Packs { packs }
}

fn manifest(root: &Node, problems: &mut Problems<'_>) -> Pack {
    let Some(spec) = Manifest::decode(root, problems) else { return Pack::default() };
    if let Some(name) = spec.pack.as_ref().filter(|name| !is_kebab(&name.text)) {
        let written = clipped(&name.text);
        let message = bilingual!(
            "der Name `{written}` besteht nicht aus Kleinbuchstaben und Bindestrichen",
            "the name `{written}` is not in kebab-case",
        );
        problems.report(name.place, message).help(bilingual!(
            "Möglich sind Kleinbuchstaben von a bis z, Ziffern und einzelne Bindestriche: `house-rules`.",
            "use lower-case letters a to z, digits and single hyphens: `house-rules`",
        ));
    } else if let Some(name) =
        spec.pack.as_ref().filter(|name| matches!(name.text.as_str(), "frame" | "vocabulary" | "fragment" | "family"))
    {
        let written = &name.text;
        let message =
            bilingual!("ein Paket kann nicht `{written}` heißen", "`{written}` can not be the name of a pack");
        problems.report(name.place, message).help(bilingual!(
            "So beginnen die Kennungen von Rahmen, Wortlisten, Bausteinen und Familien; bitte einen anderen Namen wählen.",
            "ids of frames, vocabularies, fragments and families begin so; choose another name",
        ));
    }
    let text = |text: Option<crate::yaml::Text>| text.map(|text| text.text).unwrap_or_default();
    Pack {
        title: texts(spec.title.as_ref()),
        description: texts(spec.description.as_ref()),
        name: text(spec.pack),
        version: text(spec.version),
        ..Pack::default()
    }
}

/// What a rule file holds.
const RULES: Both = Both { de: "eine Liste von Regeln", en: "a list of rules" };

fn entries_of(root: &Node, problems: &mut Problems<'_>) -> Vec<Entry> {
    match &root.value {
        Value::List(nodes) if nodes.is_empty() => {
            problems.report(root.place, bilingual!("in der Datei steht keine Regel", "the file holds no rule")).help(
                bilingual!("Bitte eine Regel ergänzen oder die Datei löschen.", "add a rule or remove the file",),
            );
            Vec::new()
        }
        Value::List(nodes) => nodes.iter().filter_map(|node| Entry::decode(node, problems)).collect(),
        Value::Map(_) => {
            problems.expected(root, RULES).help(bilingual!(
                "Bitte `- ` vor den ersten Schlüssel setzen und die anderen um zwei Leerzeichen einrücken.",
                "put `- ` before the first key and indent the others by two blanks",
            ));
            Entry::decode(root, problems).into_iter().collect()
        }
        Value::Scalar { .. } => {
            problems.expected(root, RULES).help(bilingual!(
                "Jede Regel beginnt mit `- id: paket/name`.",
                "each rule begins with `- id: pack/name`",
            ));
            Vec::new()
        }
    }
}

/// What rules may refer to.
struct Connected {
    vocabularies: validate::Vocabularies,
    fragments: fragment::Fragments,
    families: Families,
    frames: BTreeSet<String>,
    /// Vocabularies of this load, with the number of their file.
    new_vocabularies: Vec<(usize, Vocabulary)>,
    /// Fragments of this load, with the number of their file.
    new_fragments: Vec<(usize, Fragment)>,
    /// Families of this load, with the number of their file.
    new_families: Vec<(usize, Family)>,
}

fn connect(entries: &[(usize, Entry)], shared: &Shared, complete: bool, problems: &mut [Problems<'_>]) -> Connected {
    let mut frames = shared.frames.clone();
    let (mut lists, mut pieces, mut kin) = (Vec::new(), Vec::new(), Vec::new());
    for (number, entry) in entries {
        match entry {
            Entry::Frame(frame) => {
                let name = frame.id.as_ref().and_then(|id| id.text.strip_prefix("frame/"));
                frames.extend(name.map(str::to_owned));
            }
            Entry::Vocabulary(spec) => lists.push(Written { file: *number, spec }),
            Entry::Fragment(spec) => pieces.push(Written { file: *number, spec }),
            Entry::Family(spec) => kin.push(Written { file: *number, spec: &**spec }),
            Entry::Rule(_) => {}
        }
    }
    let mut vocabularies = shared.vocabularies.clone();
    let new_vocabularies = vocabulary::fill(lists, &mut vocabularies, complete, problems);
    let mut fragments = shared.fragments.clone();
    let new_fragments = fragment::fill_all(pieces, &mut fragments, complete, problems);
    let mut families = shared.families.clone();
    let new_families = family::check_all(&kin, &frames, &mut families, complete, problems);
    Connected { vocabularies, fragments, families, frames, new_vocabularies, new_fragments, new_families }
}

/// Two packs of one name would mix their rules up.
fn unique_packs(files: &[File], packs: &BTreeMap<usize, Pack>, problems: &mut [Problems<'_>]) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| file.is_manifest) {
        let Some(name) = packs.get(&file.pack).map(|pack| pack.name.as_str()).filter(|name| !name.is_empty()) else {
            continue;
        };
        if let Some(first) = seen.get(name) {
            let place = Place { line: 1, column: 1, width: 0 };
            problems[number]
                .report(place, bilingual!("ein zweites Paket heißt `{name}`", "a second pack is called `{name}`"))
                .note(bilingual!("Das erste ist {first}.", "the first one is {first}"));
        } else {
            seen.insert(name, file.source.path());
        }
    }
}

/// An id names one entry, over all packs.
fn unique_ids(entries: &[(usize, Entry)], files: &[File], shared: &Shared, problems: &mut [Problems<'_>]) {
    let mut seen: BTreeMap<&str, Texts> = BTreeMap::new();
    for (id, origin) in &shared.ids {
        let place = if origin.file.is_empty() {
            bilingual!("den eingebauten Paketen", "the built-in packs")
        } else {
            Texts::same(format!("{}:{}", origin.file, origin.line))
        };
        seen.insert(id, place);
    }
    for (number, entry) in entries {
        let Some(id) = entry.id() else { continue };
        if let Some(first) = seen.get(id.text.as_str()) {
            let written = clipped(&id.text);
            let Texts { de: first_de, en: first_en } = first;
            problems[*number]
                .report(id.place, bilingual!("die Kennung `{written}` ist vergeben", "the id `{written}` is taken"))
                .note(bilingual!("Sie steht zuerst in {first_de}.", "it stands first in {first_en}"))
                .help(bilingual!(
                    "Jede Kennung gibt es nur einmal, über alle Pakete hinweg.",
                    "every id names one entry, over all packs",
                ));
        } else {
            let Place { line, column, .. } = id.place;
            seen.insert(&id.text, Texts::same(format!("{}:{line}:{column}", files[*number].source.path())));
        }
    }
}
