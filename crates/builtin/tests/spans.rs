//! A span always cuts from the original text what the rule matched, however the text is written.

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, Scope, Settings};
use leitplanke_finding::Finding;
use proptest::prelude::*;

/// Values with right check digits, and the rule that reports each.
const VALUES: [(&str, &str); 4] = [
    ("personal-data/iban", "DE21 7005 1995 0000 0072 29"),
    ("personal-data/de-tax-id", "81 433 762 354"),
    ("personal-data/ch-ahv", "756.3722.6814.05"),
    ("personal-data/email", "sabine.ahlers@nachbarschaftshilfe.example"),
];

fn engine() -> &'static Engine {
    static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    ENGINE.get_or_init(|| {
        let (set, catalog) = (leitplanke_builtin::rule_set(), leitplanke_builtin::catalog());
        match (set, catalog) {
            (Ok(set), Ok(catalog)) => Engine::new(set, catalog, Settings::default()),
            (set, catalog) => unreachable!("damaged: {:?} {:?}", set.err(), catalog.err()),
        }
    })
}

fn scan(text: &str) -> Vec<Finding> {
    let message = Message { text: text.into(), ..Message::default() };
    let conversation = Conversation { messages: vec![message], ..Conversation::default() };
    engine().scan("test", &conversation, &Scope::plain(engine().rules()))
}

/// The value as people paste it: other blanks, soft hyphens, zero-width characters, full-width digits.
fn disguised(value: &str, choices: &[u8]) -> String {
    let disguise = |(index, c): (usize, char)| match (c, choices.get(index).copied().unwrap_or_default() % 5) {
        (' ', 1) => "\u{a0}".to_owned(),
        (' ', 2) => "\u{202f}".to_owned(),
        (c, 3) if index > 0 => format!("\u{ad}{c}"),
        (c @ '0'..='9', 4) => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c).to_string(),
        (c, _) => c.to_string(),
    };
    value.chars().enumerate().map(disguise).collect()
}

/// The value as rules see it.
fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{a0}' | '\u{202f}' => Some(' '),
        '\u{ad}' => None,
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0),
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_span_cuts_what_the_rule_matched(
        before in "[a-zäöüß„“€ ]{0,30}",
        which in 0..VALUES.len(),
        choices in proptest::collection::vec(any::<u8>(), 48),
        after in "[a-zäöüß€ ]{0,30}",
    ) {
        let (rule, value) = VALUES[which];
        let written = disguised(value, &choices);
        let text = format!("{before}\nSteuer-ID, AHV, IBAN oder E-Mail: {written}\n{after}");
        let findings = scan(&text);
        let own = findings.iter().find(|finding| *finding.rule == *rule);
        prop_assert!(own.is_some(), "{rule} is silent on {text:?}");
        for finding in &findings {
            let cut = text.get(finding.byte_span.start..finding.byte_span.end);
            prop_assert_eq!(cut, Some(finding.text.as_str()));
            let chars: String =
                text.chars().skip(finding.span.start).take(finding.span.end - finding.span.start).collect();
            prop_assert_eq!(&chars, &finding.text);
        }
        prop_assert_eq!(own.map(|finding| plain(&finding.text)), Some(value.to_owned()));
    }
}
