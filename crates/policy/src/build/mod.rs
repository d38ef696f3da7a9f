//! From the written form of one file to what it means.

mod overrides;
mod own;
mod paths;
mod tools;

use std::sync::Arc;

use leitplanke_rules::yaml::{Place, Problems, Source};

use crate::spec::Day;
use crate::spot::Spot;
use crate::{Date, Notice};

pub(crate) use overrides::Shared;

/// The file that is being read.
pub(crate) struct Builder<'f> {
    source: &'f Arc<Source>,
    pub(crate) problems: Problems<'f>,
    today: Date,
    pub(crate) notices: Vec<Notice>,
}

impl<'f> Builder<'f> {
    pub(crate) fn new(source: &'f Arc<Source>, today: Date) -> Self {
        Self { source, problems: Problems::new(source), today, notices: Vec::new() }
    }

    pub(crate) fn spot(&self, place: Place) -> Spot {
        Spot { source: Arc::clone(self.source), place }
    }

    /// True when an exception has run out; says so.
    fn expired(&mut self, until: Option<&Day>, subject: &str) -> bool {
        let Some(day) = until.filter(|day| day.date < self.today) else { return false };
        self.notices.push(Notice {
            path: self.source.path().to_owned(),
            line: day.place.line,
            column: day.place.column,
            subject: subject.to_owned(),
            until: day.date,
        });
        true
    }
}
