//! What can be asked for.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Measures the built-in rules, writes what is derived from them, and checks both.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Recall, precision and false alarms on the texts of fixtures/quality.
    Eval(Eval),
    /// Writes the rule pages, docs/rules.
    Docs {
        /// Compares instead of writing.
        #[arg(long)]
        check: bool,
    },
    /// Writes the JSON Schemas, docs/schema.
    Schema {
        /// Compares instead of writing.
        #[arg(long)]
        check: bool,
    },
    /// Reads the texts of all rules with our own rules.
    LintRules,
    /// All of the above, comparing only.
    Check,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    /// Shows that many misses and false alarms of every label.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) show: usize,
    /// Measures with the severities of this preset; `own` for those the rules name themselves.
    #[arg(long, default_value = "strict")]
    pub(crate) preset: String,
    /// Measures with the texts of this folder, which have the form of fixtures/quality; keeps nothing.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["write", "write_floors", "check"])]
    pub(crate) texts: Option<PathBuf>,
    /// Keeps the figures in docs/quality.md.
    #[arg(long)]
    pub(crate) write: bool,
    /// Writes fixtures/quality/floors.yaml from what is measured now.
    #[arg(long)]
    pub(crate) write_floors: bool,
    /// Fails when a label fell below its floor or docs/quality.md tells other figures.
    #[arg(long, conflicts_with_all = ["write", "write_floors"])]
    pub(crate) check: bool,
}

impl Eval {
    /// The check as CI runs it.
    pub(crate) fn check() -> Self {
        Self { show: 0, preset: "strict".to_owned(), texts: None, write: false, write_floors: false, check: true }
    }
}
