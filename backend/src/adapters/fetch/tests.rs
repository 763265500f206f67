//! Against a real server on loopback.

use std::net::IpAddr;
use std::sync::Arc;

use anyhow::Result;
use reqwest::dns::Resolve as _;

use super::resolve::GuardedLookup;
use super::stand::{Names, Reply, Stand, fetch, gzip};
use super::*;

fn allowing(stand: &Stand) -> GuardedFetch {
    fetch(&[stand.address.to_string()], Names::default())
}

async fn get(stand: &Stand, path: &str) -> Result<Fetched, FetchError> {
    allowing(stand).fetch(&Ask::get(stand.url(path))).await
}

#[tokio::test]
async fn what_comes_is_unpacked_and_told() -> Result<()> {
    let stand = Stand::start(|_| {
        let headers = [
            ("content-type", "Application/JSON; charset=utf-8"),
            ("content-encoding", "gzip"),
            ("etag", "\"7\""),
        ];
        Reply::Whole(
            200,
            headers.map(|(n, v)| (n, v.to_owned())).to_vec(),
            gzip(b"{\"jobs\":[]}"),
        )
    })
    .await?;
    let fetched = get(&stand, "/jobs?key=hush#x").await?;
    assert_eq!(&fetched.body[..], b"{\"jobs\":[]}");
    assert_eq!(fetched.media_type, "application/json");
    assert_eq!(fetched.validators.etag.as_deref(), Some("\"7\""));
    let asked = stand.asked();
    assert_eq!(
        (asked[0].method.as_str(), asked[0].path.as_str()),
        ("GET", "/jobs?key=hush")
    );
    assert!(asked[0].headers["user-agent"].starts_with("Foothold/"));
    assert_eq!(asked[0].headers["accept-encoding"], "gzip");
    let shown = format!("{:?} {fetched:?}", Ask::get(stand.url("/jobs?key=hush")));
    assert!(!shown.contains("hush"), "{shown}");
    Ok(())
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() -> Result<()> {
    let stand = Stand::start(|asked| match asked.headers.get("if-none-match") {
        Some(tag) if tag == "\"7\"" => Reply::status(304),
        _ => Reply::Whole(200, vec![("etag", "\"7\"".to_owned())], b"x".to_vec()),
    })
    .await?;
    let fetch = allowing(&stand);
    let mut ask = Ask::get(stand.url("/"));
    ask.validators = fetch.fetch(&ask).await?.validators;
    assert_eq!(fetch.fetch(&ask).await, Err(FetchError::Unchanged));
    Ok(())
}

#[tokio::test]
async fn statuses_and_how_long_to_wait() -> Result<()> {
    let stand = Stand::start(|asked| {
        let wait =
            |text: &str| Reply::Whole(429, vec![("retry-after", text.to_owned())], Vec::new());
        match asked.path.as_str() {
            "/seconds" => wait("7"),
            "/date" => wait("Sat, 21 Nov 2026 12:00:30 GMT"),
            "/past" => wait("Sat, 21 Nov 2026 11:00:00 GMT"),
            "/words" => wait("soon"),
            _ => Reply::status(404),
        }
    })
    .await?;
    for (path, status, retry_after_ms) in [
        ("/seconds", 429, Some(7_000)),
        ("/date", 429, Some(30_000)),
        ("/past", 429, None),
        ("/words", 429, None),
        ("/nothing", 404, None),
    ] {
        let error = FetchError::Status {
            status,
            retry_after_ms,
        };
        assert_eq!(get(&stand, path).await, Err(error), "{path}");
        assert_eq!(
            (error.may_pass(), error.is_missing()),
            (status == 429, status == 404)
        );
    }
    Ok(())
}

#[tokio::test]
async fn redirects_are_checked_each() -> Result<()> {
    let other = Stand::start(|_| Reply::json("[]")).await?;
    let elsewhere = other.url("/secret");
    let stand = Stand::start(move |asked| match asked.path.as_str() {
        "/a" => Reply::to(302, "/b"),
        "/b" => Reply::to(308, "c?x=1"),
        "/c?x=1" => Reply::json("[1]"),
        "/round" => Reply::to(301, "/round"),
        "/private" => Reply::to(302, elsewhere.clone()),
        "/metadata" => Reply::to(307, "http://169.254.169.254/latest/meta-data/"),
        "/mapped" => Reply::to(302, "http://[::ffff:7f00:1]/"),
        "/file" => Reply::to(302, "file:///etc/passwd"),
        _ => Reply::Whole(302, Vec::new(), Vec::new()),
    })
    .await?;
    let fetched = get(&stand, "/a").await?;
    assert_eq!(
        (&fetched.body[..], fetched.url),
        (&b"[1]"[..], stand.url("/c?x=1"))
    );
    for (path, error) in [
        ("/round", FetchError::Redirects),
        ("/private", FetchError::NotPublic),
        ("/metadata", FetchError::NotPublic),
        ("/mapped", FetchError::NotPublic),
        ("/file", FetchError::NotWeb),
        ("/nowhere", FetchError::Redirects),
    ] {
        assert_eq!(get(&stand, path).await, Err(error), "{path}");
    }
    assert!(other.asked().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_key_and_a_body_stay_with_their_host() -> Result<()> {
    let other = Stand::start(|_| Reply::json("[]")).await?;
    let elsewhere = other.url("/there");
    let stand = Stand::start(move |asked| match asked.path.as_str() {
        "/away" => Reply::to(307, elsewhere.clone()),
        "/here" => Reply::to(307, "/end"),
        "/form" => Reply::to(303, "/end"),
        _ => Reply::json("[]"),
    })
    .await?;
    let fetch = fetch(
        &[stand.address.to_string(), other.address.to_string()],
        Names::default(),
    );
    let mut ask = Ask::get(stand.url("/away"));
    ask.body = Some("{\"a\":1}".to_owned());
    ask.headers = vec![("authorization-key", "hush".to_owned())];
    fetch.fetch(&ask).await?;
    let there = &other.asked()[0];
    assert_eq!((there.method.as_str(), there.body.as_str()), ("GET", ""));
    assert!(!there.headers.contains_key("authorization-key"));

    ask.url = stand.url("/here");
    fetch.fetch(&ask).await?;
    ask.url = stand.url("/form");
    fetch.fetch(&ask).await?;
    let asked = stand.asked();
    let ends = asked
        .iter()
        .filter(|asked| asked.path == "/end")
        .collect::<Vec<_>>();
    assert_eq!(
        (ends[0].method.as_str(), ends[0].body.as_str()),
        ("POST", "{\"a\":1}")
    );
    assert_eq!(
        (ends[1].method.as_str(), ends[1].body.as_str()),
        ("GET", "")
    );
    assert!(
        ends.iter()
            .all(|asked| asked.headers["authorization-key"] == "hush")
    );
    Ok(())
}

#[tokio::test]
async fn addresses_that_nobody_may_ask() -> Result<()> {
    let stand = Stand::start(|_| Reply::json("[]")).await?;
    let port = stand.address.port();
    let fetch = fetch(&[format!("127.0.0.1:{}", port ^ 1)], Names::default());
    for url in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://[::1]:{port}/"),
        format!("http://2130706433:{port}/"),
        format!("http://0x7f.1:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        "http://10.0.0.1/".to_owned(),
        "http://metadata.google.internal/".to_owned(),
        "http://router.local/".to_owned(),
        "http://intranet/".to_owned(),
        "http://1.1.1.1:25/".to_owned(),
        "http://board.example:22/".to_owned(),
    ] {
        assert_eq!(
            fetch.fetch(&Ask::get(&url)).await,
            Err(FetchError::NotPublic),
            "{url}"
        );
    }
    for url in [
        "",
        "board",
        "ftp://board.example/",
        "file:///etc/passwd",
        "http://a:b@board.example/",
        "gopher://x/",
        "http://",
    ] {
        assert_eq!(
            fetch.fetch(&Ask::get(url)).await,
            Err(FetchError::NotWeb),
            "{url}"
        );
    }
    assert!(stand.asked().is_empty());
    Ok(())
}

#[tokio::test]
async fn names_are_checked_where_the_connection_gets_its_address() -> Result<()> {
    let stand = Stand::start(|_| Reply::json("[]")).await?;
    let home = IpAddr::from([127, 0, 0, 1]);
    let names = || {
        Names(
            [
                ("board.example", vec![home]),
                ("empty.example", vec![]),
                ("own.example", vec![home]),
            ]
            .into(),
        )
    };
    let port = stand.address.port();
    let fetch = fetch(&[format!("own.example:{port}")], names());
    for (url, error) in [
        ("http://board.example/", FetchError::NotPublic),
        ("http://BOARD.example./", FetchError::NoHost),
        ("http://empty.example/", FetchError::NoHost),
        ("http://nobody.example/", FetchError::NoHost),
        ("http://own.example/", FetchError::NotPublic),
    ] {
        assert_eq!(fetch.fetch(&Ask::get(url)).await, Err(error), "{url}");
    }
    let fetched = fetch
        .fetch(&Ask::get(format!("http://own.example:{port}/x")))
        .await?;
    assert_eq!(&fetched.body[..], b"[]");
    assert_eq!(stand.asked().len(), 1);
    Ok(())
}

#[tokio::test]
async fn private_addresses_among_public_ones_are_left_out() -> Result<()> {
    let public = IpAddr::from([1, 1, 1, 1]);
    let names = Names(
        [(
            "board.example",
            vec![
                IpAddr::from([10, 0, 0, 1]),
                public,
                IpAddr::from([127, 0, 0, 1]),
            ],
        )]
        .into(),
    );
    let lookup = GuardedLookup {
        lookup: Arc::new(names),
        allowed: Allowed::default(),
    };
    let name = "Board.example".parse().expect("a name");
    let found = lookup
        .resolve(name)
        .await
        .map_err(anyhow::Error::from_boxed)?;
    assert_eq!(
        found.map(|address| address.ip()).collect::<Vec<_>>(),
        [public]
    );
    Ok(())
}

#[tokio::test]
async fn bodies_have_an_end() -> Result<()> {
    const LONGEST: usize = 200_000;
    let stand = Stand::start(|asked| {
        let gzipped = |bytes: Vec<u8>| {
            Reply::Whole(200, vec![("content-encoding", "gzip".to_owned())], bytes)
        };
        match asked.path.as_str() {
            "/endless" => Reply::Endless,
            "/announced" => {
                Reply::Raw(b"HTTP/1.1 200 x\r\ncontent-length: 99999999999\r\n\r\nx".to_vec())
            }
            "/bomb" => gzipped(gzip(&vec![0; 50_000_000])),
            "/cut" => {
                Reply::Raw(b"HTTP/1.1 200 x\r\ncontent-length: 100\r\n\r\n{\"jobs\":".to_vec())
            }
            "/cut-chunk" => Reply::Raw(
                b"HTTP/1.1 200 x\r\ntransfer-encoding: chunked\r\n\r\n50\r\n{\"jobs\":".to_vec(),
            ),
            "/cut-gzip" => gzipped(gzip(b"{\"jobs\":[1,2,3,4,5,6,7,8,9]}")[..20].to_vec()),
            "/no-gzip" => gzipped(b"plain".to_vec()),
            "/brotli" => Reply::Whole(
                200,
                vec![("content-encoding", "br".to_owned())],
                b"x".to_vec(),
            ),
            "/picture" => Reply::Whole(
                200,
                vec![("content-type", "image/png".to_owned())],
                b"x".to_vec(),
            ),
            "/fits" => Reply::Whole(200, Vec::new(), vec![b'x'; LONGEST]),
            _ => Reply::Raw(b"nonsense\r\n\r\n".to_vec()),
        }
    })
    .await?;
    let fetch = allowing(&stand);
    for (path, error) in [
        ("/endless", FetchError::TooLong),
        ("/announced", FetchError::TooLong),
        ("/bomb", FetchError::TooLong),
        ("/cut", FetchError::CutOff),
        ("/cut-chunk", FetchError::CutOff),
        ("/cut-gzip", FetchError::CutOff),
        ("/no-gzip", FetchError::CutOff),
        ("/brotli", FetchError::Kind),
        ("/picture", FetchError::Kind),
        ("/nonsense", FetchError::Unreachable),
    ] {
        let mut ask = Ask::get(stand.url(path));
        ask.longest = LONGEST;
        assert_eq!(fetch.fetch(&ask).await, Err(error), "{path}");
    }
    let mut ask = Ask::get(stand.url("/fits"));
    ask.longest = LONGEST;
    assert_eq!(fetch.fetch(&ask).await?.body.len(), LONGEST);
    Ok(())
}

#[tokio::test]
async fn who_says_nothing_is_not_waited_for() -> Result<()> {
    let stand = Stand::start(|_| Reply::Silent).await?;
    let mut ask = Ask::get(stand.url("/"));
    ask.timeout_ms = 200;
    assert_eq!(
        allowing(&stand).fetch(&ask).await,
        Err(FetchError::TimedOut)
    );
    Ok(())
}

#[tokio::test]
async fn a_post_waits_for_an_answers_head_and_no_longer() -> Result<()> {
    let stand = Stand::start(|asked| match asked.path.as_str() {
        "/silent" => Reply::Silent,
        "/gone" => Reply::Raw(Vec::new()),
        "/busy" => Reply::Whole(503, vec![("retry-after", "9".to_owned())], Vec::new()),
        _ => Reply::Endless,
    })
    .await?;
    let busy = FetchError::Status {
        status: 503,
        retry_after_ms: Some(9_000),
    };
    let fetch = allowing(&stand);
    for (path, timeout_ms, wanted) in [
        ("/silent", 100, Err(FetchError::TimedOut)),
        ("/endless", 15_000, Ok(())),
        ("/gone", 15_000, Err(FetchError::CutOff)),
        ("/busy", 15_000, Err(busy)),
    ] {
        let post = Post {
            url: &stand.url(path),
            body: "{}",
            headers: &[],
            timeout_ms,
        };
        assert_eq!(fetch.post_once(&post).await, wanted, "{path}");
    }
    Ok(())
}
