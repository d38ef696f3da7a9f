//! Makes untrusted text harmless: one function per place it goes to.

use std::fmt::Write as _;
use std::io::{self, BufWriter, IntoInnerError, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

/// True for characters that act on a terminal or editor instead of showing: controls, writing direction, invisible
/// joiners and fillers, tags, line separators.
///
/// The emoji presentation selector U+FE0F is spared: it is part of many emoji and does nothing else.
pub(crate) fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0e}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// `text` on one line for a terminal: blanks of all kinds become blanks, what would act becomes visible (`<U+001B>`).
///
/// Build servers obey lines with `##vso[`, `##teamcity[` or `##[`, so two `#` never touch what follows them. Their
/// `::error::` counts at the beginning of a line only: who writes lines has to see to that, see [`commands`].
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        let is_blank = matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}');
        if is_blank && !blank {
            line.push(' ');
        } else if acts(c) && !is_blank {
            let _ = write!(line, "<U+{:04X}>", u32::from(c));
        } else if !is_blank {
            if !matches!(c, ' ' | '#') && line.ends_with("##") {
                line.insert(line.len() - 1, ' ');
            }
            line.push(c);
        }
        blank = is_blank;
    }
    line
}

/// True when a build server may take a line that begins so for a command.
pub(crate) fn commands(line: &str) -> bool {
    line.trim_start().starts_with("::")
}

/// Writes `value` as one line of JSON in which characters that act are escaped.
pub(crate) fn write_json(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    // A value is written in hundreds of pieces; gathered here, they cost no call each.
    let mut line = BufWriter::with_capacity(LINE, out);
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut line, Harmless))?;
    line.write_all(b"\n")?;
    line.into_inner().map(|_| ()).map_err(IntoInnerError::into_error)
}

/// Bytes that are gathered before they are written: most findings fit.
const LINE: usize = 2 << 10;

/// Compact JSON that is safe to look at.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: Write + ?Sized>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let (mut written, mut at) = (0, 0);
        while let Some(next) = fragment.as_bytes()[at..].iter().position(|byte| MAY_ACT[usize::from(*byte)]) {
            at += next;
            let Some(c) = fragment[at..].chars().next() else { break };
            if acts(c) {
                out.write_all(&fragment.as_bytes()[written..at])?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
                written = at + c.len_utf8();
            }
            at += c.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[written..])
    }
}

/// True for the first bytes of all characters that [`acts`] names, and of some others.
const MAY_ACT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf3);
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_a_terminal() {
        assert_eq!(one_line("a\u{1b}[2Jb\u{202e}c\u{9b}d"), "a<U+001B>[2Jb<U+202E>c<U+009B>d");
        assert_eq!(one_line("##vso[x] ###[y] ## Titel ####"), "# #vso[x] ## #[y] ## Titel ####");
        assert_eq!(one_line("a\r\n\tb\u{2028}c"), "a b c");
        assert_eq!(one_line("Grüße 👍️ 日本"), "Grüße 👍️ 日本");
    }

    #[test]
    fn no_character_that_acts_begins_otherwise() {
        for c in ('\0'..=char::MAX).filter(|c| acts(*c)) {
            assert!(MAY_ACT[usize::from(c.encode_utf8(&mut [0; 4]).as_bytes()[0])], "{c:?}");
        }
    }

    #[test]
    fn json_stays_json_and_shows_what_is_hidden() {
        let mut out = Vec::new();
        let text = "a\u{7f}\u{202e}\u{e0041}\"\n\u{1b}ü";
        write_json(&mut out, &text).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert_eq!(written, "\"a\\u007f\\u202e\\udb40\\udc41\\\"\\n\\u001bü\"\n");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
