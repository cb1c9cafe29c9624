//! A pointer into the law, with the honesty whether the article was read in the gazetted text.

use crate::lang::Lang;

/// The provision that asks for a datum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LawRef {
    /// The law as people cite it: `UU 25/2009`.
    pub law: &'static str,
    /// The article, without the word: `36`.
    pub article: Option<&'static str>,
    /// Whether the article number was checked against the published text of the law.
    pub article_checked: bool,
}

impl LawRef {
    /// A law as a whole.
    pub const fn law(law: &'static str) -> Self {
        Self { law, article: None, article_checked: false }
    }

    /// An article that was checked against the text of the law.
    pub const fn article(law: &'static str, article: &'static str) -> Self {
        Self { law, article: Some(article), article_checked: true }
    }

    /// An article whose number nobody has checked yet; the words say so.
    pub const fn unchecked(law: &'static str, article: &'static str) -> Self {
        Self { law, article: Some(article), article_checked: false }
    }

    /// Cites the provision for people.
    pub fn words(&self, lang: Lang) -> String {
        let mut out = self.law.to_owned();
        if let Some(article) = self.article {
            out.push_str(lang.pick(" Pasal ", " article "));
            out.push_str(article);
            if !self.article_checked {
                out.push_str(lang.pick(" (nomor pasal belum diperiksa)", " (article number not yet checked)"));
            }
        }
        out
    }
}
