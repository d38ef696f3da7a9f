//! Splits a JSON array into its elements without reading them.
//!
//! Exports are one array of conversations in one line. Split first, and one bad conversation is one error instead of
//! a lost file.

use memchr::memchr2;

/// The elements of the array that `text` holds; empty when it holds something else.
///
/// Looks at strings and brackets only: whether an element is sound JSON shows when it is read. What follows the
/// array is the last element, unless it is blank.
pub(crate) struct Elements<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Elements<'t> {
    pub(crate) fn new(text: &'t str) -> Option<Self> {
        let inner = text.trim_start().strip_prefix('[')?;
        Some(Self { text, at: text.len() - inner.len() })
    }
}

impl<'t> Iterator for Elements<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let rest = self.text.get(self.at..)?;
        let end = element_end(rest.as_bytes());
        let element = rest[..end].trim();
        let last = rest.as_bytes().get(end) != Some(&b',');
        if last {
            let behind = rest.get(end + 1..).unwrap_or_default();
            self.at = if behind.trim().is_empty() { self.text.len() + 1 } else { self.at + end + 1 };
            return if element.is_empty() { self.next_behind() } else { Some(element) };
        }
        self.at += end + 1;
        Some(element)
    }
}

impl<'t> Elements<'t> {
    /// What stands behind the closing bracket, as one element.
    fn next_behind(&mut self) -> Option<&'t str> {
        let rest = self.text.get(self.at..)?.trim();
        self.at = self.text.len() + 1;
        (!rest.is_empty()).then_some(rest)
    }
}

/// Where the element that `bytes` begin with ends: at the comma or bracket behind it, or at the end of the file.
fn element_end(bytes: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => at = string_end(bytes, at),
            b'[' | b'{' => depth += 1,
            b',' | b']' | b'}' if depth == 0 => return at,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// The closing quotation mark of the string that opens at `open`, or the last byte.
fn string_end(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        if bytes[at + found] == b'"' {
            return at + found;
        }
        at += found + 2;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::Elements;

    fn split(text: &str) -> Vec<&str> {
        Elements::new(text).map(Iterator::collect).unwrap_or_default()
    }

    #[test]
    fn splits_at_commas_of_the_array_itself() {
        assert_eq!(split(r#" [ {"a":[1,2]}, "x,]\"" ,3] "#), [r#"{"a":[1,2]}"#, r#""x,]\"""#, "3"]);
        assert_eq!(split("[]"), [""; 0]);
        assert_eq!(split("{}"), [""; 0]);
    }

    #[test]
    fn keeps_what_is_cut_off_or_too_much() {
        assert_eq!(split(r#"[{"a":1},{"b":"#), [r#"{"a":1}"#, r#"{"b":"#]);
        assert_eq!(split("[1] [2]"), ["1", "[2]"]);
        assert_eq!(split(r#"["offen"#), [r#""offen"#]);
    }
}
