//! Level bars, one below another, each with its name and its figure in words above it. What is not known has no bar.

use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas};
use super::lettering;
use super::scale::Scale;
use super::texture::Texture;
use super::{LETTERS, WIDTH, column};
use crate::view::Svg;

/// Bars on one axis.
#[derive(Debug)]
pub struct Bars<'b> {
    /// From the top.
    pub rows: &'b [Bar],
    /// The figures at the ends of the axis; bars begin at the first.
    pub axis: (Decimal, Decimal),
    /// Figures that are marked in every row, and said below the last.
    pub marks: &'b [(Decimal, String)],
    /// Names of stretches of the axis, said above the first row.
    pub zones: &'b [(Decimal, Decimal, String)],
}

/// A bar.
#[derive(Debug)]
pub struct Bar {
    /// Whose figure it is.
    pub name: String,
    /// What is to be noticed of it.
    pub remark: Option<String>,
    /// Whether it sums up the others, and stands apart from them.
    pub is_sum: bool,
    /// The figure, where it is known.
    pub figure: Option<Decimal>,
    /// The figure in words, or that it is not known.
    pub words: String,
    /// How it is filled.
    pub texture: Texture,
}

const LINE: i32 = 17;
const THICK: i32 = 12;
const GAP: i32 = 12;

impl Bars<'_> {
    /// Draws them. `id`, `name` and `description` as in `Canvas::finish`.
    pub fn draw(&self, id: &str, name: &str, description: &str) -> Svg {
        let names: Vec<Vec<String>> = self.rows.iter().map(Bar::lines).collect();
        let head = if self.zones.is_empty() { 0 } else { LINE };
        let rows: i32 = names.iter().map(|lines| column(lines.len(), LINE) + THICK + GAP).sum();
        let rows = rows + column(self.rows.iter().filter(|row| row.is_sum).count(), GAP);
        let foot = if self.marks.is_empty() { 0 } else { LINE };
        let mut canvas = Canvas::new(WIDTH, (head + rows + foot).unsigned_abs()).lettered(LETTERS);
        let scale = Scale::new(self.axis, (1, WIDTH.cast_signed() - 1));
        for (from, to, name) in self.zones {
            let middle = i32::midpoint(scale.at(*from), scale.at(*to));
            canvas.text("chart__quiet", (middle, LINE - 5), Anchor::Middle, name);
        }
        let mut top = head;
        for (row, lines) in self.rows.iter().zip(&names) {
            top = self.row(row, lines, &scale, top, &mut canvas) + if row.is_sum { 2 * GAP } else { GAP };
        }
        self.feet(&scale, top, &mut canvas);
        canvas.finish("chart__picture", id, name, description)
    }

    fn row(&self, row: &Bar, lines: &[String], scale: &Scale, top: i32, canvas: &mut Canvas) -> i32 {
        let (first, last) = (scale.at(self.axis.0), scale.at(self.axis.1));
        let mut y = top;
        for line in lines {
            y += LINE;
            canvas.text(if row.is_sum { "chart__figure" } else { "" }, (0, y - 4), Anchor::Start, line);
        }
        let class = if row.figure.is_some() { "chart__figure" } else { "chart__quiet" };
        canvas.text(class, (WIDTH.cast_signed(), top + LINE - 4), Anchor::End, &row.words);
        let Some(figure) = row.figure else {
            canvas.line("chart__absent", &[(first, y + THICK / 2), (last, y + THICK / 2)]);
            return y + THICK;
        };
        canvas.rect("chart__track", (first, y), ((last - first).unsigned_abs(), THICK.unsigned_abs()), 0);
        row.texture.draw(canvas, (first, y), (scale.at(figure) - first, THICK));
        let marks = self.marks.iter().map(|(figure, _)| scale.at(*figure)).filter(|x| *x > first && *x < last);
        canvas.strokes("chart__mark", &marks.map(|x| [(x, y), (x, y + THICK)]).collect::<Vec<_>>());
        y + THICK
    }

    // Words that would meet are left out from the left: the last says where the axis ends.
    fn feet(&self, scale: &Scale, top: i32, canvas: &mut Canvas) {
        let mut free = WIDTH.cast_signed();
        for (figure, words) in self.marks.iter().rev() {
            let (x, wide) = (scale.at(*figure), lettering::units(words, LETTERS));
            let right = (x + wide / 2).min(WIDTH.cast_signed()).max(wide);
            if right <= free {
                canvas.text("chart__quiet", (right, top + LINE - GAP), Anchor::End, words);
                free = right - wide - 6;
            }
        }
    }
}

impl Bar {
    fn lines(&self) -> Vec<String> {
        let words = match &self.remark {
            Some(remark) => format!("{} ({remark})", self.name),
            None => self.name.clone(),
        };
        let taken = lettering::width(&self.words) + 1_500;
        lettering::lines(&words, (WIDTH * 1_000 / LETTERS).saturating_sub(taken).max(4_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::tests::{rects, texts};

    fn bar(name: &str, figure: Option<i64>) -> Bar {
        Bar {
            name: name.to_owned(),
            remark: None,
            is_sum: false,
            figure: figure.map(Decimal::from),
            words: figure.map_or_else(|| "Belum ditetapkan".to_owned(), |figure| figure.to_string()),
            texture: Texture::Solid,
        }
    }

    fn drawn(rows: &[Bar]) -> String {
        let bars = Bars { rows, axis: (25.into(), 100.into()), marks: &[(65.into(), "65,00".to_owned())], zones: &[] };
        let Svg(svg) = bars.draw("x", "Nama", "Isi");
        svg
    }

    #[test]
    fn the_length_of_a_bar_is_the_distance_from_the_end_of_the_axis() {
        let figures = [25, 26, 50, 62, 99, 100];
        let svg = drawn(&figures.map(|figure| bar("A", Some(figure))));
        let lengths: Vec<i64> = rects(&svg, "chart__solid").iter().map(|rect| rect[2]).collect();
        assert_eq!(lengths.len(), figures.len());
        for (figure, length) in figures.iter().zip(&lengths) {
            let exact = (figure - 25) * i64::from(WIDTH - 2);
            assert!((length * 75 - exact).abs() <= 75, "{figure}: {length}");
        }
    }

    #[test]
    fn what_is_not_known_has_words_and_no_bar() {
        let svg = drawn(&[bar("Waktu", None), bar("Biaya", Some(25))]);
        let bars = rects(&svg, "chart__solid");
        assert_eq!(bars.len(), 1, "the lowest figure there can be is a bar of no length, not an absent one");
        assert_eq!(bars[0][2], 0);
        assert!(svg.contains("chart__absent") && texts(&svg).iter().any(|text| text.2 == "Belum ditetapkan"));
    }

    #[test]
    fn long_names_break_and_stay_in_the_drawing() {
        let long = "Penanganan pengaduan, saran, dan masukan masyarakat yang menyampaikannya secara langsung";
        let svg = drawn(&[
            bar(long, Some(80)),
            bar("Sistem_Database_Pemasyarakatan_yang_tidak_dapat_dipenggal_lagi", Some(70)),
        ]);
        for (x, y, text) in texts(&svg) {
            assert!(x >= 0 && x <= i64::from(WIDTH) && y > 0, "{text}");
            assert!(lettering::units(&text, LETTERS) <= WIDTH.cast_signed(), "{text}");
        }
    }

    #[test]
    fn no_rows_are_no_error() {
        assert!(drawn(&[]).starts_with("<svg"));
    }
}
