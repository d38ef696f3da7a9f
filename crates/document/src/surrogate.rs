//! Halves of surrogate pairs in JSON escapes, which strict JSON readers refuse and chat exports contain.

/// `json` with each lone `\ud83d` replaced by `\ufffd`; `None` when there is none. The length stays the same.
pub(crate) fn repair(json: &str) -> Option<String> {
    let mut broken = Vec::new();
    let bytes = json.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', bytes.get(at..)?) {
        let escape = at + found;
        match unit(bytes, escape) {
            Some(0xd800..=0xdbff) if matches!(unit(bytes, escape + 6), Some(0xdc00..=0xdfff)) => at = escape + 12,
            Some(0xd800..=0xdfff) => {
                broken.push(escape);
                at = escape + 6;
            }
            _ => at = escape + 2,
        }
    }
    if broken.is_empty() {
        return None;
    }
    let mut repaired = String::with_capacity(json.len());
    let mut copied = 0;
    for escape in broken {
        repaired.push_str(&json[copied..escape]);
        repaired.push_str("\\ufffd");
        copied = escape + 6;
    }
    repaired.push_str(&json[copied..]);
    Some(repaired)
}

/// The code unit that `\uXXXX` at `at` spells.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let escape = bytes.get(at..at + 6)?;
    let digits = escape.strip_prefix(b"\\u").filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn replaces_lone_halves_only() {
        assert_eq!(repair(r#""a\ud83db""#).as_deref(), Some(r#""a\ufffdb""#));
        assert_eq!(repair(r#""\udc00\ud83d\ud83d\ude00""#).as_deref(), Some(r#""\ufffd\ufffd\ud83d\ude00""#));
        assert_eq!(repair(r#""\ud83d\ude00 \\ud83d""#), None);
        assert_eq!(repair(r#""\ud8"#), None);
        assert_eq!(repair("\\"), None);
    }
}
