//! What a check of one small prompt pays before and while it looks.

#![expect(clippy::expect_used, reason = "a benchmark that can not begin has nothing to report")]

use divan::Bencher;
use leitplanke_benches::{Corpus, engine};
use leitplanke_document::{Options, read};
use leitplanke_engine::Scope;

/// Bytes of a prompt of average length.
const PROMPT: usize = 1300;

fn main() {
    divan::main();
}

/// Opens the embedded rules and their texts.
#[divan::bench]
fn open_rules() -> usize {
    engine().expect("the built-in rules open").rules().len()
}

/// Opens the rules and scans one prompt: nothing is compiled yet, as in a fresh process.
#[divan::bench]
fn open_and_check_prompt(bencher: Bencher<'_, '_>) {
    let prompt = Corpus::new(Corpus::SEED).prompt(PROMPT);
    bencher.bench(|| {
        let engine = engine().expect("the built-in rules open");
        let scope = Scope::plain(engine.rules());
        let document = read("prompt.md", divan::black_box(&prompt), &Options::default());
        document.conversations.iter().map(|one| engine.scan("prompt.md", one, &scope).len()).sum::<usize>()
    });
}

/// The same prompt again: what an editor plugin or a server pays.
#[divan::bench]
fn check_prompt_again(bencher: Bencher<'_, '_>) {
    let prompt = Corpus::new(Corpus::SEED).prompt(PROMPT);
    let engine = engine().expect("the built-in rules open");
    let scope = Scope::plain(engine.rules());
    bencher.bench(|| {
        let document = read("prompt.md", divan::black_box(&prompt), &Options::default());
        document.conversations.iter().map(|one| engine.scan("prompt.md", one, &scope).len()).sum::<usize>()
    });
}
