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
const HEIGHT: u32 = 28_100 - 400;

const TITLES: [u32; 6] = [1_700, 1_500, 1_300, 1_100, 950, 800];
const FACTS: [u32; 4] = [750, 640, 540, 460];
// The largest size of a fact beside many steps.
const FULL_FACT: usize = 3;
const FLOWS: [u32; 10] = [800, 700, 620, 550, 490, 430, 380, 350, 320, 300];

// A title steps down to the one size, so that the steps are no smaller than the other.
const GOOD: [(usize, usize); 7] = [(3, 4), (3, 5), (4, 6), (5, 7), (5, 8), (6, 9), (6, 10)];

// Two columns of a few steps look like two lists.
const COLUMNS_FROM: usize = 6;
const GUTTER: u32 = 800;

/// Sets a sheet.
pub(super) fn fit(poster: &Poster, example: bool, address: Option<&str>) -> Fit {
    let most = if poster.is_full() { FULL_FACT } else { 1 };
    let facts = poster.facts.chunks(2).flat_map(|row| vec![fact_size(row).max(most); row.len()]);
    let facts: Vec<usize> = facts.collect();
    let taken = head(poster, example) + facts_height(&poster.facts, &facts) + foot(poster, address);
    let flows = Flows::of(&poster.flow.items);
    let lines_of = |title: usize| bold(&poster.title, TITLES[title - 1], WIDTH);
    let set = |title: usize| {
        let taken = taken + lines_of(title) * TITLES[title - 1] * 107 / 100;
        let (flow, two_columns, shown) = flows.set(HEIGHT.saturating_sub(taken));
        Fit { title, facts: facts.clone(), flow, two_columns, shown }
    };
    let good = |(least, smallest): (usize, usize)| {
        let whole = |fit: &Fit| fit.flow <= smallest && fit.shown == poster.flow.items.len();
        (1..=least).filter(|title| lines_of(*title) <= 2).map(set).find(whole)
    };
    GOOD.into_iter().find_map(good).unwrap_or_else(|| set(TITLES.len()))
}

// Every way to set the steps, the largest first: size, columns, and how high each step is.
struct Flows(Vec<(usize, bool, Vec<u32>)>);

impl Flows {
    fn of(items: &[Item]) -> Self {
        let columns = if items.len() >= COLUMNS_FROM { &[false, true][..] } else { &[false] };
        let ways = (1..=FLOWS.len()).flat_map(|flow| columns.iter().map(move |two_columns| (flow, *two_columns)));
        let heights =
            |flow, two_columns| items.iter().map(|item| item_height(item, FLOWS[flow - 1], two_columns)).collect();
        Self(ways.map(|(flow, two_columns)| (flow, two_columns, heights(flow, two_columns))).collect())
    }

    // The size of the steps, whether they stand in two columns, and how many have room.
    fn set(&self, room: u32) -> (usize, bool, usize) {
        let whole = self.0.iter().find(|(_, two_columns, heights)| flow_height(heights, *two_columns) <= room);
        if let Some((flow, two_columns, heights)) = whole {
            return (*flow, *two_columns, heights.len());
        }
        let (flow, two_columns, heights) = self.0.last().expect("there is a size");
        // Below those that are shown stands where the others are.
        let has_room = |shown: &usize| flow_height(&heights[..*shown], *two_columns) + 1_500 <= room;
        (*flow, *two_columns, (0..heights.len()).rev().find(has_room).unwrap_or_default())
    }
}

// The lines of words. `lettering` counts letters as wide as the widest of common fonts has them.
fn lines(words: &str, size: u32, width: u32) -> u32 {
    u32::try_from(lettering::lines(words, width * 1_000 / size).len()).unwrap_or(u32::MAX / 1_000_000)
}

// Bold letters are wider.
fn bold(words: &str, size: u32, width: u32) -> u32 {
    lines(words, size, width * 84 / 100)
}

// Everything above the facts but the title.
fn head(poster: &Poster, example: bool) -> u32 {
    let (band, stamp, what) = (1_100, if example { 1_400 } else { 0 }, 600);
    band + stamp + what + bold(&poster.facility, 540, WIDTH) * 650 + 700
}

const FACT_WIDTH: u32 = WIDTH / 2 - 500;

fn fact_size(row: &[ShortFact]) -> usize {
    let fits = |size: u32| row.iter().flat_map(|fact| &fact.value).all(|value| bold(value, size, FACT_WIDTH) <= 2);
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
    heights.chunks(2).map(|row| row.iter().max().copied().unwrap_or_default()).sum::<u32>()
}

fn item_height(item: &Item, size: u32, two_columns: bool) -> u32 {
    let column = if two_columns { (WIDTH - GUTTER) / 2 } else { WIDTH };
    let number = if item.number.is_some() { size * 2 } else { 0 };
    let actor = item.actor.as_ref().map(|actor| format!("{actor}: ")).unwrap_or_default();
    let words = format!("{actor}{}", item.text);
    // As much narrower as the bold letters of the actor make the line wider.
    let share = u32::try_from(16 * actor.len() / words.len().max(1)).unwrap_or_default();
    lines(&words, size, (column - number) * (98 - share) / 100) * size * 121 / 100 + size * 35 / 100
}

// Two columns are as high as the higher one, where they are parted best.
fn flow_height(heights: &[u32], two_columns: bool) -> u32 {
    let sum = heights.iter().sum::<u32>();
    let higher = |left: &mut u32, height: &u32| {
        *left += height;
        Some((*left).max(sum - *left))
    };
    let parted = heights.iter().scan(0, higher).min().unwrap_or_default();
    1_200 + if two_columns { parted } else { sum }
}

// Whom to tell, beside the QR code; below both, the validity and the address.
fn foot(poster: &Poster, address: Option<&str>) -> u32 {
    const CODE: u32 = 5_100;
    let width = if address.is_some() { WIDTH - 4_300 - 900 } else { WIDTH - 900 };
    let way = |way: &super::Told| {
        bold(&format!("{} {}", way.name.as_deref().unwrap_or_default(), way.value), 490, width) * 615
    };
    let report = poster.report.as_ref().map_or(0, |report| {
        700 + report.word.map_or(0, |_| 1_100)
            + bold(report.ask, 620, width) * 750
            + report.ways.iter().map(way).sum::<u32>().max(700)
            + 100
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
        let step = "Memeriksa kelengkapan berkas dan kesesuaian data";
        let set = |steps| {
            let Fit { title, flow, two_columns, shown, .. } = fit(&poster("Besuk", steps, step), false, None);
            (title, flow, two_columns, shown)
        };
        assert_eq!(set(0), (1, 1, false, 0));
        assert_eq!(set(1), (1, 1, false, 1));
        let (_, seven, ..) = set(7);
        let (_, thirty, _, shown) = set(30);
        assert!(seven < thirty, "{seven} {thirty}");
        assert_eq!(shown, 30);
    }

    #[test]
    fn what_has_no_room_at_the_smallest_size_is_left_to_the_page() {
        let Fit { flow, shown, .. } =
            fit(&poster("Kunjungan", 90, &"kata ".repeat(50)), false, Some("https://contoh.example/"));
        assert_eq!(flow, FLOWS.len());
        assert!((4..30).contains(&shown), "{shown}");
    }

    #[test]
    fn a_long_name_and_a_long_fact_are_smaller() {
        assert_eq!(fit(&poster("Kunjungan", 1, "x"), false, None).facts, [1, 1, 4]);
        assert_eq!(fit(&poster(&"Pelayanan kunjungan ".repeat(7), 1, "x"), false, None).title, TITLES.len());
    }
}
