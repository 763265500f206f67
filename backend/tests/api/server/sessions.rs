//! The whole life of a session, by token and by cookie, on each database.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{MINUTE_MS, PASSWORD, Portal, START_MS, Server, json, problem, text};

#[tokio::test]
async fn a_token_session_from_registering_to_signing_out() {
    for server in Server::on_each_database().await {
        let session = server.register("Zoe@Mail.example").await;
        assert_eq!(session["account"]["email"], "Zoe@Mail.example");
        assert_eq!(session["account"]["created_at_ms"], START_MS);
        assert_eq!(session["expires_in_s"], 900);
        assert!(session.get("csrf_token").is_none());

        let me: Value = server.read_as("/me", &session).await;
        assert_eq!(me, session["account"]);

        server.clock.advance_ms(15 * MINUTE_MS);
        problem(
            server.get_as("/me", &session).await,
            StatusCode::UNAUTHORIZED,
            "token_expired",
        )
        .await;
        let renewed: Value = server.renewed(&session).await;
        assert_ne!(renewed["refresh_token"], session["refresh_token"]);
        let me: Value = server.read_as("/me", &renewed).await;
        assert_eq!(me, session["account"]);

        // The old access token has expired, and signing out with it still ends the session.
        let response = server
            .request_as(Method::POST, "/logout", &session)
            .send()
            .await
            .expect("answers");
        assert_eq!(response.status(), StatusCode::NO_CONTENT);
        problem(
            server.get_as("/me", &renewed).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
        problem(
            server.refresh(&renewed["refresh_token"]).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
    }
}

#[tokio::test]
async fn signing_in_works_in_any_case_of_the_address_and_with_no_other_password() {
    for server in Server::on_each_database().await {
        server.register("zoe@mail.example").await;
        let session: Value = json(
            server
                .login(" ZOE@mail.EXAMPLE", PASSWORD, "192.0.2.1")
                .await,
        )
        .await;
        assert_eq!(session["account"]["email"], "zoe@mail.example");

        let wrong = server
            .login("zoe@mail.example", "another password", "192.0.2.1")
            .await;
        let wrong = problem(wrong, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
        let unknown = server
            .login("max@mail.example", PASSWORD, "192.0.2.1")
            .await;
        let unknown = problem(unknown, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
        assert_eq!((wrong.title, wrong.detail), (unknown.title, unknown.detail));
        let no_address = server.login("no address", PASSWORD, "192.0.2.1").await;
        problem(no_address, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
        let huge = server
            .login("zoe@mail.example", &"x".repeat(100_000), "192.0.2.1")
            .await;
        problem(huge, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
    }
}

#[tokio::test]
async fn registering_says_what_to_change() {
    for server in Server::on_each_database().await {
        server.register("zoe@mail.example").await;
        let ask = async |email: &str, password: &str| {
            let body = json!({"email": email, "password": password});
            server
                .post("/register", &body)
                .send()
                .await
                .expect("answers")
        };
        let taken = ask("ZOE@mail.example", "some other password").await;
        problem(taken, StatusCode::CONFLICT, "email_taken").await;
        let cases = [
            ("no address", PASSWORD, "email", "email_invalid"),
            (
                "max@mail.example",
                "short",
                "password",
                "password_too_short",
            ),
            (
                "max@mail.example",
                &"long".repeat(60),
                "password",
                "password_too_long",
            ),
            (
                "max@mail.example",
                "MAX@mail.example",
                "password",
                "password_is_email",
            ),
            (
                "max@mail.example",
                "Password123",
                "password",
                "password_common",
            ),
        ];
        for (email, password, field, code) in cases {
            let refused = problem(
                ask(email, password).await,
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid",
            )
            .await;
            assert_eq!(
                (
                    refused.errors[0].field.as_str(),
                    refused.errors[0].code.as_str()
                ),
                (field, code)
            );
        }
        assert_eq!(
            ask("max@mail.example", PASSWORD).await.status(),
            StatusCode::CREATED
        );
    }
}

#[tokio::test]
async fn a_refresh_whose_answer_got_lost_can_be_repeated() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let first: Value = server.renewed(&session).await;
        server.clock.advance_ms(MINUTE_MS);
        let again: Value = server.renewed(&session).await;
        assert_eq!(first["refresh_token"], again["refresh_token"]);
        json::<Value>(server.refresh(&again["refresh_token"]).await).await;
    }
}

#[tokio::test]
async fn a_used_refresh_token_ends_the_session_once_its_successor_was_used() {
    for server in Server::on_each_database().await {
        let stolen = server.register("zoe@mail.example").await;
        let second: Value = server.renewed(&stolen).await;
        let third: Value = server.renewed(&second).await;
        let reused = server.refresh(&stolen["refresh_token"]).await;
        problem(reused, StatusCode::UNAUTHORIZED, "token_invalid").await;
        // Whoever holds the newest pair is out as well: nobody can tell who is the thief.
        problem(
            server.refresh(&third["refresh_token"]).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
        problem(
            server.get_as("/me", &third).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
        // Other sessions of the account go on.
        json::<Value>(
            server
                .login("zoe@mail.example", PASSWORD, "192.0.2.1")
                .await,
        )
        .await;
    }
}

#[tokio::test]
async fn a_used_refresh_token_ends_the_session_after_the_grace() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let second: Value = server.renewed(&session).await;
        server.clock.advance_ms(MINUTE_MS + 1);
        let late = server.refresh(&session["refresh_token"]).await;
        problem(late, StatusCode::UNAUTHORIZED, "token_invalid").await;
        problem(
            server.refresh(&second["refresh_token"]).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
    }
}

#[tokio::test]
async fn many_refreshes_at_once_agree_on_one_successor() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let answers = futures_util::future::join_all((0..8).map(|_| async {
            json::<Value>(server.refresh(&session["refresh_token"]).await).await
        }))
        .await;
        for answer in &answers {
            assert_eq!(answer["refresh_token"], answers[0]["refresh_token"]);
        }
        json::<Value>(server.refresh(&answers[0]["refresh_token"]).await).await;
    }
}

#[tokio::test]
async fn a_session_that_is_not_refreshed_runs_out() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        server
            .clock
            .advance_ms(server.config.accounts.refresh_token_ttl_s * 1000);
        let late = server.refresh(&session["refresh_token"]).await;
        problem(late, StatusCode::UNAUTHORIZED, "token_invalid").await;
        server.app.accounts().sweep().await.expect("sweeps");
        json::<Value>(
            server
                .login("zoe@mail.example", PASSWORD, "192.0.2.1")
                .await,
        )
        .await;
    }
}

#[tokio::test]
async fn tokens_that_are_not_ours_are_refused() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    let token = text(&session["access_token"]);
    let mut other = token.to_owned();
    other.replace_range(
        token.len() - 4..,
        if token.ends_with("AAAA") {
            "BBBB"
        } else {
            "AAAA"
        },
    );
    for bad in ["nonsense", "", "a.b.c", &other] {
        let response = server
            .get("/api/v1/me")
            .bearer_auth(bad)
            .send()
            .await
            .expect("answers");
        assert_eq!(response.headers()["www-authenticate"], "Bearer");
        problem(response, StatusCode::UNAUTHORIZED, "token_invalid").await;
    }
    for header in ["Basic em9lOng=", "nonsense"] {
        let request = server.get("/api/v1/me").header("authorization", header);
        let response = request.send().await.expect("answers");
        problem(response, StatusCode::UNAUTHORIZED, "not_signed_in").await;
    }
    let response = server.get("/api/v1/me").send().await.expect("answers");
    problem(response, StatusCode::UNAUTHORIZED, "not_signed_in").await;
    let empty = server
        .request(Method::POST, "/api/v1/token/refresh")
        .send()
        .await
        .expect("answers");
    problem(empty, StatusCode::UNAUTHORIZED, "not_signed_in").await;
    problem(
        server.refresh(&json!("fhr_unknown")).await,
        StatusCode::UNAUTHORIZED,
        "token_invalid",
    )
    .await;
    // A refresh token is no access token.
    let swapped = json!({"access_token": session["refresh_token"]});
    problem(
        server.get_as("/me", &swapped).await,
        StatusCode::UNAUTHORIZED,
        "token_invalid",
    )
    .await;
}

#[tokio::test]
async fn devices_and_sessions_are_listed_and_ended_by_their_owner_only() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        server.clock.advance_ms(1);
        let connect = async |name: &str| {
            server
                .post("/me/devices", &json!({"name": name}))
                .bearer_auth(text(&zoe["access_token"]))
                .send()
                .await
                .expect("answers")
        };
        problem(
            connect(" ").await,
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
        )
        .await;
        let device: Value = json(connect(" Laptop ").await).await;
        let paired: Value = server.renewed(&device).await;
        server.read_as::<Value>("/me", &paired).await;

        let listed: Value = server.read_as("/me/sessions", &zoe).await;
        let names: Vec<_> = listed
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| (text(&one["name"]), &one["current"]))
            .collect();
        assert_eq!(names, [("Laptop", &json!(false)), ("API", &json!(true))]);

        let end = async |who: &Value| {
            let path = format!("/api/v1/me/sessions/{}", text(&device["session_id"]));
            server
                .request(Method::DELETE, &path)
                .bearer_auth(text(&who["access_token"]))
                .send()
                .await
                .expect("answers")
        };
        problem(end(&max).await, StatusCode::NOT_FOUND, "session_not_found").await;
        assert_eq!(end(&zoe).await.status(), StatusCode::NO_CONTENT);
        problem(end(&zoe).await, StatusCode::NOT_FOUND, "session_not_found").await;
        problem(
            server.get_as("/me", &paired).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
        problem(
            server.refresh(&paired["refresh_token"]).await,
            StatusCode::UNAUTHORIZED,
            "token_invalid",
        )
        .await;
    }
}

#[tokio::test]
async fn a_portal_session_from_registering_to_signing_out() {
    for server in Server::on_each_database().await {
        let mut portal = Portal::new(&server);
        let body = json!({"email": "zoe@mail.example", "password": PASSWORD, "session": "cookie"});
        let response = portal
            .send(Method::POST, "/register", None, Some(&body))
            .await;
        for cookie in response.headers().get_all("set-cookie") {
            let cookie = cookie.to_str().expect("text");
            assert!(
                cookie.contains("SameSite=Strict") && !cookie.contains("Secure"),
                "{cookie}"
            );
            assert_eq!(
                cookie.contains("HttpOnly"),
                !cookie.starts_with("foothold_csrf"),
                "{cookie}"
            );
        }
        let session: Value = json(response).await;
        assert!(session.get("access_token").is_none() && session.get("refresh_token").is_none());
        assert_eq!(session["csrf_token"], portal.csrf());

        let me: Value = json(portal.send(Method::GET, "/me", None, None).await).await;
        assert_eq!(me["email"], "zoe@mail.example");
        let csrf = portal.csrf();
        let device = json!({"name": "Laptop"});
        let made = portal
            .send(Method::POST, "/me/devices", Some(&csrf), Some(&device))
            .await;
        assert_eq!(made.status(), StatusCode::CREATED);

        server.clock.advance_ms(15 * MINUTE_MS);
        let expired = portal.send(Method::GET, "/me", None, None).await;
        problem(expired, StatusCode::UNAUTHORIZED, "token_expired").await;
        let renewed = portal
            .send(Method::POST, "/token/refresh", Some(&csrf), None)
            .await;
        assert_eq!(renewed.status(), StatusCode::OK);
        json::<Value>(portal.send(Method::GET, "/me", None, None).await).await;

        let out = portal
            .send(Method::POST, "/logout", Some(&csrf), None)
            .await;
        assert_eq!(out.status(), StatusCode::NO_CONTENT);
        assert_eq!(portal.jar.get("foothold_access"), None);
        assert_eq!(portal.jar.get("foothold_refresh"), None);
        assert_eq!(portal.jar.get("foothold_csrf"), None);
    }
}

#[tokio::test]
async fn a_writing_request_by_cookie_needs_its_own_sessions_csrf_token() {
    let server = Server::start().await;
    let mut zoe = Portal::new(&server);
    let mut max = Portal::new(&server);
    for (portal, email) in [
        (&mut zoe, "zoe@mail.example"),
        (&mut max, "max@mail.example"),
    ] {
        let body = json!({"email": email, "password": PASSWORD, "session": "cookie"});
        portal
            .send(Method::POST, "/register", None, Some(&body))
            .await;
    }
    let foreign = max.csrf();
    let device = json!({"name": "Laptop"});
    for csrf in [None, Some(""), Some("00"), Some(foreign.as_str())] {
        for (path, body) in [
            ("/me/devices", Some(&device)),
            ("/token/refresh", None),
            ("/logout", None),
        ] {
            let response = zoe.send(Method::POST, path, csrf, body).await;
            problem(response, StatusCode::FORBIDDEN, "csrf_token_invalid").await;
        }
    }
    // Nothing of it had an effect.
    let csrf = zoe.csrf();
    let renewed = zoe
        .send(Method::POST, "/token/refresh", Some(&csrf), None)
        .await;
    assert_eq!(renewed.status(), StatusCode::OK);
    let listed: Value = json(zoe.send(Method::GET, "/me/sessions", None, None).await).await;
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_cookie_that_is_no_longer_ours_can_be_signed_out() {
    let server = Server::start().await;
    let mut portal = Portal::new(&server);
    let body = json!({"email": "zoe@mail.example", "password": PASSWORD, "session": "cookie"});
    portal
        .send(Method::POST, "/register", None, Some(&body))
        .await;
    portal.jar.set("foothold_access", "from-another-server");
    let out = portal.send(Method::POST, "/logout", None, None).await;
    assert_eq!(out.status(), StatusCode::NO_CONTENT);
    assert_eq!(portal.jar.get("foothold_access"), None);
}

#[tokio::test]
async fn behind_https_every_cookie_is_secure() {
    let change = |config: &mut foothold_backend::config::Config| {
        config.server.public_url = "https://foothold.example".to_owned();
    };
    let server = Server::start_with(change).await;
    let body = json!({"email": "zoe@mail.example", "password": PASSWORD, "session": "cookie"});
    let response = server
        .post("/register", &body)
        .send()
        .await
        .expect("answers");
    let cookies: Vec<_> = response.headers().get_all("set-cookie").iter().collect();
    assert_eq!(cookies.len(), 4);
    for cookie in cookies {
        assert!(cookie.to_str().expect("text").contains("Secure"));
    }
}
