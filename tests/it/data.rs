//! The tables for machines: their description says what is in them, and every value is what it is said to be.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::door::sample_site;

/// Why a value is not of its type, if it is not.
fn misfit(kind: &str, value: &str) -> bool {
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        matches!(parts[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
    };
    let fits = match kind {
        "string" => true,
        "integer" => value.parse::<i64>().is_ok(),
        "number" => value.parse::<f64>().is_ok_and(f64::is_finite),
        "boolean" => value == "true" || value == "false",
        "date" => date(value),
        "datetime" => value.split_once('T').is_some_and(|(day, time)| date(day) && time.len() == 14),
        _ => false,
    };
    !fits
}

#[test]
fn a_value_of_another_type_is_seen() {
    for (kind, good, bad) in [
        ("integer", "50000", "Rp50.000"),
        ("number", "82.50", "82,50"),
        ("boolean", "true", "ya"),
        ("date", "2026-11-22", "22 November 2026"),
        ("datetime", "2026-11-22T08:00:00+08:00", "2026-11-22"),
        ("string", "", "x"),
        ("colour", "x", "x"),
    ] {
        assert!(kind == "colour" || !misfit(kind, good), "{good}");
        assert_eq!(misfit(kind, bad), kind != "string", "{bad}");
    }
}

#[test]
fn tables_hold_what_their_description_says() {
    let data = sample_site().join("data");
    let read = |name: &str| std::fs::read(data.join(name)).unwrap();
    let package: Value = serde_json::from_slice(&read("datapackage.json")).unwrap();
    let mut rows_in_all = 0;
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let word = |field: &Value, key: &str| field[key].as_str().unwrap().to_owned();
        let types: BTreeMap<String, String> =
            fields.iter().map(|field| (word(field, "name"), word(field, "type"))).collect();
        assert_eq!(types.len(), fields.len(), "{path}: a column twice");

        let bytes = read(path);
        let mut csv = csv::Reader::from_reader(&bytes[..]);
        let header: Vec<String> = csv.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(header, fields.iter().map(|field| word(field, "name")).collect::<Vec<_>>(), "{path}");
        let mut rows = 0;
        for record in csv.records() {
            let record = record.unwrap();
            rows += 1;
            for (name, value) in header.iter().zip(record.iter()).filter(|(_, value)| !value.is_empty()) {
                assert!(!misfit(&types[name], value), "{path} row {rows}, {name}: {value}");
            }
        }
        let json: Value = serde_json::from_slice(&read(&path.replace(".csv", ".json"))).unwrap();
        let objects = json.as_array().unwrap();
        assert_eq!(objects.len(), rows, "{path}");
        for object in objects {
            assert!(object.as_object().unwrap().keys().eq(types.keys()), "{path}: {object}");
        }
        rows_in_all += rows;
    }
    assert!(rows_in_all > 100, "the sample site has only {rows_in_all} rows");
}
