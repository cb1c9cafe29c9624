//! Problem → English.

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
                Some(line) => format!("this file is not stored as UTF-8; this line is perhaps `{line}`"),
                None => "this file is not stored as UTF-8".into(),
            },
            "save it again as UTF-8 (in Notepad: Save as → Encoding → UTF-8)",
        ),
        Problem::SettingsMissing => say(
            "there is no content/situs.yaml, so title and time zone are the built-in ones".into(),
            "make that file with `versi_format: 1`, `judul: …` and `zona_waktu: WIB`, `WITA` or `WIT`",
        ),
        Problem::ContentEmpty => say(
            "this site has no content yet".into(),
            "begin with content/fasilitas/<id>/profil.yaml, which holds `nama: …` and `jenis: …`",
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
        Problem::Translation(flaw) => translation::message(flaw, Lang::En),
        Problem::BadName { name, mend } => (
            format!("the name `{name}` cannot be an address"),
            format!("use lower-case letters, digits and hyphens only, for example `{mend}`"),
        ),
        Problem::YamlSyntax { reason } => yaml::syntax(reason, Lang::En),
        Problem::YamlOutside(outside) => yaml::outside(outside, Lang::En),
        Problem::More { count } => say(format!("this file has {count} more problems"), "mend those that are told first, then run again"),
        Problem::TabIndent => say("a tab at the start of a line".into(), "replace the tab by spaces"),
        Problem::ColonInText { quoted } => {
            ("the colon inside this text is read as a new key".to_owned(), format!("put it between quotes: `{quoted}`"))
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
            format!("this should be {}, not {}", shape(*want), shape(*found)),
            match want {
                Shape::Scalar => "write one value on this line".to_owned(),
                Shape::List => "write a list: `[one, two]`, or one `- …` a line".to_owned(),
                Shape::Map => "write `key: value`, one a line".to_owned(),
            },
        ),
        Problem::MissingKey { key } => (format!("`{key}` is not filled in"), format!("add a line `{key}: …`")),
        Problem::Misread { found, want } => misread(found, want),
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
        Problem::StarEmphasis { words } => (
            format!("`*{words}*` is printed in italics, not bold as in WhatsApp"),
            format!("write `**{words}**` for bold, or `_{words}_` for italics"),
        ),
        Problem::ImageWithoutAlt => say(
            "a picture without alternative text".into(),
            "say what it shows between `![` and `]`, or at `alt:`, for those who cannot see it",
        ),
        Problem::MarkdownSlip(found) => slip(found),
        Problem::Gap { code, what, .. } => gap(code, &what.en.to_lowercase()),
        Problem::SumMismatch { whole, stated, sum } => (
            format!("the parts sum to {sum}, but `{whole}` says {stated}"),
            "correct one of them so that they agree".to_owned(),
        ),
        Problem::EndsBeforeStart => say("the end is before the start".into(), "check both dates"),
        Problem::HeldOverlap { what, one, other, day } => (
            format!("on {} there are two `{what}` at once: {one} and {other}", day.words(Lang::En)),
            "write `sampai` at the earlier one, or correct the dates".to_owned(),
        ),
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
        Problem::ChannelUnverified => say(
            "nobody has ever tried this complaint channel".into(),
            "try to reach it, then write `diperiksa: {tanggal: …, oleh: …}`",
        ),
        Problem::OwnerNotAPost { owner } => (
            format!("the one in charge, `{owner}`, seems to be a person, not a post"),
            "write the post, such as `Kepala Lapas`; people change, the duty stays".to_owned(),
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
        Problem::Flow(flaw) => flow(flaw),
        Problem::Time(flaw) => time(flaw),
        Problem::Stale { what, on } => (
            format!("{} {}, more than a year ago", what.en.to_lowercase(), on.words(Lang::En)),
            "check the content again, then update the date".to_owned(),
        ),
        Problem::Expired { what, on } => (
            format!("{} ended on {}", what.en.to_lowercase(), on.words(Lang::En)),
            "renew it, or remove it if it no longer holds".to_owned(),
        ),
        Problem::LawRevoked { law, by } => match by {
            Some(by) => (format!("{law} was revoked by {by}"), format!("check whether {by} is the new basis")),
            None => say(format!("{law} was revoked"), "look for the law that replaced it"),
        },
        Problem::LawUnknown { law, near } => {
            let what = format!("the register has no law `{law}`");
            match near {
                Some(near) => (format!("{what}; did you mean `{near}`?"), format!("write `{near}`")),
                None => say(what, "check its number and year, or add it to content/rujukan/peraturan.yaml"),
            }
        }
        Problem::ArticleUnknown { law, article, count, checked } => {
            let unsure = if *checked { "" } else { " (not yet compared with its text)" };
            (
                format!("{law} has only {count} articles{unsure}, so there is no article {article}"),
                "check the number; if it is right, mend `jumlah_pasal` in content/rujukan/peraturan.yaml".to_owned(),
            )
        }
        Problem::LawInText { law, near } => (
            format!("`{law}` is not in the register of laws; perhaps `{near}`"),
            format!("write `{near}` if that is meant, or add `{law}` to content/rujukan/peraturan.yaml"),
        ),
        Problem::SchemeOutOfTime { scheme, from, to, year, near } => (
            format!("the scheme `{scheme}` holds {}, so it cannot read a result of {year}", lang::years(*from, *to, Lang::En)),
            match near {
                Some(near) => format!("write `skema: {near}`, or check `periode`"),
                None => "remove `skema` and say the result in `uraian`, or check `periode`".to_owned(),
            },
        ),
        Problem::CalendarUnknown { year } => (
            format!("the holidays of {year} are not known, so the day of an answer cannot be counted"),
            format!("write them to content/rujukan/libur.yaml: `tahun: [{{tahun: {year}, sumber: …, hari: […]}}]`"),
        ),
        Problem::SopTooLong { takes, promised } => (
            format!("the steps of the SOP take at least {takes}, but the service promises {promised}"),
            "check the time of each step and `jangka_waktu`; a promise must be one that can be kept".to_owned(),
        ),
        Problem::DayAmbiguous => {
            say("`hari` can mean working days or calendar days".into(), "write `hari_kerja` or `hari_kalender`")
        }
        Problem::WeekdayMismatch { written, actual } => (
            format!("the weekday `{written}` does not match its date"),
            format!("it is {actual}; correct the weekday or the date"),
        ),
        Problem::AffiliationOutOfDate { name, then } => (
            format!("on the date of this item `{name}` did not stand above its facility; {then} did"),
            "correct the name, or check `induk` of that facility".to_owned(),
        ),
        Problem::ClaimFree { said, service, fee } => (
            format!("this text says `{said}`, but the service `{service}` costs {fee}"),
            "say which service is free, or correct `biaya` of that service if it is free".to_owned(),
        ),
        Problem::ClaimHours { said, known } => (
            format!("the hours `{said}` are not in the schedule of this service: {known}"),
            "correct the hours in the text or in `jadwal`; people come by what they read".to_owned(),
        ),
        Problem::ClaimCount { said, counted } => (
            format!("this figure is {said}, but the programme counted {counted} on the same day"),
            "make them agree, or explain the difference in `catatan`".to_owned(),
        ),
        Problem::FigureUnsourced { said } => (
            format!("`{said}` stands here without a day and a source"),
            "add it to `angka`: `{label: …, nilai: …, satuan: orang, per: …, sumber: …}`".to_owned(),
        ),
        Problem::ListAsText { list } => {
            ("this text with commas is read as a list".to_owned(), format!("write it as a list: `{list}`"))
        }
        Problem::TopicNear { topic, near } => {
            (format!("the topic `{topic}` is used only here; did you mean `{near}`?"), format!("write `{near}`"))
        }
        Problem::DateAhead { date } => (
            format!("this item is dated {}, so it is not published before that day", date.words(Lang::En)),
            "correct the date, or add `tayang: …` if it is meant to wait".to_owned(),
        ),
        Problem::LongPage { words } => (
            format!("this text has {words} words, too many to be read on a telephone"),
            "part it into several pages, or move the details into a file beside it".to_owned(),
        ),
        Problem::OldTerm { found, term } => {
            (format!("`{found}` is an old term; the law says `{term}`"), format!("write `{term}`"))
        }
        Problem::YearMissing { found, guesses } => (
            format!("the date `{found}` does not say its year"),
            match guesses.as_slice() {
                [only] => format!("write it with its year; perhaps `{only}`"),
                guesses => format!("write it with its year, such as `{}`", guesses.join("` or `")),
            },
        ),
        Problem::DayFirst { read } => (
            format!("this date is read as {}: the day first, then the month", read.words(Lang::En)),
            "write it like `2026-11-05`, so that nobody misreads it".to_owned(),
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
        Problem::Recomputed { what, stated, derived, weight } => (
            format!("{} was published as `{stated}`, but recomputed it is `{derived}`", what.en)
                + &weight.map_or_else(String::new, |weight| format!("; the published figure uses the weight {weight} instead of 1/9", weight = lang::decimal(weight, Lang::En))),
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
        Problem::Scanned { what, shown } => scanned(*what, shown),
        Problem::PictureTraces { traces } => (
            format!("this picture keeps details of people or places: {}", names(traces)),
            "save it again without metadata (on a phone: share without location; in Windows: Properties → Details → Remove properties)".to_owned(),
        ),
        Problem::WaiverRefused { rule, known: true, .. } => {
            say(format!("the rule `{rule}` cannot be waived"), "remove this waiver and mend the problem")
        }
        Problem::WaiverRefused { rule, near, .. } => {
            let what = format!("there is no rule `{rule}`");
            match near {
                Some(near) => (format!("{what}; did you mean `{near}`?"), format!("write `{near}`")),
                None => say(what, "copy the code that stands in brackets in the message"),
            }
        }
        Problem::WaiverExpired { rule, on } => say(
            format!("the waiver of `{rule}` ended on {}", on.words(Lang::En)),
            "mend the problem, or extend `sampai` with a reason that still holds",
        ),
        Problem::WaiverUnused { rule } => say(
            format!("there is no problem `{rule}` here to be waived"),
            "remove this waiver, or check `berkas` and `memuat`",
        ),
        Problem::Template { report, page } => say(
            match page {
                Some(page) => format!("a template of the theme failed on the page {page}: {report}"),
                None => format!("a template of the theme is wrong: {report}"),
            },
            "mend that template, or remove it so that the built-in one is used",
        ),
        Problem::Contrast { .. } | Problem::PictureUnfit { .. } | Problem::Theme(_) => theme::message(problem, Lang::En),
        Problem::NoSuchTheme { name, known } => {
            (format!("there is no theme `{name}`"), format!("themes that exist: {}", known.join(", ")))
        }
    }
}

fn flow(flaw: &FlowFlaw) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    match flaw {
        FlowFlaw::Unreachable { step } => (
            format!("no way leads from the first step to step {step}"),
            format!("write `berikut`, `ya` or `tidak: {step}` at the step before it, or remove this step"),
        ),
        FlowFlaw::Endless { step, is_loop: true } => say(
            format!("from step {step} the SOP goes round for ever and never ends"),
            "let one step of this round lead to a step with `bentuk: selesai`",
        ),
        FlowFlaw::Endless { step, is_loop: false } => say(
            format!("the SOP breaks off at step {step}: nothing follows, and it is no step that ends"),
            "write `bentuk: selesai` if the SOP ends here, or `berikut: …`",
        ),
        FlowFlaw::OneWay { has: Some(has) } => {
            let lacks = if *has == "ya" { "tidak" } else { "ya" };
            (
                format!("this decision names only the step after `{has}`"),
                format!("add `{lacks}: …`, or remove `bentuk: keputusan` if nothing is decided"),
            )
        }
        FlowFlaw::OneWay { has: None } => say(
            "this decision names no step after `ya` and none after `tidak`".into(),
            "add `ya: …` and `tidak: …`, or remove `bentuk: keputusan` if nothing is decided",
        ),
        FlowFlaw::SameWay { step } => say(
            format!("`ya` and `tidak` both lead to step {step}, so nothing is decided"),
            "correct one of them, or write `berikut` in their place and remove `bentuk: keputusan`",
        ),
        FlowFlaw::NoDecision { key } => say(
            format!("`{key}` belongs to a decision, and this step is none"),
            "write `bentuk: keputusan`, or write `berikut` in place of `ya` and `tidak`",
        ),
        FlowFlaw::ActorUnused { actor } => say(
            format!("the actor `{actor}` is declared and does not do a single step"),
            "write this actor at the steps it does, or remove it from the list",
        ),
    }
}

fn time(flaw: &TimeFlaw) -> (String, String) {
    let say = |what: String, mend: &str| (what, mend.to_owned());
    let days = |from: &Date, to: &Date| format!("{} – {}", from.words(Lang::En), to.words(Lang::En));
    match flaw {
        TimeFlaw::PeriodOverlap { from, to } => say(
            format!("this period overlaps the period {}, so some complaints are counted twice", days(from, to)),
            "correct `dari` and `sampai` so that every day is in one period only",
        ),
        TimeFlaw::PeriodHole { from, to } => say(
            format!("the complaints of {} are in no period", days(from, to)),
            "add the period that was left out, even if its number is zero, or correct the dates of this one",
        ),
        TimeFlaw::PeriodLate { to } => say(
            format!("the last complaint statistics end on {}, more than four months ago", to.words(Lang::En)),
            "add the next period; if there were no complaints, write `diterima: 0`",
        ),
        TimeFlaw::SessionOverlap { other } => say(
            format!("this session overlaps the session {other} for the same people"),
            "correct the hours, make the two sessions one, or say in `bagi` how they differ",
        ),
        TimeFlaw::ClosedUndated => say(
            "this recommendation is closed without a date".into(),
            "add `tanggal: …` to `verifikasi`: the day on which the overseer called it closed",
        ),
    }
}

fn scanned(what: What, shown: &str) -> (String, String) {
    let (found, mend) = match what {
        What::Nik => ("an identity number (NIK)", "remove the number; no identity number ever needs to be published"),
        What::FamilyCard => ("a family card number", "remove the number"),
        What::Nip => ("a civil servant's number (NIP)", "remove the number; name and post are enough"),
        What::Phone => (
            "a telephone number that is no contact or channel on record",
            "record it in `kontak` or `kanal` if it is an office number, or remove it",
        ),
        What::BirthDate => ("a date of birth", "remove the date, or give an age range if one is needed"),
        What::Initials => {
            ("initials of a person in a case", "remove the initials; write `seorang Warga Binaan`, for example")
        }
        What::Name => (
            "a person's name beside custody, a visit or a complaint",
            "remove the name; write `seorang Warga Binaan`, for example",
        ),
        What::Gambling => (
            "an advertisement of gambling",
            "remove this line, then find out who wrote it and what else changed with it",
        ),
        What::HiddenText => ("text that is hidden from readers", "remove it, then find out who wrote it"),
        What::ForeignFrame => (
            "code that brings in another site's content",
            "remove the code; write an ordinary link if people must see it",
        ),
        What::PackedCode => ("code that hides what it does", "remove the code, then find out who wrote it"),
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
            "is not on record within the last three years",
            "review this standard, then write the date in `ditinjau`; do not change the date without a review",
        ),
        "publication-missing" => (
            "is not on record",
            "post this standard where it is easily seen, then write medium, place and date in `publikasi`",
        ),
        "survey-followup-missing" => (
            "is not set",
            "write in `tindak_lanjut` an action for the element with the lowest value; every action needs its `tenggat`",
        ),
        _ => ("is not set", "fill it in once it is decided; until then the page says so openly"),
    };
    (format!("{what} {is_missing}"), mend.to_owned())
}

fn slip(slip: &Slip) -> (String, String) {
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

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Scalar => "one value",
        Shape::List => "a list",
        Shape::Map => "a set of `key: value`",
    }
}

fn misread(found: &str, want: &Misread) -> (String, String) {
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
        Misread::Colour => {
            ("a colour", "write it in quotes, `\"#2e3b9f\"`: what follows a bare `#` is a comment".to_owned())
        }
        Misread::Choice(allowed) => return choice(found, allowed),
    };
    (format!("`{found}` is not {wanted}"), mend)
}

fn choice(found: &str, allowed: &[&str]) -> (String, String) {
    match crate::text::nearest(found, allowed.iter().copied()) {
        Some(near) => (format!("`{found}` is not known; did you mean `{near}`?"), format!("write `{near}`")),
        None => (format!("`{found}` is not known"), format!("choose one of: {}", allowed.join(", "))),
    }
}
