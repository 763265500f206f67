//! Forms of several pages that the browser loads one after the other: each is checked and kept, the
//! last one sends.

use super::answer::{page, problem};
use super::routes::{State, missing, with_job};
use crate::apply::{FieldError, Received, check_step, receive};
use crate::form::{ATTACHMENT, Form, Shape, Step, form};
use crate::jobs::{Ats, Job};
use crate::pages;
use poem::http::StatusCode;
use poem::web::{Path, Query, Redirect};
use poem::{Body, IntoResponse, Request, Response, handler};
use serde::Deserialize;
use serde_json::json;

/// Where a job's form begins.
pub(super) fn address(job: &Job) -> String {
    format!("/flow/start?job={}", job.id.0)
}

#[derive(Deserialize)]
pub(super) struct Start {
    #[serde(default)]
    job: String,
}

#[handler]
pub(super) fn start(portal: State<'_>, query: Query<Start>) -> Response {
    with_job(&portal, &query.job, |job| {
        if !matches!(job.ats, Ats::Icims | Ats::Taleo) {
            return missing();
        }
        let id = portal.nonces.next();
        portal.drafts.insert(id.clone(), &job.id.0);
        Redirect::see_other(format!("/flow/{id}/1")).into_response()
    })
}

#[handler]
pub(super) fn show_step(portal: State<'_>, path: Path<(String, usize)>) -> Response {
    let Path((id, number)) = path;
    show(&portal, &id, number, &[])
}

/// Draws a page of a draft's form.
fn show(portal: &State<'_>, id: &str, number: usize, errors: &[FieldError]) -> Response {
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    portal
        .drafts
        .with(id, |draft| {
            with_job(portal, &draft.job_id, |job| {
                let form = form(job);
                let shown = pages::Flow {
                    form: &form,
                    draft: id,
                    number,
                    sent: &draft.received,
                    errors,
                };
                match shown.step() {
                    Some(step) => page(status, shown.draw(step)),
                    None => missing(),
                }
            })
        })
        .unwrap_or_else(missing)
}

#[handler]
pub(super) async fn take_step(
    portal: State<'_>,
    path: Path<(String, usize)>,
    request: &Request,
    body: Body,
) -> Response {
    let Path((id, number)) = path;
    let mut posted = match receive(request, body).await {
        Ok(posted) => posted,
        Err(refused) => {
            let status = StatusCode::BAD_REQUEST;
            return page(
                status,
                pages::notice("This page was not taken", &refused.to_string()),
            );
        }
    };
    let back = posted.value("go") == "back";
    posted
        .values
        .retain(|(name, _)| name != "go" && name != "job_id");
    let Some(job_id) = portal.drafts.with(&id, |draft| draft.job_id.clone()) else {
        return missing();
    };
    with_job(&portal, &job_id, |job| {
        let form = form(job);
        let Some(step) = number.checked_sub(1).and_then(|at| form.steps.get(at)) else {
            return missing();
        };
        join_months(step, &mut posted);
        let errors = portal.drafts.with(&id, |draft| {
            draft
                .received
                .replace(|name| answered_in(step, &form, name), posted);
            check_step(&form, step, &draft.received)
        });
        let errors = errors.unwrap_or_default();
        if back {
            return Redirect::see_other(format!("/flow/{id}/{}", number.max(2) - 1))
                .into_response();
        }
        if !errors.is_empty() {
            return show(&portal, &id, number, &errors);
        }
        if number < form.steps.len() {
            return Redirect::see_other(format!("/flow/{id}/{}", number + 1)).into_response();
        }
        send(&portal, &id, &form)
    })
}

/// Keeps the whole application, unless a page before was left out.
fn send(portal: &State<'_>, id: &str, form: &Form) -> Response {
    let unfinished = portal.drafts.with(id, |draft| {
        form.steps
            .iter()
            .position(|step| !check_step(form, step, &draft.received).is_empty())
    });
    if let Some(Some(at)) = unfinished {
        return Redirect::see_other(format!("/flow/{id}/{}", at + 1)).into_response();
    }
    let stored = portal.drafts.with(id, |draft| {
        portal.store.insert(form, &draft.received, (portal.clock)())
    });
    match stored {
        Some(Ok(application)) => {
            portal.drafts.delete(id);
            Redirect::see_other(format!("/thanks/{}", application.application_id)).into_response()
        }
        Some(Err(error)) => {
            tracing::error!(%error, "an application was not stored");
            problem(
                StatusCode::INSUFFICIENT_STORAGE,
                "not_stored",
                &error.to_string(),
                json!([]),
            )
        }
        None => missing(),
    }
}

#[handler]
pub(super) fn show_files(portal: State<'_>, id: Path<String>) -> Response {
    files(&portal, &id)
}

fn files(portal: &State<'_>, id: &str) -> Response {
    portal
        .drafts
        .with(id, |draft| {
            with_job(portal, &draft.job_id, |job| {
                page(
                    StatusCode::OK,
                    pages::files(id, job.lang, &draft.received.files),
                )
            })
        })
        .unwrap_or_else(missing)
}

/// A file that came from the frame. Only what the form's field takes is kept.
#[handler]
pub(super) async fn take_file(
    portal: State<'_>,
    id: Path<String>,
    request: &Request,
    body: Body,
) -> Response {
    let Ok(posted) = receive(request, body).await else {
        return missing();
    };
    let only_file = Received {
        values: Vec::new(),
        files: posted
            .files
            .into_iter()
            .filter(|file| file.field == ATTACHMENT)
            .collect(),
    };
    let kept = portal
        .drafts
        .with(&id, |draft| draft.received.replace(|_| false, only_file));
    match kept {
        Some(()) => Redirect::see_other(format!("/flow/{}/files", id.0)).into_response(),
        None => missing(),
    }
}

/// Whether a submitted name belongs to a screen; bait belongs to every screen.
fn answered_in(step: &Step, form: &Form, name: &str) -> bool {
    name == form.honeypot
        || step.sections.iter().any(|section| match section.rows {
            Some(prefix) => name
                .strip_prefix(prefix)
                .is_some_and(|rest| rest.starts_with('[')),
            None => section.fields.iter().any(|field| field.name == name),
        })
}

/// A month that came as two lists (`….month`, `….year`) becomes one value, `YYYY-MM`; with one of
/// them missing it stays something that is no month, so that the check tells.
fn join_months(step: &Step, posted: &mut Received) {
    let is_month = |name: &str| {
        let own = name.split_once("].").map_or(name, |(_, own)| own);
        step.sections
            .iter()
            .flat_map(|section| &section.fields)
            .any(|field| field.shape == Shape::Month && field.name == own)
    };
    let names: Vec<String> = posted
        .values
        .iter()
        .filter_map(|(name, _)| name.strip_suffix(".year").map(str::to_owned))
        .filter(|name| is_month(name))
        .collect();
    for name in names {
        let year = posted.value(&format!("{name}.year")).to_owned();
        let month = posted.value(&format!("{name}.month")).to_owned();
        posted.values.retain(|(other, _)| {
            other.strip_suffix(".year") != Some(&name)
                && other.strip_suffix(".month") != Some(&name)
        });
        let joined = if year.is_empty() && month.is_empty() {
            String::new()
        } else {
            format!("{year}-{month}")
        };
        posted.values.push((name, joined));
    }
}
