//! Applications over HTTP, on each database: once each, with the person's own status and note.

use foothold_shared::application::{ApplicationPage, ApplicationStatus, ApplicationView};
use futures_util::future::join_all;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{MINUTE_MS, START_MS, Server, json, problem};

fn id(n: u32) -> String {
    format!("01990000-0000-7000-8000-{n:012}")
}

fn application() -> Value {
    json!({
        "receipt_id": id(77),
        "page_url": "https://jobs.example/apply/17?token=s3cret#me",
        "job_title": "Lighthouse keeper",
        "company": "Example Lights",
        "location": "Westerhever",
        "submitted_at_ms": START_MS,
        "confirmation": "Thank you for applying."
    })
}

async fn ask(
    server: &Server,
    session: &Value,
    method: Method,
    n: u32,
    body: Option<&Value>,
) -> Response {
    let path = format!("/me/applications/{}", id(n));
    server.send_as(method, &path, session, body).await
}

async fn list(server: &Server, session: &Value, query: &str) -> ApplicationPage {
    server
        .read_as(&format!("/me/applications{query}"), session)
        .await
}

#[tokio::test]
async fn an_application_is_recorded_once_and_keeps_its_status_and_note() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let first = ask(&server, &session, Method::PUT, 1, Some(&application())).await;
        assert_eq!(first.status(), StatusCode::CREATED);
        let first: ApplicationView = json(first).await;
        assert_eq!(first.application.page_url, "https://jobs.example/apply/17");
        assert_eq!(first.status, ApplicationStatus::Applied);
        assert_eq!((first.status_at_ms, first.note.as_str()), (START_MS, ""));

        server.clock.advance_ms(MINUTE_MS);
        let again = ask(&server, &session, Method::PUT, 1, Some(&application())).await;
        assert_eq!(again.status(), StatusCode::OK);
        assert_eq!(
            json::<ApplicationView>(again).await,
            first,
            "the same again changes nothing"
        );

        let change = json!({"status": "interview", "note": " Call on Monday "});
        let changed = ask(&server, &session, Method::PATCH, 1, Some(&change)).await;
        let changed: ApplicationView = json(changed).await;
        assert_eq!(changed.status, ApplicationStatus::Interview);
        assert_eq!(changed.status_at_ms, START_MS + MINUTE_MS);
        assert_eq!(changed.note, "Call on Monday");
        assert_eq!(changed.application, first.application);

        // A repeated report takes nothing back; a corrected one changes what was recorded alone.
        server.clock.advance_ms(MINUTE_MS);
        let again = ask(&server, &session, Method::PUT, 1, Some(&application())).await;
        assert_eq!(json::<ApplicationView>(again).await, changed);
        let mut corrected = application();
        corrected["company"] = json!("Example Lights Ltd");
        let corrected = ask(&server, &session, Method::PUT, 1, Some(&corrected)).await;
        let corrected: ApplicationView = json(corrected).await;
        assert_eq!(
            corrected.application.company.as_deref(),
            Some("Example Lights Ltd")
        );
        assert_eq!(
            (corrected.status, &corrected.note),
            (changed.status, &changed.note)
        );
        let mut silent = application();
        silent["confirmation"] = Value::Null;
        let silent = ask(&server, &session, Method::PUT, 1, Some(&silent)).await;
        assert_eq!(
            json::<ApplicationView>(silent).await,
            corrected,
            "the page's words stay"
        );

        // The same status again keeps its time; an empty note removes it; nothing asked changes nothing.
        let change = json!({"status": "interview", "note": ""});
        let emptied = ask(&server, &session, Method::PATCH, 1, Some(&change)).await;
        let emptied: ApplicationView = json(emptied).await;
        assert_eq!(
            (emptied.status_at_ms, emptied.note.as_str()),
            (changed.status_at_ms, "")
        );
        let nothing = ask(&server, &session, Method::PATCH, 1, Some(&json!({}))).await;
        assert_eq!(json::<ApplicationView>(nothing).await, emptied);
        let found = ask(&server, &session, Method::GET, 1, None).await;
        assert_eq!(json::<ApplicationView>(found).await, emptied);

        let done = ask(&server, &session, Method::DELETE, 1, None).await;
        assert_eq!(done.status(), StatusCode::NO_CONTENT);
        for method in [Method::GET, Method::DELETE] {
            let gone = ask(&server, &session, method, 1, None).await;
            problem(gone, StatusCode::NOT_FOUND, "application_not_found").await;
        }
        let gone = ask(
            &server,
            &session,
            Method::PATCH,
            1,
            Some(&json!({"note": "x"})),
        )
        .await;
        problem(gone, StatusCode::NOT_FOUND, "application_not_found").await;
    }
}

#[tokio::test]
async fn the_same_application_sent_many_times_at_once_is_one() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let body = application();
        let answers =
            join_all((0..8).map(|_| ask(&server, &session, Method::PUT, 1, Some(&body)))).await;
        let count = |status| answers.iter().filter(|a| a.status() == status).count();
        assert_eq!((count(StatusCode::CREATED), count(StatusCode::OK)), (1, 7));
        assert_eq!(list(&server, &session, "").await.applications.len(), 1);
    }
}

#[tokio::test]
async fn a_list_is_read_page_by_page_and_by_status() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        for n in 0..11 {
            let mut body = application();
            // Three at a time were sent in the same moment.
            body["submitted_at_ms"] = json!(START_MS - i64::from(n / 3));
            ask(&server, &session, Method::PUT, n, Some(&body)).await;
            if n % 2 == 0 {
                let change = json!({"status": "rejected"});
                ask(&server, &session, Method::PATCH, n, Some(&change)).await;
            }
        }
        for (status, expected) in [("", 11), ("&status=rejected", 6), ("&status=offer", 0)] {
            let mut seen = Vec::new();
            let mut query = format!("?limit=4{status}");
            loop {
                let page = list(&server, &session, &query).await;
                assert!(page.applications.len() <= 4);
                seen.extend(
                    page.applications
                        .into_iter()
                        .map(|a| (a.application.submitted_at_ms, a.application_id)),
                );
                let Some(cursor) = page.next_cursor else {
                    break;
                };
                query = format!("?limit=4{status}&cursor={cursor}");
            }
            assert_eq!(seen.len(), expected, "{status}");
            assert!(
                seen.is_sorted_by(|a, b| a > b),
                "last sent first, none twice: {seen:?}"
            );
        }
        for (query, code) in [
            ("?limit=0", "limit_out_of_range"),
            ("?limit=101", "limit_out_of_range"),
            ("?status=lost", "invalid_parameter"),
            ("?cursor=nonsense", "unknown_cursor"),
        ] {
            let answer = server
                .get_as(&format!("/me/applications{query}"), &session)
                .await;
            problem(answer, StatusCode::BAD_REQUEST, code).await;
        }
    }
}

#[tokio::test]
async fn two_people_with_one_application_id_do_not_meet() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        ask(&server, &zoe, Method::PUT, 1, Some(&application())).await;
        for (method, body) in [
            (Method::GET, None),
            (Method::PATCH, Some(json!({"status": "offer"}))),
            (Method::DELETE, None),
        ] {
            let answer = ask(&server, &max, method, 1, body.as_ref()).await;
            problem(answer, StatusCode::NOT_FOUND, "application_not_found").await;
        }
        assert!(list(&server, &max, "").await.applications.is_empty());
        let own = ask(&server, &max, Method::PUT, 1, Some(&application())).await;
        assert_eq!(own.status(), StatusCode::CREATED);
        ask(&server, &max, Method::DELETE, 1, None).await;
        let kept = ask(&server, &zoe, Method::GET, 1, None).await;
        assert_eq!(
            json::<ApplicationView>(kept).await.status,
            ApplicationStatus::Applied
        );
    }
}

#[tokio::test]
async fn a_wrong_application_is_refused_and_not_kept() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let mut wrong = application();
        wrong["receipt_id"] = json!("../1");
        wrong["page_url"] = json!("javascript:alert(1)");
        wrong["company"] = json!("x".repeat(501));
        wrong["confirmation"] = json!("x".repeat(1_001));
        wrong["submitted_at_ms"] = json!(0);
        let refused = ask(&server, &session, Method::PUT, 1, Some(&wrong)).await;
        let said = problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        let fields: Vec<_> = said
            .errors
            .iter()
            .map(|error| error.field.as_str())
            .collect();
        assert_eq!(
            fields,
            [
                "receipt_id",
                "page_url",
                "company",
                "confirmation",
                "submitted_at_ms"
            ]
        );
        assert!(list(&server, &session, "").await.applications.is_empty());
        ask(&server, &session, Method::PUT, 1, Some(&application())).await;
        for (change, field) in [
            (json!({"note": "x".repeat(5_001)}), "note"),
            (json!({"status": "hired"}), "status"),
        ] {
            let refused = ask(&server, &session, Method::PATCH, 1, Some(&change)).await;
            let said = problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
            assert_eq!(said.errors[0].field, field);
        }
        let nobody = server
            .get("/api/v1/me/applications")
            .send()
            .await
            .expect("answers");
        assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn what_is_stored_shows_neither_employer_nor_note() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        ask(&server, &session, Method::PUT, 1, Some(&application())).await;
        let note = json!({"note": "met-a-captain"});
        ask(&server, &session, Method::PATCH, 1, Some(&note)).await;
        let stored = server.stored("select a::text from applications a").await;
        assert!(stored.holds(&id(1)), "the row is there");
        stored.hides(&[
            "jobs.example",
            "Lighthouse",
            "Example Lights",
            "Westerhever",
            "Thank you",
            "met-a-captain",
        ]);
    }
}
