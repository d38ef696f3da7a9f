//! What the loader says about a file it can not accept.

use std::fmt::{self, Write as _};

use leitplanke_finding::Severity;

/// One mistake in one of our inputs (a rule file, a policy), with its place.
///
/// [`fmt::Display`] writes it without colours, over several lines, without a final line break:
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
    pub message: String,
    /// The source around the place.
    pub excerpt: Option<Excerpt>,
    /// Further lines, each with its heading: `allowed: …`, `help: …`, `note: …`.
    pub notes: Vec<String>,
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
    pub fn whole(path: impl Into<String>, message: impl Into<String>) -> Self {
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
    pub fn help(&mut self, help: impl fmt::Display) -> &mut Self {
        self.notes.push(format!("help: {help}"));
        self
    }

    /// Adds a remark.
    pub fn note(&mut self, note: impl fmt::Display) -> &mut Self {
        self.notes.push(format!("note: {note}"));
        self
    }

    /// Lists the words that may stand here and, when `written` looks like one of them, asks whether that was meant.
    pub fn allowed<'w>(&mut self, written: &str, words: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let words: Vec<&str> = words.into_iter().collect();
        if !words.is_empty() {
            self.notes.push(format!("allowed: {}", words.join(", ")));
        }
        if let Some(word) = crate::suggest::closest(written, &words) {
            self.help(format_args!("did you mean `{word}`?"));
        }
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, self.message)?;
        let gutter = self.line.max(1).ilog10() as usize + 1;
        write!(f, "\n{:gutter$}--> {}", "", self.path)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        if let Some(excerpt) = &self.excerpt {
            write!(f, "\n{:gutter$} |", "")?;
            for (number, text) in &excerpt.lines {
                write!(f, "\n{number:gutter$} |{}{text}", if text.is_empty() { "" } else { " " })?;
            }
            write!(f, "\n{:gutter$} | {:indent$}", "", "", indent = excerpt.indent)?;
            (0..excerpt.width.max(1)).try_for_each(|_| f.write_char('^'))?;
        }
        self.notes.iter().try_for_each(|note| write!(f, "\n{:gutter$} = {note}", ""))
    }
}

/// Every mistake of a load, sorted by file and place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// Sorted by path, line, column and message, each mistake once.
    pub fn sorted(mut list: Vec<Diagnostic>) -> Self {
        list.sort_by(|a, b| (&a.path, a.line, a.column, &a.message).cmp(&(&b.path, b.line, b.column, &b.message)));
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

impl fmt::Display for Diagnostics {
    /// The mistakes with an empty line between them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n\n" };
            write!(f, "{gap}{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
