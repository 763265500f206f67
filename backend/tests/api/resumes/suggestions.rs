//! From a résumé to the profile, over HTTP: what is suggested, and that only what was chosen is written.

use foothold_shared::profile::Profile;
use foothold_shared::reading::{ReadingStatus, Suggestion, SuggestionKind, SuggestionList};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use super::files;
use super::lifecycle::stored;
use super::reading::LINES;
use crate::support::{Server, json, problem};

async fn suggestions(server: &Server, session: &Value, resume_id: &str) -> SuggestionList {
    let path = format!("/me/resumes/{resume_id}/profile-suggestions");
    server.read_as(&path, session).await
}

async fn apply(server: &Server, session: &Value, resume_id: &str, ids: &[&str]) -> Response {
    let path = format!("/me/resumes/{resume_id}/profile-suggestions/apply");
    let chosen = json!({ "suggestion_ids": ids });
    server.post_as(&path, session, &chosen).await
}

fn id_of<'a>(list: &'a [Suggestion], what: &str) -> &'a str {
    let found = list.iter().find(|one| one.what == what);
    &found.expect(what).suggestion_id
}

#[tokio::test]
async fn only_chosen_suggestions_are_written_and_only_as_they_were_shown() {
    for server in Server::on_each_database().await {
        let session = server.register("mira@mail.example").await;
        let resume = stored(&server, &session, "cv.pdf", files::pdf_of_lines(LINES)).await;
        let id = &resume.resume_id;
        let list = suggestions(&server, &session, id).await;
        assert_eq!(list.status, ReadingStatus::Read);
        let all = list.suggestions;
        assert!(all.iter().all(|one| one.kind == SuggestionKind::New));
        let untouched: Profile = server.read_as("/me/profile", &session).await;
        assert!(untouched == Profile::default(), "looking writes nothing");

        let chosen = [id_of(&all, "E-mail"), id_of(&all, "Job")];
        let answer = apply(&server, &session, id, &chosen).await;
        assert_eq!(answer.headers()["etag"], "\"1\"");
        let profile: Profile = json(answer).await;
        assert_eq!(profile.contact.email, "mira.talvik@mail.example");
        assert_eq!(profile.work.len(), 1);
        assert!(!profile.work[0].id.is_empty());
        assert!(profile.name.given.is_empty() && profile.skills.is_empty());

        let again = apply(&server, &session, id, &chosen).await;
        problem(again, StatusCode::CONFLICT, "suggestions_changed").await;
        let now: Profile = server.read_as("/me/profile", &session).await;
        assert!(now == profile, "nothing of a stale choice is written");
        let after = suggestions(&server, &session, id).await.suggestions;
        let email = after.iter().find(|one| one.what == "E-mail");
        assert_eq!(email.map(|one| one.kind), Some(SuggestionKind::Same));

        let other = server.register("max@mail.example").await;
        let path = format!("/me/resumes/{id}/profile-suggestions");
        let foreign = server.get_as(&path, &other).await;
        problem(foreign, StatusCode::NOT_FOUND, "resume_not_found").await;
        let foreign = apply(&server, &other, id, &[]).await;
        problem(foreign, StatusCode::NOT_FOUND, "resume_not_found").await;
    }
}

#[tokio::test]
async fn a_picture_suggests_nothing_and_says_so() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let scan = stored(&server, &session, "scan.pdf", files::scanned_pdf()).await;
    let list = suggestions(&server, &session, &scan.resume_id).await;
    assert_eq!(list.status, ReadingStatus::Picture);
    assert!(list.suggestions.is_empty());
}
