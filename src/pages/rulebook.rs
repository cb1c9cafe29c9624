//! The page of all rules by which content is checked, and of what was waived: made from the rulebook, so that it cannot say
//! anything else than the program does.

use serde::Serialize;

use crate::diag::Severity;
use crate::diag::rule::{self, Example, Group, Rule};
use crate::kinds::Site;
use crate::kinds::parts::day::Day;
use crate::kinds::waiver::Waiver;
use crate::lang::{self, Lang};
use crate::model::place::Place;
use crate::model::scalar::Choice;
use crate::page::{MenuPart, Page, ViewCx};
use crate::view::{Tag, Tone};

#[derive(Serialize)]
struct RulesPage {
    answer: String,
    waivers: Vec<WaiverView>,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct WaiverView {
    rule: String,
    file: String,
    reason: String,
    until: Day,
}

#[derive(Serialize)]
struct GroupView {
    anchor: &'static str,
    title: &'static str,
    rules: Vec<RuleView>,
}

#[derive(Serialize)]
struct RuleView {
    code: &'static str,
    title: &'static str,
    severity: Tag,
    law: Option<String>,
    waivable: bool,
    why: &'static str,
    wrong: Vec<ExampleView>,
    right: Vec<ExampleView>,
}

#[derive(Serialize)]
struct ExampleView {
    path: Option<&'static str>,
    text: &'static str,
}

pub(super) fn page(site: &Site) -> Page<'_> {
    let title = site.lang().pick("Aturan pemeriksaan", "Rules of checking");
    Page::new(Place::top("aturan"), "rules.html", title, move |cx| view(site, cx))
        .menu(MenuPart::Foot, 55, None)
        .summary(site.lang().pick(
            "Apa saja yang diperiksa sebelum isi situs ini terbit, mengapa, dan apa yang sengaja dikecualikan.",
            "What is checked before the content of this site is published, why, and what is waived on purpose.",
        ))
}

fn view(site: &Site, cx: &ViewCx<'_>) -> RulesPage {
    let count = |severity| lang::whole(rule::all().filter(|rule| rule.severity == severity).count(), cx.lang);
    let [errors, gaps, warnings] = [Severity::Error, Severity::Gap, Severity::Warning].map(count);
    RulesPage {
        answer: cx.say(
            format!("{errors} aturan menahan penerbitan, {gaps} menyatakan celah, {warnings} memberi peringatan."),
            format!("{errors} rules stop publishing, {gaps} declare a gap, {warnings} give a warning."),
        ),
        waivers: site.waivers.iter().map(|waiver| waiver_view(waiver, cx)).collect(),
        groups: Group::ALL.iter().map(|group| group_view(*group, cx)).filter(|group| !group.rules.is_empty()).collect(),
    }
}

fn waiver_view(waiver: &Waiver, cx: &ViewCx<'_>) -> WaiverView {
    WaiverView {
        rule: waiver.rule.clone(),
        file: waiver.file.clone(),
        reason: waiver.reason.clone(),
        until: Day::new(waiver.until, cx.lang),
    }
}

fn group_view(group: Group, cx: &ViewCx<'_>) -> GroupView {
    let rules = rule::all().filter(|rule| rule.group == group);
    GroupView {
        anchor: group.key(),
        title: group.label().of(cx.lang),
        rules: rules.map(|rule| rule_view(rule, cx)).collect(),
    }
}

fn rule_view(rule: &'static Rule, cx: &ViewCx<'_>) -> RuleView {
    let tone = match rule.severity {
        Severity::Error => Tone::Late,
        Severity::Gap => Tone::Missing,
        Severity::Warning | Severity::Waived => Tone::Soon,
    };
    RuleView {
        code: rule.code,
        title: rule.title.of(cx.lang),
        severity: Tag::new(rule.severity_word(cx.lang), tone),
        law: rule.law.map(|law| law_words(law, cx.lang)),
        waivable: rule.waivable,
        why: rule.why.of(cx.lang),
        wrong: rule.wrong.iter().map(example_view).collect(),
        right: rule.right.iter().map(example_view).collect(),
    }
}

// The law's own words for its parts, as the rules write them.
fn law_words(law: &str, lang: Lang) -> String {
    match lang {
        Lang::Id => law.to_owned(),
        Lang::En => {
            law.replace("nomor pasal belum diperiksa", "article number not checked yet").replace("Pasal", "article")
        }
    }
}

fn example_view(example: &Example) -> ExampleView {
    ExampleView { path: example.path, text: example.text }
}
