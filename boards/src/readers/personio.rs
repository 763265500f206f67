//! Personio: one XML of all positions; the address of each follows from its id and the host.

use super::Reader;
use crate::xml::{self, Node};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Personio;

impl Reader for Personio {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url(&board.host("jobs.personio.de")?, &["xml"])?;
        url.set_query(Some("language=en"));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match xml::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        if root.name != "workzag-jobs" && root.child("position").is_none() {
            return Page::lost("the answer holds no list of jobs");
        }
        // Where no own host is known (a test, a mirror), the pages are where the list came from.
        let host = match (&board.base, board.host("jobs.personio.de")) {
            (None, Ok(host)) => host,
            _ => origin(&asked.url),
        };
        let mut page = Page::default();
        for position in root.all("position").take(crate::MAX_POSTINGS) {
            page.take(draft(position, &host), board, answer);
        }
        page
    }
}

fn draft(position: &Node, host: &str) -> Draft {
    let id = position.text("id").to_owned();
    let mut draft = Draft {
        title: position.text("name").to_owned(),
        company: position.text("subcompany").to_owned(),
        employment: vec![
            match position.text("schedule") {
                // Either, as the candidate likes: the fuller one is on offer.
                "full-or-part-time" => "full time".to_owned(),
                schedule => schedule.replace('-', " "),
            },
            position.text("employmentType").replace(['-', '_'], " "),
        ],
        level: position.text("seniority").replace('-', " "),
        department: position.text("department").to_owned(),
        posted: position.text("createdAt").to_owned(),
        skills: position
            .text("keywords")
            .split(',')
            .map(str::to_owned)
            .collect(),
        ..Draft::default()
    };
    if position.text("employmentType") == "intern" || position.text("employmentType") == "trainee" {
        draft.employment.reverse();
    }
    if !id.is_empty() {
        draft.url = format!("{host}/job/{id}");
        draft.apply_url = format!("{host}/job/{id}#apply");
    }
    draft.id = id;
    draft.line(position.text("office"));
    for offices in position.all("additionalOffices") {
        for office in offices.all("office").take(20) {
            draft.line(office.text.trim());
        }
    }
    for descriptions in position.all("jobDescriptions") {
        for part in descriptions.all("jobDescription").take(30) {
            draft.under(part.text("name"), part.text("value"));
        }
    }
    draft
}

/// Scheme and host of an address.
pub(super) fn origin(url: &str) -> String {
    url::Url::parse(url).map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
}
