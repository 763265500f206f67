//! Teamtailor: a feed with a few names of its own.

use super::Reader;
use crate::xml::{self, Node};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Teamtailor;

impl Reader for Teamtailor {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let url = board.url(&board.host("teamtailor.com")?, &["jobs.rss"])?;
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match xml::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        let Some(channel) = root.child("channel") else {
            return Page::lost("the answer is not a feed");
        };
        let company = channel.text("title");
        let mut page = Page::default();
        for item in channel.all("item").take(crate::MAX_POSTINGS) {
            page.take(draft(item, company), board, answer);
        }
        page
    }
}

fn draft(item: &Node, company: &str) -> Draft {
    let url = item.text("link").to_owned();
    let mut draft = Draft {
        id: last_number(&url).unwrap_or_else(|| item.text("guid").to_owned()),
        title: item.text("title").to_owned(),
        company: first(&[
            item.text("company_name"),
            item.text("tt:company_name"),
            company,
        ]),
        posted: item.text("pubDate").to_owned(),
        department: item.text("tt:department").to_owned(),
        remote: match item.text("remoteStatus") {
            "fully" | "full" | "always" => "remote",
            "hybrid" | "temporary" => "hybrid",
            "none" => "onsite",
            _ => "",
        }
        .to_owned(),
        url,
        ..Draft::default()
    };
    let mut locations = Vec::new();
    item.below("tt:location", &mut locations);
    for place in locations.iter().take(20) {
        draft.parts(
            place.text("tt:city").to_owned(),
            String::new(),
            place.text("tt:country").to_owned(),
        );
    }
    if draft.places.is_empty() {
        let mut cities = Vec::new();
        item.below("tt:city", &mut cities);
        let mut countries = Vec::new();
        item.below("tt:country", &mut countries);
        let text = |nodes: &[&Node]| {
            nodes
                .first()
                .map_or_else(String::new, |node| node.text.trim().to_owned())
        };
        draft.parts(text(&cities), String::new(), text(&countries));
    }
    draft.tell(item.text("description"));
    draft
}

/// "…/jobs/6882192-baker" has its number in its address.
fn last_number(url: &str) -> Option<String> {
    let segment = url.split(['?', '#']).next()?.rsplit('/').next()?;
    let digits = segment.split('-').next()?;
    (digits.len() >= 3 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.to_owned())
}

fn first(texts: &[&str]) -> String {
    texts
        .iter()
        .find(|text| !text.is_empty())
        .map_or_else(String::new, |text| (*text).to_owned())
}
