//! The API's document, as a program reads it that knows nothing else of the server.

use std::collections::BTreeSet;

use foothold_backend::config::Config;
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::schema::{document, wrong};
use crate::support::Server;

/// Every operation: method, path, what is said of it.
pub(super) fn operations(document: &Value) -> Vec<(Method, &str, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, operations)| {
            let operations = operations.as_object().expect("operations");
            operations.iter().map(move |(method, operation)| {
                let method = method.to_uppercase().parse().expect("a method");
                (method, path.as_str(), operation)
            })
        })
        .collect()
}

#[test]
fn each_operation_says_what_it_is_what_it_answers_and_how_it_fails() {
    let document = document();
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations(&document) {
        let of = format!("{method} {path}");
        let id = operation["operationId"].as_str().expect("an id");
        assert!(ids.insert(id.to_owned()), "{of}: {id} is there twice");
        assert!(operation["summary"].is_string(), "{of} has no summary");
        assert_eq!(operation["tags"].as_array().map(Vec::len), Some(1), "{of}");
        let failed = &operation["responses"]["default"]["content"];
        let problem = &failed["application/problem+json"]["schema"]["$ref"];
        assert_eq!(problem, "#/components/schemas/Problem", "{of}");
        let responses = operation["responses"].as_object().expect("responses");
        assert!(
            responses.keys().any(|status| status.starts_with('2')),
            "{of}"
        );
        for (status, response) in responses {
            let words = response["description"].as_str().expect("words");
            assert!(!words.is_empty(), "{of} {status}");
        }
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{of}: {parameter}");
        }
        // Only who signs in, and links in letters, need no token.
        let open = ["/register", "/login", "/token/refresh", "/logout"];
        let is_open = open.contains(&path) || path.starts_with("/mail/");
        assert_eq!(operation["security"].is_array(), !is_open, "{of}");
    }
    assert!(ids.len() > 100);
}

#[test]
fn each_default_and_each_example_is_as_its_schema_says() {
    let document = document();
    for (name, schema) in document["components"]["schemas"].as_object().expect("some") {
        if let Some(example) = schema.get("example") {
            assert_eq!(wrong(&document, schema, example), [""; 0], "{name}");
        }
        for (property, schema) in schema["properties"].as_object().into_iter().flatten() {
            if let Some(default) = schema.get("default") {
                let found = wrong(&document, schema, default);
                assert_eq!(found, [""; 0], "{name}.{property}");
            }
        }
    }
}

/// An id that nothing has.
pub(super) const SOME_ID: &str = "01900000-0000-7000-8000-0000000000aa";

/// A path with this in place of each variable.
pub(super) fn path_with(path: &str, id: &str) -> String {
    let mut path = path.to_owned();
    while let (Some(from), Some(to)) = (path.find('{'), path.find('}')) {
        path.replace_range(from..=to, id);
    }
    path
}

/// Every request that is JSON has an example, and the server takes it for what it is.
#[tokio::test]
async fn each_example_can_be_sent() {
    let document = document();
    // Nothing outside is asked.
    let server = Server::start_with(|config: &mut Config| config.boards.gather = false).await;
    let session = server.register("example@mail.example").await;
    let mut sent = 0;
    for (method, path, operation) in operations(&document) {
        let content = &operation["requestBody"]["content"]["application/json"];
        let Some(name) = content["schema"]["$ref"].as_str() else {
            continue;
        };
        let schema = document.pointer(&name[1..]).expect("a schema");
        let example = schema.get("example");
        let example = example.unwrap_or_else(|| panic!("{name} has no example"));
        let path = path_with(path, SOME_ID);
        // A board is asked when it is added.
        if path == "/job-boards" {
            continue;
        }
        let of = format!("{method} {path}");
        let answer = server
            .request(method, &format!("/api/v1{path}"))
            .bearer_auth(session["access_token"].as_str().expect("a token"))
            .header("if-match", "\"0\"")
            .json(example)
            .send()
            .await
            .expect("answers");
        let status = answer.status();
        let body: Value = match status {
            StatusCode::NO_CONTENT => Value::Null,
            _ => answer.json().await.unwrap_or_default(),
        };
        assert!(!status.is_server_error(), "{of}: {body}");
        let code = body["code"].as_str().unwrap_or_default();
        let unread = ["invalid", "invalid_json", "unreadable_body", "bad_request"];
        assert!(!unread.contains(&code), "{of}: {body}");
        // Signing in with the example's password is refused, and rightly.
        let is_open = operation.get("security").is_none();
        let is_unheard = status == StatusCode::BAD_REQUEST
            || status == StatusCode::TOO_MANY_REQUESTS
            || status == StatusCode::UNAUTHORIZED && !is_open;
        assert!(!is_unheard, "{of}: {status} {body}");
        sent += 1;
    }
    assert!(sent > 30, "{sent}");
}
