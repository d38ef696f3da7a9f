//! The command line.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use leitplanke_engine::{Engine, Scope, Settings, self_test};
use leitplanke_finding::{Language, Outcome};
use rayon::prelude::*;

#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Scan chat logs.
    Audit {
        exports: Vec<PathBuf>,
        #[arg(long)]
        format: Option<String>,
        #[arg(long)]
        preset: Option<String>,
    },
    /// Rules.
    Rules {
        what: String,
        #[arg(long)]
        select: Option<String>,
    },
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let args = Args::parse();
    let engine = Engine::new(
        leitplanke_builtin::rule_set()?,
        leitplanke_builtin::catalog()?,
        Settings { language: Language::De, ..Settings::default() },
    );
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match args.command {
        Command::Rules { select, .. } => {
            let failures = self_test(&engine, |rule| select.as_deref().is_none_or(|select| rule.id.starts_with(select)));
            for failure in &failures {
                writeln!(out, "{}:{}: {}: {}", failure.file, failure.line, failure.rule, failure.reason)?;
            }
            writeln!(out, "{} rules, {} failures", engine.catalog().len(), failures.len())?;
            Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        Command::Audit { exports, .. } => {
            let scope = Scope::plain(engine.rules());
            let mut outcome = Outcome::default();
            for path in exports {
                let bytes = std::fs::read(&path)?;
                let text = String::from_utf8_lossy(&bytes);
                let name = path.display().to_string();
                let document = leitplanke_document::read(&name, &text, &leitplanke_document::Options::default());
                let found: Vec<_> = document
                    .conversations
                    .par_iter()
                    .map(|conversation| engine.scan(&name, None, conversation, &scope))
                    .collect();
                outcome.findings.extend(found.into_iter().flatten());
                outcome.documents += 1;
                outcome.conversations += document.conversations.len();
            }
            let options = leitplanke_report::Options::default();
            leitplanke_report::render(leitplanke_report::Format::JsonLines, &outcome, &[], &options, &mut out)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
