//! A whole file.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::allow::{Report, exception, items};
use super::rules::{Around, kebab, rule};
use super::spec::{ExtendSpec, FileSpec, RuleSpec};
use super::tree;
use crate::bilingual;
use crate::bilingual::Texts;
use crate::diagnostic::Diagnostic;
use crate::folder::unreadable_reason;
use crate::matcher::Exception;
use crate::pack::{Pack, Shared};
use crate::rule::Rule;
use crate::validate::is_kebab;
use crate::yaml::{Decode, MAX_BYTES, Place, Problems, Source, Text, clipped, too_big};

/// True for what is read as a rule file of gitleaks: by its name alone, so that a missing one is missed as such.
pub(crate) fn is_rule_file(path: &Path) -> bool {
    path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml")) && !path.is_dir()
}

/// Reads a rule file as a pack that is called like the file.
///
/// # Errors
/// Every mistake in the file.
pub(crate) fn read(path: &Path, shared: &Shared) -> Result<Pack, Vec<Diagnostic>> {
    let shown = path.to_string_lossy().replace('\\', "/");
    let text = text_of(path, &shown).map_err(|wrong| vec![*wrong])?;
    let name = name_of(path, &shown, shared);
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = Source::new(shown, text);
    let pack = pack(&source, name.as_deref().unwrap_or_default(), &file);
    match (name, pack) {
        (Ok(_), pack) => pack,
        (Err(wrong), pack) => Err(std::iter::once(*wrong).chain(pack.err().into_iter().flatten()).collect()),
    }
}

fn text_of(path: &Path, shown: &str) -> Result<String, Box<Diagnostic>> {
    let unreadable = |error: io::Error| {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => bilingual!("diese Datei gibt es nicht", "can not be read: {error}"),
            _ => unreadable_reason(&error),
        };
        Box::new(Diagnostic::whole(shown, reason))
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_BYTES as u64 {
        let mut wrong = Diagnostic::whole(shown, too_big());
        wrong.help(bilingual!("Bitte auf mehrere Dateien aufteilen.", "split it into several files"));
        return Err(Box::new(wrong));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count();
        let message = bilingual!("Zeile {line} ist kein UTF-8", "line {line} is not UTF-8");
        let mut wrong = Diagnostic::whole(shown, message);
        wrong.help(bilingual!("Bitte die Datei als Text in UTF-8 speichern.", "save the file as UTF-8 text"));
        Box::new(wrong)
    })
}

/// The name of the pack: that of the file.
fn name_of(path: &Path, shown: &str, shared: &Shared) -> Result<String, Box<Diagnostic>> {
    let name = kebab(&path.file_stem().unwrap_or_default().to_string_lossy());
    let taken = |name: &str| shared.ids.keys().any(|id| id.split_once('/').is_some_and(|(pack, _)| pack == name));
    let problem = match name.as_str() {
        name if !is_kebab(name) => bilingual!(
            "im Namen der Datei steht kein Buchstabe von a bis z und keine Ziffer",
            "the name of the file holds no letter or digit",
        ),
        "frame" | "vocabulary" | "fragment" | "family" => {
            bilingual!("`{name}` kann kein Paket heißen", "`{name}` can not be the name of a pack")
        }
        name if taken(name) => {
            bilingual!("ein Paket heißt schon `{name}`", "a pack is called `{name}` already")
        }
        _ => return Ok(name),
    };
    let mut wrong = Diagnostic::whole(shown, problem);
    wrong.help(bilingual!(
        "Das Paket heißt wie die Datei. Bitte die Datei umbenennen, etwa in house-secrets.toml.",
        "the file gives the pack its name: rename it, such as house-secrets.toml",
    ));
    Err(Box::new(wrong))
}

fn pack(source: &Source, name: &str, file: &str) -> Result<Pack, Vec<Diagnostic>> {
    let mut problems = Problems::new(source);
    let spec = tree::parse(&mut problems).and_then(|root| FileSpec::decode(&root, &mut problems));
    let mut report = Report::new(problems);
    let Some(spec) = spec else { return report.settle().map(|notes| Pack { notes, ..Pack::default() }) };
    if let Some(extend) = &spec.extend {
        note_extend(extend, &mut report);
    }
    let exceptions = exceptions(&spec, &mut report);
    let around = Around { pack: name, file, extends: spec.extend.is_some(), exceptions: &exceptions };
    let rules = rules(items(spec.rules.as_ref()), &around, &mut report);
    if spec.rules.is_none() && report.problems.is_empty() {
        report
            .problems
            .report(Place::default(), bilingual!("in der Datei steht keine Regel", "the file holds no rule"))
            .help(bilingual!(
                "Bitte eine ergänzen: [[rules]] mit `id`, `description`, `regex` und `keywords`",
                "add one: [[rules]] with `id`, `description`, `regex` and `keywords`",
            ));
    }
    let both = |text: &Option<Text>| Texts::same(text.as_ref().map_or(name, |text| text.text.trim()));
    let notes = report.settle()?;
    Ok(Pack {
        name: name.to_owned(),
        version: spec.min_version.map(|version| version.text).unwrap_or_default(),
        title: both(&spec.title),
        description: both(&spec.description),
        rules,
        notes,
        ..Pack::default()
    })
}

fn note_extend(extend: &ExtendSpec, report: &mut Report<'_>) {
    if let Some(default) = extend.use_default.filter(|flag| flag.value) {
        report.note(
            default.place,
            bilingual!(
                "die Regeln, die gitleaks mitbringt, werden nicht geladen",
                "the rules that gitleaks brings along are not loaded",
            ),
            bilingual!(
                "Das eingebaute Paket `secrets` sucht nach denselben Diensten; sonst die gitleaks.toml von gitleaks als Paket angeben.",
                "the built-in pack `secrets` looks for the same services; or name the file gitleaks.toml of gitleaks as a pack",
            ),
        );
    }
    for file in [&extend.path, &extend.url].into_iter().flatten() {
        let other = clipped(&file.text);
        report.note(
            file.place,
            bilingual!(
                "`{other}` wird mit dieser Datei nicht mitgeladen",
                "`{other}` is not loaded along with this file"
            ),
            bilingual!("Bitte auch diese Datei als Paket angeben.", "name the file itself as a pack, too"),
        );
    }
    if let Some(disabled) = &extend.disabled {
        report.note(
            disabled.place,
            bilingual!(
                "in `disabledRules` geht es um Regeln, die nicht geladen werden",
                "`disabledRules` speaks about rules that are not loaded",
            ),
            bilingual!(
                "Regeln schaltet die Richtlinie ab: `rules: {{ paket/name: off }}` mit einer Begründung",
                "the policy switches rules off: `rules: {{ pack/name: off }}` with a reason",
            ),
        );
    }
}

/// The exceptions of the whole file, each with the rules it is for.
fn exceptions(spec: &FileSpec, report: &mut Report<'_>) -> Vec<(Vec<String>, Exception)> {
    let rules = items(spec.rules.as_ref());
    let ids: Vec<&str> = rules.iter().filter_map(|rule| Some(rule.id.as_ref()?.text.as_str())).collect();
    let lists = spec.allowlist.iter().flat_map(|list| &list.0.items).chain(items(spec.allowlists.as_ref()));
    let mut exceptions = Vec::new();
    for list in lists {
        let targets = items(list.target_rules.as_ref());
        for target in targets.iter().filter(|target| !ids.contains(&target.text.as_str())) {
            let named = clipped(&target.text);
            let message = bilingual!(
                "eine Regel `{named}` gibt es in dieser Datei nicht",
                "there is no rule `{named}` in this file"
            );
            if spec.extend.is_some() {
                let help = bilingual!(
                    "Die Liste gilt für die anderen Regeln, die sie nennt.",
                    "the allowlist counts for the other rules it names",
                );
                report.note(target.place, message, help);
            } else {
                report.problems.report(target.place, message).allowed(&target.text, ids.iter().copied());
            }
        }
        let targets = targets.iter().map(|target| target.text.clone()).collect();
        exceptions.extend(exception(list, report).map(|exception| (targets, exception)));
    }
    exceptions
}

fn rules(specs: &[RuleSpec], around: &Around<'_>, report: &mut Report<'_>) -> Vec<Rule> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut rules = Vec::new();
    for spec in specs {
        if let Some(id) = &spec.id {
            let name = kebab(&id.text);
            if let Some(line) = seen.get(&name) {
                taken(id, *line, report);
            }
            seen.entry(name).or_insert(id.place.line);
        }
        rules.extend(rule(spec, around, report));
    }
    if let Some(tags) = specs.iter().find_map(|spec| spec.tags.as_ref()) {
        report.note(
            tags.place,
            bilingual!("`tags` stehen nicht in Berichten", "`tags` are not shown in reports"),
            bilingual!(
                "Ausgewählt werden Regeln nach Id, Paket, Label oder Gruppe.",
                "rules are selected by id, pack, label or group",
            ),
        );
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

/// Reports an id that stands in `line` already.
fn taken(id: &Text, line: usize, report: &mut Report<'_>) {
    let written = clipped(&id.text);
    report
        .problems
        .report(id.place, bilingual!("die Id `{written}` ist schon vergeben", "the id `{written}` is taken"))
        .note(bilingual!(
            "Zum ersten Mal steht sie in Zeile {line}; Groß- und Kleinschreibung und Sonderzeichen machen keinen Unterschied.",
            "it stands first in line {line}; case and signs make no difference",
        ))
        .help(bilingual!("Jede Id steht für eine Regel.", "every id names one rule"));
}
