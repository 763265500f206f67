//! Alerts that a person changes while something is still to be sent: what they no longer want does not come later.

use foothold_backend::config::Config;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::person::{Person, patient, tell};
use crate::support::{DAY_MS, Does, HOUR_MS, Server, Stand};

fn with(stand: &Stand) -> impl Fn(&mut Config) {
    let host = stand.address().to_owned();
    move |config: &mut Config| {
        patient(config);
        config.alerts.private_hosts = vec![host.clone()];
    }
}

fn by_webhook(pace: &str) -> Value {
    json!({"pace": pace, "webhook": true, "in_app": false})
}

/// A person with a search that tells at their webhook, whose receiver has failed once: one call waits to be repeated.
async fn waiting<'a>(server: &'a Server, stand: &Stand) -> (Person<'a>, String) {
    let zoe = Person::new(server, "zoe").await;
    let body = json!({"url": stand.url("/hook")});
    let set = zoe.send(Method::PUT, "/me/webhook", Some(&body)).await;
    assert_eq!(set.status(), StatusCode::CREATED);
    let id = zoe.search(1, "baker", by_webhook("instantly")).await;
    zoe.import(&[("1", "Baker")]).await;
    stand.now(|_, _| Does::status(500));
    stand.take_asked();
    tell(server).await;
    assert_eq!(stand.take_asked().len(), 1);
    stand.now(|_, _| Does::status(204));
    (zoe, id)
}

/// How often the receiver is called in the next three days.
async fn called_later(server: &Server, stand: &Stand) -> usize {
    for _ in 0..12 {
        server.clock.advance_ms(6 * HOUR_MS);
        tell(server).await;
    }
    stand.take_asked().len()
}

#[tokio::test]
async fn what_waits_is_taken_back_when_its_way_or_its_search_is_given_up() {
    let stand = Stand::always(Does::status(204)).await;
    type Given = fn(&str) -> (Method, String, Option<Value>);
    let ways: [(&str, Given); 4] = [
        ("paused", |id| {
            let path = format!("/me/saved-searches/{id}/alerts");
            (Method::PUT, path, Some(by_webhook("off")))
        }),
        ("another way", |id| {
            let path = format!("/me/saved-searches/{id}/alerts");
            let here = json!({"pace": "instantly", "webhook": false, "in_app": true});
            (Method::PUT, path, Some(here))
        }),
        ("deleted", |id| {
            (Method::DELETE, format!("/me/saved-searches/{id}"), None)
        }),
        ("no webhook", |_| {
            (Method::DELETE, "/me/webhook".to_owned(), None)
        }),
    ];
    for (words, given_up) in ways {
        for server in Server::on_each_database_with(with(&stand)).await {
            let (zoe, id) = waiting(&server, &stand).await;
            let (method, path, body) = given_up(&id);
            let done = zoe.send(method, &path, body.as_ref()).await;
            assert!(done.status().is_success(), "{words}: {}", done.status());
            let calls = called_later(&server, &stand).await;
            assert_eq!(calls, 0, "{words}, on {}", server.engine);
        }
    }
}

#[tokio::test]
async fn what_waits_still_comes_where_only_the_hour_was_changed() {
    let stand = Stand::always(Does::status(204)).await;
    for server in Server::on_each_database_with(with(&stand)).await {
        let (zoe, id) = waiting(&server, &stand).await;
        let daily = json!({"pace": "daily", "hour": 7, "webhook": true, "in_app": false});
        let set = zoe.alerts(&id, &daily).await;
        assert_eq!(set.status(), StatusCode::OK);
        assert_eq!(
            called_later(&server, &stand).await,
            1,
            "on {}",
            server.engine
        );
    }
}

#[tokio::test]
async fn a_receiver_that_answers_without_end_has_taken_the_call() {
    let stand = Stand::always(Does::status(204)).await;
    for server in Server::on_each_database_with(with(&stand)).await {
        let (zoe, _) = waiting(&server, &stand).await;
        stand.now(|_, _| Does::Endless("{", "\"a\": 1,"));
        server.clock.advance_ms(HOUR_MS);
        assert_eq!(tell(&server).await, 1, "on {}", server.engine);
        let hook = zoe.channels().await.webhook.expect("a webhook");
        assert_eq!((hook.failures, hook.on), (0, true));
        stand.take_asked();
        stand.now(|_, _| Does::status(204));
        server.clock.advance_ms(DAY_MS);
        tell(&server).await;
        assert!(stand.take_asked().is_empty(), "once, on {}", server.engine);
    }
}
