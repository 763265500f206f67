//! Workday's career sites: a POST for each page of twenty, one answer for each posting. Its total and its paging do not
//! always agree, so a page that brings nothing ends the list.

use serde_json::json;

use super::{Reader, holds_list, some};
use crate::loose::{self, count, first, items, raw, text, texts};
use crate::{Answer, Board, BoardError, Draft, Page, Posting, Request};

const LIMIT: u64 = 20;

pub(crate) struct Workday;

/// Host and path of the board's interface: tenant `name.wdN/site`.
fn base(board: &Board, more: &[&str]) -> Result<url::Url, BoardError> {
    let (host, site) = board.tenant.split_once('/').ok_or(BoardError::Tenant)?;
    let (name, _) = host.split_once('.').ok_or(BoardError::Tenant)?;
    let plain = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    if !plain(host) || !plain(site) || site.starts_with('.') {
        return Err(BoardError::Tenant);
    }
    let own = format!("https://{host}.myworkdayjobs.com");
    let mut path = vec!["wday", "cxs", name, site];
    path.extend(more);
    board.url(&own, &path)
}

fn ask(board: &Board, page: u32) -> Result<Request, BoardError> {
    let mut request = Request::list(base(board, &["jobs"])?, page);
    let offset = u64::from(page) * LIMIT;
    let body = json!({"limit": LIMIT, "offset": offset, "searchText": board.wanted.words, "appliedFacets": {}});
    request.body = Some(body.to_string());
    Ok(request)
}

impl Reader for Workday {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        ask(board, 0)
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        if !holds_list(&root, "jobPostings") {
            return Page::lost("the answer holds no list of jobs");
        }
        let mut page = Page::default();
        let jobs = items(&root, "jobPostings");
        for job in some(jobs, &mut page) {
            let path = raw(job, "externalPath");
            let segments = path
                .split('/')
                .filter(|segment| !segment.is_empty() && !matches!(*segment, "." | ".."))
                .collect::<Vec<_>>();
            let mut draft = Draft {
                id: segments.last().map_or_else(String::new, |last| id_of(last)),
                title: text(job, "title"),
                posted: text(job, "postedOn"),
                remote: text(job, "remoteType"),
                url: public(board, &segments),
                ..Draft::default()
            };
            // The number of the job stands in its address, too; other bullets are places and days.
            if let Some(number) = texts(job, "bulletFields").into_iter().find(|bullet| {
                bullet.contains(|c: char| c.is_ascii_digit()) && path.contains(bullet.as_str())
            }) {
                draft.reference = number;
            }
            let place = text(job, "locationsText");
            // "3 Locations" is a count.
            if !place.starts_with(|c: char| c.is_ascii_digit()) {
                draft.line(place);
            }
            match base(board, &segments) {
                Ok(url) if !segments.is_empty() => page.ask(Request::detail(url, draft)),
                _ => page.take(draft, board, answer),
            }
        }
        let read = (u64::from(asked.page()) + 1) * LIMIT;
        // Later pages often say that there are none at all.
        let more = asked.page() > 0 || count(&root, "total").is_none_or(|total| total > read);
        if more && jobs.len() as u64 >= LIMIT {
            page.next = ask(board, asked.page() + 1).ok();
        }
        page
    }

    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        let job = loose::at(&root, "jobPostingInfo");
        let mut draft = listed;
        let keep = |own: &mut String, told: String| {
            if !told.is_empty() {
                *own = told;
            }
        };
        keep(&mut draft.title, text(job, "title"));
        keep(&mut draft.url, raw(job, "externalUrl"));
        keep(&mut draft.posted, first(job, &["startDate", "postedOn"]));
        keep(&mut draft.remote, text(job, "remoteType"));
        draft.expires = text(job, "endDate");
        keep(&mut draft.reference, text(job, "jobReqId"));
        draft.employment = vec![text(job, "timeType"), text(job, "workerSubType")];
        draft.company = employer(&text(&root, "hiringOrganization"));
        let places = std::iter::once(text(job, "location"))
            .chain(texts(job, "additionalLocations"))
            .filter(|place| !place.is_empty())
            .collect::<Vec<_>>();
        if !places.is_empty() {
            draft.places.clear();
        }
        // Some name it in a field of its own, most describe it.
        let country = [
            "country",
            "country.descriptor",
            "jobRequisitionLocation.country.descriptor",
        ]
        .iter()
        .map(|path| text(job, path))
        .find(|country| foothold_core::posting::values::country(country).is_some())
        .unwrap_or_default();
        for place in places {
            // "Ghent Bakery" in Belgium: the country is told beside it.
            let named = foothold_core::posting::values::places(&place);
            if !country.is_empty()
                && named.iter().all(|place| place.country.is_none())
                && named.len() == 1
            {
                draft.line(format!("{place}, {country}"));
            } else {
                draft.line(place);
            }
        }
        draft.tell(&raw(job, "jobDescription"));
        let mut page = Page::default();
        page.take(draft, board, answer);
        page
    }
}

/// How to ask for a posting that is known, by the address of its page for people: `…/site/job/…`, perhaps with a language
/// before the site.
pub(crate) fn detail(board: &Board, posting: &Posting) -> Option<Request> {
    let (_, site) = board.tenant.split_once('/')?;
    let page = url::Url::parse(&posting.url).ok()?;
    let segments = page.path_segments()?.filter(|s| !s.is_empty());
    let segments = segments.collect::<Vec<_>>();
    let own = segments.iter().position(|segment| *segment == site)? + 1;
    let path = segments.get(own..).filter(|path| !path.is_empty())?;
    let mut url = base(board, &[]).ok()?;
    // As it is written in the address: what is encoded there stays so.
    url.set_path(&format!("{}/{}", url.path(), path.join("/")));
    let draft = Draft {
        id: posting.id.clone(),
        title: posting.title.clone(),
        url: posting.url.clone(),
        ..Draft::default()
    };
    Some(Request::detail(url, draft))
}

/// The last part of the path ends in the number of the job: "Baker_R-1234-1".
fn id_of(segment: &str) -> String {
    segment
        .rsplit_once('_')
        .map_or(segment, |(_, id)| id)
        .to_owned()
}

/// The posting's page for people.
fn public(board: &Board, segments: &[&str]) -> String {
    let Some((host, site)) = board.tenant.split_once('/') else {
        return String::new();
    };
    let own = format!("https://{host}.myworkdayjobs.com");
    let mut path = vec![site];
    path.extend(segments);
    board
        .url(&own, &path)
        .map_or_else(|_| String::new(), |url| url.to_string())
}

/// "US12345-CRUMB Crumb Inc." carries the code of a legal entity.
fn employer(text: &str) -> String {
    let Some((code, name)) = text.split_once(' ') else {
        return text.to_owned();
    };
    let coded = code.chars().any(|c| c.is_ascii_digit())
        && code
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '_'));
    if coded {
        name.trim_start_matches(['-', ' ']).to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{employer, id_of};

    #[test]
    fn codes_and_numbers() {
        assert_eq!(employer("US12345-CRUMB Crumb Inc."), "Crumb Inc.");
        assert_eq!(employer("0042 - Crumb GmbH"), "Crumb GmbH");
        assert_eq!(employer("Crumb Inc."), "Crumb Inc.");
        assert_eq!(id_of("Night-Baker_R-1234-1"), "R-1234-1");
    }
}
