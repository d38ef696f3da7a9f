//! Names: ids, labels, groups.

use std::collections::BTreeSet;

use crate::bilingual;
use crate::bilingual::Both;
use crate::diagnostic::Diagnostic;
use crate::yaml::{List, Problems, Text, clipped};

/// True for `de-tax-id`: lower-case ASCII letters and digits, single hyphens between them.
pub(crate) fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Checks `pack/name`; `pack` is `None` where the manifest could not be read.
pub(crate) fn check_id(id: &Text, pack: Option<&str>, problems: &mut Problems<'_>) {
    let written = clipped(&id.text);
    let Some((before, name)) = id.text.split_once('/') else {
        let message =
            bilingual!("in der Kennung `{written}` fehlt der Schrägstrich", "the id `{written}` has no slash");
        write_instead(pack, &id.text, problems.report(id.place, message));
        return;
    };
    if let Some(pack) = pack.filter(|pack| *pack != before) {
        let message = bilingual!(
            "die Kennung `{written}` gehört nicht zu `{pack}`",
            "the id `{written}` does not belong to `{pack}`",
        );
        write_instead(Some(pack), name, problems.report(id.place, message));
    } else if !is_kebab(before) || !is_kebab(name) {
        let message = bilingual!(
            "die Kennung `{written}` besteht nicht aus Kleinbuchstaben und Bindestrichen",
            "the id `{written}` is not in kebab-case",
        );
        problems.report(id.place, message).help(SHAPE);
    }
}

/// How an id is written.
const SHAPE: Both = Both {
    de: "Möglich sind Kleinbuchstaben von a bis z, Ziffern und einzelne Bindestriche: `paket/ein-name`.",
    en: "use lower-case letters a to z, digits and single hyphens: `pack/some-name`",
};

/// Says how an id should read; where its parts are no names either, what names look like.
fn write_instead(pack: Option<&str>, name: &str, found: &mut Diagnostic) {
    let (pack, name) = (pack.unwrap_or("pack"), name.to_lowercase());
    if is_kebab(pack) && is_kebab(&name) {
        found.help(bilingual!("Richtig ist `{pack}/{name}`.", "write `{pack}/{name}`"));
    } else {
        found.help(SHAPE);
    }
}

/// Checks `DE_TAX_ID`.
pub(super) fn check_label(label: &Text, problems: &mut Problems<'_>) {
    let fits = label.text.starts_with(|c: char| c.is_ascii_uppercase())
        && label.text.len() <= 64
        && label.text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    if !fits {
        let written = clipped(&label.text);
        let message = bilingual!(
            "das Label `{written}` besteht nicht aus Großbuchstaben und Unterstrichen",
            "the label `{written}` is not in upper snake case",
        );
        problems.report(label.place, message).help(bilingual!(
            "Möglich sind Großbuchstaben von A bis Z, Ziffern und Unterstriche: `DE_TAX_ID`.",
            "use capitals A to Z, digits and underscores: `DE_TAX_ID`",
        ));
    }
}

/// Labels of other rules.
pub(super) fn labels(list: Option<&List<Text>>, problems: &mut Problems<'_>) -> Vec<String> {
    let labels: &[Text] = list.map_or(&[], |list| &list.items);
    for label in labels {
        check_label(label, problems);
    }
    labels.iter().map(|label| label.text.clone()).collect()
}

/// Checks a group.
pub(super) fn check_group(group: &Text, problems: &mut Problems<'_>) {
    if !is_kebab(&group.text) {
        let written = clipped(&group.text);
        let message = bilingual!(
            "die Gruppe `{written}` besteht nicht aus Kleinbuchstaben und Bindestrichen",
            "the group `{written}` is not in kebab-case",
        );
        problems.report(group.place, message).help(bilingual!(
            "Möglich sind Kleinbuchstaben von a bis z, Ziffern und einzelne Bindestriche: `state-identifiers`.",
            "use lower-case letters a to z, digits and single hyphens: `state-identifiers`",
        ));
    }
}

/// Norm and source keys.
pub(super) fn references(keys: &List<Text>, problems: &mut Problems<'_>) -> Vec<String> {
    for key in keys.items.iter().filter(|key| key.text.contains(char::is_whitespace)) {
        let written = clipped(&key.text);
        let message =
            bilingual!("im Verweis `{written}` stehen Leerzeichen", "the reference `{written}` has blanks in it",);
        problems.report(key.place, message).help(bilingual!(
            "Verweise sind kurze Kürzel wie GDPR-9 oder StGB-203.",
            "references are short keys such as GDPR-9 or StGB-203",
        ));
    }
    keys.items.iter().map(|key| key.text.clone()).collect()
}

/// The frames that silence a rule.
pub(super) fn guards(
    guards: &List<Text>,
    frames: &BTreeSet<String>,
    complete: bool,
    problems: &mut Problems<'_>,
) -> Vec<String> {
    for guard in guards.items.iter().filter(|guard| guard.text != "quotation" && !frames.contains(&guard.text)) {
        if complete {
            let frames = frames.iter().map(String::as_str).chain(["quotation"]);
            let written = guard.text.strip_prefix("frame/").unwrap_or(&guard.text);
            let shown = clipped(&guard.text);
            problems
                .report(guard.place, bilingual!("den Rahmen `{shown}` gibt es nicht", "unknown frame `{shown}`"))
                .allowed(written, frames);
        }
    }
    guards.items.iter().map(|guard| guard.text.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::is_kebab;

    #[test]
    fn knows_kebab_case() {
        assert!(is_kebab("de-tax-id") && is_kebab("x2"));
        for wrong in ["", "-a", "a-", "a--b", "A", "ä", "a_b", "a b"] {
            assert!(!is_kebab(wrong), "{wrong}");
        }
    }
}
