//! Webhooks: signed, guarded, repeated, and switched off where nobody takes them.

use foothold_backend::clock::Clock;
use foothold_backend::config::Config;
use foothold_shared::notification::{WebhookTest, WebhookView};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::person::{Person, patient, tell};
use super::receiver::{Receiver, Says, id_of, is_signed};
use crate::support::{DAY_MS, HOUR_MS, MINUTE_MS, Server, json as read, problem};

fn with(receivers: &[&Receiver]) -> impl Fn(&mut Config) {
    let hosts: Vec<String> = receivers
        .iter()
        .map(|one| one.address().to_owned())
        .collect();
    move |config: &mut Config| {
        patient(config);
        config.alerts.private_hosts = hosts.clone();
    }
}

fn by_webhook() -> Value {
    json!({"pace": "instantly", "webhook": true, "in_app": false})
}

async fn set(person: &Person<'_>, url: &str) -> WebhookView {
    let answer = person
        .send(Method::PUT, "/me/webhook", Some(&json!({"url": url})))
        .await;
    read(answer).await
}

/// A person with a webhook, so many searches that tell by it, and a job that each of them finds; nobody was told yet.
async fn waiting<'a>(server: &'a Server, receiver: &Receiver, searches: u8) -> Person<'a> {
    let zoe = Person::new(server, "zoe").await;
    set(&zoe, &receiver.url()).await;
    for n in 1..=searches {
        zoe.search(n, "baker", by_webhook()).await;
    }
    zoe.import(&[("1", "Baker")]).await;
    zoe
}

async fn hook(person: &Person<'_>) -> WebhookView {
    person.channels().await.webhook.expect("a webhook")
}

async fn test(person: &Person<'_>) -> WebhookTest {
    person.server.clock.advance_ms(5_000);
    read(person.send(Method::POST, "/me/webhook/test", None).await).await
}

#[tokio::test]
async fn a_call_is_signed_and_its_secret_shown_once() {
    let receiver = Receiver::start().await;
    for server in Server::on_each_database_with(with(&[&receiver])).await {
        let zoe = Person::new(&server, "zoe").await;
        let made = set(&zoe, &receiver.url()).await;
        let secret = made.secret.expect("shown when it is made");
        assert!(hook(&zoe).await.secret.is_none());
        let again = set(&zoe, &receiver.url()).await;
        assert!(again.secret.is_none() && again.on);

        assert!(test(&zoe).await.delivered);
        let called = receiver.called();
        let first = called.last().expect("a call");
        assert!(is_signed(first, &secret) && !is_signed(first, "whsec_AAAA"));
        assert_eq!(first.json()["type"], "webhook.test");
        assert_eq!(first.header("content-type"), "application/json");

        let id = zoe.search(1, "baker", by_webhook()).await;
        zoe.import(&[("1", "Baker")]).await;
        assert_eq!(tell(&server).await, 1);
        let called = receiver.called();
        let call = called.last().expect("a call");
        assert!(is_signed(call, &secret));
        let body = call.json();
        assert_eq!(body["type"], "saved_search.new_jobs");
        assert_eq!(body["data"]["search_id"], json!(id));
        assert_eq!(body["data"]["jobs"][0]["title"], "Baker");
        assert!(!call.body.contains("My baker") && !call.body.contains("zoe@"));
        assert!(hook(&zoe).await.delivered_at_ms.is_some());
        assert!(
            zoe.told().await.is_empty(),
            "only by the way that was chosen"
        );

        const SEALED: &str = "select url_sealed || secret_sealed from webhooks";
        let mut held = server.app.db().read().await.expect("a connection");
        let sealed = foothold_backend::on!(&mut held.conn(), c => {
            sqlx::query_scalar::<_, String>(SEALED).fetch_one(c).await
        });
        let sealed = sealed.expect("a row");
        assert!(!sealed.contains("mine") && !sealed.contains(&secret[6..]));
        drop(held);
        let gone = zoe.send(Method::DELETE, "/me/webhook", None).await;
        assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        for (method, path) in [
            (Method::DELETE, "/me/webhook"),
            (Method::POST, "/me/webhook/test"),
            (Method::POST, "/me/webhook/secret"),
            (Method::DELETE, "/me/webhook/old-secret"),
        ] {
            let answer = zoe.send(method, path, None).await;
            problem(answer, StatusCode::NOT_FOUND, "webhook_not_found").await;
        }
    }
}

async fn renew(person: &Person<'_>) -> (String, WebhookView) {
    let renewed: WebhookView =
        read(person.send(Method::POST, "/me/webhook/secret", None).await).await;
    let secret = renewed.secret.clone().expect("another one");
    (secret, renewed)
}

#[tokio::test]
async fn for_a_day_the_old_secret_signs_beside_the_new_one() {
    let receiver = Receiver::start().await;
    for server in Server::on_each_database_with(with(&[&receiver])).await {
        let zoe = Person::new(&server, "zoe").await;
        let first = set(&zoe, &receiver.url()).await.secret.expect("a secret");
        let last = || receiver.called().last().expect("a call").clone();
        let count =
            |call: &crate::support::Asked| call.header("webhook-signature").split(' ').count();
        assert_eq!(hook(&zoe).await.old_secret_until_ms, None);

        let (second, view) = renew(&zoe).await;
        assert_ne!(second, first);
        let until_ms = view.old_secret_until_ms.expect("a time");
        assert_eq!(until_ms - server.clock.now_ms(), 24 * HOUR_MS);
        test(&zoe).await;
        assert!(is_signed(&last(), &first) && is_signed(&last(), &second));
        assert_eq!(count(&last()), 2);

        // Another one within the day: the last two sign, and no third.
        let (third, _) = renew(&zoe).await;
        test(&zoe).await;
        assert!(!is_signed(&last(), &first));
        assert!(is_signed(&last(), &second) && is_signed(&last(), &third));

        // Ended by hand, for a secret that somebody else knows; once more changes nothing.
        for _ in 0..2 {
            let ended = zoe
                .send(Method::DELETE, "/me/webhook/old-secret", None)
                .await;
            assert_eq!(ended.status(), StatusCode::NO_CONTENT);
            test(&zoe).await;
            assert!(is_signed(&last(), &third) && !is_signed(&last(), &second));
            assert_eq!(hook(&zoe).await.old_secret_until_ms, None);
        }

        // Ended by time, also for what waits to be repeated.
        let (fourth, _) = renew(&zoe).await;
        zoe.search(1, "baker", by_webhook()).await;
        zoe.import(&[("1", "Baker")]).await;
        receiver.next(&[Says::Status(500)]);
        tell(&server).await;
        assert!(is_signed(&last(), &third) && is_signed(&last(), &fourth));
        server.clock.advance_ms(24 * HOUR_MS);
        tell(&server).await;
        assert!(
            is_signed(&last(), &fourth) && count(&last()) == 1,
            "on {}",
            server.engine
        );
        assert_eq!(hook(&zoe).await.old_secret_until_ms, None);
    }
}

#[tokio::test]
async fn another_secret_says_nothing_of_how_the_webhook_works() {
    let receiver = Receiver::start().await;
    let server = Server::start_with(with(&[&receiver])).await;
    let zoe = waiting(&server, &receiver, 1).await;
    receiver.next(&[Says::Status(410)]);
    tell(&server).await;
    let (_, view) = renew(&zoe).await;
    assert!(!view.on && view.problem.contains("410"), "{view:?}");
}

#[tokio::test]
async fn a_receiver_that_asks_for_time_is_left_alone_so_long() {
    let receiver = Receiver::start().await;
    for server in Server::on_each_database_with(with(&[&receiver])).await {
        let zoe = waiting(&server, &receiver, 2).await;
        let before = receiver.called().len();
        let calls = || receiver.called().len() - before;
        receiver.next(&[Says::Busy(429, "7200")]);
        tell(&server).await;
        assert_eq!(calls(), 1, "the other search's call waits, too");
        let asked_ms = server.clock.now_ms();
        let now = hook(&zoe).await;
        assert_eq!(now.paused_until_ms, Some(asked_ms + 2 * HOUR_MS));
        assert!(
            now.on && now.failures == 1 && now.problem.contains("429"),
            "{now:?}"
        );

        // What comes meanwhile is no exception.
        zoe.import(&[("2", "Baker")]).await;
        for _ in 0..3 {
            server.clock.advance_ms(30 * MINUTE_MS);
            tell(&server).await;
        }
        assert_eq!(calls(), 1, "on {}", server.engine);
        server.clock.advance_ms(30 * MINUTE_MS);
        tell(&server).await;
        assert_eq!(calls(), 5, "both searches, both jobs, on {}", server.engine);
        let now = hook(&zoe).await;
        assert_eq!((now.failures, now.paused_until_ms), (0, None));

        // Nobody is waited for longer than a day, and never shorter than usually.
        receiver.next(&[Says::Busy(503, "99999999999"), Says::Busy(503, "1")]);
        zoe.import(&[("3", "Baker")]).await;
        tell(&server).await;
        let now = hook(&zoe).await;
        assert_eq!(
            now.paused_until_ms,
            Some(server.clock.now_ms() + 24 * HOUR_MS)
        );
        // A person who sets it again wants it called now.
        assert_eq!(set(&zoe, &receiver.url()).await.paused_until_ms, None);
        tell(&server).await;
        assert_eq!(calls(), 7);
        server.clock.advance_ms(2_000);
        tell(&server).await;
        assert_eq!(
            calls(),
            7 + 1,
            "only what was not tried, on {}",
            server.engine
        );
    }
}

#[tokio::test]
async fn what_waits_behind_a_busy_receiver_is_not_sent_when_it_is_old() {
    let receiver = Receiver::start().await;
    for server in Server::on_each_database_with(with(&[&receiver])).await {
        let zoe = waiting(&server, &receiver, 2).await;
        let before = receiver.called().len();
        let calls = || receiver.called().len() - before;
        // One call is tried a day and the other one waits behind it, until both are older than three days.
        receiver.next(&[const { Says::Busy(503, "86400") }; 3]);
        for _ in 0..5 {
            tell(&server).await;
            server.clock.advance_ms(DAY_MS + MINUTE_MS);
        }
        assert_eq!(calls(), 3, "both are dropped, on {}", server.engine);
        zoe.import(&[("2", "Baker")]).await;
        tell(&server).await;
        assert_eq!(calls(), 3 + 2, "what is new is sent, on {}", server.engine);
    }
}

#[tokio::test]
async fn what_a_receiver_does_wrong_is_said_in_words() {
    let (receiver, other) = (Receiver::start().await, Receiver::start().await);
    let server = Server::start_with(with(&[&receiver])).await;
    let zoe = Person::new(&server, "zoe").await;
    set(&zoe, &receiver.url()).await;
    // An answer is its status: what follows is not waited for.
    receiver.next(&[Says::OnAndOn]);
    assert!(test(&zoe).await.delivered);
    for (says, words) in [
        (Says::HangsUp, "hung up"),
        (Says::GoTo(other.url()), "redirect"),
        (Says::Busy(503, "60"), "too busy"),
        (Says::Status(404), "404"),
    ] {
        receiver.next(&[says]);
        let went = test(&zoe).await;
        assert!(!went.delivered && went.problem.contains(words), "{went:?}");
    }
    assert!(other.called().is_empty());
}

#[tokio::test]
async fn nothing_private_is_called() {
    let (receiver, secret_one) = (Receiver::start().await, Receiver::start().await);
    let server = Server::start_with(with(&[&receiver])).await;
    let zoe = Person::new(&server, "zoe").await;
    for url in [
        secret_one.url(),
        "http://hooks.example/x".to_owned(),
        "https://127.0.0.1/x".to_owned(),
        "https://169.254.169.254/latest".to_owned(),
        "https://[::1]/".to_owned(),
        "https://localhost/".to_owned(),
        "https://intranet/".to_owned(),
        "https://zoe:pw@hooks.example/".to_owned(),
        "https://hooks.example:22/".to_owned(),
        "ftp://hooks.example/".to_owned(),
        "hooks.example".to_owned(),
        String::new(),
        format!("https://hooks.example/{}", "x".repeat(2_000)),
    ] {
        let body = json!({"url": url});
        let answer = zoe.send(Method::PUT, "/me/webhook", Some(&body)).await;
        let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        assert_eq!(said.errors[0].field, "url", "{url}");
    }
    // A redirect is an answer like another wrong one.
    set(&zoe, &receiver.url()).await;
    receiver.next(&[Says::GoTo(secret_one.url())]);
    let went = test(&zoe).await;
    assert!(
        !went.delivered && went.problem.contains("redirect"),
        "{went:?}"
    );
    assert!(secret_one.called().is_empty());
    let soon = zoe.send(Method::POST, "/me/webhook/test", None).await;
    problem(soon, StatusCode::TOO_MANY_REQUESTS, "too_many_messages").await;
    receiver.next(&[Says::Status(500)]);
    let went = test(&zoe).await;
    assert!(!went.delivered && went.problem.contains("500"));
}

#[tokio::test]
async fn a_call_that_fails_is_repeated_under_its_id() {
    let receiver = Receiver::start().await;
    for server in Server::on_each_database_with(with(&[&receiver])).await {
        let zoe = waiting(&server, &receiver, 1).await;
        let before = receiver.called().len();
        receiver.next(&[Says::Status(500), Says::Status(503)]);
        tell(&server).await;
        tell(&server).await;
        assert_eq!(receiver.called().len(), before + 1, "not at once");
        let now = hook(&zoe).await;
        assert_eq!((now.failures, now.on), (1, true));
        assert!(now.problem.contains("500"));
        server.clock.advance_ms(MINUTE_MS);
        tell(&server).await;
        server.clock.advance_ms(HOUR_MS);
        tell(&server).await;
        let called = receiver.called();
        assert_eq!(called.len(), before + 3, "on {}", server.engine);
        assert!(
            called[before..]
                .windows(2)
                .all(|pair| { id_of(&pair[0]) == id_of(&pair[1]) && pair[0].body == pair[1].body })
        );
        let times: Vec<&str> = called[before..]
            .iter()
            .map(|call| call.header("webhook-timestamp"))
            .collect();
        assert!(times[0] < times[1], "each try is signed for its own time");
        let now = hook(&zoe).await;
        assert_eq!((now.failures, now.problem.as_str()), (0, ""));
        server.clock.advance_ms(HOUR_MS);
        tell(&server).await;
        assert_eq!(receiver.called().len(), before + 3, "it was taken");
    }
}

#[tokio::test]
async fn a_webhook_that_takes_nothing_is_switched_off_and_its_owner_told() {
    let receiver = Receiver::start().await;
    for server in Server::on_each_database_with(with(&[&receiver])).await {
        let zoe = waiting(&server, &receiver, 1).await;
        let before = receiver.called().len();
        receiver.next(&vec![Says::Status(500); 20]);
        let mut hours = 0;
        while hook(&zoe).await.on {
            tell(&server).await;
            server.clock.advance_ms(HOUR_MS);
            hours += 1;
            assert!(hours < 100, "it ends");
        }
        assert!(hours > 24, "a day is waited at least, on {}", server.engine);
        let tried = receiver.called().len() - before;
        assert!((5..=9).contains(&tried), "{tried}");
        let told = zoe.told().await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].kind, "webhook_off");
        assert!(told[0].text.contains("500"));
        zoe.import(&[("2", "Baker")]).await;
        tell(&server).await;
        assert_eq!(receiver.called().len() - before, tried, "it is left alone");

        // Mended and switched on, it goes on with what comes.
        receiver.next(&[]);
        let on = set(&zoe, &receiver.url()).await;
        assert!(on.on && on.secret.is_none());
        while receiver.called().len() - before < 20 {
            test(&zoe).await;
        }
        zoe.import(&[("3", "Baker")]).await;
        server.clock.advance_ms(HOUR_MS);
        assert_eq!(tell(&server).await, 1);
        // 410 is the receiver's own word for never.
        receiver.next(&[Says::Status(410)]);
        zoe.import(&[("4", "Baker")]).await;
        server.clock.advance_ms(HOUR_MS);
        tell(&server).await;
        assert!(!hook(&zoe).await.on);
        assert_eq!(zoe.told().await.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_is_slow_holds_up_nobody_else() {
    let (slow, quick) = (Receiver::start().await, Receiver::start().await);
    for server in Server::on_each_database_with(with(&[&slow, &quick])).await {
        let zoe = Person::new(&server, "zoe").await;
        let max = Person::new(&server, "max").await;
        set(&zoe, &slow.url()).await;
        set(&max, &quick.url()).await;
        // Many for the slow one, and all of them come first.
        for n in 1..=8 {
            zoe.search(n, "baker", by_webhook()).await;
        }
        max.search(9, "baker", by_webhook()).await;
        zoe.import(&[("1", "Baker")]).await;
        server
            .app
            .saved_searches()
            .alert_due()
            .await
            .expect("looked");
        let (slow_before, quick_before) = (slow.called().len(), quick.called().len());
        slow.next(&[Says::Nothing]);
        let app = server.app.clone();
        let sending = tokio::spawn(async move { app.notifications().deliver_due().await });
        quick.until_called(quick_before + 1).await;
        slow.until_called(slow_before + 1).await;
        assert_eq!(
            slow.called().len(),
            slow_before + 1,
            "one at a time, on {}",
            server.engine
        );
        slow.release.notify_one();
        sending.await.expect("not ended").expect("sent");
        tell(&server).await;
        let mut ids: Vec<String> = slow.called()[slow_before..]
            .iter()
            .map(|call| id_of(call).to_owned())
            .collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 8);
    }
}
