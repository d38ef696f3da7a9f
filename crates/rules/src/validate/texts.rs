//! Texts for readers.

use crate::bilingual;
use crate::bilingual::Texts;
use crate::spec::Bilingual;
use crate::yaml::{Problems, Text, clipped};

/// What a text may hold in braces, and what stands there in a report.
const PLACEHOLDERS: [&str; 5] = ["match", "term", "instead", "count", "decoded"];

/// The text in both languages; placeholders are left alone.
pub(crate) fn texts(written: Option<&Bilingual>) -> Texts {
    let of = |text: Option<&Text>| text.map(|text| text.text.trim().to_owned()).unwrap_or_default();
    written.map(|both| Texts { de: of(both.de.as_ref()), en: of(both.en.as_ref()) }).unwrap_or_default()
}

/// The same, for texts with placeholders.
pub(super) fn filled_texts(written: &Bilingual, problems: &mut Problems<'_>) -> Texts {
    for text in [&written.de, &written.en].into_iter().flatten() {
        check_placeholders(text, problems);
    }
    texts(Some(written))
}

fn check_placeholders(text: &Text, problems: &mut Problems<'_>) {
    let mut at = 0;
    while let Some(open) = text.text[at..].find('{').map(|found| at + found) {
        at = open + 1;
        let Some(length) = text.text[at..].find('}') else { break };
        let name = &text.text[at..at + length];
        let is_name =
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
        if is_name && !PLACEHOLDERS.contains(&name) {
            let place = text.inside(problems, open, at + length + 1);
            let shown = clipped(name);
            let message =
                bilingual!("den Platzhalter `{{{shown}}}` gibt es nicht", "unknown placeholder `{{{shown}}}`",);
            problems.report(place, message).allowed(name, PLACEHOLDERS);
        }
    }
}
