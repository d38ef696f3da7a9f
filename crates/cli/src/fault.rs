use std::io;

use leitplanke_builtin::DamagedError;
use leitplanke_engine::CompileError;
use leitplanke_rules::{CatalogError, Diagnostics};
use thiserror::Error;

use crate::exit::Exit;

/// Why a run ends early.
#[derive(Debug, Error)]
pub(crate) enum Fault {
    /// Not a mistake: the text somebody asked for (`--help`, `--version`).
    #[error("{0}")]
    Asked(String),
    /// The command line can not be understood; the text says why, in the language of the run.
    #[error("{0}")]
    Usage(String),
    /// The caller's mistake, in the language of the run, with a way out.
    #[error("{message}")]
    Mistake {
        /// What is wrong.
        message: String,
        /// What to do, where we know it.
        help: Option<String>,
    },
    /// Mistakes in a policy or in rules.
    #[error("{0}")]
    Diagnostics(#[from] Diagnostics),
    /// The built-in rules can not be opened.
    #[error("{0}")]
    Damaged(#[from] DamagedError),
    /// The texts of the rules can not be read.
    #[error("{0}")]
    Catalog(#[from] CatalogError),
    /// Rules can not be compiled.
    #[error("{0}")]
    Compile(#[from] CompileError),
    /// The output can not be written.
    #[error("{0}")]
    Output(#[from] io::Error),
    /// A panic outside of any document.
    #[error("internal error")]
    Bug,
}

impl Fault {
    /// A mistake of the caller.
    pub(crate) fn mistake(message: impl Into<String>, help: Option<String>) -> Self {
        Self::Mistake { message: message.into(), help }
    }

    /// A reader that has seen enough (`| head`) is no mistake.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Asked(_) => Exit::Clean,
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Clean,
            _ => Exit::Mistake,
        }
    }
}
