//! The list of all facilities, by province: what a visitor knows of a place is where it is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::page::{kicker, standing};
use super::{Facility, FacilityStatus};
use crate::kinds::Site;
use crate::page::{MenuPart, Page, ViewCx};
use crate::text;
use crate::view::{Link, Section, SectionEntry, Shape, Tag, Tone};

#[derive(Serialize)]
struct FacilitiesPage {
    // Whether there are enough of them to look one up by typing.
    many: bool,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    anchor: String,
    title: String,
    facilities: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    link: Link,
    line: String,
    name: String,
    tags: Vec<Tag>,
}

// A shorter list is seen as a whole.
const LOOKED_UP: usize = 9;

pub(super) fn overview(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Fasilitas", "Facilities");
    Page::new(super::overview_place(), "facilities.html", title, move |cx| FacilitiesPage {
        many: site.facilities.iter().count() >= LOOKED_UP,
        groups: provinces(site, cx).into_iter().map(|province| group(province, cx)).collect(),
    })
    .menu(MenuPart::Main, 10, None)
    .summary(site.lang().pick(
        "Semua unit layanan dan kantor wilayah di situs ini, menurut provinsi.",
        "All facilities and regional offices of this site, by province.",
    ))
}

struct Province<'s> {
    anchor: String,
    name: String,
    facilities: Vec<&'s Facility>,
}

// By name; those of which no province is known come after, examples last. Who still serves stands before who does not.
fn provinces<'s>(site: &'s Site, cx: &ViewCx<'_>) -> Vec<Province<'s>> {
    let mut by_name: BTreeMap<(bool, bool, &str), Vec<&Facility>> = BTreeMap::new();
    for facility in site.facilities.iter() {
        let name = facility.address.province.as_deref().unwrap_or_default();
        by_name.entry((facility.example, name.is_empty(), name)).or_default().push(facility);
    }
    let province = |((_, unknown, name), mut facilities): ((bool, bool, &str), Vec<&'s Facility>)| {
        facilities.sort_by_key(|facility| (!serves(facility), facility.kind, facility.called()));
        let name = if unknown { cx.say("Provinsi belum dicatat", "Province not recorded") } else { name };
        Province { anchor: text::slug(name), name: name.to_owned(), facilities }
    };
    by_name.into_iter().map(province).collect()
}

fn serves(facility: &Facility) -> bool {
    !matches!(facility.status, Some(FacilityStatus::Transferred | FacilityStatus::Closed))
}

fn group(Province { anchor, name, facilities }: Province<'_>, cx: &ViewCx<'_>) -> Group {
    let row = |facility: &Facility| Row {
        link: facility.link_in(cx),
        line: kicker(facility, cx.lang),
        name: facility.name.clone(),
        tags: tags(facility, cx),
    };
    Group { anchor, title: name, facilities: facilities.into_iter().map(row).collect() }
}

fn tags(facility: &Facility, cx: &ViewCx<'_>) -> Vec<Tag> {
    let example = facility.example.then(|| Tag::new(cx.say("contoh", "example"), Tone::Example));
    standing(facility, cx.lang).into_iter().chain(example).collect()
}

// More than these are found faster by province.
const ON_FRONT_PAGE: usize = 24;

/// What facilities have to say on the front page: each of them, or each province where there are too many.
pub(super) fn section(site: &Site, cx: &ViewCx<'_>) -> Option<Section> {
    let provinces = provinces(site, cx);
    let all: usize = provinces.iter().map(|province| province.facilities.len()).sum();
    let entries = if all <= ON_FRONT_PAGE {
        let facility = |facility: &Facility| SectionEntry {
            link: facility.link_in(cx),
            meta: kicker(facility, cx.lang),
            tags: tags(facility, cx),
            text: None,
        };
        provinces.iter().flat_map(|province| &province.facilities).map(|one| facility(one)).collect()
    } else {
        let province = |Province { anchor, name, facilities }: &Province<'_>| SectionEntry {
            link: cx.link(name, &super::overview_place().anchor(anchor)),
            meta: format!("{} {}", crate::lang::whole(facilities.len(), cx.lang), cx.say("unit", "facilities")),
            tags: Vec::new(),
            text: None,
        };
        provinces.iter().map(province).collect()
    };
    (all > 0).then(|| Section {
        rank: 2,
        shape: Shape::Directory,
        anchor: "fasilitas",
        title: cx.say("Cari fasilitas", "Find a facility").to_owned(),
        lead: None,
        entries,
        more: Some(cx.link(
            format!("{} ({})", cx.say("Semua fasilitas", "All facilities"), crate::lang::whole(all, cx.lang)),
            &super::overview_place(),
        )),
    })
}
