//! Whatever is sent amiss to whichever operation: it is refused in words, and never a mistake of ours.

use reqwest::header::CONTENT_TYPE;
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use super::document::{SOME_ID, operations, path_with};
use super::schema::document;
use crate::support::Server;

/// The value with one part of it replaced, for each of its parts down to a depth.
fn replaced(value: &Value, by: &Value, depth: usize) -> Vec<Value> {
    let mut all = vec![by.clone()];
    let Some(depth) = depth.checked_sub(1) else {
        return all;
    };
    if let Some(parts) = value.as_object() {
        for (name, part) in parts {
            for other in replaced(part, by, depth) {
                let mut changed = parts.clone();
                changed.insert(name.clone(), other);
                all.push(Value::Object(changed));
            }
        }
    }
    if let Some(first) = value.as_array().and_then(|items| items.first()) {
        all.extend(
            replaced(first, by, depth)
                .into_iter()
                .map(|item| json!([item])),
        );
    }
    all
}

async fn is_refused_in_words(request: RequestBuilder, of: &str) {
    let answer = request.send().await.expect("answers");
    let status = answer.status();
    if status.is_success() || status.is_redirection() {
        return;
    }
    let kind = answer.headers().get(CONTENT_TYPE).cloned();
    let body = answer.text().await.expect("text");
    assert!(!status.is_server_error(), "{of}: {status} {body}");
    // The pages behind links in letters are for people.
    if of.contains("/mail/") && status == 404 {
        return;
    }
    assert_eq!(
        kind.expect("a kind"),
        "application/problem+json",
        "{of}: {status}"
    );
    let problem: Value = serde_json::from_str(&body).expect("JSON");
    for part in ["code", "title", "detail"] {
        let words = problem[part].as_str().unwrap_or_default();
        assert!(!words.is_empty(), "{of}: {body}");
    }
    if problem["code"] == "invalid" {
        let field = problem["errors"][0]["field"].as_str();
        assert!(field.is_some(), "{of}: {body}");
    }
}

#[tokio::test]
async fn nothing_that_is_sent_amiss_is_a_mistake_of_ours() {
    let document = document();
    for server in Server::on_each_database().await {
        let session = server.register("amiss@mail.example").await;
        let token = session["access_token"].as_str().expect("a token");
        let ask = |method: &Method, path: &str| {
            server
                .request(method.clone(), &format!("/api/v1{path}"))
                .bearer_auth(token)
                .header("if-match", "*")
        };
        let mut sent = 0;
        for (method, path, operation) in operations(&document) {
            // Who signs out can ask nothing more.
            if path == "/logout" {
                continue;
            }
            let content = &operation["requestBody"]["content"]["application/json"];
            let example = content["schema"]["$ref"]
                .as_str()
                .and_then(|name| document.pointer(&name[1..])?.get("example"));
            if path.contains('{') {
                let long = "9".repeat(2_000);
                for id in ["%00", "a%00b", "%ff", "-1", "%F0%9F%92%A9", "..%2f", &long] {
                    let mut request = ask(&method, &path_with(path, id));
                    if let Some(example) = example {
                        request = request.json(example);
                    }
                    is_refused_in_words(request, &format!("{method} {path} {id}")).await;
                    sent += 1;
                }
            }
            let path = path_with(path, SOME_ID);
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                if parameter["in"] != "query" {
                    continue;
                }
                let name = parameter["name"].as_str().expect("a name");
                for value in [
                    "",
                    "%00",
                    "%ff",
                    "-1",
                    "99999999999999999999",
                    "NaN",
                    "1e400",
                ] {
                    let query = format!("{path}?{name}={value}");
                    is_refused_in_words(ask(&method, &query), &query).await;
                    sent += 1;
                }
            }
            let Some(example) = example else {
                continue;
            };
            // What makes documents and reports takes long, and what it is made of is told of elsewhere.
            let is_long = ["Documents", "Reports"]
                .contains(&operation["tags"][0].as_str().unwrap_or_default());
            for (by, depth) in [
                (json!("a\0b"), if is_long { 1 } else { 4 }),
                (json!(1e300), 1),
                (Value::Null, 1),
                (json!({"a": []}), 1),
            ] {
                for body in replaced(example, &by, depth) {
                    let of = format!("{method} {path} {body}");
                    is_refused_in_words(ask(&method, &path).json(&body), &of).await;
                    sent += 1;
                }
            }
            let deep = "[".repeat(50_000);
            for body in ["", "{", "\u{feff}{}", "{\"a\":1e999}", deep.as_str()] {
                let request = ask(&method, &path).header(CONTENT_TYPE, "application/json");
                let of = format!(
                    "{method} {path} {}",
                    body.chars().take(12).collect::<String>()
                );
                is_refused_in_words(request.body(body.to_owned()), &of).await;
                sent += 1;
            }
        }
        assert!(sent > 1_000, "{sent}");
        // All of it was heard: the session lasted.
        let me = ask(&Method::GET, "/me").send().await.expect("answers");
        assert_eq!(me.status(), StatusCode::OK);
    }
}
