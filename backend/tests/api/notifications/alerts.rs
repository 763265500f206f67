//! What is told, when, and that it is told once.

use foothold_backend::on;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::person::{Person, patient, tell};
use crate::support::{DAY_MS, HOUR_MS, MINUTE_MS, Server, problem};

fn instantly() -> Value {
    json!({"pace": "instantly"})
}

#[tokio::test]
async fn each_job_is_told_once_for_each_search() {
    for server in Server::on_each_database_with(patient).await {
        let zoe = Person::new(&server, "zoe").await;
        let max = Person::new(&server, "max").await;
        zoe.import(&[("1", "Night baker")]).await;
        let bakers = zoe.search(1, "baker", instantly()).await;
        zoe.search(2, "night", instantly()).await;
        tell(&server).await;
        assert!(zoe.told().await.is_empty(), "what was there is not new");

        zoe.import(&[("2", "Night baker"), ("3", "Diver"), ("4", "Baker")])
            .await;
        tell(&server).await;
        tell(&server).await;
        let told = zoe.told().await;
        let mut titles: Vec<&str> = told.iter().map(|one| one.title.as_str()).collect();
        titles.sort_unstable();
        assert_eq!(
            titles,
            ["1 new job: My night", "2 new jobs: My baker"],
            "on {}",
            server.engine
        );
        let about_bakers = told.iter().find(|one| one.title.contains("baker"));
        let about_bakers = about_bakers.expect("it is there");
        assert_eq!(about_bakers.kind, "new_jobs");
        assert_eq!(about_bakers.link, format!("/jobs/searches/{bakers}"));
        assert_eq!(about_bakers.jobs.len(), 2);
        assert!(about_bakers.jobs.iter().any(|job| {
            job.title == "Night baker"
                && job.company == "Mill 2 & \"Sons\""
                && job.place == "Porto, Portugal"
        }));
        assert!(max.told().await.is_empty());

        // Changed, seen again, and posted at another source: the same jobs.
        server.clock.advance_ms(10 * MINUTE_MS);
        zoe.import(&[("2", "Night baker (again)"), ("4", "Baker")])
            .await;
        let again = json!([{"id": "77", "title": "Baker", "company": "Mill 4 & \"Sons\"", "location": "Porto, Portugal",
            "url": "https://other.example/77", "description": "Bread for the town."}]);
        let body = json!({"name": "other.csv.json", "text": again.to_string()});
        zoe.send(Method::POST, "/job-imports", Some(&body)).await;
        tell(&server).await;
        assert_eq!(zoe.told().await.len(), 2);

        // What comes in soon after is told together, later.
        zoe.import(&[("5", "Baker five")]).await;
        server.clock.advance_ms(MINUTE_MS);
        tell(&server).await;
        assert_eq!(zoe.told().await.len(), 3);
        zoe.import(&[("6", "Baker six")]).await;
        tell(&server).await;
        assert_eq!(zoe.told().await.len(), 3, "five minutes are not over");
        zoe.import(&[("7", "Baker seven")]).await;
        server.clock.advance_ms(5 * MINUTE_MS);
        tell(&server).await;
        let told = zoe.told().await;
        assert_eq!(told.len(), 4);
        assert_eq!(told[0].title, "2 new jobs: My baker");

        // Another name goes on, other filters begin anew, and a search that is deleted is quiet.
        server.clock.advance_ms(HOUR_MS);
        zoe.import(&[("8", "Baker eight"), ("9", "Diver nine")])
            .await;
        let path = format!("/me/saved-searches/{bakers}");
        let named = json!({"name": "Bread", "filters": {"q": "baker"}});
        zoe.send(Method::PUT, &path, Some(&named)).await;
        tell(&server).await;
        assert_eq!(zoe.told().await[0].title, "1 new job: Bread");
        server.clock.advance_ms(HOUR_MS);
        zoe.import(&[("10", "Diver ten")]).await;
        let divers = json!({"name": "Divers", "filters": {"q": "diver"}});
        zoe.send(Method::PUT, &path, Some(&divers)).await;
        tell(&server).await;
        assert_eq!(zoe.told().await[0].title, "1 new job: Bread");
        zoe.import(&[("11", "Diver eleven")]).await;
        zoe.send(Method::DELETE, &path, None).await;
        tell(&server).await;
        assert_eq!(zoe.told().await[0].title, "1 new job: Bread");
    }
}

#[tokio::test]
async fn what_an_update_takes_out_of_the_index_is_told_all_the_same() {
    for server in Server::on_each_database_with(patient).await {
        let zoe = Person::new(&server, "zoe").await;
        zoe.search(1, "baker", instantly()).await;
        tell(&server).await;
        zoe.import(&[("1", "Baker"), ("2", "Baker")]).await;
        // As an update of the program leaves it, just when a search is due.
        let mut tx = server.app.db().begin().await.expect("begins");
        for sql in [
            "delete from job_words",
            "update job_numbers set made_version = 0",
        ] {
            on!(&mut tx.conn(), c => sqlx::query(sql).execute(c).await.map(drop)).expect("empties");
        }
        tx.commit().await.expect("commits");
        tell(&server).await;
        let told = zoe.told().await;
        assert_eq!(told.len(), 1, "on {}", server.engine);
        assert_eq!(told[0].jobs.len(), 2);
    }
}

#[tokio::test]
async fn a_digest_comes_at_the_persons_hour_and_counts_the_rest() {
    for server in Server::on_each_database_with(patient).await {
        let zoe = Person::new(&server, "zoe").await;
        // It is Friday, eight o'clock in UTC: nine in Paris.
        let daily = json!({"pace": "daily", "hour": 18, "time_zone": "Europe/Paris"});
        zoe.search(1, "baker", daily).await;
        let weekly =
            json!({"pace": "weekly", "hour": 7, "weekday": 7, "time_zone": "Europe/Paris"});
        zoe.search(2, "baker", weekly).await;
        let ids: Vec<String> = (1..=13).map(|n| n.to_string()).collect();
        let jobs: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "Baker")).collect();
        zoe.import(&jobs).await;
        tell(&server).await;
        server.clock.advance_ms(9 * HOUR_MS - 1);
        tell(&server).await;
        assert!(zoe.told().await.is_empty(), "not before the hour");
        // One was hidden before it was told.
        let list: Value = crate::support::json(zoe.send(Method::GET, "/jobs", None).await).await;
        let hidden = list["jobs"][0]["job_id"].as_str().expect("an id");
        let hide = format!("/me/hidden-jobs/{hidden}");
        zoe.send(Method::PUT, &hide, None).await;
        server.clock.advance_ms(1);
        tell(&server).await;
        let told = zoe.told().await;
        assert_eq!(told.len(), 1, "on {}", server.engine);
        assert_eq!((told[0].jobs.len(), told[0].more_jobs), (10, 2));
        assert_eq!(told[0].title, "12 new jobs: My baker");
        // A day without jobs is a day without words; on Sunday at seven the week is told.
        server.clock.advance_ms(DAY_MS);
        tell(&server).await;
        assert_eq!(zoe.told().await.len(), 1);
        server.clock.advance_ms(13 * HOUR_MS);
        tell(&server).await;
        assert_eq!(zoe.told().await.len(), 2);
        server.clock.advance_ms(30 * DAY_MS);
        tell(&server).await;
        assert_eq!(zoe.told().await.len(), 2);
    }
}

#[tokio::test]
async fn off_is_off_and_on_begins_with_what_comes() {
    let server = Server::start_with(patient).await;
    let zoe = Person::new(&server, "zoe").await;
    let id = zoe.search(1, "baker", instantly()).await;
    zoe.alerts(&id, &json!({"pace": "off"})).await;
    zoe.import(&[("1", "Baker")]).await;
    tell(&server).await;
    zoe.alerts(&id, &instantly()).await;
    tell(&server).await;
    assert!(zoe.told().await.is_empty());
    // Another pace loses nothing.
    zoe.import(&[("2", "Baker two")]).await;
    zoe.alerts(
        &id,
        &json!({"pace": "daily", "hour": 9, "time_zone": "UTC"}),
    )
    .await;
    server.clock.advance_ms(HOUR_MS);
    tell(&server).await;
    assert_eq!(zoe.told().await.len(), 1);
}

#[tokio::test]
async fn notifications_are_listed_read_and_deleted_by_their_owner_alone() {
    for server in Server::on_each_database_with(patient).await {
        let zoe = Person::new(&server, "zoe").await;
        let max = Person::new(&server, "max").await;
        zoe.search(1, "baker", instantly()).await;
        for n in 0..5 {
            let id = n.to_string();
            zoe.import(&[(id.as_str(), "Baker")]).await;
            tell(&server).await;
            server.clock.advance_ms(10 * MINUTE_MS);
        }
        let first = zoe.page("?limit=2").await;
        assert_eq!((first.notifications.len(), first.unread), (2, 5));
        let cursor = first.next_cursor.expect("there are more");
        let second = zoe.page(&format!("?limit=3&cursor={cursor}")).await;
        assert_eq!((second.notifications.len(), second.next_cursor), (3, None));
        let newest = &first.notifications[0].notification_id;
        let oldest = &second.notifications[2].notification_id;
        assert!(newest > oldest);

        let read = format!("/me/notifications/{newest}/read");
        let foreign = max.send(Method::POST, &read, None).await;
        problem(foreign, StatusCode::NOT_FOUND, "notification_not_found").await;
        for _ in 0..2 {
            let answer = zoe.send(Method::POST, &read, None).await;
            assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        }
        assert_eq!(zoe.page("").await.unread, 4);
        let up_to = json!({"notification_id": second.notifications[1].notification_id});
        zoe.send(Method::POST, "/me/notifications/read", Some(&up_to))
            .await;
        let page = zoe.page("").await;
        let unread: Vec<bool> = page.notifications.iter().map(|one| !one.read).collect();
        assert_eq!(unread, [false, true, true, false, false]);
        let count: Value = crate::support::json(
            zoe.send(Method::GET, "/me/notifications/unread", None)
                .await,
        )
        .await;
        assert_eq!(count, json!({"unread": 2}));

        let gone = format!("/me/notifications/{oldest}");
        let foreign = max.send(Method::DELETE, &gone, None).await;
        problem(foreign, StatusCode::NOT_FOUND, "notification_not_found").await;
        let answer = zoe.send(Method::DELETE, &gone, None).await;
        assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        assert_eq!(zoe.told().await.len(), 4);
        for (query, code) in [
            ("?limit=0", "limit_out_of_range"),
            ("?limit=101", "limit_out_of_range"),
            ("?cursor=x", "unknown_cursor"),
        ] {
            let path = format!("/me/notifications{query}");
            let answer = zoe.send(Method::GET, &path, None).await;
            problem(answer, StatusCode::BAD_REQUEST, code).await;
        }
        // Old ones are forgotten, and nothing lies open meanwhile.
        const SEALED: &str = "select content_sealed from notifications limit 1";
        let mut held = server.app.db().read().await.expect("a connection");
        let sealed = foothold_backend::on!(&mut held.conn(), c => {
            sqlx::query_scalar::<_, String>(SEALED).fetch_one(c).await
        });
        assert!(!sealed.expect("a row").contains("aker"));
        drop(held);
        server.clock.advance_ms(91 * DAY_MS);
        server.app.notifications().sweep().await.expect("swept");
        assert!(zoe.told().await.is_empty());
    }
}

#[tokio::test]
async fn what_cannot_be_chosen_is_said() {
    let server = Server::start_with(patient).await;
    let zoe = Person::new(&server, "zoe").await;
    let id = zoe.search(1, "baker", instantly()).await;
    for (alerts, field, code) in [
        (json!({"pace": "daily", "hour": 24}), "hour", "out_of_range"),
        (
            json!({"pace": "weekly", "weekday": 0}),
            "weekday",
            "out_of_range",
        ),
        (
            json!({"time_zone": "Mars/North"}),
            "time_zone",
            "unknown_time_zone",
        ),
        (json!({"mail": true}), "mail", "no_mail_server"),
        (json!({"webhook": true}), "webhook", "no_webhook"),
    ] {
        let said = problem(
            zoe.alerts(&id, &alerts).await,
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
        )
        .await;
        let first = &said.errors[0];
        assert_eq!((first.field.as_str(), first.code.as_str()), (field, code));
    }
    let max = Person::new(&server, "max").await;
    for path in [id.as_str(), "mine"] {
        let answer = max.alerts(path, &instantly()).await;
        problem(answer, StatusCode::NOT_FOUND, "saved_search_not_found").await;
    }
    let channels = zoe.channels().await;
    assert!(!channels.mail_available && channels.webhook.is_none());
    let answer = zoe
        .send(Method::POST, "/me/mail-address/confirm", None)
        .await;
    problem(answer, StatusCode::CONFLICT, "no_mail_server").await;
}
