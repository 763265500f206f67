//! The builder's résumés over HTTP: no save overwrites another, versions come back, a preview keeps nothing.

use foothold_shared::generation::{
    DraftComparison, LineChange, ResumeDraft, ResumeDraftList, ResumeDraftVersions, ResumeDraftView,
};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{START_MS, Server, json, problem};

const ID: &str = "01990000-0000-7000-8000-0000000000d1";

fn draft(bullet: &str) -> Value {
    json!({
        "name": " Night shifts ",
        "tags": ["Nursing"],
        "content": {
            "language": "en",
            "name": "Zoë Novák",
            "contact": [{"kind": "email", "text": "zoe@mail.example", "url": "mailto:zoe@mail.example"}],
            "sections": [{
                "kind": "work",
                "title": "Experience",
                "entries": [{
                    "title": "Nurse", "subtitle": "Klinikum Lindenau", "dates": "Apr 2019 – present",
                    "bullets": [{"text": bullet, "facts": [], "fixed": true}]
                }]
            }]
        },
        "look": {"template": "classic", "paper": "a4"}
    })
}

async fn save(
    server: &Server,
    session: &Value,
    tag: Option<&str>,
    method: Method,
    path: &str,
    body: &Value,
) -> Response {
    let mut request = server
        .request_as(method, &format!("/me/resume-drafts/{path}"), session)
        .json(body);
    if let Some(tag) = tag {
        request = request.header("if-match", tag);
    }
    request.send().await.expect("answers")
}

async fn put(server: &Server, session: &Value, tag: &str, body: &Value) -> Response {
    save(server, session, Some(tag), Method::PUT, ID, body).await
}

#[tokio::test]
async fn a_resume_is_saved_with_versions_and_comes_back() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let unsaid = save(&server, &zoe, None, Method::PUT, ID, &draft("Cared.")).await;
        problem(
            unsaid,
            StatusCode::PRECONDITION_REQUIRED,
            "if_match_required",
        )
        .await;
        let first = put(&server, &zoe, "\"0\"", &draft("Cared for 12 patients")).await;
        assert_eq!(first.status(), StatusCode::CREATED);
        assert_eq!(first.headers()["etag"], "\"1\"");
        let first: ResumeDraftView = json(first).await;
        assert_eq!((first.version, first.created_at_ms), (1, START_MS));
        assert_eq!(first.draft.name, "Night shifts");

        // The same again is no version; another window's save is not overwritten.
        server.clock.advance_ms(1_000);
        let same = put(&server, &zoe, "\"1\"", &draft("Cared for 12 patients")).await;
        assert_eq!(json::<ResumeDraftView>(same).await, first);
        let second = put(&server, &zoe, "\"1\"", &draft("Cared for 14 patients")).await;
        assert_eq!(second.status(), StatusCode::OK);
        let second: ResumeDraftView = json(second).await;
        assert_eq!((second.version, second.saved_at_ms), (2, START_MS + 1_000));
        assert_eq!(second.created_at_ms, START_MS);
        for tag in ["\"1\"", "\"0\"", "*", "W/\"2\""] {
            let late = put(&server, &zoe, tag, &draft("Cared.")).await;
            let code = "resume_draft_changed";
            problem(late, StatusCode::PRECONDITION_FAILED, code).await;
        }

        let path = format!("/me/resume-drafts/{ID}");
        let found: ResumeDraftView = server.read_as(&path, &zoe).await;
        assert_eq!(found, second);
        let list: ResumeDraftList = server.read_as("/me/resume-drafts", &zoe).await;
        assert_eq!(list.drafts.len(), 1);
        assert_eq!(
            (list.drafts[0].version, list.drafts[0].name.as_str()),
            (2, "Night shifts")
        );

        let versions = server.get_as(&format!("{path}/versions"), &zoe).await;
        let versions: ResumeDraftVersions = json(versions).await;
        let numbers: Vec<i64> = versions.versions.iter().map(|v| v.version).collect();
        assert_eq!(numbers, [2, 1]);
        let one = server.get_as(&format!("{path}/versions/1"), &zoe).await;
        assert_eq!(json::<ResumeDraft>(one).await, first.draft);
        let compared = server
            .get_as(&format!("{path}/versions/1/compare/2"), &zoe)
            .await;
        let compared: DraftComparison = json(compared).await;
        let changed: Vec<(LineChange, &str)> = compared
            .lines
            .iter()
            .filter(|line| line.change != LineChange::Same)
            .map(|line| (line.change, line.text.as_str()))
            .collect();
        let [(LineChange::Removed, old), (LineChange::Added, new)] = changed.as_slice() else {
            panic!("one line was replaced: {changed:?}");
        };
        assert!(old.contains("12 patients") && new.contains("14 patients"));
        assert!(compared.lines.len() > 4);

        // Bringing an old one back is a new version; nothing is lost.
        let restore = format!("{ID}/versions/1/restore");
        let restored = save(
            &server,
            &zoe,
            Some("\"2\""),
            Method::POST,
            &restore,
            &json!({}),
        )
        .await;
        let restored: ResumeDraftView = json(restored).await;
        assert_eq!((restored.version, &restored.draft), (3, &first.draft));
        let kept = server.get_as(&format!("{path}/versions/2"), &zoe).await;
        assert_eq!(json::<ResumeDraft>(kept).await, second.draft);
        let missing = StatusCode::NOT_FOUND;
        let unknown = server.get_as(&format!("{path}/versions/9"), &zoe).await;
        problem(unknown, missing, "resume_version_not_found").await;

        let max = server.register("max@mail.example").await;
        for foreign in [
            path.clone(),
            format!("{path}/versions"),
            format!("{path}/versions/1"),
        ] {
            let answer = server.get_as(&foreign, &max).await;
            problem(answer, missing, "resume_draft_not_found").await;
        }
        let own = put(&server, &max, "\"0\"", &draft("Max's")).await;
        assert_eq!(own.status(), StatusCode::CREATED, "an id is an account's");
        let done = server.delete_as(&path, &zoe).await;
        assert_eq!(done.status(), StatusCode::NO_CONTENT);
        let gone = server.get_as(&path, &zoe).await;
        problem(gone, missing, "resume_draft_not_found").await;
        assert_eq!(server.get_as(&path, &max).await.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn only_the_last_versions_are_kept() {
    let server = Server::start().await;
    let zoe = server.register("zoe@mail.example").await;
    for n in 0..53 {
        let saved = put(
            &server,
            &zoe,
            &format!("\"{n}\""),
            &draft(&format!("Cared {n}")),
        )
        .await;
        assert!(saved.status().is_success(), "{n}");
    }
    let versions = server
        .get_as(&format!("/me/resume-drafts/{ID}/versions"), &zoe)
        .await;
    let versions: ResumeDraftVersions = json(versions).await;
    let numbers: Vec<i64> = versions.versions.iter().map(|v| v.version).collect();
    assert_eq!(numbers, (4..=53).rev().collect::<Vec<_>>());
    let old = server
        .get_as(&format!("/me/resume-drafts/{ID}/versions/3"), &zoe)
        .await;
    problem(old, StatusCode::NOT_FOUND, "resume_version_not_found").await;
}

#[tokio::test]
async fn what_is_too_much_is_refused_by_its_name() {
    let server = Server::start().await;
    let zoe = server.register("zoe@mail.example").await;
    let mut long = draft("Cared.");
    long["content"]["sections"][0]["entries"][0]["bullets"][0]["text"] = json!("x".repeat(2_001));
    let refused = put(&server, &zoe, "\"0\"", &long).await;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let refused = problem(refused, unprocessable, "invalid").await;
    let field = "content.sections[0].entries[0].bullets[0].text";
    assert_eq!(refused.errors[0].field, field);
    let no_id = save(
        &server,
        &zoe,
        Some("\"0\""),
        Method::PUT,
        "mine",
        &draft("x"),
    )
    .await;
    problem(no_id, unprocessable, "invalid").await;
}

#[tokio::test]
async fn a_preview_is_a_pdf_and_nothing_of_it_is_kept() {
    let server = Server::start().await;
    let zoe = server.register("zoe@mail.example").await;
    let content = draft("Cared for 12 patients")["content"].clone();
    let preview = json!({"resume": content, "look": {"template": "elegant", "paper": "letter"}});
    let path = "/me/document-previews";
    let answer = server.post_as(path, &zoe, &preview).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["content-type"], "application/pdf");
    assert_eq!(answer.headers()["x-pages"], "1");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let bytes = answer.bytes().await.expect("bytes");
    assert!(bytes.starts_with(b"%PDF-"));
    let letter = json!({"letter": {
        "language": "en", "name": "Zoë Novák", "salutation": "Dear team,", "closing": "Kind regards,",
        "paragraphs": [{"statements": [{"text": "I care for patients.", "facts": [], "fixed": true}]}]
    }});
    let answer = server.post_as(path, &zoe, &letter).await;
    assert_eq!(answer.status(), StatusCode::OK);

    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    for (body, code) in [
        (json!({}), "invalid"),
        (json!({"resume": {}, "letter": {}}), "invalid"),
        (
            json!({"resume": {"name": "山田太郎"}}),
            "script_not_in_fonts",
        ),
        (json!({"resume": {}}), "nothing_to_set"),
    ] {
        let answer = server.post_as(path, &zoe, &body).await;
        problem(answer, unprocessable, code).await;
    }
}
