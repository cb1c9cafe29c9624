//! Links, images and figures: which address is written, and what stays when none is.

use super::{INFALLIBLE, Open, Writer};
use crate::parse::markdown::url::{self, Refused};
use crate::parse::markdown::{Resolved, Target, TargetKind, What};
use crate::text::{escape_attribute, escape_html};
use pulldown_cmark::LinkType;
use std::fmt::Write as _;
use std::ops::Range;

impl Writer<'_> {
    pub(super) fn start_link(&mut self, kind: LinkType, dest: &str, title: &str, range: &Range<usize>) -> Open {
        let html = self.out.html.len();
        if self.in_link {
            return Open::Silent;
        }
        let Some(href) = self.address(TargetKind::Link, kind, dest, range) else {
            return Open::Silent;
        };
        self.html("<a href=\"");
        url::push(&mut self.out.html, &href);
        self.html("\"");
        if !title.is_empty() {
            write!(self.out.html, " title=\"{}\"", escape_attribute(title)).expect(INFALLIBLE);
        }
        // `noopener` would only matter for links that open a new window; none does.
        self.html(if url::is_external(&href) { " rel=\"external\">" } else { ">" });
        self.in_link = true;
        Open::Link { html, plain: self.out.plain.len(), range: range.clone() }
    }

    pub(super) fn end_link(&mut self, html: usize, plain: usize, range: Range<usize>) {
        self.in_link = false;
        let silent = self.out.plain[plain..].trim().is_empty();
        if silent && !self.out.html[html..].contains("<img") {
            self.out.html.truncate(html);
            return self.report(range, What::LinkWithoutText);
        }
        self.html("</a>");
    }

    pub(super) fn end_image(&mut self, kind: LinkType, dest: &str, title: &str, range: Range<usize>) {
        let alt = self.alt.take().unwrap_or_default();
        let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(src) = self.address(TargetKind::Image, kind, dest, &range) else {
            return self.text(&alt);
        };
        if alt.is_empty() {
            self.report(range, What::ImageWithoutAlt);
        }
        let html = self.out.html.len();
        self.html("<img src=\"");
        url::push(&mut self.out.html, &src);
        write!(self.out.html, "\" alt=\"{}\" loading=\"lazy\"", escape_attribute(&alt)).expect(INFALLIBLE);
        if !title.is_empty() {
            write!(self.out.html, " title=\"{}\"", escape_attribute(title)).expect(INFALLIBLE);
        }
        self.html(">");
        self.image = Some((html..self.out.html.len(), title.to_owned()));
    }

    /// The address to write, or nothing after saying why.
    pub(super) fn address(
        &mut self,
        target: TargetKind,
        kind: LinkType,
        dest: &str,
        range: &Range<usize>,
    ) -> Option<String> {
        let mail = (kind == LinkType::Email).then(|| format!("mailto:{dest}"));
        let written = mail.as_deref().unwrap_or(dest);
        let at = self.place_of(kind, dest, range);
        match url::check(written, target) {
            Ok(url) => match (self.resolve)(Target { kind: target, url: &url, range: at.clone() }) {
                Resolved::Href(href) if href.trim().is_empty() => self.report(at, What::EmptyUrl),
                Resolved::Href(href) => return Some(href),
                Resolved::Drop => {}
            },
            Err(Refused::Empty) => self.report(at, What::EmptyUrl),
            Err(Refused::Malformed) => {
                self.report(at, What::MalformedUrl { url: written.to_owned() });
            }
            Err(Refused::Scheme(scheme)) => self.report(at, What::UnsafeScheme { scheme }),
        }
        None
    }

    pub(super) fn place_of(&self, kind: LinkType, dest: &str, range: &Range<usize>) -> Range<usize> {
        let link = &self.source[range.clone()];
        let from = match kind {
            LinkType::Inline => link.rfind("]("),
            LinkType::Autolink | LinkType::Email => Some(0),
            _ => None,
        };
        let place = from.filter(|_| !dest.is_empty()).and_then(|from| {
            let start = range.start + from + link[from..].find(dest)?;
            Some(start..start + dest.len())
        });
        place.unwrap_or_else(|| range.clone())
    }

    /// The caption says what the title would, so the image itself goes without.
    pub(super) fn figure(&mut self, image: &str, caption: &str) {
        let Some(titled) = image.find(" title=\"").filter(|_| !caption.is_empty()) else {
            return write!(self.out.html, "<figure>{image}</figure>").expect(INFALLIBLE);
        };
        let image = &image[..titled];
        let caption = escape_html(caption);
        write!(self.out.html, "<figure>{image}><figcaption>{caption}</figcaption></figure>").expect(INFALLIBLE);
    }
}
