//! Reads the labelled texts.

use std::fs;
use std::path::{Path, PathBuf};

use leitplanke_finding::{Role, Span};

use crate::mistake::Mistake;

/// A labelled text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) role: Role,
    /// What is scanned: without marks.
    pub(crate) text: String,
    /// Values that must be found, in text order.
    pub(crate) gold: Vec<Gold>,
    /// Labels that must be found somewhere.
    pub(crate) expect: Vec<String>,
    /// True when nothing at warning or above may be found.
    pub(crate) clean: bool,
}

/// A value that must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gold {
    pub(crate) label: String,
    /// Bytes of [`Case::text`].
    pub(crate) span: Span,
}

/// Every case of the files in `folder`, by file name.
///
/// # Errors
/// When a file can not be read or breaks the format of `fixtures/quality/README.md`.
pub(crate) fn read(folder: &Path) -> Result<Vec<Case>, Mistake> {
    let entries = fs::read_dir(folder).map_err(Mistake::file(folder))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut cases: Vec<Case> = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).map_err(Mistake::file(&path))?.replace("\r\n", "\n");
        cases.extend(parse(&text).map_err(|reason| Mistake::Data { path: path.clone(), reason })?);
    }
    let mut ids: Vec<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => {
            Err(Mistake::Data { path: folder.to_owned(), reason: format!("two cases are called {}", pair[0]) })
        }
        None => Ok(cases),
    }
}

/// The cases of one file; the error names the line.
fn parse(text: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut open: Option<(Case, usize, Vec<&str>)> = None;
    for (number, line) in (1..).zip(text.split('\n')) {
        if let Some(header) = line.strip_prefix("=== ") {
            cases.extend(open.take().map(close).transpose()?);
            let case = head(header).map_err(|reason| format!("line {number}: {reason}"))?;
            open = Some((case, number, Vec::new()));
        } else if let Some((_, _, lines)) = &mut open {
            lines.push(line);
        }
    }
    cases.extend(open.map(close).transpose()?);
    Ok(cases)
}

fn head(header: &str) -> Result<Case, String> {
    let mut words = header.split_whitespace();
    let id = words.next().ok_or("a case needs an id")?.to_owned();
    let mut case =
        Case { id, role: Role::Prompt, text: String::new(), gold: Vec::new(), expect: Vec::new(), clean: false };
    for word in words {
        match word.split_once('=') {
            None if word == "clean" => case.clean = true,
            Some(("role", role)) => {
                let found = Role::ALL.into_iter().find(|known| known.as_str() == role);
                case.role = found.ok_or_else(|| format!("unknown role `{role}`"))?;
            }
            Some(("expect", labels)) => case.expect = labels.split(',').map(str::to_owned).collect(),
            _ => return Err(format!("unknown word `{word}` in the header")),
        }
    }
    Ok(case)
}

fn close((mut case, line, lines): (Case, usize, Vec<&str>)) -> Result<Case, String> {
    let marked = lines.join("\n");
    let mut rest = marked.trim_end_matches(['\n', ' ', '\t']);
    while let Some((before, after)) = rest.split_once('⟦') {
        case.text.push_str(before);
        let mark = after.split_once('⟧').and_then(|(mark, behind)| Some((mark.split_once('|')?, behind)));
        let ((label, value), behind) = mark.ok_or_else(|| format!("case in line {line}: a mark is not closed"))?;
        let start = case.text.len();
        case.text.push_str(value);
        case.gold.push(Gold { label: label.to_owned(), span: Span::new(start, case.text.len()) });
        rest = behind;
    }
    case.text.push_str(rest);
    if case.clean && !(case.gold.is_empty() && case.expect.is_empty()) {
        return Err(format!("case in line {line}: a clean case has neither marks nor labels"));
    }
    Ok(case)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans_of_the_text_without_them() {
        let text =
            "# x\n\n=== a-1 role=output expect=HEALTH,MINOR\nFrau ⟦PERSON|Ä B⟧, ⟦AGE|9⟧\nEnde.\n\n=== a-2 clean\nx\n";
        let cases = parse(text).unwrap();
        assert_eq!(cases[0].text, "Frau Ä B, 9\nEnde.");
        assert_eq!(cases[0].gold[0], Gold { label: "PERSON".into(), span: Span::new(5, 9) });
        assert_eq!(cases[0].gold[1].span.of(&cases[0].text), "9");
        assert_eq!((cases[0].role, cases[0].expect.len()), (Role::Output, 2));
        assert!(cases[1].clean && cases[1].text == "x");
    }

    #[test]
    fn mistakes_name_their_line() {
        assert!(parse("=== a-1 rolle=x\n").unwrap_err().contains("line 1: unknown word"));
        assert!(parse("\n=== a-1\n⟦PERSON|A\n").unwrap_err().contains("line 2: a mark is not closed"));
        assert!(parse("=== a-1 clean\n⟦PERSON|A⟧\n").unwrap_err().contains("clean case"));
    }
}
