//! Where the steps of an SOP lead: which of them no way leads to, and from which no way leads to an end. It knows no text and
//! reports nothing.
//!
//! What could not be read may lead anywhere, so that one error is not told as several.

use std::collections::BTreeMap;

use super::{Next, Step, StepKind};

/// The steps of an SOP as points, by their place in the list.
#[derive(Debug)]
pub(super) struct Flow {
    points: Vec<Point>,
}

#[derive(Debug, Clone, Default)]
struct Point {
    is_start: bool,
    // Whether the way is over here.
    is_end: bool,
    // Whether it may lead anywhere, for nobody can read where.
    is_unread: bool,
    // The places it leads to.
    goals: Vec<usize>,
}

impl Flow {
    /// Reads where the steps lead. A number that stands twice means both steps, one that no step has may be any.
    pub(super) fn of(steps: &[Step]) -> Self {
        let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, step) in steps.iter().enumerate() {
            places.entry(step.number).or_default().push(at);
        }
        let point = |step: &Step| {
            let numbers = match step.next {
                Next::End | Next::Open | Next::Unread => Vec::new(),
                Next::Step(next) => vec![next],
                Next::Answer { yes, no } => vec![yes, no],
            };
            Point {
                is_start: step.kind == StepKind::Start,
                is_end: step.next == Next::End,
                is_unread: step.next == Next::Unread || numbers.iter().any(|number| !places.contains_key(number)),
                goals: numbers.iter().filter_map(|number| places.get(number)).flatten().copied().collect(),
            }
        };
        Self { points: steps.iter().map(point).collect() }
    }

    /// Returns the places of steps that no way leads to from a start; not those that are behind another of them. Without a
    /// start there is nothing to say.
    pub(super) fn unreachable(&self) -> Vec<usize> {
        let starts = self.places(|point| point.is_start);
        let goals: Vec<Vec<usize>> = self.points.iter().map(|point| point.goals.clone()).collect();
        let reached = spread(&goals, &starts);
        let is_anywhere = self.points.iter().zip(&reached).any(|(point, reached)| *reached && point.is_unread);
        if starts.is_empty() || is_anywhere {
            return Vec::new();
        }
        first_causes(&goals, &reached)
    }

    /// Returns the places of steps from which no way leads to an end; not those that only lead to another of them.
    pub(super) fn endless(&self) -> Vec<usize> {
        let mut origins: Vec<Vec<usize>> = vec![Vec::new(); self.points.len()];
        for (at, point) in self.points.iter().enumerate() {
            point.goals.iter().for_each(|goal| origins[*goal].push(at));
        }
        let ended = spread(&origins, &self.places(|point| point.is_end || point.is_unread));
        first_causes(&origins, &ended)
    }

    fn places(&self, wanted: impl Fn(&Point) -> bool) -> Vec<usize> {
        (0..self.points.len()).filter(|at| wanted(&self.points[*at])).collect()
    }
}

// Which places the ways lead to from `seeds`, the seeds among them.
fn spread(ways: &[Vec<usize>], seeds: &[usize]) -> Vec<bool> {
    let mut touched = vec![false; ways.len()];
    grow(ways, seeds, &mut touched);
    touched
}

fn grow(ways: &[Vec<usize>], seeds: &[usize], touched: &mut [bool]) {
    let mut waiting = seeds.to_vec();
    while let Some(at) = waiting.pop() {
        if !std::mem::replace(&mut touched[at], true) {
            waiting.extend(&ways[at]);
        }
    }
}

// The fewest places from which the ways lead to all that are not `fine`; of a round, the first in the list. Forwards, the
// first place of each group that leads to one another is kept; backwards, what a later group leads to is dropped.
fn first_causes(ways: &[Vec<usize>], fine: &[bool]) -> Vec<usize> {
    let mut causes = uncovered(ways, fine, 0..ways.len());
    causes = uncovered(ways, fine, causes.into_iter().rev());
    causes.reverse();
    causes
}

fn uncovered(ways: &[Vec<usize>], fine: &[bool], order: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut touched = fine.to_vec();
    let mut kept = Vec::new();
    for at in order {
        if !touched[at] {
            grow(ways, &[at], &mut touched);
            kept.push(at);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    // A few numbers by chance, the same each time (xorshift).
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, sides: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
        }

        fn flow(&mut self) -> Flow {
            let count = 1 + self.below(7);
            let mut points: Vec<Point> = Vec::new();
            for at in 0..count {
                let mut point = Point { is_start: at == 0, ..Point::default() };
                match self.below(8) {
                    0 => point.is_end = true,
                    1 => {}
                    2 if self.below(3) == 0 => point.is_unread = true,
                    3 | 4 => point.goals = vec![self.below(count), self.below(count)],
                    _ => point.goals = vec![self.below(count)],
                }
                points.push(point);
            }
            Flow { points }
        }
    }

    // Every pair of places that a way connects, by closing the relation: slow and plain.
    fn leads(flow: &Flow) -> Vec<Vec<bool>> {
        let count = flow.points.len();
        let mut leads = vec![vec![false; count]; count];
        for (at, point) in flow.points.iter().enumerate() {
            leads[at][at] = true;
            point.goals.iter().for_each(|goal| leads[at][*goal] = true);
        }
        for via in 0..count {
            for from in 0..count {
                for to in 0..count {
                    leads[from][to] |= leads[from][via] && leads[via][to];
                }
            }
        }
        leads
    }

    // Those of `bad` that none of the others explains; where two explain each other, the first.
    fn unexplained(bad: &[usize], explains: impl Fn(usize, usize) -> bool) -> Vec<usize> {
        let is_cause = |at: &usize| {
            bad.iter().all(|other| other == at || !explains(*other, *at) || (explains(*at, *other) && at < other))
        };
        bad.iter().copied().filter(is_cause).collect()
    }

    #[test]
    fn a_thousand_small_flows_agree_with_a_plain_oracle() {
        let mut dice = Dice(0x2545_f491_4f6c_dd1d);
        let (mut seen_unreachable, mut seen_endless) = (0, 0);
        for _ in 0..5_000 {
            let flow = dice.flow();
            let (leads, all) = (leads(&flow), 0..flow.points.len());
            let anywhere = all.clone().any(|at| leads[0][at] && flow.points[at].is_unread);
            let lost: Vec<usize> = all.clone().filter(|at| !anywhere && !leads[0][*at]).collect();
            let ends = |at: usize| flow.points[at].is_end || flow.points[at].is_unread;
            let stuck: Vec<usize> =
                all.clone().filter(|at| !all.clone().any(|to| leads[*at][to] && ends(to))).collect();
            assert_eq!(flow.unreachable(), unexplained(&lost, |by, at| leads[by][at]), "{flow:?}");
            assert_eq!(flow.endless(), unexplained(&stuck, |by, at| leads[at][by]), "{flow:?}");
            seen_unreachable += lost.len();
            seen_endless += stuck.len();
        }
        assert!(seen_unreachable > 1_000 && seen_endless > 1_000, "{seen_unreachable}, {seen_endless}");
    }

    #[test]
    fn without_a_start_nothing_is_unreachable() {
        let flow = Flow { points: vec![Point { is_end: true, ..Point::default() }; 2] };
        assert!(flow.unreachable().is_empty() && flow.endless().is_empty());
    }
}
