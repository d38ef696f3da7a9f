//! Keeps the fingerprint key out of excerpts and messages.

/// The same text with the value of `fingerprint_key` written over, character by character, so that places stay right.
///
/// Reads no YAML: a file with a mistake in it must not show its key either. What stands behind a word like the key's
/// name is hidden, with all lines that are indented further.
pub(crate) fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if let Some(at) = value_of(line, indent) {
            inside = Some(indent);
            out.push_str(&line[..at]);
            hide(&line[at..], line.starts_with('{'), &mut out);
        } else if line.trim().is_empty() || inside.is_some_and(|outer| indent > outer) {
            hide(line, false, &mut out);
        } else {
            inside = None;
            out.push_str(line);
        }
    }
    out
}

/// Where the value begins, when the line names the key, perhaps mistyped.
fn value_of(line: &str, indent: usize) -> Option<usize> {
    let is_key = |at: &usize| {
        let before = &line[..*at];
        let word = before.trim_end().rsplit([' ', '\t', ',', '{']).next().unwrap_or_default().to_lowercase();
        let first = indent == 0 && before.trim_end() == before.trim() && !before.trim().contains(' ');
        word.contains("finger") || (first && (word.contains("key") || word.contains("secret")))
    };
    line.match_indices(':').map(|(at, _)| at).find(is_key).map(|at| at + 1)
}

/// Writes everything over that could be part of a key; `env: NAME` names a variable and may be read by all.
fn hide(value: &str, in_braces: bool, out: &mut String) {
    if value.trim_start_matches([' ', '\t', '{']).starts_with("env:") {
        out.push_str(value);
        return;
    }
    let end = if in_braces { end_in_braces(value) } else { value.len() };
    for c in value[..end].chars() {
        out.push(if c.is_whitespace() || matches!(c, '"' | '\'' | '|' | '>') { c } else { 'x' });
    }
    out.push_str(&value[end..]);
}

/// Where a value ends that stands in a map in braces.
fn end_in_braces(value: &str) -> usize {
    let start = value.len() - value.trim_start().len();
    let closing = value[start..].chars().next().filter(|c| matches!(c, '"' | '\''));
    let end = match closing {
        Some(quote) => value[start + 1..].find(quote).map(|at| start + 1 + at),
        None => value.find([',', '}']),
    };
    end.unwrap_or(value.len())
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn keys_are_written_over() {
        assert_eq!(masked("mode: gate\nfingerprint_key: geheim: ä7\n"), "mode: gate\nfingerprint_key: xxxxxxx xx\n");
        assert_eq!(masked("finger-print: 'a b'\nmode: gate"), "finger-print: 'x x'\nmode: gate");
        assert_eq!(
            masked("fingerprint_key: |\n  eins\n\n  zwei\nmode: x"),
            "fingerprint_key: |\n  xxxx\n\n  xxxx\nmode: x"
        );
        assert_eq!(masked("{ fingerprint_key: 'a,b', mode: gate }"), "{ fingerprint_key: 'xxx', mode: gate }");
        assert_eq!(masked("tools:\n  fingerprint_key: a\nx: y"), "tools:\n  fingerprint_key: x\nx: y");
        assert_eq!(masked("secret-key: abc"), "secret-key: xxx");
    }

    #[test]
    fn the_rest_stays() {
        for text in [
            "fingerprint_key: { env: NAME }",
            "fingerprint_key:\n  env: NAME\nmode: gate\n",
            "rules:\n  secrets: { severity: note, reason: 'key: none' }\n",
            "# the key of the house: see below\nmode: gate",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
