//! kontak: how to reach somebody in office.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::kinds::Openly;
use crate::lang::{Label, Lang};
use crate::model::scalar::Text;
use crate::parse::written::{Written, each_key_once};
use crate::stage::CheckCx;
use crate::view::{self, Fact, Link};

/// Official contacts, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// WhatsApp numbers.
    pub whatsapp: Vec<String>,
    /// Mail addresses.
    pub emails: Vec<String>,
    /// Web site.
    pub site: Option<String>,
    /// Accounts by the name of their network.
    pub social: BTreeMap<String, String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawContact {
    #[serde(default, rename = "telepon")]
    phones: Vec<Written<Text>>,
    #[serde(default)]
    whatsapp: Vec<Written<Text>>,
    #[serde(default, rename = "email")]
    emails: Vec<Written<Text>>,
    #[serde(rename = "situs")]
    site: Option<Written<Text>>,
    #[serde(default, rename = "medsos", deserialize_with = "each_key_once")]
    social: BTreeMap<String, Written<Text>>,
}

impl Contact {
    pub(in crate::kinds) fn check(raw: Option<RawContact>, cx: &mut CheckCx<'_>) -> Self {
        let Some(raw) = raw else { return Self::default() };
        let RawContact { phones, whatsapp, emails, site, social } = raw;
        cx.at("kontak", |cx| Self {
            phones: texts(cx.all("telepon", phones)),
            whatsapp: texts(cx.all("whatsapp", whatsapp)),
            emails: texts(cx.all("email", emails)),
            site: cx.get("situs", site).map(String::from),
            social: cx.at("medsos", |cx| {
                social.into_iter().filter_map(|(network, account)| Some((network, cx.here(&account)?.into()))).collect()
            }),
        })
    }

    /// Adds the numbers that are said openly.
    pub fn openly<'s>(&'s self, open: &mut Openly<'s>) {
        open.phones.extend(self.phones.iter().chain(&self.whatsapp).map(String::as_str));
    }

    /// Lists what is known, one fact a kind of contact; what is not known is left out here.
    pub fn facts(&self, lang: Lang) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut add = |label: Label, links: Vec<Link>| {
            if !links.is_empty() {
                facts.push(Fact::of(label.of(lang), links));
            }
        };
        add(Label::new("Telepon", "Telephone"), self.phones.iter().map(|typed| view::phone(typed)).collect());
        add(Label::new("WhatsApp", "WhatsApp"), self.whatsapp.iter().map(|typed| view::whatsapp(typed)).collect());
        let mail = |address: &String| Link::outside(address, format!("mailto:{address}"));
        add(Label::new("Surel", "Email"), self.emails.iter().map(mail).collect());
        add(Label::new("Situs", "Web site"), self.site.iter().map(|site| view::web(site)).collect());
        let account = |(network, account): (&String, &String)| Link::plain(format!("{network}: {account}"));
        add(Label::new("Media sosial", "Social media"), self.social.iter().map(account).collect());
        facts
    }
}

fn texts(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(String::from).collect()
}
