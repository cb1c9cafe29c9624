//! What is wrong with YAML itself → words, in Indonesian and English side by side.

use crate::diag::yaml::{Outside, Reason};
use crate::lang::Lang;

/// Says why a text is no YAML and how to mend it.
pub(super) fn syntax(reason: &Reason, lang: Lang) -> (String, String) {
    let [what, mend] = match reason {
        Reason::Reserved(character) => {
            let what = lang.pick(
                format!("isi tidak boleh diawali `{character}` tanpa tanda kutip"),
                format!("a value cannot begin with `{character}` unless it is quoted"),
            );
            return (what, lang.pick(QUOTE.0, QUOTE.1).to_owned());
        }
        Reason::Other(said) => {
            let what = lang.pick(
                "program tidak dapat membaca penulisan YAML di sini".to_owned(),
                format!("this is not YAML: {said}"),
            );
            return (what, lang.pick(LOOK.0, LOOK.1).to_owned());
        }
        Reason::QuoteOpen => [
            ("tanda kutip yang dibuka tidak ditutup", "a quote is opened and not closed"),
            ("tutup tanda kutip itu, di baris ini atau baris sebelumnya", "close it, on this line or the one before"),
        ],
        Reason::AfterQuote => [
            ("masih ada tulisan sesudah tanda kutip penutup", "something follows the closing quote"),
            (
                "masukkan semuanya ke dalam tanda kutip; kutip di dalam teks ditulis `\\\"`",
                "put all of it between the quotes; a quote inside of the text is written `\\\"`",
            ),
        ],
        Reason::BracketOpen => [
            (
                "kurung `[` atau `{` tidak ditutup, atau komanya kurang",
                "a `[` or `{` is not closed, or a comma is missing",
            ),
            ("tutup kurungnya, dan pisahkan isinya dengan koma", "close it, and part its entries with commas"),
        ],
        Reason::BracketExtra => [
            ("kurung penutup ini tidak punya pembuka", "this bracket closes nothing"),
            ("hapus kurung ini, atau tulis pembukanya", "remove it, or write the one that opens"),
        ],
        Reason::Unaligned => [
            ("baris ini tidak sejajar dengan baris di atasnya", "this line is not aligned with those above"),
            (
                "samakan jumlah spasi di awal baris untuk semua kunci, atau semua `-`, yang setingkat",
                "begin all keys, or all `-`, of one level with the same number of spaces",
            ),
        ],
        Reason::ColonMissing => [
            ("kunci di sini tidak diikuti titik dua", "a key here has no colon"),
            (
                "tulis `kunci: isi`; teks yang panjang ditulis di antara tanda kutip",
                "write `key: value`; put a longer text between quotes",
            ),
        ],
        Reason::ColonExtra => [
            ("titik dua ini tidak pada tempatnya", "this colon is out of place"),
            (
                "beri tanda kutip bila titik dua itu bagian dari teks; bila kunci baru, tulis di barisnya sendiri",
                "put the text between quotes if the colon is part of it; a new key has a line of its own",
            ),
        ],
        Reason::Tab => [
            ("ada tab di tempat yang hanya boleh spasi", "a tab where only spaces may stand"),
            ("ganti tab dengan spasi", "replace the tab by spaces"),
        ],
        Reason::Escape => [
            (
                "garis miring `\\` di dalam tanda kutip ini diikuti huruf yang tidak dikenal",
                "a `\\` between these quotes is followed by something that means nothing",
            ),
            (
                "tulis `\\\\` untuk satu garis miring, atau pakai kutip tunggal",
                "write `\\\\` for one, or use single quotes",
            ),
        ],
        Reason::Unprintable => [
            ("ada karakter yang tidak terlihat di sini", "a character that cannot be seen stands here"),
            ("hapus, lalu ketik ulang baris ini", "remove it and type the line again"),
        ],
        Reason::Block => [
            ("teks di bawah `|` atau `>` tidak tertulis benar", "the text below `|` or `>` is not written right"),
            (
                "sesudah `|` atau `>` langsung ganti baris, lalu awali setiap baris teks dengan spasi yang sama banyak",
                "end the line after `|` or `>`, and begin each line of the text with the same number of spaces",
            ),
        ],
        Reason::Anchor => [
            (
                "`*` atau `&` di awal isi punya arti khusus di YAML",
                "a `*` or `&` at the start of a value is special in YAML",
            ),
            QUOTE,
        ],
        Reason::Comment => [
            ("komentar `#` tidak pada tempatnya", "a comment is out of place"),
            (
                "beri spasi sebelum `#` dan jangan taruh di tengah teks; bila `#` bagian dari teks, beri tanda kutip",
                "put a space before `#` and none in the middle of a text; quote the text if the `#` is part of it",
            ),
        ],
        Reason::Dash => [
            ("`-` di dalam kurung tidak diikuti isi", "a `-` in brackets has nothing after it"),
            ("tulis isinya, atau beri tanda kutip: `\"-\"`", "write a value, or quote it: `\"-\"`"),
        ],
        Reason::AfterEnd => [
            ("masih ada tulisan sesudah akhir dokumen", "something follows the end of the document"),
            ("hapus `...` atau tulisan di belakangnya", "remove the `...` or what follows it"),
        ],
    };
    (lang.pick(what.0, what.1).to_owned(), lang.pick(mend.0, mend.1).to_owned())
}

const QUOTE: (&str, &str) = ("tulis isinya di antara tanda kutip: `\"…\"`", "write the value between quotes: `\"…\"`");

const LOOK: (&str, &str) = (
    "periksa tanda titik dua, kutip, dan jarak spasi pada baris ini dan baris sebelumnya",
    "check colons, quotes and spaces on this line and the one before",
);

/// Says which part of YAML is not read here and what to write in its place.
pub(super) fn outside(outside: &Outside, lang: Lang) -> (String, String) {
    let (what, mend) = match outside {
        Outside::Tag(tag) => (
            lang.pick(format!("`{tag}` dibaca sebagai penanda jenis YAML"), format!("`{tag}` is read as a tag of YAML")),
            lang.pick(
                "hapus penanda itu; bila `!` bagian dari teks, tulis teksnya di antara tanda kutip",
                "remove it; if the `!` is part of a text, put the text between quotes",
            ),
        ),
        Outside::Anchor(anchor) => (
            lang.pick(
                format!("`{anchor}` dibaca sebagai penanda YAML, dan tidak ada yang merujuknya"),
                format!("`{anchor}` is read as an anchor of YAML, and nothing refers to it"),
            ),
            lang.pick(
                "bila `&` bagian dari teks, tulis teksnya di antara tanda kutip; bila tidak, hapus penanda itu",
                "if the `&` is part of a text, put the text between quotes; else remove it",
            ),
        ),
        Outside::Directive(line) => (
            lang.pick(format!("baris perintah YAML `{line}` tidak dipakai"), format!("the directive `{line}` is not read")),
            lang.pick("hapus baris ini", "remove this line"),
        ),
        Outside::Key(key) => (
            lang.pick(format!("`{key}` tidak dapat menjadi kunci"), format!("`{key}` cannot be a key")),
            lang.pick(
                "tulis kunci sebagai satu kata: `kunci: isi`; isi yang hendak digabung dengan `<<` ditulis sendiri di sini",
                "write the key as one word: `key: value`; what `<<` would merge is written out here",
            ),
        ),
        Outside::Deep(levels) => (
            lang.pick(
                format!("daftar dan kunci bertumpuk lebih dari {levels} tingkat"),
                format!("lists and keys stand more than {levels} levels deep"),
            ),
            lang.pick(
                "periksa kurung dan spasi di awal baris; tidak ada isian yang sedalam ini",
                "check brackets and spaces; no form is as deep as this",
            ),
        ),
        Outside::Aliases(limit) => (
            lang.pick(
                format!("rujukan `*` di berkas ini menyalin dirinya sendiri, atau lebih dari {limit} KiB"),
                format!("the aliases `*` of this file copy themselves, or more than {limit} KiB"),
            ),
            lang.pick("tulis isinya langsung di setiap tempat", "write the value out in each place"),
        ),
    };
    (what, mend.to_owned())
}
