//! What readers see of a rule that brings along one line in one language.

use crate::bilingual;
use crate::bilingual::Texts;
use crate::yaml::clipped;

/// The texts of a rule.
pub(super) struct Said {
    pub(super) title: Texts,
    pub(super) message: Texts,
    pub(super) why: Texts,
    pub(super) instead: Texts,
}

/// The texts of a rule that is described so.
pub(super) fn said(description: &str) -> Said {
    let about = one_line(description);
    Said {
        message: bilingual!(
            "Das sieht nach einem Zugang oder Schlüssel aus (eigene Regel „{about}“). Bitte nicht absenden.",
            "This looks like an access or a key (house rule \"{about}\"). Please do not send it.",
        ),
        why: bilingual!(
            "Wer den Text liest, kommt damit hinein, auch noch lange danach.",
            "Whoever reads the text can use it, even a long time later.",
        ),
        instead: bilingual!(
            "Bitte sperren und neu erzeugen, im Passwortmanager ablegen und hier [ZUGANG] schreiben.",
            "Please revoke and renew it, keep it in a password manager and write [ACCESS] here.",
        ),
        title: Texts::same(about),
    }
}

/// One short line. Braces would be taken for placeholders.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    clipped(line.trim_end_matches('.')).replace('{', "(").replace('}', ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_one_line_and_fills_in_nothing() {
        let said = said("Key of\n {match} in {term}.");
        assert_eq!(said.title.de, "Key of (match) in (term)");
        assert!(said.message.en.contains("\"Key of (match) in (term)\"") && !said.message.de.contains('{'));
        assert!(super::said(&"x".repeat(500)).title.en.chars().count() < 70);
    }
}
