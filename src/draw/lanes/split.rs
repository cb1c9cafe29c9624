//! A long chart in parts that each fit on a sheet, with connectors where the flow leaves one and comes into another.

use std::collections::BTreeMap;

use super::layout::Layout;
use super::{Chart, Next, Shape, Step, Words};

// What a sheet of A4 has room for beside the running text, in points, and the points of a unit drawn at its natural size.
const SHEET_WIDTH: i32 = 505;
const SHEET_HEIGHT: i32 = 690;

/// Lays a chart out in as few parts of like length as fit on sheets.
pub(super) fn sheets(chart: &Chart, words: &Words) -> Vec<Layout> {
    let all = chart.steps.len();
    for count in 1..all {
        let layouts: Vec<Layout> = parts(chart, count, words).iter().map(|part| Layout::of(part, words)).collect();
        if layouts.iter().all(fits) {
            return layouts;
        }
    }
    parts(chart, all, words).iter().map(|part| Layout::of(part, words)).collect()
}

// A drawing is never larger than its natural size, and never wider than the sheet.
fn fits(layout: &Layout) -> bool {
    let natural = layout.height * 3 / 4;
    let squeezed = layout.height * SHEET_WIDTH / layout.width.max(1);
    natural.min(squeezed) <= SHEET_HEIGHT
}

/// Cuts a chart into parts of like numbers of steps.
pub(super) fn parts(chart: &Chart, count: usize, words: &Words) -> Vec<Chart> {
    let all = chart.steps.len();
    let bounds: Vec<usize> = (0..=count).map(|at| at * all / count).collect();
    let part_of = |step: usize| bounds.iter().skip(1).take_while(|bound| **bound <= step).count();
    let letters = letters(chart, part_of);
    let sheet = |part: usize| Sheet { chart, words, letters: &letters, part, part_of: &part_of };
    (0..count).map(|part| sheet(part).cut(bounds[part]..bounds[part + 1])).collect()
}

// Each step that is led to from another part has a letter.
fn letters(chart: &Chart, part_of: impl Fn(usize) -> usize) -> BTreeMap<usize, String> {
    let mut letters: BTreeMap<usize, String> = BTreeMap::new();
    for (from, step) in chart.steps.iter().enumerate() {
        letters.extend(step.next.goals().filter(|to| part_of(*to) != part_of(from)).map(|to| (to, String::new())));
    }
    for (at, letter) in letters.values_mut().enumerate() {
        let round = if at < 26 { String::new() } else { (at / 26).to_string() };
        *letter = format!("{}{round}", ('A'..='Z').nth(at % 26).unwrap_or('Z'));
    }
    letters
}

struct Sheet<'c, F> {
    chart: &'c Chart,
    words: &'c Words,
    letters: &'c BTreeMap<usize, String>,
    part: usize,
    part_of: F,
}

impl<F: Fn(usize) -> usize> Sheet<'_, F> {
    fn cut(&self, range: std::ops::Range<usize>) -> Chart {
        let steps = &self.chart.steps;
        let ins: Vec<usize> = range.clone().filter(|to| self.sources(*to).next().is_some()).collect();
        let mut outs: Vec<(usize, usize)> = Vec::new();
        for from in range.clone() {
            for to in steps[from].next.goals().filter(|to| !range.contains(to)) {
                if !outs.iter().any(|(_, other)| *other == to) {
                    outs.push((from, to));
                }
            }
        }
        let place = |to: usize| match outs.iter().position(|(_, other)| *other == to) {
            Some(at) => ins.len() + range.len() + at,
            None => ins.len() + to.saturating_sub(range.start),
        };
        let mut rows: Vec<Step> = Vec::new();
        rows.extend(ins.iter().map(|to| self.coming(*to, place(*to))));
        rows.extend(steps[range.clone()].iter().map(|step| Step { next: step.next.map(place), ..step.clone() }));
        rows.extend(outs.iter().map(|(from, to)| self.going(*from, *to)));
        Chart { lanes: self.chart.lanes.clone(), steps: rows }
    }

    // The steps of other parts that lead to one of this part.
    fn sources(&self, to: usize) -> impl Iterator<Item = usize> {
        let steps = self.chart.steps.iter().enumerate();
        steps
            .filter(move |(from, step)| (self.part_of)(*from) != self.part && step.next.goals().any(|goal| goal == to))
            .map(|(from, _)| from)
    }

    fn coming(&self, to: usize, place: usize) -> Step {
        let sources: Vec<String> = self.sources(to).map(|from| self.name(from)).collect();
        let text = format!("{} {}", self.words.from, sources.join("; "));
        self.connector(to, text, self.chart.steps[to].lane, Next::Step(place))
    }

    fn going(&self, from: usize, to: usize) -> Step {
        let text = format!("{} {}", self.words.to, self.name(to));
        self.connector(to, text, self.chart.steps[from].lane, Next::Nothing)
    }

    fn connector(&self, to: usize, text: String, lane: usize, next: Next) -> Step {
        let mark = self.letters.get(&to).cloned().unwrap_or_default();
        Step { mark, text, lane, shape: Shape::Connector, next }
    }

    // `15 (bagian 2)`
    fn name(&self, step: usize) -> String {
        let part = (self.part_of)(step) + 1;
        format!("{} ({} {part})", self.chart.steps[step].mark, self.words.part.to_lowercase())
    }
}
