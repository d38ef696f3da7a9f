//! Files that are no text, told by their first bytes.

use leitplanke_finding::Language;
use memchr::memmem;

/// What a file is that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BinaryKind {
    /// PDF.
    Pdf,
    /// A file of an office suite: text, table or slides.
    Office,
    /// Rich text format: text, but with its letters spelled as codes.
    RichText,
    /// ZIP archive that is no office file.
    Zip,
    /// gzip, zstd, xz, bzip2, 7z, rar.
    Compressed,
    /// Picture, sound or film.
    Media,
    /// Database or data table.
    Data,
    /// Something else with bytes no text has.
    Unknown,
}

/// First bytes, and what they announce.
const MAGIC: &[(&[u8], BinaryKind)] = &[
    (b"%PDF-", BinaryKind::Pdf),
    (b"{\\rtf", BinaryKind::RichText),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", BinaryKind::Office),
    (b"\x1f\x8b", BinaryKind::Compressed),
    (b"\x28\xb5\x2f\xfd", BinaryKind::Compressed),
    (b"\xfd7zXZ\0", BinaryKind::Compressed),
    (b"7z\xbc\xaf\x27\x1c", BinaryKind::Compressed),
    (b"Rar!\x1a\x07", BinaryKind::Compressed),
    (b"\x89PNG\r\n", BinaryKind::Media),
    (b"\xff\xd8\xff", BinaryKind::Media),
    (b"GIF87a", BinaryKind::Media),
    (b"GIF89a", BinaryKind::Media),
    (b"OggS\0", BinaryKind::Media),
    (b"ID3\x03", BinaryKind::Media),
    (b"ID3\x04", BinaryKind::Media),
    (b"SQLite format 3\0", BinaryKind::Data),
    (b"PAR1\x15", BinaryKind::Data),
    (b"\x7fELF", BinaryKind::Unknown),
    (b"\xff\xfe\0\0", BinaryKind::Unknown),
    (b"\0\0\xfe\xff", BinaryKind::Unknown),
];

/// So many NULs are borne with in a text of any length.
const FEW_NULS: usize = 2;

/// How far into a file its kind is looked for, in bytes.
const HEAD: usize = 8192;

impl BinaryKind {
    /// The kind of a file by its first bytes; `None` when nothing speaks against text.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(HEAD)];
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return Some(archive(head));
        }
        let media = (head.starts_with(b"RIFF") && matches!(head.get(8..12), Some(b"WEBP" | b"WAVE" | b"AVI ")))
            || head.get(4..8) == Some(b"ftyp");
        if media {
            return Some(Self::Media);
        }
        MAGIC.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, kind)| *kind)
    }

    /// [`Self::Unknown`] when `bytes` hold more control characters than a text does.
    ///
    /// A few are borne with: one stray NUL must not be a way around the check.
    pub(crate) fn by_controls(bytes: &[u8]) -> Option<Self> {
        let head = &bytes[..bytes.len().min(HEAD)];
        let nuls = memchr::memchr_iter(0, head).count();
        let controls = head.iter().filter(|byte| byte.is_ascii_control() && !b"\t\n\r\x0c\x1b".contains(byte)).count();
        let too_many = nuls > FEW_NULS.max(head.len() / 256) || controls * 16 > head.len();
        too_many.then_some(Self::Unknown)
    }

    /// True for files people write texts in; what a folder holds of them is missed by a check.
    pub fn holds_prose(self) -> bool {
        match self {
            Self::Pdf | Self::Office | Self::RichText | Self::Zip | Self::Compressed => true,
            Self::Media | Self::Data | Self::Unknown => false,
        }
    }

    /// What to do with such a file, for the user.
    pub fn way_out(self, language: Language) -> &'static str {
        match language {
            Language::De => self.way_out_de(),
            Language::En => self.way_out_en(),
        }
    }

    fn way_out_de(self) -> &'static str {
        match self {
            Self::Pdf => "PDF-Dateien werden nicht gelesen. Bitte den Text als Textdatei oder Markdown exportieren.",
            Self::Office => {
                "Office-Dokumente werden nicht gelesen. Bitte als Text, CSV oder Markdown speichern oder den Text \
                 direkt übergeben."
            }
            Self::RichText => "RTF-Dateien werden nicht gelesen. Bitte als Nur-Text oder Markdown speichern.",
            Self::Zip => "ZIP-Archive werden hier nicht gelesen. Bitte entpacken und die Dateien darin prüfen.",
            Self::Compressed => "Die Datei ist gepackt. Bitte zuerst entpacken.",
            Self::Media => "Bilder, Ton und Filme werden nicht gelesen. Bitte den Text daraus abschreiben.",
            Self::Data => "Datenbanken werden nicht gelesen. Bitte als JSONL oder CSV exportieren.",
            Self::Unknown => "Das ist keine Textdatei. Bitte als Text (UTF-8) oder Markdown speichern.",
        }
    }

    fn way_out_en(self) -> &'static str {
        match self {
            Self::Pdf => "PDF files are not read. Please export the text as a text file or Markdown first.",
            Self::Office => {
                "Office documents are not read. Please save as text, CSV or Markdown, or hand over the text itself."
            }
            Self::RichText => "RTF files are not read. Please save as plain text or Markdown first.",
            Self::Zip => "ZIP archives are not read here. Please unpack it and check the files inside.",
            Self::Compressed => "The file is compressed. Please unpack it first.",
            Self::Media => "Pictures, sound and film are not read. Please write out the text in it.",
            Self::Data => "Databases are not read. Please export as JSONL or CSV first.",
            Self::Unknown => "This is not a text file. Please save it as text (UTF-8) or Markdown.",
        }
    }
}

/// Office files are ZIP archives; the names of their first members give them away.
fn archive(head: &[u8]) -> BinaryKind {
    const MEMBERS: [&[u8]; 6] =
        [b"[Content_Types].xml", b"word/", b"xl/", b"ppt/", b"application/vnd.oasis.opendocument", b"epub+zip"];
    if MEMBERS.iter().any(|member| memmem::find(head, member).is_some()) { BinaryKind::Office } else { BinaryKind::Zip }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_files_by_their_first_bytes() {
        assert_eq!(BinaryKind::of(b"%PDF-1.7\n"), Some(BinaryKind::Pdf));
        assert_eq!(BinaryKind::of(b"PK\x03\x04....[Content_Types].xml"), Some(BinaryKind::Office));
        assert_eq!(BinaryKind::of(b"PK\x03\x04....conversations.json"), Some(BinaryKind::Zip));
        assert_eq!(BinaryKind::of(b"RIFF\x01\x02\x03\x04WEBPVP8 "), Some(BinaryKind::Media));
        assert_eq!(BinaryKind::of("PAR1 ist kein Parquet.".as_bytes()), None);
        assert_eq!(BinaryKind::of("Prüfe bitte diesen Text.".as_bytes()), None);
        assert_eq!(BinaryKind::of(b""), None);
    }

    #[test]
    fn one_nul_does_not_make_a_text_binary() {
        let text = format!("{}\0", "Bitte prüfen. ".repeat(40));
        assert_eq!(BinaryKind::by_controls(text.as_bytes()), None);
        assert_eq!(BinaryKind::by_controls(b"Bitte an Frau K.\0 schreiben."), None);
        assert_eq!(BinaryKind::by_controls(b"\0"), Some(BinaryKind::Unknown));
        assert_eq!(BinaryKind::by_controls(b"\x01\0\x02\0abc"), Some(BinaryKind::Unknown));
    }
}
