//! A chart with places → SVG.

use std::collections::BTreeSet;

use super::layout::{Edge, FONT, HALF, LINE, Layout, Row};
use super::{Shape, Words};
use crate::draw::canvas::{Anchor, Canvas};
use crate::view::Svg;

type Point = (i32, i32);

// From the middle of a line of letters to what they stand on.
const BASE: i32 = FONT * 36 / 100;

/// Draws one part; `id` and `name` are its own.
pub(super) fn paint(layout: &Layout, words: &Words, id: &str, name: &str) -> Svg {
    let (width, height) = (layout.width.unsigned_abs(), layout.height.unsigned_abs());
    let mut canvas = Canvas::new(width, height);
    canvas.group("lanes__frame", |canvas| frame(layout, canvas));
    canvas.group("lanes__head", |canvas| heads(layout, words, canvas));
    canvas.group("lanes__text", |canvas| texts(layout, canvas));
    canvas.group("lanes__flow", |canvas| flow(layout, canvas));
    for row in &layout.rows {
        symbol(row, &mut canvas);
    }
    canvas.finish("lanes__part", id, name, words.description)
}

fn frame(layout: &Layout, canvas: &mut Canvas) {
    let (right, bottom) = (layout.width - 1, layout.height - 1);
    canvas.area("lanes__top", &[(1, 1), (right, 1), (right, layout.head), (1, layout.head)]);
    canvas.area("", &[(1, 1), (right, 1), (right, bottom), (1, bottom)]);
    for lane in &layout.lanes {
        canvas.line("", &[(lane.left, 1), (lane.left, bottom)]);
    }
    // The words of two rows are kept apart in their own column only, where no arrow runs.
    for pair in layout.rows.windows(2) {
        if let [above, below] = pair {
            let y = i32::midpoint(above.bottom, below.top);
            canvas.line("", &[(1, y), (layout.column, y)]);
        }
    }
}

fn heads(layout: &Layout, words: &Words, canvas: &mut Canvas) {
    let middle = layout.head / 2;
    canvas.text("", (12, middle + BASE), Anchor::Start, words.activity);
    for lane in &layout.lanes {
        block(canvas, &lane.head, (i32::midpoint(lane.left, lane.right), middle), Anchor::Middle);
    }
}

fn texts(layout: &Layout, canvas: &mut Canvas) {
    for row in &layout.rows {
        let middle = row.at.1;
        canvas.text("lanes__no", (30, middle + BASE), Anchor::End, &row.mark);
        block(canvas, &row.lines, (40, middle), Anchor::Start);
    }
}

// Lines of text around a middle.
fn block(canvas: &mut Canvas, lines: &[String], (x, middle): Point, anchor: Anchor) {
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let mut y = middle - (count - 1) * LINE / 2 + BASE;
    for line in lines {
        canvas.text("", (x, y), anchor, line);
        y += LINE;
    }
}

fn flow(layout: &Layout, canvas: &mut Canvas) {
    for edge in &layout.edges {
        canvas.line("", &edge.points);
    }
    let ends: BTreeSet<Point> = layout.edges.iter().filter_map(|edge| edge.points.last().copied()).collect();
    for (x, y) in ends {
        canvas.area("lanes__tip", &[(x, y), (x - 5, y - 9), (x + 5, y - 9)]);
    }
    for dot in joins(&layout.edges) {
        canvas.circle("lanes__tip", dot, 3);
    }
    for label in layout.edges.iter().filter_map(|edge| edge.label.as_ref()) {
        let (x, y) = (label.left + label.width / 2, label.top + label.height - 3);
        canvas.text("lanes__answer", (x, y), Anchor::Middle, label.words);
    }
}

// Where edges to one goal meet: from there lines lead to three sides or four.
fn joins(edges: &[Edge]) -> BTreeSet<Point> {
    let mut joins = BTreeSet::new();
    for edge in edges {
        let kin: Vec<&Edge> = edges.iter().filter(|other| other.to == edge.to).collect();
        if kin.len() > 1 {
            joins.extend(edge.points.iter().copied().filter(|point| arms(&kin, *point) > 2));
        }
    }
    joins
}

fn arms(edges: &[&Edge], (x, y): Point) -> usize {
    let leads = |(dx, dy): Point| {
        let beside = (x + dx, y + dy);
        let lines = edges.iter().flat_map(|edge| edge.points.windows(2));
        lines.into_iter().any(|line| holds(line, (x, y)) && holds(line, beside))
    };
    [(1, 0), (-1, 0), (0, 1), (0, -1)].into_iter().filter(|side| leads(*side)).count()
}

fn holds(line: &[Point], (x, y): Point) -> bool {
    let [a, b] = line else { return false };
    (a.0.min(b.0)..=a.0.max(b.0)).contains(&x) && (a.1.min(b.1)..=a.1.max(b.1)).contains(&y)
}

fn symbol(row: &Row, canvas: &mut Canvas) {
    let ((x, y), (half, tall)) = (row.at, HALF);
    let (corner, size) = ((x - half, y - tall), (half.unsigned_abs() * 2, tall.unsigned_abs() * 2));
    match row.shape {
        Shape::Terminator => canvas.rect("lanes__end", corner, size, tall.unsigned_abs()),
        Shape::Process => canvas.rect("lanes__step", corner, size, 0),
        Shape::Decision => {
            canvas.area("lanes__ask", &[(x, y - tall), (x + half, y), (x, y + tall), (x - half, y)]);
        }
        Shape::Connector => {
            let (side, knee) = (half - 6, y + tall / 3);
            let top = y - tall;
            canvas.area(
                "lanes__step",
                &[(x - side, top), (x + side, top), (x + side, knee), (x, y + tall), (x - side, knee)],
            );
        }
    }
    let lift = if row.shape == Shape::Connector { 3 } else { 0 };
    canvas.text("lanes__mark", (x, y + BASE - lift), Anchor::Middle, &row.mark);
}
