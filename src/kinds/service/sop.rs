//! sop: the standard operating procedure of a service, step by step (PermenPANRB 35/2012). It reads, checks, walks and
//! shows the steps; how lines run in a drawing is told in `draw/lanes`.
//!
//! ```yaml
//! sop:
//!   nomor: SOP-CONTOH-01
//!   tanggal: 2024-06-24
//!   pelaku: [{id: pengunjung, nama: Pengunjung}, {id: petugas, nama: Petugas Pendaftaran}]
//!   langkah:
//!     - {no: 1, pelaku: pengunjung, bentuk: mulai, kegiatan: Mendaftar, waktu: {jumlah: 5, satuan: menit}}
//!     - {no: 2, pelaku: petugas, bentuk: keputusan, kegiatan: Memeriksa berkas, ya: 3, tidak: 1}
//!     - {no: 3, pelaku: petugas, bentuk: selesai, kegiatan: Mengantar ke ruang kunjungan}
//! ```

mod check;
mod drawing;
mod flow;
mod path;
mod view;

use crate::model::date::Date;
use crate::model::duration::Span;
use crate::model::id::Id;
use crate::model::law_ref::LawRef;
use crate::model::scalar::choice;
pub(in crate::kinds) use check::RawSop;
pub use view::SopView;

choice! {
    /// What a step is in the flow.
    pub enum StepKind {
        /// The one step that begins.
        Start = "mulai", "mulai", "start";
        /// Something is done.
        Activity = "kegiatan", "kegiatan", "activity";
        /// A question answered by yes or no.
        Decision = "keputusan", "keputusan", "decision";
        /// A step that ends.
        End = "selesai", "selesai", "end";
    }
}

choice! {
    /// How well an SOP works, as a review found.
    pub enum Verdict {
        /// Works well.
        Well = "berjalan_baik", "Berjalan baik", "Works well";
        /// Works less well.
        Poorly = "kurang_baik", "Kurang baik", "Works poorly";
        /// Is not followed.
        NotFollowed = "tidak_berjalan", "Tidak berjalan", "Not followed";
    }
}

/// An SOP with at least one step.
#[derive(Debug)]
pub struct Sop {
    /// Its number.
    pub number: Option<String>,
    /// When it was made.
    pub made: Option<Date>,
    /// When it was last revised; never revised if absent.
    pub revised: Option<Date>,
    /// Who acts.
    pub actors: Vec<Actor>,
    /// What is done, in the order of the file.
    pub steps: Vec<Step>,
    /// What reviews of its use found.
    pub reviews: Vec<Review>,
}

/// Somebody who acts, named by post or role, never by person.
#[derive(Debug)]
pub struct Actor {
    /// The name inside the SOP.
    pub id: Id<Self>,
    /// The post or role.
    pub name: String,
}

/// One step.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its number, unique in the SOP.
    pub number: u32,
    /// Who acts.
    pub actor: Id<Actor>,
    /// What it is in the flow.
    pub kind: StepKind,
    /// What is done.
    pub activity: String,
    /// What is needed for it. Absent: not stated; empty: nothing.
    pub needs: Option<Vec<String>>,
    /// How long it takes.
    pub time: Option<Span>,
    /// What comes out of it.
    pub result: Option<String>,
    /// What follows.
    pub next: Next,
}

/// What follows a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing: the SOP is over.
    End,
    /// This step.
    Step(u32),
    /// One of two steps, by the answer.
    Answer {
        /// The step after a yes.
        yes: u32,
        /// The step after a no.
        no: u32,
    },
    /// Nothing, although the SOP is not over.
    Open,
    /// Something that could not be read, which is told already.
    Unread,
}

/// A look at whether the SOP works.
#[derive(Debug, Clone)]
pub struct Review {
    /// The day.
    pub on: Date,
    /// What was found.
    pub verdict: Verdict,
    /// A remark.
    pub note: Option<String>,
}

// What asks for the identity of an SOP.
const LAW: LawRef = LawRef::law("PermenPANRB 35/2012");

impl Sop {
    /// Finds a step by its number.
    pub fn step(&self, number: u32) -> Option<&Step> {
        self.steps.iter().find(|step| step.number == number)
    }

    /// Finds the name of whoever does a step.
    pub fn actor_of(&self, step: &Step) -> Option<&str> {
        self.actors.iter().find(|actor| actor.id == step.actor).map(|actor| actor.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::parse::yaml;
    use crate::sources::Sources;
    use crate::stage::{CheckCx, Claims, Origin};

    fn check(text: &str) -> (Option<Sop>, Vec<&'static str>) {
        let sources = Sources::from_pairs([("content/a.yaml", text)]);
        let (file, _) = sources.iter().next().unwrap();
        let origin = Origin { file, yaml: 0..text.len(), steps: Vec::new() };
        let (claims, mut found) = (Claims::default(), Diagnostics::default());
        let today = Date::of(2026, 11, 22).unwrap();
        let raw = yaml::read::<RawSop>(text).unwrap();
        let sop = Sop::check(raw, &mut CheckCx::new(today, &sources, &claims, origin, &mut found));
        (sop, found.iter().map(|found| found.problem.code()).collect())
    }

    const HEAD: &str = "nomor: A\ntanggal: 2024-06-24\npelaku: [{id: a, nama: A}]\nlangkah:\n";

    fn steps(lines: &[&str]) -> String {
        lines.iter().fold(HEAD.to_owned(), |text, line| text + "- {pelaku: a, kegiatan: K, " + line + "}\n")
    }

    #[test]
    fn the_yes_path_has_a_length_where_its_times_do() {
        let path = |unit: &str, lines: &[&str]| {
            let lines: Vec<String> =
                lines.iter().map(|line| format!("waktu: {{jumlah: 5, satuan: {unit}}}, {line}")).collect();
            let (sop, codes) = check(&steps(&lines.iter().map(String::as_str).collect::<Vec<_>>()));
            assert_eq!(codes, [""; 0]);
            sop.unwrap().yes_path_time().and_then(|time| time.whole()).map(|time| time.amount)
        };
        let start = "no: 1, bentuk: mulai";
        let round = [start, "no: 2, bentuk: keputusan, ya: 3, tidak: 1", "no: 3, bentuk: selesai"];
        assert_eq!(path("menit", &round), Some(15));
        assert_eq!(path("jam", &round), Some(900));
        assert_eq!(path("hari_kerja", &round), Some(15));
        assert_eq!(
            path("menit", &[start, "no: 2, bentuk: keputusan, ya: 1, tidak: 3", "no: 3, bentuk: selesai"]),
            None
        );
        let jump = "no: 2, bentuk: keputusan, ya: 4, tidak: 3";
        assert_eq!(path("menit", &[start, jump, "no: 3", "no: 4, bentuk: selesai"]), Some(15));
    }

    #[test]
    fn a_flow_that_cannot_be_followed_is_named() {
        let codes = |lines: &[&str]| {
            let lines: Vec<&str> = lines.iter().copied().chain(["no: 8, bentuk: selesai"]).collect();
            check(&steps(&lines)).1
        };
        let start = "no: 1, bentuk: mulai";
        assert_eq!(codes(&[start]), [""; 0]);
        assert_eq!(codes(&["no: 1, bentuk: mulai, berikut: 9"]), ["no-such-step"]);
        assert_eq!(codes(&[start, "no: 1"]), ["duplicate-id"]);
        assert_eq!(codes(&[start, "no: 2, bentuk: keputusan, ya: 1"]), ["decision-one-way"]);
        assert_eq!(codes(&[start, "no: 2, bentuk: keputusan"]), ["decision-one-way"]);
        assert_eq!(codes(&[start, "no: 2, bentuk: keputusan, ya: 8, tidak: 8"]), ["decision-one-way"]);
        assert_eq!(codes(&["no: 1, bentuk: mulai, ya: 1, tidak: 8"]), ["decision-one-way"]);
        assert_eq!(codes(&[start, "no: 2, bentuk: selesai, berikut: 8"]), ["clash", "step-unreachable"]);
        assert_eq!(codes(&["no: 1"]), ["sop-starts"]);
        assert_eq!(codes(&[start, "no: 2, bentuk: mulai"]), ["sop-starts"]);
        assert_eq!(codes(&["no: 1, bentuk: mulaii"]), ["misread"]);
        assert_eq!(codes(&["no: 1, bentuk: mulai, waktu: {jumlah: 1, satuan: hari}"]), ["day-ambiguous"]);
        assert_eq!(check("pelaku: []").1, ["sop-identity-missing", "sop-identity-missing", "missing-key"]);
    }

    #[test]
    fn each_lost_or_endless_step_is_named_once() {
        let codes = |lines: &[&str]| check(&steps(lines)).1;
        let (start, end) = ("no: 1, bentuk: mulai, berikut: 9", "no: 9, bentuk: selesai");
        assert_eq!(codes(&[start, "no: 2", "no: 3", end]), ["step-unreachable"]);
        assert_eq!(
            codes(&[start, "no: 2, berikut: 3", "no: 3, berikut: 2", end]),
            ["step-unreachable", "step-without-end"]
        );
        assert_eq!(codes(&["no: 1, bentuk: mulai", "no: 2", "no: 3, berikut: 2"]), ["step-without-end"]);
        assert_eq!(codes(&["no: 1, bentuk: mulai", "no: 2"]), ["step-without-end"]);
        // What cannot be read may lead anywhere.
        assert_eq!(codes(&["no: 1, bentuk: mulai, berikut: x", "no: 2", "no: 3, bentuk: selesai"]), ["misread"]);
        assert_eq!(codes(&["no: 1, bentuk: mulai, berikut: 4", "no: 2", "no: 3, bentuk: selesai"]), ["no-such-step"]);
    }

    #[test]
    fn actors_are_declared_and_act() {
        let codes = |actors: &str, steps: &str| {
            check(&format!("nomor: A\ntanggal: 2024-06-24\npelaku: [{actors}]\nlangkah: [{steps}]")).1
        };
        let (guest, clerk) = ("{id: pengunjung, nama: P}", "{id: petugas, nama: Q}");
        let start = "{no: 1, bentuk: mulai, pelaku: pengunjung, kegiatan: K}";
        let end = |actor: &str| format!("{{no: 2, bentuk: selesai, pelaku: {actor}, kegiatan: K}}");
        let both = format!("{guest}, {clerk}");
        assert_eq!(codes(&both, &format!("{start}, {}", end("petugas"))), [""; 0]);
        assert_eq!(codes(&both, &format!("{start}, {}", end("pengunjung"))), ["actor-unused"]);
        // A slip is not told as a second problem.
        assert_eq!(codes(&both, &format!("{start}, {}", end("petugass"))), ["no-such-actor"]);
    }
}
