//! Jobicy: one list of the newest remote jobs. Asks for its name, a link back and few calls.

use super::{Reader, list};
use crate::loose::{first, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Jobicy;

impl Reader for Jobicy {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url("https://jobicy.com", &["api", "v2", "remote-jobs"])?;
        {
            let mut query = url.query_pairs_mut();
            query.append_pair("count", "100");
            for (name, value) in [
                ("geo", board.tenant.trim()),
                ("tag", board.wanted.words.trim()),
            ] {
                if !value.is_empty() {
                    query.append_pair(name, value);
                }
            }
        }
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, _asked: &Request, answer: &Answer<'_>) -> Page {
        list(board, answer, "jobs", |job| {
            let mut draft = Draft {
                id: first(job, &["id", "jobSlug"]),
                title: text(job, "jobTitle"),
                company: text(job, "companyName"),
                url: raw(job, "url"),
                posted: text(job, "pubDate"),
                employment: texts(job, "jobType"),
                level: text(job, "jobLevel"),
                department: text(job, "jobIndustry"),
                remote: "remote".to_owned(),
                ..Draft::default()
            };
            for place in text(job, "jobGeo").split(',').map(str::trim) {
                if !place.eq_ignore_ascii_case("anywhere") {
                    draft.line(place);
                }
                draft.remote_from.push(place.to_owned());
            }
            let whole = raw(job, "jobDescription");
            draft.tell(&if whole.is_empty() {
                raw(job, "jobExcerpt")
            } else {
                whole
            });
            draft.pay.min = number(job, "salaryMin").or_else(|| number(job, "annualSalaryMin"));
            draft.pay.max = number(job, "salaryMax").or_else(|| number(job, "annualSalaryMax"));
            draft.pay.currency = text(job, "salaryCurrency");
            draft.pay.period = text(job, "salaryPeriod");
            draft.pay.silent_period = "year";
            Some(draft)
        })
    }
}
