use std::borrow::Cow;

use leitplanke_finding::{Language, Role};
use serde_json::error::Category;
use thiserror::Error;

use crate::document::{Conversation, Message};
use crate::fields;
use crate::leaves::{Leaf, Leaves};
use crate::surrogate;
use crate::vocabulary::{holds_speech, role_of_key};

/// Largest single record (a line, an element of an array) that is read, in bytes.
pub const MAX_RECORD_BYTES: usize = 64 << 20;

/// A record that could not be read. Says nothing about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("record {record}: {}", .problem.describe(Language::En))]
pub struct RecordError {
    /// 0-based index in the file; for JSON Lines, [`Self::line`] less one.
    pub record: usize,
    /// 1-based line in the file, where records are lines.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: RecordProblem,
}

impl RecordError {
    /// Where and what, for the user.
    pub fn describe(&self, language: Language) -> String {
        let what = self.problem.describe(language);
        match (language, self.line) {
            (Language::De, Some(line)) => format!("Zeile {line}: {what}"),
            (Language::De, None) => format!("Eintrag {}: {what}", self.record + 1),
            (Language::En, Some(line)) => format!("line {line}: {what}"),
            (Language::En, None) => format!("entry {}: {what}", self.record + 1),
        }
    }
}

/// What can be wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RecordProblem {
    /// Ends in the middle.
    CutOff,
    /// Breaks the rules of JSON at this byte, counted from 1.
    NotJson {
        /// Byte in the record, from 1.
        column: usize,
    },
    /// Larger than [`MAX_RECORD_BYTES`].
    TooLarge,
}

impl RecordProblem {
    /// What is wrong, for the user.
    pub fn describe(self, language: Language) -> String {
        match (self, language) {
            (Self::CutOff, Language::De) => "Der Eintrag ist abgeschnitten und wurde nicht gelesen.".to_owned(),
            (Self::CutOff, Language::En) => "The entry is cut off and was not read.".to_owned(),
            (Self::NotJson { column }, Language::De) => {
                format!("Das ist kein gültiges JSON (Byte {column}); der Eintrag wurde nicht gelesen.")
            }
            (Self::NotJson { column }, Language::En) => {
                format!("This is not valid JSON (byte {column}); the entry was not read.")
            }
            (Self::TooLarge, Language::De) => "Der Eintrag ist größer als 64 MiB und wurde nicht gelesen.".to_owned(),
            (Self::TooLarge, Language::En) => "The entry is larger than 64 MiB and was not read.".to_owned(),
        }
    }
}

/// What a stretch of records amounts to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch<'t> {
    /// Conversations with at least one text, in the order of the file.
    pub conversations: Vec<Conversation<'t>>,
    /// Records that could not be read.
    pub errors: Vec<RecordError>,
    /// Records that hold no text.
    pub skipped: usize,
}

impl<'t> Batch<'t> {
    /// Sorts one more record in.
    pub(crate) fn push(&mut self, record: usize, line: Option<usize>, read: Result<Conversation<'t>, RecordProblem>) {
        match read {
            Ok(conversation) if conversation.messages.is_empty() => self.skipped += 1,
            Ok(conversation) => self.conversations.push(Conversation { record: Some(record), ..conversation }),
            Err(problem) => self.errors.push(RecordError { record, line, problem }),
        }
    }
}

/// Reads one JSON value as a conversation. `pointer` says where in its file it stands, `role` who wrote texts that
/// do not say so themselves.
pub(crate) fn conversation<'t>(json: &'t str, pointer: &str, role: Role) -> Result<Conversation<'t>, RecordProblem> {
    if json.len() > MAX_RECORD_BYTES {
        return Err(RecordProblem::TooLarge);
    }
    let error = match Leaves::of(json, pointer.to_owned()) {
        Ok(leaves) => return Ok(assemble(leaves, pointer, role)),
        Err(error) => error,
    };
    if let Some(repaired) = surrogate::repair(json)
        && let Ok(leaves) = Leaves::of(&repaired, pointer.to_owned())
    {
        return Ok(assemble(leaves, pointer, role).into_owned());
    }
    Err(match error.classify() {
        Category::Eof => RecordProblem::CutOff,
        Category::Io | Category::Syntax | Category::Data => RecordProblem::NotJson { column: error.column() },
    })
}

/// In a chat only messages and the texts beside them count (title, system prompt); account data does not. Anywhere
/// else every text counts.
fn assemble<'t>(leaves: Leaves<'t>, pointer: &str, role: Role) -> Conversation<'t> {
    let chat = leaves.list.iter().any(|leaf| leaf.role.is_some());
    let mut messages: Vec<Message<'t>> = leaves
        .list
        .into_iter()
        .filter(|leaf| !chat || !is_machine_word(leaf))
        .filter_map(|leaf| {
            let by_key = role_of_key(top_key(&leaf.pointer[pointer.len()..]));
            match (leaf.role, by_key) {
                (Some(known), _) | (None, Some(known)) if chat => Some(message(leaf, known, true)),
                (None, None) if chat => None,
                (_, by_key) => Some(message(leaf, by_key.unwrap_or(role), false)),
            }
        })
        .collect();
    // Some exports hold a message twice, as a whole and in its parts.
    messages.dedup_by(|later, message| chat && later.id == message.id && later.text == message.text);
    if !chat {
        fields::number(&mut messages);
    }
    Conversation { record: None, id: leaves.id, messages }
}

fn message(leaf: Leaf<'_>, role: Role, chat: bool) -> Message<'_> {
    let id = match leaf.message {
        // A text beside the messages goes by its key.
        None if chat => leaf.key.clone().or(Some(Cow::Borrowed("0"))),
        id => id,
    };
    let key = if chat { None } else { leaf.key };
    Message { id, role, text: leaf.text, pointer: Some(leaf.pointer), key, ..Message::default() }
}

/// Messages are full of states, kinds and dates that nobody said.
fn is_machine_word(leaf: &Leaf<'_>) -> bool {
    let is_name = |part: &&str| !part.bytes().all(|byte| byte.is_ascii_digit());
    !leaf.text.contains(char::is_whitespace)
        && !leaf.text.contains('@')
        && !leaf.pointer.rsplit('/').find(is_name).is_some_and(holds_speech)
}

/// The first key of a pointer, below the wrapping object of batch formats.
fn top_key(pointer: &str) -> &str {
    let mut keys = pointer.split('/').skip(1);
    match keys.next() {
        Some("body" | "params" | "request") => keys.next().unwrap_or_default(),
        key => key.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(json: &str) -> Vec<(Role, String)> {
        let conversation = conversation(json, "", Role::Prompt).unwrap();
        conversation.messages.into_iter().map(|message| (message.role, message.text.into_owned())).collect()
    }

    #[test]
    fn a_chat_leaves_account_data_alone_and_keeps_title_and_system() {
        let json = r#"{"title":"Hilfeplan","account":{"email":"a@b.example"},"params":{"system":"Sei nett.",
            "messages":[{"role":"user","content":"Hallo"}]}}"#;
        assert_eq!(
            texts(json),
            [
                (Role::Prompt, "Hilfeplan".to_owned()),
                (Role::System, "Sei nett.".to_owned()),
                (Role::Prompt, "Hallo".to_owned()),
            ]
        );
    }

    #[test]
    fn machine_words_and_doubles_in_messages_are_left_out() {
        let json = r#"{"chat_messages":[{"uuid":"m","sender":"human","text":"Danke","effort":"standard",
            "note":"zwei Wörter","content":[{"type":"text","text":"zwei Wörter"}]}]}"#;
        let texts: Vec<_> = texts(json).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["Danke", "zwei Wörter"]);
    }

    #[test]
    fn a_question_and_its_answer_have_roles() {
        let json = r#"{"instruction":"Fasse zusammen.","output":"Kurz gesagt"}"#;
        assert_eq!(texts(json)[1], (Role::Output, "Kurz gesagt".to_owned()));
    }

    #[test]
    fn lone_surrogates_are_read_lossily() {
        assert_eq!(texts(r#"{"a":"b\ud83d"}"#)[0].1, "b\u{fffd}");
    }

    #[test]
    fn says_what_is_wrong_without_quoting_it() {
        let error = |json: &str| conversation(json, "", Role::Prompt).unwrap_err();
        assert_eq!(error(r#"{"a":"Sabine"#), RecordProblem::CutOff);
        assert!(matches!(error(r#"{"a":Sabine}"#), RecordProblem::NotJson { .. }));
        assert!(matches!(error(&"[".repeat(1000)), RecordProblem::NotJson { .. }));
        assert!(!error(r#"{"a":Sabine}"#).describe(Language::De).contains("Sabine"));
    }
}
