//! The tree.

use crate::bilingual::Both;

/// A scalar, for messages.
pub(super) const TEXT: Both = Both { de: "Text", en: "text" };

/// A sequence, for messages.
pub(super) const LIST: Both = Both { de: "eine Liste", en: "a list" };

/// A mapping, for messages.
pub(super) const MAP: Both = Both { de: "eine Gruppe von `schlüssel: wert`", en: "a map" };

/// Where something stands in its file; lines and columns count from 1, columns and widths in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Characters to point at; 0 for the rest of the line.
    pub width: usize,
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where the value begins; for a map, its first key.
    pub place: Place,
    /// The value.
    pub value: Value,
}

/// What YAML can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A scalar. Whether it is a number is decided by who asks for one: `version: 0.10` keeps its zero.
    Scalar {
        /// Its text, quotes and escapes resolved.
        text: String,
        /// How it was written.
        style: Style,
    },
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in file order, each key once.
    Map(Vec<(Key, Node)>),
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
    /// `|` or `>`
    Block,
}

/// The key of a map entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its text.
    pub text: String,
    /// Its place.
    pub place: Place,
}

impl Node {
    /// The value of a key of a map.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(found, _)| found.text == key).map(|(_, node)| node)
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } if !self.is_null() => Some(text),
            _ => None,
        }
    }

    /// True where nothing is written, or `null` or `~`.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, style: Style::Plain }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// What this is, for messages: "found …".
    pub fn describe(&self) -> Both {
        match &self.value {
            _ if self.is_null() => Both { de: "nichts", en: "nothing" },
            Value::Scalar { .. } => TEXT,
            Value::List(_) => LIST,
            Value::Map(_) => MAP,
        }
    }
}
