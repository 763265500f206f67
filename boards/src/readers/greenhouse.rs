//! Greenhouse: one list, everything in it; the description comes escaped twice.

use serde_json::Value;

use super::{Reader, list};
use crate::loose::{first, items, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Greenhouse;

impl Reader for Greenhouse {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let path = ["v1", "boards", board.word()?, "jobs"];
        let mut url = board.url("https://boards-api.greenhouse.io", &path)?;
        url.set_query(Some("content=true&pay_transparency=true"));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "jobs", |job| {
            // A posting without a job behind it collects names for later.
            let mut draft = Draft {
                id: text(job, "id"),
                title: text(job, "title"),
                company: text(job, "company_name"),
                url: raw(job, "absolute_url"),
                posted: first(job, &["first_published", "updated_at"]),
                updated: text(job, "updated_at"),
                expires: text(job, "application_deadline"),
                language: text(job, "language"),
                reference: text(job, "requisition_id"),
                department: first(job, &["departments"]),
                ..Draft::default()
            };
            draft.tell(&raw(job, "content"));
            places(job, &mut draft);
            for extra in items(job, "metadata") {
                field(extra, &mut draft);
            }
            if let Some(range) = items(job, "pay_input_ranges").first() {
                let units = |path| crate::loose::number(range, path).map(|cents| cents / 100.0);
                draft.pay.min = units("min_cents");
                draft.pay.max = units("max_cents");
                draft.pay.currency = text(range, "currency_type");
                draft.pay.period = first(range, &["title"]);
            }
            Some(draft)
        })
    }
}

/// The place; where it only names a way of working, the towns are in the offices.
fn places(job: &Value, draft: &mut Draft) {
    let named = text(job, "location");
    let way = foothold_core::posting::values::remote(&named).is_some()
        && foothold_core::posting::values::places(&named)
            .iter()
            .all(|place| place.city.is_none() && place.country.is_none());
    if way || named.is_empty() {
        draft.remote = named;
        for office in items(job, "offices").iter().take(20) {
            draft.line(first(office, &["location", "name"]));
        }
    } else {
        draft.line(named);
    }
}

/// A field of the employer's own that names something we know.
fn field(extra: &Value, draft: &mut Draft) {
    let name = foothold_core::posting::values::fold(&text(extra, "name"));
    let values = texts(extra, "value");
    let value = values.first().cloned().unwrap_or_default();
    match name.as_str() {
        "employment type" | "job type" | "time type" | "contract type" | "employment status" => {
            draft.employment.extend(values);
        }
        "workplace type" | "location type" | "work model" | "remote" | "work arrangement"
        | "working model" => {
            draft.remote = value;
        }
        "seniority" | "level" | "experience level" | "career level" | "seniority level" => {
            draft.level = value;
        }
        _ => {}
    }
}
