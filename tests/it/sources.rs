//! Files in memory: order, lookup and text.

use bening::sources::{Sources, Unread};

fn paths<'a>(files: impl Iterator<Item = (bening::sources::SourceId, &'a bening::sources::Source)>) -> Vec<&'a str> {
    files.map(|(_, file)| file.path.as_str()).collect()
}

#[test]
fn files_come_sorted_and_the_later_of_two_counts() {
    let sources = Sources::from_pairs([("b", "1"), ("a/z", "2"), ("b", "3"), ("a", "4")]);
    assert_eq!(paths(sources.iter()), ["a", "a/z", "b"]);
    assert_eq!(sources.get(sources.find("b").unwrap()).text(), Ok("3"));
    assert_eq!(sources.iter().len(), 3);
}

#[test]
fn ids_lead_back_to_their_file() {
    let sources = Sources::from_pairs((0..300).map(|n| (format!("content/{n}"), format!("{n}"))));
    for (id, file) in sources.iter() {
        assert_eq!(sources.find(&file.path), Some(id));
        assert_eq!(sources.get(id).path, file.path);
    }
    assert_eq!(sources.find("content/300"), None);
}

#[test]
fn a_folder_is_not_the_beginning_of_a_name() {
    let sources = Sources::from_pairs(
        ["c/berita/a", "c/berita/x/b", "c/berita-lama/a", "c/berita", "c/berita.md", "d"].map(|p| (p, "")),
    );
    assert_eq!(paths(sources.under("c/berita")), ["c/berita/a", "c/berita/x/b"]);
    assert_eq!(paths(sources.under("c")).len(), 5);
    assert_eq!(paths(sources.under("tidak-ada")).len(), 0);
    assert_eq!(paths(sources.under("zzz")).len(), 0);
}

#[test]
fn text_has_no_byte_order_mark_and_bad_bytes_have_a_place_in_it() {
    let cases: [(&[u8], Result<&str, usize>); 6] = [
        (b"isi", Ok("isi")),
        (b"", Ok("")),
        (b"\xEF\xBB\xBFisi", Ok("isi")),
        (b"is\xFF", Err(2)),
        (b"\xEF\xBB\xBFi\xFFs", Err(1)),
        (b"\xFF\xFEi\0", Err(0)),
    ];
    for (bytes, text) in cases {
        let sources = Sources::from_pairs([("a", bytes)]);
        assert_eq!(sources.get(sources.find("a").unwrap()).text(), text, "{bytes:?}");
    }
}

#[test]
fn what_could_not_be_read_stands_beside_what_could() {
    let read = Sources::from_pairs([("a", "1"), ("c", "3")]);
    let all = read.with_unread([("b".to_owned(), Unread::LinkLoop), ("c".to_owned(), Unread::NameNotUtf8)]);
    assert_eq!(paths(all.iter()), ["a", "b", "c"]);
    let unread: Vec<_> = all.iter().map(|(_, file)| file.unread.clone()).collect();
    assert_eq!(unread, [None, Some(Unread::LinkLoop), None]);
}
