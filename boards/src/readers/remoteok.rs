//! Remote OK: one list of remote jobs, its first item the legal notice. Asks for its name and a link back.

use super::{Reader, list};
use crate::loose::{first, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Remoteok;

impl Reader for Remoteok {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        Ok(Request::list(
            board.url("https://remoteok.com", &["api"])?,
            0,
        ))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "", |job| {
            // The notice has no position.
            if job.get("legal").is_some() && job.get("position").is_none() {
                return None;
            }
            let mut draft = Draft {
                id: first(job, &["id", "slug"]),
                title: text(job, "position"),
                company: text(job, "company"),
                url: raw(job, "url"),
                apply_url: raw(job, "apply_url"),
                posted: first(job, &["date", "epoch"]),
                skills: texts(job, "tags"),
                remote: "remote".to_owned(),
                ..Draft::default()
            };
            for place in text(job, "location").split([';', '|']) {
                draft.line(place.trim());
            }
            draft.tell(without_test(&raw(job, "description")));
            draft.pay.min = number(job, "salary_min");
            draft.pay.max = number(job, "salary_max");
            // Its pay is in dollars a year wherever the job is.
            draft.pay.silent_currency = "USD";
            draft.pay.silent_period = "year";
            Some(draft)
        })
    }
}

/// The description without the sentence that the source puts behind each, to find out which applicants read it: it names
/// words and tags that are none of the job's.
fn without_test(html: &str) -> &str {
    let (Some(start), Some(_)) = (
        html.rfind("Please mention the word"),
        html.rfind("when applying to show you read"),
    ) else {
        return html;
    };
    html[..start].trim_end()
}
