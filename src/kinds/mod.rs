//! The contract between kinds and stages, and the list of kinds. A kind is one file (or folder); adding one is a line here.

pub mod band_scheme;
pub mod channel;
pub mod column;
pub mod commitment;
pub mod component;
pub mod document;
pub mod event;
pub mod facility;
pub mod figure;
pub mod finding;
pub mod form;
pub mod free_page;
pub mod holiday;
pub mod institution;
pub mod mechanism;
pub mod national_channel;
pub mod news;
pub mod notice;
pub mod participants;
pub mod parts;
pub mod pledge;
pub mod program;
pub mod recommendation;
pub mod regulation;
pub mod service;
pub mod session;
pub mod sop_review;
pub mod sop_step;
pub mod statistics;
pub mod survey;
pub mod translation;
pub mod waiver;

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::builtin;
use crate::config::Config;
use crate::diag::{Diagnostics, Problem};
use crate::lang::{Label, Lang};
use crate::model::calendar::Calendar;
use crate::model::cell::Cell;
use crate::model::date::{Date, Moment};
use crate::model::id::Id;
use crate::model::table::Table;
use crate::page::{Pages, ViewCx};
use crate::sources::{SourceId, Sources};
use crate::stage::{CheckCx, Claims, Origin};
use crate::view::Section;
use column::{Column, ColumnInfo};
use facility::Facility;
use form::AnyForm;
use news::mentions::Mentions;
use news::topics::Topics;

/// Something published: a row of a table, with pages where it has any. The order of the methods is the order of life.
pub trait Record: Sized + Send + Sync + 'static {
    /// The public word of the kind: `data/<key>.csv`.
    const KEY: &'static str;
    /// The kind for people.
    const LABEL: Label;
    /// One sentence on what a row is, for the data dictionary.
    const ABOUT: Label;
    /// Its published fields.
    const COLUMNS: &'static [Column<Self>];

    /// Its name.
    fn id(&self) -> &Id<Self>;

    /// Where it comes from.
    fn origin(&self) -> &Origin;

    /// Whether it is a made-up example.
    fn is_example(&self, _site: &Site) -> bool {
        false
    }

    /// Whether its row is published; a draft is neither page nor data.
    fn is_public(&self, _site: &Site) -> bool {
        true
    }

    /// Checks it against the rest of the site.
    fn link(&self, _site: &Site, _cx: &mut CheckCx<'_>) {}

    /// Returns the facilities that it is about, where its file does not lie in theirs.
    fn concerns(&self) -> &[Id<Facility>] {
        &[]
    }

    /// Adds what it says openly.
    fn openly<'s>(&'s self, _open: &mut Openly<'s>) {}

    /// Reports what a facility owes of this kind and does not have; the check stands at the facility.
    fn owed(_site: &Site, _facility: &Facility, _cx: &mut CheckCx<'_>) {}

    /// Adds the pages of this record.
    fn pages<'s>(&'s self, _site: &'s Site, _pages: &mut Pages<'s>) {}

    /// Adds the pages of the kind as a whole: lists, overviews.
    fn overview<'s>(_site: &'s Site, _pages: &mut Pages<'s>) {}

    /// Says what the kind has to say on the page of a facility.
    fn on_facility(_site: &Site, _facility: &Facility, _cx: &ViewCx<'_>) -> Option<Section> {
        None
    }

    /// Says what the kind has to say on the front page.
    fn on_front_page(_site: &Site, _cx: &ViewCx<'_>) -> Option<Section> {
        None
    }
}

/// What records say openly of offices: telephone numbers, people in office, names of bodies. It is no secret anywhere on the
/// site.
#[derive(Debug, Default)]
pub struct Openly<'s> {
    /// Telephone numbers, as typed.
    pub phones: Vec<&'s str>,
    /// Names of people in office.
    pub people: Vec<&'s str>,
    /// Names of facilities and institutions.
    pub bodies: Vec<&'s str>,
}

/// A table without the type of its records.
pub trait AnyTable: Sync {
    /// As in `Record`.
    fn key(&self) -> &'static str;
    /// As in `Record`.
    fn label(&self) -> Label;
    /// As in `Record`.
    fn about(&self) -> Label;
    /// As in `Record`.
    fn columns(&self) -> Vec<ColumnInfo>;
    /// How many rows are published.
    fn count(&self, site: &Site) -> usize;
    /// Hands each row's cells, in order of the columns, to `row`.
    fn each_row(&self, site: &Site, row: &mut dyn FnMut(&[Cell]));
    /// Hands each pair of a record's file and a facility it is about to `each`.
    fn concerns(&self, each: &mut dyn FnMut(SourceId, &Id<Facility>));
    /// As in `Record`.
    fn openly<'s>(&'s self, open: &mut Openly<'s>);
    /// Checks every record against the rest of the site.
    fn link(&self, site: &Site, stage: &LinkStage<'_>, found: &mut Diagnostics);
    /// As in `Record`.
    fn owed(&self, site: &Site, facility: &Facility, cx: &mut CheckCx<'_>);
    /// Adds the pages of all records and of the kind.
    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>);
    /// As in `Record`.
    fn on_facility(&self, site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section>;
    /// As in `Record`.
    fn on_front_page(&self, site: &Site, cx: &ViewCx<'_>) -> Option<Section>;
}

/// What linking needs to know.
pub struct LinkStage<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// The ids that content claims.
    pub claims: &'a Claims,
}

impl<R: Record> AnyTable for Table<R> {
    fn key(&self) -> &'static str {
        R::KEY
    }

    fn label(&self) -> Label {
        R::LABEL
    }

    fn about(&self) -> Label {
        R::ABOUT
    }

    fn columns(&self) -> Vec<ColumnInfo> {
        R::COLUMNS.iter().map(Column::info).collect()
    }

    fn count(&self, site: &Site) -> usize {
        self.iter().filter(|record| record.is_public(site)).count()
    }

    fn each_row(&self, site: &Site, row: &mut dyn FnMut(&[Cell])) {
        for record in self.iter().filter(|record| record.is_public(site)) {
            let cells: Vec<Cell> = R::COLUMNS.iter().map(|column| (column.get)(record, site)).collect();
            row(&cells);
        }
    }

    fn concerns(&self, each: &mut dyn FnMut(SourceId, &Id<Facility>)) {
        for record in self.iter() {
            record.concerns().iter().for_each(|facility| each(record.origin().file, facility));
        }
    }

    fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        self.iter().for_each(|record| record.openly(open));
    }

    fn link(&self, site: &Site, stage: &LinkStage<'_>, found: &mut Diagnostics) {
        let records: Vec<&R> = self.iter().collect();
        let link = |records: &[&R]| {
            let mut found = Diagnostics::default();
            for record in records {
                let origin = record.origin().clone();
                record.link(site, &mut CheckCx::new(site.today, stage.sources, stage.claims, origin, &mut found));
            }
            found
        };
        // Side by side; the order of what is found is kept.
        let parts: Vec<Diagnostics> = records.par_chunks(LINKED_TOGETHER).map(link).collect();
        parts.into_iter().for_each(|part| found.append(part));
    }

    fn owed(&self, site: &Site, facility: &Facility, cx: &mut CheckCx<'_>) {
        R::owed(site, facility, cx);
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        R::overview(site, pages);
        for record in self.iter() {
            record.pages(site, pages);
        }
    }

    fn on_facility(&self, site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        R::on_facility(site, facility, cx)
    }

    fn on_front_page(&self, site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
        R::on_front_page(site, cx)
    }
}

// How many records one thread links before it looks for more.
const LINKED_TOGETHER: usize = 64;

/// A record that knows its table of the site.
pub trait Tabled: Record {
    /// Returns the table of this kind.
    fn table(site: &Site) -> &Table<Self>;
}

// For `kinds! { facilities: Facility, … }` this makes
//     struct Harvest { facilities: Vec<Facility>, … }      what files yielded
//     struct Records { config, today, …, facilities: Table<Facility>, … }   checked, by id
//     impl Tabled for Facility, and Records::tables(), so that stages need no kind's name.
macro_rules! kinds {
    ($($(#[$doc:meta])* $table:ident: $record:ty,)*) => {
        /// The records that files yielded, before they are sorted into tables.
        #[derive(Default)]
        pub struct Harvest { $($(#[$doc])* pub $table: Vec<$record>,)* }

        impl Harvest {
            /// Adds what another file yielded.
            pub fn append(&mut self, mut other: Self) { $(self.$table.append(&mut other.$table);)* }
        }

        /// Everything that is known and checked, in whatever language it is shown.
        pub struct Records {
            /// The settings.
            pub config: Config,
            /// The moment of the build, in the site's zone.
            pub now: Moment,
            /// Its date.
            pub today: Date,
            mentions: OnceLock<Mentions>,
            calendar: OnceLock<Calendar>,
            topics: OnceLock<Topics>,
            translated: BTreeSet<SourceId>,
            $($(#[$doc])* pub $table: Table<$record>,)*
        }

        impl Records {
            /// Sorts a harvest into tables and reports ids that came twice. A record that is built in yields to the site's.
            pub fn from_harvest(
                config: Config,
                now: Moment,
                harvest: Harvest,
                sources: &Sources,
                found: &mut Diagnostics,
            ) -> Self {
                Self { config, now, today: now.date(), mentions: OnceLock::new(), topics: OnceLock::new(), calendar: OnceLock::new(), translated: BTreeSet::new(), $($table: sorted(harvest.$table, sources, found),)* }
            }

            // The same records, but for those that a translation says anew.
            fn with_translated(&self, config: Config, translated: BTreeSet<SourceId>, harvest: Harvest) -> Self {
                let Self { now, today, .. } = *self;
                Self { config, now, today, mentions: OnceLock::new(), topics: OnceLock::new(), calendar: OnceLock::new(), translated, $($table: self.$table.overlaid(keyed(harvest.$table)),)* }
            }

            /// Returns every table, in the order of their declaration.
            pub fn tables(&self) -> Vec<&dyn AnyTable> { vec![$(&self.$table,)*] }
        }

        $(impl Tabled for $record { fn table(site: &Site) -> &Table<Self> { &site.$table } })*
    };
}

fn keyed<R: Record>(records: Vec<R>) -> Vec<(Id<R>, R)> {
    records.into_iter().map(|record| (record.id().clone(), record)).collect()
}

fn sorted<R: Record>(mut records: Vec<R>, sources: &Sources, found: &mut Diagnostics) -> Table<R> {
    let is_built_in = |record: &R| builtin::holds(sources.get(record.origin().file));
    // Of two records with one id the table keeps the first: the site's own come before what is built in.
    records.sort_by_key(is_built_in);
    let (table, twice) = Table::new(keyed(records));
    for (id, record) in twice {
        if is_built_in(&record) && table.get(&id).is_some_and(|kept| !is_built_in(kept)) {
            continue;
        }
        let at = record.origin().span(sources);
        found.push(Problem::DuplicateId { id: id.last().to_owned() }, Some(at));
    }
    table
}

kinds! {
    /// Facilities and regional offices.
    facilities: facility::Facility,
    /// Services and their standards.
    services: service::Service,
    /// Steps of SOPs.
    sop_steps: sop_step::SopStep,
    /// Reviews of SOPs.
    sop_reviews: sop_review::SopReview,
    /// Sessions of services, and days that differ.
    sessions: session::Session,
    /// Complaint mechanisms.
    mechanisms: mechanism::Mechanism,
    /// Complaint channels of facilities.
    channels: channel::Channel,
    /// Complaint statistics.
    statistics: statistics::Statistics,
    /// Complaint channels beyond the facilities.
    national_channels: national_channel::NationalChannel,
    /// Programmes.
    programs: program::Program,
    /// How many take part in programmes.
    participants: participants::Participants,
    /// Satisfaction surveys.
    surveys: survey::Survey,
    /// Service pledges.
    pledges: pledge::Pledge,
    /// Public documents.
    documents: document::Document,
    /// Oversight events.
    events: event::Event,
    /// What overseers found.
    findings: finding::Finding,
    /// What overseers ask for.
    recommendations: recommendation::Recommendation,
    /// What institutions and facilities promised.
    commitments: commitment::Commitment,
    /// Urgent notices.
    notices: notice::Notice,
    /// News.
    news: news::News,
    /// Free pages.
    free_pages: free_page::FreePage,
    /// Institutions: overseers, partners, media.
    institutions: institution::Institution,
    /// Laws that records cite.
    regulations: regulation::Regulation,
    /// Years whose holidays are known.
    holiday_years: holiday::year::HolidayYear,
    /// Days on which offices do not work.
    holidays: holiday::Holiday,
    /// Elements of satisfaction surveys.
    survey_elements: survey::element::SurveyElement,
    /// What is done about satisfaction surveys.
    survey_actions: survey::action::SurveyAction,
    /// Figures of news.
    figures: figure::Figure,
    /// Ways to read a figure as quality.
    band_schemes: band_scheme::BandScheme,
    /// Problems that are left on purpose.
    waivers: waiver::Waiver,
}

/// The forms of the content format.
pub const FORMS: &[AnyForm] = &[
    form::any::<facility::ProfileForm>(),
    form::any::<service::ServiceForm>(),
    form::any::<mechanism::MechanismForm>(),
    form::any::<national_channel::NationalChannelForm>(),
    form::any::<program::ProgramForm>(),
    form::any::<survey::SurveyForm>(),
    form::any::<pledge::PledgeForm>(),
    form::any::<document::DocumentForm>(),
    form::any::<event::EventForm>(),
    form::any::<notice::NoticeForm>(),
    form::any::<news::NewsForm>(),
    form::any::<news::NewsFolderForm>(),
    form::any::<free_page::FreePageForm>(),
    form::any::<institution::InstitutionForm>(),
    form::any::<regulation::RegisterForm>(),
    form::any::<band_scheme::SchemesForm>(),
    form::any::<holiday::HolidaysForm>(),
    form::any::<waiver::WaiverForm>(),
];

impl CheckCx<'_> {
    /// Checks a reference where the check stands; says what was probably meant if there is no such record.
    pub fn refer<'s, R: Tabled>(&mut self, site: &'s Site, id: &Id<R>) -> Option<&'s R> {
        self.resolve(R::table(site), R::KEY, R::LABEL, id)
    }

    /// Checks the references of a list at `key`.
    pub fn refer_all<R: Tabled>(&mut self, key: &'static str, site: &Site, ids: &[Id<R>]) {
        for (at, id) in ids.iter().enumerate() {
            self.at(key, |cx| cx.at(at, |cx| cx.refer(site, id)));
        }
    }
}

/// The records of a site as one language shows them. Languages share what is not translated.
#[derive(Clone)]
pub struct Site {
    lang: Lang,
    records: Arc<Records>,
}

impl Deref for Site {
    type Target = Records;

    fn deref(&self) -> &Records {
        &self.records
    }
}

impl From<Records> for Site {
    fn from(records: Records) -> Self {
        Self { lang: records.config.lang, records: Arc::new(records) }
    }
}

impl Site {
    /// Returns the site in another language, without translations.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self { lang, records: Arc::clone(&self.records) }
    }

    /// Returns the site in another language: what was read from translations takes the place of the records of one id.
    /// `translated` are the files that have a translation.
    #[must_use]
    pub fn translated(&self, lang: Lang, config: Config, translated: BTreeSet<SourceId>, harvest: Harvest) -> Self {
        Self { lang, records: Arc::new(self.records.with_translated(config, translated, harvest)) }
    }

    /// Returns whether a file has a translation into the language of these pages, or needs none.
    pub fn is_translated(&self, file: SourceId) -> bool {
        self.lang == self.config.lang || self.translated.contains(&file)
    }

    /// Returns the folder of the language's pages; the site's own language has none.
    pub fn folder(&self) -> Option<&'static str> {
        (self.lang != self.config.lang).then(|| self.lang.tag())
    }

    /// Returns what the site says openly of offices.
    pub fn openly(&self) -> Openly<'_> {
        let mut open = Openly::default();
        self.tables().into_iter().for_each(|table| table.openly(&mut open));
        open.phones.extend(self.config.publisher.phone.as_deref());
        open
    }

    /// Returns the language of its pages.
    pub fn lang(&self) -> Lang {
        self.lang
    }
}
