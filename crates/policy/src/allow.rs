use std::sync::Arc;

/// A value that may stand in a text, with the reason somebody gave for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// As written in the policy.
    pub pattern: String,
    /// Why it may.
    pub reason: Arc<str>,
    form: Form,
}

/// How a value is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    /// Case does not matter; `*` stands for anything.
    Glob,
    /// Letters and digits only, in capitals: account numbers.
    Compact(String),
    /// Words of an address, folded.
    Words(Vec<String>),
    /// Mailboxes and pages of an internet domain and those below it.
    Domain(String),
}

impl Allow {
    /// A pattern: `*` stands for any text, case does not matter.
    pub(crate) fn glob(pattern: &str, reason: Arc<str>) -> Self {
        Self { pattern: pattern.to_owned(), reason, form: Form::Glob }
    }

    /// An account number; blanks and hyphens do not matter.
    pub(crate) fn number(number: &str, reason: Arc<str>) -> Self {
        Self { pattern: number.to_owned(), reason, form: Form::Compact(compact(number)) }
    }

    /// A postal address: found in full, or a part of it with at least two words.
    pub(crate) fn address(address: &str, reason: Arc<str>) -> Self {
        Self { pattern: address.to_owned(), reason, form: Form::Words(words(address)) }
    }

    /// An internet domain with all below it.
    pub(crate) fn domain(domain: &str, reason: Arc<str>) -> Self {
        Self { pattern: domain.to_owned(), reason, form: Form::Domain(domain.to_lowercase()) }
    }

    /// True when the matched text may stand there.
    pub fn covers(&self, text: &str) -> bool {
        match &self.form {
            Form::Glob => glob(&self.pattern.to_lowercase(), &text.to_lowercase()),
            Form::Compact(number) => !number.is_empty() && compact(text) == *number,
            Form::Words(own) => {
                let found = words(text);
                holds(&found, own) || (found.len() >= 2 && holds(own, &found))
            }
            Form::Domain(domain) => {
                let text = text.to_lowercase();
                let host = text.rsplit_once('@').map_or(text.as_str(), |(_, host)| host);
                host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
            }
        }
    }
}

/// Linear in practice and at most quadratic: every `*` remembers only the last place it could go on from.
fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        if pattern.get(p) == Some(&'*') {
            star = Some((p, t));
            p += 1;
        } else if pattern.get(p) == Some(&text[t]) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            (p, t) = (at + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Lower-case words and numbers; spellings of "Straße" and umlauts are one.
fn words(text: &str) -> Vec<String> {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            c if c.is_alphanumeric() => folded.push(c),
            _ => folded.push(' '),
        }
    }
    let mut words: Vec<String> = Vec::new();
    for word in folded.split_whitespace() {
        let word = word.strip_suffix("strasse").map_or_else(|| word.to_owned(), |stem| format!("{stem}str"));
        // "Am Ring 5 b" and "Am Ring 5b" are one address.
        match words.last_mut() {
            Some(last) if word.len() == 1 && last.bytes().all(|b| b.is_ascii_digit()) => last.push_str(&word),
            _ => words.push(word),
        }
    }
    words
}

/// True when `part` stands in `whole`, in one piece.
fn holds(whole: &[String], part: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(allow: &Allow, texts: &[&str]) -> Vec<bool> {
        texts.iter().map(|text| allow.covers(text)).collect()
    }

    #[test]
    fn stars_stand_for_anything() {
        let allow = Allow::glob("*@Verein.example", "".into());
        assert_eq!(
            covers(&allow, &["info@verein.example", "info@verein.example.org", "@verein"]),
            [true, false, false]
        );
        let allow = Allow::glob("a*b*c", "".into());
        assert_eq!(covers(&allow, &["abc", "axbxbxc", "ab", "abcd"]), [true, true, false, false]);
    }

    #[test]
    fn many_stars_do_not_hang() {
        let allow = Allow::glob(&"*a".repeat(200), "".into());
        assert!(!allow.covers(&"a".repeat(199)));
        assert!(allow.covers(&"a".repeat(20_000)));
    }

    #[test]
    fn numbers_ignore_blanks() {
        let allow = Allow::number("DE93 2343 9684 7792 3137 37", "".into());
        assert_eq!(covers(&allow, &["de93234396847792313737", "DE93 2343 9684 7792 3137 38"]), [true, false]);
    }

    #[test]
    fn addresses_are_compared_by_words() {
        let allow = Allow::address("Tulpenstraße 5 b, 44147 Dortmund", "".into());
        let found = ["Tulpenstr. 5b", "TULPENSTRASSE 5B, 44147 Dortmund", "Tulpenstr. 55", "Dortmund", "Tulpenstr. 7"];
        assert_eq!(covers(&allow, &found), [true, true, false, false, false]);
        assert!(allow.covers("Beratung, Tulpenstraße 5b, 44147 Dortmund, 2. OG"));
    }

    #[test]
    fn domains_hold_what_is_below_them() {
        let allow = Allow::domain("verein.example", "".into());
        let found = ["a@verein.example", "a@nord.Verein.example", "a@meinverein.example", "verein.example@web.example"];
        assert_eq!(covers(&allow, &found), [true, true, false, false]);
    }
}
