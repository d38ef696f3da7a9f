//! TOML as the tree that all our files are read from.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::slips;
use crate::yaml::{Key, Node, Place, Problems, Source, Style, Value};

/// Keys of the format. Gitleaks reads them in any case, so they are put into the one that its documentation uses.
const KEYS: [&str; 27] = [
    "allowlist",
    "allowlists",
    "commits",
    "condition",
    "description",
    "disabledRules",
    "entropy",
    "extend",
    "id",
    "keywords",
    "minVersion",
    "path",
    "paths",
    "regex",
    "regexTarget",
    "regexes",
    "required",
    "rules",
    "secretGroup",
    "skipReport",
    "stopwords",
    "tags",
    "targetRules",
    "title",
    "url",
    "useDefault",
    "withinLines",
];

/// Reads the file; mistakes of its syntax are reported, all of them.
pub(super) fn parse(problems: &mut Problems<'_>) -> Option<Node> {
    let source = problems.source();
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in &errors {
        let span = error.span().unwrap_or_default();
        let message = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
        problems.report(source.at(span.start, span.end), slips::message(&message)).help(slips::way_out(&message));
    }
    errors.is_empty().then(|| node_of_table(table.get_ref(), table.span(), source))
}

fn node_of_table(table: &DeTable<'_>, span: Range<usize>, source: &Source) -> Node {
    let mut entries: Vec<(Key, Node)> = table
        .iter()
        // What is empty is as good as not written, to gitleaks too.
        .filter(|(_, value)| !is_empty(value.get_ref()))
        .map(|(key, value)| {
            let place = source.at(key.span().start, key.span().end);
            (Key { text: canonical(key.get_ref()).to_owned(), place }, node(value, source))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.place);
    Node { place: source.at(span.start, span.end), value: Value::Map(entries) }
}

fn canonical(key: &str) -> &str {
    KEYS.iter().find(|known| known.eq_ignore_ascii_case(key)).copied().unwrap_or(key)
}

fn is_empty(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::String(text) => text.is_empty(),
        DeValue::Array(list) => list.is_empty(),
        _ => false,
    }
}

fn node(value: &Spanned<DeValue<'_>>, source: &Source) -> Node {
    let span = value.span();
    match value.get_ref() {
        DeValue::Table(table) => node_of_table(table, span, source),
        DeValue::Array(list) => {
            let items = list.iter().map(|item| node(item, source)).collect();
            Node { place: source.at(span.start, span.end), value: Value::List(items) }
        }
        DeValue::String(text) => text_node(text, span, source),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            let text = source.text().get(span.clone()).unwrap_or_default().to_owned();
            Node { place: source.at(span.start, span.end), value: Value::Scalar { text, style: Style::Plain } }
        }
    }
}

/// A text. Where it is written without escapes, places inside it can be told: then it counts as plain, from behind its
/// quotation marks on.
fn text_node(text: &str, span: Range<usize>, source: &Source) -> Node {
    let written = source.text().get(span.clone()).unwrap_or_default();
    let quotes = if written.starts_with("'''") || written.starts_with("\"\"\"") { 3 } else { 1 };
    let inner = written.get(quotes..written.len().saturating_sub(quotes)).unwrap_or_default();
    let plain = Node {
        place: source.at(span.start + quotes, span.end.saturating_sub(quotes)),
        value: Value::Scalar { text: text.to_owned(), style: Style::Plain },
    };
    // A plain `null` would count as nothing.
    if inner == text && !text.contains('\n') && !plain.is_null() {
        return plain;
    }
    let place = Place { ..source.at(span.start, span.end) };
    Node { place, value: Value::Scalar { text: text.to_owned(), style: Style::Block } }
}
