//! Where everything of a chart stands, in whole units: columns, symbols, edges, labels. Nothing is drawn here.

use super::route::{Routes, Side, Way};
use super::{Chart, Shape, Words};
use crate::draw::lettering;

/// The size of letters.
pub(super) const FONT: i32 = 14;
/// From one line of text to the next.
pub(super) const LINE: i32 = 18;
/// Half the width and height of a symbol.
pub(super) const HALF: (i32, i32) = (28, 19);
// From the left of the column of activities to its words, past the number.
const INDENT: i32 = 40;
// From a symbol to the first track beside it, and from a label to it.
const PAD: i32 = 20;
const CLEAR: i32 = 4;
// From one track to the next.
const TRACK: i32 = 10;
const LABEL_HEIGHT: i32 = 15;
const MARGIN: i32 = 1;

/// A chart with places.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The height of the heads.
    pub(super) head: i32,
    /// The right end of the column of activities.
    pub(super) column: i32,
    pub(super) lanes: Vec<Lane>,
    pub(super) rows: Vec<Row>,
    pub(super) edges: Vec<Edge>,
}

/// A column of an actor.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) centre: i32,
    pub(super) head: Vec<String>,
}

/// A step.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) mark: String,
    pub(super) shape: Shape,
    /// The words beside it.
    pub(super) lines: Vec<String>,
    pub(super) top: i32,
    pub(super) bottom: i32,
    /// The middle of its symbol.
    pub(super) at: (i32, i32),
}

/// An arrow.
#[derive(Debug)]
pub(super) struct Edge {
    #[cfg_attr(not(test), expect(dead_code, reason = "the judge of layouts reads it"))]
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) points: Vec<(i32, i32)>,
    pub(super) label: Option<Label>,
}

/// What stands at an arrow, and the rectangle that it needs.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) words: &'static str,
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

// Words in lines no wider than `room` units.
fn wrap(words: &str, room: i32) -> Vec<String> {
    lettering::lines(words, (room.max(FONT) * 1000 / FONT).unsigned_abs())
}

fn width(words: &str) -> i32 {
    lettering::units(words, FONT.unsigned_abs())
}

fn count(items: usize) -> i32 {
    i32::try_from(items).unwrap_or(i32::MAX / 1024)
}

impl Layout {
    /// Finds a place for everything.
    pub(super) fn of(chart: &Chart, words: &Words) -> Self {
        let routes = Routes::of(chart);
        let column = match chart.lanes.len() {
            0..=3 => 300,
            4..=5 => 250,
            _ => 204,
        };
        let lanes = lanes(chart, &routes, words, column);
        let heads = lanes.iter().map(|lane| count(lane.head.len())).max().unwrap_or(1);
        let head = heads * LINE + 16;
        let (rows, lines) = rows(chart, &routes, &lanes, head, column);
        let width = lanes.last().map_or(column, |lane| lane.right) + MARGIN;
        let height = lines.last().map_or(head, |line| line.exit) + 12;
        let grid = Grid { lanes: &lanes, rows: &rows, lines: &lines, routes: &routes, words };
        let edges = routes.ways.iter().map(|way| grid.edge(way)).collect();
        Self { width, height, head, column, lanes, rows, edges }
    }
}

// The widths of lanes follow from the tracks beside their symbols and from the longest word of their heads.
fn lanes(chart: &Chart, routes: &Routes, words: &Words, column: i32) -> Vec<Lane> {
    let wish = match chart.lanes.len() {
        0..=3 => 150,
        4..=5 => 124,
        _ => 88,
    };
    let mut left = column;
    let mut lanes = Vec::new();
    for (at, name) in chart.lanes.iter().enumerate() {
        let before = room(routes, at, Part::Right) + pad(chart, routes, words, at, Side::Left);
        let after = room(routes, at + 1, Part::Left) + pad(chart, routes, words, at, Side::Right);
        let longest = name.split_whitespace().map(|word| width(word) + 12).max().unwrap_or(0);
        let least = wish.max(longest.min(150));
        let more = (least - before - after - HALF.0 * 2).max(0);
        // Spare room goes to where there is less, so that a symbol stands in the middle when it can.
        let left_more = ((after - before + more) / 2).clamp(0, more);
        let centre = left + before + left_more + HALF.0;
        let right = centre + HALF.0 + after + more - left_more;
        lanes.push(Lane { left, right, centre, head: wrap(name, right - left - 10) });
        left = right;
    }
    lanes
}

// One side of the line between two lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Left,
    Right,
}

// How many tracks of a gutter are left of the line between two lanes. The outer gutters have one side only.
fn left_tracks(routes: &Routes, gutter: usize) -> usize {
    let tracks = routes.tracks[gutter];
    if gutter == 0 {
        0
    } else if gutter + 1 == routes.tracks.len() {
        tracks
    } else {
        tracks.div_ceil(2)
    }
}

// What the tracks of one side of a gutter need beside the line.
fn room(routes: &Routes, gutter: usize, part: Part) -> i32 {
    let left = left_tracks(routes, gutter);
    let tracks = if part == Part::Left { left } else { routes.tracks[gutter] - left };
    count(tracks) * TRACK
}

// What the labels at one side of a lane's symbols need between symbol and track.
fn pad(chart: &Chart, routes: &Routes, words: &Words, lane: usize, side: Side) -> i32 {
    let ways = routes.ways.iter().filter(|way| chart.steps[way.from].lane == lane);
    let need = |way: &Way| {
        let at = label(word(way, words)?, (0, 0), way.side);
        let past = if side == Side::Left { -at.left } else { at.left + at.width };
        Some(past - HALF.0 + CLEAR)
    };
    ways.filter_map(need).fold(PAD, i32::max)
}

fn word(way: &Way, words: &Words) -> Option<&'static str> {
    way.answer.map(|is_yes| if is_yes { words.yes } else { words.no })
}

// The heights of the edges around a row: the bus above it and the exit below it.
#[derive(Debug)]
struct Lines {
    bus: i32,
    exit: i32,
}

fn rows(chart: &Chart, routes: &Routes, lanes: &[Lane], head: i32, column: i32) -> (Vec<Row>, Vec<Lines>) {
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    let mut exit = head;
    for (at, step) in chart.steps.iter().enumerate() {
        let bus = exit + 10;
        let top = bus + 15;
        let words = wrap(&step.text, column - INDENT - 10);
        let height = (count(words.len()) * LINE).max(HALF.1 * 2);
        let bottom = top + height;
        let is_labelled = routes.ways.iter().any(|way| way.from == at && way.answer.is_some());
        let spare = height / 2 - HALF.1;
        exit = bottom + if is_labelled { (LABEL_HEIGHT + 4 - spare).max(8) } else { 8 };
        let middle = i32::midpoint(top, bottom);
        rows.push(Row {
            mark: step.mark.clone(),
            shape: step.shape,
            lines: words,
            top,
            bottom,
            at: (lanes[step.lane].centre, middle),
        });
        lines.push(Lines { bus, exit });
    }
    (rows, lines)
}

struct Grid<'g> {
    lanes: &'g [Lane],
    rows: &'g [Row],
    lines: &'g [Lines],
    routes: &'g Routes,
    words: &'g Words,
}

impl Grid<'_> {
    fn edge(&self, way: &Way) -> Edge {
        let (from, to) = (self.rows[way.from].at, self.rows[way.to].at);
        let (bus, exit) = (self.lines[way.to].bus, self.lines[way.from].exit);
        let track = way.lane.map(|(gutter, track)| self.track(gutter, track));
        let mut points = match (way.side, track) {
            (Side::Below, None) => vec![(from.0, from.1 + HALF.1), (from.0, bus)],
            (Side::Below, Some(x)) => vec![(from.0, from.1 + HALF.1), (from.0, exit), (x, exit), (x, bus)],
            (Side::Left, x) => side(from, -HALF.0, x.unwrap_or(from.0), bus),
            (Side::Right, x) => side(from, HALF.0, x.unwrap_or(from.0), bus),
        };
        points.extend([(to.0, bus), (to.0, to.1 - HALF.1)]);
        points.dedup();
        let label = word(way, self.words).map(|words| label(words, from, way.side));
        Edge { from: way.from, to: way.to, points: straight(points), label }
    }

    fn track(&self, gutter: usize, track: usize) -> i32 {
        let line = self.lanes.get(gutter).map_or_else(|| self.lanes[gutter - 1].right, |lane| lane.left);
        let left = left_tracks(self.routes, gutter);
        if track < left { line - count(left - track) * TRACK } else { line + TRACK + count(track - left) * TRACK }
    }
}

fn side(from: (i32, i32), half: i32, x: i32, bus: i32) -> Vec<(i32, i32)> {
    vec![(from.0 + half, from.1), (x, from.1), (x, bus)]
}

// Leaves out points in the middle of a straight line.
fn straight(points: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    let mut kept: Vec<(i32, i32)> = Vec::new();
    for point in points {
        if let [.., before, last] = kept[..]
            && ((before.0 == last.0 && last.0 == point.0) || (before.1 == last.1 && last.1 == point.1))
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}

// Right of the line below a symbol; or over the line at its side, in the corner that a diamond leaves free.
fn label(words: &'static str, (x, y): (i32, i32), side: Side) -> Label {
    let (width, height) = (width(words), LABEL_HEIGHT);
    let (left, top) = match side {
        Side::Below => (x + 5, y + HALF.1 + 1),
        Side::Left => (x - HALF.0 + 4 - width, y - 4 - height),
        Side::Right => (x + HALF.0 - 4, y - 4 - height),
    };
    Label { words, left, top, width, height }
}
