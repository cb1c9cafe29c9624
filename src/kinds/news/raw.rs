//! The front matter of a news item as written, and its check. English names of other programs are read too.

use schemars::{JsonSchema, Schema};
use serde::Deserialize;

use super::{Correction, News, Photo, Topic};
use crate::body::Body;
use crate::diag::Problem;
use crate::kinds::event::Event;
use crate::kinds::facility::Facility;
use crate::kinds::figure::{Figure, RawFigure};
use crate::kinds::form::{At, Form};
use crate::kinds::parts::sourcing::{RawSourcing, Sourcing};
use crate::kinds::program::Program;
use crate::kinds::service::Service;
use crate::kinds::{Harvest, Record};
use crate::model::date::{Date, Moment};
use crate::model::id::Id;
use crate::model::place::Place;
use crate::model::scalar::{Scalar, Text};
use crate::parse::front_matter::ALIASES;
use crate::parse::written::{Several, TextOr, Written};
use crate::stage::{CheckCx, has_parts};
use crate::text;
use crate::url::OutPath;

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = with_aliases)]
/// The front matter of a news item as written.
pub struct RawNews {
    #[schemars(required)]
    #[serde(rename = "judul", alias = "title")]
    title: Option<Written<Text>>,
    #[schemars(required)]
    #[serde(rename = "tanggal", alias = "date")]
    date: Option<Written<Date>>,
    #[serde(rename = "ringkasan", alias = "description", alias = "summary")]
    summary: Option<Written<Text>>,
    #[serde(default, rename = "fasilitas")]
    facilities: Vec<Written<Id<Facility>>>,
    #[serde(default, rename = "topik", alias = "tags")]
    topics: Several<Text>,
    dateline: Option<Written<Text>>,
    #[serde(default, rename = "kontributor", alias = "author", alias = "authors")]
    contributors: Several<Text>,
    #[serde(rename = "foto", alias = "image")]
    photo: Option<TextOr<RawPhoto>>,
    #[serde(default, rename = "pemantauan")]
    events: Vec<Written<Id<Event>>>,
    #[serde(default, rename = "layanan")]
    services: Vec<Written<Id<Service>>>,
    #[serde(default, rename = "program")]
    programs: Vec<Written<Id<Program>>>,
    #[serde(rename = "draf", alias = "draft")]
    draft: Option<Written<bool>>,
    #[serde(rename = "tayang", alias = "publish_at", alias = "publishDate")]
    publish_at: Option<Written<Moment>>,
    #[serde(rename = "kedaluwarsa", alias = "expires_at", alias = "expiryDate")]
    expires_at: Option<Written<Moment>>,
    slug: Option<Written<Id<News>>>,
    #[serde(default, rename = "alias", alias = "aliases")]
    old_addresses: Several<Text>,
    #[serde(rename = "sumber")]
    sourcing: Option<RawSourcing>,
    #[serde(default, rename = "angka")]
    figures: Vec<RawFigure>,
    #[serde(default, rename = "koreksi")]
    corrections: Vec<RawCorrection>,
    #[serde(rename = "contoh")]
    example: Option<Written<bool>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPhoto {
    #[schemars(required)]
    #[serde(rename = "berkas")]
    file: Option<Written<Text>>,
    alt: Option<Written<Text>>,
    #[serde(rename = "keterangan")]
    caption: Option<Written<Text>>,
    #[serde(rename = "kredit")]
    credit: Option<Written<Text>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawCorrection {
    #[schemars(required)]
    #[serde(rename = "tanggal")]
    on: Option<Written<Date>>,
    #[schemars(required)]
    #[serde(rename = "isi")]
    text: Option<Written<Text>>,
}

// serde's aliases are unknown to the schema, by which broken texts are explained.
fn with_aliases(schema: &mut Schema) {
    let Some(fields) = schema.get_mut("properties").and_then(|fields| fields.as_object_mut()) else { return };
    for (alias, means) in ALIASES {
        if let Some(field) = fields.get(means).cloned() {
            fields.insert(alias.to_owned(), field);
        }
    }
}

/// `berita/<id>.md`.
pub struct NewsForm;

/// `berita/<id>/index.md`, with its files beside it.
pub struct NewsFolderForm;

impl Form for NewsForm {
    const PATTERN: &'static str = "berita/{id}.md";
    type Raw = RawNews;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        vec![(News::KEY, at.part("id").to_owned())]
    }

    fn check(raw: RawNews, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        check(raw, at, cx, harvest);
    }
}

impl Form for NewsFolderForm {
    const PATTERN: &'static str = "berita/{id}/index.md";
    type Raw = RawNews;

    fn claims(at: &At<'_>) -> Vec<(&'static str, String)> {
        NewsForm::claims(at)
    }

    fn check(raw: RawNews, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
        check(raw, at, cx, harvest);
    }
}

fn check(raw: RawNews, at: &At<'_>, cx: &mut CheckCx<'_>, harvest: &mut Harvest) {
    let RawNews {
        title,
        date,
        summary,
        facilities,
        topics,
        dateline,
        contributors,
        photo,
        events,
        services,
        programs,
        draft,
        publish_at,
        expires_at,
        slug,
        old_addresses,
        sourcing,
        figures,
        corrections,
        example,
    } = raw;
    let Some(id) = at.id::<News>(&["id"]) else { return };
    let title = cx.need("judul", title);
    let summary = cx.get("ringkasan", summary).map(String::from);
    let facilities = cx.all("fasilitas", facilities);
    let topics = check_topics(topics, cx);
    let dateline = cx.get("dateline", dateline).map(String::from);
    let contributors = cx.all("kontributor", contributors.0).into_iter().map(String::from).collect();
    let photo = photo.and_then(|raw| cx.at("foto", |cx| check_photo(raw, cx)));
    let events = cx.all("pemantauan", events);
    let services = cx.all("layanan", services);
    let programs = cx.all("program", programs);
    let draft = cx.get("draf", draft).unwrap_or(false);
    let publish_at = cx.get("tayang", publish_at);
    let expires_at = cx.get("kedaluwarsa", expires_at);
    cx.in_order("kedaluwarsa", publish_at, expires_at);
    let slug = cx.get("slug", slug).filter(|slug| is_one_word(slug, cx));
    let old_addresses = cx.each("alias", old_addresses.0, check_old_address);
    let sourcing = Sourcing::check(sourcing, cx);
    let mut figures = Figure::check_all(figures, &id, cx);
    let corrections = cx.each("koreksi", corrections, check_correction);
    let example = cx.get("contoh", example).unwrap_or(false);
    let body = Body::check(at.body, at.body_offset, cx);
    let date = cx.need("tanggal", date);
    let (Some(title), Some(date)) = (title, date) else { return };
    harvest.figures.append(&mut figures);
    harvest.news.push(News {
        slug: slug.map_or_else(|| undated(id.as_str()).to_owned(), |slug| slug.as_str().to_owned()),
        id,
        origin: cx.origin(),
        title: title.into(),
        date,
        summary,
        facilities,
        topics,
        dateline,
        contributors,
        photo,
        events,
        services,
        programs,
        draft,
        publish_at,
        expires_at,
        old_addresses,
        sourcing,
        corrections,
        example,
        body,
    });
}

// `2024-11-12-monev` → `monev`; the date keeps files in order, the address does without.
fn undated(id: &str) -> &str {
    const DATE: usize = "2024-11-12".len();
    let rest = id.get(DATE..).and_then(|rest| rest.strip_prefix('-')).filter(|rest| !rest.is_empty());
    rest.filter(|_| Date::read(&id[..DATE]).is_ok()).unwrap_or(id)
}

fn is_one_word(slug: &Id<News>, cx: &mut CheckCx<'_>) -> bool {
    let fits = has_parts(slug, 1);
    if let Err(want) = &fits {
        cx.report_at("slug", Problem::Misread { found: slug.as_str().to_owned(), want: want.clone() });
    }
    fits.is_ok()
}

fn check_topics(raw: Several<Text>, cx: &mut CheckCx<'_>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut texts: Vec<String> = cx.all("topik", raw.0).into_iter().map(String::from).collect();
    if let [only] = &texts[..]
        && only.contains(',')
    {
        texts = only.split(',').map(str::trim).filter(|topic| !topic.is_empty()).map(str::to_owned).collect();
        let list = format!("[{}]", texts.join(", "));
        cx.at("topik", |cx| cx.report_mended(Problem::ListAsText { list: list.clone() }, list));
    }
    for text in texts {
        let slug = text::slug(&text);
        // Topics are often typed as words of an address; people read words.
        let label = if slug == text { slug.replace('-', " ") } else { text };
        if topics.iter().all(|topic| topic.slug != slug) {
            topics.push(Topic { slug, label });
        }
    }
    topics
}

fn check_photo(raw: TextOr<RawPhoto>, cx: &mut CheckCx<'_>) -> Option<Photo> {
    let photo = match raw {
        TextOr::Text(name) => {
            let name = cx.text_here(&name)?;
            let asset = cx.find_file(&name).map_err(|problem| cx.report(problem)).ok();
            Photo { asset: asset?, alt: None, caption: None, credit: None }
        }
        TextOr::Map(RawPhoto { file, alt, caption, credit }) => {
            if file.is_none() {
                cx.report(Problem::MissingKey { key: "berkas" });
            }
            let asset = cx.file("berkas", file);
            let alt = cx.get("alt", alt).map(String::from);
            let caption = cx.get("keterangan", caption).map(String::from);
            let credit = cx.get("kredit", credit).map(String::from);
            Photo { asset: asset?, alt, caption, credit }
        }
    };
    if photo.alt.is_none() {
        cx.report(Problem::ImageWithoutAlt);
    }
    Some(photo)
}

fn check_correction(cx: &mut CheckCx<'_>, raw: RawCorrection) -> Option<Correction> {
    let RawCorrection { on, text } = raw;
    let on = cx.need("tanggal", on);
    let text = cx.need("isi", text).map(String::from);
    Some(Correction { on: on?, text: text? })
}

fn check_old_address(cx: &mut CheckCx<'_>, written: Written<Text>) -> Option<(String, Place)> {
    let text = String::from(cx.here(&written)?);
    let place = old_place(&text);
    if place.is_none() {
        cx.report(Problem::NotAnAddress { found: text.clone() });
    }
    Some((text, place?))
}

// `/2024/11/monev/` is a page, `/2024/11/monev.html` a file. Queries name nothing that a folder of files can answer.
fn old_place(address: &str) -> Option<Place> {
    let path = address.trim_start_matches('/');
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
    if path.contains(['?', '#', '%']) || OutPath::new(path).is_none() {
        return None;
    }
    let (folders, last) = path.rsplit_once('/').unwrap_or(("", path));
    let folder = folders.split('/').filter(|folder| !folder.is_empty()).fold(Place::home(), |place, f| place.down(f));
    Some(if last.ends_with(".html") || last.ends_with(".htm") { folder.file(last) } else { folder.down(last) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::yaml;

    #[test]
    fn the_date_of_the_file_name_is_not_part_of_the_address() {
        let cases = [
            ("2024-11-12-monev", "monev"),
            ("2024-11-12", "2024-11-12"),
            ("2024-13-12-monev", "2024-13-12-monev"),
            ("monev", "monev"),
        ];
        for (id, slug) in cases {
            assert_eq!(undated(id), slug);
        }
    }

    #[test]
    fn old_addresses_stay_on_the_site() {
        let place = |address| old_place(address).map(|place| place.to_string());
        assert_eq!(place("/lama/judul/"), Some("/lama/judul/".to_owned()));
        assert_eq!(place("lama.html"), Some("/lama.html".to_owned()));
        assert_eq!(place("/lama/index.html"), Some("/lama/".to_owned()));
        for wrong in ["/", "/../x/", "/?p=12", "https://lain.id/x", "/a//b/", "/.x/"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn names_of_other_programs_are_read_and_explained() {
        for (alias, _) in ALIASES {
            let read = |text: &str| yaml::read::<RawNews>(text).map(|_| ()).map_err(|found| found.len());
            assert_eq!(read(&format!("{alias}: x\n")), Ok(()), "{alias}");
            assert_eq!(read(&format!("{alias}: x\nsalah: 1\n")), Err(1), "{alias}");
        }
        assert!(yaml::read::<RawNews>("authors: [A, B]\ntags: [a]\n").is_ok());
    }
}
