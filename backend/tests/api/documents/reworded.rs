//! With a language model: its words are taken only where the facts say the same, and documents are made without it, too.

use std::sync::{Arc, Mutex};

use foothold_backend::adapters::language_model::{Completion, LanguageModel, ModelError, Question};
use foothold_backend::config::EndpointConfig;
use foothold_backend::features::model_use::ModelEndpoint;
use foothold_shared::generation::DocumentSetView;
use foothold_shared::model_use::ModelUseView;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use serde_json::{Value, json};

use super::material::{JOB, made, nurse, posting};
use crate::support::Server;

/// Rewords the résumé's sentences that it was given another wording for.
#[derive(Debug, Default)]
struct Rewords {
    /// What a sentence begins with, and what it says instead; an empty list is no answer.
    instead: Vec<(&'static str, &'static str)>,
    asked: Mutex<Vec<Question>>,
}

impl LanguageModel for Rewords {
    fn complete<'a>(
        &'a self,
        question: &'a Question,
    ) -> BoxFuture<'a, Result<Completion, ModelError>> {
        let mut asked = self.asked.lock().expect("no test panics while it holds it");
        asked.push(question.clone());
        if self.instead.is_empty() {
            return ready(Err(ModelError::Unreachable)).boxed();
        }
        let material: Value = serde_json::from_str(&question.user).expect("JSON");
        let sentences: Vec<Value> = material["sentences"]
            .as_array()
            .expect("sentences")
            .iter()
            .filter(|sentence| sentence["in"] == "resume")
            .filter_map(|sentence| {
                let own = sentence["text"].as_str().expect("text");
                let (_, text) = self
                    .instead
                    .iter()
                    .find(|(own_one, _)| own.starts_with(own_one))?;
                Some(json!({"n": sentence["n"], "text": text, "facts": sentence["facts"]}))
            })
            .collect();
        let completion = Completion {
            text: json!({ "sentences": sentences }).to_string(),
            tokens_in: Some(900),
            tokens_out: Some(100),
        };
        ready(Ok(completion)).boxed()
    }
}

async fn server_with(model: Arc<Rewords>) -> Server {
    let endpoint = EndpointConfig {
        model: "wordsmith".to_owned(),
        dollars_per_million_in: 1.0,
        dollars_per_million_out: 1.0,
        ..EndpointConfig::default()
    };
    let models = vec![ModelEndpoint::new(&endpoint, model)];
    Server::start_changed(|_| {}, |app| app.with_models(models)).await
}

fn resume_text(set: &DocumentSetView) -> String {
    serde_json::to_string(&set.resume).expect("JSON")
}

#[tokio::test]
async fn only_what_the_facts_say_is_taken_from_a_model() {
    let model = Arc::new(Rewords {
        instead: vec![
            ("Kept the medication", "Kept medication records"),
            ("Trained 14 new", "Trained 24 new colleagues in wound care"),
            ("Cared for up to 12", "Led a team of nurses at Harvard"),
        ],
        ..Rewords::default()
    });
    let server = server_with(Arc::clone(&model)).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
    let said = resume_text(&set);
    assert!(said.contains("\"Kept medication records"), "{said}");
    assert!(said.contains("Trained 14 new colleagues"), "{said}");
    assert!(said.contains("12 ventilated patients"), "{said}");
    for invented in ["24 new", "Harvard", "Led a team"] {
        assert!(!said.contains(invented), "{invented}");
    }
    assert!(set.model.asked);
    assert_eq!(set.model.model, "wordsmith");
    assert_eq!(
        (set.model.tokens, set.model.cost_micro_dollars),
        (1_000, 1_000)
    );
    assert_eq!(
        (set.model.sentences_used, set.model.sentences_refused),
        (1, 2)
    );
    let refused = set
        .dropped
        .iter()
        .filter(|dropped| dropped.why.contains("your own stands"));
    assert_eq!(refused.count(), 2);

    // It is counted, and was shown nothing that is private.
    let used: ModelUseView = server.read_as("/me/model-use", &zoe).await;
    assert_eq!(used.tokens_today, 1_000);
    let asked = model
        .asked
        .lock()
        .expect("no test panics while it holds it");
    assert_eq!(asked.len(), 1);
    for private in ["Novák", "zoe@mail", "2345678", "Wurzen"] {
        assert!(!asked[0].user.contains(private), "{private}");
    }
}

#[tokio::test]
async fn without_an_answer_the_documents_are_made_and_say_so() {
    let model = Arc::new(Rewords::default());
    let server = server_with(Arc::clone(&model)).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
    assert!(!set.model.asked);
    assert_eq!(set.files.len(), 7);
    let said = set
        .notes
        .iter()
        .any(|note| note.contains("model did not answer"));
    assert!(said, "{:?}", set.notes);

    let body = json!({"posting": posting(), "without_model": true});
    let plain = made(&server, &zoe, JOB, &body).await;
    let asked = model
        .asked
        .lock()
        .expect("no test panics while it holds it");
    assert_eq!(asked.len(), 1, "the second was not to ask");
    assert_eq!(plain.resume, set.resume);
}
