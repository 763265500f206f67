//! The answer memory over HTTP, on each database: once each, in its latest state, nobody else's.

use foothold_backend::db::Conn;
use foothold_shared::answer::{AnswerList, RememberedAnswer};
use futures_util::future::join_all;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{MINUTE_MS, START_MS, Server, json, problem};

fn id(n: u32) -> String {
    format!("01990000-0000-7000-8000-{n:012}")
}

fn answer(said: &str, remembered_at_ms: i64) -> Value {
    json!({
        "question": "Do you own a lighthouse?",
        "options": ["Yes", "No"],
        "answer": [said],
        "country": "DE",
        "host": "jobs.example",
        "remembered_at_ms": remembered_at_ms
    })
}

async fn put(server: &Server, session: &Value, answer_id: &str, answer: &Value) -> Response {
    let path = format!("/me/answers/{answer_id}");
    server.put_as(&path, session, answer).await
}

async fn delete(server: &Server, session: &Value, answer_id: &str) -> Response {
    let path = format!("/me/answers/{answer_id}");
    server.delete_as(&path, session).await
}

async fn list(server: &Server, session: &Value) -> Vec<RememberedAnswer> {
    server
        .read_as::<AnswerList>("/me/answers", session)
        .await
        .answers
}

#[tokio::test]
async fn an_answer_is_kept_once_in_its_latest_state() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        assert!(list(&server, &session).await.is_empty());
        let first = put(&server, &session, &id(1), &answer("Yes", START_MS)).await;
        assert_eq!(first.status(), StatusCode::CREATED);
        let first: RememberedAnswer = json(first).await;
        assert_eq!(first.answer_id, id(1));
        assert_eq!(first.stored_at_ms, START_MS);
        assert_eq!(first.answer.answer, ["Yes"]);

        server.clock.advance_ms(MINUTE_MS);
        let again = put(
            &server,
            &session,
            &id(1).to_uppercase(),
            &answer("Yes", START_MS),
        )
        .await;
        assert_eq!(again.status(), StatusCode::OK);
        assert_eq!(
            json::<RememberedAnswer>(again).await,
            first,
            "the same again changes nothing"
        );

        let changed = put(&server, &session, &id(1), &answer("No", START_MS + 1)).await;
        assert_eq!(changed.status(), StatusCode::OK);
        let changed: RememberedAnswer = json(changed).await;
        assert_eq!(changed.answer.answer, ["No"]);
        assert_eq!(changed.stored_at_ms, START_MS + MINUTE_MS);

        // One that was held up on its way does not undo the later one.
        let late = put(&server, &session, &id(1), &answer("Yes", START_MS)).await;
        assert_eq!(json::<RememberedAnswer>(late).await, changed);
        assert_eq!(list(&server, &session).await, [changed]);

        put(&server, &session, &id(2), &answer("Yes", START_MS + 2)).await;
        let ids: Vec<_> = list(&server, &session)
            .await
            .into_iter()
            .map(|a| a.answer_id)
            .collect();
        assert_eq!(ids, [id(2), id(1)], "newest first");

        assert_eq!(
            delete(&server, &session, &id(1)).await.status(),
            StatusCode::NO_CONTENT
        );
        let gone = delete(&server, &session, &id(1)).await;
        problem(gone, StatusCode::NOT_FOUND, "answer_not_found").await;
        assert_eq!(list(&server, &session).await.len(), 1);
    }
}

#[tokio::test]
async fn the_same_answer_sent_many_times_at_once_is_one() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let body = answer("Yes", START_MS);
        let answer_id = id(1);
        let answers = join_all((0..8).map(|_| put(&server, &session, &answer_id, &body))).await;
        let count = |status| answers.iter().filter(|a| a.status() == status).count();
        assert_eq!((count(StatusCode::CREATED), count(StatusCode::OK)), (1, 7));
        assert_eq!(list(&server, &session).await.len(), 1);
    }
}

#[tokio::test]
async fn two_people_with_one_answer_id_do_not_meet() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        put(&server, &zoe, &id(1), &answer("Yes", START_MS)).await;
        problem(
            delete(&server, &max, &id(1)).await,
            StatusCode::NOT_FOUND,
            "answer_not_found",
        )
        .await;
        assert!(list(&server, &max).await.is_empty());
        let own = put(&server, &max, &id(1), &answer("No", START_MS)).await;
        assert_eq!(own.status(), StatusCode::CREATED);
        assert_eq!(list(&server, &zoe).await[0].answer.answer, ["Yes"]);
        assert_eq!(list(&server, &max).await[0].answer.answer, ["No"]);
    }
}

#[tokio::test]
async fn a_wrong_answer_is_refused_and_not_kept() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let mut wrong = answer("", START_MS);
        wrong["question"] = json!("x".repeat(501));
        wrong["options"] = json!(vec!["x"; 101]);
        wrong["country"] = json!("Germany");
        wrong["host"] = json!("https://jobs.example/apply?token=1");
        wrong["expires_at_ms"] = json!(START_MS - 1);
        let refused = put(&server, &session, "no-id", &wrong).await;
        let said = problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        let fields: Vec<_> = said
            .errors
            .iter()
            .map(|error| error.field.as_str())
            .collect();
        assert_eq!(
            fields,
            [
                "answer_id",
                "question",
                "options",
                "answer[0]",
                "country",
                "host",
                "expires_at_ms"
            ]
        );
        let mistyped = put(&server, &session, &id(1), &json!({"question": 1})).await;
        problem(mistyped, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        let nobody = server
            .get("/api/v1/me/answers")
            .send()
            .await
            .expect("answers");
        assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
        assert!(list(&server, &session).await.is_empty());
    }
}

#[tokio::test]
async fn a_full_memory_says_so_and_still_takes_changes() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        put(&server, &session, &id(1), &answer("Yes", START_MS)).await;
        // The other 999, as rows: they are only counted.
        const COPIES: &str = "
            insert into answers
            select account_id, 'copy-' || n, answer_sealed, remembered_at_ms, expires_at_ms, stored_at_ms
            from answers, (with recursive numbers (n) as
                (select 1 union all select n + 1 from numbers where n < 999)
                select n from numbers) as numbers";
        let mut tx = server.app.db().begin().await.expect("begins");
        match tx.conn() {
            Conn::Sqlite(c) => sqlx::query(COPIES).execute(c).await.map(drop),
            Conn::Postgres(c) => sqlx::query(COPIES).execute(c).await.map(drop),
        }
        .expect("copies");
        tx.commit().await.expect("commits");

        let more = put(&server, &session, &id(2), &answer("Yes", START_MS)).await;
        let said = problem(more, StatusCode::CONFLICT, "too_many_answers").await;
        assert!(said.detail.contains("1,000"));
        let change = put(&server, &session, &id(1), &answer("No", START_MS + 1)).await;
        assert_eq!(change.status(), StatusCode::OK);
        let max = server.register("max@mail.example").await;
        let another = put(&server, &max, &id(2), &answer("Yes", START_MS)).await;
        assert_eq!(
            another.status(),
            StatusCode::CREATED,
            "each account has a memory of its own"
        );
        delete(&server, &session, "copy-1").await;
        let fits = put(&server, &session, &id(2), &answer("Yes", START_MS)).await;
        assert_eq!(fits.status(), StatusCode::CREATED);
    }
}

#[tokio::test]
async fn what_is_stored_shows_neither_question_nor_answer() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        put(&server, &session, &id(1), &answer("No", START_MS)).await;
        let stored = server.stored("select a::text from answers a").await;
        assert!(stored.holds(&id(1)), "the row is there");
        stored.hides(&["lighthouse", "jobs.example", "\"No\""]);
    }
}
