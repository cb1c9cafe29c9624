//! Pages that belong to no kind: home, the data downloads, the rules of checking, the error page.

mod rulebook;

use serde::Serialize;

use crate::kinds::{AnyTable, Site};
use crate::lang::Label;
use crate::model::place::Place;
use crate::page::{MenuPart, Page, ViewCx};
use crate::places;
use crate::view::{Link, Section};

/// Returns every page that belongs to no kind.
pub fn all(site: &Site) -> Vec<Page<'_>> {
    vec![home(site), data(site), rulebook::page(site), lost(site)]
}

#[derive(Serialize)]
struct HomePage {
    sections: Vec<Section>,
}

fn home(site: &Site) -> Page<'_> {
    Page::new(Place::home(), "home.html", &site.config.title, |cx| HomePage {
        sections: Section::sorted(site.tables().iter().filter_map(|table| table.on_front_page(site, cx))),
    })
    .summary(site.lang().pick(
        "Layanan, biaya, waktu tunggu, hasil pengawasan, dan tindak lanjutnya. Yang belum ada disebut belum ada.",
        "Services, fees, waiting times, what overseers found and what became of it. What is missing is said to be missing.",
    ))
}

#[derive(Serialize)]
struct DataPage {
    package: Link,
    datasets: Vec<Dataset>,
}

#[derive(Serialize)]
struct Dataset {
    key: &'static str,
    title: String,
    about: String,
    rows: String,
    csv: Link,
    json: Link,
    columns: Vec<DataColumn>,
}

#[derive(Serialize)]
struct DataColumn {
    key: &'static str,
    label: String,
    kind: &'static str,
}

fn data(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Data terbuka", "Open data");
    Page::new(places::data(), "data.html", title, |cx| DataPage {
        package: cx.link("datapackage.json", &places::package()),
        datasets: site.tables().into_iter().map(|table| dataset(table, site, cx)).collect(),
    })
    .menu(MenuPart::Foot, 60, None)
    .summary(site.lang().pick(
        "Semua data situs ini untuk diunduh, dengan arti setiap kolomnya.",
        "All data of this site for download, with the meaning of each column.",
    ))
}

fn dataset(table: &dyn AnyTable, site: &Site, cx: &ViewCx<'_>) -> Dataset {
    let column = |column: crate::kinds::column::ColumnInfo| DataColumn {
        key: column.key,
        label: column.label.of(cx.lang).to_owned(),
        kind: kind_words(column.kind).of(cx.lang),
    };
    Dataset {
        key: table.key(),
        title: table.label().of(cx.lang).to_owned(),
        about: table.about().of(cx.lang).to_owned(),
        rows: format!("{} {}", crate::lang::whole(table.count(site), cx.lang), cx.say("baris", "rows")),
        csv: cx.link("CSV", &places::csv(table.key())),
        json: cx.link("JSON", &places::json(table.key())),
        columns: table.columns().into_iter().map(column).collect(),
    }
}

fn kind_words(kind: crate::model::cell::CellKind) -> Label {
    use crate::model::cell::CellKind;
    match kind {
        CellKind::Text => Label::new("teks", "text"),
        CellKind::Whole => Label::new("bilangan bulat", "whole number"),
        CellKind::Decimal => Label::new("desimal", "decimal"),
        CellKind::Money => Label::new("rupiah", "rupiah"),
        CellKind::Date => Label::new("tanggal", "date"),
        CellKind::Moment => Label::new("tanggal dan jam", "date and time"),
        CellKind::Flag => Label::new("ya/tidak", "yes/no"),
        CellKind::Page => Label::new("alamat halaman", "page address"),
        CellKind::List => Label::new("daftar", "list"),
    }
}

#[derive(Serialize)]
struct LostPage {
    ways: Vec<Link>,
}

fn lost(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Halaman tidak ditemukan", "Page not found");
    Page::new(Place::home().file("404.html"), "404.html", title, |cx| LostPage {
        ways: vec![cx.link(cx.say("Beranda", "Home"), &Place::home())],
    })
    .unlisted()
    .once()
}
