//! One finding.

use std::collections::HashSet;
use std::io::{self, Write};
use std::sync::Arc;

use leitplanke_finding::Finding;
use unicode_width::UnicodeWidthStr;

use super::paint::{Look, Paint};
use super::snippet::Snippet;
use super::words::{self, Lead};
use super::wrap::wrap;
use crate::escape::one_line;
use crate::{Options, norm, place};

/// Narrower terminals get lines of this width, in columns.
const MIN_WIDTH: usize = 40;

/// Findings in a row. Reasons are given once per rule: whoever has forty findings has read them by then.
pub(super) struct Entries<'a> {
    options: &'a Options<'a>,
    paint: Paint,
    explained: HashSet<(Arc<str>, Lead, String)>,
}

impl<'a> Entries<'a> {
    pub(super) fn new(options: &'a Options<'a>, paint: Paint) -> Self {
        Self { options, paint, explained: HashSet::new() }
    }

    pub(super) fn render(&mut self, finding: &Finding, out: &mut dyn Write) -> io::Result<()> {
        let (language, paint) = (self.options.language, self.paint);
        let line = finding.location.line.to_string();
        let indent = " ".repeat(line.len());
        let head = format!("{}[{}]", words::severity(finding.severity, language), one_line(&finding.rule));
        let message = wrap(&one_line(&finding.message), self.width().saturating_sub(head.width() + 2).max(MIN_WIDTH));
        let head_gap = " ".repeat(head.width() + 2);
        let look = Look::Severity(finding.severity);
        writeln!(out, "{}: {}", paint.text(look, &head), message.join(&format!("\n{head_gap}")))?;
        let arrow = paint.text(Look::Frame, "-->");
        writeln!(out, "{indent}{arrow} {}", place::full(&finding.location, language))?;

        let bar = paint.text(Look::Frame, "|");
        let dots = if self.options.ascii { "..." } else { "…" };
        let room = self.width().saturating_sub(line.len() + 3);
        let Snippet { before, hit, after } = Snippet::of(finding, self.options.show_matches, room, dots);
        writeln!(out, "{indent} {bar}")?;
        writeln!(out, "{} {bar} {before}{hit}{after}", paint.text(Look::Frame, &line))?;
        if hit.is_empty() {
            writeln!(out, "{indent} {bar}")?;
        } else {
            let marks = paint.text(look, &"^".repeat(hit.width().max(1)));
            writeln!(out, "{indent} {bar} {}{marks}", " ".repeat(before.width()))?;
        }
        self.leads(finding, &indent, out)?;
        writeln!(out)
    }

    /// The lines that explain: why, what instead, which norms.
    fn leads(&mut self, finding: &Finding, indent: &str, out: &mut dyn Write) -> io::Result<()> {
        let language = self.options.language;
        let norms: Vec<String> = finding.references.iter().map(|key| one_line(&norm(key, language))).collect();
        let leads = [
            (Lead::Why, one_line(&finding.why)),
            (Lead::Instead, one_line(&finding.instead)),
            (Lead::References, norms.join(", ")),
        ];
        for (lead, text) in leads {
            if text.trim().is_empty() || !self.explained.insert((finding.rule.clone(), lead, text.clone())) {
                continue;
            }
            let word = format!("{}: ", lead.word(language));
            let used = indent.len() + 3 + word.width();
            let lines = wrap(&text, self.width().saturating_sub(used).max(MIN_WIDTH));
            let sign = self.paint.text(Look::Frame, "=");
            let gap = " ".repeat(used);
            writeln!(
                out,
                "{indent} {sign} {}{}",
                self.paint.text(Look::Strong, &word),
                lines.join(&format!("\n{gap}"))
            )?;
        }
        Ok(())
    }

    fn width(&self) -> usize {
        self.options.width.max(MIN_WIDTH)
    }
}
