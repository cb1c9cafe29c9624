//! Laws as people cite them: by kind, number and year. How citations are found in texts is in `cited`; which laws there
//! are, and whether they stand, is the business of the register.

pub mod cited;

use super::scalar::{Choice, choice};

choice! {
    /// What kind of law it is; the order is the order of rank.
    pub enum LawKind {
        /// Act of parliament.
        Act = "uu", "Undang-undang", "Acts";
        /// Emergency regulation with the force of an act.
        EmergencyRegulation = "perppu", "Peraturan pemerintah pengganti undang-undang", "Emergency regulations";
        /// Government regulation.
        GovernmentRegulation = "pp", "Peraturan pemerintah", "Government regulations";
        /// Presidential regulation.
        PresidentialRegulation = "perpres", "Peraturan presiden", "Presidential regulations";
        /// Of the minister of administrative reform.
        Permenpanrb = "permenpanrb", "Peraturan Menteri PANRB", "Regulations of the Minister of Administrative Reform";
        /// Of the minister of law and human rights, until 2024.
        Permenkumham = "permenkumham", "Peraturan Menteri Hukum dan HAM", "Regulations of the Minister of Law and Human Rights";
        /// Of the minister of immigration and corrections, since 2024.
        Permenimipas = "permenimipas", "Peraturan Menteri Imigrasi dan Pemasyarakatan", "Regulations of the Minister of Immigration and Corrections";
        /// Of the minister of health.
        Permenkes = "permenkes", "Peraturan Menteri Kesehatan", "Regulations of the Minister of Health";
        /// Of the information commission.
        Perki = "perki", "Peraturan Komisi Informasi", "Regulations of the Information Commission";
        /// Of the Ombudsman.
        Ombudsman = "peraturan_ombudsman", "Peraturan Ombudsman", "Regulations of the Ombudsman";
        /// Of a province or town.
        Local = "perda", "Peraturan daerah", "Local regulations";
        /// A decree.
        Decree = "keputusan", "Keputusan", "Decrees";
        /// A judgment.
        Judgment = "putusan", "Putusan pengadilan", "Judgments";
        /// Any other.
        Other = "lain", "Peraturan lain", "Other regulations";
    }
}

impl LawKind {
    /// Returns what people put before number and year; laws of a kind without it need a name of their own.
    pub fn abbreviation(self) -> Option<&'static str> {
        match self {
            Self::Act => Some("UU"),
            Self::EmergencyRegulation => Some("Perppu"),
            Self::GovernmentRegulation => Some("PP"),
            Self::PresidentialRegulation => Some("Perpres"),
            Self::Permenpanrb => Some("PermenPANRB"),
            Self::Permenkumham => Some("Permenkumham"),
            Self::Permenimipas => Some("Permenimipas"),
            Self::Permenkes => Some("Permenkes"),
            Self::Perki => Some("PerKI"),
            Self::Ombudsman => Some("Peraturan Ombudsman"),
            Self::Local | Self::Decree | Self::Judgment | Self::Other => None,
        }
    }
}

/// A law by its kind, number and year, whether there is such a law or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LawNumber {
    /// Its kind; one that has an abbreviation.
    pub kind: LawKind,
    /// Its number.
    pub number: u32,
    /// Its year.
    pub year: u32,
}

impl LawNumber {
    /// Reads an id that is made as most of the register are: `pp-96-2012`.
    pub fn of_id(id: &str) -> Option<Self> {
        let (rest, year) = id.rsplit_once('-')?;
        let (kind, number) = rest.rsplit_once('-')?;
        let kind = LawKind::ALL.iter().find(|known| known.key().replace('_', "-") == kind)?;
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = kind.abbreviation().is_some() && year.len() == 4 && is_number(year) && is_number(number);
        if fits { Some(Self { kind: *kind, number: number.parse().ok()?, year: year.parse().ok()? }) } else { None }
    }

    /// Cites it as people do: `PP 96/2012`.
    pub fn words(self) -> String {
        let Self { kind, number, year } = self;
        format!("{} {number}/{year}", kind.abbreviation().unwrap_or_else(|| kind.key()))
    }

    /// Returns whether both have one number and are of two years.
    pub fn is_of_another_year(self, other: Self) -> bool {
        self.kind == other.kind && self.number == other.number && self.year != other.year
    }

    /// Returns whether both are of one year and their numbers are one slip of a finger apart: `15` and `51`, `4` and `14`.
    pub fn is_one_digit_off(self, other: Self) -> bool {
        let same = self.kind == other.kind && self.year == other.year;
        same && strsim::osa_distance(&self.number.to_string(), &other.number.to_string()) == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_the_register_say_kind_number_and_year() {
        let words = |id: &str| LawNumber::of_id(id).map(LawNumber::words);
        assert_eq!(words("pp-96-2012"), Some("PP 96/2012".to_owned()));
        assert_eq!(words("peraturan-ombudsman-61-2025"), Some("Peraturan Ombudsman 61/2025".to_owned()));
        for other in
            ["uu-25-209", "uu-2009", "uu-x-2009", "kepdirjenpas-36-2020", "keputusan-1-2020", "pp-99999999999-2012"]
        {
            assert_eq!(words(other), None, "{other}");
        }
    }

    #[test]
    fn slips_are_told_from_other_laws() {
        let law = |id: &str| LawNumber::of_id(id).unwrap();
        assert!(law("pp-96-2013").is_of_another_year(law("pp-96-2012")));
        assert!(!law("pp-96-2012").is_of_another_year(law("pp-96-2012")));
        assert!(!law("uu-96-2013").is_of_another_year(law("pp-96-2012")));
        for (slip, meant) in [("uu-52-2009", "uu-25-2009"), ("uu-4-2008", "uu-14-2008"), ("uu-24-2009", "uu-25-2009")] {
            assert!(law(slip).is_one_digit_off(law(meant)), "{slip}");
        }
        assert!(!law("uu-25-2009").is_one_digit_off(law("uu-25-2009")));
        assert!(!law("uu-36-2009").is_one_digit_off(law("uu-25-2009")));
        assert!(!law("uu-24-2008").is_one_digit_off(law("uu-25-2009")));
    }
}
