//! `docs/api.md`, block by block against the server, and each answer against the API's document.

use std::collections::BTreeMap;

use reqwest::Response;
use serde_json::Value;

use super::schema::{document, wrong};
use crate::support::{Server, client};

/// A request as the page shows it, and what is said of the answer.
struct Block<'p> {
    method: &'p str,
    path: &'p str,
    headers: Vec<(&'p str, &'p str)>,
    body: &'p str,
    status: u16,
    /// `path = value`, or `path as $NAME`.
    said: Vec<&'p str>,
}

fn blocks(page: &str) -> Vec<String> {
    let parts: Vec<&str> = page.split("\n```\n").collect();
    assert!(parts.len() % 2 == 1, "each block is closed");
    parts
        .iter()
        .skip(1)
        .step_by(2)
        .map(|block| (*block).to_owned())
        .collect()
}

fn read(block: &str) -> Block<'_> {
    let (request, answer) = block.rsplit_once('→').expect("an answer");
    let (head, body) = request.split_once("\n\n").unwrap_or((request, ""));
    let mut lines = head.trim().lines();
    let first = lines.next().expect("a request");
    let (method, path) = first.split_once(' ').expect("method and path");
    let answer = answer.trim();
    let (status, said) = answer.split_once(' ').unwrap_or((answer, ""));
    Block {
        method,
        path,
        headers: lines
            .map(|line| line.split_once(": ").expect("a header"))
            .collect(),
        body: body.trim(),
        status: status.parse().expect("a status"),
        said: said.split(", ").filter(|one| !one.is_empty()).collect(),
    }
}

async fn send(server: &Server, block: &Block<'_>, token: Option<&String>) -> Response {
    let url = format!("http://{}/api/v1{}", server.address, block.path);
    let mut request = client().request(block.method.parse().expect("a method"), url);
    for (name, value) in &block.headers {
        request = request.header(*name, *value);
    }
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    if !block.body.is_empty() {
        request = request
            .header("content-type", "application/json")
            .body(block.body.to_owned());
    }
    request.send().await.expect("answers")
}

/// What the document says of an answer's body; `None` where it is no JSON.
fn schema<'d>(document: &'d Value, block: &Block<'_>, is_problem: bool) -> Option<&'d Value> {
    let asked: Vec<&str> = block.path.split('?').next()?.split('/').collect();
    let paths = document["paths"].as_object().expect("paths");
    let fits = |path: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        parts.len() == asked.len()
            && parts
                .iter()
                .zip(&asked)
                .all(|(part, asked)| part.starts_with('{') || part == asked)
    };
    let method = block.method.to_lowercase();
    // A path without a variable comes before one with.
    let mut found: Vec<_> = paths
        .iter()
        .filter(|(path, operations)| fits(path) && operations.get(&method).is_some())
        .collect();
    found.sort_by_key(|(path, _)| path.matches('{').count());
    let (_, operations) = found.first().expect("a described operation");
    let responses = &operations[&method]["responses"];
    let status = if is_problem {
        "default".to_owned()
    } else {
        block.status.to_string()
    };
    let response = responses.get(&status).expect("a described answer");
    let kind = if is_problem {
        "application/problem+json"
    } else {
        "application/json"
    };
    response["content"][kind].get("schema")
}

/// A part of an answer by its path, or one of its headers (which begin with a capital letter).
fn part(path: &str, headers: &BTreeMap<String, String>, body: &Value) -> String {
    if path.starts_with(char::is_uppercase) {
        return headers
            .get(&path.to_lowercase())
            .cloned()
            .unwrap_or_else(|| panic!("no header {path}"));
    }
    let pointer = format!("/{}", path.replace('.', "/"));
    match body.pointer(&pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => panic!("no {path} in {body}"),
    }
}

#[tokio::test]
async fn the_first_ten_minutes_go_as_they_are_told() {
    let page = include_str!("../../../../docs/api.md");
    let document = document();
    for server in Server::on_each_database().await {
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        let mut asked = 0;
        for block in blocks(page) {
            let filled = known.iter().fold(block, |text, (name, value)| {
                text.lines()
                    .map(|line| match line.split_once(" as ") {
                        // What is learned here keeps its name.
                        Some(_) if line.starts_with('→') => line.to_owned(),
                        _ => line.replace(name, value),
                    })
                    .collect::<Vec<_>>()
                    .join("\n")
            });
            let block = read(&filled);
            let of = format!("{} {} on {}", block.method, block.path, server.engine);
            if block.path == "/matches/run" && block.method == "GET" {
                server.app.matches().run_due().await.expect("searches");
            }
            let answer = send(&server, &block, known.get("$TOKEN")).await;
            let status = answer.status().as_u16();
            let headers: BTreeMap<String, String> = answer
                .headers()
                .iter()
                .filter_map(|(name, value)| {
                    Some((name.to_string(), value.to_str().ok()?.to_owned()))
                })
                .collect();
            let bytes = answer.bytes().await.expect("a body");
            let body: Value = serde_json::from_slice(&bytes).unwrap_or_default();
            assert_eq!(status, block.status, "{of}: {body}");
            if let Some(schema) = schema(&document, &block, status >= 400) {
                assert_eq!(wrong(&document, schema, &body), [""; 0], "{of}");
            }
            for said in &block.said {
                if let Some((path, name)) = said.split_once(" as ") {
                    known.insert(name.to_owned(), part(path, &headers, &body));
                } else {
                    let (path, value) = said.split_once(" = ").expect("a value");
                    assert_eq!(part(path, &headers, &body), value, "{of}: {path}");
                }
            }
            asked += 1;
        }
        assert!(asked > 20, "{asked}");
    }
}
