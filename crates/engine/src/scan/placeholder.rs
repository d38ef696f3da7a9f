//! Good practice: text that stands where a value would be.

use leitplanke_finding::Span;

/// True when the text under `span` is a placeholder: in `[…]`, `{{…}}` or `<…>`, or written in filler signs (`XXXX`,
/// `****`, `____`).
pub(crate) fn is_placeholder(text: &str, span: Span) -> bool {
    is_bracketed(text, span) || is_filler(span.of(text))
}

/// Brackets that mark a placeholder, innermost first.
const BRACKETS: [(&str, &str); 3] = [("{{", "}}"), ("[", "]"), ("<", ">")];

/// Digits that make a bracketed value a real one: `[0176 04069 042]` is a number somebody put brackets around.
const REAL_DIGITS: usize = 5;

fn is_bracketed(text: &str, span: Span) -> bool {
    let value = span.of(text);
    if value.contains('@') || value.bytes().filter(u8::is_ascii_digit).count() >= REAL_DIGITS {
        return false;
    }
    let (before, after) = (text[..span.start].trim_end_matches([' ', '-', '_']), &text[span.end..]);
    let inside = span.of(text);
    BRACKETS.iter().any(|(open, close)| {
        let around = before.ends_with(open) && after.trim_start_matches([' ', '-', '_']).starts_with(close);
        around || (inside.starts_with(open) && inside.ends_with(close))
    })
}

fn is_filler(value: &str) -> bool {
    let mut signs = value.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '@' | ':'));
    let Some(first) = signs.next() else { return true };
    matches!(first, 'x' | 'X' | '*' | '_' | '#' | '…' | '•' | '?') && signs.all(|c| c.eq_ignore_ascii_case(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_good_practice() {
        let check = |text: &str, needle: &str| {
            let start = text.find(needle).unwrap();
            is_placeholder(text, Span::new(start, start + needle.len()))
        };
        assert!(check("geb. [3.5.87]", "3.5.87"));
        assert!(!check("Ada <ada@web.de>", "ada@web.de"));
        assert!(check("{{ iban }}", "iban"));
        assert!(check("<name>", "name"));
        assert!(check("XX.XX.XXXX", "XX.XX.XXXX"));
        assert!(!check("(0176 04069 042)", "0176 04069 042"));
        assert!(!check("x1", "x1"));
    }
}
