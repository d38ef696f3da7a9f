//! Finds comments that begin with a directive.

use leitplanke_finding::Span;
use memchr::memmem::{self, FindIter};

use crate::format::Format;

/// How a kind of comment opens and closes; an empty end means the end of the line.
type Marks = (&'static str, &'static str);

/// Marks by format, longer ones before those they end with.
const HTML: Marks = ("<!--", "-->");
const HASH: Marks = ("#", "");
const TEMPLATES: [Marks; 3] = [("{#", "#}"), ("{{!--", "--}}"), ("{{!", "}}")];
const SLASHES: Marks = ("//", "");
const STARS: Marks = ("/*", "*/");

/// A comment longer than this, in bytes, ends with its line.
const MAX_COMMENT: usize = 4096;

/// Both spellings of the word begin with a letter that may be large or small.
const WORD: &[u8] = b"eitplanke";

/// A comment that begins with a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Comment {
    /// With its opening and closing marks.
    pub(super) outer: Span,
    /// The directive: from its first word to the last sign before the closing mark.
    pub(super) inner: Span,
}

/// The comments of a text that begin with a directive.
pub(super) struct Comments<'t> {
    text: &'t str,
    hits: FindIter<'t, 'static>,
    marks: Vec<Marks>,
    /// Where `#` opens a comment: everywhere, in the front matter, nowhere.
    hash_until: usize,
    /// End of the last comment.
    after: usize,
}

impl<'t> Comments<'t> {
    pub(super) fn new(text: &'t str, format: Format) -> Self {
        let (marks, hash_until) = match format {
            Format::Text => ([&[HTML][..], &TEMPLATES, &[HASH]].concat(), text.len()),
            Format::Markdown => ([&[HTML][..], &TEMPLATES, &[HASH]].concat(), front_matter_end(text)),
            Format::Yaml => ([&TEMPLATES[..], &[HASH]].concat(), text.len()),
            Format::Jsonc => (vec![SLASHES, STARS], 0),
            Format::Json | Format::JsonLines => (Vec::new(), 0),
        };
        Self { text, hits: memmem::find_iter(text.as_bytes(), WORD), marks, hash_until, after: 0 }
    }

    /// The comment whose directive has the rest of its first word at `hit`.
    fn comment(&self, hit: usize) -> Option<Comment> {
        let start = hit.checked_sub(1).filter(|at| matches!(self.text.as_bytes()[*at], b'l' | b'L'))?;
        if start < self.after || !super::written::begins(&self.text[start..]) {
            return None;
        }
        let before = self.text[..start].trim_end_matches([' ', '\t', '\r', '\n']);
        let (open, close) = *self.marks.iter().find(|(open, _)| before.ends_with(open))?;
        let outer = before.len() - open.len();
        let line_end = memchr::memchr(b'\n', &self.text.as_bytes()[start..]).map_or(self.text.len(), |at| start + at);
        if close.is_empty() {
            let own_line = !self.text[before.len()..start].contains('\n');
            let free = self.text[..outer].chars().next_back().is_none_or(char::is_whitespace);
            let here = open != HASH.0 || outer < self.hash_until;
            return (own_line && free && here).then(|| self.trimmed(outer, start, line_end, line_end));
        }
        let reach = self.text.floor_char_boundary(start + MAX_COMMENT);
        let end = self.text[start..reach].find(close).map(|at| start + at);
        Some(match end {
            Some(end) => self.trimmed(outer, start, end, end + close.len()),
            None => self.trimmed(outer, start, line_end, line_end),
        })
    }

    fn trimmed(&self, outer: usize, start: usize, end: usize, outer_end: usize) -> Comment {
        let inner = Span::new(start, start + self.text[start..end].trim_end().len());
        Comment { outer: Span::new(outer, outer_end), inner }
    }
}

impl Iterator for Comments<'_> {
    type Item = Comment;

    fn next(&mut self) -> Option<Comment> {
        loop {
            let hit = self.hits.next()?;
            if let Some(comment) = self.comment(hit) {
                self.after = comment.outer.end;
                return Some(comment);
            }
        }
    }
}

/// Where the YAML between the first two `---` lines ends; 0 when there is none.
fn front_matter_end(text: &str) -> usize {
    let Some(body) = text.strip_prefix("---") else { return 0 };
    if !body.starts_with(['\n', '\r']) {
        return 0;
    }
    body.find("\n---").map_or(0, |at| at + 3)
}
