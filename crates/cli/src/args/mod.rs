//! What can be typed.

mod german;
mod mistake;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args as Group, CommandFactory, FromArgMatches, Parser, Subcommand};
use leitplanke_finding::{Language, Role, Severity};
use leitplanke_report::Format;

use crate::fault::Fault;
use values::{audit_format, fail_on, language, preset, report_format, role, threads};

pub(crate) use values::{Color, ListFormat, SchemaOf};

/// Checks what people type into AI tools, and what AI tools answer, against the AI guidelines of your organisation.
///
/// Everything happens on this computer: nothing is sent anywhere. Reports mask what they found.
#[derive(Debug, Parser)]
#[command(name = "leitplanke", version, max_term_width = 100, after_help = AFTER_HELP, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) global: Global,
}

/// Below the help of the program.
const AFTER_HELP: &str = "\
Exit codes: 0 clean, 1 findings at or above the threshold, 2 something could not be done.

Examples:
  leitplanke check brief.txt              May I send this?
  leitplanke check - --tool consumer      Check text from standard input for a free account
  leitplanke check prompts/               Check a folder of prompts
  leitplanke audit chats.jsonl            Check an exported chat log
  leitplanke explain personal-data/iban   What a rule finds, and why";

/// Options every command takes.
#[derive(Debug, Group)]
pub(crate) struct Global {
    /// Language of messages and reports [default: German if the system speaks German or does not say, else English]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language())]
    pub(crate) lang: Option<Language>,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
    /// Show no notices on standard error
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check prompts: files, folders or standard input
    Check(CheckArgs),
    /// Check exported chat logs of any size
    Audit(AuditArgs),
    /// Explain a rule: what it finds, why, and what to do instead
    Explain(ExplainArgs),
    /// List and test rules
    #[command(subcommand, disable_help_subcommand = true)]
    Rules(RulesCommand),
    /// Write a commented leitplanke.yaml to begin with
    Init(InitArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
}

/// `check`.
#[derive(Debug, Group)]
pub(crate) struct CheckArgs {
    /// Files, folders or patterns such as 'prompts/**/*.md'; `-` is standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Treat standard input as the file of this name: decides about its format and policy
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<String>,
    /// Shape of the report
    #[arg(long, value_name = "FORMAT", value_parser = report_format(), default_value = "text")]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

/// `audit`.
#[derive(Debug, Group)]
pub(crate) struct AuditArgs {
    /// Chat logs: JSON Lines of any size, JSON, or folders of them; `-` is standard input
    #[arg(value_name = "EXPORT", required = true)]
    pub(crate) exports: Vec<PathBuf>,
    /// Shape of the report; jsonl is written while the log is read
    #[arg(long, value_name = "FORMAT", value_parser = audit_format(), default_value = "text")]
    pub(crate) format: Format,
    /// Number of threads [default: one per processor]
    #[arg(long, value_name = "N", value_parser = threads())]
    pub(crate) threads: Option<u64>,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

/// What `check` and `audit` share.
#[derive(Debug, Group)]
pub(crate) struct RunArgs {
    /// Where the texts would go: a tool of the policy, or local, eu, third-country, consumer, shadow
    #[arg(long, value_name = "NAME")]
    pub(crate) tool: Option<String>,
    /// Lowest severity that gives exit code 1 [default: what the policy says, else error]
    #[arg(long, value_name = "SEVERITY", value_parser = fail_on())]
    pub(crate) fail_on: Option<Severity>,
    /// End with exit code 0 whatever is found
    #[arg(long)]
    pub(crate) exit_zero: bool,
    /// Use this policy file instead of looking for leitplanke.yaml beside and above each file
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Use a preset instead of a policy file
    #[arg(long, value_name = "NAME", value_parser = preset(), conflicts_with = "config")]
    pub(crate) preset: Option<String>,
    /// Look for no policy file
    #[arg(long, conflicts_with = "config")]
    pub(crate) no_policy: bool,
    /// Report only these: rules, packs, groups or labels, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Do not report these: rules, packs, groups or labels, separated by commas
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Who wrote texts that do not say so themselves
    #[arg(long, value_name = "ROLE", value_parser = role(), default_value = "prompt")]
    pub(crate) role: Role,
    /// Show what was found instead of masking it: the report is then as confidential as the texts
    #[arg(long)]
    pub(crate) show_matches: bool,
}

/// `explain`.
#[derive(Debug, Group)]
pub(crate) struct ExplainArgs {
    /// Id of a rule, such as personal-data/iban
    #[arg(value_name = "RULE")]
    pub(crate) rule: String,
}

/// `rules`.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// List the rules
    List(ListArgs),
    /// Run the examples of rules through the engine
    Test(TestArgs),
    /// Print the JSON Schema of a file, for editors
    Schema(SchemaArgs),
    /// List the named checks that patterns may use
    Validators,
}

/// `rules list`.
#[derive(Debug, Group)]
pub(crate) struct ListArgs {
    /// Only the rules of this pack
    #[arg(long, value_name = "PACK")]
    pub(crate) category: Option<String>,
    /// Shape of the list
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ListFormat::Text)]
    pub(crate) format: ListFormat,
}

/// `rules test`.
#[derive(Debug, Group)]
pub(crate) struct TestArgs {
    /// Folders of packs, or rule files of gitleaks (*.toml), to test instead of the built-in ones; a pack named like a built-in one takes its place
    #[arg(long, value_name = "DIR", num_args = 1..)]
    pub(crate) packs: Vec<PathBuf>,
    /// Only rules whose id begins so
    #[arg(long, value_name = "PREFIX")]
    pub(crate) select: Option<String>,
}

/// `rules schema`.
#[derive(Debug, Group)]
pub(crate) struct SchemaArgs {
    /// Which file
    #[arg(value_name = "FILE", value_enum, default_value_t = SchemaOf::Rules)]
    pub(crate) of: SchemaOf,
}

/// `init`.
#[derive(Debug, Group)]
pub(crate) struct InitArgs {
    /// Replace a policy that is already there
    #[arg(long)]
    pub(crate) force: bool,
}

/// `completions`.
#[derive(Debug, Group)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

/// The command line as clap knows it, with help in `language`.
pub(crate) fn command(language: Language) -> clap::Command {
    let command = Args::command();
    match language {
        Language::De => german::translated(command),
        Language::En => command,
    }
}

/// Understands what was typed.
///
/// # Errors
/// [`Fault::Asked`] for help and version, [`Fault::Usage`] for everything that can not be understood.
pub(crate) fn parse(words: &[OsString], language: Language) -> Result<Args, Fault> {
    let mut command = command(language);
    let matches = command.try_get_matches_from_mut(words).map_err(|error| mistake::fault(&error, language))?;
    Args::from_arg_matches(&matches).map_err(|error| mistake::fault(&error, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        for language in Language::ALL {
            command(language).debug_assert();
        }
    }
}
