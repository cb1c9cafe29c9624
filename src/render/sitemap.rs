//! `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::kinds::Site;
use crate::lang::Lang;
use crate::model::place::Place;
use crate::page::{self, Page};
use crate::plan::Plan;
use crate::url;

/// Returns the place of the sitemap.
pub fn place() -> Place {
    Place::home().file("sitemap.xml")
}

/// Returns the place of the robots file.
pub fn robots_place() -> Place {
    Place::home().file("robots.txt")
}

/// Lists every page that search engines may list, of a site with a canonical address.
pub fn xml(plan: &Plan<'_>, address: &str) -> Vec<u8> {
    let mut out = Writer::new(Vec::new());
    write(&mut out, plan, address).expect("memory takes every byte");
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

fn write(out: &mut Writer<Vec<u8>>, plan: &Plan<'_>, address: &str) -> std::io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut set = out.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    if plan.editions.len() > 1 {
        set = set.with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
    }
    set.write_inner_content(|out| {
        for (_, page) in plan.pages.iter().filter(|(_, page)| page.is_listed()) {
            out.create_element("url").write_inner_content(|out| {
                let loc = url::absolute(address, &page.stands());
                out.create_element("loc").write_text_content(BytesText::new(&loc))?;
                if let Some(date) = page.updated {
                    out.create_element("lastmod").write_text_content(BytesText::new(&date.to_string()))?;
                }
                alternates(out, plan, page, address)
            })?;
        }
        Ok(())
    })?;
    Ok(())
}

// The page in each of its languages, itself too, as search engines want it; nothing where it has one.
fn alternates(out: &mut Writer<Vec<u8>>, plan: &Plan<'_>, page: &Page<'_>, address: &str) -> std::io::Result<()> {
    let places =
        plan.editions.iter().map(|edition| (edition.site.lang(), page::settled(&page.place, edition.site.folder())));
    let there: Vec<(Lang, Place)> = places.filter(|(_, place)| plan.atlas.has(place)).collect();
    for (lang, place) in there.iter().filter(|_| there.len() > 1) {
        let href = url::absolute(address, place);
        let link = out.create_element("xhtml:link").with_attribute(("rel", "alternate"));
        link.with_attributes([("hreflang", lang.tag()), ("href", &href)]).write_empty()?;
    }
    Ok(())
}

/// Lets every robot in and shows it the sitemap.
pub fn robots(site: &Site) -> Vec<u8> {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if let Some(address) = &site.config.address {
        out.push_str(&format!("\nSitemap: {}\n", url::absolute(address, &place())));
    }
    out.into_bytes()
}
