//! Short quotations: a word held up for discussion, or one that somebody is told to write.

use leitplanke_finding::Span;

/// Longest quotation, in bytes, that still reads as a word held up for discussion.
const QUOTED: usize = 48;

/// Quotation marks, opening and closing.
const PAIRS: [(&str, &str); 9] =
    [("„", "“"), ("„", "”"), ("“", "”"), ("\"", "\""), ("»", "«"), ("«", "»"), ("‚", "‘"), ("`", "`"), ("›", "‹")];

/// How far back, in bytes, a request may stand before its quotation.
const REQUEST: usize = 80;

/// Most words between a request and its quotation: "schreib der Frau am Schalter: „…“".
const REACH: usize = 5;

/// Orders to put words into the world.
const ORDERS: [&str; 25] = [
    "schreib",
    "schreibe",
    "schreibt",
    "schreiben",
    "sag",
    "sage",
    "sagen",
    "antworte",
    "antworten",
    "erwidere",
    "poste",
    "kommentiere",
    "formuliere",
    "schick",
    "schicke",
    "sende",
    "write",
    "tell",
    "reply",
    "say",
    "answer",
    "post",
    "tweet",
    "send",
    "text",
];

/// Words an order may follow; anything else before it makes it a statement: "manche sagen „…“".
const BEFORE: [&str; 14] =
    ["bitte", "und", "dann", "jetzt", "einfach", "also", "please", "and", "then", "just", "now", "so", "aber", "but"];

/// Words between order and quotation that turn it around: "schreib nicht „…“", "antworte auf „…“".
const TURNS: [&str; 34] = [
    "nicht", "nie", "niemals", "statt", "anstatt", "kein", "keine", "über", "warum", "wort", "wörter", "begriff",
    "ich", "wir", "man", "auf", "wenn", "jemand", "lieber", "not", "never", "instead", "about", "why", "word", "words",
    "term", "phrase", "rather", "if", "when", "someone", "i", "we",
];

/// True when the span stands in a short quotation that nobody is told to write: `„…“`, `"…"`, `»…«`, `‚…‘`, `›…‹` or
/// backticks around at most [`QUOTED`] bytes on either side.
pub(super) fn is_mentioned(text: &str, span: Span) -> bool {
    opening(text, span).is_some_and(|open| !is_ordered(text, open) && !is_cell(text, open, span.end))
}

/// True when the quotation fills a cell of a table: files with separated values put their texts in quotation marks.
fn is_cell(text: &str, open: usize, end: usize) -> bool {
    let borders = [',', ';', '\t', '|', '\n', '\r'];
    let behind = text[end..].split_once('"').map(|(_, behind)| behind);
    text[..open].ends_with(&borders[..4])
        && text[open..].starts_with('"')
        && behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(borders))
}

/// Where the quotation around the span opens.
fn opening(text: &str, span: Span) -> Option<usize> {
    let from = text.floor_char_boundary(span.start.saturating_sub(QUOTED));
    let to = text.ceil_char_boundary((span.end + QUOTED).min(text.len()));
    let (before, after) = (&text[from..span.start], &text[span.end..to]);
    let line_before = before.rsplit('\n').next().unwrap_or_default();
    let line_after = after.split('\n').next().unwrap_or_default();
    PAIRS.iter().find_map(|(open, close)| {
        let at = line_before.rfind(open)?;
        let opened = open == close || !line_before[at..].contains(close);
        let balanced = open != close || line_before.matches(open).count() % 2 == 1;
        (opened && balanced && line_after.contains(close)).then(|| span.start - (line_before.len() - at))
    })
}

/// True when an order leads up to the quotation: "Schreib ihm: „…“" passes the word on instead of talking about it.
fn is_ordered(text: &str, open: usize) -> bool {
    let from = text.floor_char_boundary(open.saturating_sub(REQUEST));
    let lead = text[from..open].rsplit(['\n', '.', '!', '?', ';']).next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = lead.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let Some(order) = words.iter().rposition(|word| ORDERS.contains(word)) else { return false };
    let between = &words[order + 1..];
    let follows = order.checked_sub(1).is_none_or(|before| BEFORE.contains(&words[before]));
    // "Reply to „…“" answers the quotation, "write to him „…“" sends it.
    let answers = between.last().is_some_and(|word| ["to", "zu"].contains(word));
    follows && !answers && between.len() <= REACH && !between.iter().any(|word| TURNS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentioned(text: &str) -> bool {
        let start = text.find("taubstumm").unwrap();
        is_mentioned(text, Span::new(start, start + "taubstumm".len()))
    }

    #[test]
    fn sees_quotation_marks_around_a_word() {
        for text in ["„taubstumm“", "das Wort \"taubstumm\" nicht", "»taubstumm«", "‚so taubstumm wie‘"] {
            assert!(mentioned(text), "{text}");
        }
        for text in [
            "taubstumm",
            "\"ja\" taubstumm \"nein\"",
            "„ja“ taubstumm “",
            "„eins\ntaubstumm\nzwei“",
            "7;\"Er ist taubstumm.\"\n",
            "Ada,\"taubstumm\",Ulm",
        ] {
            assert!(!mentioned(text), "{text}");
        }
    }

    #[test]
    fn an_order_to_write_the_quotation_is_no_mention() {
        for text in [
            "Schreib: „Er ist taubstumm.“ an das Amt",
            "Danke. Bitte antworte ihm „Sie sind ja taubstumm“.",
            "Schreiben Sie der Familie: \"Ihr Kind ist taubstumm\"",
            "Please reply: \"he is taubstumm\"",
            "Fix the typo and write to him \"you are taubstumm\"",
        ] {
            assert!(!mentioned(text), "{text}");
        }
        for text in [
            "Schreib nicht „taubstumm“, sondern „gehörlos“",
            "Was antworte ich auf „Der ist taubstumm“?",
            "Manche sagen „taubstumm“.",
            "Schreib statt „taubstumm“ besser „gehörlos“",
            "Ich schreibe „taubstumm“ nie.",
            "Reply to \"he is taubstumm\" with patience",
            "Write an essay. They call him \"taubstumm\".",
        ] {
            assert!(mentioned(text), "{text}");
        }
    }
}
