//! BambooHR: a list of names and places, and one answer for each posting.

use serde_json::Value;

use super::{Reader, holds_list, some};
use crate::loose::{self, first, flag, items, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Bamboohr;

fn ask(board: &Board, more: &[&str]) -> Result<url::Url, BoardError> {
    let mut path = vec!["careers"];
    path.extend(more);
    board.url(&board.host("bamboohr.com")?, &path)
}

impl Reader for Bamboohr {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        Ok(Request::list(ask(board, &["list"])?, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        if !holds_list(&root, "result") {
            return Page::lost("the answer holds no list of jobs");
        }
        let mut page = Page::default();
        for job in some(items(&root, "result"), &mut page) {
            let mut draft = draft(job);
            draft.id = text(job, "id");
            let id = draft.id.clone();
            draft.url = ask(board, &[id.as_str()]).map_or_else(|_| String::new(), String::from);
            match ask(board, &[id.as_str(), "detail"]) {
                Ok(url) if !id.is_empty() => page.ask(Request::detail(url, draft)),
                _ => page.take(draft, board, answer),
            }
        }
        page
    }

    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        let job = loose::at(&root, "result.jobOpening");
        let told = draft(job);
        let mut draft = if told.title.is_empty() {
            listed
        } else {
            Draft {
                id: listed.id,
                url: if told.url.is_empty() {
                    listed.url
                } else {
                    told.url
                },
                places: if told.places.is_empty() {
                    listed.places
                } else {
                    told.places
                },
                remote: if told.remote.is_empty() {
                    listed.remote
                } else {
                    told.remote
                },
                ..told
            }
        };
        draft.tell(&raw(job, "description"));
        let mut page = Page::default();
        page.take(draft, board, answer);
        page
    }
}

fn draft(job: &Value) -> Draft {
    let mut draft = Draft {
        title: text(job, "jobOpeningName"),
        url: raw(job, "jobOpeningShareUrl"),
        department: text(job, "departmentLabel"),
        employment: vec![text(job, "employmentStatusLabel")],
        level: text(job, "minimumExperience"),
        posted: text(job, "datePosted"),
        // 0 at the place, 1 remote, 2 both.
        remote: match (text(job, "locationType").as_str(), flag(job, "isRemote")) {
            ("2", _) => "hybrid",
            ("1", _) | (_, Some(true)) => "remote",
            ("0", _) => "onsite",
            _ => "",
        }
        .to_owned(),
        ..Draft::default()
    };
    draft.pay.words = text(job, "compensation");
    for place in ["atsLocation", "location"] {
        let part = |names: &[&str]| {
            let paths = names
                .iter()
                .map(|name| format!("{place}.{name}"))
                .collect::<Vec<_>>();
            first(job, &paths.iter().map(String::as_str).collect::<Vec<_>>())
        };
        if draft.places.is_empty() {
            draft.parts(
                part(&["city"]),
                part(&["state", "province"]),
                part(&["country", "addressCountry"]),
            );
        }
    }
    draft
}
