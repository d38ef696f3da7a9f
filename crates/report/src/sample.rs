//! An outcome the tests of all formats share. Every value in it is invented.

use leitplanke_finding::{
    Confidence, DataClass, DocumentError, Finding, FingerprintKey, Light, Location, Outcome, PersonLevel, Role,
    Severity, SilencedBy, Skipped, Span, State, ToolLight, mask,
};

use crate::{Format, Options, render};

/// A value that must not stand in any masked report.
pub(crate) const SECRET: &str = "DE21 7005 1995 0000 0072 29";

/// Text that tries to take over whoever shows it.
pub(crate) const HOSTILE: &str = "\u{1b}]0;x\u{7}\u{1b}[31mrot\u{202e}\u{2066}\u{e0041}\u{9b}2J\r\n::error::<script>";

pub(crate) fn outcome() -> Outcome {
    Outcome {
        findings: vec![bank(), slur(), topic(), silenced()],
        errors: vec![DocumentError { path: "satzung.pdf".into(), reason: "PDF-Dateien werden nicht gelesen.".into() }],
        lights: vec![light("local", Light::Green), light("chatgpt-free", Light::Red), light("eu", Light::Yellow)],
        documents: 3,
        conversations: 1,
        messages: 2,
        skipped: Skipped { binary: 1, records: 0 },
    }
}

/// The report of `outcome` without rule metadata.
pub(crate) fn written(format: Format, outcome: &Outcome, options: &Options<'_>) -> String {
    let mut out = Vec::new();
    render(format, outcome, &[], options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn light(tool: &str, light: Light) -> ToolLight {
    ToolLight { tool: tool.into(), light, decides: tool == "chatgpt-free" }
}

pub(crate) fn bank() -> Finding {
    let text = SECRET;
    let masked = mask(text);
    Finding {
        rule: "personal-data/iban".into(),
        label: "IBAN".into(),
        data_class: Some(DataClass::Personal),
        severity: Severity::Error,
        confidence: Confidence::new(0.99),
        person: None,
        role: Role::Prompt,
        location: Location { path: "prompts/brief.md".into(), line: 3, column: 12, ..Location::default() },
        span: Span::new(17, 17 + text.len()),
        byte_span: Span::new(19, 19 + text.len()),
        excerpt: format!("… für Bögel: {masked} bitte prüfen"),
        text: text.into(),
        message: "Hier steht eine Kontonummer. Bitte durch [IBAN] ersetzen.".into(),
        why: "Mit einer Kontonummer lässt sich eine Person finden und abbuchen.".into(),
        instead: "[IBAN]".into(),
        references: ["GDPR-4-1".into(), "GDPR-5-1f".into()].into(),
        linked: None,
        fingerprint: FingerprintKey::NONE.fingerprint("personal-data/iban", "prompts/brief.md", text, &masked, 0),
        state: State::Reported,
    }
}

fn slur() -> Finding {
    Finding {
        rule: "bias/stigma".into(),
        label: "BIAS_ABLEISM".into(),
        data_class: None,
        severity: Severity::Warning,
        location: Location { path: "prompts/brief.md".into(), line: 5, column: 1, ..Location::default() },
        span: Span::new(80, 89),
        byte_span: Span::new(84, 93),
        excerpt: "taubstumm ist das falsche Wort".into(),
        text: "taubstumm".into(),
        message: "„taubstumm“ kann verletzen.".into(),
        why: "".into(),
        instead: "gehörlos, taub".into(),
        references: [].into(),
        ..bank()
    }
}

fn topic() -> Finding {
    let location = Location {
        path: "conversations.json".into(),
        record: Some(12),
        conversation: Some("c-1".into()),
        message: Some("m-3".into()),
        pointer: Some("/12/mapping/m-3/parts/0".into()),
        line: 1,
        column: 5,
    };
    Finding {
        rule: "sensitive/health".into(),
        label: "HEALTH".into(),
        data_class: Some(DataClass::Sensitive),
        severity: Severity::Note,
        person: Some(PersonLevel::P2),
        role: Role::Output,
        location,
        excerpt: "Frau K. hat eine Depression und braucht 日本 👍️ Ruhe".into(),
        text: "Depression".into(),
        message: "Hier geht es um die Gesundheit einer Person.".into(),
        linked: Some(1),
        ..bank()
    }
}

fn silenced() -> Finding {
    Finding { state: State::Suppressed { by: SilencedBy::Text, reason: "Beispiel im Kurs".into() }, ..bank() }
}

/// A finding in which everything untrusted is hostile.
pub(crate) fn hostile() -> Outcome {
    let finding = Finding {
        location: Location {
            path: HOSTILE.into(),
            conversation: Some(HOSTILE.into()),
            message: Some(HOSTILE.into()),
            pointer: Some(HOSTILE.into()),
            ..bank().location
        },
        excerpt: HOSTILE.into(),
        text: HOSTILE.into(),
        message: HOSTILE.into(),
        why: HOSTILE.into(),
        instead: HOSTILE.into(),
        references: [HOSTILE.into()].into(),
        ..bank()
    };
    let error = DocumentError { path: HOSTILE.into(), reason: HOSTILE.into() };
    let silenced =
        Finding { state: State::Suppressed { by: SilencedBy::Policy, reason: HOSTILE.into() }, ..finding.clone() };
    Outcome {
        findings: vec![finding, silenced],
        errors: vec![error],
        lights: vec![light(HOSTILE, Light::Red)],
        ..Outcome::default()
    }
}
