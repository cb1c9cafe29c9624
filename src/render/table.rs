//! A table of cells → CSV (RFC 4180) and JSON. Numbers and dates are written for machines, never formatted.

use serde_json::{Map, Value};

use crate::kinds::{AnyTable, Site};
use crate::model::cell::Cell;
use crate::model::place::Place;
use crate::url;

/// Writes a table as CSV: a header of keys, then a line a record; a missing value is an empty field.
pub fn csv(table: &dyn AnyTable, site: &Site) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let header = table.columns();
    out.write_record(header.iter().map(|column| column.key)).expect("memory takes every byte");
    table.each_row(site, &mut |cells| {
        let fields = cells.iter().map(|cell| guard(field(cell, site)));
        out.write_record(fields).expect("memory takes every byte, and rows are as long as the header");
    });
    out.into_inner().expect("memory takes every byte")
}

/// Writes a table as a JSON array of objects; a missing value is `null`.
pub fn json(table: &dyn AnyTable, site: &Site) -> Vec<u8> {
    let header = table.columns();
    let mut rows = Vec::with_capacity(table.count(site));
    table.each_row(site, &mut |cells| {
        let row: Map<String, Value> =
            header.iter().zip(cells).map(|(column, cell)| (column.key.to_owned(), value(cell, site))).collect();
        rows.push(Value::Object(row));
    });
    let mut out = serde_json::to_vec_pretty(&rows).expect("text keys and plain values are always JSON");
    out.push(b'\n');
    out
}

fn field(cell: &Cell, site: &Site) -> String {
    match cell {
        Cell::Missing => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Money(rupiah) => rupiah.0.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Moment(moment) => moment.rfc3339(site.config.zone),
        Cell::Flag(flag) => flag.to_string(),
        Cell::Page(place) => address(place, site),
        Cell::List(texts) => texts.join("; "),
    }
}

fn value(cell: &Cell, site: &Site) -> Value {
    match cell {
        Cell::Missing => Value::Null,
        Cell::Whole(number) => (*number).into(),
        // A JSON number may be read as a binary float; 82.50 stays exact as text.
        Cell::Decimal(number) => number.to_string().into(),
        Cell::Money(rupiah) => rupiah.0.into(),
        Cell::Flag(flag) => (*flag).into(),
        Cell::List(texts) => texts.clone().into(),
        Cell::Text(_) | Cell::Date(_) | Cell::Moment(_) | Cell::Page(_) => field(cell, site).into(),
    }
}

fn address(place: &Place, site: &Site) -> String {
    url::absolute(site.config.address.as_deref().unwrap_or("/"), place)
}

// A cell that begins like a formula is run by spreadsheets when the file is opened (OWASP, CSV injection). Phone numbers
// begin with a plus and hold nothing else, and negative numbers are numbers.
fn guard(field: String) -> String {
    let number =
        |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.'));
    let formula = match field.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => !number(&field[1..]),
        _ => false,
    };
    if formula { format!("'{field}") } else { field }
}

#[cfg(test)]
mod tests {
    use super::guard;

    #[test]
    fn formulas_are_defused_and_numbers_kept() {
        for kept in ["+62 800-0000-0001", "-5", "Rutan", "", "2026-01-01"] {
            assert_eq!(guard(kept.to_owned()), kept);
        }
        for formula in ["=1+1", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-", "\t=1"] {
            assert_eq!(guard(formula.to_owned()), format!("'{formula}"));
        }
    }
}
