//! A person with a saved search, and jobs that come in.

use foothold_backend::config::Config;
use foothold_shared::notification::{Notification, NotificationChannels, NotificationPage};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::Server;

pub(crate) const PUBLIC: &str = "http://foothold.example";

/// Sessions outlive the days that these tests let pass.
pub(crate) fn patient(config: &mut Config) {
    config.accounts.access_token_ttl_s = 100 * 24 * 60 * 60;
    config.accounts.refresh_token_ttl_s = 100 * 24 * 60 * 60;
    config.server.public_url = PUBLIC.to_owned();
}

pub(crate) struct Person<'a> {
    pub(crate) server: &'a Server,
    pub(crate) session: Value,
}

impl<'a> Person<'a> {
    pub(crate) async fn new(server: &'a Server, name: &str) -> Self {
        let session = server.register(&format!("{name}@mail.example")).await;
        Self { server, session }
    }

    pub(crate) async fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Response {
        self.server.send_as(method, path, &self.session, body).await
    }

    /// Saves a search for these words that tells as `alerts` says, and answers its id.
    pub(crate) async fn search(&self, n: u8, words: &str, alerts: Value) -> String {
        let id = format!("6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f80{n:02x}");
        let body = json!({"name": format!("My {words}"), "filters": {"q": words}});
        let path = format!("/me/saved-searches/{id}");
        let saved = self.send(Method::PUT, &path, Some(&body)).await;
        assert!(saved.status().is_success());
        let set = self.alerts(&id, &alerts).await;
        assert_eq!(set.status(), StatusCode::OK);
        id
    }

    pub(crate) async fn alerts(&self, id: &str, alerts: &Value) -> Response {
        let path = format!("/me/saved-searches/{id}/alerts");
        self.send(Method::PUT, &path, Some(alerts)).await
    }

    /// Jobs come in: `(id, title)`.
    pub(crate) async fn import(&self, jobs: &[(&str, &str)]) {
        let rows: Vec<Value> = jobs
            .iter()
            .map(|(id, title)| {
                json!({
                    "id": id, "title": title, "company": format!("Mill {id} & \"Sons\""), "location": "Porto, Portugal",
                    "url": format!("https://mill.example/{id}"), "description": "Bread for the town.",
                })
            })
            .collect();
        self.server
            .take_jobs_of("mill.json", &self.session, &rows)
            .await;
    }

    pub(crate) async fn page(&self, query: &str) -> NotificationPage {
        let path = format!("/me/notifications{query}");
        self.server.read_as(&path, &self.session).await
    }

    pub(crate) async fn told(&self) -> Vec<Notification> {
        self.page("").await.notifications
    }

    pub(crate) async fn channels(&self) -> NotificationChannels {
        let path = "/me/notification-channels";
        self.server.read_as(path, &self.session).await
    }
}

/// Every search that is due tells, and everything is sent that is due; how many were taken.
pub(crate) async fn tell(server: &Server) -> u64 {
    let searches = server.app.saved_searches();
    searches.alert_due().await.expect("looked");
    server
        .app
        .notifications()
        .deliver_due()
        .await
        .expect("sent")
}
