//! SmartRecruiters: pages of a hundred without descriptions, and one answer for each posting.

use serde_json::Value;

use super::{Reader, holds_list, some};
use crate::loose::{self, count, first, flag, items, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

const LIMIT: usize = 100;

pub(crate) struct Smartrecruiters;

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let path = ["v1", "companies", board.word()?, "postings"];
    let mut url = board.url("https://api.smartrecruiters.com", &path)?;
    let offset = page as usize * LIMIT;
    url.set_query(Some(&format!("limit={LIMIT}&offset={offset}")));
    Ok(Request::list(url, page))
}

impl Reader for Smartrecruiters {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        if !holds_list(&root, "content") {
            return Page::lost("the answer holds no list of jobs");
        }
        let mut page = Page::default();
        let jobs = items(&root, "content");
        for job in some(jobs, &mut page) {
            let draft = draft(board, job);
            let path = [
                "v1",
                "companies",
                board.tenant.trim(),
                "postings",
                draft.id.as_str(),
            ];
            match board.url("https://api.smartrecruiters.com", &path) {
                Ok(url) if !draft.id.is_empty() => page.ask(Request::detail(url, draft)),
                _ => page.take(draft, board, answer),
            }
        }
        let read = (asked.page() as usize + 1) * LIMIT;
        let more = count(&root, "totalFound").is_some_and(|total| total > read as u64);
        if more && !jobs.is_empty() {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }

    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        let job = match loose::parse(answer.body) {
            Ok(job) => job,
            Err(why) => return Page::lost(why),
        };
        let mut page = Page::default();
        if flag(&job, "active") == Some(false) {
            return page;
        }
        let told = draft(board, &job);
        let mut draft = if told.title.is_empty() { listed } else { told };
        for part in [
            "companyDescription",
            "jobDescription",
            "qualifications",
            "additionalInformation",
        ] {
            let part = loose::at(&job, &format!("jobAd.sections.{part}"));
            draft.under(&text(part, "title"), &raw(part, "text"));
        }
        page.take(draft, board, answer);
        page
    }
}

fn draft(board: &Board, job: &Value) -> Draft {
    let id = first(job, &["id", "uuid"]);
    let mut draft = Draft {
        title: text(job, "name"),
        company: text(job, "company.name"),
        url: raw(job, "postingUrl"),
        apply_url: raw(job, "applyUrl"),
        posted: text(job, "releasedDate"),
        language: text(job, "language.code"),
        // The label says how much ("Full-time"), the id sometimes how long ("permanent").
        employment: vec![
            text(job, "typeOfEmployment.label"),
            text(job, "typeOfEmployment.id").replace(['-', '_'], " "),
        ],
        level: first(job, &["experienceLevel.label", "experienceLevel.id"]),
        department: text(job, "department"),
        reference: text(job, "refNumber"),
        ..Draft::default()
    };
    if draft.url.is_empty() && !id.is_empty() {
        draft.url = format!(
            "https://jobs.smartrecruiters.com/{}/{id}",
            board.tenant.trim()
        );
    }
    draft.id = id;
    let place = |part: &str| text(job, &format!("location.{part}"));
    draft.parts(place("city"), place("region"), place("country"));
    if draft.places.is_empty() {
        draft.line(place("fullLocation"));
    }
    draft.remote = match (flag(job, "location.remote"), flag(job, "location.hybrid")) {
        (_, Some(true)) => "hybrid",
        (Some(true), _) => "remote",
        (Some(false), Some(false)) => "onsite",
        _ => "",
    }
    .to_owned();
    draft
}
