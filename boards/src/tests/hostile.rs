//! Answers that are broken, huge or meant to harm.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{NOW, answered};
use crate::{
    Answer, Board, Key, MAX_ANSWER, Page, Request, Source, first, key, read, recognise,
    recognise_in, same_job_keys,
};

fn board(source: Source) -> Board {
    let tenant = match source {
        Source::Workday => "crumb.wd5/Site",
        Source::Adzuna => "gb",
        Source::Feed | Source::Page | Source::Stand => "https://bread.example/jobs",
        _ => "crumb",
    };
    let mut board = Board::new(source, tenant);
    board.key = Some(Key {
        name: "a".to_owned(),
        secret: "b".to_owned(),
    });
    board
}

fn asked(board: &Board) -> Request {
    first(board).unwrap_or_else(|_| Request::list("", 0))
}

fn read_bytes(source: Source, body: &[u8]) -> Page {
    let board = board(source);
    read(&board, &asked(&board), &Answer { body, at_ms: NOW })
}

#[test]
fn what_is_no_answer_is_not_an_empty_board() {
    for source in Source::ALL {
        let broken: [&[u8]; 5] = [
            b"",
            b"<html><body>Sorry</body>",
            b"{\"error\":\"no\"}",
            b"[{\"id\":1,",
            b"\xff\xfe\x00",
        ];
        for body in broken {
            let page = read_bytes(source, body);
            // A page without links is an empty stand-in; everything else says that it could not be read.
            let quiet = source == Source::Stand && body.starts_with(b"<html");
            let said = page.unread.is_some() || !page.bad.is_empty();
            assert!(
                said || quiet,
                "{source} {:?}",
                String::from_utf8_lossy(body)
            );
            assert_eq!(page.postings, [], "{source}");
        }
    }
}

#[test]
fn one_bad_posting_costs_no_other() {
    let page = answered(
        &board(Source::Lever),
        r#"[7, null, {"id":"1"}, {"id":"2","text":"Baker","hostedUrl":"javascript:alert(1)"}, {"id":[3],"text":{"name":"Miller"},"hostedUrl":"https://bread.example/3","categories":"x","lists":{"text":1,"content":[]},"createdAt":"soon","salaryRange":[1]}]"#,
    );
    assert_eq!(page.bad.len(), 4);
    assert_eq!(
        page.postings
            .iter()
            .map(|p| (p.id.as_str(), p.title.as_str()))
            .collect::<Vec<_>>(),
        [("3", "Miller")]
    );
}

#[test]
fn markup_and_scripts_do_not_come_through() {
    let page = answered(
        &board(Source::Lever),
        r#"[{"id":"1","text":"<img src=x onerror=alert(1)>Baker","hostedUrl":"https://bread.example/1","descriptionBody":"<script>alert(1)</script><p onclick=x>We <a href=\"javascript:alert(1)\">bake</a>.</p><iframe src=x></iframe>"}]"#,
    );
    let posting = &page.postings[0];
    assert_eq!(
        (posting.title.as_str(), posting.description.as_str()),
        ("Baker", "We bake.")
    );
}

#[test]
fn too_much_is_refused_or_cut() {
    let long = format!("[\"{}\"]", "x".repeat(MAX_ANSWER));
    assert_eq!(
        read_bytes(Source::Lever, long.as_bytes()).unread,
        Some("the answer is too long")
    );
    let many = (0..crate::MAX_POSTINGS + 5)
        .map(|n| json!({"id": n, "text": "B", "hostedUrl": "https://b.example/"}))
        .collect::<Vec<_>>();
    let page = read_bytes(Source::Lever, Value::from(many).to_string().as_bytes());
    assert_eq!((page.postings.len(), page.cut), (crate::MAX_POSTINGS, true));
    // A list without an end is left at some point.
    let board = board(Source::Arbeitnow);
    let jobs = (0..100)
        .map(|n| json!({"slug": n, "title": "B", "url": "https://b.example/"}))
        .collect::<Vec<_>>();
    let body = json!({"data": jobs}).to_string();
    let mut asked = first(&board).expect("a board");
    let mut pages = 0;
    let cut = loop {
        let page = read(
            &board,
            &asked,
            &Answer {
                body: body.as_bytes(),
                at_ms: NOW,
            },
        );
        pages += 1;
        match page.next {
            Some(next) => asked = next,
            None => break page.cut,
        }
    };
    assert_eq!((pages, cut), (crate::MAX_PAGES, true));
}

/// Any JSON, with the names that boards use.
fn any_json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        Just("jobs"),
        Just("data"),
        Just("id"),
        Just("title"),
        Just("name"),
        Just("text"),
        Just("content"),
        Just("results"),
        Just("offers"),
        Just("location"),
        Just("categories"),
        Just("createdAt"),
        Just("hostedUrl"),
        Just("url"),
        Just("description"),
        Just("salary"),
        Just("lists"),
        Just("address"),
        Just("postalAddress"),
        Just("min"),
        Just("value"),
        Just("jobPostings"),
        Just("externalPath"),
        Just("result"),
        Just("hits"),
        Just("children"),
        Just("slug"),
        Just("SearchResult"),
        Just("SearchResultItems"),
        Just("publishedAt"),
        Just("compensation"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        Just(Value::from("https://bread.example/1")),
        Just(Value::from(
            "<p>a &amp;lt;b&gt; €1.000,5 - 2k per hour | Berlin, DE"
        )),
        Just(Value::from("2026-02-30T25:61:00Z")),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..6).prop_map(|pairs| Value::Object(
                pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_json_makes_a_reader_fail(value in any_json(), cut in 0_usize..400) {
        let body = value.to_string();
        for source in Source::ALL {
            let page = read_bytes(source, body.as_bytes());
            for posting in &page.postings {
                prop_assert!(!posting.title.is_empty() && posting.url.starts_with("http"));
                prop_assert!(key(posting).starts_with(source.name()));
                let _ = same_job_keys(posting);
            }
            let board = board(source);
            for request in page.details.iter().take(3) {
                let answer = Answer { body: body.as_bytes(), at_ms: i64::MAX };
                let _ = read(&board, request, &answer);
            }
            let _ = read_bytes(source, &body.as_bytes()[..cut.min(body.len())]);
        }
    }

    #[test]
    fn no_text_makes_a_reader_fail(text in "(<[a-z:]{1,8}( href='[^']{0,9}')?>|</[a-z:]{1,8}>|[^<]{0,9}|<!\\[CDATA\\[|\\]\\]>|&#?[a-z0-9]{1,4};|item|entry|position){0,40}") {
        for source in [Source::Feed, Source::Personio, Source::Teamtailor, Source::Page, Source::Stand, Source::Csv] {
            let _ = read_bytes(source, text.as_bytes());
        }
        let _ = recognise_in(&text);
    }

    #[test]
    fn no_address_makes_the_look_up_fail(text in "(https?://)?[a-z0-9.@:/%?&#=\\-]{0,60}") {
        if let Some(board) = recognise(&text) {
            let _ = first(&board);
        }
    }
}
