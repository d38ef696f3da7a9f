//! Allowlists: what silences a hit.

use super::dialect::translate;
use super::spec::{AllowSpec, Condition};
use crate::bilingual;
use crate::bilingual::{Both, Texts};
use crate::diagnostic::Diagnostic;
use crate::matcher::Exception;
use crate::shape;
use crate::yaml::{List, Place, Problems, Text};

/// Mistakes, and what the author should know.
pub(super) struct Report<'s> {
    pub(super) problems: Problems<'s>,
    notes: Problems<'s>,
}

impl<'s> Report<'s> {
    pub(super) fn new(problems: Problems<'s>) -> Self {
        let notes = Problems::new(problems.source());
        Self { problems, notes }
    }

    /// Notes what has no counterpart here; `help` is the way out.
    pub(super) fn note(&mut self, place: Place, message: impl Into<Texts>, help: impl Into<Texts>) {
        self.notes.report(place, message).help(help);
    }

    /// The mistakes, or else the notes.
    pub(super) fn settle(self) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        if !self.problems.is_empty() {
            return Err(self.problems.into_diagnostics());
        }
        let mut notes = self.notes.into_diagnostics();
        for note in &mut notes {
            note.severity = leitplanke_finding::Severity::Note;
        }
        notes.sort_by_key(|note| (note.line, note.column));
        Ok(notes)
    }
}

const OTHER_CHECKS: Both = Both {
    de: "Pfade und Commits einer Liste von Ausnahmen haben hier keine Entsprechung; was sie sonst prüft, gilt",
    en: "paths and commits of an allowlist have no counterpart; its other checks count",
};

const NEVER_HOLDS: Both = Both {
    de: "eine Liste von Ausnahmen, die auch nach Pfaden oder Commits fragt, trifft hier nie zu; sie wird ausgelassen",
    en: "an allowlist that also asks for paths or commits never holds here; it is left out",
};

const ELSEWHERE_ONLY: Both = Both {
    de: "eine Liste von Ausnahmen für Pfade oder Commits hat hier keine Entsprechung; sie wird ausgelassen",
    en: "an allowlist of paths or commits has no counterpart; it is left out",
};

/// What leaves out files here.
const FILES: Both = Both {
    de: "In einzelnen Dateien schaltet eine Richtlinie Regeln mit `paths:` ab; .leitplankeignore lässt Dateien ganz aus.",
    en: "a policy silences rules in files with `paths:`, .leitplankeignore leaves files out",
};

/// The exception an allowlist stands for; `None` when it says nothing about texts.
pub(super) fn exception(spec: &AllowSpec, report: &mut Report<'_>) -> Option<Exception> {
    let keys = &spec.keys;
    let by_text = keys.hold("regexes") || keys.hold("stopwords");
    let elsewhere = spec.paths.as_ref().map(|list| list.place).or(spec.commits.as_ref().map(|list| list.place));
    if !by_text && !keys.hold("paths") && !keys.hold("commits") {
        report
            .problems
            .report(spec.place, bilingual!("die Liste von Ausnahmen nennt keine", "the allowlist has no check"))
            .help(bilingual!(
                "Bitte `regexes` oder `stopwords` angeben oder die Liste weglassen.",
                "name `regexes` or `stopwords`, or remove it",
            ));
        return None;
    }
    let all = spec.condition.is_some_and(|condition| condition.value == Condition::And);
    if let Some(place) = elsewhere {
        let message = match (by_text, all) {
            (true, false) => OTHER_CHECKS,
            (true, true) => NEVER_HOLDS,
            (false, _) => ELSEWHERE_ONLY,
        };
        report.note(place, message, FILES);
    }
    let regexes =
        items(spec.regexes.as_ref()).iter().filter_map(|regex| checked(regex, &mut report.problems)).collect();
    let stopwords = items(spec.stopwords.as_ref()).iter().map(|word| word.text.to_lowercase()).collect();
    let target = spec.target.map(|target| target.value).unwrap_or_default();
    (by_text && !(all && elsewhere.is_some())).then_some(Exception { all, target, regexes, stopwords })
}

/// The items of a list that may be left out.
pub(super) fn items<T>(list: Option<&List<T>>) -> &[T] {
    list.map_or(&[], |list| &list.items)
}

fn checked(written: &Text, problems: &mut Problems<'_>) -> Option<String> {
    let translated = translate(&written.text, None);
    match shape::compile(&translated.regex) {
        Ok(regex) if regex.is_match("") => {
            problems
                .report(
                    written.place,
                    bilingual!(
                        "der reguläre Ausdruck passt auch auf den leeren Text, damit würde nie etwas gefunden",
                        "the regex matches the empty text, so nothing would ever be found",
                    ),
                )
                .help(bilingual!(
                    "Bitte schreiben, was die erlaubten Werte gemeinsam haben.",
                    "write what the allowed values have in common",
                ));
            None
        }
        Ok(_) => Some(translated.regex),
        Err(error) => {
            bad_regex(written, &translated, &error, problems);
            None
        }
    }
}

/// Reports a regex at the place the mistake has in the file.
pub(super) fn bad_regex(
    written: &Text,
    translated: &super::dialect::Translated,
    error: &shape::ShapeError,
    problems: &mut Problems<'_>,
) {
    let (start, end) = (translated.origin(error.start), translated.origin(error.end));
    let place = written.inside(problems, start.min(written.text.len()), end.min(written.text.len()));
    let Texts { de, en } = &error.reason;
    let found = problems.report(place, bilingual!("der reguläre Ausdruck stimmt nicht: {de}", "bad regex: {en}"));
    if en.contains("look-around") || en.contains("backreferences") {
        found.help(bilingual!(
            "Auch gitleaks kennt das nicht: Bitte die Möglichkeiten ausschreiben oder Ausnahmen unter `allowlists` nennen.",
            "gitleaks does not know it either: write the alternatives out, or silence hits with an allowlist",
        ));
    } else if let Some(help) = error.help {
        found.help(help);
    }
}
