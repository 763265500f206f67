//! The real app on a free port, with a clock that tests move, and a client that talks to it.

#![expect(
    clippy::print_stdout,
    reason = "a failed test shows which database it was on"
)]

use std::collections::BTreeMap;
use std::sync::{Arc, Once};

use foothold_backend::app::{App, Outside};
use foothold_backend::chance::SystemChance;
use foothold_backend::clock::ManualClock;
use foothold_backend::config::Config;
use foothold_backend::features::resumes::Inspector;
use foothold_backend::ids::TimedIds;
use foothold_backend::testing;
use foothold_shared::problem::Problem;
use poem::Route;
use poem::listener::{Acceptor, Listener, TcpListener};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::task::JoinHandle;

/// When every test begins.
pub(crate) const START_MS: i64 = 1_800_000_000_000;
pub(crate) const PASSWORD: &str = "correct horse battery";

/// A running server. Dropping it stops it.
pub(crate) struct Server {
    pub(crate) engine: &'static str,
    pub(crate) address: String,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) app: App,
    pub(crate) config: Config,
    pub(crate) folder: TempDir,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    /// On SQLite.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}, Route::new).await
    }

    /// On SQLite, with a changed configuration and more routes.
    pub(crate) async fn start_with(
        change: impl FnOnce(&mut Config),
        more: impl FnOnce() -> Route,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = test_config(&folder);
        config.database.url = testing::sqlite_url(folder.path()).into();
        change(&mut config);
        Self::run("sqlite", folder, config, more()).await
    }

    /// On each database that is there.
    pub(crate) async fn on_each_database() -> Vec<Self> {
        Self::on_each_database_with(|_| {}).await
    }

    /// On each database that is there, with a changed configuration.
    pub(crate) async fn on_each_database_with(change: impl Fn(&mut Config)) -> Vec<Self> {
        let mut servers = vec![Self::start_with(&change, Route::new).await];
        if let Some(url) = testing::postgres_url().await {
            let folder = tempfile::tempdir().expect("a folder");
            let mut config = test_config(&folder);
            config.database.url = url.into();
            give_keys(&mut config);
            change(&mut config);
            servers.push(Self::run("postgres", folder, config, Route::new()).await);
        }
        servers
    }

    pub(crate) async fn run(
        engine: &'static str,
        folder: TempDir,
        config: Config,
        more: Route,
    ) -> Self {
        Self::run_changed(engine, folder, config, more, |app| app).await
    }

    /// A server whose app is changed before it serves.
    pub(crate) async fn run_changed(
        engine: &'static str,
        folder: TempDir,
        config: Config,
        more: Route,
        change: impl FnOnce(App) -> App,
    ) -> Self {
        println!("on {engine}");
        let clock = Arc::new(ManualClock::at(START_MS));
        let chance = Arc::new(SystemChance);
        let ids = Arc::new(TimedIds::new(clock.clone(), chance.clone()));
        let outside = Outside {
            clock: clock.clone(),
            ids,
            chance,
        };
        let app = App::open(config.clone(), outside)
            .await
            .expect("the app opens");
        // A test is not the server's program, which looks into uploads.
        let inspector = Inspector::new(env!("CARGO_BIN_EXE_foothold-backend"));
        let app = change(app.with_inspector(inspector));
        let acceptor = TcpListener::bind("127.0.0.1:0")
            .into_acceptor()
            .await
            .expect("a port is free");
        let address = acceptor.local_addr()[0]
            .as_socket_addr()
            .expect("an address")
            .to_string();
        let endpoint = app.endpoint_with(more);
        let task = tokio::spawn(async move {
            poem::Server::new_with_acceptor(acceptor)
                .run(endpoint)
                .await
                .expect("serves");
        });
        Self {
            engine,
            address,
            clock,
            app,
            config,
            folder,
            task,
        }
    }

    /// Stops the server and keeps its folder.
    pub(crate) fn stop(mut self) -> TempDir {
        self.task.abort();
        let nothing = tempfile::tempdir().expect("a folder");
        std::mem::replace(&mut self.folder, nothing)
    }

    /// A request to the server.
    pub(crate) fn request(&self, method: Method, path: &str) -> RequestBuilder {
        client().request(method, format!("http://{}{path}", self.address))
    }

    pub(crate) fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    /// A POST of JSON under `/api/v1`.
    pub(crate) fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.request(Method::POST, &format!("/api/v1{path}"))
            .json(body)
    }

    /// Registers an account with tokens and answers its session.
    pub(crate) async fn register(&self, email: &str) -> Value {
        let body = json!({"email": email, "password": PASSWORD});
        let response = self.post("/register", &body).send().await.expect("answers");
        assert_eq!(response.status(), StatusCode::CREATED);
        response.json().await.expect("JSON")
    }

    pub(crate) async fn login(&self, email: &str, password: &str, from: &str) -> Response {
        self.post("/login", &json!({"email": email, "password": password}))
            .header("x-forwarded-for", from)
            .send()
            .await
            .expect("answers")
    }

    /// Exchanges a refresh token.
    pub(crate) async fn refresh(&self, token: &Value) -> Response {
        let body = json!({"refresh_token": token});
        self.post("/token/refresh", &body)
            .send()
            .await
            .expect("answers")
    }

    /// A GET with an access token.
    pub(crate) async fn get_as(&self, path: &str, session: &Value) -> Response {
        self.get(&format!("/api/v1{path}"))
            .bearer_auth(text(&session["access_token"]))
            .send()
            .await
            .expect("answers")
    }
}

/// Small limits are the tests' own business: here everything is wide.
pub(crate) fn test_config(folder: &TempDir) -> Config {
    let mut config = Config::default();
    config.keys.file = folder.path().join("data/keys.toml");
    config.storage.url = format!("file://{}", folder.path().join("data/objects").display());
    config.server.trust_forwarded_for = true;
    config.server.account_requests_per_minute = 100_000;
    config
}

/// Keys of the configuration's own, as a server with PostgreSQL has them.
pub(crate) fn give_keys(config: &mut Config) {
    use base64::Engine;
    let key = |byte: u8| base64::engine::general_purpose::STANDARD.encode([byte; 32]);
    config.keys.active = "k1".to_owned();
    config.keys.ring = BTreeMap::from([("k1".to_owned(), key(1).into())]);
    config.keys.jwt_secret = Some(key(3).into());
    config.keys.lookup_secret = Some(key(4).into());
}

pub(crate) fn client() -> reqwest::Client {
    static PROVIDER: Once = Once::new();
    PROVIDER.call_once(|| {
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    reqwest::Client::builder()
        .no_proxy()
        .build()
        .expect("a client")
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

pub(crate) async fn json<T: DeserializeOwned>(response: Response) -> T {
    assert!(response.status().is_success(), "{}", response.status());
    response.json().await.expect("JSON")
}

/// Asserts that the answer is a problem of this status and code, complete, and answers it.
pub(crate) async fn problem(response: Response, status: StatusCode, code: &str) -> Problem {
    let id = response
        .headers()
        .get("x-request-id")
        .cloned()
        .expect("a request id");
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let actual = response.status();
    let problem: Problem = response.json().await.expect("a problem");
    assert_eq!(
        (actual, problem.code.as_str()),
        (status, code),
        "{problem:?}"
    );
    assert_eq!(problem.status, status.as_u16());
    assert_eq!(problem.kind, format!("/docs/problems#{code}"));
    assert_eq!(problem.request_id, id.to_str().expect("text"));
    assert!(!problem.title.is_empty() && !problem.detail.is_empty());
    problem
}

/// A browser, as far as cookies go.
#[derive(Default)]
pub(crate) struct Jar {
    cookies: BTreeMap<String, (String, String)>,
}

impl Jar {
    /// Takes over the cookies that an answer sets.
    pub(crate) fn take(&mut self, response: &Response) {
        for line in response.headers().get_all("set-cookie") {
            let line = line.to_str().expect("text");
            let mut parts = line.split("; ");
            let (name, value) = parts
                .next()
                .and_then(|p| p.split_once('='))
                .expect("a pair");
            let path = parts
                .clone()
                .find_map(|part| part.strip_prefix("Path="))
                .expect("a path");
            if parts.any(|part| part == "Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies
                    .insert(name.to_owned(), (value.to_owned(), path.to_owned()));
            }
        }
    }

    /// The cookies that a browser sends to an address.
    pub(crate) fn header(&self, path: &str) -> String {
        let goes =
            |scope: &str| scope == "/" || path == scope || path.starts_with(&format!("{scope}/"));
        self.cookies
            .iter()
            .filter(|(_, (_, scope))| goes(scope))
            .map(|(name, (value, _))| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(|(value, _)| value.as_str())
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        if let Some(cookie) = self.cookies.get_mut(name) {
            value.clone_into(&mut cookie.0);
        }
    }
}

/// A portal in a browser.
pub(crate) struct Portal<'a> {
    pub(crate) server: &'a Server,
    pub(crate) jar: Jar,
}

impl<'a> Portal<'a> {
    pub(crate) fn new(server: &'a Server) -> Self {
        Self {
            server,
            jar: Jar::default(),
        }
    }

    /// Sends a request with the cookies, and the CSRF token when `csrf` is given.
    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        csrf: Option<&str>,
        body: Option<&Value>,
    ) -> Response {
        let path = format!("/api/v1{path}");
        let mut request = self
            .server
            .request(method, &path)
            .header("cookie", self.jar.header(&path));
        if let Some(csrf) = csrf {
            request = request.header("x-csrf-token", csrf);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.expect("answers");
        self.jar.take(&response);
        response
    }

    /// The CSRF token that the portal's script reads from its cookie.
    pub(crate) fn csrf(&self) -> String {
        self.jar
            .get("foothold_csrf")
            .expect("a CSRF cookie")
            .to_owned()
    }
}
