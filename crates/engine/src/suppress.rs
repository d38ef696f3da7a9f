//! Inline suppressions: silencing keeps the finding and says why; a suppression that silences nothing is a finding.

use leitplanke_document::{Directive, Directives, Target};
use leitplanke_finding::{Finding, Language, Severity, SilencedBy, Span, State};

/// A finding about a suppression: rule id, place, message, way out.
pub(crate) struct Complaint {
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) instead: &'static str,
}

/// Group of these findings in the presets.
pub const SUPPRESSIONS: &str = "suppressions";

/// Their severity unless a preset says otherwise.
pub const SUPPRESSION_SEVERITY: Severity = Severity::Warning;

/// Label of these findings.
pub(crate) const LABEL: &str = "SUPPRESSION";

/// Ids of these findings, for policies that want to name them.
pub const SUPPRESSION_RULES: [&str; 3] =
    ["leitplanke/malformed-suppression", "leitplanke/unexplained-suppression", "leitplanke/unused-suppression"];

/// The text with blanks in place of its directives, as long as before.
pub(crate) fn without(directives: &Directives, text: &str) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    for span in directives.valid.iter().map(|directive| directive.span).filter(|span| !span.is_empty()) {
        // In the order of the text; two never share a stretch.
        if let Some(before) = text.get(at..span.start) {
            rest.push_str(before);
            rest.extend(std::iter::repeat_n(' ', span.len()));
            at = span.end;
        }
    }
    rest.push_str(&text[at..]);
    rest
}

/// True when a directive stands in the span, or a part of one.
pub(crate) fn touches(directives: &Directives, span: Span) -> bool {
    // They stand in the order of the text, each in a place of its own.
    let next = directives.valid.partition_point(|directive| directive.span.end <= span.start);
    directives.valid.get(next).is_some_and(|directive| directive.span.overlaps(span))
}

/// Silences the findings of a text that its directives name, and complains about directives that are malformed,
/// unexplained or unused.
pub(crate) fn apply(directives: &Directives, findings: &mut [Finding], language: Language) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for malformed in &directives.malformed {
        complaints.push(Complaint {
            rule: SUPPRESSION_RULES[0],
            span: malformed.span,
            message: malformed.problem.describe(language).to_owned(),
            instead: say(
                language,
                "Schreibweise: leitplanke: ignore[regel] Grund",
                "Write: leitplanke: ignore[rule] reason",
            ),
        });
    }
    for directive in &directives.valid {
        let unused: Vec<&Target> =
            directive.targets.iter().filter(|target| !silence(directive, target, findings)).collect();
        if directive.reason.trim().is_empty() {
            complaints.push(unexplained(directive, language));
        }
        complaints.extend(unused.into_iter().map(|target| unused_complaint(target, language)));
    }
    complaints
}

/// Silences what one target of a directive covers; false when there was nothing.
fn silence(directive: &Directive, target: &Target, findings: &mut [Finding]) -> bool {
    let mut used = false;
    for finding in findings.iter_mut().filter(|finding| target.covers.overlaps(finding.byte_span)) {
        let pack = finding.rule.split_once('/').map_or("", |(pack, _)| pack);
        if *finding.rule == *target.name || pack == target.name || *finding.label == *target.name {
            used = true;
            finding.state = State::Suppressed { by: SilencedBy::Text, reason: directive.reason.clone() };
        }
    }
    used
}

fn unexplained(directive: &Directive, language: Language) -> Complaint {
    Complaint {
        rule: SUPPRESSION_RULES[1],
        span: directive.span,
        message: say(
            language,
            "Diese Ausnahme nennt keinen Grund. Wer sie später liest, sollte wissen, warum sie in Ordnung ist.",
            "This exception gives no reason. Whoever reads it later should know why it is fine.",
        )
        .to_owned(),
        instead: say(
            language,
            "Hinter die eckige Klammer einen kurzen Grund schreiben.",
            "Write a short reason behind the square bracket.",
        ),
    }
}

fn unused_complaint(target: &Target, language: Language) -> Complaint {
    let name = &target.name;
    Complaint {
        rule: SUPPRESSION_RULES[2],
        span: target.span,
        message: match language {
            Language::De => {
                format!("Die Ausnahme für „{name}“ wird nicht gebraucht: Hier gibt es keinen solchen Befund.")
            }
            Language::En => format!("The exception for \"{name}\" is not needed: there is no such finding here."),
        },
        instead: say(
            language,
            "Die Ausnahme löschen oder den Namen der Regel prüfen.",
            "Delete it, or check the name of the rule.",
        ),
    }
}

fn say(language: Language, german: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::De => german,
        Language::En => english,
    }
}
