//! A page with `JobPosting` data of schema.org: one posting or several, or a list of addresses of such pages.

use foothold_core::page::{JobSource, PageSnapshot};
use foothold_core::posting::{self, JobPosting, values};
use serde_json::Value;
use url::Url;

use super::Reader;
use crate::draft::DraftPlace;
use crate::loose::{self, clip};
use crate::{Answer, Board, BoardError, Draft, Page, Request, when};

pub(crate) struct CareersPage;

impl Reader for CareersPage {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let own = Url::parse(board.tenant.trim()).map_err(|_| BoardError::Address)?;
        if !matches!(own.scheme(), "http" | "https") {
            return Err(BoardError::Address);
        }
        let url = match &board.base {
            Some(_) => board.url(
                own.as_str(),
                &own.path_segments()
                    .map(|s| s.filter(|s| !s.is_empty()).collect::<Vec<_>>())
                    .unwrap_or_default(),
            )?,
            None => own,
        };
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let html = match loose::decode(answer.body) {
            Ok(html) => html,
            Err(why) => return Page::lost(why),
        };
        let found = scripts(&html);
        let mut page = Page::default();
        for draft in drafts(&found, &asked.url, &html, answer.at_ms) {
            page.take(draft, board, answer);
        }
        if page.count() == 0 {
            for url in listed(&found, &asked.url) {
                let draft = Draft {
                    id: url.clone(),
                    url: url.clone(),
                    ..Draft::default()
                };
                page.ask(Request::detail(url, draft));
            }
        }
        if page.count() == 0 {
            page.unread = Some("the page holds no data about jobs");
        }
        page
    }

    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        one(board, &listed, answer)
    }
}

/// The posting of a page that a list named.
pub(super) fn one(board: &Board, listed: &Draft, answer: &Answer<'_>) -> Page {
    let html = match loose::decode(answer.body) {
        Ok(html) => html,
        Err(why) => return Page::lost(why),
    };
    let found = scripts(&html);
    let mut page = Page::default();
    let mut drafts = drafts(&found, &listed.url, &html, answer.at_ms);
    if drafts.is_empty() {
        page.unread = Some("the page holds no data about jobs");
        return page;
    }
    let mut draft = drafts.swap_remove(0);
    draft.id.clone_from(&listed.id);
    draft.url.clone_from(&listed.url);
    page.take(draft, board, answer);
    page
}

/// Each posting of the scripts, read by the same rules as in a browser.
fn drafts(found: &[String], url: &str, html: &str, at_ms: i64) -> Vec<Draft> {
    let today = when::day_of(at_ms);
    let (title, lang) = (
        between(html, "<title", "</title").unwrap_or_default(),
        language(html),
    );
    values::postings_in(found)
        .into_iter()
        .filter_map(|(node, _)| {
            let snapshot = PageSnapshot {
                url: url.to_owned(),
                title: values::plain(title),
                lang: lang.clone(),
                top: true,
                job: JobSource {
                    json_ld: vec![node.to_string()],
                    ..JobSource::default()
                },
                ..PageSnapshot::default()
            };
            let read = posting::read(&snapshot, &today);
            let own = ["url", "@id"]
                .iter()
                .map(|key| loose::raw(&node, key))
                .find(|own| !own.is_empty() && !own.starts_with('#'))
                .and_then(|own| Url::parse(url).ok()?.join(&own).ok())
                .map_or_else(|| url.to_owned(), String::from);
            draft(read, &own, &node)
        })
        .collect()
}

fn draft(read: JobPosting, url: &str, node: &Value) -> Option<Draft> {
    let title = read.title.as_deref()?;
    let identifier = loose::first(node, &["identifier.value", "identifier"]);
    let id = if identifier.is_empty() {
        format!("{url}#{}", values::key(title))
    } else {
        identifier
    };
    draft_of(read, url, id)
}

/// What was read of a page, as a draft; `None` where it names no job.
pub(crate) fn draft_of(read: JobPosting, url: &str, id: String) -> Option<Draft> {
    let title = read.title?;
    let reference = read.reference.unwrap_or_default();
    let mut draft = Draft {
        id,
        title,
        company: read.company.unwrap_or_default(),
        url: url.to_owned(),
        remote: read.remote.unwrap_or_default(),
        remote_from: read.remote_from,
        employment: [
            read.employment_type,
            read.term.map(|term| format!("{term} contract")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        description: read.description.unwrap_or_default(),
        requirements: read.requirements,
        language: read.language.unwrap_or_default(),
        posted: read.posted.unwrap_or_default(),
        expires: read.valid_through.unwrap_or_default(),
        department: read.department.unwrap_or_default(),
        reference,
        ..Draft::default()
    };
    for line in read.locations {
        draft.places.push(match &read.country {
            Some(country) => DraftPlace::In {
                line,
                country: country.clone(),
            },
            None => DraftPlace::Line(line),
        });
    }
    if let Some(pay) = read.salary {
        draft.pay.min = pay.min;
        draft.pay.max = pay.max;
        draft.pay.currency = pay.currency;
        draft.pay.period = pay.period;
    }
    Some(draft)
}

/// The addresses that a list of items in the data names, on the same host.
fn listed(found: &[String], url: &str) -> Vec<String> {
    fn walk(value: &Value, depth: usize, out: &mut Vec<String>) {
        if depth > 12 || out.len() >= 500 {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, depth + 1, out)),
            Value::Object(map) => {
                if let Some(items) = map.get("itemListElement") {
                    for item in loose::items(items, "") {
                        let url = [
                            loose::raw(item, "url"),
                            loose::raw(item, "item.url"),
                            loose::raw(item, "item.@id"),
                        ];
                        out.extend(url.into_iter().find(|url| !url.is_empty()));
                    }
                }
                map.values().for_each(|value| walk(value, depth + 1, out));
            }
            _ => {}
        }
    }
    let mut addresses = Vec::new();
    for script in found {
        if let Ok(value) = serde_json::from_str::<Value>(script) {
            walk(&value, 0, &mut addresses);
        }
    }
    let Ok(base) = Url::parse(url) else {
        return Vec::new();
    };
    let mut kept = Vec::new();
    for address in addresses {
        if let Ok(found) = base.join(&address)
            && found.origin() == base.origin()
            && found.as_str() != base.as_str()
            && !kept.contains(&found.to_string())
        {
            kept.push(found.to_string());
        }
    }
    kept
}

/// The `application/ld+json` scripts of a page, at most twenty.
fn scripts(html: &str) -> Vec<String> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = lower[at..].find("<script") {
        let tag = at + start;
        let Some(open) = lower[tag..].find('>') else {
            break;
        };
        let body = tag + open + 1;
        let end = lower[body..]
            .find("</script")
            .map_or(html.len(), |end| body + end);
        if lower[tag..body].contains("ld+json") && found.len() < 20 {
            found.push(html[body..end].to_owned());
        }
        at = end.max(body);
    }
    found
}

fn between<'h>(html: &'h str, open: &str, close: &str) -> Option<&'h str> {
    let head = clip(html, 200_000);
    let lower = head.to_ascii_lowercase();
    let start = lower.find(open)?;
    let start = start + lower[start..].find('>')? + 1;
    let end = start + lower[start..].find(close)?;
    head.get(start..end)
}

fn language(html: &str) -> String {
    let head = clip(html, 4_000).to_ascii_lowercase();
    head.find("<html")
        .and_then(|at| head[at..].find('>').map(|end| &head[at..at + end]))
        .and_then(|tag| tag.split("lang=").nth(1))
        .map(|value| value.trim_start_matches(['"', '\'']))
        .map(|value| {
            value
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect()
        })
        .unwrap_or_default()
}

/// The addresses of a page's own links that begin with a path.
pub(super) fn links(html: &str, url: &str, path: &str) -> Vec<String> {
    let Ok(base) = Url::parse(url) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for piece in html.split("href=").skip(1).take(20_000) {
        let quote = piece.chars().next().filter(|c| matches!(c, '"' | '\''));
        let Some(quote) = quote else { continue };
        let Some(address) = piece[1..].split(quote).next() else {
            continue;
        };
        if let Ok(link) = base.join(&address.replace("&amp;", "&"))
            && link.origin() == base.origin()
            && link
                .path()
                .strip_prefix(path)
                .is_some_and(|rest| !rest.is_empty() && !rest.contains('/'))
            && !found.contains(&link.to_string())
        {
            found.push(link.to_string());
        }
    }
    found
}
