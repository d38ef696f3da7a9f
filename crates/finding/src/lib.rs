//! The words every Leitplanke crate shares.
//!
//! This crate holds plain data: how bad a finding is ([`Severity`]), how sure the engine is ([`Confidence`]), what kind
//! of data it is about ([`DataClass`]), where it stands ([`Span`], [`Location`]), and what a run amounts to
//! ([`Outcome`], [`Light`]). It reads no files, prints nothing and knows no regex, so every other crate may use it.
//!
//! ```
//! use leitplanke_finding::{Severity, Span};
//! assert!(Severity::Error > Severity::Warning);
//! assert_eq!(Span::new(3, 7).len(), 4);
//! ```

mod class;
mod finding;
mod fingerprint;
mod language;
mod level;
mod light;
mod location;
mod mask;
mod outcome;
mod role;
mod span;

pub use class::{DataClass, Destination};
pub use finding::{Finding, SilencedBy, State};
pub use fingerprint::{Fingerprint, FingerprintKey};
pub use language::Language;
pub use level::{Confidence, PersonLevel, Severity};
pub use light::Light;
pub use location::{LineIndex, Location, Position};
pub use mask::mask;
pub use outcome::{DocumentError, Outcome, Skipped, ToolLight};
pub use role::{Role, Roles};
pub use span::Span;
