//! What held of a facility on the date of an item: who led it, the bodies above it, where it stood. Ministries, heads and
//! addresses change; an article keeps those of its own date, and says what holds today where that differs. Of what nobody
//! recorded nothing is said.

use std::collections::BTreeSet;

use super::News;
use crate::kinds::Site;
use crate::kinds::facility::Facility;
use crate::lang::Lang;
use crate::model::cell::Cell;
use crate::model::date::Date;
use crate::model::id::Id;

/// What can have changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aspect {
    /// Who led it.
    Head,
    /// The bodies above it.
    Affiliation,
    /// Where it stood.
    Address,
}

// What is known of a facility on a day.
struct Known {
    // The same for the same thing, whenever it was stated.
    what: String,
    words: String,
    // Whether it began on a known day, and was not only seen once.
    is_dated: bool,
}

impl Aspect {
    const ALL: [Self; 3] = [Self::Head, Self::Affiliation, Self::Address];

    fn on(self, date: Date, facility: &Facility, site: &Site) -> Option<Known> {
        match self {
            Self::Head => facility.head(date).map(|head| Known {
                what: head.called(),
                words: head.words_then(site.lang()),
                is_dated: head.held.from.is_some(),
            }),
            Self::Affiliation => {
                let affiliation = facility.affiliation(date)?;
                let words = affiliation.words(site)?;
                Some(Known { what: words.clone(), words, is_dated: affiliation.held.from.is_some() })
            }
            Self::Address => {
                let words = facility.address_on(date)?.words()?;
                Some(Known { what: words.clone(), words, is_dated: true })
            }
        }
    }

    fn label(self, lang: Lang) -> (&'static str, &'static str) {
        match self {
            Self::Head => lang.pick(("Pimpinan", "Pimpinan saat itu"), ("Head", "Head at the time")),
            Self::Affiliation => lang.pick(("Induk", "Induk saat itu"), ("Under", "At the time under")),
            Self::Address => lang.pick(("Alamat", "Alamat saat itu"), ("Address", "Address at the time")),
        }
    }
}

/// Writes what is known of the facilities of an item on its date, a line each: `Pimpinan saat itu: …; kini …`. What holds of
/// all of them alike is written once; what holds of some names them.
pub(super) fn together(news: &News, site: &Site) -> Vec<String> {
    let named: BTreeSet<&Id<Facility>> = news.facilities.iter().collect();
    let facilities: Vec<&Facility> = named.into_iter().filter_map(|id| site.facilities.get(id)).collect();
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for facility in &facilities {
        for line in lines_of(news, facility, site) {
            let called = facility.called();
            match lines.iter_mut().find(|(known, _)| *known == line) {
                Some((_, of)) => of.push(called),
                None => lines.push((line, vec![called])),
            }
        }
    }
    let written = |(line, of): (String, Vec<&str>)| {
        if of.len() == facilities.len() { line } else { format!("{line} ({})", of.join(", ")) }
    };
    lines.into_iter().map(written).collect()
}

fn lines_of(news: &News, facility: &Facility, site: &Site) -> Vec<String> {
    let lang = site.lang();
    let line = |aspect: Aspect| {
        let then = aspect.on(news.date, facility, site)?;
        let (same, changed) = aspect.label(lang);
        let Some(now) = aspect.on(site.today, facility, site) else {
            return Some(format!("{changed}: {}", then.words));
        };
        if now.what == then.what {
            return Some(format!("{same}: {}", then.words));
        }
        let since =
            if now.is_dated { lang.pick("kini", "now") } else { lang.pick("terakhir tercatat", "last recorded") };
        Some(format!("{changed}: {}; {since} {}", then.words, now.words))
    };
    Aspect::ALL.into_iter().filter_map(line).collect()
}

/// Writes one aspect of every facility of an item, for data: `lapas-contoh: …`.
pub(super) fn cell(aspect: Aspect, news: &News, site: &Site) -> Cell {
    let facilities = news.facilities.iter().filter_map(|id| site.facilities.get(id).map(|facility| (id, facility)));
    let known = facilities.filter_map(|(id, facility)| Some((id, aspect.on(news.date, facility, site)?)));
    Cell::list(known.map(|(id, known)| format!("{id}: {}", known.words)))
}
