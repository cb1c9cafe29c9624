//! What is told of translations, in both languages.

use crate::diag::flaw::TranslationFlaw;
use crate::lang::Lang;

/// Words a flaw of a translation: what is wrong, and how to mend it.
pub(super) fn message(flaw: &TranslationFlaw, lang: Lang) -> (String, String) {
    let say = |id: String, en: String, mend_id: &str, mend_en: &str| {
        (lang.pick(id, en), lang.pick(mend_id, mend_en).to_owned())
    };
    match flaw {
        TranslationFlaw::Unpublished { tag } => say(
            "terjemahan ini tidak terbit: situs ini tidak memakai bahasanya".into(),
            "this translation is not published: the site does not use its language".into(),
            &format!("tulis `bahasa_lain: [{tag}]` di content/situs.yaml, atau biarkan"),
            &format!("write `bahasa_lain: [{tag}]` in content/situs.yaml, or leave it"),
        ),
        TranslationFlaw::Alone { original } => say(
            format!("terjemahan ini tidak punya berkas asal `{original}`"),
            format!("this translation has no original `{original}`"),
            "samakan namanya dengan berkas yang diterjemahkan",
            "name it after the file that it translates",
        ),
        TranslationFlaw::NotThere { key } => say(
            format!("kunci `{key}` tidak ada di berkas asal"),
            format!("the original has no key `{key}`"),
            "tulis dahulu di berkas asal, atau hapus dari terjemahan",
            "write it in the original first, or remove it from the translation",
        ),
        TranslationFlaw::NotWords { found, original } => say(
            format!("`{found}` bukan kata yang diterjemahkan; di berkas asal tertulis `{original}`"),
            format!("`{found}` is no words to translate; the original says `{original}`"),
            "hapus dari terjemahan: fakta hanya tertulis di berkas asal",
            "remove it from the translation: facts stand in the original only",
        ),
        TranslationFlaw::NoSuchItem { count } => say(
            format!("butir ini tidak ada di berkas asal, yang memuat {count} butir"),
            format!("the original has no such item; it has {count}"),
            "urutkan seperti di berkas asal, atau sebut `id` yang sama",
            "keep the order of the original, or name the same `id`",
        ),
        TranslationFlaw::OtherShape => say(
            "bentuk nilai ini lain dari berkas asal".into(),
            "this value has another shape than in the original".into(),
            "tulis daftar untuk daftar dan teks untuk teks",
            "write a list for a list and a text for a text",
        ),
    }
}
