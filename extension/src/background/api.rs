//! The server's API, call by call: typed answers, and every failure in the person's terms.

use super::session;
use super::tailor::MadeDocuments;
use crate::address;
use crate::browser::http::{self, Answer, Call};
use crate::browser::{BrowserError, clock, permissions};
use crate::json;
use crate::messages::Failure;
use foothold_shared::account::{RefreshRequest, SessionView};
use foothold_shared::answer::{AnswerList, NewAnswer};
use foothold_shared::application::NewApplication;
use foothold_shared::generation::{GenerateDocuments, PostingInput};
use foothold_shared::posting::{PostingAsked, PostingStanding};
use foothold_shared::problem::Problem;
use foothold_shared::profile::Profile;
use foothold_shared::receipt::NewReceipt;
use foothold_shared::resume::ResumeList;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How often documents are asked for, each time for as long as a request may take.
const GENERATION_TRIES: u32 = 5;
/// How long to wait before asking again.
const PAUSE_MS: i32 = 1_500;

/// A profile and its version, or that it is still the one already known.
pub(crate) enum Fetched {
    /// It changed.
    New {
        /// The profile.
        profile: Box<Profile>,
        /// The server's version of it.
        version: String,
    },
    /// It did not change.
    Same,
}

/// Exchanges a refresh token for a new pair. [`Failure::Revoked`] where the server does not know it.
pub(crate) async fn exchange(server: &str, refresh_token: &str) -> Result<SessionView, Failure> {
    let body = RefreshRequest {
        refresh_token: Some(refresh_token.to_owned()),
    };
    let answer = send(
        server,
        "/token/refresh",
        Call {
            method: "POST",
            body: serde_json::to_string(&body).ok(),
            ..Call::default()
        },
    )
    .await?;
    match answer.status {
        401 | 403 if is_problem(&answer) => Err(Failure::Revoked),
        _ => read(&answer),
    }
}

/// Ends this device's session.
pub(crate) async fn logout() -> Result<(), Failure> {
    check(&authorized("POST", "/logout", None, None).await?)
}

/// The profile, unless it is still version `known`.
pub(crate) async fn profile(known: Option<&str>) -> Result<Fetched, Failure> {
    let etag = known.map(|version| format!("\"{version}\""));
    let answer = authorized("GET", "/me/profile", etag.as_deref(), None).await?;
    if answer.status == 304 {
        return Ok(Fetched::Same);
    }
    let profile = Box::new(read(&answer)?);
    let version = answer
        .etag
        .as_deref()
        .map(version_of)
        .unwrap_or_default()
        .to_owned();
    Ok(Fetched::New { profile, version })
}

/// The résumés.
pub(crate) async fn resumes() -> Result<ResumeList, Failure> {
    read(&authorized("GET", "/me/resumes", None, None).await?)
}

/// A résumé's bytes.
pub(crate) async fn resume_file(resume_id: &str) -> Result<Vec<u8>, Failure> {
    let answer = authorized("GET", &format!("/me/resumes/{resume_id}/file"), None, None).await?;
    check(&answer)?;
    Ok(answer.body)
}

/// Hands a receipt in. Handing it in again changes nothing.
pub(crate) async fn insert_receipt(receipt: &NewReceipt) -> Result<(), Failure> {
    check(&authorized("POST", "/me/receipts", None, Some(to_json(receipt)?)).await?)
}

/// Makes documents for a job. The request is given up after a while and made again with the same key: the server goes
/// on meanwhile, and the browser ends workers that wait too long for one answer.
pub(crate) async fn generate_documents(
    job_id: &str,
    request: &GenerateDocuments,
    cancel_by: &str,
) -> Result<MadeDocuments, Failure> {
    let key = clock::new_id();
    let path = format!("/jobs/{job_id}/generate-documents");
    let body = to_json(request)?;
    let mut tries = 0;
    loop {
        tries += 1;
        let begun_ms = clock::now_ms();
        let call = Call {
            method: "POST",
            body: Some(body.clone()),
            idempotency_key: Some(&key),
            cancel_by: Some(cancel_by),
            ..Call::default()
        };
        let answer = sent(&path, call).await.and_then(|answer| read(&answer));
        // A server that is not there says so at once; one that is at work takes its time.
        let goes_on = match &answer {
            Err(Failure::Offline) => clock::now_ms() - begun_ms >= i64::from(http::LIMIT_MS),
            Err(Failure::Server { status: 409, .. }) => true,
            _ => false,
        };
        if !goes_on || tries >= GENERATION_TRIES {
            return answer;
        }
        http::wait(PAUSE_MS, cancel_by).await?;
    }
}

/// What is known of a posting; nothing of it is kept there.
pub(crate) async fn posting_standing(asked: &PostingAsked) -> Result<PostingStanding, Failure> {
    let body = Some(to_json(asked)?);
    read(&authorized("POST", "/me/posting-standing", None, body).await?)
}

/// Saves a posting; the id of the job that is saved now.
pub(crate) async fn save_posting(job_id: &str, posting: &PostingInput) -> Result<String, Failure> {
    let path = format!("/me/saved-postings/{job_id}");
    let card: SavedCard = read(&authorized("PUT", &path, None, Some(to_json(posting)?)).await?)?;
    Ok(card.job_id)
}

/// Takes a job from those that are saved.
pub(crate) async fn unsave_job(job_id: &str) -> Result<(), Failure> {
    check(&authorized("DELETE", &format!("/me/saved-jobs/{job_id}"), None, None).await?)
}

/// What is read of a job that was saved.
#[derive(Deserialize)]
struct SavedCard {
    job_id: String,
}

/// Records an application. Recording it again changes nothing.
pub(crate) async fn put_application(id: &str, application: &NewApplication) -> Result<(), Failure> {
    put(&format!("/me/applications/{id}"), application).await
}

/// The answer memory, expired answers included.
pub(crate) async fn answers() -> Result<AnswerList, Failure> {
    read(&authorized("GET", "/me/answers", None, None).await?)
}

/// Stores an answer, or its later state.
pub(crate) async fn put_answer(id: &str, answer: &NewAnswer) -> Result<(), Failure> {
    put(&format!("/me/answers/{id}"), answer).await
}

async fn put<T: Serialize>(path: &str, body: &T) -> Result<(), Failure> {
    check(&authorized("PUT", path, None, Some(to_json(body)?)).await?)
}

fn to_json<T: Serialize>(body: &T) -> Result<String, Failure> {
    serde_json::to_string(body).map_err(|_| Failure::Unexpected {
        what: "request".to_owned(),
    })
}

async fn authorized(
    method: &str,
    path: &str,
    if_none_match: Option<&str>,
    body: Option<String>,
) -> Result<Answer, Failure> {
    let call = Call {
        method,
        if_none_match,
        body,
        ..Call::default()
    };
    sent(path, call).await
}

/// Sends a request with the session's token; once more with a fresh one where it was not accepted.
async fn sent(path: &str, call: Call<'_>) -> Result<Answer, Failure> {
    let mut stale = None;
    loop {
        let open = session::open(stale.clone()).await?;
        let call = Call {
            bearer: Some(&open.token),
            ..call.clone()
        };
        let answer = send(&open.server, path, call).await?;
        if answer.status != 401 || stale.is_some() {
            return Ok(answer);
        }
        stale = Some(open.token);
    }
}

async fn send(server: &str, path: &str, call: Call<'_>) -> Result<Answer, Failure> {
    let url = format!("{server}/api/v1{path}");
    match http::send(Call { url: &url, ..call }).await {
        Ok(answer) => Ok(answer),
        Err(BrowserError::Network) => {
            // A missing permission looks like a missing network, and the person can mend it.
            let pattern = address::permission_pattern(server);
            match permissions::contains(&pattern).await {
                Ok(false) => Err(Failure::NotAllowed {
                    origin: server.to_owned(),
                }),
                _ => Err(Failure::Offline),
            }
        }
        Err(other) => Err(other.into()),
    }
}

fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Failure> {
    check(answer)?;
    parse(&answer.body).ok_or(Failure::NotFoothold)
}

/// An answer below 400 is fine; any other becomes a failure with the server's own words.
fn check(answer: &Answer) -> Result<(), Failure> {
    match answer.status {
        ..400 => Ok(()),
        500.. if !is_problem(answer) => Err(Failure::Server {
            status: answer.status,
            detail: String::new(),
        }),
        _ if !is_problem(answer) => Err(Failure::NotFoothold),
        status => {
            let problem: Problem = parse(&answer.body).unwrap_or_default();
            Err(Failure::Server {
                status,
                detail: problem.detail,
            })
        }
    }
}

/// Reads JSON from text, as storage does: one reader a type in the WebAssembly, not two.
fn parse<T: DeserializeOwned>(body: &[u8]) -> Option<T> {
    json::read(std::str::from_utf8(body).ok()?)
}

fn is_problem(answer: &Answer) -> bool {
    answer.media_type == "application/problem+json"
}

/// `"7"` and `W/"7"` → `7`.
fn version_of(etag: &str) -> &str {
    etag.trim().trim_start_matches("W/").trim_matches('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, media_type: &str, body: &str) -> Answer {
        Answer {
            status,
            media_type: media_type.to_owned(),
            etag: None,
            body: body.as_bytes().to_vec(),
        }
    }

    #[test]
    fn answers_become_failures_in_the_servers_words() {
        const PROBLEM: &str = "application/problem+json";
        let detail = r#"{"type":"x","title":"t","status":413,"code":"c","detail":"Too large."}"#;
        for (answer, expected) in [
            (answer(200, "application/json", "{}"), None),
            (
                answer(413, PROBLEM, detail),
                Some(Failure::Server {
                    status: 413,
                    detail: "Too large.".into(),
                }),
            ),
            (
                answer(500, PROBLEM, "not json"),
                Some(Failure::Server {
                    status: 500,
                    detail: String::new(),
                }),
            ),
            (
                answer(502, "text/html", "<h1>Bad gateway</h1>"),
                Some(Failure::Server {
                    status: 502,
                    detail: String::new(),
                }),
            ),
            (
                answer(404, "text/html", "<h1>Nothing</h1>"),
                Some(Failure::NotFoothold),
            ),
        ] {
            assert_eq!(check(&answer).err(), expected);
        }
        let page = answer(200, "text/html", "<h1>Welcome</h1>");
        assert_eq!(read::<Profile>(&page).err(), Some(Failure::NotFoothold));
    }

    #[test]
    fn versions_are_read_from_etags() {
        for (etag, version) in [("\"7\"", "7"), ("W/\"7\"", "7"), ("7", "7"), ("", "")] {
            assert_eq!(version_of(etag), version);
        }
    }
}
