//! Single values.

use std::borrow::Cow;

use leitplanke_finding::Destination;
use leitplanke_rules::yaml::{Decode, Node, Place, Problems, Word, clipped};
use leitplanke_rules::{Both, bilingual};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::Date;

/// A day with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) date: Date,
    pub(crate) place: Place,
}

/// What a [`Day`] looks like, for messages.
const DAY: Both = Both { de: "ein Tag wie 2027-06-30", en: "a day such as 2027-06-30" };

impl Decode for Day {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let Some(text) = node.text() else {
            problems.expected(node, DAY);
            return None;
        };
        let date = Date::parse(text);
        if date.is_none() {
            let (Both { de, en }, written) = (DAY, clipped(text));
            let message = bilingual!("hier gehört {de} hin, da steht `{written}`", "expected {en}, found `{written}`");
            problems.report(node.place, message).help(bilingual!(
                "Ein Tag wird so geschrieben: Jahr-Monat-Tag. Es muss ihn geben.",
                "days are written year-month-day and must exist",
            ));
        }
        date.map(|date| Self { date, place: node.place })
    }
}

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

/// Where a tool sends its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Profile(pub(crate) Destination);

impl Word for Profile {
    const WHAT: Both = Both { de: "das Profil", en: "profile" };
    const WORDS: &'static [(&'static str, Self)] = &[
        ("local", Self(Destination::Local)),
        ("eu", Self(Destination::Eu)),
        ("third-country", Self(Destination::ThirdCountry)),
        ("consumer", Self(Destination::Consumer)),
        ("shadow", Self(Destination::Shadow)),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_are_all_destinations() {
        let words: Vec<(&str, Destination)> = Profile::WORDS.iter().map(|(word, profile)| (*word, profile.0)).collect();
        let shared: Vec<(&str, Destination)> = Destination::ALL.into_iter().map(|d| (d.as_str(), d)).collect();
        assert_eq!(words, shared);
    }
}
