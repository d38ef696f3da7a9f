//! The answer: may this be sent, and where to?

use std::io::{self, Write};

use leitplanke_finding::{Light, ToolLight};
use unicode_width::UnicodeWidthStr;

use super::paint::{Look, Paint};
use super::words;
use crate::Options;
use crate::escape::one_line;

/// One line per tool, the one the user asked about first.
pub(super) fn render(lights: &[ToolLight], options: &Options<'_>, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    if lights.is_empty() {
        return Ok(());
    }
    let tools: Vec<String> = lights.iter().map(|light| one_line(&light.tool)).collect();
    let tool_width = tools.iter().map(|tool| tool.width()).max().unwrap_or_default();
    let (first, others): (Vec<_>, Vec<_>) = lights.iter().zip(&tools).partition(|(light, _)| light.decides);
    for (light, tool) in first.into_iter().chain(others) {
        let (color, advice) = words::light(light.light, options.language);
        let sign = paint.text(Look::Light(light.light), &format!("{} {color:<6}", sign(light.light, options.ascii)));
        let gap = " ".repeat(tool_width - tool.width());
        let name = if light.decides { paint.text(Look::Strong, tool) } else { tool.clone() };
        let profile =
            words::profile(&light.tool, options.language).map(|text| format!(" ({text})")).unwrap_or_default();
        writeln!(out, "{sign}  {name}{gap}  {advice}{profile}")?;
    }
    writeln!(out)
}

/// Colours alone tell nothing to who can not see them; in ASCII the shapes differ.
fn sign(light: Light, ascii: bool) -> &'static str {
    match (light, ascii) {
        (Light::Green, false) => "✓",
        (Light::Red, false) => "✗",
        (Light::Green, true) => "+",
        (Light::Yellow, _) => "!",
        (Light::Red, true) => "x",
    }
}
