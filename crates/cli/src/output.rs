//! The only place that prints: reports and machine formats on stdout, notices on stderr.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use leitplanke_finding::Language;

use crate::args::Color;
use crate::fault::Fault;
use crate::language::pick;

/// Columns of a report that no terminal shows.
const WIDTH: usize = 100;

/// Widest and narrowest text: longer lines are hard to read, shorter ones do not hold a finding.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// Shortest time between two lines of progress.
const TICK: Duration = Duration::from_millis(200);

/// Columns the line of progress takes.
const PROGRESS_WIDTH: usize = 40;

/// Stdout and stderr, and how they want to be written to.
pub(crate) struct Output {
    out: BufWriter<AutoStream<StdoutLock<'static>>>,
    color: bool,
    errors: ColorChoice,
    quiet: bool,
    progress: Progress,
}

/// A line on stderr that says how far a long run is.
struct Progress {
    shown: bool,
    last: Instant,
}

impl Default for Output {
    fn default() -> Self {
        let mut output = Self {
            out: BufWriter::new(AutoStream::never(io::stdout().lock())),
            color: false,
            errors: ColorChoice::Never,
            quiet: false,
            progress: Progress { shown: false, last: Instant::now() },
        };
        output.set(Color::Auto, false);
        output
    }
}

impl Output {
    /// Takes what the command line says about colours and notices.
    pub(crate) fn set(&mut self, color: Color, quiet: bool) {
        let choose = |automatic: ColorChoice| match color {
            Color::Auto => automatic,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let choice = choose(AutoStream::choice(&io::stdout()));
        self.errors = choose(AutoStream::choice(&io::stderr()));
        self.color = choice != ColorChoice::Never;
        self.quiet = quiet;
        // Without colours nothing needs to be stripped: reports hold none, and data is passed on as it is.
        let passed_on = if self.color { choice } else { ColorChoice::AlwaysAnsi };
        self.out = BufWriter::new(AutoStream::new(io::stdout().lock(), passed_on));
    }

    /// Where reports go.
    pub(crate) fn stdout(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// True when stdout shows colours.
    pub(crate) fn color(&self) -> bool {
        self.color
    }

    /// Columns a report may have.
    pub(crate) fn width() -> usize {
        let columns = terminal_size::terminal_size().map(|(columns, _)| usize::from(columns.0));
        columns
            .filter(|_| io::stdout().is_terminal())
            .map_or(WIDTH, |columns| columns.clamp(*WIDTHS.start(), *WIDTHS.end()))
    }

    /// Writes out what is still held back.
    ///
    /// # Errors
    /// What stdout answers.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// A line on stderr that a reader may want to know; not with `--quiet`.
    pub(crate) fn notice(&mut self, text: &str) {
        if !self.quiet {
            self.clear_progress();
            self.on_stderr(&format!("{}\n", harmless(text)));
        }
    }

    /// What ended the run; the text somebody asked for goes to stdout.
    pub(crate) fn fault(&mut self, fault: &Fault, language: Language) {
        self.clear_progress();
        let heading = pick(language, "Fehler", "error");
        let text = match fault {
            Fault::Asked(text) => {
                let text = if self.color { text.clone() } else { anstream::adapter::strip_str(text).to_string() };
                let _ = self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush());
                return;
            }
            Fault::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return,
            Fault::Usage(text) => text.clone(),
            Fault::Diagnostics(diagnostics) => format!("{}\n", diagnostics.describe(language)),
            Fault::Mistake { message, help } => {
                let help =
                    help.as_ref().map(|help| format!("\n  = {}: {}", pick(language, "Hilfe", "help"), harmless(help)));
                self.headed(heading, &format!("{}{}", harmless(message), help.unwrap_or_default()))
            }
            Fault::Output(error) => {
                let text = match (language, error.kind()) {
                    (Language::De, io::ErrorKind::StorageFull) => {
                        "die Ausgabe lässt sich nicht schreiben: Der Speicherplatz ist voll.".to_owned()
                    }
                    (Language::De, _) => format!("die Ausgabe lässt sich nicht schreiben (auf Englisch: {error})"),
                    (Language::En, _) => format!("the output can not be written: {error}"),
                };
                self.headed(heading, &text)
            }
            Fault::Damaged(_) | Fault::Catalog(_) | Fault::Compile(_) => {
                let german = match fault {
                    Fault::Compile(_) => "die Regeln lassen sich nicht übersetzen",
                    _ => "die Programmdatei ist beschädigt, bitte neu installieren",
                };
                let text = match language {
                    Language::De => format!("{german} (auf Englisch: {fault})"),
                    Language::En => fault.to_string(),
                };
                self.headed(heading, &harmless(&text))
            }
            Fault::Bug => self.headed(heading, pick(language, BUG_DE, BUG_EN)),
        };
        // What was already written belongs before the message.
        let _ = self.out.flush();
        self.on_stderr(&text);
    }

    /// Says how far a long run is, where somebody is watching. `done` and `total` are bytes; `total` is 0 when nobody
    /// knows.
    pub(crate) fn progress(&mut self, done: u64, total: u64, language: Language) {
        if self.quiet || self.progress.last.elapsed() < TICK || !io::stderr().is_terminal() {
            return;
        }
        self.progress = Progress { shown: true, last: Instant::now() };
        let read = format!("{} MiB", done >> 20);
        let what = pick(language, "gelesen", "read");
        let line = match done.saturating_mul(100).checked_div(total) {
            Some(percent) => format!("{:>3} %  {read} {what}", percent.min(100)),
            None => format!("{read} {what}"),
        };
        self.on_stderr(&format!("\r{line:<PROGRESS_WIDTH$}"));
    }

    /// Takes the line of progress away.
    pub(crate) fn clear_progress(&mut self) {
        if self.progress.shown {
            self.progress.shown = false;
            self.on_stderr(&format!("\r{:PROGRESS_WIDTH$}\r", ""));
        }
    }

    fn headed(&self, heading: &str, text: &str) -> String {
        let style = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        if self.errors == ColorChoice::Never {
            format!("{heading}: {text}\n")
        } else {
            format!("{style}{heading}:{style:#} {text}\n")
        }
    }

    /// Nobody can be told that stderr is gone.
    fn on_stderr(&self, text: &str) {
        let mut errors = AutoStream::new(io::stderr().lock(), self.errors);
        let _ = errors.write_all(text.as_bytes()).and_then(|()| errors.flush());
    }
}

const BUG_DE: &str = "In Leitplanke ist etwas schiefgegangen. Das ist unser Fehler, bitte melden.";
const BUG_EN: &str = "something went wrong inside Leitplanke. This is our mistake, please report it";

/// `text` without characters that act on a terminal; names of files may hold any.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
