//! Breezy: one list, everything in it.

use super::{Reader, list};
use crate::loose::{first, flag, items, number, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Breezy;

impl Reader for Breezy {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url(&board.host("breezy.hr")?, &["json"])?;
        url.set_query(Some("verbose=true"));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "", |job| {
            let mut draft = Draft {
                id: first(job, &["id", "_id", "friendly_id"]),
                title: text(job, "name"),
                company: text(job, "company.name"),
                url: raw(job, "url"),
                posted: text(job, "published_date"),
                employment: vec![first(job, &["type.name", "type.id", "type"])],
                level: first(job, &["experience.name", "experience"]),
                department: text(job, "department"),
                ..Draft::default()
            };
            let mut places = items(job, "locations");
            if places.is_empty() {
                places = items(job, "location");
            }
            for place in places.iter().take(20) {
                if flag(place, "is_remote") == Some(true) {
                    draft.remote = "remote".to_owned();
                    draft
                        .remote
                        .push_str(match text(place, "remote_details.value").as_str() {
                            "hybrid" => " hybrid",
                            _ => "",
                        });
                }
                let part = |name: &str| {
                    first(
                        place,
                        &[&format!("{name}.name"), &format!("{name}.id"), name],
                    )
                };
                let before = draft.places.len();
                draft.parts(part("city"), part("state"), part("country"));
                if draft.places.len() == before {
                    draft.line(text(place, "name"));
                }
            }
            draft.tell(&raw(job, "description"));
            draft.pay.words = text(job, "salary");
            if draft.pay.words.is_empty() {
                draft.pay.min = number(job, "salary.min");
                draft.pay.max = number(job, "salary.max");
                draft.pay.currency = text(job, "salary.currency");
                draft.pay.period = first(job, &["salary.period", "salary.type"]);
            }
            Some(draft)
        })
    }
}
