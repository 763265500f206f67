//! What a person calls an uploaded résumé, over HTTP on each database.

use foothold_shared::resume::{ResumeList, ResumeView};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::files;
use super::lifecycle::stored;
use crate::support::{Server, json, problem, text};

async fn change(server: &Server, session: &Value, id: &str, change: &Value) -> Response {
    server
        .request(Method::PATCH, &format!("/api/v1/me/resumes/{id}"))
        .bearer_auth(text(&session["access_token"]))
        .json(change)
        .send()
        .await
        .expect("answers")
}

#[tokio::test]
async fn a_resume_is_named_and_tagged_by_its_owner_alone() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let resume = stored(&server, &zoe, "cv.pdf", files::pdf("Zoe, nurse")).await;
        assert_eq!((resume.name.as_str(), resume.tags.len()), ("", 0));
        let id = resume.resume_id.as_str();

        let wish = json!({"name": " Night  shifts ", "tags": ["Nursing", "nursing", "part time"]});
        let named: ResumeView = json(change(&server, &zoe, id, &wish).await).await;
        assert_eq!(named.name, "Night shifts");
        assert_eq!(named.tags, ["Nursing", "part time"]);
        assert_eq!(named.file_name, "cv.pdf");

        let fewer = json!({"tags": ["care"]});
        let fewer: ResumeView = json(change(&server, &zoe, id, &fewer).await).await;
        assert_eq!(
            (fewer.name.as_str(), fewer.tags.as_slice()),
            ("Night shifts", &["care".to_owned()][..])
        );
        let list: ResumeList = json(server.get_as("/me/resumes", &zoe).await).await;
        assert_eq!(list.resumes, std::slice::from_ref(&fewer));

        let long = json!({"name": "n".repeat(121)});
        let refused = change(&server, &zoe, id, &long).await;
        let refused = problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        assert_eq!(refused.errors[0].field, "name");
        let foreign = change(&server, &max, id, &json!({"name": "mine"})).await;
        problem(foreign, StatusCode::NOT_FOUND, "resume_not_found").await;

        let nothing = json!({"name": "", "tags": []});
        let nothing: ResumeView = json(change(&server, &zoe, id, &nothing).await).await;
        assert_eq!(nothing, resume);
    }
}
