//! An SVG under way: shapes in, one element out, everything escaped.

use std::fmt::{Display, Write};

use crate::text;
use crate::view::Svg;

/// A drawing under way. Coordinates are units of the view box from its upper left corner.
#[derive(Debug)]
pub struct Canvas {
    width: u32,
    height: u32,
    // The size of letters where no style sheet says another.
    letters: Option<u32>,
    body: String,
}

/// Where a text stands against its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

impl Canvas {
    /// Starts an empty drawing.
    pub fn new(width: u32, height: u32) -> Self {
        Self { width, height, letters: None, body: String::new() }
    }

    /// Says how large letters are, in units of the view box, also where there is no style sheet.
    #[must_use]
    pub fn lettered(mut self, size: u32) -> Self {
        self.letters = Some(size);
        self
    }

    /// Draws what `inner` draws as one group of a class.
    pub fn group(&mut self, class: &str, inner: impl FnOnce(&mut Self)) {
        self.put(format_args!("<g{}>", class_attribute(class)));
        inner(self);
        self.put("</g>");
    }

    /// Draws a rectangle with round corners of radius `round`.
    pub fn rect(&mut self, class: &str, (x, y): (i32, i32), (width, height): (u32, u32), round: u32) {
        let round = if round == 0 { String::new() } else { format!(" rx=\"{round}\"") };
        self.shape("rect", class, format_args!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}"));
    }

    /// Draws a rectangle full of ink.
    pub fn solid(&mut self, class: &str, (x, y): (i32, i32), (width, height): (u32, u32)) {
        let place = format_args!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"currentColor\"");
        self.shape("rect", class, place);
    }

    /// Draws a circle full of ink.
    pub fn dot(&mut self, class: &str, (x, y): (i32, i32), radius: u32) {
        self.shape("circle", class, format_args!("cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"currentColor\""));
    }

    /// Draws a circle.
    pub fn circle(&mut self, class: &str, (x, y): (i32, i32), radius: u32) {
        self.shape("circle", class, format_args!("cx=\"{x}\" cy=\"{y}\" r=\"{radius}\""));
    }

    /// Draws a path of straight lines through points.
    pub fn line(&mut self, class: &str, points: &[(i32, i32)]) {
        self.path(class, points, "");
    }

    /// Draws straight strokes, each from one point to another; nothing where there are none.
    pub fn strokes(&mut self, class: &str, strokes: &[[(i32, i32); 2]]) {
        let ways = strokes.iter().map(|[(x, y), (to_x, to_y)]| format!("M{x} {y}L{to_x} {to_y}"));
        let way: String = ways.collect();
        if !way.is_empty() {
            self.shape("path", class, format_args!("d=\"{way}\""));
        }
    }

    /// Draws an area inside points.
    pub fn area(&mut self, class: &str, points: &[(i32, i32)]) {
        self.path(class, points, "z");
    }

    fn path(&mut self, class: &str, points: &[(i32, i32)], end: &str) {
        let mut way = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            write!(way, "{}{x} {y}", if at == 0 { 'M' } else { 'L' }).expect("a string takes everything");
        }
        self.shape("path", class, format_args!("d=\"{way}{end}\""));
    }

    /// Draws one line of text; `y` is its baseline.
    pub fn text(&mut self, class: &str, (x, y): (i32, i32), anchor: Anchor, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (class, words) = (class_attribute(class), text::escape_html(words));
        self.put(format_args!(
            "<text{class} x=\"{x}\" y=\"{y}\"{anchor} fill=\"currentColor\" stroke=\"none\">{words}</text>"
        ));
    }

    fn shape(&mut self, name: &str, class: &str, attributes: impl Display) {
        let class = class_attribute(class);
        self.put(format_args!("<{name}{class} {attributes}></{name}>"));
    }

    fn put(&mut self, markup: impl Display) {
        write!(self.body, "{markup}").expect("a string takes everything");
    }

    /// Ends the drawing: an image with a name and a description. `id` names it within its page, and nothing else there begins
    /// with it.
    pub fn finish(self, class: &str, id: &str, name: &str, description: &str) -> Svg {
        let Self { width, height, letters, body } = self;
        let letters = letters.map(|size| format!(" font-size=\"{size}\"")).unwrap_or_default();
        let (class, id) = (class_attribute(class), text::escape_attribute(id));
        let (name, description) = (text::escape_attribute(name), text::escape_attribute(description));
        Svg(format!(
            "<svg{class} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-nama\" \
             aria-describedby=\"{id}-isi\" fill=\"none\" stroke=\"currentColor\"{letters}><title id=\"{id}-nama\">{name}</title>\
             <desc id=\"{id}-isi\">{description}</desc>{body}</svg>"
        ))
    }
}

fn class_attribute(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(" class=\"{}\"", text::escape_attribute(class)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        let mut canvas = Canvas::new(10, 10);
        canvas.text("a\"b", (1, 2), Anchor::Middle, "</text><script>");
        let Svg(svg) = canvas.finish("", "x", "<b>", "\"");
        assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains("a\"b"), "{svg}");
    }
}
