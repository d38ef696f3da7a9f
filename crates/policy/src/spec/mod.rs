//! The forms as written: every key and value with its place, nothing judged.

mod entries;
mod key;
mod policy;
mod preset;
mod severity;
mod tools;
mod values;

pub(crate) use entries::Entries;
pub(crate) use key::KeySpec;
pub(crate) use policy::{OverrideSpec, OwnSpec, PathSpec, PolicySpec};
pub(crate) use preset::PresetSpec;
pub(crate) use severity::SeveritySpec;
pub(crate) use tools::{ApprovalSpec, ToolSpec};
pub(crate) use values::{Day, Profile};
