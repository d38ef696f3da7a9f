use std::process::ExitCode;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Nothing at or above the threshold.
    Clean,
    /// Findings at or above the threshold, or rules that fail their examples.
    Findings,
    /// Something was not done: a missing path, a file or record that can not be read, a broken policy, a bug.
    Mistake,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Mistake => 2,
        })
    }
}
