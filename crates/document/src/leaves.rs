//! Walks a JSON value and collects the texts in it, with who wrote them.
//!
//! Chat formats differ in nearly everything, but an object that names its author holds what that author wrote. So
//! one walk reads them all: texts anywhere below such an object get its role and id.

use std::borrow::Cow;
use std::fmt;
use std::fmt::Write as _;

use leitplanke_finding::Role;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::vocabulary::{Field, is_tool_kind, role};

/// A text in a JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leaf<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) pointer: String,
    /// The key above, through arrays.
    pub(crate) key: Option<Cow<'t, str>>,
    pub(crate) role: Option<Role>,
    pub(crate) message: Option<Cow<'t, str>>,
}

/// All texts of a JSON value, in its order.
#[derive(Debug, Default)]
pub(crate) struct Leaves<'t> {
    pub(crate) list: Vec<Leaf<'t>>,
    /// Id of the value itself.
    pub(crate) id: Option<Cow<'t, str>>,
    /// Who wrote the value, when it is a message.
    pub(crate) author: Option<Role>,
}

impl<'t> Leaves<'t> {
    /// Collects the texts of `json`, which stands at `pointer` in its file.
    pub(crate) fn of(json: &'t str, pointer: String) -> Result<Self, serde_json::Error> {
        let mut walk = Walk { list: Vec::new(), pointer };
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let node =
            Step { walk: &mut walk, key: None, field: Field::Text, index: None }.deserialize(&mut deserializer)?;
        deserializer.end()?;
        let (id, author) = match node {
            Node::Object { id, author } => (id, author),
            Node::Word(_) | Node::Other => (None, None),
        };
        Ok(Self { list: walk.list, id, author })
    }
}

struct Walk<'t> {
    list: Vec<Leaf<'t>>,
    pointer: String,
}

impl Walk<'_> {
    /// Texts from `first` on that nobody has claimed yet are by `role`.
    fn attribute(&mut self, first: usize, role: Role) {
        for leaf in &mut self.list[first..] {
            leaf.role = leaf.role.or(Some(role));
        }
    }
}

/// Numbers with fewer digits are no identifiers.
const IDENTIFIER_DIGITS: usize = 8;

/// Longest id, in bytes; longer strings are texts.
const ID_BYTES: usize = 128;

/// From this length on, in bytes, a string of nothing but base64 letters is no text.
const ENCODED_BYTES: usize = 512;

/// Longest name in front of a key, in bytes; base64 hardly ever begins with so many small letters and `_`.
const NAME_BYTES: usize = 12;

/// What the object above needs to know about a value.
enum Node<'t> {
    /// A string under a key that names an author, an id or a kind.
    Word(Cow<'t, str>),
    Object {
        id: Option<Cow<'t, str>>,
        author: Option<Role>,
    },
    Other,
}

struct Step<'w, 't> {
    walk: &'w mut Walk<'t>,
    key: Option<Cow<'t, str>>,
    field: Field,
    index: Option<usize>,
}

impl<'t> Step<'_, 't> {
    fn text(self, text: Cow<'t, str>) -> Node<'t> {
        let wordlike = || text.len() <= ID_BYTES && !text.contains([' ', '\n', '\t', '@']);
        match self.field {
            Field::Author if role(&text).is_some() => return Node::Word(text),
            Field::Id | Field::Kind if wordlike() => return Node::Word(text),
            Field::Technical if wordlike() => return Node::Other,
            Field::Encoded => return Node::Other,
            _ => {}
        }
        if !text.is_empty() && !is_encoded(&text) {
            let pointer = self.walk.pointer.clone();
            self.walk.list.push(Leaf { text, pointer, key: self.key, role: None, message: None });
        }
        Node::Other
    }

    fn number(self, number: impl fmt::Display) -> Node<'t> {
        let text = number.to_string();
        match self.field {
            Field::Id => Node::Word(Cow::Owned(text)),
            Field::Text if text.len() >= IDENTIFIER_DIGITS => self.text(Cow::Owned(text)),
            _ => Node::Other,
        }
    }
}

/// Pictures and files travel inside chats as base64.
fn is_encoded(text: &str) -> bool {
    let body = match text.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,")) {
        Some((_, body)) => body,
        None if text.len() < ENCODED_BYTES => return false,
        None => text,
    };
    // A key with a name in front (`ops_…`) may be as long, but somebody pasted it.
    let named = body.split_once('_').is_some_and(|(name, _)| {
        (2..=NAME_BYTES).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase())
    });
    !named && body.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=-_".contains(&byte))
}

impl<'de> DeserializeSeed<'de> for Step<'_, 'de> {
    type Value = Node<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Step<'_, 'de> {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(self.text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.text(Cow::Owned(text.to_owned())))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(self.number(number))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Node::Other)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Node::Other)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Node::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Node::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let depth = self.walk.pointer.len();
        for index in 0.. {
            let before = self.walk.list.len();
            let _ = write!(self.walk.pointer, "/{index}");
            let item = items.next_element_seed(Step {
                walk: &mut *self.walk,
                key: self.key.clone(),
                field: Field::Text,
                index: Some(index),
            })?;
            self.walk.pointer.truncate(depth);
            if item.is_none() {
                self.walk.list.truncate(before);
                break;
            }
        }
        Ok(Node::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let (depth, first) = (self.walk.pointer.len(), self.walk.list.len());
        let (mut id, mut author, mut kind, mut speaks) = (None, None, None, false);
        while let Some(Key(key)) = entries.next_key()? {
            let (field, before) = (Field::of(&key), self.walk.list.len());
            speaks |= key == "content";
            if !is_name(&key) {
                let pointer = self.walk.pointer.clone();
                self.walk.list.push(Leaf { text: key.clone(), pointer, key: None, role: None, message: None });
            }
            push_token(&mut self.walk.pointer, &key);
            let node = entries.next_value_seed(Step { walk: &mut *self.walk, key: Some(key), field, index: None })?;
            self.walk.pointer.truncate(depth);
            match (field, node) {
                (Field::Author, Node::Word(word)) => author = role(&word).or(author),
                (Field::Author, Node::Object { author: inner, .. }) => author = inner.or(author),
                (Field::Id, Node::Word(word)) => id = id.or(Some(word)),
                (Field::Kind, Node::Word(word)) => kind = Some(word),
                (Field::Call, _) => self.walk.attribute(before, Role::Tool),
                _ => {}
            }
        }
        match kind {
            Some(kind) if is_tool_kind(&kind) => self.walk.attribute(first, Role::Tool),
            // Some formats name the author of a message as its type.
            Some(kind) if speaks => author = author.or(role(&kind).filter(|role| *role != Role::Tool)),
            _ => {}
        }
        if author.is_some() {
            let message = id.clone().or_else(|| self.index.map(|index| Cow::Owned(index.to_string())));
            for leaf in &mut self.walk.list[first..] {
                leaf.role = leaf.role.or(author);
                leaf.message = leaf.message.take().or_else(|| message.clone());
            }
        }
        Ok(Node::Object { id, author })
    }
}

/// Keys are names like `user_name`; others are data (`{"anna@web.de": …}`) and read like texts.
fn is_name(key: &str) -> bool {
    key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.$:/".contains(&byte))
        && key.bytes().filter(u8::is_ascii_digit).count() < IDENTIFIER_DIGITS
        || is_hexadecimal_id(key)
}

/// Chat exports key their maps by UUIDs.
fn is_hexadecimal_id(key: &str) -> bool {
    key.len() >= 24 && key.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

fn push_token(pointer: &mut String, key: &str) {
    pointer.push('/');
    for c in key.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(c),
        }
    }
}

/// A key, borrowed where the file holds it as it is.
struct Key<'t>(Cow<'t, str>);

impl<'de> serde::Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(json: &str) -> Vec<(String, String, Option<Role>, Option<String>)> {
        let leaves = Leaves::of(json, String::new()).unwrap();
        let show =
            |leaf: Leaf<'_>| (leaf.pointer, leaf.text.into_owned(), leaf.role, leaf.message.map(Cow::into_owned));
        leaves.list.into_iter().map(show).collect()
    }

    #[test]
    fn texts_get_the_role_of_the_object_around_them() {
        let json = r#"{"messages":[{"content":"Hallo","role":"user"},
            {"id":"m-2","role":"assistant","content":[{"type":"text","text":"Guten Tag"}]}]}"#;
        assert_eq!(
            walk(json),
            [
                ("/messages/0/content".into(), "Hallo".into(), Some(Role::Prompt), Some("0".into())),
                ("/messages/1/content/0/text".into(), "Guten Tag".into(), Some(Role::Output), Some("m-2".into())),
            ]
        );
    }

    #[test]
    fn an_author_object_names_the_role() {
        let json = r#"{"id":"n1","message":{"author":{"role":"tool"},"content":{"parts":["Treffer"]}}}"#;
        assert_eq!(walk(json), [("/message/content/parts/0".into(), "Treffer".into(), Some(Role::Tool), None)]);
    }

    #[test]
    fn a_role_that_is_prose_is_a_text() {
        let json = r#"{"role":"Du bist eine freundliche Beraterin."}"#;
        assert_eq!(walk(json)[0].1, "Du bist eine freundliche Beraterin.");
    }

    #[test]
    fn long_numbers_and_odd_keys_are_texts_and_pointers_are_escaped() {
        let texts: Vec<_> = walk(r#"{"a/b":{"idnr":81433762354,"n":7},"anna@web.example":true}"#);
        assert_eq!(texts[0].0, "/a~1b/idnr");
        assert_eq!(texts[0].1, "81433762354");
        assert_eq!(texts[1].1, "anna@web.example");
        assert_eq!(texts.len(), 2);
    }

    #[test]
    fn a_long_key_with_a_name_in_front_is_text() {
        let key = format!("ops_{}", "QUJD".repeat(200));
        let json = format!(r#"{{"text":"{key}"}}"#);
        let found: Vec<_> = walk(&json).into_iter().map(|leaf| leaf.1).collect();
        assert_eq!(found, [key]);
    }

    #[test]
    fn encoded_pictures_are_no_text() {
        let json = format!(r#"{{"url":"data:image/png;base64,{}","data":"{}"}}"#, "QUJD", "QUJD".repeat(200));
        assert_eq!(walk(&json), []);
    }

    #[test]
    fn results_of_tools_are_not_by_the_user() {
        let json =
            r#"{"role":"user","content":[{"type":"tool_result","content":"Treffer"},{"type":"text","text":"x"}]}"#;
        let roles: Vec<_> = walk(json).into_iter().map(|leaf| leaf.2).collect();
        assert_eq!(roles, [Some(Role::Tool), Some(Role::Prompt)]);
    }

    #[test]
    fn calls_of_tools_have_their_own_role() {
        let json = r#"{"role":"assistant","tool_calls":[{"function":{"arguments":"{\"plz\":\"50667\"}"}}]}"#;
        assert_eq!(walk(json)[0].2, Some(Role::Tool));
    }
}
