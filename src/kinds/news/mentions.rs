//! Which published news is about what: made once a site, so that no page has to look through all news.

use std::collections::BTreeMap;

use super::News;
use crate::kinds::{Record, Site};
use crate::model::id::Id;

/// Published news by subject, newest first.
#[derive(Debug, Default)]
pub struct Mentions {
    // All published news, newest first.
    newest: Vec<Id<News>>,
    // The table's key and the id of the subject.
    about: BTreeMap<(&'static str, String), Vec<Id<News>>>,
}

impl Mentions {
    fn of(site: &Site) -> Self {
        let mut live: Vec<&News> = site.news.iter().filter(|news| news.is_public(site)).collect();
        live.sort_by_key(|news| news.order());
        let mut mentions = Self::default();
        for news in live {
            mentions.newest.push(news.id.clone());
            mentions.add(news, &news.facilities);
            mentions.add(news, &news.events);
            mentions.add(news, &news.services);
            mentions.add(news, &news.programs);
        }
        mentions
    }

    fn add<R: Record>(&mut self, news: &News, subjects: &[Id<R>]) {
        for subject in subjects {
            let entry = self.about.entry((R::KEY, subject.as_str().to_owned())).or_default();
            if entry.last() != Some(&news.id) {
                entry.push(news.id.clone());
            }
        }
    }
}

impl Site {
    /// Returns all published news, newest first.
    pub fn newest_news(&self) -> impl Iterator<Item = &News> {
        self.mentions().newest.iter().filter_map(|id| self.news.get(id))
    }

    /// Returns the published news about a record, newest first.
    pub fn news_about<R: Record>(&self, id: &Id<R>) -> impl Iterator<Item = &News> + use<'_, R> {
        let about = self.mentions().about.get(&(R::KEY, id.as_str().to_owned()));
        about.into_iter().flatten().filter_map(|id| self.news.get(id))
    }

    fn mentions(&self) -> &Mentions {
        self.mentions.get_or_init(|| Mentions::of(self))
    }
}
