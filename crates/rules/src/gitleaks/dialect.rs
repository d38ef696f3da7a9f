//! Regexes of Go, in the dialect of the `regex` crate.
//!
//! Both run in linear time and mean nearly the same; they differ in what must be escaped. Source of the Go side:
//! the package documentation of `regexp/syntax`. What neither knows (look-around, back-references) is left as it
//! stands, for the `regex` crate to refuse.

/// Most times Go repeats something.
const MAX_REPEAT: u32 = 1000;

/// A regex in our dialect.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Translated {
    pub(super) regex: String,
    /// Groups that capture, in the file.
    pub(super) groups: usize,
    /// For each piece written, its first byte here and in the file; in order.
    map: Vec<(usize, usize)>,
}

impl Translated {
    /// The byte of the file's regex for a byte of ours.
    pub(super) fn origin(&self, at: usize) -> usize {
        let before = self.map.partition_point(|(here, _)| *here <= at);
        self.map.get(before.saturating_sub(1)).map_or(0, |(here, there)| there + (at - here))
    }
}

/// Translates a regex. With `keep`, only that group captures, counted from 1.
pub(super) fn translate(regex: &str, keep: Option<usize>) -> Translated {
    let out = Translated { regex: String::with_capacity(regex.len()), groups: 0, map: Vec::new() };
    let mut reader = Reader { text: regex, at: 0, keep, out };
    while reader.at < regex.len() {
        reader.mark();
        reader.piece();
    }
    reader.out
}

struct Reader<'r> {
    text: &'r str,
    at: usize,
    keep: Option<usize>,
    out: Translated,
}

impl<'r> Reader<'r> {
    fn rest(&self) -> &'r str {
        &self.text[self.at..]
    }

    fn mark(&mut self) {
        self.out.map.push((self.out.regex.len(), self.at));
    }

    /// Takes `bytes` bytes as they are.
    fn copy(&mut self, bytes: usize) {
        let end = (self.at + bytes).min(self.text.len());
        self.out.regex.push_str(&self.text[self.at..end]);
        self.at = end;
    }

    fn next_char(&mut self) -> Option<char> {
        let c = self.rest().chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// One piece outside of classes.
    fn piece(&mut self) {
        match self.rest().as_bytes() {
            [b'\\', b'Q', ..] => self.quoted(),
            [b'\\', ..] => self.escape(),
            [b'[', ..] => self.class(),
            [b'(', ..] => self.group(),
            [b'{', ..] => match repeat_length(self.rest()) {
                Some(length) => self.copy(length),
                None => self.literal_char(),
            },
            [b']' | b'}', ..] => self.literal_char(),
            _ => {
                let length = self.rest().chars().next().map_or(1, char::len_utf8);
                self.copy(length);
            }
        }
    }

    fn literal_char(&mut self) {
        if let Some(c) = self.next_char() {
            self.literal(c);
        }
    }

    /// A character that means itself.
    fn literal(&mut self, c: char) {
        if regex_syntax::is_meta_character(c) {
            self.out.regex.push('\\');
        }
        self.out.regex.push(c);
    }

    /// `\Q…\E`: everything between means itself.
    fn quoted(&mut self) {
        self.at += 2;
        let end = self.rest().find("\\E").map_or(self.text.len(), |found| self.at + found);
        while self.at < end {
            self.mark();
            self.literal_char();
        }
        self.at = (end + 2).min(self.text.len());
    }

    fn group(&mut self) {
        let rest = self.rest();
        let name = ["(?P<", "(?<"].into_iter().find(|start| {
            rest.strip_prefix(start).is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        });
        if name.is_none() && rest.starts_with("(?") {
            return self.copy(2);
        }
        self.out.groups += 1;
        // Names are for whoever reads the file; here the number decides.
        self.at += name.and_then(|_| rest.find('>')).map_or(1, |end| end + 1);
        let captures = self.keep.is_none_or(|keep| keep == self.out.groups);
        self.out.regex.push_str(if captures { "(" } else { "(?:" });
    }

    /// A backslash with what follows.
    fn escape(&mut self) {
        if self.rest().starts_with("\\p{^") {
            self.at += 4;
            self.out.regex.push_str("\\P{");
            return self.copy(self.rest().find('}').map_or(0, |end| end + 1));
        }
        match self.escaped() {
            Some(c) => self.literal(c),
            None => self.copy(escape_length(self.rest())),
        }
    }

    /// The character that an escape stands for, where both dialects write it differently; nothing is taken otherwise.
    fn escaped(&mut self) -> Option<char> {
        let rest = &self.rest()[1..];
        let first = rest.chars().next()?;
        let octal = rest.bytes().take(3).take_while(|byte| (b'0'..=b'7').contains(byte)).count();
        if first == '0' || octal > 1 {
            let code = u32::from_str_radix(&rest[..octal], 8).ok()?;
            self.at += 1 + octal;
            return char::from_u32(code);
        }
        if first.is_ascii_punctuation() || first == ' ' {
            self.at += 2;
            return Some(first);
        }
        None
    }

    /// A class in brackets.
    fn class(&mut self) {
        self.copy(1);
        if self.rest().starts_with('^') {
            self.copy(1);
        }
        let mut first = true;
        while !self.rest().is_empty() {
            if self.rest().starts_with(']') && !first {
                return self.copy(1);
            }
            first = false;
            self.mark();
            self.class_item();
        }
    }

    /// A character, a range or a class inside a class.
    fn class_item(&mut self) {
        let rest = self.rest();
        let named = rest.strip_prefix("[:").and_then(|name| name.find(":]")).filter(|length| *length <= 12);
        if let Some(length) = named {
            return self.copy(length + 4);
        }
        if is_class_escape(rest) {
            return self.copy(escape_length(rest));
        }
        self.class_char();
        let mut behind = self.rest().chars();
        if behind.next() == Some('-')
            && behind.next().is_some_and(|next| next != ']')
            && !is_class_escape(&self.rest()[1..])
        {
            self.copy(1);
            self.class_char();
        }
    }

    fn class_char(&mut self) {
        if self.rest().starts_with('\\') { self.escape() } else { self.literal_char() }
    }
}

/// Bytes of an escape that both dialects write alike.
fn escape_length(rest: &str) -> usize {
    let braces = |from: usize| rest[from..].find('}').map_or(rest.len(), |end| from + end + 1);
    match rest.as_bytes() {
        [b'\\', b'p' | b'P' | b'x', b'{', ..] => braces(2),
        [b'\\', b'x', _, _, ..] if rest.is_char_boundary(4) => 4,
        [b'\\', b'p' | b'P', _, ..] if rest.is_char_boundary(3) => 3,
        _ => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
    }
}

fn is_class_escape(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'\\', b'd' | b'D' | b's' | b'S' | b'w' | b'W' | b'p' | b'P', ..])
}

/// Bytes of `{2}`, `{2,}` or `{2,5}`; any other brace means itself in Go.
fn repeat_length(rest: &str) -> Option<usize> {
    let end = rest.find('}').filter(|end| *end <= 12)?;
    let (least, most) = rest[1..end].split_once(',').unwrap_or((&rest[1..end], ""));
    let counts = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = |text: &str| text.is_empty() || text.parse::<u32>().is_ok_and(|count| count <= MAX_REPEAT);
    (!least.is_empty() && counts(least) && counts(most) && fits(least) && fits(most)).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(go: &str, text: &str) -> Option<String> {
        let regex = crate::shape::compile(&translate(go, None).regex).unwrap_or_else(|error| panic!("{go}: {error}"));
        regex.find(text).map(|found| found.as_str().to_owned())
    }

    #[test]
    fn what_go_takes_as_it_stands() {
        for (go, text, expected) in [
            (r"a{,3}b", "a{,3}b", Some("a{,3}b")),
            (r"\${[^}]+}", "x ${KEY} y", Some("${KEY}")),
            (r"{{key}}", "{{key}}", Some("{{key}}")),
            (r"[[]x]", "[x]", Some("[x]")),
            (r"[a&&b]+", "&ab", Some("&ab")),
            (r"[a~~b]+", "x~b", Some("~b")),
            (r"[\w--]+", "a-b", Some("a-b")),
            (r"[]a]+", "a]", Some("a]")),
            (r"[^]]+", "a]", Some("a")),
            (r"[+--]+", ",+-.", Some(",+-")),
            (r"[a\-z]+", "-z", Some("-z")),
            (r"[\w-.]+", "a-.", Some("a-.")),
            (r"[a-z-9]+", "-9b", Some("-9b")),
            (r"[\x60'\x22]+", "`\"", Some("`\"")),
            (r"\<key\>", "<key>", Some("<key>")),
            (r"\_\:\ \/", "_: /", Some("_: /")),
            (r"\Qa.b+\E+c", "a.b++c", Some("a.b++c")),
            (r"\Q(", "x(", Some("(")),
            (r"\101\07?B", "AB", Some("AB")),
            (r"[\101-\103]+", "ABCD", Some("ABC")),
            (r"[[:alnum:]_]+", "a_1-", Some("a_1")),
            (r"(?i:KEY)\x{3d}\d{2}", "key=42", Some("key=42")),
            (r"\pL\p{Greek}+\PL", "aαβ1", Some("aαβ1")),
            (r"\p{^Greek}+", "αab", Some("ab")),
            (r"ü{2}[ä-ö]", "üüö", Some("üüö")),
        ] {
            assert_eq!(finds(go, text).as_deref(), expected, "{go}");
        }
    }

    #[test]
    fn groups_are_counted_and_kept() {
        let all = translate(r"(a)(?:b)(?P<c>c)(?<d>d)\([(]", None);
        assert_eq!((all.regex.as_str(), all.groups), (r"(a)(?:b)(c)(d)\([\(]", 3));
        assert_eq!(translate(r"(a)((b)c)", Some(2)).regex, r"(?:a)((?:b)c)");
    }

    #[test]
    fn what_neither_takes_is_refused_at_its_place() {
        for (go, place) in [(r"\_\_a(?=b)", 5), (r"[[]\1", 3), (r"a**{{(", 5), (r"x[[b", 1), (r"\", 0)] {
            let translated = translate(go, None);
            let error = crate::shape::compile(&translated.regex).unwrap_err();
            assert_eq!(translated.origin(error.start), place, "{go}: {error} in {}", translated.regex);
        }
    }
}
