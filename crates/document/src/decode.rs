use std::borrow::Cow;

use leitplanke_finding::Language;

use crate::binary::BinaryKind;
use crate::refusal::Refusal;

/// Largest file that is read whole, in bytes.
pub const MAX_BYTES: u64 = 2 << 30;

/// The text of a file and how it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without a byte order mark. All offsets count in it.
    pub text: Cow<'b, str>,
    /// How the bytes were read.
    pub encoding: Encoding,
}

/// How bytes stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Guessed: the old Western Windows code page.
    Windows1252,
    /// UTF-8 with damaged places, each replaced by U+FFFD.
    DamagedUtf8,
}

impl Encoding {
    /// What the user should know about the guess; `None` when nothing was guessed or lost.
    pub fn note(self, language: Language) -> Option<&'static str> {
        let (de, en) = match self {
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => return None,
            Self::Windows1252 => (
                "Die Datei ist nicht in UTF-8 gespeichert und wurde als Windows-1252 gelesen.",
                "The file is not stored as UTF-8 and was read as Windows-1252.",
            ),
            Self::DamagedUtf8 => (
                "Die Datei enthält beschädigte Zeichen; sie wurden durch „\u{fffd}“ ersetzt.",
                "The file holds damaged characters; they were replaced by \"\u{fffd}\".",
            ),
        };
        Some(match language {
            Language::De => de,
            Language::En => en,
        })
    }
}

/// Tells from its size alone whether a file can be read whole.
fn check_size(bytes: u64) -> Result<(), Refusal> {
    if bytes > MAX_BYTES { Err(Refusal::TooLarge) } else { Ok(()) }
}

/// Turns the bytes of a file into text: UTF-8 as it is, UTF-16 with a byte order mark or where it is obvious, else
/// Windows-1252 or damaged UTF-8, whichever fits better.
///
/// # Errors
/// A [`Refusal`] for files that are too large or no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Refusal> {
    check_size(bytes.len() as u64)?;
    if let Some(kind) = BinaryKind::of(bytes) {
        return Err(Refusal::Binary(kind));
    }
    if let Some((encoding, units)) = utf16(bytes) {
        return Ok(Decoded { text: Cow::Owned(from_utf16(units, encoding)), encoding });
    }
    if let Some(kind) = BinaryKind::by_controls(bytes) {
        return Err(Refusal::Binary(kind));
    }
    let bytes = without_mark(bytes);
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8 },
        Err(_) => from_broken(bytes),
    })
}

/// `bytes` without the UTF-8 byte order mark.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// Decodes bytes that are no valid UTF-8.
pub(crate) fn from_broken(bytes: &[u8]) -> Decoded<'static> {
    let (mut damaged, mut sound) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    // Letters beyond ASCII are single bytes in Windows-1252, which hardly ever look like UTF-8 by chance.
    if sound > damaged {
        let text = String::from_utf8_lossy(bytes).into_owned();
        Decoded { text: Cow::Owned(text), encoding: Encoding::DamagedUtf8 }
    } else {
        let text = bytes.iter().map(|byte| from_windows_1252(*byte)).collect();
        Decoded { text: Cow::Owned(text), encoding: Encoding::Windows1252 }
    }
}

/// UTF-16 by its byte order mark, or by NULs that fill nearly every second byte; with the bytes after the mark.
fn utf16(bytes: &[u8]) -> Option<(Encoding, &[u8])> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some((Encoding::Utf16Le, rest));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Some((Encoding::Utf16Be, rest));
    }
    let head = &bytes[..bytes.len().min(4096)];
    let pairs = head.len() / 2;
    let nuls = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let (most, few) = (pairs * 7 / 10, pairs / 10);
    if pairs < 4 {
        None
    } else if odd > most && even <= few {
        Some((Encoding::Utf16Le, bytes))
    } else if even > most && odd <= few {
        Some((Encoding::Utf16Be, bytes))
    } else {
        None
    }
}

fn from_utf16(bytes: &[u8], encoding: Encoding) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    });
    let mut text: String = char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Windows-1252 as in the Unicode consortium's mapping table; its five unused bytes become U+FFFD.
fn from_windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Encoding) {
        let decoded = decode(bytes).unwrap();
        (decoded.text.into_owned(), decoded.encoding)
    }

    fn units(text: &str) -> impl Iterator<Item = u16> {
        text.encode_utf16()
    }

    #[test]
    fn plain_utf8_is_borrowed() {
        assert!(matches!(decode("Grüße".as_bytes()).unwrap().text, Cow::Borrowed("Grüße")));
        assert!(matches!(decode(b"\xef\xbb\xbfHallo").unwrap().text, Cow::Borrowed("Hallo")));
        assert_eq!(text(b""), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn reads_utf16_with_and_without_mark() {
        let le: Vec<u8> = units("Grüße, Ömer 😀").flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = units("\u{feff}Grüße, Ömer 😀").flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&le), ("Grüße, Ömer 😀".to_owned(), Encoding::Utf16Le));
        assert_eq!(text(&be), ("Grüße, Ömer 😀".to_owned(), Encoding::Utf16Be));
        assert_eq!(text(b"\xff\xfeA\0B").0, "A\u{fffd}");
    }

    #[test]
    fn guesses_windows_1252_and_says_so() {
        let (text, encoding) = text(b"F\xfcnf \x80 f\xfcr \x84Anna\x93");
        assert_eq!(text, "Fünf € für „Anna“");
        assert!(encoding.note(Language::De).unwrap().contains("Windows-1252"));
    }

    #[test]
    fn keeps_the_sound_part_of_damaged_utf8() {
        let mut bytes = "Müller, Köhler, Jäger".as_bytes().to_vec();
        bytes.insert(0, 0xc3);
        assert_eq!(text(&bytes), ("\u{fffd}Müller, Köhler, Jäger".to_owned(), Encoding::DamagedUtf8));
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert_eq!(decode(b"%PDF-1.4"), Err(Refusal::Binary(BinaryKind::Pdf)));
        assert_eq!(decode(b"\x01\x02\0\x03\x04"), Err(Refusal::Binary(BinaryKind::Unknown)));
        assert_eq!(check_size(MAX_BYTES + 1), Err(Refusal::TooLarge));
        assert!(Refusal::TooLarge.to_string().contains("2 GiB"));
    }
}
