//! Figures over time. Points are joined only where they may be compared and where there are at least three of them: fewer
//! show no trend. What is not known is a gap with words.

use std::ops::Range;

use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas};
use super::lettering;
use super::scale::Scale;
use super::{LETTERS, WIDTH, column};
use crate::lang::Lang;
use crate::view::Svg;

/// How many points a trend needs.
pub const TREND: usize = 3;

/// A figure of one time.
#[derive(Debug, Clone)]
pub struct Point {
    /// The day it stands at, counted from any day.
    pub day: i64,
    /// The figure, where it is known.
    pub figure: Option<Decimal>,
    /// The figure in words, or that it is not known.
    pub words: String,
    /// The time in short words, line by line.
    pub time: Vec<String>,
    /// Whether it may be compared with the others.
    pub comparable: bool,
    /// Whether the time before it is told: with nothing in between that is left out.
    pub follows: bool,
}

/// Returns the points that are joined, as stretches of three at least.
pub fn runs(points: &[Point]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        if point.figure.is_none() || !point.comparable {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.end == at && point.follows => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs.retain(|run| run.len() >= TREND);
    runs
}

/// Says why nothing is joined.
pub fn no_trend(lang: Lang) -> &'static str {
    lang.pick(
        "Tren baru dapat dibaca dari sedikitnya tiga masa yang berurutan dan sebanding, jadi titik-titik ini tidak disambung.",
        "A trend needs three periods in a row that compare, so these points are not joined.",
    )
}

/// One row of figures over time against named stretches of the axis.
#[derive(Debug)]
pub struct Line<'l> {
    /// The oldest first.
    pub points: &'l [Point],
    /// The figures at the ends of the axis.
    pub axis: (Decimal, Decimal),
    /// Figures that are marked across, with their words.
    pub marks: &'l [(Decimal, String)],
    /// Names of stretches of the axis.
    pub zones: &'l [(Decimal, Decimal, String)],
}

const TOP: i32 = 16;
const HIGH: i32 = 190;
const GUTTER: i32 = 44;
const MARGIN: i32 = 22;
const STEP: i32 = 16;
const RADIUS: u32 = 4;

// Where points stand: left and right are the ends of the stretch of days.
fn days(points: &[Point], left: i32, right: i32) -> Scale {
    let first = points.first().map_or(0, |point| point.day);
    let last = points.last().map_or(0, |point| point.day);
    Scale::new((first.into(), last.into()), (left, right))
}

// Lines first, points above them.
fn plot(points: &[Point], across: &Scale, up: &Scale, (top, bottom): (i32, i32), canvas: &mut Canvas) {
    let place = |point: &Point| Some((across.at(point.day.into()), up.at(point.figure?)));
    for run in runs(points) {
        canvas.line("chart__line", &points[run].iter().filter_map(place).collect::<Vec<_>>());
    }
    for point in points {
        match place(point) {
            Some(at) if point.comparable => canvas.dot("chart__dot", at, RADIUS),
            Some(at) => canvas.circle("chart__open", at, RADIUS),
            None => {
                let x = across.at(point.day.into());
                canvas.line("chart__absent", &[(x, top), (x, bottom)]);
            }
        }
    }
}

impl Line<'_> {
    /// Draws it. `id`, `name` and `description` as in `Canvas::finish`.
    pub fn draw(&self, id: &str, name: &str, description: &str) -> Svg {
        let time = self.points.iter().map(|point| point.time.len()).max().unwrap_or(0);
        let mut canvas = Canvas::new(WIDTH, (TOP + HIGH + 8 + column(time, STEP)).unsigned_abs()).lettered(LETTERS);
        let (left, right) = (GUTTER, WIDTH.cast_signed() - MARGIN);
        let up = Scale::new(self.axis, (TOP + HIGH, TOP));
        for (figure, words) in self.marks {
            let y = up.at(*figure);
            canvas.line("chart__mark", &[(left, y), (right, y)]);
            canvas.text("chart__quiet", (0, y + 4), Anchor::Start, words);
        }
        for (from, to, name) in self.zones {
            let middle = i32::midpoint(up.at((*from).max(self.axis.0)), up.at((*to).min(self.axis.1)));
            canvas.text("chart__quiet", (WIDTH.cast_signed(), middle + 4), Anchor::End, name);
        }
        let across = days(self.points, left + 24, right - 24);
        plot(self.points, &across, &up, (TOP, TOP + HIGH - 20), &mut canvas);
        self.words(&across, &up, &mut canvas);
        canvas.finish("chart__picture", id, name, description)
    }

    // Words stand where they have room: the last, the first, the highest and the lowest before the rest.
    fn words(&self, across: &Scale, up: &Scale, canvas: &mut Canvas) {
        let (mut figures, mut times, mut gaps) = (Taken::default(), Taken::default(), Taken::default());
        for at in self.by_weight() {
            let point = &self.points[at];
            let x = across.at(point.day.into());
            let wide = point.time.iter().map(|line| lettering::units(line, LETTERS)).max().unwrap_or(0);
            if times.take(x, wide) {
                for (line, words) in point.time.iter().enumerate() {
                    let y = TOP + HIGH + 4 + column(line + 1, STEP);
                    canvas.text("chart__quiet", (x, y), Anchor::Middle, words);
                }
            }
            let wide = lettering::units(&point.words, LETTERS);
            if point.figure.is_none() {
                if gaps.take(x, wide) {
                    canvas.text("chart__quiet chart__halo", (x, TOP + HIGH - 4), Anchor::Middle, &point.words);
                }
            } else if figures.take(x, wide) {
                let y = self.height(at, up) + if self.is_valley(at) { 19 } else { -9 };
                let y = y.clamp(12, TOP + HIGH - 20);
                canvas.text("chart__figure chart__halo", (x, y), Anchor::Middle, &point.words);
            }
        }
    }

    fn height(&self, at: usize, up: &Scale) -> i32 {
        self.points[at].figure.map_or(TOP, |figure| up.at(figure))
    }

    // Lower than those beside it: words above it would stand on the line.
    fn is_valley(&self, at: usize) -> bool {
        let own = self.points[at].figure;
        let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
        let beside: Vec<Decimal> = beside.filter_map(|at| self.points.get(at)?.figure).collect();
        let joined = runs(self.points).iter().any(|run| run.contains(&at));
        joined && own.is_some_and(|own| beside.iter().all(|other| own < *other))
    }

    fn by_weight(&self) -> Vec<usize> {
        let known = || self.points.iter().enumerate().filter_map(|(at, point)| Some((point.figure?, at)));
        let ends = [self.points.len().checked_sub(1), (!self.points.is_empty()).then_some(0)];
        let heights = [known().max().map(|(_, at)| at), known().min().map(|(_, at)| at)];
        let mut order: Vec<usize> = Vec::new();
        for at in ends.into_iter().chain(heights).flatten().chain((0..self.points.len()).rev()) {
            if !order.contains(&at) {
                order.push(at);
            }
        }
        order
    }
}

// The stretches of a line of text that are taken.
#[derive(Default)]
struct Taken(Vec<(i32, i32)>);

impl Taken {
    fn take(&mut self, middle: i32, wide: i32) -> bool {
        let (from, to) = (middle - wide / 2 - 3, middle + wide / 2 + 3);
        let free = self.0.iter().all(|(other_from, other_to)| to <= *other_from || from >= *other_to);
        if free {
            self.0.push((from, to));
        }
        free
    }
}

/// Rows of figures over time, one below another on the same axes: a name, the first figure, the points, the last figure.
#[derive(Debug)]
pub struct Small<'l> {
    /// From the top: a name and its points, the oldest first.
    pub rows: &'l [(String, Vec<Point>)],
    /// The figures at the ends of every row's axis.
    pub axis: (Decimal, Decimal),
    /// Figures that are marked across every row.
    pub marks: &'l [Decimal],
}

const ROW: i32 = 36;
const LINE: i32 = 17;
const ROWS_APART: i32 = 12;

impl Small<'_> {
    /// Draws them. `id`, `name` and `description` as in `Canvas::finish`.
    pub fn draw(&self, id: &str, name: &str, description: &str) -> Svg {
        let names: Vec<Vec<String>> =
            self.rows.iter().map(|(name, _)| lettering::lines(name, WIDTH * 1_000 / LETTERS)).collect();
        let high: i32 = names.iter().map(|lines| column(lines.len(), LINE) + ROW + ROWS_APART).sum();
        let time = self.rows.first().map(|(_, points)| ends(points)).unwrap_or_default();
        let mut canvas = Canvas::new(WIDTH, (high + LINE).unsigned_abs()).lettered(LETTERS);
        let (left, right) = (64, WIDTH.cast_signed() - 64);
        let mut top = 0;
        for ((_, points), lines) in self.rows.iter().zip(&names) {
            for (at, words) in lines.iter().enumerate() {
                canvas.text("", (0, top + column(at + 1, LINE) - 4), Anchor::Start, words);
            }
            top += column(lines.len(), LINE);
            let up = Scale::new(self.axis, (top + ROW - 5, top + 5));
            canvas.rect("chart__track", (left - 8, top), ((right - left + 16).unsigned_abs(), ROW.unsigned_abs()), 0);
            let marks = self.marks.iter().map(|figure| up.at(*figure)).map(|y| [(left - 8, y), (right + 8, y)]);
            canvas.strokes("chart__faint", &marks.collect::<Vec<_>>());
            plot(points, &days(points, left, right), &up, (top, top + ROW), &mut canvas);
            Self::edges(points, (left - 14, right + 14), top + ROW / 2 + 5, &mut canvas);
            top += ROW + ROWS_APART;
        }
        if let Some((first, last)) = time {
            if let Some(first) = first {
                canvas.text("chart__quiet", (left - 8, top + LINE - ROWS_APART), Anchor::Start, &first);
            }
            canvas.text("chart__quiet", (right + 8, top + LINE - ROWS_APART), Anchor::End, &last);
        }
        canvas.finish("chart__picture", id, name, description)
    }

    // The first and the last figure in words; of a single one, only the last.
    fn edges(points: &[Point], (left, right): (i32, i32), y: i32, canvas: &mut Canvas) {
        // Figures stand beside the points; words for a missing one are longer and have its place.
        let mut say = |point: &Point, x: i32, is_first: bool| {
            let (class, x, anchor) = match (point.figure.is_some(), is_first) {
                (true, true) => ("chart__figure", x, Anchor::End),
                (true, false) => ("chart__figure", x, Anchor::Start),
                (false, true) => ("chart__quiet chart__halo", x + 8, Anchor::Start),
                (false, false) => ("chart__quiet chart__halo", x - 8, Anchor::End),
            };
            canvas.text(class, (x, y), anchor, &point.words);
        };
        if let [first, _, ..] = points {
            say(first, left, true);
        }
        if let [.., last] = points {
            say(last, right, false);
        }
    }
}

// The first and the last time in words; of a single one, only the last.
fn ends(points: &[Point]) -> Option<(Option<String>, String)> {
    let words = |point: &Point| point.time.join(" ");
    match points {
        [] => None,
        [only] => Some((None, words(only))),
        [first, .., last] => Some((Some(words(first)), words(last))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::tests::{circles, texts};

    fn points(figures: &[Option<i64>]) -> Vec<Point> {
        let point = |(at, figure): (usize, &Option<i64>)| Point {
            day: i64::try_from(at).unwrap() * 182,
            figure: figure.map(Decimal::from),
            words: figure.map_or_else(|| "Belum ditetapkan".to_owned(), |figure| format!("{figure},00")),
            time: vec!["Jan–Jun".to_owned(), (2000 + at).to_string()],
            comparable: true,
            follows: true,
        };
        figures.iter().enumerate().map(point).collect()
    }

    fn drawn(points: &[Point]) -> String {
        let Svg(svg) = Line { points, axis: (0.into(), 100.into()), marks: &[], zones: &[] }.draw("x", "Nama", "Isi");
        svg
    }

    #[test]
    fn no_line_joins_fewer_than_three_points() {
        for many in 0..TREND {
            let svg = drawn(&points(&vec![Some(80); many]));
            assert_eq!((svg.contains("chart__line"), circles(&svg, "chart__dot").len()), (false, many));
        }
        let svg = drawn(&points(&[Some(80), Some(82), Some(81)]));
        assert_eq!(svg.matches("chart__line").count(), 1);
    }

    #[test]
    fn gaps_holes_and_what_does_not_compare_break_the_line() {
        let joined = |points: &[Point]| runs(points).into_iter().map(|run| (run.start, run.end)).collect::<Vec<_>>();
        let mut all = points(&[Some(1); 8]);
        assert_eq!(joined(&all), [(0, 8)]);
        all[4] = Point { day: all[4].day, ..points(&[None]).remove(0) };
        assert_eq!(joined(&all), [(0, 4), (5, 8)]);
        all[1].comparable = false;
        assert_eq!(joined(&all), [(5, 8)]);
        all[6].follows = false;
        assert_eq!(joined(&all), [(0, 0); 0], "two points on either side of a hole are no trend");
        let svg = drawn(&all);
        assert_eq!((circles(&svg, "chart__dot").len(), circles(&svg, "chart__open").len()), (6, 1));
        assert!(svg.contains("Belum ditetapkan") && !svg.contains("chart__line"));
    }

    #[test]
    fn heights_are_figures_and_places_are_days() {
        let mut all = points(&[Some(0), Some(50), Some(100)]);
        all[1].day = all[2].day / 4;
        let places = circles(&drawn(&all), "chart__dot");
        assert_eq!(places[1].1 - places[2].1, places[0].1 - places[1].1);
        assert!((places[2].0 - places[0].0 - 4 * (places[1].0 - places[0].0)).abs() <= 4);
        assert_eq!(places[0].1 - places[2].1, i64::from(HIGH));
    }

    #[test]
    fn any_number_of_points_keeps_its_words_apart() {
        for many in [0, 1, 2, 3, 40] {
            let svg = drawn(&points(&vec![Some(80); many]));
            assert_eq!(circles(&svg, "chart__dot").len(), many);
            let texts = texts(&svg);
            for (at, (x, y, words)) in texts.iter().enumerate() {
                let half = i64::from(lettering::units(words, LETTERS)) / 2;
                assert!(x - half >= 0 && x + half <= i64::from(WIDTH), "{words} leaves the drawing");
                let meets = |(other, line, said): &&(i64, i64, String)| {
                    line == y && (x - other).abs() < half + i64::from(lettering::units(said, LETTERS)) / 2
                };
                assert!(!texts[at + 1..].iter().any(|other| meets(&other)), "{words} meets another");
            }
            assert!(many < 40 || texts.len() < 40, "not every point of forty has words");
        }
    }

    #[test]
    fn small_rows_share_their_axes() {
        let rows =
            [("Waktu".to_owned(), points(&[Some(0), None])), ("Biaya".to_owned(), points(&[Some(100), Some(50)]))];
        let Svg(svg) = Small { rows: &rows, axis: (0.into(), 100.into()), marks: &[] }.draw("x", "Nama", "Isi");
        let places = circles(&svg, "chart__dot");
        assert_eq!(places.len(), 3);
        assert_eq!(places[0].0, places[1].0);
        assert!(places[2].1 > places[1].1 && !svg.contains("chart__line"));
        assert!(texts(&svg).iter().any(|(.., words)| words == "Belum ditetapkan"));
        for many in [0, 1, 3, 40] {
            let rows = [("Waktu".to_owned(), points(&vec![Some(7); many]))];
            let Svg(svg) = Small { rows: &rows, axis: (0.into(), 100.into()), marks: &[] }.draw("x", "Nama", "Isi");
            assert_eq!(svg.contains("chart__line"), many >= TREND);
        }
    }
}
