//! USAJOBS, the jobs of the United States' government: with a key, and the e-mail address of who asks.

use super::{Reader, list};
use crate::loose::{self, count, first, flag, items, number, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

const LIMIT: u64 = 250;

pub(crate) struct Usajobs;

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let key = board.key.as_ref().ok_or(BoardError::NoKey)?;
    let mut url = board.url("https://data.usajobs.gov", &["api", "search"])?;
    {
        let mut query = url.query_pairs_mut();
        query.append_pair("ResultsPerPage", &LIMIT.to_string());
        query.append_pair("Page", &(page + 1).to_string());
        query.append_pair("Fields", "Full");
        if !board.wanted.words.trim().is_empty() {
            query.append_pair("Keyword", board.wanted.words.trim());
        }
        if !board.wanted.place.trim().is_empty() {
            query.append_pair("LocationName", board.wanted.place.trim());
        }
        if let Some(days) = board.wanted.days {
            query.append_pair("DatePosted", &days.min(60).to_string());
        }
    }
    let mut request = Request::list(url, page);
    request.headers = vec![
        ("user-agent", key.name.clone()),
        ("authorization-key", key.secret.clone()),
    ];
    Ok(request)
}

impl Reader for Usajobs {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let mut page = list(board, answer, "SearchResult.SearchResultItems", |item| {
            let job = loose::at(item, "MatchedObjectDescriptor");
            let details = loose::at(job, "UserArea.Details");
            let mut draft = Draft {
                id: first(
                    item,
                    &["MatchedObjectId", "MatchedObjectDescriptor.PositionID"],
                ),
                title: text(job, "PositionTitle"),
                company: first(job, &["OrganizationName", "DepartmentName"]),
                url: raw(job, "PositionURI"),
                apply_url: raw(job, "ApplyURI"),
                posted: text(job, "PublicationStartDate"),
                expires: text(job, "ApplicationCloseDate"),
                reference: text(job, "PositionID"),
                department: text(job, "DepartmentName"),
                language: "en".to_owned(),
                ..Draft::default()
            };
            for list in ["PositionSchedule", "PositionOfferingType"] {
                draft.employment.extend(
                    items(job, list)
                        .iter()
                        .take(4)
                        .map(|kind| text(kind, "Name")),
                );
            }
            if draft.apply_url.is_empty() {
                draft.apply_url = items(job, "ApplyURI")
                    .first()
                    .map_or_else(String::new, |uri| raw(uri, ""));
            }
            for place in items(job, "PositionLocation").iter().take(30) {
                let city = text(place, "CityName");
                // "Tulsa, Oklahoma" comes as the city.
                match city.split_once(',') {
                    Some((city, region)) => draft.parts(
                        city.to_owned(),
                        region.trim().to_owned(),
                        text(place, "CountryCode"),
                    ),
                    None => draft.parts(
                        city,
                        text(place, "CountrySubDivisionCode"),
                        text(place, "CountryCode"),
                    ),
                }
            }
            if draft.places.is_empty() {
                draft.line(text(job, "PositionLocationDisplay"));
            }
            draft.remote = match (
                flag(details, "RemoteIndicator"),
                flag(details, "TeleworkEligible"),
            ) {
                (Some(true), _) => "remote",
                (_, Some(true)) => "hybrid",
                _ => "",
            }
            .to_owned();
            draft.tell(&raw(details, "JobSummary"));
            let duties = texts(details, "MajorDuties");
            if !duties.is_empty() {
                let rows = duties
                    .iter()
                    .map(|duty| format!("<li>{}</li>", escaped(duty)))
                    .collect::<String>();
                draft.under("Duties", &format!("<ul>{rows}</ul>"));
            }
            draft.under("Requirements", &raw(details, "Requirements"));
            draft.under("Qualifications", &raw(job, "QualificationSummary"));
            draft.under("Education", &raw(details, "Education"));
            if let Some(pay) = items(job, "PositionRemuneration").first() {
                draft.pay.min = number(pay, "MinimumRange");
                draft.pay.max = number(pay, "MaximumRange");
                draft.pay.silent_currency = "USD";
                draft.pay.period = match text(pay, "RateIntervalCode").as_str() {
                    "PA" => "year".to_owned(),
                    "PM" => "month".to_owned(),
                    "BW" => String::new(),
                    "PW" => "week".to_owned(),
                    "PD" => "day".to_owned(),
                    "PH" => "hour".to_owned(),
                    other => other.to_owned(),
                };
            }
            Some(draft)
        });
        let total = loose::parse(answer.body)
            .ok()
            .and_then(|root| count(&root, "SearchResult.SearchResultCountAll"))
            .unwrap_or_default();
        if page.count() > 0 && (u64::from(asked.page()) + 1) * LIMIT < total {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
