//! Figures → places on an axis, and round figures to mark it with.

use rust_decimal::prelude::{Decimal, ToPrimitive};

/// An axis: a stretch of figures over a stretch of the drawing.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    from: Decimal,
    to: Decimal,
    start: i32,
    end: i32,
}

impl Scale {
    /// Lays the figures `from`–`to` over the places `start`–`end`, which may run either way.
    pub fn new((from, to): (Decimal, Decimal), (start, end): (i32, i32)) -> Self {
        Self { from, to, start, end }
    }

    /// Returns the place of a figure, to the nearest unit. A figure beyond the axis stands at its end; on an axis of one
    /// figure everything stands in the middle.
    pub fn at(&self, figure: Decimal) -> i32 {
        let room = Decimal::from(self.end) - Decimal::from(self.start);
        let part = (figure.clamp(self.from, self.to.max(self.from)) - self.from).checked_div(self.to - self.from);
        let way = part.unwrap_or(Decimal::new(5, 1)) * room;
        way.round().to_i32().map_or(self.start, |way| self.start + way)
    }
}

/// Returns at most `at_most` (two at least) whole figures in equal steps of 1, 2 or 5 times a power of ten, from zero to the
/// first that is not under `most`.
pub fn ticks(most: u64, at_most: usize) -> Vec<u64> {
    let intervals = u64::try_from(at_most).unwrap_or(u64::MAX).saturating_sub(1).max(1);
    let mut steps = (0..20).flat_map(|power| [1, 2, 5].map(|step: u64| step.saturating_mul(10_u64.pow(power))));
    let step = steps.find(|step| most.div_ceil(*step) <= intervals).unwrap_or(u64::MAX);
    (0..=most.div_ceil(step).max(1)).map(|at| step.saturating_mul(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // What is wrong with ticks.
    fn flaw(ticks: &[u64], most: u64, at_most: usize) -> Option<&'static str> {
        if ticks.first() != Some(&0) {
            return Some("do not begin at zero");
        }
        if ticks.last().is_none_or(|last| *last < most) {
            return Some("do not cover");
        }
        if ticks.windows(2).any(|pair| pair[0] >= pair[1]) {
            return Some("do not rise");
        }
        (ticks.len() > at_most).then_some("are too many")
    }

    #[test]
    fn bad_ticks_are_seen() {
        assert_eq!(flaw(&[0, 5, 10], 12, 5), Some("do not cover"));
        assert_eq!(flaw(&[0, 5, 5, 12], 12, 5), Some("do not rise"));
        assert_eq!(flaw(&[0, 5, 10, 15], 12, 3), Some("are too many"));
        assert_eq!(flaw(&[1, 15], 12, 3), Some("do not begin at zero"));
        assert_eq!(flaw(&[], 0, 3), Some("do not begin at zero"));
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(0, 5), [0, 1]);
        assert_eq!(ticks(12, 5), [0, 5, 10, 15]);
        assert_eq!(ticks(4012, 4), [0, 2000, 4000, 6000]);
        assert_eq!(ticks(u64::MAX, 2).len(), 2);
    }

    #[test]
    fn places_are_clamped_and_an_empty_axis_has_a_middle() {
        let scale = Scale::new((25.into(), 100.into()), (10, 160));
        let at = |figure: i64| scale.at(Decimal::new(figure, 2));
        assert_eq!([at(2500), at(6250), at(10_000), at(0), at(99_900)], [10, 85, 160, 10, 160]);
        assert_eq!(Scale::new((4.into(), 4.into()), (0, 100)).at(4.into()), 50);
        assert_eq!(Scale::new((9.into(), 1.into()), (0, 100)).at(4.into()), 0);
        assert_eq!(Scale::new((0.into(), 1.into()), (100, 0)).at(1.into()), 0);
    }

    #[test]
    fn ticks_cover_rise_and_are_few() {
        let large = (0..64).map(|power| 1_u64 << power).flat_map(|most| [most - 1, most, most + 1]);
        for most in (0..3_000).chain(large).chain([u64::MAX - 1]) {
            for at_most in 2..12 {
                assert_eq!(flaw(&ticks(most, at_most), most, at_most), None, "{most} in {at_most}");
            }
        }
    }

    #[test]
    fn places_rise_with_figures() {
        let scale = Scale::new((Decimal::ZERO, Decimal::new(20_000, 2)), (0, 328));
        let places: Vec<i32> = (0..=20_000).map(|figure| scale.at(Decimal::new(figure, 2))).collect();
        assert!(places.is_sorted() && places.first() == Some(&0) && places.last() == Some(&328));
    }
}
