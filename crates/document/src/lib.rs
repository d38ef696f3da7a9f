//! Bytes to documents.
//!
//! Two steps: [`decode`] turns the bytes of a file into text, or refuses with a reason that names the way out;
//! [`read`] turns the text into a [`Document`]: conversations of messages, each with the role of who wrote it.
//! A text file is one conversation of one message. Texts are borrowed wherever the file holds them as they are.
//! A chat log of any size is read in [`Blocks`] that end at line borders and may be parsed in parallel.
//!
//! Spans always count in [`Message::text`]: the decoded text without a byte order mark, for JSON the string value
//! with its escapes undone. This crate looks for no findings, follows no links and unpacks no archives.
//!
//! ```
//! use leitplanke_document::{decode, read, Options};
//!
//! let decoded = decode(b"Gr\xfc\xdfe an {{name}}")?;
//! let document = read("brief.txt", &decoded.text, &Options::default());
//! assert_eq!(document.conversations[0].messages[0].text, "Grüße an {{name}}");
//! # Ok::<(), leitplanke_document::Refusal>(())
//! ```

mod binary;
mod decode;
mod directive;
mod document;
mod elements;
mod fields;
mod format;
mod leaves;
mod lines;
mod read;
mod record;
mod refusal;
mod surrogate;
mod vocabulary;

pub use binary::BinaryKind;
pub use decode::{Decoded, Encoding, MAX_BYTES, decode};
pub use directive::{Directive, DirectiveKind, DirectiveProblem, Directives, Malformed, Target};
pub use document::{Conversation, Document, Message};
pub use format::Format;
pub use lines::{Block, Blocks};
pub use read::{Options, read, streams};
pub use record::{Batch, MAX_RECORD_BYTES, RecordError, RecordProblem};
pub use refusal::Refusal;
