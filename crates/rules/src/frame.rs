//! Ways of speaking in which rules rest.

use leitplanke_finding::PersonLevel;
use serde::{Deserialize, Serialize};

use crate::bilingual::Texts;
use crate::matcher::Within;
use crate::spec::{FrameSpec, Reach};
use crate::term::TermList;
use crate::validate::{Known, check_id, terms, texts};
use crate::yaml::Problems;

/// A definition, a statistic, a law text: what is said in it is about nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Name without `frame/`, as rules name it in `guards`.
    pub name: String,
    /// What it is called.
    pub title: Texts,
    /// Words that open it.
    pub cues: TermList,
    /// How far it reaches: [`Within::Sentence`], [`Within::Neighbours`] or [`Within::Message`].
    pub within: Within,
    /// Highest person level it silences.
    pub spares: PersonLevel,
}

/// The frame, when nothing is wrong with it.
pub(crate) fn frame(spec: &FrameSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Option<Frame> {
    let before = problems.count();
    if let Some(id) = &spec.id {
        check_id(id, Some("frame"), problems);
    }
    let cues = terms(spec.cues.as_ref(), known, problems);
    if problems.count() > before {
        return None;
    }
    Some(Frame {
        name: spec.id.as_ref()?.text.strip_prefix("frame/")?.to_owned(),
        title: texts(spec.title.as_ref()),
        cues,
        within: match spec.within.map(|reach| reach.value) {
            Some(Reach::Message) => Within::Message,
            Some(Reach::Neighbours) => Within::Neighbours,
            Some(Reach::Sentence) | None => Within::Sentence,
        },
        spares: spec.spares.map_or(PersonLevel::P2, |level| level.value),
    })
}
