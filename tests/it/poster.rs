//! Posters on paper: whatever is said on them, each is one page of its size, and its QR code reads back to the page it came from.
//!
//! A browser prints, poppler counts the pages, zbar reads the code. Where one of them is not there, the judgement is skipped,
//! loudly; with `CI=true` that is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;

use bening::draw::qr;

use crate::door::{Built, NOW, Site, options, sample, sample_site};
use crate::referees::{Verdict, accepts, rejects, run};

const ADDRESS: &str = "https://contoh.example/situs/";
const SERVICE: &str = "fasilitas/rutan/layanan/kunjungan";
const A4: (&str, [f64; 2]) = ("", [595.0, 842.0]);
const A3: (&str, [f64; 2]) = ("#a3", [842.0, 1191.0]);

const SETTINGS: &str =
    "versi_format: 1\njudul: Situs Uji\nzona_waktu: WITA\nalamat_web: https://contoh.example/situs/\n";
const HEAD: &str = "kategori: kunjungan\nstatus: berlaku\n";
const CHANNELS: &str = "kanal:\n- {id: wa, jenis: whatsapp, nilai: \"+62 800 0000 0002\", menangani: [pungli], diperiksa: {tanggal: 2026-11-01, oleh: TU}}\n- {id: email, jenis: email, nilai: lapor@example.go.id, diperiksa: {tanggal: 2026-11-01, oleh: TU}}\n";

fn site(service: &str) -> Site {
    Site::new()
        .file("content/situs.yaml", SETTINGS)
        .file("content/fasilitas/rutan/profil.yaml", "nama: Rutan Uji\njenis: rutan\n")
        .file("content/fasilitas/rutan/layanan/kunjungan.yaml", service)
}

fn short() -> Site {
    site(&format!("nama: Besuk\n{HEAD}"))
}

// As much as an officer may write: names, facts, thirty steps, eight channels, a long pledge.
fn long() -> Site {
    let name = "Pelayanan kunjungan tatap muka bagi keluarga narapidana dan tahanan yang berasal dari luar kota dan luar pulau";
    let step = |number: usize| {
        let text = "Memeriksa kelengkapan berkas dan kesesuaian data pemohon dalam Sistem Database Pemasyarakatan";
        format!("- {{pelaku: Petugas Pendaftaran dan Pemeriksaan, langkah: {text} tahap {number}}}\n")
    };
    let steps: String = (1..=30).map(step).collect();
    let flow = |number: usize| {
        let (kind, way) = match number {
            1 => ("mulai", String::new()),
            30 => ("selesai", String::new()),
            5 | 10 | 15 | 20 | 25 => ("keputusan", format!(", ya: {}, tidak: {}", number + 1, number - 2)),
            _ => ("kegiatan", String::new()),
        };
        format!(
            "  - {{no: {number}, pelaku: p{}, bentuk: {kind}, kegiatan: Memeriksa kelengkapan berkas dan kesesuaian data pemohon, waktu: {{jumlah: 15, satuan: menit}}{way}}}\n",
            number % 8
        )
    };
    let flows: String = (1..=30).map(flow).collect();
    let actors: String =
        (0..8).map(|at| format!("  - {{id: p{at}, nama: Petugas Registrasi dan Klasifikasi {at}}}\n")).collect();
    let service = format!(
        "nama: {name}\n{HEAD}pengguna: [keluarga, warga_binaan, tahanan, anak_binaan, klien, penasihat_hukum, masyarakat, instansi, media]\n\
         berlaku_sejak: 2026-01-05\nbiaya: {{jenis: gratis}}\n\
         jangka_waktu: {{jumlah: 120, satuan: menit, mulai: berkas diterima lengkap dan nomor antrean dipanggil oleh petugas di loket pendaftaran kunjungan}}\n\
         produk: [{}]\nprosedur:\n{steps}sop:\n  nomor: W22.PAS.PAS-1-PK.01.04-1234-TAHUN-2026\n  tanggal: 2024-06-24\n  revisi: 2026-01-05\n  pelaku:\n{actors}  langkah:\n{flows}",
        "Pertemuan tatap muka dengan Warga Binaan di ruang kunjungan yang layak dan diawasi ".repeat(3),
    );
    let ways = ["whatsapp", "telepon", "sms", "tatap_muka", "web", "email", "kotak", "surat", "medsos"];
    let channel = |kind: &str| {
        format!(
            "- {{id: {}, jenis: {kind}, nilai: Ruang layanan pengaduan terpadu lantai satu gedung utama loket nomor tiga, diperiksa: {{tanggal: 2026-11-01, oleh: TU}}}}\n",
            kind.replace('_', "-")
        )
    };
    let channels: String = ways.iter().map(|kind| channel(kind)).collect();
    let pledge =
        "Kami, seluruh petugas, sanggup melayani sesuai standar tanpa pungutan dan tanpa membeda-bedakan siapa pun. ";
    site(&service)
        .file(
            "content/fasilitas/rutan/profil.yaml",
            "nama: Lembaga Pemasyarakatan Perempuan dan Rumah Tahanan Negara Kelas IIB Kabupaten Kepulauan Contoh Utara\njenis: rutan\ncontoh: true\n",
        )
        .file(
            "content/fasilitas/rutan/pengaduan.yaml",
            format!("penanggung_jawab: {{nama: Nama Contoh Tiga Belas Suku Kata, jabatan: Kepala Subbagian Tata Usaha dan Kepegawaian, alamat: Jalan Contoh, telepon: \"123\"}}\nkanal_nasional: [lapor, ombudsman, ditjenpas]\nkanal:\n{channels}prosedur:\n{steps}"),
        )
        .file(
            "content/fasilitas/rutan/maklumat.yaml",
            format!("pernyataan: {}\nkompensasi: {}\n", pledge.repeat(12), pledge.repeat(3)),
        )
}

fn code(built: &Built, page: &str) -> String {
    built.text(page).split("id=versi-").nth(1).expect("the page has a code").chars().take(6).collect()
}

#[test]
fn a_code_changes_with_a_fact_and_not_with_the_day_or_with_what_is_said_about_the_record() {
    const PAGE: &str = "fasilitas/rutan/layanan/kunjungan/index.html";
    let made = |extra: &str, complaints: &str, now: &str| {
        let site = site(&format!("nama: Besuk\n{HEAD}berlaku_sejak: 2026-01-05\n{extra}"));
        code(&site.file("content/fasilitas/rutan/pengaduan.yaml", complaints).at(options(now)).build(), PAGE)
    };
    let free = "biaya: {jenis: gratis}\n";
    let first = made(free, CHANNELS, NOW);
    assert_eq!(made(free, CHANNELS, "2029-03-01T08:00"), first, "another day");
    for same in [
        "# tulisan yang tidak terbit\nbiaya:\n  jenis: gratis\n",
        "biaya: {jenis: gratis}\nditinjau: 2026-11-01\n",
        "biaya: {jenis: gratis}\npublikasi: [{media: papan, tempat: Gerbang}]\n",
        "biaya: {jenis: gratis}\nriwayat: [{versi: 1, tanggal: 2026-01-05, catatan: Pertama}]\n",
    ] {
        assert_eq!(made(same, CHANNELS, NOW), first, "{same}");
    }
    for other in [
        "",
        "biaya: {jenis: pnbp, jumlah: 5000, dasar: PP 45/2024}\n",
        "biaya: {jenis: gratis}\nproduk: [Kunjungan]\n",
        "biaya: {jenis: gratis}\npersyaratan: [KTP]\n",
        "biaya: {jenis: gratis}\njangka_waktu: {jumlah: 60, satuan: menit}\n",
        "biaya: {jenis: gratis}\njumlah_pelaksana: 8\n",
        "biaya: {jenis: gratis}\njadwal: {aturan: [{hari: [selasa], sesi: [{mulai: \"09:00\", selesai: \"11:00\"}]}]}\n",
    ] {
        assert_ne!(made(other, CHANNELS, NOW), first, "{other}");
    }
    assert_ne!(made(free, &CHANNELS.replace("0002", "0003"), NOW), first, "another number on the poster");
    assert_eq!(made(free, &CHANNELS.replace("2026-11-01", "2026-11-02"), NOW), first, "the number was tried again");
}

#[test]
fn only_what_holds_has_a_poster_and_a_place_for_its_code() {
    let page = |status: &str| {
        let built = site(&format!("nama: Besuk\nkategori: kunjungan\nstatus: {status}\n")).build();
        let text = built.text("fasilitas/rutan/layanan/kunjungan/index.html").to_owned();
        (built.files.contains_key(&format!("{SERVICE}/poster/index.html")), text)
    };
    let (poster, text) = page("berlaku");
    assert!(poster && text.contains("id=versi-") && text.contains("masih berlaku"), "{text}");
    for status in ["ditangguhkan", "dicabut"] {
        let (poster, text) = page(status);
        assert!(
            !poster && !text.contains("id=versi-") && text.contains("tidak berlaku lagi, apa pun kodenya"),
            "{text}"
        );
    }
}

#[test]
fn a_poster_says_what_is_missing_what_is_made_up_and_that_no_address_is_known() {
    let built = short().build();
    let text = built.text(&format!("{SERVICE}/poster/index.html"));
    assert_eq!(text.matches("Belum ditetapkan</span>").count(), 5, "four facts and the steps: {text}");
    assert!(text.contains("tidak berarti gratis") && !text.contains("GRATIS"), "{text}");
    assert!(text.contains("noindex") && !text.contains("poster__example"), "{text}");
    assert!(text.contains(&format!("versi {}", code(&built, &format!("{SERVICE}/index.html")))), "{text}");
    assert!(!built.text("sitemap.xml").contains("poster"));

    let long = long().build();
    let text = long.text(&format!("{SERVICE}/poster/index.html"));
    assert!(text.contains("poster__example") && text.contains(">GRATIS.<"), "{text}");

    let nowhere =
        short().file("content/situs.yaml", SETTINGS.replace("alamat_web: https://contoh.example/situs/\n", "")).build();
    let text = nowhere.text(&format!("{SERVICE}/poster/index.html"));
    assert!(!text.contains("<svg") && text.contains("belum mempunyai alamat tetap"), "{text}");
}

// The smallest letters are for this.
#[test]
fn an_sop_of_thirty_steps_is_whole_on_one_sheet() {
    let step = |number: usize| {
        let kind = if number == 1 {
            "mulai"
        } else if number == 30 {
            "selesai"
        } else {
            "kegiatan"
        };
        format!(
            "  - {{no: {number}, pelaku: a, bentuk: {kind}, kegiatan: Memeriksa kelengkapan berkas pemohon, waktu: {{jumlah: 15, satuan: menit}}}}\n"
        )
    };
    let steps: String = (1..=30).map(step).collect();
    let sop = format!(
        "sop:\n  nomor: SOP-01\n  tanggal: 2024-06-24\n  pelaku: [{{id: a, nama: Petugas Registrasi}}]\n  langkah:\n{steps}"
    );
    let built = site(&format!("nama: Kunjungan tatap muka\n{HEAD}biaya: {{jenis: gratis}}\n{sop}")).build();
    let page = format!("{SERVICE}/poster-sop/index.html");
    let text = built.text(&page);
    let folder = published("tiga-puluh", &built);
    assert!(text.contains(">30</span>") && !text.contains("langkah lagi"), "{text}");
    for (_, address) in posters(&built, ADDRESS).into_iter().filter(|(other, _)| *other == page) {
        accepts("poster", judge(&folder.join(&page), A4, &address));
    }
}

// Starts a browser three times.
#[test]
fn who_scans_an_old_poster_is_told_and_who_scans_a_new_one_is_not() {
    let built = short().build();
    let page = published("lama", &built).join(SERVICE).join("index.html");
    let current = format!("#versi-{}", code(&built, &format!("{SERVICE}/index.html")));
    for (fragment, is_hidden) in [(current.as_str(), true), ("#versi-K7M4PX", false), ("#biaya", true)] {
        let profile = page.with_file_name("peramban");
        let mut chromium = browser(&profile);
        chromium.arg("--dump-dom").arg(format!("file://{}{fragment}", page.display()));
        let Some(output) = run("chromium", &mut chromium) else { return };
        let _ = std::fs::remove_dir_all(&profile);
        let dom = String::from_utf8_lossy(&output.stdout).into_owned();
        let old = dom.split("edition--old").nth(1).expect("the page has the words").split('>').next().unwrap();
        assert_eq!(old.contains("hidden"), is_hidden, "{fragment}: {old}");
    }
}

#[test]
fn each_version_says_what_it_changed_against_the_one_before() {
    let versions = "riwayat:\n- {versi: 3, tanggal: 2026-01-05}\n- {versi: 2, tanggal: 2025-01-05, catatan: Sesi Sabtu}\n- {versi: 1, tanggal: 2024-01-05, catatan: Ditetapkan}\n";
    let built = site(&format!("nama: Besuk\n{HEAD}{versions}")).build();
    let text = built.text(&format!("{SERVICE}/index.html"));
    for words in
        ["Apa yang berubah dari versi 2 tidak dicatat.", "Yang berubah dari versi 1: Sesi Sabtu<", ">Ditetapkan<"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let first = site(&format!("nama: Besuk\n{HEAD}riwayat: [{{versi: 1, tanggal: 2024-01-05}}]\n")).build();
    assert!(!first.text(&format!("{SERVICE}/index.html")).contains("berubah dari"), "the first changed nothing");
}

/// A folder with a site, for the browser.
fn published(name: &str, built: &Built) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("poster").join(name);
    for (path, bytes) in &built.files {
        let at = folder.join(path);
        std::fs::create_dir_all(at.parent().unwrap()).unwrap();
        std::fs::write(at, bytes).unwrap();
    }
    folder
}

// The browser, with a profile of its own, that asks nobody anything.
fn browser(profile: &Path) -> Command {
    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]);
    chromium.args(["--disable-component-update", "--disable-sync"]);
    chromium.arg(format!("--user-data-dir={}", profile.display()));
    chromium
}

// Prints a page, as the browser does it with the size of paper that the page asks for.
fn print(page: &Path, fragment: &str) -> Option<PathBuf> {
    let pdf = page.with_file_name(format!("poster{}.pdf", fragment.replace('#', "-")));
    let profile = page.with_file_name("peramban");
    let mut chromium = browser(&profile);
    chromium.arg("--no-pdf-header-footer");
    chromium.arg(format!("--print-to-pdf={}", pdf.display())).arg(format!("file://{}{fragment}", page.display()));
    let output = run("chromium", &mut chromium)?;
    let _ = std::fs::remove_dir_all(profile);
    assert!(pdf.exists(), "chromium printed nothing: {}", String::from_utf8_lossy(&output.stderr));
    Some(pdf)
}

// What is wrong with a poster on paper: not one page, another size, a code that leads elsewhere.
fn judge(page: &Path, (fragment, [width, height]): (&str, [f64; 2]), address: &str) -> Verdict {
    let pdf = print(page, fragment)?;
    let info = run("pdfinfo", Command::new("pdfinfo").arg(&pdf))?;
    let info = String::from_utf8_lossy(&info.stdout).into_owned();
    let field = |name: &str| {
        let line = info.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_else(|| panic!("pdfinfo names no {name}: {info}")).trim().to_owned()
    };
    let mut found = Vec::new();
    if field("Pages") != "1" {
        found.push(format!("{} pages", field("Pages")));
    }
    let size: Vec<f64> = field("Page size").split(' ').filter_map(|word| word.parse().ok()).collect();
    let near = |at: usize, wanted: f64| size.get(at).is_some_and(|found| (found - wanted).abs() < 1.0);
    if !near(0, width) || !near(1, height) {
        found.push(format!("paper of {}", field("Page size")));
    }
    let picture = pdf.with_extension("");
    let mut paint = Command::new("pdftoppm");
    paint.args(["-r", "150", "-gray", "-png"]).arg(&pdf).arg(&picture);
    run("pdftoppm", &mut paint)?;
    let pictures = std::fs::read_dir(pdf.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let stem = format!("{}-", picture.file_name().unwrap().to_str().unwrap());
    let is_picture = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.strip_prefix(&stem).is_some_and(|rest| rest.trim_end_matches(".png").bytes().all(|b| b.is_ascii_digit()))
    };
    let mut pictures: Vec<PathBuf> = pictures.filter(is_picture).collect();
    pictures.sort();
    let read = run(
        "zbarimg",
        Command::new("zbarimg").args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"]).args(&pictures),
    )?;
    pictures.iter().for_each(|picture| std::fs::remove_file(picture).unwrap());
    let read = String::from_utf8_lossy(&read.stdout).trim().to_owned();
    if read != address {
        found.push(format!("code reads `{read}`"));
    }
    Some(found.into_iter().map(|flaw| format!("{}{fragment}: {flaw}", page.display())).collect())
}

// Pages of posters below a folder, with the address that each code must lead to.
fn posters(built: &Built, address: &str) -> Vec<(String, String)> {
    let pages = built.files.keys().filter(|path| path.contains("/poster") && path.ends_with("/index.html"));
    let target = |page: &String| {
        let record = page.split("/poster").next().unwrap();
        let words = built.text(page).split("class=poster__since>").nth(1).unwrap().split("</p>").next().unwrap();
        let code = words.rsplit(' ').next().unwrap();
        // The code on the sheet is one that the page of the record knows.
        let known = built.text(&format!("{record}/index.html")).contains(&format!("id=versi-{code}>"));
        assert!(known, "{page}: {code}");
        (page.clone(), format!("{address}{record}/#versi-{code}"))
    };
    pages.map(target).collect()
}

// Each starts a browser twice.
#[test]
fn the_shortest_and_the_longest_poster_are_one_page_and_read_back() {
    for (name, site) in [("pendek", short()), ("panjang", long())] {
        let built = site.build();
        assert!(!built.diagnostics.has_errors(), "{}", built.told());
        let folder = published(name, &built);
        let posters = posters(&built, ADDRESS);
        assert_eq!(posters.len(), if name == "pendek" { 1 } else { 4 }, "{posters:?}");
        for (page, address) in posters {
            accepts("poster", judge(&folder.join(&page), A4, &address));
            accepts("poster", judge(&folder.join(&page), A3, &address));
        }
    }
}

// Starts a browser for the fullest poster of each kind.
#[test]
fn the_fullest_posters_of_the_sample_site_are_one_page_and_read_back() {
    let posters = posters(sample(), "https://transparansi.example.go.id/");
    assert!(posters.len() >= 16, "{posters:?}");
    for kind in ["/layanan/", "/poster-sop/", "/pengaduan/", "/maklumat/"] {
        let of_kind = posters.iter().filter(|(page, _)| page.contains(kind));
        let (page, address) = of_kind.max_by_key(|(page, _)| sample().files[page].len()).expect("each kind has one");
        accepts("poster", judge(&sample_site().join(page), A4, address));
    }
}

#[test]
fn a_poster_of_two_pages_and_a_code_that_leads_elsewhere_are_rejected() {
    let built = short().build();
    let page = format!("{SERVICE}/poster/index.html");
    let [(_, address)] = &posters(&built, ADDRESS)[..] else { panic!("one poster") };
    let text = built.text(&page);
    let put = |name: &str, text: &str| {
        let folder = published(name, &built);
        std::fs::write(folder.join(&page), text).unwrap();
        folder.join(&page)
    };
    let crowded = "<p>Langkah yang terlalu banyak.</p>".repeat(90);
    let too_long =
        put("dua-halaman", &text.replace("<div class=poster__foot>", &format!("{crowded}<div class=poster__foot>")));
    rejects(judge(&too_long, A4, address), &[" pages"]);

    let from = text.find("<svg").expect("a code");
    let to = from + text[from..].find("</svg>").unwrap() + "</svg>".len();
    let foreign = qr::code("https://lain.example/", "x").unwrap().0;
    let elsewhere = put("kode-lain", &format!("{}{foreign}{}", &text[..from], &text[to..]));
    rejects(judge(&elsewhere, A4, address), &["code reads `https://lain.example/`"]);
    let torn = put("tanpa-kode", &format!("{}{}", &text[..from], &text[to..]));
    rejects(judge(&torn, A4, address), &["code reads ``"]);
    let paper = put("kertas-lain", text);
    rejects(judge(&paper, A3, address).map(|_| Vec::new()), &[]);
    rejects(judge(&paper, (A4.0, A3.1), address), &["paper of 59"]);
}
