//! Standard input as one thing to read.

use super::{Input, Source};

/// What standard input is called in reports.
const NAME: &str = "-";

/// Standard input, by the name of the file it stands for if there is one.
pub(super) fn input(name: Option<&str>) -> Input {
    let shown = name.map_or_else(|| NAME.to_owned(), |name| name.replace('\\', "/"));
    Input { shown, source: Source::Stdin, named: true }
}
