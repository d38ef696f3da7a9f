//! `cargo xtask eval`: how good the rules are on texts they were not made from.

mod cases;
mod floors;
mod score;
mod table;

use std::fs;
use std::io::Write;
use std::path::Path;

use cases::Case;
use floors::Floors;
use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, Scope};
use leitplanke_finding::{Finding, Language};
use rayon::prelude::*;
use score::{Score, score};

use crate::args;
use crate::derived::{Files, Mode, settle};
use crate::mistake::Mistake;
use crate::{builtin, paragraph};

const TEXTS: &str = "fixtures/quality";
const FLOORS: &str = "fixtures/quality/floors.yaml";
const PAGE: &str = "docs/quality.md";

/// The preset people have who chose none: its false alarms are theirs.
const HOME: &str = "ngo-de";

/// Measures, prints, and does what else was asked for.
pub(crate) fn run(root: &Path, args: &args::Eval, out: &mut dyn Write) -> Result<(), Mistake> {
    let texts = args.texts.clone().unwrap_or_else(|| root.join(TEXTS));
    let cases = cases::read(&texts)?;
    let engine = builtin::engine(root, &builtin::packs(root)?, Language::De)?;
    let measured = score(&cases, &scan(&engine, &cases, &builtin::scope(&engine, &args.preset)?));
    let at_home = score(&cases, &scan(&engine, &cases, &builtin::scope(&engine, HOME)?));
    let mut clean = vec![(args.preset.as_str(), &measured.clean)];
    if args.preset != HOME {
        clean.push((HOME, &at_home.clean));
    }
    let lines: Vec<String> = clean.iter().map(|(preset, clean)| table::clean(clean, preset)).collect();
    if !args.check {
        writeln!(out, "{}", table::text(&measured, args.show))?;
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    }
    let shares: Vec<(&str, f64)> = clean.iter().map(|(preset, clean)| (*preset, clean.flagged_share())).collect();
    if args.write_floors {
        let path = root.join(FLOORS);
        fs::write(&path, floors::file(&measured, &shares)).map_err(Mistake::file(&path))?;
    }
    let mut page = || keep(root, &measured, &lines, if args.check { Mode::Check } else { Mode::Write }, out);
    match (args.check, args.write) {
        (true, _) => {
            let floors = Floors::read(&root.join(FLOORS))?;
            let wrong = [floors.fallen(&measured), floors.risen(&shares)].concat();
            let fallen = if wrong.is_empty() { Ok(()) } else { Err(Mistake::Failed(wrong.join("\nerror: "))) };
            Mistake::all([fallen, page()])
        }
        (false, true) => page(),
        (false, false) => Ok(()),
    }
}

/// The findings of each case, in order.
fn scan(engine: &Engine, cases: &[Case], scope: &Scope) -> Vec<Vec<Finding>> {
    let findings = |case: &Case| {
        let message = Message { role: case.role, text: case.text.as_str().into(), ..Message::default() };
        let conversation = Conversation { messages: vec![message], ..Conversation::default() };
        engine.scan(&case.id, &conversation, scope)
    };
    cases.par_iter().map(findings).collect()
}

/// Puts the figures into the page, or compares them.
fn keep(root: &Path, score: &Score, clean: &[String], mode: Mode, out: &mut dyn Write) -> Result<(), Mistake> {
    let path = root.join(PAGE);
    let text = fs::read_to_string(&path).map_err(Mistake::file(&path))?.replace("\r\n", "\n");
    let inside = format!("\n{}\n- {}\n\n", table::markdown(score), clean.join("\n- "));
    let text = paragraph::replace(&text, "eval", &inside).ok_or_else(|| {
        let reason = "the lines `<!-- eval:begin -->` and `<!-- eval:end -->` are missing".to_owned();
        Mistake::Data { path, reason }
    })?;
    settle(root, &Files::from([(PAGE.to_owned(), text)]), None, mode, "eval --write", out)
}
