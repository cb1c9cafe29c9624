//! Drawings made at build: figures and places → SVG that says in words what it shows.
//!
//! A drawing never stands alone: the page has the same facts as text or table. Coordinates are whole units of the view box, so
//! that the same facts give the same bytes. Strokes and fills default to the colour of the text; classes of the theme add more,
//! so that a drawing can be read in black and white, in the dark and without the style sheet.

pub mod bars;
pub mod canvas;
pub mod lanes;
pub mod lettering;
pub mod lines;
pub mod qr;
pub mod scale;
pub mod stack;
pub mod texture;

// The width of a chart: a phone's column, so that letters there are as large as they are drawn. Wider screens enlarge it.
const WIDTH: u32 = 328;
const LETTERS: u32 = 13;

// The place of the line `at` of a column of lines.
fn column(at: usize, line: i32) -> i32 {
    i32::try_from(at).unwrap_or(i32::MAX).saturating_mul(line)
}

#[cfg(test)]
mod tests {
    //! What tests read back from a drawing.

    fn attribute(tag: &str, name: &str) -> Option<i64> {
        tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok()
    }

    // The tags of an element, each with what follows it.
    fn tags<'s>(svg: &'s str, element: &str) -> Vec<(&'s str, &'s str)> {
        let tags = svg.split('<').filter(|piece| piece.split([' ', '>']).next() == Some(element));
        tags.filter_map(|piece| piece.split_once('>')).collect()
    }

    /// Place and size of every rectangle of a class; of every one for an empty class.
    pub(super) fn rects(svg: &str, class: &str) -> Vec<[i64; 4]> {
        let of_class = |tag: &&str| class.is_empty() || tag.contains(&format!("class=\"{class}\""));
        let number = |tag: &str, name| attribute(tag, name).expect("a rectangle has a place and a size");
        let tags = tags(svg, "rect").into_iter().map(|(tag, _)| tag).filter(of_class);
        tags.map(|tag| ["x", "y", "width", "height"].map(|name| number(tag, name))).collect()
    }

    /// The centre of every circle of a class.
    pub(super) fn circles(svg: &str, class: &str) -> Vec<(i64, i64)> {
        let tags = tags(svg, "circle").into_iter().map(|(tag, _)| tag);
        let of_class = tags.filter(|tag| tag.contains(&format!("class=\"{class}\"")));
        of_class.filter_map(|tag| Some((attribute(tag, "cx")?, attribute(tag, "cy")?))).collect()
    }

    /// Every text with its point.
    pub(super) fn texts(svg: &str) -> Vec<(i64, i64, String)> {
        let texts = tags(svg, "text").into_iter();
        texts.filter_map(|(tag, text)| Some((attribute(tag, "x")?, attribute(tag, "y")?, text.to_owned()))).collect()
    }
}
