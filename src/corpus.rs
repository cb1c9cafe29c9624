//! A made-up site of any size, the same for the same numbers, so that anybody can repeat a measurement. Lengths are those of
//! real content: a standard of some six kilobytes, a news item of some three.

use std::fmt::Write;

/// How large the site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// How many news items.
    pub news: u32,
    /// How many facilities, each with five to seven service standards.
    pub facilities: u32,
    /// Another number, another site.
    pub seed: u64,
}

const CATEGORIES: [(&str, &str); 7] = [
    ("kunjungan", "Kunjungan tatap muka"),
    ("titipan", "Penitipan barang"),
    ("informasi", "Informasi dan salinan berkas"),
    ("integrasi", "Usulan pembebasan bersyarat"),
    ("kesehatan", "Pemeriksaan di klinik"),
    ("bantuan_hukum", "Konsultasi hukum"),
    ("izin", "Izin keluar luar biasa"),
];
const KINDS: [&str; 4] = ["lapas", "rutan", "bapas", "lapas_perempuan"];
const ZONES: [&str; 3] = ["WIB", "WITA", "WIT"];
const TOWNS: [&str; 8] = ["Melati", "Cemara", "Anggrek", "Kenari", "Flamboyan", "Cendana", "Bakau", "Pinang"];
const TOPICS: [&str; 6] = ["kunjungan", "kesehatan", "pengawasan", "pembinaan", "pengaduan", "informasi"];
const PARTS: [&str; 12] = [
    "Petugas pendaftaran mencatat nama dan keperluan setiap orang yang datang",
    "Ruang tunggu dilengkapi kursi, air minum, dan papan jadwal yang mudah dibaca",
    "Keluarga dapat menanyakan syarat lewat telepon sebelum berangkat",
    "Kepala unit memeriksa waktu tunggu setiap akhir bulan dan menempelkan hasilnya",
    "Warga yang berkebutuhan khusus didahulukan tanpa mengambil nomor antrean",
    "Standar pelayanan ditinjau bersama perwakilan masyarakat dan lembaga pengawas",
    "Pengaduan dicatat pada hari yang sama dan dijawab menurut batas waktunya",
    "Klinik melayani rawat jalan pada hari kerja dan merujuk bila perlu",
    "Pelatihan keterampilan diberikan menurut minat dan hasil penilaian",
    "Lembaga pengawas melihat langsung alur layanan dan berbicara dengan pengguna",
    "Jadwal yang berubah diumumkan di papan, di situs, dan kepada pendamping",
    "Setiap saran dibahas dalam rapat mingguan dan diberi penanggung jawab",
];

/// Makes every file of the site, with its path below the site's root.
pub fn files(size: Size) -> impl Iterator<Item = (String, String)> {
    let settings = ("content/situs.yaml".to_owned(), SETTINGS.to_owned());
    let facilities = (0..size.facilities).flat_map(move |number| facility(number, size.seed));
    let news = (0..size.news).map(move |number| news(number, size));
    std::iter::once(settings).chain(facilities).chain(news)
}

const SETTINGS: &str = "versi_format: 1\njudul: Situs Ukur\nalamat_web: https://ukur.example/\nzona_waktu: WITA\npenerbit: {nama: Penerbit Ukur}\n";

fn facility(number: u32, seed: u64) -> Vec<(String, String)> {
    let mut dice = Dice::new(seed, 1, number);
    let folder = format!("content/fasilitas/unit-{number:04}");
    let town = dice.pick(&TOWNS);
    let profile = format!(
        "nama: Lembaga Pemasyarakatan Kelas IIB {town} {number}\nnama_singkat: Unit {town} {number}\njenis: {}\nkelas: IIB\nstatus: aktif\n\
         alamat: {{jalan: Jalan {town} {}, kota: Kota {town}, provinsi: Provinsi Contoh}}\nzona_waktu: {}\n\
         kontak: {{telepon: [\"{}\"]}}\njam_layanan: [{{hari: [senin, selasa, rabu, kamis, jumat], buka: \"08:00\", tutup: \"15:00\"}}]\n\
         populasi: dewasa\ndiperiksa: {{tanggal: 2026-11-01, oleh: Kasubag TU}}\ncontoh: true\n",
        dice.pick(&KINDS),
        1 + dice.below(200),
        dice.pick(&ZONES),
        phone(number, 0),
    );
    let mut files = vec![
        (format!("{folder}/profil.yaml"), profile),
        (format!("{folder}/pengaduan.yaml"), complaints(number, &mut dice)),
    ];
    let count = 5 + usize::try_from(dice.below(3)).unwrap_or(0);
    for (category, name) in CATEGORIES.iter().take(count) {
        files.push((
            format!("{folder}/layanan/{}.yaml", category.replace('_', "-")),
            standard(category, name, &mut dice),
        ));
    }
    files
}

// Numbers of no network: 0800 0 and on.
fn phone(number: u32, line: u32) -> String {
    format!("0800 {:04} {:04}", line, number)
}

fn complaints(number: u32, dice: &mut Dice) -> String {
    let (done, open) = (3 + dice.below(9), dice.below(3));
    format!(
        "penanggung_jawab: {{nama: Pejabat Ukur {number}, jabatan: Kepala Subbagian Tata Usaha, alamat: Loket 1, telepon: \"{}\"}}\n\
         prosedur:\n  - {{pelaku: Pelapor, langkah: Menyampaikan laporan dengan urutan kejadian}}\n  - {{pelaku: Petugas, langkah: \"{}\"}}\n\
         batas_waktu: [{{jenis: bukan_pengawasan, jumlah: 14, satuan: hari_kerja}}, {{jenis: pengawasan, jumlah: 60, satuan: hari_kerja}}]\n\
         kanal:\n  - {{id: wa, jenis: whatsapp, nilai: \"{}\", menangani: [layanan, pungli], diperiksa: {{tanggal: 2026-11-01, oleh: Humas}}}}\n\
         kanal_nasional: [lapor, ombudsman]\nstatistik:\n  - periode: {{dari: 2026-07-01, sampai: 2026-09-30}}\n    diterima: {}\n    \
         menurut_status: {{selesai: {done}, proses: {open}}}\n    tepat_waktu: {done}\n    median_hari: 4\n",
        phone(number, 1),
        dice.pick(&PARTS),
        phone(number, 2),
        done + open,
    )
}

fn standard(category: &str, name: &str, dice: &mut Dice) -> String {
    let mut text = format!(
        "nama: {name}\nkategori: {category}\npengguna: [keluarga, masyarakat]\nstatus: berlaku\nsk: {{nomor: \"{}/SK/2026\", tanggal: 2026-01-02, \
         jabatan_penandatangan: Kepala Unit}}\nberlaku_sejak: 2026-01-02\nditinjau: 2026-01-02\n",
        1 + dice.below(300)
    );
    dice.list(&mut text, "persyaratan", 6);
    text.push_str("prosedur:\n");
    for actor in ["Pengguna", "Petugas Pendaftaran", "Petugas Pemeriksaan", "Petugas Layanan", "Pengguna"] {
        let _ = writeln!(text, "  - {{pelaku: {actor}, langkah: \"{}\"}}", dice.pick(&PARTS));
    }
    text.push_str(
        "jangka_waktu: {jumlah: 90, satuan: menit, mulai: berkas diterima lengkap}\nbiaya: {jenis: gratis}\nproduk: [Layanan selesai]\n\
         penanganan_pengaduan: {kanal: [wa, lapor], batas_waktu: {jumlah: 14, satuan: hari_kerja}}\n\
         dasar_hukum: [{peraturan: uu-25-2009, pasal: \"21\"}, {peraturan: uu-22-2022, pasal: \"9\"}, {peraturan: pp-96-2012}]\n",
    );
    text.push_str("publikasi: [{media: papan, tempat: Ruang tunggu, tanggal: 2026-01-05}]\n");
    dice.list(&mut text, "sarana", 6);
    dice.list(&mut text, "kompetensi", 4);
    dice.list(&mut text, "pengawasan_internal", 3);
    let _ = write!(
        text,
        "jumlah_pelaksana: {}\njaminan_pelayanan: >-\n  {}. {}.\njaminan_keamanan: >-\n  {}. {}.\nevaluasi: {{cara: \"{}\", berkala: tahunan}}\n",
        2 + dice.below(9),
        dice.pick(&PARTS),
        dice.pick(&PARTS),
        dice.pick(&PARTS),
        dice.pick(&PARTS),
        dice.pick(&PARTS),
    );
    text.push_str(
        "jadwal:\n  aturan:\n    - {hari: [selasa, kamis], sesi: [{mulai: \"09:00\", selesai: \"11:00\", tutup_daftar: \"10:30\"}], bagi: keluarga}\n",
    );
    procedure(&mut text, dice);
    text
}

fn procedure(text: &mut String, dice: &mut Dice) {
    text.push_str(
        "sop:\n  nomor: SOP-1\n  tanggal: 2026-01-02\n  pelaku: [{id: pengguna, nama: Pengguna}, {id: petugas, nama: Petugas}]\n  langkah:\n",
    );
    let last = 8;
    for number in 1..=last {
        let kind = match number {
            1 => "bentuk: mulai, ",
            3 => "bentuk: keputusan, ya: 4, tidak: 1, ",
            8 => "bentuk: selesai, ",
            _ => "",
        };
        let actor = if number % 2 == 1 { "pengguna" } else { "petugas" };
        let _ = writeln!(
            text,
            "    - {{no: {number}, pelaku: {actor}, {kind}kegiatan: \"{}\", kelengkapan: [Berkas], waktu: {{jumlah: 5, satuan: menit}}, hasil: Catatan}}",
            dice.pick(&PARTS)
        );
    }
}

fn news(number: u32, size: Size) -> (String, String) {
    let mut dice = Dice::new(size.seed, 2, number);
    let (year, month, day) = (2016 + dice.below(10), 1 + dice.below(12), 1 + dice.below(28));
    let unit = dice.below(u64::from(size.facilities.max(1)));
    let facility = if size.facilities == 0 { String::new() } else { format!("fasilitas: [unit-{unit:04}]\n") };
    let (first, second) = (dice.pick(&TOPICS), dice.pick(&TOPICS));
    let topics = if first == second { first.to_owned() } else { format!("{first}, {second}") };
    let mut text = format!(
        "---\njudul: {} ({number})\ntanggal: {year}-{month:02}-{day:02}\nringkasan: {}.\n{facility}topik: [{topics}]\ndateline: {}\n\
         kontributor: Humas Unit\nsumber: {{jenis: sendiri}}\n---\n",
        dice.pick(&PARTS),
        dice.pick(&PARTS),
        dice.pick(&TOWNS),
    );
    for paragraph in 0..10 + dice.below(6) {
        if paragraph == 4 {
            text.push_str("## Yang berubah\n\n");
        }
        for _ in 0..3 + dice.below(2) {
            let _ = write!(text, "{}. ", dice.pick(&PARTS));
        }
        text.push_str("\n\n");
    }
    (format!("content/berita/{year}-{month:02}-{day:02}-berita-{number}.md"), text)
}

// Numbers that look random and are the same in every run (splitmix64).
struct Dice(u64);

impl Dice {
    // Each record has dice of its own, so that one more of a kind changes no other.
    fn new(seed: u64, kind: u64, number: u32) -> Self {
        Self(
            seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ (kind << 48)
                ^ u64::from(number).wrapping_mul(0xbf58_476d_1ce4_e5b9),
        )
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.below(from.len() as u64)).unwrap_or(0)]
    }

    fn list(&mut self, text: &mut String, key: &str, count: usize) {
        let _ = writeln!(text, "{key}:");
        for _ in 0..count {
            let _ = writeln!(text, "  - {}", self.pick(&PARTS));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Now;
    use crate::model::scalar::Scalar;
    use crate::sources::Sources;
    use crate::{Options, build, builtin};

    #[test]
    fn the_same_numbers_give_the_same_site_and_it_is_sound() {
        let size = Size { news: 40, facilities: 3, seed: 7 };
        let made: Vec<_> = files(size).collect();
        assert_eq!(made, files(size).collect::<Vec<_>>());
        assert_ne!(made, files(Size { seed: 8, ..size }).collect::<Vec<_>>());
        assert!(made.len() > 40 + 3 * 7, "{}", made.len());
        let now = Now::read("2026-11-22T12:00").unwrap();
        let options = Options { now, base_url: None, drafts: false, future: false, strict: false };
        let report = build(&builtin::add_to(&Sources::from_pairs(made)), &options, None).unwrap();
        let told: Vec<&str> = report.diagnostics.iter().map(|found| found.problem.code()).collect();
        assert!(!report.diagnostics.has_errors(), "{told:?}");
    }
}
