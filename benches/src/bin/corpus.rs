//! Writes the generated chat text to a file: `corpus chat FILE MEGABYTES` or `corpus prompt FILE BYTES`.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

use leitplanke_benches::Corpus;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [kind, path, size] = args.as_slice() else {
        return Err("usage: corpus chat FILE MEGABYTES | corpus prompt FILE BYTES".into());
    };
    let size: usize = size.parse()?;
    let mut out = BufWriter::new(File::create(path)?);
    let mut corpus = Corpus::new(Corpus::SEED);
    match kind.as_str() {
        "chat" => {
            let mut left = size * 1_000_000;
            while left > 0 {
                let line = corpus.line();
                out.write_all(line.as_bytes())?;
                left = left.saturating_sub(line.len());
            }
        }
        "prompt" => out.write_all(corpus.prompt(size).as_bytes())?,
        other => return Err(format!("unknown kind `{other}`").into()),
    }
    Ok(out.flush()?)
}
