//! Which way each edge of a chart takes: which side it leaves, which gutter it runs in, and on which track there. It knows rows
//! and lanes, and no measure.

use super::{Chart, Next};

/// The ways of all edges.
#[derive(Debug)]
pub(super) struct Routes {
    /// One for each edge, in the order of the rows they leave.
    pub(super) ways: Vec<Way>,
    /// How many tracks each gutter has; gutter `n` is left of lane `n`.
    pub(super) tracks: Vec<usize>,
}

/// The way of one edge.
#[derive(Debug)]
pub(super) struct Way {
    /// The row it leaves.
    pub(super) from: usize,
    /// The row it comes to.
    pub(super) to: usize,
    /// Which answer it follows.
    pub(super) answer: Option<bool>,
    /// Where it leaves.
    pub(super) side: Side,
    /// The gutter and the track it runs in; none to the next row.
    pub(super) lane: Option<(usize, usize)>,
}

/// Where an edge leaves its symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    Left,
    Right,
}

// What runs in one gutter to one goal, from a height to a height.
#[derive(Debug)]
struct Run {
    gutter: usize,
    to: usize,
    top: usize,
    bottom: usize,
    track: usize,
}

// Heights in the order in which they come down a sheet.
fn bus(row: usize) -> usize {
    row * 4
}
fn middle(row: usize) -> usize {
    row * 4 + 1
}
fn exit(row: usize) -> usize {
    row * 4 + 3
}

impl Routes {
    /// Finds a way for every edge.
    pub(super) fn of(chart: &Chart) -> Self {
        let (mut ways, mut runs) = (Vec::new(), Vec::new());
        for (from, step) in chart.steps.iter().enumerate() {
            match step.next {
                Next::Nothing => {}
                Next::Step(to) => ways.push(below(chart, &mut runs, from, to, None)),
                Next::Answer { yes, no } => {
                    let is_yes_below = yes == from + 1 || no != from + 1;
                    let (down, side) = if is_yes_below { (yes, no) } else { (no, yes) };
                    ways.push(below(chart, &mut runs, from, down, Some(is_yes_below)));
                    ways.push(beside(chart, &mut runs, from, side, !is_yes_below));
                }
            }
        }
        let tracks = assign(&mut runs, chart.lanes.len() + 1);
        for way in &mut ways {
            if let Some((gutter, track)) = &mut way.lane
                && let Some(run) = runs.iter().find(|run| (run.gutter, run.to) == (*gutter, way.to))
            {
                *track = run.track;
            }
        }
        Self { ways, tracks }
    }
}

fn below(chart: &Chart, runs: &mut Vec<Run>, from: usize, to: usize, answer: Option<bool>) -> Way {
    let way = Way { from, to, answer, side: Side::Below, lane: None };
    if to == from + 1 {
        return way;
    }
    let gutters: Vec<usize> = (0..=chart.lanes.len()).collect();
    let gutter = choose(chart, runs, (from, to), exit(from), &gutters);
    Way { lane: Some((gutter, 0)), ..way }
}

fn beside(chart: &Chart, runs: &mut Vec<Run>, from: usize, to: usize, answer: bool) -> Way {
    let lane = chart.steps[from].lane;
    let gutter = choose(chart, runs, (from, to), middle(from), &[lane, lane + 1]);
    let side = if gutter == lane { Side::Left } else { Side::Right };
    Way { from, to, answer: Some(answer), side, lane: Some((gutter, 0)) }
}

// The gutter with the shortest way and the least company. Ways back prefer the left of two equals, ways on the right.
fn choose(chart: &Chart, runs: &mut Vec<Run>, (from, to): (usize, usize), leaves: usize, gutters: &[usize]) -> usize {
    let (top, bottom) = (leaves.min(bus(to)), leaves.max(bus(to)));
    let centre = |row: usize| chart.steps[row].lane * 2 + 1;
    let cost = |gutter: usize| {
        let detour = centre(from).abs_diff(gutter * 2) + centre(to).abs_diff(gutter * 2);
        let company =
            runs.iter().filter(|run| run.gutter == gutter && run.to != to && run.top <= bottom && top <= run.bottom);
        let is_against = (to <= from) != (gutter * 2 < centre(from));
        (detour * 2 + company.count() * 2, is_against, gutter)
    };
    let gutter = gutters.iter().copied().min_by_key(|gutter| cost(*gutter)).unwrap_or(0);
    match runs.iter_mut().find(|run| (run.gutter, run.to) == (gutter, to)) {
        Some(run) => (run.top, run.bottom) = (run.top.min(top), run.bottom.max(bottom)),
        None => runs.push(Run { gutter, to, top, bottom, track: 0 }),
    }
    gutter
}

// Runs on one track stay apart by more than one height.
fn assign(runs: &mut [Run], gutters: usize) -> Vec<usize> {
    let mut tracks: Vec<Vec<usize>> = vec![Vec::new(); gutters];
    runs.sort_by_key(|run| (run.gutter, run.top, run.bottom, run.to));
    for run in runs {
        let ends = &mut tracks[run.gutter];
        run.track = ends.iter().position(|end| end + 1 < run.top).unwrap_or(ends.len());
        if run.track == ends.len() {
            ends.push(run.bottom);
        } else {
            ends[run.track] = run.bottom;
        }
    }
    tracks.iter().map(Vec::len).collect()
}
