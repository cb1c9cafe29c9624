//! Advertisements of gambling, which hijackers hide in the pages of public bodies.
//!
//! An advertisement is told from a warning: words that only advertise are findings unless the sentence fights gambling
//! and leads nowhere; words that both use are findings only where something is offered.

use std::ops::Range;
use std::sync::LazyLock;

use super::signs::{Sign, Signs};
use super::{Finding, What, passage, quoted};

/// How much of a text after a root is read for a phrase, in bytes.
const REACH: usize = 48;

/// What phrases and words of gambling begin with.
pub(super) const ROOTS: &str = "slot togel judi judol gacor maxwin rtp scatter toto casino kasino sbobet pragmatic mahjong gates deposit depo \
    bonus akun taruhan link situs bandar agen joker123 bandarq dominoqq pkv sl0t t0gel gac0r jud1 g4cor olympus \
    sweet starlight parlay habanero joker poker jackpot prediksi keluaran wild";

/// Phrases of advertisements, written without what parts their words.
const PHRASES: &str = "slotgacor slotonline slotdana slotdeposit slotqris slotpulsa slot88 slot77 slot777 slot138 slot5000 slotthailand \
    slotmaxwin slotterpercaya slotresmi slotgampang slotvip slotdemo slotserver togelonline togelterpercaya \
    togelresmi togelhongkong togelsingapore togelsgp togelhk togel4d judislot judibola judicasino judikasino \
    juditogel judionlineterpercaya judionlineresmi gacorhariini gacormalamini gacormaxwin maxwin rtplive rtpslot \
    rtpgacor rtptertinggi scatterhitam totomacau totoslot toto4d casinoonline kasinoonline livecasino sbobet \
    pragmaticplay mahjongways mahjongwins gatesofolympus gatesofgatotkaca olympus1000 olympusx1000 sweetbonanza \
    starlightprincess wildbandito joker123 jokergaming bandarq dominoqq pkvgames habaneroslot depositpulsa \
    depositdana depositqris depo10k depo5k depositgopay depositovo bonusnewmember bonusdeposit bonusrollingan \
    akunprothailand akunprokamboja akunprorusia akunslot akungacor linkalternatifslot linkalternatifjudi \
    linkalternatifsbobet linkslot linkgacor linktogel situsslot situsgacor situstogel bandartogel bandarjudi \
    bandarslot bandarbola agenjudi agenslot agentogel agenbola agensbobet agencasino mixparlay parlaybola \
    pokeronline jackpotslot prediksitogel keluaransgp keluaranhk keluarantogel sl0t t0gel gac0r jud1 g4cor";

static PHRASE: LazyLock<Vec<&str>> = LazyLock::new(|| PHRASES.split_whitespace().collect());

/// Words that warnings use as well.
const WEAK: &[&str] =
    &["togel", "judionline", "judol", "slot", "gacor", "kasino", "casino", "taruhan", "judi", "jackpot"];

/// Words that follow an innocent `slot`.
const APPOINTMENTS: &[&str] = &[
    "waktu",
    "kunjungan",
    "pendaftaran",
    "jadwal",
    "antrean",
    "antrian",
    "jam",
    "layanan",
    "peserta",
    "sesi",
    "memori",
    "vaksin",
    "konsultasi",
];

/// What is said where something is offered.
const OFFERS: &[&str] = &[
    "daftar",
    "login",
    "link",
    "bonus",
    "deposit",
    "promo",
    "jackpot",
    "menang",
    "terpercaya",
    "klik",
    "gampang",
    "modal",
    "agen",
    "bandar",
    "situs",
];

/// What only an offer says, even beside a word that fights.
const URGES: &[&str] =
    &["daftar", "login", "bonus", "deposit", "klik", "maxwin", "promo", "terpercaya", "gampang menang"];

/// What is said where gambling is fought.
const FIGHTS: &[&str] = &[
    "berantas",
    "cegah",
    "bahaya",
    "sosialisasi",
    "penyuluhan",
    "larang",
    "razia",
    "ikrar",
    "antijudi",
    "anti judi",
    "anti-judi",
    "antinarkoba",
    "bebas dari",
    "menindak",
    "penindakan",
    "ditindak",
    "pemblokiran",
    "memblokir",
    "diblokir",
    "perangi",
    "lawan",
    "tolak",
    "dampak",
    "waspada",
    "jangan",
    "tidak bermain",
    "terlibat",
    "komitmen",
    "deklarasi",
    "korban",
    "kecanduan",
    "hindari",
    "jauhi",
    "sanksi",
    "hukuman disiplin",
    "tersangka",
    "penggerebekan",
    "ditangkap",
    "zero",
    "edukasi",
    "deteksi",
    "nihil",
    "prevent",
    "combat",
    "against",
];

/// Finds advertisements of gambling.
pub(super) fn find(text: &str, signs: &Signs) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut sentence = 0..0;
    let mut words = Words::default();
    for hit in signs.of(Sign::Gambling) {
        if text[..hit.start].ends_with(char::is_alphanumeric) {
            continue;
        }
        if hit.start >= sentence.end {
            found.extend(words.judge(text, &sentence));
            words = Words::default();
            sentence = passage::around(text, sentence.end, hit.start);
        }
        words.add(text, hit.start, sentence.end.max(hit.end));
    }
    found.extend(words.judge(text, &sentence));
    found
}

/// What of the vocabulary stands in a sentence.
#[derive(Default)]
struct Words {
    /// The first phrase that only advertises.
    strong: Option<Range<usize>>,
    /// The first word that warnings use as well.
    weak: Option<(&'static str, Range<usize>)>,
    /// Whether a second one stands there.
    several: bool,
}

impl Words {
    fn add(&mut self, text: &str, start: usize, end: usize) {
        if self.strong.is_some() {
            return;
        }
        let rest = squeezed(&text[start..end]);
        if let Some(length) = PHRASE.iter().filter_map(|phrase| rest.end_of(phrase)).max() {
            self.strong = Some(start..start + length);
        } else if let Some((word, length)) = WEAK.iter().find_map(|word| Some((*word, rest.end_of(word)?))) {
            let at = start..start + length;
            match &self.weak {
                _ if word == "slot" && is_appointment(text, &at) => {}
                None => self.weak = Some((word, at)),
                // `judi` and `judi online` are one word said twice.
                Some((first, _)) => self.several |= !word.starts_with(first) && !first.starts_with(word),
            }
        }
    }

    /// One finding a sentence: whoever mends it reads it whole.
    fn judge(&self, text: &str, sentence: &Range<usize>) -> Option<Finding> {
        let low = text[sentence.clone()].to_ascii_lowercase();
        let fights = || FIGHTS.iter().any(|word| low.contains(word));
        if let Some(at) = &self.strong
            && (leads_away(&low) || says(&low, URGES) || !fights())
        {
            return Some(quoted(text, What::Gambling, at.clone()));
        }
        let (_, at) = self.weak.as_ref()?;
        let offered = self.several || leads_away(&low) || says(&low, OFFERS);
        (offered && !fights()).then(|| quoted(text, What::Gambling, at.clone()))
    }
}

/// Letters and digits of the beginning of a text, in small letters, and where each ends.
struct Squeezed {
    letters: String,
    ends: Vec<usize>,
    closes: Vec<bool>,
}

fn squeezed(text: &str) -> Squeezed {
    let mut one = Squeezed { letters: String::new(), ends: Vec::new(), closes: Vec::new() };
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < REACH) {
        if c.is_ascii_alphanumeric() {
            one.letters.push(c.to_ascii_lowercase());
            one.ends.push(at + 1);
            one.closes.push(!text[at + 1..].starts_with(char::is_alphanumeric));
        } else if !(c.is_whitespace() || matches!(c, '-' | '_' | '+' | '.' | '*' | '\u{200b}'..='\u{200d}')) {
            break;
        }
    }
    one
}

impl Squeezed {
    /// Where a phrase ends that stands at the beginning, as whole words.
    fn end_of(&self, phrase: &str) -> Option<usize> {
        let last = phrase.len() - 1;
        (self.letters.starts_with(phrase) && self.closes[last]).then(|| self.ends[last])
    }
}

/// `slot kunjungan`, `jadwal slot`.
fn is_appointment(text: &str, slot: &Range<usize>) -> bool {
    let after = text[slot.end..].trim_start().split(|c: char| !c.is_alphanumeric()).next();
    let before = text[..slot.start].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next();
    [after, before].into_iter().flatten().any(|word| APPOINTMENTS.iter().any(|one| word.eq_ignore_ascii_case(one)))
}

/// Whether a sentence in small letters has one of these words, whole.
fn says(low: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        low.match_indices(word).any(|(at, _)| {
            !low[..at].ends_with(char::is_alphanumeric) && !low[at + word.len()..].starts_with(char::is_alphanumeric)
        })
    })
}

/// Whether a sentence in small letters has an address that is not of a public body.
fn leads_away(low: &str) -> bool {
    low.match_indices("://").any(|(at, _)| {
        let host = low[at + 3..].split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).next();
        !host.is_some_and(|host| host.ends_with(".go.id") || host.ends_with(".ac.id") || host.ends_with(".mil.id"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> Vec<Finding> {
        super::find(text, &Signs::read(text))
    }

    #[test]
    fn what_only_advertises_is_found_however_it_is_parted() {
        for text in ["slot gacor", "SLOT-GACOR", "situs_slot-online", "s?slot88", "rtp  live", "sl0t"] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_warning_is_no_offer_unless_it_leads_somewhere() {
        assert_eq!(find("Penyuluhan bahaya judi slot dan togel online"), []);
        assert_eq!(find("Cegah judi online, laporkan ke https://www.lapor.go.id"), []);
        assert_eq!(find("Jangan lewatkan slot gacor di https://a.example.net").len(), 1);
        assert_eq!(find("Jangan lewatkan slot gacor, daftar sekarang").len(), 1);
    }

    #[test]
    fn weak_words_need_an_offer() {
        assert_eq!(find("Petugas menjelaskan judi online kepada warga"), []);
        assert_eq!(find("Login judi online").len(), 1);
        assert_eq!(find("togel dan kasino").len(), 1);
        assert_eq!(find("Bonus bagi slot kunjungan Sabtu"), []);
    }
}
