//! While it does everybody's daily search for matches.

use std::collections::HashSet;

use foothold_backend::clock::{Clock, SystemClock};
use foothold_shared::matching::{MatchPage, MatchRunState, MatchRunView, MatchView};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{START_MS, Server, client, databases, json, program, text, until};

const PEOPLE: usize = 30;
const JOBS: usize = 400;
/// Longer than a search is lent out for.
const LATER_MS: i64 = 3 * 60 * 1000;

/// Trades, what they are good at, and what they do.
const TRADES: [(&str, &str, &str); 5] = [
    (
        "Intensive Care Nurse",
        "Wound care",
        "Looked after patients",
    ),
    ("Backend Developer", "PostgreSQL", "Built services"),
    ("Baker", "Dough", "Baked bread"),
    ("Electrician", "Electrical installation", "Wired houses"),
    ("Accountant", "Bookkeeping", "Closed the books"),
];

/// Without a day: what is new is the same tomorrow.
fn jobs() -> Vec<Value> {
    (0..JOBS)
        .map(|n| {
            let (title, skill, work) = TRADES[n % TRADES.len()];
            json!({
                "id": n.to_string(), "title": title, "company": format!("Employer {n}"),
                "location": "Leipzig, Germany", "url": format!("https://jobs.example/{n}"),
                "description": format!(
                    "<p>{work} in house {n}.</p><h3>Requirements</h3><ul><li>{skill}</li><li>{} years as {title}</li></ul>",
                    n % 9 + 1
                ),
            })
        })
        .collect()
}

fn profile(n: usize) -> Value {
    let (title, skill, work) = TRADES[n % TRADES.len()];
    json!({
        "address": {"city": "Leipzig", "country": "DE"},
        "work": [{"id": "w1", "company": format!("House {n}"), "title": title, "description": format!("- {work}"),
            "start": {"year": 2012 + n % 7, "month": 4}, "end": {"year": 2024, "month": 3}}],
        "skills": [{"name": skill}],
    })
}

/// All of a person's matches.
async fn matches(server: &Server, session: &Value) -> Vec<MatchView> {
    let mut found = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/matches?limit=100{cursor}");
        let page: MatchPage = server.read_as(&path, session).await;
        found.extend(page.matches);
        let Some(next) = page.next_cursor else {
            return found;
        };
        cursor = format!("&cursor={next}");
    }
}

/// What a match is, when it was found first, and how it scores.
fn of(found: &[MatchView]) -> Vec<(&str, Option<i64>, f64)> {
    found
        .iter()
        .map(|one| (one.job.job_id.as_str(), one.matched_at_ms, one.fit.score))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_it_searches_for_everybody_each_has_the_same_matches() {
    for (engine, folder, config) in databases().await {
        // The program has the machine's clock, so those around it begin there.
        let now_ms = SystemClock.now_ms();
        let server = Server::run(engine, folder, config.clone()).await;
        server.clock.advance_ms(now_ms - START_MS);
        let mut people = Vec::new();
        for n in 0..PEOPLE {
            let session = server.register(&format!("p{n}@mail.example")).await;
            server.save_profile(&session, &profile(n)).await;
            people.push(session);
        }
        server.take_jobs(&people[0], &jobs()).await;
        let folder = server.stop();

        let (mut child, address) =
            program::start(program::serving(folder.path(), &config), folder.path()).await;
        let asking = client();
        // Nobody knows who comes first: everybody is asked in turn.
        let mut turns = people.iter().cycle();
        until("some searches are done", async || {
            let person = turns.next()?;
            let answer = asking
                .get(format!("http://{address}/api/v1/matches/run"))
                .bearer_auth(text(&person["access_token"]))
                .send()
                .await
                .expect("answers");
            let run: MatchRunView = json(answer).await;
            (run.found > 0).then_some(())
        })
        .await;
        child.kill().await.expect("killed");

        let server = Server::run(engine, folder, config).await;
        server
            .clock
            .advance_ms(SystemClock.now_ms() - START_MS + LATER_MS);
        let left = server.app.matches().run_due().await.expect("searches");
        assert!(
            left > 0 && left < PEOPLE as u64,
            "{left} searches were left on {engine}: it was in the middle"
        );
        let again = server.app.matches().run_due().await.expect("searches");
        assert_eq!(again, 0, "on {engine}");

        let mut after_the_kill = Vec::new();
        for session in &mut people {
            *session = server.renewed(session).await;
            let run: MatchRunView = server.read_as("/matches/run", session).await;
            assert_eq!(run.state, MatchRunState::Done, "on {engine}");
            let found = matches(&server, session).await;
            assert_eq!(found.len() as i64, run.found, "on {engine}");
            let jobs: HashSet<&str> = found.iter().map(|m| m.job.job_id.as_str()).collect();
            assert_eq!(jobs.len(), found.len(), "none is doubled on {engine}");
            assert!(!found.is_empty(), "everybody has some on {engine}");
            after_the_kill.push(found);
        }
        // The same searches once more, with nobody killing anything.
        for session in &people {
            let path = "/matches/run";
            let asked = server.send_as(Method::POST, path, session, None).await;
            assert!(asked.status().is_success(), "{}", asked.status());
        }
        let all = server.app.matches().run_due().await.expect("searches");
        assert_eq!(all, PEOPLE as u64, "on {engine}");
        for (session, before) in people.iter().zip(&after_the_kill) {
            // Which terms were learned until then tells in the reasons, and each server learns by itself.
            let now = matches(&server, session).await;
            assert_eq!(of(&now), of(before), "on {engine}");
        }
    }
}
