//! A block as names are judged in it: which of its mentions stay.

use leitplanke_finding::Language;
use leitplanke_rules::matcher::{Name, Signal};

use super::genre::Genre;
use super::lists::{self, Lists};
use super::mention::Mention;
use super::walk::Pass;
use super::words::Words;
use super::{exceptions, nobody, records};
use crate::scan::{Block, Candidate, REPORTED};

/// Bytes from which a text is more likely something to read than something about somebody.
const READING: usize = 1000;

/// Bytes of text that one private mention speaks for.
const PRIVATE_STRETCH: usize = 4000;

/// What the names of a block are judged by.
pub(super) struct Scene<'s> {
    pub(super) block: &'s Block<'s>,
    pub(super) words: Words<'s>,
    pub(super) genre: &'s Genre<'s>,
    /// What the patterns found.
    pub(super) entities: &'s [Candidate],
    /// The rule whose scores decide.
    pub(super) name: &'s Name,
}

impl Scene<'_> {
    /// The mentions that are names, in text order.
    pub(super) fn mentions(&self) -> Vec<Mention> {
        let words = self.words;
        let mut mentions = Pass::over(words, self.block.set.core.shared.names, self.genre).mentions();
        lists::merge_cells(words, &mut mentions);
        let lists = Lists::of(words, self.genre, &mentions);
        self.look_beside(&lists, &mut mentions);
        let animals: Vec<&[u8]> = mentions.iter().filter_map(|mention| nobody::animal(words, &mention.run)).collect();
        let stays = |mention: &Mention| {
            self.counts(mention) && !animals.contains(&words.key(mention.run.first)) && !self.is_excepted(mention)
        };
        let firm: Vec<bool> = mentions.iter().map(stays).collect();
        lists.join_company(words, &mut mentions, &firm);
        let mut firm = firm.into_iter();
        mentions.retain(|mention| firm.next().unwrap_or_default() || (mention.in_company && stays(mention)));
        mentions
    }

    /// Notes what stands beside the mentions that do not count by themselves.
    fn look_beside(&self, lists: &Lists, mentions: &mut [Mention]) {
        let (words, entities) = (self.words, self.entities);
        let mailboxes = records::mailboxes(words, self.block, entities);
        for (index, mention) in mentions.iter_mut().enumerate().filter(|(_, mention)| !self.counts(mention)) {
            let place = mention.span(words);
            mention.in_record = records::has_neighbour(words, entities, place)
                || records::heads_address(words, entities, &mention.run)
                || lists.holds(words, index);
            mention.in_mail = records::has_mail(words, &mailboxes, &mention.run);
            // "Ahlers 030 …" opens a row of a list.
            let row = words.opens_line(mention.run.first) && records::has_value_behind(words, entities, place);
            mention.judged.human |= row && mention.counts_by(&[Signal::LastAlone]);
        }
    }

    fn counts(&self, mention: &Mention) -> bool {
        mention.score(self.name) >= REPORTED
    }

    fn is_excepted(&self, mention: &Mention) -> bool {
        let (words, sets, run) = (self.words, self.block.set.core.shared.names, &mention.run);
        exceptions::is_placeholder(words, sets, run)
            || exceptions::is_organisation(words, run)
            || exceptions::is_cited(words, run)
            || exceptions::is_author(words, run)
            || exceptions::is_title(words, run)
            || nobody::is_nobody(words, self.genre, run)
            || (exceptions::is_public(words, sets, run, mention.is_private())
                && !records::has_number(words, self.entities, mention.span(words)))
    }

    /// True for a long English text in which nothing points into a private life: no salutation, role, greeting or
    /// signature, no address or number of a person. Articles, transcripts and instructions name authors, guests and
    /// examples.
    pub(super) fn is_reading(&self, mentions: &[Mention]) -> bool {
        let private = |mention: &&Mention| mention.is_addressed() || mention.in_record || mention.in_mail;
        let view = &self.block.view;
        view.text.len() >= READING
            && view.language() == Some(Language::En)
            && !self.entities.iter().any(|entity| self.block.identifies(entity))
            // One salutation makes a letter private, but not a book.
            && mentions.iter().filter(private).count() * PRIVATE_STRETCH < view.text.len()
    }
}
