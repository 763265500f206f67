//! The program is killed in the middle of telling, on each database: nothing is lost, and what is doubled is told by its id.

use std::collections::{BTreeMap, BTreeSet};

use foothold_backend::clock::{Clock, SystemClock};
use serde_json::{Value, json};

use super::person::{Person, patient, tell};
use super::receiver::{Receiver, id_of};
use super::smtp::Smtp;
use crate::support::{HOUR_MS, PASSWORD, Server, client, databases, json as read, program, until};

/// So many that the program is killed in the middle.
const SEARCHES: u8 = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_it_tells_it_loses_nothing_and_a_double_is_known_by_its_id() {
    for (engine, folder, mut config) in databases().await {
        let (receiver, smtp) = (Receiver::start().await, Smtp::start().await);
        patient(&mut config);
        config.alerts.private_hosts = vec![receiver.address().to_owned()];
        config.mail.smtp_url = smtp.url().into();
        config.mail.from = "Foothold <no-reply@foothold.example>".to_owned();
        config.boards.gather = false;
        // Everything is made ready, and the jobs are in; then the program finds them.
        let server = Server::run(engine, folder, config).await;
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
        client().post(link).send().await.expect("answers");
        for n in 0..SEARCHES {
            let alerts = json!({"pace": "daily", "hour": 9, "time_zone": "UTC", "mail": true, "webhook": true});
            zoe.search(n, "baker", alerts).await;
        }
        zoe.import(&[("1", "Baker")]).await;
        let letters_before = smtp.came().len();
        // The program's clock is the machine's, behind this one: what is due now is due there.
        due_long_ago(&server).await;
        let folder = server.folder.path();
        let mut child = program::serving(folder, &server.config)
            .spawn()
            .expect("starts");
        until("the first are told", async || {
            (receiver.called().len() >= 5 && smtp.came().len() >= letters_before + 5).then_some(())
        })
        .await;
        child.kill().await.expect("killed");
        let at_kill = (receiver.called().len(), smtp.came().len() - letters_before);
        assert!(
            at_kill.0 < usize::from(SEARCHES) || at_kill.1 < usize::from(SEARCHES),
            "{at_kill:?} on {engine}: in the middle"
        );

        // This server's clock is an hour ahead of the program's: the leases have run out, and nothing is old yet.
        let ahead_ms = SystemClock.now_ms() + HOUR_MS - server.clock.now_ms();
        server.clock.advance_ms(ahead_ms);
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
                .insert(id_of(&call).to_owned());
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
