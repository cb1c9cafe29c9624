//! peraturan: a law that records cite, and whether it still stands. What is built in yields, id by id, to the site's own
//! `content/rujukan/peraturan.yaml`. How records and texts cite a law, and what is wrong with that, is in `cited`.
//!
//! ```yaml
//! peraturan:
//!   - {id: perpres-87-2016, jenis: perpres, nomor: "87", tahun: 2016, judul: Satuan Tugas Sapu Bersih Pungutan Liar,
//!      status: dicabut, dicabut_oleh: perpres-49-2025, dicabut_sejak: 2025-05-06}
//! ```

pub mod cited;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::column::Column;
use super::form::{At, Form};
use super::parts::checked::{self, Checked, RawChecked};
use super::{Harvest, Record, Site};
use crate::diag::Problem;
use crate::lang::{Label, Lang, whole};
use crate::model::cell::{Cell, CellKind};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::law::{LawKind, LawNumber};
use crate::model::place::Place;
use crate::model::scalar::{Choice, Text, choice};
use crate::page::{MenuPart, Page, Pages, ViewCx};
use crate::parse::written::Written;
use crate::stage::{CheckCx, Origin};
use crate::view::{self, Fact, Link, Tag, Tone};

choice! {
    /// Whether a law still stands.
    pub enum Force {
        /// Stands.
        InForce = "berlaku", "Berlaku", "In force";
        /// Stands with changes.
        Amended = "diubah", "Sudah diubah", "Amended";
        /// Stands no more.
        Revoked = "dicabut", "Sudah dicabut", "Revoked";
        /// Nobody has made sure.
        Unknown = "tidak_diketahui", "Keberlakuan belum dipastikan", "Force not confirmed";
    }
}

/// A law that records cite.
#[derive(Debug)]
pub struct Regulation {
    id: Id<Self>,
    origin: Origin,
    /// What kind of law it is.
    pub kind: LawKind,
    /// Its number, as printed.
    pub number: Option<String>,
    /// Its year.
    pub year: Option<u32>,
    /// What it is about, without `tentang`.
    pub title: String,
    /// How people cite it, where kind, number and year do not say it.
    pub called: Option<String>,
    /// When it was enacted.
    pub enacted: Option<Date>,
    /// Since when it holds, where that is another day.
    pub in_force_since: Option<Date>,
    /// How many articles it has.
    pub articles: Option<u32>,
    /// Whether it still stands, as written; `is_revoked` asks on a day.
    pub force: Force,
    /// The law that revoked it.
    pub revoked_by: Option<Id<Self>>,
    /// From which day it is revoked.
    pub revoked_since: Option<Date>,
    /// The laws that changed it.
    pub amended_by: Vec<Id<Self>>,
    /// Where its text stands.
    pub url: Option<String>,
    /// When somebody made sure that it stands.
    pub checked: Option<Checked>,
    /// A remark.
    pub note: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
/// `rujukan/peraturan.yaml` as written.
pub struct RawRegister {
    #[serde(default, rename = "peraturan")]
    regulations: Vec<RawRegulation>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawRegulation {
    #[schemars(required)]
    id: Option<Written<Id<Regulation>>>,
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<LawKind>>,
    #[serde(rename = "nomor")]
    number: Option<Written<Text>>,
    #[serde(rename = "tahun")]
    year: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[serde(rename = "sebutan")]
    called: Option<Written<Text>>,
    #[serde(rename = "tanggal")]
    enacted: Option<Written<Date>>,
    #[serde(rename = "berlaku_sejak")]
    in_force_since: Option<Written<Date>>,
    #[serde(rename = "jumlah_pasal")]
    articles: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "status")]
    force: Option<Written<Force>>,
    #[serde(rename = "dicabut_oleh")]
    revoked_by: Option<Written<Id<Regulation>>>,
    #[serde(rename = "dicabut_sejak")]
    revoked_since: Option<Written<Date>>,
    #[serde(default, rename = "diubah_oleh")]
    amended_by: Vec<Written<Id<Regulation>>>,
    url: Option<Written<Text>>,
    #[serde(rename = "diperiksa")]
    checked: Option<RawChecked>,
    #[serde(rename = "catatan")]
    note: Option<Written<Text>>,
}

/// `rujukan/peraturan.yaml`, built in and of the site.
pub struct RegisterForm;

impl Form for RegisterForm {
    const PATTERN: &'static str = "rujukan/peraturan.yaml";
    type Raw = RawRegister;

    fn claims(_: &At<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn check(raw: RawRegister, _: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        let RawRegister { regulations } = raw;
        harvest.regulations.extend(cx.each("peraturan", regulations, |cx, raw| check(raw, cx)));
    }
}

fn check(raw: RawRegulation, cx: &mut CheckCx<'_>) -> Option<Regulation> {
    let RawRegulation {
        id,
        kind,
        number,
        year,
        title,
        called,
        enacted,
        in_force_since,
        articles,
        force,
        revoked_by,
        revoked_since,
        amended_by,
        url,
        checked,
        note,
    } = raw;
    let id = cx.need("id", id);
    let kind = cx.need("jenis", kind);
    let title = cx.need("judul", title).map(String::from);
    let called = cx.get("sebutan", called).map(String::from);
    let cited_by_number = kind.is_none_or(|kind| kind.abbreviation().is_some()) && called.is_none();
    let (number, year) = if cited_by_number {
        (cx.need("nomor", number), cx.need("tahun", year))
    } else {
        (cx.get("nomor", number), cx.get("tahun", year))
    };
    if let Some(kind) = kind
        && kind.abbreviation().is_none()
        && called.is_none()
    {
        let why = Label::new(
            "jenis ini tidak dirujuk dengan nomor dan tahun saja",
            "this kind is not cited by number and year alone",
        );
        cx.report(Problem::Needs { what: kind.key().to_owned(), key: "sebutan", why });
    }
    let enacted = cx.get("tanggal", enacted);
    let in_force_since = cx.get("berlaku_sejak", in_force_since);
    let articles = cx.get("jumlah_pasal", articles);
    let force = cx.need("status", force);
    let revoked_by = cx.get("dicabut_oleh", revoked_by);
    let revoked_since = cx.get("dicabut_sejak", revoked_since);
    cx.in_order("dicabut_sejak", enacted, revoked_since);
    let is_said_to_be_revoked = revoked_by.is_some() || revoked_since.is_some();
    if let Some(force) = force.filter(|force| is_said_to_be_revoked && *force != Force::Revoked) {
        let what = Label::new("Keberlakuan", "Force");
        let (stated, derived) = (force.key().to_owned(), Force::Revoked.key().to_owned());
        cx.report_at("status", Problem::Disagrees { what, stated, derived });
    }
    let amended_by = cx.all("diubah_oleh", amended_by);
    let url = cx.get("url", url).map(String::from);
    let checked = Checked::check(checked, cx);
    let note = cx.get("catatan", note).map(String::from);
    Some(Regulation {
        id: id?,
        origin: cx.origin(),
        kind: kind?,
        number: number.map(String::from),
        year,
        title: title?,
        called,
        enacted,
        in_force_since,
        articles,
        force: force?,
        revoked_by,
        revoked_since,
        amended_by,
        url,
        checked,
        note,
    })
}

#[derive(Serialize)]
struct RegulationsPage {
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    title: String,
    regulations: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    anchor: String,
    title: String,
    force: Tag,
    facts: Vec<Fact>,
    note: Option<String>,
    checked: Option<view::Checked>,
}

impl Regulation {
    /// Cites it as people do: `UU 25/2009`.
    pub fn short(&self) -> String {
        if let Some(called) = &self.called {
            return called.clone();
        }
        match (self.kind.abbreviation(), &self.number, self.year) {
            (Some(kind), Some(number), Some(year)) => format!("{kind} {number}/{year}"),
            _ => self.title.clone(),
        }
    }

    /// Cites it with its subject: `UU 25/2009 tentang Pelayanan Publik`.
    pub fn words(&self, lang: Lang) -> String {
        format!("{} {} {}", self.short(), lang.pick("tentang", "on"), self.title)
    }

    /// Returns where it is shown.
    pub fn place(&self) -> Place {
        overview_place().anchor(self.id.as_str())
    }

    /// Links to it by its citation.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(self.short(), &self.place())
    }

    /// Returns kind, number and year, where people cite it by them.
    pub fn law_number(&self) -> Option<LawNumber> {
        self.kind.abbreviation()?;
        Some(LawNumber { kind: self.kind, number: self.number.as_ref()?.parse().ok()?, year: self.year? })
    }

    /// Returns whether it stands no more on a day. A revocation that begins later is not yet one.
    pub fn is_revoked(&self, on: Date) -> bool {
        self.force == Force::Revoked && self.revoked_since.is_none_or(|since| since <= on)
    }

    /// Says in a tag what a reader of a citation must know: nothing where the law stands as it is.
    pub fn warning(&self, today: Date, lang: Lang) -> Option<Tag> {
        let words = self.force.label().of(lang);
        if let Some(since) = self.in_force_since.filter(|since| *since > today) {
            return Some(Tag::new(
                format!("{} {}", lang.pick("Berlaku mulai", "In force from"), since.words(lang)),
                Tone::Soon,
            ));
        }
        match (self.force, self.revoked_since) {
            (Force::InForce, _) => None,
            (Force::Amended | Force::Unknown, _) => Some(Tag::new(words, Tone::Neutral)),
            (Force::Revoked, Some(since)) if since > today => Some(Tag::new(
                format!("{} {}", lang.pick("Dicabut mulai", "Revoked from"), since.words(lang)),
                Tone::Soon,
            )),
            (Force::Revoked, _) => Some(Tag::new(words, Tone::Soon)),
        }
    }

    // The days of its life and its length, where they are known.
    fn known(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let day = |date: Option<Date>| date.map(|date| date.words(cx.lang));
        let facts = [
            (cx.say("Ditetapkan", "Enacted"), day(self.enacted)),
            (cx.say("Berlaku sejak", "In force since"), day(self.in_force_since)),
            (cx.say("Dicabut sejak", "Revoked since"), day(self.revoked_since)),
            (cx.say("Jumlah pasal", "Articles"), self.articles.map(|count| whole(count, cx.lang))),
        ];
        let said = facts.into_iter().filter_map(|(label, words)| Some((label, words?)));
        said.map(|(label, words)| Fact::new(label, Some(words))).collect()
    }

    fn entry(&self, site: &Site, cx: &ViewCx<'_>) -> Entry {
        let links = |ids: &[Id<Self>]| -> Vec<Link> {
            ids.iter().filter_map(|id| site.regulations.get(id)).map(|by| by.link_in(cx)).collect()
        };
        let groups = [
            (cx.say("Dicabut oleh", "Revoked by"), links(self.revoked_by.as_slice())),
            (cx.say("Diubah oleh", "Amended by"), links(&self.amended_by)),
            (cx.say("Naskah", "Text"), self.url.iter().map(|url| view::web(url)).collect()),
        ];
        let linked = groups.into_iter().filter(|(_, links)| !links.is_empty());
        Entry {
            anchor: self.id.as_str().to_owned(),
            title: self.words(cx.lang),
            force: self
                .warning(site.today, cx.lang)
                .unwrap_or_else(|| Tag::new(self.force.label().of(cx.lang), Tone::Ok)),
            facts: self.known(cx).into_iter().chain(linked.map(|(label, links)| Fact::of(label, links))).collect(),
            note: self.note.clone(),
            checked: self.checked.as_ref().map(|on| checked::line(Some(on), site.today, cx.lang)),
        }
    }
}

fn overview_place() -> Place {
    Place::top("peraturan")
}

fn page(site: &Site, cx: &ViewCx<'_>) -> RegulationsPage {
    let group = |kind: &LawKind| {
        let of_kind = site.regulations.iter().filter(|regulation| regulation.kind == *kind);
        let mut of_kind: Vec<&Regulation> = of_kind.collect();
        of_kind.sort_by_key(|regulation| std::cmp::Reverse(regulation.year));
        let regulations: Vec<Entry> = of_kind.into_iter().map(|regulation| regulation.entry(site, cx)).collect();
        (!regulations.is_empty()).then(|| Group { title: kind.label().of(cx.lang).to_owned(), regulations })
    };
    RegulationsPage { groups: LawKind::ALL.iter().filter_map(group).collect() }
}

impl Record for Regulation {
    const KEY: &'static str = "peraturan";
    const LABEL: Label = Label::new("Peraturan", "Regulation");
    const ABOUT: Label = Label::new(
        "Satu baris satu peraturan yang dirujuk, dengan keberlakuannya.",
        "One row for each law that is cited, with its force.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |r, _| Cell::text(Some(&r.id))),
        Column::new("sebutan", Label::new("Sebutan", "Citation"), CellKind::Text, |r, _| Cell::text(Some(r.short()))),
        Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |r, _| Cell::text(Some(r.kind.key()))),
        Column::new("nomor", Label::new("Nomor", "Number"), CellKind::Text, |r, _| Cell::text(r.number.as_ref())),
        Column::new("tahun", Label::new("Tahun", "Year"), CellKind::Whole, |r, _| Cell::whole(r.year)),
        Column::new("judul", Label::new("Tentang", "Subject"), CellKind::Text, |r, _| Cell::text(Some(&r.title))),
        Column::new("tanggal", Label::new("Tanggal", "Date"), CellKind::Date, |r, _| Cell::date(r.enacted)),
        Column::new("berlaku_sejak", Label::new("Berlaku sejak", "In force since"), CellKind::Date, |r, _| {
            Cell::date(r.in_force_since)
        }),
        Column::new("jumlah_pasal", Label::new("Jumlah pasal", "Number of articles"), CellKind::Whole, |r, _| {
            Cell::whole(r.articles)
        }),
        Column::new("status", Label::new("Keberlakuan", "Force"), CellKind::Text, |r, _| {
            Cell::text(Some(r.force.key()))
        }),
        Column::new("dicabut_oleh", Label::new("Dicabut oleh", "Revoked by"), CellKind::Text, |r, _| {
            Cell::text(r.revoked_by.as_ref())
        }),
        Column::new("dicabut_sejak", Label::new("Dicabut sejak", "Revoked since"), CellKind::Date, |r, _| {
            Cell::date(r.revoked_since)
        }),
        Column::new("diubah_oleh", Label::new("Diubah oleh", "Amended by"), CellKind::List, |r, _| {
            Cell::list(&r.amended_by)
        }),
        Column::new("url", Label::new("Naskah", "Text"), CellKind::Text, |r, _| Cell::text(r.url.as_ref())),
        Column::new("diperiksa", Label::new("Diperiksa", "Checked on"), CellKind::Date, |r, _| {
            Cell::date(r.checked.as_ref().map(|checked| checked.on))
        }),
        Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |r, _| Cell::text(r.note.as_ref())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if let Some(id) = &self.revoked_by {
            cx.at("dicabut_oleh", |cx| cx.refer(site, id));
        }
        for (at, id) in self.amended_by.iter().enumerate() {
            cx.at("diubah_oleh", |cx| cx.at(at, |cx| cx.refer(site, id)));
        }
        if let Some(checked) = self.checked.as_ref().filter(|checked| checked.is_stale(site.today)) {
            let what =
                Label::new("Keberlakuan peraturan terakhir diperiksa", "The force of the law was last checked on");
            cx.report_at("diperiksa", Problem::Stale { what, on: checked.on });
        }
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        let title = site.lang().pick("Peraturan", "Regulations");
        pages.push(
            Page::new(overview_place(), "regulations.html", title, move |cx| page(site, cx))
                .menu(MenuPart::Foot, 40, None)
                .summary(site.lang().pick(
                    "Peraturan yang dirujuk situs ini dan keberlakuannya. Tanpa tanggal pemeriksaan berarti belum dibandingkan dengan lembaran resmi.",
                    "The laws that this site cites, and their force. Without a date of checking, an entry was not compared with the gazette.",
                )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::model::date::Instant;
    use crate::model::scalar::Scalar;
    use crate::sources::Sources;
    use crate::{builtin, check, config};

    fn register(own: &str) -> (Site, Diagnostics) {
        let own = Sources::from_pairs([("content/rujukan/peraturan.yaml", own)]);
        let mut found = Diagnostics::default();
        let now = Instant::from_epoch(1_795_320_000).unwrap().in_zone(crate::model::date::Zone::Wita);
        let (site, _) = check::site(&builtin::add_to(&own), config::Config::default(), now, &mut found);
        (site, found)
    }

    #[test]
    fn what_is_built_in_is_sound_and_yields_to_the_site() {
        let uu = Id::read("uu-25-2009").unwrap();
        let (site, found) = register("");
        assert_eq!(found.iter().count(), 0, "{found:?}");
        assert_eq!(site.regulations.get(&uu).unwrap().words(Lang::Id), "UU 25/2009 tentang Pelayanan Publik");
        let built_in = site.regulations.len();

        let own = "{id: uu-25-2009, jenis: uu, nomor: 25, tahun: 2009, judul: Milik situs, status: diubah}";
        let (site, found) = register(&format!("peraturan: [{own}]"));
        assert_eq!(found.iter().count(), 0, "{found:?}");
        assert_eq!(
            (site.regulations.get(&uu).unwrap().title.as_str(), site.regulations.len()),
            ("Milik situs", built_in)
        );

        let (_, found) = register(&format!("peraturan: [{own}, {own}]"));
        assert_eq!(found.iter().map(|d| d.problem.code()).collect::<Vec<_>>(), ["duplicate-id"]);
    }
}
