use std::fmt;

use serde::{Deserialize, Serialize};

/// How bad a finding is. Ordered: `Off < Note < Warning < Error`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The rule is switched off; no finding carries this.
    Off,
    /// Worth knowing, never blocks.
    Note,
    /// Think before sending.
    #[default]
    Warning,
    /// Do not send.
    Error,
}

impl Severity {
    /// The word used in files and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How sure the engine is that a finding is right, from 0 to 1.
///
/// Kept in thousandths so that findings compare exactly and print the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Confidence(u16);

impl Confidence {
    /// Certainty.
    pub const CERTAIN: Self = Self(1000);

    /// From a fraction; values outside 0 to 1 are cut off.
    #[expect(clippy::cast_sign_loss, reason = "clamped to 0..=1 before the cast")]
    pub fn new(value: f64) -> Self {
        Self((value.clamp(0.0, 1.0) * 1000.0).round() as u16)
    }

    /// As a fraction.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl Serialize for Confidence {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.get())
    }
}

impl<'de> Deserialize<'de> for Confidence {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self::new)
    }
}

/// How firmly a text points at one person.
///
/// The hinge of the sensitive categories: a topic is not a person. "Was ist eine Depression?" is about nobody
/// (`P0`), "Frau K. hat eine Depression" about somebody the house can identify (`P2`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PersonLevel {
    /// Nobody in particular: plural, statistics, definitions.
    P0,
    /// The writer speaks about themselves.
    P1,
    /// Identifiable inside the organisation: pseudonym, "mein Klient", "die Kollegin in der Buchhaltung".
    P2,
    /// Identified: a name or a direct identifier.
    P3,
}

impl PersonLevel {
    /// All levels, lowest first.
    pub const ALL: [Self; 4] = [Self::P0, Self::P1, Self::P2, Self::P3];

    /// `P0` to `P3`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::P0 => "P0",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
        }
    }
}

impl fmt::Display for PersonLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
