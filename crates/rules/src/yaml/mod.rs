//! Reads YAML into a tree that knows the place of every key and value, and decodes it into typed records.
//!
//! A reader that stops at the first mistake makes people run it once per mistake. So [`Decode`] reports to
//! [`Problems`] and goes on. [`record!`](crate::record) declares a map with its keys once; the decoder, the messages
//! and the JSON Schema all come from that declaration.
//!
//! Left out on purpose: anchors, aliases, tags and several documents in a file. Our files need none of them, and the
//! first two are how a small file becomes a huge one.
//!
//! ```
//! use leitplanke_rules::yaml::{Decode, Problems, Source, Text, parse};
//!
//! leitplanke_rules::record! {
//!     /// A door.
//!     pub struct Door {
//!         /// What stands on it.
//!         required "name" name: Text => "Was darauf steht.",
//!         /// Its colour.
//!         optional "colour" colour: Text,
//!     }
//! }
//!
//! let source = Source::new("door.yaml", "name: Büro\ncolor: red\n");
//! let mut problems = Problems::new(&source);
//! let door = parse(&mut problems).and_then(|root| Door::decode(&root, &mut problems)).unwrap();
//! assert_eq!(door.name.unwrap().text, "Büro");
//! let report = problems.into_diagnostics()[0].to_string();
//! assert!(report.contains("unknown key `color`") && report.contains("did you mean `colour`?"));
//! ```

mod closing;
mod decode;
mod leaf;
mod list;
mod node;
mod read;
mod record;
mod source;
mod syntax;

pub use decode::{Decode, Problems};
pub use leaf::{Choice, Count, Flag, Fraction, Text, Word, Wording, clipped};
pub use list::{List, OneOrMany};
pub use node::{Key, Node, Place, Style, Value};
pub(crate) use read::too_big;
pub use read::{MAX_BYTES, MAX_DEPTH, parse};
pub(crate) use record::missing;
pub use record::{Field, Fields, Keys, record_schema};
pub use source::Source;
pub use syntax::TYPOGRAPHIC_QUOTES;
