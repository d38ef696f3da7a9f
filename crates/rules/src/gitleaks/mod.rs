//! Rule files of gitleaks: a TOML file stands in for a pack.
//!
//! Each rule becomes a pattern rule with the label `SECRET`. Nothing of a file gets lost in silence: what is wrong
//! stops the load with its place, what has no counterpart here is a note of the pack.

mod allow;
mod dialect;
mod found;
mod read;
mod rules;
mod slips;
mod spec;
mod texts;
mod tree;

pub(crate) use read::{is_rule_file, read};
