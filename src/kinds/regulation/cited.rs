//! How laws are cited: by records, where a citation must lead to a law of the register and to an article that it has, and
//! inside texts, where a year or a number may be a slip. How a citation is read is the business of `model::law::cited`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Regulation;
use crate::diag::Problem;
use crate::kinds::{Record, Site};
use crate::model::law::LawNumber;
use crate::model::law::cited::{Cited, Mention, articles, mentions};
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;
use crate::text;

/// A law as a record cites it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The law.
    pub law: Cited,
    /// The article, without the word.
    pub article: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawCitation {
    #[schemars(required)]
    #[serde(rename = "peraturan")]
    law: Option<Written<Cited>>,
    #[serde(rename = "pasal")]
    article: Option<Written<Text>>,
}

impl Citation {
    pub(in crate::kinds) fn check(raw: RawCitation, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawCitation { law, article } = raw;
        let article = cx.get("pasal", article).map(String::from);
        Some(Self { law: cx.need("peraturan", law)?, article })
    }

    /// Returns the law of the register that it names.
    pub fn regulation<'s>(&self, site: &'s Site) -> Option<&'s Regulation> {
        find(&self.law, site)
    }

    /// Writes it for data: `uu-25-2009 Pasal 36`.
    pub fn cell(&self, site: &Site) -> String {
        let law = self.regulation(site).map_or(self.law.as_str(), |law| law.id().as_str());
        match &self.article {
            Some(article) => format!("{law} Pasal {article}"),
            None => law.to_owned(),
        }
    }

    /// Checks where the check stands that there is such a law, that it stands, and that it has such an article.
    pub fn link(&self, site: &Site, cx: &mut CheckCx<'_>) {
        let Some(law) = self.regulation(site) else {
            let near = near(&self.law, site).map(Regulation::short);
            cx.report_at("peraturan", Problem::LawUnknown { law: self.law.to_string(), near });
            return;
        };
        if law.is_revoked(site.today) {
            let by = law.revoked_by.as_ref().and_then(|id| site.regulations.get(id)).map(Regulation::short);
            cx.report_at("peraturan", Problem::LawRevoked { law: law.short(), by });
        }
        let named = self.article.as_deref().map(articles).unwrap_or_default();
        if let Some(count) = law.articles
            && let Some(article) = named.into_iter().find(|article| *article == 0 || *article > count)
        {
            let checked = law.checked.is_some();
            cx.report_at("pasal", Problem::ArticleUnknown { law: law.short(), article, count, checked });
        }
    }
}

fn find<'s>(cited: &Cited, site: &'s Site) -> Option<&'s Regulation> {
    let is_called = |called: &String| called.eq_ignore_ascii_case(cited.as_str());
    let written = |law: &&Regulation| law.id().as_str() == cited.as_str() || law.called.as_ref().is_some_and(is_called);
    site.regulations.iter().find(written).or_else(|| cited.law().and_then(|law| by_number(law, site)))
}

fn by_number(law: LawNumber, site: &Site) -> Option<&Regulation> {
    site.regulations.iter().find(|known| known.law_number() == Some(law))
}

// What was most likely meant: the same number of the nearest year, a number one digit off, else the nearest spelling.
fn near<'s>(cited: &Cited, site: &'s Site) -> Option<&'s Regulation> {
    let known = || site.regulations.iter().filter_map(|known| Some((known, known.law_number()?)));
    if let Some(law) = cited.law() {
        let of_another_year = known().filter(|(_, other)| other.is_of_another_year(law));
        let nearest = of_another_year.min_by_key(|(_, other)| other.year.abs_diff(law.year));
        return nearest.or_else(|| known().find(|(_, other)| other.is_one_digit_off(law))).map(|(known, _)| known);
    }
    let near = text::nearest(cited.as_str(), site.regulations.ids().map(|id| id.as_str()));
    let near = near.and_then(|near| site.regulations.iter().find(|law| law.id().as_str() == near));
    near.or_else(|| {
        let called: Vec<String> = site.regulations.iter().map(Regulation::short).collect();
        let near = text::nearest(cited.as_str(), called.iter().map(String::as_str))?;
        site.regulations.iter().find(|law| law.short() == near)
    })
}

/// Checks the citations of a text that begins at byte `offset` of the file where the check stands.
pub fn check_text(text: &str, offset: usize, site: &Site, cx: &mut CheckCx<'_>) {
    for mention in mentions(text) {
        if let Some(meant) = slip(&mention, site) {
            let problem = Problem::LawInText { law: mention.law.words(), near: meant.short() };
            cx.report_bytes(problem, offset + mention.bytes.start..offset + mention.bytes.end);
        }
    }
}

// Most laws that a text cites are rightly not in the register, and many are one digit away from one that is: UU 35/2009 is
// no slip for UU 25/2009. A wrong year is told where it is the next one, a wrong number only where the text names the
// subject of the law that was meant; and neither where it names another subject.
fn slip<'s>(mention: &Mention<'_>, site: &'s Site) -> Option<&'s Regulation> {
    if by_number(mention.law, site).is_some() {
        return None;
    }
    site.regulations.iter().find(|known| {
        let Some(law) = known.law_number() else { return false };
        let of_next_year = law.is_of_another_year(mention.law) && law.year.abs_diff(mention.law.year) == 1;
        match mention.subject {
            None => of_next_year,
            Some(subject) => (of_next_year || law.is_one_digit_off(mention.law)) && is_about(subject, &known.title),
        }
    })
}

// Both name the same thing, one of them perhaps more fully.
fn is_about(subject: &str, title: &str) -> bool {
    let (subject, title) = (text::slug(subject), text::slug(title));
    subject.starts_with(&title) || title.starts_with(&subject)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::diag::Diagnostics;
    use crate::model::date::Moment;
    use crate::model::scalar::Scalar;
    use crate::sources::Sources;
    use crate::{builtin, check};

    fn site() -> Site {
        let sources = builtin::add_to(&Sources::default());
        let mut found = Diagnostics::default();
        let (site, _) = check::site(&sources, Config::default(), Moment::read("2026-11-22").unwrap(), &mut found);
        assert_eq!(found.count(crate::diag::Severity::Error), 0, "{found:?}");
        site
    }

    #[test]
    fn a_citation_leads_to_its_law_or_to_what_was_meant() {
        let site = site();
        let found = |text: &str| {
            let cited = Cited::read(text).unwrap();
            find(&cited, &site)
                .map(|law| law.id().as_str().to_owned())
                .ok_or(near(&cited, &site).map(Regulation::short))
        };
        for (text, id) in [
            ("uu-25-2009", "uu-25-2009"),
            ("UU No. 25 Tahun 2009", "uu-25-2009"),
            ("Peraturan Ombudsman Nomor 61 Tahun 2025", "peraturan-ombudsman-61-2025"),
            ("kepdirjenpas-36-2020", "kepdirjenpas-36-2020"),
            ("Kepdirjen Pemasyarakatan PAS-36.OT.02.02 Tahun 2020", "kepdirjenpas-36-2020"),
        ] {
            assert_eq!(found(text), Ok(id.to_owned()), "{text}");
        }
        for (text, near) in [
            ("pp-96-2013", Some("PP 96/2012")),
            ("PP 96 Tahun 2013", Some("PP 96/2012")),
            ("UU 52/2009", Some("UU 25/2009")),
            ("uu-25-209", Some("UU 25/2009")),
            ("UU 25 209", Some("UU 25/2009")),
            ("UU 99/1999", None),
        ] {
            assert_eq!(found(text), Err(near.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn slips_in_texts_are_told_from_other_laws() {
        let site = site();
        let slips = |text: &str| -> Vec<(String, String)> {
            let told = mentions(text).filter_map(|found| Some((found.law.words(), slip(&found, &site)?.short())));
            told.collect()
        };
        let told = |wrong: &str, right: &str| vec![(wrong.to_owned(), right.to_owned())];
        assert_eq!(slips("sesuai PP 96 Tahun 2013."), told("PP 96/2013", "PP 96/2012"));
        let text = "Undang-Undang Nomor 52 Tahun 2009 tentang Pelayanan Publik mewajibkannya";
        assert_eq!(slips(text), told("UU 52/2009", "UU 25/2009"));
        for right in [
            "UU 25 Tahun 2009 tentang Pelayanan Publik",
            "UU 35 Tahun 2009 tentang Narkotika dan UU 22/2002",
            "UU 8 Tahun 2015 tentang Pemilihan Gubernur",
            "UU 35/2009",
        ] {
            assert_eq!(slips(right), [], "{right}");
        }
    }
}
