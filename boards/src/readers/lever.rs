//! Lever, on either of its hosts: pages of a hundred; descriptions in parts.

use super::{Reader, full, list};
use crate::draft::DraftPlace;
use crate::loose::{first, items, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request, Source};

const LIMIT: usize = 100;

pub(crate) struct Lever;

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let own = match board.source {
        Source::LeverEu => "https://api.eu.lever.co",
        _ => "https://api.lever.co",
    };
    let mut url = board.url(own, &["v0", "postings", board.word()?])?;
    let skip = page as usize * LIMIT;
    url.set_query(Some(&format!("mode=json&skip={skip}&limit={LIMIT}")));
    Ok(Request::list(url, page))
}

impl Reader for Lever {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let mut page = list(board, answer, "", |job| {
            let mut draft = Draft {
                id: text(job, "id"),
                title: text(job, "text"),
                url: raw(job, "hostedUrl"),
                apply_url: raw(job, "applyUrl"),
                remote: text(job, "workplaceType"),
                posted: text(job, "createdAt"),
                employment: texts(job, "categories.commitment"),
                department: first(job, &["categories.department", "categories.team"]),
                ..Draft::default()
            };
            if draft.remote == "unspecified" {
                draft.remote.clear();
            }
            // The country is the main place's; the others have their own.
            let country = text(job, "country");
            let main = text(job, "categories.location");
            let in_country = |line: String| DraftPlace::In {
                line,
                country: country.clone(),
            };
            for place in texts(job, "categories.allLocations") {
                if place == main {
                    draft.places.push(in_country(place));
                } else {
                    draft.line(place);
                }
            }
            if draft.places.is_empty() && !main.is_empty() {
                draft.places.push(in_country(main));
            }
            if draft.places.is_empty() {
                draft.parts(String::new(), String::new(), country);
            }
            let opening = raw(job, "opening");
            let body = raw(job, "descriptionBody");
            if opening.is_empty() && body.is_empty() {
                let html = raw(job, "description");
                draft.tell(if html.is_empty() { "" } else { &html });
                if html.is_empty() {
                    draft.tell(&raw(job, "descriptionPlain"));
                }
            } else {
                draft.tell(&opening);
                draft.tell(&body);
            }
            for part in items(job, "lists").iter().take(30) {
                // The items come without the list around them.
                draft.under(
                    &text(part, "text"),
                    &format!("<ul>{}</ul>", raw(part, "content")),
                );
            }
            let additional = raw(job, "additional");
            draft.tell(&if additional.is_empty() {
                raw(job, "additionalPlain")
            } else {
                additional
            });
            draft.pay.min = number(job, "salaryRange.min");
            draft.pay.max = number(job, "salaryRange.max");
            draft.pay.currency = text(job, "salaryRange.currency");
            draft.pay.period = text(job, "salaryRange.interval").replace('-', " ");
            Some(draft)
        });
        if full(page.count(), LIMIT) {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }
}
