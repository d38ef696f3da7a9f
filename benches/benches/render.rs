//! Writing 1,000 findings in every format.

#![expect(clippy::expect_used, reason = "a benchmark that can not begin has nothing to report")]

use std::io::sink;

use divan::Bencher;
use divan::counter::ItemsCount;
use leitplanke_benches::{Corpus, engine};
use leitplanke_engine::{Engine, Scope};
use leitplanke_finding::{Finding, Outcome};
use leitplanke_report::{Format, Options, render};
use leitplanke_rules::Rule;

const FINDINGS: usize = 1000;

fn main() {
    divan::main();
}

fn outcome(engine: &Engine) -> Outcome {
    let scope = Scope::plain(engine.rules());
    let mut corpus = Corpus::new(Corpus::SEED);
    let mut findings: Vec<Finding> = Vec::new();
    while findings.len() < FINDINGS {
        for conversation in corpus.conversations(100_000) {
            findings.extend(engine.scan("chat.jsonl", &conversation, &scope));
        }
    }
    findings.truncate(FINDINGS);
    Outcome { findings, documents: 1, ..Outcome::default() }
}

#[divan::bench(args = Format::ALL.map(Format::as_str))]
fn format(bencher: Bencher<'_, '_>, name: &str) {
    let engine = engine().expect("the built-in rules open");
    let outcome = outcome(&engine);
    let whole = |index| engine.catalog().rule(index).ok().flatten().map(|rule| Rule::clone(&rule));
    let rules: Vec<Rule> = (0..engine.catalog().len()).filter_map(whole).collect();
    let format = Format::from_name(name).expect("a name of a format");
    bencher.counter(ItemsCount::new(FINDINGS)).bench(|| {
        render(format, divan::black_box(&outcome), &rules, &Options::default(), &mut sink()).expect("a sink takes all");
    });
}
