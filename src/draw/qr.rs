//! A text → a QR code as SVG: dark on a white ground of its own, with the quiet margin that readers need.

use std::fmt::Write;

use fast_qr::qr::QRBuilder;
use fast_qr::{ECL, QRCode};

use crate::text;
use crate::view::Svg;

/// The quiet margin on each side, in modules (ISO/IEC 18004).
const MARGIN: usize = 4;

/// A text that no QR code of this error level holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text is too long for a QR code")]
pub struct TooLong;

/// Draws a text as a QR code of error level Q: a quarter of it may be dirty or torn. `name` says what it is for.
///
/// # Errors
/// The text does not fit.
pub fn code(words: &str, name: &str) -> Result<Svg, TooLong> {
    let code = QRBuilder::new(words).ecl(ECL::Q).build().map_err(|_| TooLong)?;
    let (side, runs, name) = (code.size + 2 * MARGIN, runs(&code), text::escape_attribute(name));
    // Its colours stand here and not in the style: also in the dark, readers want dark on light.
    Ok(Svg(format!(
        "<svg viewBox=\"0 0 {side} {side}\" width=\"{side}\" height=\"{side}\" role=\"img\" aria-label=\"{name}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"></path><path fill=\"#000\" d=\"{runs}\"></path></svg>"
    )))
}

// One rectangle for each run of dark modules in a row.
fn runs(code: &QRCode) -> String {
    let mut way = String::new();
    for y in 0..code.size {
        let dark = |x: usize| x < code.size && code[y][x].value();
        let mut x = 0;
        while x < code.size {
            let length = (x..).take_while(|x| dark(*x)).count();
            if length > 0 {
                write!(way, "M{} {}h{length}v1h-{length}z", x + MARGIN, y + MARGIN).expect("a string takes everything");
            }
            x += length.max(1);
        }
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://contoh.example/fasilitas/rutan/layanan/kunjungan/#versi-K7M4PX";

    // The modules of a drawing, margin and all, row by row.
    fn modules(svg: &str) -> Vec<Vec<bool>> {
        let side: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let mut rows = vec![vec![false; side]; side];
        let way = svg.split("fill=\"#000\" d=\"M").nth(1).unwrap().split("z\"").next().unwrap();
        for run in way.split("zM") {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let length: usize = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            rows[y][x..x + length].fill(true);
        }
        rows
    }

    #[test]
    fn the_margin_is_light_and_the_three_finders_are_in_their_corners() {
        let Svg(svg) = code(ADDRESS, "Periksa").unwrap();
        let rows = modules(&svg);
        let side = rows.len();
        assert_eq!((side - 2 * MARGIN) % 4, 1, "a version adds four modules to 17");
        let in_margin = |at: usize| at < MARGIN || at >= side - MARGIN;
        for (y, row) in rows.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                assert!(!(dark & (in_margin(x) || in_margin(y))), "{x} {y} is dark");
            }
        }
        // A ring, a light ring, a dark heart of three.
        let finder = |x: usize, y: usize| {
            let far = |at: usize| at.abs_diff(3);
            (0..7).all(|dy| (0..7).all(|dx| rows[y + dy][x + dx] == (far(dx).max(far(dy)) != 2)))
        };
        let (near, end) = (MARGIN, side - MARGIN - 7);
        assert_eq!(
            [finder(near, near), finder(end, near), finder(near, end), finder(end, end)],
            [true, true, true, false]
        );
    }

    #[test]
    fn a_longer_text_makes_a_larger_code_and_one_too_long_makes_none() {
        let side = |length: usize| code(&"a".repeat(length), "x").map(|Svg(svg)| modules(&svg).len() - 2 * MARGIN);
        // ISO/IEC 18004, table 7, bytes at level Q: version 1 holds 11, version 40 holds 1663.
        assert_eq!([side(11), side(12), side(1663), side(1664)], [Ok(21), Ok(25), Ok(177), Err(TooLong)]);
    }

    #[test]
    fn it_is_named_and_its_colours_are_its_own() {
        let Svg(svg) = code("x", "a\"<b>").unwrap();
        assert!(svg.contains("role=\"img\" aria-label=\"a&quot;") && !svg.contains("<b>"), "{svg}");
        assert!(
            svg.contains("fill=\"#fff\"") && svg.contains("fill=\"#000\"") && !svg.contains("currentColor"),
            "{svg}"
        );
        assert!(svg.len() < 4_000 && !svg.contains("style="), "{}", svg.len());
    }
}
