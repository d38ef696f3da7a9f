//! A folder of one test, and what the program says in it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Synthetic, with a right check digit.
pub(crate) const IBAN: &str = "DE21 7005 1995 0000 0072 29";

/// One sentence with personal data: error, so red for a free account.
pub(crate) const RED: &str = "Bitte überweise das Geld auf die IBAN DE21 7005 1995 0000 0072 29.\n";

/// Nothing to find.
pub(crate) const GREEN: &str = "Schreibe eine Einladung zum Sommerfest für {{name}}.\n";

/// A wheelchair phrase: a warning without personal data.
pub(crate) const YELLOW: &str = "Sie ist an den Rollstuhl gefesselt.\n";

/// A fresh folder, removed at the end of the test.
pub(crate) struct Place {
    folder: TempDir,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let place = Self::new();
        for (name, text) in files {
            place.write(name, text.as_bytes());
        }
        place
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The program with a bare environment that speaks German; the folder is home, so no policy above it counts.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_leitplanke"));
        command.args(args).current_dir(self.path()).env_clear().env("HOME", self.path()).env("LANG", "de_DE.UTF-8");
        for name in ["PATH", "SystemRoot", "LLVM_PROFILE_FILE"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Said {
        self.say(&mut self.command(args), b"")
    }

    pub(crate) fn run_with(&self, input: &str, args: &[&str]) -> Said {
        self.say(&mut self.command(args), input.as_bytes())
    }

    /// Runs a command to its end; what it says about the folder is told without the folder.
    pub(crate) fn say(&self, command: &mut Command, input: &[u8]) -> Said {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        // A program that does not read its input must not block the test.
        let writer = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().unwrap();
        let _ = writer.join();
        let text =
            |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&*self.path().to_string_lossy(), "[FOLDER]");
        Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Said {
    /// Stdout as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Stdout as JSON Lines.
    pub(crate) fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The ids of the rules that found something, in order; stdout is JSON Lines.
    pub(crate) fn rules(&self) -> Vec<String> {
        let lines = self.lines();
        lines.iter().filter_map(|line| line["rule"].as_str().map(str::to_owned)).collect()
    }

    /// The last line of JSON Lines.
    pub(crate) fn summary(&self) -> Value {
        let summary = self.lines().pop().unwrap();
        assert_eq!(summary["type"], "summary");
        summary
    }

    /// The light of a tool in the summary.
    pub(crate) fn light(&self, tool: &str) -> String {
        let summary = self.summary();
        let lights = summary["lights"].as_array().unwrap();
        let light = lights.iter().find(|light| light["tool"] == tool).unwrap();
        light["light"].as_str().unwrap().to_owned()
    }
}

/// A pack of one rule, so that tests of our own words do not depend on the words of built-in rules.
pub(crate) const PACK: [(&str, &str); 2] = [
    (
        "haus/pack.yaml",
        "pack: haus\nversion: 0.1.0\ntitle: { de: Hausregeln, en: House rules }\n\
         description: { de: Nur für uns., en: For us only. }\n",
    ),
    (
        "haus/projekt.yaml",
        "- id: haus/projekt
  kind: lexicon
  label: CONFIDENTIAL
  data_class: internal
  group: projects
  severity: error
  languages: [de]
  title: { de: Projektname, en: Project name }
  message: { de: 'Der Projektname „{term}“ ist noch geheim.', en: 'The project name \"{term}\" is still secret.' }
  why: { de: Wir verhandeln noch., en: We are still negotiating. }
  instead: { de: 'Bitte [PROJEKT] schreiben.', en: 'Please write [PROJECT].' }
  references: [GDPR-5-1f]
  match:
    rows:
      - { term: =Polarstern, instead: '[PROJEKT]' }
  examples:
    de:
      match: ['Der Antrag für «Polarstern» ist fertig.', 'Wie weit ist «Polarstern»?']
      no_match: ['Der Polarsternweg ist gesperrt.', 'Der Antrag ist fertig.']
",
    ),
];

/// A folder whose policy has the house rule.
pub(crate) fn house(policy: &str) -> Place {
    let place = Place::with(&PACK);
    place.write("leitplanke.yaml", format!("packs: [haus]\n{policy}").as_bytes());
    place
}
