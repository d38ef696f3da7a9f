//! The entries of a rule file and the manifest of a pack.

use leitplanke_finding::{DataClass, Language, PersonLevel, Role};

use super::examples::ExamplesSpec;
use super::severity::SeveritySpec;
use super::terms::TermsSpec;
use super::words::{Kind, Reach};
use crate::rule::Status;
use crate::yaml::{Choice, Decode, Field, List, Node, Problems, Text};

crate::record! {
    /// The manifest of a pack.
    pub(crate) struct Manifest {
        /// The part of every rule id before the slash, kebab-case.
        required "pack" pack: Text => "Der Teil jeder Kennung vor dem Schrägstrich, in Kleinbuchstaben mit Bindestrichen.",
        /// Version of the pack, such as 0.1.0.
        required "version" version: Text => "Die Version des Pakets, etwa 0.1.0.",
        /// What the pack is called.
        required "title" title: Bilingual => "Wie das Paket heißt.",
        /// What the pack is for.
        required "description" description: Bilingual => "Wofür das Paket da ist.",
    }

    /// A text in both languages.
    pub(crate) struct Bilingual {
        /// German.
        required "de" de: Text => "Deutsch.",
        /// English.
        required "en" en: Text => "Englisch.",
    }

    /// A guardrail.
    pub(crate) struct RuleSpec {
        /// Stable id, `pack/name` in kebab-case; never reused.
        required "id" id: Text => "Die feste Kennung `paket/name`, in Kleinbuchstaben mit Bindestrichen; wird nie neu vergeben.",
        /// How the rule looks; decides what `match` holds.
        required "kind" kind: Choice<Kind> => "Wie die Regel sucht; bestimmt, was in `match` steht.",
        /// The family that says whatever the rule does not say itself; name without `family/`.
        optional "family" family: Text,
        /// What is found, upper snake case; also the placeholder when text is redacted.
        required "label" label: Text => "Was gefunden wird, in Großbuchstaben mit Unterstrichen; steht auch da, wo Text geschwärzt wird." unless "family",
        /// Kind of data; leave out for wording and conduct.
        optional "data_class" data_class: Choice<DataClass>,
        /// The row of the preset table that decides the severity.
        required "group" group: Text => "Die Zeile der Voreinstellungen, die über die Schwere entscheidet." unless "family",
        /// How bad: a word, or one per person level.
        required "severity" severity: SeveritySpec => "Wie schlimm: ein Wort oder eines je Personenbezug." unless "family",
        /// Whose texts the rule reads; default all.
        optional "roles" roles: List<Choice<Role>>,
        /// Languages the rule has examples in; default both.
        optional "languages" languages: List<Choice<Language>>,
        /// How settled the rule is; default `stable`.
        optional "status" status: Choice<Status>,
        /// What is found, a few words.
        required "title" title: Bilingual => "Was gefunden wird, in wenigen Wörtern.",
        /// What is wrong: one or two friendly sentences.
        required "message" message: Bilingual => "Was nicht stimmt: ein oder zwei freundliche Sätze." unless "family",
        /// Why it matters: the harm or the norm behind it, one sentence.
        required "why" why: Bilingual => "Warum es zählt: der Schaden oder die Norm dahinter, ein Satz." unless "family",
        /// The way out: what to write or do instead.
        required "instead" instead: Bilingual => "Der Ausweg: was stattdessen geschrieben oder getan werden kann." unless "family",
        /// Short keys of norms and sources.
        optional "references" references: List<Text>,
        /// Frames that silence the rule in their sentence.
        optional "guards" guards: List<Text>,
        /// What to look for; depends on the kind.
        required "match" matcher: Node => "Wonach gesucht wird; hängt von der Art ab.",
        /// The rule's own tests: at least two matching and two silent texts per language.
        required "examples" examples: ExamplesSpec => "Die eigenen Prüfbeispiele: je Sprache mindestens zwei Texte mit und zwei ohne Befund.",
    }

    /// A way of speaking in which rules rest: a definition, a statistic, a law text.
    pub(crate) struct FrameSpec {
        /// `frame/name`.
        required "id" id: Text => "`frame/name`.",
        /// `frame`.
        required "kind" kind: Choice<Kind> => "`frame`.",
        /// What the frame is called.
        required "title" title: Bilingual => "Wie der Rahmen heißt.",
        /// Words that open the frame.
        required "cues" cues: TermsSpec => "Wörter, die den Rahmen öffnen.",
        /// How far it reaches: `sentence` (default) or `message`.
        optional "within" within: Choice<Reach>,
        /// Highest person level it silences; default P2.
        optional "spares" spares: Choice<PersonLevel>,
    }

    /// Terms with a name.
    pub(crate) struct VocabularySpec {
        /// `vocabulary/name`.
        required "id" id: Text => "`vocabulary/name`.",
        /// `vocabulary`.
        required "kind" kind: Choice<Kind> => "`vocabulary`.",
        /// What the vocabulary is called.
        optional "title" title: Bilingual,
        /// The terms.
        required "terms" terms: TermsSpec => "Die Wörter.",
    }

    /// A piece of a regex with a name.
    pub(crate) struct FragmentSpec {
        /// `fragment/name`; regexes use it as `(?&name)`.
        required "id" id: Text => "`fragment/name`; in regulären Ausdrücken steht dafür `(?&name)`.",
        /// `fragment`.
        required "kind" kind: Choice<Kind> => "`fragment`.",
        /// What the fragment is called.
        optional "title" title: Bilingual,
        /// The piece; it may hold other fragments.
        required "regex" regex: Text => "Das Stück eines regulären Ausdrucks; andere Bausteine dürfen darin stehen.",
    }

    /// What related rules have in common.
    pub(crate) struct FamilySpec {
        /// `family/name`.
        required "id" id: Text => "`family/name`.",
        /// `family`.
        required "kind" kind: Choice<Kind> => "`family`.",
        /// What the family is called.
        optional "title" title: Bilingual,
        /// What its rules find, upper snake case.
        optional "label" label: Text,
        /// Kind of data.
        optional "data_class" data_class: Choice<DataClass>,
        /// The row of the preset table that decides the severity.
        optional "group" group: Text,
        /// How bad: a word, or one per person level.
        optional "severity" severity: SeveritySpec,
        /// Whose texts its rules read.
        optional "roles" roles: List<Choice<Role>>,
        /// Languages its rules have examples in.
        optional "languages" languages: List<Choice<Language>>,
        /// What is wrong: one or two friendly sentences.
        optional "message" message: Bilingual,
        /// Why it matters: the harm or the norm behind it, one sentence.
        optional "why" why: Bilingual,
        /// The way out: what to write or do instead.
        optional "instead" instead: Bilingual,
        /// Short keys of norms and sources.
        optional "references" references: List<Text>,
        /// Frames that silence its rules in their sentence.
        optional "guards" guards: List<Text>,
    }
}

/// A family is written like a rule that says only what others may take over.
impl From<FamilySpec> for RuleSpec {
    fn from(family: FamilySpec) -> Self {
        Self {
            place: family.place,
            keys: family.keys,
            id: family.id,
            kind: family.kind,
            family: None,
            label: family.label,
            data_class: family.data_class,
            group: family.group,
            severity: family.severity,
            roles: family.roles,
            languages: family.languages,
            status: None,
            title: family.title,
            message: family.message,
            why: family.why,
            instead: family.instead,
            references: family.references,
            guards: family.guards,
            matcher: None,
            examples: None,
        }
    }
}

impl RuleSpec {
    /// The keys that a rule has to write unless its family does.
    pub(crate) fn needed() -> impl Iterator<Item = &'static Field> {
        Self::FIELDS.iter().filter(|field| field.unless.is_some())
    }
}

/// An entry of a rule file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Entry {
    Rule(Box<RuleSpec>),
    Frame(FrameSpec),
    Vocabulary(VocabularySpec),
    Fragment(FragmentSpec),
    Family(Box<RuleSpec>),
}

impl Entry {
    /// The id, when it could be read.
    pub(crate) fn id(&self) -> Option<&Text> {
        match self {
            Self::Rule(spec) | Self::Family(spec) => spec.id.as_ref(),
            Self::Frame(frame) => frame.id.as_ref(),
            Self::Vocabulary(vocabulary) => vocabulary.id.as_ref(),
            Self::Fragment(fragment) => fragment.id.as_ref(),
        }
    }
}

impl Decode for Entry {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match node.get("kind").and_then(Node::text) {
            Some("frame") => FrameSpec::decode(node, problems).map(Self::Frame),
            Some("vocabulary") => VocabularySpec::decode(node, problems).map(Self::Vocabulary),
            Some("fragment") => FragmentSpec::decode(node, problems).map(Self::Fragment),
            Some("family") => FamilySpec::decode(node, problems).map(|family| Self::Family(Box::new(family.into()))),
            _ => RuleSpec::decode(node, problems).map(|rule| Self::Rule(Box::new(rule))),
        }
    }
}
