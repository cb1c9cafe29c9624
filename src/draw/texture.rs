//! Areas that are told apart without colour: each texture is drawn of lines, so that it survives a printer without ink of its
//! own, a dark screen and a page without style.

use super::canvas::Canvas;

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Texture {
    /// With ink.
    Solid,
    /// With nothing: an outline.
    Empty,
    /// With lines that rise to the right.
    Rising,
    /// With lines that fall to the right.
    Falling,
    /// With upright lines.
    Upright,
    /// With level lines.
    Level,
    /// With upright and level lines.
    Grid,
    /// With lines that rise and lines that fall.
    Crossed,
}

impl Texture {
    fn has(self, lines: Self) -> bool {
        match self {
            Self::Grid => matches!(lines, Self::Upright | Self::Level),
            Self::Crossed => matches!(lines, Self::Rising | Self::Falling),
            own => own == lines,
        }
    }

    // Lines of a mixture stand wider apart.
    fn step(self) -> i32 {
        if matches!(self, Self::Grid | Self::Crossed) { 6 } else { 4 }
    }

    /// Draws an area with its upper left corner at `corner`.
    pub fn draw(self, canvas: &mut Canvas, corner: (i32, i32), (width, height): (i32, i32)) {
        let (x, y) = corner;
        let (right, bottom) = (x + width, y + height);
        let size = (width.unsigned_abs(), height.unsigned_abs());
        if self == Self::Solid {
            return canvas.solid("chart__solid", corner, size);
        }
        canvas.group("chart__hatch", |canvas| {
            canvas.rect("", corner, size, 0);
            let step = self.step();
            let mut strokes: Vec<[(i32, i32); 2]> = Vec::new();
            if self.has(Self::Upright) {
                strokes.extend(inside(x, right, step).map(|at| [(at, y), (at, bottom)]));
            }
            if self.has(Self::Level) {
                strokes.extend(inside(y, bottom, step).map(|at| [(x, at), (right, at)]));
            }
            // Along a rising line x + y stays the same, along a falling one x - y; both are counted from the corner of the
            // view box, so that areas side by side have one grain.
            if self.has(Self::Rising) {
                let cut =
                    |sum: i32| [(x.max(sum - bottom), bottom.min(sum - x)), (right.min(sum - y), y.max(sum - right))];
                strokes.extend(inside(x + y, right + bottom, step).map(cut));
            }
            if self.has(Self::Falling) {
                let cut = |lead: i32| {
                    [(x.max(y + lead), y.max(x - lead)), (right.min(bottom + lead), bottom.min(right - lead))]
                };
                strokes.extend(inside(x - bottom, right - y, step).map(cut));
            }
            canvas.strokes("", &strokes);
        });
    }
}

// The multiples of `step` strictly between two places.
fn inside(from: i32, to: i32, step: i32) -> impl Iterator<Item = i32> {
    let first = (from.div_euclid(step) + 1) * step;
    (first..to).step_by(step.unsigned_abs() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Svg;

    const ALL: [Texture; 8] = [
        Texture::Solid,
        Texture::Empty,
        Texture::Rising,
        Texture::Falling,
        Texture::Upright,
        Texture::Level,
        Texture::Grid,
        Texture::Crossed,
    ];

    fn drawn(texture: Texture, size: (i32, i32)) -> String {
        let mut canvas = Canvas::new(100, 100);
        texture.draw(&mut canvas, (10, 20), size);
        let Svg(svg) = canvas.finish("", "x", "", "");
        svg
    }

    // The points of all lines.
    fn points(svg: &str) -> Vec<(i32, i32)> {
        let ways = svg.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let points = ways.flat_map(|way| way.split(['M', 'L']).filter(|point| !point.is_empty()));
        points
            .map(|point| point.split_once(' ').unwrap())
            .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
            .collect()
    }

    #[test]
    fn every_texture_looks_its_own_and_stays_inside() {
        let all: std::collections::BTreeSet<String> = ALL.iter().map(|texture| drawn(*texture, (40, 16))).collect();
        assert_eq!(all.len(), ALL.len());
        for texture in ALL {
            for size in [(40, 16), (7, 16), (16, 40), (1, 1), (0, 5)] {
                let points = points(&drawn(texture, size));
                let inside = |(x, y): &(i32, i32)| (10..=10 + size.0).contains(x) && (20..=20 + size.1).contains(y);
                assert!(points.iter().all(inside), "{texture:?} {size:?}: {points:?}");
            }
        }
        assert!(points(&drawn(Texture::Rising, (40, 16))).len() > 20);
        assert!(points(&drawn(Texture::Empty, (40, 16))).is_empty());
    }
}
