//! The face of the crate: documents in, findings out.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use leitplanke_document::{Conversation, Message};
use leitplanke_finding::{
    Confidence, DataClass, Finding, FingerprintKey, Language, LineIndex, Location, Role, Severity, Span, State, mask,
};
use leitplanke_rules::Catalog;

use crate::excerpt::{Masked, excerpt};
use crate::ruleset::RuleSet;
use crate::scan::{Candidate, Levels, MessageFindings, Scratches, Sheet, scan};
use crate::wording::Wording;
use crate::{link, names, suppress};

/// Rules with their wording: everything a run needs, shared by its threads.
#[derive(Debug)]
pub struct Engine {
    set: RuleSet,
    catalog: Catalog,
    settings: Settings,
    wording: Wording,
    scratches: Scratches,
}

/// How a run words its findings and tells them apart.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Language of messages.
    pub language: Language,
    /// Key of the fingerprints.
    pub key: FingerprintKey,
}

/// What a policy says about the texts of one place.
#[derive(Debug, Clone)]
pub struct Scope {
    /// How bad each rule is there.
    pub levels: Levels,
    /// Severity of malformed, unexplained and unused suppressions.
    pub suppressions: Severity,
    /// Findings below are dropped.
    pub min_confidence: Confidence,
}

impl Scope {
    /// The rules' own severities.
    pub fn plain(set: &RuleSet) -> Self {
        Self {
            levels: Levels::own(set),
            suppressions: suppress::SUPPRESSION_SEVERITY,
            min_confidence: Confidence::default(),
        }
    }
}

impl Engine {
    /// An engine for a rule set and the catalog it was compiled from.
    pub fn new(set: RuleSet, catalog: Catalog, settings: Settings) -> Self {
        let wording = Wording::new(settings.language, set.len());
        Self { set, catalog, settings, wording, scratches: Scratches::default() }
    }

    /// The rules.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The compiled rules.
    pub fn rules(&self) -> &RuleSet {
        &self.set
    }

    /// The findings of one conversation of the file `path`, in text order. Pure: the same input gives the same findings.
    pub fn scan(&self, path: &str, conversation: &Conversation<'_>, scope: &Scope) -> Vec<Finding> {
        let mut scanned = self.messages(&conversation.messages, scope);
        names::recall(&self.set, &scope.levels, &mut scanned);
        let mut numbers = HashMap::new();
        let mut findings: Vec<Vec<Finding>> = Vec::with_capacity(scanned.len());
        for (message, scanned) in conversation.messages.iter().zip(scanned) {
            let place = Place { path, conversation, message };
            findings.push(self.message(&place, scanned.candidates, scope, &mut numbers));
        }
        link_people(&conversation.messages, &mut findings);
        findings.into_iter().flatten().collect()
    }

    /// What the messages hold, in their order: the fields of records together, any other text by itself.
    fn messages(&self, messages: &[Message<'_>], scope: &Scope) -> Vec<MessageFindings> {
        let mut found: Vec<MessageFindings> = Vec::with_capacity(messages.len());
        let mut fields: BTreeMap<Role, Vec<usize>> = BTreeMap::new();
        for (at, message) in messages.iter().enumerate() {
            if message.row.is_some() {
                fields.entry(message.role).or_default().push(at);
                found.push(MessageFindings::default());
            } else {
                found.push(self.candidates(message, scope));
            }
        }
        for (role, fields) in fields {
            let sheet = Sheet::of(&fields.iter().map(|at| &messages[*at]).collect::<Vec<_>>());
            let together = scan(&self.set, &scope.levels, role, None, &sheet.text, &self.scratches);
            for (at, field) in fields.into_iter().zip(sheet.split(together)) {
                found[at] = field;
            }
        }
        found
    }

    /// What a message holds. The reason of a suppression is no context for the text around it ("erfunden" does not make a
    /// story of it), but what stands in it counts like anything else.
    fn candidates(&self, message: &Message<'_>, scope: &Scope) -> MessageFindings {
        let of_text =
            |text: &str| scan(&self.set, &scope.levels, message.role, message.key.as_deref(), text, &self.scratches);
        let whole = of_text(&message.text);
        if message.directives.valid.is_empty() {
            return whole;
        }
        let mut found = of_text(&suppress::without(&message.directives, &message.text));
        let touches = |candidate: &Candidate| suppress::touches(&message.directives, candidate.span);
        found.candidates.retain(|candidate| !touches(candidate));
        found.candidates.extend(whole.candidates.into_iter().filter(touches));
        found
    }

    fn message(
        &self,
        place: &Place<'_>,
        mut candidates: Vec<Candidate>,
        scope: &Scope,
        numbers: &mut HashMap<(Arc<str>, String), u32>,
    ) -> Vec<Finding> {
        candidates.retain(|candidate| candidate.confidence >= scope.min_confidence);
        let directives = &place.message.directives;
        if candidates.is_empty() && directives.valid.is_empty() && directives.malformed.is_empty() {
            return Vec::new();
        }
        candidates.sort_by_key(|candidate| (candidate.span, candidate.rule));
        let text: &str = &place.message.text;
        let lines = LineIndex::new(text);
        let secret = candidates.iter().filter(|candidate| self.is_masked(candidate));
        let masked = Masked::new(secret.map(|candidate| candidate.span));
        let build = |candidate: &Candidate| self.finding(place, candidate, &lines, &masked);
        let mut findings: Vec<Finding> = candidates.iter().filter_map(build).collect();
        for complaint in suppress::apply(directives, &mut findings, self.settings.language) {
            findings.extend(Self::complaint(place, complaint, scope, &lines));
        }
        findings.sort_by(|a, b| (a.byte_span, &a.rule).cmp(&(b.byte_span, &b.rule)));
        for finding in &mut findings {
            self.sign(place, finding, numbers);
        }
        findings
    }

    fn is_masked(&self, candidate: &Candidate) -> bool {
        let rule = self.set.core.rules.get(usize::from(candidate.rule));
        rule.is_some_and(|rule| rule.data_class >= Some(DataClass::Internal))
    }

    fn finding(
        &self,
        place: &Place<'_>,
        candidate: &Candidate,
        lines: &LineIndex<'_>,
        masked: &Masked,
    ) -> Option<Finding> {
        let text: &str = &place.message.text;
        let words = self.wording.of(&self.set, &self.catalog, candidate.rule)?;
        let matched = candidate.span.of(text);
        let said = self.wording.say(words, &candidate.detail, matched);
        Some(Finding {
            rule: Arc::clone(&words.id),
            label: Arc::clone(&words.label),
            data_class: self.set.core.rules.get(usize::from(candidate.rule))?.data_class,
            severity: candidate.severity,
            confidence: candidate.confidence,
            person: candidate.person,
            role: place.message.role,
            location: place.location(lines, candidate.span),
            span: Span::new(lines.char_offset(candidate.span.start), lines.char_offset(candidate.span.end)),
            byte_span: candidate.span,
            excerpt: excerpt(text, candidate.span, masked),
            text: matched.to_owned(),
            message: said.message,
            why: said.why,
            instead: said.instead,
            references: Arc::clone(&words.references),
            linked: None,
            fingerprint: FingerprintKey::NONE.fingerprint(&words.id, "", "", "", 0),
            state: State::Reported,
        })
    }

    fn complaint(
        place: &Place<'_>,
        complaint: suppress::Complaint,
        scope: &Scope,
        lines: &LineIndex<'_>,
    ) -> Option<Finding> {
        let span = complaint.span;
        let text: &str = &place.message.text;
        (scope.suppressions > Severity::Off).then(|| Finding {
            rule: complaint.rule.into(),
            label: suppress::LABEL.into(),
            data_class: None,
            severity: scope.suppressions,
            confidence: Confidence::CERTAIN,
            person: None,
            role: place.message.role,
            location: place.location(lines, span),
            span: Span::new(lines.char_offset(span.start), lines.char_offset(span.end)),
            byte_span: span,
            excerpt: excerpt(text, span, &Masked::default()),
            text: span.of(text).to_owned(),
            message: complaint.message.into(),
            why: "".into(),
            instead: complaint.instead.into(),
            references: Arc::from([]),
            linked: None,
            fingerprint: FingerprintKey::NONE.fingerprint(complaint.rule, "", "", "", 0),
            state: State::Reported,
        })
    }

    /// Gives a finding its fingerprint: the same value in the same place is told apart by its number.
    fn sign(&self, place: &Place<'_>, finding: &mut Finding, numbers: &mut HashMap<(Arc<str>, String), u32>) {
        let masked = mask(&finding.text);
        let whereabouts = place.identity();
        let key = (Arc::clone(&finding.rule), format!("{whereabouts}\u{0}{}", finding.text));
        let number = numbers.entry(key).or_insert(0);
        finding.fingerprint =
            self.settings.key.fingerprint(&finding.rule, &whereabouts, &finding.text, &masked, *number);
        *number += 1;
    }
}

/// Links what belongs to one person: in a text by its names, in records by their rows.
fn link_people(messages: &[Message<'_>], findings: &mut [Vec<Finding>]) {
    let mut in_rows = Vec::new();
    for (message, findings) in messages.iter().zip(findings) {
        match message.row {
            Some(row) => in_rows.extend(findings.iter_mut().map(|finding| (row, finding))),
            None => link::in_text(findings),
        }
    }
    link::in_rows(in_rows);
}

/// Where a message stands.
struct Place<'p> {
    path: &'p str,
    conversation: &'p Conversation<'p>,
    message: &'p Message<'p>,
}

impl Place<'_> {
    fn location(&self, lines: &LineIndex<'_>, span: Span) -> Location {
        let position = lines.position(span.start);
        Location {
            path: self.path.to_owned(),
            record: self.conversation.record,
            conversation: self.conversation.id.as_deref().map(str::to_owned),
            message: self.message.id.as_deref().map(str::to_owned),
            pointer: self.message.pointer.clone(),
            line: position.line,
            column: position.column,
        }
    }

    /// What stays the same when lines move: the path, or conversation and message where the source names them.
    fn identity(&self) -> String {
        match (&self.conversation.id, &self.message.id) {
            (Some(conversation), message) => format!("{conversation}\u{0}{}", message.as_deref().unwrap_or_default()),
            (None, _) => format!("{}\u{0}{}", self.path, self.message.pointer.as_deref().unwrap_or_default()),
        }
    }
}
