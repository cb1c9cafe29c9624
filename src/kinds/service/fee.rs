//! biaya: what a service costs. Free is something that is said; a fee that nobody states is not free.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Problem;
use crate::lang::{Label, Lang};
use crate::model::law_ref::LawRef;
use crate::model::money::Rupiah;
use crate::model::scalar::{Choice, Text, choice};
use crate::parse::written::Written;
use crate::stage::CheckCx;

choice! {
    /// What kind of fee it is.
    pub enum FeeKind {
        /// Nothing to pay.
        Free = "gratis", "Gratis", "Free";
        /// State revenue other than tax.
        Pnbp = "pnbp", "PNBP", "PNBP";
        /// Any other.
        Other = "lain", "biaya lain", "other fee";
    }
}

/// What a service costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee {
    /// What kind of fee it is.
    pub kind: FeeKind,
    /// How much, in whole rupiah; zero exactly where the service is free.
    pub amount: Rupiah,
    /// The rule that sets it.
    pub basis: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawFee {
    #[schemars(required)]
    #[serde(rename = "jenis")]
    kind: Option<Written<FeeKind>>,
    #[serde(rename = "jumlah")]
    amount: Option<Written<u64>>,
    #[serde(rename = "dasar")]
    basis: Option<Written<Text>>,
}

const BASIS_LAW: LawRef = LawRef::unchecked("UU 25/2009", "31");

impl Fee {
    pub(in crate::kinds) fn check(raw: RawFee, cx: &mut CheckCx<'_>) -> Option<Self> {
        let RawFee { kind, amount, basis } = raw;
        cx.at("biaya", |cx| {
            let kind = cx.need("jenis", kind);
            let is_stated = amount.is_some();
            let amount = cx.get("jumlah", amount);
            let basis = cx.get("dasar", basis).map(String::from);
            let kind = kind?;
            if kind == FeeKind::Free {
                if let Some(amount) = amount.filter(|amount| *amount > 0) {
                    let what = Label::new("Biaya", "The fee");
                    let derived = Rupiah(amount).words(Lang::Id);
                    cx.report_at("jenis", Problem::Disagrees { what, stated: kind.key().to_owned(), derived });
                }
                return Some(Self { kind, amount: Rupiah(0), basis });
            }
            if !is_stated {
                let why = Label::new(
                    "tanpa jumlah, orang tidak tahu berapa yang boleh ditagih",
                    "without an amount nobody knows how much may be charged",
                );
                cx.report_at("jenis", Problem::Needs { what: kind.key().to_owned(), key: "jumlah", why });
            }
            if amount == Some(0) {
                let range = "≥ 1; tanpa biaya: `jenis: gratis`".to_owned();
                cx.report_at("jumlah", Problem::OutOfRange { found: "0".to_owned(), range });
            }
            if basis.is_none() {
                cx.gap("fee-basis-missing", Label::new("Dasar biaya", "The basis of the fee"), BASIS_LAW);
            }
            Some(Self { kind, amount: Rupiah(amount?), basis })
        })
    }

    /// Returns whether there is nothing to pay.
    pub fn is_free(&self) -> bool {
        self.kind == FeeKind::Free
    }

    /// Returns whether a rule must set it and none is named.
    pub fn lacks_basis(&self) -> bool {
        !self.is_free() && self.basis.is_none()
    }

    /// Names the law that asks for the rule.
    pub fn basis_law(lang: Lang) -> String {
        BASIS_LAW.words(lang)
    }

    /// Writes it for people: `Gratis`, `Rp50.000 (PNBP)`.
    pub fn words(&self, lang: Lang) -> String {
        if self.is_free() {
            return self.kind.label().of(lang).to_owned();
        }
        format!("{} ({})", self.amount.words(lang), self.kind.label().of(lang))
    }
}
