//! The fourteen components of a service standard (UU 25/2009), in the order and letters of the law. What a component holds
//! is the business of `service`.

use crate::lang::Label;
use crate::model::law_ref::LawRef;

/// A component of a service standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Component {
    /// a.
    LegalBasis,
    /// b.
    Requirements,
    /// c.
    Procedure,
    /// d.
    Duration,
    /// e.
    Fee,
    /// f.
    Products,
    /// g.
    Amenities,
    /// h.
    StaffCompetence,
    /// i.
    InternalSupervision,
    /// j.
    ComplaintHandling,
    /// k.
    StaffCount,
    /// l.
    ServiceGuarantee,
    /// m.
    SafetyGuarantee,
    /// n.
    Evaluation,
}

/// The two groups of components (PermenPANRB 15/2014).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Penyampaian: what meets the public; it must be published.
    Delivery,
    /// Pengelolaan: what stands behind it.
    Manufacturing,
}

/// The law that asks for all fourteen. Its letters are not cited: nobody has compared them with the gazette.
pub const LAW: LawRef = LawRef::unchecked("UU 25/2009", "21");

struct Entry {
    letter: &'static str,
    key: &'static str,
    group: Group,
    label: Label,
    short: Label,
}

impl Component {
    /// Every component, in the order of the law.
    pub const ALL: [Self; 14] = [
        Self::LegalBasis,
        Self::Requirements,
        Self::Procedure,
        Self::Duration,
        Self::Fee,
        Self::Products,
        Self::Amenities,
        Self::StaffCompetence,
        Self::InternalSupervision,
        Self::ComplaintHandling,
        Self::StaffCount,
        Self::ServiceGuarantee,
        Self::SafetyGuarantee,
        Self::Evaluation,
    ];

    const fn entry(self) -> Entry {
        use Group::{Delivery, Manufacturing};
        let (letter, key, group, label, short) = match self {
            Self::LegalBasis => {
                ("a", "dasar_hukum", Manufacturing, ("Dasar hukum", "Legal basis"), ("dasar hukum", "legal basis"))
            }
            Self::Requirements => {
                ("b", "persyaratan", Delivery, ("Persyaratan", "Requirements"), ("persyaratan", "requirements"))
            }
            Self::Procedure => (
                "c",
                "prosedur",
                Delivery,
                ("Sistem, mekanisme, dan prosedur", "System, mechanism and procedure"),
                ("prosedur", "procedure"),
            ),
            Self::Duration => (
                "d",
                "jangka_waktu",
                Delivery,
                ("Jangka waktu penyelesaian", "Time to completion"),
                ("jangka waktu", "time"),
            ),
            Self::Fee => ("e", "biaya", Delivery, ("Biaya atau tarif", "Fee"), ("biaya", "fee")),
            Self::Products => {
                ("f", "produk", Delivery, ("Produk pelayanan", "Result of the service"), ("produk", "result"))
            }
            Self::Amenities => (
                "g",
                "sarana",
                Manufacturing,
                ("Sarana, prasarana, atau fasilitas", "Amenities"),
                ("sarana", "amenities"),
            ),
            Self::StaffCompetence => (
                "h",
                "kompetensi",
                Manufacturing,
                ("Kompetensi pelaksana", "Competence of staff"),
                ("kompetensi", "competence"),
            ),
            Self::InternalSupervision => (
                "i",
                "pengawasan_internal",
                Manufacturing,
                ("Pengawasan internal", "Internal supervision"),
                ("pengawasan internal", "internal supervision"),
            ),
            Self::ComplaintHandling => (
                "j",
                "penanganan_pengaduan",
                Delivery,
                ("Penanganan pengaduan, saran, dan masukan", "Handling of complaints and suggestions"),
                ("penanganan pengaduan", "complaints"),
            ),
            Self::StaffCount => (
                "k",
                "jumlah_pelaksana",
                Manufacturing,
                ("Jumlah pelaksana", "Number of staff"),
                ("jumlah pelaksana", "number of staff"),
            ),
            Self::ServiceGuarantee => (
                "l",
                "jaminan_pelayanan",
                Manufacturing,
                ("Jaminan pelayanan", "Guarantee of service"),
                ("jaminan pelayanan", "guarantee of service"),
            ),
            Self::SafetyGuarantee => (
                "m",
                "jaminan_keamanan",
                Manufacturing,
                ("Jaminan keamanan dan keselamatan", "Guarantee of safety"),
                ("jaminan keamanan", "guarantee of safety"),
            ),
            Self::Evaluation => (
                "n",
                "evaluasi",
                Manufacturing,
                ("Evaluasi kinerja pelaksana", "Evaluation of performance"),
                ("evaluasi", "evaluation"),
            ),
        };
        Entry { letter, key, group, label: Label::new(label.0, label.1), short: Label::new(short.0, short.1) }
    }

    /// Returns its letter in the law.
    pub const fn letter(self) -> &'static str {
        self.entry().letter
    }

    /// Returns its public word: the key in files and data, and its anchor on the page of a service.
    pub const fn key(self) -> &'static str {
        self.entry().key
    }

    /// Returns its group.
    pub const fn group(self) -> Group {
        self.entry().group
    }

    /// Returns its name in the words of the law.
    pub const fn label(self) -> Label {
        self.entry().label
    }

    /// Names it where there is little room, in lower case: `jangka waktu`.
    pub const fn short(self) -> Label {
        self.entry().short
    }

    /// Returns the components of a group, in the order of the law.
    pub fn of(group: Group) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |component| component.group() == group)
    }
}

impl Group {
    /// Returns its name.
    pub const fn label(self) -> Label {
        match self {
            Self::Delivery => Label::new("Penyampaian, wajib diumumkan", "Delivery, must be published"),
            Self::Manufacturing => Label::new("Pengelolaan", "Management"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_names_fourteen_six_of_them_for_the_public() {
        assert_eq!(Component::ALL.map(Component::letter).concat(), "abcdefghijklmn");
        assert!(Component::ALL.is_sorted());
        assert_eq!(Component::of(Group::Delivery).map(Component::letter).collect::<String>(), "bcdefj");
    }
}
