//! An AI guideline as code: what `leitplanke.yaml` says, resolved.
//!
//! A [`Policy`] is a preset plus what a house changes. It says how bad a finding of a rule is in a file ([`Scope`]),
//! which light a tool gets ([`Policy::light`]) and whether a run fails ([`Policy::fails`]). It reads policy files and
//! nothing else: no rules, no prompts, no clock (the caller says what day it is) and no environment variables.
//!
//! ```
//! use std::path::Path;
//! use leitplanke_finding::Severity;
//! use leitplanke_policy::{Date, Policy, RuleHead};
//! use leitplanke_rules::Severities;
//!
//! let text = "extends: public-sector\nrules:\n  personal-data/email: { severity: note, reason: tried out in May }\n";
//! let (policy, notices) = Policy::parse(text, Path::new("leitplanke.yaml"), Date::new(2025, 5, 1).unwrap()).unwrap();
//! assert!(notices.is_empty());
//! let own = Severities::One(Severity::Warning);
//! let email = RuleHead { id: "personal-data/email", label: "EMAIL", group: "names-contact", severity: own };
//! assert_eq!(policy.scope("prompts/letter.md").severities(&email), Severities::One(Severity::Note));
//! ```

mod allow;
mod build;
mod date;
mod discover;
mod draft;
mod key;
mod layer;
mod light;
mod load;
mod matrix;
mod mode;
mod names;
mod notice;
mod policy;
mod preset;
mod schema;
mod secrecy;
mod severity;
mod spec;
mod spot;
mod starter;
mod tool;

pub use allow::Allow;
pub use date::Date;
pub use discover::discover;
pub use key::{KeyProblem, KeySource, MissingKey};
pub use layer::{RuleHead, Scope};
pub use matrix::cell;
pub use mode::{GenderStyle, Mode};
pub use names::Known;
pub use notice::Notice;
pub use policy::Policy;
pub use preset::Preset;
pub use schema::schema;
pub use severity::Row;
pub use starter::starter;
pub use tool::{Approval, Covers, Tool, UnknownTool};
