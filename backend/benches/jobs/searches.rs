//! Searching over HTTP, one after another, as a person's browser does.

use std::collections::HashSet;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use foothold_backend::app::App;
use foothold_shared::profile::Profile;
use poem::listener::{Acceptor, Listener, TcpListener};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

/// A served app and a person who is signed in.
pub(crate) struct Visit {
    address: String,
    client: reqwest::Client,
    session: Value,
    version: i64,
    server: JoinHandle<std::io::Result<()>>,
}

impl Drop for Visit {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// Times in milliseconds, the shortest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    pub(crate) fn of(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    /// The time that such a share of all is not above.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a length"
    )]
    pub(crate) fn at(&self, share: f64) -> f64 {
        let last = self.0.len().saturating_sub(1);
        let at = (last as f64 * share).ceil() as usize;
        self.0.get(at).copied().unwrap_or_default()
    }
}

impl Visit {
    pub(crate) async fn begin(app: &App) -> Result<Self> {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await?;
        let address = acceptor.local_addr()[0].clone();
        let address = address.as_socket_addr().context("no address")?.to_string();
        let server = tokio::spawn(poem::Server::new_with_acceptor(acceptor).run(app.endpoint()));
        let client = reqwest::Client::builder().no_proxy().build()?;
        let mut visit = Self {
            address,
            client,
            session: Value::Null,
            version: 0,
            server,
        };
        let who = json!({"email": "bench@mail.example", "password": "correct horse battery"});
        visit.session = visit.post("/register", &who).await?;
        Ok(visit)
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/api/v1{path}", self.address)
    }

    fn token(&self) -> &str {
        self.session["access_token"].as_str().unwrap_or_default()
    }

    async fn answer(request: reqwest::RequestBuilder) -> Result<Value> {
        let answer = request.send().await?;
        let (url, status) = (answer.url().to_string(), answer.status());
        let text = answer.text().await?;
        ensure!(status.is_success(), "{url}: {status} {text}");
        Ok(serde_json::from_str(&text)?)
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let request = self.client.post(self.url(path)).json(body);
        Self::answer(request.bearer_auth(self.token())).await
    }

    async fn get(&self, path: &str) -> Result<Value> {
        Self::answer(self.client.get(self.url(path)).bearer_auth(self.token())).await
    }

    /// New tokens: the old ones run out within minutes.
    async fn renew(&mut self) -> Result<()> {
        let body = json!({"refresh_token": self.session["refresh_token"]});
        self.session = self.post("/token/refresh", &body).await?;
        Ok(())
    }

    /// Asks each query a few times: how long the first answers took, and all later ones.
    pub(crate) async fn search(
        &mut self,
        queries: &[String],
    ) -> Result<(Times, Times, Vec<(f64, String)>)> {
        const ROUNDS: usize = 4;
        self.renew().await?;
        let (mut first, mut later) = (Vec::new(), Vec::new());
        let mut slowest = Vec::new();
        for round in 0..ROUNDS {
            for query in queries {
                let start = Instant::now();
                self.get(&format!("/jobs?{query}")).await?;
                let ms = start.elapsed().as_secs_f64() * 1_000.0;
                if round == 0 {
                    first.push(ms);
                } else {
                    later.push(ms);
                    slowest.push((ms, query.clone()));
                }
            }
        }
        slowest.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut seen = HashSet::new();
        slowest.retain(|(_, query)| seen.insert(query.clone()));
        slowest.truncate(12);
        Ok((Times::of(first), Times::of(later), slowest))
    }

    /// Becomes another person, searches for matches, and reads the best hundred with their reasons: how long that
    /// search and that list took together.
    pub(crate) async fn best_hundred(&mut self, app: &App, profile: &Profile) -> Result<f64> {
        let request = self
            .client
            .put(self.url("/me/profile"))
            .header("if-match", format!("\"{}\"", self.version))
            .json(profile);
        Self::answer(request.bearer_auth(self.token())).await?;
        self.version += 1;
        let start = Instant::now();
        self.post("/matches/run", &Value::Null).await?;
        app.matches().run_due().await?;
        let page = self.get("/matches?limit=100").await?;
        let ms = start.elapsed().as_secs_f64() * 1_000.0;
        let found = page["matches"].as_array().map_or(0, Vec::len);
        ensure!(found > 0, "nobody of the made people is without a match");
        Ok(ms)
    }
}
