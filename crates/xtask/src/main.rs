//! `cargo xtask`: measures the built-in rules, writes what is derived from them, and checks both.
//!
//! Everything here reads the rule files of the checkout when it runs, not those a program was built with: after a
//! change to a rule the next measurement needs no build.

mod args;
mod builtin;
mod derived;
mod docs;
mod eval;
mod lint;
mod mistake;
mod paragraph;
mod schema;

use std::io::{self, Write};
use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser as _;
use derived::Mode;
use mistake::Mistake;

fn main() -> ExitCode {
    match run(Args::parse().command, &mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistake) => {
            // Where stderr is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "error: {mistake}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command, out: &mut dyn Write) -> Result<(), Mistake> {
    let root = builtin::root();
    match command {
        Command::Eval(eval) => eval::run(&root, &eval, out),
        Command::Docs { check } => docs::run(&root, Mode::of(check), out),
        Command::Schema { check } => schema::run(&root, Mode::of(check), out),
        Command::LintRules => lint::run(&root, out),
        Command::Check => check(&root, out),
    }
}

/// Everything in check mode; says all that is wrong, not only the first.
fn check(root: &std::path::Path, out: &mut dyn Write) -> Result<(), Mistake> {
    let results = [
        schema::run(root, Mode::Check, out),
        docs::run(root, Mode::Check, out),
        lint::run(root, out),
        eval::run(root, &args::Eval::check(), out),
    ];
    Mistake::all(results)
}
