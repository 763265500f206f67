//! Remotive: one list of remote jobs. Asks for four calls a day at most, its name and a link back.

use super::{Reader, list};
use crate::loose::{raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Remotive;

impl Reader for Remotive {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url("https://remotive.com", &["api", "remote-jobs"])?;
        {
            let mut query = url.query_pairs_mut();
            for (name, value) in [
                ("category", board.tenant.trim()),
                ("search", board.wanted.words.trim()),
            ] {
                if !value.is_empty() {
                    query.append_pair(name, value);
                }
            }
        }
        if url.query() == Some("") {
            url.set_query(None);
        }
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "jobs", |job| {
            let mut draft = Draft {
                id: text(job, "id"),
                title: text(job, "title"),
                company: text(job, "company_name"),
                url: raw(job, "url"),
                posted: text(job, "publication_date"),
                employment: vec![text(job, "job_type").replace('_', " ")],
                department: text(job, "category"),
                skills: texts(job, "tags"),
                remote: "remote".to_owned(),
                ..Draft::default()
            };
            // A list of countries and regions, all of them allowed.
            for place in text(job, "candidate_required_location").split(',') {
                draft.line(place.trim());
                draft.remote_from.push(place.trim().to_owned());
            }
            draft.tell(&raw(job, "description"));
            draft.pay.words = text(job, "salary");
            Some(draft)
        })
    }
}
