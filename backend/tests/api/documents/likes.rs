//! What a person answers about one document changes the next, is shown, and can be forgotten.

use foothold_shared::generation::{DocumentSetView, DocumentStyleView};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use super::material::{JOB, OTHER_JOB, generate, made, nurse, posting};
use crate::support::{Server, json, problem};

async fn rate(server: &Server, session: &Value, set: &str, answer: &str) -> Response {
    let rating = json!({"kind": "letter", "question": "length", "answer": answer});
    let path = format!("/me/document-sets/{set}/ratings");
    server.post_as(&path, session, &rating).await
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
        let answered: DocumentSetView = server.read_as(&path, &zoe).await;
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

        let forgotten = server.delete_as("/me/document-style", &zoe).await;
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
    let refused = server.post_as(&path, &zoe, &rating).await;
    problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
}

/// The words of a letter's sentence about a line of a job, and the facts it rests on.
fn told_line(set: &DocumentSetView) -> Value {
    let letter = set.letter.as_ref().expect("a letter");
    let statements = letter.paragraphs.iter().flat_map(|p| &p.statements);
    let about_a_line = |facts: &[String]| facts.iter().any(|id| id.starts_with("work/w1/"));
    let mut told = statements.filter(|one| about_a_line(&one.facts));
    let one = told.next().expect("a line of the present job");
    json!({"text": one.text, "facts": one.facts})
}

#[tokio::test]
async fn how_a_person_begins_and_ends_a_letter_is_kept_and_learned() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let first = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
        let letter = |set: &DocumentSetView| set.letter.clone().expect("a letter");
        let usual = letter(&first);

        let edits =
            json!({"salutation": "Hello Sankt Anna Hospital team,", "closing": "Best wishes,"});
        let next = json!({"previous": first.document_set_id, "edits": edits});
        let second = made(&server, &zoe, JOB, &next).await;
        assert_eq!(
            letter(&second).salutation,
            "Hello Sankt Anna Hospital team,"
        );
        assert_eq!(letter(&second).closing, "Best wishes,");
        // Kept without being sent again.
        let again = json!({"previous": second.document_set_id});
        let third = made(&server, &zoe, JOB, &again).await;
        assert_eq!(letter(&third).salutation, "Hello Sankt Anna Hospital team,");
        // Another employer is greeted in the same way, by its own name.
        let mut elsewhere = posting();
        elsewhere["company"] = json!("Haus am See");
        let other = made(&server, &zoe, OTHER_JOB, &json!({"posting": elsewhere})).await;
        assert_eq!(letter(&other).salutation, "Hello Haus am See team,");
        assert_eq!(letter(&other).closing, "Best wishes,");
        let shown = server.get_as("/me/document-style", &zoe).await;
        let habits = json::<DocumentStyleView>(shown).await.habits;
        let says = |words: &str| habits.iter().any(|habit| habit.says.contains(words));
        assert!(
            says("Hello {company} team,") && says("Best wishes,"),
            "{habits:?}"
        );

        // Somebody's name belongs to the letter it was written in.
        let named = json!({
            "previous": other.document_set_id,
            "edits": {"salutation": "Dear Ms Silva,", "closing": "Best wishes,"}
        });
        let named = made(&server, &zoe, OTHER_JOB, &named).await;
        assert_eq!(letter(&named).salutation, "Dear Ms Silva,");
        let fresh = json!({"posting": posting(), "edits": {}});
        let unnamed = made(&server, &zoe, JOB, &fresh).await;
        assert_eq!(
            letter(&unnamed).salutation,
            "Hello Sankt Anna Hospital team,"
        );

        // Taken back, the usual words stand there again, here and in the letters to come.
        let back = json!({"previous": third.document_set_id, "edits": {}});
        let back = made(&server, &zoe, JOB, &back).await;
        assert_eq!(letter(&back).salutation, usual.salutation);
        assert_eq!(letter(&back).closing, usual.closing);
        let later = made(&server, &zoe, JOB, &fresh).await;
        assert_eq!(letter(&later).salutation, usual.salutation);

        let long = json!({"posting": posting(), "edits": {"salutation": "x".repeat(501)}});
        let refused = generate(&server, &zoe, JOB, None, &long).await;
        problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
    }
}

#[tokio::test]
async fn sentences_worded_by_hand_change_the_next_letters() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let fresh = json!({"posting": posting(), "kinds": ["letter"]});
        let first = made(&server, &zoe, JOB, &fresh).await;
        let mut short = told_line(&first);
        short["text"] = json!("I care for ventilated patients.");
        // Each time a little more goes; each time the letter has lost a good part of its words.
        let letter = first.letter.clone().expect("a letter");
        let mut fixed = vec![short];
        for one in letter.paragraphs.iter().flat_map(|p| &p.statements) {
            if one.facts.len() > 1 && fixed.iter().all(|known| known["facts"] != json!(one.facts)) {
                fixed.push(json!({"facts": one.facts, "text": "I work with care."}));
            }
        }
        let edits = json!({"previous": first.document_set_id, "edits": {"fixed": fixed}});
        made(&server, &zoe, JOB, &edits).await;
        let shown = server.get_as("/me/document-style", &zoe).await;
        let learned: DocumentStyleView = json(shown).await;
        let says: Vec<&str> = learned
            .habits
            .iter()
            .map(|habit| habit.says.as_str())
            .collect();
        assert!(says.contains(&"Shorter letters"), "{says:?}");
        let next = made(&server, &zoe, OTHER_JOB, &fresh).await;
        assert!(
            letter_words(&next) < letter_words(&first),
            "{} words after {}",
            letter_words(&next),
            letter_words(&first)
        );
    }
}
