//! The arithmetic of a satisfaction survey (PermenPANRB 14/2017), exact to the published place. What the figures mean is
//! the business of the band scheme.

use rust_decimal::{Decimal, RoundingStrategy};

// A mean of answers may have no end (10/3). Decimals hold 28 digits; the last of them are not to be trusted, and rounded
// away they leave a half that was a half.
const TRUSTED_PLACES: u32 = 20;

/// Rounds half up to two places, and writes both.
pub(super) fn published(figure: Decimal) -> Decimal {
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    let mut rounded = figure.round_dp_with_strategy(TRUSTED_PLACES, half_up).round_dp_with_strategy(2, half_up);
    rounded.rescale(2);
    rounded
}

/// Returns the index (25–100) of the mean values of the elements (1–4): each weighs the same, exactly 1/n. The regulation
/// prints 1/9 as 0,11; with that weight even nine times 4 would not give 100.
pub(super) fn index(means: &[Decimal]) -> Option<Decimal> {
    let count = Decimal::from(u64::try_from(means.len()).ok().filter(|count| *count > 0)?);
    let sum: Decimal = means.iter().sum();
    Some(published(sum * Decimal::from(25) / count))
}

/// The weights that reports use in place of 1/9, as the regulation and its examples print it.
pub(super) const PRINTED_WEIGHTS: [Decimal; 2] =
    [Decimal::from_parts(11, 0, 0, false, 2), Decimal::from_parts(111, 0, 0, false, 3)];

/// Returns the index as it comes out when each of the elements weighs `weight`.
pub(super) fn weighted(means: &[Decimal], weight: Decimal) -> Decimal {
    let sum: Decimal = means.iter().sum();
    published(sum * weight * Decimal::from(25))
}

/// Returns the printed weight that explains a published index of nine elements, where one does.
pub(super) fn explains(means: &[Decimal], published: Decimal) -> Option<Decimal> {
    PRINTED_WEIGHTS.into_iter().find(|weight| means.len() == 9 && weighted(means, *weight) == published)
}

/// Returns whether a mean, rounded half up as finely as `stated`, is `stated`.
pub(super) fn rounds_to(mean: Decimal, stated: Decimal) -> bool {
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    let trusted = mean.round_dp_with_strategy(TRUSTED_PLACES, half_up);
    trusted.round_dp_with_strategy(stated.scale(), half_up) == stated
}

/// Returns how many respondents a population needs (Krejcie and Morgan 1970: 95 % confidence, 5 % error).
pub(super) fn sample_target(population: u32) -> u32 {
    let chi_square = Decimal::new(3841, 3);
    let spread = chi_square * Decimal::new(25, 2);
    let population = Decimal::from(population);
    if population.is_zero() {
        return 0;
    }
    let target = spread * population / (Decimal::new(25, 4) * (population - Decimal::ONE) + spread);
    let whole = target.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    u32::try_from(whole).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::scalar::Scalar;

    fn means(text: &str) -> Vec<Decimal> {
        text.split(' ').map(|mean| Decimal::read(mean).unwrap()).collect()
    }

    #[test]
    fn the_index_is_exact() {
        let v2: Vec<Decimal> = [105, 101, 100, 116, 102, 105, 106, 105, 115]
            .map(|total| Decimal::from(total) / Decimal::from(29))
            .to_vec();
        let cases = [
            (means("3.5 3.1 2.9 3.9 3.2 3.4 3.5 3.3 2.9"), "82.50"),
            (v2, "91.48"),
            (means("3.31 3.35 3.49 3.93 3.45 3.39 3.39 3.76 3.35"), "87.28"),
            (means("4 4 4 4 4 4 4 4 4"), "100.00"),
            // A third and two thirds are one, although neither can be written in full.
            (vec![Decimal::ONE / Decimal::from(3), Decimal::from(2) / Decimal::from(3)], "12.50"),
        ];
        for (means, expected) in cases {
            assert_eq!(index(&means).unwrap().to_string(), expected, "{means:?}");
        }
        assert_eq!(index(&[]), None);
    }

    // The worked examples with the exact weight, with 0.111 and with 0.11.
    #[test]
    fn printed_weights_give_the_smaller_figures_of_real_reports() {
        let v2: Vec<Decimal> = [105, 101, 100, 116, 102, 105, 106, 105, 115]
            .map(|total| Decimal::from(total) / Decimal::from(29))
            .to_vec();
        for (means, exact, thousandths, hundredths) in [
            (means("3.5 3.1 2.9 3.9 3.2 3.4 3.5 3.3 2.9"), "82.50", "82.42", "81.68"),
            (v2, "91.48", "91.38", "90.56"),
            (means("3.31 3.35 3.49 3.93 3.45 3.39 3.39 3.76 3.35"), "87.28", "87.19", "86.41"),
            (means("4 4 4 4 4 4 4 4 4"), "100.00", "99.90", "99.00"),
        ] {
            assert_eq!(index(&means).unwrap().to_string(), exact);
            let [hundredth, thousandth] = PRINTED_WEIGHTS;
            assert_eq!(weighted(&means, thousandth).to_string(), thousandths);
            assert_eq!(weighted(&means, hundredth).to_string(), hundredths);
            let figure = |text: &str| Decimal::read(text).unwrap();
            assert_eq!(explains(&means, figure(hundredths)), Some(hundredth));
            assert_eq!(explains(&means, figure(thousandths)), Some(thousandth));
            assert_eq!(explains(&means, figure(exact)), None);
        }
        assert_eq!(explains(&means("4 4 4"), Decimal::new(33, 0)), None);
    }

    #[test]
    fn halves_go_up_at_the_edges_of_bands() {
        let edges = [
            ("2.5996", "64.99"),
            ("2.5998", "65.00"),
            ("2.60", "65.00"),
            ("3.064", "76.60"),
            ("3.0642", "76.61"),
            ("3.0644", "76.61"),
            ("3.532", "88.30"),
            ("3.5322", "88.31"),
            ("3.5324", "88.31"),
        ];
        for (mean, expected) in edges {
            assert_eq!(index(&means(mean)).unwrap().to_string(), expected, "{mean}");
        }
    }

    #[test]
    fn samples_are_those_of_the_published_table() {
        let table = [
            (10, 10),
            (15, 14),
            (20, 19),
            (50, 44),
            (100, 80),
            (200, 132),
            (300, 169),
            (500, 217),
            (1000, 278),
            (2000, 322),
            (5000, 357),
            (10_000, 370),
        ];
        for (population, target) in table {
            assert_eq!(sample_target(population), target, "{population}");
        }
        assert_eq!((sample_target(0), sample_target(1)), (0, 1));
    }
}
