//! Texts that people typed, on a page of another language: marked with the language they are in. Views mix typed texts with
//! words of the interface in one sentence; what was typed is known, so it is found again in the finished page.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::builtin::CONTENT_ROOT;
use crate::model::date::Date;
use crate::model::scalar::Scalar;
use crate::page::Page;
use crate::parse::front_matter;
use crate::parse::tree::{self, Node, What};
use crate::plan::Plan;
use crate::sources::{Source, Sources};

/// The texts of a site that people typed.
pub struct Lexicon {
    // Escaped as templates escape, in order of the alphabet; with each the longest other one that it begins with.
    texts: Vec<(String, Option<usize>)>,
    tag: &'static str,
}

impl Lexicon {
    /// Gathers what the content files hold, and what pages say alike in two languages: a text that was typed.
    pub fn of(plan: &Plan<'_>, sources: &Sources) -> Self {
        let files: Vec<&Source> = sources.iter().map(|(_, source)| source).collect();
        let typed: BTreeSet<String> = files
            .into_par_iter()
            .filter_map(yaml)
            .map(|text| {
                let mut typed = BTreeSet::new();
                if let Ok(Some(tree)) = tree::parse(text) {
                    gather(&tree, &mut typed);
                }
                typed
            })
            .reduce(BTreeSet::new, |mut all, mut typed| {
                all.append(&mut typed);
                all
            });
        Self::new(typed.into_iter().chain(alike(plan)), plan.site.config.lang.tag())
    }

    fn new(typed: impl Iterator<Item = String>, tag: &'static str) -> Self {
        let mut texts: Vec<String> = typed.map(|text| escaped(&text)).filter(|text| is_words(text)).collect();
        texts.sort_unstable();
        texts.dedup();
        let mut linked: Vec<(String, Option<usize>)> = Vec::with_capacity(texts.len());
        for text in texts {
            let mut shorter = linked.len().checked_sub(1);
            while let Some(at) = shorter.filter(|at| !text.starts_with(&linked[*at].0)) {
                shorter = linked[at].1;
            }
            linked.push((text, shorter));
        }
        Self { texts: linked, tag }
    }

    /// Marks the typed texts of a page.
    pub fn mark(&self, html: &str) -> String {
        let mut page =
            Marking { lexicon: self, out: String::with_capacity(html.len() * 9 / 8), opened: None, left: None };
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            let (text, from_tag) = rest.split_at(open);
            let Some(length) = tag_length(from_tag) else { break };
            let (tag, after) = from_tag.split_at(length);
            page.text(text, tag);
            rest = after;
            page.tag(tag);
            if let Some(name) = ["script", "style"].into_iter().find(|name| name_of(tag) == *name) {
                let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
                page.out.push_str(&rest[..end]);
                rest = &rest[end..];
            }
        }
        page.out.push_str(rest);
        page.out
    }

    // The longest typed text that `text` begins with and that ends with a word.
    fn longest(&self, text: &str) -> Option<usize> {
        let mut at = self.texts.partition_point(|(typed, _)| typed.as_str() <= text).checked_sub(1);
        while let Some((typed, shorter)) = at.map(|at| &self.texts[at]) {
            let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
            if text.strip_prefix(typed.as_str()).is_some_and(ends) {
                return Some(typed.len());
            }
            at = *shorter;
        }
        None
    }

    // The stretches of a text that were typed, in order. Stretches with no word between them are one.
    fn typed(&self, text: &str) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut before = ' ';
        let mut next = 0;
        for (at, c) in text.char_indices() {
            let starts = !before.is_alphanumeric() && !c.is_whitespace();
            before = c;
            if at < next || !starts {
                continue;
            }
            let Some(length) = self.longest(&text[at..]) else { continue };
            let end = at + length;
            let alone = |from: usize| {
                let glued = found.last().is_some_and(|last| last.1 == from);
                let stands =
                    |side: &str, edge: Option<char>| side.is_empty() || !edge.is_none_or(char::is_alphanumeric);
                let (left, right) = (text[from..at].trim(), text[end..].trim());
                (glued && left.is_empty() || stands(left, left.chars().last())) && stands(right, right.chars().next())
            };
            // One word is a word of many languages; it counts where it stands by itself.
            if text[at..end].contains(' ') || alone(found.last().map_or(0, |last| last.1)) {
                match found.last_mut().filter(|last| !text[last.1..at].contains(char::is_alphanumeric)) {
                    Some(last) => last.1 = end,
                    None => found.push((at, end)),
                }
                next = end;
            }
        }
        found
    }
}

// A page that is being marked.
struct Marking<'a> {
    lexicon: &'a Lexicon,
    out: String,
    // The name of the tag that was written last, where it opens an element, and where its `>` stands in `out`.
    opened: Option<(String, usize)>,
    // The element whose language is known already, and how many of its name are open.
    left: Option<(String, usize)>,
}

impl Marking<'_> {
    fn text(&mut self, text: &str, next: &str) {
        let typed = if self.left.is_some() { Vec::new() } else { self.lexicon.typed(text) };
        let (Some(first), Some(last)) = (typed.first(), typed.last()) else {
            self.out.push_str(text);
            return;
        };
        let bare = |text: &str| !text.contains(char::is_alphabetic);
        let whole = typed.len() == 1 && bare(&text[..first.0]) && bare(&text[last.1..]);
        let closes = |name: &str| next.strip_prefix("</").is_some_and(|rest| rest.trim_end_matches('>').trim() == name);
        let lang = format!(" lang=\"{}\"", self.lexicon.tag);
        match &self.opened {
            Some((name, end)) if whole && closes(name) => {
                self.out.insert_str(*end, &lang);
                self.out.push_str(text);
            }
            // These hold text alone.
            Some((name, _)) if ["title", "textarea", "option", "text", "tspan", "desc"].contains(&name.as_str()) => {
                self.out.push_str(text);
            }
            _ => {
                let mut done = 0;
                for (start, end) in typed {
                    self.out.push_str(&text[done..start]);
                    self.out.push_str(&format!("<span{lang}>{}</span>", &text[start..end]));
                    done = end;
                }
                self.out.push_str(&text[done..]);
            }
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = name_of(tag);
        let closing = tag.starts_with("</");
        let start = self.out.len();
        self.out.push_str(tag);
        self.opened = (!closing && !name.is_empty()).then(|| (name.to_owned(), self.out.len() - 1));
        if let Some((foreign, open)) = &mut self.left {
            match (foreign == name, closing) {
                (true, false) => *open += 1,
                (true, true) => *open -= 1,
                (false, _) => {}
            }
            if *open == 0 {
                self.left = None;
            }
        } else if !closing && name != "html" && tag.contains(" lang=") && !is_empty(name) {
            self.left = Some((name.to_owned(), 1));
        } else if name == "img" && !tag.contains(" lang=") {
            let alt = tag.split_once(" alt=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(alt, _)| alt);
            if !alt.is_empty() && self.lexicon.longest(alt) == Some(alt.len()) {
                self.out.insert_str(start + "<img".len(), &format!(" lang=\"{}\"", self.lexicon.tag));
            }
        }
    }
}

fn is_empty(name: &str) -> bool {
    ["meta", "link", "img", "br", "hr", "input", "wbr"].contains(&name)
}

fn name_of(tag: &str) -> &str {
    let bare = tag.trim_start_matches('<').trim_start_matches('/');
    bare.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

// How long the tag or comment is that the text begins with; a `>` between quotes does not end it.
fn tag_length(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|at| at + "-->".len());
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (c, quote) {
            ('>', None) => return Some(at + 1),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn yaml(source: &Source) -> Option<&str> {
    if ![CONTENT_ROOT, "content/"].iter().any(|root| source.path.starts_with(root)) {
        return None;
    }
    let text = source.text().ok()?;
    match source.path.rsplit('.').next()? {
        "yaml" => Some(text),
        "md" => front_matter::split(text).ok()?.front,
        _ => None,
    }
}

fn gather(node: &Node, typed: &mut BTreeSet<String>) {
    match &node.what {
        What::Scalar { text, .. } => {
            // A topic is typed as one word of an address and read as words.
            if text.contains('-') && !text.contains(char::is_uppercase) && !text.contains(' ') {
                typed.insert(text.replace('-', " "));
            }
            typed.insert(text.clone());
        }
        What::List(items) => items.iter().for_each(|item| gather(item, typed)),
        What::Map(pairs) => pairs.iter().for_each(|(_, value)| gather(value, typed)),
    }
}

// Titles and summaries that a page has in each of two languages.
fn alike<'p>(plan: &'p Plan<'_>) -> impl Iterator<Item = String> + use<'p> {
    let own: std::collections::BTreeMap<_, &Page<'_>> =
        plan.pages.iter().filter(|(_, page)| page.folder.is_none()).map(|(_, page)| (&page.place, page)).collect();
    let mut texts = Vec::new();
    for (_, page) in plan.pages.iter().filter(|(_, page)| page.folder.is_some()) {
        let Some(twin) = own.get(&page.place) else { continue };
        texts.extend(Some(&page.title).filter(|title| **title == twin.title));
        texts.extend(page.summary.as_ref().filter(|summary| twin.summary.as_ref() == Some(*summary)));
    }
    texts.into_iter().cloned()
}

// As templates write it.
fn escaped(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")];
    marks.iter().fold(one_line, |text, (mark, escaped)| text.replace(mark, escaped))
}

// Whether a text is something to be read aloud, not a date, a number, an address or an abbreviation.
fn is_words(text: &str) -> bool {
    let letters = text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 2);
    let address = !text.contains(' ') && text.contains(['/', '@', '_']);
    letters && text.contains(char::is_lowercase) && !address && Date::read(text).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(html: &str) -> String {
        let typed =
            ["Rutan Contoh", "Rutan Contoh Barat", "Kupang", "bunga \"mawar\"", "12 November 2024", "WITA", "air"];
        Lexicon::new(typed.iter().map(|text| (*text).to_owned()), "id").mark(html)
    }

    #[test]
    fn typed_texts_are_marked_and_nothing_else() {
        let cases = [
            ("<p>Rutan Contoh</p>", "<p lang=\"id\">Rutan Contoh</p>"),
            ("<p>By Rutan Contoh, today</p>", "<p>By <span lang=\"id\">Rutan Contoh</span>, today</p>"),
            ("<p>Rutan Contoh Baratdaya</p>", "<p><span lang=\"id\">Rutan Contoh</span> Baratdaya</p>"),
            ("<p>Rutan Contoh Barat · Kupang.</p>", "<p lang=\"id\">Rutan Contoh Barat · Kupang.</p>"),
            ("<p>Since 2020 · Kupang</p>", "<p>Since 2020 · <span lang=\"id\">Kupang</span></p>"),
            ("<td>bunga &quot;mawar&quot;</td>", "<td lang=\"id\">bunga &quot;mawar&quot;</td>"),
            ("<p>fresh air for all</p>", "<p>fresh air for all</p>"),
            ("<p>12 November 2024 WITA</p>", "<p>12 November 2024 WITA</p>"),
            (
                "<div lang=\"id\"><div>Kupang</div>Kupang</div><b>Kupang</b>",
                "<div lang=\"id\"><div>Kupang</div>Kupang</div><b lang=\"id\">Kupang</b>",
            ),
            ("<title>Kupang – News</title>", "<title>Kupang – News</title>"),
            ("<title>Kupang</title>", "<title lang=\"id\">Kupang</title>"),
            ("<img alt=\"Rutan Contoh\" src=\"a\">", "<img lang=\"id\" alt=\"Rutan Contoh\" src=\"a\">"),
            (
                "<a title=\"Kupang > a\">x</a><!-- Kupang > --><script>Kupang</script>",
                "<a title=\"Kupang > a\">x</a><!-- Kupang > --><script>Kupang</script>",
            ),
            ("Kupang <", "Kupang <"),
        ];
        for (html, expected) in cases {
            assert_eq!(marked(html), expected);
        }
    }
}
