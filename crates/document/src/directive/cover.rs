//! Works out which bytes each directive silences.

use leitplanke_finding::Span;
use memchr::{memchr, memchr_iter, memrchr};

use super::comment::Comment;
use super::problem::DirectiveProblem;
use super::written::{Word, Written};
use super::{Directive, DirectiveKind, Directives, Malformed, Target};

/// `ignore-file` stands in the first lines, where a reader looks.
const FILE_LINES: usize = 20;

pub(super) struct Cover<'t> {
    text: &'t str,
    found: Directives,
    /// Directives that wait for the next line with text: index, and where to look for it.
    waiting: Vec<(usize, usize)>,
    /// Targets that wait for their `enable`: directive and target.
    open: Vec<(usize, usize)>,
    /// Lines before byte `counted`.
    lines: usize,
    counted: usize,
}

impl<'t> Cover<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, found: Directives::default(), waiting: Vec::new(), open: Vec::new(), lines: 0, counted: 0 }
    }

    /// Takes the next comment in.
    pub(super) fn add(&mut self, comment: &Comment) {
        let line = self.line(comment);
        self.settle(line, comment);
        match Written::read(comment.inner.of(self.text)) {
            Ok(written) => self.apply(written, comment, line),
            Err(problem) => self.found.malformed.push(Malformed { span: comment.inner, problem }),
        }
    }

    /// Ends what is still open.
    pub(super) fn finish(mut self) -> Directives {
        for (index, from) in std::mem::take(&mut self.waiting) {
            self.reach_next(index, from);
        }
        let empty = |directive: &Directive| directive.targets.iter().all(|target| target.covers.is_empty());
        let malformed = &mut self.found.malformed;
        self.found.valid.retain(|directive| {
            if empty(directive) {
                malformed.push(Malformed { span: directive.span, problem: DirectiveProblem::NothingBelow });
            }
            !empty(directive)
        });
        self.found.malformed.sort_by_key(|malformed| malformed.span);
        self.found
    }

    fn apply(&mut self, written: Written, comment: &Comment, line: Span) {
        let alone = self.is_alone(line, comment);
        let (kind, covers) = match written.word {
            Word::Ignore => (DirectiveKind::Line, line),
            Word::IgnoreNext => (DirectiveKind::Next, Span::new(line.end, line.end)),
            Word::Disable => {
                let start = if alone { line.start } else { comment.outer.start };
                (DirectiveKind::Block, Span::new(start, self.text.len()))
            }
            Word::IgnoreFile => {
                if self.line_number(line.start) > FILE_LINES {
                    let problem = DirectiveProblem::TooLate;
                    return self.found.malformed.push(Malformed { span: comment.inner, problem });
                }
                (DirectiveKind::File, Span::new(0, self.text.len()))
            }
            Word::Enable => return self.enable(&written, comment, line),
        };
        let index = self.found.valid.len();
        let target = |(name, span): (String, Span)| Target { name, span: span.shifted(comment.inner.start), covers };
        let targets: Vec<_> = written.names.into_iter().map(target).collect();
        if kind == DirectiveKind::Block {
            self.open.extend((0..targets.len()).map(|target| (index, target)));
        }
        if kind == DirectiveKind::Next || (kind == DirectiveKind::Line && alone) {
            self.waiting.push((index, line.end));
        }
        self.found.valid.push(Directive { kind, targets, reason: written.reason, span: comment.inner });
    }

    fn enable(&mut self, written: &Written, comment: &Comment, line: Span) {
        let end = if self.is_alone(line, comment) { line.end } else { comment.outer.end };
        for (name, span) in &written.names {
            let valid = &mut self.found.valid;
            let matching = self.open.iter().rposition(|(index, target)| valid[*index].targets[*target].name == *name);
            if let Some(at) = matching {
                let (index, target) = self.open.remove(at);
                valid[index].targets[target].covers.end = end;
            } else {
                let span = span.shifted(comment.inner.start);
                self.found.malformed.push(Malformed { span, problem: DirectiveProblem::NothingToEnable });
            }
        }
    }

    /// Ends the wait of directives whose next line with text comes before this comment, or is its line; directives
    /// below each other all mean the line below the last one.
    fn settle(&mut self, line: Span, comment: &Comment) {
        let alone = self.is_alone(line, comment);
        for (index, from) in std::mem::take(&mut self.waiting) {
            let between = self.text.get(from..line.start).unwrap_or_default();
            if alone && between.trim().is_empty() {
                self.waiting.push((index, line.end.max(from)));
            } else {
                self.reach_next(index, from);
            }
        }
    }

    /// Extends a directive to the first line at or behind `from` that holds text.
    fn reach_next(&mut self, index: usize, from: usize) {
        let rest = &self.text[from..];
        let blank = rest.len() - rest.trim_start().len();
        if blank == rest.len() {
            return;
        }
        let end = memchr(b'\n', &rest.as_bytes()[blank..]).map_or(self.text.len(), |at| from + blank + at + 1);
        for target in &mut self.found.valid[index].targets {
            target.covers.end = end;
        }
    }

    /// The lines a comment stands on, with their line breaks.
    fn line(&self, comment: &Comment) -> Span {
        let bytes = self.text.as_bytes();
        let start = memrchr(b'\n', &bytes[..comment.outer.start]).map_or(0, |at| at + 1);
        let end = memchr(b'\n', &bytes[comment.outer.end..]).map_or(bytes.len(), |at| comment.outer.end + at + 1);
        Span::new(start, end)
    }

    /// True when nothing but the comment stands on its lines.
    fn is_alone(&self, line: Span, comment: &Comment) -> bool {
        let (before, after) = (line.start..comment.outer.start, comment.outer.end..line.end);
        self.text[before].trim().is_empty() && self.text[after].trim().is_empty()
    }

    /// 1-based number of the line that begins at `start`; asked in rising order.
    fn line_number(&mut self, start: usize) -> usize {
        if start > self.counted {
            self.lines += memchr_iter(b'\n', &self.text.as_bytes()[self.counted..start]).count();
            self.counted = start;
        }
        self.lines + 1
    }
}
