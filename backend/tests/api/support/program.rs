//! The program itself, started as people start it.

use std::path::Path;
use std::process::Stdio;

use foothold_backend::config::Config;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};

use super::{client, json, until};

/// The program with these arguments, in this folder, on a free port, and with no environment but this.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foothold-backend"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .env("FOOTHOLD__SERVER__LISTEN", "127.0.0.1:0")
        .stdin(Stdio::null())
        .kill_on_drop(true);
    command
}

/// A server with what of this configuration tests change, whose output nobody reads.
pub(crate) fn serving(folder: &Path, config: &Config) -> Command {
    let hosts = |hosts: &[String]| serde_json::to_string(hosts).expect("a list of texts");
    let (server, mail, keys) = (&config.server, &config.mail, &config.keys);
    let mut command = command(folder, &["serve", "--ready-file", READY]);
    command
        .envs([
            (
                "FOOTHOLD__SERVER__ACCOUNT_REQUESTS_PER_MINUTE",
                server.account_requests_per_minute.to_string(),
            ),
            ("FOOTHOLD__SERVER__PUBLIC_URL", server.public_url.clone()),
            (
                "FOOTHOLD__DATABASE__URL",
                config.database.url.expose_secret().to_owned(),
            ),
            ("FOOTHOLD__STORAGE__URL", config.storage.url.clone()),
            ("FOOTHOLD__BOARDS__GATHER", config.boards.gather.to_string()),
            (
                "FOOTHOLD__BOARDS__PRIVATE_HOSTS",
                hosts(&config.boards.private_hosts),
            ),
            (
                "FOOTHOLD__ALERTS__PRIVATE_HOSTS",
                hosts(&config.alerts.private_hosts),
            ),
            (
                "FOOTHOLD__MAIL__SMTP_URL",
                mail.smtp_url.expose_secret().to_owned(),
            ),
            ("FOOTHOLD__MAIL__FROM", mail.from.clone()),
        ])
        .env("FOOTHOLD__KEYS__FILE", &keys.file)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if !keys.active.is_empty() {
        let secret = |secret: &Option<SecretString>| {
            secret.as_ref().map_or("", |s| s.expose_secret()).to_owned()
        };
        let ring = keys.ring["k1"].expose_secret();
        command.envs([
            ("FOOTHOLD__KEYS__ACTIVE", keys.active.clone()),
            ("FOOTHOLD__KEYS__RING", format!("{{k1=\"{ring}\"}}")),
            ("FOOTHOLD__KEYS__JWT_SECRET", secret(&keys.jwt_secret)),
            ("FOOTHOLD__KEYS__LOOKUP_SECRET", secret(&keys.lookup_secret)),
        ]);
    }
    command
}

/// The file, in the program's folder, that says where it listens.
pub(crate) const READY: &str = "ready";

/// Starts a server that writes [`READY`], and answers where it listens.
pub(crate) async fn start(mut command: Command, folder: &Path) -> (Child, String) {
    let ready = folder.join(READY);
    let _ = std::fs::remove_file(&ready);
    let mut child = command.spawn().expect("starts");
    let address = until("the server listens", async || {
        // The line is whole once it ends: the file may be seen while it is written.
        let said = std::fs::read_to_string(&ready).unwrap_or_default();
        let ended = child.try_wait().expect("is there");
        assert!(ended.is_none(), "the server ended");
        said.strip_suffix('\n').map(str::to_owned)
    })
    .await;
    (child, address)
}

/// What a program logs, line by line.
pub(crate) type Log = Lines<BufReader<ChildStderr>>;

/// Starts a server whose log is read, and answers it with where it listens, and what it logged until then.
pub(crate) async fn start_logging(mut command: Command) -> (Child, String, Log, String) {
    let mut child = command.stderr(Stdio::piped()).spawn().expect("starts");
    let mut lines = BufReader::new(child.stderr.take().expect("is piped")).lines();
    let mut log = String::new();
    loop {
        let line = lines.next_line().await.expect("reads");
        let line = line.expect("the program listens");
        log.push_str(&line);
        if let Some((_, address)) = line.split_once("listening on http://") {
            let address = address.split_whitespace().next().expect("an address");
            return (child, address.to_owned(), lines, log);
        }
    }
}

/// A POST of JSON to the program.
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
