//! Adzuna: with a key, one country at a time, pages of fifty; descriptions are only the beginning.

use super::{Reader, full, list};
use crate::loose::{first, flag, items, number, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

const LIMIT: usize = 50;
/// Pages of one gathering, the newest first: four countries a day stay below the calls that are let through.
const PAGES: u32 = 30;

/// The countries it has, with what money is there.
const COUNTRIES: &[(&str, &str)] = &[
    ("at", "EUR"),
    ("au", "AUD"),
    ("be", "EUR"),
    ("br", "BRL"),
    ("ca", "CAD"),
    ("ch", "CHF"),
    ("de", "EUR"),
    ("es", "EUR"),
    ("fr", "EUR"),
    ("gb", "GBP"),
    ("in", "INR"),
    ("it", "EUR"),
    ("mx", "MXN"),
    ("nl", "EUR"),
    ("nz", "NZD"),
    ("pl", "PLN"),
    ("sg", "SGD"),
    ("us", "USD"),
    ("za", "ZAR"),
];

pub(crate) struct Adzuna;

fn country(board: &Board) -> Result<(&'static str, &'static str), BoardError> {
    let tenant = board.tenant.trim().to_ascii_lowercase();
    COUNTRIES
        .iter()
        .copied()
        .find(|(code, _)| *code == tenant)
        .ok_or(BoardError::Tenant)
}

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let key = board.key.as_ref().ok_or(BoardError::NoKey)?;
    let (country, _) = country(board)?;
    let number = (page + 1).to_string();
    let path = ["v1", "api", "jobs", country, "search", number.as_str()];
    let mut url = board.url("https://api.adzuna.com", &path)?;
    {
        let mut query = url.query_pairs_mut();
        query.append_pair("app_id", &key.name);
        query.append_pair("app_key", &key.secret);
        query.append_pair("results_per_page", &LIMIT.to_string());
        query.append_pair("sort_by", "date");
        for (name, value) in [
            ("what", board.wanted.words.trim()),
            ("where", board.wanted.place.trim()),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if let Some(days) = board.wanted.days {
            query.append_pair("max_days_old", &days.to_string());
        }
    }
    Ok(Request::list(url, page))
}

impl Reader for Adzuna {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let (country, currency) = country(board).unwrap_or_default();
        let mut page = list(board, answer, "results", |job| {
            let mut draft = Draft {
                id: text(job, "id"),
                title: text(job, "title"),
                company: text(job, "company.display_name"),
                url: raw(job, "redirect_url"),
                posted: text(job, "created"),
                employment: vec![
                    text(job, "contract_time").replace('_', " "),
                    text(job, "contract_type"),
                ],
                department: text(job, "category"),
                ..Draft::default()
            };
            // Its areas go from the country down; the last is the town.
            let areas = items(job, "location.area")
                .iter()
                .filter_map(|area| area.as_str())
                .collect::<Vec<_>>();
            match areas.as_slice() {
                [_, region, .., city] => {
                    draft.parts((*city).to_owned(), (*region).to_owned(), country.to_owned())
                }
                [_, region] => draft.parts(String::new(), (*region).to_owned(), country.to_owned()),
                [_] => draft.parts(String::new(), String::new(), country.to_owned()),
                [] => draft.line(first(job, &["location.display_name"])),
            }
            draft.tell(&raw(job, "description"));
            // Pay that Adzuna itself predicts is nobody's word.
            if flag(job, "salary_is_predicted") != Some(true) {
                draft.pay.min = number(job, "salary_min");
                draft.pay.max = number(job, "salary_max");
                draft.pay.silent_currency = currency;
                draft.pay.silent_period = "year";
            }
            Some(draft)
        });
        if full(page.count(), LIMIT) && asked.page() + 1 < PAGES {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }
}
