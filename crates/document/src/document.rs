use std::borrow::Cow;

use leitplanke_finding::Role;

use crate::directive::Directives;
use crate::record::RecordError;

/// One input, decoded and split into messages. Borrows from the decoded text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document<'t> {
    /// The file as the user named it, with `/`; `-` for standard input.
    pub path: String,
    /// What was said; a text file is one conversation of one message.
    pub conversations: Vec<Conversation<'t>>,
    /// Records that could not be read; the others were.
    pub errors: Vec<RecordError>,
    /// Records that hold no text.
    pub skipped: usize,
}

/// Messages that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conversation<'t> {
    /// 0-based index in the file (for JSON Lines: of the line); `None` when the file is the conversation.
    pub record: Option<usize>,
    /// Its id in the chat log.
    pub id: Option<Cow<'t, str>>,
    /// In the order of the file.
    pub messages: Vec<Message<'t>>,
}

/// A stretch of text by one author.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message<'t> {
    /// Its id in the chat log, or its 0-based index there; `None` for files that are no chat. Parts of one message
    /// share it.
    pub id: Option<Cow<'t, str>>,
    /// Who wrote it.
    pub role: Role,
    /// What was written. Spans of findings and directives count in it.
    pub text: Cow<'t, str>,
    /// Where a JSON file holds the text, as JSON pointer (RFC 6901): for JSON Lines within the line, else within the
    /// file.
    pub pointer: Option<String>,
    /// The key a text of a JSON file that is no chat stands under, also in an array: `iban` says what `DE21 …` is.
    pub key: Option<Cow<'t, str>>,
    /// The record it is a field of, counted from 0 within the conversation. Fields of one record are about the same
    /// thing, mostly a person. `None` for texts that stand for themselves, and in chats.
    pub row: Option<u32>,
    /// Inline suppressions. Always empty for JSON values and chats: a chat log can not silence its own audit.
    pub directives: Directives,
}

impl Conversation<'_> {
    /// The same conversation, holding its texts itself.
    pub(crate) fn into_owned(self) -> Conversation<'static> {
        Conversation {
            record: self.record,
            id: self.id.map(owned),
            messages: self.messages.into_iter().map(Message::into_owned).collect(),
        }
    }
}

impl Message<'_> {
    fn into_owned(self) -> Message<'static> {
        Message {
            id: self.id.map(owned),
            role: self.role,
            text: owned(self.text),
            pointer: self.pointer,
            key: self.key.map(owned),
            row: self.row,
            directives: self.directives,
        }
    }
}

fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}
