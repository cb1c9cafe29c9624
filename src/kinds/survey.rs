//! skm: one satisfaction survey of a facility (PermenPANRB 14/2017). Values stand per element in `element`, what is done
//! about them in `action`; how it is read is in `raw`, raw answers are counted in `answers`, the arithmetic is in `index`,
//! the pages are in `page`.
//!
//! ```yaml
//! metode: permenpanrb-14-2017
//! periode: {dari: 2025-07-01, sampai: 2025-12-31}
//! populasi: 200
//! responden: 132
//! unsur: {persyaratan: 3.50, prosedur: 3.10, waktu: 2.90, biaya: 3.90, produk: 3.20, kompetensi: 3.40, perilaku: 3.50, pengaduan: 3.30, sarana: 2.90}
//! ikm_terbit: 82.50
//! ```

pub mod action;
mod answers;
mod charts;
pub mod element;
mod index;
mod page;
mod raw;

use rust_decimal::Decimal;

use super::band_scheme::{Band, BandScheme};
use super::column::Column;
use super::facility::Facility;
use super::mechanism;
use super::parts::period::Period;
use super::regulation::Regulation;
use super::{Record, Site};
use crate::diag::Problem;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::place::Place;
use crate::model::scalar::{Choice, Scalar, choice};
use crate::page::{Pages, ViewCx};
use crate::stage::{CheckCx, Origin};
use crate::view::{Link, Section};
use element::SurveyElement;
pub use raw::SurveyForm;

const RULE: LawRef = LawRef::law("PermenPANRB 14/2017");

choice! {
    /// How a survey is taken and counted; the word is the id of the rule among the laws.
    pub enum Method {
        /// Nine elements, four answers, equal weights.
        Permenpanrb2017 = "permenpanrb-14-2017", "PermenPANRB 14/2017", "PermenPANRB 14/2017";
    }
}

impl Method {
    // The id of the scheme by which its index is read.
    fn scheme(self) -> &'static str {
        match self {
            Self::Permenpanrb2017 => "skm-2017",
        }
    }
}

/// A satisfaction survey.
#[derive(Debug)]
pub struct Survey {
    id: Id<Self>,
    origin: Origin,
    /// How it was taken and counted.
    pub method: Method,
    /// The days it covers.
    pub period: Period,
    /// How many people use the services.
    pub population: Option<u32>,
    /// How many answered.
    pub respondents: u32,
    /// Whether the values were counted from raw answers.
    pub counted: bool,
    /// The index as it was published.
    pub published: Option<Decimal>,
    /// Why the published index falls into another band than the recomputed one.
    pub discrepancy: Option<String>,
}

impl Survey {
    /// Returns its page.
    pub fn place(&self) -> Place {
        self.facility().map_or_else(Place::home, |facility| section_place(&facility)).down(self.id.last())
    }

    /// Links to it by its time.
    pub fn link_in(&self, cx: &ViewCx<'_>) -> Link {
        cx.link(page::title(self, cx.lang), &self.place())
    }

    /// Returns whose services it is about.
    pub fn facility(&self) -> Option<Id<Facility>> {
        self.id.parent()
    }

    /// Returns the values of its elements, in the order of the questionnaire.
    pub fn elements<'s>(&self, site: &'s Site) -> Vec<&'s SurveyElement> {
        let mut elements: Vec<&SurveyElement> = site.survey_elements.under(&self.id).collect();
        elements.sort_by_key(|element| element.element);
        elements
    }

    /// Returns its index, recomputed with exact weights.
    pub fn index(&self, site: &Site) -> Option<Decimal> {
        let means: Vec<Decimal> = self.elements(site).iter().map(|element| element.mean).collect();
        index::index(&means)
    }

    /// Returns how many respondents its population needs.
    pub fn sample_target(&self) -> Option<u32> {
        self.population.map(index::sample_target)
    }

    /// Returns the scheme by which its figures are read.
    pub fn scheme<'s>(&self, site: &'s Site) -> Option<&'s BandScheme> {
        site.band_schemes.get(&Id::read(self.method.scheme()).ok()?)
    }

    /// Returns the band of its recomputed index.
    pub fn band<'s>(&self, site: &'s Site) -> Option<&'s Band> {
        self.scheme(site)?.band_of(self.index(site)?)
    }

    fn regulation<'s>(&self, site: &'s Site) -> Option<&'s Regulation> {
        site.regulations.get(&Id::read(self.method.key()).ok()?)
    }

    // Reports weighed with 0,11 instead of 1/9 publish a smaller index; a hundredth is a matter of rounding.
    fn compare(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let (Some(published), Some(index)) = (self.published, self.index(site)) else { return };
        let means: Vec<Decimal> = self.elements(site).iter().map(|element| element.mean).collect();
        let weight = index::explains(&means, published);
        let what = Label::new("IKM", "The index");
        let (stated, derived) = (published.to_string(), index.to_string());
        let band = |figure| self.scheme(site).and_then(|scheme| scheme.band_of(figure));
        if (published - index).abs() <= Decimal::new(1, 2) && band(published) == band(index) {
            return;
        }
        let problem = if band(published) == band(index) || self.discrepancy.is_some() {
            Problem::Recomputed { what, stated, derived, weight }
        } else {
            Problem::Disagrees { what, stated, derived }
        };
        cx.report_at("ikm_terbit", problem);
    }
}

fn section_place(facility: &Id<Facility>) -> Place {
    super::facility::overview_place().down(facility.as_str()).down("skm")
}

impl Record for Survey {
    const KEY: &'static str = "skm";
    const LABEL: Label = Label::new("Survei kepuasan masyarakat", "Satisfaction survey");
    const ABOUT: Label = Label::new(
        "Satu baris satu survei. Indeks dihitung ulang dari nilai unsur dengan bobot tepat sama.",
        "One row for each survey. The index is recomputed from the elements with exactly equal weights.",
    );
    const COLUMNS: &'static [Column<Self>] = &[
        Column::new("id", Label::new("Id", "Id"), CellKind::Text, |s, _| Cell::text(Some(&s.id))),
        Column::new("fasilitas", Label::new("Fasilitas", "Facility"), CellKind::Text, |s, _| Cell::text(s.facility())),
        Column::new("metode", Label::new("Metode", "Method"), CellKind::Text, |s, _| Cell::text(Some(s.method.key()))),
        Column::new("dari", Label::new("Dari", "From"), CellKind::Date, |s, _| Cell::date(Some(s.period.from))),
        Column::new("sampai", Label::new("Sampai", "To"), CellKind::Date, |s, _| Cell::date(Some(s.period.to))),
        Column::new("populasi", Label::new("Populasi", "Population"), CellKind::Whole, |s, _| {
            Cell::whole(s.population)
        }),
        Column::new("sasaran_responden", Label::new("Sasaran responden", "Sample target"), CellKind::Whole, |s, _| {
            Cell::whole(s.sample_target())
        }),
        Column::new("responden", Label::new("Responden", "Respondents"), CellKind::Whole, |s, _| {
            Cell::whole(Some(s.respondents))
        }),
        Column::new(
            "dari_jawaban",
            Label::new("Dihitung dari jawaban", "Counted from answers"),
            CellKind::Flag,
            |s, _| Cell::flag(Some(s.counted)),
        ),
        Column::new("ikm", Label::new("IKM, hitungan ulang", "Index, recomputed"), CellKind::Decimal, |s, site| {
            Cell::decimal(s.index(site))
        }),
        Column::new("mutu", Label::new("Mutu", "Quality"), CellKind::Text, |s, site| {
            Cell::text(s.band(site).map(|band| &band.code))
        }),
        Column::new("ikm_terbit", Label::new("IKM, terbitan", "Index, published"), CellKind::Decimal, |s, _| {
            Cell::decimal(s.published)
        }),
        Column::new(
            "catatan_selisih",
            Label::new("Catatan selisih", "Note on the difference"),
            CellKind::Text,
            |s, _| Cell::text(s.discrepancy.as_ref()),
        ),
        Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |s, site| {
            Cell::flag(Some(s.is_example(site)))
        }),
        Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |s, _| Cell::Page(s.place())),
    ];

    fn id(&self) -> &Id<Self> {
        &self.id
    }

    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn is_example(&self, site: &Site) -> bool {
        self.facility().is_some_and(|facility| site.is_example(&facility))
    }

    fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        if let Some(facility) = self.facility() {
            cx.refer(site, &facility);
        }
        self.compare(site, cx);
    }

    fn owed(site: &Site, facility: &Facility, cx: &mut CheckCx<'_>) {
        let newest = site.surveys.under(facility.id()).map(|survey| survey.period.to).max();
        if mechanism::serves(facility) && newest.is_some_and(|end| end.plus_years(1) < site.today) {
            let what =
                Label::new("Survei kepuasan dalam setahun terakhir", "A satisfaction survey within the last year");
            cx.gap("survey-yearly", what, RULE);
        }
    }

    fn pages<'s>(&'s self, site: &'s Site, pages: &mut Pages<'s>) {
        pages.push(page::detail(self, site));
    }

    fn overview<'s>(site: &'s Site, pages: &mut Pages<'s>) {
        for facility in site.facilities.iter().filter(|facility| site.surveys.under(facility.id()).len() > 0) {
            pages.push(page::list(facility, site));
        }
    }

    fn on_facility(site: &Site, facility: &Facility, cx: &ViewCx<'_>) -> Option<Section> {
        page::section(site, facility, cx)
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostics;
    use crate::model::date::{Instant, Zone};
    use crate::sources::Sources;
    use crate::{builtin, check, config};

    const PERIOD: &str = "metode: permenpanrb-14-2017\nperiode: {dari: 2025-01-01, sampai: 2025-06-30}\n\
                          tindak_lanjut: [{unsur: waktu, tindakan: x, tenggat: 2026-01-01}]\n";

    // The codes of what is found in a survey, and its index.
    fn survey(keys: &str, answers: &str) -> (Vec<&'static str>, Option<String>) {
        let files = [
            // A closed facility owes no standards any more: only the survey speaks.
            ("content/fasilitas/a/profil.yaml", "nama: A\njenis: lapas\nstatus: tutup\n".to_owned()),
            ("content/fasilitas/a/skm/s.yaml", format!("{PERIOD}{keys}")),
            ("content/fasilitas/a/skm/jawaban.csv", answers.to_owned()),
        ];
        let sources = builtin::add_to(&Sources::from_pairs(files));
        let mut found = Diagnostics::default();
        let now = Instant::from_epoch(1_795_320_000).unwrap().in_zone(Zone::Wita);
        let (site, _) = check::site(&sources, config::Config::default(), now, &mut found);
        found.settle();
        let index = site.surveys.iter().next().and_then(|survey| survey.index(&site)).map(|index| index.to_string());
        (found.iter().map(|d| d.problem.code()).collect(), index)
    }

    fn elements(mean: &str) -> String {
        let words =
            ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"];
        format!("unsur: {{{}}}\n", words.map(|word| format!("{word}: {mean}")).join(", "))
    }

    #[test]
    fn what_is_stated_is_held_against_what_follows() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("3.30", "responden: 132\npopulasi: 200\nikm_terbit: 82.50", &[]),
            ("3.30", "responden: 132\nikm_terbit: 82.49", &[]),
            ("3.30", "responden: 131\npopulasi: 200", &["sample-too-small"]),
            ("3.30", "responden: 201\npopulasi: 200", &["out-of-range"]),
            ("3.30", "", &["missing-key"]),
            ("4.1", "responden: 9", &["out-of-range"; 9]),
            // Weighed with 0,11: the same band, then another one.
            ("3.30", "responden: 9\nikm_terbit: 81.68", &["recomputed"]),
            ("3.08", "responden: 9\nikm_terbit: 76.23", &["disagrees"]),
            ("3.08", "responden: 9\nikm_terbit: 76.23\ncatatan_selisih: Bobot 0,11", &["recomputed"]),
            ("3.08", "responden: 9\nikm_terbit: 101", &["out-of-range"]),
        ];
        for (mean, keys, expected) in cases {
            let (codes, _) = survey(&format!("{}{keys}\n", elements(mean)), "");
            assert_eq!(codes, *expected, "{mean} {keys}");
        }
    }

    #[test]
    fn answers_are_counted_and_hold_what_is_stated_to_account() {
        let answers = "persyaratan,waktu\n4,3\n3,\n3,2\n";
        let file = "berkas_jawaban: jawaban.csv\n";
        let gaps = ["survey-element-missing"; 7];
        assert_eq!(survey(file, answers), (gaps.to_vec(), Some("72.92".to_owned())));
        let (codes, _) = survey(&format!("{file}responden: 4\nunsur: {{persyaratan: 3.33, waktu: 2.6}}"), answers);
        assert_eq!(
            codes.iter().filter(|code| **code != "survey-element-missing").copied().collect::<Vec<_>>(),
            ["sum-mismatch", "disagrees"]
        );
        assert_eq!(survey(file, "waktu\n9\n").0, ["answer-unread"]);
    }
}
