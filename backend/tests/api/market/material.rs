//! Postings, and a board on a free port that answers as a test says.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use foothold_boards::{Board, Posting, Source, read_file};
use foothold_shared::job::JobPage;
use poem::http::StatusCode as Status;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::{Endpoint, EndpointExt, Request, Route};
use reqwest::{Method, Response};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use crate::support::{START_MS, Server, json, text};

/// Postings of a file of the person's; each is `id`, `title`, `company` and what else is said.
pub(crate) fn read(postings: &[(&str, &str, &str, Value)]) -> Vec<Posting> {
    let postings: Vec<Value> = postings
        .iter()
        .map(|(id, title, company, more)| {
            let mut posting = json!({
                "id": id, "title": title, "company": company,
                "url": format!("https://jobs.example/{id}"), "posted": "2027-01-10",
                "description": "<p>You keep the lamps burning.</p>",
            });
            if let (Some(posting), Some(more)) = (posting.as_object_mut(), more.as_object()) {
                posting.extend(more.clone());
            }
            posting
        })
        .collect();
    let text = json!({ "postings": postings }).to_string();
    let page = read_file(
        &Board::new(Source::Json, "mine.json"),
        text.as_bytes(),
        START_MS,
    );
    assert!(page.bad.is_empty(), "{:?}", page.bad);
    page.postings
}

pub(crate) async fn search(server: &Server, session: &Value, query: &str) -> JobPage {
    json(server.get_as(&format!("/jobs?{query}"), session).await).await
}

pub(crate) fn titles(page: &JobPage) -> Vec<&str> {
    page.jobs.iter().map(|job| job.title.as_str()).collect()
}

/// A request as a person, with a body where there is one.
pub(crate) async fn ask<B: Serialize>(
    server: &Server,
    session: &Value,
    method: Method,
    path: &str,
    body: Option<&B>,
) -> Response {
    let mut request = server
        .request(method, &format!("/api/v1{path}"))
        .bearer_auth(text(&session["access_token"]));
    if let Some(body) = body {
        request = request.json(body);
    }
    request.send().await.expect("answers")
}

/// What a board was asked: path with query, and its headers in lower case.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) path: String,
    pub(crate) headers: HashMap<String, String>,
}

type Answers = Arc<Mutex<HashMap<String, (u16, String)>>>;

/// A board that answers by path; what it does not know is missing.
pub(crate) struct Stand {
    pub(crate) address: String,
    answers: Answers,
    asked: Arc<Mutex<Vec<Asked>>>,
    task: JoinHandle<std::io::Result<()>>,
}

impl Drop for Stand {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Answering {
    answers: Answers,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Endpoint for Answering {
    type Output = poem::Response;

    async fn call(&self, request: Request) -> poem::Result<Self::Output> {
        let uri = request.uri();
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        self.asked.lock().expect("whole").push(Asked {
            path: path.to_owned(),
            headers: request
                .headers()
                .iter()
                .map(|(name, value)| {
                    let value = value.to_str().unwrap_or_default();
                    (name.as_str().to_owned(), value.to_owned())
                })
                .collect(),
        });
        let answers = self.answers.lock().expect("whole");
        let (status, body) = answers
            .get(path)
            .or_else(|| answers.get(uri.path()))
            .cloned()
            .unwrap_or((404, String::new()));
        let kind = if body.starts_with('<') {
            "application/xml"
        } else {
            "application/json"
        };
        Ok(poem::Response::builder()
            .status(Status::from_u16(status).expect("a status"))
            .content_type(kind)
            .body(body))
    }
}

impl Stand {
    pub(crate) async fn start() -> Self {
        let acceptor = TcpListener::bind("127.0.0.1:0")
            .into_acceptor()
            .await
            .expect("a port");
        let address = acceptor.local_addr()[0]
            .as_socket_addr()
            .expect("an address")
            .to_string();
        let (answers, asked): (Answers, Arc<Mutex<Vec<Asked>>>) = Default::default();
        let endpoint = Answering {
            answers: Arc::clone(&answers),
            asked: Arc::clone(&asked),
        };
        let routes = Route::new().nest_no_strip("/", endpoint.boxed());
        let task = tokio::spawn(poem::Server::new_with_acceptor(acceptor).run(routes));
        Self {
            address,
            answers,
            asked,
            task,
        }
    }

    /// From now on answers this at a path; one without a query stands for every query.
    pub(crate) fn answer(&self, path: &str, status: u16, body: impl Into<String>) {
        let mut answers = self.answers.lock().expect("whole");
        answers.insert(path.to_owned(), (status, body.into()));
    }

    /// What was asked since the last time.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        std::mem::take(&mut *self.asked.lock().expect("whole"))
    }
}
