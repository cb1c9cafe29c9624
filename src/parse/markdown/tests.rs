//! The cases Markdown is held to, and random ones.

use super::*;
use std::fmt::Write as _;

const WORDS: Words<'_> = Words {
    note: "Catatan",
    tip: "Saran",
    important: "Penting",
    warning: "Peringatan",
    caution: "Awas",
    table: "Tabel",
    footnotes: "Catatan kaki",
    back: "Kembali ke rujukan",
    done: "Selesai",
};

fn rendered(text: &str) -> Rendered {
    render(text, &WORDS, &mut |target| Resolved::Href(target.url.to_owned()))
}

fn raw(tag: &str, text_lost: bool) -> What {
    What::RawHtml { tag: tag.to_owned(), text_lost }
}

fn unknown(label: &str) -> What {
    What::UnknownReference { label: label.to_owned() }
}

fn scheme(scheme: &str) -> What {
    What::UnsafeScheme { scheme: scheme.to_owned() }
}

#[test]
fn writes_compact_html() {
    let cases = [
        ("", ""),
        ("Satu\ndua  \ntiga\n\nempat", "<p>Satu\ndua<br>tiga</p><p>empat</p>"),
        ("*a* **b** ~~c~~ `<d>&`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>&lt;d&gt;&amp;</code></p>"),
        ("\"a\" -- 'b'... 1 < 2", "<p>\"a\" -- 'b'... 1 &lt; 2</p>"),
        ("- a\n- b\n\n3. c\n\n   d", "<ul><li>a</li><li>b</li></ul><ol start=\"3\"><li><p>c</p><p>d</p></li></ol>"),
        ("a\n\n---\n\n> b", "<p>a</p><hr><blockquote><p>b</p></blockquote>"),
        ("```rust\na <b>\n\n  c\n```", "<pre tabindex=\"0\"><code>a &lt;b&gt;\n\n  c\n</code></pre>"),
        (
            "- [x] a\n- [ ] b",
            "<ul><li><input type=\"checkbox\" disabled checked aria-label=\"Selesai\"> a</li>\
             <li><input type=\"checkbox\" disabled aria-label=\"Selesai\"> b</li></ul>",
        ),
        (
            "> [!WARNING]\n> a",
            "<div class=\"callout callout--warning\"><p class=\"callout__title\">Peringatan</p><p>a</p></div>",
        ),
        (
            "|  | b | c |\n|---|:-:|--:|\n| 1 | 2 |\n\n|d|\n|-|",
            "<section class=\"scroll\" tabindex=\"0\" aria-label=\"Tabel\"><table><thead><tr>\
             <td></td><th scope=\"col\" class=\"cell--center\">b</th><th scope=\"col\" class=\"cell--end\">c</th>\
             </tr></thead><tbody><tr><td>1</td><td class=\"cell--center\">2</td><td class=\"cell--end\"></td></tr>\
             </tbody></table></section><section class=\"scroll\" tabindex=\"0\" aria-label=\"Tabel 2\">\
             <table><thead><tr><th scope=\"col\">d</th></tr></thead></table></section>",
        ),
        ("[a](/b/?c=1&d \"e\\\"f\")", "<p><a href=\"/b/?c=1&amp;d\" title=\"e&quot;f\">a</a></p>"),
        ("[a](</b é/> \"e\\\"<f\")", "<p><a href=\"/b%20%C3%A9/\" title=\"e&quot;&lt;f\">a</a></p>"),
        (
            "<https://a.id/?b&c> <a@b.id>",
            "<p><a href=\"https://a.id/?b&amp;c\" rel=\"external\">https://a.id/?b&amp;c</a> <a href=\"mailto:a@b.id\">a@b.id</a></p>",
        ),
        ("[a][b]\n\n[b]: //c.id", "<p><a href=\"https://c.id\" rel=\"external\">a</a></p>"),
        ("![a *b*](c.jpg)", "<figure><img src=\"c.jpg\" alt=\"a b\" loading=\"lazy\"></figure>"),
        (
            "![a](c.jpg \"d < e\")",
            "<figure><img src=\"c.jpg\" alt=\"a\" loading=\"lazy\"><figcaption>d &lt; e</figcaption></figure>",
        ),
        ("![a](c.jpg \"d\") e", "<p><img src=\"c.jpg\" alt=\"a\" loading=\"lazy\" title=\"d\"> e</p>"),
        ("[![a](b)](c)", "<p><a href=\"c\"><img src=\"b\" alt=\"a\" loading=\"lazy\"></a></p>"),
        (
            "a[^x] b[^y] c[^x]\n\n[^y]: dua\n[^x]: satu[^z]\n\n[^z]:\n    - tiga",
            "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> \
             b<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" role=\"doc-noteref\">2</a></sup> \
             c<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup></p>\
             <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Catatan kaki\"><ol>\
             <li id=\"fn-1\"><p>satu<sup class=\"footnote-ref\"><a href=\"#fn-3\" id=\"fnref-3\" role=\"doc-noteref\">3</a></sup> \
             <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan 1\">↩\u{fe0e}</a> \
             <a href=\"#fnref-1-2\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan 1-2\">↩\u{fe0e}</a></p></li>\
             <li id=\"fn-2\"><p>dua <a href=\"#fnref-2\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan 2\">↩\u{fe0e}</a></p></li>\
             <li id=\"fn-3\"><ul><li>tiga</li></ul><p><a href=\"#fnref-3\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan 3\">↩\u{fe0e}</a></p></li>\
             </ol></section>",
        ),
    ];
    for (text, html) in cases {
        assert_eq!(rendered(text).html, html, "{text:?}");
    }
}

#[test]
fn headings_have_levels_and_ids() {
    type Outline = &'static [(u8, &'static str, &'static str)];
    let cases: &[(&str, Outline)] = &[
        ("# A\n## B\n###### C", &[(2, "a", "A"), (3, "b", "B"), (4, "c", "C")]),
        ("## A\n### B", &[(2, "a", "A"), (3, "b", "B")]),
        ("## A\n# B\n### C\n### D\n## E", &[(2, "a", "A"), (2, "b", "B"), (3, "c", "C"), (3, "d", "D"), (3, "e", "E")]),
        (
            "# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 2024",
            &[
                (2, "bagian-1", "1"),
                (3, "bagian-2", "2"),
                (4, "bagian-3", "3"),
                (5, "bagian-4", "4"),
                (6, "bagian-5", "5"),
                (6, "bagian-2024", "2024"),
            ],
        ),
        ("- # A\n- > ## B", &[(2, "a", "A"), (3, "b", "B")]),
        ("# A\n# A\n# A-2\n# A", &[(2, "a", "A"), (2, "a-2", "A"), (2, "a-2-2", "A-2"), (2, "a-3", "A")]),
        ("# *Jam* `buka` & [x](y) {#Jam_1 .k on=x}", &[(2, "Jam_1", "Jam buka & x")]),
        ("# A {#x\"y}\n# 北 {#é}", &[(2, "x-y", "A"), (2, "e", "北")]),
        ("# fn 1[^a]\n\n[^a]: b", &[(2, "fn-1-2", "fn 1")]),
        ("a\nb\n===", &[(2, "a-b", "a b")]),
    ];
    for (text, expected) in cases {
        let rendered = rendered(text);
        let headings: Vec<_> = rendered.headings.iter().map(|h| (h.level, h.id.as_str(), h.text.as_str())).collect();
        assert_eq!(&headings, expected, "{text:?}");
        for (level, id, _) in *expected {
            assert!(rendered.html.contains(&format!("<h{level} id=\"{id}\">")), "{}", rendered.html);
        }
    }
}

#[test]
fn plain_text_is_a_block_a_line() {
    let text = "# Judul\n\n<!-- x -->\nSatu *dua*\ntiga.[^1]\n\n- a\n- b <b>c</b>\n\n| d | e |\n|---|---|\n| f | g |\n\n![h](i)\n\n[^1]: Kaki.";
    let rendered = rendered(text);
    assert_eq!(rendered.plain, "Judul\na\nb c\nd e\nf g\nKaki.".replace("Judul\n", "Judul\nSatu dua tiga.\n"));
    assert_eq!(&rendered.plain[rendered.lead], "Satu dua tiga.");

    let hidden = "a[^1]\n\n[^1]: Kaki.\n\n<div><script>\n\n# x\n\n</script></div>\n\nb";
    assert_eq!(self::rendered(hidden).plain, "a\nb\nKaki.");
}

#[test]
fn reports_what_is_wrong_and_where() {
    type Found<'a> = &'a [(&'a str, What)];
    let cases: &[(&str, &str, Found<'_>)] = &[
        ("a <b>x</b> <i>y</i> z", "<p>a x y z</p>", &[("<b>x</b> <i>y</i>", raw("b", false))]),
        ("<b>_x_</b>", "<p><em>x</em></p>", &[("<b>_x_</b>", raw("b", false))]),
        ("<b>x\n\ny</b>", "<p>x</p><p>y</p>", &[("<b>", raw("b", false))]),
        ("a<br>b<br/>c", "<p>abc</p>", &[("<br>", raw("br", false)), ("<br/>", raw("br", false))]),
        ("</b>", "", &[("</b>", raw("b", false))]),
        ("a <!-- b --> c", "<p>a  c</p>", &[]),
        ("<!-- b\n\n# c\n-->\n\nd", "<p>d</p>", &[]),
        ("<!-- a --> <b>c</b>", "", &[("<!-- a --> <b>c</b>", raw("b", true))]),
        ("<div>\n\n_a_\n\n</div>", "<p><em>a</em></p>", &[("<div>", raw("div", false))]),
        ("<div>a</div>\n\n<hr>\n\nb", "<p>b</p>", &[("<div>a</div>\n\n<hr>", raw("div", true))]),
        ("> <div>\n> a\n\nb", "<blockquote></blockquote><p>b</p>", &[("<div>\n> a", raw("div", true))]),
        ("<script>\na\n\nb\n</script>\nc", "<p>c</p>", &[("<script>\na\n\nb\n</script>", raw("script", false))]),
        ("a <script>_b_</script> c", "<p>a  c</p>", &[("<script>_b_</script>", raw("script", false))]),
        (
            "<div><script>a\n\n- b\n\n# c\n</script></div> d",
            "<p> d</p>",
            &[("<div><script>a\n\n- b\n\n# c\n</script>", raw("div", false))],
        ),
        ("<div><!-- a\n\nb --> c", "<p> c</p>", &[("<div><!-- a\n\nb -->", raw("div", false))]),
        ("a <script> b", "<p>a  b</p>", &[("<script>", raw("script", false))]),
        ("[a](JaVaScRiPt:x)", "<p>a</p>", &[("JaVaScRiPt:x", scheme("javascript"))]),
        ("[a](java&#9;script:x)", "<p>a</p>", &[("[a](java&#9;script:x)", scheme("javascript"))]),
        ("[a](&#106;avascript&colon;x)", "<p>a</p>", &[("[a](&#106;avascript&colon;x)", scheme("javascript"))]),
        ("<javascript:x>", "<p>javascript:x</p>", &[("javascript:x", scheme("javascript"))]),
        ("![a](data:x)", "<p>a</p>", &[("data:x", scheme("data"))]),
        ("![](b)", "<figure><img src=\"b\" alt=\"\" loading=\"lazy\"></figure>", &[("![](b)", What::ImageWithoutAlt)]),
        ("[a]() ![b]()", "<p>a b</p>", &[("[a]()", What::EmptyUrl), ("![b]()", What::EmptyUrl)]),
        ("[](b)", "", &[("[](b)", What::LinkWithoutText)]),
        ("[a](http://)", "<p>a</p>", &[("http://", What::MalformedUrl { url: "http://".into() })]),
        ("#\n\na", "<p>a</p>", &[("#\n", What::EmptyHeading)]),
        ("# A\n### B", "<h2 id=\"a\">A</h2><h3 id=\"b\">B</h3>", &[("### B", What::SkippedLevel { from: 1, to: 3 })]),
        ("[a][b] [c] \\[^d]", "<p>[a][b] [c] [^d]</p>", &[("[a][b]", unknown("b"))]),
        ("a[^b] `[^c]`", "<p>a[^b] <code>[^c]</code></p>", &[("[^b]", unknown("^b"))]),
        ("> [!CATATAN]\n> a", "<blockquote><p>[!CATATAN]\na</p></blockquote>", &[("[!CATATAN]", unknown("!CATATAN"))]),
        (
            "*a* **b** _c_",
            "<p><em>a</em> <strong>b</strong> <em>c</em></p>",
            &[("*a*", What::StarEmphasis { words: "a".into() })],
        ),
        ("a\n\n[^b]: c", "<p>a</p>", &[("[^b]: c", What::UnusedFootnote { label: "b".into() })]),
    ];
    for (text, html, expected) in cases {
        let rendered = rendered(text);
        assert_eq!(rendered.html, *html, "{text:?}");
        let problems: Vec<_> =
            rendered.problems.into_iter().map(|problem| (&text[problem.range], problem.what)).collect();
        assert_eq!(problems, *expected, "{text:?}");
    }
}

#[test]
fn the_caller_decides_where_links_lead() {
    let text = "[a](../b.md) ![c](d.png) [e](https://f.id) [g](javascript:h)";
    let mut seen = Vec::new();
    let rendered = render(text, &WORDS, &mut |target| {
        seen.push((target.kind, target.url.to_owned(), text[target.range].to_owned()));
        match target.kind {
            TargetKind::Link if target.url.ends_with(".md") => Resolved::Href("/b & c/".to_owned()),
            TargetKind::Link => Resolved::Href(target.url.to_owned()),
            TargetKind::Image => Resolved::Drop,
        }
    });
    assert_eq!(
        rendered.html,
        "<p><a href=\"/b%20&amp;%20c/\">a</a> c <a href=\"https://f.id\" rel=\"external\">e</a> g</p>"
    );
    let expected = [(TargetKind::Link, "../b.md"), (TargetKind::Image, "d.png"), (TargetKind::Link, "https://f.id")];
    assert_eq!(seen, expected.map(|(kind, url)| (kind, url.to_owned(), url.to_owned())));
}

/// Pieces that have broken Markdown renderers, put together at random by a small generator.
#[test]
fn nothing_an_author_types_becomes_markup() {
    const PIECES: [&str; 64] = [
        "<script>",
        "</script>",
        "<script",
        "<SCRIPT SRC=x>",
        "<style>",
        "</style>",
        "<b onclick=x>",
        "</b>",
        "<!--",
        "-->",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=x>",
        "<a href='javascript:x'>",
        "</div>",
        "<div>",
        "<",
        ">",
        "&lt;script&gt;",
        "&#60;",
        "&#0;",
        "&amp;",
        "&",
        "[",
        "](",
        ")",
        "![",
        "][",
        "]: ",
        "[^1]",
        "[^1]: ",
        "javascript:x",
        "JaVa\tScript:x",
        "java&#10;script&colon;x",
        "data:text/html,x",
        "https://a.id",
        "/a/b",
        "//c.id",
        "\"",
        "'",
        "\" onclick=\"x",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "\n",
        "\n\n",
        "\r\n",
        "    ",
        "\t",
        "# ",
        "{#id onclick=x}",
        "> ",
        "> [!NOTE]\n",
        "- ",
        "- [ ] ",
        "1. ",
        "| a | b |\n|---|:-:|\n",
        "|",
        "\\",
        "é北🙂\u{202e}",
        "\0\u{1}\u{7f}\u{ffff}",
        "kata",
    ];
    let mut state = 0x2545_f491_u64;
    let mut random = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..1 + random(24) {
            text.push_str(PIECES[random(PIECES.len())]);
        }
        let cut = (0..=text.len() - random(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        for text in [&text[..], &text[..cut]] {
            let rendered = rendered(text);
            if let Err(why) = sound(&rendered.html) {
                panic!("{why}\n{text:?}\n{}", rendered.html);
            }
            assert!(rendered.plain.get(rendered.lead.clone()).is_some(), "{text:?}");
            for problem in &rendered.problems {
                assert!(text.get(problem.range.clone()).is_some(), "{text:?} {problem:?}");
            }
        }
    }
}

#[test]
fn the_soundness_check_finds_faults() {
    for bad in [
        "<p>a",
        "<p>a</em></p>",
        "<script>x</script>",
        "<p onclick=\"x\">a</p>",
        "<a href=\"javascript:x\">a</a>",
        "<p>a<p>b</p></p>",
        "<p title=\"a\" id=\"b\" id=\"b\">a</p>",
        "<p id=\"b\">a</p><p id=\"b\">a</p>",
        "<p>a < b</p>",
        "<p>\u{1}</p>",
        "<a href=\"#b\">a</a>",
        "<a href=\"a\"><a href=\"b\">a</a></a>",
    ] {
        assert!(sound(bad).is_err(), "{bad}");
    }
}

/// Reads HTML as strictly as our own is written: known tags and attributes, all quoted, balanced, ids unique,
/// references within the text answered.
fn sound(html: &str) -> Result<(), String> {
    const TAGS: &str = " p h2 h3 h4 h5 h6 blockquote pre code ul ol li table thead tbody tr th td div section figure \
        figcaption em strong del a sup br hr img input ";
    const ATTRIBUTES: &str = " href src alt title loading rel id class role tabindex scope start type aria-label ";
    let mut open: Vec<&str> = Vec::new();
    let (mut ids, mut references) = (Vec::new(), Vec::new());
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        if text.contains('>') || text.chars().any(crate::text::forbidden) {
            return Err(format!("text {text:?}"));
        }
        let (tag, tail) = tail.split_once('>').ok_or("unclosed tag")?;
        rest = tail;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}>"));
            }
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !TAGS.contains(&format!(" {name} ")) {
            return Err(format!("<{name}>"));
        }
        let phrasing = " p h2 h3 h4 h5 h6 ";
        let block = !" em strong del a sup br img input code ".contains(&format!(" {name} "));
        if block && open.iter().any(|outer| phrasing.contains(&format!(" {outer} "))) {
            return Err(format!("<{name}> in {open:?}"));
        }
        if name == "a" && open.contains(&"a") {
            return Err("link in link".to_owned());
        }
        let mut seen = String::from(" ");
        while !attributes.is_empty() {
            if let Some(tail) = attributes.strip_prefix("disabled") {
                attributes = tail.trim_start().strip_prefix("checked").unwrap_or(tail).trim_start();
                continue;
            }
            let (key, tail) = attributes.split_once("=\"").ok_or(format!("attributes {attributes:?}"))?;
            let (value, tail) = tail.split_once('"').ok_or("unclosed value")?;
            attributes = tail.trim_start();
            if !ATTRIBUTES.contains(&format!(" {key} ")) || seen.contains(&format!(" {key} ")) {
                return Err(format!("attribute {key:?}"));
            }
            write!(seen, "{key} ").map_err(|error| error.to_string())?;
            match key {
                "id" if ids.contains(&value) => return Err(format!("id {value:?}")),
                "id" => ids.push(value),
                "href" if value.starts_with("#fn") => references.push(&value[1..]),
                "href" | "src" => {
                    let bare = value.to_ascii_lowercase();
                    let unsafe_scheme = ["javascript:", "data:"].iter().any(|scheme| bare.starts_with(scheme));
                    if unsafe_scheme || bare.contains(char::is_whitespace) {
                        return Err(format!("address {value:?}"));
                    }
                    if value == "#b" {
                        references.push("b");
                    }
                }
                _ => {}
            }
        }
        if !["br", "hr", "img", "input"].contains(&name) {
            open.push(name);
        }
    }
    match references.into_iter().find(|reference| !ids.contains(reference)) {
        Some(reference) => Err(format!("no id {reference:?}")),
        None if !open.is_empty() => Err(format!("open {open:?}")),
        None => Ok(()),
    }
}
