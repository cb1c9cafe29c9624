//! `content/situs.yaml` → the settings of a site, with the same places and problems as any other content.

pub mod look;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use look::{Look, RawColours, RawFooter, RawLook, RawWay};

use crate::diag::{Diagnostic, Diagnostics, Problem};
use crate::lang::Lang;
use crate::model::date::{Date, Zone};
use crate::model::scalar::{Text, choice};
use crate::options::Options;
use crate::parse::written::Written;
use crate::parse::{overlay, schema, tree, yaml};
use crate::sources::{SourceId, Sources};
use crate::stage::{CheckCx, Claims, Origin};

/// Where the settings stand.
pub const PATH: &str = "content/situs.yaml";

/// The version of the content format that this program reads.
pub const FORMAT: u32 = 1;

/// The settings of a site.
#[derive(Debug, Clone)]
pub struct Config {
    /// Its name.
    pub title: String,
    /// Its canonical address, with a slash at the end; `None` until it has one.
    pub address: Option<String>,
    /// The language of its content, and of the pages at its top.
    pub lang: Lang,
    /// Further languages, whose pages stand below a folder of their tag.
    pub other_langs: Vec<Lang>,
    /// Its time zone, never the machine's.
    pub zone: Zone,
    /// Who answers for it.
    pub publisher: Publisher,
    /// The name of its theme.
    pub theme: String,
    /// How it looks beyond its theme.
    pub look: Look,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether records whose time has not come are published.
    pub future: bool,
}

/// Who answers for a site.
#[derive(Debug, Clone, Default)]
pub struct Publisher {
    /// Its name.
    pub name: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
    /// Its telephone number, as typed.
    pub phone: Option<String>,
    /// Its mail address.
    pub email: Option<String>,
}

choice! {
    /// A language a site can be in.
    pub enum SiteLang {
        /// Indonesian.
        Id = "id", "Bahasa Indonesia", "Indonesian";
        /// English.
        En = "en", "Bahasa Inggris", "English";
    }
}

impl SiteLang {
    fn lang(self) -> Lang {
        match self {
            Self::Id => Lang::Id,
            Self::En => Lang::En,
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawConfig {
    #[schemars(required)]
    #[serde(rename = "versi_format")]
    format: Option<Written<u32>>,
    #[schemars(required)]
    #[serde(rename = "judul")]
    title: Option<Written<Text>>,
    #[serde(rename = "alamat_web")]
    address: Option<Written<Text>>,
    #[serde(rename = "bahasa")]
    lang: Option<Written<SiteLang>>,
    #[serde(default, rename = "bahasa_lain")]
    other_langs: Vec<Written<SiteLang>>,
    #[schemars(required)]
    #[serde(rename = "zona_waktu")]
    zone: Option<Written<Zone>>,
    #[serde(rename = "penerbit")]
    publisher: Option<RawPublisher>,
    #[serde(rename = "tema")]
    theme: Option<Written<Text>>,
    #[serde(rename = "warna")]
    colours: Option<RawColours>,
    logo: Option<Written<Text>>,
    #[serde(rename = "pita")]
    band: Option<Written<Text>>,
    #[serde(default)]
    menu: Vec<RawWay>,
    #[serde(rename = "kaki")]
    footer: Option<RawFooter>,
    #[serde(rename = "pola")]
    patterns: Option<Written<bool>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RawPublisher {
    #[serde(rename = "nama")]
    name: Option<Written<Text>>,
    #[serde(rename = "alamat")]
    address: Option<Written<Text>>,
    #[serde(rename = "telepon")]
    phone: Option<Written<Text>>,
    email: Option<Written<Text>>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "Transparansi Layanan".to_owned(),
            address: None,
            lang: Lang::Id,
            other_langs: Vec::new(),
            zone: Zone::Wib,
            publisher: Publisher::default(),
            theme: "terang".to_owned(),
            look: Look::default(),
            drafts: false,
            future: false,
        }
    }
}

/// Reads the settings; what was said from outside comes before the file. What cannot be read is reported and stands at
/// its default; a missing file is all defaults.
pub fn read(sources: &Sources, options: &Options, found: &mut Diagnostics) -> Config {
    // What could not be loaded is reported with all other such files.
    if sources.find(PATH).is_none() {
        found.push(Problem::SettingsMissing, None);
    }
    let file = sources.find(PATH).filter(|file| sources.get(*file).unread.is_none());
    let file = file.and_then(|file| raw(sources, file, found));
    let written = file.map_or_else(Config::default, |(raw, origin)| {
        let claims = Claims::default();
        let today = options.now.in_zone(Zone::Wib).date();
        check(raw, &mut CheckCx::new(today, sources, &claims, origin, found))
    });
    Config {
        address: options.base_url.clone().or(written.address),
        drafts: options.drafts,
        future: options.future,
        ..written
    }
}

/// Describes the file of the settings, as JSON Schema.
pub fn schema() -> Value {
    schema::of::<RawConfig>()
}

/// Returns the settings in the words of a translation; what the translation cannot say is reported.
pub fn translated(config: &Config, sources: &Sources, file: SourceId, today: Date, found: &mut Diagnostics) -> Config {
    let original = sources.find(PATH).and_then(|original| sources.get(original).text().ok());
    let Some((Ok(Some(original)), Ok(text))) = original.map(|text| (tree::parse(text), sources.get(file).text()))
    else {
        return config.clone();
    };
    let words = match tree::parse(text) {
        Ok(words) => words.unwrap_or_default(),
        Err(flaw) => {
            found.add(flaw.report(file, 0));
            return config.clone();
        }
    };
    let (node, flaws) = overlay::lay(&original, &words, &schema());
    flaws.into_iter().for_each(|flaw| found.add(flaw.report(file, 0)));
    let Ok(raw) = RawConfig::deserialize(&node) else { return config.clone() };
    // What is wrong with the original was told when it was read.
    let (claims, mut told) = (Claims::default(), Diagnostics::default());
    let origin = Origin { file, yaml: 0..text.len(), steps: Vec::new() };
    let Config { title, publisher, look, .. } =
        check(raw, &mut CheckCx::new(today, sources, &claims, origin, &mut told));
    Config { title, publisher, look, ..config.clone() }
}

fn raw(sources: &Sources, file: SourceId, found: &mut Diagnostics) -> Option<(RawConfig, Origin)> {
    let text = match sources.get(file).text() {
        Ok(text) => text,
        Err(offset) => {
            found.add(Diagnostic::not_utf8(file, sources.get(file), offset));
            return None;
        }
    };
    match yaml::read::<RawConfig>(text) {
        Ok(raw) => Some((raw, Origin { file, yaml: 0..text.len(), steps: Vec::new() })),
        Err(problems) => {
            for flaw in problems {
                found.add(flaw.report(file, 0));
            }
            None
        }
    }
}

fn check(raw: RawConfig, cx: &mut CheckCx<'_>) -> Config {
    let RawConfig {
        format,
        title,
        address,
        lang,
        other_langs,
        zone,
        publisher,
        theme,
        colours,
        logo,
        band,
        menu,
        footer,
        patterns,
    } = raw;
    let default = Config::default();
    if let Some(format) = cx.need("versi_format", format)
        && format != FORMAT
    {
        let found = format.to_string();
        cx.report_at("versi_format", Problem::OutOfRange { found, range: FORMAT.to_string() });
    }
    let lang = cx.get("bahasa", lang).map_or(default.lang, SiteLang::lang);
    let other_langs = check_other_langs(other_langs, lang, cx);
    Config {
        title: cx.need("judul", title).map_or(default.title, String::from),
        address: cx.get("alamat_web", address).and_then(|text| web_address(text.as_str(), cx)),
        lang,
        other_langs,
        zone: cx.need("zona_waktu", zone).unwrap_or(default.zone),
        publisher: publisher.map(|raw| cx.at("penerbit", |cx| check_publisher(raw, cx))).unwrap_or_default(),
        theme: cx.get("tema", theme).map_or(default.theme, String::from),
        look: look::check(RawLook { colours, logo, band, menu, footer, patterns }, cx),
        ..default
    }
}

// A language that is named twice, or is the site's own, has its pages already.
fn check_other_langs(written: Vec<Written<SiteLang>>, own: Lang, cx: &mut CheckCx<'_>) -> Vec<Lang> {
    let mut langs = Vec::new();
    for lang in cx.all("bahasa_lain", written).into_iter().map(SiteLang::lang) {
        if lang != own && !langs.contains(&lang) {
            langs.push(lang);
        }
    }
    langs
}

fn check_publisher(raw: RawPublisher, cx: &mut CheckCx<'_>) -> Publisher {
    let RawPublisher { name, address, phone, email } = raw;
    Publisher {
        name: cx.get("nama", name).map(String::from),
        address: cx.get("alamat", address).map(String::from),
        phone: cx.get("telepon", phone).map(String::from),
        email: cx.get("email", email).map(String::from),
    }
}

fn web_address(text: &str, cx: &mut CheckCx<'_>) -> Option<String> {
    let address = base_address(text);
    if address.is_none() {
        cx.report_at("alamat_web", Problem::OutOfRange { found: text.to_owned(), range: "https://…/".to_owned() });
    }
    address
}

/// Returns a canonical site address with its slash, if the text is one.
pub fn base_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host = rest.split('/').next().unwrap_or_default();
    let plain = !host.is_empty()
        && rest.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\'));
    plain.then(|| format!("{}/", text.trim_end_matches('/')))
}
