//! The Atom feed (RFC 4287) of the newest entries.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::lang::Lang;
use crate::model::place::Place;
use crate::page::{Entry, Page};
use crate::places;
use crate::plan::Plan;
use crate::url;

// A reader polls often; older entries are on the site.
const NEWEST: usize = 30;

/// Writes the feed of a site with a canonical address.
pub fn atom(plan: &Plan<'_>, address: &str) -> Vec<u8> {
    let mut out = Writer::new(Vec::new());
    write(&mut out, plan, address).expect("memory takes every byte");
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(out: &mut Writer<Vec<u8>>, plan: &Plan<'_>, address: &str) -> std::io::Result<()> {
    let config = &plan.site.config;
    let entries = newest(plan);
    let feed_id = url::absolute(address, &Place::home());
    let updated = entries.iter().map(|(_, entry)| entry.updated).max().unwrap_or_else(|| plan.site.today.start());
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let feed = out
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", config.lang.tag())]);
    feed.write_inner_content(|out| {
        text(out, "title", &config.title)?;
        text(out, "id", &feed_id)?;
        text(out, "updated", &updated.rfc3339(config.zone))?;
        link(out, "self", &url::absolute(address, &places::feed()))?;
        link(out, "alternate", &url::absolute(address, &Place::home()))?;
        let publisher = config.publisher.name.as_deref().unwrap_or(&config.title);
        author(out, publisher)?;
        for (page, entry) in &entries {
            out.create_element("entry").write_inner_content(|out| {
                let address = url::absolute(address, &page.place);
                text(out, "title", &title(page, config.lang))?;
                text(out, "id", &address)?;
                link(out, "alternate", &address)?;
                text(out, "published", &entry.published.rfc3339(config.zone))?;
                text(out, "updated", &entry.updated.rfc3339(config.zone))?;
                if let Some(name) = &entry.author {
                    author(out, name)?;
                }
                if let Some(summary) = &page.summary {
                    text(out, "summary", summary)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

// A reader outside the site sees no ribbon: what is made up says so in its title.
fn title(page: &Page<'_>, lang: Lang) -> String {
    let mark = if page.example { lang.pick("[Contoh] ", "[Example] ") } else { "" };
    format!("{mark}{}", page.title)
}

fn newest<'p>(plan: &'p Plan<'_>) -> Vec<(&'p Page<'p>, &'p Entry)> {
    let mut entries: Vec<(&Page<'_>, &Entry)> = plan
        .pages
        .iter()
        .filter_map(|(_, page)| Some((page, page.entry.as_ref()?)))
        .filter(|(page, _)| page.folder.is_none())
        .collect();
    entries.sort_by(|a, b| b.1.published.cmp(&a.1.published).then_with(|| a.0.place.cmp(&b.0.place)));
    entries.truncate(NEWEST);
    entries
}

fn text(out: &mut Writer<Vec<u8>>, name: &str, content: &str) -> std::io::Result<()> {
    // XML 1.0 has no place for control characters, escaped or not.
    let clean: String = content.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    out.create_element(name).write_text_content(BytesText::new(&clean)).map(|_| ())
}

fn link(out: &mut Writer<Vec<u8>>, rel: &str, href: &str) -> std::io::Result<()> {
    out.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty().map(|_| ())
}

fn author(out: &mut Writer<Vec<u8>>, name: &str) -> std::io::Result<()> {
    out.create_element("author").write_inner_content(|out| text(out, "name", name)).map(|_| ())
}
