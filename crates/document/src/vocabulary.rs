//! The words chat formats use for roles and keys.

use leitplanke_finding::Role;

/// What a key of a JSON object says about its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Field {
    /// Names who wrote what else stands in the object.
    Author,
    /// Names the object.
    Id,
    /// Holds the call of a tool.
    Call,
    /// Says what the object is.
    Kind,
    /// Machine words such as types, dates and references, unless the value looks like prose.
    Technical,
    /// Encoded bytes, never text.
    Encoded,
    /// Anything else.
    Text,
}

/// Keys whose values are machine words.
const TECHNICAL: &[&str] = &[
    "object",
    "model",
    "status",
    "mime_type",
    "media_type",
    "content_type",
    "finish_reason",
    "stop_reason",
    "created",
    "created_at",
    "create_time",
    "updated",
    "updated_at",
    "update_time",
    "timestamp",
    "tool_call_id",
    "tool_use_id",
    "call_id",
    "item_id",
    "parent",
    "parent_id",
    "parent_message_uuid",
    "children",
    "current_node",
    "recipient",
    "channel",
    "model_slug",
    "weight",
];

impl Field {
    pub(crate) fn of(key: &str) -> Self {
        match key {
            "role" | "sender" | "from" | "author" | "speaker" => Self::Author,
            "id" | "uuid" | "message_id" | "messageId" | "conversation_id" | "conversationId" | "conversation_hash"
            | "custom_id" | "thread_id" => Self::Id,
            "tool_calls" | "function_call" => Self::Call,
            "type" => Self::Kind,
            _ if TECHNICAL.contains(&key) => Self::Technical,
            "signature" | "encrypted_content" | "b64_json" | "thoughtSignature" => Self::Encoded,
            _ => Self::Text,
        }
    }
}

/// The role a chat format means by `word`; `None` for words no format uses so.
pub(crate) fn role(word: &str) -> Option<Role> {
    const WORDS: [(Role, &[&str]); 4] = [
        (Role::Prompt, &["user", "human", "prompter", "nutzer", "nutzerin"]),
        (Role::Output, &["assistant", "gpt", "model", "bot", "ai", "chatgpt", "claude", "gemini"]),
        (Role::System, &["system", "developer"]),
        (Role::Tool, &["tool", "function", "observation", "function_call", "tool_result", "ipython"]),
    ];
    let names = |words: &&[&str]| words.iter().any(|name| name.eq_ignore_ascii_case(word));
    WORDS.iter().find(|(_, words)| names(words)).map(|(role, _)| *role)
}

/// True for the types of objects that hold what goes into a tool or comes out of it.
pub(crate) fn is_tool_kind(word: &str) -> bool {
    matches!(
        word,
        "tool_use"
            | "tool_result"
            | "tool_call"
            | "tool_call_response"
            | "server_tool_use"
            | "function_call"
            | "function_call_output"
            | "custom_tool_call"
            | "custom_tool_call_output"
            | "mcp_call"
    )
}

/// True for keys that hold what was said. Below other keys of a message a single word is a machine's.
pub(crate) fn holds_speech(key: &str) -> bool {
    matches!(
        key,
        "content"
            | "text"
            | "parts"
            | "value"
            | "values"
            | "message"
            | "name"
            | "file_name"
            | "title"
            | "summary"
            | "query"
            | "input"
            | "output"
            | "result"
            | "prompt"
            | "thinking"
            | "arguments"
            | "extracted_content"
            | "display"
            | "refusal"
            | "transcript"
            | "reasoning_content"
    )
}

/// True for keys of a record under which somebody writes to a machine, or a machine to somebody.
pub(crate) fn holds_prose(key: &str) -> bool {
    const KEYS: &[&str] = &[
        "prompt",
        "text",
        "content",
        "message",
        "nachricht",
        "instruction",
        "instructions",
        "anweisung",
        "input",
        "output",
        "question",
        "frage",
        "answer",
        "antwort",
        "query",
        "response",
        "completion",
        "system",
        "system_prompt",
        "body",
        "template",
        "example",
        "beispiel",
        "description",
        "beschreibung",
    ];
    KEYS.iter().any(|word| word.eq_ignore_ascii_case(key))
}

/// The role of a text that stands beside the messages of a chat under `key`, or in a record that is a question and
/// its answer; `None` for keys that hold other things.
pub(crate) fn role_of_key(key: &str) -> Option<Role> {
    match key {
        "title" | "name" | "summary" | "prompt" | "instruction" | "input" | "question" | "query" => Some(Role::Prompt),
        "completion" | "output" | "response" | "answer" | "choices" | "chosen" | "rejected" => Some(Role::Output),
        "system" | "system_prompt" | "instructions" | "custom_instructions" => Some(Role::System),
        _ => None,
    }
}
