use leitplanke_finding::Language;
use thiserror::Error;

use crate::binary::BinaryKind;

/// Why a file is not read at all. Says nothing about its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Not a text.
    #[error("{}", .0.way_out(Language::En))]
    Binary(BinaryKind),
    /// More than [`crate::MAX_BYTES`].
    #[error("{}", too_large(Language::En))]
    TooLarge,
}

impl Refusal {
    /// What is wrong and what to do, for the user.
    pub fn describe(self, language: Language) -> &'static str {
        match self {
            Self::Binary(kind) => kind.way_out(language),
            Self::TooLarge => too_large(language),
        }
    }
}

fn too_large(language: Language) -> &'static str {
    match language {
        Language::De => {
            "Die Datei ist größer als 2 GiB. Bitte in kleinere Dateien teilen; Chat-Protokolle als JSONL \
                         dürfen beliebig groß sein."
        }
        Language::En => "The file is larger than 2 GiB. Please split it; chat logs as JSONL may have any size.",
    }
}
