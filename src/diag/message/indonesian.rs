//! Problem → Indonesian.

use super::{machine, theme, translation, whole_in, yaml};
use crate::diag::flaw::{FlowFlaw, TimeFlaw};
use crate::diag::problem::{Problem, Shape, Slip};
use crate::lang::{self, Lang};
use crate::model::date::Date;
use crate::model::scalar::Misread;
use crate::scan::{Trace, What};

/// Says what is wrong and how to mend it.
pub(super) fn message(problem: &Problem) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    match problem {
        Problem::NotUtf8 { meant } => say(
            match meant {
                Some(line) => format!("berkas ini tidak tersimpan sebagai UTF-8; baris ini mungkin `{line}`"),
                None => "berkas ini tidak tersimpan sebagai UTF-8".into(),
            },
            "simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan sebagai → Pengodean → UTF-8)",
        ),
        Problem::SettingsMissing => say(
            "content/situs.yaml belum ada, jadi judul dan zona waktu memakai bawaan".into(),
            "buat berkas itu dengan `versi_format: 1`, `judul: …`, dan `zona_waktu: WIB`, `WITA`, atau `WIT`",
        ),
        Problem::ContentEmpty => say(
            "situs ini belum punya isi".into(),
            "mulai dengan content/fasilitas/<id>/profil.yaml yang memuat `nama: …` dan `jenis: …`",
        ),
        Problem::TooLarge { limit } => {
            say(format!("berkas ini lebih besar dari {limit} KiB"), "pecah menjadi beberapa berkas yang lebih kecil")
        }
        Problem::UnknownFile { near: Some(near) } => {
            (format!("berkas ini tidak dikenal; maksud Anda `{near}`?"), "ganti nama atau pindahkan berkas".to_owned())
        }
        Problem::UnknownFile { near: None } => say(
            "berkas ini tidak dikenal dan tidak diterbitkan".into(),
            "pindahkan ke luar folder content/ bila tidak diperlukan",
        ),
        Problem::LinkOutside { target } => {
            say(format!("tautan berkas ini menuju ke luar situs: `{target}`"), "ganti dengan salinan berkasnya")
        }
        Problem::LinkLoop => say(
            "tautan ini menuju folder yang memuatnya sendiri".into(),
            "hapus tautan ini, atau ganti dengan salinan berkas yang dimaksud",
        ),
        Problem::NameNotUtf8 => say(
            "nama berkas atau folder ini tidak tertulis dalam UTF-8".into(),
            "ganti namanya: pakai huruf kecil, angka, dan tanda hubung saja",
        ),
        Problem::Unreadable { kind, reason } => {
            let reason = machine(*kind, reason, Lang::Id);
            say(format!("berkas ini tidak dapat dibaca: {reason}"), "periksa hak akses berkas")
        }
        Problem::Translation(flaw) => translation::message(flaw, Lang::Id),
        Problem::BadName { name, mend } => (
            format!("nama `{name}` tidak dapat menjadi alamat"),
            format!("pakai huruf kecil, angka, dan tanda hubung saja, misalnya `{mend}`"),
        ),
        Problem::YamlSyntax { reason } => yaml::syntax(reason, Lang::Id),
        Problem::YamlOutside(outside) => yaml::outside(outside, Lang::Id),
        Problem::More { count } => say(format!("masih ada {count} masalah lain di berkas ini"), "perbaiki dahulu yang disebut, lalu jalankan lagi"),
        Problem::TabIndent => say("ada tab di awal baris".into(), "ganti tab dengan spasi"),
        Problem::ColonInText { quoted } => (
            "titik dua di tengah teks ini dibaca sebagai kunci baru".to_owned(),
            format!("tulis di antara tanda kutip: `{quoted}`"),
        ),
        Problem::SecondDocument => {
            say("ada dokumen kedua sesudah `---`".into(), "satu berkas hanya memuat satu dokumen: hapus `---` ini")
        }
        Problem::DuplicateKey { key } => say(format!("kunci `{key}` tertulis dua kali"), "hapus salah satunya"),
        Problem::UnknownKey { key, near: Some(near), .. } => {
            (format!("kunci `{key}` tidak dikenal; maksud Anda `{near}`?"), format!("tulis `{near}:`"))
        }
        Problem::UnknownKey { key, near: None, known } => {
            (format!("kunci `{key}` tidak dikenal di sini"), format!("kunci yang dikenal: {}", known.join(", ")))
        }
        Problem::WrongShape { want, found } => (
            format!("di sini seharusnya {}, bukan {}", shape(*want), shape(*found)),
            match want {
                Shape::Scalar => "tulis satu nilai di baris ini".to_owned(),
                Shape::List => "tulis sebagai daftar: `[satu, dua]`, atau satu `- …` tiap baris".to_owned(),
                Shape::Map => "tulis sebagai `kunci: nilai`, satu tiap baris".to_owned(),
            },
        ),
        Problem::MissingKey { key } => (format!("`{key}` belum diisi"), format!("tambahkan baris `{key}: …`")),
        Problem::Misread { found, want } => misread(found, want),
        Problem::FrontMatterUnclosed => say(
            "kepala berkas yang dibuka dengan `---` tidak ditutup".into(),
            "tulis `---` pada baris sendiri sebelum isi",
        ),
        Problem::FrontMatterMissing => {
            say("berkas ini tidak punya kepala".into(), "mulai berkas dengan `---`, lalu `judul: …`, lalu `---`")
        }
        Problem::Dangling { kind, id, near } => {
            let what = format!("{} `{id}` tidak ada", kind.id.to_lowercase());
            match near {
                Some(near) => (format!("{what}; maksud Anda `{near}`?"), format!("tulis `{near}`")),
                None => say(what, "buat berkasnya lebih dulu, atau perbaiki namanya"),
            }
        }
        Problem::DuplicateId { id } => say(format!("`{id}` sudah dipakai"), "beri nama lain pada salah satunya"),
        Problem::AddressTaken { address, other } => (
            format!("alamat `{address}` sudah dipakai oleh {other}"),
            "ubah nama berkas atau `slug` salah satunya".to_owned(),
        ),
        Problem::AssetMissing { name, near } => {
            let what = format!("berkas `{name}` tidak ada");
            match near {
                Some(near) => (format!("{what}; maksud Anda `{near}`?"), format!("tulis `{near}`")),
                None => say(what, "letakkan berkas itu di folder yang sama, atau perbaiki namanya"),
            }
        }
        Problem::PathEscapes { path } => {
            say(format!("`{path}` keluar dari folder content/"), "letakkan berkas di dalam folder content/")
        }
        Problem::RawHtml { tag } => {
            say(format!("HTML `<{tag}>` dibuang dari teks"), "tulis dengan Markdown; HTML tidak diterbitkan")
        }
        Problem::UnsafeLink { scheme } => say(
            format!("tautan dengan skema `{scheme}:` tidak diterbitkan"),
            "pakai tautan https://, mailto:, atau tel:",
        ),
        Problem::BrokenLink { target, near } => {
            let what = format!("tautan `{target}` menuju halaman yang tidak ada");
            match near {
                Some(near) => (format!("{what}; maksud Anda `{near}`?"), format!("tulis `{near}`")),
                None => say(what, "perbaiki alamatnya, atau hapus tautannya"),
            }
        }
        Problem::StarEmphasis { words } => (
            format!("`*{words}*` tercetak miring, bukan tebal seperti di WhatsApp"),
            format!("tulis `**{words}**` untuk tebal, atau `_{words}_` untuk miring"),
        ),
        Problem::ImageWithoutAlt => say(
            "gambar tanpa teks pengganti".into(),
            "tulis isi gambar di antara `![` dan `]`, atau pada `alt:`, agar terbaca oleh tunanetra",
        ),
        Problem::MarkdownSlip(found) => slip(found),
        Problem::Gap { code, what, .. } => gap(code, what.id),
        Problem::SumMismatch { whole, stated, sum } => (
            format!("jumlah bagian {sum}, sedangkan `{whole}` tertulis {stated}"),
            "perbaiki salah satu angka sehingga sama".to_owned(),
        ),
        Problem::EndsBeforeStart => {
            say("tanggal berakhir lebih awal daripada tanggal mulai".into(), "periksa kedua tanggal")
        }
        Problem::HeldOverlap { what, one, other, day } => (
            format!("pada {} ada dua `{what}` sekaligus: {one} dan {other}", day.words(Lang::Id)),
            "tulis `sampai` pada yang lebih dulu, atau perbaiki tanggalnya".to_owned(),
        ),
        Problem::OutOfRange { found, range } => {
            (format!("`{found}` di luar rentang {range}"), format!("tulis nilai dalam rentang {range}"))
        }
        Problem::Disagrees { what, stated, derived } => (
            format!("{} tertulis `{stated}`, sedangkan menurut datanya `{derived}`", what.id.to_lowercase()),
            "periksa data dan pernyataannya; keduanya harus sama".to_owned(),
        ),
        Problem::Needs { what, key, why } => {
            (format!("`{what}` memerlukan `{key}`: {}", why.id), format!("tambahkan `{key}: …`"))
        }
        Problem::Clash { key, with } => {
            (format!("`{key}` tidak dapat berdiri bersama `{with}`"), "hapus salah satunya".to_owned())
        }
        Problem::VerdictNotByOverseer => say(
            "verifikasi hanya dapat diberikan oleh lembaga pengawas pemantauan ini".into(),
            "tulis id lembaga pengawas pada `oleh`, atau hapus verifikasi",
        ),
        Problem::ChannelUnverified => say(
            "kanal pengaduan ini belum pernah diperiksa".into(),
            "coba hubungi kanalnya, lalu tulis `diperiksa: {tanggal: …, oleh: …}`",
        ),
        Problem::OwnerNotAPost { owner } => (
            format!("penanggung jawab `{owner}` tampaknya nama orang, bukan jabatan"),
            "tulis jabatannya, misalnya `Kepala Lapas`; orang berganti, kewajibannya tetap".to_owned(),
        ),
        Problem::NotAnAssessment { kind } => (
            format!("peristiwa berjenis `{kind}` bukan penilaian, jadi tidak dapat memberi nilai atau predikat"),
            "hapus `nilai` dan `predikat`, atau perbaiki `jenis` bila ini memang penilaian".to_owned(),
        ),
        Problem::ExcludedFile => say(
            "dokumen yang dikecualikan tidak boleh menyertakan berkas, karena berkas itu akan terbit".into(),
            "hapus `berkas` dan pindahkan berkasnya ke luar folder content/, atau perbaiki `kategori`",
        ),
        Problem::NoSuchStep { step } => say(format!("langkah {step} tidak ada"), "tulis nomor langkah yang ada"),
        Problem::SopStarts { count } => say(
            format!("SOP ini mempunyai {count} langkah mulai; seharusnya tepat satu"),
            "tulis `bentuk: mulai` hanya pada langkah pertama",
        ),
        Problem::NoSuchActor { actor, near } => {
            let what = format!("pelaku `{actor}` belum didaftarkan pada `pelaku` SOP");
            match near {
                Some(near) => (format!("{what}; maksud Anda `{near}`?"), format!("tulis `{near}`")),
                None => say(what, "daftarkan pelaku itu pada `sop: pelaku:`"),
            }
        }
        Problem::Flow(flaw) => flow(flaw),
        Problem::Time(flaw) => time(flaw),
        Problem::Stale { what, on } => (
            format!("{} {}, lebih dari setahun lalu", what.id.to_lowercase(), on.words(Lang::Id)),
            "periksa kembali isinya, lalu perbarui tanggalnya".to_owned(),
        ),
        Problem::Expired { what, on } => (
            format!("{} berakhir pada {}", what.id.to_lowercase(), on.words(Lang::Id)),
            "perbarui atau hapus bila sudah tidak berlaku".to_owned(),
        ),
        Problem::LawRevoked { law, by } => match by {
            Some(by) => {
                (format!("{law} sudah dicabut oleh {by}"), format!("periksa apakah {by} menjadi dasar yang baru"))
            }
            None => say(format!("{law} sudah dicabut"), "cari peraturan yang menggantikannya"),
        },
        Problem::LawUnknown { law, near } => {
            let what = format!("peraturan `{law}` tidak ada dalam daftar");
            match near {
                Some(near) => (format!("{what}; maksud Anda `{near}`?"), format!("tulis `{near}`")),
                None => say(what, "periksa nomor dan tahunnya, atau tambahkan ke content/rujukan/peraturan.yaml"),
            }
        }
        Problem::ArticleUnknown { law, article, count, checked } => {
            let unsure = if *checked { "" } else { " (jumlah ini belum dibandingkan dengan naskahnya)" };
            (
                format!("{law} hanya punya {count} pasal{unsure}, jadi Pasal {article} tidak ada"),
                "periksa nomor pasalnya; bila benar, perbaiki `jumlah_pasal` di content/rujukan/peraturan.yaml"
                    .to_owned(),
            )
        }
        Problem::LawInText { law, near } => (
            format!("`{law}` tidak ada dalam daftar peraturan; mungkin `{near}`"),
            format!("tulis `{near}` bila itu yang dimaksud, atau tambahkan `{law}` ke content/rujukan/peraturan.yaml"),
        ),
        Problem::SchemeOutOfTime { scheme, from, to, year, near } => (
            format!("skema `{scheme}` berlaku {}, jadi tidak dapat membaca hasil tahun {year}", lang::years(*from, *to, Lang::Id)),
            match near {
                Some(near) => format!("tulis `skema: {near}`, atau periksa `periode`"),
                None => "hapus `skema` dan tulis hasilnya pada `uraian`, atau periksa `periode`".to_owned(),
            },
        ),
        Problem::CalendarUnknown { year } => (
            format!("hari libur {year} belum diketahui, jadi tanggal jawaban tidak dapat dihitung"),
            format!(
                "tulis hari liburnya di content/rujukan/libur.yaml: `tahun: [{{tahun: {year}, sumber: …, hari: […]}}]`"
            ),
        ),
        Problem::SopTooLong { takes, promised } => (
            format!("langkah SOP memerlukan sedikitnya {takes}, sedangkan layanan menjanjikan {promised}"),
            "periksa waktu setiap langkah dan `jangka_waktu`; janji harus dapat ditepati".to_owned(),
        ),
        Problem::DayAmbiguous => {
            say("`hari` dapat berarti hari kerja atau hari kalender".into(), "tulis `hari_kerja` atau `hari_kalender`")
        }
        Problem::WeekdayMismatch { written, actual } => (
            format!("hari `{written}` tidak cocok dengan tanggalnya"),
            format!("yang benar {actual}; perbaiki hari atau tanggalnya"),
        ),
        Problem::AffiliationOutOfDate { name, then } => (
            format!("pada tanggal berita ini `{name}` tidak menaungi fasilitasnya; yang menaungi {then}"),
            "perbaiki namanya, atau periksa `induk` fasilitas itu".to_owned(),
        ),
        Problem::ClaimFree { said, service, fee } => (
            format!("teks ini menyebut `{said}`, sedangkan layanan `{service}` berbiaya {fee}"),
            "sebut layanan mana yang gratis, atau perbaiki `biaya` layanan itu bila memang gratis".to_owned(),
        ),
        Problem::ClaimHours { said, known } => (
            format!("jam `{said}` tidak ada pada jadwal layanan ini: {known}"),
            "perbaiki jam di teks atau di `jadwal`; warga datang menurut yang dibacanya".to_owned(),
        ),
        Problem::ClaimCount { said, counted } => (
            format!("angka ini {said}, sedangkan program mencatat {counted} pada tanggal yang sama"),
            "samakan keduanya, atau jelaskan bedanya pada `catatan`".to_owned(),
        ),
        Problem::FigureUnsourced { said } => (
            format!("`{said}` disebut tanpa tanggal dan sumber"),
            "tambahkan ke `angka`: `{label: …, nilai: …, satuan: orang, per: …, sumber: …}`".to_owned(),
        ),
        Problem::ListAsText { list } => {
            ("teks berkoma ini dibaca sebagai daftar".to_owned(), format!("tulis sebagai daftar: `{list}`"))
        }
        Problem::TopicNear { topic, near } => {
            (format!("topik `{topic}` hanya dipakai di sini; maksud Anda `{near}`?"), format!("tulis `{near}`"))
        }
        Problem::DateAhead { date } => (
            format!("berita ini bertanggal {}, jadi belum tayang sebelum hari itu", date.words(Lang::Id)),
            "perbaiki tanggalnya, atau tambahkan `tayang: …` bila memang dijadwalkan".to_owned(),
        ),
        Problem::LongPage { words } => (
            format!("teks ini {words} kata, terlalu panjang untuk dibaca di telepon"),
            "pecah menjadi beberapa halaman, atau pindahkan rinciannya ke berkas pendamping".to_owned(),
        ),
        Problem::OldTerm { found, term } => {
            (format!("`{found}` istilah lama; undang-undang memakai `{term}`"), format!("tulis `{term}`"))
        }
        Problem::YearMissing { found, guesses } => (
            format!("tanggal `{found}` tidak menyebut tahunnya"),
            match guesses.as_slice() {
                [only] => format!("tulis dengan tahunnya; mungkin `{only}`"),
                guesses => format!("tulis dengan tahunnya, misalnya `{}`", guesses.join("` atau `")),
            },
        ),
        Problem::DayFirst { read } => (
            format!("tanggal ini dibaca {}: hari lebih dulu, lalu bulan", read.words(Lang::Id)),
            "tulis seperti `2026-11-05` agar tidak ada yang salah baca".to_owned(),
        ),
        Problem::NotAnAddress { found } => say(
            format!("`{found}` bukan alamat halaman di situs ini"),
            "tulis alamat lama tanpa nama situs, misalnya `/berita/judul-lama/`",
        ),
        Problem::FigureUndated { key } => (
            format!("angka ini tidak menyebut `{key}`"),
            match *key {
                "per" => "tambahkan `per: …`: tanggal keadaan yang dihitung".to_owned(),
                _ => "tambahkan `sumber: …`: siapa yang menyatakannya".to_owned(),
            },
        ),
        Problem::Recomputed { what, stated, derived, weight } => (
            format!("{} terbit `{stated}`, sedangkan hitungan ulang `{derived}`", what.id)
                + &weight.map_or_else(String::new, |weight| format!("; angka terbit itu memakai bobot {weight}, bukan 1/9", weight = lang::decimal(weight, Lang::Id))),
            "periksa bobot dan pembulatannya; halaman menampilkan keduanya".to_owned(),
        ),
        Problem::SampleTooSmall { respondents, target } => (
            format!("responden {respondents}, kurang dari sasaran {target} untuk populasi ini"),
            "tambah responden pada survei berikutnya; halaman menyebut jumlah dan sasarannya".to_owned(),
        ),
        Problem::AnswerUnread { row, column, found } => (
            format!("jawaban `{found}` pada baris {row} kolom `{column}` bukan 1, 2, 3, atau 4"),
            "perbaiki jawaban itu; kosongkan bila tidak dijawab".to_owned(),
        ),
        Problem::BandNotAdjacent { found, expected } => (
            format!("pita ini mulai pada `{found}`, sedangkan pita di bawahnya berakhir tepat sebelum `{expected}`"),
            format!("tulis `dari: {expected}`, atau ubah batas pita di bawahnya"),
        ),
        Problem::Scanned { what, shown } => scanned(*what, shown),
        Problem::PictureTraces { traces } => (
            format!("gambar ini menyimpan keterangan tentang orang atau tempat: {}", names(traces)),
            "simpan ulang tanpa metadata (di ponsel: bagikan tanpa lokasi; di Windows: Properti → Detail → Hapus properti)".to_owned(),
        ),
        Problem::WaiverRefused { rule, known: true, .. } => {
            say(format!("aturan `{rule}` tidak dapat dikecualikan"), "hapus pengecualian ini dan perbaiki masalahnya")
        }
        Problem::WaiverRefused { rule, near, .. } => {
            let what = format!("aturan `{rule}` tidak ada");
            match near {
                Some(near) => (format!("{what}; maksud Anda `{near}`?"), format!("tulis `{near}`")),
                None => say(what, "salin kode yang tertulis dalam kurung siku pada pesannya"),
            }
        }
        Problem::WaiverExpired { rule, on } => say(
            format!("pengecualian aturan `{rule}` berakhir pada {}", on.words(Lang::Id)),
            "perbaiki masalahnya, atau perpanjang `sampai` dengan alasan yang masih berlaku",
        ),
        Problem::WaiverUnused { rule } => say(
            format!("tidak ada masalah `{rule}` yang dikecualikan di sini"),
            "hapus pengecualian ini, atau periksa `berkas` dan `memuat`",
        ),
        Problem::Template { report, page } => say(
            match page {
                Some(page) => format!("templat tema gagal pada halaman {page}; laporan untuk pengembang tema: {report}"),
                None => format!("templat tema keliru; laporan untuk pengembang tema: {report}"),
            },
            "perbaiki templat itu, atau hapus agar templat bawaan dipakai",
        ),
        Problem::Contrast { .. } | Problem::PictureUnfit { .. } | Problem::Theme(_) => theme::message(problem, Lang::Id),
        Problem::NoSuchTheme { name, known } => {
            (format!("tema `{name}` tidak ada"), format!("tema yang ada: {}", known.join(", ")))
        }
    }
}

fn flow(flaw: &FlowFlaw) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    match flaw {
        FlowFlaw::Unreachable { step } => (
            format!("tidak ada jalan dari langkah mulai ke langkah {step}"),
            format!("tulis `berikut`, `ya`, atau `tidak: {step}` pada langkah sebelumnya, atau hapus langkah ini"),
        ),
        FlowFlaw::Endless { step, is_loop: true } => say(
            format!("dari langkah {step} SOP berputar terus dan tidak pernah selesai"),
            "arahkan salah satu langkah dalam putaran ini ke langkah `bentuk: selesai`",
        ),
        FlowFlaw::Endless { step, is_loop: false } => say(
            format!("SOP putus pada langkah {step}: tidak ada langkah berikutnya, dan ini bukan langkah selesai"),
            "tulis `bentuk: selesai` bila SOP berakhir di sini, atau `berikut: …`",
        ),
        FlowFlaw::OneWay { has: Some(has) } => {
            let lacks = if *has == "ya" { "tidak" } else { "ya" };
            (
                format!("keputusan ini hanya menyebut langkah sesudah `{has}`"),
                format!("tambahkan `{lacks}: …`, atau hapus `bentuk: keputusan` bila tidak ada yang diputuskan"),
            )
        }
        FlowFlaw::OneWay { has: None } => say(
            "keputusan ini tidak menyebut langkah sesudah `ya` dan sesudah `tidak`".into(),
            "tambahkan `ya: …` dan `tidak: …`, atau hapus `bentuk: keputusan` bila tidak ada yang diputuskan",
        ),
        FlowFlaw::SameWay { step } => say(
            format!("`ya` dan `tidak` sama-sama menuju langkah {step}, jadi tidak ada yang diputuskan"),
            "perbaiki salah satunya, atau ganti keduanya dengan `berikut` dan hapus `bentuk: keputusan`",
        ),
        FlowFlaw::NoDecision { key } => say(
            format!("`{key}` hanya untuk langkah keputusan, sedangkan langkah ini bukan keputusan"),
            "tulis `bentuk: keputusan`, atau ganti `ya` dan `tidak` dengan `berikut`",
        ),
        FlowFlaw::ActorUnused { actor } => say(
            format!("pelaku `{actor}` didaftarkan, tetapi tidak melakukan satu langkah pun"),
            "tulis pelaku ini pada langkah yang dilakukannya, atau hapus dari daftar",
        ),
    }
}

fn time(flaw: &TimeFlaw) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    let days = |from: &Date, to: &Date| format!("{} – {}", from.words(Lang::Id), to.words(Lang::Id));
    match flaw {
        TimeFlaw::PeriodOverlap { from, to } => say(
            format!(
                "masa laporan ini bertumpang dengan masa {}, jadi ada pengaduan yang terhitung dua kali",
                days(from, to)
            ),
            "perbaiki `dari` dan `sampai` sehingga setiap hari masuk satu masa saja",
        ),
        TimeFlaw::PeriodHole { from, to } => say(
            format!("pengaduan pada {} tidak masuk masa laporan mana pun", days(from, to)),
            "tambahkan masa yang terlewat, juga bila jumlahnya nol, atau perbaiki tanggal masa ini",
        ),
        TimeFlaw::PeriodLate { to } => say(
            format!("statistik pengaduan terakhir sampai {}, lebih dari empat bulan lalu", to.words(Lang::Id)),
            "tambahkan masa berikutnya; bila tidak ada pengaduan, tulis `diterima: 0`",
        ),
        TimeFlaw::SessionOverlap { other } => say(
            format!("sesi ini bertumpang dengan sesi {other} untuk orang yang sama"),
            "perbaiki jamnya, gabungkan kedua sesi, atau sebut bedanya pada `bagi`",
        ),
        TimeFlaw::ClosedUndated => say(
            "rekomendasi ini ditutup tanpa tanggal".into(),
            "tambahkan `tanggal: …` pada `verifikasi`: hari pengawas menyatakannya ditutup",
        ),
    }
}

fn scanned(what: What, shown: &str) -> (String, String) {
    let (found, mend) = match what {
        What::Nik => ("NIK", "hapus nomornya; nomor kartu identitas tidak pernah perlu terbit"),
        What::FamilyCard => ("nomor kartu keluarga", "hapus nomornya"),
        What::Nip => ("NIP", "hapus nomornya; nama dan jabatan sudah cukup"),
        What::Phone => (
            "nomor telepon yang tidak tercatat sebagai kontak atau kanal",
            "catat di `kontak` atau `kanal` bila ini nomor dinas, atau hapus",
        ),
        What::BirthDate => ("tanggal lahir", "hapus tanggalnya, atau sebut umur dalam rentang bila perlu"),
        What::Initials => ("inisial orang dalam perkara", "hapus inisialnya; tulis misalnya `seorang Warga Binaan`"),
        What::Name => (
            "nama orang di samping status tahanan, binaan, pengunjung, atau pelapor",
            "hapus namanya; tulis misalnya `seorang Warga Binaan`",
        ),
        What::Gambling => (
            "iklan judi",
            "hapus baris ini, lalu periksa siapa yang menulisnya dan berkas lain yang berubah bersamanya",
        ),
        What::HiddenText => {
            ("teks yang disembunyikan dari pembaca", "hapus bagian ini, lalu periksa siapa yang menulisnya")
        }
        What::ForeignFrame => {
            ("kode yang memuat isi dari situs lain", "hapus kodenya; tulis tautan biasa bila isinya perlu ditunjukkan")
        }
        What::PackedCode => ("kode yang menyembunyikan isinya", "hapus kodenya, lalu periksa siapa yang menulisnya"),
    };
    (format!("{found}: `{shown}`"), mend.to_owned())
}

fn names(traces: &[Trace]) -> String {
    traces.iter().map(|trace| trace.name).collect::<Vec<_>>().join(", ")
}

// Most of what is missing waits for a decision; some waits for work.
fn gap(code: &str, what: &str) -> (String, String) {
    let (is_missing, mend) = match code {
        "review-overdue" => (
            "tidak tercatat dalam tiga tahun terakhir",
            "tinjau standar ini, lalu tulis tanggalnya di `ditinjau`; jangan ganti tanggalnya tanpa meninjau",
        ),
        "publication-missing" => (
            "belum dicatat",
            "pasang standar ini di tempat yang mudah dilihat, lalu tulis media, tempat, dan tanggalnya di `publikasi`",
        ),
        "survey-followup-missing" => (
            "belum ditetapkan",
            "tulis di `tindak_lanjut` tindakan untuk unsur yang nilainya paling rendah; setiap tindakan perlu `tenggat`",
        ),
        _ => ("belum ditetapkan", "isi bila sudah ditetapkan; sampai saat itu halaman menyatakannya terbuka"),
    };
    (format!("{what} {is_missing}"), mend.to_owned())
}

fn slip(slip: &Slip) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match slip {
        Slip::EmptyUrl => say("tautan atau gambar tanpa alamat", "tulis alamatnya di antara `(` dan `)`"),
        Slip::LinkWithoutText => {
            say("tautan tanpa teks dibuang", "tulis ke mana tautan itu menuju di antara `[` dan `]`")
        }
        Slip::EmptyHeading => say("judul bagian tanpa teks dibuang", "tulis judulnya, atau hapus tanda `#`"),
        Slip::SkippedLevel => say("judul bagian melompati satu tingkat", "kurangi satu tanda `#`"),
        Slip::UnknownReference(label) => (
            format!("`[{label}]` tidak dijelaskan di mana pun"),
            format!("tambahkan baris `[{label}]: …`, atau perbaiki tandanya"),
        ),
        Slip::UnusedFootnote(label) => (
            format!("catatan kaki `[^{label}]` tidak dirujuk dan dibuang"),
            format!("tulis `[^{label}]` di dalam teks"),
        ),
        Slip::DuplicateFootnote(label) => {
            (format!("catatan kaki `[^{label}]` tertulis dua kali"), "beri tanda lain pada salah satunya".to_owned())
        }
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "satu nilai",
        Shape::List => "daftar",
        Shape::Map => "kumpulan `kunci: nilai`",
    }
}

fn misread(found: &str, want: &Misread) -> (String, String) {
    let (wanted, mend) = match want {
        Misread::Text => ("teks", "isi dengan teks, atau hapus barisnya".to_owned()),
        Misread::Date => ("tanggal", "tulis tanggal seperti `2024-11-12` atau `12 November 2024`".to_owned()),
        Misread::Moment => ("tanggal dan jam", "tulis seperti `2026-11-22T08:00`".to_owned()),
        Misread::TimeOfDay => ("jam", "tulis jam seperti `\"08:00\"`".to_owned()),
        Misread::Whole => {
            ("bilangan bulat", format!("tulis angka saja, tanpa titik, koma, atau Rp: `{}`", whole_in(found)))
        }
        Misread::Decimal => ("angka desimal", "tulis dengan titik desimal: `3.10`".to_owned()),
        Misread::Flag => ("`true` atau `false`", "tulis `true` untuk ya, `false` untuk tidak".to_owned()),
        Misread::Id => ("id", "pakai huruf kecil, angka, dan tanda hubung".to_owned()),
        Misread::Colour => (
            "warna",
            "tulis di antara tanda kutip, `\"#2e3b9f\"`: sesudah `#` tanpa kutip dianggap komentar".to_owned(),
        ),
        Misread::Choice(allowed) => return choice(found, allowed),
    };
    (format!("`{found}` bukan {wanted}"), mend)
}

fn choice(found: &str, allowed: &[&str]) -> (String, String) {
    match crate::text::nearest(found, allowed.iter().copied()) {
        Some(near) => (format!("`{found}` tidak dikenal; maksud Anda `{near}`?"), format!("tulis `{near}`")),
        None => (format!("`{found}` tidak dikenal"), format!("pilih salah satu: {}", allowed.join(", "))),
    }
}
