//! Whatever happens to jobs, the shelf that is brought up to date step by step holds what a new one would read.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use foothold_boards::{Board, Posting, Source, read_file};
use serde_json::json;

use super::*;
use crate::app::{App, Outside};
use crate::chance::SeededChance;
use crate::clock::{Clock as _, ManualClock};
use crate::config::Config;
use crate::ids::TimedIds;
use crate::testing;

const START_MS: i64 = 1_800_000_000_000;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const MOST: usize = 12;

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % count
    }
}

/// One posting of an employer of its own, posted so many days ago.
fn posting(number: u64, title: &str, days: u64) -> Posting {
    let posted = START_MS - i64::try_from(days).expect("few days") * DAY_MS;
    let posted = super::super::posting::day_of(posted);
    let text = json!({"postings": [{
        "id": number.to_string(), "title": title, "company": format!("Employer {number}"),
        "url": format!("https://jobs.example/{number}"), "posted": posted,
        "description": "<p>You look after patients.</p>",
    }]})
    .to_string();
    let mut page = read_file(&Board::new(Source::Json, "n"), text.as_bytes(), START_MS);
    page.postings.remove(0)
}

async fn apps(folder: &Path) -> Vec<(&'static str, App, Arc<ManualClock>)> {
    let mut urls = vec![("sqlite", testing::sqlite_url(folder))];
    urls.extend(testing::postgres_url().await.map(|url| ("postgres", url)));
    let mut apps = Vec::new();
    for (engine, url) in urls {
        let mut config = Config::default();
        config.database.url = url.into();
        config.storage.url = format!("file://{}", folder.join("objects").display());
        let key = |byte: u8| base64::engine::general_purpose::STANDARD.encode([byte; 32]);
        config.keys.active = "k1".to_owned();
        config.keys.ring = BTreeMap::from([("k1".to_owned(), key(1).into())]);
        config.keys.jwt_secret = Some(key(3).into());
        config.keys.lookup_secret = Some(key(4).into());
        let clock = Arc::new(ManualClock::at(START_MS));
        let chance = Arc::new(SeededChance::new(7));
        let outside = Outside {
            clock: clock.clone(),
            ids: Arc::new(TimedIds::new(clock.clone(), chance.clone())),
            chance,
        };
        let app = App::open(config, outside).await.expect("the app opens");
        apps.push((engine, app, clock));
    }
    apps
}

/// What is on a shelf, newest first.
fn titles(shelf: &Shelf) -> Vec<String> {
    let titles = shelf.demands().map(|demands| demands.title.clone());
    titles.collect()
}

#[tokio::test]
async fn a_shelf_holds_what_a_new_one_would_read() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, app, clock) in apps(folder.path()).await {
        let (jobs, mut dice) = (app.jobs(), Dice(11));
        let shelves = Shelves::holding(MOST);
        let mut known: Vec<Posting> = Vec::new();
        for step in 0..160 {
            clock.advance_ms(1_000);
            match dice.below(10) {
                0..4 => {
                    let count = 1 + dice.below(3);
                    for _ in 0..count {
                        let number = known.len() as u64;
                        let title = format!("Nurse {number}");
                        known.push(posting(number, &title, dice.below(88)));
                    }
                    let new = &known[known.len() - usize::try_from(count).expect("few")..];
                    jobs.take(None, new).await.expect("taken");
                }
                4..7 if !known.is_empty() => {
                    // Said otherwise; one that is closed opens again.
                    let at = usize::try_from(dice.below(known.len() as u64)).expect("few");
                    known[at].title = format!("{} at step {step}", known[at].title);
                    known[at].expires_ms = None;
                    jobs.take(None, &known[at..=at]).await.expect("taken");
                }
                7..9 if !known.is_empty() => {
                    let at = usize::try_from(dice.below(known.len() as u64)).expect("few");
                    known[at].expires_ms = Some(clock.now_ms() + 500);
                    jobs.take(None, &known[at..=at]).await.expect("taken");
                    clock.advance_ms(1_000);
                    jobs.close_expired().await.expect("closed");
                }
                _ => clock.advance_ms(DAY_MS),
            }
            if dice.below(3) == 0 {
                continue;
            }
            let now_ms = clock.now_ms();
            let shelf = shelves.fresh(jobs, now_ms, now_ms).await.expect("read");
            let new = Shelves::holding(MOST);
            let anew = new.fresh(jobs, now_ms, now_ms).await.expect("read");
            assert_eq!(titles(&shelf), titles(&anew), "step {step} on {engine}");
            assert_eq!(shelf.len(), anew.len());
            if dice.below(4) == 0 {
                shelves.tidy().await.expect("tidied");
                assert_eq!(titles(&shelves.now()), titles(&anew), "step {step}");
            }
        }
        assert_eq!(shelves.now().len(), MOST, "the last are full shelves");
    }
}

#[tokio::test]
async fn a_job_is_found_where_it_is_now() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, app, clock) in apps(folder.path()).await {
        let jobs = app.jobs();
        let shelves = Shelves::holding(MOST);
        jobs.take(None, &[posting(1, "Nurse", 1), posting(2, "Baker", 2)])
            .await
            .expect("taken");
        let shelf = shelves.fresh(jobs, START_MS, 0).await.expect("read");
        let marks = jobs.list_open(0, i64::MAX, 9).await.expect("read");
        let rows = jobs.read_open(&[marks[0].job_no]).await.expect("read");
        let id = rows[0].job_id.as_str();
        let title = |shelf: &Shelf| shelf.find(id).map(|entry| entry.demands.title.clone());
        assert_eq!(title(&shelf).as_deref(), Some("Nurse"), "on {engine}");
        assert!(shelf.find("no such job").is_none());
        clock.advance_ms(1_000);
        jobs.take(None, &[posting(1, "Ward Nurse", 1)])
            .await
            .expect("taken");
        let now_ms = clock.now_ms();
        let later = shelves.fresh(jobs, now_ms, now_ms).await.expect("read");
        assert_eq!(title(&later).as_deref(), Some("Ward Nurse"));
        assert_eq!(later.len(), 2);
        assert_eq!(
            title(&shelf).as_deref(),
            Some("Nurse"),
            "a search keeps its shelf"
        );
    }
}

/// Writers that commit one after the other, and a reader in between: nothing that was numbered is passed over.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_is_missed_while_several_write() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, app, clock) in apps(folder.path()).await {
        let shelves = Arc::new(Shelves::holding(1_000));
        let writers: Vec<_> = (0..4_u64)
            .map(|writer| {
                let app = app.clone();
                tokio::spawn(async move {
                    for round in 0..12_u64 {
                        let number = writer * 100 + round;
                        let mut one = posting(number, &format!("Nurse {number}"), 1);
                        app.jobs().take(None, &[one.clone()]).await.expect("taken");
                        one.title = format!("Ward Nurse {number}");
                        if round % 3 == 0 {
                            one.expires_ms = Some(START_MS - 1);
                        }
                        app.jobs().take(None, &[one]).await.expect("taken");
                        app.jobs().close_expired().await.expect("closed");
                    }
                })
            })
            .collect();
        while !writers.iter().all(tokio::task::JoinHandle::is_finished) {
            clock.advance_ms(1);
            let now_ms = clock.now_ms();
            shelves
                .fresh(app.jobs(), now_ms, now_ms)
                .await
                .expect("read");
        }
        for writer in writers {
            writer.await.expect("wrote");
        }
        clock.advance_ms(1);
        let now_ms = clock.now_ms();
        let shelf = shelves
            .fresh(app.jobs(), now_ms, now_ms)
            .await
            .expect("read");
        let new = Shelves::holding(1_000);
        let anew = new.fresh(app.jobs(), now_ms, now_ms).await.expect("read");
        assert_eq!(titles(&shelf), titles(&anew), "on {engine}");
        assert_eq!(shelf.len(), 32);
    }
}
