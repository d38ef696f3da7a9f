use std::borrow::Cow;

use leitplanke_finding::Role;

use crate::binary::BinaryKind;
use crate::decode::{decode, without_mark};
use crate::directive::Directives;
use crate::document::{Conversation, Document, Message};
use crate::elements::Elements;
use crate::fields;
use crate::format::Format;
use crate::leaves::Leaves;
use crate::lines::read_lines;
use crate::record::{Batch, conversation};

/// What the caller knows about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Who wrote texts that do not say so themselves.
    pub role: Role,
    /// How the text is built; detected when absent.
    pub format: Option<Format>,
}

/// Splits a decoded text into its messages.
///
/// Never fails: records that can not be read become entries of [`Document::errors`], and a file that only looks like
/// JSON is read as the text it is.
pub fn read<'t>(path: &str, text: &'t str, options: &Options) -> Document<'t> {
    let format = options.format.unwrap_or_else(|| Format::detect(path, beginning(text)));
    let batch = match format {
        Format::JsonLines => read_lines(text, 0, options.role),
        Format::Json => read_json(text, options.role),
        Format::Text | Format::Markdown | Format::Yaml | Format::Jsonc => whole(text, format, options.role),
    };
    Document { path: path.to_owned(), conversations: batch.conversations, errors: batch.errors, skipped: batch.skipped }
}

/// True when a file may be read in [`crate::Blocks`]: its first bytes are UTF-8 and JSON Lines. `head` may end
/// anywhere; 64 KiB are plenty.
pub fn streams(path: &str, head: &[u8]) -> bool {
    let text = match std::str::from_utf8(without_mark(head)) {
        Ok(text) => text,
        // Cut inside a character.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&without_mark(head)[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    BinaryKind::of(head).is_none() && decode(head).is_ok() && Format::detect(path, text) == Format::JsonLines
}

/// What a format is detected by.
fn beginning(text: &str) -> &str {
    const HEAD: usize = 64 << 10;
    &text[..text.floor_char_boundary(HEAD)]
}

fn whole(text: &str, format: Format, role: Role) -> Batch<'_> {
    let directives = Directives::find(text, format);
    let message = Message { role, text: Cow::Borrowed(text), directives, ..Message::default() };
    Batch {
        conversations: vec![Conversation { messages: vec![message], ..Conversation::default() }],
        ..Batch::default()
    }
}

fn read_json(text: &str, role: Role) -> Batch<'_> {
    if let Some(batch) = read_array(text, role) {
        return batch;
    }
    match conversation(text, "", role) {
        Ok(conversation) if conversation.messages.is_empty() => Batch { skipped: 1, ..Batch::default() },
        Ok(conversation) => Batch { conversations: vec![conversation], ..Batch::default() },
        Err(_) => whole(text, Format::Jsonc, role),
    }
}

/// An array of objects is a list of conversations, unless its elements are messages, or records of nothing but fields.
/// `None` for anything else.
fn read_array(text: &str, role: Role) -> Option<Batch<'_>> {
    let first = Elements::new(text)?.next()?;
    let first = Leaves::of(first, String::new()).ok().filter(|_| first.starts_with('{'))?;
    if first.author.is_some() {
        return None;
    }
    let mut batch = Batch::default();
    for (index, element) in Elements::new(text)?.enumerate() {
        batch.push(index, None, conversation(element, &format!("/{index}"), role));
    }
    fields::join(&mut batch.conversations);
    Some(batch)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document<'t>(path: &str, text: &'t str) -> Document<'t> {
        read(path, text, &Options::default())
    }

    #[test]
    fn a_text_is_one_borrowed_message() {
        let document = document("brief.txt", "Hallo");
        let message = &document.conversations[0].messages[0];
        assert!(matches!(message.text, Cow::Borrowed("Hallo")));
        assert_eq!((message.role, message.id.as_deref(), message.pointer.as_deref()), (Role::Prompt, None, None));
    }

    #[test]
    fn chat_lines_are_conversations() {
        let text = "{\"id\":\"c1\",\"messages\":[{\"role\":\"user\",\"content\":\"Grüße\"}]}\n{\"n\":1}\n{\"id\":\n";
        let document = document("log.jsonl", text);
        let conversation = &document.conversations[0];
        assert_eq!((conversation.record, conversation.id.as_deref()), (Some(0), Some("c1")));
        assert!(matches!(conversation.messages[0].text, Cow::Borrowed("Grüße")));
        assert_eq!(conversation.messages[0].pointer.as_deref(), Some("/messages/0/content"));
        assert_eq!((document.skipped, document.errors.len()), (1, 1));
        assert_eq!(document.errors[0].to_string(), "record 2: The entry is cut off and was not read.");
    }

    #[test]
    fn a_prompt_library_gives_values_with_their_keys() {
        let document = document("prompts.json", r#"{"brief":{"iban":"DE21\u00fc"}}"#);
        let message = &document.conversations[0].messages[0];
        assert_eq!(message.text, "DE21ü");
        assert_eq!((message.pointer.as_deref(), message.key.as_deref()), (Some("/brief/iban"), Some("iban")));
    }

    #[test]
    fn an_array_holds_conversations_or_is_one() {
        let export = r#"[{"id":"a","messages":[{"role":"user","content":"x"}]},{"id":"b","messages":[{"role":]}]"#;
        let export = document("conversations.json", export);
        assert_eq!(export.conversations.len(), 1);
        assert_eq!(export.conversations[0].messages[0].pointer.as_deref(), Some("/0/messages/0/content"));
        assert_eq!(export.errors[0].record, 1);

        let turns = r#"[{"role":"system","content":"x"},{"role":"user","content":"y"}]"#;
        let turns = document("chat.json", turns);
        assert_eq!(turns.conversations.len(), 1);
        assert_eq!(turns.conversations[0].record, None);
        assert_eq!(turns.conversations[0].messages[1].pointer.as_deref(), Some("/1/content"));
        assert_eq!(turns.conversations[0].messages[1].id.as_deref(), Some("1"));
    }

    #[test]
    fn what_only_looks_like_json_is_read_as_text() {
        let document = document("kaputt.json", "{\"a\": \"Sabine\", // Kommentar\n}");
        assert!(document.conversations[0].messages[0].text.contains("Sabine"));
    }

    #[test]
    fn tells_which_files_stream() {
        let head = "{\"a\":\"ü\"}\n{\"a\":\"ü".as_bytes();
        assert!(streams("x", &head[..head.len() - 1]));
        assert!(streams("log.jsonl", b"{\"a\":"));
        assert!(!streams("log.jsonl", b"\xff\xfe{\0"));
        assert!(!streams("log.jsonl.gz", b"\x1f\x8b\x08\0"));
        assert!(!streams("a.txt", b"Hallo"));
    }
}
