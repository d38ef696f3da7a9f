//! From text to tree.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::closing::Closing;
use super::decode::Problems;
use super::leaf::clipped;
use super::node::{Key, Node, Place, Style, Value};

/// Largest file, in bytes. The longest word list is far below; a bigger file is something else.
pub const MAX_BYTES: usize = 4 << 20;

/// Deepest nesting of lists and maps.
pub const MAX_DEPTH: usize = 32;

/// Reads the one document of the file. `None` after at least one mistake was reported.
pub fn parse(problems: &mut Problems<'_>) -> Option<Node> {
    let source = problems.source();
    if source.text().len() > MAX_BYTES {
        problems
            .report(Place::default(), format!("the file is bigger than {} MiB", MAX_BYTES >> 20))
            .help("split it into several files");
        return None;
    }
    if control_character(problems) {
        return None;
    }
    let mut closing = Closing::default();
    let before = problems.count();
    loop {
        match build(&closing.apply(source), &closing, problems) {
            Ok(root) => return root,
            Err(error) if closing.fix(&error, source) => problems.truncate(before),
            Err(error) => {
                syntax_error(&error, problems);
                return None;
            }
        }
    }
}

fn build(text: &str, closing: &Closing, problems: &mut Problems<'_>) -> Result<Option<Node>, ScanError> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event?;
        if !builder.add(event, place_of(span, closing), problems) {
            return Ok(None);
        }
    }
    if builder.root.is_none() {
        problems.report(Place::default(), "the file is empty");
    }
    Ok(builder.root.filter(|_| !builder.foreign))
}

/// Lists and maps that are not finished yet, outermost first.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    /// True when the file uses parts of YAML that the tree has no place for.
    foreign: bool,
}

enum Open {
    List(Place, Vec<Node>),
    Map { place: Place, entries: Vec<(Key, Node)>, seen: BTreeMap<String, Place>, key: Option<Key> },
}

impl Builder {
    /// Takes one event; false when reading on makes no sense.
    fn add(&mut self, event: Event<'_>, place: Place, problems: &mut Problems<'_>) -> bool {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                problems
                    .report(Place { width: 0, ..place }, "a second document begins here")
                    .help("a file holds one document: remove the line `---` or use two files");
                return false;
            }
            Event::Alias(_) => {
                self.unwanted_mark(place, '*', problems);
                self.put(Node { place, value: Value::List(Vec::new()) }, problems);
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.check_marks(place, anchor, tag.is_some(), problems);
                let value = Value::Scalar { text: text.into_owned(), style: style_of(style) };
                self.put(Node { place, value }, problems);
            }
            Event::SequenceStart(anchor, tag) => {
                self.check_marks(place, anchor, tag.is_some(), problems);
                self.open.push(Open::List(place, Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.check_marks(place, anchor, tag.is_some(), problems);
                let (entries, seen) = (Vec::new(), BTreeMap::new());
                self.open.push(Open::Map { place, entries, seen, key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(problems),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        if self.open.len() > MAX_DEPTH {
            problems.report(place, format!("lists and maps are nested deeper than {MAX_DEPTH} levels"));
            return false;
        }
        true
    }

    fn check_marks(&mut self, place: Place, anchor: usize, tagged: bool, problems: &mut Problems<'_>) {
        if anchor != 0 {
            self.unwanted_mark(place, '&', problems);
        } else if tagged {
            self.unwanted_mark(place, '!', problems);
        }
    }

    /// Once per file: who uses them on purpose uses them often.
    fn unwanted_mark(&mut self, place: Place, mark: char, problems: &mut Problems<'_>) {
        if !self.foreign {
            unwanted_mark(place, mark, problems);
        }
        self.foreign = true;
    }

    fn close(&mut self, problems: &mut Problems<'_>) {
        let node = match self.open.pop() {
            Some(Open::List(place, items)) => Node { place, value: Value::List(items) },
            Some(Open::Map { place, entries, .. }) => {
                let place = entries.first().map_or(place, |(key, _)| key.place);
                Node { place, value: Value::Map(entries) }
            }
            None => return,
        };
        self.put(node, problems);
    }

    /// Puts a finished value where it belongs.
    fn put(&mut self, node: Node, problems: &mut Problems<'_>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map { entries, key: key @ Some(_), .. }) => entries.extend(key.take().map(|key| (key, node))),
            Some(Open::Map { seen, key, .. }) => {
                self.foreign |= !matches!(node.value, Value::Scalar { .. });
                *key = Some(new_key(node, seen, problems));
            }
        }
    }
}

fn new_key(node: Node, seen: &mut BTreeMap<String, Place>, problems: &mut Problems<'_>) -> Key {
    let place = node.place;
    let Value::Scalar { text, .. } = node.value else {
        problems.report(place, format!("a key is a word, found {}", node.describe()));
        return Key { text: String::new(), place };
    };
    if let Some(first) = seen.get(&text) {
        problems
            .report(place, format!("the key `{}` stands twice in one map", clipped(&text)))
            .note(format_args!("first written in line {}", first.line));
    } else {
        seen.insert(text.clone(), place);
    }
    Key { text, place }
}

fn place_of(span: Span, closing: &Closing) -> Place {
    let same_line = span.start.line() == span.end.line();
    let width = if same_line { span.end.col().saturating_sub(span.start.col()).max(1) } else { 0 };
    Place { line: span.start.line(), column: closing.column(span.start.line(), span.start.col()) + 1, width }
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::Single,
        ScalarStyle::DoubleQuoted => Style::Double,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}

/// `*`, `&` and `!` begin an alias, an anchor or a tag; who writes them nearly always means the character.
fn unwanted_mark(place: Place, mark: char, problems: &mut Problems<'_>) {
    let what = match mark {
        '*' => "an alias",
        '&' => "an anchor",
        _ => "a tag",
    };
    problems
        .report(place, format!("`{mark}` begins {what}, which these files do not have"))
        .help(format_args!("put a text that begins with `{mark}` in quotes: '{mark}…'"));
}

/// Reports the first character that has no business in a text file.
fn control_character(problems: &mut Problems<'_>) -> bool {
    let source = problems.source();
    let unwanted = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let Some(at) = source.text().find(unwanted) else { return false };
    let before = &source.text()[..at];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let code = source.text()[at..].chars().next().map_or(0, u32::from);
    problems
        .report(Place { line, column, width: 1 }, format!("the control character U+{code:04X} stands in the file"))
        .help(format_args!("in a text with double quotes it is written \"\\u{code:04x}\""));
    true
}

fn syntax_error(error: &ScanError, problems: &mut Problems<'_>) {
    let source = problems.source();
    let marker = error.marker();
    let place = Place { line: marker.line(), column: marker.col() + 1, width: 1 };
    if let Some(line) = (1..=place.line).rev().take(3).find(|line| tab_indented(source.line(*line))) {
        let column = source.line(line).find('\t').unwrap_or_default() + 1;
        problems
            .report(Place { line, column, width: 1 }, "a tab in the indentation")
            .help("YAML is indented with blanks only");
        return;
    }
    let info = error.info();
    if info.contains("unknown anchor") {
        unwanted_mark(Place { width: 0, ..place }, '*', problems);
        return;
    }
    let found = problems.report(place, format!("the file is not valid YAML: {info}"));
    if info.contains("mapping values are not allowed") {
        found.help("put a text that holds `: ` in quotes, or check the indentation");
    } else if info.contains("unexpected character") || info.contains("found character") {
        found.help("put a text that begins with a special character in quotes");
    } else if info.contains("quoted scalar") {
        found.help("is a quotation mark missing? Inside '…' a quotation mark is written twice: ''");
    } else if source.line(place.line).trim_start().starts_with([']', '}']) {
        found.help("indent the closing bracket deeper than the key it belongs to");
    } else if info.contains("flow") || info.contains("illegal placement") {
        found.help("is a bracket or comma missing? Texts with , [ ] { } inside brackets need quotes");
    } else {
        found.help("check the indentation of this line and the one before");
    }
}

fn tab_indented(line: &str) -> bool {
    line.trim_start_matches(' ').starts_with('\t')
}
