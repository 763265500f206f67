//! The real app on a free port, on each database that is there, with a clock that tests move.

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
use poem::Route;
use poem::listener::{Acceptor, Listener, TcpListener};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
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

/// A folder, and a configuration that keeps everything in it.
pub(crate) fn on_sqlite() -> (TempDir, Config) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = test_config(&folder);
    config.database.url = testing::sqlite_url(folder.path()).into();
    (folder, config)
}

/// The engine, a folder and a configuration for each database that is there.
pub(crate) async fn databases() -> Vec<(&'static str, TempDir, Config)> {
    let (folder, config) = on_sqlite();
    let mut found = vec![("sqlite", folder, config)];
    if let Some(url) = testing::postgres_url().await {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = test_config(&folder);
        config.database.url = url.into();
        give_keys(&mut config);
        found.push(("postgres", folder, config));
    }
    found
}

impl Server {
    /// On SQLite.
    pub(crate) async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// On SQLite, with a changed configuration.
    pub(crate) async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::start_changed(change, |app| app).await
    }

    /// On SQLite, with a changed configuration and more routes.
    pub(crate) async fn start_with_routes(change: impl FnOnce(&mut Config), more: Route) -> Self {
        let (folder, mut config) = on_sqlite();
        change(&mut config);
        Self::serve("sqlite", folder, config, more, |app| app).await
    }

    /// On SQLite, with a changed configuration and an app that is changed before it serves.
    pub(crate) async fn start_changed(
        change: impl FnOnce(&mut Config),
        change_app: impl FnOnce(App) -> App,
    ) -> Self {
        let (folder, mut config) = on_sqlite();
        change(&mut config);
        Self::run_changed("sqlite", folder, config, change_app).await
    }

    /// On each database that is there.
    pub(crate) async fn on_each_database() -> Vec<Self> {
        Self::on_each_database_with(|_| {}).await
    }

    /// On each database that is there, with a changed configuration.
    pub(crate) async fn on_each_database_with(change: impl Fn(&mut Config)) -> Vec<Self> {
        let mut servers = Vec::new();
        for (engine, folder, mut config) in databases().await {
            change(&mut config);
            servers.push(Self::run(engine, folder, config).await);
        }
        servers
    }

    /// With this configuration.
    pub(crate) async fn run(engine: &'static str, folder: TempDir, config: Config) -> Self {
        Self::run_changed(engine, folder, config, |app| app).await
    }

    /// With this configuration, and an app that is changed before it serves.
    pub(crate) async fn run_changed(
        engine: &'static str,
        folder: TempDir,
        config: Config,
        change: impl FnOnce(App) -> App,
    ) -> Self {
        Self::serve(engine, folder, config, Route::new(), change).await
    }

    async fn serve(
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
        // Nothing is asked over TLS: reading the system's certificates for each client took a fifth of all tests' time.
        .tls_certs_only([])
        .build()
        .expect("a client")
}
