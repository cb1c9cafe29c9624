//! berita: a news item, what it is about and what it rests on. How it is read is in `raw`, its own pages are in `page`,
//! the lists of many in `list`.
//!
//! ```yaml
//! judul: Ombudsman NTT memantau pelayanan publik Lapas Perempuan Kupang
//! tanggal: 2024-11-12
//! fasilitas: [lapas-perempuan-kupang]
//! topik: [pengawasan, kesehatan]
//! sumber: {jenis: kutipan, judul: Rilis Humas Lapas Perempuan Kupang, tanggal: 2024-11-12}
//! ```

mod affiliations;
mod claims;
mod list;
pub mod mentions;
mod page;
mod raw;
mod then;
pub mod topics;

use std::cmp::Reverse;

use super::column::Column;
use super::event::Event;
use super::facility::Facility;
use super::parts::sourcing::Sourcing;
use super::program::Program;
use super::regulation::cited;
use super::service::Service;
use super::{Record, Site};
use crate::body::Body;
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::asset::Asset;
use crate::model::cell::{Cell, CellKind};
use crate::model::date::{Date, Moment};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{Pages, Reason, ViewCx, Withheld};
use crate::stage::{CheckCx, Origin};
use crate::text;
use crate::view::{Link, Section};
pub use raw::{NewsFolderForm, NewsForm};
use then::Aspect;

/// A news item.
#[derive(Debug)]
pub struct News {
    id: Id<Self>,
    origin: Origin,
    /// Its headline.
    pub title: String,
    /// The last word of its address.
    pub slug: String,
    /// Its date.
    pub date: Date,
    /// What it says in a sentence, where somebody wrote one.
    pub summary: Option<String>,
    /// Where it happened.
    pub facilities: Vec<Id<Facility>>,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// The town it was written in.
    pub dateline: Option<String>,
    /// Who wrote it.
    pub contributors: Vec<String>,
    /// Its picture.
    pub photo: Option<Photo>,
    /// The oversight events it reports.
    pub events: Vec<Id<Event>>,
    /// The services it is about.
    pub services: Vec<Id<Service>>,
    /// The programmes it is about.
    pub programs: Vec<Id<Program>>,
    /// Whether it is not ready.
    pub draft: bool,
    /// Not published before.
    pub publish_at: Option<Moment>,
    /// Not published after.
    pub expires_at: Option<Moment>,
    /// Its old addresses, as written and as places.
    pub old_addresses: Vec<(String, Place)>,
    /// What it rests on.
    pub sourcing: Option<Sourcing>,
    /// What was wrong in it and is mended.
    pub corrections: Vec<Correction>,
    /// Whether it is made up.
    pub example: bool,
    body: Body,
}

/// A subject that news items share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The last word of its address.
    pub slug: String,
    /// For people.
    pub label: String,
}

/// The picture of a news item.
#[derive(Debug)]
pub struct Photo {
    /// The file.
    pub asset: Asset,
    /// What it shows, for those who cannot see it.
    pub alt: Option<String>,
    /// What it shows, for all.
    pub caption: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
}

/// Something that was wrong and is mended.
#[derive(Debug)]
pub struct Correction {
    /// The day it was mended.
    pub on: Date,
    /// What was mended.
    pub text: String,
}

/// Whether an item stands on the site now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Live,
    Draft,
    Future(Moment),
    Expired(Moment),
}

// Lists and search engines show about this many characters.
const SUMMARY_CHARS: usize = 180;

impl News {
    /// Returns its page.
    pub fn place(&self) -> Place {
        list::overview_place().down(&self.slug)
    }

    /// Links to it.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(&self.title, &self.place())
    }

    fn standing(&self, site: &Site) -> Standing {
        let published = self.published();
        match self.expires_at {
            _ if self.draft && !site.config.drafts => Standing::Draft,
            Some(end) if end <= site.now => Standing::Expired(end),
            _ if published > site.now && !site.config.future => Standing::Future(published),
            _ => Standing::Live,
        }
    }

    /// Returns when it is or was published: at `tayang`, or as its day begins.
    pub fn published(&self) -> Moment {
        self.publish_at.unwrap_or_else(|| self.date.start())
    }

    /// Returns when its text last changed.
    pub fn updated(&self) -> Moment {
        let corrected = self.corrections.iter().map(|correction| correction.on.start());
        corrected.fold(self.published(), Moment::max)
    }

    /// Returns its summary, or the beginning of its text where nobody wrote one.
    pub fn summary_words(&self) -> Option<String> {
        let lead = || text::excerpt(&self.body.plain[self.body.lead.clone()], SUMMARY_CHARS);
        self.summary.clone().or_else(|| Some(lead())).filter(|words| !words.is_empty())
    }

    /// Returns the order of lists: the newest first, those of one day by address.
    pub fn order(&self) -> (Reverse<Date>, &str) {
        (Reverse(self.date), &self.slug)
    }
}

impl Record for News {
    const KEY: &'static str = "berita";
    const LABEL: Label = Label::new("Berita", "News");
    const ABOUT: Label = Label::new("Satu baris satu berita yang terbit.", "One row for each published news item.");
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |n, _| Cell::text(Some(&n.id))),
        Column::new("judul", Label::new("Judul", "Headline"), CellKind::Text, |n, _| Cell::text(Some(&n.title))),
        Column::new("slug", Label::new("Kata alamat", "Word of the address"), CellKind::Text, |n, _| {
            Cell::text(Some(&n.slug))
        }),
        Column::new("tanggal", Label::new("Tanggal", "Date"), CellKind::Date, |n, _| Cell::date(Some(n.date))),
        Column::new("ringkasan", Label::new("Ringkasan", "Summary"), CellKind::Text, |n, _| {
            Cell::text(n.summary_words())
        }),
        Column::new("fasilitas", Label::new("Fasilitas", "Facilities"), CellKind::List, |n, _| {
            Cell::list(&n.facilities)
        }),
        Column::new("pimpinan", Label::new("Pimpinan saat itu", "Head at the time"), CellKind::List, |n, site| {
            then::cell(Aspect::Head, n, site)
        }),
        Column::new("induk", Label::new("Induk saat itu", "Affiliation at the time"), CellKind::List, |n, site| {
            then::cell(Aspect::Affiliation, n, site)
        }),
        Column::new("alamat", Label::new("Alamat saat itu", "Address at the time"), CellKind::List, |n, site| {
            then::cell(Aspect::Address, n, site)
        }),
        Column::new("topik", Label::new("Topik", "Topics"), CellKind::List, |n, _| {
            Cell::list(n.topics.iter().map(|topic| &topic.slug))
        }),
        Column::new("dateline", Label::new("Tempat penulisan", "Dateline"), CellKind::Text, |n, _| {
            Cell::text(n.dateline.as_ref())
        }),
        Column::new("kontributor", Label::new("Kontributor", "Contributors"), CellKind::List, |n, _| {
            Cell::list(&n.contributors)
        }),
        Column::new("foto", Label::new("Foto", "Photo"), CellKind::Text, |n, _| {
            Cell::text(n.photo.as_ref().map(|photo| &photo.asset.name))
        }),
        Column::new("foto_alt", Label::new("Isi foto", "What the photo shows"), CellKind::Text, |n, _| {
            Cell::text(n.photo.as_ref().and_then(|photo| photo.alt.as_ref()))
        }),
        Column::new("foto_keterangan", Label::new("Keterangan foto", "Photo caption"), CellKind::Text, |n, _| {
            Cell::text(n.photo.as_ref().and_then(|photo| photo.caption.as_ref()))
        }),
        Column::new("foto_kredit", Label::new("Kredit foto", "Photo credit"), CellKind::Text, |n, _| {
            Cell::text(n.photo.as_ref().and_then(|photo| photo.credit.as_ref()))
        }),
        Column::new("pemantauan", Label::new("Pemantauan", "Oversight events"), CellKind::List, |n, _| {
            Cell::list(&n.events)
        }),
        Column::new("layanan", Label::new("Layanan", "Services"), CellKind::List, |n, _| Cell::list(&n.services)),
        Column::new("program", Label::new("Program", "Programmes"), CellKind::List, |n, _| Cell::list(&n.programs)),
        Column::new("draf", Label::new("Draf", "Draft"), CellKind::Flag, |n, _| Cell::flag(Some(n.draft))),
        Column::new("tayang", Label::new("Tayang", "Published"), CellKind::Moment, |n, _| Cell::Moment(n.published())),
        Column::new("kedaluwarsa", Label::new("Kedaluwarsa", "Expires"), CellKind::Moment, |n, _| {
            n.expires_at.map_or(Cell::Missing, Cell::Moment)
        }),
        Column::new("alias", Label::new("Alamat lama", "Old addresses"), CellKind::List, |n, _| {
            Cell::list(n.old_addresses.iter().map(|(written, _)| written))
        }),
        Column::new("sumber_jenis", Label::new("Jenis sumber", "Kind of source"), CellKind::Text, |n, _| {
            Cell::text(n.sourcing.as_ref().and_then(|source| source.kind).map(Choice::key))
        }),
        Column::new("sumber_judul", Label::new("Judul sumber", "Title of source"), CellKind::Text, |n, _| {
            Cell::text(n.sourcing.as_ref().and_then(|source| source.title.as_ref()))
        }),
        Column::new("sumber_tanggal", Label::new("Tanggal sumber", "Date of source"), CellKind::Date, |n, _| {
            Cell::date(n.sourcing.as_ref().and_then(|source| source.date))
        }),
        Column::new("sumber_url", Label::new("Alamat sumber", "Address of source"), CellKind::Text, |n, _| {
            Cell::text(n.sourcing.as_ref().and_then(|source| source.url.as_ref()))
        }),
        Column::new("koreksi", Label::new("Koreksi", "Corrections"), CellKind::List, |n, _| {
            Cell::list(n.corrections.iter().map(|correction| format!("{}: {}", correction.on, correction.text)))
        }),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |n, site| {
            Cell::flag(Some(n.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |n, _| Cell::Page(n.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.example || self.facilities.iter().any(|id| site.is_example(id))
    }

    fn is_public(&self, site: &Site) -> bool {
        self.standing(site) == Standing::Live
    }

    fn concerns(&self) -> &[Id<Facility>] {
        &self.facilities
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        cx.refer_all("fasilitas", site, &self.facilities);
        cx.refer_all("pemantauan", site, &self.events);
        cx.refer_all("layanan", site, &self.services);
        cx.refer_all("program", site, &self.programs);
        if self.date > site.today && self.publish_at.is_none() && !self.draft {
            cx.report_at("tanggal", Problem::DateAhead { date: self.date });
        }
        claims::check(self, site, cx);
        affiliations::check(self, site, cx);
        cited::check_text(self.body.written(), self.body.offset, site, cx);
        for (at, topic) in self.topics.iter().enumerate() {
            if let Some(near) = site.mistyped(topic) {
                let problem = Problem::TopicNear { topic: topic.slug.clone(), near: near.to_owned() };
                cx.at("topik", |cx| cx.at(at, |cx| cx.report_mended(problem, near.to_owned())));
            }
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        let reason = match self.standing(site) {
            Standing::Live => None,
            Standing::Draft => Some(Reason::Draft),
            Standing::Future(from) => Some(Reason::Future(from)),
            Standing::Expired(end) => Some(Reason::Expired(end)),
        };
        pages.withheld.extend(reason.map(|reason| Withheld { title: self.title.clone(), reason }));
        match self.standing(site) {
            Standing::Draft | Standing::Future(_) => return,
            Standing::Expired(end) => pages.push(page::tombstone(self, end, site)),
            Standing::Live => pages.push(page::detail(self, site)),
        }
        for (_, old) in &self.old_addresses {
            pages.push(page::moved(self, old, site));
        }
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        list::all(site, pages);
    }

    fn on_facility(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        list::section(site.news_about(facility.id()), site, cx)
    }

    fn on_front_page(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
        list::section(site.newest_news(), site, cx)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use crate::artifact::{Artifact, Sink, SinkError};
    use crate::model::date::{Instant, Now};
    use crate::{Options, build, builtin, sources::Sources};

    #[derive(Default)]
    struct Memory(Mutex<BTreeMap<String, String>>);

    impl Sink for Memory {
        fn put(&self, artifact: Artifact) -> Result<(), SinkError> {
            let text = String::from_utf8_lossy(&artifact.bytes).into_owned();
            self.0.lock().unwrap().insert(artifact.path.to_string(), text);
            Ok(())
        }
    }

    // Built at noon of 22 November 2026 in WITA.
    fn site(news: &[(&str, &str)], drafts: bool, future: bool) -> (Vec<&'static str>, BTreeMap<String, String>) {
        let settings = "versi_format: 1\njudul: Situs\nzona_waktu: WITA\n";
        let item = |(name, keys): &(&str, &str)| {
            let title = name.replace('-', " ");
            (format!("content/berita/{name}.md"), format!("---\njudul: {title}\n{keys}\n---\nIsi {title}.\n"))
        };
        let files = news.iter().map(item).chain([("content/situs.yaml".to_owned(), settings.to_owned())]);
        let sources = builtin::add_to(&Sources::from_pairs(files));
        let now = Instant::from_epoch(1_795_320_000).unwrap();
        let options = Options { now: Now::At(now), base_url: None, drafts, future, strict: false };
        let memory = Memory::default();
        let report = build(&sources, &options, Some(&memory)).unwrap();
        (report.diagnostics.iter().map(|d| d.problem.code()).collect(), memory.0.into_inner().unwrap())
    }

    #[test]
    fn what_is_kept_back_is_nowhere() {
        let news = [
            ("2026-11-22-terbit", "tanggal: 2026-11-22\nalias: [/lama/terbit.html]\ntopik: [satu]"),
            (
                "2026-11-01-draf",
                "tanggal: 2026-11-01\ndraf: true\ntopik: [dua]\nangka: [{label: a, nilai: 1, per: 2026-01-01, sumber: b}]",
            ),
            ("2026-11-02-nanti", "tanggal: 2026-11-02\ntayang: 2026-11-22T12:01"),
            ("2026-11-23-besok", "tanggal: 2026-11-23"),
            ("2026-11-03-lewat", "tanggal: 2026-11-03\nkedaluwarsa: 2026-11-22T12:00\nalias: /lama/lewat/"),
        ];
        let (problems, files) = site(&news, false, false);
        // The item of tomorrow says nothing of waiting, which may be a slip.
        assert_eq!(problems, ["date-ahead"]);
        let all: String = files.values().cloned().collect();
        for (kept, words) in [("draf", "2026 11 01 draf"), ("nanti", "2026 11 02 nanti"), ("besok", "2026 11 23 besok")]
        {
            assert!(!files.contains_key(&format!("berita/{kept}/index.html")) && !all.contains(words), "{kept}");
        }
        assert!(!files.contains_key("topik/dua/index.html"));
        assert_eq!(files["data/angka.csv"].lines().count(), 1);
        assert!(files["lama/terbit.html"].contains("../berita/terbit/index.html"));
        // What is over says so at its address, and no more.
        let tombstone = &files["berita/lewat/index.html"];
        assert!(tombstone.contains("2026 11 03 lewat") && !tombstone.contains("Isi"));
        assert!(files.contains_key("lama/lewat/index.html"));
        assert_eq!(files["data/berita.csv"].lines().count(), 2);

        let (_, files) = site(&news, true, true);
        assert_eq!(files["data/berita.csv"].lines().count(), 5);
    }

    #[test]
    fn long_lists_are_parted_and_one_address_is_taken_once() {
        let names: Vec<String> = (1..=41).map(|n| format!("berita-{n}")).collect();
        let news: Vec<(&str, &str)> =
            names.iter().map(|name| (name.as_str(), "tanggal: 2026-01-01\ntopik: x")).collect();
        let (_, files) = site(&news, false, false);
        assert!(
            files.contains_key("berita/halaman/3/index.html") && files.contains_key("topik/x/halaman/3/index.html")
        );
        assert!(!files.contains_key("berita/halaman/4/index.html"));
        assert!(files["berita/halaman/2/index.html"].contains("noindex"));

        let twice = [("2026-01-01-a", "tanggal: 2026-01-01"), ("2026-01-02-a", "tanggal: Senin, 02/01/2026")];
        assert_eq!(site(&twice, false, false).0, ["address-taken", "weekday-mismatch"]);
    }
}
