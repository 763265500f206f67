//! Rippling: a list of names and places, and one answer for each posting.

use serde_json::Value;

use super::{Reader, some};
use crate::loose::{self, first, items, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Rippling;

const PATH: [&str; 5] = ["platform", "api", "ats", "v1", "board"];

fn ask(board: &Board, more: &[&str]) -> Result<url::Url, BoardError> {
    let mut path = PATH.to_vec();
    path.push(board.word()?);
    path.push("jobs");
    path.extend(more);
    board.url("https://api.rippling.com", &path)
}

impl Reader for Rippling {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        Ok(Request::list(ask(board, &[])?, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        let list = if root.is_array() { "" } else { "items" };
        if !super::holds_list(&root, list) {
            return Page::lost("the answer holds no list of jobs");
        }
        let mut page = Page::default();
        let mut drafts: Vec<Draft> = Vec::new();
        for job in some(items(&root, list), &mut page) {
            let draft = listed(board, job);
            // A job in several places is listed once for each.
            match drafts
                .iter_mut()
                .find(|other| !draft.id.is_empty() && other.id == draft.id)
            {
                Some(same) => same.places.extend(draft.places),
                None => drafts.push(draft),
            }
        }
        for draft in drafts {
            match ask(board, &[draft.id.as_str()]) {
                Ok(url) if !draft.id.is_empty() => page.ask(Request::detail(url, draft)),
                _ => page.take(draft, board, answer),
            }
        }
        page
    }

    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        let job = match loose::parse(answer.body) {
            Ok(job) => job,
            Err(why) => return Page::lost(why),
        };
        let mut draft = listed;
        let keep = |own: &mut String, told: String| {
            if !told.is_empty() {
                *own = told;
            }
        };
        keep(&mut draft.title, text(&job, "name"));
        keep(&mut draft.url, raw(&job, "url"));
        keep(&mut draft.company, text(&job, "companyName"));
        keep(
            &mut draft.department,
            first(&job, &["department.name", "department.label"]),
        );
        keep(&mut draft.posted, text(&job, "createdOn"));
        draft.employment = vec![
            first(
                &job,
                &[
                    "employmentType.label",
                    "employmentType.id",
                    "employmentType",
                ],
            )
            .replace('_', " "),
        ];
        let places = texts(&job, "workLocations");
        if !places.is_empty() {
            draft.places.clear();
            for place in places {
                draft.line(place);
            }
        }
        let description = loose::at(&job, "description");
        if description.is_object() {
            draft.tell(&raw(description, "role"));
            draft.under("About the company", &raw(description, "company"));
        } else {
            draft.tell(&raw(&job, "description"));
        }
        if let Some(range) = items(&job, "payRangeDetails").first() {
            draft.pay.min = number(range, "rangeStart");
            draft.pay.max = number(range, "rangeEnd");
            draft.pay.currency = text(range, "currency");
            draft.pay.period = text(range, "frequency");
        }
        let mut page = Page::default();
        page.take(draft, board, answer);
        page
    }
}

fn listed(board: &Board, job: &Value) -> Draft {
    let id = first(job, &["uuid", "id"]);
    let mut draft = Draft {
        title: text(job, "name"),
        url: raw(job, "url"),
        department: first(job, &["department.label", "department.name", "department"]),
        ..Draft::default()
    };
    if draft.url.is_empty() && !id.is_empty() {
        draft.url = format!("https://ats.rippling.com/{}/jobs/{id}", board.tenant.trim());
    }
    draft.id = id;
    draft.line(first(
        job,
        &["workLocation.label", "workLocation.name", "workLocation"],
    ));
    draft
}
