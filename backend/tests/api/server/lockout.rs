//! The lock-out: it stops a guesser, and no stranger can use it against anyone.

use reqwest::StatusCode;
use serde_json::json;

use crate::support::{PASSWORD, Server, problem};

const STRANGER: &str = "192.0.2.66";
const OWNER: &str = "198.51.100.7";

#[tokio::test]
async fn a_stranger_who_hammers_locks_out_only_himself() {
    for server in Server::on_each_database().await {
        server.register("zoe@mail.example").await;
        for _ in 0..server.config.accounts.attempts_per_client {
            let wrong = server
                .login("zoe@mail.example", "wrong password", STRANGER)
                .await;
            problem(wrong, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
        }
        for _ in 0..3 {
            // Even the right password is not tried any more.
            let response = server.login("zoe@mail.example", PASSWORD, STRANGER).await;
            assert_eq!(response.headers()["retry-after"], "900");
            problem(response, StatusCode::TOO_MANY_REQUESTS, "too_many_attempts").await;
        }
        let owner = server.login("zoe@mail.example", PASSWORD, OWNER).await;
        assert_eq!(owner.status(), StatusCode::OK);
        // The wait is over when the window is.
        server
            .clock
            .advance_ms(server.config.accounts.attempts_window_s * 1000);
        let later = server.login("zoe@mail.example", PASSWORD, STRANGER).await;
        assert_eq!(later.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn an_unknown_address_is_locked_like_a_known_one() {
    for server in Server::on_each_database().await {
        server.register("zoe@mail.example").await;
        for email in ["zoe@mail.example", "nobody@mail.example"] {
            for _ in 0..server.config.accounts.attempts_per_client {
                let wrong = server.login(email, "wrong password", STRANGER).await;
                problem(wrong, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
            }
            let response = server.login(email, "wrong password", STRANGER).await;
            problem(response, StatusCode::TOO_MANY_REQUESTS, "too_many_attempts").await;
        }
    }
}

#[tokio::test]
async fn many_tries_at_once_are_all_counted() {
    for server in Server::on_each_database().await {
        server.register("zoe@mail.example").await;
        let tries = (0..20).map(|_| server.login("zoe@mail.example", "wrong password", STRANGER));
        let answers = futures_util::future::join_all(tries).await;
        let checked = answers
            .iter()
            .filter(|one| one.status() == StatusCode::UNAUTHORIZED)
            .count() as i64;
        assert_eq!(checked, server.config.accounts.attempts_per_client);
    }
}

#[tokio::test]
async fn a_right_password_forgets_the_wrong_ones_before_it() {
    for server in Server::on_each_database().await {
        server.register("zoe@mail.example").await;
        for _ in 0..3 {
            for _ in 1..server.config.accounts.attempts_per_client {
                server.login("zoe@mail.example", "mistyped it", OWNER).await;
            }
            let right = server.login("zoe@mail.example", PASSWORD, OWNER).await;
            assert_eq!(right.status(), StatusCode::OK);
        }
    }
}

#[tokio::test]
async fn an_attack_from_everywhere_slows_strangers_and_not_those_who_were_there_before() {
    let few =
        |config: &mut foothold_backend::config::Config| config.accounts.attempts_per_account = 8;
    for server in Server::on_each_database_with(few).await {
        server.register("zoe@mail.example").await;
        let known = server.login("zoe@mail.example", PASSWORD, OWNER).await;
        assert_eq!(known.status(), StatusCode::OK);
        for n in 0..server.config.accounts.attempts_per_account {
            let from = format!("203.0.113.{n}");
            let wrong = server
                .login("zoe@mail.example", "wrong password", &from)
                .await;
            problem(wrong, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
        }
        // From here on strangers come one by one.
        let first = server
            .login("zoe@mail.example", "wrong password", "192.0.2.1")
            .await;
        problem(first, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
        let second = server
            .login("zoe@mail.example", "wrong password", "192.0.2.2")
            .await;
        assert_eq!(second.headers()["retry-after"], "10");
        problem(second, StatusCode::TOO_MANY_REQUESTS, "too_many_attempts").await;

        let owner = server.login("zoe@mail.example", PASSWORD, OWNER).await;
        assert_eq!(
            owner.status(),
            StatusCode::OK,
            "this network signed in before"
        );

        server
            .clock
            .advance_ms(server.config.accounts.attack_pause_s * 1000);
        let new_place = server
            .login("zoe@mail.example", PASSWORD, "192.0.2.3")
            .await;
        assert_eq!(
            new_place.status(),
            StatusCode::OK,
            "a stranger waits, and is not locked out"
        );
    }
}

#[tokio::test]
async fn a_device_that_signed_in_before_has_attempts_of_its_own_in_a_blocked_network() {
    for server in Server::on_each_database().await {
        let body = json!({"email": "zoe@mail.example", "password": PASSWORD});
        let made = server
            .post("/register", &body)
            .send()
            .await
            .expect("answers");
        let mut jar = crate::support::Jar::default();
        jar.take(&made);
        // Somebody in the same café guesses until the network is blocked.
        for _ in 0..=server.config.accounts.attempts_per_client {
            server
                .login("zoe@mail.example", "wrong password", STRANGER)
                .await;
        }
        let without = server.login("zoe@mail.example", PASSWORD, STRANGER).await;
        problem(without, StatusCode::TOO_MANY_REQUESTS, "too_many_attempts").await;
        let with = server
            .post("/login", &body)
            .header("x-forwarded-for", STRANGER)
            .header("cookie", jar.header("/api/v1/login"))
            .send()
            .await
            .expect("answers");
        assert_eq!(with.status(), StatusCode::OK);
        // A forged device is no device.
        let forged = server
            .post("/login", &body)
            .header("x-forwarded-for", STRANGER)
            .header(
                "cookie",
                format!("foothold_device={}.{}", "0".repeat(32), "0".repeat(64)),
            )
            .send()
            .await
            .expect("answers");
        problem(forged, StatusCode::TOO_MANY_REQUESTS, "too_many_attempts").await;
    }
}

#[tokio::test]
async fn one_address_cannot_try_account_after_account() {
    let change = |config: &mut foothold_backend::config::Config| {
        config.server.account_requests_per_minute = 4;
    };
    let server = Server::start_with(change).await;
    for n in 0..4 {
        let wrong = server
            .login(&format!("{n}@mail.example"), "wrong password", STRANGER)
            .await;
        problem(wrong, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
    }
    let refused = server
        .login("5@mail.example", "wrong password", STRANGER)
        .await;
    assert_eq!(refused.headers()["retry-after"], "15");
    problem(refused, StatusCode::TOO_MANY_REQUESTS, "too_many_requests").await;
    let other = server
        .login("5@mail.example", "wrong password", OWNER)
        .await;
    problem(other, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
    server.clock.advance_ms(15_000);
    let later = server
        .login("5@mail.example", "wrong password", STRANGER)
        .await;
    problem(later, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
}
