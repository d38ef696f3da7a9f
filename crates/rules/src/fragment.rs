//! Pieces of regexes with a name, which regexes use as `(?&name)`.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::bilingual;
use crate::bilingual::Texts;
use crate::needs::in_order;
use crate::shape;
use crate::spec::{FragmentSpec, Written};
use crate::validate::check_id;
use crate::yaml::{Problems, Text, clipped};

/// Longest regex with its fragments filled in, in bytes: pieces of pieces of pieces grow fast.
const MAX_LENGTH: usize = 64 * 1024;

/// A piece of a regex with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fragment {
    /// Name without `fragment/`.
    pub name: String,
    /// The piece, fragments inside it filled in.
    pub regex: String,
}

/// Fragments by name, fragments inside them filled in; `None` where a mistake was reported.
pub(crate) type Fragments = BTreeMap<String, Option<String>>;

impl Written<'_, FragmentSpec> {
    fn name(&self) -> Option<&str> {
        self.spec.id.as_ref()?.text.strip_prefix("fragment/")
    }

    fn needs(&self) -> HashSet<&str> {
        self.spec.regex.iter().flat_map(|regex| uses(&regex.text)).map(|(_, name)| name).collect()
    }
}

/// Fills fragments into each other, adds them to `done` and returns them with the number of their file.
pub(crate) fn fill_all(
    open: Vec<Written<'_, FragmentSpec>>,
    done: &mut Fragments,
    complete: bool,
    problems: &mut [Problems<'_>],
) -> Vec<(usize, Fragment)> {
    let (sorted, circle) = in_order(open, Written::name, Written::needs);
    let mut new = Vec::new();
    for (written, in_circle) in sorted.iter().map(|one| (one, false)).chain(circle.iter().map(|one| (one, true))) {
        let problems = &mut problems[written.file];
        if let Some(id) = &written.spec.id {
            check_id(id, Some("fragment"), problems);
        }
        let Some(name) = written.name() else { continue };
        let filled = if in_circle {
            let shown = clipped(name);
            let message = bilingual!(
                "der Baustein `{shown}` braucht sich selbst, unmittelbar oder im Kreis",
                "the fragment `{shown}` needs itself, directly or in a circle",
            );
            problems.report(written.spec.place, message);
            None
        } else {
            written
                .spec
                .regex
                .as_ref()
                .and_then(|regex| checked(regex, done, complete, problems))
                .map(|(regex, _)| regex)
        };
        done.insert(name.to_owned(), filled.clone());
        new.extend(filled.map(|regex| (written.file, Fragment { name: name.to_owned(), regex })));
    }
    new
}

/// A regex with its fragments filled in, and compiled; `None` when a mistake was reported, here or where one of its fragments stands.
pub(crate) fn checked(
    written: &Text,
    fragments: &Fragments,
    complete: bool,
    problems: &mut Problems<'_>,
) -> Option<(String, Regex)> {
    let regex = written.text.trim();
    // Block scalars end in a line break, which is no part of the regex; nobody means to begin one with blanks.
    let skipped = written.text.len() - written.text.trim_start().len();
    let (mut filled, mut sources) = (String::new(), Vec::new());
    let mut from = 0;
    for (stretch, name) in uses(regex) {
        let Some(piece) = fragments.get(name) else {
            if complete {
                let place = written.inside(problems, skipped + stretch.start, skipped + stretch.end);
                let shown = clipped(name);
                problems
                    .report(place, bilingual!("den Baustein `{shown}` gibt es nicht", "unknown fragment `{shown}`"))
                    .allowed(name, fragments.keys().map(String::as_str));
            }
            return None;
        };
        filled.push_str(&regex[from..stretch.start]);
        let start = filled.len();
        filled.push_str("(?:");
        filled.push_str(piece.as_ref()?);
        filled.push(')');
        from = stretch.end;
        sources.push((start..filled.len(), stretch));
    }
    filled.push_str(&regex[from..]);
    if filled.len() > MAX_LENGTH {
        let most = MAX_LENGTH / 1024;
        let message = bilingual!(
            "mit seinen Bausteinen ist der reguläre Ausdruck größer als {most} KiB",
            "with its fragments the regex is bigger than {most} KiB",
        );
        problems.report(written.place, message);
        return None;
    }
    let error = match shape::compile(&filled) {
        Ok(compiled) => return Some((filled, compiled)),
        Err(error) => error,
    };
    let Range { start, end } = as_written(error.start..error.end, &sources);
    let place = written.inside(problems, skipped + start, skipped + end);
    let Texts { de, en } = error.reason;
    let found = problems.report(place, bilingual!("der reguläre Ausdruck stimmt nicht: {de}", "bad regex: {en}"));
    if let Some(help) = error.help {
        found.help(help);
    }
    None
}

/// The stretch of a regex as written that stands for a stretch of the filled one; `sources` holds filled and written
/// stretches of its fragments, in order.
fn as_written(stretch: Range<usize>, sources: &[(Range<usize>, Range<usize>)]) -> Range<usize> {
    let place = |at: usize, is_end: bool| {
        let mut before = 0..0;
        for (filled, written) in sources {
            if at <= filled.start {
                break;
            }
            if at < filled.end {
                return if is_end { written.end } else { written.start };
            }
            before = filled.end..written.end;
        }
        before.end + (at - before.start)
    };
    place(stretch.start, false)..place(stretch.end, true)
}

/// The uses of fragments in a regex: where `(?&name)` stands, and the name.
fn uses(regex: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut escaped = false;
    regex.char_indices().filter_map(move |(start, character)| {
        if escaped || character == '\\' {
            escaped = !escaped;
            return None;
        }
        let rest = regex[start..].strip_prefix("(?&")?;
        let (name, behind) = rest.split_at(rest.find(|c: char| !c.is_alphanumeric() && c != '-')?);
        behind.starts_with(')').then_some(())?;
        Some((start..start + "(?&)".len() + name.len(), name))
    })
}

#[cfg(test)]
mod tests {
    use super::{as_written, uses};

    #[test]
    fn uses_are_found_unless_escaped() {
        let found: Vec<_> = uses(r"a(?&one)?\(?&no)\\(?&two-words)(?&open").collect();
        assert_eq!(found, [(1..8, "one"), (18..31, "two-words")]);
    }

    #[test]
    fn places_lead_back_to_what_was_written() {
        // ab(?&x)cd(?&y)e, filled: ab(?:123)cd(?:4)e
        let sources = [(2..9, 2..7), (11..16, 9..14)];
        assert_eq!(as_written(0..2, &sources), 0..2);
        assert_eq!(as_written(5..6, &sources), 2..7);
        assert_eq!(as_written(1..6, &sources), 1..7);
        assert_eq!(as_written(9..10, &sources), 7..8);
        assert_eq!(as_written(10..13, &sources), 8..14);
        assert_eq!(as_written(16..17, &sources), 14..15);
    }
}
