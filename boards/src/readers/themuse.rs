//! The Muse: pages of twenty.

use super::{Reader, list};
use crate::loose::{self, count, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Themuse;

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let mut url = board.url("https://www.themuse.com", &["api", "public", "jobs"])?;
    {
        let mut query = url.query_pairs_mut();
        query.append_pair("page", &page.to_string());
        query.append_pair("descending", "true");
        for (name, value) in [
            ("category", board.tenant.trim()),
            ("location", board.wanted.place.trim()),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
    }
    Ok(Request::list(url, page))
}

impl Reader for Themuse {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let mut page = list(board, answer, "results", |job| {
            let mut draft = Draft {
                id: text(job, "id"),
                title: text(job, "name"),
                company: text(job, "company.name"),
                url: raw(job, "refs.landing_page"),
                posted: text(job, "publication_date"),
                level: text(job, "levels"),
                department: text(job, "categories"),
                skills: texts(job, "tags"),
                ..Draft::default()
            };
            for place in texts(job, "locations") {
                // "Flexible / Remote" is how it says remote.
                if place.to_ascii_lowercase().contains("remote") {
                    draft.remote = "remote".to_owned();
                } else {
                    draft.line(place);
                }
            }
            if !draft.remote.is_empty() && !draft.places.is_empty() {
                draft.remote.clear();
            }
            draft.tell(&raw(job, "contents"));
            Some(draft)
        });
        let pages = loose::parse(answer.body)
            .ok()
            .and_then(|root| count(&root, "page_count"))
            .unwrap_or_default();
        if page.count() > 0 && u64::from(asked.page()) + 1 < pages {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }
}
