//! Recruitee: one list of offers, everything in it; the careers page may be on a domain of the employer's own.

use super::{Reader, list};
use crate::loose::{self, first, flag, items, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Recruitee;

impl Reader for Recruitee {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url(&board.host("recruitee.com")?, &["api", "offers"])?;
        url.set_path(&format!("{}/", url.path()));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "offers", |job| {
            let status = text(job, "status");
            if !status.is_empty() && status != "published" {
                return None;
            }
            let mut draft = Draft {
                id: first(job, &["id", "guid", "slug"]),
                title: text(job, "title"),
                company: text(job, "company_name"),
                url: raw(job, "careers_url"),
                apply_url: raw(job, "careers_apply_url"),
                posted: first(job, &["published_at", "created_at"]),
                updated: text(job, "updated_at"),
                expires: text(job, "close_at"),
                employment: vec![words(&text(job, "employment_type_code"))],
                level: words(&text(job, "experience_code")),
                department: text(job, "department"),
                skills: texts(job, "tags"),
                ..Draft::default()
            };
            let flags = ["remote", "hybrid", "on_site"].map(|name| flag(job, name) == Some(true));
            draft.remote = match flags {
                [_, true, _] => "hybrid",
                [true, false, true] => "hybrid",
                [true, false, false] => "remote",
                [false, false, true] => "onsite",
                _ => "",
            }
            .to_owned();
            for place in items(job, "locations").iter().take(20) {
                draft.parts(
                    text(place, "city"),
                    first(place, &["state", "state_name"]),
                    first(place, &["country_code", "country"]),
                );
            }
            if draft.places.is_empty() {
                draft.parts(
                    text(job, "city"),
                    first(job, &["state_name", "state_code"]),
                    first(job, &["country_code", "country"]),
                );
            }
            if draft.places.is_empty() {
                draft.line(text(job, "location"));
            }
            draft.tell(&raw(job, "description"));
            draft.under("Requirements", &raw(job, "requirements"));
            let pay = loose::at(job, "salary");
            draft.pay.min = number(pay, "min");
            draft.pay.max = number(pay, "max");
            draft.pay.currency = text(pay, "currency");
            draft.pay.period = text(pay, "period");
            Some(draft)
        })
    }
}

/// "fulltime_permanent" as "full time permanent".
fn words(code: &str) -> String {
    code.replace('_', " ")
        .replace("fulltime", "full time")
        .replace("parttime", "part time")
}
