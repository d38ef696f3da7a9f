use serde::Serialize;

/// Where a finding stands. Fields that a source does not have are absent.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Location {
    /// The file as the user named it, with `/`; `-` for standard input.
    pub path: String,
    /// 0-based index of the conversation in its file (for JSONL: the line).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<usize>,
    /// Id of the conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation: Option<String>,
    /// Id of the message, or its 0-based index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// JSON pointer to the string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// 1-based line in the text the spans count in: the message's, else the file's.
    pub line: usize,
    /// 1-based column in characters.
    pub column: usize,
}

/// A place in a text, for people: both numbers count from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Byte offsets of one text turned into lines, columns and character counts.
///
/// Built once per text that has findings; each answer costs a search over the lines and a count within one line, or
/// within one stride for a text without line breaks.
#[derive(Debug, Clone)]
pub struct LineIndex<'t> {
    text: &'t str,
    /// Byte at which each line starts.
    lines: Vec<usize>,
    /// Characters before byte `i * STRIDE` (moved back to a character border).
    chars: Vec<usize>,
}

/// Bytes between two remembered character counts.
const STRIDE: usize = 256;

impl<'t> LineIndex<'t> {
    /// Indexes `text`.
    pub fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(breaks).collect();
        let mut chars = vec![0];
        let mut at = 0;
        while at + STRIDE < text.len() {
            let next = text.floor_char_boundary(chars.len() * STRIDE);
            let before = chars.last().copied().unwrap_or_default();
            chars.push(before + count_chars(&text[at..next]));
            at = next;
        }
        Self { text, lines, chars }
    }

    /// Characters before byte `offset`; an offset inside a character counts from its start.
    pub fn char_offset(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset);
        let stride = (offset / STRIDE).min(self.chars.len() - 1);
        let from = self.text.floor_char_boundary(stride * STRIDE);
        self.chars[stride] + count_chars(&self.text[from..offset.max(from)])
    }

    /// Line and column of byte `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset) - 1;
        let column = self.char_offset(offset) - self.char_offset(self.lines[line]) + 1;
        Position { line: line + 1, column }
    }

    /// The text of a 1-based line without its line break; empty when there is no such line.
    pub fn line(&self, line: usize) -> &'t str {
        let Some(start) = line.checked_sub(1).and_then(|at| self.lines.get(at)) else { return "" };
        let end = self.lines.get(line).copied().unwrap_or(self.text.len());
        self.text[*start..end].trim_end_matches(['\n', '\r'])
    }
}

fn count_chars(text: &str) -> usize {
    // Every byte that does not continue a character starts one.
    text.bytes().filter(|byte| (byte & 0xc0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        let index = LineIndex::new("Grüße\nan Ömer");
        assert_eq!(index.position("Grüße\nan ".len()), Position { line: 2, column: 4 });
        assert_eq!(index.char_offset("Grüße\n".len()), 6);
        assert_eq!(index.line(2), "an Ömer");
        assert_eq!(index.line(3), "");
    }

    #[test]
    fn long_lines_agree_with_a_plain_count() {
        let text = "ä€x".repeat(9000);
        let index = LineIndex::new(&text);
        for offset in (0..text.len()).filter(|at| text.is_char_boundary(*at)).step_by(97) {
            assert_eq!(index.char_offset(offset), text[..offset].chars().count());
        }
    }
}
