//! Reads written terms.

use std::collections::HashSet;
use std::hash::Hash;

use leitplanke_finding::Language;

use super::{Form, MAX_EXPANSIONS, MAX_WORDS, Phrase, Piece, TermError, Word};

impl Phrase {
    /// Reads one written term (not a `<vocabulary>`). Alternatives of one word each share a place; those of several words
    /// or none are multiplied out.
    ///
    /// # Errors
    /// When the term breaks the little language; see [`TermError`].
    pub fn parse(written: &str, language: Option<Language>) -> Result<Vec<Self>, TermError> {
        let mut done: Vec<Vec<Piece>> = vec![Vec::new()];
        for stretch in stretches(written)? {
            let variants = variants(stretch)?;
            if done.len() * variants.len() > MAX_EXPANSIONS {
                return Err(TermError::TooMany);
            }
            let longer =
                |head: &Vec<Piece>| variants.iter().map(|tail| [head.as_slice(), tail].concat()).collect::<Vec<_>>();
            done = done.iter().flat_map(longer).collect();
        }
        done.iter().try_for_each(|pieces| check(pieces))?;
        let phrases = done.into_iter().flat_map(one_word_each).map(|pieces| Self { language, pieces });
        Ok(each_once(phrases.collect()))
    }
}

/// A phrase of one place becomes one phrase for each of its words: a word that is the whole phrase proves it.
fn one_word_each(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    match <[Piece; 1]>::try_from(pieces) {
        Ok([Piece::Words(words)]) => words.into_iter().map(|word| vec![Piece::Words(vec![word])]).collect(),
        Ok([piece]) => vec![vec![piece]],
        Err(pieces) => vec![pieces],
    }
}

fn check(pieces: &[Piece]) -> Result<(), TermError> {
    if pieces.len() > MAX_WORDS {
        return Err(TermError::TooLong);
    }
    if pieces.first() == Some(&Piece::Gap) || pieces.last() == Some(&Piece::Gap) {
        return Err(TermError::Gap);
    }
    if pieces.iter().any(|piece| matches!(piece, Piece::Words(_))) { Ok(()) } else { Err(TermError::Empty) }
}

/// Cuts at the blanks outside brackets.
fn stretches(written: &str) -> Result<Vec<&str>, TermError> {
    let mut open = false;
    for bracket in written.chars().filter(|c| matches!(c, '(' | ')')) {
        match (open, bracket) {
            (true, '(') => return Err(TermError::Nested),
            (false, ')') => return Err(TermError::Brackets),
            _ => open = !open,
        }
    }
    if open {
        return Err(TermError::Brackets);
    }
    let mut inside = false;
    let cut = |c: char| {
        inside = c == '(' || inside && c != ')';
        c.is_whitespace() && !inside
    };
    Ok(written.split(cut).filter(|stretch| !stretch.is_empty()).collect())
}

/// What a stretch may stand for, in the order written; all alternatives of one word in one place.
fn variants(stretch: &str) -> Result<Vec<Vec<Piece>>, TermError> {
    let mut words: Vec<Word> = Vec::new();
    let mut words_at = 0;
    let mut variants: Vec<Vec<Piece>> = Vec::new();
    for text in alternatives(stretch)?.iter().flat_map(|text| hyphens(text)) {
        let pieces = pieces(&text)?;
        match pieces.as_slice() {
            [Piece::Words(word)] => {
                if words.is_empty() {
                    words_at = variants.len();
                }
                words.extend(word.iter().cloned());
            }
            _ => variants.push(pieces),
        }
    }
    if words.len() > MAX_EXPANSIONS {
        return Err(TermError::TooMany);
    }
    if !words.is_empty() {
        variants.insert(words_at, vec![Piece::Words(each_once(words))]);
    }
    Ok(each_once(variants))
}

fn each_once<T: Eq + Hash + Clone>(items: Vec<T>) -> Vec<T> {
    let mut seen = HashSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect()
}

/// `a(b|c)` becomes `ab` and `ac`.
fn alternatives(written: &str) -> Result<Vec<String>, TermError> {
    let mut done = vec![String::new()];
    let mut rest = written;
    while let Some((before, (inner, after))) =
        rest.split_once('(').and_then(|(before, inner)| Some((before, inner.split_once(')')?)))
    {
        let choices: Vec<&str> = inner.split('|').collect();
        if done.len() * choices.len() > MAX_EXPANSIONS {
            return Err(TermError::TooMany);
        }
        done =
            done.iter().flat_map(|head| choices.iter().map(move |choice| format!("{head}{before}{choice}"))).collect();
        rest = after;
    }
    for text in &mut done {
        text.push_str(rest);
    }
    Ok(done)
}

/// A hyphen between letters may be a blank or nothing: `Burn-out` becomes `Burn out` and `Burnout`.
fn hyphens(text: &str) -> Vec<String> {
    let split = text.replace('-', " ");
    let joined = text.replace('-', "");
    if split == joined { vec![split] } else { vec![split, joined] }
}

fn pieces(text: &str) -> Result<Vec<Piece>, TermError> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        match word {
            "..." | "…" => pieces.push(Piece::Gap),
            "#" => pieces.push(Piece::Number),
            _ => words(word, &mut pieces)?,
        }
    }
    Ok(pieces)
}

/// Reads one written word. Like a text it falls apart at its dots and apostrophes: `V.`, `I'm`, `§8a`.
fn words(written: &str, pieces: &mut Vec<Piece>) -> Result<(), TermError> {
    let exact = written.strip_prefix('=');
    let core = exact.unwrap_or(written);
    let (front, back) = (core.starts_with('*'), core.ends_with('*'));
    let text = core.trim_matches('*');
    if text.contains('*') {
        return Err(TermError::Star);
    }
    if (front || back) && text.chars().filter(|c| c.is_alphanumeric()).count() < 3 {
        return Err(TermError::TooShort);
    }
    let parts = split_like_text(text);
    let last = parts.len().checked_sub(1).ok_or(TermError::Empty)?;
    for (index, part) in parts.into_iter().enumerate() {
        let form = match (front && index == 0, back && index == last) {
            (true, true) => Form::Infix,
            (true, false) => Form::Suffix,
            (false, true) => Form::Prefix,
            (false, false) if exact.is_some() => Form::Exact,
            (false, false) if is_capitals(part) => Form::Capitals,
            (false, false) => Form::Inflected,
        };
        pieces.push(Piece::word(part, form));
    }
    Ok(())
}

/// Runs of letters and digits, and the signs that count as words of their own.
fn split_like_text(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            continue;
        }
        parts.extend(start.take().map(|from| &text[from..at]));
        if matches!(c, '§' | '%' | '€' | '$' | '&') {
            parts.push(&text[at..at + c.len_utf8()]);
        }
    }
    parts.extend(start.map(|from| &text[from..]));
    parts
}

fn is_capitals(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    upper >= 2 && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Vec<String> {
        let word = |word: &Word| format!("{}:{:?}", word.text, word.form);
        let show = |piece: &Piece| match piece {
            Piece::Words(words) => words.iter().map(word).collect::<Vec<_>>().join("|"),
            Piece::Number => "#".to_owned(),
            Piece::Gap => "...".to_owned(),
        };
        let phrases = Phrase::parse(written, None).unwrap();
        phrases.iter().map(|phrase| phrase.pieces.iter().map(show).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn reads_forms() {
        assert_eq!(read("depressi*"), ["depressi:Prefix"]);
        assert_eq!(read("*sucht"), ["sucht:Suffix"]);
        assert_eq!(read("=Sucht"), ["Sucht:Exact"]);
        assert_eq!(read("PTBS"), ["PTBS:Capitals"]);
        assert_eq!(read("Pflegegrad #"), ["Pflegegrad:Inflected #"]);
        assert_eq!(read("V. a."), ["V:Inflected a:Inflected"]);
        assert_eq!(read("=I'm"), ["I:Exact m:Exact"]);
        assert_eq!(read("§8a"), ["§:Inflected 8a:Inflected"]);
    }

    #[test]
    fn alternatives_of_one_word_share_a_place() {
        assert_eq!(read("leidet (an|unter)"), ["leidet:Inflected an:Inflected|unter:Inflected"]);
        assert_eq!(read("(an|unter)"), ["an:Inflected", "unter:Inflected"]);
        assert_eq!(
            read("mein(e|er|) =(Akte|Not*)"),
            ["meine:Inflected|meiner:Inflected|mein:Inflected Akte:Exact|Not:Prefix"]
        );
        let many = "(a1|a2|a3|a4|a5|a6|a7|a8)".to_owned() + &" (b1|b2|b3|b4|b5|b6|b7|b8)".repeat(11);
        assert_eq!(read(&many).len(), 1);
    }

    #[test]
    fn multiplies_other_alternatives_and_hyphens() {
        assert_eq!(read("(sehr|) (ver|be)dacht (ab und zu|oft|#)").len(), 6);
        assert_eq!(read("Burn-out"), ["Burn:Inflected out:Inflected", "Burnout:Inflected"]);
        assert_eq!(read("(sehr|) krank").len(), 2);
    }

    #[test]
    fn refuses_what_it_can_not_read() {
        for (written, error) in [
            ("", TermError::Empty),
            ("(a|b", TermError::Brackets),
            ("a)", TermError::Brackets),
            ("((a|b))", TermError::Nested),
            ("ab*", TermError::TooShort),
            ("Ar*zt", TermError::Star),
            ("... Rückfrage", TermError::Gap),
        ] {
            assert_eq!(Phrase::parse(written, None), Err(error), "{written:?}");
        }
    }
}
