use std::fmt;

use serde::{Deserialize, Serialize};

/// What kind of data a finding is about, mildest first. Decides, with the [`Destination`], which light a tool gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DataClass {
    /// Published or meant for publication (D0).
    Public,
    /// Internal, without persons (D1).
    Internal,
    /// Personal data, Art. 4(1) GDPR (D2).
    Personal,
    /// Special categories, criminal, minors, social data, entrusted secrets, confidential papers (D3).
    Sensitive,
    /// Credentials and keys (D4).
    Secret,
}

impl DataClass {
    /// All classes, mildest first.
    pub const ALL: [Self; 5] = [Self::Public, Self::Internal, Self::Personal, Self::Sensitive, Self::Secret];

    /// The word used in files and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Personal => "personal",
            Self::Sensitive => "sensitive",
            Self::Secret => "secret",
        }
    }
}

impl fmt::Display for DataClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where a prompt would go: the profile of an AI tool, safest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// A model on the organisation's own machines, no network.
    Local,
    /// EU-hosted, processing contract (Art. 28 GDPR), no training on inputs.
    Eu,
    /// Third country or US-owned, with contract and transfer basis, no training on inputs.
    ThirdCountry,
    /// A consumer or free account.
    Consumer,
    /// A private account of staff, unknown to the organisation.
    Shadow,
}

impl Destination {
    /// All profiles, safest first.
    pub const ALL: [Self; 5] = [Self::Local, Self::Eu, Self::ThirdCountry, Self::Consumer, Self::Shadow];

    /// The word used in files and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Eu => "eu",
            Self::ThirdCountry => "third-country",
            Self::Consumer => "consumer",
            Self::Shadow => "shadow",
        }
    }

    /// The profile with that word, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.as_str() == name)
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
