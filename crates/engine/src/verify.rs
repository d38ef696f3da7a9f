//! Proves a phrase around the word that woke it.

use leitplanke_finding::Language;
use leitplanke_rules::term::Form;

use crate::inflect;
use crate::phrases::{PLACES, PhraseRef, Place};
use crate::text::Words;

/// Most words a `...` may stand for.
pub(crate) const GAP: usize = 4;

/// The tokens of `phrase` with its anchor at token `at`: first and last, inclusive. `None` when it is not there.
pub(crate) fn verify(text: &str, words: &Words, phrase: &PhraseRef<'_>, at: usize) -> Option<(u32, u32)> {
    let mut buffer = [Place::Gap; PLACES];
    let places = phrase.read_places(&mut buffer);
    let walk = Walk { text, words, phrase };
    if !walk.fits(places[phrase.anchor], at) {
        return None;
    }
    let last = walk.forward(&places[phrase.anchor + 1..], at)?;
    let first = walk.backward(&places[..phrase.anchor], at)?;
    Some((first as u32, last as u32))
}

struct Walk<'w> {
    text: &'w str,
    words: &'w Words,
    phrase: &'w PhraseRef<'w>,
}

impl Walk<'_> {
    /// Matches `places` behind token `at`; the last token used.
    fn forward(&self, places: &[Place<'_>], at: usize) -> Option<usize> {
        let Some((place, rest)) = places.split_first() else { return Some(at) };
        if *place == Place::Gap {
            let skipped = (at..at + GAP).map_while(|token| self.joined(token, token + 1).then_some(token + 1));
            return std::iter::once(at).chain(skipped).find_map(|next| self.forward(rest, next));
        }
        let next = at + 1;
        (self.joined(at, next) && self.fits(*place, next)).then(|| self.forward(rest, next)).flatten()
    }

    /// Matches `places` before token `at`; the first token used.
    fn backward(&self, places: &[Place<'_>], at: usize) -> Option<usize> {
        let Some((place, rest)) = places.split_last() else { return Some(at) };
        if *place == Place::Gap {
            let skipped = (1..=GAP).map_while(|skip| {
                let token = at.checked_sub(skip)?;
                self.joined(token, token + 1).then_some(token)
            });
            return std::iter::once(at).chain(skipped).find_map(|next| self.backward(rest, next));
        }
        let next = at.checked_sub(1)?;
        (self.joined(next, at) && self.fits(*place, next)).then(|| self.backward(rest, next)).flatten()
    }

    /// True when no sentence ends between two neighbouring tokens. Commas, hyphens, quotes, slashes and single line
    /// breaks may stand there, and the full stop of an abbreviation.
    fn joined(&self, left: usize, right: usize) -> bool {
        let (Some(left), Some(right)) = (self.words.tokens.get(left), self.words.tokens.get(right)) else {
            return false;
        };
        let between = &self.text.as_bytes()[left.end as usize..right.start as usize];
        let breaks = between.iter().filter(|byte| **byte == b'\n').count();
        let short = left.end - left.start <= 3;
        // "linkedin.com" goes on, "ohne mich. Eine Frage" does not.
        let stop = !short && between.len() > 1;
        let ends = |byte: &u8| matches!(byte, b'!' | b'?' | b';' | b'|') || (*byte == b'.' && stop);
        between.len() <= 8 && breaks <= 1 && !between.iter().any(ends)
    }

    fn fits(&self, place: Place<'_>, at: usize) -> bool {
        let Some(token) = self.words.tokens.get(at) else { return false };
        match place {
            Place::Gap => false,
            Place::Number => token.shape.is_number(),
            Place::Words(choice) => {
                let word = self.words.key(at);
                let is_written_so = |key: &[u8], form| match form {
                    Form::Capitals => token.shape.is_capitals(),
                    // Two letters begin too many words: they count whole, or before digits.
                    Form::Prefix => key.len() > 2 || word.len() == 2 || token.shape.has_digit(),
                    Form::Inflected | Form::Exact | Form::Suffix | Form::Infix => true,
                };
                let is = |(key, form)| is_written_so(key, form) && fits(key, form, word, self.phrase.language);
                choice.starts.may_hold(token.begins) && choice.words().any(is)
            }
        }
    }
}

/// True when a folded word is one that `key` covers in its form, as far as folded letters tell.
pub(crate) fn fits(key: &[u8], form: Form, word: &[u8], language: Option<Language>) -> bool {
    match form {
        Form::Inflected => inflect::covers(key, word, language),
        Form::Exact | Form::Capitals => key == word,
        Form::Prefix => word.starts_with(key),
        Form::Suffix => inflect::covers_end(key, word, language),
        Form::Infix => word.windows(key.len()).any(|window| window == key),
    }
}

#[cfg(test)]
mod tests {
    use leitplanke_rules::term::Phrase;

    use super::*;
    use crate::lexis::LexisBuilder;
    use crate::phrases::Caller;
    use crate::text::tokenize;

    fn found<'t>(term: &str, text: &'t str) -> Vec<&'t str> {
        let mut builder = LexisBuilder::default();
        for phrase in Phrase::parse(term, None).unwrap() {
            builder.call(&phrase, Caller { rule: 0, slot: 0 });
        }
        let lexis = builder.build();
        let mut words = Words::default();
        tokenize(text, &lexis, &mut words);
        let mut found = Vec::new();
        words.each_active(|token, posting, is_proven| {
            let phrase = lexis.phrases.get(posting.phrase()).unwrap();
            let by_word = is_proven.then_some((token, token));
            let place = verify(text, &words, &phrase, token as usize);
            assert!(by_word.is_none() || by_word == place, "{term}");
            let tokens = &words.tokens;
            let cut = |(first, last): (u32, u32)| {
                &text[tokens[first as usize].start as usize..tokens[last as usize].end as usize]
            };
            found.extend(place.map(cut));
        });
        found
    }

    #[test]
    fn proves_phrases_around_their_anchor() {
        assert_eq!(
            found("an den Rollstuhl gefesselt", "Er ist an den Rollstuhl gefesselt."),
            ["an den Rollstuhl gefesselt"]
        );
        assert_eq!(found("ohne ... Rückfrage", "ohne noch eine Rückfrage"), ["ohne noch eine Rückfrage"]);
        assert_eq!(found("ohne ... Rückfrage", "ohne Dich. Eine Rückfrage"), Vec::<&str>::new());
        assert_eq!(found("Pflegegrad #", "Pflegegrad 3, Pflegegrad hoch"), ["Pflegegrad 3"]);
        assert_eq!(found("Burn-out", "Burn-out, Burnout, burn out"), ["Burn-out", "Burnout", "burn out"]);
        assert_eq!(found("PTBS", "PTBS und ptbs"), ["PTBS"]);
        assert_eq!(found("leidet (an|unter)", "sie leidet unter Asthma"), ["leidet unter"]);
        let text = "dieser neuen Akte, meine Notiz, diese Notizen, seine Akte";
        assert_eq!(
            found("(dieser|diese|meine) ... (Akte|Notiz*)", text),
            ["dieser neuen Akte", "meine Notiz", "diese Notizen", "diese Notizen, seine Akte"]
        );
    }
}
