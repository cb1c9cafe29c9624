//! A build killed at many moments of its publication. Each round starts another process and ends
//! it, so this test takes seconds where others take milliseconds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use bening::artifact::Sink;
use regex::Regex;
use tempfile::TempDir;

use crate::child;
use crate::door::{Site, bening, run};
use crate::write::{Files, artifact, build, open, tree};

const NAME: &str = "kill::a_build_killed_at_any_moment_leaves_whole_files_and_no_dangling_asset";
const ROUNDS: usize = 44;
/// As many starts of the whole program, each with another build after it.
const STARTS: usize = 12;

#[test]
fn the_program_killed_at_any_moment_leaves_whole_files_and_the_next_build_mends_them() {
    let roots = [0, 1].map(sources);
    let clean = roots.each_ref().map(|root| {
        run(&mut bening(root.path()));
        tree(&root.path().join("output"))
    });
    let sites = clean.each_ref().map(only_files);
    let output = quick_folder();
    let output = output.path();
    let build = |version: usize| {
        let mut command = bening(roots[version].path());
        command.arg("-o").arg(output).stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    assert!(build(1).status().unwrap().success());

    let mut half_way = 0;
    let mut now = 1;
    for round in 0..STARTS {
        let next = 1 - now;
        let moments = moments(&sites[now], &sites[next]);
        let moment = &moments[round * moments.len() / STARTS];
        let child = {
            let _alone = child::none_starts();
            build(next).spawn().unwrap()
        };
        kill_at(moment, output, child);
        let left = tree(output);
        assert_each_file_is_whole(&left, &sites);
        assert_each_page_has_its_style(&left);
        half_way += usize::from(clean.iter().all(|clean| visible(clean) != visible(&left)));
        now = if round % 3 == 0 { now } else { next };
        assert!(build(now).status().unwrap().success());
        assert!(tree(output) == clean[now], "the build after round {round} did not mend it");
    }
    assert!(half_way > 0, "none of {STARTS} was killed half-way");
}

/// The sources of one of two sites with different facilities, in different colours.
fn sources(version: usize) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let mut site = Site::new();
    for n in 0..6 {
        let profile = |name: &str| format!("nama: {name} {version}\njenis: rutan\ncontoh: true\n");
        site = site.file(&format!("content/fasilitas/rutan-{n}/profil.yaml"), profile("Rutan"));
        site = site.file(&format!("content/fasilitas/versi-{version}-{n}/profil.yaml"), profile("Lapas"));
    }
    site.file("themes/terang/css/99.css", format!("/* {version} */")).write(root.path());
    root
}

fn only_files(tree: &Files) -> Files {
    let visible = visible(tree).into_iter().filter(|(path, _)| !path.ends_with('/'));
    visible.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

fn assert_each_page_has_its_style(left: &Files) {
    let style = Regex::new("tema/gaya\\.[0-9a-f]+\\.css").unwrap();
    for (path, bytes) in left.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        let style = style.find(page).unwrap().as_str();
        assert!(left.contains_key(style), "{path} names {style}, which is not there");
    }
}

/// In memory where the system has such a place: waiting for the disk would take most of the time.
fn quick_folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// One of two sites that differ in every way files can differ.
fn site(version: usize) -> Files {
    let mut files = Files::new();
    let mut add = |path: String, text: String| files.insert(path, text.into_bytes());
    // The length tells the versions apart, so that a look at the disk needs no reading.
    let filler = "isi ".repeat(500 + version);
    for n in 0..20 {
        add(format!("aset/{n}-{}.css", hash(version)), format!("/* {version} {n} */ {filler}"));
        add(format!("data/{n}.csv"), format!("versi,{version}\n{filler}"));
    }
    for n in 0..40 {
        let page = format!("<link href=/aset/{}-{}.css>{filler}", n % 20, hash(version));
        add(format!("fasilitas/f{n}/index.html"), page.clone());
        add(format!("fasilitas/f{n}/layanan/versi-{version}/index.html"), page);
    }
    add("index.html".into(), format!("<link href=/aset/0-{}.css>{filler}", hash(version)));
    add("tetap/index.html".into(), "tidak berubah".into());
    match version {
        0 => add("arsip/2025".into(), "berkas".into()),
        _ => add("arsip/2025/januari.csv".into(), "folder".into()),
    };
    files
}

fn hash(version: usize) -> &'static str {
    ["5f1c", "a07b"][version]
}

#[test]
fn a_build_killed_at_any_moment_leaves_whole_files_and_no_dangling_asset() {
    if let Some(order) = child::order() {
        let (version, output) = order.split_once(':').unwrap();
        return publish(Path::new(output), version.parse().unwrap());
    }
    let sites = [site(0), site(1)];
    let clean = sites.each_ref().map(|site| {
        let folder = tempfile::tempdir().unwrap();
        build(folder.path(), site).unwrap();
        tree(folder.path())
    });
    let output = quick_folder();
    let output = output.path();
    build(output, &sites[1]).unwrap();

    let mut half_way = 0;
    let mut now = 1;
    let mut round = 0;
    // A process killed before or after it changed the folder shows nothing. On a busy machine there
    // are many of these, so there are as many rounds as it takes.
    while round < ROUNDS || half_way < ROUNDS / 2 {
        assert!(round < 20 * ROUNDS, "only {half_way} of {round} were killed half-way");
        let next = 1 - now;
        let moments = moments(&sites[now], &sites[next]);
        let moment = &moments[round % ROUNDS * moments.len() / ROUNDS];
        kill_at(moment, output, start(output, next));

        let left = tree(output);
        assert_each_file_is_whole(&left, &sites);
        assert_no_asset_is_missing(&left);
        if clean.iter().all(|clean| visible(clean) != visible(&left)) {
            half_way += 1;
        }

        // The next build may go on where the killed one stopped, or back.
        now = if round % 3 == 0 { now } else { next };
        build(output, &sites[now]).unwrap();
        assert!(tree(output) == clean[now], "the build after round {round} did not mend it");
        round += 1;
    }
}

fn visible(tree: &Files) -> Vec<(&String, &Vec<u8>)> {
    tree.iter().filter(|(path, _)| !path.starts_with('.')).collect()
}

fn publish(output: &Path, version: usize) {
    let writer = open(output).unwrap();
    for (path, bytes) in site(version) {
        writer.put(artifact(&path, &bytes)).unwrap();
    }
    writer.commit().unwrap();
}

fn start(output: &Path, version: usize) -> Child {
    let _alone = child::none_starts();
    let order = format!("{version}:{}", output.to_str().unwrap());
    child::command(NAME, &order).stdout(Stdio::null()).spawn().unwrap()
}

/// What a look at the disk can tell about how far a build has come: a file has this size, or is
/// gone.
type Moment = (PathBuf, Option<u64>);

/// The moments of a build in about the order in which they come.
fn moments(from: &Files, to: &Files) -> Vec<Moment> {
    let stage = |n: usize| (PathBuf::from(format!(".bening/stage/{n:04}")), n);
    let size = |path: &String| Some(to[path].len() as u64);
    let arrives = |page: bool| {
        let differs = move |path: &&String| path.ends_with(".html") == page && from.get(*path) != to.get(*path);
        to.keys().filter(differs).map(move |path| (PathBuf::from(path), size(path)))
    };
    let goes = from.keys().filter(|path| !to.contains_key(*path)).map(|path| (PathBuf::from(path), None));
    let staged = [10, 100].map(stage).map(|(path, n)| (path, to.values().nth(n).map(|b| b.len() as u64)));
    staged.into_iter().chain(arrives(false)).chain(arrives(true)).chain(goes).collect()
}

/// Ends the process as soon as the moment has come, or lets it end if it was faster.
fn kill_at((path, size): &Moment, output: &Path, mut child: Child) {
    let at = output.join(path);
    while fs::symlink_metadata(&at).ok().map(|found| found.len()) != *size {
        if child.try_wait().unwrap().is_some() {
            break;
        }
        std::thread::yield_now();
    }
    let _ = child.kill();
    child.wait().unwrap();
}

fn assert_each_file_is_whole(left: &Files, sites: &[Files; 2]) {
    for (path, bytes) in visible(left).into_iter().filter(|(path, _)| !path.ends_with('/')) {
        let whole = sites.iter().any(|site| site.get(path) == Some(bytes));
        assert!(whole, "{path} is neither old nor new");
    }
}

fn assert_no_asset_is_missing(left: &Files) {
    for (path, bytes) in left.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        if let Some((_, rest)) = page.split_once("href=/") {
            let asset = rest.split_once('>').unwrap().0;
            assert!(left.contains_key(asset), "{path} names {asset}, which is not there");
        }
    }
}
