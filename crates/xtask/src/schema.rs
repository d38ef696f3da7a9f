//! The JSON Schemas of our files, for editors.

use std::io::Write;
use std::path::Path;

use serde_json::Value;

use crate::derived::{Files, Mode, settle};
use crate::mistake::Mistake;

const FOLDER: &str = "docs/schema";

/// Writes or compares `docs/schema`.
pub(crate) fn run(root: &Path, mode: Mode, out: &mut dyn Write) -> Result<(), Mistake> {
    let schemas = [
        ("rules", leitplanke_rules::schema::rule_file()),
        ("pack", leitplanke_rules::schema::manifest()),
        ("policy", leitplanke_policy::schema()),
    ];
    let files: Files =
        schemas.iter().map(|(name, schema)| (format!("{FOLDER}/{name}.schema.json"), pretty(schema))).collect();
    settle(root, &files, Some(FOLDER), mode, "schema", out)
}

fn pretty(schema: &Value) -> String {
    format!("{schema:#}\n")
}
