//! Colours, where they are wanted.

use anstyle::{AnsiColor, Style};
use leitplanke_finding::{Light, Severity};

use crate::Options;

/// What a stretch of the report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    File,
    Severity(Severity),
    Light(Light),
    /// Lines, arrows and other signs of our own.
    Frame,
    Strong,
    Good,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    color: bool,
}

impl Paint {
    pub(super) fn new(options: &Options<'_>) -> Self {
        Self { color: options.color }
    }

    /// `text` in its colour.
    pub(super) fn text(self, look: Look, text: &str) -> String {
        if self.color {
            let style = style(look);
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

fn style(look: Look) -> Style {
    let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
    match look {
        Look::File | Look::Strong => Style::new().bold(),
        Look::Severity(Severity::Error) | Look::Light(Light::Red) => color(AnsiColor::Red).bold(),
        Look::Severity(Severity::Warning) | Look::Light(Light::Yellow) => color(AnsiColor::Yellow).bold(),
        Look::Severity(Severity::Note | Severity::Off) => color(AnsiColor::Cyan).bold(),
        Look::Light(Light::Green) | Look::Good => color(AnsiColor::Green).bold(),
        Look::Frame => color(AnsiColor::Blue).bold(),
    }
}
