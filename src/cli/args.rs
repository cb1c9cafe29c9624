//! Arguments → what is to be done. Their words are in `words`; nothing is done here.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::help;
use super::words::{Failure, Misuse};
use crate::config;
use crate::corpus::Size;
use crate::diag::sarif;
use crate::lang::Lang;
use crate::model::date::Now;
use crate::model::scalar::Scalar;

/// What the program was asked for.
pub(super) enum Asked {
    /// To say something about itself: help, version.
    Words(String),
    /// To work.
    Work(Box<Args>),
}

impl Command {
    /// Returns the word that people type.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Check => "check",
            Self::Schema => "schema",
            Self::Explain(_) => "explain",
            Self::Theme(_) => "theme",
            Self::Corpus(_) => "dev",
        }
    }
}

/// The work.
pub(super) struct Args {
    pub command: Command,
    pub root: PathBuf,
    pub output: PathBuf,
    pub base_url: Option<String>,
    pub drafts: bool,
    pub future: bool,
    pub strict: bool,
    pub fix: bool,
    pub now: Option<Now>,
    pub lang: Lang,
    pub format: Format,
    pub quiet: bool,
    pub verbose: bool,
    pub threads: Option<usize>,
}

impl Args {
    /// Says what made a report.
    pub(super) fn run(&self) -> sarif::Run {
        sarif::Run { command: self.command.name(), lang: self.lang }
    }
}

/// The kind of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Command {
    Build,
    Check,
    /// The content format for editors.
    Schema,
    /// With the code of one rule, or without one for all.
    Explain(Option<String>),
    /// A theme, the site's or the one that is named.
    Theme(Option<String>),
    /// A made-up site, for measurements.
    Corpus(Size),
}

/// Who reads the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Sarif,
}

/// Returns the language to speak, before anything else is known: even a wrong argument is answered in it.
pub(super) fn lang(arguments: &[OsString]) -> Lang {
    if given(arguments, "--lang", "en") { Lang::En } else { Lang::Id }
}

/// Returns who reads the result, before anything else is known.
pub(super) fn format(arguments: &[OsString]) -> Format {
    let known = [("json", Format::Json), ("sarif", Format::Sarif)];
    known.into_iter().find(|(word, _)| given(arguments, "--format", word)).map_or(Format::Text, |(_, format)| format)
}

/// Says what makes a report, before anything else is known.
pub(super) fn run(arguments: &[OsString], lang: Lang) -> sarif::Run {
    let checks = arguments.iter().any(|argument| *argument == *Command::Check.name());
    let command = if checks { Command::Check } else { Command::Build };
    sarif::Run { command: command.name(), lang }
}

fn given(arguments: &[OsString], name: &str, value: &str) -> bool {
    let joined = format!("{name}={value}");
    arguments.iter().any(|argument| *argument == *joined)
        || arguments.windows(2).any(|pair| *pair[0] == *name && *pair[1] == *value)
}

/// Reads the arguments, the program's own name first.
pub(super) fn read(arguments: Vec<OsString>, lang: Lang) -> Result<Asked, Failure> {
    match command(lang).try_get_matches_from(arguments) {
        Ok(matches) => Ok(Asked::Work(Box::new(work(&matches, lang)?))),
        Err(answer) if matches!(answer.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Ok(Asked::Words(answer.render().to_string()))
        }
        Err(error) => Err(Failure::Misuse(Misuse::Clap(error))),
    }
}

/// Describes the command line in one language.
fn command(lang: Lang) -> clap::Command {
    let say = help::help(lang);
    let option = |name: &'static str| {
        let said = say.option(name);
        Arg::new(name).long(name).help(said.short).long_help(said.long).global(true)
    };
    let flag = |name: &'static str| option(name).action(ArgAction::SetTrue);
    let value = |name: &'static str| option(name).value_name(say.option(name).value).hide_possible_values(true);
    let options = say.usage.split_once(' ').map_or("", |(_, options)| options);
    let subcommand = |name: &'static str, about: &'static str| {
        clap::Command::new(name)
            .about(about)
            .help_template(say.template_below)
            .override_usage(format!("bening {name} {options}"))
            .disable_help_flag(true)
    };
    clap::Command::new("bening")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.about)
        .after_long_help(say.more)
        .help_template(say.template)
        .override_usage(format!("bening {}", say.usage))
        .max_term_width(100)
        .color(clap::ColorChoice::Never)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand(subcommand("build", say.build))
        .subcommand(subcommand("check", say.check).arg(flag("fix").alias("perbaiki").global(false)))
        .subcommand(subcommand("explain", say.explain).arg(Arg::new("code").value_name(say.code).help(say.code_help)))
        .subcommand(subcommand("schema", say.schema))
        .subcommand(
            subcommand("theme", say.theme).subcommand_required(true).subcommand(
                subcommand("check", say.theme)
                    .override_usage(format!("bening theme check [{}] {options}", say.theme_name))
                    .arg(Arg::new("name").value_name(say.theme_name).help(say.theme_help)),
            ),
        )
        .subcommand(developer())
        .arg(value("root").short('r').value_parser(value_parser!(PathBuf)))
        .arg(value("output-dir").short('o').value_parser(value_parser!(PathBuf)))
        .arg(value("base-url").short('u'))
        .arg(flag("drafts"))
        .arg(flag("future"))
        .arg(flag("ketat").alias("strict"))
        .arg(value("sekarang").alias("now"))
        .arg(value("lang").value_parser(["id", "en"]))
        .arg(value("format").value_parser(["text", "json", "sarif"]))
        .arg(flag("quiet").short('q'))
        .arg(flag("verbose").short('v').conflicts_with("quiet"))
        .arg(value("threads"))
        .arg(option("help").short('h').action(ArgAction::Help))
        .arg(option("version").short('V').action(ArgAction::Version).global(false))
}

// What developers use to measure; hidden from help.
fn developer() -> clap::Command {
    let number = |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(u64));
    let corpus = clap::Command::new("corpus")
        .arg(number("news").default_value("1000"))
        .arg(number("facilities").default_value("68"))
        .arg(number("seed").default_value("1"))
        .disable_help_flag(true);
    clap::Command::new("dev").hide(true).subcommand_required(true).subcommand(corpus).disable_help_flag(true)
}

fn work(matches: &ArgMatches, lang: Lang) -> Result<Args, Failure> {
    let (command, matches) = match matches.subcommand() {
        Some(("check", below)) => (Command::Check, below),
        Some(("schema", below)) => (Command::Schema, below),
        Some(("theme", below)) => match below.subcommand() {
            Some((_, below)) => (Command::Theme(below.get_one("name").cloned()), below),
            None => (Command::Theme(None), below),
        },
        Some(("dev", below)) => match below.subcommand() {
            Some((_, below)) => (Command::Corpus(size(below)), below),
            None => (Command::Build, below),
        },
        Some(("explain", below)) => (Command::Explain(below.get_one("code").cloned()), below),
        Some((_, below)) => (Command::Build, below),
        None => (Command::Build, matches),
    };
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let root = path("root").unwrap_or_else(|| PathBuf::from("."));
    // Without `--root`, people know the folder as `output`, not `./output`.
    let folder = if command == Command::Schema { super::schema::FOLDER } else { "output" };
    let output = match path("root") {
        Some(root) => root.join(folder),
        None => PathBuf::from(folder),
    };
    let fix = command == Command::Check && matches.get_flag("fix");
    Ok(Args {
        command,
        root,
        output: path("output-dir").unwrap_or(output),
        base_url: valued("base-url", text("base-url"), config::base_address)?,
        drafts: matches.get_flag("drafts"),
        future: matches.get_flag("future"),
        strict: matches.get_flag("ketat"),
        fix,
        now: valued("sekarang", text("sekarang"), |text| Now::read(text).ok())?,
        lang,
        format: match text("format") {
            Some("json") => Format::Json,
            Some("sarif") => Format::Sarif,
            _ => Format::Text,
        },
        quiet: matches.get_flag("quiet"),
        verbose: matches.get_flag("verbose"),
        threads: valued("threads", text("threads"), threads)?,
    })
}

fn size(matches: &ArgMatches) -> Size {
    let number = |name: &str| matches.get_one::<u64>(name).copied().unwrap_or_default();
    let count = |name: &str| u32::try_from(number(name)).unwrap_or(u32::MAX);
    Size { news: count("news"), facilities: count("facilities"), seed: number("seed") }
}

// More threads than this is a slip of the finger, and asks the system for more than it gives.
fn threads(text: &str) -> Option<usize> {
    text.parse().ok().filter(|threads| (1..=256).contains(threads))
}

fn valued<T>(
    option: &'static str,
    text: Option<&str>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>, Failure> {
    let wrong = |found: &str| Failure::Misuse(Misuse::Value { option, found: found.to_owned() });
    text.map(|text| read(text).ok_or_else(|| wrong(text))).transpose()
}
