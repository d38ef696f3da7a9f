//! Where a finding stands, in words.

use leitplanke_finding::{Language, Location};

use crate::escape::{commands, one_line};

/// The file.
pub(crate) fn file(location: &Location) -> String {
    let mut path = one_line(&location.path);
    if commands(&path) {
        path.insert_str(0, "./");
    }
    path
}

/// `path:line:column` for files, so that editors jump there; conversation and message for chats; the pointer for
/// values of JSON files. In the last two, line and column count in the text itself.
pub(crate) fn full(location: &Location, language: Language) -> String {
    let (file, line, column) = (file(location), location.line, location.column);
    if let Some(message) = &location.message {
        let message = one_line(message);
        let conversation = match (&location.conversation, location.record) {
            (Some(id), _) => one_line(id),
            (None, Some(record)) => (record + 1).to_string(),
            (None, None) => "1".to_owned(),
        };
        return match language {
            Language::De => {
                format!("{file}, Gespräch {conversation}, Nachricht {message}, Zeile {line}, Spalte {column}")
            }
            Language::En => {
                format!("{file}, conversation {conversation}, message {message}, line {line}, column {column}")
            }
        };
    }
    match &location.pointer {
        Some(pointer) => format!("{file}#{}:{line}:{column}", one_line(pointer)),
        None => format!("{file}:{line}:{column}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_files_values_and_messages() {
        let mut location = Location { path: "b\u{1b}.json".into(), line: 2, column: 7, ..Location::default() };
        assert_eq!(full(&location, Language::De), "b<U+001B>.json:2:7");
        location.pointer = Some("/x".into());
        assert_eq!(full(&location, Language::De), "b<U+001B>.json#/x:2:7");
        location.message = Some("m-3".into());
        location.record = Some(0);
        assert_eq!(full(&location, Language::En), "b<U+001B>.json, conversation 1, message m-3, line 2, column 7");
    }
}
