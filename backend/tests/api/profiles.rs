//! The profile over HTTP, on each database: saved whole, never over another device's save, sealed.

use std::collections::BTreeMap;

use foothold_backend::app::SEALED;
use foothold_backend::rotate::{Counts, rotate};
use foothold_backend::testing::keyring;
use foothold_shared::profile::{Name, Profile};
use futures_util::future::join_all;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{Server, give_keys, json, problem, test_config};

const PATH: &str = "/api/v1/me/profile";

async fn save(server: &Server, session: &Value, tag: Option<&str>, profile: &Value) -> Response {
    let mut request = server
        .request_as(Method::PUT, "/me/profile", session)
        .json(profile);
    if let Some(tag) = tag {
        request = request.header("if-match", tag);
    }
    request.send().await.expect("answers")
}

async fn read(server: &Server, session: &Value) -> (String, Profile) {
    let response = server.get_as("/me/profile", session).await;
    let tag = tag_of(&response);
    (tag, json(response).await)
}

fn tag_of(response: &Response) -> String {
    response.headers()["etag"]
        .to_str()
        .expect("text")
        .to_owned()
}

fn full_profile() -> Value {
    json!({
        "name": {"given": "<script>alert(1)</script>", "family": "O'Neil \"; drop table profiles; --", "preferred": "زوي 👋"},
        "contact": {"email": "zoe.secret@mail.example", "phone": {"country": "DE", "national": "0151 99887766"}},
        "address": {"line1": "Lindenweg 3", "city": "Brno", "country": "CZ"},
        "links": {"website": "https://example.com/zoe"},
        "summary": "Two\nlines",
        "work": [{"id": "a", "company": "Example & Sons", "start": {"year": 2020, "month": 3}, "current": true}],
        "work_eligibility": [{"country": "DE", "authorized": true, "needs_sponsorship": false}],
        "salary": {"amount": 70000, "currency": "EUR", "period": "year"},
        "demographics": {"gender": {"state": "answered", "values": ["non_binary"]}, "date_of_birth": "1990-02-28"}
    })
}

#[tokio::test]
async fn a_profile_is_empty_at_first_and_then_what_was_saved() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        assert_eq!(
            read(&server, &session).await,
            ("\"0\"".to_owned(), Profile::default())
        );

        let saved = save(&server, &session, Some("\"0\""), &full_profile()).await;
        assert_eq!(tag_of(&saved), "\"1\"");
        let saved: Profile = json(saved).await;
        let wanted: Profile = serde_json::from_value(full_profile()).expect("a profile");
        assert_eq!(saved, wanted);
        assert_eq!(read(&server, &session).await, ("\"1\"".to_owned(), wanted));

        // What is left out is "not said" from now on; what is not known is ignored.
        let next = json!({"name": {"given": "Zoë"}, "horoscope": "fish"});
        assert_eq!(
            tag_of(&save(&server, &session, Some("\"1\""), &next).await),
            "\"2\""
        );
        let (tag, profile) = read(&server, &session).await;
        assert_eq!(tag, "\"2\"");
        assert_eq!(
            profile,
            Profile {
                name: Name {
                    given: "Zoë".into(),
                    ..Name::default()
                },
                ..Profile::default()
            }
        );
    }
}

#[tokio::test]
async fn markup_in_names_is_text_and_never_a_page() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    save(&server, &session, Some("\"0\""), &full_profile()).await;
    let response = server.get_as("/me/profile", &session).await;
    assert!(
        response.headers()["content-type"]
            .to_str()
            .expect("text")
            .starts_with("application/json")
    );
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    assert!(
        response.headers()["cache-control"]
            .to_str()
            .expect("text")
            .contains("no-cache")
    );
    let profile: Profile = json(response).await;
    assert_eq!(profile.name.given, "<script>alert(1)</script>");
    assert_eq!(profile.name.family, "O'Neil \"; drop table profiles; --");
}

#[tokio::test]
async fn a_stale_save_overwrites_nothing() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let (laptop, phone) = (json!({"summary": "laptop"}), json!({"summary": "phone"}));
        assert_eq!(
            save(&server, &session, Some("\"0\""), &laptop)
                .await
                .status(),
            StatusCode::OK
        );
        for tag in ["\"0\"", "\"2\"", "*", "W/\"1\"", "1", "nonsense"] {
            let stale = save(&server, &session, Some(tag), &phone).await;
            problem(stale, StatusCode::PRECONDITION_FAILED, "profile_changed").await;
        }
        let without = save(&server, &session, None, &phone).await;
        problem(
            without,
            StatusCode::PRECONDITION_REQUIRED,
            "if_match_required",
        )
        .await;
        let (tag, profile) = read(&server, &session).await;
        assert_eq!(
            (tag.as_str(), profile.summary.as_str()),
            ("\"1\"", "laptop")
        );
    }
}

#[tokio::test]
async fn of_many_saves_at_once_one_wins() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        for tag in ["\"0\"", "\"1\""] {
            let bodies: Vec<Value> = (0..8)
                .map(|n| json!({"summary": format!("device {n}")}))
                .collect();
            let saves = bodies
                .iter()
                .map(|body| save(&server, &session, Some(tag), body));
            let answers = join_all(saves).await;
            let won = answers
                .iter()
                .position(|answer| answer.status() == StatusCode::OK)
                .expect("one");
            for (n, answer) in answers.into_iter().enumerate().filter(|(n, _)| *n != won) {
                assert_eq!(
                    answer.status(),
                    StatusCode::PRECONDITION_FAILED,
                    "device {n}"
                );
            }
            assert_eq!(
                read(&server, &session).await.1.summary,
                format!("device {won}")
            );
        }
    }
}

#[tokio::test]
async fn every_wrong_part_is_named_and_nothing_is_saved() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let wrong = json!({
            "name": {"given": "x".repeat(101)},
            "contact": {"email": "zoe", "phone": {"national": "1"}},
            "links": {"website": "javascript:alert(1)"},
            "work": [{}, {}, {"start": {"year": 2020, "month": 13}}],
            "work_eligibility": [{"country": "EU"}],
            "summary": "a\u{0}b"
        });
        let answer = save(&server, &session, Some("\"0\""), &wrong).await;
        let problem = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        let fields: Vec<_> = problem
            .errors
            .iter()
            .map(|error| error.field.as_str())
            .collect();
        assert_eq!(
            fields,
            [
                "name.given",
                "contact.email",
                "contact.phone.national",
                "contact.phone.country",
                "links.website",
                "summary",
                "work[2].start.month",
                "work_eligibility[0].country",
            ]
        );
        assert_eq!(
            read(&server, &session).await,
            ("\"0\"".to_owned(), Profile::default())
        );
    }
}

#[tokio::test]
async fn a_part_of_another_type_is_named() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    for (body, field) in [
        (json!({"work": [{"title": 7}]}), "work[0].title"),
        (
            json!({"salary": {"amount": -1, "currency": "EUR", "period": "year"}}),
            "salary.amount",
        ),
        (
            json!({"demographics": {"gender": {"state": "maybe"}}}),
            "demographics.gender.state",
        ),
    ] {
        let answer = save(&server, &session, Some("\"0\""), &body).await;
        let problem = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        assert_eq!(problem.errors[0].field, field);
    }
    assert_eq!(read(&server, &session).await.0, "\"0\"");
}

#[tokio::test]
async fn nobody_reads_or_writes_anothers_profile() {
    for server in Server::on_each_database().await {
        let (zoe, max) = (
            server.register("zoe@mail.example").await,
            server.register("max@mail.example").await,
        );
        save(&server, &zoe, Some("\"0\""), &full_profile()).await;
        assert_eq!(
            read(&server, &max).await,
            ("\"0\"".to_owned(), Profile::default())
        );
        save(&server, &max, Some("\"0\""), &json!({"summary": "max"})).await;
        assert_eq!(read(&server, &zoe).await.1.summary, "Two\nlines");
        let anonymous = server.get(PATH).send().await.expect("answers");
        problem(anonymous, StatusCode::UNAUTHORIZED, "not_signed_in").await;
    }
}

#[tokio::test]
async fn what_is_stored_shows_nothing_of_the_person() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe.signin@mail.example").await;
        save(&server, &session, Some("\"0\""), &full_profile()).await;
        const ROWS: &str =
            "select a::text || p::text from accounts a join profiles p using (account_id)";
        let stored = server.stored(ROWS).await;
        assert!(stored.size() > 500, "the rows are there");
        stored.hides(&[
            "zoe.secret",
            "zoe.signin",
            "99887766",
            "Lindenweg",
            "O'Neil",
            "alert(1)",
            "Example & Sons",
            "non_binary",
            "1990-02-28",
            "authorized",
        ]);
    }
}

#[tokio::test]
async fn a_lost_key_is_said_clearly_and_the_profile_can_be_written_anew() {
    for server in Server::on_each_database_with(give_keys).await {
        let session = server.register("zoe@mail.example").await;
        save(&server, &session, Some("\"0\""), &full_profile()).await;

        // The same secrets, but the sealing key is another one, under the same or another name.
        for (active, byte) in [("k2", 2), ("k1", 9)] {
            let other = with_keys(&server, active, &[(active, byte)]).await;
            problem(
                other.get_as("/me/profile", &session).await,
                StatusCode::INTERNAL_SERVER_ERROR,
                "stored_data_unreadable",
            )
            .await;
        }
        assert_eq!(
            read(&server, &session).await.0,
            "\"1\"",
            "nothing was changed"
        );

        let other = with_keys(&server, "k2", &[("k2", 2)]).await;
        let anew = save(&other, &session, Some("\"1\""), &json!({"summary": "anew"})).await;
        assert_eq!(anew.status(), StatusCode::OK);
        assert_eq!(read(&other, &session).await.1.summary, "anew");
    }
}

/// Another server on the same database, with these sealing keys.
async fn with_keys(server: &Server, active: &str, keys: &[(&str, u8)]) -> Server {
    use base64::Engine;
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = test_config(&folder);
    config.database = server.config.database.clone();
    give_keys(&mut config);
    config.keys.active = active.to_owned();
    let encode = |byte: u8| base64::engine::general_purpose::STANDARD.encode([byte; 32]);
    config.keys.ring = keys
        .iter()
        .map(|(id, byte)| ((*id).to_owned(), encode(*byte).into()))
        .collect::<BTreeMap<_, _>>();
    Server::run(server.engine, folder, config).await
}

#[tokio::test]
async fn a_change_of_keys_reaches_profiles_and_loses_nothing() {
    for server in Server::on_each_database_with(give_keys).await {
        let session = server.register("zoe@mail.example").await;
        save(&server, &session, Some("\"0\""), &full_profile()).await;
        let before = read(&server, &session).await;
        // The keys of `testing::keyring` are those of `give_keys`, and one more.
        let ring = keyring("k2");
        for column in SEALED.iter().copied().flatten() {
            let counts = rotate(server.app.db(), &ring, column)
                .await
                .expect("rotates");
            assert_eq!(counts.failed, 0, "{}.{}", column.table, column.column);
            let again = rotate(server.app.db(), &ring, column)
                .await
                .expect("rotates");
            assert_eq!(again, Counts::default());
        }
        let newer = with_keys(&server, "k2", &[("k2", 2)]).await;
        assert_eq!(read(&newer, &session).await, before);
    }
}

#[tokio::test]
async fn a_database_that_is_gone_is_said_clearly() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        save(
            &server,
            &session,
            Some("\"0\""),
            &json!({"summary": "before"}),
        )
        .await;
        let again = server.config.clone();
        server.app.db().close().await;
        problem(
            server.get_as("/me/profile", &session).await,
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
        )
        .await;
        let saved = save(
            &server,
            &session,
            Some("\"1\""),
            &json!({"summary": "after"}),
        )
        .await;
        problem(saved, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;

        let back = Server::run(server.engine, tempfile::tempdir().expect("a folder"), again).await;
        let (tag, profile) = read(&back, &session).await;
        assert_eq!(
            (tag.as_str(), profile.summary.as_str()),
            ("\"1\"", "before")
        );
    }
}
