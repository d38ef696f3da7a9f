//! Text made safe for Markdown. Rules quote hostile prompts, and pages are read where Markdown and HTML are obeyed.

use std::fmt::Write as _;

/// Running text: nothing in it is markup, line breaks are blanks.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => out.extend(['\\', c]),
            _ => visible(c, &mut out),
        }
    }
    out
}

/// Running text that begins a line: also no heading, list or rule.
pub(super) fn line(text: &str) -> String {
    let escaped = inline(text);
    let digits = escaped.len() - escaped.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = if escaped.starts_with(['#', '-', '+', '=']) {
        Some(0)
    } else {
        (digits > 0 && escaped.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']))).then_some(digits)
    };
    match marker {
        Some(at) => format!("{}\\{}", &escaped[..at], &escaped[at..]),
        None => escaped,
    }
}

/// A list item that shows a text as it is: a code span, or a code block where the text has several lines.
pub(super) fn quoted(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.trim_end_matches('\n').chars() {
        if c == '\n' { shown.push(c) } else { visible(c, &mut shown) }
    }
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    if shown.contains('\n') {
        let fence = "`".repeat(longest.max(2) + 1);
        return format!("- {fence}text\n  {}\n  {fence}\n", shown.replace('\n', "\n  "));
    }
    let fence = "`".repeat(longest + 1);
    let pad = if shown.starts_with(['`', ' ']) || shown.ends_with(['`', ' ']) { " " } else { "" };
    format!("- {fence}{pad}{shown}{pad}{fence}\n")
}

/// Characters that show nothing become their number.
fn visible(c: char, out: &mut String) {
    if c.escape_debug().nth(1) == Some('u') {
        let _ = write!(out, "‹U+{:04X}›", u32::from(c));
    } else {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_running_text_is_markup() {
        assert_eq!(inline("<script>a|b_c*\n[x](y)"), "&lt;script&gt;a\\|b\\_c\\* \\[x\\](y)");
        assert_eq!(inline("a\u{200b}b\u{202e}"), "a‹U+200B›b‹U+202E›");
        assert_eq!(inline("Größe – „so“ 👍"), "Größe – „so“ 👍");
    }

    #[test]
    fn a_line_is_neither_heading_nor_list() {
        assert_eq!(line("# x"), "\\# x");
        assert_eq!(line("12. Mai"), "12\\. Mai");
        assert_eq!(line("- x"), "\\- x");
        assert_eq!(line("12 Uhr"), "12 Uhr");
    }

    #[test]
    fn code_can_not_be_left() {
        assert_eq!(quoted("a `b` c"), "- ``a `b` c``\n");
        assert_eq!(quoted("`b"), "- `` `b ``\n");
        assert_eq!(quoted("a\n```\nb\n"), "- ````text\n  a\n  ```\n  b\n  ````\n");
        assert_eq!(quoted("\u{e0041}"), "- `‹U+E0041›`\n");
    }
}
