//! The page of a service: the answer, four facts, six questions, then what stands behind them.

use serde::Serialize;

use super::fee::Fee;
use super::history::{Freshness, REVIEW_LAW};
use super::publication::{self, Publication};
use super::schedule::ScheduleView;
use super::sop::SopView;
use super::{Service, Status, clauses, poster};
use crate::kinds::channel::card::{self, Card};
use crate::kinds::channel::{self, Named};
use crate::kinds::component::{self, Component, Group};
use crate::kinds::mechanism;
use crate::kinds::parts::day::Day;
use crate::kinds::parts::edition::EditionView;
use crate::kinds::regulation::Regulation;
use crate::kinds::regulation::cited::Citation;
use crate::kinds::{Record, Site};
use crate::lang::{Lang, whole};
use crate::model::asset::Asset;
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{Page, ViewCx};
use crate::view::{Checked, Fact, Link, ShortFact, Tag, Tone};

#[derive(Serialize)]
struct ServicePage {
    facility: Link,
    tags: Vec<Tag>,
    answer: String,
    facts: Vec<Marked>,
    checked: Checked,
    // What posters of the standard and of the SOP are worth.
    edition: Option<EditionView>,
    sop_edition: Option<EditionView>,
    law: String,
    requirements: Vec<RequirementView>,
    // Stated to be none, which is not the same as not stated.
    has_no_requirements: bool,
    procedure: Vec<StepView>,
    schedule: Option<ScheduleView>,
    duration: Option<DurationView>,
    fee: Option<FeeView>,
    products: Vec<String>,
    handling: HandlingView,
    report: Link,
    count: String,
    rest: Vec<Row>,
    sop: Option<SopView>,
    versions: Vec<VersionView>,
    decision: Vec<Fact>,
    posted: Vec<PostedView>,
    // The law that asks for posting, where nobody has recorded a place.
    posting_law: Option<String>,
    actions: Vec<Link>,
}

// A fact with the drawing beside its label.
#[derive(Serialize)]
struct Marked {
    icon: &'static str,
    fact: ShortFact,
}

// Beside the four short facts, in their order.
const ICONS: [&str; 4] = ["money", "clock", "paper", "people"];

#[derive(Serialize)]
struct RequirementView {
    applies_to: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct StepView {
    actor: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct DurationView {
    total: String,
    starts: Option<String>,
    stages: Vec<StageView>,
}

#[derive(Serialize)]
struct StageView {
    place: Option<String>,
    time: String,
    starts: Option<String>,
}

#[derive(Serialize)]
struct FeeView {
    is_free: bool,
    words: String,
    basis: Option<String>,
    // The law that asks for a basis, where there is none.
    basis_law: Option<String>,
}

#[derive(Serialize)]
struct HandlingView {
    is_stated: bool,
    law: String,
    limit: Option<String>,
    channels: Vec<Card>,
}

// One of the eight components behind the service.
#[derive(Serialize)]
struct Row {
    anchor: &'static str,
    label: &'static str,
    values: Vec<Value>,
}

#[derive(Serialize)]
struct Value {
    link: Link,
    // What follows the link: the articles.
    more: Option<String>,
    tag: Option<Tag>,
}

#[derive(Serialize)]
struct PostedView {
    link: Link,
    // What the picture behind the link shows.
    shows: Option<String>,
}

#[derive(Serialize)]
struct VersionView {
    title: String,
    day: Day,
    change: Option<String>,
    decree: Option<String>,
}

pub(super) fn detail<'s>(service: &'s Service, site: &'s Site) -> Page<'s> {
    let facility = service.facility_id();
    let list = super::list_place(&facility);
    let mut page = Page::new(service.place(), "service.html", &service.name, move |cx| view(service, site, cx))
        .summary(summary(service, site))
        .updated(service.last_review(site.today))
        .example(service.is_example(site))
        .assets(service.decree.iter().filter_map(|decree| decree.file.clone()))
        .assets(photos(service))
        .from(service.origin().file);
    page.trail = site.facility_trail(&facility);
    page.under(site.lang().pick("Layanan", "Services"), list)
}

fn summary(service: &Service, site: &Site) -> String {
    let facility = service.facility_id();
    let called = site.facilities.get(&facility).map_or(facility.as_str(), |facility| facility.called());
    format!("{}, {called}. {}", service.name, answer(service, site.lang()))
}

fn view(service: &Service, site: &Site, cx: &ViewCx<'_>) -> ServicePage {
    let facility = service.facility_id();
    let owner = site.facilities.get(&facility);
    let standard = &service.standard;
    let report = cx.link(cx.say("Laporkan pungutan", "Report a levy"), &mechanism::place(&facility));
    ServicePage {
        facility: owner.map_or_else(|| Link::plain(facility.as_str()), |facility| facility.link_in(cx)),
        tags: tags(service, site, cx.lang),
        answer: answer(service, cx.lang),
        facts: ICONS.into_iter().zip(short_facts(service, cx)).map(|(icon, fact)| Marked { icon, fact }).collect(),
        checked: checked(service, site, cx.lang),
        edition: poster::standard_answer(service, site, cx.lang),
        sop_edition: poster::sop_answer(service, site, cx.lang),
        law: component::LAW.words(cx.lang),
        requirements: requirements(standard.requirements.as_deref().unwrap_or_default()),
        has_no_requirements: standard.requirements.as_ref().is_some_and(Vec::is_empty),
        procedure: procedure(standard.procedure.as_deref().unwrap_or_default()),
        schedule: service
            .schedule
            .as_ref()
            .map(|schedule| schedule.view(owner.and_then(|facility| facility.zone), site.today, cx)),
        duration: duration(service, cx.lang),
        fee: standard.fee.as_ref().map(|fee| fee_view(fee, cx.lang)),
        products: standard.products.clone().unwrap_or_default(),
        handling: handling(service, site, cx.lang),
        count: count(service, cx.lang),
        rest: Component::of(Group::Manufacturing).map(|component| row(component, service, site, cx)).collect(),
        sop: service.sop.as_ref().map(|sop| sop.view(cx)),
        versions: versions(service, cx.lang),
        decision: decision(service, site, cx),
        posted: service.publications.iter().map(|publication| posted(publication, service, cx)).collect(),
        posting_law: service.lacks_publication(site).then(|| publication::LAW.words(cx.lang)),
        actions: actions(service, &report, cx),
        report,
    }
}

/// Says in one line what people ask first: when, how much, how long. What is not set is said to be not set.
pub(super) fn answer(service: &Service, lang: Lang) -> String {
    match service.status {
        Status::Suspended => {
            return lang.pick("Layanan ini sedang ditangguhkan.", "This service is suspended.").to_owned();
        }
        Status::Withdrawn => return lang.pick("Layanan ini sudah dicabut.", "This service was withdrawn.").to_owned(),
        Status::Draft | Status::InForce => {}
    }
    let mut answer = days(service, lang).map(|days| format!("{days}. ")).unwrap_or_default();
    let (fee, promise) = (service.standard.fee.as_ref(), service.standard.duration.as_ref());
    let time = promise.map(|promise| promise.words(lang));
    answer.push_str(&match (fee.map(|fee| fee.words(lang)), time, lang) {
        (Some(fee), Some(time), Lang::Id) => format!("{fee}, selesai dalam {time}."),
        (Some(fee), Some(time), Lang::En) => format!("{fee}, done within {time}."),
        (Some(fee), None, Lang::Id) => format!("{fee}. Waktunya belum ditetapkan."),
        (Some(fee), None, Lang::En) => format!("{fee}. The time is not set."),
        (None, Some(time), Lang::Id) => {
            format!("Selesai dalam {time}. Biayanya belum ditetapkan; tanyakan sebelum datang.")
        }
        (None, Some(time), Lang::En) => format!("Done within {time}. The fee is not set; ask before you come."),
        (None, None, Lang::Id) => "Biaya dan waktunya belum ditetapkan; tanyakan sebelum datang.".to_owned(),
        (None, None, Lang::En) => "Neither fee nor time is set; ask before you come.".to_owned(),
    });
    answer
}

// `Selasa dan Kamis`
fn days(service: &Service, lang: Lang) -> Option<String> {
    let mut days: Vec<&str> = Vec::new();
    for (day, ..) in service.schedule.as_ref()?.week() {
        let day = day.label().of(lang);
        if !days.contains(&day) {
            days.push(day);
        }
    }
    let last = days.pop()?;
    if days.is_empty() {
        return Some(last.to_owned());
    }
    let comma = if days.len() > 1 { "," } else { "" };
    Some(format!("{}{comma} {} {last}", days.join(", "), lang.pick("dan", "and")))
}

/// Tags what a reader must know before anything else: whether the standard holds, whether it is old.
pub(super) fn tags(service: &Service, site: &Site, lang: Lang) -> Vec<Tag> {
    let coming = service.in_force_since.filter(|date| *date > site.today);
    let status = match (service.status, coming) {
        (Status::InForce, Some(date)) => {
            Tag::new(format!("{} {}", lang.pick("Mulai berlaku", "In force from"), date.words(lang)), Tone::Soon)
        }
        (Status::InForce, None) => Tag::new(service.status.label().of(lang), Tone::Ok),
        (Status::Draft, _) => Tag::new(service.status.label().of(lang), Tone::Neutral),
        (Status::Suspended | Status::Withdrawn, _) => Tag::new(service.status.label().of(lang), Tone::Late),
    };
    let age = match service.freshness(site.today) {
        Freshness::Fresh => None,
        Freshness::Due => Some(Tag::new(lang.pick("Perlu ditinjau", "Review due"), Tone::Soon)),
        Freshness::Overdue => Some(Tag::new(lang.pick("Lewat batas tinjau", "Review overdue"), Tone::Late)),
    };
    [Some(status), age].into_iter().flatten().collect()
}

/// Says what everybody asks: how much, how long, what comes of it, for whom.
pub(super) fn short_facts(service: &Service, cx: &ViewCx<'_>) -> Vec<ShortFact> {
    let standard = &service.standard;
    let duration = standard.duration.as_ref();
    let since = duration.and_then(|promise| {
        let starts = promise.starts().map(|starts| format!("{} {starts}", cx.say("sejak", "from")));
        let stages = whole(promise.stages.len(), cx.lang);
        starts.or_else(|| (promise.stages.len() > 1).then(|| format!("{stages} {}", cx.say("tahap", "stages"))))
    });
    let products = standard.products.as_deref().unwrap_or_default();
    let others = products.len().saturating_sub(1);
    let more = (others > 0).then(|| match cx.lang {
        Lang::Id => format!("dan {others} hasil lain"),
        Lang::En => format!("and {others} more"),
    });
    vec![
        ShortFact {
            label: cx.say("Biaya", "Fee"),
            value: standard.fee.as_ref().map(|fee| fee.words(cx.lang)),
            note: None,
        },
        ShortFact {
            label: cx.say("Waktu", "Time"),
            value: duration.map(|promise| promise.words(cx.lang)),
            note: since,
        },
        ShortFact { label: cx.say("Hasil", "Result"), value: products.first().cloned(), note: more },
        ShortFact { label: cx.say("Siapa", "For whom"), value: service.users_words(cx.lang), note: None },
    ]
}

fn checked(service: &Service, site: &Site, lang: Lang) -> Checked {
    let Some(on) = service.last_review(site.today) else {
        let text = lang.pick("Standar ini belum pernah ditinjau.", "This standard was never reviewed.").to_owned();
        return Checked { text, tone: Tone::Late };
    };
    let mut text = format!("{} {}.", lang.pick("Standar ditinjau", "Standard reviewed on"), on.words(lang));
    let tone = match service.freshness(site.today) {
        Freshness::Fresh => Tone::Ok,
        Freshness::Due => {
            text.push_str(lang.pick(
                " Lebih dari setahun lalu; tanyakan dulu sebelum datang.",
                " More than a year ago; ask before you come.",
            ));
            Tone::Late
        }
        Freshness::Overdue => {
            let law = REVIEW_LAW.words(lang);
            text.push_str(&match lang {
                Lang::Id => {
                    format!(" Lebih dari tiga tahun lalu; {law} meminta peninjauan paling lama setiap tiga tahun.")
                }
                Lang::En => format!(" More than three years ago; {law} asks for a review at least every three years."),
            });
            Tone::Late
        }
    };
    Checked { text, tone }
}

fn requirements(requirements: &[clauses::Requirement]) -> Vec<RequirementView> {
    let view = |requirement: &clauses::Requirement| RequirementView {
        applies_to: requirement.applies_to.clone(),
        text: requirement.text.clone(),
    };
    requirements.iter().map(view).collect()
}

fn procedure(steps: &[clauses::Step]) -> Vec<StepView> {
    steps.iter().map(|step| StepView { actor: step.actor.clone(), text: step.text.clone() }).collect()
}

fn duration(service: &Service, lang: Lang) -> Option<DurationView> {
    let promise = service.standard.duration.as_ref()?;
    let from = |starts: &str| format!("{} {starts}", lang.pick("sejak", "from"));
    let stage = |stage: &super::promise::Stage| StageView {
        place: stage.place.clone(),
        time: stage.time.words(lang),
        starts: stage.starts.as_deref().map(from),
    };
    let stages = if promise.stages.len() > 1 { promise.stages.iter().map(stage).collect() } else { Vec::new() };
    Some(DurationView { total: promise.words(lang), starts: promise.starts().map(from), stages })
}

fn fee_view(fee: &Fee, lang: Lang) -> FeeView {
    FeeView {
        is_free: fee.is_free(),
        words: fee.words(lang),
        basis: fee.basis.clone(),
        basis_law: fee.lacks_basis().then(|| Fee::basis_law(lang)),
    }
}

fn handling(service: &Service, site: &Site, lang: Lang) -> HandlingView {
    let law = clauses::Handling::law(lang);
    let Some(handling) = &service.standard.complaint_handling else {
        return HandlingView { is_stated: false, law, limit: None, channels: Vec::new() };
    };
    let facility = service.facility_id();
    let card = |named: Named<'_>| match named {
        Named::Own(channel) => card::own(channel, site),
        Named::National(channel) => card::national(channel, site),
    };
    let named = handling.channels.iter().filter_map(|id| channel::named(id.as_str(), &facility, site));
    HandlingView {
        is_stated: true,
        law,
        limit: handling.limit.map(|limit| limit.words(lang)),
        channels: named.map(card).collect(),
    }
}

/// Counts what is stated: `12 dari 14 komponen`.
pub(super) fn count(service: &Service, lang: Lang) -> String {
    let (there, all) = (service.standard.full_count(), Component::ALL.len());
    match lang {
        Lang::Id => format!("{there} dari {all} komponen"),
        Lang::En => format!("{there} of {all} components"),
    }
}

fn row(component: Component, service: &Service, site: &Site, cx: &ViewCx<'_>) -> Row {
    let standard = &service.standard;
    let texts = |texts: Option<&[String]>| texts.unwrap_or_default().iter().map(plain).collect();
    let values: Vec<Value> = match component {
        Component::LegalBasis => citations(standard.legal_basis.as_deref().unwrap_or_default(), site, cx),
        Component::Amenities => {
            let amenities = standard.amenities.as_deref().unwrap_or_default();
            amenities.iter().map(|amenity| plain(amenity.words(cx.lang))).collect()
        }
        Component::StaffCompetence => texts(standard.staff_competence.as_deref()),
        Component::InternalSupervision => texts(standard.internal_supervision.as_deref()),
        Component::StaffCount => {
            let people = |count: u32| format!("{} {}", whole(count, cx.lang), cx.say("orang", "people"));
            standard.staff_count.map(|count| plain(people(count))).into_iter().collect()
        }
        Component::ServiceGuarantee => standard.service_guarantee.iter().map(plain).collect(),
        Component::SafetyGuarantee => standard.safety_guarantee.iter().map(plain).collect(),
        Component::Evaluation => standard.evaluation.iter().map(|e| plain(e.words(cx.lang))).collect(),
        // The six of delivery are the questions above.
        Component::Requirements
        | Component::Procedure
        | Component::Duration
        | Component::Fee
        | Component::Products
        | Component::ComplaintHandling => Vec::new(),
    };
    Row { anchor: component.key(), label: component.label().of(cx.lang), values }
}

fn plain(text: impl AsRef<str>) -> Value {
    Value { link: Link::plain(text.as_ref()), more: None, tag: None }
}

// One entry a law, its articles behind it, in the order in which the laws come first.
fn citations(citations: &[Citation], site: &Site, cx: &ViewCx<'_>) -> Vec<Value> {
    let mut laws: Vec<(&Regulation, Vec<&str>)> = Vec::new();
    for citation in citations {
        let Some(regulation) = citation.regulation(site) else { continue };
        let article = citation.article.as_deref();
        match laws.iter_mut().find(|(law, _)| law.id() == regulation.id()) {
            Some((_, articles)) => articles.extend(article),
            None => laws.push((regulation, article.into_iter().collect())),
        }
    }
    let value = |(law, articles): (&Regulation, Vec<&str>)| Value {
        link: cx.link(law.words(cx.lang), &law.place()),
        more: (!articles.is_empty()).then(|| format!("{} {}", cx.say("Pasal", "article"), articles.join(", "))),
        tag: law.warning(site.today, cx.lang),
    };
    laws.into_iter().map(value).collect()
}

// Newest first; each says what it changed against the one before.
fn versions(service: &Service, lang: Lang) -> Vec<VersionView> {
    let before = service.versions.iter().skip(1).map(Some).chain([None]);
    let view = |(version, before): (&super::Version, Option<&super::Version>)| VersionView {
        title: format!("{} {}", lang.pick("Versi", "Version"), version.number),
        day: Day::new(version.date, lang),
        change: change(version, before, lang),
        decree: version.decree.clone(),
    };
    service.versions.iter().zip(before).map(view).collect()
}

fn change(version: &super::Version, before: Option<&super::Version>, lang: Lang) -> Option<String> {
    let Some(before) = before else { return version.note.clone() };
    let number = before.number;
    Some(match (&version.note, lang) {
        (Some(note), Lang::Id) => format!("Yang berubah dari versi {number}: {note}"),
        (Some(note), Lang::En) => format!("Changed from version {number}: {note}"),
        (None, Lang::Id) => format!("Apa yang berubah dari versi {number} tidak dicatat."),
        (None, Lang::En) => format!("What changed from version {number} is not recorded."),
    })
}

fn decision(service: &Service, site: &Site, cx: &ViewCx<'_>) -> Vec<Fact> {
    let decree = service.decree.as_ref();
    let number = decree.and_then(|decree| {
        let words = decree.words(cx.lang)?;
        Some(match &decree.file {
            Some(file) => cx.link(words, &service.place().file(&file.name)),
            None => Link::plain(words),
        })
    });
    let date = |date: Option<crate::model::date::Date>| date.map(|date| date.words(cx.lang));
    vec![
        Fact::of(cx.say("Surat keputusan", "Decree"), number),
        Fact::new(cx.say("Penandatangan", "Signed by"), decree.and_then(|decree| decree.signed_by.clone())),
        Fact::new(cx.say("Berlaku sejak", "In force since"), date(service.in_force_since)),
        Fact::new(cx.say("Terakhir ditinjau", "Last reviewed"), date(service.reviewed)),
        Fact::new(cx.say("Ditinjau lagi paling lambat", "Next review by"), date(service.next_review(site.today))),
    ]
}

fn posted(publication: &Publication, service: &Service, cx: &ViewCx<'_>) -> PostedView {
    let shows = publication.photo.as_ref().map(|(_, shows)| format!("{}: {shows}", cx.say("Foto", "Photo")));
    PostedView { link: publication.link(&service.place(), cx), shows }
}

// One picture may show what several entries tell.
fn photos(service: &Service) -> Vec<Asset> {
    let mut photos: Vec<Asset> = Vec::new();
    let decree = service.decree.as_ref().and_then(|decree| decree.file.as_ref());
    for (asset, _) in service.publications.iter().filter_map(|publication| publication.photo.as_ref()) {
        if decree != Some(asset) && !photos.contains(asset) {
            photos.push(asset.clone());
        }
    }
    photos
}

fn actions(service: &Service, report: &Link, cx: &ViewCx<'_>) -> Vec<Link> {
    let problem = cx.say("Ada masalah? Laporkan", "Something wrong? Report it");
    vec![
        Link { text: problem.to_owned(), href: report.href.clone() },
        cx.link(cx.say("Poster untuk dicetak", "Poster to print"), &poster::standard_place(service)),
        cx.link(cx.say("Poster SOP", "Poster of the SOP"), &poster::sop_place(service)),
        cx.link(cx.say("Kelengkapan standar", "Completeness of standards"), &super::completeness_place()),
        cx.link(cx.say("Data semua layanan", "Data of all services"), &Place::top("data").anchor(Service::KEY)),
    ]
}
