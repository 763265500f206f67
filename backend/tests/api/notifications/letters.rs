//! E-mails through a mail server: to confirmed addresses alone, and until they are stopped.

use foothold_backend::config::Config;
use foothold_shared::notification::MailState;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::person::{PUBLIC, Person, patient, tell};
use super::smtp::{Came, Does, Smtp};
use crate::support::{DAY_MS, HOUR_MS, MINUTE_MS, Server, client, problem};

fn with(smtp: &Smtp) -> impl Fn(&mut Config) {
    let url = smtp.url();
    move |config: &mut Config| {
        patient(config);
        config.mail.smtp_url = url.clone().into();
        config.mail.from = "Foothold <no-reply@foothold.example>".to_owned();
    }
}

fn by_mail() -> Value {
    json!({"pace": "instantly", "mail": true})
}

/// The first link in a letter that begins so, at the server under test.
fn link(server: &Server, letter: &Came, path: &str) -> String {
    let text = letter.part("text/plain");
    let start = format!("{PUBLIC}{path}");
    let link = text
        .split_whitespace()
        .find(|word| word.starts_with(&start))
        .expect("a link");
    link.replace(PUBLIC, &format!("http://{}", server.address))
}

async fn open(url: &str) -> Response {
    client().get(url).send().await.expect("answers")
}

async fn press(url: &str) -> Response {
    // As a mail program does it.
    client()
        .post(url)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("List-Unsubscribe=One-Click")
        .send()
        .await
        .expect("answers")
}

async fn confirm(person: &Person<'_>, smtp: &Smtp) {
    let asked = person
        .send(Method::POST, "/me/mail-address/confirm", None)
        .await;
    assert_eq!(asked.status(), StatusCode::ACCEPTED);
    tell(person.server).await;
    let url = link(person.server, &smtp.last(), "/api/v1/mail/confirm/");
    assert_eq!(press(&url).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn an_address_is_confirmed_by_a_link_that_works_once() {
    let smtp = Smtp::start().await;
    for server in Server::on_each_database_with(with(&smtp)).await {
        let zoe = Person::new(&server, "zoe").await;
        zoe.search(1, "baker", by_mail()).await;
        let channels = zoe.channels().await;
        assert!(channels.mail_available);
        assert_eq!(channels.mail_address, "zoe@mail.example");
        assert_eq!(channels.mail_state, MailState::Unconfirmed);
        let before = smtp.came().len();
        zoe.import(&[("1", "Baker")]).await;
        tell(&server).await;
        assert_eq!(
            smtp.came().len(),
            before,
            "nothing goes to an unconfirmed address"
        );

        let path = "/me/mail-address/confirm";
        zoe.send(Method::POST, path, None).await;
        assert_eq!(zoe.channels().await.mail_state, MailState::Asked);
        let soon = zoe.send(Method::POST, path, None).await;
        assert!(soon.headers().contains_key("retry-after"));
        problem(soon, StatusCode::TOO_MANY_REQUESTS, "too_many_messages").await;
        tell(&server).await;
        let letter = smtp.last();
        assert_eq!(letter.to, "zoe@mail.example");
        assert!(letter.header("List-Unsubscribe").is_none());
        let first = link(&server, &letter, "/api/v1/mail/confirm/");

        // A newer message makes the older one's link useless.
        server.clock.advance_ms(MINUTE_MS);
        zoe.send(Method::POST, path, None).await;
        tell(&server).await;
        let second = link(&server, &smtp.last(), "/api/v1/mail/confirm/");
        assert_eq!(open(&first).await.status(), StatusCode::NOT_FOUND);
        let shown = open(&second).await;
        assert_eq!(shown.status(), StatusCode::OK);
        let policy = shown.headers()["content-security-policy"].clone();
        assert!(
            policy
                .to_str()
                .expect("text")
                .starts_with("default-src 'none'")
        );
        assert!(
            shown
                .text()
                .await
                .expect("a page")
                .contains("<form method=\"post\">")
        );
        assert_eq!(
            zoe.channels().await.mail_state,
            MailState::Asked,
            "looking confirms nothing"
        );
        assert_eq!(press(&first).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(press(&second).await.status(), StatusCode::OK);
        assert_eq!(press(&second).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(zoe.channels().await.mail_state, MailState::Confirmed);

        // What came in before is not sent after all; what comes in now is.
        let before = smtp.came().len();
        server.clock.advance_ms(HOUR_MS);
        tell(&server).await;
        assert_eq!(smtp.came().len(), before, "on {}", server.engine);
        zoe.import(&[("2", "Baker")]).await;
        tell(&server).await;
        assert_eq!(smtp.came().len(), before + 1);

        // Too old a link, and too many messages a day.
        let max = Person::new(&server, "max").await;
        max.send(Method::POST, path, None).await;
        tell(&server).await;
        let old = link(&server, &smtp.last(), "/api/v1/mail/confirm/");
        server.clock.advance_ms(2 * DAY_MS);
        assert_eq!(press(&old).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(max.channels().await.mail_state, MailState::Unconfirmed);
        for _ in 0..5 {
            let asked = max.send(Method::POST, path, None).await;
            assert_eq!(asked.status(), StatusCode::ACCEPTED);
            server.clock.advance_ms(2 * MINUTE_MS);
        }
        let sixth = max.send(Method::POST, path, None).await;
        problem(sixth, StatusCode::TOO_MANY_REQUESTS, "too_many_messages").await;
    }
}

#[tokio::test]
async fn a_letter_tells_of_jobs_and_not_of_the_person() {
    let smtp = Smtp::start().await;
    for server in Server::on_each_database_with(with(&smtp)).await {
        let zoe = Person::new(&server, "zoe").await;
        confirm(&zoe, &smtp).await;
        let bakers = zoe.search(1, "night", by_mail()).await;
        let ids: Vec<String> = (1..=11).map(|n| n.to_string()).collect();
        let title = "Night baker \"& co\" {x}";
        let jobs: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), title)).collect();
        zoe.import(&jobs).await;
        tell(&server).await;
        let letter = smtp.last();
        assert_eq!(letter.to, "zoe@mail.example");
        assert_eq!(
            letter.header("Subject").as_deref(),
            Some("11 new jobs for a search you saved")
        );
        let from = letter.header("From").unwrap_or_default().replace('"', "");
        assert_eq!(from, "Foothold <no-reply@foothold.example>");
        assert_eq!(
            letter.header("List-Unsubscribe-Post").as_deref(),
            Some("List-Unsubscribe=One-Click")
        );
        let (text, html) = (letter.part("text/plain"), letter.part("text/html"));
        assert!(text.contains(title), "{text}");
        assert!(
            text.contains("Mill 11 & \"Sons\" · Porto, Portugal"),
            "{text}"
        );
        assert!(
            html.contains("Night baker &quot;&amp; co&quot; {x}"),
            "{html}"
        );
        assert!(html.contains("Mill 11 &amp; &quot;Sons&quot;"));
        for body in [&text, &html] {
            assert!(body.contains("And 1 more."));
            assert!(body.contains(&format!("{PUBLIC}/jobs/searches/{bakers}")));
            assert!(
                !body.contains("My night"),
                "the search's name is the person's"
            );
            assert!(!body.contains("zoe@"));
        }
        // At rest nothing of it lies open.
        zoe.import(&[("20", "Night diver")]).await;
        server.clock.advance_ms(HOUR_MS);
        server
            .app
            .saved_searches()
            .alert_due()
            .await
            .expect("looked");
        const WAITING: &str = "select topic || content_sealed from deliveries";
        let mut held = server.app.db().read().await.expect("a connection");
        let waiting = foothold_backend::on!(&mut held.conn(), c => {
            sqlx::query_scalar::<_, String>(WAITING).fetch_all(c).await
        });
        let waiting = waiting.expect("rows");
        assert_eq!(waiting.len(), 1);
        assert!(!waiting[0].contains("diver") && !waiting[0].contains("night"));
    }
}

#[tokio::test]
async fn one_click_stops_one_search_and_choosing_it_again_goes_on() {
    let smtp = Smtp::start().await;
    for server in Server::on_each_database_with(with(&smtp)).await {
        let zoe = Person::new(&server, "zoe").await;
        confirm(&zoe, &smtp).await;
        let bakers = zoe.search(1, "baker", by_mail()).await;
        zoe.search(2, "diver", by_mail()).await;
        zoe.import(&[("1", "Baker")]).await;
        tell(&server).await;
        let letter = smtp.last();
        let header = letter.header("List-Unsubscribe").expect("a link");
        let stop = header
            .trim_matches(['<', '>'])
            .replace(PUBLIC, &format!("http://{}", server.address));
        assert_eq!(stop, link(&server, &letter, "/api/v1/mail/stop/"));

        let shown = open(&stop).await;
        assert_eq!(shown.status(), StatusCode::OK);
        assert!(
            shown
                .text()
                .await
                .expect("a page")
                .contains("Stop these e-mails")
        );
        let is_on = async || {
            let list: Value =
                crate::support::json(zoe.send(Method::GET, "/me/saved-searches", None).await).await;
            list["searches"][0]["alerts"]["mail"].clone()
        };
        assert_eq!(is_on().await, json!(true), "looking stops nothing");
        // One more waits while the person presses: it does not go any more.
        server.clock.advance_ms(HOUR_MS);
        zoe.import(&[("2", "Baker"), ("3", "Diver")]).await;
        server
            .app
            .saved_searches()
            .alert_due()
            .await
            .expect("looked");
        for _ in 0..2 {
            assert_eq!(press(&stop).await.status(), StatusCode::OK);
        }
        assert_eq!(is_on().await, json!(false));
        let before = smtp.came().len();
        tell(&server).await;
        assert_eq!(smtp.came().len(), before + 1, "the other search goes on");
        assert!(smtp.last().part("text/plain").contains("Diver"));
        assert!(zoe.told().await.len() >= 3, "the portal still tells");

        zoe.alerts(&bakers, &by_mail()).await;
        assert_eq!(is_on().await, json!(true));
        server.clock.advance_ms(HOUR_MS);
        zoe.import(&[("4", "Baker")]).await;
        tell(&server).await;
        assert!(smtp.last().part("text/plain").contains("Baker"));
        for forged in [stop.replace("stop/", "stop/x"), format!("{stop}0")] {
            assert_eq!(open(&forged).await.status(), StatusCode::NOT_FOUND);
            assert_eq!(press(&forged).await.status(), StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn what_is_not_taken_is_sent_again_and_told_by_its_id() {
    let smtp = Smtp::start().await;
    for server in Server::on_each_database_with(with(&smtp)).await {
        let zoe = Person::new(&server, "zoe").await;
        confirm(&zoe, &smtp).await;
        zoe.search(1, "baker", by_mail()).await;
        zoe.import(&[("1", "Baker")]).await;
        let before = smtp.came().len();
        smtp.next(&[Does::Waits, Does::TakesAndGoes]);
        tell(&server).await;
        assert_eq!(smtp.came().len(), before);
        tell(&server).await;
        assert_eq!(smtp.came().len(), before, "not at once");
        server.clock.advance_ms(MINUTE_MS);
        tell(&server).await;
        assert_eq!(smtp.came().len(), before + 1, "on {}", server.engine);
        server.clock.advance_ms(3 * MINUTE_MS);
        tell(&server).await;
        let came = smtp.came();
        assert_eq!(came.len(), before + 2);
        let ids: Vec<_> = came[before..]
            .iter()
            .map(|one| one.header("Message-ID"))
            .collect();
        assert!(ids[0].is_some() && ids[0] == ids[1], "{ids:?}");
        server.clock.advance_ms(DAY_MS);
        tell(&server).await;
        assert_eq!(smtp.came().len(), before + 2, "it was taken");
    }
}

#[tokio::test]
async fn an_address_that_refuses_is_left_alone() {
    let smtp = Smtp::start().await;
    for server in Server::on_each_database_with(with(&smtp)).await {
        let zoe = Person::new(&server, "zoe").await;
        confirm(&zoe, &smtp).await;
        zoe.search(
            1,
            "baker",
            json!({"pace": "instantly", "mail": true, "in_app": false}),
        )
        .await;
        for n in 0..3 {
            assert_eq!(zoe.channels().await.mail_state, MailState::Confirmed);
            let id = n.to_string();
            zoe.import(&[(id.as_str(), "Baker")]).await;
            smtp.next(&[Does::Refuses]);
            tell(&server).await;
            server.clock.advance_ms(HOUR_MS);
        }
        assert_eq!(zoe.channels().await.mail_state, MailState::Refused);
        let told = zoe.told().await;
        assert_eq!(told.len(), 1, "on {}", server.engine);
        assert_eq!(told[0].kind, "mail_refused");
        let before = smtp.came().len();
        zoe.import(&[("9", "Baker")]).await;
        tell(&server).await;
        assert_eq!(smtp.came().len(), before);
        confirm(&zoe, &smtp).await;
        assert_eq!(zoe.channels().await.mail_state, MailState::Confirmed);
    }
}
