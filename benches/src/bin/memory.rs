//! The most memory a scan of generated chat text takes, as Linux counts it: `memory MEGABYTES`.
//!
//! The text is made and dropped conversation by conversation, so what is left is rules, caches and findings of one
//! conversation. Elsewhere than on Linux it says that it can not tell.

use std::error::Error;
use std::fs;
use std::io::{Write, stdout};

use leitplanke_benches::{Corpus, engine};
use leitplanke_engine::Scope;

fn main() -> Result<(), Box<dyn Error>> {
    let size = std::env::args().nth(1).ok_or("usage: memory MEGABYTES")?.parse::<usize>()? * 1_000_000;
    let engine = engine()?;
    let scope = Scope::plain(engine.rules());
    let opened = peak()?;
    let mut corpus = Corpus::new(Corpus::SEED);
    let (mut scanned, mut findings) = (0, 0);
    while scanned < size {
        for conversation in corpus.conversations(64 << 10) {
            scanned += conversation.messages.iter().map(|message| message.text.len()).sum::<usize>();
            findings += engine.scan("corpus", &conversation, &scope).len();
        }
    }
    let rules = engine.catalog().len();
    writeln!(
        stdout(),
        "{rules} rules opened: {opened} KiB; {scanned} bytes scanned, {findings} findings: {} KiB",
        peak()?
    )?;
    Ok(())
}

/// Largest resident size so far in KiB.
fn peak() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status").map_err(|_| "only Linux tells how much memory was used")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("the kernel names no peak")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse()?)
}
