//! Judges layouts: what a reader could take for something else, and what nobody could read. It knows nothing of how layouts
//! are made.

use super::layout::{Edge, HALF, Label, Layout, Row};
use super::{Chart, Next, Shape, Step, Words, draw, split};

type Point = (i32, i32);

const WORDS: Words = Words {
    name: "Bagan",
    description: "Isinya",
    activity: "Kegiatan",
    yes: "Ya",
    no: "Tidak",
    part: "Bagian",
    of: "dari",
    to: "Lanjut ke langkah",
    from: "Dari langkah",
};

// A rectangle: left, top, right, bottom.
#[derive(Debug, Clone, Copy)]
struct Area(i32, i32, i32, i32);

impl Area {
    fn of_row(row: &Row) -> Self {
        Self(row.at.0 - HALF.0, row.at.1 - HALF.1, row.at.0 + HALF.0, row.at.1 + HALF.1)
    }

    fn of_label(label: &Label) -> Self {
        Self(label.left, label.top, label.left + label.width, label.top + label.height)
    }

    fn of_line(line: &[Point]) -> Self {
        let (a, b) = (line[0], line[1]);
        Self(a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1))
    }

    // Whether they share a point, edges counted.
    fn touches(self, other: Self) -> bool {
        self.0 <= other.2 && other.0 <= self.2 && self.1 <= other.3 && other.1 <= self.3
    }

    fn is_inside(self, width: i32, height: i32) -> bool {
        self.0 >= 0 && self.1 >= 0 && self.2 <= width && self.3 <= height
    }
}

fn lines(edge: &Edge) -> impl Iterator<Item = Area> {
    edge.points.windows(2).map(Area::of_line)
}

// Whether a label meets the symbol itself; a diamond leaves its corners free.
fn meets(row: &Row, label: Area) -> bool {
    let area = Area::of_row(row);
    if row.shape != Shape::Decision {
        return area.touches(label);
    }
    let apart = |low: i32, high: i32, at: i32| (low - at).max(at - high).max(0);
    apart(label.0, label.2, row.at.0) * HALF.1 + apart(label.1, label.3, row.at.1) * HALF.0 <= HALF.0 * HALF.1
}

// A point where an edge may leave a symbol.
fn leaves(row: &Row, point: Point) -> bool {
    let (x, y) = row.at;
    [(x, y + HALF.1), (x - HALF.0, y), (x + HALF.0, y)].contains(&point)
}

fn faults(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    let boxes: Vec<Area> = layout.rows.iter().map(Area::of_row).collect();
    let labels: Vec<(usize, Area)> = layout
        .edges
        .iter()
        .enumerate()
        .filter_map(|(at, edge)| edge.label.as_ref().map(|label| (at, Area::of_label(label))))
        .collect();
    for (at, area) in boxes.iter().enumerate() {
        if boxes[at + 1..].iter().any(|other| other.touches(*area)) {
            faults.push(format!("symbol {at} meets another"));
        }
        if !layout.lanes.iter().any(|lane| lane.left < area.0 && area.2 < lane.right) {
            faults.push(format!("symbol {at} is in no lane"));
        }
    }
    let all = boxes.iter().copied().chain(labels.iter().map(|(_, area)| *area));
    if all.chain(layout.edges.iter().flat_map(lines)).any(|area| !area.is_inside(layout.width, layout.height)) {
        faults.push("outside".to_owned());
    }
    for (number, edge) in layout.edges.iter().enumerate() {
        judge_edge(layout, &boxes, number, edge, &mut faults);
    }
    for (at, (_, label)) in labels.iter().enumerate() {
        if labels[at + 1..].iter().any(|(_, other)| other.touches(*label)) {
            faults.push(format!("label {at} meets another"));
        }
        if layout.edges.iter().flat_map(lines).any(|line| line.touches(*label)) {
            faults.push(format!("label {at} meets a line"));
        }
        if layout.rows.iter().any(|row| meets(row, *label)) {
            faults.push(format!("label {at} meets a symbol"));
        }
        if label.0 <= layout.column || layout.lanes.iter().any(|lane| lane.left >= label.0 && lane.left <= label.2) {
            faults.push(format!("label {at} leaves its lane"));
        }
    }
    faults
}

fn judge_edge(layout: &Layout, boxes: &[Area], number: usize, edge: &Edge, faults: &mut Vec<String>) {
    let (from, to) = (&layout.rows[edge.from], &layout.rows[edge.to]);
    let (first, last) = (edge.points[0], *edge.points.last().unwrap());
    if !leaves(from, first) || last != (to.at.0, to.at.1 - HALF.1) {
        faults.push(format!("edge {number} does not join its ends"));
    }
    let pieces = edge.points.len() - 1;
    for (piece, line) in lines(edge).enumerate() {
        if line.0 != line.2 && line.1 != line.3 {
            faults.push(format!("edge {number} is slanted"));
        }
        if line.0 <= layout.column {
            faults.push(format!("edge {number} runs among words"));
        }
        for (row, area) in boxes.iter().enumerate() {
            // The first line touches the symbol it leaves in one point, the last the one it comes to.
            let may = (piece == 0 && row == edge.from) || (piece + 1 == pieces && row == edge.to);
            let inner = if may { Area(area.0 + 1, area.1 + 1, area.2 - 1, area.3 - 1) } else { *area };
            if inner.touches(line) {
                faults.push(format!("edge {number} meets symbol {row}"));
            }
        }
        for (at, other) in layout.edges.iter().enumerate().skip(number + 1).filter(|(_, other)| other.to != edge.to) {
            if lines(other).any(|other| is_shared(line, other)) || corners(other, line) || corners_of(edge, other) {
                faults.push(format!("edges {number} and {at} look joined"));
            }
        }
    }
}

// Whether two lines of one direction lie on each other, or so near that nobody could tell.
fn is_shared(a: Area, b: Area) -> bool {
    let is_upright = |line: Area| line.0 == line.2;
    let near = if is_upright(a) { Area(a.0 - 5, a.1, a.2 + 5, a.3) } else { Area(a.0, a.1 - 5, a.2, a.3 + 5) };
    is_upright(a) == is_upright(b) && near.touches(b)
}

// Whether an edge turns or ends on a line of another.
fn corners(edge: &Edge, line: Area) -> bool {
    edge.points.iter().any(|(x, y)| Area(*x, *y, *x, *y).touches(line))
}

fn corners_of(edge: &Edge, other: &Edge) -> bool {
    lines(other).any(|line| corners(edge, line))
}

// The next number of a simple generator with a fixed seed, below `limit`.
fn roll(seed: &mut u64, limit: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).unwrap() % limit
}

fn random(seed: &mut u64, steps: usize, lanes: usize) -> Chart {
    let names = ["Pengunjung", "Petugas Pendaftaran", "Kepala Kesatuan Pengamanan Lapas", "P2U", "Dokter"];
    let text = "Memeriksa kelengkapan berkas dan kesesuaian data pemohon dalam Sistem Database Pemasyarakatan ";
    let step = |at: usize, seed: &mut u64| {
        let next = match roll(seed, 10) {
            _ if at + 1 == steps => Next::Nothing,
            0..=3 => Next::Step(at + 1),
            4 => Next::Step(roll(seed, steps)),
            5..=7 => Next::Answer { yes: at + 1, no: roll(seed, steps) },
            8 => Next::Answer { yes: roll(seed, steps), no: roll(seed, steps) },
            _ => Next::Answer { yes: roll(seed, steps), no: at + 1 },
        };
        let shape = match next {
            Next::Answer { .. } => Shape::Decision,
            Next::Nothing => Shape::Terminator,
            Next::Step(_) => Shape::Process,
        };
        let text = text[..10 + roll(seed, 84)].to_owned();
        Step { mark: (at + 1).to_string(), text, lane: roll(seed, lanes), shape, next }
    };
    Chart {
        lanes: (0..lanes).map(|_| names[roll(seed, names.len())].to_owned()).collect(),
        steps: (0..steps).map(|at| step(at, seed)).collect(),
    }
}

#[test]
fn no_chart_misleads_however_its_steps_lead() {
    let mut seed = 4;
    let mut edges = 0;
    for round in 0..240 {
        let (steps, lanes) = (1 + round % 30, 1 + roll(&mut seed, 8));
        let chart = random(&mut seed, steps, lanes);
        let whole = Layout::of(&chart, &WORDS);
        assert_eq!(whole.edges.len(), chart.steps.iter().map(|step| step.next.goals().count()).sum::<usize>());
        for layout in split::sheets(&chart, &WORDS).iter().chain([&whole]) {
            assert_eq!(faults(layout), [""; 0], "round {round}: {chart:#?}");
            edges += layout.edges.len();
        }
    }
    assert!(edges > 5_000, "{edges}");
}

// Three steps, the second a question that leads back.
fn small() -> Layout {
    let step = |at: usize, lane, shape, next| Step {
        mark: (at + 1).to_string(),
        text: "Memeriksa".to_owned(),
        lane,
        shape,
        next,
    };
    let steps = vec![
        step(0, 0, Shape::Terminator, Next::Step(1)),
        step(1, 1, Shape::Decision, Next::Answer { yes: 2, no: 0 }),
        step(2, 1, Shape::Terminator, Next::Nothing),
    ];
    Layout::of(&Chart { lanes: vec!["Pengunjung".to_owned(), "Petugas".to_owned()], steps }, &WORDS)
}

#[test]
fn the_judge_rejects_what_misleads() {
    let after = |harm: fn(&mut Layout)| {
        let mut layout = small();
        harm(&mut layout);
        faults(&layout).join("; ")
    };
    assert_eq!(after(|_| ()), "");
    type Spoil = fn(&mut Layout);
    let cases: [(Spoil, &str); 9] = [
        (|layout| layout.rows[1].at = layout.rows[2].at, "symbol 1 meets another"),
        (|layout| layout.rows[2].at.0 = layout.lanes[1].left, "symbol 2 is in no lane"),
        (|layout| layout.width = layout.lanes[1].left, "outside"),
        (|layout| layout.edges[0].points.truncate(2), "edge 0 does not join its ends"),
        (|layout| layout.edges[1].points = vec![layout.rows[1].at, layout.rows[2].at], "meets symbol 1"),
        (|layout| layout.edges[0].points.insert(1, (0, 0)), "is slanted"),
        (|layout| layout.edges[1].points = layout.edges[0].points.clone(), "look joined"),
        (|layout| layout.edges[1].label.as_mut().unwrap().left -= 20, "label 0 meets a line"),
        (|layout| layout.edges[2].label.as_mut().unwrap().top += 20, "label 1 meets a symbol"),
    ];
    for (harm, word) in cases {
        let found = after(harm);
        assert!(found.contains(word), "{word}: {found}");
    }
}

#[test]
fn a_long_chart_is_cut_where_connectors_carry_the_flow() {
    let mut seed = 9;
    let mut chart = random(&mut seed, 30, 8);
    for (at, step) in chart.steps.iter_mut().enumerate() {
        step.next = if at < 29 { Next::Step(at + 1) } else { Next::Step(0) };
    }
    let parts = split::parts(&chart, 2, &WORDS);
    let connectors = |part: &Chart| -> Vec<(String, String, Next)> {
        let steps = part.steps.iter().filter(|step| step.shape == Shape::Connector);
        steps.map(|step| (step.mark.clone(), step.text.clone(), step.next)).collect()
    };
    let of = |mark: &str, text: &str, next| (mark.to_owned(), text.to_owned(), next);
    assert_eq!(
        connectors(&parts[0]),
        [
            of("A", "Dari langkah 30 (bagian 2)", Next::Step(1)),
            of("B", "Lanjut ke langkah 16 (bagian 2)", Next::Nothing)
        ]
    );
    assert_eq!(
        connectors(&parts[1]),
        [
            of("B", "Dari langkah 15 (bagian 1)", Next::Step(1)),
            of("A", "Lanjut ke langkah 1 (bagian 1)", Next::Nothing)
        ]
    );
    assert!(split::sheets(&chart, &WORDS).len() > 1);
}

#[test]
fn what_cannot_be_drawn_is_not_drawn() {
    let none = |chart: &Chart| draw(chart, &WORDS, "x").is_empty();
    let step = |lane, next| Step { mark: "1".into(), text: "K".into(), lane, shape: Shape::Process, next };
    let lanes = vec!["A".to_owned()];
    assert!(none(&Chart { lanes: Vec::new(), steps: vec![step(0, Next::Nothing)] }));
    assert!(none(&Chart { lanes: lanes.clone(), steps: Vec::new() }));
    assert!(none(&Chart { lanes: lanes.clone(), steps: vec![step(1, Next::Nothing)] }));
    assert!(none(&Chart { lanes: lanes.clone(), steps: vec![step(0, Next::Step(1))] }));
    assert_eq!(draw(&Chart { lanes, steps: vec![step(0, Next::Nothing)] }, &WORDS, "x").len(), 1);
}
