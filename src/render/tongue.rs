//! Texts that people typed, on a page of another language: marked with the language they are in. Views mix typed texts with
//! words of the interface in one sentence; what was typed is known, so it is found again in the finished page.

use crate::kinds::translation;
use crate::lang::Lang;
use crate::model::date::Date;
use crate::model::scalar::Scalar;
use crate::page::Page;
use crate::plan::Plan;
use crate::sources::Sources;
use crate::text;

/// The texts of a site that people typed.
pub struct Lexicon {
    // Escaped as templates escape, in order of the alphabet; with each the longest other one that it begins with.
    texts: Vec<(String, Option<usize>)>,
    tag: &'static str,
}

impl Lexicon {
    /// Gathers what the content files hold, and what pages say alike in two languages: a text that was typed.
    pub fn of(plan: &Plan<'_>, sources: &Sources) -> Self {
        // What the program carries is in the words of Indonesian law.
        let typed = translation::words(sources, plan.site.config.lang == Lang::Id);
        Self::new(typed.into_iter().chain(alike(plan)), plan.site.config.lang.tag())
    }

    fn new(typed: impl Iterator<Item = String>, tag: &'static str) -> Self {
        let mut texts: Vec<String> = typed.filter(|text| is_words(text)).flat_map(|text| escaped(&text)).collect();
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
        let mut page = Marking {
            lexicon: self,
            out: String::with_capacity(html.len() * 9 / 8),
            opened: None,
            left: None,
            lines: String::new(),
        };
        let mut rest = html;
        while let Some(open) = rest.find('<') {
            let (text, from_tag) = rest.split_at(open);
            let Some(length) = tag_length(from_tag) else { break };
            let (tag, after) = from_tag.split_at(length);
            page.text(text, tag);
            rest = after;
            page.tag(tag);
            if let Some(name) =
                ["script", "style"].into_iter().find(|name| !tag.starts_with("</") && name_of(tag) == *name)
            {
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

    // Whether a typed text begins with `text`, and ends or goes on with another word.
    fn begins(&self, text: &str) -> bool {
        let from = self.texts.partition_point(|(typed, _)| typed.as_str() < text);
        self.texts.get(from).and_then(|(typed, _)| typed.strip_prefix(text)).is_some()
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
                let is_led = left.rsplit(' ').next().is_some_and(|word| LEADS.contains(&word));
                (glued && left.is_empty() || is_led || stands(left, left.chars().last()))
                    && stands(right, right.chars().next())
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

// Words of the interface behind which a typed one stands: `from pendaftaran`.
const LEADS: &[&str] = &["by", "for", "For", "from", "in", "of", "since", "dari", "oleh", "sejak", "Untuk"];

// A page that is being marked.
struct Marking<'a> {
    lexicon: &'a Lexicon,
    out: String,
    // The name of the tag that was written last, where it opens an element, and where its `>` stands in `out`.
    opened: Option<(String, usize)>,
    // The element whose language is known already, and how many of its name are open.
    left: Option<(String, usize)>,
    // The lines so far of a text that a drawing sets in several.
    lines: String,
}

impl Marking<'_> {
    fn text(&mut self, text: &str, next: &str) {
        let goes_on = self.left.is_none() && self.goes_on(text);
        let typed = match self.left {
            Some(_) => Vec::new(),
            None if goes_on => vec![(0, text.len())],
            None => self.lexicon.typed(text),
        };
        let bare = |text: &str| !text.contains(char::is_alphabetic);
        let (Some(first), Some(last)) = (typed.first(), typed.last()) else {
            self.out.push_str(text);
            return;
        };
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

    // Whether a text is the beginning of a typed one, cut short, or a line of one in a drawing.
    fn goes_on(&mut self, text: &str) -> bool {
        let text = text.trim();
        if let Some(cut) = text.strip_suffix('…') {
            return cut.contains(' ') && self.lexicon.begins(cut);
        }
        let in_drawing = self.opened.as_ref().is_some_and(|(name, _)| name == "text");
        if !in_drawing || !text.contains(char::is_alphabetic) {
            return false;
        }
        let lines = format!("{} {text}", self.lines);
        for lines in [lines.as_str(), text] {
            if self.lexicon.begins(lines) && (lines.contains(' ') || text.chars().count() > 3) {
                self.lines = lines.to_owned();
                return true;
            }
        }
        self.lines.clear();
        false
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
        } else if !closing && ["code", "pre"].contains(&name) {
            // A name of the format is no word of a language; a piece of a file is in the format's own.
            if name == "pre" {
                self.out.insert_str(start + 1 + name.len(), " lang=\"id\"");
            }
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

// As drawings write it, and as templates do.
fn escaped(text: &str) -> [String; 2] {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let drawn = text::escape_html(&one_line).into_owned();
    let printed = drawn.replace('"', "&quot;").replace('\'', "&#39;");
    [drawn, printed]
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
            ("<p>30 minutes from air.</p>", "<p>30 minutes from <span lang=\"id\">air</span>.</p>"),
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
            ("<script src=\"a\"></script><p>Kupang</p>", "<script src=\"a\"></script><p lang=\"id\">Kupang</p>"),
            ("<code>Kupang</code><pre>a</pre>", "<code>Kupang</code><pre lang=\"id\">a</pre>"),
            ("<p>Rutan Contoh Ba…</p><p>Air…</p>", "<p lang=\"id\">Rutan Contoh Ba…</p><p>Air…</p>"),
            (
                "<text>2</text><text>Rutan</text><text>Contoh Barat</text><text>News</text>",
                "<text>2</text><text lang=\"id\">Rutan</text><text lang=\"id\">Contoh Barat</text><text>News</text>",
            ),
            ("Kupang <", "Kupang <"),
        ];
        for (html, expected) in cases {
            assert_eq!(marked(html), expected);
        }
    }
}
