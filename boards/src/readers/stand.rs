//! The local stand-in for job boards: its index links to the jobs, each job's page carries its data.

use url::Url;

use super::{Reader, page};
use crate::loose;
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Stand;

impl Reader for Stand {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url(board.tenant.trim(), &[])?;
        if url.path().is_empty() {
            url.set_path("/");
        }
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let _ = board;
        let html = match loose::decode(answer.body) {
            Ok(html) => html,
            Err(why) => return Page::lost(why),
        };
        if !html.contains("<html") {
            return Page::lost("the answer is not a page");
        }
        let mut found = Page::default();
        for url in page::links(&html, &asked.url, "/jobs/") {
            let id = Url::parse(&url)
                .ok()
                .and_then(|url| url.path_segments()?.next_back().map(str::to_owned))
                .unwrap_or_default();
            let draft = Draft {
                id,
                url: url.clone(),
                ..Draft::default()
            };
            found.ask(Request::detail(url, draft));
        }
        found
    }

    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        page::one(board, &listed, answer)
    }
}
