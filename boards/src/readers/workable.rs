//! Workable: one list, everything in it.

use super::{Reader, list};
use crate::loose::{first, flag, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request, loose};

pub(crate) struct Workable;

impl Reader for Workable {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let path = ["api", "v1", "widget", "accounts", board.word()?];
        let mut url = board.url("https://apply.workable.com", &path)?;
        url.set_query(Some("details=true"));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        let company =
            loose::parse(answer.body).map_or_else(|_| String::new(), |root| text(&root, "name"));
        list(board, answer, "jobs", |job| {
            let mut draft = Draft {
                id: first(job, &["shortcode", "id", "code"]),
                title: text(job, "title"),
                company: company.clone(),
                url: first(job, &["url", "shortlink", "application_url"]),
                apply_url: raw(job, "application_url"),
                posted: first(job, &["published_on", "created_at"]),
                employment: vec![text(job, "employment_type")],
                level: text(job, "experience"),
                department: text(job, "department"),
                reference: text(job, "code"),
                ..Draft::default()
            };
            if flag(job, "telecommuting").or_else(|| flag(job, "remote")) == Some(true) {
                draft.remote = "remote".to_owned();
            }
            let mut several = false;
            for place in loose::items(job, "locations").iter().take(20) {
                several = true;
                draft.parts(
                    text(place, "city"),
                    text(place, "region"),
                    first(place, &["country", "countryCode"]),
                );
            }
            if !several {
                draft.parts(text(job, "city"), text(job, "state"), text(job, "country"));
            }
            draft.tell(&raw(job, "description"));
            draft.under("Requirements", &raw(job, "requirements"));
            draft.under("Benefits", &raw(job, "benefits"));
            Some(draft)
        })
    }
}
