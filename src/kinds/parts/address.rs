//! alamat: where something stands.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::scalar::Text;
use crate::parse::written::Written;
use crate::stage::CheckCx;

/// A postal address, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// Street and number.
    pub street: Option<String>,
    /// Town or regency.
    pub city: Option<String>,
    /// Province.
    pub province: Option<String>,
    /// Postal code, as typed: it may begin with zero.
    pub postal_code: Option<String>,
    /// Latitude, as typed.
    pub latitude: Option<String>,
    /// Longitude, as typed.
    pub longitude: Option<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::kinds) struct RawAddress {
    #[serde(rename = "jalan")]
    street: Option<Written<Text>>,
    #[serde(rename = "kota")]
    city: Option<Written<Text>>,
    #[serde(rename = "provinsi")]
    province: Option<Written<Text>>,
    #[serde(rename = "kode_pos")]
    postal_code: Option<Written<Text>>,
    lat: Option<Written<Text>>,
    lon: Option<Written<Text>>,
}

impl Address {
    pub(in crate::kinds) fn check(raw: Option<RawAddress>, cx: &mut CheckCx<'_>) -> Self {
        let Some(raw) = raw else { return Self::default() };
        let RawAddress { street, city, province, postal_code, lat, lon } = raw;
        cx.at("alamat", |cx| Self {
            street: cx.get("jalan", street).map(String::from),
            city: cx.get("kota", city).map(String::from),
            province: cx.get("provinsi", province).map(String::from),
            postal_code: cx.get("kode_pos", postal_code).map(String::from),
            latitude: cx.get("lat", lat).map(String::from),
            longitude: cx.get("lon", lon).map(String::from),
        })
    }

    /// Writes it in one line, or nothing where nothing is known.
    pub fn words(&self) -> Option<String> {
        let parts = [&self.street, &self.city, &self.province, &self.postal_code];
        let known: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        (!known.is_empty()).then(|| known.join(", "))
    }
}
