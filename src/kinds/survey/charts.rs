//! The drawings of surveys: the elements of one survey, and index and elements over time. What does not compare is not
//! joined, and the drawing says why.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::Survey;
use super::element::{Element, SurveyElement};
use super::page::{self, period, respondents, with_quality};
use crate::draw::bars::{Bar, Bars};
use crate::draw::lines::{self, Line, Point, Small, runs};
use crate::draw::texture::Texture;
use crate::kinds::Site;
use crate::kinds::band_scheme::BandScheme;
use crate::lang::{decimal, whole};
use crate::model::date::Date;
use crate::model::scalar::Choice;
use crate::page::ViewCx;
use crate::view::Chart;

// What can be answered, on the scale of the index: all ones, all fours.
const LEAST: Decimal = Decimal::from_parts(25, 0, 0, false, 0);
const MOST: Decimal = Decimal::ONE_HUNDRED;

type Zones = Vec<(Decimal, Decimal, String)>;

// The bands of the scheme, each by its letter.
fn zones(scheme: Option<&BandScheme>) -> Zones {
    let bands = scheme.into_iter().flat_map(|scheme| &scheme.bands);
    bands.map(|band| (band.from, band.to, band.code.clone())).collect()
}

// The figures at which bands begin.
fn limits(zones: &Zones, from: Decimal, cx: &ViewCx<'_>) -> Vec<(Decimal, String)> {
    let mut limits: Vec<Decimal> =
        zones.iter().map(|zone| zone.0).chain([from, MOST]).filter(|at| *at >= from).collect();
    limits.sort_unstable();
    limits.dedup();
    let words = |at: Decimal| decimal(at.normalize(), cx.lang);
    limits.into_iter().map(|at| (at, words(at))).collect()
}

fn missing(cx: &ViewCx<'_>) -> String {
    cx.say("Belum ditetapkan", "Not stated").to_owned()
}

// `72,50 C`
fn lettered(figure: Decimal, scheme: Option<&BandScheme>, cx: &ViewCx<'_>) -> String {
    let letter = scheme.and_then(|scheme| scheme.band_of(figure)).map(|band| format!(" {}", band.code));
    format!("{}{}", decimal(figure, cx.lang), letter.unwrap_or_default())
}

/// Draws the elements of a survey below its index, the lowest first; nothing where no element has a value.
pub(super) fn elements(survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> Option<Chart> {
    let index = survey.index(site)?;
    let scheme = survey.scheme(site);
    let known = survey.elements(site);
    let mean = |element: Element| known.iter().find(|known| known.element == element);
    let lowest = page::lowest(&known);
    let is_lowest = |element: &SurveyElement| Some(element.mean) == lowest;
    let bar = |element: &Element| {
        let known = mean(*element);
        let is_lowest = known.is_some_and(|known| is_lowest(known));
        Bar {
            name: element.label().of(cx.lang).to_owned(),
            is_sum: false,
            remark: is_lowest.then(|| cx.say("terendah", "lowest").to_owned()),
            figure: known.map(|known| known.converted()),
            words: known.map_or_else(|| missing(cx), |known| lettered(known.converted(), scheme, cx)),
            texture: if is_lowest { Texture::Rising } else { Texture::Solid },
        }
    };
    let mut order: Vec<&Element> = Element::ALL.iter().collect();
    order.sort_by_key(|element| (mean(**element).is_none(), mean(**element).map(|known| known.mean), **element));
    let total = Bar {
        name: cx.say("Indeks (IKM)", "Index (IKM)").to_owned(),
        remark: None,
        is_sum: true,
        figure: Some(index),
        words: lettered(index, scheme, cx),
        texture: Texture::Solid,
    };
    let rows: Vec<Bar> = [total].into_iter().chain(order.into_iter().map(bar)).collect();
    let zones = zones(scheme);
    let bars = Bars { rows: &rows, axis: (LEAST, MOST), marks: &limits(&zones, LEAST, cx), zones: &zones };
    let finding = finding(survey, index, &known, site, cx);
    let svg = bars.draw(
        "gambar-unsur",
        cx.say("Nilai tiap unsur", "Value of each element"),
        cx.say(
            "Batang mendatar dari 25 sampai 100, unsur terendah di atas. Angkanya ada di tabel.",
            "Level bars from 25 to 100, the lowest element on top. The figures are in the table.",
        ),
    );
    let ends = cx.say(
        "Batang mulai dari 25, nilai bila semua responden menjawab 1; 100 bila semua menjawab 4.",
        "Bars begin at 25, the value if everybody answered 1; 100 if everybody answered 4.",
    );
    Some(Chart { finding, svg, notes: vec![ends.to_owned()] })
}

fn finding(survey: &Survey, index: Decimal, known: &[&SurveyElement], site: &Site, cx: &ViewCx<'_>) -> String {
    let (when, n) = (period(survey, cx.lang), respondents(survey, cx.lang));
    let index = with_quality(index, survey.band(site), cx.lang);
    let all = cx.say(format!("Indeks {index}, dari {n} pada {when}."), format!("Index {index}, from {n} in {when}."));
    match least(survey, known, site, cx) {
        Some((names, figure)) => format!("{all} {}: {names} ({figure}).", cx.say("Terendah", "Lowest")),
        None => all,
    }
}

// The names of the lowest elements, and their value; none where all are equal.
fn least(survey: &Survey, known: &[&SurveyElement], site: &Site, cx: &ViewCx<'_>) -> Option<(String, String)> {
    let lowest = page::lowest(known)?;
    let first = known.iter().find(|element| element.mean == lowest)?;
    Some((page::named(known, lowest, cx.lang), lettered(first.converted(), survey.scheme(site), cx)))
}

/// Draws index and elements of surveys over time; nothing where no survey has an index.
pub(super) fn over_time(newest: &[&Survey], site: &Site, cx: &ViewCx<'_>) -> Option<[Chart; 2]> {
    let mut surveys = newest.to_vec();
    surveys.sort_by_key(|survey| (survey.period.to, survey.period.from, Reverse(survey.respondents)));
    let last = *surveys.iter().rev().find(|survey| survey.index(site).is_some())?;
    // One axis holds one scheme: surveys by another one stand in the list only.
    surveys.retain(|survey| survey.method == last.method);
    let scheme = last.scheme(site);
    let index: Vec<Point> = points(&surveys, |survey| survey.index(site), site, cx);
    let rows: Vec<(String, Vec<Point>)> = Element::ALL
        .iter()
        .map(|element| {
            let value = |survey: &Survey| {
                let elements = survey.elements(site);
                elements.iter().find(|known| known.element == *element).map(|known| known.converted())
            };
            let mut points = points(&surveys, value, site, cx);
            for point in &mut points {
                // How many answered stands in the other drawing.
                point.time.truncate(2);
            }
            (element.label().of(cx.lang).to_owned(), points)
        })
        .collect();
    let zones = zones(scheme);
    let floor = |points: &mut dyn Iterator<Item = &Point>| floor(points, &zones);
    let index_floor = floor(&mut index.iter());
    let line = Line {
        points: &index,
        axis: (index_floor, MOST),
        marks: &limits(&zones, index_floor, cx),
        zones: &zones.iter().filter(|zone| zone.1 > index_floor).cloned().collect::<Vec<_>>(),
    };
    let rows_floor = floor(&mut rows.iter().flat_map(|(_, points)| points));
    let marks: Vec<Decimal> = zones.iter().map(|zone| zone.0).filter(|at| *at > rows_floor).collect();
    let small = Small { rows: &rows, axis: (rows_floor, MOST), marks: &marks };
    let dots = cx.say(
        "Satu titik satu survei. Angkanya ada di tabel.",
        "A point for each survey. The figures are in the table.",
    );
    let axis = [axis_note(index_floor, cx)].into_iter();
    Some([
        Chart {
            finding: index_finding(&surveys, &index, site, cx),
            svg: line.draw("gambar-indeks", cx.say("IKM tiap survei", "Index of each survey"), dots),
            notes: axis.chain(notes(&surveys, &index, site, cx)).collect(),
        },
        Chart {
            finding: elements_finding(last, site, cx),
            svg: small.draw("gambar-unsur", cx.say("Nilai unsur tiap survei", "Elements of each survey"), dots),
            notes: vec![axis_note(rows_floor, cx)],
        },
    ])
}

fn points(
    surveys: &[&Survey],
    figure: impl Fn(&Survey) -> Option<Decimal>,
    site: &Site,
    cx: &ViewCx<'_>,
) -> Vec<Point> {
    let Some(first) = surveys.first() else { return Vec::new() };
    let point = |(at, survey): (usize, &&Survey)| {
        let figure = figure(survey);
        let before = at.checked_sub(1).and_then(|before| surveys.get(before));
        let mut time = survey.period.brief(cx.lang);
        time.push(format!("n {}", whole(survey.respondents, cx.lang)));
        Point {
            day: first.period.to.days_until(survey.period.to),
            figure,
            words: figure.map_or_else(|| missing(cx), |figure| decimal(figure, cx.lang)),
            time,
            comparable: is_large(survey) && is_whole(survey, site),
            follows: before.is_none_or(|before| follows(before.period.to, survey.period.from)),
        }
    };
    surveys.iter().enumerate().map(point).collect()
}

// A population that is not stated leaves the size of the sample open: that is said, not held against it.
fn is_large(survey: &Survey) -> bool {
    survey.sample_target().is_none_or(|target| survey.respondents >= target)
}

// An index of fewer elements does not compare with one of nine.
fn is_whole(survey: &Survey, site: &Site) -> bool {
    survey.elements(site).len() == Element::ALL.len()
}

// A survey is due once a year: after more than a year without one, one was left out.
fn follows(before: Date, from: Date) -> bool {
    from <= before.plus_years(1)
}

// The axis begins a little below the band of the lowest figure, so that differences can be seen.
fn floor(points: &mut dyn Iterator<Item = &Point>, zones: &Zones) -> Decimal {
    let Some(lowest) = points.filter_map(|point| point.figure).min() else { return LEAST };
    let start = zones.iter().map(|zone| zone.0).filter(|from| *from <= lowest).max().unwrap_or(LEAST);
    let five = Decimal::from(5);
    (((start - five) / five).floor() * five).max(LEAST)
}

fn axis_note(floor: Decimal, cx: &ViewCx<'_>) -> String {
    let floor = decimal(floor.normalize(), cx.lang);
    cx.say(
        format!("Sumbu tegak dari {floor} sampai 100; indeks mungkin dari 25 sampai 100. Garis: batas mutu."),
        format!("Upright axis from {floor} to 100; an index can be from 25 to 100. Lines: limits of quality."),
    )
}

fn index_finding(surveys: &[&Survey], points: &[Point], site: &Site, cx: &ViewCx<'_>) -> String {
    let said = |survey: &Survey| {
        let index = survey.index(site)?;
        let index = with_quality(index, survey.band(site), cx.lang);
        let (when, n) = (period(survey, cx.lang), respondents(survey, cx.lang));
        Some(cx.say(format!("{index} pada {when} ({n})"), format!("{index} in {when} ({n})")))
    };
    let last = surveys.iter().rev().find_map(|survey| said(survey)).unwrap_or_default();
    let run = runs(points).pop().filter(|run| run.end == points.len());
    match run.and_then(|run| said(surveys.get(run.start)?)) {
        Some(first) => cx.say(format!("IKM: dari {first} ke {last}."), format!("Index: from {first} to {last}.")),
        None => cx.say(format!("IKM terakhir: {last}."), format!("Latest index: {last}.")),
    }
}

fn elements_finding(survey: &Survey, site: &Site, cx: &ViewCx<'_>) -> String {
    let elements = survey.elements(site);
    let (when, n) = (period(survey, cx.lang), respondents(survey, cx.lang));
    let Some((names, figure)) = least(survey, &elements, site, cx) else {
        return cx.say(
            format!("Semua unsur bernilai sama pada {when} ({n})."),
            format!("All elements are equal in {when} ({n})."),
        );
    };
    cx.say(
        format!("Unsur terendah pada {when}: {names} ({figure}; {n})."),
        format!("Lowest element in {when}: {names} ({figure}; {n})."),
    )
}

fn notes(surveys: &[&Survey], index: &[Point], site: &Site, cx: &ViewCx<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if runs(index).is_empty() {
        notes.push(lines::no_trend(cx.lang).to_owned());
    }
    let many = |count: usize| whole(count, cx.lang);
    let small = surveys.iter().filter(|survey| !is_large(survey)).count();
    if small > 0 {
        let small = many(small);
        notes.push(cx.say(
            format!("{small} survei dengan responden kurang dari sasaran: titiknya kosong dan tidak disambung."),
            format!("{small} surveys with fewer respondents than the target: their points are open and not joined."),
        ));
    }
    let partial = surveys.iter().filter(|survey| !is_whole(survey, site)).count();
    if partial > 0 {
        let partial = many(partial);
        notes.push(cx.say(
            format!("{partial} survei tidak menilai kesembilan unsur: titiknya kosong dan tidak disambung."),
            format!("{partial} surveys without all nine elements: their points are open and not joined."),
        ));
        notes.push(cx.say("Garis tegak putus-putus: belum ditetapkan.", "Dashed upright line: not stated.").to_owned());
    }
    let holes = index.iter().filter(|point| !point.follows).count();
    if holes > 0 {
        notes.push(cx.say(
            format!("Garis terputus di {} jeda lebih dari setahun tanpa survei.", many(holes)),
            format!("The line breaks at {} gaps of more than a year without a survey.", many(holes)),
        ));
    }
    let open = surveys.iter().filter(|survey| survey.population.is_none()).count();
    if open > 0 {
        let open = many(open);
        notes.push(cx.say(
            format!("{open} survei tidak menyebut populasi, jadi cukup tidaknya responden tidak dapat diperiksa."),
            format!("{open} surveys do not state the population, so whether enough answered cannot be told."),
        ));
    }
    notes
}
