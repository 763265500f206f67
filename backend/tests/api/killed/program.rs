//! The program itself, started as people start it.

use std::process::Stdio;
use std::time::Duration;

use foothold_backend::config::Config;
use secrecy::ExposeSecret;
use serde_json::Value;
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::support::{client, json};

/// The program with this configuration, once it listens, and where.
pub(crate) async fn program(folder: &TempDir, config: &Config) -> (Child, String) {
    let ready = folder.path().join("ready");
    let hosts = serde_json::to_string(&config.boards.private_hosts).expect("a list of texts");
    let mut command = Command::new(env!("CARGO_BIN_EXE_foothold-backend"));
    command
        .args(["serve", "--ready-file", "ready"])
        .current_dir(folder.path())
        .env_clear()
        .env("FOOTHOLD__SERVER__LISTEN", "127.0.0.1:0")
        .env("FOOTHOLD__SERVER__ACCOUNT_REQUESTS_PER_MINUTE", "100000")
        .env(
            "FOOTHOLD__DATABASE__URL",
            config.database.url.expose_secret(),
        )
        .env("FOOTHOLD__STORAGE__URL", &config.storage.url)
        .env("FOOTHOLD__KEYS__FILE", &config.keys.file)
        .env("FOOTHOLD__BOARDS__PRIVATE_HOSTS", hosts)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    if !config.keys.active.is_empty() {
        let secret = |secret: &Option<secrecy::SecretString>| {
            secret.as_ref().map_or("", |s| s.expose_secret()).to_owned()
        };
        let ring = config.keys.ring["k1"].expose_secret();
        command
            .env("FOOTHOLD__KEYS__ACTIVE", &config.keys.active)
            .env("FOOTHOLD__KEYS__RING", format!("{{k1=\"{ring}\"}}"))
            .env(
                "FOOTHOLD__KEYS__JWT_SECRET",
                secret(&config.keys.jwt_secret),
            )
            .env(
                "FOOTHOLD__KEYS__LOOKUP_SECRET",
                secret(&config.keys.lookup_secret),
            );
    }
    let mut child = command.spawn().expect("starts");
    let wait = async {
        loop {
            let said = std::fs::read_to_string(&ready).unwrap_or_default();
            if let Some(address) = said.strip_suffix('\n') {
                return address.to_owned();
            }
            assert!(
                child.try_wait().expect("is there").is_none(),
                "the server ended"
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let address = tokio::time::timeout(Duration::from_secs(120), wait).await;
    let address = address.expect("it listens");
    (child, address)
}

pub(crate) async fn post(address: &str, path: &str, token: &str, body: &Value) -> Value {
    let answer = client()
        .post(format!("http://{address}/api/v1{path}"))
        .bearer_auth(token)
        .json(body)
        .send()
        .await
        .expect("answers");
    json(answer).await
}
