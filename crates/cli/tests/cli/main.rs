//! The program people run, in fresh folders and a bare environment.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can not go on has failed")]

mod audit;
mod commands;
mod formats;
mod gitleaks;
mod hostile;
mod inputs;
mod place;
mod policy;
mod stories;
mod suppressions;
mod topics;
mod verdicts;
mod wording;
