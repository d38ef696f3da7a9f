//! Which place of a phrase is looked up: the one whose words are rarest.

use leitplanke_rules::term::{Form, Phrase, Piece, Word};

use crate::fold::Key;

/// Words so common that a phrase is looked up by any other of its words, folded.
const COMMON: &str = " der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren \
    wird werden wurde hat haben hatte kann koennen konnte muss muessen soll sollen sollte will wollen darf duerfen ich du \
    er sie es wir ihr mir mich dir dich uns euch ihn ihm ihnen sich mein dein sein unser euer ihre seine meine deine unsere \
    ihren diese dieser dieses diesen dies alle alles jede jeder nur noch schon auch sehr mehr immer nie wie was wer wo wann \
    warum wenn dann als ob dass fuer von vom mit ohne bei aus auf an am im in zu zum zur nach ueber unter vor durch gegen um \
    bis seit bitte einfach einfacher hier da so doch mal halt eben nun kein keine keinen keiner man etwas nichts viel viele \
    andere anderen neue neuen gut geht gibt geben machen mache macht erstelle erstellen schreibe beginnen waehlen nachricht \
    information informationen befehl notizen text datei zeit name the a an and or but not is are was were be been have has \
    had do does did can could will would should may might must i you he she it we they me him her us them my your his its \
    our their this that these those all any each every no only just from to of in on at by with without for about into over \
    under as if than then there here what which who when where why how like people one more most some other new make create \
    number message use using please language nothing contents documents previous ";

/// How rare the words of a place are: as rare as the commonest of them.
fn rarity(piece: &Piece) -> usize {
    let Piece::Words(words) = piece else { return 0 };
    words.iter().map(rarity_of_word).min().unwrap_or(0)
}

/// How rare a word is, by its length: long words are rare, the commonest are listed.
fn rarity_of_word(word: &Word) -> usize {
    let Word { text, form } = word;
    let key = Key::of(text);
    let folded = String::from_utf8_lossy(key.as_bytes());
    if COMMON.contains(&format!(" {folded} ")) {
        return 1;
    }
    match form {
        // A word written in full is one look-up; an affix is several.
        Form::Infix => 2 + text.len() / 2,
        Form::Prefix | Form::Suffix => 2 + text.len(),
        Form::Inflected | Form::Exact | Form::Capitals => 4 + text.len(),
    }
}

/// The word a phrase is looked up by: its rarest.
pub(crate) fn anchor(phrase: &Phrase) -> usize {
    let rarest = phrase.pieces.iter().map(rarity).max().unwrap_or(0);
    phrase.pieces.iter().position(|piece| rarity(piece) == rarest).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_as_rare_as_its_commonest_word() {
        let place = |term: &str| anchor(&Phrase::parse(term, None).unwrap().remove(0));
        assert_eq!(place("ohne ... Rückfrage"), 2);
        assert_eq!(place("(Rückfrage|nicht) (Akten|Notiz)"), 1);
        assert_eq!(place("Notiz Rückfrage"), 1);
        assert_eq!(place("# Uhr"), 1);
    }
}
