//! Every link of every page leads somewhere: to a file of the site, and to the part of it that is named. The site works at
//! any address, below a sub-folder and from a disk, so no link of ours is absolute.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::door::{NOW, build, options, sample, sample_sources};

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

#[test]
fn every_link_of_the_sample_site_leads_somewhere() {
    let found = broken(&sample().files, Some("https://transparansi.example.go.id/"));
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_site_works_below_a_sub_folder() {
    let address = "https://contoh.example/pemasyarakatan/ntt/";
    let below = build(sample_sources().clone(), &bening::Options { base_url: Some(address.into()), ..options(NOW) });
    let found = broken(&below.files, Some(address));
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(below.text("404.html").contains("/pemasyarakatan/ntt/index.html"));
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let page = "<!doctype html><link rel=canonical href=https://a.example/x/><link rel=alternate hreflang=en href=https://a.example/en/x/><h1 id=satu>x</h1><a href=../index.html>a</a>\
        <a href='#satu'>b</a><a href=\"y%20z.csv\">c</a><a href=mailto:a@b>d</a><a href=https://lain.example/>e</a>\
        <a href=hilang.html>f</a><a href=../x/>g</a><a href=#dua>h</a><a href=../index.html#tiga>i</a>\
        <a href=/x/index.html>j</a><a href=https://a.example/x/>k</a><img src=../../luar.png><a href>l</a>";
    let files = [("index.html", "<p id=dua>"), ("x/index.html", page), ("x/y z.csv", "")];
    let files: Files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into();
    let expected = [
        "x/index.html: https://a.example/en/x/: no such file",
        "x/index.html: hilang.html: no such file",
        "x/index.html: ../x/: no such file",
        "x/index.html: #dua: no such part",
        "x/index.html: ../index.html#tiga: no such part",
        "x/index.html: /x/index.html: starts at the server's root",
        "x/index.html: https://a.example/x/: names the site's own address",
        "x/index.html: ../../luar.png: leaves the site",
        "x/index.html: : no such file",
    ];
    assert_eq!(broken(&files, Some("https://a.example/")), expected);
}

/// Names every link that leads nowhere, or that works only at one address.
fn broken(files: &Files, address: Option<&str>) -> Vec<String> {
    let parts: BTreeMap<&str, BTreeSet<String>> = pages(files).map(|(path, html)| (path, ids(html))).collect();
    let mut found = Vec::new();
    for (path, html) in pages(files) {
        for link in links(html) {
            if let Err(why) = follow(path, &link, files, &parts, address) {
                found.push(format!("{path}: {}: {why}", link.url));
            }
        }
    }
    found
}

fn pages(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

struct Link {
    url: String,
    canonical: bool,
}

// Pages are minified, so a tag is what stands between angle brackets and values may stand without quotes.
fn links(html: &str) -> Vec<Link> {
    let tag = Regex::new(r#"<[a-zA-Z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>"#).unwrap();
    let url = Regex::new(r#"\s(?:href|src|action|poster)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?[\s>/]"#).unwrap();
    let of = |tag: &str| -> Vec<Link> {
        let canonical = tag.contains("rel=canonical")
            || tag.contains("rel=\"canonical\"")
            || tag.starts_with("<link") && tag.contains(" hreflang=");
        let urls = url.captures_iter(tag);
        urls.map(|found| {
            let value = found.iter().skip(1).flatten().next().map_or("", |value| value.as_str());
            Link { url: value.replace("&amp;", "&"), canonical }
        })
        .collect()
    };
    tag.find_iter(html).flat_map(|tag| of(tag.as_str())).collect()
}

fn ids(html: &str) -> BTreeSet<String> {
    let id = Regex::new(r#"\sid=(?:"([^"]*)"|'([^']*)'|([^\s>]+))"#).unwrap();
    id.captures_iter(html)
        .filter_map(|found| Some(found.iter().skip(1).flatten().next()?.as_str().to_owned()))
        .collect()
}

fn follow(
    page: &str,
    link: &Link,
    files: &Files,
    parts: &BTreeMap<&str, BTreeSet<String>>,
    address: Option<&str>,
) -> Result<(), &'static str> {
    let url = link.url.as_str();
    if let Some(address) = address.filter(|address| url.starts_with(address)) {
        let path = url[address.len()..].to_owned();
        let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
        let there = files.contains_key(&decode(&path));
        return if !link.canonical {
            Err("names the site's own address")
        } else if there {
            Ok(())
        } else {
            Err("no such file")
        };
    }
    if ["https://", "http://", "mailto:", "tel:", "sms:"].iter().any(|scheme| url.starts_with(scheme)) {
        return Ok(());
    }
    let (path, part) = url.split_once('#').map_or((url, None), |(path, part)| (path, Some(part)));
    let target = if let Some(path) = path.strip_prefix('/') {
        // The error page is served at any depth.
        let root = address.map_or("/", |address| &address[address.find("//").map_or(0, |at| at + 2)..]);
        let root = root.find('/').map_or("", |at| &root[at + 1..]);
        if page != "404.html" {
            return Err("starts at the server's root");
        }
        path.strip_prefix(root).ok_or("does not start at the site's root")?.to_owned()
    } else if path.is_empty() && part.is_some() {
        page.to_owned()
    } else {
        join(page, path).ok_or("leaves the site")?
    };
    let target = decode(&target);
    if !files.contains_key(&target) {
        return Err("no such file");
    }
    match part {
        Some(part) if !parts.get(target.as_str()).is_some_and(|ids| ids.contains(&decode(part))) => Err("no such part"),
        _ => Ok(()),
    }
}

fn join(page: &str, path: &str) -> Option<String> {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in path.split('/') {
        match step {
            ".." => drop(folders.pop()?),
            "." => {}
            step => folders.push(step),
        }
    }
    Some(folders.join("/"))
}

fn decode(path: &str) -> String {
    let percent = Regex::new("%([0-9A-F]{2})").unwrap();
    let mut bytes = Vec::new();
    let mut from = 0;
    for found in percent.captures_iter(path) {
        let whole = found.get(0).unwrap();
        bytes.extend_from_slice(&path.as_bytes()[from..whole.start()]);
        bytes.push(u8::from_str_radix(&found[1], 16).unwrap());
        from = whole.end();
    }
    bytes.extend_from_slice(&path.as_bytes()[from..]);
    String::from_utf8(bytes).unwrap()
}
