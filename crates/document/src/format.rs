use serde::de::IgnoredAny;

/// How a text is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown and its prompt dialects, with or without front matter. Read as written.
    Markdown,
    /// YAML. Read as written.
    Yaml,
    /// JSON with comments. Read as written, escapes included, because a comment can not be tied to a value.
    Jsonc,
    /// JSON: each string value is a message. What turns out to be no JSON is read as written.
    Json,
    /// One JSON value per line.
    JsonLines,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Yaml, Self::Jsonc, Self::Json, Self::JsonLines];

    /// The word used on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Yaml => "yaml",
            Self::Jsonc => "jsonc",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
        }
    }

    /// The format of a file by its name and the beginning of its text, which may end anywhere.
    ///
    /// The name decides about what looks the same (text, Markdown, YAML), the content about JSON and JSON Lines:
    /// chat logs come under many names.
    pub fn detect(path: &str, head: &str) -> Self {
        let by_name = Self::by_name(path);
        match by_name {
            Some(Self::Markdown | Self::Yaml | Self::Jsonc | Self::JsonLines) => by_name.unwrap_or_default(),
            Some(Self::Json) if is_json_lines(head) => Self::JsonLines,
            Some(Self::Json) => Self::Json,
            _ if is_json_lines(head) => Self::JsonLines,
            _ if begins_like_json(head) => Self::Json,
            _ => Self::Text,
        }
    }

    fn by_name(path: &str) -> Option<Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let extension = name.rsplit_once('.')?.1.to_ascii_lowercase();
        Some(match extension.as_str() {
            "md" | "markdown" | "mdc" | "mdx" | "prompty" | "prompt" => Self::Markdown,
            "yaml" | "yml" => Self::Yaml,
            "jsonc" | "json5" => Self::Jsonc,
            "json" => Self::Json,
            "jsonl" | "ndjson" => Self::JsonLines,
            _ => return None,
        })
    }
}

/// A whole JSON object in the first line and the beginning of another in the next.
fn is_json_lines(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    first.starts_with('{') && second.starts_with('{') && is_json(first)
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// `{"`, `[{`, `["`, `[]`: prose and templates (`{{name}}`, `[NAME]`) begin otherwise.
fn begins_like_json(head: &str) -> bool {
    let mut signs = head.chars().filter(|c| !c.is_whitespace());
    match signs.next() {
        Some('{') => matches!(signs.next(), Some('"' | '}')),
        Some('[') => matches!(signs.next(), Some('{' | '"' | '[' | ']')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn the_name_decides_about_what_looks_the_same() {
        assert_eq!(Format::detect("prompts/brief.md", "{\"a\":1}"), Format::Markdown);
        assert_eq!(Format::detect("a.YML", "x: 1"), Format::Yaml);
        assert_eq!(Format::detect("settings.jsonc", "{}"), Format::Jsonc);
        assert_eq!(Format::detect("verzeichnis.md/brief", "Hallo"), Format::Text);
    }

    #[test]
    fn the_content_decides_about_json() {
        assert_eq!(Format::detect("export.json", "{\"a\":1}\n{\"b\":"), Format::JsonLines);
        assert_eq!(Format::detect("-", "{\"a\":1}\n\n{\"b\":"), Format::JsonLines);
        assert_eq!(Format::detect("-", " [{\"id\""), Format::Json);
        assert_eq!(Format::detect("-", "{{name}} wohnt hier"), Format::Text);
        assert_eq!(Format::detect("-", "[NAME], bitte prüfen"), Format::Text);
        assert_eq!(Format::detect("-", ""), Format::Text);
    }
}
