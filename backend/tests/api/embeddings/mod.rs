//! Over HTTP, with a stand-in for an embedding model's server on loopback: how near texts are moves matches within its
//! band, is paid once, obeys the days, and does no harm when the model misbehaves.

mod faults;
mod stand;

use foothold_backend::config::Config;
use foothold_shared::matching::{MatchPage, MatchPart, MatchPartName, MatchView};
use foothold_shared::model_use::ModelUseView;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{DAY_MS, Server, kidney_nurse};
use stand::{Embedder, MODEL, TOKENS, sound};

/// Another configuration.
type Change = fn(&mut Config);

async fn nurse(server: &Server, email: &str) -> Value {
    let session = server.register(email).await;
    server
        .save_profile(&session, &kidney_nurse("Trained colleagues"))
        .await;
    session
}

fn posting(id: usize, ward: &str, need: &str) -> Value {
    json!({
        "id": id.to_string(), "title": "Nurse", "company": format!("Clinic {id}"), "location": "Leipzig, Germany",
        "url": format!("https://jobs.example/{id}"), "posted": "2027-01-10",
        "description": format!("<p>You look after patients on ward {ward}.</p><h3>Requirements</h3><ul><li>{need}</li></ul>"),
    })
}

/// So many postings that only the model tells apart: every other one is for kidneys, in a word that no list has.
fn wards(count: usize) -> Vec<Value> {
    (1..=count)
        .map(|id| posting(id, ward(id), "Patient care"))
        .collect()
}

fn ward(id: usize) -> &'static str {
    if id.is_multiple_of(2) {
        "Amber"
    } else {
        "Cobalt"
    }
}

/// Searches; nobody is asked.
async fn search(server: &Server, session: &Value) -> MatchPage {
    let asked = server
        .send_as(Method::POST, "/matches/run", session, None)
        .await;
    assert_eq!(asked.status(), StatusCode::ACCEPTED);
    server.app.matches().run_due().await.expect("searches");
    page(server, session).await
}

/// Lets the models do what is due.
async fn look(server: &Server, session: &Value) -> MatchPage {
    server.app.matches().look_due().await.expect("looks");
    page(server, session).await
}

async fn page(server: &Server, session: &Value) -> MatchPage {
    server.read_as("/matches?limit=100", session).await
}

fn nearness(view: &MatchView) -> Option<&MatchPart> {
    view.fit
        .parts
        .iter()
        .find(|part| part.name == MatchPartName::Nearness)
}

fn parts(page: &MatchPage) -> usize {
    page.matches
        .iter()
        .filter(|found| nearness(found).is_some())
        .count()
}

fn is_amber(view: &MatchView) -> bool {
    let id: usize = view
        .job
        .company
        .strip_prefix("Clinic ")
        .and_then(|id| id.parse().ok())
        .expect("a clinic's number");
    ward(id) == "Amber"
}

async fn servers(model: &Embedder, change: impl Fn(&mut Config)) -> Vec<Server> {
    Server::on_each_database_with(|config| {
        model.serves(config);
        change(config);
    })
    .await
}

#[tokio::test]
async fn near_equal_matches_follow_the_texts_and_it_is_paid_once() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(12)).await;
        // Matches are there before anybody is asked.
        let first = search(&server, &session).await;
        assert_eq!((first.matches.len(), parts(&first)), (12, 0));
        assert_eq!(model.asked().len(), 0);
        let scores: Vec<f64> = first.matches.iter().map(|found| found.fit.score).collect();
        assert!(scores[0] - scores[11] < 1.0, "near-equal: {scores:?}");

        let second = look(&server, &session).await;
        assert_eq!((second.matches.len(), parts(&second)), (12, 12));
        let amber: Vec<bool> = second.matches.iter().map(is_amber).collect();
        assert_eq!(amber, [[true; 6], [false; 6]].concat(), "{}", server.engine);
        let mut sum = 0.0;
        for found in &second.matches {
            let part = nearness(found).expect("a part");
            assert!((part.most - 4.0).abs() < 1e-9 && part.points.abs() <= 4.0);
            assert_eq!(part.points > 0.0, is_amber(found));
            let said = part.evidence.iter().chain(&part.missing).next();
            assert!(said.expect("a reason").ends_with(MODEL));
            let was = first
                .matches
                .iter()
                .find(|was| was.job.job_id == found.job.job_id)
                .expect("it was a match");
            assert!((found.fit.score - was.fit.score - part.points).abs() < 0.05);
            sum += part.points;
        }
        assert!(sum.abs() < 0.5, "nobody's matches rise as a whole: {sum}");

        let asked = model.asked();
        let counts: Vec<usize> = asked.iter().map(Vec::len).collect();
        assert_eq!(counts, [1, 12], "the person, then the postings");
        let all = asked.concat().join("\n");
        for told in ["kidneys had failed", "Wound care", "ward Amber", "Trained"] {
            assert!(all.contains(told), "{told}: {all}");
        }
        let of_person = &asked[0][0];
        for kept_back in [
            "Quist",
            "Ottilie",
            "mail.example",
            "1999",
            "2019",
            "Lindenau",
            "Pflegeschule",
            "Diploma",
            "61",
            "Leipzig",
        ] {
            assert!(!of_person.contains(kept_back), "{kept_back}: {of_person}");
        }

        // What is known counts in the next search at once, and nobody is asked.
        assert_eq!(search(&server, &session).await, second);
        assert_eq!(look(&server, &session).await, second);
        assert_eq!(model.asked().len(), 0);
        let used: ModelUseView = server.read_as("/me/model-use", &session).await;
        let line = &used.lines[0];
        assert_eq!(
            (line.purpose.as_str(), line.model.as_str()),
            ("embeddings", MODEL)
        );
        assert_eq!((line.calls, line.tokens_in), (2, 2 * TOKENS));
        assert_eq!(used.cost_today_micro_dollars, 40);

        // Another person pays for their own text alone.
        let other = nurse(&server, "ada@mail.example").await;
        search(&server, &other).await;
        assert_eq!(parts(&look(&server, &other).await), 12);
        let counts: Vec<usize> = model.asked().iter().map(Vec::len).collect();
        assert_eq!(counts, [1]);
    }
}

#[tokio::test]
async fn only_what_changed_is_embedded_anew() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(6)).await;
        search(&server, &session).await;
        look(&server, &session).await;
        model.asked();

        let mut more = wards(7);
        more[0] = posting(1, "Amber", "Wound care");
        server.take_jobs(&session, &more).await;
        server.clock.advance_ms(5 * 60_000);
        assert_eq!(
            parts(&search(&server, &session).await),
            5,
            "the others are known"
        );
        assert_eq!(parts(&look(&server, &session).await), 7);
        let asked = model.asked();
        assert_eq!(asked.iter().map(Vec::len).collect::<Vec<_>>(), [2]);

        server
            .save_profile(&session, &kidney_nurse("Led a team of six"))
            .await;
        assert_eq!(
            parts(&search(&server, &session).await),
            0,
            "they are not near to what was"
        );
        assert_eq!(parts(&look(&server, &session).await), 7);
        let asked = model.asked();
        assert_eq!(asked.iter().map(Vec::len).collect::<Vec<_>>(), [1]);
        assert!(asked[0][0].contains("Led a team"), "{asked:?}");
    }
}

#[tokio::test]
async fn nothing_is_paid_again_after_a_restart() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        let session = nurse(&server, "zoe@mail.example").await;
        server.take_jobs(&session, &wards(6)).await;
        search(&server, &session).await;
        let before = look(&server, &session).await;
        model.asked();
        let (engine, mut config) = (server.engine, server.config.clone());
        let folder = server.stop();
        let server = Server::run(engine, folder, config.clone()).await;
        assert_eq!(search(&server, &session).await, before);
        assert_eq!(look(&server, &session).await, before);
        assert_eq!(model.asked().len(), 0, "{engine}");

        // Switched off, nothing moves any more, and what was embedded goes.
        let folder = server.stop();
        config.model.embedding.matches = 0;
        let server = Server::run(engine, folder, config).await;
        assert_eq!(parts(&search(&server, &session).await), 0, "off is off");
        assert_eq!(
            server.app.matches().sweep_vectors().await.expect("swept"),
            6
        );
        assert_eq!(parts(&look(&server, &session).await), 0);
        assert_eq!(model.asked().len(), 0);
    }
}

#[tokio::test]
async fn a_knock_out_is_not_lifted() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        let session = nurse(&server, "zoe@mail.example").await;
        let mut jobs = wards(11);
        jobs.push(posting(
            12,
            "Amber, amber and amber",
            "Fluent Norwegian is required",
        ));
        server.take_jobs(&session, &jobs).await;
        let ruled_out = |page: &MatchPage| {
            let mut found = page
                .matches
                .iter()
                .filter(|one| !one.fit.knockouts.is_empty());
            let one = found.next().expect("a knock-out").clone();
            assert!(found.next().is_none());
            one
        };
        let before = ruled_out(&search(&server, &session).await);
        let after = ruled_out(&look(&server, &session).await);
        let part = nearness(&after).expect("a part");
        assert!(
            part.points.abs() < 1e-9 && !part.evidence.is_empty(),
            "{}",
            part.points
        );
        assert!((after.fit.score - before.fit.score).abs() < 1e-9);
    }
}

#[tokio::test]
async fn what_closed_is_swept_away() {
    let model = Embedder::that(sound).await;
    for server in servers(&model, |_| {}).await {
        let session = nurse(&server, "zoe@mail.example").await;
        let mut jobs = wards(6);
        jobs[0]["expires"] = json!("2027-01-20");
        server.take_jobs(&session, &jobs).await;
        search(&server, &session).await;
        look(&server, &session).await;
        assert_eq!(
            server.app.matches().sweep_vectors().await.expect("swept"),
            0
        );
        server.clock.advance_ms(10 * DAY_MS);
        assert_eq!(server.app.jobs().close_expired().await.expect("closed"), 1);
        assert_eq!(
            server.app.matches().sweep_vectors().await.expect("swept"),
            1
        );
        assert_eq!(
            server.app.matches().sweep_vectors().await.expect("swept"),
            0
        );
    }
}

#[tokio::test]
async fn the_day_ends_calls_and_the_next_goes_on() {
    let model = Embedder::that(sound).await;
    // Room for two calls of a thousand, as the server counts them, and not for what a third could take.
    let limits: [(&str, Change); 2] = [
        ("of the server", |config| {
            config.model.embedding.most_tokens_a_day = 4_000
        }),
        ("of the person", |config| {
            config.model.most_tokens_a_day = 4 * 4_000
        }),
    ];
    for (whose, limit) in limits {
        for server in servers(&model, limit).await {
            let session = nurse(&server, "zoe@mail.example").await;
            server.take_jobs(&session, &wards(60)).await;
            let first = search(&server, &session).await;
            assert_eq!(first.matches.len(), 60);
            let second = look(&server, &session).await;
            let calls = model.asked().len();
            assert!((2..=4).contains(&calls), "{whose}: {calls}");
            assert_eq!(second.matches.len(), 60);
            let known = 16 * (calls - 1);
            assert_eq!(parts(&second), known, "{whose}");
            // Nothing more today.
            search(&server, &session).await;
            look(&server, &session).await;
            assert_eq!(model.asked().len(), 0, "{whose}");
            let used: ModelUseView = server.read_as("/me/model-use", &session).await;
            assert_eq!(
                used.tokens_today,
                TOKENS * i64::try_from(calls).expect("few")
            );

            server.clock.advance_ms(DAY_MS);
            let session: Value = server.renewed(&session).await;
            search(&server, &session).await;
            assert!(parts(&look(&server, &session).await) > known, "{whose}");
            assert!(!model.asked().is_empty());
        }
    }
}

#[tokio::test]
async fn without_a_model_or_without_matches_nobody_is_asked() {
    let model = Embedder::that(sound).await;
    let off: [Change; 3] = [
        |config| config.model.embedding.model = String::new(),
        |config| config.model.embedding.matches = 0,
        |config| config.model.embedding.most_tokens_a_day = 0,
    ];
    for change in off {
        for server in servers(&model, change).await {
            let session = nurse(&server, "zoe@mail.example").await;
            server.take_jobs(&session, &wards(3)).await;
            let found = search(&server, &session).await;
            assert_eq!(found.matches.len(), 3);
            assert_eq!(look(&server, &session).await, found);
        }
    }
    assert!(model.asked().is_empty());
    // Somebody who says nothing of their work has no text.
    for server in servers(&model, |_| {}).await {
        let session = server.register("bob@mail.example").await;
        let profile =
            json!({"name": {"given": "Bob"}, "languages": [{"language": "en", "level": "c1"}]});
        server.save_profile(&session, &profile).await;
        server.take_jobs(&session, &wards(3)).await;
        search(&server, &session).await;
        look(&server, &session).await;
    }
    assert!(model.asked().is_empty());
}
