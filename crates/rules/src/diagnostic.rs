//! What the loader says about a file it can not accept.

use std::fmt::{self, Write as _};

use leitplanke_finding::{Language, Severity};

use crate::bilingual;
use crate::bilingual::Texts;

/// One mistake in one of our inputs (a rule file, a policy), with its place.
///
/// [`Diagnostic::describe`] writes it without colours, over several lines, without a final line break:
///
/// ```text
/// error: unknown key `sevrity`
///   --> rules/house/names.yaml:12:3
///    |
/// 11 |   label: PROJECT
/// 12 |   sevrity: error
///    |   ^^^^^^^
///    = help: did you mean `severity`?
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad; mistakes that stop a load are errors.
    pub severity: Severity,
    /// The file or folder as the user named it.
    pub path: String,
    /// Line, from 1; 0 when the whole file or folder is meant.
    pub line: usize,
    /// Column in characters, from 1; 0 when the whole file or folder is meant.
    pub column: usize,
    /// One line: what is wrong.
    pub message: Texts,
    /// The source around the place.
    pub excerpt: Option<Excerpt>,
    /// Further lines.
    pub notes: Vec<Note>,
}

/// A line below a mistake: `allowed: …`, `help: …`, `note: …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What kind of line it is.
    pub heading: Heading,
    /// What it says.
    pub text: Texts,
}

/// The word a [`Note`] begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Heading {
    /// What may stand at the place.
    Allowed,
    /// A way out.
    Help,
    /// A remark.
    Note,
}

impl Heading {
    /// The word for people.
    pub fn word(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::De, Self::Allowed) => "möglich",
            (Language::De, Self::Help) => "Hilfe",
            (Language::De, Self::Note) => "Hinweis",
            (Language::En, Self::Allowed) => "allowed",
            (Language::En, Self::Help) => "help",
            (Language::En, Self::Note) => "note",
        }
    }
}

/// Source lines with a caret under the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// Line number (from 1) and text of each line, in order; the last one holds the place. Safe to print.
    pub lines: Vec<(usize, String)>,
    /// Characters before the caret in the last line.
    pub indent: usize,
    /// Number of carets, at least 1.
    pub width: usize,
}

impl Diagnostic {
    /// An error about a whole file or folder.
    pub fn whole(path: impl Into<String>, message: impl Into<Texts>) -> Self {
        Self {
            severity: Severity::Error,
            path: path.into(),
            line: 0,
            column: 0,
            message: message.into(),
            excerpt: None,
            notes: Vec::new(),
        }
    }

    /// Adds a way out.
    pub fn help(&mut self, help: impl Into<Texts>) -> &mut Self {
        self.add(Heading::Help, help.into())
    }

    /// Adds a remark.
    pub fn note(&mut self, note: impl Into<Texts>) -> &mut Self {
        self.add(Heading::Note, note.into())
    }

    /// Lists the words that may stand here and, when `written` looks like one of them, asks whether that was meant.
    pub fn allowed<'w>(&mut self, written: &str, words: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let words: Vec<&str> = words.into_iter().collect();
        if !words.is_empty() {
            self.add(Heading::Allowed, Texts::same(words.join(", ")));
        }
        if let Some(word) = crate::suggest::closest(written, &words) {
            self.did_you_mean(word);
        }
        self
    }

    /// Asks whether a word was meant.
    pub fn did_you_mean(&mut self, word: &str) -> &mut Self {
        self.help(bilingual!("Ist `{word}` gemeint?", "did you mean `{word}`?"))
    }

    fn add(&mut self, heading: Heading, text: Texts) -> &mut Self {
        self.notes.push(Note { heading, text });
        self
    }

    /// The mistake for people, in their language.
    pub fn describe(&self, language: Language) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut text, language);
        text
    }

    fn write(&self, out: &mut String, language: Language) -> fmt::Result {
        write!(out, "{}: {}", severity(self.severity, language), self.message.get(language))?;
        let gutter = self.line.max(1).ilog10() as usize + 1;
        write!(out, "\n{:gutter$}--> {}", "", self.path)?;
        if self.line > 0 {
            write!(out, ":{}:{}", self.line, self.column)?;
        }
        if let Some(excerpt) = &self.excerpt {
            write!(out, "\n{:gutter$} |", "")?;
            for (number, text) in &excerpt.lines {
                write!(out, "\n{number:gutter$} |{}{text}", if text.is_empty() { "" } else { " " })?;
            }
            write!(out, "\n{:gutter$} | {:indent$}", "", "", indent = excerpt.indent)?;
            (0..excerpt.width.max(1)).try_for_each(|_| out.write_char('^'))?;
        }
        self.notes.iter().try_for_each(|note| {
            write!(out, "\n{:gutter$} = {}: {}", "", note.heading.word(language), note.text.get(language))
        })
    }
}

/// What stands before a mistake.
fn severity(severity: Severity, language: Language) -> &'static str {
    match (language, severity) {
        (Language::De, Severity::Error) => "Fehler",
        (Language::De, Severity::Warning) => "Warnung",
        (Language::De, Severity::Note | Severity::Off) => "Hinweis",
        (Language::En, severity) => severity.as_str(),
    }
}

/// In English, for logs and for those who work on the program.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Language::En))
    }
}

/// Every mistake of a load, sorted by file and place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// Sorted by path, line, column and message, each mistake once.
    pub fn sorted(mut list: Vec<Diagnostic>) -> Self {
        // By the English message, so that the order is the same in every language.
        let place = |found: &Diagnostic| (found.path.clone(), found.line, found.column, found.message.en.clone());
        list.sort_by_cached_key(place);
        list.dedup();
        Self(list)
    }

    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of mistakes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The mistakes for people, in their language, with an empty line between them.
    pub fn describe(&self, language: Language) -> String {
        self.0.iter().map(|diagnostic| diagnostic.describe(language)).collect::<Vec<_>>().join("\n\n")
    }

    /// The mistakes, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// In English, for logs and for those who work on the program.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Language::En))
    }
}

impl std::error::Error for Diagnostics {}
