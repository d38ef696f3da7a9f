//! From text to tree.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::closing::Closing;
use super::decode::Problems;
use super::leaf::clipped;
use super::node::{Key, Node, Place, Style, Value};
use super::syntax;
use crate::bilingual;
use crate::bilingual::{Both, Texts};

/// Largest file, in bytes. The longest word list is far below; a bigger file is something else.
pub const MAX_BYTES: usize = 4 << 20;

/// Deepest nesting of lists and maps.
pub const MAX_DEPTH: usize = 32;

/// What is said of a file with more than [`MAX_BYTES`].
pub(crate) fn too_big() -> Texts {
    let most = MAX_BYTES >> 20;
    bilingual!("die Datei ist größer als {most} MiB", "the file is bigger than {most} MiB")
}

/// Reads the one document of the file. `None` after at least one mistake was reported.
pub fn parse(problems: &mut Problems<'_>) -> Option<Node> {
    let source = problems.source();
    if source.text().len() > MAX_BYTES {
        problems
            .report(Place::default(), too_big())
            .help(bilingual!("Bitte auf mehrere Dateien aufteilen.", "split it into several files"));
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
                syntax::report(&error, problems);
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
        problems
            .report(Place::default(), bilingual!("die Datei ist leer", "the file is empty"))
            .help(bilingual!("Bitte etwas eintragen oder die Datei löschen.", "write something or delete the file"));
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
    Map { place: Place, entries: Vec<(Key, Node)>, seen: Seen, key: Option<Key> },
}

/// The keys of a map so far.
#[derive(Default)]
struct Seen {
    places: BTreeMap<String, Place>,
    /// True once the first key came again: what follows is most likely an entry that lacks its `- `.
    again: bool,
}

impl Builder {
    /// Takes one event; false when reading on makes no sense.
    fn add(&mut self, event: Event<'_>, place: Place, problems: &mut Problems<'_>) -> bool {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                let message = bilingual!("hier beginnt ein zweites Dokument", "a second document begins here");
                problems.report(Place { width: 0, ..place }, message).help(bilingual!(
                    "In einer Datei steht nur eines: Bitte die Zeile `---` löschen oder zwei Dateien daraus machen.",
                    "a file holds one document: remove the line `---` or use two files",
                ));
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
                let (entries, seen) = (Vec::new(), Seen::default());
                self.open.push(Open::Map { place, entries, seen, key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(problems),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
        if self.open.len() > MAX_DEPTH {
            let message = bilingual!(
                "Listen und Gruppen sind tiefer als {MAX_DEPTH} Ebenen verschachtelt",
                "lists and maps are nested deeper than {MAX_DEPTH} levels",
            );
            problems.report(place, message);
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

fn new_key(node: Node, seen: &mut Seen, problems: &mut Problems<'_>) -> Key {
    let place = node.place;
    let Value::Scalar { text, .. } = node.value else {
        let Both { de, en } = node.describe();
        problems.report(place, bilingual!("ein Schlüssel ist ein Wort, da steht {de}", "a key is a word, found {en}"));
        return Key { text: String::new(), place };
    };
    let Some(first) = seen.places.get(&text) else {
        seen.places.insert(text.clone(), place);
        return Key { text, place };
    };
    if !seen.again {
        let (written, line) = (clipped(&text), first.line);
        let message = bilingual!(
            "der Schlüssel `{written}` steht zweimal in derselben Gruppe",
            "the key `{written}` stands twice in one map",
        );
        let found = problems.report(place, message);
        found.note(bilingual!("Zum ersten Mal steht er in Zeile {line}.", "first written in line {line}"));
        if seen.places.values().min() == Some(first) && first.column == place.column {
            seen.again = true;
            found.help(bilingual!(
                "Beginnt hier ein neuer Eintrag? Dann gehört `- ` davor.",
                "does a new entry begin here? Then it needs `- ` before it",
            ));
        }
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
pub(super) fn unwanted_mark(place: Place, mark: char, problems: &mut Problems<'_>) {
    let (name, what) = match mark {
        '*' => ("ein Verweis", "an alias"),
        '&' => ("eine Marke", "an anchor"),
        _ => ("eine Typangabe", "a tag"),
    };
    let message = bilingual!(
        "mit `{mark}` beginnt in YAML {name}; so etwas gibt es in diesen Dateien nicht",
        "`{mark}` begins {what}, which these files do not have",
    );
    problems.report(place, message).help(bilingual!(
        "Ein Text, der mit `{mark}` beginnt, gehört in Anführungszeichen: '{mark}…'",
        "put a text that begins with `{mark}` in quotes: '{mark}…'",
    ));
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
    let message = bilingual!(
        "in der Datei steht das Steuerzeichen U+{code:04X}",
        "the control character U+{code:04X} stands in the file",
    );
    problems.report(Place { line, column, width: 1 }, message).help(bilingual!(
        "In einem Text in doppelten Anführungszeichen wird es so geschrieben: \"\\u{code:04x}\"",
        "in a text with double quotes it is written \"\\u{code:04x}\"",
    ));
    true
}
