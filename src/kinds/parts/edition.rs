//! Which published facts the code of a poster covers, and what the page of a record says to whoever comes with a code.

use serde::Serialize;

use crate::kinds::{Record, Site};
use crate::lang::{Label, Lang};
use crate::model::cell::Cell;
use crate::model::date::Date;
use crate::model::edition::Edition;

/// The facts that a code covers.
#[derive(Debug, Default)]
pub(in crate::kinds) struct Facts(Vec<(String, Cell)>);

impl Facts {
    /// Adds one fact.
    pub(in crate::kinds) fn say(&mut self, key: &str, cell: Cell) {
        self.0.push((key.to_owned(), cell));
    }

    /// Adds the published fields of a record, but those `beside` it: addresses, dates of checks, what is counted by the day.
    pub(in crate::kinds) fn all<R: Record>(&mut self, record: &R, site: &Site, beside: &[&str]) {
        for column in R::COLUMNS.iter().filter(|column| !beside.contains(&column.key)) {
            self.say(&format!("{}.{}", R::KEY, column.key), (column.get)(record, site));
        }
    }

    /// Adds these published fields of a record and no others.
    pub(in crate::kinds) fn some<R: Record>(&mut self, record: &R, site: &Site, keys: &[&str]) {
        for column in R::COLUMNS.iter().filter(|column| keys.contains(&column.key)) {
            self.say(&format!("{}.{}", R::KEY, column.key), (column.get)(record, site));
        }
    }

    /// Returns their code.
    pub(in crate::kinds) fn edition(&self) -> Edition {
        Edition::of(self.0.iter().map(|(key, cell)| (key.as_str(), cell)))
    }
}

/// What posters of a record are worth.
#[derive(Debug, Clone, Copy)]
pub(in crate::kinds) enum Worth {
    /// One with the code of today holds.
    Holds,
    /// It will hold.
    From(Date),
    /// None does.
    Nothing,
}

/// The answer to whoever comes from a poster.
#[derive(Debug, Serialize)]
pub struct EditionView {
    // The place where the address of a poster leads; none where no poster holds.
    anchor: Option<String>,
    answer: String,
    // How an old poster is known.
    old: Option<&'static str>,
}

impl EditionView {
    /// Answers for the posters of `what`: `layanan ini`.
    pub(in crate::kinds) fn new(edition: &Edition, what: Label, worth: Worth, lang: Lang) -> Self {
        let (code, what) = (edition.code(), what.of(lang));
        let answer = match (worth, lang) {
            (Worth::Holds, Lang::Id) => format!("Poster {what} dengan kode {code} masih berlaku."),
            (Worth::Holds, Lang::En) => format!("A poster of {what} with the code {code} still holds."),
            (Worth::From(date), Lang::Id) => {
                format!("Poster {what} dengan kode {code} berlaku mulai {}.", date.words(lang))
            }
            (Worth::From(date), Lang::En) => {
                format!("A poster of {what} with the code {code} holds from {}.", date.words(lang))
            }
            (Worth::Nothing, Lang::Id) => format!("Poster {what} tidak berlaku lagi, apa pun kodenya."),
            (Worth::Nothing, Lang::En) => format!("No poster of {what} holds any more, whatever its code."),
        };
        let holds = !matches!(worth, Worth::Nothing);
        let old = lang.pick(
            "Kode lain? Poster itu lama; percayai halaman ini.",
            "Another code? That poster is old; trust this page.",
        );
        Self { anchor: holds.then(|| edition.anchor()), answer, old: holds.then_some(old) }
    }
}
