//! What happens to every request, whatever it asks for.

use std::time::Duration;

use foothold_backend::config::Config;
use poem::endpoint::make;
use poem::{Endpoint, Request, Route};
use reqwest::{Body, Method, StatusCode};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{PASSWORD, Server, problem};

#[tokio::test]
async fn the_framework_own_refusals_are_problems() {
    let server = Server::start().await;
    let send = async |method: Method, path: &str| {
        server.request(method, path).send().await.expect("answers")
    };
    for path in [
        "/api/v1/nothing",
        "/api/v1",
        "/api",
        "/api/v2/me",
        "/app/missing.js",
        "/a/../../etc/passwd.txt",
        "/api/v1/me/receipts/a%00b",
        "/api/v1/me/applications/a%00b",
    ] {
        problem(
            send(Method::GET, path).await,
            StatusCode::NOT_FOUND,
            "not_found",
        )
        .await;
    }
    for path in ["/api/v1/login", "/api/v1/register"] {
        let response = send(Method::GET, path).await;
        problem(
            response,
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
        )
        .await;
    }
    problem(
        send(Method::POST, "/").await,
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
    )
    .await;
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_problems_that_name_the_part() {
    let server = Server::start().await;
    let send = async |kind: Option<&str>, body: &'static [u8]| {
        let mut request = server.request(Method::POST, "/api/v1/login").body(body);
        if let Some(kind) = kind {
            request = request.header("content-type", kind);
        }
        request.send().await.expect("answers")
    };
    let json = Some("application/json");
    for body in [
        b"{".as_slice(),
        b"",
        b"nonsense",
        b"\xff\xfe",
        br#"{"email": "a@b.example", "password": "x"} more"#,
    ] {
        problem(
            send(json, body).await,
            StatusCode::BAD_REQUEST,
            "malformed_request",
        )
        .await;
    }
    for kind in [
        None,
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        Some("\""),
    ] {
        let response = send(kind, b"{}").await;
        problem(
            response,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
        )
        .await;
    }
    let cases = [
        (b"{}".as_slice(), "email", "missing"),
        (br#"{"email": "a@b.example"}"#, "password", "missing"),
        (br#"{"email": 7, "password": "x"}"#, "email", "wrong_type"),
        (
            br#"{"email": null, "password": "x"}"#,
            "email",
            "wrong_type",
        ),
        (
            br#"{"email": "a@b.example", "password": "x", "session": "post"}"#,
            "session",
            "wrong_type",
        ),
    ];
    for (body, field, code) in cases {
        let refused = problem(
            send(json, body).await,
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid",
        )
        .await;
        let named: Vec<_> = refused
            .errors
            .iter()
            .map(|e| (e.field.as_str(), e.code.as_str()))
            .collect();
        assert_eq!(named, [(field, code)]);
    }
    let charset = send(
        Some("application/json; charset=utf-8"),
        br#"{"email": "a@b.example", "password": "x"}"#,
    )
    .await;
    problem(charset, StatusCode::UNAUTHORIZED, "wrong_credentials").await;
}

#[tokio::test]
async fn every_answer_has_a_request_id_and_keeps_a_sane_one() {
    let server = Server::start().await;
    let ask = async |sent: Option<&str>| {
        let mut request = server.get("/healthz");
        if let Some(id) = sent {
            request = request.header("x-request-id", id);
        }
        let response = request.send().await.expect("answers");
        response.headers()["x-request-id"]
            .to_str()
            .expect("text")
            .to_owned()
    };
    assert_eq!(ask(Some("abc-123")).await, "abc-123");
    let own = ask(None).await;
    assert!(own.len() == 36 && own != ask(None).await);
    for bad in ["has space", "<script>", &"x".repeat(65)] {
        assert_eq!(ask(Some(bad)).await.len(), 36, "{bad}");
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_declared_or_not() {
    let server = Server::start_with(|config| config.server.body_limit_bytes = 1000).await;
    let login = || {
        server
            .request(Method::POST, "/api/v1/login")
            .header("content-type", "application/json")
    };
    let padded = |len: usize| {
        let body = json!({"email": "a@b.example", "password": "x"}).to_string();
        format!("{body}{}", " ".repeat(len - body.len()))
    };
    let fits = login().body(padded(1000)).send().await.expect("answers");
    problem(fits, StatusCode::UNAUTHORIZED, "wrong_credentials").await;

    let declared = login().body(padded(1001)).send().await.expect("answers");
    problem(declared, StatusCode::PAYLOAD_TOO_LARGE, "body_too_large").await;
    let large = login()
        .body(padded(4_000_000))
        .send()
        .await
        .expect("answers, not a broken pipe");
    problem(large, StatusCode::PAYLOAD_TOO_LARGE, "body_too_large").await;

    let chunks = |count: usize| {
        let chunks = (0..count).map(|_| Ok::<_, std::io::Error>(vec![b' '; 500]));
        Body::wrap_stream(futures_util::stream::iter(chunks))
    };
    let streamed = login().body(chunks(3)).send().await.expect("answers");
    problem(streamed, StatusCode::PAYLOAD_TOO_LARGE, "body_too_large").await;
    let streamed = login()
        .body(chunks(8000))
        .send()
        .await
        .expect("answers, not a broken pipe");
    problem(streamed, StatusCode::PAYLOAD_TOO_LARGE, "body_too_large").await;

    // Reading is not writing: a GET without a length is fine.
    assert_eq!(
        server
            .get("/healthz")
            .send()
            .await
            .expect("answers")
            .status(),
        StatusCode::OK
    );
}

fn stuck() -> impl Endpoint {
    make(|_: Request| async { std::future::pending::<String>().await })
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_stopped() {
    let change = |config: &mut Config| config.server.request_timeout_ms = 50;
    let server = Server::start_with_routes(change, Route::new().at("/stuck", stuck())).await;
    let response = server.get("/stuck").send().await.expect("answers");
    assert_eq!(response.headers()["retry-after"], "1");
    problem(response, StatusCode::SERVICE_UNAVAILABLE, "timed_out").await;
    // A body that never ends is the same.
    let body = Body::wrap_stream(futures_util::stream::pending::<
        Result<Vec<u8>, std::io::Error>,
    >());
    let request = server
        .request(Method::POST, "/api/v1/login")
        .header("content-type", "application/json");
    let response = request.body(body).send().await.expect("answers");
    problem(response, StatusCode::SERVICE_UNAVAILABLE, "timed_out").await;
}

fn panicking() -> impl Endpoint {
    make(|_: Request| async {
        assert!(
            std::env::args().count() == 0,
            "the text of a panic stays inside"
        );
        "never"
    })
}

#[tokio::test]
async fn a_panic_is_a_500_and_the_server_goes_on() {
    let server = Server::start_with_routes(|_| {}, Route::new().at("/panics", panicking())).await;
    let response = server.get("/panics").send().await.expect("answers");
    let said = problem(response, StatusCode::INTERNAL_SERVER_ERROR, "internal").await;
    assert!(!said.detail.contains("stays inside"));
    assert_eq!(
        server
            .get("/healthz")
            .send()
            .await
            .expect("answers")
            .status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let server = Server::start().await;
    for path in ["/", "/docs", "/api/v1/nothing", "/healthz"] {
        let response = server.get(path).send().await.expect("answers");
        let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "no-referrer");
        let policy = header("content-security-policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
        let scripts = policy
            .split("; ")
            .find(|part| part.starts_with("script-src"))
            .expect("one");
        assert!(
            !scripts.contains("'unsafe-inline'") && !scripts.contains("'unsafe-eval'"),
            "{scripts}"
        );
        assert_eq!(
            scripts.contains("'wasm-unsafe-eval'"),
            path != "/docs",
            "{scripts}"
        );
    }
}

#[tokio::test]
async fn personal_answers_are_not_cached() {
    let change = |config: &mut Config| config.server.public_url = "https://foothold.example".into();
    let server = Server::start_with(change).await;
    let session = server.register("zoe@mail.example").await;
    let me = server.get_as("/me", &session).await;
    assert_eq!(me.headers()["cache-control"], "no-store");
    assert_eq!(
        me.headers()["strict-transport-security"],
        "max-age=31536000"
    );
}

#[tokio::test]
async fn the_process_lives_and_is_ready() {
    let server = Server::start().await;
    for path in ["/healthz", "/readyz"] {
        let response = server.get(path).send().await.expect("answers");
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(response.text().await.expect("text"), r#"{"status":"ok"}"#);
    }
}

#[tokio::test]
async fn the_documentation_is_there() {
    let server = Server::start().await;
    let page = server
        .get("/docs")
        .send()
        .await
        .expect("answers")
        .text()
        .await
        .expect("text");
    assert!(page.contains("SwaggerUIBundle") && page.contains("/token/refresh"));
    let packed = server
        .get("/docs")
        .header("accept-encoding", "gzip")
        .send()
        .await
        .expect("answers");
    assert_eq!(packed.headers()["content-encoding"], "gzip");
    let problems = server.get("/docs/problems").send().await.expect("answers");
    assert!(
        problems
            .text()
            .await
            .expect("text")
            .contains("token_expired")
    );
    let served = server
        .get("/api/v1/openapi.json")
        .send()
        .await
        .expect("answers");
    assert_eq!(served.headers()["content-type"], "application/json");
    assert_eq!(
        served.text().await.expect("text").trim(),
        foothold_backend::app::openapi().trim()
    );
}

/// After a wanted change: `cargo run -p foothold-backend -- openapi > backend/openapi.json`.
#[test]
fn the_committed_openapi_document_is_up_to_date() {
    let committed = include_str!("../../../openapi.json");
    assert!(
        committed == foothold_backend::app::openapi(),
        "backend/openapi.json is out of date"
    );
}

#[tokio::test]
async fn without_a_portal_a_page_says_how_to_build_it() {
    let server = Server::start().await;
    let response = server.get("/").send().await.expect("answers");
    assert_eq!(response.status(), StatusCode::OK);
    assert!(
        response
            .text()
            .await
            .expect("text")
            .contains("cargo xtask run")
    );
}

#[tokio::test]
async fn the_portal_files_are_served_as_they_are() {
    let dist = tempfile::tempdir().expect("a folder");
    let write =
        |name: &str, text: &str| std::fs::write(dist.path().join(name), text).expect("writes");
    write("index.html", "<!doctype html>the portal");
    write("portal-0a1b2c3d4e5f_bg.wasm", "plain wasm");
    write("portal-0a1b2c3d4e5f_bg.wasm.br", "br wasm");
    write("style.css", "body{}");
    std::fs::write(
        dist.path()
            .parent()
            .expect("a folder")
            .join("secret-of-test.txt"),
        "no",
    )
    .expect("writes");
    let folder = dist.path().to_owned();
    let server = Server::start_with(|config| config.server.portal_dir = Some(folder)).await;
    let get = async |path: &str, encoding: &str| {
        let request = server.get(path).header("accept-encoding", encoding);
        request.send().await.expect("answers")
    };
    for page in ["/", "/index.html", "/profile", "/resumes/new"] {
        let response = get(page, "identity").await;
        assert_eq!(
            response.headers()["content-type"],
            "text/html; charset=utf-8"
        );
        assert_eq!(response.headers()["cache-control"], "no-cache");
        assert_eq!(
            response.text().await.expect("text"),
            "<!doctype html>the portal"
        );
    }
    let wasm = get("/portal-0a1b2c3d4e5f_bg.wasm", "gzip, br").await;
    assert_eq!(wasm.headers()["content-type"], "application/wasm");
    assert_eq!(wasm.headers()["content-encoding"], "br");
    assert!(
        wasm.headers()["cache-control"]
            .to_str()
            .expect("text")
            .contains("immutable")
    );
    assert_eq!(wasm.text().await.expect("text"), "br wasm");
    let wasm = get("/portal-0a1b2c3d4e5f_bg.wasm", "identity").await;
    assert_eq!(wasm.text().await.expect("text"), "plain wasm");

    let style = get("/style.css", "identity").await;
    let tag = style.headers()["etag"].clone();
    let again = server
        .get("/style.css")
        .header("if-none-match", tag)
        .send()
        .await
        .expect("answers");
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    problem(
        get("/missing.css", "identity").await,
        StatusCode::NOT_FOUND,
        "not_found",
    )
    .await;
    problem(
        get("/api/v1/nothing", "identity").await,
        StatusCode::NOT_FOUND,
        "not_found",
    )
    .await;

    // What an HTTP client would tidy away: the path as an attacker writes it.
    for path in [
        "/../secret-of-test.txt",
        "/%2e%2e/secret-of-test.txt",
        "/..%2fsecret-of-test.txt",
        "//etc/passwd",
    ] {
        let answer = raw(
            &server.address,
            &format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"),
        )
        .await;
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
    }
}

async fn raw(address: &str, request: &str) -> String {
    let mut stream = tokio::net::TcpStream::connect(address)
        .await
        .expect("connects");
    stream.write_all(request.as_bytes()).await.expect("writes");
    let mut answer = String::new();
    let read = stream.read_to_string(&mut answer);
    tokio::time::timeout(Duration::from_secs(10), read)
        .await
        .expect("in time")
        .expect("reads");
    answer
}

#[tokio::test]
async fn an_answer_never_repeats_a_password() {
    let server = Server::start().await;
    for body in [
        json!({"email": "zoe@mail.example", "password": [PASSWORD]}),
        json!({"email": [PASSWORD], "password": PASSWORD}),
        json!({"email": "zoe@mail.example", "password": PASSWORD, "session": PASSWORD}),
        json!({"email": PASSWORD, "password": PASSWORD}),
    ] {
        for path in ["/register", "/login"] {
            let response = server.post(path, &body).send().await.expect("answers");
            assert!(response.status().is_client_error());
            assert!(!response.text().await.expect("text").contains(PASSWORD));
        }
    }
}
