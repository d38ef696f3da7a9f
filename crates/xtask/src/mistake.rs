//! What can go wrong.

use std::io;
use std::path::{Path, PathBuf};

use leitplanke_engine::CompileError;
use leitplanke_rules::{CatalogError, Diagnostics};
use thiserror::Error;

/// Why a task failed.
#[derive(Debug, Error)]
pub(crate) enum Mistake {
    /// A file of the checkout that can not be read or written.
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    /// The rule files.
    #[error("the built-in rules have mistakes:\n{0}")]
    Rules(#[from] Diagnostics),
    /// The rule files, compiled.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// The rule files, embedded.
    #[error(transparent)]
    Catalog(#[from] CatalogError),
    /// Output that nobody takes.
    #[error(transparent)]
    Output(#[from] io::Error),
    /// A data file of ours with a mistake.
    #[error("{}: {reason}", path.display())]
    Data { path: PathBuf, reason: String },
    /// What was checked is not so.
    #[error("{0}")]
    Failed(String),
}

impl Mistake {
    /// Names the file an error is about.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |error| Self::File { path: path.to_owned(), error }
    }

    /// One mistake that names all.
    pub(crate) fn all(results: impl IntoIterator<Item = Result<(), Self>>) -> Result<(), Self> {
        let mut mistakes: Vec<Self> = results.into_iter().filter_map(Result::err).collect();
        match mistakes.len() {
            0 => Ok(()),
            1 => mistakes.pop().map_or(Ok(()), Err),
            _ => {
                let texts: Vec<String> = mistakes.iter().map(Self::to_string).collect();
                Err(Self::Failed(texts.join("\nerror: ")))
            }
        }
    }
}
