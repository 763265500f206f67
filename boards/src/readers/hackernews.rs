//! "Who is hiring?" on Hacker News: the newest thread is looked up, then read. One comment is one posting; its first line
//! goes by the thread's own custom: Company | Role | Location | REMOTE | …

use foothold_core::posting::values;
use serde_json::Value;

use super::{Reader, list};
use crate::loose::{self, clip, items, plain, raw, text};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Hackernews;

impl Reader for Hackernews {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let mut url = board.url("https://hn.algolia.com", &["api", "v1", "search_by_date"])?;
        url.set_query(Some("tags=story,author_whoishiring&hitsPerPage=5"));
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        if asked.page() > 0 {
            return list(board, answer, "children", comment);
        }
        let root = match loose::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        let thread = items(&root, "hits").iter().find_map(|hit| {
            let hiring = text(hit, "title")
                .to_ascii_lowercase()
                .contains("who is hiring");
            let id = text(hit, "objectID");
            (hiring && !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit())).then_some(id)
        });
        let Some(thread) = thread else {
            return Page::lost("the newest threads are about something else");
        };
        Page {
            next: board
                .url(
                    "https://hn.algolia.com",
                    &["api", "v1", "items", thread.as_str()],
                )
                .ok()
                .map(|url| Request::list(url, 1)),
            ..Page::default()
        }
    }
}

/// One comment; deleted ones and answers to nobody are none.
fn comment(item: &Value) -> Option<Draft> {
    let html = raw(item, "text");
    let id = text(item, "id");
    if html.trim().is_empty() {
        return None;
    }
    let head = html.split("<p>").next().unwrap_or(&html);
    let head = plain(clip(head, 1_500));
    if !head.contains('|') {
        // Talk, not a posting.
        return None;
    }
    let mut draft = Draft {
        url: format!("https://news.ycombinator.com/item?id={id}"),
        posted: text(item, "created_at"),
        id,
        ..Draft::default()
    };
    let mut parts = head
        .split('|')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    draft.company = parts.next().map(employer).unwrap_or_default();
    for part in parts {
        sort(part, &mut draft);
    }
    draft.tell(&html);
    Some(draft)
}

/// Puts one part of the first line where it belongs.
fn sort(part: &str, draft: &mut Draft) {
    let address = part.contains("://")
        || part.starts_with("www.")
        || (part.contains('.') && !part.contains(' '));
    let folded = values::fold(part);
    if address || folded.contains("visa") {
        return;
    }
    if values::pay(part, None, "")
        .is_some_and(|pay| pay.min.or(pay.max).is_some_and(|sum| sum >= 10.0))
        && part.contains(|c: char| c.is_ascii_digit())
    {
        draft.pay.words = part.to_owned();
        return;
    }
    let places = values::places(part);
    let placed = places.iter().any(|place| {
        place.country.is_some()
            || place.city.as_deref().is_some_and(|city| {
                let code = place.region.as_deref().is_some_and(|region| {
                    region.len() <= 3 && region.chars().all(char::is_uppercase)
                });
                (city == place.text || code) && !is_role(&folded)
            })
    });
    let way = values::remote(part).filter(|_| !is_role(&folded));
    if let Some(way) = way {
        if draft.remote.is_empty() {
            draft.remote = way.to_owned();
        } else if draft.remote != way {
            // "Remote or onsite" offers both.
            draft.remote = "hybrid".to_owned();
        }
        if places.iter().any(|place| place.country.is_some()) {
            draft.line(part);
        } else if way == "remote"
            && let Some(country) = only_from(part)
        {
            draft.remote_from.push(country);
        }
        return;
    }
    if !is_role(&folded)
        && let Some(kind) = values::employment(part)
    {
        draft.employment.push(kind.replace('_', " "));
        return;
    }
    if draft.title.is_empty() && (is_role(&folded) || !placed) {
        draft.title = part.to_owned();
    } else if placed && !is_role(&folded) {
        draft.line(part);
    }
}

/// The country of "REMOTE (US only)".
fn only_from(part: &str) -> Option<String> {
    let rest = values::without_ways(part);
    let words = rest
        .split(|c: char| !c.is_alphanumeric() && c != ' ')
        .flat_map(str::split_whitespace)
        .filter(|word| !["only", "based", "within", "in"].contains(&word.to_lowercase().as_str()))
        .collect::<Vec<_>>()
        .join(" ");
    values::country(&words).map(str::to_owned)
}

/// Words that name what a person does.
fn is_role(folded: &str) -> bool {
    const ROLES: &[&str] = &[
        "engineer",
        "engineers",
        "engineering",
        "developer",
        "developers",
        "designer",
        "designers",
        "manager",
        "scientist",
        "scientists",
        "analyst",
        "architect",
        "lead",
        "head",
        "director",
        "roles",
        "positions",
        "researcher",
        "researchers",
        "devops",
        "sre",
        "cto",
        "intern",
        "interns",
        "product",
        "marketing",
        "sales",
        "support",
        "fullstack",
        "backend",
        "frontend",
        "data",
        "machine",
        "founding",
        "programmer",
        "writer",
        "recruiter",
        "consultant",
        "administrator",
        "technician",
        "operations",
        "swe",
        "staff",
        "senior",
        "junior",
        "officer",
        "specialist",
        "nurse",
        "teacher",
    ];
    folded.split(' ').any(|word| ROLES.contains(&word))
}

/// "Crumb (YC W21) (https://…)" as "Crumb".
fn employer(part: &str) -> String {
    let bare = part.split(['(', '[']).next().unwrap_or(part);
    let bare = bare.split("http").next().unwrap_or(bare).trim();
    let bare = bare.trim_end_matches(['-', '–', ':', ',']).trim();
    if bare.is_empty() {
        part.to_owned()
    } else {
        bare.to_owned()
    }
}
