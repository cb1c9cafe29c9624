//! The built-in holidays and the working days counted with them, judged by a package that we did not write; and what people
//! read of them.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};

use bening::model::calendar::Calendar;
use bening::model::date::Date;
use bening::model::scalar::Scalar;
use serde_json::{Value, json};

use crate::door::{Site, check, options, sample};
use crate::referees::{installed, skipped, tools};

type Years = BTreeMap<i32, BTreeSet<Date>>;

/// Deadlines that are compared.
const DEADLINES: u64 = 300;

#[test]
fn holidays_and_deadlines_are_those_of_the_referee() {
    let years = built_in();
    assert!((2023..=2026).all(|year| years[&year].len() > 15), "{years:?}");
    let Some(faults) = referee(&years) else { return };
    assert_eq!(faults, [""; 0]);
}

#[test]
fn the_referee_rejects_a_calendar_with_one_day_moved() {
    let mut years = built_in();
    // Far enough for many of the deadlines to see it.
    let moved = years.get_mut(&2024).unwrap();
    assert!(moved.remove(&date("2024-05-01")) && moved.insert(date("2024-05-20")));
    let Some(faults) = referee(&years) else { return };
    let days = ["2024-05-20: only in our calendar", "2024-05-01: only in theirs, Hari Buruh Internasional"];
    assert_eq!(faults[..2], days);
    assert!(faults.len() > 2 && faults[2].contains("working days after"), "{faults:?}");
}

#[test]
fn a_year_that_runs_without_a_calendar_is_told_and_one_to_come_is_not() {
    let site = |now: &str| {
        Site::new()
            .at(options(now))
            .file("content/fasilitas/rutan/profil.yaml", "nama: Rutan\njenis: rutan\n")
            .file(
                "content/fasilitas/rutan/pengaduan.yaml",
                "batas_waktu: [{jenis: semua, jumlah: 14, satuan: hari_kerja}]",
            )
            .build()
    };
    let page = |now: &str| site(now).text("fasilitas/rutan/pengaduan/index.html").to_owned();
    assert!(!site("2026-12-22").has("calendar-unknown"));
    assert!(page("2026-11-25").contains("Dikirim 25 November 2026: dijawab paling lambat Selasa, 15 Desember 2026."));
    assert!(page("2026-12-22").contains("Kalender libur 2027 belum diketahui, jadi tanggalnya belum dapat dihitung."));
    assert!(site("2031-01-05").has("calendar-unknown"));
}

#[test]
fn a_year_of_the_site_takes_the_place_of_the_built_in_one() {
    let own =
        "tahun: [{tahun: 2026, sumber: Surat edaran, hari: [{tanggal: 2026-12-28, nama: Libur uji, jenis: nasional}]}]";
    let built = Site::new().file("content/rujukan/libur.yaml", own).build();
    let of_2026: Vec<&str> = built.text("data/libur.csv").lines().filter(|line| line.contains("2026-")).collect();
    assert_eq!(of_2026, ["2026-12-28,Libur uji,nasional,Surat edaran,"]);
    let page = built.text("libur/index.html");
    assert!(page.contains("Libur uji") && page.contains("Surat edaran") && page.contains("tahun-2025"));
    check(
        Site::new().file("content/rujukan/libur.yaml", own.replace("}]}]", "}]}, {tahun: 2026, sumber: Lain}]")),
        &["content/rujukan/libur.yaml:1:111 error duplicate-id"],
    );
}

/// The days of every built-in year, as they are published.
fn built_in() -> Years {
    let mut years = Years::new();
    for line in sample().text("data/libur.csv").lines().skip(1) {
        let day = date(line.split(',').next().unwrap());
        years.entry(day.year()).or_default().insert(day);
    }
    years
}

fn date(text: &str) -> Date {
    Date::read(text).unwrap()
}

/// What the referee finds wrong; nothing at all where it is not there.
fn referee(years: &Years) -> Option<Vec<String>> {
    let python = installed("holidays", "venv/bin/python")?;
    let words = |days: &BTreeSet<Date>| days.iter().map(ToString::to_string).collect::<Vec<_>>();
    let days: BTreeMap<String, Vec<String>> =
        years.iter().map(|(year, days)| (year.to_string(), words(days))).collect();
    let asked = json!({ "years": days, "deadlines": deadlines(years) });
    let mut script = Command::new(python);
    script.arg(tools().join("holidays_id.py")).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = script.spawn().unwrap();
    serde_json::to_writer(child.stdin.take().unwrap(), &asked).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("No module named 'holidays'") {
        return skipped("holidays", "it is not installed beside the other referees; run tests/run");
    }
    let faults: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    Some(faults.as_array().unwrap().iter().map(|fault| fault.as_str().unwrap().to_owned()).collect())
}

/// Deadlines all over the years, short ones and long ones, that do not reach beyond what is known.
fn deadlines(years: &Years) -> Vec<(String, u32, String)> {
    let calendar = Calendar::new(years.clone());
    let first = Date::of(*years.keys().next().unwrap(), 1, 1).unwrap();
    let mut found = Vec::new();
    for round in 0.. {
        let start = first.plus_days(round * 37 % 1_461).unwrap();
        let count = u32::try_from(1 + round * 7 % 61).unwrap();
        if let Ok(day) = calendar.working_days_after(start, count) {
            found.push((start.to_string(), count, day.to_string()));
        }
        if found.len() as u64 == DEADLINES {
            break;
        }
    }
    found
}
