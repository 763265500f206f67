//! Ashby: one list, everything in it. The way of working beats the flag; what is not listed is not offered.

use serde_json::Value;

use super::{Reader, list};
use crate::loose::{first, flag, items, number, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Ashby;

impl Reader for Ashby {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let path = ["posting-api", "job-board", board.word()?];
        let mut url = board.url("https://api.ashbyhq.com", &path)?;
        url.set_query(Some("includeCompensation=true"));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "jobs", |job| {
            if flag(job, "isListed") == Some(false) {
                return None;
            }
            let mut draft = Draft {
                id: first(job, &["id", "jobUrl"]),
                title: text(job, "title"),
                url: raw(job, "jobUrl"),
                apply_url: raw(job, "applyUrl"),
                posted: text(job, "publishedAt"),
                updated: text(job, "updatedAt"),
                employment: vec![spaced(&text(job, "employmentType"))],
                department: first(job, &["department", "team"]),
                remote: spaced(&text(job, "workplaceType")),
                ..Draft::default()
            };
            if draft.remote.is_empty() && flag(job, "isRemote") == Some(true) {
                draft.remote = "remote".to_owned();
            }
            place(job, &mut draft);
            for other in items(job, "secondaryLocations").iter().take(40) {
                place(other, &mut draft);
            }
            let html = raw(job, "descriptionHtml");
            draft.tell(&if html.is_empty() {
                raw(job, "descriptionPlain")
            } else {
                html
            });
            // The description often names the pay even where the board does not show it by itself.
            if flag(job, "shouldDisplayCompensationOnJobPostings") != Some(false) {
                pay(job, &mut draft);
            }
            Some(draft)
        })
    }
}

/// By its address; the line is the board's own name for it ("HQ") where the address says where that is.
fn place(job: &Value, draft: &mut Draft) {
    let part = |name: &str| text(job, &format!("address.postalAddress.{name}"));
    let (city, region, country) = (
        part("addressLocality"),
        part("addressRegion"),
        part("addressCountry"),
    );
    if city.is_empty() && region.is_empty() {
        let line = text(job, "location");
        draft.line(if line.is_empty() { country } else { line });
    } else {
        draft.parts(city, region, country);
    }
}

fn pay(job: &Value, draft: &mut Draft) {
    let summary = items(job, "compensation.summaryComponents")
        .iter()
        .chain(
            items(job, "compensation.compensationTiers")
                .iter()
                .flat_map(|tier| items(tier, "components")),
        )
        .find(|part| text(part, "compensationType").eq_ignore_ascii_case("salary"));
    if let Some(part) = summary {
        draft.pay.min = number(part, "minValue");
        draft.pay.max = number(part, "maxValue");
        draft.pay.currency = text(part, "currencyCode");
        draft.pay.period = spaced(&text(part, "interval"));
    }
    draft.pay.words = first(
        job,
        &[
            "compensation.scrapeableCompensationSalarySummary",
            "compensation.compensationTierSummary",
        ],
    );
}

/// "FullTime" as "Full Time".
pub(super) fn spaced(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 4);
    let mut low = false;
    for c in word.chars() {
        if c.is_uppercase() && low {
            out.push(' ');
        }
        low = c.is_lowercase();
        out.push(if c == '_' { ' ' } else { c });
    }
    out
}
