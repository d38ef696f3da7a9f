//! For people: the light of each tool first, then what was found, grouped by file.

mod entry;
mod footer;
mod lights;
mod paint;
mod snippet;
mod words;
mod wrap;

use std::io::{self, Write};

use leitplanke_finding::{Finding, Outcome};

use crate::{Options, Summary, place};
use entry::Entries;
use paint::{Look, Paint};

pub(crate) fn render(outcome: &Outcome, options: &Options<'_>, out: &mut dyn Write) -> io::Result<()> {
    let paint = Paint::new(options);
    let summary = Summary::of(outcome);
    lights::render(&outcome.lights, options, paint, out)?;
    let mut entries = Entries::new(options, paint);
    let reported: Vec<&Finding> = outcome.reported().collect();
    for group in reported.chunk_by(|a, b| a.location.path == b.location.path) {
        if let Some(first) = group.first() {
            writeln!(out, "{}\n", paint.text(Look::File, &place::file(&first.location)))?;
        }
        for finding in group {
            entries.render(finding, out)?;
        }
    }
    footer::render(&summary, options, paint, out)
}

#[cfg(test)]
mod tests {
    use leitplanke_finding::{Language, Light, Outcome};
    use proptest::prelude::*;

    use crate::escape::{acts, commands};
    use crate::sample::{SECRET, hostile, outcome, written};
    use crate::{Format, Options};

    const PIECES: [&str; 14] = [
        "::error::x",
        "::",
        "##vso[task]",
        "##",
        "#",
        "vso[",
        "[",
        " ",
        "\n",
        "\u{1b}[2J",
        "\u{202e}",
        "…",
        "ü",
        "Wort Wort Wort ",
    ];

    fn text(outcome: &Outcome, options: &Options<'_>) -> String {
        written(Format::Text, outcome, options)
    }

    #[test]
    fn german() {
        insta::assert_snapshot!(text(&outcome(), &Options::default()));
    }

    #[test]
    fn english_in_ascii_and_narrow() {
        let options = Options { language: Language::En, ascii: true, width: 60, ..Options::default() };
        insta::assert_snapshot!(text(&outcome(), &options));
    }

    #[test]
    fn in_colour() {
        let options = Options { color: true, ..Options::default() };
        insta::assert_snapshot!(text(&outcome(), &options).replace('\u{1b}', "␛"));
    }

    #[test]
    fn nothing_found() {
        let clean = Outcome { documents: 2, ..Outcome::default() };
        insta::assert_snapshot!(text(&clean, &Options::default()));
        let english = Options { language: Language::En, ..Options::default() };
        assert!(text(&clean, &english).starts_with("Well done"));
    }

    #[test]
    fn nothing_read_is_no_praise() {
        assert!(!text(&Outcome::default(), &Options::default()).contains("Gut gemacht"));
        let failed = Outcome { errors: outcome().errors, documents: 1, ..Outcome::default() };
        assert!(!text(&failed, &Options::default()).contains("Gut gemacht"));
    }

    #[test]
    fn errors_below_a_milder_light_are_explained() {
        let explained = |light| {
            let mut outcome = outcome();
            outcome.lights.iter_mut().filter(|one| one.decides).for_each(|one| one.light = light);
            text(&outcome, &Options::default()).contains("Ob der Text in „chatgpt-free“ darf, sagt die Ampel oben.")
        };
        assert!(explained(Light::Yellow) && !explained(Light::Red));
    }

    #[test]
    fn the_raw_match_is_there_on_request_only() {
        assert!(!text(&outcome(), &Options::default()).contains(SECRET));
        let options = Options { show_matches: true, ..Options::default() };
        assert!(text(&outcome(), &options).contains(SECRET));
    }

    #[test]
    fn hostile_text_can_not_act() {
        for show_matches in [false, true] {
            let shown = text(&hostile(), &Options { show_matches, ..Options::default() });
            assert_eq!(shown.chars().find(|c| acts(*c) && *c != '\n'), None, "{shown:?}");
            assert!(!shown.lines().any(|line| line.trim_start().starts_with("::")), "{shown}");
        }
    }

    proptest! {
        #[test]
        fn no_text_can_act(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..9), at in 0..9_usize) {
            let text = pieces.concat();
            let mut outcome = hostile();
            for finding in &mut outcome.findings {
                finding.location.path.clone_from(&text);
                finding.location.message = None;
                finding.excerpt.clone_from(&text);
                finding.text = text.chars().skip(at).take(2).collect();
                finding.message = text.as_str().into();
                finding.why = text.as_str().into();
            }
            let shown = self::text(&outcome, &Options { width: 40, ..Options::default() });
            prop_assert_eq!(shown.chars().find(|c| acts(*c) && *c != '\n'), None);
            prop_assert!(!shown.lines().any(commands));
            prop_assert!(!shown.contains("##v") && !shown.contains("##["));
        }
    }

    #[test]
    fn any_width_and_any_text_can_be_written() {
        for width in 0..70 {
            for outcome in [outcome(), hostile()] {
                assert!(!text(&outcome, &Options { width, ..Options::default() }).is_empty());
            }
        }
    }
}
