//! The written form of a gitleaks file, key by key.

use crate::bilingual::Both;
use crate::yaml::{Choice, Count, Flag, List, Node, OneOrMany, Text, Word};

crate::record! {
    /// A rule file of gitleaks.
    pub(super) struct FileSpec {
        /// What the file is called.
        optional "title" title: Text,
        /// What it is for.
        optional "description" description: Text,
        /// Version of gitleaks that the file was written for.
        optional "minVersion" min_version: Text,
        /// Other files it builds on.
        optional "extend" extend: ExtendSpec,
        /// The rules.
        optional "rules" rules: List<RuleSpec>,
        /// What never counts; the older form.
        optional "allowlist" allowlist: OneOrMany<AllowSpec>,
        /// What never counts.
        optional "allowlists" allowlists: List<AllowSpec>,
    }

    /// Other files that a file builds on.
    pub(super) struct ExtendSpec {
        /// Another file.
        optional "path" path: Text,
        /// An address.
        optional "url" url: Text,
        /// The rules that gitleaks brings along.
        optional "useDefault" use_default: Flag,
        /// Rules of those files that are off.
        optional "disabledRules" disabled: List<Text>,
    }

    /// A rule.
    pub(super) struct RuleSpec {
        /// Its name in the file.
        required "id" id: Text => "Ihr Name in der Datei.",
        /// What it finds.
        optional "description" description: Text,
        /// Regex for the paths of files.
        optional "path" path: Text,
        /// Regex for their text.
        optional "regex" regex: Text,
        /// Number of the group that holds the value; by default the first one that takes part.
        optional "secretGroup" group: Count,
        /// Bits of Shannon entropy per character that the value must exceed.
        optional "entropy" entropy: Text,
        /// Texts one of which stands in every file that is worth a look.
        optional "keywords" keywords: List<Text>,
        /// Words for reports.
        optional "tags" tags: List<Text>,
        /// What never counts; the older form.
        optional "allowlist" allowlist: OneOrMany<AllowSpec>,
        /// What never counts.
        optional "allowlists" allowlists: List<AllowSpec>,
        /// Other rules that must find something nearby.
        optional "required" required: List<Node>,
        /// True for a rule that only others ask for.
        optional "skipReport" skip_report: Flag,
    }

    /// What never counts.
    pub(super) struct AllowSpec {
        /// The rules it speaks about; all when it is left out. Only for the list of the whole file.
        optional "targetRules" target_rules: List<Text>,
        /// What it is for.
        optional "description" description: Text,
        /// `OR` (default): one check is enough; `AND`: all must hold.
        optional "condition" condition: Choice<Condition>,
        /// Hashes of commits.
        optional "commits" commits: List<Text>,
        /// Regexes for paths.
        optional "paths" paths: List<Text>,
        /// What the regexes look at: `secret` (default), `match` or `line`.
        optional "regexTarget" target: Choice<crate::matcher::Target>,
        /// Regexes.
        optional "regexes" regexes: List<Text>,
        /// Texts the value may hold, in any case.
        optional "stopwords" stopwords: List<Text>,
    }
}

/// How the checks of an allowlist are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    Or,
    And,
}

impl Word for Condition {
    const WHAT: Both = Both { de: "die Bedingung", en: "condition" };
    const WORDS: &'static [(&'static str, Self)] = &[
        ("OR", Self::Or),
        ("AND", Self::And),
        ("or", Self::Or),
        ("and", Self::And),
        ("||", Self::Or),
        ("&&", Self::And),
    ];
}

impl Word for crate::matcher::Target {
    const WHAT: Both = Both { de: "das `regexTarget`", en: "regexTarget" };
    const WORDS: &'static [(&'static str, Self)] =
        &[("secret", Self::Value), ("match", Self::Match), ("line", Self::Line)];
}
