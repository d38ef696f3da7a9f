//! A trigger promises something about every match; here texts made from random regexes hold it to that.

use leitplanke_rules::trigger::{Leading, Trigger, trigger};
use proptest::prelude::*;
use proptest::string::string_regex;

fn regex() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        "[a-zA-Z0-9]{1,4}",
        Just("[0-9]".to_owned()),
        Just("[A-Z]".to_owned()),
        Just("[kK]".to_owned()),
        Just("(?i:ask)".to_owned()),
        Just("[a-z0-9]".to_owned()),
        Just("[äß]".to_owned()),
        Just("[ ./-]".to_owned()),
        Just("@".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            3 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            1 => prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            1 => (inner.clone(), 0..3u32, 0..3u32).prop_map(|(part, min, more)| format!("(?:{part}){{{min},{}}}", min + more)),
            1 => inner.prop_map(|part| format!("(?:{part})?")),
        ]
    })
}

fn holds(trigger: &Trigger, text: &str) -> bool {
    let lower: String = text.replace('ſ', "s").replace('\u{212a}', "k").to_lowercase();
    match trigger {
        Trigger::Words(words) => words.iter().any(|word| lower.starts_with(word.as_str())),
        Trigger::At => text.contains('@'),
        Trigger::Digits { min, leading } => {
            let first = text.chars().next();
            text.chars().filter(char::is_ascii_digit).count() >= usize::from(*min)
                && match leading {
                    Leading::Digit => first.is_some_and(|c| c.is_ascii_digit()),
                    Leading::Letter => first.is_some_and(char::is_alphabetic),
                    Leading::Any => true,
                }
        }
        Trigger::None => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_match_keeps_the_promise(
        (regex, text) in regex().prop_flat_map(|regex| {
            let texts = string_regex(&regex).unwrap();
            (Just(regex), texts)
        })
    ) {
        let promise = trigger(&regex);
        prop_assert!(holds(&promise, &text), "{regex} promises {promise:?}");
    }
}
