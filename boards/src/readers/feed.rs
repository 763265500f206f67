//! RSS and Atom feeds, with the names for companies and places that job feeds add to them.

use url::Url;

use super::Reader;
use crate::xml::{self, Node};
use crate::{Answer, Board, BoardError, Draft, Page, Request};

pub(crate) struct Feed;

impl Reader for Feed {
    fn first(&self, board: &Board) -> Result<Request, BoardError> {
        let own = board.tenant.trim();
        let url = match &board.base {
            Some(_) => board.url(own, &[])?,
            None => Url::parse(own).map_err(|_| BoardError::Address)?,
        };
        if !matches!(url.scheme(), "http" | "https") {
            return Err(BoardError::Address);
        }
        Ok(Request::list(url, 0))
    }

    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
        let root = match xml::parse(answer.body) {
            Ok(root) => root,
            Err(why) => return Page::lost(why),
        };
        let mut found = Vec::new();
        match root.name.as_str() {
            "rss" | "rdf:RDF" => root.below("item", &mut found),
            "feed" => root.below("entry", &mut found),
            _ => return Page::lost("the answer is not a feed"),
        }
        let mut page = Page {
            cut: found.len() > crate::MAX_POSTINGS,
            ..Page::default()
        };
        let base = Url::parse(&asked.url).ok();
        for item in found.into_iter().take(crate::MAX_POSTINGS) {
            page.take(draft(item, base.as_ref()), board, answer);
        }
        page.next = next(&root, base.as_ref(), asked.page());
        page
    }
}

fn draft(item: &Node, base: Option<&Url>) -> Draft {
    let text = |names: &[&str]| {
        names
            .iter()
            .map(|name| item.text(name))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .to_owned()
    };
    let link = text(&["link"]);
    let link = if link.is_empty() {
        atom_link(item)
    } else {
        link
    };
    let url = base
        .and_then(|base| base.join(&link).ok())
        .map_or_else(|| link.clone(), String::from);
    let guid = text(&["guid", "id"]);
    let mut draft = Draft {
        id: if guid.is_empty() { url.clone() } else { guid },
        title: text(&["title"]),
        company: text(&[
            "company",
            "companyName",
            "company_name",
            "employer",
            "job_listing:company",
            "hiringOrganization",
        ]),
        url,
        posted: text(&["pubDate", "published", "dc:date", "date", "updated"]),
        updated: text(&["updated"]),
        expires: text(&[
            "expires",
            "expires_at",
            "expiration_date",
            "expirationDate",
            "expiryDate",
            "validThrough",
            "valid_until",
            "closing_date",
            "closingDate",
            "job_listing:expires",
        ]),
        employment: vec![text(&[
            "type",
            "jobtype",
            "job_type",
            "employmentType",
            "job_listing:job_type",
        ])],
        remote: text(&["remote", "remoteStatus", "workplace_type"]),
        skills: item
            .all("category")
            .map(|node| node.text.trim().to_owned())
            .collect(),
        ..Draft::default()
    };
    if draft.company.is_empty()
        && let Some((title, company)) = apart(&draft.title)
    {
        (draft.title, draft.company) = (title, company);
    }
    let (city, region, country) = (text(&["city"]), text(&["state"]), text(&["country"]));
    let place = text(&["location", "job_listing:location", "region", "jobLocation"]);
    if city.is_empty() && !place.is_empty() {
        draft.line(place);
    } else {
        draft.parts(city, region, country);
    }
    draft.pay.words = text(&["salary", "job_listing:salary", "compensation"]);
    draft.tell(&text(&[
        "content:encoded",
        "description",
        "content",
        "summary",
    ]));
    draft
}

/// "Night Baker at Crumb" by its two parts.
fn apart(title: &str) -> Option<(String, String)> {
    let (role, company) = title.rsplit_once(" at ")?;
    let named = company.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (named && company.len() <= 80 && !role.trim().is_empty())
        .then(|| (role.trim().to_owned(), company.trim().to_owned()))
}

fn atom_link(item: &Node) -> String {
    let links = item.all("link").collect::<Vec<_>>();
    links
        .iter()
        .find(|link| matches!(link.attribute("rel"), "" | "alternate"))
        .or(links.first())
        .map_or_else(String::new, |link| link.attribute("href").to_owned())
}

/// The feed's next page, on the same host only.
fn next(root: &Node, base: Option<&Url>, page: u32) -> Option<Request> {
    let base = base?;
    let mut links = Vec::new();
    for name in ["link", "atom:link"] {
        root.below(name, &mut links);
    }
    let href = links
        .iter()
        .find(|link| link.attribute("rel") == "next")?
        .attribute("href");
    let url = base.join(href).ok()?;
    (url.origin() == base.origin() && url != *base).then(|| Request::list(url, page + 1))
}
