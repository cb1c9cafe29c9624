//! Which counts of a breakdown are published. What people sent in, and by which way, can point at one of them: in a facility
//! where everybody knows everybody, one report from the box of a block is a person. What the office did with the reports
//! points at nobody, and is what the law wants to be seen.
//!
//! Of a breakdown of people a count of one or two is never published (the threshold rule of statistical disclosure control,
//! with secondary suppression so that it does not follow from the rest; Hundepool et al., *Statistical Disclosure Control*,
//! 2012, chapter 4, not compared with the book; no Indonesian law that we know sets the threshold). All counts of one and
//! two are told as one sum with the next greater count, and with every count equal to that one. So nobody can say of any
//! part of the sum that it is under three: exchange the counts of any two parts, and the same is published.
//!
//! A total is always published, for the law asks for it. Of a total of one or two nothing else is.

use std::collections::BTreeMap;

/// The smallest count of people that stands alone.
pub(super) const SMALLEST: u64 = 3;

/// What the parts of a breakdown are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What people did: a count of one may point at a person.
    People,
    /// What the office did.
    Work,
}

/// A total by its parts. The counts can only be had as they are published.
#[derive(Debug)]
pub struct Breakdown<K> {
    about: About,
    counts: BTreeMap<K, u64>,
}

/// A breakdown as it is published.
#[derive(Debug, PartialEq, Eq)]
pub struct Cells<'b, K> {
    /// The parts that stand alone, zero among them.
    pub alone: Vec<(&'b K, u64)>,
    /// The parts that are told as one sum.
    pub merged: Option<Merged<'b, K>>,
}

/// Parts that are told as one sum: two at least.
#[derive(Debug, PartialEq, Eq)]
pub struct Merged<'b, K> {
    /// The parts.
    pub parts: Vec<&'b K>,
    /// Their sum.
    pub sum: u64,
}

impl<K: Ord> Breakdown<K> {
    /// Takes the counts as they were reported.
    pub fn new(about: About, counts: BTreeMap<K, u64>) -> Self {
        Self { about, counts }
    }

    /// Returns the sum of all counts.
    pub fn sum(&self) -> u64 {
        self.counts.values().fold(0, |sum: u64, count| sum.saturating_add(*count))
    }

    /// Returns the parts that the report names.
    pub fn parts(&self) -> impl Iterator<Item = &K> {
        self.counts.keys()
    }

    /// Returns what is published of it; nothing where the total itself is one or two.
    pub fn cells(&self) -> Option<Cells<'_, K>> {
        if is_small(self.sum()) {
            return None;
        }
        let limit = match self.about {
            About::People => self.limit(),
            About::Work => 0,
        };
        let (merged, alone): (Vec<_>, Vec<_>) =
            self.counts.iter().map(|(part, count)| (part, *count)).partition(|(_, count)| (1..=limit).contains(count));
        let sum = merged.iter().fold(0, |sum: u64, (_, count)| sum.saturating_add(*count));
        let parts: Vec<&K> = merged.into_iter().map(|(part, _)| part).collect();
        match parts.as_slice() {
            [] => Some(Cells { alone, merged: None }),
            // Small counts alone: whoever reads the rule knows of each that it is small.
            _ if limit < SMALLEST => None,
            _ => Some(Cells { alone, merged: Some(Merged { parts, sum }) }),
        }
    }

    // The greatest count that is told in the sum: where some are small, the next greater one; otherwise none.
    fn limit(&self) -> u64 {
        if !self.counts.values().any(|count| is_small(*count)) {
            return 0;
        }
        self.counts.values().copied().filter(|count| *count >= SMALLEST).min().unwrap_or(SMALLEST - 1)
    }
}

impl<'b, K: PartialEq> Cells<'b, K> {
    /// Returns a count that stands alone. A part that is not named is zero, for the sums reconcile; one in the sum is not said.
    pub fn count(&self, part: &K) -> Option<u64> {
        let is_merged = self.merged.as_ref().is_some_and(|merged| merged.parts.contains(&part));
        let alone = self.alone.iter().find(|(other, _)| *other == part).map_or(0, |(_, count)| *count);
        (!is_merged).then_some(alone)
    }
}

/// Returns whether a count points at people: it is not zero, and under the threshold.
pub(super) fn is_small(count: u64) -> bool {
    (1..SMALLEST).contains(&count)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Counts = [u64; 4];

    // Every table of four parts with counts up to this.
    const GREATEST: u64 = 7;

    fn tables() -> impl Iterator<Item = Counts> {
        let side = GREATEST + 1;
        (0..side.pow(4)).map(move |n| [n % side, n / side % side, n / side / side % side, n / side / side / side])
    }

    fn breakdown(counts: Counts) -> Breakdown<usize> {
        Breakdown::new(About::People, counts.into_iter().enumerate().collect())
    }

    // What readers see: the total, then the counts that stand alone and the sum with its parts.
    fn published(counts: Counts) -> String {
        let breakdown = breakdown(counts);
        format!("{} {:?}", breakdown.sum(), breakdown.cells())
    }

    #[test]
    fn no_published_count_is_one_or_two_and_the_total_stays() {
        let mut merged_once = 0;
        for counts in tables() {
            let (breakdown, total) = (breakdown(counts), counts.iter().sum::<u64>());
            assert_eq!(breakdown.sum(), total);
            let Some(cells) = breakdown.cells() else {
                assert!(counts.iter().all(|count| *count < SMALLEST) && total > 0, "{counts:?}");
                continue;
            };
            let sum = cells.merged.as_ref().map_or(0, |merged| merged.sum);
            assert_eq!(cells.alone.iter().map(|(_, count)| count).sum::<u64>() + sum, total, "{counts:?}");
            assert!(
                cells.alone.iter().all(|(part, count)| !is_small(*count) && counts[**part] == *count),
                "{counts:?}"
            );
            if let Some(merged) = &cells.merged {
                assert!(merged.parts.len() > 1 && merged.sum > SMALLEST, "{counts:?}");
                merged_once += 1;
            } else {
                assert!(counts.iter().all(|count| !is_small(*count)), "{counts:?}");
            }
        }
        assert!(merged_once > 1_000, "{merged_once}");
    }

    // The reader knows the rule and all that is published. Of every part that is not told, a table that looks the same must
    // give it three or more, and another one less: then nothing can be derived, by subtraction or otherwise.
    #[test]
    fn no_count_under_three_follows_from_what_is_published() {
        let mut alike: BTreeMap<String, Vec<Counts>> = BTreeMap::new();
        for counts in tables() {
            alike.entry(published(counts)).or_default().push(counts);
        }
        for counts in tables() {
            let breakdown = breakdown(counts);
            let Some(Cells { merged: Some(merged), .. }) = breakdown.cells() else { continue };
            let alike = &alike[&published(counts)];
            for part in merged.parts {
                let some = |wanted: fn(u64) -> bool| alike.iter().any(|other| wanted(other[*part]));
                assert!(some(|count| count >= SMALLEST) && some(is_small), "{counts:?}: part {part}");
            }
        }
    }

    #[test]
    fn what_the_office_did_is_shown_unless_the_total_is_small() {
        let cells = |counts: Counts| {
            let all = Breakdown::new(About::Work, counts.into_iter().enumerate().collect());
            all.cells().map(|cells| (0..5).map(|part| cells.count(&part)).collect::<Vec<_>>())
        };
        assert_eq!(cells([9, 2, 1, 0]), Some(vec![Some(9), Some(2), Some(1), Some(0), Some(0)]));
        assert_eq!(cells([0, 0, 0, 0]), Some(vec![Some(0); 5]));
        assert_eq!(cells([0, 2, 0, 0]), None);
    }

    #[test]
    fn equal_counts_share_one_lot() {
        let cells = |counts: Counts| {
            let all = breakdown(counts);
            let cells = all.cells()?;
            Some((0..4).map(|part| cells.count(&part)).collect::<Vec<_>>())
        };
        assert_eq!(cells([1, 3, 3, 7]), Some(vec![None, None, None, Some(7)]));
        assert_eq!(cells([6, 3, 3, 0]), Some(vec![Some(6), Some(3), Some(3), Some(0)]));
        assert_eq!(cells([2, 2, 0, 0]), None);
    }
}
