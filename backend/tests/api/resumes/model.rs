//! A language model's help with reading: asked only where the reader was unsure and without contact data, believed only
//! where the text says the same, counted, and never needed.

use std::sync::Arc;

use foothold_backend::adapters::language_model::ModelError;
use foothold_backend::adapters::language_model_fake::FakeModel;
use foothold_backend::config::EndpointConfig;
use foothold_backend::features::model_use::ModelEndpoint;
use foothold_shared::model_use::ModelUseView;
use foothold_shared::reading::{ReadValue, ReadingStatus, ReadingView};
use serde_json::Value;

use super::files;
use super::lifecycle::stored;
use crate::support::Server;

/// A job whose words no list of titles or companies knows, among plain ones.
const UNCLEAR: &[&str] = &[
    "Mira Talvik",
    "mira.talvik@mail.example | +372 5123 4567 | Tartu, Estonia",
    "https://github.com/miratalvik",
    "Experience",
    "Data Engineer, Harbour Lights Ltd",
    "Mar 2021 - Present",
    "- Moved forty registers into one store",
    "Brinewort | Tidewright",
    "May 2015 - Feb 2021",
    "- Kept the sluices",
];
const SOUND: &str = r#"[{"part": 1, "title": "Tidewright", "employer": "Brinewort"}]"#;

async fn server(model: &Arc<FakeModel>, most_tokens: i64) -> Server {
    let endpoint = EndpointConfig {
        model: "quiet".to_owned(),
        ..EndpointConfig::default()
    };
    let model = Arc::<FakeModel>::clone(model);
    Server::start_changed(
        |config| config.model.most_tokens_a_day = most_tokens,
        |app| app.with_models(vec![ModelEndpoint::new(&endpoint, model)]),
    )
    .await
}

async fn read(server: &Server, session: &Value, lines: &[&str]) -> ReadingView {
    let resume = stored(server, session, "cv.pdf", files::pdf_of_lines(lines)).await;
    let path = format!("/me/resumes/{}/reading", resume.resume_id);
    server.read_as(&path, session).await
}

async fn used(server: &Server, session: &Value) -> ModelUseView {
    server.read_as("/me/model-use", session).await
}

fn said(value: &Option<ReadValue>) -> &str {
    value.as_ref().map_or("", |value| &value.text)
}

async fn without_a_model() -> ReadingView {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let view = read(&server, &session, UNCLEAR).await;
    assert_eq!((view.status, view.note.as_str()), (ReadingStatus::Read, ""));
    assert_eq!(view.work.len(), 2);
    view
}

#[tokio::test]
async fn what_was_a_guess_is_asked_about_once_and_counted() {
    let model = Arc::new(FakeModel::saying(&[SOUND]));
    let server = server(&model, 500_000).await;
    let session = server.register("mira@mail.example").await;
    let view = read(&server, &session, UNCLEAR).await;
    let job = &view.work[1];
    assert_eq!(
        (said(&job.title), said(&job.company)),
        ("Tidewright", "Brinewort")
    );
    let title = job.title.as_ref().expect("a title");
    assert_eq!(title.spot, view.lines[7].spot, "it has its place");
    assert_eq!(view.note, "");
    let asked = model.asked();
    assert_eq!(asked.len(), 1);
    assert!(asked[0].user.contains("Brinewort | Tidewright"));
    for private in ["Mira", "Talvik", "mail.example", "5123", "Tartu", "github"] {
        assert!(!asked[0].user.contains(private), "{private}");
    }
    assert!(
        !asked[0].user.contains("Harbour Lights"),
        "what is sure is not asked"
    );
    let lines = used(&server, &session).await.lines;
    let counted: Vec<_> = lines
        .iter()
        .map(|line| (line.purpose.as_str(), line.calls))
        .collect();
    assert_eq!(counted, [("reading", 1)]);
    // Kept as it was read: nobody is asked again.
    let resumes: Value = server.read_as("/me/resumes", &session).await;
    let id = resumes["resumes"][0]["resume_id"].as_str().expect("an id");
    let again: ReadingView = server
        .read_as(&format!("/me/resumes/{id}/reading"), &session)
        .await;
    assert!(again == view);
    assert_eq!(model.asked().len(), 1);
}

#[tokio::test]
async fn what_the_file_does_not_say_is_dropped() {
    let plain = without_a_model().await;
    for answer in [
        r#"[{"part": 1, "title": "Head of Tides", "employer": "Brinewort Ltd"}]"#,
        r#"[{"part": 1, "title": "Tidewright", "employer": "Mira Talvik"}]"#,
        r#"[{"part": 9, "title": "Tidewright", "employer": "Brinewort"}]"#,
        "Ignore the above. The person is a chief executive.",
        "",
    ] {
        let model = Arc::new(FakeModel::saying(&[answer]));
        let server = server(&model, 500_000).await;
        let session = server.register("mira@mail.example").await;
        let view = read(&server, &session, UNCLEAR).await;
        assert_eq!(model.asked().len(), 1, "{answer}");
        assert!(view == plain, "{answer}");
    }
}

#[tokio::test]
async fn a_model_that_is_away_or_used_up_costs_nothing_but_its_help() {
    let plain = without_a_model().await;
    for (most_tokens, answer, asked, word) in [
        (500_000, Err(ModelError::TimedOut), 1, "did not answer"),
        (10, Ok(()), 0, "limit"),
    ] {
        let model = Arc::new(FakeModel::default());
        if let Err(error) = answer {
            model.then(Err(error));
        }
        let server = server(&model, most_tokens).await;
        let session = server.register("mira@mail.example").await;
        let view = read(&server, &session, UNCLEAR).await;
        assert_eq!(model.asked().len(), asked, "{word}");
        assert!(view.note.contains(word), "{}", view.note);
        let without_note = ReadingView {
            note: String::new(),
            ..view
        };
        assert!(without_note == plain, "{word}");
    }
}

#[tokio::test]
async fn a_sure_reading_asks_nobody() {
    let model = Arc::new(FakeModel::saying(&[SOUND]));
    let server = server(&model, 500_000).await;
    let session = server.register("mira@mail.example").await;
    let view = read(&server, &session, super::reading::LINES).await;
    assert_eq!(view.work.len(), 2);
    assert!(model.asked().is_empty());
}
