//! Which place of a phrase is looked up: the one whose words are rarest.

use leitplanke_rules::term::{Form, Phrase, Piece, Word};

use crate::fold::Key;

/// The commonest words, folded: every twentieth to every fiftieth word of a text is one of them.
const COMMONEST: &str = " der die das den dem und in zu ist nicht von mit es sie ein eine im auf fuer ich wir werden wird \
    als auch an the of and to a is that for it on with as was be this you at are by or i we your will from ";

/// Other common words, folded.
const COMMON: &str = " des einen einem einer eines oder aber sind war waren wurde hat haben hatte kann koennen konnte \
    muss muessen soll sollen sollte will wollen darf duerfen du er ihr mir mich dir dich uns euch ihn ihm ihnen sich mein \
    dein sein unser euer ihre seine meine deine unsere ihren diese dieser dieses diesen dies alle alles jede jeder nur noch \
    schon sehr mehr immer nie wie was wer wo wann warum wenn dann ob dass vom ohne bei aus am zum zur nach ueber unter vor \
    durch gegen um bis seit bitte einfach einfacher hier da so doch mal halt eben nun kein keine keinen keiner man etwas \
    nichts viel viele andere anderen neue neuen gut geht gibt geben machen mache macht erstelle erstellen schreibe beginnen \
    waehlen nachricht information informationen befehl notizen text datei zeit name an but not were been have has had do \
    does did can could would should may might must he she they me him her us them my his its our their these those all any \
    each every no only just about into over under if than then there here what which who when where why how like people one \
    more most some other new make create number message use using please language nothing contents documents previous ";

/// How often the words of a place come up in a million words, roughly.
fn frequency(piece: &Piece) -> u32 {
    let Piece::Words(words) = piece else { return u32::MAX };
    words.iter().map(frequency_of_word).fold(0, u32::saturating_add)
}

/// The commonest words are listed; of the others, long ones are rare.
fn frequency_of_word(word: &Word) -> u32 {
    let Word { text, form } = word;
    let key = Key::of(text);
    let folded = format!(" {} ", String::from_utf8_lossy(key.as_bytes()));
    if COMMONEST.contains(&folded) {
        return 10_000;
    }
    if COMMON.contains(&folded) {
        return 1_000;
    }
    let whole = 512_u32.checked_shr(text.len() as u32 / 2).unwrap_or_default().max(2);
    match form {
        // A word written in full is one look-up; an affix is several.
        Form::Infix => whole * 4,
        Form::Prefix | Form::Suffix => whole * 2,
        Form::Inflected | Form::Exact | Form::Capitals => whole,
    }
}

/// The place a phrase is looked up by: the one whose words are rarest.
pub(crate) fn anchor(phrase: &Phrase) -> usize {
    let places = phrase.pieces.iter().map(frequency).enumerate();
    places.min_by_key(|(_, frequency)| *frequency).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_as_common_as_all_its_words() {
        let place = |term: &str| anchor(&Phrase::parse(term, None).unwrap().remove(0));
        assert_eq!(place("ohne ... Rückfrage"), 2);
        assert_eq!(place("(Rückfrage|nicht) (Akten|Notiz)"), 1);
        assert_eq!(place("(mein|die) ... (sein|spielen)"), 2);
        assert_eq!(place("Notiz Rückfrage"), 1);
        assert_eq!(place("# Uhr"), 1);
    }
}
