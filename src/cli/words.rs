//! What the program says when it cannot do its work, in both languages: wrong use, refused folders, a machine that fails.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use annotate_snippets::{Group, Level, Renderer};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::artifact::SinkError;
use crate::diag::message::machine;
use crate::lang::{self, Lang};
use crate::load::LoadError;
use crate::save::SaveError;
use crate::text;
use crate::write::WriteError;

/// Why the program could not do its work.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("the arguments are wrong")]
    Misuse(Misuse),
    #[error(transparent)]
    Load(#[from] LoadError),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error("{error}")]
    Sink { output: PathBuf, error: SinkError },
    #[error("{name}={found}")]
    Epoch { name: &'static str, found: String },
    #[error("the clock is wrong")]
    Clock,
    #[error("{0}")]
    Threads(String),
    #[error("{0}")]
    Print(io::Error),
}

/// How the program was used wrongly.
#[derive(Debug)]
pub(super) enum Misuse {
    /// What the argument reader found.
    Clap(clap::Error),
    /// A value that an option cannot take.
    Value { option: &'static str, found: String },
    /// A rule that there is not.
    Rule { code: String, near: Option<String> },
}

/// What is said.
pub(super) struct Said {
    pub what: String,
    pub mend: String,
}

impl Failure {
    /// Finds the reason behind a sink's refusal.
    pub(super) fn of_sink(error: SinkError, output: Option<&Path>) -> Self {
        match error.0.downcast::<WriteError>() {
            Ok(error) => Self::Write(*error),
            Err(error) => Self::Sink { output: output.unwrap_or(Path::new("")).to_owned(), error: SinkError(error) },
        }
    }
}

/// Words a failure.
pub(super) fn failure(failure: &Failure, lang: Lang) -> Said {
    let say = |id: String, en: String, mend_id: &str, mend_en: &str| Said {
        what: lang.pick(id, en),
        mend: lang.pick(mend_id, mend_en).to_owned(),
    };
    match failure {
        Failure::Misuse(misuse) => misused(misuse, lang),
        Failure::Load(error) => load(error, lang),
        Failure::Write(error) => write(error, lang),
        Failure::Save(SaveError { path, source }) => {
            let (path, reason) = (path.display(), because(source, lang));
            let (mend_id, mend_en) = mend(source);
            say(
                format!("gagal menyimpan `{path}`: {reason}"),
                format!("cannot save `{path}`: {reason}"),
                mend_id,
                mend_en,
            )
        }
        Failure::Sink { output, error } => {
            let output = output.display();
            say(
                format!("berkas hasil tidak dapat ditulis ke `{output}`: {error}"),
                format!("the result cannot be written to `{output}`: {error}"),
                "periksa folder hasil, lalu ulangi",
                "check the output folder, then try again",
            )
        }
        Failure::Epoch { name, found } => say(
            format!("`{name}` berisi `{found}`, bukan jumlah detik sejak 1970"),
            format!("`{name}` is `{found}`, not a number of seconds since 1970"),
            "isi dengan bilangan bulat, atau kosongkan",
            "set it to a whole number, or leave it empty",
        ),
        Failure::Clock => say(
            "jam komputer ini tidak dapat dibaca".into(),
            "the clock of this machine cannot be read".into(),
            "sebutkan waktunya dengan `--sekarang`",
            "name the moment with `--sekarang`",
        ),
        Failure::Threads(reason) => say(
            format!("utas tidak dapat dimulai: {reason}"),
            format!("threads cannot be started: {reason}"),
            "kurangi angka pada `--threads`",
            "lower the number at `--threads`",
        ),
        Failure::Print(error) => {
            let reason = because(error, lang);
            say(
                format!("laporan tidak dapat dicetak ke keluaran standar: {reason}"),
                format!("the report cannot be printed to standard output: {reason}"),
                "periksa ke mana keluaran standar diarahkan",
                "check where standard output leads",
            )
        }
    }
}

/// Says what was written for editors, and what is left to people.
pub(super) fn schemas(folder: &Path, count: usize, heads: &[String], to_add: Option<&str>, lang: Lang) -> String {
    let (folder, heads) = (folder.display(), heads.join(lang.pick(" dan ", " and ")));
    let mut out = lang.pick(
        format!("`{folder}`: {count} skema ditulis. VS Code membacanya dengan ekstensi YAML dari Red Hat.\n"),
        format!("`{folder}`: {count} schemas written. VS Code reads them with the YAML extension by Red Hat.\n"),
    );
    out.push_str(&lang.pick(
        format!(
            "{heads} berlaku bagi kepala berkas Markdown, yang tidak diperiksa ekstensi itu; penyunting yang dapat \
             memeriksanya diarahkan ke sana.\n"
        ),
        format!(
            "{heads} are for the heads of Markdown files, which that extension does not check; point an editor that can \
             to them.\n"
        ),
    ));
    if let Some(to_add) = to_add {
        out.push_str(&lang.pick(
            format!("`{folder}/settings.json` sudah ada dan tidak diubah. Tambahkan ke dalamnya:\n\n{to_add}"),
            format!("`{folder}/settings.json` is there already and was not changed. Add to it:\n\n{to_add}"),
        ));
    }
    out
}

/// Lays out what is said, in the manner of problem reports.
pub(super) fn laid_out(said: &Said, lang: Lang, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let title = Level::ERROR.with_name(lang.pick("gagal", "failed")).primary_title(said.what.as_str());
    let mend = Level::HELP.with_name(lang.pick("perbaikan", "mend")).message(said.mend.as_str());
    renderer.render(&[Group::with_title(title).element(mend)]) + "\n"
}

/// Says how far a build has come.
pub(super) fn progress(made: usize, passed: Duration, lang: Lang) -> String {
    let seconds = passed.as_secs();
    match made {
        0 => lang.pick(format!("memeriksa isi … {seconds} detik"), format!("checking the content … {seconds} s")),
        made => {
            let made = lang::whole(made, lang);
            lang.pick(
                format!("membuat berkas … {made}, {seconds} detik"),
                format!("making files … {made}, {seconds} s"),
            )
        }
    }
}

fn load(error: &LoadError, lang: Lang) -> Said {
    let (what, mend) = match error {
        LoadError::Root { path, source } => {
            let (path, reason) = (path.display(), because(source, lang));
            (
                lang.pick(
                    format!("folder situs `{path}` tidak dapat dibuka: {reason}"),
                    format!("the site's folder `{path}` cannot be opened: {reason}"),
                ),
                lang.pick("tunjuk folder situs dengan `--root`", "name the site's folder with `--root`"),
            )
        }
        LoadError::NoContent { path } => {
            let path = path.display();
            (
                lang.pick(format!("tidak ada folder `{path}`"), format!("there is no folder `{path}`")),
                lang.pick(
                    "buat folder content/ di sana, atau tunjuk folder situs dengan `--root`",
                    "make the folder content/ there, or name the site's folder with `--root`",
                ),
            )
        }
    };
    Said { what, mend: mend.to_owned() }
}

fn write(error: &WriteError, lang: Lang) -> Said {
    let say = |id: String, en: String, mend_id: &str, mend_en: &str| Said {
        what: lang.pick(id, en),
        mend: lang.pick(mend_id, mend_en).to_owned(),
    };
    match error {
        WriteError::Io { action, path, source } => {
            let (path, reason) = (path.display(), because(source, lang));
            let (mend_id, mend_en) = mend(source);
            let (id, en) = (action.id, action.en);
            say(format!("gagal {id} `{path}`: {reason}"), format!("cannot {en} `{path}`: {reason}"), mend_id, mend_en)
        }
        WriteError::NotOurs { output, found } => {
            let output = output.display();
            say(
                format!("folder hasil `{output}` memuat `{found}`, yang bukan buatan bening"),
                format!("the output folder `{output}` holds `{found}`, which bening did not make"),
                "pilih folder kosong dengan `--output-dir`, atau pindahkan isinya",
                "choose an empty folder with `--output-dir`, or move its content away",
            )
        }
        WriteError::Sources { output } => {
            let output = output.display();
            say(
                format!("folder hasil `{output}` bertumpang tindih dengan sumber situs"),
                format!("the output folder `{output}` overlaps the site's own sources"),
                "pilih folder lain dengan `--output-dir`, misalnya `output`",
                "choose another folder with `--output-dir`, for example `output`",
            )
        }
        WriteError::Busy { output } => {
            let output = output.display();
            say(
                format!("pembangunan lain sedang menulis ke `{output}`"),
                format!("another build is writing into `{output}`"),
                "tunggu sampai selesai, lalu ulangi",
                "wait until it is done, then try again",
            )
        }
        WriteError::Manifest { path, reason } => {
            let path = path.display();
            say(
                format!("daftar berkas hasil `{path}` rusak: {reason}"),
                format!("the list of output files `{path}` is damaged: {reason}"),
                "kosongkan folder hasil, lalu bangun lagi",
                "empty the output folder, then build again",
            )
        }
        WriteError::Foreign { path } => {
            let path = path.display();
            say(
                format!("`{path}` menghalangi, dan bukan buatan bening"),
                format!("`{path}` is in the way, and bening did not make it"),
                "pindahkan berkas itu, lalu ulangi",
                "move it elsewhere, then try again",
            )
        }
        WriteError::Link { path } => {
            let path = path.display();
            say(
                format!("`{path}` adalah tautan, yang dapat menuju ke luar folder hasil"),
                format!("`{path}` is a link, which may lead out of the output folder"),
                "hapus tautan itu, lalu ulangi",
                "remove the link, then try again",
            )
        }
        WriteError::Twice { .. } | WriteError::Nested { .. } | WriteError::Incomplete => say(
            format!("hasil tidak utuh, jadi tidak diterbitkan ({error})"),
            format!("the result is not whole, so it was not published ({error})"),
            "laporkan kesalahan program ini beserta isi situsnya",
            "report this fault of the program, with the content of the site",
        ),
    }
}

fn because(error: &io::Error, lang: Lang) -> String {
    machine(error.kind(), &error.to_string(), lang)
}

fn mend(error: &io::Error) -> (&'static str, &'static str) {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            ("kosongkan ruang disk, lalu ulangi", "make room on the disk, then try again")
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => (
            "periksa hak akses folder itu, atau pilih folder lain dengan `--output-dir`",
            "check the permissions of that folder, or choose another one with `--output-dir`",
        ),
        _ => (
            "periksa folder itu, atau pilih folder lain dengan `--output-dir`",
            "check that folder, or choose another one with `--output-dir`",
        ),
    }
}

fn misused(misuse: &Misuse, lang: Lang) -> Said {
    let see = || lang.pick("lihat `bening --help`", "see `bening --help --lang en`").to_owned();
    match misuse {
        Misuse::Value { option, found } => {
            let what = lang.pick(
                format!("`{found}` bukan nilai untuk `--{option}`"),
                format!("`{found}` is not a value for `--{option}`"),
            );
            Said { what, mend: wanted(option, lang).map_or_else(see, str::to_owned) }
        }
        Misuse::Rule { code, near } => {
            let what = lang.pick(format!("aturan `{code}` tidak ada"), format!("there is no rule `{code}`"));
            let mend = match near {
                Some(near) => lang.pick(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
                None => lang.pick("daftar semua aturan: `bening explain`", "all rules: `bening explain`").to_owned(),
            };
            Said { what, mend }
        }
        Misuse::Clap(error) => {
            let (what, mend) = misread(error, lang);
            Said { what, mend: mend.unwrap_or_else(see) }
        }
    }
}

fn wanted(option: &str, lang: Lang) -> Option<&'static str> {
    match option {
        "base-url" => Some(lang.pick(
            "tulis alamat lengkap seperti `https://transparansi.example.go.id/`",
            "write a whole address such as `https://transparansi.example.go.id/`",
        )),
        "sekarang" => Some(lang.pick(
            "tulis seperti `2026-11-22`, `2026-11-22T08:00`, atau `2026-11-22T08:00:00+08:00`",
            "write it like `2026-11-22`, `2026-11-22T08:00` or `2026-11-22T08:00:00+08:00`",
        )),
        "threads" => Some(lang.pick("tulis bilangan dari 1 sampai 256", "write a number from 1 to 256")),
        _ => None,
    }
}

// The argument reader speaks English only; its findings are worded here.
fn misread(error: &clap::Error, lang: Lang) -> (String, Option<String>) {
    let part = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    // `--root <FOLDER>` → `--root`
    let name = |kind| part(kind).map(|text| text.split([' ', '=']).next().unwrap_or_default().to_owned());
    let argument = name(ContextKind::InvalidArg).unwrap_or_default();
    let near = part(ContextKind::SuggestedArg).filter(|near| text::nearest(&argument, [near.as_str()]).is_some());
    let near = near.or_else(|| part(ContextKind::SuggestedSubcommand));
    let mend = near.map(|near| lang.pick(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")));
    let say = |id: String, en: String| lang.pick(id, en);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            (say(format!("`{argument}` tidak dikenal"), format!("`{argument}` is not known")), mend)
        }
        ErrorKind::InvalidSubcommand => {
            let command = part(ContextKind::InvalidSubcommand).unwrap_or_default();
            (say(format!("perintah `{command}` tidak ada"), format!("there is no command `{command}`")), mend)
        }
        ErrorKind::InvalidValue => match part(ContextKind::InvalidValue).filter(|value| !value.is_empty()) {
            Some(value) => {
                let valid = part(ContextKind::ValidValue).unwrap_or_default();
                (
                    say(
                        format!("`{value}` bukan nilai untuk `{argument}`"),
                        format!("`{value}` is not a value for `{argument}`"),
                    ),
                    Some(say(format!("pilih salah satu: {valid}"), format!("choose one of: {valid}"))),
                )
            }
            None => (say(format!("`{argument}` memerlukan nilai"), format!("`{argument}` needs a value")), None),
        },
        ErrorKind::ArgumentConflict => {
            let other = name(ContextKind::PriorArg).unwrap_or_default();
            let what = if other == argument || other.is_empty() {
                say(format!("`{argument}` disebut dua kali"), format!("`{argument}` is given twice"))
            } else {
                say(
                    format!("`{argument}` tidak dapat dipakai bersama `{other}`"),
                    format!("`{argument}` cannot be used together with `{other}`"),
                )
            };
            (what, None)
        }
        ErrorKind::TooManyValues => {
            (say(format!("`{argument}` tidak menerima nilai"), format!("`{argument}` takes no value")), None)
        }
        _ => {
            let told = error.to_string();
            let first = told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            (say(format!("argumen keliru: {first}"), format!("the arguments are wrong: {first}")), None)
        }
    }
}
