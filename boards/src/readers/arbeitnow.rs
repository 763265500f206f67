//! Arbeitnow: pages of a hundred, counted by us and not by the links that come along.

use super::{Reader, full, list};
use crate::loose::{flag, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

const LIMIT: usize = 100;

pub(crate) struct Arbeitnow;

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let mut url = board.url("https://www.arbeitnow.com", &["api", "job-board-api"])?;
    url.set_query(Some(&format!("page={}", page + 1)));
    Ok(Request::list(url, page))
}

impl Reader for Arbeitnow {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let mut page = list(board, answer, "data", |job| {
            let types = texts(job, "job_types");
            let mut draft = Draft {
                id: text(job, "slug"),
                title: text(job, "title"),
                company: text(job, "company_name"),
                url: raw(job, "url"),
                posted: text(job, "created_at"),
                level: types.first().cloned().unwrap_or_default(),
                employment: types,
                skills: texts(job, "tags"),
                ..Draft::default()
            };
            // "Not remote" is what it says of every job that does not say otherwise.
            if flag(job, "remote") == Some(true) {
                draft.remote = "remote".to_owned();
            }
            draft.line(text(job, "location"));
            draft.tell(&raw(job, "description"));
            Some(draft)
        });
        if full(page.count(), LIMIT) {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }
}
