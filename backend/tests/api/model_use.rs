//! Language models over a real HTTP server on loopback: in their order, counted, bounded by the day, and harmless when
//! they misbehave.

use foothold_backend::adapters::language_model::ModelError;
use foothold_backend::config::Config;
use foothold_backend::features::model_use::{Limits, NoModel, Purpose};
use foothold_backend::ids::AccountId;
use foothold_shared::model_use::ModelUseView;
use futures_util::future::join_all;
use reqwest::StatusCode;
use serde_json::Value;

use crate::support::{Does, Server, Stand, chat_endpoint, completion, text};

/// An answer that never ends.
const ENDLESS: Does = Does::Endless("{\"choices\":[\"", "x");

fn said(text: &str) -> String {
    completion(text, 200)
}

fn answers(text: &str) -> Does {
    Does::say(said(text))
}

async fn ask(server: &Server, account: &AccountId) -> Result<String, NoModel> {
    server
        .app
        .models()
        .ask(
            account,
            Purpose::Documents,
            "Be brief.",
            "Word this: baked bread.",
            Limits::default(),
        )
        .await
        .map(|answer| answer.text)
}

async fn account(server: &Server) -> (AccountId, Value) {
    let session = server.register("ada@example.org").await;
    let id = text(&session["account"]["account_id"]).to_owned();
    (id.into(), session)
}

async fn used(server: &Server, session: &Value) -> ModelUseView {
    server.read_as("/me/model-use", session).await
}

#[tokio::test]
async fn a_call_is_asked_counted_and_shown() {
    let stand = Stand::always(answers("Baked bread.")).await;
    for server in Server::on_each_database_with(|config| {
        config.model.primary = chat_endpoint(&stand, "first")
    })
    .await
    {
        let (account, session) = account(&server).await;
        assert_eq!(
            ask(&server, &account).await.expect("an answer"),
            "Baked bread."
        );
        let view = used(&server, &session).await;
        assert!(view.available && !view.cap_reached);
        assert_eq!(view.tokens_today, 1200);
        assert_eq!(view.cost_today_micro_dollars, 250 + 400);
        let line = &view.lines[0];
        assert_eq!(
            (line.purpose.as_str(), line.model.as_str()),
            ("documents", "first")
        );
        assert_eq!(
            (line.calls, line.failed, line.tokens_in, line.tokens_out),
            (1, 0, 1000, 200)
        );
        assert_eq!(line.day, view.today);
    }
    let request = &stand.asked()[0];
    let way = (request.method.as_str(), request.path.as_str());
    assert_eq!(way, ("POST", "/v1/chat/completions"));
    assert_eq!(request.header("authorization"), "Bearer sk-very-secret");
    let body = request.json();
    assert_eq!(body["model"], "first");
    assert_eq!(body["max_tokens"], 500);
    assert_eq!(body["messages"][1]["content"], "Word this: baked bread.");
}

#[tokio::test]
async fn somebody_elses_use_is_not_mine() {
    let stand = Stand::always(answers("Baked bread.")).await;
    let server =
        Server::start_with(|config| config.model.primary = chat_endpoint(&stand, "first")).await;
    let (account, _) = account(&server).await;
    ask(&server, &account).await.expect("an answer");
    let other = server.register("bob@example.org").await;
    let view = used(&server, &other).await;
    assert_eq!((view.tokens_today, view.lines.len()), (0, 0));
    let response = server
        .get("/api/v1/me/model-use")
        .send()
        .await
        .expect("answers");
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn the_second_is_asked_where_the_first_gives_no_answer() {
    for (does, calls_of_first) in [
        (
            Does::Answers(429, "retry-after: 1\r\n".to_owned(), "{}".to_owned()),
            1,
        ),
        (
            Does::Answers(
                500,
                String::new(),
                "{\"error\":{\"message\":\"sk-very-secret\"}}".to_owned(),
            ),
            1,
        ),
        (
            Does::Answers(200, String::new(), "this is no JSON".to_owned()),
            1,
        ),
        (
            Does::Answers(200, String::new(), "{\"choices\":[]}".to_owned()),
            1,
        ),
        (Does::Answers(200, String::new(), said("   ")), 1),
        (ENDLESS, 1),
        (Does::HangsUp, 1),
    ] {
        let (first, second) = (
            Stand::always(does).await,
            Stand::always(answers("From the second.")).await,
        );
        let server = Server::start_with(|config| {
            config.model.primary = chat_endpoint(&first, "first");
            config.model.second = chat_endpoint(&second, "second");
        })
        .await;
        let (account, session) = account(&server).await;
        assert_eq!(
            ask(&server, &account).await.expect("an answer"),
            "From the second."
        );
        assert_eq!(first.asked().len(), calls_of_first);
        let lines = used(&server, &session).await.lines;
        let of = |model: &str| {
            lines
                .iter()
                .find(|line| line.model == model)
                .expect("a line")
        };
        assert_eq!((of("first").calls, of("first").failed), (1, 1));
        assert_eq!((of("second").calls, of("second").failed), (1, 0));
    }
}

#[tokio::test]
async fn a_slow_model_is_given_up_and_counted() {
    let stand = Stand::always(Does::Waits).await;
    let server = Server::start_with(|config| {
        config.model.primary = chat_endpoint(&stand, "slow");
        config.model.primary.timeout_ms = 200;
    })
    .await;
    let (account, session) = account(&server).await;
    let error = ask(&server, &account).await.expect_err("no answer");
    assert!(
        matches!(error, NoModel::Failed(ModelError::TimedOut)),
        "{error}"
    );
    assert!(error.note().is_some());
    // It may have worked, and be paid.
    let view = used(&server, &session).await;
    assert!(view.tokens_today >= 500, "{}", view.tokens_today);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Stand::always(answers("From elsewhere.")).await;
    let to = format!("location: {}\r\n", elsewhere.url("/v1/chat/completions"));
    for status in [301, 302, 307, 308] {
        let stand = Stand::always(Does::Answers(status, to.clone(), String::new())).await;
        let server =
            Server::start_with(|config| config.model.primary = chat_endpoint(&stand, "first"))
                .await;
        let (account, _) = account(&server).await;
        let error = ask(&server, &account).await.expect_err("no answer");
        assert!(
            matches!(error, NoModel::Failed(ModelError::Refused(code)) if code == status),
            "{error}"
        );
    }
    assert!(elsewhere.asked().is_empty());
}

#[tokio::test]
async fn a_server_that_knows_other_words_is_asked_in_them() {
    let stand = Stand::that(|asked, _| {
        if asked.body.contains("max_completion_tokens") {
            answers("Baked bread.")
        } else {
            let why = "{\"error\":{\"message\":\"unknown parameter\"}}";
            Does::Answers(400, String::new(), why.to_owned())
        }
    })
    .await;
    let server =
        Server::start_with(|config| config.model.primary = chat_endpoint(&stand, "first")).await;
    let (account, session) = account(&server).await;
    assert_eq!(
        ask(&server, &account).await.expect("an answer"),
        "Baked bread."
    );
    assert_eq!(stand.asked().len(), 2);
    assert_eq!(used(&server, &session).await.tokens_today, 1200);
}

#[tokio::test]
async fn the_day_ends_the_asking_and_the_next_begins_it_again() {
    let stand = Stand::always(answers("Baked bread.")).await;
    for server in Server::on_each_database_with(|config| {
        config.model.primary = chat_endpoint(&stand, "first");
        config.model.most_tokens_a_day = 2_000;
    })
    .await
    {
        let (account, session) = account(&server).await;
        let before = stand.asked().len();
        ask(&server, &account).await.expect("the first fits");
        ask(&server, &account)
            .await
            .expect("the second fits, as far as it can be told beforehand");
        let error = ask(&server, &account)
            .await
            .expect_err("the third does not");
        let NoModel::CapReached { retry_after_s } = error else {
            panic!("{error}");
        };
        assert!((1..=86_400).contains(&retry_after_s));
        assert!(error.note().is_some_and(|note| note.contains("tomorrow")));
        assert_eq!(stand.asked().len() - before, 2);
        assert!(used(&server, &session).await.cap_reached);
        server.clock.advance_ms(24 * 60 * 60 * 1000);
        let session: Value = server.renewed(&session).await;
        ask(&server, &account).await.expect("a new day");
        let view = used(&server, &session).await;
        assert_eq!((view.tokens_today, view.lines.len()), (1200, 2));
    }
}

#[tokio::test]
async fn the_cost_of_a_day_is_bounded_too() {
    let stand = Stand::always(answers("Baked bread.")).await;
    let server = Server::start_with(|config| {
        config.model.primary = chat_endpoint(&stand, "first");
        config.model.most_dollars_a_day = 0.001_6;
    })
    .await;
    let (account, _) = account(&server).await;
    ask(&server, &account).await.expect("the first fits");
    let error = ask(&server, &account)
        .await
        .expect_err("the second might cost too much");
    assert!(matches!(error, NoModel::CapReached { .. }), "{error}");
}

#[tokio::test]
async fn calls_at_the_same_moment_cannot_pass_the_cap_together() {
    let stand = Stand::always(answers("Baked bread.")).await;
    for server in Server::on_each_database_with(|config| {
        config.model.primary = chat_endpoint(&stand, "first");
        // Room for two calls as they begin (about 620 tokens each), not for three.
        config.model.most_tokens_a_day = 1_500;
    })
    .await
    {
        let before = stand.asked().len();
        let (account, _) = account(&server).await;
        let results = join_all((0..8).map(|_| ask(&server, &account))).await;
        let answered = results.iter().filter(|result| result.is_ok()).count();
        assert!((1..=2).contains(&answered), "{answered}");
        assert_eq!(stand.asked().len() - before, answered);
    }
}

#[tokio::test]
async fn without_a_model_nothing_is_asked_and_nothing_is_amiss() {
    let server = Server::start().await;
    let (account, session) = account(&server).await;
    let error = ask(&server, &account).await.expect_err("there is none");
    assert!(matches!(error, NoModel::NotConfigured));
    assert_eq!(error.note(), None);
    assert!(!used(&server, &session).await.available);
}

#[tokio::test]
async fn a_prompt_beyond_its_bound_is_not_sent() {
    let stand = Stand::always(answers("Baked bread.")).await;
    let server =
        Server::start_with(|config| config.model.primary = chat_endpoint(&stand, "first")).await;
    let (account, _) = account(&server).await;
    let long = "x".repeat(70_000);
    let asked = server
        .app
        .models()
        .ask(&account, Purpose::Documents, "", &long, Limits::default());
    assert!(matches!(asked.await, Err(NoModel::TooLong(70_000))));
    assert!(stand.asked().is_empty());
}

#[tokio::test]
async fn no_error_and_no_debug_says_key_question_or_answer() {
    let stand = Stand::always(Does::Answers(
        500,
        String::new(),
        "sk-very-secret said no".to_owned(),
    ))
    .await;
    let server =
        Server::start_with(|config| config.model.primary = chat_endpoint(&stand, "first")).await;
    let (account, _) = account(&server).await;
    let error = ask(&server, &account).await.expect_err("no answer");
    let shown = format!(
        "{error} {error:?} {:?} {:?}",
        server.app.models(),
        server.config.model
    );
    for secret in ["sk-very-secret", "baked bread", "Be brief"] {
        assert!(!shown.contains(secret), "{secret}");
    }
}

#[test]
fn an_address_that_would_carry_words_in_the_open_is_refused() {
    for (base_url, sound) in [
        ("https://models.example/v1", true),
        ("http://127.0.0.1:11434/v1", true),
        ("http://ollama:11434/v1", true),
        ("http://models.example/v1", false),
        ("ftp://models.example", false),
        ("nowhere", false),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("foothold.toml");
        std::fs::write(
            &file,
            format!("[model.primary]\nbase_url = {base_url:?}\nmodel = \"m\"\n"),
        )
        .expect("writes");
        assert_eq!(Config::read(&file).is_ok(), sound, "{base_url}");
    }
}
