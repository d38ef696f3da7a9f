//! Folding: the spelling words are looked up by.
//!
//! Lower-case; ä, ö, ü, ß become ae, oe, ue, ss; other marks fall off Latin letters (`Yılmaz` is `yilmaz`). Spans never
//! count in folded text: a folded word is a key, not a piece of text.

use crate::table;

/// Longest folded word that is kept whole; the rest of a longer one is cut off. Wider than any German compound in use.
pub(crate) const MAX_KEY: usize = 64;

/// A folded word on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    bytes: [u8; MAX_KEY],
    len: u8,
}

impl Key {
    /// Folds `word`.
    pub(crate) fn of(word: &str) -> Self {
        let mut key = Self { bytes: [0; MAX_KEY], len: 0 };
        let bytes = word.as_bytes();
        if bytes.is_ascii() {
            let len = bytes.len().min(MAX_KEY);
            for (to, from) in key.bytes[..len].iter_mut().zip(bytes) {
                *to = from.to_ascii_lowercase();
            }
            key.len = len as u8;
        } else {
            word.chars().for_each(|c| key.push(c));
        }
        key
    }

    /// The number its letters go by in a [`crate::table::Table`].
    #[inline]
    pub(crate) fn hash(&self) -> u64 {
        let (chunks, _) = self.bytes.as_chunks::<8>();
        table::hash_padded(chunks, self.len.into())
    }

    /// The folded letters.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }

    fn push(&mut self, c: char) {
        if c.is_ascii() {
            return self.push_bytes(&[c.to_ascii_lowercase() as u8]);
        }
        if let Some(plain) = latin(c) {
            return self.push_bytes(plain.as_bytes());
        }
        for lower in c.to_lowercase() {
            match latin(lower) {
                Some(plain) => self.push_bytes(plain.as_bytes()),
                // The dot that `İ` leaves behind.
                None if lower == '\u{307}' => {}
                None => self.push_bytes(lower.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
    }

    fn push_bytes(&mut self, bytes: &[u8]) {
        let at = usize::from(self.len);
        if at + bytes.len() <= MAX_KEY {
            self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
            self.len += bytes.len() as u8;
        }
    }
}

/// The plain spelling of a letter with a mark, lower-case.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'Ä' | 'æ' | 'Æ' => "ae",
        'ö' | 'Ö' | 'œ' | 'Œ' | 'ø' | 'Ø' => "oe",
        'ü' | 'Ü' => "ue",
        'ß' | 'ẞ' => "ss",
        'à'..='ã' | 'å' | 'À'..='Ã' | 'Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' => {
            "a"
        }
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ė' | 'ę' | 'Ę' | 'ě' | 'Ě' | 'ẽ' | 'ế' | 'ề' | 'ệ' | 'ə' | 'Ə' => {
            "e"
        }
        'ğ' | 'Ğ' | 'ģ' => "g",
        'ì'..='ï' | 'Ì'..='Ï' | 'ı' | 'İ' | 'ī' | 'į' | 'ị' => "i",
        'ķ' => "k",
        'ł' | 'Ł' | 'ľ' | 'ĺ' | 'ļ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' => "n",
        'ò'..='õ' | 'Ò'..='Õ' | 'ō' | 'ő' | 'Ő' | 'ọ' | 'ố' | 'ồ' | 'ộ' | 'ơ' | 'ớ' | 'ờ' | 'ợ' => {
            "o"
        }
        'ř' | 'Ř' | 'ŕ' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ť' | 'Ť' | 'ţ' | 'ț' | 'Ț' => "t",
        'ù'..='û' | 'Ù'..='Û' | 'ū' | 'ů' | 'Ů' | 'ű' | 'Ű' | 'ų' | 'ư' | 'ứ' | 'ừ' | 'ự' | 'ụ' => {
            "u"
        }
        'ý' | 'ÿ' | 'Ý' | 'ỳ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn folds_to_plain_letters() {
        for (word, folded) in
            [("Größe", "groesse"), ("Yılmaz", "yilmaz"), ("ŞENGÜL", "senguel"), ("İpek", "ipek"), ("Łódź", "lodz")]
        {
            assert_eq!(Key::of(word).as_bytes(), folded.as_bytes(), "{word}");
        }
    }

    #[test]
    fn cuts_endless_words() {
        assert_eq!(Key::of(&"ä".repeat(500)).as_bytes().len(), super::MAX_KEY);
        assert_eq!(Key::of(&"x".repeat(500)).as_bytes().len(), super::MAX_KEY);
    }
}
