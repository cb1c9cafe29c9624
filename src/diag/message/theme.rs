//! Problems of themes, colours and logos → words, in both languages.

use crate::diag::flaw::ThemeFlaw;
use crate::diag::problem::Problem;
use crate::lang::Lang;
use crate::scan::emblem::Unfit;

/// Says what is wrong and how to mend it; nothing for a problem of another kind.
pub(super) fn message(problem: &Problem, lang: Lang) -> (String, String) {
    match problem {
        Problem::Contrast { what, colour, other, whose, ratio, least, near } => {
            let (what, whose) = (what.of(lang), whose.of(lang));
            let told = lang.pick(
                format!("{what} `{colour}` terlalu mirip dengan {whose} `{other}`: kontrasnya {ratio}, perlu paling sedikit {least}"),
                format!("{what} `{colour}` is too close to {whose} `{other}`: the contrast is {ratio}, at least {least} is needed"),
            );
            let mend = match near {
                Some(near) => lang.pick(
                    format!("warna terdekat yang memenuhi: `\"{near}\"`"),
                    format!("the nearest colour that passes: `\"{near}\"`"),
                ),
                None => lang.pick("pilih warna lain", "choose another colour").to_owned(),
            };
            (told, mend)
        }
        Problem::PictureUnfit { name, unfit } => picture(name, unfit, lang),
        Problem::Theme(flaw) => theme(flaw, lang),
        _ => <(String, String)>::default(),
    }
}

fn picture(name: &str, unfit: &Unfit, lang: Lang) -> (String, String) {
    let say = |id: String, en: String, mend_id: &str, mend_en: &str| {
        (lang.pick(id, en), lang.pick(mend_id, mend_en).to_owned())
    };
    match unfit {
        Unfit::Ending(endings) => {
            let endings = endings.join(", ");
            say(
                format!("`{name}` bukan jenis gambar yang dapat dipakai di sini: {endings}"),
                format!("`{name}` is no kind of picture that can stand here: {endings}"),
                "simpan gambarnya sebagai SVG, atau sebut berkas lain",
                "save the picture as SVG, or name another file",
            )
        }
        Unfit::OtherKind { said } => say(
            format!("isi `{name}` bukan gambar {said}"),
            format!("`{name}` does not hold a {said} picture"),
            "simpan ulang gambarnya dengan jenis yang sesuai namanya; mengganti akhiran nama saja tidak cukup",
            "save the picture anew in the kind that its name says; to change the name is not enough",
        ),
        Unfit::Heavy { kib, limit } => say(
            format!("`{name}` berukuran {kib} KiB; paling besar {limit} KiB, karena dimuat di setiap halaman"),
            format!("`{name}` has {kib} KiB; at most {limit} KiB, since every page loads it"),
            "perkecil gambarnya, atau simpan sebagai SVG yang sederhana",
            "make the picture smaller, or save it as a simple SVG",
        ),
        Unfit::Large { pixels, limit } => say(
            format!("sisi `{name}` panjangnya {pixels} piksel; paling panjang {limit}"),
            format!("a side of `{name}` has {pixels} pixels; at most {limit}"),
            "perkecil gambarnya",
            "make the picture smaller",
        ),
        Unfit::NoSize => say(
            format!("`{name}` tidak menyebut ukurannya"),
            format!("`{name}` does not say how large it is"),
            "tambahkan `viewBox=\"0 0 lebar tinggi\"` pada unsur `svg`",
            "add `viewBox=\"0 0 width height\"` to the element `svg`",
        ),
        Unfit::Malformed => say(
            format!("`{name}` bukan SVG yang dapat dibaca"),
            format!("`{name}` is no SVG that can be read"),
            "simpan ulang dari program gambar sebagai SVG biasa",
            "save it anew from the drawing program as plain SVG",
        ),
        Unfit::Part { name: part } => say(
            format!("`{name}` memuat `{part}`, yang menjalankan sesuatu atau mengambil berkas lain"),
            format!("`{name}` holds `{part}`, which runs something or brings in other files"),
            "simpan ulang sebagai SVG biasa tanpa skrip, tautan, dan gambar dari luar",
            "save it anew as plain SVG without scripts, links and pictures from elsewhere",
        ),
    }
}

fn theme(flaw: &ThemeFlaw, lang: Lang) -> (String, String) {
    let say =
        |id: String, en: String, mend_id: String, mend_en: String| (lang.pick(id, en), lang.pick(mend_id, mend_en));
    let meant = |near: &Option<String>| {
        near.as_ref().map_or_else(String::new, |near| {
            lang.pick(format!("; maksud Anda `{near}`?"), format!("; did you mean `{near}`?"))
        })
    };
    match flaw {
        ThemeFlaw::UnknownClass { class, near } => say(
            format!("kelas `{class}` tidak punya aturan di css/{}", meant(near)),
            format!("the class `{class}` has no rule in css/{}", meant(near)),
            "tulis aturannya di css/04-components/, atau hapus kelasnya".to_owned(),
            "write its rule in css/04-components/, or remove the class".to_owned(),
        ),
        ThemeFlaw::UnusedClass { class } => say(
            format!("kelas `{class}` tidak dipakai satu templat pun"),
            format!("no template uses the class `{class}`"),
            format!("hapus aturannya; bila program sendiri yang menulisnya, tambahkan `- {class}` ke classes.yaml"),
            format!("remove its rule; if the program itself writes it, add `- {class}` to classes.yaml"),
        ),
        ThemeFlaw::UnusedFile => say(
            "berkas tema ini tidak dipakai apa pun".to_owned(),
            "nothing uses this file of the theme".to_owned(),
            "hapus berkasnya, atau samakan jalannya dengan berkas `terang` yang hendak digantikannya".to_owned(),
            "remove it, or give it the path of the file of `terang` that it should replace".to_owned(),
        ),
        ThemeFlaw::UnknownFile { name, near } => say(
            format!("berkas `static/{name}` tidak ada{}", meant(near)),
            format!("there is no file `static/{name}`{}", meant(near)),
            "perbaiki namanya, atau tambahkan berkas itu".to_owned(),
            "correct the name, or add the file".to_owned(),
        ),
        ThemeFlaw::MissingWord { key, lang: file } => say(
            format!("kata `t.{key}` dipakai, tetapi tidak ada di i18n/{file}.yaml"),
            format!("the word `t.{key}` is used, but not in i18n/{file}.yaml"),
            format!("tambahkan `{key}: …` ke i18n/{file}.yaml"),
            format!("add `{key}: …` to i18n/{file}.yaml"),
        ),
        ThemeFlaw::UnusedWord { key } => say(
            format!("kata `{key}` tidak dipakai satu templat pun"),
            format!("no template uses the word `{key}`"),
            "hapus barisnya di setiap bahasa".to_owned(),
            "remove its line in every language".to_owned(),
        ),
        ThemeFlaw::NoExample { component, file } => say(
            format!("komponen `{component}` belum punya contoh"),
            format!("the component `{component}` has no example"),
            format!(
                "buat {file} dengan `use: {{id: …, en: …}}` dan `examples: [{{name: {{id: …, en: …}}, with: {{…}}}}]`"
            ),
            format!(
                "make {file} with `use: {{id: …, en: …}}` and `examples: [{{name: {{id: …, en: …}}, with: {{…}}}}]`"
            ),
        ),
        ThemeFlaw::Example { number: None, report } => say(
            format!("contoh-contoh ini tidak dapat dibaca: {report}"),
            format!("these examples cannot be read: {report}"),
            "samakan bentuknya dengan contoh lain di components/".to_owned(),
            "give them the shape of other examples in components/".to_owned(),
        ),
        ThemeFlaw::Example { number: Some(number), report } => say(
            format!("contoh ke-{number} tidak dapat ditampilkan: {report}"),
            format!("example {number} cannot be rendered: {report}"),
            "isi `with` dengan setiap nilai yang diminta komponennya".to_owned(),
            "give in `with` every value that the component asks for".to_owned(),
        ),
        ThemeFlaw::DoubleId { id } => say(
            format!("id `{id}` ada pada dua contoh, padahal semua contoh tampil di satu halaman, /pola/"),
            format!("two examples have the id `{id}`, yet all examples stand on one page, /pola/"),
            "beri contoh ini jangkar lain".to_owned(),
            "give this example another anchor".to_owned(),
        ),
    }
}
