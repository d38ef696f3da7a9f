//! Paths as URIs (RFC 3986).

use std::fmt::Write as _;

/// `path` as a relative reference, or as `file:` URI when it is absolute. Standard input becomes `stdin`.
pub(super) fn of(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    if path.is_empty() || path == "-" {
        return "stdin".to_owned();
    }
    let bytes = path.as_bytes();
    let drive = bytes.first().is_some_and(u8::is_ascii_alphabetic) && bytes.get(1) == Some(&b':');
    let mut uri = match (drive, path.starts_with('/')) {
        (true, _) => String::from("file:///"),
        (false, true) => String::from("file://"),
        (false, false) => String::new(),
    };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~!$&'()*+,;=@".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn paths_of_every_kind() {
        assert_eq!(of("./prompts/an die Köchin.md"), "prompts/an%20die%20K%C3%B6chin.md");
        assert_eq!(of("/home/a/b#1.md"), "file:///home/a/b%231.md");
        assert_eq!(of("C:\\Texte\\a.md"), "file:///C%3A/Texte/a.md");
        assert_eq!(of("-"), "stdin");
        assert_eq!(of("a\u{1b}:%"), "a%1B%3A%25");
    }
}
