//! `leitplanke init`: a policy to begin with.

use std::fs::OpenOptions;
use std::io::{self, Write};

use leitplanke_finding::Language;
use leitplanke_policy::starter;

use crate::args::InitArgs;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::inputs::unreadable;
use crate::language::pick;
use crate::output::Output;

/// The file that is written, in the current folder.
const NAME: &str = "leitplanke.yaml";

/// # Errors
/// When the file is already there, or can not be written.
pub(super) fn run(args: &InitArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let mut how = OpenOptions::new();
    how.write(true).truncate(args.force).create(args.force).create_new(!args.force);
    let mut file = how.open(NAME).map_err(|error| refused(&error, language))?;
    file.write_all(starter(language).as_bytes()).map_err(|error| refused(&error, language))?;
    let done = match language {
        Language::De => {
            format!("{NAME} ist angelegt. Nächster Schritt: die Datei lesen, anpassen, dann `leitplanke check`.")
        }
        Language::En => format!("{NAME} is written. Next: read and adapt it, then run `leitplanke check`."),
    };
    writeln!(output.stdout(), "{done}")?;
    Ok(Exit::Clean)
}

fn refused(error: &io::Error, language: Language) -> Fault {
    if error.kind() == io::ErrorKind::AlreadyExists {
        let message = match language {
            Language::De => format!("{NAME} gibt es hier schon"),
            Language::En => format!("{NAME} is already here"),
        };
        let help = pick(language, "Mit --force wird sie ersetzt.", "use --force to replace it");
        return Fault::mistake(message, Some(help.to_owned()));
    }
    Fault::mistake(format!("{NAME}: {}", unreadable(error, language)), None)
}
