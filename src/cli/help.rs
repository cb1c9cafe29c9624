//! The words of `--help`, in both languages. What the options do is in `args`.

use crate::lang::{Label, Lang};

/// All words of the help, in one language.
pub(super) struct Help {
    lang: Lang,
    pub about: &'static str,
    pub usage: &'static str,
    pub build: &'static str,
    pub check: &'static str,
    pub explain: &'static str,
    pub schema: &'static str,
    pub theme: &'static str,
    /// What stands for the name of a theme, and what it is.
    pub theme_name: &'static str,
    pub theme_help: &'static str,
    /// What stands for the code of a rule, and what it is.
    pub code: &'static str,
    pub code_help: &'static str,
    pub more: &'static str,
    /// The layout of the program's help.
    pub template: &'static str,
    /// The layout of a command's help.
    pub template_below: &'static str,
}

/// The words of one option.
pub(super) struct Words {
    /// What stands for its value.
    pub value: &'static str,
    /// One line, for `-h`.
    pub short: &'static str,
    /// Everything, for `--help`.
    pub long: String,
}

/// Returns the words of the help.
pub(super) fn help(lang: Lang) -> Help {
    let say = |id, en| lang.pick(id, en);
    Help {
        lang,
        about: say(
            "bening membangun situs keterbukaan layanan publik dari berita Markdown dan data YAML",
            "bening builds sites for public transparency from news in Markdown and records in YAML",
        ),
        usage: say("[PERINTAH] [PILIHAN]", "[COMMAND] [OPTIONS]"),
        build: say(
            "Memeriksa isi, lalu membangun situs (juga bila tanpa perintah)",
            "Check the content, then build the site (also without a command)",
        ),
        check: say(
            "Hanya memeriksa isi; setiap galat, celah, dan peringatan dijelaskan",
            "Only check the content; every error, gap and warning is explained",
        ),
        explain: say(
            "Menjelaskan satu aturan menurut kodenya, dengan contoh; tanpa kode: daftar semua aturan",
            "Explain one rule by its code, with examples; without a code: list all rules",
        ),
        schema: say(
            "Menulis skema isi untuk penyunting seperti VS Code, yang lalu melengkapi dan menjelaskan kunci",
            "Write the content format for editors such as VS Code, which then complete and explain keys",
        ),
        theme: say(
            "theme check: memeriksa tema: contoh setiap komponen, kelas, berkas, kata",
            "theme check: check a theme: the examples of every component, classes, files, words",
        ),
        theme_name: say("TEMA", "THEME"),
        theme_help: say("Nama tema [bila tidak disebut: tema situs]", "The theme [if not given: that of the site]"),
        code: say("KODE", "CODE"),
        code_help: say(
            "Kode dalam kurung siku pada pesan, misalnya unknown-key",
            "The code in brackets of a message, such as unknown-key",
        ),
        more: say(MORE_ID, MORE_EN),
        template: say(
            "{about}\n\nPemakaian: {usage}\n\nPerintah:\n{subcommands}\n\nPilihan:\n{options}{after-help}",
            "{about}\n\nUsage: {usage}\n\nCommands:\n{subcommands}\n\nOptions:\n{options}{after-help}",
        ),
        template_below: say(
            "{about}\n\nPemakaian: {usage}\n\nPilihan:\n{options}\n",
            "{about}\n\nUsage: {usage}\n\nOptions:\n{options}\n",
        ),
    }
}

impl Help {
    /// Returns the words of one option, by its long name.
    pub(super) fn option(&self, name: &str) -> Words {
        let entry =
            OPTIONS.iter().find(|entry| entry.name == name).expect("args asks only for options that are listed");
        let (short, more) = (entry.short.of(self.lang), entry.more.of(self.lang));
        let long = if more.is_empty() { short.to_owned() } else { format!("{short}.\n{more}") };
        Words { value: entry.value.of(self.lang), short, long }
    }
}

struct Entry {
    name: &'static str,
    value: Label,
    short: Label,
    more: Label,
}

const NOTHING: Label = Label::new("", "");

const OPTIONS: &[Entry] = &[
    Entry {
        name: "root",
        value: Label::new("FOLDER", "FOLDER"),
        short: Label::new(
            "Folder situs, yang memuat content/ [bila tidak disebut: folder ini]",
            "The site's folder, which holds content/ [if not given: this folder]",
        ),
        more: NOTHING,
    },
    Entry {
        name: "output-dir",
        value: Label::new("FOLDER", "FOLDER"),
        short: Label::new(
            "Folder hasil [bila tidak disebut: output di folder situs; untuk schema: .vscode]",
            "The folder of the result [if not given: output in the site's folder; for schema: .vscode]",
        ),
        more: Label::new(
            "Hanya berkas buatan bening yang diganti atau dihapus di sana; folder yang berisi berkas lain ditolak.",
            "Only files that bening made are replaced or removed there; a folder with other files is refused.",
        ),
    },
    Entry {
        name: "base-url",
        value: Label::new("ALAMAT", "ADDRESS"),
        short: Label::new(
            "Alamat situs, menggantikan alamat_web di situs.yaml",
            "The site's address, instead of alamat_web in situs.yaml",
        ),
        more: Label::new(
            "Dipakai untuk alamat kanonik, umpan berita, dan peta situs; tautan antarhalaman selalu relatif.",
            "Used for canonical addresses, the feed and the sitemap; links between pages are always relative.",
        ),
    },
    Entry {
        name: "drafts",
        value: NOTHING,
        short: Label::new("Terbitkan juga draf", "Publish drafts, too"),
        more: NOTHING,
    },
    Entry {
        name: "future",
        value: NOTHING,
        short: Label::new("Terbitkan juga yang belum waktunya tayang", "Publish what is not due yet, too"),
        more: NOTHING,
    },
    Entry {
        name: "ketat",
        value: NOTHING,
        short: Label::new("Celah menjadi galat (juga ditulis --strict)", "Gaps are errors (also written --strict)"),
        more: Label::new(
            "Celah ialah hal yang diminta undang-undang tetapi belum ada. Tanpa pilihan ini situs tetap dibangun dan \
             halamannya menyatakan kekosongan itu.",
            "A gap is something that the law asks for and that is not there. Without this option the site is built and \
             its pages say so.",
        ),
    },
    Entry {
        name: "fix",
        value: NOTHING,
        short: Label::new(
            "Terapkan perbaikan yang pasti ke content/ (juga ditulis --perbaiki)",
            "Apply the mends that are certain to content/ (also written --perbaiki)",
        ),
        more: Label::new(
            "Hanya nilai yang keliru yang diganti; komentar, urutan, dan akhir baris tetap.",
            "Only the wrong value is replaced; comments, order and line ends stay.",
        ),
    },
    Entry {
        name: "sekarang",
        value: Label::new("WAKTU", "MOMENT"),
        short: Label::new(
            "Membangun seolah-olah pada waktu ini (juga ditulis --now)",
            "Build as if at this moment (also written --now)",
        ),
        more: Label::new(
            "Tanggal (2026-11-22), tanggal dan jam di zona waktu situs (2026-11-22T08:00), atau dengan zona waktunya \
             (2026-11-22T08:00:00+08:00). Masukan dan waktu yang sama selalu memberi hasil yang sama, byte demi byte.",
            "A date (2026-11-22), a date and time in the site's zone (2026-11-22T08:00), or with its own zone \
             (2026-11-22T08:00:00+08:00). The same input and moment always give the same result, byte for byte.",
        ),
    },
    Entry {
        name: "lang",
        value: Label::new("BAHASA", "LANGUAGE"),
        short: Label::new(
            "Bahasa pesan: id atau en [bila tidak disebut: id]",
            "Language of messages: id or en [if not given: id]",
        ),
        more: Label::new(
            "Bahasa situsnya sendiri diatur di situs.yaml.",
            "The language of the site itself is set in situs.yaml.",
        ),
    },
    Entry {
        name: "format",
        value: Label::new("BENTUK", "FORMAT"),
        short: Label::new(
            "Bentuk laporan: text, json, atau sarif [bila tidak disebut: text]",
            "Shape of the report: text, json or sarif [if not given: text]",
        ),
        more: Label::new(
            "json: satu objek di keluaran standar, berisi ringkasan dan setiap galat, celah, dan peringatan. sarif: temuan \
             yang sama menurut SARIF 2.1.0, yang dibaca penyimpan kode dan penyunting.",
            "json: one object on standard output, with the summary and every error, gap and warning. sarif: the same \
             findings as SARIF 2.1.0, which code hosts and editors read.",
        ),
    },
    Entry {
        name: "quiet",
        value: NOTHING,
        short: Label::new("Hanya galat yang dicetak", "Print errors only"),
        more: NOTHING,
    },
    Entry {
        name: "verbose",
        value: NOTHING,
        short: Label::new("Cetak juga lama tiap tahap", "Print how long each stage took, too"),
        more: NOTHING,
    },
    Entry {
        name: "threads",
        value: Label::new("N", "N"),
        short: Label::new(
            "Jumlah utas [bila tidak disebut: sebanyak inti prosesor]",
            "How many threads [if not given: one for each core]",
        ),
        more: Label::new("Hasilnya sama untuk setiap jumlah.", "The result is the same for any number."),
    },
    Entry {
        name: "help",
        value: NOTHING,
        short: Label::new("Cetak bantuan (--help lebih lengkap daripada -h)", "Print help (--help says more than -h)"),
        more: NOTHING,
    },
    Entry { name: "version", value: NOTHING, short: Label::new("Cetak versi", "Print the version"), more: NOTHING },
];

const MORE_ID: &str = "\
Galat menghentikan penerbitan: hasil yang lama tetap utuh. Celah dan peringatan tidak.

Kode keluar:
  0  selesai tanpa galat
  1  isi atau tema memuat galat; tidak ada yang diterbitkan
  2  salah pakai, atau mesin gagal (folder ditolak, disk penuh)

Variabel lingkungan:
  SOURCE_DATE_EPOCH  waktu pembangunan dalam detik sejak 1970, bila --sekarang tidak disebut
  NO_COLOR           bila berisi, laporan tidak berwarna

Contoh:
  bening                         membangun content/ di folder ini ke output/
  bening check                   membaca semua celah dan peringatan
  bening explain unknown-key     menjelaskan aturan di balik sebuah pesan
  bening -r situs -o /srv/www    membangun situs/content/ ke /srv/www";

const MORE_EN: &str = "\
Errors stop publishing: the old result stays whole. Gaps and warnings do not.

Exit codes:
  0  done without errors
  1  the content or the theme has errors; nothing was published
  2  wrong use, or the machine failed (folder refused, disk full)

Environment:
  SOURCE_DATE_EPOCH  the moment of the build in seconds since 1970, unless --sekarang is given
  NO_COLOR           if set, reports are not coloured

Examples:
  bening                         builds content/ of this folder into output/
  bening check                   reads all gaps and warnings
  bening explain unknown-key     explains the rule behind a message
  bening -r site -o /srv/www     builds site/content/ into /srv/www";
