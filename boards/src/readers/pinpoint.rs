//! Pinpoint: one list, everything in it; descriptions in parts with headings of their own.

use super::{Reader, list, personio};
use crate::loose::{first, flag, number, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Pinpoint;

impl Reader for Pinpoint {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let url = board.url(&board.host("pinpointhq.com")?, &["postings.json"])?;
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let host = match (&board.base, board.host("pinpointhq.com")) {
            (None, Ok(host)) => host,
            _ => personio::origin(&asked.url),
        };
        list(board, answer, "data", |job| {
            let mut draft = Draft {
                id: text(job, "id"),
                title: text(job, "title"),
                url: raw(job, "url"),
                remote: first(job, &["workplace_type", "workplace_type_text"]),
                expires: text(job, "deadline_at"),
                posted: first(job, &["published_at", "created_at"]),
                employment: vec![
                    first(job, &["employment_type", "employment_type_text"]).replace('_', " "),
                ],
                department: first(job, &["job.department", "department"]),
                reference: text(job, "job.requisition_id"),
                ..Draft::default()
            };
            let path = raw(job, "path");
            if draft.url.is_empty() && path.starts_with('/') {
                draft.url = format!("{host}{path}");
            }
            let place = |part: &str| text(job, &format!("location.{part}"));
            draft.parts(place("city"), place("province"), place("country"));
            if draft.places.is_empty() {
                draft.line(place("name"));
            }
            draft.tell(&raw(job, "description"));
            for (part, silent) in [
                ("key_responsibilities", "Responsibilities"),
                ("skills_knowledge_expertise", "Requirements"),
                ("benefits", "Benefits"),
            ] {
                let heading = text(job, &format!("{part}_header"));
                draft.under(
                    if heading.is_empty() { silent } else { &heading },
                    &raw(job, part),
                );
            }
            if flag(job, "compensation_visible") != Some(false) {
                draft.pay.min = number(job, "compensation_minimum");
                draft.pay.max = number(job, "compensation_maximum");
                draft.pay.currency = text(job, "compensation_currency");
                draft.pay.period = text(job, "compensation_frequency");
                draft.pay.words = text(job, "compensation");
            }
            Some(draft)
        })
    }
}
