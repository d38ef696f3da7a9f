//! What rule authors and their editors want to know.

use leitplanke_finding::Language;
use leitplanke_validators::all;

use crate::args::{SchemaArgs, SchemaOf};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::language::pick;
use crate::output::Output;

/// Prints a JSON Schema.
pub(super) fn run(args: &SchemaArgs, output: &mut Output) -> Result<Exit, Fault> {
    let schema = match args.of {
        SchemaOf::Rules => leitplanke_rules::schema::rule_file(),
        SchemaOf::Pack => leitplanke_rules::schema::manifest(),
        SchemaOf::Policy => leitplanke_policy::schema(),
    };
    writeln!(output.stdout(), "{schema:#}")?;
    Ok(Exit::Clean)
}

/// Prints the named checks, one a line.
pub(super) fn validators(language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let width = all().iter().map(|validator| validator.name.len()).max().unwrap_or_default();
    for validator in all() {
        let summary = pick(language, validator.german, validator.english);
        writeln!(output.stdout(), "{:width$}  {summary}", validator.name)?;
    }
    Ok(Exit::Clean)
}
