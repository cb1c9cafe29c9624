//! Files → a checked site: finds the form of each file, reads and checks them side by side, then checks records against
//! each other. Knows no kind by name.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::builtin::CONTENT_ROOT;
use crate::config::{self, Config};
use crate::diag::flaw::TranslationFlaw;
use crate::diag::{Diagnostics, Problem, Span};
use crate::kinds::form::{self, Filed, Reading};
use crate::kinds::translation;
use crate::kinds::{FORMS, Harvest, LinkStage, Records, Site};
use crate::lang::Lang;
use crate::model::date::Moment;
use crate::sources::{Source, SourceId, Sources, Unread};
use crate::stage::Claims;

/// Where people write.
const CONTENT: &str = "content/";

// Files beside records: photos, decrees, raw answers. They are published when a record names them. No SVG: it can carry
// scripts.
const ASSET_ENDINGS: [&str; 11] = ["jpg", "jpeg", "png", "webp", "gif", "pdf", "csv", "xlsx", "ods", "docx", "odt"];

/// Reads and checks everything below `content/`: the site in its own language, and in each further one.
pub fn site(sources: &Sources, config: Config, now: Moment, found: &mut Diagnostics) -> (Site, Vec<Site>) {
    let (filed, translations) = file(sources, &config, found);
    if sources.iter().all(|(_, source)| !source.path.starts_with(CONTENT) || source.path == config::PATH) {
        found.push(Problem::ContentEmpty, None);
    }
    let claims = claim(&filed);
    let harvest = read(sources, &claims, &filed, now, found);
    let site = Site::from(Records::from_harvest(config, now, harvest, sources, found));
    let stage = LinkStage { sources, claims: &claims };
    link(&site, &stage, found);
    let langs = site.config.other_langs.clone().into_iter();
    let others = langs.map(|lang| in_words(lang, &site, &stage, &filed, &translations, found)).collect();
    (site, others)
}

// A file that holds the words of another in another language.
struct Translation {
    file: SourceId,
    original: SourceId,
    lang: Lang,
}

// The site in another language. What is not translated is shared.
fn in_words(
    lang: Lang,
    site: &Site,
    stage: &LinkStage<'_>,
    filed: &[Filed<'_>],
    translations: &[Translation],
    found: &mut Diagnostics,
) -> Site {
    let sources = stage.sources;
    let mine: Vec<&Translation> = translations.iter().filter(|translation| translation.lang == lang).collect();
    if mine.is_empty() {
        return site.in_lang(lang);
    }
    let filed: BTreeMap<SourceId, &Filed<'_>> = filed.iter().map(|filed| (filed.file, filed)).collect();
    let mut harvest = Harvest::default();
    let mut config = site.config.clone();
    let mut translated = BTreeSet::new();
    for Translation { file, original, .. } in mine {
        if sources.get(*original).path == config::PATH {
            config = config::translated(&config, sources, *file, site.today, found);
        } else if let Some(original) = filed.get(original)
            && translation::read_all(original, *file, lang, site.today, stage, found, &mut harvest)
        {
            translated.extend([*file, original.file]);
        }
    }
    site.translated(lang, config, translated, harvest)
}

fn file<'a>(sources: &'a Sources, config: &Config, found: &mut Diagnostics) -> (Vec<Filed<'a>>, Vec<Translation>) {
    let root = |source: &Source| [CONTENT_ROOT, CONTENT].into_iter().find(|root| source.path.starts_with(root));
    let named: Vec<SourceId> = config.look.files().collect();
    let (mut filed, mut translations) = (Vec::new(), Vec::new());
    for (id, source) in sources.iter() {
        if let Some(why) = &source.unread {
            found.push(unread(why), Some(Span { file: id, bytes: 0..0 }));
            continue;
        }
        let Some(root) = root(source) else { continue };
        if let Some((original, lang)) = translation::original(&source.path).filter(|_| root == CONTENT) {
            let flaw = match sources.find(&original) {
                _ if !config.other_langs.contains(&lang) => TranslationFlaw::Unpublished { tag: lang.tag() },
                None => TranslationFlaw::Alone { original },
                Some(original) => {
                    translations.push(Translation { file: id, original, lang });
                    continue;
                }
            };
            found.push(Problem::Translation(flaw), Some(Span { file: id, bytes: 0..0 }));
            continue;
        }
        if source.path != config::PATH && !is_asset(source) && !named.contains(&id) {
            filed.extend(form::file(FORMS, root, id, source, found));
        }
    }
    (filed, translations)
}

fn unread(why: &Unread) -> Problem {
    match why.clone() {
        Unread::LinkOutside { target } => Problem::LinkOutside { target },
        Unread::LinkLoop => Problem::LinkLoop,
        Unread::NameNotUtf8 => Problem::NameNotUtf8,
        Unread::TooLarge { limit } => Problem::TooLarge { limit },
        Unread::Refused { kind, reason } => Problem::Unreadable { kind, reason },
    }
}

fn is_asset(source: &Source) -> bool {
    let ending = source.name().rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ASSET_ENDINGS.contains(&ending.as_str())
}

fn claim(filed: &[Filed<'_>]) -> Claims {
    let mut claims = Claims::default();
    for file in filed {
        for (key, id) in (file.form.claims)(&file.at) {
            claims.claim(key, &id);
        }
    }
    claims
}

fn read(sources: &Sources, claims: &Claims, filed: &[Filed<'_>], now: Moment, found: &mut Diagnostics) -> Harvest {
    // Order is kept: side by side in reading, one after the other in gathering.
    let parts: Vec<(Harvest, Diagnostics)> = filed
        .par_iter()
        .with_min_len(16)
        .fold(Default::default, |(mut harvest, mut found): (Harvest, Diagnostics), file| {
            let reading = Reading { sources, claims, today: now.date(), file: file.file, yaml: file.yaml.clone() };
            (file.form.read)(&reading, &file.at, &mut found, &mut harvest);
            (harvest, found)
        })
        .collect();
    let mut all = Harvest::default();
    for (harvest, problems) in parts {
        all.append(harvest);
        found.append(problems);
    }
    all
}

fn link(site: &Site, stage: &LinkStage<'_>, found: &mut Diagnostics) {
    let tables = site.tables();
    let parts: Vec<Diagnostics> = tables
        .par_iter()
        .map(|table| {
            let mut found = Diagnostics::default();
            table.link(site, stage, &mut found);
            found
        })
        .collect();
    for part in parts {
        found.append(part);
    }
}
