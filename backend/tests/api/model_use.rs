//! Language models over a real HTTP server on loopback: in their order, counted, bounded by the day, and harmless when
//! they misbehave.

use std::sync::{Arc, Mutex};

use crate::support::{Server, json, text};
use foothold_backend::adapters::language_model::ModelError;
use foothold_backend::config::{Config, EndpointConfig};
use foothold_backend::features::model_use::{Limits, NoModel, Purpose};
use foothold_backend::ids::AccountId;
use foothold_shared::model_use::ModelUseView;
use futures_util::future::join_all;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What a model's server does with every request.
#[derive(Clone)]
enum Does {
    /// Answers with this status, header lines and body.
    Answers(u16, String, String),
    /// Answers what the first request gets, then the second kind.
    Refuses400Until(&'static str, String),
    /// Takes the request and says nothing.
    Waits,
    /// Begins an answer and never ends it.
    Endless,
    /// Closes the connection.
    Hangs,
}

/// A server that stands in for a model's.
struct Stand {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Drop for Stand {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Stand {
    async fn that(does: Does) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port is free");
        let url = format!("http://{}/v1", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, does.clone(), Arc::clone(&seen)));
            }
        });
        Self { url, asked, task }
    }

    fn asked(&self) -> Vec<String> {
        self.asked
            .lock()
            .expect("no test panics while it holds it")
            .clone()
    }
}

async fn serve(mut stream: tokio::net::TcpStream, does: Does, asked: Arc<Mutex<Vec<String>>>) {
    let mut request = Vec::new();
    let mut part = [0; 4096];
    loop {
        let Ok(read) = stream.read(&mut part).await else {
            return;
        };
        request.extend_from_slice(&part[..read]);
        let whole = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = whole.split_once("\r\n\r\n") else {
            if read == 0 {
                return;
            }
            continue;
        };
        let length = head
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase()
                    .strip_prefix("content-length: ")?
                    .parse()
                    .ok()
            })
            .unwrap_or(0);
        if body.len() >= length {
            asked
                .lock()
                .expect("no test panics while it holds it")
                .push(whole.clone());
            break;
        }
    }
    let last = String::from_utf8_lossy(&request).into_owned();
    let plain = |status: u16, headers: &str, body: &str| {
        format!(
            "HTTP/1.1 {status} S\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        )
    };
    match does {
        Does::Answers(status, headers, body) => {
            let _ = stream
                .write_all(plain(status, &headers, &body).as_bytes())
                .await;
        }
        Does::Refuses400Until(word, body) => {
            let answer = if last.contains(word) {
                plain(200, "", &body)
            } else {
                plain(400, "", "{\"error\":{\"message\":\"unknown parameter\"}}")
            };
            let _ = stream.write_all(answer.as_bytes()).await;
        }
        Does::Waits => {
            // Until the other side gives up.
            while stream.read(&mut part).await.is_ok_and(|read| read > 0) {}
        }
        Does::Endless => {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{\"choices\":[\"";
            let _ = stream.write_all(head.as_bytes()).await;
            while stream.write_all(&[b'x'; 4096]).await.is_ok() {}
        }
        Does::Hangs => {}
    }
}

fn said(text: &str) -> String {
    json!({
        "id": "1", "object": "chat.completion", "created": 1, "model": "m",
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
    })
    .to_string()
}

fn answers(text: &str) -> Does {
    Does::Answers(200, String::new(), said(text))
}

fn endpoint(stand: &Stand, name: &str) -> EndpointConfig {
    EndpointConfig {
        base_url: stand.url.clone(),
        api_key: "sk-very-secret".into(),
        model: name.to_owned(),
        dollars_per_million_in: 0.25,
        dollars_per_million_out: 2.0,
        timeout_ms: 60_000,
        max_tokens: 500,
    }
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
    json(server.get_as("/me/model-use", session).await).await
}

async fn with(change: impl FnOnce(&mut Config)) -> Server {
    Server::start_with(change, poem::Route::new).await
}

#[tokio::test]
async fn a_call_is_asked_counted_and_shown() {
    let stand = Stand::that(answers("Baked bread.")).await;
    for server in
        Server::on_each_database_with(|config| config.model.primary = endpoint(&stand, "first"))
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
    assert!(request.starts_with("POST /v1/chat/completions"));
    assert!(
        request
            .to_ascii_lowercase()
            .contains("authorization: bearer sk-very-secret")
    );
    let body: Value =
        serde_json::from_str(request.split_once("\r\n\r\n").expect("a body").1).expect("JSON");
    assert_eq!(body["model"], "first");
    assert_eq!(body["max_tokens"], 500);
    assert_eq!(body["messages"][1]["content"], "Word this: baked bread.");
}

#[tokio::test]
async fn somebody_elses_use_is_not_mine() {
    let stand = Stand::that(answers("Baked bread.")).await;
    let server = with(|config| config.model.primary = endpoint(&stand, "first")).await;
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
        (Does::Endless, 1),
        (Does::Hangs, 1),
    ] {
        let (first, second) = (
            Stand::that(does).await,
            Stand::that(answers("From the second.")).await,
        );
        let server = with(|config| {
            config.model.primary = endpoint(&first, "first");
            config.model.second = endpoint(&second, "second");
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
    let stand = Stand::that(Does::Waits).await;
    let server = with(|config| {
        config.model.primary = endpoint(&stand, "slow");
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
    let elsewhere = Stand::that(answers("From elsewhere.")).await;
    let to = format!("location: {}/chat/completions\r\n", elsewhere.url);
    for status in [301, 302, 307, 308] {
        let stand = Stand::that(Does::Answers(status, to.clone(), String::new())).await;
        let server = with(|config| config.model.primary = endpoint(&stand, "first")).await;
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
    let stand = Stand::that(Does::Refuses400Until(
        "max_completion_tokens",
        said("Baked bread."),
    ))
    .await;
    let server = with(|config| config.model.primary = endpoint(&stand, "first")).await;
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
    let stand = Stand::that(answers("Baked bread.")).await;
    for server in Server::on_each_database_with(|config| {
        config.model.primary = endpoint(&stand, "first");
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
        let session: Value = json(server.refresh(&session["refresh_token"]).await).await;
        ask(&server, &account).await.expect("a new day");
        let view = used(&server, &session).await;
        assert_eq!((view.tokens_today, view.lines.len()), (1200, 2));
    }
}

#[tokio::test]
async fn the_cost_of_a_day_is_bounded_too() {
    let stand = Stand::that(answers("Baked bread.")).await;
    let server = with(|config| {
        config.model.primary = endpoint(&stand, "first");
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
    let stand = Stand::that(answers("Baked bread.")).await;
    for server in Server::on_each_database_with(|config| {
        config.model.primary = endpoint(&stand, "first");
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
    let stand = Stand::that(answers("Baked bread.")).await;
    let server = with(|config| config.model.primary = endpoint(&stand, "first")).await;
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
    let stand = Stand::that(Does::Answers(
        500,
        String::new(),
        "sk-very-secret said no".to_owned(),
    ))
    .await;
    let server = with(|config| config.model.primary = endpoint(&stand, "first")).await;
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
