//! How large the letters of a sheet may be, so that it stays one page: the largest of a few sizes whose lines, counted with some
//! room to spare, have room. `css/04-components/poster.css` sets the same sizes. All lengths are hundredths of a millimetre
//! on A4; A3 is the same sheet, enlarged.

use super::{Item, Poster};
use crate::draw::lettering;
use crate::view::ShortFact;

/// How a sheet is set.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// The size of the title, from 1.
    pub(super) title: usize,
    /// The size of each fact.
    pub(super) facts: Vec<usize>,
    /// The size of the steps.
    pub(super) flow: usize,
    /// Whether the steps stand in two columns.
    pub(super) two_columns: bool,
    /// How many of them have room.
    pub(super) shown: usize,
}

// The sheet inside its margins; the last four millimetres are kept for what was counted too small.
const WIDTH: u32 = 18_600;
const HEIGHT: u32 = 27_900 - 400;

const TITLES: [u32; 5] = [1_700, 1_500, 1_300, 1_100, 950];
const FACTS: [u32; 4] = [750, 640, 540, 460];
const FLOWS: [u32; 8] = [800, 700, 620, 550, 490, 430, 380, 350];

// A title gives way to the steps down to this one, while they are smaller than these.
const LEAST_TITLE: usize = 3;
const GOOD_FLOWS: [usize; 3] = [4, 5, 6];

// Two columns of a few steps look like two lists.
const COLUMNS_FROM: usize = 6;
const GUTTER: u32 = 800;

/// Sets a sheet.
pub(super) fn fit(poster: &Poster, address: Option<&str>) -> Fit {
    let facts: Vec<usize> = poster.facts.chunks(2).flat_map(|row| vec![fact_size(row); row.len()]).collect();
    let taken = head(poster) + facts_height(&poster.facts, &facts) + foot(poster, address);
    let set = |title: usize| {
        let size = TITLES[title - 1];
        let taken = taken + bold(&poster.title, size, WIDTH) * size * 107 / 100;
        let (flow, two_columns, shown) = set_flow(&poster.flow.items, HEIGHT.saturating_sub(taken));
        Fit { title, facts: facts.clone(), flow, two_columns, shown }
    };
    let in_two_lines = |title: &usize| bold(&poster.title, TITLES[title - 1], WIDTH) <= 2;
    let titles = || (1..=TITLES.len()).filter(in_two_lines);
    let good = |most: usize| {
        let whole = |fit: &Fit| fit.flow <= most && fit.shown == poster.flow.items.len();
        titles().filter(|title| *title <= LEAST_TITLE).map(set).find(whole)
    };
    let small = || set(titles().find(|title| *title >= LEAST_TITLE).unwrap_or(TITLES.len()));
    GOOD_FLOWS.into_iter().find_map(good).unwrap_or_else(small)
}

// The size of the steps, whether they stand in two columns, and how many have room.
fn set_flow(items: &[Item], room: u32) -> (usize, bool, usize) {
    let columns = if items.len() >= COLUMNS_FROM { &[false, true][..] } else { &[false] };
    let mut ways = (1..=FLOWS.len()).flat_map(|flow| columns.iter().map(move |two_columns| (flow, *two_columns)));
    if let Some((flow, two_columns)) = ways.find(|way| flow_height(items, *way) <= room) {
        return (flow, two_columns, items.len());
    }
    let (flow, two_columns) = (FLOWS.len(), columns.len() > 1);
    // Below those that are shown stands where the others are.
    let has_room = |shown: &usize| flow_height(&items[..*shown], (flow, two_columns)) + 1_400 <= room;
    (flow, two_columns, (0..items.len()).rev().find(has_room).unwrap_or_default())
}

// The lines of words; a little room is kept, as fonts differ.
fn lines(words: &str, size: u32, width: u32) -> u32 {
    u32::try_from(lettering::lines(words, width * 970 / size).len()).unwrap_or(u32::MAX / 1_000_000)
}

// Bold letters are wider.
fn bold(words: &str, size: u32, width: u32) -> u32 {
    lines(words, size, width * 88 / 100)
}

// Everything above the facts but the title.
fn head(poster: &Poster) -> u32 {
    let (band, stamp, what) = (1_100, 1_400, 600);
    band + stamp + what + bold(&poster.facility, 540, WIDTH) * 650 + 700
}

const FACT_WIDTH: u32 = WIDTH / 2 - 500;

fn fact_size(row: &[ShortFact]) -> usize {
    let fits = |size: u32| {
        let most = if size > 600 { 2 } else { 3 };
        row.iter().flat_map(|fact| &fact.value).all(|value| bold(value, size, FACT_WIDTH) <= most)
    };
    FACTS.iter().position(|size| fits(*size)).map_or(FACTS.len(), |at| at + 1)
}

fn facts_height(facts: &[ShortFact], sizes: &[usize]) -> u32 {
    let height = |(fact, size): (&ShortFact, &usize)| {
        let size = FACTS[size - 1];
        let value = fact.value.as_ref().map_or(1, |value| bold(value, size, FACT_WIDTH)) * size * 118 / 100;
        let note = fact.note.as_ref().map_or(0, |note| lines(note, 360, FACT_WIDTH)) * 450;
        430 + 500 + value + note
    };
    let heights: Vec<u32> = facts.iter().zip(sizes).map(height).collect();
    heights.chunks(2).map(|row| row.iter().max().copied().unwrap_or_default()).sum::<u32>() + 80
}

fn flow_height(items: &[Item], (flow, two_columns): (usize, bool)) -> u32 {
    let size = FLOWS[flow - 1];
    let column = if two_columns { (WIDTH - GUTTER) / 2 } else { WIDTH };
    let height = |item: &Item| {
        let number = if item.number.is_some() { size * 2 } else { 0 };
        let actor = item.actor.as_ref().map(|actor| format!("{actor}: ")).unwrap_or_default();
        let words = format!("{actor}{}", item.text);
        lines(&words, size, column - number) * size * 126 / 100 + size / 2
    };
    let heights: Vec<u32> = items.iter().map(height).collect();
    let (sum, tallest) = (heights.iter().sum::<u32>(), heights.iter().max().copied().unwrap_or_default());
    1_200 + if two_columns { (sum + tallest) / 2 } else { sum }
}

// Whom to tell, beside the QR code; below both, the validity and the address.
fn foot(poster: &Poster, address: Option<&str>) -> u32 {
    const CODE: u32 = 5_600;
    let width = if address.is_some() { WIDTH - 5_400 - 900 } else { WIDTH - 900 };
    let way = |way: &super::Told| bold(&format!("{} {}", way.name, way.value), 500, width) * 640 + 60;
    let report = poster.report.as_ref().map_or(0, |report| {
        900 + bold(report.word, 760, width) * 900 + report.ways.iter().map(way).sum::<u32>().max(700)
    });
    let address = address.map_or(0, |address| CODE.max(report) + lines(address, 360, WIDTH) * 470);
    400 + address.max(report) + 1_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::parts::poster::Flow;
    use crate::model::edition::Edition;

    fn poster(title: &str, steps: usize, words: &str) -> Poster {
        let item = |number: usize| Item {
            number: Some(number.to_string()),
            actor: Some("Petugas Pendaftaran".to_owned()),
            text: words.to_owned(),
        };
        let fact = |label, value: &str| ShortFact { label, value: Some(value.to_owned()), note: None };
        Poster {
            what: "SOP",
            facility: "Lapas Contoh".to_owned(),
            title: title.to_owned(),
            facts: vec![fact("Biaya", "Gratis"), fact("Waktu", "60 menit"), fact("Hasil", &"kata ".repeat(12))],
            flow: Flow { title: "Langkah", items: (1..=steps).map(item).collect(), law: String::new() },
            report: None,
            since: String::new(),
            edition: Edition::of([]),
        }
    }

    #[test]
    fn little_is_large_and_much_is_small_and_whole() {
        let step = "Memeriksa kelengkapan berkas dan kesesuaian data pemohon";
        let set = |steps| {
            let Fit { title, flow, two_columns, shown, .. } = fit(&poster("Kunjungan", steps, step), None);
            (title, flow, two_columns, shown)
        };
        assert_eq!(set(0), (1, 1, false, 0));
        assert_eq!(set(1), (1, 1, false, 1));
        let (_, seven, ..) = set(7);
        let (_, thirty, two_columns, shown) = set(30);
        assert!(seven < thirty && two_columns, "{seven} {thirty}");
        assert_eq!(shown, 30);
    }

    #[test]
    fn what_has_no_room_at_the_smallest_size_is_left_to_the_page() {
        let Fit { flow, shown, .. } =
            fit(&poster("Kunjungan", 90, &"kata ".repeat(50)), Some("https://contoh.example/"));
        assert_eq!(flow, FLOWS.len());
        assert!((4..30).contains(&shown), "{shown}");
    }

    #[test]
    fn a_long_name_and_a_long_fact_are_smaller() {
        assert_eq!(fit(&poster("Kunjungan", 1, "x"), None).facts, [1, 1, 3]);
        assert_eq!(fit(&poster(&"Pelayanan kunjungan ".repeat(7), 1, "x"), None).title, TITLES.len());
    }
}
