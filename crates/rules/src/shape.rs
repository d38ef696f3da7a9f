//! The regexes of pattern rules: what they may be, and what `\d`, `\w` and `\b` mean in them.

mod refusal;

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, AssertionKind, Ast, ClassPerlKind, ClassSetItem};
use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

pub use refusal::ShapeError;

/// Largest compiled regex, in bytes. Bounded repeats of big classes grow fast; a rule's regex is small.
const SIZE_LIMIT: usize = 2 << 20;

/// Deepest nesting of groups and repeats.
const NEST_LIMIT: u32 = 50;

/// Compiles the regex of a rule: linear time, `\d`, `\w` and `\b` in ASCII, limited size.
///
/// # Errors
/// When it is no valid regex, uses look-around or back-references, is nested too deep or too big.
pub fn compile(regex: &str) -> Result<Regex, ShapeError> {
    let plain = ascii(regex)?;
    // Meaning (an empty class, an unknown Unicode name) is checked here, where the place is still known.
    parse_hir(&plain, regex.len())?;
    let built = RegexBuilder::new(&plain).size_limit(SIZE_LIMIT).nest_limit(NEST_LIMIT).build();
    built.map_err(|error| refusal::of_compiler(&error, regex.len()))
}

/// The same regex with `\d`, `\w`, `\s`, `\D`, `\W`, `\S` and `\b` spelled out in ASCII, for the `regex` crate.
///
/// # Errors
/// When it can not be parsed.
pub fn ascii(regex: &str) -> Result<String, ShapeError> {
    let tree = ast::parse::ParserBuilder::new().nest_limit(NEST_LIMIT).build().parse(regex);
    let tree = tree.map_err(|error| refusal::of_parser(&error))?;
    let edits = ast::visit(&tree, Spelling::default()).unwrap_or_default();
    Ok(edited(regex, edits))
}

/// The parsed form of a rule's regex, for analysis.
///
/// # Errors
/// When it can not be parsed.
pub(crate) fn hir(regex: &str) -> Result<Hir, ShapeError> {
    parse_hir(&ascii(regex)?, regex.len())
}

/// The same regex for matching in short stretches: long bounded runs of letters become open ones.
///
/// `[A-Za-z-]{2,40}` costs forty copies of the class in an automaton, `[A-Za-z-]{2,}` three, and no word of a short
/// stretch is longer. Runs that may hold digits keep near bounds, for there the length tells a key from a hash, and runs
/// that may hold blanks keep all of theirs: they say how far away a value may stand.
///
/// # Errors
/// When the regex can not be parsed.
pub fn lean(regex: &str) -> Result<String, ShapeError> {
    let plain = ascii(regex)?;
    parse_hir(&plain, regex.len())?;
    // It was just parsed, so this can not fail; if it did, the plain form would do.
    let Ok(tree) = ast::parse::ParserBuilder::new().nest_limit(NEST_LIMIT).build().parse(&plain) else {
        return Ok(plain);
    };
    let edits = ast::visit(&tree, Leaning { plain: &plain, edits: Vec::new() }).unwrap_or_default();
    Ok(edited(&plain, edits))
}

/// Ranges from which a class is one of Unicode's own: `\p{L}` has hundreds.
const MANY_RANGES: usize = 50;

/// ASCII, Latin-1 and the Latin extensions A, B and Additional (Vietnamese): the letters of our texts, composed.
const LATIN: [(char, char); 2] = [('\0', '\u{24f}'), ('\u{1e00}', '\u{1eff}')];

/// Longest bounded run of letters that stays bounded.
const SHORT_RUN: u32 = 8;

/// Smallest bound that is far: it guards against nonsense and tells nothing from anything, unless the least is near it.
const FAR: u32 = 60;
const FAR_ABOVE_LEAST: u32 = 4;

/// Collects the edits of [`lean`], in order of their places.
struct Leaning<'p> {
    plain: &'p str,
    edits: Vec<(ast::Span, String)>,
}

impl Leaning<'_> {
    fn class_at(&self, span: ast::Span) -> Option<ClassUnicode> {
        let written = self.plain.get(span.start.offset..span.end.offset)?;
        match regex_syntax::parse(written).ok()?.into_kind() {
            HirKind::Class(Class::Unicode(class)) => Some(class),
            _ => None,
        }
    }

    /// Cuts a class of Unicode's own down to Latin letters.
    fn latin(&mut self, span: ast::Span) {
        let Some(mut class) = self.class_at(span).filter(|class| class.ranges().len() > MANY_RANGES) else { return };
        class.intersect(&ClassUnicode::new(LATIN.map(|(start, end)| ClassUnicodeRange::new(start, end))));
        let range =
            |range: &ClassUnicodeRange| format!("\\x{{{:x}}}-\\x{{{:x}}}", range.start() as u32, range.end() as u32);
        let ranges: String = class.ranges().iter().map(range).collect();
        self.edits.push((span, format!("[{ranges}]")));
    }

    /// Opens a long bounded run.
    fn open(&mut self, repeat: &ast::Repetition) {
        let ast::RepetitionKind::Range(ast::RepetitionRange::Bounded(min, max)) = repeat.op.kind else { return };
        if max <= SHORT_RUN || max == min {
            return;
        }
        let is_far = max >= FAR && max / FAR_ABOVE_LEAST >= min;
        let opens = |class: &ClassUnicode| !holds_any(class, " \t\r\n") && (is_far || !holds_any(class, "0123456789"));
        if self.class_at(*repeat.ast.span()).is_some_and(|class| opens(&class)) {
            self.edits.push((repeat.op.span, format!("{{{min},}}{}", if repeat.greedy { "" } else { "?" })));
        }
    }
}

impl ast::Visitor for Leaning<'_> {
    type Output = Vec<(ast::Span, String)>;
    type Err = std::convert::Infallible;

    fn finish(self) -> Result<Self::Output, Self::Err> {
        Ok(self.edits)
    }

    fn visit_post(&mut self, node: &Ast) -> Result<(), Self::Err> {
        match node {
            Ast::ClassUnicode(class) => self.latin(class.span),
            Ast::Repetition(repeat) => self.open(repeat),
            _ => {}
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Self::Err> {
        if let ClassSetItem::Unicode(class) = item {
            self.latin(class.span);
        }
        Ok(())
    }
}

fn holds_any(class: &ClassUnicode, chars: &str) -> bool {
    chars.chars().any(|c| class.ranges().iter().any(|range| range.start() <= c && c <= range.end()))
}

/// `text` with the stretches of `edits`, which come in order, written anew.
fn edited<T: AsRef<str>>(text: &str, edits: Vec<(ast::Span, T)>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    for (span, new) in edits {
        written.push_str(&text[at..span.start.offset]);
        written.push_str(new.as_ref());
        at = span.end.offset;
    }
    written.push_str(&text[at..]);
    written
}

/// The most bytes a match of a regex may have; `None` when there is no bound, or the regex can not be parsed.
pub fn longest_match(regex: &str) -> Option<usize> {
    hir(regex).ok()?.properties().maximum_len()
}

/// True when no match of a regex holds a blank or the end of a line; false when the regex can not be parsed.
pub fn is_solid(regex: &str) -> bool {
    hir(regex).is_ok_and(|hir| has_no_blank(&hir))
}

/// Goes as deep as groups are nested, which is limited.
fn has_no_blank(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => !literal.0.iter().any(u8::is_ascii_whitespace),
        HirKind::Class(Class::Unicode(class)) => !holds_any(class, " \t\n\r\x0b\x0c"),
        HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Repetition(repetition) => has_no_blank(&repetition.sub),
        HirKind::Capture(capture) => has_no_blank(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().all(has_no_blank),
    }
}

fn parse_hir(plain: &str, length: usize) -> Result<Hir, ShapeError> {
    let parsed = regex_syntax::ParserBuilder::new().nest_limit(NEST_LIMIT).build().parse(plain);
    // Where nothing was spelled out, places in both forms agree.
    parsed.map_err(|error| refusal::of_meaning(&error, length, plain.len() == length))
}

/// Collects what to spell out, in order.
#[derive(Default)]
struct Spelling(Vec<(ast::Span, &'static str)>);

impl Spelling {
    fn class(&mut self, class: &ast::ClassPerl) {
        let spelled = match (&class.kind, class.negated) {
            (ClassPerlKind::Digit, false) => "[0-9]",
            (ClassPerlKind::Digit, true) => "[^0-9]",
            (ClassPerlKind::Word, false) => "[0-9A-Za-z_]",
            (ClassPerlKind::Word, true) => "[^0-9A-Za-z_]",
            // One kind of blank is left after normalising; the others would only make the automaton larger.
            (ClassPerlKind::Space, false) => r"[ \t\n\r\x0b\x0c]",
            (ClassPerlKind::Space, true) => r"[^ \t\n\r\x0b\x0c]",
        };
        self.0.push((class.span, spelled));
    }
}

impl ast::Visitor for Spelling {
    type Output = Vec<(ast::Span, &'static str)>;
    type Err = std::convert::Infallible;

    fn finish(self) -> Result<Self::Output, Self::Err> {
        Ok(self.0)
    }

    fn visit_pre(&mut self, node: &Ast) -> Result<(), Self::Err> {
        match node {
            Ast::ClassPerl(class) => self.class(class),
            Ast::Assertion(assertion) if assertion.kind == AssertionKind::WordBoundary => {
                self.0.push((assertion.span, "(?-u:\\b)"));
            }
            _ => {}
        }
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Self::Err> {
        if let ClassSetItem::Perl(class) = item {
            self.class(class);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lean_regexes_match_the_same_short_texts() {
        for (regex, text, expected) in [
            (r"[\p{L}-]{2,40}straße \d{1,4}", "Düsternbrooker-Straße Hauptstraße 12", Some("Hauptstraße 12")),
            (r"[A-Za-z]{2,20}", "ab", Some("ab")),
            (r"\b[0-9a-f]{20,40}\b", "0123456789012345678901234567890123456789ab", None),
            (r"(?i)frau \p{Lu}\p{L}+", "FRAU Yılmaz", Some("FRAU Yılmaz")),
            (r"[A-Z]{6}(?:[A-Z0-9]{3})?", "BANKDEFFXXX", Some("BANKDEFFX")),
        ] {
            let lean = Regex::new(&lean(regex).unwrap()).unwrap();
            assert_eq!(lean.find(text).map(|found| found.as_str()), expected, "{regex}");
        }
        assert_eq!(
            lean(r"[^\s,]{4,60}[^,]{0,80}[0-9]{40,80}").unwrap(),
            r"[^[ \t\n\r\x0b\x0c],]{4,}[^,]{0,80}[0-9]{40,80}"
        );
        assert_eq!(lean(r"[a-z]{2,40}").unwrap(), lean(r"[a-z]{2,}").unwrap());
    }

    #[test]
    fn solid_regexes_match_no_blank() {
        for (regex, expected) in [
            (r"[\w.-]+@(?:\w+\.)+[a-z]{2,}", true),
            (r"\S+", true),
            ("a ?b", false),
            (r"(?:[^@])+", false),
            (r"(a\n)?", false),
        ] {
            assert_eq!(is_solid(regex), expected, "{regex}");
        }
    }

    #[test]
    fn perl_classes_mean_ascii() {
        assert_eq!(ascii(r"\d[\d.]\bA\W\s").unwrap(), r"[0-9][[0-9].](?-u:\b)A[^0-9A-Za-z_][ \t\n\r\x0b\x0c]");
        let regex = compile(r"\b\d{3}\b").unwrap();
        assert!(regex.is_match("ä123ö") && !regex.is_match("١٢٣"));
        assert!(compile(r"[\w-]+\D").unwrap().is_match("a-b."));
    }

    #[test]
    fn refuses_what_is_not_linear_or_explodes() {
        for (regex, reason) in [
            (r"(?=a)b", "look-around"),
            (r"(a)\1", "backreferences"),
            (r"(\p{L}{1000}){1000}", "bigger"),
            (r"a{2", "repetition"),
            (r"\p{Klingon}", "not found"),
        ] {
            let error = compile(regex).unwrap_err();
            assert!(error.reason.en.contains(reason), "{regex}: {error}");
            assert!(error.end <= regex.len());
        }
        assert!(compile(&"(".repeat(2000)).is_err());
        assert!(compile(&format!("{}a{}", "(".repeat(2000), ")".repeat(2000))).is_err());
    }
}
