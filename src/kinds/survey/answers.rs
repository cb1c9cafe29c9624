//! The raw answers of a survey: CSV, a header of element words, one respondent a row, 1 to 4 or empty. They are counted
//! here and never published: a row of answers may be known by whoever saw it being filled in.

use std::collections::BTreeMap;

use super::element::Element;
use crate::diag::Problem;
use crate::model::scalar::{Choice, Scalar};
use crate::text;

/// What the answers to one question add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Total {
    /// The sum of the answers.
    pub sum: u32,
    /// How many answered; who did not is not counted as a bad answer.
    pub count: u32,
}

/// What a file of answers says.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// Per element.
    pub totals: BTreeMap<Element, Total>,
    /// How many gave an answer at all.
    pub respondents: u32,
}

// The text is in memory and UTF-8, and rows may differ in length: nothing is left that could fail.
const NEVER_FAILS: &str = "text in memory has rows";

/// Counts the answers in a file, or tells everything that is wrong in it.
pub(super) fn count(file: &str) -> Result<Answers, Vec<Problem>> {
    // Spreadsheets that write decimals with a comma part cells by semicolons.
    let header = file.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') { b';' } else { b',' };
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(file.as_bytes());
    let columns = columns(rows.headers().expect(NEVER_FAILS))?;
    let mut answers = Answers::default();
    let mut problems = Vec::new();
    for row in rows.records() {
        let row = row.expect(NEVER_FAILS);
        let line = row.position().map_or(0, csv::Position::line);
        let mut answered = false;
        for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let element = columns.get(at);
            match (element, cell.trim().parse::<u32>()) {
                (Some(element), Ok(answer @ 1..=4)) => {
                    let total = answers.totals.entry(*element).or_default();
                    total.sum += answer;
                    total.count += 1;
                    answered = true;
                }
                _ => problems.push(Problem::AnswerUnread {
                    row: usize::try_from(line).unwrap_or(0),
                    column: element.map_or_else(|| format!("{}", at + 1), |element| element.key().to_owned()),
                    found: cell.trim().to_owned(),
                }),
            }
        }
        answers.respondents += u32::from(answered);
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

fn columns(header: &csv::StringRecord) -> Result<Vec<Element>, Vec<Problem>> {
    let known = || Element::ALL.iter().map(|element| element.key());
    let mut columns: Vec<Element> = Vec::new();
    let mut problems = Vec::new();
    for word in header.iter().map(str::trim) {
        match Element::read(word) {
            Ok(element) if columns.contains(&element) => {
                problems.push(Problem::DuplicateKey { key: word.to_owned() });
            }
            Ok(element) => columns.push(element),
            Err(_) => problems.push(Problem::UnknownKey {
                key: word.to_owned(),
                near: text::nearest(word, known()).map(str::to_owned),
                known: known().map(str::to_owned).collect(),
            }),
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana\n";
    const ROWS: &str = "4,3,3,4,3,4,4,3,3\n3,3,3,4,3,3,3,3,3\n4,4,3,4,4,4,4,4,3\n3,3,2,4,3,3,3,3,3\n4,3,3,4,3,3,4,3,2\n\
                        3,3,3,4,3,3,3,3,3\n3,2,2,4,3,3,3,4,3\n4,4,4,4,4,4,4,4,4\n3,3,3,3,3,3,3,2,2\n4,3,3,4,3,4,4,4,3\n";

    #[test]
    fn answers_are_summed_by_element() {
        let answers = count(&format!("{HEADER}{ROWS}")).unwrap();
        let sums: Vec<u32> = answers.totals.values().map(|total| total.sum).collect();
        assert_eq!(sums, [35, 31, 29, 39, 32, 34, 35, 33, 29]);
        assert_eq!(answers.respondents, 10);
    }

    #[test]
    fn who_did_not_answer_is_not_counted() {
        let answers = count("waktu;biaya\n4;\n;\n3;2\n").unwrap();
        assert_eq!(answers.totals[&Element::Time], Total { sum: 7, count: 2 });
        assert_eq!(answers.totals[&Element::Fee], Total { sum: 2, count: 1 });
        assert_eq!(answers.respondents, 2);
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let codes = |file: &str| -> Vec<&str> { count(file).unwrap_err().iter().map(Problem::code).collect() };
        assert_eq!(codes("waktu,biya,waktu\n"), ["unknown-key", "duplicate-key"]);
        assert_eq!(codes("waktu\n5\nx\n3,4\n"), ["answer-unread", "answer-unread", "answer-unread"]);
    }
}
