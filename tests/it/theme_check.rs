//! `theme check`: a theme that is whole is let pass, and every fault that it looks for is told where it stands.

use std::path::Path;

use bening::sources::Sources;
use bening::{builtin, check_theme};

use crate::door::{NOW, Site, options, repository};
use crate::referees::{html_is_valid, html_keeps_the_house_rules};

/// What is wrong, the files of the theme that has it, and the fault as the program names it.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

/// A theme of nothing but these files, over the built-in one; what is told of it.
fn told(files: &[(&str, &str)]) -> Vec<String> {
    let settings = ("content/situs.yaml", "versi_format: 1\njudul: Situs\nzona_waktu: WITA\ntema: coba\n");
    let own = files.iter().map(|(path, text)| (format!("themes/coba/{path}"), (*text).to_owned()));
    let all = own.chain([(settings.0.to_owned(), settings.1.to_owned())]);
    let sources = builtin::add_to(&Sources::from_pairs(all));
    let found = check_theme(&sources, &options(NOW), None);
    let mut told: Vec<String> = found
        .iter()
        .map(|found| {
            let file = found.at.as_ref().map_or("", |span| sources.get(span.file).path.as_str());
            format!("{file} {:?}", found.problem)
        })
        .collect();
    told.sort();
    told
}

#[test]
fn a_theme_that_is_whole_is_let_pass() {
    assert_eq!(told(&[("theme.yaml", "without: []\n")]), [""; 0]);
}

#[test]
fn the_themes_of_the_program_are_whole() {
    for theme in ["terang", "polos"] {
        let settings = format!("versi_format: 1\njudul: Situs\nzona_waktu: WITA\ntema: {theme}\n");
        let sources = builtin::add_to(&Sources::from_pairs([("content/situs.yaml".to_owned(), settings)]));
        let found = check_theme(&sources, &options(NOW), None);
        let told: Vec<String> = found.iter().map(|found| format!("{:?}", found.problem)).collect();
        assert_eq!(told, [""; 0], "{theme}");
    }
}

#[test]
fn the_pattern_page_shows_every_component_and_is_valid() {
    let settings = "versi_format: 1\njudul: Situs\nzona_waktu: WITA\npola: true\n";
    let built = Site::new().file("content/situs.yaml", settings).build();
    let page = built.text("pola/index.html");
    let components = walkdir::WalkDir::new(repository().join("themes/terang/components"));
    let names = components.into_iter().filter_map(|entry| {
        let path = entry.unwrap().into_path();
        let stem = path.file_name()?.to_str()?.strip_suffix(".html")?.to_owned();
        Some(format!("{}.{stem}", path.parent()?.file_name()?.to_str()?))
    });
    let missing: Vec<String> = names.filter(|name| !page.contains(&format!("{name} "))).collect();
    assert_eq!(missing, [""; 0]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pola");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("index.html"), page).unwrap();
    html_is_valid(&folder);
    html_keeps_the_house_rules(&folder);
}

#[test]
fn every_fault_of_a_theme_is_told_in_its_file() {
    let cases: [Case<'_>; 9] = [
        ("a class without a rule", &[("slots/home-top.html", "<p class=\"tagg\">x</p>\n")], "UnknownClass"),
        ("a rule without a class", &[("css/09.css", ".nowhere { color: red; }\n")], "UnusedClass"),
        (
            "a file that nothing uses",
            &[("static/lost.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")],
            "UnusedFile",
        ),
        (
            "a file that is not there",
            &[("css/09.css", ".tag { background: url(\"static/gone.svg\"); }\n")],
            "UnknownFile",
        ),
        (
            "a component without an example",
            &[
                (
                    "components/ui/own.html",
                    "{% component ui.own(x: string) %}<p>{{ x }}</p>{% endcomponent ui.own %}\n",
                ),
                ("slots/home-top.html", "{{<ui.own x={\"a\"} />}}\n"),
            ],
            "NoExample",
        ),
        (
            "an example that cannot be read",
            &[
                (
                    "components/ui/own.html",
                    "{% component ui.own(x: string) %}<p>{{ x }}</p>{% endcomponent ui.own %}\n",
                ),
                ("components/ui/own.yaml", "use: x\n"),
                ("slots/home-top.html", "{{<ui.own x={\"a\"} />}}\n"),
            ],
            "Example",
        ),
        (
            "a word in no language",
            &[("slots/home-top.html", "{% if false %}{{ t.no_such_word }}{% endif %}\n"), ("i18n/id.yaml", "a: b\n")],
            "MissingWord { key: \"no_such_word\", lang: \"en\"",
        ),
        (
            "an example that cannot be rendered",
            &[
                ("components/ui/own.html", "{% component ui.own(x: map) %}<p>{{ x.y }}</p>{% endcomponent ui.own %}\n"),
                ("components/ui/own.yaml", "use: {id: a, en: b}\nexamples: [{name: {id: a, en: b}, with: {x: {}}}]\n"),
                ("slots/home-top.html", "{{<ui.own x={page} />}}\n"),
            ],
            "Example { number: Some(1)",
        ),
        (
            "an id that stands twice",
            &[
                (
                    "components/ui/own.html",
                    "{% component ui.own(x: string) %}<p id=\"satu\">{{ x }}</p>{% endcomponent ui.own %}\n",
                ),
                (
                    "components/ui/own.yaml",
                    "use: {id: a, en: b}\nexamples:\n- {name: {id: a, en: b}, with: {x: a}}\n- {name: {id: c, en: d}, with: {x: b}}\n",
                ),
                ("slots/home-top.html", "{{<ui.own x={\"a\"} />}}\n"),
            ],
            "DoubleId",
        ),
    ];
    for (what, files, fault) in cases {
        let told = told(files);
        let is_told = |line: &&String| line.starts_with("themes/coba/") && line.contains(&format!("Theme({fault}"));
        assert_eq!(told.iter().filter(is_told).count(), 1, "{what}: {told:?}");
    }
}
