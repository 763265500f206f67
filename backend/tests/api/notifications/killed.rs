//! The program is killed in the middle of telling, on each database: nothing is lost, and what is doubled is told by its id.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;
use std::time::Duration;

use foothold_backend::config::Config;
use foothold_backend::testing;
use poem::Route;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use super::person::{Person, patient, tell};
use super::receiver::Receiver;
use super::smtp::Smtp;
use crate::support::{PASSWORD, Server, give_keys, json as read, test_config};

/// So many that the program is killed in the middle.
const SEARCHES: u8 = 40;

/// The program with this configuration.
fn program(folder: &TempDir, config: &Config) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foothold-backend"));
    command
        .args(["serve"])
        .current_dir(folder.path())
        .env_clear()
        .env("FOOTHOLD__SERVER__LISTEN", "127.0.0.1:0")
        .env("FOOTHOLD__SERVER__PUBLIC_URL", &config.server.public_url)
        .env("FOOTHOLD__BOARDS__GATHER", "false")
        .env(
            "FOOTHOLD__DATABASE__URL",
            config.database.url.expose_secret(),
        )
        .env("FOOTHOLD__STORAGE__URL", &config.storage.url)
        .env("FOOTHOLD__KEYS__FILE", &config.keys.file)
        .env(
            "FOOTHOLD__MAIL__SMTP_URL",
            config.mail.smtp_url.expose_secret(),
        )
        .env("FOOTHOLD__MAIL__FROM", &config.mail.from)
        .env(
            "FOOTHOLD__ALERTS__PRIVATE_HOSTS",
            format!("[\"{}\"]", config.alerts.private_hosts[0]),
        )
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
    command.spawn().expect("starts")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_it_tells_it_loses_nothing_and_a_double_is_known_by_its_id() {
    for engine in ["sqlite", "postgres"] {
        let (receiver, smtp) = (Receiver::start().await, Smtp::start().await);
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = test_config(&folder);
        patient(&mut config);
        config.alerts.private_hosts = vec![receiver.address.clone()];
        config.mail.smtp_url = smtp.url().into();
        config.mail.from = "Foothold <no-reply@foothold.example>".to_owned();
        if engine == "sqlite" {
            config.database.url = testing::sqlite_url(folder.path()).into();
        } else {
            let Some(url) = testing::postgres_url().await else {
                continue;
            };
            config.database.url = url.into();
            give_keys(&mut config);
        }
        // Everything is made ready, and the jobs are in; then the program finds them.
        let server = Server::run(engine, folder, config, Route::new()).await;
        let zoe = Person::new(&server, "zoe").await;
        let url = json!({"url": receiver.url()});
        zoe.send(reqwest::Method::PUT, "/me/webhook", Some(&url))
            .await;
        zoe.send(reqwest::Method::POST, "/me/mail-address/confirm", None)
            .await;
        tell(&server).await;
        let text = smtp.last().part("text/plain");
        let link = text
            .split_whitespace()
            .find(|word| word.contains("/mail/confirm/"))
            .expect("a link");
        let link = link.replace(super::person::PUBLIC, &format!("http://{}", server.address));
        crate::support::client()
            .post(link)
            .send()
            .await
            .expect("answers");
        for n in 0..SEARCHES {
            let alerts = json!({"pace": "daily", "hour": 9, "time_zone": "UTC", "mail": true, "webhook": true});
            zoe.search(n, "baker", alerts).await;
        }
        zoe.import(&[("1", "Baker")]).await;
        let letters_before = smtp.came().len();
        // The program's clock is the machine's, behind this one: what is due now is due there.
        due_long_ago(&server).await;
        let mut child = program(&server.folder, &server.config);
        let some = async {
            while receiver.called().len() < 5 || smtp.came().len() < letters_before + 5 {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(120), some)
            .await
            .expect("the first are told");
        child.kill().await.expect("killed");
        let at_kill = (receiver.called().len(), smtp.came().len() - letters_before);
        assert!(
            at_kill.0 < usize::from(SEARCHES) || at_kill.1 < usize::from(SEARCHES),
            "{at_kill:?} on {engine}: in the middle"
        );

        // This server's clock is ahead: the leases have run out.
        let session: Value = read(
            server
                .login("zoe@mail.example", PASSWORD, "203.0.113.9")
                .await,
        )
        .await;
        let zoe = Person {
            server: &server,
            session,
        };
        for _ in 0..3 {
            tell(&server).await;
        }
        let mut by_search: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for call in receiver.called() {
            let search = call.json()["data"]["search_id"]
                .as_str()
                .expect("an id")
                .to_owned();
            by_search
                .entry(search)
                .or_default()
                .insert(call.id().to_owned());
        }
        assert_eq!(by_search.len(), usize::from(SEARCHES), "on {engine}");
        assert!(by_search.values().all(|ids| ids.len() == 1), "on {engine}");
        let letters: BTreeSet<String> = smtp.came()[letters_before..]
            .iter()
            .map(|letter| letter.header("Message-ID").expect("an id"))
            .collect();
        assert_eq!(letters.len(), usize::from(SEARCHES), "on {engine}");
        let mut told = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = zoe.page(&format!("?limit=100{cursor}")).await;
            told.extend(page.notifications.into_iter().map(|one| one.link));
            let Some(next) = page.next_cursor else { break };
            cursor = format!("&cursor={next}");
        }
        let listed = told.len();
        told.sort();
        told.dedup();
        assert_eq!(
            (listed, told.len()),
            (usize::from(SEARCHES), usize::from(SEARCHES)),
            "each is told once in the portal, on {engine}"
        );
    }
}

/// Sets back when the searches are due: the program asks the machine's clock.
async fn due_long_ago(server: &Server) {
    let mut tx = server.app.db().begin().await.expect("begins");
    let done = foothold_backend::on!(&mut tx.conn(), c => {
        sqlx::query("update search_alerts set next_at_ms = 0").execute(c).await.map(drop)
    });
    done.expect("set back");
    tx.commit().await.expect("kept");
}
