//! The description of all tables for machines: a Data Package 2.0 (datapackage.org) with a Table Schema for each CSV, made
//! from the same columns.

use serde::Serialize;

use crate::kinds::{AnyTable, Site};
use crate::lang::Lang;
use crate::model::cell::CellKind;
use crate::places;

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    name: String,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Resource {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    path: String,
    title: &'static str,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    schema: Schema,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
    // In CSV a missing value is an empty field.
    #[serde(rename = "missingValues")]
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: &'static str,
    title: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
}

/// Describes every table of the site.
pub fn json(site: &Site) -> Vec<u8> {
    let lang = site.lang();
    let package = Package {
        profile: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: crate::text::slug(&site.config.title),
        title: &site.config.title,
        homepage: site.config.address.as_deref(),
        resources: site.tables().into_iter().map(|table| resource(table, lang)).collect(),
    };
    let mut out = serde_json::to_vec_pretty(&package).expect("texts are always JSON");
    out.push(b'\n');
    out
}

fn resource(table: &dyn AnyTable, lang: Lang) -> Resource {
    let place = places::csv(table.key());
    Resource {
        name: table.key(),
        kind: "table",
        path: place.file_name().unwrap_or_default().to_owned(),
        title: table.label().of(lang),
        description: table.about().of(lang),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: Schema {
            fields: table.columns().iter().map(|column| field(column, lang)).collect(),
            missing_values: [""],
        },
    }
}

fn field(column: &crate::kinds::column::ColumnInfo, lang: Lang) -> Field {
    let (kind, format) = match column.kind {
        CellKind::Text | CellKind::List => ("string", None),
        CellKind::Page => ("string", Some("uri")),
        CellKind::Whole | CellKind::Money => ("integer", None),
        CellKind::Decimal => ("number", None),
        CellKind::Date => ("date", None),
        CellKind::Moment => ("datetime", None),
        CellKind::Flag => ("boolean", None),
    };
    Field { name: column.key, title: column.label.of(lang), kind, format }
}
