//! Which texts of a JSON file are the fields of records, as member lists and forms have them.

use crate::document::{Conversation, Message};
use crate::vocabulary::holds_prose;

/// Longest field, in bytes. A longer text is one of its own.
const FIELD_BYTES: usize = 256;

/// Gives the fields of each record among `messages` their row: short texts in the same object, or in objects inside
/// it, up to the next array of objects.
pub(crate) fn number(messages: &mut [Message<'_>]) {
    let mut row = 0;
    let mut open: Option<String> = None;
    for message in messages.iter_mut().filter(|message| is_field(message)) {
        let record = record(message.pointer.as_deref().unwrap_or_default());
        if open.as_deref().is_some_and(|open| open != record) {
            row += 1;
        }
        open = Some(record.to_owned());
        message.row = Some(row);
    }
}

/// Makes one conversation of an array in which there is nothing but fields: the rows of a list belong together. Nothing
/// changes when somebody wrote a text in it.
pub(crate) fn join(conversations: &mut Vec<Conversation<'_>>) {
    let mut all = conversations.iter().flat_map(|conversation| &conversation.messages);
    if conversations.len() < 2 || !all.all(|message| message.row.is_some()) {
        return;
    }
    let mut messages: Vec<Message<'_>> =
        conversations.drain(..).flat_map(|conversation| conversation.messages).collect();
    number(&mut messages);
    conversations.push(Conversation { messages, ..Conversation::default() });
}

/// Signs that would end the cell of a table are none of a field's.
fn is_field(message: &Message<'_>) -> bool {
    message.key.as_deref().is_some_and(|key| !holds_prose(key))
        && message.text.len() <= FIELD_BYTES
        && !message.text.contains(|c: char| c.is_control() || matches!(c, '"' | '|'))
}

/// The pointer of the record that holds a text: `/3` for `/3/adresse/ort` and `/3/kinder/0`.
fn record(pointer: &str) -> &str {
    let mut at = pointer;
    let mut below_key = false;
    while let Some((above, last)) = at.rsplit_once('/') {
        let is_index = last.bytes().all(|byte| byte.is_ascii_digit());
        if is_index && below_key {
            return at;
        }
        below_key |= !is_index;
        at = above;
    }
    at
}

#[cfg(test)]
mod tests {
    use leitplanke_finding::Role;

    use super::*;
    use crate::{Options, read};

    fn rows(json: &str) -> Vec<Vec<(String, Option<u32>)>> {
        let row = |message: &Message<'_>| (message.text.to_string(), message.row);
        let document = read("liste.json", json, &Options { role: Role::Prompt, format: None });
        document.conversations.iter().map(|conversation| conversation.messages.iter().map(row).collect()).collect()
    }

    #[test]
    fn a_record_ends_where_the_next_object_of_an_array_begins() {
        for (pointer, of) in [
            ("/3/adresse/ort", "/3"),
            ("/3/kinder/0", "/3"),
            ("/3/kinder/0/name", "/3/kinder/0"),
            ("/verein/name", ""),
            ("/0", ""),
            ("", ""),
        ] {
            assert_eq!(record(pointer), of, "{pointer}");
        }
    }

    #[test]
    fn a_list_of_records_is_one_conversation_of_rows() {
        let found = rows(r#"[{"id":7,"name":"Ada","ort":{"plz":"Ulm"}},{"id":8,"name":"Bo","ort":{"plz":"Köln"}}]"#);
        let row = |text: &str, row: u32| (text.to_owned(), Some(row));
        assert_eq!(found, [[row("Ada", 0), row("Ulm", 0), row("Bo", 1), row("Köln", 1)]]);
    }

    #[test]
    fn prompts_are_no_fields() {
        let found = rows(r#"[{"titel":"Brief","prompt":"Schreib Ada."},{"titel":"Mail","prompt":"Schreib Bo."}]"#);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0], [("Brief".to_owned(), Some(0)), ("Schreib Ada.".to_owned(), None)]);
        let long = format!(r#"{{"notiz":"{}","zeile":"a\nb"}}"#, "Sie kommt gern. ".repeat(20));
        assert!(rows(&long)[0].iter().all(|(_, row)| row.is_none()));
    }

    #[test]
    fn chats_have_no_fields() {
        let found = rows(r#"[{"role":"user","content":"Hallo"},{"role":"assistant","content":"Guten Tag"}]"#);
        assert!(found[0].iter().all(|(_, row)| row.is_none()));
    }
}
