//! Rules in the form that is embedded in the program.
//!
//! Opening a catalog reads its index: ids and what selects rules. Words and texts of a rule are decoded when they are
//! asked for, since most runs use few of them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use leitplanke_finding::{DataClass, Language, Roles};
use serde::{Deserialize, Serialize};

use crate::bilingual::Texts;
use crate::frame::Frame;
use crate::matcher::Matcher;
use crate::pack::{Packs, Shared};
use crate::rule::{Example, Origin, Rule, Severities, Status};

/// The first bytes of a catalog; the digit changes with the form.
const MAGIC: &[u8] = b"LPCAT1";

/// Why a catalog can not be read. The embedded one is made by this crate at build time, so this means a damaged file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogError {
    /// Other bytes.
    #[error("not a rule catalog of this version")]
    NotACatalog,
    /// Right beginning, wrong contents.
    #[error("the rule catalog is damaged: {0}")]
    Damaged(#[from] postcard::Error),
}

/// What selects a rule: everything but its words and texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Stable id.
    pub id: String,
    /// What the rule finds, upper snake case.
    pub label: String,
    /// The row of a preset's table.
    pub group: String,
    /// Kind of data.
    pub data_class: Option<DataClass>,
    /// How bad.
    pub severity: Severities,
    /// Whose texts the rule reads.
    pub roles: Roles,
    /// Languages the rule speaks to.
    pub languages: Vec<Language>,
    /// How settled the rule is.
    pub status: Status,
    /// Frames that silence the rule.
    pub guards: Vec<String>,
    /// Word for the kind: `pattern`, `lexicon` …
    pub kind: String,
    matcher: Range<u32>,
    texts: Range<u32>,
}

/// The part of a rule that only reports and tests need.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Body {
    /// First, so that it can be read without the rest.
    said: Said,
    title: Texts,
    examples: Vec<Example>,
    origin: Origin,
}

/// What a rule says about its findings.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Said {
    /// What was found.
    pub message: Texts,
    /// Why it matters.
    pub why: Texts,
    /// What to do instead.
    pub instead: Texts,
    /// The norms behind it.
    pub references: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Index {
    /// By id.
    heads: Vec<Head>,
    frames: Range<u32>,
    shared: Range<u32>,
}

/// All rules and frames of some packs, rules by id.
#[derive(Debug)]
pub struct Catalog {
    index: Index,
    bytes: Cow<'static, [u8]>,
    rules: Vec<OnceLock<Arc<Rule>>>,
}

impl Catalog {
    /// A catalog of packs.
    ///
    /// # Errors
    /// When something does not fit the form, such as more than 4 GiB of rules.
    pub fn new(packs: &Packs) -> Result<Self, CatalogError> {
        Self::open(Cow::Owned(bytes_of(packs)?))
    }

    /// Opens what [`Catalog::to_bytes`] wrote; costs the index only.
    ///
    /// # Errors
    /// When the bytes are no catalog.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, CatalogError> {
        Self::open(Cow::Borrowed(bytes))
    }

    fn open(bytes: Cow<'static, [u8]>) -> Result<Self, CatalogError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(CatalogError::NotACatalog)?;
        let (index, blob): (Index, _) = postcard::take_from_bytes(rest)?;
        let start = bytes.len() - blob.len();
        let bytes = match bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[start..]),
            Cow::Owned(mut bytes) => Cow::Owned(bytes.split_off(start)),
        };
        let rules = index.heads.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { index, bytes, rules })
    }

    /// This catalog with the rules, frames and vocabularies of more packs, whose ids are none of its own. What is here
    /// stays as it is, undecoded.
    ///
    /// # Errors
    /// When the catalog is damaged, or something does not fit its form.
    pub fn extended(&self, packs: &Packs) -> Result<Self, CatalogError> {
        let mut blob = self.bytes.to_vec();
        let mut heads = self.index.heads.clone();
        for rule in packs.rules() {
            heads.push(appended(rule, &mut blob)?);
        }
        heads.sort_by(|a, b| a.id.cmp(&b.id));
        let mut frames = self.frames()?;
        frames.extend(packs.frames().cloned());
        frames.sort_by(|a, b| a.name.cmp(&b.name));
        let frames = append(&mut blob, &frames)?;
        let mut shared = self.shared()?;
        shared.extend(Shared::from(packs));
        let shared = append(&mut blob, &shared)?;
        let rules = heads.iter().map(|_| OnceLock::new()).collect();
        Ok(Self { index: Index { heads, frames, shared }, bytes: Cow::Owned(blob), rules })
    }

    /// Number of rules.
    pub fn len(&self) -> usize {
        self.index.heads.len()
    }

    /// True without rules.
    pub fn is_empty(&self) -> bool {
        self.index.heads.is_empty()
    }

    /// What selects the rules, by id.
    pub fn heads(&self) -> &[Head] {
        &self.index.heads
    }

    /// The index of the rule with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.index.heads.binary_search_by(|head| head.id.as_str().cmp(id)).ok()
    }

    /// The indexes of the rules of a group.
    pub fn group<'c>(&'c self, group: &'c str) -> impl Iterator<Item = usize> + 'c {
        self.index.heads.iter().enumerate().filter(move |(_, head)| head.group == group).map(|(index, _)| index)
    }

    /// The indexes of the rules of a pack.
    pub fn pack<'c>(&'c self, pack: &'c str) -> impl Iterator<Item = usize> + 'c {
        let of = move |head: &Head| head.id.split_once('/').is_some_and(|(before, _)| before == pack);
        self.index.heads.iter().enumerate().filter(move |(_, head)| of(head)).map(|(index, _)| index)
    }

    /// A whole rule; decoded once. `None` when there is no such index.
    ///
    /// # Errors
    /// When the catalog is damaged.
    pub fn rule(&self, index: usize) -> Result<Option<Arc<Rule>>, CatalogError> {
        let (Some(head), Some(slot)) = (self.index.heads.get(index), self.rules.get(index)) else { return Ok(None) };
        if let Some(rule) = slot.get() {
            return Ok(Some(Arc::clone(rule)));
        }
        let rule = Arc::new(whole(head, self.part(&head.matcher)?, self.part(&head.texts)?));
        Ok(Some(Arc::clone(slot.get_or_init(|| rule))))
    }

    /// What a rule says, without its words and examples. `None` when there is no such index.
    ///
    /// # Errors
    /// When the catalog is damaged.
    pub fn said(&self, index: usize) -> Result<Option<Said>, CatalogError> {
        let Some(head) = self.index.heads.get(index) else { return Ok(None) };
        self.part(&head.texts).map(Some)
    }

    /// How a rule looks, without its texts. `None` when there is no such index.
    ///
    /// # Errors
    /// When the catalog is damaged.
    pub fn matcher(&self, index: usize) -> Result<Option<Matcher>, CatalogError> {
        self.index.heads.get(index).map(|head| self.part(&head.matcher)).transpose()
    }

    /// All frames, by name.
    ///
    /// # Errors
    /// When the catalog is damaged.
    pub fn frames(&self) -> Result<Vec<Frame>, CatalogError> {
        self.part(&self.index.frames)
    }

    /// What the packs of this catalog lend to packs that are loaded beside it.
    ///
    /// # Errors
    /// When the catalog is damaged.
    pub fn shared(&self) -> Result<Shared, CatalogError> {
        self.part(&self.index.shared)
    }

    /// The catalog as bytes for [`Catalog::from_static`].
    ///
    /// # Errors
    /// When something does not fit the form.
    pub fn to_bytes(&self) -> Result<Vec<u8>, CatalogError> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(postcard::to_stdvec(&self.index)?);
        bytes.extend_from_slice(&self.bytes);
        Ok(bytes)
    }

    fn part<'c, T: Deserialize<'c>>(&'c self, range: &Range<u32>) -> Result<T, CatalogError> {
        let bytes = self.bytes.get(range.start as usize..range.end as usize);
        Ok(postcard::from_bytes(bytes.ok_or(CatalogError::NotACatalog)?)?)
    }
}

fn bytes_of(packs: &Packs) -> Result<Vec<u8>, CatalogError> {
    let mut blob = Vec::new();
    let mut heads = Vec::new();
    for rule in packs.rules() {
        heads.push(appended(rule, &mut blob)?);
    }
    let frames: Vec<&Frame> = packs.frames().collect();
    let frames = append(&mut blob, &frames)?;
    let shared = append(&mut blob, &Shared::from(packs))?;
    let mut bytes = MAGIC.to_vec();
    bytes.extend(postcard::to_stdvec(&Index { heads, frames, shared })?);
    bytes.extend(blob);
    Ok(bytes)
}

/// Puts a rule into the blob.
fn appended(rule: &Rule, blob: &mut Vec<u8>) -> Result<Head, CatalogError> {
    let matcher = append(blob, &rule.matcher)?;
    let texts = append(blob, &body(rule))?;
    Ok(head(rule, matcher, texts))
}

fn append<T: Serialize>(blob: &mut Vec<u8>, value: &T) -> Result<Range<u32>, CatalogError> {
    let place = |length: usize| u32::try_from(length).map_err(|_| postcard::Error::SerializeBufferFull);
    let start = place(blob.len())?;
    blob.extend(postcard::to_stdvec(value)?);
    Ok(start..place(blob.len())?)
}

fn head(rule: &Rule, matcher: Range<u32>, texts: Range<u32>) -> Head {
    Head {
        id: rule.id.clone(),
        label: rule.label.clone(),
        group: rule.group.clone(),
        data_class: rule.data_class,
        severity: rule.severity,
        roles: rule.roles,
        languages: rule.languages.clone(),
        status: rule.status,
        guards: rule.guards.clone(),
        kind: rule.matcher.kind().to_owned(),
        matcher,
        texts,
    }
}

fn body(rule: &Rule) -> Body {
    Body {
        said: Said {
            message: rule.message.clone(),
            why: rule.why.clone(),
            instead: rule.instead.clone(),
            references: rule.references.clone(),
        },
        title: rule.title.clone(),
        examples: rule.examples.clone(),
        origin: rule.origin.clone(),
    }
}

fn whole(head: &Head, matcher: Matcher, body: Body) -> Rule {
    Rule {
        id: head.id.clone(),
        label: head.label.clone(),
        data_class: head.data_class,
        severity: head.severity,
        group: head.group.clone(),
        roles: head.roles,
        languages: head.languages.clone(),
        status: head.status,
        title: body.title,
        message: body.said.message,
        why: body.said.why,
        instead: body.said.instead,
        references: body.said.references,
        guards: head.guards.clone(),
        matcher,
        examples: body.examples,
        origin: body.origin,
    }
}
