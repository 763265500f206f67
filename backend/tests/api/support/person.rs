//! What a person does who is signed in: their session goes with each request.

use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{Server, json, text};

impl Server {
    /// A request under `/api/v1` with the session's access token.
    pub(crate) fn request_as(&self, method: Method, path: &str, session: &Value) -> RequestBuilder {
        self.request(method, &format!("/api/v1{path}"))
            .bearer_auth(text(&session["access_token"]))
    }

    /// Sends a request, with a body where there is one.
    pub(crate) async fn send_as(
        &self,
        method: Method,
        path: &str,
        session: &Value,
        body: Option<&Value>,
    ) -> Response {
        let mut request = self.request_as(method, path, session);
        if let Some(body) = body {
            request = request.json(body);
        }
        request.send().await.expect("answers")
    }

    pub(crate) async fn get_as(&self, path: &str, session: &Value) -> Response {
        self.send_as(Method::GET, path, session, None).await
    }

    pub(crate) async fn delete_as(&self, path: &str, session: &Value) -> Response {
        self.send_as(Method::DELETE, path, session, None).await
    }

    pub(crate) async fn post_as(&self, path: &str, session: &Value, body: &Value) -> Response {
        self.send_as(Method::POST, path, session, Some(body)).await
    }

    pub(crate) async fn put_as(&self, path: &str, session: &Value, body: &Value) -> Response {
        self.send_as(Method::PUT, path, session, Some(body)).await
    }

    pub(crate) async fn patch_as(&self, path: &str, session: &Value, body: &Value) -> Response {
        self.send_as(Method::PATCH, path, session, Some(body)).await
    }

    /// What a path answers; it succeeds.
    pub(crate) async fn read_as<T: DeserializeOwned>(&self, path: &str, session: &Value) -> T {
        json(self.get_as(path, session).await).await
    }

    /// The session with new tokens: the old ones run out when the clock moves.
    pub(crate) async fn renewed(&self, session: &Value) -> Value {
        json(self.refresh(&session["refresh_token"]).await).await
    }

    /// Saves a profile over the version that is stored.
    pub(crate) async fn save_profile(&self, session: &Value, profile: &Value) {
        let stored = self.get_as("/me/profile", session).await;
        let version = stored.headers().get("etag").expect("a version").clone();
        let saved = self
            .request_as(Method::PUT, "/me/profile", session)
            .header("if-match", version)
            .json(profile)
            .send()
            .await
            .expect("answers");
        assert_eq!(saved.status(), StatusCode::OK);
    }

    /// Registers an account that has this profile.
    pub(crate) async fn person(&self, email: &str, profile: &Value) -> Value {
        let session = self.register(email).await;
        self.save_profile(&session, profile).await;
        session
    }

    /// Uploads a résumé.
    pub(crate) async fn upload_as(&self, session: &Value, name: &str, bytes: Vec<u8>) -> Response {
        let part = Part::bytes(bytes).file_name(name.to_owned());
        self.request_as(Method::POST, "/me/resumes", session)
            .multipart(Form::new().part("file", part))
            .send()
            .await
            .expect("answers")
    }

    /// Brings in a file of jobs, as its text.
    pub(crate) async fn import_as(&self, session: &Value, name: &str, text: &str) -> Response {
        let file = json!({"name": name, "text": text});
        self.post_as("/job-imports", session, &file).await
    }

    /// Brings in jobs; all is well with the file.
    pub(crate) async fn take_jobs(&self, session: &Value, jobs: &[Value]) {
        self.take_jobs_of("jobs.json", session, jobs).await;
    }

    /// Brings in jobs under this file's name; all is well with it.
    pub(crate) async fn take_jobs_of(&self, file: &str, session: &Value, jobs: &[Value]) {
        let text = Value::from(jobs).to_string();
        let answer = self.import_as(session, file, &text).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }
}
