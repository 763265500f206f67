//! What a person answers about one document changes the next, is shown, and can be forgotten.

use foothold_shared::generation::{DocumentSetView, DocumentStyleView};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::material::{JOB, OTHER_JOB, ask, made, nurse, posting};
use crate::support::{Server, json, problem};

async fn rate(server: &Server, session: &Value, set: &str, answer: &str) -> Response {
    let rating = json!({"kind": "letter", "question": "length", "answer": answer});
    let path = format!("/me/document-sets/{set}/ratings");
    ask(server, session, Method::POST, &path, Some(&rating)).await
}

fn letter_words(set: &DocumentSetView) -> usize {
    let letter = set.letter.as_ref().expect("a letter");
    let statements = letter.paragraphs.iter().flat_map(|p| &p.statements);
    statements
        .map(|statement| statement.text.split_whitespace().count())
        .sum()
}

#[tokio::test]
async fn too_long_makes_the_next_letters_shorter_until_it_is_forgotten() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let body = json!({"posting": posting(), "kinds": ["letter"]});
        let first = made(&server, &zoe, JOB, &body).await;
        let asked = first.question.as_ref().expect("one question");
        assert!(asked.text.ends_with('?'));
        let mut sets = vec![first.document_set_id.clone()];
        for job in [OTHER_JOB, JOB] {
            sets.push(made(&server, &zoe, job, &body).await.document_set_id);
        }
        for set in &sets {
            let rated = rate(&server, &zoe, set, "too_much").await;
            assert_eq!(rated.status(), StatusCode::OK);
        }
        // The same answer again teaches nothing more.
        let again = rate(&server, &zoe, &sets[0], "too_much").await;
        let learned: DocumentStyleView = json(again).await;
        assert_eq!(learned.events, 3);
        assert_eq!(learned.habits[0].says, "Shorter letters");
        assert_eq!(learned.habits[0].seen, 3);
        let shown = server.get_as("/me/document-style", &zoe).await;
        assert_eq!(json::<DocumentStyleView>(shown).await, learned);

        let path = format!("/me/document-sets/{}", first.document_set_id);
        let answered: DocumentSetView = json(server.get_as(&path, &zoe).await).await;
        assert_eq!(answered.question, None, "it was answered");
        let next = made(&server, &zoe, JOB, &body).await;
        assert!(
            letter_words(&next) < letter_words(&first),
            "{} words after {}",
            letter_words(&next),
            letter_words(&first)
        );

        let max = nurse(&server, "max@mail.example").await;
        let of_max = made(&server, &max, JOB, &body).await;
        assert_eq!(
            letter_words(&of_max),
            letter_words(&first),
            "another's taste"
        );
        let foreign = rate(&server, &max, &sets[0], "too_much").await;
        problem(foreign, StatusCode::NOT_FOUND, "document_set_not_found").await;

        let forgotten = ask(&server, &zoe, Method::DELETE, "/me/document-style", None).await;
        assert_eq!(forgotten.status(), StatusCode::NO_CONTENT);
        let shown = server.get_as("/me/document-style", &zoe).await;
        assert_eq!(
            json::<DocumentStyleView>(shown).await,
            DocumentStyleView::default()
        );
        let last = made(&server, &zoe, JOB, &body).await;
        assert_eq!(last.letter, first.letter);
    }
}

#[tokio::test]
async fn edits_are_learned_from_and_only_documents_of_the_set_are_rated() {
    let server = Server::start().await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let body = json!({
        "posting": posting(),
        "kinds": ["letter"],
        "edits": {"hidden_sections": ["certificates"], "left_out": ["work/w2/1"]}
    });
    let set = made(&server, &zoe, JOB, &body).await;
    let learned = server.get_as("/me/document-style", &zoe).await;
    let learned: DocumentStyleView = json(learned).await;
    assert_eq!(learned.events, 1);
    let says: Vec<&str> = learned
        .habits
        .iter()
        .map(|habit| habit.says.as_str())
        .collect();
    assert!(says.contains(&"Sections that you leave out"), "{says:?}");

    let rating = json!({"kind": "resume", "question": "length", "answer": "too_much"});
    let path = format!("/me/document-sets/{}/ratings", set.document_set_id);
    let refused = ask(&server, &zoe, Method::POST, &path, Some(&rating)).await;
    problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
}
