//! Throughput over generated chat text: all built-in rules, and more rules than there are.

#![expect(clippy::expect_used, reason = "a benchmark that can not begin has nothing to report")]

use divan::Bencher;
use divan::counter::BytesCount;
use leitplanke_benches::{Corpus, engine, multiplied, without_rules};
use leitplanke_document::{Conversation, Options, read};
use leitplanke_engine::{Engine, Scope};

const BYTES: usize = 4_000_000;

/// Text for the comparison of rule counts: every sample compiles nothing, but ten times the rules take their time.
const SMALL: usize = 1_000_000;

fn main() {
    divan::main();
}

fn size(conversations: &[Conversation<'_>]) -> BytesCount {
    BytesCount::new(conversations.iter().flat_map(|c| &c.messages).map(|message| message.text.len()).sum::<usize>())
}

fn scan(engine: &Engine, conversations: &[Conversation<'_>]) -> usize {
    let scope = Scope::plain(engine.rules());
    conversations.iter().map(|conversation| engine.scan("corpus", conversation, &scope).len()).sum()
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn all_rules(bencher: Bencher<'_, '_>) {
    let engine = engine().expect("the built-in rules open");
    let conversations = Corpus::new(Corpus::SEED).conversations(BYTES);
    bencher.counter(size(&conversations)).bench(|| scan(&engine, &conversations));
}

#[divan::bench(args = [1, 3, 10], sample_count = 10, sample_size = 1)]
fn rules_times(bencher: Bencher<'_, '_>, factor: usize) {
    let engine = multiplied(factor).expect("the built-in rules compile");
    let conversations = Corpus::new(Corpus::SEED).conversations(SMALL);
    bencher.counter(size(&conversations)).bench(|| scan(&engine, &conversations));
}

/// Words are looked up, but no rule is there to be woken: what normalising and tokenising cost.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn no_rules(bencher: Bencher<'_, '_>) {
    let engine = without_rules().expect("no rules compile");
    let conversations = Corpus::new(Corpus::SEED).conversations(BYTES);
    bencher.counter(size(&conversations)).bench(|| scan(&engine, &conversations));
}

/// From the lines of a chat log to messages, without looking for anything.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn read_chat_log(bencher: Bencher<'_, '_>) {
    let mut corpus = Corpus::new(Corpus::SEED);
    let mut log = String::new();
    while log.len() < BYTES {
        log.push_str(&corpus.line());
    }
    bencher
        .counter(BytesCount::of_str(log.as_str()))
        .bench(|| read("chat.jsonl", divan::black_box(&log), &Options::default()).conversations.len());
}
