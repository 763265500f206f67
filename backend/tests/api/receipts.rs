//! Receipts over HTTP, on each database: once each, in their latest state, nobody else's.

use foothold_shared::receipt::{ReceiptPage, ReceiptView};
use futures_util::future::join_all;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{MINUTE_MS, START_MS, Server, json, problem};

fn id(n: u32) -> String {
    format!("01990000-0000-7000-8000-{n:012}")
}

fn receipt(n: u32, result: &str) -> Value {
    json!({
        "receipt_id": id(n),
        "page_url": "https://jobs.example/apply/17?token=s3cret#me",
        "job_title": "Lighthouse keeper",
        "company": "Example Lights",
        "filled_at_ms": START_MS,
        "fields": [
            {"label": "E-mail", "kind": "email", "result": result, "value": "zoe.secret@mail.example", "source": "your profile: e-mail"},
            {"label": "Why us?", "result": "left", "reason": "No answer in your profile."},
            {"label": "Résumé", "kind": "resume", "result": "filled", "value": "cv.pdf", "file_sha256": "ab".repeat(32)}
        ]
    })
}

async fn delete(server: &Server, session: &Value, receipt_id: &str) -> Response {
    let path = format!("/me/receipts/{receipt_id}");
    server.delete_as(&path, session).await
}

async fn list(server: &Server, session: &Value, query: &str) -> ReceiptPage {
    server
        .read_as(&format!("/me/receipts{query}"), session)
        .await
}

#[tokio::test]
async fn a_receipt_is_kept_once_in_its_latest_state() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let first = server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        assert_eq!(first.status(), StatusCode::CREATED);
        let first: ReceiptView = json(first).await;
        assert_eq!(first.stored_at_ms, START_MS);
        assert_eq!(first.receipt.page_url, "https://jobs.example/apply/17");
        assert_eq!(first.receipt.fields.len(), 3);

        server.clock.advance_ms(MINUTE_MS);
        let again = server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        assert_eq!(again.status(), StatusCode::OK);
        assert_eq!(
            json::<ReceiptView>(again).await,
            first,
            "the same again changes nothing"
        );

        let undone = server
            .post_as("/me/receipts", &session, &receipt(1, "undone"))
            .await;
        assert_eq!(undone.status(), StatusCode::OK);
        let undone: ReceiptView = json(undone).await;
        assert_eq!(undone.stored_at_ms, START_MS + MINUTE_MS);
        assert_ne!(undone.receipt, first.receipt);

        // The first report, held up on its way, does not hide the undo.
        let late = server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        assert_eq!(json::<ReceiptView>(late).await, undone);
        let found = server
            .get_as(&format!("/me/receipts/{}", id(1)), &session)
            .await;
        assert_eq!(json::<ReceiptView>(found).await, undone);

        let page = list(&server, &session, "").await;
        assert_eq!(page.receipts.len(), 1);
        let head = &page.receipts[0];
        assert_eq!(
            (head.filled, head.open, head.filled_at_ms),
            (1, 2, START_MS)
        );
        assert_eq!(head.page_url, "https://jobs.example/apply/17");
        assert_eq!(head.job_title.as_deref(), Some("Lighthouse keeper"));
        assert_eq!(head.company.as_deref(), Some("Example Lights"));
        assert!(page.next_cursor.is_none());

        assert_eq!(
            delete(&server, &session, &id(1)).await.status(),
            StatusCode::NO_CONTENT
        );
        problem(
            delete(&server, &session, &id(1)).await,
            StatusCode::NOT_FOUND,
            "receipt_not_found",
        )
        .await;
        let gone = server
            .get_as(&format!("/me/receipts/{}", id(1)), &session)
            .await;
        problem(gone, StatusCode::NOT_FOUND, "receipt_not_found").await;
        assert!(list(&server, &session, "").await.receipts.is_empty());
    }
}

#[tokio::test]
async fn a_receipt_that_was_sent_is_not_opened_again() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        let mut closed = receipt(1, "filled");
        closed["fields"][1]["value"] = json!("Because of the sea.");
        closed["submission"] =
            json!({"submitted_at_ms": START_MS + 1, "confirmation": "Thank you."});
        let sent: ReceiptView = json(server.post_as("/me/receipts", &session, &closed).await).await;
        assert!(sent.receipt.submission.is_some());
        // The report from before, held up on its way.
        let late = server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        assert_eq!(json::<ReceiptView>(late).await, sent);
        // An undo after the sending is told, and the sending stays.
        let undone = server
            .post_as("/me/receipts", &session, &receipt(1, "undone"))
            .await;
        let undone: ReceiptView = json(undone).await;
        assert_eq!(undone.receipt.submission, sent.receipt.submission);
        assert_ne!(undone.receipt.fields, sent.receipt.fields);
        let again = server.post_as("/me/receipts", &session, &closed).await;
        assert_eq!(json::<ReceiptView>(again).await, undone);
        let page = list(&server, &session, "").await;
        assert_eq!(page.receipts[0].submitted_at_ms, Some(START_MS + 1));

        closed["receipt_id"] = json!(id(2));
        closed["submission"]["confirmation"] = json!("x".repeat(1_001));
        let wrong = server.post_as("/me/receipts", &session, &closed).await;
        let said = problem(wrong, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        assert_eq!(said.errors[0].field, "submission.confirmation");
    }
}

#[tokio::test]
async fn the_same_receipt_sent_many_times_at_once_is_one() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let body = receipt(1, "filled");
        let answers =
            join_all((0..8).map(|_| server.post_as("/me/receipts", &session, &body))).await;
        let created = answers
            .iter()
            .filter(|answer| answer.status() == StatusCode::CREATED)
            .count();
        let known = answers
            .iter()
            .filter(|answer| answer.status() == StatusCode::OK)
            .count();
        assert_eq!((created, known), (1, 7));
        assert_eq!(list(&server, &session, "").await.receipts.len(), 1);
    }
}

#[tokio::test]
async fn a_list_is_read_page_by_page_newest_first() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        for n in 0..23 {
            let mut body = receipt(n, "filled");
            // Three at a time were filled in the same moment.
            body["filled_at_ms"] = json!(START_MS - i64::from(n / 3));
            assert_eq!(
                server
                    .post_as("/me/receipts", &session, &body)
                    .await
                    .status(),
                StatusCode::CREATED
            );
        }
        let mut seen = Vec::new();
        let mut query = "?limit=7".to_owned();
        let mut sizes = Vec::new();
        loop {
            let page = list(&server, &session, &query).await;
            sizes.push(page.receipts.len());
            seen.extend(
                page.receipts
                    .into_iter()
                    .map(|head| (head.filled_at_ms, head.receipt_id)),
            );
            let Some(cursor) = page.next_cursor else {
                break;
            };
            query = format!("?limit=7&cursor={cursor}");
        }
        assert_eq!(sizes, [7, 7, 7, 2]);
        assert!(
            seen.is_sorted_by(|a, b| a > b),
            "newest first, none twice: {seen:?}"
        );
        assert_eq!(list(&server, &session, "?limit=23").await.next_cursor, None);
        assert_eq!(list(&server, &session, "").await.receipts.len(), 23);
        for (query, code) in [
            ("?limit=0", "limit_out_of_range"),
            ("?limit=101", "limit_out_of_range"),
            ("?limit=many", "invalid_parameter"),
            ("?cursor=nonsense", "unknown_cursor"),
        ] {
            let answer = server
                .get_as(&format!("/me/receipts{query}"), &session)
                .await;
            problem(answer, StatusCode::BAD_REQUEST, code).await;
        }
    }
}

#[tokio::test]
async fn two_people_with_one_receipt_id_do_not_meet() {
    for server in Server::on_each_database().await {
        let (zoe, max) = (
            server.register("zoe@mail.example").await,
            server.register("max@mail.example").await,
        );
        assert_eq!(
            server
                .post_as("/me/receipts", &zoe, &receipt(1, "filled"))
                .await
                .status(),
            StatusCode::CREATED
        );
        let path = format!("/me/receipts/{}", id(1));
        problem(
            server.get_as(&path, &max).await,
            StatusCode::NOT_FOUND,
            "receipt_not_found",
        )
        .await;
        problem(
            delete(&server, &max, &id(1)).await,
            StatusCode::NOT_FOUND,
            "receipt_not_found",
        )
        .await;
        assert!(list(&server, &max, "").await.receipts.is_empty());

        let mut other = receipt(1, "failed");
        other["company"] = json!("Another");
        assert_eq!(
            server.post_as("/me/receipts", &max, &other).await.status(),
            StatusCode::CREATED
        );
        let zoes: ReceiptView = server.read_as(&path, &zoe).await;
        assert_eq!(zoes.receipt.company.as_deref(), Some("Example Lights"));
        assert_eq!(
            delete(&server, &max, &id(1)).await.status(),
            StatusCode::NO_CONTENT
        );
        assert_eq!(server.get_as(&path, &zoe).await.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn a_wrong_receipt_is_refused_and_not_kept() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let mut wrong = receipt(1, "filled");
        wrong["receipt_id"] = json!("../1");
        wrong["page_url"] = json!("javascript:alert(1)");
        wrong["filled_at_ms"] = json!(-5);
        wrong["fields"][1]["label"] = json!("x".repeat(5_001));
        let answer = server.post_as("/me/receipts", &session, &wrong).await;
        let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        let fields: Vec<_> = said
            .errors
            .iter()
            .map(|error| error.field.as_str())
            .collect();
        assert_eq!(
            fields,
            ["receipt_id", "page_url", "filled_at_ms", "fields[1].label"]
        );

        let mut many = receipt(1, "filled");
        many["fields"] = Value::Array(vec![json!({"label": "", "result": "left"}); 501]);
        let answer = server.post_as("/me/receipts", &session, &many).await;
        let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        assert_eq!(said.errors[0].field, "fields");
        assert!(list(&server, &session, "").await.receipts.is_empty());
    }
}

#[tokio::test]
async fn what_is_stored_shows_neither_page_nor_answers() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        let stored = server.stored("select r::text from receipts r").await;
        assert!(stored.holds(&id(1)), "the row is there");
        stored.hides(&[
            "zoe.secret",
            "jobs.example",
            "s3cret",
            "Lighthouse",
            "Example Lights",
            "Why us",
            "cv.pdf",
            "abababab",
        ]);
    }
}

#[tokio::test]
async fn a_database_that_is_gone_is_said_clearly() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        server.app.db().close().await;
        let answer = server
            .post_as("/me/receipts", &session, &receipt(1, "filled"))
            .await;
        problem(answer, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
        let answer = server.get_as("/me/receipts", &session).await;
        problem(answer, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
    }
}
