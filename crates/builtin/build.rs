//! Loads `rules/`, compiles it and leaves files for the crate to embed. A mistake in a rule fails the
//! build with the same message that `leitplanke rules test` would give.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use leitplanke_engine::{NameLists, RuleSet, Sources};
use leitplanke_rules::{Catalog, Frame, Pack, Packs, Rule, Shared, Vocabulary, load_packs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../rules");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", root.display());

    let packs = match load_packs(&pack_folders(&root)?, &Shared::default()) {
        Ok(packs) => packs,
        Err(diagnostics) => return Err(format!("the built-in rules have mistakes:\n{diagnostics}").into()),
    };
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let frames: Vec<Frame> = packs.frames().cloned().collect();
    let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
    let mut lists = BTreeMap::new();
    let names = NameLists::read(|file| {
        let text = std::fs::read_to_string(root.join("names").join(file))?;
        lists.insert(file.to_owned(), text.clone());
        Ok::<_, std::io::Error>(text)
    })?;
    let sources = Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    let set = RuleSet::compile(sources).map_err(|mistake| format!("the built-in rules do not compile: {mistake}"))?;
    std::fs::write(out.join("ruleset.bin"), set.to_bytes()?)?;
    std::fs::write(out.join("catalog.bin"), Catalog::new(&packs)?.to_bytes()?)?;
    std::fs::write(out.join("sources.bin"), postcard::to_stdvec(&(without_rules(packs), lists))?)?;
    Ok(())
}

/// The packs without their rules, which the catalog holds already.
fn without_rules(packs: Packs) -> Vec<Pack> {
    packs.packs.into_iter().map(|pack| Pack { rules: Vec::new(), ..pack }).collect()
}

/// The folders of `rules/` that are packs, by name.
fn pack_folders(root: &Path) -> Result<Vec<PathBuf>, std::io::Error> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(root)? {
        let path = entry?.path();
        if path.join("pack.yaml").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}
