//! Whom to tell when somebody asks for money at a facility: its own channels, or where it has none the national ones.

use super::{Channel, Named};
use crate::kinds::Site;
use crate::kinds::facility::Facility;
use crate::kinds::national_channel::{Level, NationalChannel};
use crate::kinds::parts::edition::Facts;
use crate::kinds::parts::way::{Topic, Way, WayKind};
use crate::lang::Lang;
use crate::model::id::Id;

/// One way, for paper.
#[derive(Debug)]
pub struct Told {
    /// What it is: `WhatsApp`, or the name of a national channel; none where the value says it.
    pub name: Option<String>,
    /// The number, address or place.
    pub value: String,
}

/// Returns the ways that are open today, those that reach furthest first, at most `most`.
pub fn ways(facility: &Id<Facility>, site: &Site, most: usize) -> Vec<Told> {
    let mut own: Vec<&Channel> = levy_channels(facility, site).filter(|channel| channel.is_open(site)).collect();
    own.sort_by_key(|channel| reach(channel.way.kind));
    let mut told: Vec<Told> =
        own.into_iter().map(|channel| line(&Named::Own(channel), &channel.way, site.lang())).collect();
    if told.is_empty() {
        let mut open: Vec<&NationalChannel> = national(site).filter(|channel| channel.is_open(site)).collect();
        open.sort_by_key(|channel| channel.level);
        let best = |channel: &NationalChannel| channel.ways.iter().min_by_key(|way| reach(way.kind)).cloned();
        let all = open.into_iter().filter_map(|channel| Some((channel, best(channel)?)));
        told.extend(all.map(|(channel, way)| line(&Named::National(channel), &way, site.lang())));
    }
    told.truncate(most);
    told
}

/// Adds what a poster that names these ways is made of.
pub(in crate::kinds) fn facts(facility: &Id<Facility>, site: &Site, facts: &mut Facts) {
    if levy_channels(facility, site).next().is_none() {
        national(site).for_each(|channel| facts.some(channel, site, NATIONAL));
    }
    levy_channels(facility, site).for_each(|channel| facts.all(channel, site, BESIDE));
}

/// The fields of a channel that change without the channel.
pub(in crate::kinds) const BESIDE: &[&str] =
    &["id", "fasilitas", "berlaku", "diperiksa", "catatan", "contoh", "halaman"];

/// The fields of a national channel that stand on paper.
pub(in crate::kinds) const NATIONAL: &[&str] = &["nama", "jalur"];

/// Shows a way to reach somebody, for paper.
pub fn line(channel: &Named<'_>, way: &Way, lang: Lang) -> Told {
    let name = channel.name(lang);
    let says_it = way.value.to_lowercase().starts_with(&name.to_lowercase());
    Told { name: (!says_it).then(|| name.to_owned()), value: way.value.clone() }
}

/// Orders ways by how many people they reach: who has a telephone in the hand, then who stands there, then who can write.
pub fn reach(kind: Option<WayKind>) -> u8 {
    match kind {
        Some(WayKind::Whatsapp) => 0,
        Some(WayKind::Phone) => 1,
        Some(WayKind::Sms) => 2,
        Some(WayKind::InPerson) => 3,
        Some(WayKind::Web | WayKind::App) => 4,
        Some(WayKind::Email) => 5,
        Some(WayKind::Box | WayKind::Letter | WayKind::Social) | None => 6,
    }
}

// One that does not say what it takes, takes everything.
fn levy_channels<'s>(facility: &Id<Facility>, site: &'s Site) -> impl Iterator<Item = &'s Channel> {
    site.channels.under(facility).filter(|channel| channel.topics.is_empty() || channel.topics.contains(&Topic::Levy))
}

// Money that is asked for is a matter of the service, too.
fn national(site: &Site) -> impl Iterator<Item = &NationalChannel> {
    let takes =
        |channel: &NationalChannel| [Topic::Levy, Topic::Service].iter().any(|topic| channel.topics.contains(topic));
    site.national_channels.iter().filter(move |channel| channel.level != Some(Level::Facility) && takes(channel))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Record;
    use crate::kinds::column::Column;
    use crate::model::scalar::Choice;

    #[test]
    fn what_stands_beside_a_channel_is_a_field_of_it() {
        let is_field = |key: &&&str| Channel::COLUMNS.iter().any(|column: &Column<Channel>| column.key == **key);
        assert_eq!(BESIDE.iter().filter(is_field).count(), BESIDE.len());
    }

    #[test]
    fn a_telephone_reaches_further_than_a_box() {
        let kinds = [WayKind::Box, WayKind::Email, WayKind::Phone, WayKind::InPerson, WayKind::Whatsapp];
        let mut sorted: Vec<&str> = Vec::new();
        let mut by_reach = kinds.to_vec();
        by_reach.sort_by_key(|kind| reach(Some(*kind)));
        sorted.extend(by_reach.iter().map(|kind| kind.key()));
        assert_eq!(sorted, ["whatsapp", "telepon", "tatap_muka", "email", "kotak"]);
    }
}
