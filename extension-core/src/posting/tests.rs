//! Hostile pages: whatever a page holds, reading it ends and does not panic. Whole pages are in `tests/postings`.

use proptest::prelude::*;

use super::*;
use crate::page::JobSource;

fn page(
    json_ld: Vec<String>,
    blocks: Vec<(String, String, String)>,
    pairs: Vec<(String, String)>,
    title: String,
) -> PageSnapshot {
    PageSnapshot {
        url: "https://jobs.example/job/1".to_owned(),
        title,
        job: JobSource {
            json_ld,
            microdata: pairs.clone(),
            meta: pairs,
            blocks: blocks
                .into_iter()
                .map(|(tag, hint, text)| TextBlock {
                    tag,
                    hint,
                    text,
                    ..TextBlock::default()
                })
                .collect(),
            boxes: Vec::new(),
        },
        ..PageSnapshot::default()
    }
}

/// Texts that look like what the readers look for, mixed with anything.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        ".{0,12}",
        "[0-9]{1,7}([.,' ][0-9]{1,3}){0,3}",
        prop::sample::select(vec![
            "€",
            "$",
            "£",
            "k",
            "-",
            " – ",
            ":",
            "Salary",
            "Location",
            "Remote",
            "per year",
            "/h",
            "Vollzeit",
            " at ",
            " | ",
            "(",
            ")",
            "%",
            "İ",
            "ß",
            "ﬁ",
            "\u{301}",
            "&amp;",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ",",
            "JobPosting",
            "@type",
            "Hybrid",
            "bis zu",
            "zł",
            "hiring",
            " in ",
            "\u{202f}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_page_makes_it_panic(
        scripts in prop::collection::vec(text(), 0..3),
        blocks in prop::collection::vec((prop::sample::select(vec!["h1", "h2", "p", "dt", "dd", "label"]).prop_map(str::to_owned), text(), text()), 0..12),
        pairs in prop::collection::vec((prop::sample::select(vec!["title", "og:title", "og:site_name", "jobLocation.address.addressLocality", "baseSalary.value", "a.b.c.d.e.f.g.h.i.j"]).prop_map(str::to_owned), text()), 0..6),
        title in text(),
    ) {
        let read = read(&page(scripts, blocks, pairs, title), "2026-11-21");
        // A range that is given is one.
        if let Some(Salary { min: Some(min), max: Some(max), .. }) = read.salary {
            prop_assert!(min <= max);
        }
    }

    #[test]
    fn a_cut_or_bent_script_is_read_or_left(cut in 0usize..400, bend in 0usize..400, with in any::<char>()) {
        let whole = r#"{"@context":"https://schema.org","@type":"JobPosting","title":"Night Baker","hiringOrganization":{"@type":"Organization","name":"Crumb"},"baseSalary":{"currency":"EUR","value":{"minValue":30000,"maxValue":34000,"unitText":"YEAR"}},"jobLocation":[{"address":{"addressLocality":"Ghent","addressCountry":"BE"}}]}"#;
        let mut text = whole.to_owned();
        text.truncate(cut.min(text.len()));
        let at = bend.min(text.len());
        text.insert(at, with);
        let read = read(&page(vec![text], Vec::new(), Vec::new(), String::new()), "");
        prop_assert!(read.title.is_none_or(|title| title.len() < 400));
    }
}

#[test]
fn huge_pages_end() {
    let deep = format!("{}{}", r#"{"@graph":[{"a":"#.repeat(40_000), "1");
    let wide = format!(
        "[{}]",
        r#"{"@type":"JobPosting","title":"x"},"#.repeat(20_000)
    );
    let quotes = "{\"a\":\"".to_owned() + &"\" ".repeat(150_000);
    let many = (0..4_000)
        .map(|n| {
            (
                "p".to_owned(),
                "job-location salary".to_owned(),
                format!("Pay: ${n} - €{n}k : a: b: Salary: {n}"),
            )
        })
        .collect::<Vec<_>>();
    let digits = ("p".to_owned(), String::new(), "1 ".repeat(30_000));
    let one = ("h1".to_owned(), String::new(), "Night Baker".to_owned());
    let blocks = [vec![one, digits], many].concat();
    let ampersands = ("og:title".to_owned(), "&".repeat(100_000));
    let read = read(
        &page(
            vec![deep, wide, quotes, "&amp;quot;".repeat(30_000)],
            blocks,
            vec![ampersands, ("title".to_owned(), "Night Baker".to_owned())],
            "Night Baker at Crumb".to_owned(),
        ),
        "2026-11-21",
    );
    assert_eq!(read.title.as_deref(), Some("Night Baker"));
}
