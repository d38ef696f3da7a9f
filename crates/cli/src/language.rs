//! The language of a run.

use std::ffi::OsString;

use leitplanke_finding::Language;

/// The language of the environment: German where nothing is set, or German is; else English.
pub(crate) fn of_environment() -> Language {
    locale().map_or(Language::De, |locale| of_locale(&locale))
}

/// The language for messages about the command line itself: that of `--lang`, wherever it stands, else that of the
/// environment.
pub(crate) fn of_words(words: &[OsString]) -> Language {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        if let Some(language) = value.and_then(of_code) {
            return language;
        }
    }
    of_environment()
}

/// The language with this ISO 639-1 code.
pub(crate) fn of_code(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.as_str() == code)
}

/// True when the environment says that the terminal shows no more than ASCII.
pub(crate) fn shows_only_ascii() -> bool {
    locale().is_some_and(|locale| is_ascii_locale(&locale))
}

/// The one of two texts that is in `language`.
pub(crate) fn pick<T>(language: Language, german: T, english: T) -> T {
    match language {
        Language::De => german,
        Language::En => english,
    }
}

/// As POSIX ranks the variables; empty ones count as unset.
fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

fn of_locale(locale: &str) -> Language {
    let code = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    if code.eq_ignore_ascii_case("de") { Language::De } else { Language::En }
}

/// A locale that names no character set says nothing, except for the two that stand for plain ASCII.
fn is_ascii_locale(locale: &str) -> bool {
    if matches!(locale, "C" | "POSIX") {
        return true;
    }
    let charset = locale.split_once('.').map(|(_, rest)| rest.split('@').next().unwrap_or(rest));
    charset.is_some_and(|charset| !charset.replace('-', "").eq_ignore_ascii_case("utf8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn german_is_german_everywhere() {
        for german in ["de", "de_DE.UTF-8", "de_AT@euro", "de-CH", "DE"] {
            assert_eq!(of_locale(german), Language::De, "{german}");
        }
        for english in ["C", "C.UTF-8", "en_US.UTF-8", "fr_FR", "den"] {
            assert_eq!(of_locale(english), Language::En, "{english}");
        }
    }

    #[test]
    fn the_command_line_wins() {
        let of = |line: &str| of_words(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of("leitplanke check --lang en x"), Language::En);
        assert_eq!(of("leitplanke --lang=en --nonsense"), Language::En);
        assert_eq!(of("leitplanke --lang=de --lang en"), Language::De);
    }

    #[test]
    fn only_an_old_character_set_asks_for_ascii() {
        assert!(is_ascii_locale("C") && is_ascii_locale("de_DE.ISO-8859-1"));
        assert!(!is_ascii_locale("de_DE.UTF-8") && !is_ascii_locale("C.utf8") && !is_ascii_locale("de_DE"));
    }
}
