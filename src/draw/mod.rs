//! Drawings made at build: figures and places → SVG that says in words what it shows.
//!
//! A drawing never stands alone: the page has the same facts as text or table. Coordinates are whole units of the view box, so
//! that the same facts give the same bytes. Strokes and fills default to the colour of the text; classes of the theme add more,
//! so that a drawing can be read in black and white, in the dark and without the style sheet.

pub mod canvas;
pub mod lettering;
