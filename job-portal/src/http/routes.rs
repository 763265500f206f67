//! The routes and their handlers.

use super::answer::{data, page, problem, wants_page, with_header};
use super::{Portal, flow};
use crate::apply::{Application, Received, Refused, StoreError, check, receive};
use crate::form::form;
use crate::jobs::{Ats, Job, Jobs, Lang};
use crate::{assets, pages, places};
use poem::http::{StatusCode, header};
use poem::web::{Data, Path, Query, Redirect};
use poem::{
    Body, Endpoint, EndpointExt, IntoResponse, Request, Response, Route, get, handler, post,
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

pub(super) type State<'a> = Data<&'a Arc<Portal>>;

/// All routes.
pub(super) fn routes() -> impl Endpoint {
    Route::new()
        .at("/", get(show_index))
        .at("/jobs/:id", get(show_job))
        .at("/jobs/:id/apply", get(show_form))
        .at("/embed/job_app", get(show_embedded))
        .at("/apply", post(take_application))
        .at("/parse", post(parse_resume))
        .at("/flow/start", get(flow::start))
        .at(
            "/flow/:draft/files",
            get(flow::show_files).post(flow::take_file),
        )
        .at(
            "/flow/:draft/:step",
            get(flow::show_step).post(flow::take_step),
        )
        .at("/places", get(list_places))
        .at("/thanks/:id", get(show_thanks))
        .at("/status", get(list_status))
        .at("/status/:id", get(show_status))
        .at("/status/:id/files/:name", get(show_file))
        .at("/web/:name", get(show_asset))
        .at("/healthz", get(tell_health))
        .around(guard)
        .catch_all_error(|error: poem::Error| async move {
            let status = error.status();
            page(
                status,
                pages::notice(status.canonical_reason().unwrap_or("Error"), ""),
            )
        })
}

/// Answers under loopback names only (a page elsewhere must not reach the stored applications by
/// pointing its own name here), and sets the headers that every answer has.
async fn guard<E: Endpoint>(next: Arc<E>, request: Request) -> poem::Result<Response> {
    if let Some(portal) = request.data::<Arc<Portal>>()
        && portal.loopback_only
        && !is_loopback(request.header(header::HOST).unwrap_or_default())
    {
        let text = "This stand-in answers under 127.0.0.1 or localhost only.";
        return Ok(page(
            StatusCode::MISDIRECTED_REQUEST,
            pages::notice("Wrong address", text),
        ));
    }
    let response = next.call(request).await?.into_response();
    let response = with_header(response, "x-content-type-options", "nosniff");
    Ok(with_header(response, "cache-control", "no-store"))
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || address
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

fn with_jobs(portal: &Portal, then: impl FnOnce(&Jobs) -> Response) -> Response {
    match portal.jobs.read() {
        Ok(jobs) => then(&jobs),
        Err(error) => page(
            StatusCode::INTERNAL_SERVER_ERROR,
            pages::jobs_broken(&error),
        ),
    }
}

pub(super) fn with_job(portal: &Portal, id: &str, then: impl FnOnce(&Job) -> Response) -> Response {
    with_jobs(portal, |jobs| jobs.find(id).map_or_else(missing, then))
}

pub(super) fn missing() -> Response {
    page(
        StatusCode::NOT_FOUND,
        pages::notice("Not found", "There is nothing at this address."),
    )
}

#[handler]
fn show_index(portal: State<'_>, filter: Query<pages::Filter>) -> Response {
    with_jobs(&portal, |jobs| {
        page(StatusCode::OK, pages::index(jobs, &filter))
    })
}

#[handler]
fn show_job(portal: State<'_>, id: Path<String>) -> Response {
    with_job(&portal, &id, |job| {
        page(StatusCode::OK, pages::job(job, &portal.origin))
    })
}

#[handler]
fn show_form(portal: State<'_>, id: Path<String>) -> Response {
    with_job(&portal, &id, |job| {
        match job.ats {
            // Always in a frame; of which origin, the job says.
            Ats::Icims => {
                let origin = if job.embedded {
                    &portal.embed_origin
                } else {
                    &portal.origin
                };
                page(StatusCode::OK, pages::framed_flow(job, origin))
            }
            Ats::Taleo => Redirect::see_other(flow::address(job)).into_response(),
            _ if job.embedded => page(StatusCode::OK, pages::careers(job, &portal.embed_origin)),
            _ => draw(&portal, job, false),
        }
    })
}

#[derive(Deserialize)]
struct Embed {
    #[serde(default)]
    token: String,
}

#[handler]
fn show_embedded(portal: State<'_>, query: Query<Embed>) -> Response {
    with_job(&portal, &query.token, |job| draw(&portal, job, true))
}

/// A form's page. Ashby's has the strictest policy: only what carries the page's nonce runs.
fn draw(portal: &Portal, job: &Job, framed: bool) -> Response {
    let form = form(job);
    if job.ats == Ats::Generic {
        let html = pages::generic(&form, &Received::default(), &[]);
        return page(StatusCode::OK, html);
    }
    let strict = job.ats == Ats::Ashby;
    let nonce = strict.then(|| portal.nonces.next());
    let response = page(
        StatusCode::OK,
        pages::apply(&form, nonce.as_deref(), framed),
    );
    match nonce {
        Some(nonce) => {
            let policy = format!(
                "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; \
                 connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                 frame-ancestors 'none'"
            );
            with_header(response, "content-security-policy", &policy)
        }
        None => response,
    }
}

#[handler]
async fn take_application(portal: State<'_>, request: &Request, body: Body) -> Response {
    let wants_page = wants_page(request);
    let fail = |status, code: &str, detail: &str, errors: Value| {
        if wants_page {
            page(
                status,
                pages::notice("The application was not sent", detail),
            )
        } else {
            problem(status, code, detail, errors)
        }
    };
    let Ok(_turn) = portal.reading.acquire().await else {
        return fail(
            StatusCode::SERVICE_UNAVAILABLE,
            "stopping",
            "The server stops.",
            json!([]),
        );
    };
    let received = match receive(request, body).await {
        Ok(received) => received,
        Err(refused) => {
            let (status, code) = match refused {
                Refused::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
                Refused::NotMultipart => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_multipart"),
                Refused::TooManyParts => (StatusCode::PAYLOAD_TOO_LARGE, "too_many_parts"),
                Refused::Broken => (StatusCode::BAD_REQUEST, "broken_request"),
            };
            return fail(status, code, &refused.to_string(), json!([]));
        }
    };
    let jobs = match portal.jobs.read() {
        Ok(jobs) => jobs,
        Err(error) => {
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            return fail(status, "jobs_file", &error.message, json!([]));
        }
    };
    let Some(job) = jobs.find(received.value("job_id")) else {
        let detail = "There is no such job (job_id).";
        return fail(StatusCode::NOT_FOUND, "unknown_job", detail, json!([]));
    };
    let form = form(job);
    let errors = check(&form, &received);
    if !errors.is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        if wants_page && job.ats == Ats::Generic {
            return page(status, pages::generic(&form, &received, &errors));
        }
        let detail = crate::form::word(job.lang, "err_summary");
        return fail(status, "invalid", detail, json!(errors));
    }
    match portal.store.insert(&form, &received, (portal.clock)()) {
        Ok(application) if wants_page => {
            Redirect::see_other(format!("/thanks/{}", application.application_id)).into_response()
        }
        Ok(application) => data(
            StatusCode::CREATED,
            &json!({
                "application_id": application.application_id,
                "confirmation": application.confirmation,
                "thanks": format!("/thanks/{}", application.application_id),
            }),
        ),
        Err(error) => {
            tracing::error!(%error, "an application was not stored");
            fail(
                StatusCode::INSUFFICIENT_STORAGE,
                "not_stored",
                &error.to_string(),
                json!([]),
            )
        }
    }
}

/// Reads a résumé as badly as the real ones do, after a moment.
#[handler]
async fn parse_resume(portal: State<'_>, request: &Request, body: Body) -> Response {
    let Ok(_turn) = portal.reading.acquire().await else {
        return problem(
            StatusCode::SERVICE_UNAVAILABLE,
            "stopping",
            "The server stops.",
            json!([]),
        );
    };
    let Ok(received) = receive(request, body).await else {
        return problem(
            StatusCode::BAD_REQUEST,
            "broken_request",
            "Send one file.",
            json!([]),
        );
    };
    let Some(file) = received.files.first() else {
        return problem(
            StatusCode::BAD_REQUEST,
            "no_file",
            "Send one file.",
            json!([]),
        );
    };
    tokio::time::sleep(PARSING_TAKES).await;
    let read = crate::resume::read(&file.file_name, &file.bytes);
    data(StatusCode::OK, &json!(read))
}

/// About what the real one takes; a filler that does not wait loses the name it wrote.
const PARSING_TAKES: Duration = Duration::from_millis(700);

#[derive(Deserialize)]
struct PlaceQuery {
    #[serde(default)]
    q: String,
}

#[handler]
fn list_places(query: Query<PlaceQuery>) -> Response {
    data(
        StatusCode::OK,
        &json!({ "places": places::search(&query.q) }),
    )
}

#[handler]
fn show_thanks(portal: State<'_>, id: Path<String>) -> Response {
    match portal.store.find(&id) {
        Ok(Some(application)) => {
            let job = portal.jobs.read().ok().and_then(|jobs| {
                jobs.find(&application.job_id)
                    .map(|job| (job.lang, job.embedded || job.ats == Ats::Icims))
            });
            let (lang, framed) = job.unwrap_or((Lang::En, false));
            page(StatusCode::OK, pages::thanks(&application, lang, framed))
        }
        Ok(None) => missing(),
        Err(error) => unread(&error),
    }
}

/// How many of the newest applications `/status` lists.
const RECENT: usize = 50;

#[handler]
fn list_status(portal: State<'_>) -> Response {
    match portal.store.list(RECENT) {
        Ok((count, newest)) => {
            let recent: Vec<Value> = newest.iter().map(head).collect();
            data(
                StatusCode::OK,
                &json!({ "applications": count, "recent": recent }),
            )
        }
        Err(error) => unread(&error),
    }
}

fn head(application: &Application) -> Value {
    json!({
        "application_id": application.application_id,
        "confirmation": application.confirmation,
        "job_id": application.job_id,
        "ats": application.ats,
        "received_at_ms": application.received_at_ms,
        "fields": application.fields.len(),
        "files": application.files.len(),
        "traps": application.traps.len(),
    })
}

#[handler]
fn show_status(portal: State<'_>, id: Path<String>) -> Response {
    match portal.store.find(&id) {
        Ok(Some(application)) => data(StatusCode::OK, &json!(application)),
        Ok(None) => problem(
            StatusCode::NOT_FOUND,
            "not_found",
            "No such application.",
            json!([]),
        ),
        Err(error) => unread(&error),
    }
}

#[handler]
fn show_file(portal: State<'_>, path: Path<(String, String)>) -> Response {
    let Path((id, name)) = path;
    match portal.store.find_file(&id, &name) {
        Ok(Some((_, bytes))) => {
            let response = bytes
                .with_content_type("application/octet-stream")
                .into_response();
            with_header(response, "content-disposition", "attachment")
        }
        Ok(None) => problem(
            StatusCode::NOT_FOUND,
            "not_found",
            "No such file.",
            json!([]),
        ),
        Err(error) => unread(&error),
    }
}

fn unread(error: &StoreError) -> Response {
    tracing::error!(%error, "the store cannot be read");
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    problem(
        status,
        "store",
        "The stored applications cannot be read.",
        json!([]),
    )
}

#[handler]
fn show_asset(name: Path<String>) -> Response {
    match assets::find(&name) {
        Some((bytes, media)) => bytes.with_content_type(media).into_response(),
        None => missing(),
    }
}

#[handler]
fn tell_health() -> &'static str {
    "ok"
}
