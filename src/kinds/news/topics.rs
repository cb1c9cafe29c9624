//! Topics that all news shares: which are known, and which are one letter off a known one.

use std::collections::BTreeMap;

use super::Topic;
use crate::kinds::Site;
use crate::kinds::program::ProgramKind;
use crate::kinds::service::Category;
use crate::model::scalar::Choice;
use crate::text;

/// How many news items share each topic; what services and programmes are called is known from the start.
#[derive(Debug, Default)]
pub struct Topics(BTreeMap<String, usize>);

impl Topics {
    /// Counts the topics of all news.
    pub fn of(site: &Site) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let categories = Category::ALL.iter().map(|category| category.key());
        for known in categories.chain(ProgramKind::ALL.iter().map(|kind| kind.key())) {
            counts.insert(text::slug(known), KNOWN);
        }
        for topic in site.news.iter().flat_map(|news| &news.topics) {
            *counts.entry(topic.slug.clone()).or_default() += 1;
        }
        Self(counts)
    }
}

// A word of the format counts for as many items as make a topic known.
const KNOWN: usize = 2;

impl Site {
    fn topics(&self) -> &Topics {
        self.topics.get_or_init(|| Topics::of(self))
    }

    /// Returns the topic that one was certainly meant to be: it stands on one item alone, and is one slip from a topic that
    /// more share.
    pub(super) fn mistyped(&self, topic: &Topic) -> Option<&str> {
        let Topics(counts) = self.topics();
        if counts.get(&topic.slug).is_some_and(|count| *count > 1) {
            return None;
        }
        let shared = counts.iter().filter(|(_, count)| **count >= KNOWN).map(|(slug, _)| slug.as_str());
        text::certain(&topic.slug, shared).filter(|near| *near != topic.slug)
    }
}
