//! induk: the ministry and regional office above a facility, by time.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Facility;
use crate::kinds::Site;
use crate::kinds::institution::Institution;
use crate::kinds::parts::held::{self, Held};
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// The bodies above a facility, for a time. Ministry and regional offices changed in 2024 and 2025: an article shows those
/// of its own date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// The ministry.
    pub ministry: Option<Id<Institution>>,
    /// The regional office.
    pub regional_office: Option<Id<Facility>>,
    /// When it held.
    pub held: Held,
    /// What says so.
    pub source: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawAffiliation {
    #[serde(rename = "kementerian")]
    ministry: Option<Written<Id<Institution>>>,
    #[serde(rename = "kanwil")]
    regional_office: Option<Written<Id<Facility>>>,
    #[serde(rename = "sejak")]
    from: Option<Written<Date>>,
    #[serde(rename = "sampai")]
    to: Option<Written<Date>>,
    #[serde(rename = "per")]
    as_of: Option<Written<Date>>,
    #[serde(rename = "sumber")]
    source: Option<Written<Text>>,
}

impl Affiliation {
    /// Checks the bodies above a facility. One ministry and one regional office stand above it at a time.
    pub(super) fn check_all(raw: Vec<RawAffiliation>, cx: &mut CheckCx<'_>) -> Vec<Self> {
        let mut affiliations: Vec<Self> = Vec::new();
        cx.each("induk", raw, |cx, raw| {
            let affiliation = Self::check(raw, cx);
            for other in &affiliations {
                other.check_beside(&affiliation, cx);
            }
            affiliations.push(affiliation);
            Some(())
        });
        affiliations
    }

    fn check(raw: RawAffiliation, cx: &mut CheckCx<'_>) -> Self {
        let RawAffiliation { ministry, regional_office, from, to, as_of, source } = raw;
        Self {
            ministry: cx.get("kementerian", ministry),
            regional_office: cx.get("kanwil", regional_office),
            held: Held::check(from, to, as_of, cx),
            source: cx.get("sumber", source).map(String::from),
        }
    }

    fn check_beside(&self, later: &Self, cx: &mut CheckCx<'_>) {
        let ids = |affiliation: &Self| {
            let ministry = affiliation.ministry.as_ref().map(|id| id.as_str().to_owned());
            [ministry, affiliation.regional_office.as_ref().map(|id| id.as_str().to_owned())]
        };
        for (key, (one, other)) in ["kementerian", "kanwil"].into_iter().zip(ids(self).into_iter().zip(ids(later))) {
            if let (Some(one), Some(other)) = (one, other)
                && one != other
            {
                held::check_alone(key, (&one, self.held), (&other, later.held), cx);
            }
        }
    }

    /// Names the bodies, the nearest first: `Kanwil Contoh, Kementerian Contoh`.
    pub fn words(&self, site: &Site) -> Option<String> {
        let office = self.regional_office.as_ref().and_then(|id| site.facilities.get(id));
        let ministry = self.ministry.as_ref().and_then(|id| site.institutions.get(id));
        let names: Vec<&str> = office.map(|o| o.called()).into_iter().chain(ministry.map(|m| m.called())).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}
