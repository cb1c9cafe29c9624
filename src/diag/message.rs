//! Problem → words, in Indonesian and English. The only place with such words.

use std::io::ErrorKind;

use super::problem::{Problem, Shape, Slip};
use crate::lang::Lang;
use crate::model::scalar::Misread;

/// What a person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong: lower case, no full stop, names in backticks.
    pub what: String,
    /// How to mend it, in the imperative.
    pub mend: String,
    /// The legal reason, where there is one.
    pub law: Option<String>,
}

/// Words a problem.
pub fn message(problem: &Problem, lang: Lang) -> Message {
    let (what, mend) = match lang {
        Lang::Id => indonesian(problem),
        Lang::En => english(problem),
    };
    let law = match problem {
        Problem::Gap { law, .. } => Some(law.words(lang)),
        _ => None,
    };
    Message { what, mend, law }
}

/// Words the machine's reason, where it is one that people meet; else its `own` words, in the system's language.
pub fn machine(kind: ErrorKind, own: &str, lang: Lang) -> String {
    let (id, en) = match kind {
        ErrorKind::NotFound => ("tidak ada", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("tidak ada izin", "permission denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("ruang disk habis", "the disk is full"),
        ErrorKind::ReadOnlyFilesystem => ("disk hanya dapat dibaca", "the disk can only be read"),
        ErrorKind::NotADirectory => ("bukan folder", "not a folder"),
        ErrorKind::IsADirectory => ("sebuah folder", "a folder"),
        ErrorKind::InvalidFilename => ("nama tidak diterima oleh disk ini", "this disk does not take the name"),
        ErrorKind::Unsupported => ("bukan berkas dan bukan folder", "neither a file nor a folder"),
        _ => return own.to_owned(),
    };
    lang.pick(id, en).to_owned()
}

/// Returns the word for a severity.
pub fn severity(severity: super::Severity, lang: Lang) -> &'static str {
    use super::Severity::{Error, Gap, Warning};
    match severity {
        Error => lang.pick("galat", "error"),
        Gap => lang.pick("celah", "gap"),
        Warning => lang.pick("peringatan", "warning"),
    }
}

fn indonesian(problem: &Problem) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    match problem {
        Problem::NotUtf8 => say(
            "berkas ini tidak tersimpan sebagai UTF-8".into(),
            "simpan ulang dengan pengodean UTF-8 (di Notepad: Simpan sebagai → Pengodean → UTF-8)",
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
        Problem::TranslationUnpublished => say(
            "terjemahan ini belum diterbitkan oleh versi ini".into(),
            "biarkan; halaman bahasa Indonesia tetap terbit",
        ),
        Problem::BadName { name, mend } => (
            format!("nama `{name}` tidak dapat menjadi alamat"),
            format!("pakai huruf kecil, angka, dan tanda hubung saja, misalnya `{mend}`"),
        ),
        Problem::YamlSyntax { reason } => say(
            format!("penulisan YAML keliru: {reason}"),
            "periksa tanda titik dua, kutip, dan jarak spasi pada baris ini dan baris sebelumnya",
        ),
        Problem::TabIndent => say("ada tab di awal baris".into(), "ganti tab dengan spasi"),
        Problem::NeedsQuotes { found } => (
            format!("`{found}` dibaca sebagai angka, bukan teks"),
            format!("tulis di antara tanda kutip: `\"{found}\"`"),
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
            format!("di sini seharusnya {}, bukan {}", shape_id(*want), shape_id(*found)),
            match want {
                Shape::Scalar => "tulis satu nilai di baris ini".to_owned(),
                Shape::List => "tulis sebagai daftar: `[satu, dua]`, atau satu `- …` tiap baris".to_owned(),
                Shape::Map => "tulis sebagai `kunci: nilai`, satu tiap baris".to_owned(),
            },
        ),
        Problem::MissingKey { key } => (format!("`{key}` belum diisi"), format!("tambahkan baris `{key}: …`")),
        Problem::Misread { found, want } => misread_id(found, want),
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
        Problem::ImageWithoutAlt => say(
            "gambar tanpa teks pengganti".into(),
            "tulis isi gambar di antara `![` dan `]`, atau pada `alt:`, agar terbaca oleh tunanetra",
        ),
        Problem::MarkdownSlip(slip) => slip_id(slip),
        Problem::Gap { what, .. } => say(
            format!("{} belum ditetapkan", what.id),
            "isi bila sudah ditetapkan; sampai saat itu halaman menyatakannya terbuka",
        ),
        Problem::SumMismatch { whole, stated, sum } => (
            format!("jumlah bagian {sum}, sedangkan `{whole}` tertulis {stated}"),
            "perbaiki salah satu angka sehingga sama".to_owned(),
        ),
        Problem::EndsBeforeStart => {
            say("tanggal berakhir lebih awal daripada tanggal mulai".into(), "periksa kedua tanggal")
        }
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
        Problem::Stale { what, on } => (
            format!("{} terakhir diperiksa {on}, lebih dari setahun lalu", what.id.to_lowercase()),
            "periksa kembali, lalu perbarui tanggalnya".to_owned(),
        ),
        Problem::Expired { what, on } => (
            format!("{} berakhir pada {on}", what.id.to_lowercase()),
            "perbarui atau hapus bila sudah tidak berlaku".to_owned(),
        ),
        Problem::LawRevoked { law, by } => match by {
            Some(by) => {
                (format!("{law} sudah dicabut oleh {by}"), format!("periksa apakah {by} menjadi dasar yang baru"))
            }
            None => say(format!("{law} sudah dicabut"), "cari peraturan yang menggantikannya"),
        },
        Problem::SopTooLong { takes, promised } => (
            format!("langkah SOP memerlukan {takes}, sedangkan layanan menjanjikan {promised}"),
            "periksa waktu setiap langkah dan `jangka_waktu`; janji harus dapat ditepati".to_owned(),
        ),
        Problem::DayAmbiguous => {
            say("`hari` dapat berarti hari kerja atau hari kalender".into(), "tulis `hari_kerja` atau `hari_kalender`")
        }
        Problem::WeekdayMismatch { written, actual } => (
            format!("hari `{written}` tidak cocok dengan tanggalnya"),
            format!("yang benar {actual}; perbaiki hari atau tanggalnya"),
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
        Problem::Recomputed { what, stated, derived } => (
            format!("{} terbit `{stated}`, sedangkan hitungan ulang `{derived}`", what.id),
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
        Problem::Template { report, page } => say(
            match page {
                Some(page) => format!("templat tema gagal pada halaman {page}: {report}"),
                None => format!("templat tema keliru: {report}"),
            },
            "perbaiki templat itu, atau hapus agar templat bawaan dipakai",
        ),
        Problem::NoSuchTheme { name, known } => {
            (format!("tema `{name}` tidak ada"), format!("tema yang ada: {}", known.join(", ")))
        }
    }
}

fn english(problem: &Problem) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    match problem {
        Problem::NotUtf8 => say(
            "this file is not stored as UTF-8".into(),
            "save it again as UTF-8 (in Notepad: Save as → Encoding → UTF-8)",
        ),
        Problem::TooLarge { limit } => {
            say(format!("this file is larger than {limit} KiB"), "split it into smaller files")
        }
        Problem::UnknownFile { near: Some(near) } => {
            (format!("this file is not known; did you mean `{near}`?"), "rename or move the file".to_owned())
        }
        Problem::UnknownFile { near: None } => {
            say("this file is not known and is not published".into(), "move it out of content/ if it is not needed")
        }
        Problem::LinkOutside { target } => {
            say(format!("this link leads out of the site: `{target}`"), "replace it by a copy of the file")
        }
        Problem::LinkLoop => say(
            "this link leads to a folder that holds it".into(),
            "remove the link, or replace it by a copy of the file that is meant",
        ),
        Problem::NameNotUtf8 => say(
            "the name of this file or folder is not UTF-8".into(),
            "rename it: use lower-case letters, digits and hyphens only",
        ),
        Problem::Unreadable { kind, reason } => {
            let reason = machine(*kind, reason, Lang::En);
            say(format!("this file cannot be read: {reason}"), "check the file's permissions")
        }
        Problem::TranslationUnpublished => {
            say("this version does not publish translations yet".into(), "leave it; the Indonesian page is published")
        }
        Problem::BadName { name, mend } => (
            format!("the name `{name}` cannot be an address"),
            format!("use lower-case letters, digits and hyphens only, for example `{mend}`"),
        ),
        Problem::YamlSyntax { reason } => say(
            format!("this is not YAML: {reason}"),
            "check colons, quotes and spaces on this line and the one before",
        ),
        Problem::TabIndent => say("a tab at the start of a line".into(), "replace the tab by spaces"),
        Problem::NeedsQuotes { found } => {
            (format!("`{found}` is read as a number, not a text"), format!("write it between quotes: `\"{found}\"`"))
        }
        Problem::SecondDocument => {
            say("a second document after `---`".into(), "one file holds one document: remove this `---`")
        }
        Problem::DuplicateKey { key } => say(format!("the key `{key}` stands here twice"), "remove one of them"),
        Problem::UnknownKey { key, near: Some(near), .. } => {
            (format!("unknown key `{key}`; did you mean `{near}`?"), format!("write `{near}:`"))
        }
        Problem::UnknownKey { key, near: None, known } => {
            (format!("unknown key `{key}`"), format!("known keys here: {}", known.join(", ")))
        }
        Problem::WrongShape { want, found } => (
            format!("this should be {}, not {}", shape_en(*want), shape_en(*found)),
            match want {
                Shape::Scalar => "write one value on this line".to_owned(),
                Shape::List => "write a list: `[one, two]`, or one `- …` a line".to_owned(),
                Shape::Map => "write `key: value`, one a line".to_owned(),
            },
        ),
        Problem::MissingKey { key } => (format!("`{key}` is not filled in"), format!("add a line `{key}: …`")),
        Problem::Misread { found, want } => misread_en(found, want),
        Problem::FrontMatterUnclosed => say(
            "the front matter opened by `---` is not closed".into(),
            "write `---` on a line of its own before the text",
        ),
        Problem::FrontMatterMissing => {
            say("this file has no front matter".into(), "begin the file with `---`, then `judul: …`, then `---`")
        }
        Problem::Dangling { kind, id, near } => {
            let what = format!("there is no {} `{id}`", kind.en.to_lowercase());
            match near {
                Some(near) => (format!("{what}; did you mean `{near}`?"), format!("write `{near}`")),
                None => say(what, "make its file first, or correct the name"),
            }
        }
        Problem::DuplicateId { id } => say(format!("`{id}` is taken"), "give one of them another name"),
        Problem::AddressTaken { address, other } => (
            format!("the address `{address}` is taken by {other}"),
            "change the file name or the `slug` of one of them".to_owned(),
        ),
        Problem::AssetMissing { name, near } => {
            let what = format!("there is no file `{name}`");
            match near {
                Some(near) => (format!("{what}; did you mean `{near}`?"), format!("write `{near}`")),
                None => say(what, "put the file into the same folder, or correct the name"),
            }
        }
        Problem::PathEscapes { path } => {
            say(format!("`{path}` leaves the content folder"), "put the file into the content folder")
        }
        Problem::RawHtml { tag } => {
            say(format!("the HTML `<{tag}>` was dropped"), "write Markdown; HTML is not published")
        }
        Problem::UnsafeLink { scheme } => say(
            format!("a link with the scheme `{scheme}:` is not published"),
            "use a link with https://, mailto: or tel:",
        ),
        Problem::BrokenLink { target, near } => {
            let what = format!("the link `{target}` leads to a page that does not exist");
            match near {
                Some(near) => (format!("{what}; did you mean `{near}`?"), format!("write `{near}`")),
                None => say(what, "correct the address, or remove the link"),
            }
        }
        Problem::ImageWithoutAlt => say(
            "a picture without alternative text".into(),
            "say what it shows between `![` and `]`, or at `alt:`, for those who cannot see it",
        ),
        Problem::MarkdownSlip(slip) => slip_en(slip),
        Problem::Gap { what, .. } => say(
            format!("{} is not set", what.en.to_lowercase()),
            "fill it in once it is decided; until then the page says so openly",
        ),
        Problem::SumMismatch { whole, stated, sum } => (
            format!("the parts sum to {sum}, but `{whole}` says {stated}"),
            "correct one of them so that they agree".to_owned(),
        ),
        Problem::EndsBeforeStart => say("the end is before the start".into(), "check both dates"),
        Problem::OutOfRange { found, range } => {
            (format!("`{found}` is outside {range}"), format!("write a value within {range}"))
        }
        Problem::Disagrees { what, stated, derived } => (
            format!("{} is stated as `{stated}`, but the data give `{derived}`", what.en.to_lowercase()),
            "check the data and the statement; they must agree".to_owned(),
        ),
        Problem::Needs { what, key, why } => (format!("`{what}` needs `{key}`: {}", why.en), format!("add `{key}: …`")),
        Problem::Clash { key, with } => {
            (format!("`{key}` cannot stand together with `{with}`"), "remove one of them".to_owned())
        }
        Problem::VerdictNotByOverseer => say(
            "only the overseer of this event can verify".into(),
            "write the overseer's id at `oleh`, or remove the verification",
        ),
        Problem::NotAnAssessment { kind } => (
            format!("an event of kind `{kind}` is no assessment, so it cannot give a score or band"),
            "remove `nilai` and `predikat`, or correct `jenis` if it was an assessment".to_owned(),
        ),
        Problem::ExcludedFile => say(
            "an excluded document must not bring its file, because the file would be published".into(),
            "remove `berkas` and move the file out of content/, or correct `kategori`",
        ),
        Problem::NoSuchStep { step } => say(format!("there is no step {step}"), "write the number of an existing step"),
        Problem::SopStarts { count } => say(
            format!("this SOP has {count} starting steps; it should have exactly one"),
            "write `bentuk: mulai` at the first step only",
        ),
        Problem::NoSuchActor { actor, near } => {
            let what = format!("the actor `{actor}` is not declared at `pelaku` of the SOP");
            match near {
                Some(near) => (format!("{what}; did you mean `{near}`?"), format!("write `{near}`")),
                None => say(what, "declare the actor at `sop: pelaku:`"),
            }
        }
        Problem::Stale { what, on } => (
            format!("{} was last checked on {on}, more than a year ago", what.en.to_lowercase()),
            "check it again and update the date".to_owned(),
        ),
        Problem::Expired { what, on } => (
            format!("{} ended on {on}", what.en.to_lowercase()),
            "renew it, or remove it if it no longer holds".to_owned(),
        ),
        Problem::LawRevoked { law, by } => match by {
            Some(by) => (format!("{law} was revoked by {by}"), format!("check whether {by} is the new basis")),
            None => say(format!("{law} was revoked"), "look for the law that replaced it"),
        },
        Problem::SopTooLong { takes, promised } => (
            format!("the steps of the SOP take {takes}, but the service promises {promised}"),
            "check the time of each step and `jangka_waktu`; a promise must be one that can be kept".to_owned(),
        ),
        Problem::DayAmbiguous => {
            say("`hari` can mean working days or calendar days".into(), "write `hari_kerja` or `hari_kalender`")
        }
        Problem::WeekdayMismatch { written, actual } => (
            format!("the weekday `{written}` does not match its date"),
            format!("it is {actual}; correct the weekday or the date"),
        ),
        Problem::NotAnAddress { found } => say(
            format!("`{found}` is no address of a page of this site"),
            "write the old address without the site's name, such as `/berita/judul-lama/`",
        ),
        Problem::FigureUndated { key } => (
            format!("this figure does not say `{key}`"),
            match *key {
                "per" => "add `per: …`: the date of what was counted".to_owned(),
                _ => "add `sumber: …`: who says so".to_owned(),
            },
        ),
        Problem::Recomputed { what, stated, derived } => (
            format!("{} was published as `{stated}`, but recomputed it is `{derived}`", what.en),
            "check weight and rounding; the page shows both".to_owned(),
        ),
        Problem::SampleTooSmall { respondents, target } => (
            format!("{respondents} respondents, fewer than the {target} that this population needs"),
            "ask more people next time; the page gives both numbers".to_owned(),
        ),
        Problem::AnswerUnread { row, column, found } => (
            format!("the answer `{found}` in row {row}, column `{column}` is not 1, 2, 3 or 4"),
            "correct that answer; leave it empty if the question was not answered".to_owned(),
        ),
        Problem::BandNotAdjacent { found, expected } => (
            format!("this band begins at `{found}`, but the one below it ends just before `{expected}`"),
            format!("write `dari: {expected}`, or change the end of the band below"),
        ),
        Problem::Template { report, page } => say(
            match page {
                Some(page) => format!("a template of the theme failed on the page {page}: {report}"),
                None => format!("a template of the theme is wrong: {report}"),
            },
            "mend that template, or remove it so that the built-in one is used",
        ),
        Problem::NoSuchTheme { name, known } => {
            (format!("there is no theme `{name}`"), format!("themes that exist: {}", known.join(", ")))
        }
    }
}

fn slip_id(slip: &Slip) -> (String, String) {
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

fn slip_en(slip: &Slip) -> (String, String) {
    let say = |what: &str, mend: &str| (what.to_owned(), mend.to_owned());
    match slip {
        Slip::EmptyUrl => say("a link or picture without an address", "write the address between `(` and `)`"),
        Slip::LinkWithoutText => say("a link without text was dropped", "say where it leads between `[` and `]`"),
        Slip::EmptyHeading => say("a heading without text was dropped", "write the heading, or remove the `#`"),
        Slip::SkippedLevel => say("this heading skips a level", "remove one `#`"),
        Slip::UnknownReference(label) => {
            (format!("`[{label}]` is defined nowhere"), format!("add a line `[{label}]: …`, or correct the label"))
        }
        Slip::UnusedFootnote(label) => (
            format!("nothing refers to the footnote `[^{label}]`; it was dropped"),
            format!("write `[^{label}]` in the text"),
        ),
        Slip::DuplicateFootnote(label) => {
            (format!("the footnote `[^{label}]` stands here twice"), "give one of them another label".to_owned())
        }
    }
}

fn shape_id(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "satu nilai",
        Shape::List => "daftar",
        Shape::Map => "kumpulan `kunci: nilai`",
    }
}

fn shape_en(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "one value",
        Shape::List => "a list",
        Shape::Map => "a set of `key: value`",
    }
}

fn misread_id(found: &str, want: &Misread) -> (String, String) {
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
        Misread::Choice(allowed) => return choice_id(found, allowed),
    };
    (format!("`{found}` bukan {wanted}"), mend)
}

fn misread_en(found: &str, want: &Misread) -> (String, String) {
    let (wanted, mend) = match want {
        Misread::Text => ("a text", "write a text, or remove the line".to_owned()),
        Misread::Date => ("a date", "write a date like `2024-11-12` or `12 November 2024`".to_owned()),
        Misread::Moment => ("a date and time", "write it like `2026-11-22T08:00`".to_owned()),
        Misread::TimeOfDay => ("a time of day", "write a time like `\"08:00\"`".to_owned()),
        Misread::Whole => {
            ("a whole number", format!("write digits only, without dots, commas or Rp: `{}`", whole_in(found)))
        }
        Misread::Decimal => ("a decimal number", "write it with a decimal point: `3.10`".to_owned()),
        Misread::Flag => ("`true` or `false`", "write `true` for yes, `false` for no".to_owned()),
        Misread::Id => ("an id", "use lower-case letters, digits and hyphens".to_owned()),
        Misread::Choice(allowed) => return choice_en(found, allowed),
    };
    (format!("`{found}` is not {wanted}"), mend)
}

fn choice_id(found: &str, allowed: &[&str]) -> (String, String) {
    match crate::text::nearest(found, allowed.iter().copied()) {
        Some(near) => (format!("`{found}` tidak dikenal; maksud Anda `{near}`?"), format!("tulis `{near}`")),
        None => (format!("`{found}` tidak dikenal"), format!("pilih salah satu: {}", allowed.join(", "))),
    }
}

fn choice_en(found: &str, allowed: &[&str]) -> (String, String) {
    match crate::text::nearest(found, allowed.iter().copied()) {
        Some(near) => (format!("`{found}` is not known; did you mean `{near}`?"), format!("write `{near}`")),
        None => (format!("`{found}` is not known"), format!("choose one of: {}", allowed.join(", "))),
    }
}

// The digits that "Rp 50.000,-" most likely means; a decimal part after a comma is not money in whole rupiah.
fn whole_in(found: &str) -> String {
    let before_comma = found.split(',').next().unwrap_or(found);
    let digits: String = before_comma.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() { "12".to_owned() } else { digits }
}
