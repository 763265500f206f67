//! What a person calls an uploaded résumé, over HTTP on each database.

use foothold_shared::resume::{ResumeList, ResumeView};
use reqwest::StatusCode;
use serde_json::json;

use super::files;
use super::lifecycle::stored;
use crate::support::{Server, json, problem};

#[tokio::test]
async fn a_resume_is_named_and_tagged_by_its_owner_alone() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let resume = stored(&server, &zoe, "cv.pdf", files::pdf("Zoe, nurse")).await;
        assert_eq!((resume.name.as_str(), resume.tags.len()), ("", 0));
        let id = resume.resume_id.as_str();

        let wish = json!({"name": " Night  shifts ", "tags": ["Nursing", "nursing", "part time"]});
        let named: ResumeView = json(
            server
                .patch_as(&format!("/me/resumes/{id}"), &zoe, &wish)
                .await,
        )
        .await;
        assert_eq!(named.name, "Night shifts");
        assert_eq!(named.tags, ["Nursing", "part time"]);
        assert_eq!(named.file_name, "cv.pdf");

        let fewer = json!({"tags": ["care"]});
        let fewer: ResumeView = json(
            server
                .patch_as(&format!("/me/resumes/{id}"), &zoe, &fewer)
                .await,
        )
        .await;
        assert_eq!(
            (fewer.name.as_str(), fewer.tags.as_slice()),
            ("Night shifts", &["care".to_owned()][..])
        );
        let list: ResumeList = server.read_as("/me/resumes", &zoe).await;
        assert_eq!(list.resumes, std::slice::from_ref(&fewer));

        let long = json!({"name": "n".repeat(121)});
        let refused = server
            .patch_as(&format!("/me/resumes/{id}"), &zoe, &long)
            .await;
        let refused = problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
        assert_eq!(refused.errors[0].field, "name");
        let foreign = server
            .patch_as(&format!("/me/resumes/{id}"), &max, &json!({"name": "mine"}))
            .await;
        problem(foreign, StatusCode::NOT_FOUND, "resume_not_found").await;

        let nothing = json!({"name": "", "tags": []});
        let nothing: ResumeView = json(
            server
                .patch_as(&format!("/me/resumes/{id}"), &zoe, &nothing)
                .await,
        )
        .await;
        assert_eq!(nothing, resume);
    }
}
