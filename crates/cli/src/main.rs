//! Leitplanke on the command line: checks prompts and chat logs against the AI guidelines of a house.
//!
//! The program reads files, prints (only in [`output`]) and decides exit codes; what it finds and how that looks is
//! the work of the other crates. It opens no network connection.

mod args;
mod commands;
mod exit;
mod fault;
mod hint;
mod inputs;
mod language;
mod output;
mod packs;
mod scan;
mod session;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use leitplanke_finding::Language;

use exit::Exit;
use fault::Fault;
use output::Output;

fn main() -> ExitCode {
    // What panics becomes an entry of the report; the message of a panic could quote the text under check.
    std::panic::set_hook(Box::new(|_| {}));
    let words: Vec<OsString> = std::env::args_os().collect();
    let language = language::of_words(&words);
    let mut output = Output::default();
    let ended = catch_unwind(AssertUnwindSafe(|| run(&words, language, &mut output)));
    let exit = match ended.unwrap_or(Err(Fault::Bug)) {
        Ok(exit) => exit,
        Err(fault) => {
            output.fault(&fault, language);
            fault.exit()
        }
    };
    exit.into()
}

fn run(words: &[OsString], language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let args = args::parse(words, language)?;
    output.set(args.global.color, args.global.quiet);
    let exit = commands::run(args, language, output)?;
    output.flush()?;
    Ok(exit)
}
