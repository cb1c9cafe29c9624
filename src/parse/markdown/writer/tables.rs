//! Tables: in a box that scrolls and can be reached by keyboard, with headers that say what they head.

use super::{Open, Writer};
use crate::text::escape_attribute;
use pulldown_cmark::Alignment;

#[derive(Default)]
pub(super) struct TableState {
    pub(super) count: usize,
    pub(super) columns: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) in_head: bool,
    pub(super) has_body: bool,
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, columns: &[Alignment]) -> Open {
        let count = self.table.count + 1;
        self.table = TableState { count, columns: columns.to_vec(), ..TableState::default() };
        let name = escape_attribute(self.words.table);
        // Regions need different names.
        let number = if count == 1 { String::new() } else { format!(" {count}") };
        let start = format!("<section class=\"scroll\" tabindex=\"0\" aria-label=\"{name}{number}\"><table>");
        self.html(&start);
        Open::Table
    }

    pub(super) fn start_cell(&mut self) -> Open {
        let html = self.out.html.len();
        let heading = self.table.in_head;
        self.html(if heading { "<th scope=\"col\"" } else { "<td" });
        // A class, because a strict content security policy forbids style attributes.
        self.html(match self.table.columns.get(self.table.column) {
            Some(Alignment::Center) => " class=\"cell--center\">",
            Some(Alignment::Right) => " class=\"cell--end\">",
            Some(Alignment::Left | Alignment::None) | None => ">",
        });
        self.table.column += 1;
        Open::Cell { html, heading }
    }

    pub(super) fn end_cell(&mut self, html: usize, heading: bool) {
        if !heading {
            return self.html("</td>");
        }
        let cell = &self.out.html[html..];
        if cell.split_once('>').is_some_and(|(_, content)| content.trim().is_empty()) {
            // A header cell must say something.
            self.out.html.truncate(html);
            return self.html("<td></td>");
        }
        self.html("</th>");
    }

    /// A row must have a cell, even when all its cells were hidden.
    pub(super) fn fill_row(&mut self) {
        if self.out.html.ends_with("<tr>") {
            self.html("<td></td>");
        }
    }
}
