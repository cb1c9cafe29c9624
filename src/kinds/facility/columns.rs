//! The published fields of a facility. What changed is there with its dates.

use super::{Affiliation, Facility};
use crate::kinds::Site;
use crate::kinds::column::Column;
use crate::lang::Label;
use crate::model::cell::{Cell, CellKind};
use crate::model::scalar::Choice;

pub(super) const COLUMNS: &[Column<Facility>] = &[
    Column::new("id", Label::new("Id", "Id"), CellKind::Text, |f, _| Cell::text(Some(&f.id))),
    Column::new("nama", Label::new("Nama", "Name"), CellKind::Text, |f, _| Cell::text(Some(&f.name))),
    Column::new("nama_singkat", Label::new("Nama singkat", "Short name"), CellKind::Text, |f, _| {
        Cell::text(f.short_name.as_ref())
    }),
    Column::new("jenis", Label::new("Jenis", "Kind"), CellKind::Text, |f, _| Cell::text(f.kind.map(Choice::key))),
    Column::new("kelas", Label::new("Kelas", "Class"), CellKind::Text, |f, _| Cell::text(f.class.as_ref())),
    Column::new("status", Label::new("Status", "Status"), CellKind::Text, |f, _| Cell::text(f.status.map(Choice::key))),
    Column::new("kementerian", Label::new("Kementerian", "Ministry"), CellKind::Text, |f, site| {
        Cell::text(f.affiliation(site.today).and_then(|a| a.ministry.as_ref()))
    }),
    Column::new("kanwil", Label::new("Kantor wilayah", "Regional office"), CellKind::Text, |f, site| {
        Cell::text(f.affiliation(site.today).and_then(|a| a.regional_office.as_ref()))
    }),
    Column::new("induk", Label::new("Induk menurut waktu", "Affiliations by time"), CellKind::List, |f, site| {
        Cell::list(f.affiliations.iter().filter_map(|affiliation| dated(affiliation, site)))
    }),
    Column::new("pimpinan_kini", Label::new("Pimpinan saat ini", "Head today"), CellKind::Text, |f, site| {
        Cell::text(f.head(site.today).map(|head| head.words(site.lang())))
    }),
    Column::new("pimpinan", Label::new("Pejabat menurut waktu", "Officials by time"), CellKind::List, |f, site| {
        Cell::list(f.heads.iter().map(|head| head.words(site.lang())))
    }),
    Column::new("alamat", Label::new("Alamat", "Address"), CellKind::Text, |f, _| Cell::text(f.address.words())),
    Column::new("alamat_sejak", Label::new("Alamat sejak", "Address since"), CellKind::Date, |f, _| {
        Cell::date(f.address.known_since(&f.former_addresses))
    }),
    Column::new("alamat_lama", Label::new("Alamat lama", "Former addresses"), CellKind::List, |f, site| {
        Cell::list(f.former_addresses.iter().filter_map(|former| former.words(site.lang())))
    }),
    Column::new("lat", Label::new("Lintang", "Latitude"), CellKind::Text, |f, _| {
        Cell::text(f.address.latitude.as_ref())
    }),
    Column::new("lon", Label::new("Bujur", "Longitude"), CellKind::Text, |f, _| {
        Cell::text(f.address.longitude.as_ref())
    }),
    Column::new("zona_waktu", Label::new("Zona waktu", "Time zone"), CellKind::Text, |f, _| {
        Cell::text(f.zone.map(Choice::key))
    }),
    Column::new("telepon", Label::new("Telepon", "Telephone"), CellKind::List, |f, _| Cell::list(&f.contact.phones)),
    Column::new("whatsapp", Label::new("WhatsApp", "WhatsApp"), CellKind::List, |f, _| Cell::list(&f.contact.whatsapp)),
    Column::new("email", Label::new("Surel", "Email"), CellKind::List, |f, _| Cell::list(&f.contact.emails)),
    Column::new("situs", Label::new("Situs", "Web site"), CellKind::Text, |f, _| Cell::text(f.contact.site.as_ref())),
    Column::new("jam_layanan", Label::new("Jam layanan", "Opening hours"), CellKind::List, |f, site| {
        Cell::list(f.hours.iter().map(|hours| hours.words(f.zone, site.lang())))
    }),
    Column::new("populasi", Label::new("Populasi", "Population"), CellKind::Text, |f, _| {
        Cell::text(f.population.map(Choice::key))
    }),
    Column::new("diperiksa", Label::new("Diperiksa", "Checked on"), CellKind::Date, |f, _| {
        Cell::date(f.checked.as_ref().map(|checked| checked.on))
    }),
    Column::new("catatan", Label::new("Catatan", "Note"), CellKind::Text, |f, _| Cell::text(f.note.as_ref())),
    Column::new("contoh", Label::new("Contoh", "Example"), CellKind::Flag, |f, _| Cell::flag(Some(f.example))),
    Column::new("halaman", Label::new("Halaman", "Page"), CellKind::Page, |f, _| Cell::Page(f.place())),
];

fn dated(affiliation: &Affiliation, site: &Site) -> Option<String> {
    let words = affiliation.words(site)?;
    Some(affiliation.held.words(site.lang()).map_or(words.clone(), |held| format!("{words} ({held})")))
}
