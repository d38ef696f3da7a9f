//! Breaks prose into lines.

use unicode_width::UnicodeWidthStr;

use crate::escape::commands;

/// The words of `text` on lines of at most `width` columns; a longer word has a line of its own. No line begins with
/// what a build server takes for a command.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let columns = word.width();
        match lines.last_mut() {
            Some(line) if used + 1 + columns <= width || commands(word) => {
                line.push(' ');
                line.push_str(word);
                used += 1 + columns;
            }
            _ => {
                lines.push(word.to_owned());
                used = columns;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn breaks_at_blanks_only() {
        assert_eq!(wrap("Bitte durch [IBAN] ersetzen.", 12), ["Bitte durch", "[IBAN]", "ersetzen."]);
        assert_eq!(wrap("日本 日本", 5), ["日本", "日本"]);
        assert_eq!(wrap("Achtung ::error::x", 5), ["Achtung ::error::x"]);
        assert_eq!(wrap("  ", 5), [""; 0]);
        assert_eq!(wrap("ab", 0), ["ab"]);
    }
}
