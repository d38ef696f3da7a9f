//! Generated German and English chat text: what organisations of our sector type and get back, with invented personal
//! data and a few risky phrases in it. The same seed gives the same bytes.

mod identifiers;
mod random;
mod sentences;
mod words;

use std::fmt::Write as _;

use leitplanke_document::{Conversation, Message};
use leitplanke_finding::Role;
use random::Random;
use serde_json::json;

/// One conversation in so many is English.
const ENGLISH: [usize; 2] = [2, 5];

/// A source of conversations.
#[derive(Debug, Clone)]
pub struct Corpus {
    random: Random,
    count: usize,
}

/// A message: who and what.
type Turn = (Role, String);

impl Corpus {
    /// The seed of all published figures.
    pub const SEED: u64 = 20_261;

    /// A corpus; equal seeds give equal texts.
    pub fn new(seed: u64) -> Self {
        Self { random: Random::new(seed), count: 0 }
    }

    /// Conversations with at least `bytes` of text.
    pub fn conversations(&mut self, bytes: usize) -> Vec<Conversation<'static>> {
        let mut made = Vec::new();
        let mut size = 0;
        while size < bytes {
            let record = self.count;
            let turns = self.turns();
            size += turns.iter().map(|(_, text)| text.len()).sum::<usize>();
            let messages =
                turns.into_iter().map(|(role, text)| Message { role, text: text.into(), ..Message::default() });
            let id = Some(format!("c-{record}").into());
            made.push(Conversation { record: Some(record), id, messages: messages.collect() });
        }
        made
    }

    /// The next conversation as a line of a chat log, with its line break; every fifth with `\u` escapes, as many
    /// exporters write.
    pub fn line(&mut self) -> String {
        let record = self.count;
        let message = |(role, text): &Turn| json!({ "role": role.chat_name(), "content": text });
        let messages: Vec<_> = self.turns().iter().map(message).collect();
        let line = json!({ "id": format!("c-{record}"), "messages": messages }).to_string();
        if record.is_multiple_of(5) { format!("{}\n", escaped(&line)) } else { format!("{line}\n") }
    }

    /// One prompt of at least `bytes`.
    pub fn prompt(&mut self, bytes: usize) -> String {
        let mut text = sentences::opening(&mut self.random, true, true).to_owned();
        while text.len() < bytes {
            text.push_str("\n\n");
            text.push_str(&sentences::paragraph(&mut self.random, true));
        }
        text.push('\n');
        text
    }

    fn turns(&mut self) -> Vec<Turn> {
        self.count += 1;
        let random = &mut self.random;
        let german = random.below(ENGLISH[1]) >= ENGLISH[0];
        let pairs = random.below(4) + 1;
        let mut turns = Vec::new();
        for _ in 0..pairs {
            for (role, paragraphs) in [(Role::Prompt, random.below(4)), (Role::Output, random.below(5) + 1)] {
                let mut text = sentences::opening(random, german, role == Role::Prompt).to_owned();
                for _ in 0..paragraphs {
                    text.push_str("\n\n");
                    text.push_str(&sentences::paragraph(random, german));
                }
                turns.push((role, text));
            }
        }
        turns
    }
}

/// Everything beyond ASCII as `\u` escapes.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use leitplanke_document::{Options, read};

    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        assert_eq!(Corpus::new(1).conversations(20_000), Corpus::new(1).conversations(20_000));
        assert_ne!(Corpus::new(1).prompt(1300), Corpus::new(2).prompt(1300));
    }

    #[test]
    fn lines_are_a_chat_log_that_holds_the_same_texts() {
        let mut corpus = Corpus::new(Corpus::SEED);
        let log: String = (0..10).map(|_| corpus.line()).collect();
        let document = read("chat.jsonl", &log, &Options::default());
        let direct = Corpus::new(Corpus::SEED).conversations(log.len() * 2);
        assert_eq!(document.conversations.len(), 10);
        for (line, made) in document.conversations.iter().zip(&direct) {
            let texts = |conversation: &Conversation<'_>| {
                conversation.messages.iter().map(|message| (message.role, message.text.to_string())).collect::<Vec<_>>()
            };
            assert_eq!(texts(line), texts(made));
        }
    }
}
