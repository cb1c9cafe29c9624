//! Level bars made of parts, one below another. Each part has a texture, and below its bar stands what it is, in words
//! beside a sample of the texture.

use rust_decimal::Decimal;

use super::canvas::{Anchor, Canvas};
use super::lettering;
use super::scale::Scale;
use super::texture::Texture;
use super::{LETTERS, WIDTH, column};
use crate::view::Svg;

/// Bars of parts on one axis of counts, which begins at zero.
#[derive(Debug)]
pub struct Stacks<'s> {
    /// From the top.
    pub rows: &'s [Stack],
    /// Round counts along the axis, with their words; the last ends it.
    pub ticks: &'s [(u64, String)],
}

/// A bar.
#[derive(Debug)]
pub struct Stack {
    /// What is counted, in words; may be empty.
    pub name: String,
    /// How many there are in all.
    pub total: u64,
    /// The parts, those of none left out. Without any, the bar is an outline.
    pub parts: Vec<Part>,
    /// What stands in place of parts.
    pub words: Option<String>,
}

/// A part of a bar.
#[derive(Debug)]
pub struct Part {
    /// How many.
    pub count: u64,
    /// A letter that stands above the part, where there is room, and before its words.
    pub letter: Option<&'static str>,
    /// How many of what, in words.
    pub words: String,
    /// How it is filled.
    pub texture: Texture,
}

const LINE: i32 = 17;
const THICK: i32 = 18;
const GAP: i32 = 14;
const SAMPLE: i32 = 12;

impl Stacks<'_> {
    /// Draws them. `id`, `name` and `description` as in `Canvas::finish`.
    pub fn draw(&self, id: &str, name: &str, description: &str) -> Svg {
        let most = self.rows.iter().map(|row| row.total).chain(self.ticks.iter().map(|(count, _)| *count)).max();
        let scale = Scale::new((Decimal::ZERO, most.unwrap_or(1).max(1).into()), (1, WIDTH.cast_signed() - 1));
        let keys: Vec<Vec<Key>> = self.rows.iter().map(Stack::keys).collect();
        let rows: i32 = self.rows.iter().zip(&keys).map(|(row, keys)| row.height(keys) + GAP).sum();
        let foot = if self.ticks.is_empty() { 0 } else { LINE };
        let mut canvas = Canvas::new(WIDTH, (rows + foot).unsigned_abs()).lettered(LETTERS);
        let mut top = 0;
        for (row, keys) in self.rows.iter().zip(&keys) {
            row.draw(keys, &scale, top, &mut canvas);
            top += row.height(keys) + GAP;
        }
        self.feet(&scale, top, &mut canvas);
        canvas.finish("chart__picture", id, name, description)
    }

    fn feet(&self, scale: &Scale, top: i32, canvas: &mut Canvas) {
        let Some((last, _)) = self.ticks.last() else { return };
        let y = top - GAP / 2;
        canvas.line("chart__mark", &[(scale.at(Decimal::ZERO), y), (scale.at((*last).into()), y)]);
        for (count, words) in self.ticks {
            let x = scale.at((*count).into());
            canvas.strokes("chart__mark", &[[(x, y), (x, y + 4)]]);
            let (x, anchor) = match *count {
                0 => (0, Anchor::Start),
                count if count == *last => (WIDTH.cast_signed(), Anchor::End),
                _ => (x, Anchor::Middle),
            };
            canvas.text("chart__quiet", (x, y + LINE), anchor, words);
        }
    }
}

// The words of a part, and where each of their lines stands below the bar.
struct Key {
    texture: Texture,
    x: i32,
    line: usize,
    words: Vec<String>,
}

impl Stack {
    fn head(&self) -> i32 {
        let letters = self.parts.iter().any(|part| part.letter.is_some());
        if self.name.is_empty() && !letters { 0 } else { LINE }
    }

    fn height(&self, keys: &[Key]) -> i32 {
        let below = keys.iter().map(|key| key.line + key.words.len()).max();
        let below = below.or_else(|| self.words.as_ref().map(|words| self.said(words).len()));
        self.head() + THICK + below.map_or(0, |lines| 4 + column(lines, LINE))
    }

    fn said(&self, words: &str) -> Vec<String> {
        lettering::lines(words, WIDTH * 1_000 / LETTERS)
    }

    // One after another, as many in a line as have room.
    fn keys(&self) -> Vec<Key> {
        let aside = SAMPLE + 5;
        let (mut x, mut line) = (0, 0);
        let mut keys = Vec::new();
        for part in &self.parts {
            let words = match part.letter {
                Some(letter) => format!("{letter} {}", part.words),
                None => part.words.clone(),
            };
            let wide = aside + lettering::units(&words, LETTERS);
            if x > 0 && x + wide > WIDTH.cast_signed() {
                (x, line) = (0, line + 1);
            }
            let room = (WIDTH.cast_signed() - aside).unsigned_abs() * 1_000 / LETTERS;
            let words = lettering::lines(&words, room);
            let lines = words.len();
            keys.push(Key { texture: part.texture, x, line, words });
            (x, line) = if lines > 1 { (0, line + lines) } else { (x + wide + 10, line) };
        }
        keys
    }

    fn draw(&self, keys: &[Key], scale: &Scale, top: i32, canvas: &mut Canvas) {
        let zero = scale.at(Decimal::ZERO);
        if !self.name.is_empty() {
            canvas.text("", (0, top + LINE - 5), Anchor::Start, &self.name);
        }
        let y = top + self.head();
        if self.total == 0 {
            canvas.strokes("", &[[(zero, y), (zero, y + THICK)]]);
        } else if self.parts.is_empty() {
            let wide = scale.at(self.total.into()) - zero;
            canvas.rect("chart__absent", (zero, y), (wide.unsigned_abs(), THICK.unsigned_abs()), 0);
        }
        let mut before = 0_u64;
        for part in &self.parts {
            let (from, to) = (scale.at(before.into()), scale.at(before.saturating_add(part.count).into()));
            before = before.saturating_add(part.count);
            // A part too small to be seen still shows that it is there.
            let wide = (to - from).max(1);
            part.texture.draw(canvas, (from, y), (wide, THICK));
            if let Some(letter) = part.letter.filter(|_| wide >= SAMPLE) {
                canvas.text("chart__figure", (from + wide / 2, y - 4), Anchor::Middle, letter);
            }
        }
        let below = y + THICK + 4;
        for key in keys {
            let line = below + column(key.line, LINE);
            key.texture.draw(canvas, (key.x + 1, line + 3), (SAMPLE - 2, SAMPLE - 2));
            for (at, words) in key.words.iter().enumerate() {
                canvas.text("", (key.x + SAMPLE + 5, line + column(at + 1, LINE) - 4), Anchor::Start, words);
            }
        }
        for (at, words) in self.words.iter().flat_map(|words| self.said(words)).enumerate() {
            canvas.text("chart__quiet", (0, below + column(at + 1, LINE) - 4), Anchor::Start, &words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::tests::{rects, texts};

    const TEXTURES: [Texture; 3] = [Texture::Solid, Texture::Rising, Texture::Empty];

    fn stack(counts: &[u64]) -> Stack {
        let part = |(at, count): (usize, &u64)| Part {
            count: *count,
            letter: None,
            words: format!("{count} bagian"),
            texture: TEXTURES[at % 3],
        };
        Stack {
            name: "Masa".to_owned(),
            total: counts.iter().sum(),
            parts: counts.iter().enumerate().map(part).collect(),
            words: None,
        }
    }

    fn drawn(rows: &[Stack]) -> String {
        let Svg(svg) = Stacks { rows, ticks: &[] }.draw("x", "Nama", "Isi");
        svg
    }

    // The bars' parts: x and width, in order; samples of textures are smaller.
    fn parts(svg: &str) -> Vec<[i64; 2]> {
        rects(svg, "").iter().filter(|rect| rect[3] == i64::from(THICK)).map(|rect| [rect[0], rect[2]]).collect()
    }

    #[test]
    fn parts_follow_one_another_and_their_lengths_are_their_counts() {
        let svg = drawn(&[stack(&[9, 2, 1]), stack(&[3, 3, 0])]);
        let parts = parts(&svg);
        let room = i64::from(WIDTH - 2);
        for ([_, wide], count) in parts.iter().zip([9, 2, 1, 3, 3]) {
            assert!((wide * 12 - count * room).abs() <= 12, "{count}: {wide}");
        }
        for pair in parts[..3].windows(2) {
            assert_eq!(pair[0][0] + pair[0][1], pair[1][0]);
        }
        assert_eq!(parts[2][0] + parts[2][1], i64::from(WIDTH) - 1, "the parts fill the whole");
    }

    #[test]
    fn zero_is_a_mark_and_a_word_and_what_is_not_told_is_an_outline() {
        let none = Stack { name: "A".to_owned(), total: 0, parts: Vec::new(), words: Some("0 pengaduan".to_owned()) };
        let untold =
            Stack { name: "B".to_owned(), total: 2, parts: Vec::new(), words: Some("tidak dirinci".to_owned()) };
        let svg = drawn(&[none, untold]);
        assert_eq!(parts(&svg).len(), 1);
        assert_eq!(svg.matches("chart__absent").count(), 1);
        for words in ["0 pengaduan", "tidak dirinci"] {
            assert!(texts(&svg).iter().any(|text| text.2 == words), "{svg}");
        }
    }

    #[test]
    fn nothing_but_zero_stands_at_the_beginning() {
        let svg = drawn(&[stack(&[])]);
        assert!(svg.contains("d=\"M1 "), "{svg}");
    }

    #[test]
    fn any_number_of_bars_keeps_its_words_apart() {
        for many in [0, 1, 2, 3, 40] {
            let rows: Vec<Stack> = (0..many).map(|at| stack(&[4_000_000, at, 1])).collect();
            let svg = drawn(&rows);
            let mut places: Vec<(i64, i64)> = texts(&svg).into_iter().map(|(x, y, _)| (x, y)).collect();
            let all = places.len();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), all);
        }
    }

    #[test]
    fn a_part_that_is_too_small_to_be_seen_is_seen() {
        let parts = parts(&drawn(&[stack(&[4_000_000, 1])]));
        assert_eq!(parts[1][1], 1);
    }

    #[test]
    fn long_words_break_below_the_bar() {
        let mut long = stack(&[2, 3]);
        long.parts[0].words = "2 selesai dan dinilai memadai atau baik oleh pengawas yang berwenang".to_owned();
        long.parts[0].letter = Some("M");
        for (x, _, text) in texts(&drawn(&[long])) {
            assert!(x + i64::from(lettering::units(&text, LETTERS)) <= i64::from(WIDTH) + 2, "{text}");
        }
    }
}
