//! Against a real server on loopback, with a clock that moves only when somebody waits.

use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Result;
use foothold_boards::Source;
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use super::*;
use crate::adapters::fetch::stand::{NOW, Names, Reply, Stand, Waits, fetch};
use crate::chance::SeededChance;
use crate::clock::ManualClock;

struct Trial {
    stand: Stand,
    boards: Boards,
    clock: Arc<ManualClock>,
    waits: Arc<Waits>,
}

impl Trial {
    async fn of(
        answers: impl Fn(&crate::adapters::fetch::stand::Asked) -> Reply + Send + Sync + 'static,
    ) -> Result<Self> {
        let stand = Stand::start(answers).await?;
        let clock = Arc::new(ManualClock::at(NOW));
        let waits = Waits::by(Arc::clone(&clock));
        let boards = Boards::new(
            Arc::new(fetch(&[stand.address.to_string()], Names::default())),
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(SeededChance::new(7)),
            Arc::clone(&waits) as Arc<dyn Pause>,
        );
        Ok(Self {
            stand,
            boards,
            clock,
            waits,
        })
    }

    async fn gather(&self, source: Source, tenant: &str, since: Since) -> (Vec<Gathered>, Outcome) {
        let board = Board::new(source, tenant).at(self.stand.url(""));
        let mut all = self
            .boards
            .gather(board, since)
            .into_stream()
            .collect::<Vec<_>>()
            .await;
        match all.pop() {
            Some(Gathered::Done(outcome)) => (all, outcome),
            other => panic!("a gathering ends with its outcome, not with {other:?}"),
        }
    }
}

fn ids(gathered: &[Gathered]) -> Vec<&str> {
    gathered
        .iter()
        .map(|one| match one {
            Gathered::Posting(posting) => posting.id.as_str(),
            Gathered::Seen(key) => key.as_str(),
            Gathered::Bad(bad) => bad.reason,
            Gathered::Done(_) => "done",
        })
        .collect()
}

fn greenhouse(ids: &[u32]) -> String {
    let jobs = ids
        .iter()
        .map(|id| json!({"id": id, "title": "Baker", "absolute_url": format!("https://bread.example/{id}"), "content": "We bake."}))
        .collect::<Vec<_>>();
    json!({"jobs": jobs}).to_string()
}

fn lever(from: u32, count: u32) -> String {
    let jobs = (from..from + count)
        .map(|id| json!({"id": id, "text": "Baker", "hostedUrl": format!("https://bread.example/{id}"), "createdAt": 1_791_849_600_000_i64}))
        .collect::<Vec<_>>();
    Value::from(jobs).to_string()
}

#[tokio::test]
async fn a_board_is_read_and_then_only_when_it_changed() -> Result<()> {
    let trial = Trial::of(|asked| match asked.headers.get("if-none-match") {
        Some(_) => Reply::status(304),
        None => Reply::Whole(
            200,
            vec![("etag", "\"a\"".to_owned())],
            greenhouse(&[1, 2, 2]).into_bytes(),
        ),
    })
    .await?;
    let (gathered, outcome) = trial
        .gather(Source::Greenhouse, "crumb", Since::default())
        .await;
    assert_eq!(ids(&gathered), ["1", "2"]);
    assert_eq!(
        (
            outcome.end,
            outcome.whole,
            outcome.postings,
            outcome.requests
        ),
        (End::Read, true, 2, 1)
    );

    trial.clock.advance_ms(86_400_000);
    let since = Since {
        asked_ms: Some(NOW),
        validators: outcome.validators.clone(),
        ..Since::default()
    };
    let (gathered, again) = trial.gather(Source::Greenhouse, "crumb", since).await;
    assert_eq!(
        (gathered.len(), again.end, again.whole),
        (0, End::Unchanged, false)
    );
    assert_eq!(again.validators, outcome.validators);
    assert!(again.end.is_success());
    Ok(())
}

#[tokio::test]
async fn pages_are_read_to_the_end_with_pauses() -> Result<()> {
    let trial = Trial::of(|asked| {
        let skip = asked
            .path
            .split("skip=")
            .nth(1)
            .and_then(|rest| rest.split('&').next())
            .and_then(|n| n.parse().ok());
        match skip {
            Some(skip @ (0 | 100)) => Reply::json(lever(skip, 100)),
            Some(skip) => Reply::json(lever(skip, 7)),
            None => Reply::status(400),
        }
    })
    .await?;
    let (gathered, outcome) = trial.gather(Source::Lever, "crumb", Since::default()).await;
    assert_eq!(gathered.len(), 207);
    assert_eq!(
        (outcome.end, outcome.whole, outcome.requests),
        (End::Read, true, 3)
    );
    assert_eq!(trial.waits.waited(), [250, 250]);
    Ok(())
}

#[tokio::test]
async fn the_same_page_again_is_not_read_for_ever() -> Result<()> {
    let trial = Trial::of(|_| Reply::json(lever(0, 100))).await?;
    let (gathered, outcome) = trial.gather(Source::Lever, "crumb", Since::default()).await;
    assert_eq!(
        (gathered.len(), outcome.requests, outcome.whole),
        (100, 2, false)
    );
    Ok(())
}

#[tokio::test]
async fn a_host_that_asks_for_patience_gets_it() -> Result<()> {
    let count = AtomicU32::new(0);
    let trial = Trial::of(move |_| match count.fetch_add(1, Ordering::SeqCst) {
        0 => Reply::Whole(429, vec![("retry-after", "5".to_owned())], Vec::new()),
        1 => Reply::status(503),
        2 => Reply::Raw(b"HTTP/1.1 200 x\r\ncontent-length: 900\r\n\r\n{\"jobs\":[".to_vec()),
        _ => Reply::json(greenhouse(&[1])),
    })
    .await?;
    let (gathered, outcome) = trial
        .gather(Source::Greenhouse, "crumb", Since::default())
        .await;
    assert_eq!((ids(&gathered), outcome.whole), (vec!["1"], true));
    let waited = trial.waits.waited();
    assert_eq!((waited.len(), waited[0]), (3, 5_000), "{waited:?}");
    assert!(
        (1_000..=2_000).contains(&waited[1]) && (2_000..=4_000).contains(&waited[2]),
        "{waited:?}"
    );
    Ok(())
}

#[tokio::test]
async fn a_host_that_asks_for_an_hour_is_left_alone_for_it() -> Result<()> {
    let trial =
        Trial::of(|_| Reply::Whole(429, vec![("retry-after", "3600".to_owned())], Vec::new()))
            .await?;
    let until_ms = NOW + 3_600_000;
    for _ in 0..2 {
        let (_, outcome) = trial
            .gather(Source::Greenhouse, "crumb", Since::default())
            .await;
        assert_eq!(
            (outcome.end, outcome.whole),
            (End::LeftAlone { until_ms }, false)
        );
    }
    assert_eq!(trial.stand.asked().len(), 1);
    trial.clock.advance_ms(3_600_000);
    trial
        .gather(Source::Greenhouse, "crumb", Since::default())
        .await;
    assert_eq!(trial.stand.asked().len(), 2);
    Ok(())
}

#[tokio::test]
async fn a_host_in_bad_health_is_left_alone() -> Result<()> {
    let trial = Trial::of(|_| Reply::status(500)).await?;
    let (_, first) = trial
        .gather(Source::Greenhouse, "crumb", Since::default())
        .await;
    assert_eq!(
        first.end,
        End::Failed {
            why: "the board is not well"
        }
    );
    let (_, second) = trial
        .gather(Source::Greenhouse, "crust", Since::default())
        .await;
    let asked = trial.stand.asked().len();
    assert!(
        matches!(second.end, End::LeftAlone { .. }),
        "{:?}",
        second.end
    );
    trial
        .gather(Source::Greenhouse, "crumb", Since::default())
        .await;
    assert_eq!(trial.stand.asked().len(), asked);
    Ok(())
}

#[tokio::test]
async fn a_missing_board_and_a_broken_answer_are_told_apart() -> Result<()> {
    let trial = Trial::of(|asked| match asked.path.contains("gone") {
        true => Reply::status(404),
        false => Reply::json("{\"error\":\"try later\"}"),
    })
    .await?;
    let (_, gone) = trial.gather(Source::Ashby, "gone", Since::default()).await;
    assert_eq!(gone.end, End::NoBoard);
    let (gathered, broken) = trial.gather(Source::Ashby, "crumb", Since::default()).await;
    assert_eq!((gathered.len(), broken.whole), (0, false));
    assert_eq!(broken.end.why(), Some("the answer holds no list of jobs"));
    Ok(())
}

#[tokio::test]
async fn details_that_do_not_come_cost_only_themselves() -> Result<()> {
    let listed =
        |id: u32| json!({"id": id.to_string(), "name": "Baker", "company": {"name": "Crumb"}});
    let list = json!({"totalFound": 5, "content": [listed(1), listed(2), listed(3), listed(4), {"id": "5"}]}).to_string();
    let trial = Trial::of(move |asked| match asked.path.rsplit('/').next() {
        Some("1") => Reply::json(
            json!({"id": "1", "name": "Night Baker", "active": true, "jobAd": {"sections": {"jobDescription": {"title": "Job", "text": "We bake."}}}})
                .to_string(),
        ),
        Some("2") => Reply::status(404),
        Some("3") => Reply::json("{\"cut\":"),
        Some("4") => Reply::json("{}"),
        Some("5") => Reply::status(400),
        _ => Reply::json(list.clone()),
    })
    .await?;
    let since = Since {
        wanted: Some(Arc::new(|key| !key.ends_with(":4"))),
        ..Since::default()
    };
    let (gathered, outcome) = trial.gather(Source::Smartrecruiters, "Crumb", since).await;
    assert_eq!(
        ids(&gathered),
        [
            "1",
            "2",
            "3",
            "smartrecruiters:crumb:4",
            "its details did not come"
        ]
    );
    assert_eq!(
        (outcome.end, outcome.whole, outcome.without_details),
        (End::Read, true, 2)
    );
    let titles = gathered.iter().filter_map(|one| match one {
        Gathered::Posting(posting) => Some((posting.title.as_str(), posting.description.as_str())),
        _ => None,
    });
    assert_eq!(
        titles.collect::<Vec<_>>(),
        [
            ("Night Baker", "## Job\n\nWe bake."),
            // At this board only the list tells what is gone.
            ("Baker", ""),
            ("Baker", "")
        ]
    );
    assert!(
        trial
            .stand
            .asked()
            .iter()
            .all(|asked| !asked.path.ends_with("/4"))
    );
    Ok(())
}

#[tokio::test]
async fn workday_is_asked_by_post() -> Result<()> {
    let trial = Trial::of(|asked| {
        let offset = serde_json::from_str::<Value>(&asked.body).ok().and_then(|body| body["offset"].as_u64());
        let jobs = |from: u64, count: u64| {
            let jobs = (from..from + count)
                .map(|n| json!({"title": "Baker", "externalPath": format!("/job/Ghent/Baker_R-{n}"), "locationsText": "Ghent", "postedOn": "Posted Today"}))
                .collect::<Vec<_>>();
            json!({"total": if from == 0 { 23 } else { 0 }, "jobPostings": jobs}).to_string()
        };
        match (asked.method.as_str(), offset) {
            ("POST", Some(0)) => Reply::json(jobs(0, 20)),
            ("POST", Some(20)) => Reply::json(jobs(20, 3)),
            ("GET", _) if asked.path.starts_with("/wday/cxs/crumb/Site/job/Ghent/Baker_R-") => {
                Reply::json("{\"jobPostingInfo\":{\"jobDescription\":\"We bake.\"}}")
            }
            _ => Reply::status(400),
        }
    })
    .await?;
    let (gathered, outcome) = trial
        .gather(Source::Workday, "crumb.wd5/Site", Since::default())
        .await;
    assert_eq!(
        (gathered.len(), outcome.requests, outcome.without_details),
        (23, 25, 0)
    );
    // Its paging gives out before its list does: nothing is retired by what it lacks.
    assert!(!outcome.whole);
    Ok(())
}

#[tokio::test]
async fn who_wants_few_calls_gets_few_and_young_postings_wait() -> Result<()> {
    let trial = Trial::of(|_| {
        let job = |id: u32, day: &str| json!({"id": id, "title": "Baker", "url": "https://remotive.com/1", "publication_date": day});
        Reply::json(json!({"jobs": [job(1, "2026-11-20T10:00:00"), job(2, "2026-11-21T10:00:00")]}).to_string())
    })
    .await?;
    let hours = |count: i64| count * 3_600_000;
    let since = |asked: i64| Since {
        asked_ms: Some(asked),
        ..Since::default()
    };
    let (_, soon) = trial
        .gather(Source::Remotive, "", since(NOW - hours(5)))
        .await;
    assert_eq!(
        soon.end,
        End::TooSoon {
            until_ms: NOW + hours(1)
        }
    );
    assert!(trial.stand.asked().is_empty());
    let (gathered, outcome) = trial
        .gather(Source::Remotive, "", since(NOW - hours(6)))
        .await;
    assert_eq!((ids(&gathered), outcome.held), (vec!["1"], 1));
    Ok(())
}

#[tokio::test]
async fn an_aggregator_is_read_back_to_what_is_known() -> Result<()> {
    let trial = Trial::of(|asked| {
        let page = asked.path.split("page=").nth(1).and_then(|n| n.parse::<i64>().ok()).unwrap_or(1);
        let posted = NOW / 1_000 - page * 86_400;
        let jobs = (0..100)
            .map(|n| json!({"slug": format!("{page}-{n}"), "title": "Baker", "url": "https://bread.example/", "created_at": posted}))
            .collect::<Vec<_>>();
        Reply::json(json!({"data": jobs}).to_string())
    })
    .await?;
    let since = Since {
        posted_ms: Some(NOW - 2 * 86_400_000),
        ..Since::default()
    };
    let (gathered, outcome) = trial.gather(Source::Arbeitnow, "", since).await;
    assert_eq!(
        (gathered.len(), outcome.requests, outcome.whole),
        (300, 3, false)
    );
    Ok(())
}

#[tokio::test]
async fn one_host_is_asked_one_thing_at_a_time() -> Result<()> {
    let trial = Trial::of(|_| Reply::json(greenhouse(&[1]))).await?;
    let gather = |tenant: &'static str| trial.gather(Source::Greenhouse, tenant, Since::default());
    let (a, b, c) = tokio::join!(gather("a"), gather("b"), gather("c"));
    assert!(
        [a, b, c]
            .iter()
            .all(|(_, outcome)| outcome.end == End::Read)
    );
    assert_eq!(
        (trial.stand.most_at_once(), trial.stand.asked().len()),
        (1, 3)
    );
    Ok(())
}

#[tokio::test]
async fn a_board_on_a_private_address_is_not_asked() -> Result<()> {
    let trial = Trial::of(|_| Reply::json("[]")).await?;
    let board = Board::new(Source::Feed, "http://127.0.0.1:1/jobs.rss");
    let all = trial
        .boards
        .gather(board, Since::default())
        .into_stream()
        .collect::<Vec<_>>()
        .await;
    let [Gathered::Done(outcome)] = all.as_slice() else {
        panic!("{all:?}");
    };
    assert_eq!(
        outcome.end.why(),
        Some("the board's address is not on the public web")
    );
    let file = trial
        .boards
        .gather(Board::new(Source::Csv, "x"), Since::default())
        .next()
        .await;
    assert!(
        matches!(
            file,
            Some(Gathered::Done(Outcome {
                end: End::Failed { .. },
                ..
            }))
        ),
        "{file:?}"
    );
    Ok(())
}
