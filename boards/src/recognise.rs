//! Which board an address belongs to: a careers page, a single posting, or the board's own interface.
//!
//! Host names of boards stand here and in their readers, as data.

use url::Url;

use crate::{Board, Source};

/// Segments that name a part of a site and no employer.
const PARTS: &[&str] = &[
    "",
    "jobs",
    "job",
    "careers",
    "career",
    "api",
    "v1",
    "v0",
    "embed",
    "j",
    "o",
    "p",
    "search",
    "login",
    "apply",
    "postings",
    "companies",
    "about",
    "privacy",
    "terms",
    "legal",
    "help",
    "support",
    "blog",
    "pricing",
    "www",
];

/// The board of an address. Addresses of no known board are feeds or pages of their own; `None` where it is no web
/// address at all.
#[must_use]
pub fn recognise(address: &str) -> Option<Board> {
    let address = address.trim();
    let spelled = if address.contains("://") {
        address.to_owned()
    } else if address.contains('@') {
        // An e-mail address.
        return None;
    } else {
        format!("https://{address}")
    };
    if spelled.len() > 2_000 {
        return None;
    }
    let mut url = Url::parse(&spelled).ok()?;
    let host = url.host_str()?.trim_end_matches('.').to_ascii_lowercase();
    if !matches!(url.scheme(), "http" | "https") || !(host.contains('.') || host == "localhost") {
        return None;
    }
    if let Some(board) = known(&url, &host) {
        return Some(board);
    }
    url.set_fragment(None);
    let _ = url.set_username("");
    let _ = url.set_password(None);
    let path = url.path().to_ascii_lowercase();
    let feed = [".rss", ".atom", ".xml", "/feed", "/rss", "/atom"]
        .iter()
        .any(|end| path.trim_end_matches('/').ends_with(end));
    let source = if feed { Source::Feed } else { Source::Page };
    Some(Board::new(source, url.to_string()))
}

/// The board that a careers page of an employer's own shows in a frame or loads by script, or links to most.
#[must_use]
pub fn recognise_in(html: &str) -> Option<Board> {
    let mut found: Vec<(Board, usize)> = Vec::new();
    let mut rest = html;
    let mut looked = 0;
    while let Some(at) = rest.find("//") {
        rest = &rest[at + 2..];
        let end = rest
            .find(|c: char| {
                c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | ')' | '`')
            })
            .unwrap_or(rest.len())
            .min(600);
        let end = rest.floor_char_boundary(end);
        let spelled = format!("https://{}", rest[..end].replace("&amp;", "&"));
        looked += 1;
        if looked > 20_000 {
            break;
        }
        let Ok(url) = Url::parse(&spelled) else {
            continue;
        };
        let Some(host) = url.host_str().map(str::to_owned) else {
            continue;
        };
        let Some(board) = known(&url, &host).filter(|board| !is_aggregator(board.source)) else {
            continue;
        };
        match found.iter_mut().find(|(other, _)| *other == board) {
            Some((_, count)) => *count += 1,
            None => found.push((board, 1)),
        }
    }
    // Of equals the first stands.
    found
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map(|(board, _)| board)
}

fn is_aggregator(source: Source) -> bool {
    crate::terms(source).attribution.is_some()
}

/// Hosts whose first path segment is the tenant, with what stands before it in addresses of the interface.
const BY_PATH: &[(&str, &[&str], Source)] = &[
    ("boards.greenhouse.io", &[], Source::Greenhouse),
    ("boards.eu.greenhouse.io", &[], Source::Greenhouse),
    ("job-boards.greenhouse.io", &[], Source::Greenhouse),
    ("job-boards.eu.greenhouse.io", &[], Source::Greenhouse),
    (
        "boards-api.greenhouse.io",
        &["v1", "boards"],
        Source::Greenhouse,
    ),
    ("api.greenhouse.io", &["v1", "boards"], Source::Greenhouse),
    ("jobs.lever.co", &[], Source::Lever),
    ("api.lever.co", &["v0", "postings"], Source::Lever),
    ("jobs.eu.lever.co", &[], Source::LeverEu),
    ("api.eu.lever.co", &["v0", "postings"], Source::LeverEu),
    ("jobs.ashbyhq.com", &[], Source::Ashby),
    (
        "api.ashbyhq.com",
        &["posting-api", "job-board"],
        Source::Ashby,
    ),
    ("jobs.smartrecruiters.com", &[], Source::Smartrecruiters),
    ("careers.smartrecruiters.com", &[], Source::Smartrecruiters),
    (
        "api.smartrecruiters.com",
        &["v1", "companies"],
        Source::Smartrecruiters,
    ),
    (
        "apply.workable.com",
        &["api", "v1", "widget", "accounts"],
        Source::Workable,
    ),
    ("apply.workable.com", &[], Source::Workable),
    ("ats.rippling.com", &[], Source::Rippling),
    (
        "api.rippling.com",
        &["platform", "api", "ats", "v1", "board"],
        Source::Rippling,
    ),
];

/// Hosts whose subdomain is the tenant.
const BY_SUBDOMAIN: &[(&str, Source)] = &[
    ("workable.com", Source::Workable),
    ("recruitee.com", Source::Recruitee),
    ("teamtailor.com", Source::Teamtailor),
    ("bamboohr.com", Source::Bamboohr),
    ("breezy.hr", Source::Breezy),
    ("pinpointhq.com", Source::Pinpoint),
];

/// Hosts that are one board.
const WHOLE: &[(&str, Source)] = &[
    ("remotive.com", Source::Remotive),
    ("remoteok.com", Source::Remoteok),
    ("remoteok.io", Source::Remoteok),
    ("arbeitnow.com", Source::Arbeitnow),
    ("themuse.com", Source::Themuse),
    ("jobicy.com", Source::Jobicy),
    ("news.ycombinator.com", Source::Hackernews),
    ("hn.algolia.com", Source::Hackernews),
    ("usajobs.gov", Source::Usajobs),
    ("data.usajobs.gov", Source::Usajobs),
];

/// Adzuna's hosts by country; the country is the tenant.
const ADZUNA: &[(&str, &str)] = &[
    ("adzuna.at", "at"),
    ("adzuna.be", "be"),
    ("adzuna.ca", "ca"),
    ("adzuna.ch", "ch"),
    ("adzuna.co.nz", "nz"),
    ("adzuna.co.uk", "gb"),
    ("adzuna.co.za", "za"),
    ("adzuna.com", "us"),
    ("adzuna.com.au", "au"),
    ("adzuna.com.br", "br"),
    ("adzuna.com.mx", "mx"),
    ("adzuna.de", "de"),
    ("adzuna.es", "es"),
    ("adzuna.fr", "fr"),
    ("adzuna.in", "in"),
    ("adzuna.it", "it"),
    ("adzuna.nl", "nl"),
    ("adzuna.pl", "pl"),
    ("adzuna.sg", "sg"),
];

fn known(url: &Url, host: &str) -> Option<Board> {
    let bare = host.strip_prefix("www.").unwrap_or(host);
    let segments = url
        .path_segments()
        .map(|segments| segments.map(decoded).collect::<Vec<_>>())
        .unwrap_or_default();
    if let Some(workday) = workday(host, &segments) {
        return Some(workday);
    }
    if let Some(personio) = personio(host) {
        return Some(personio);
    }
    for (known, before, source) in BY_PATH.iter().filter(|(known, ..)| *known == bare) {
        let _ = known;
        // Embedded forms and scripts name the board behind the question mark.
        if let Some((_, tenant)) = url.query_pairs().find(|(name, _)| name == "for")
            && *source == Source::Greenhouse
        {
            return tenant_of(*source, &tenant);
        }
        let begins =
            segments.len() > before.len() && before.iter().zip(&segments).all(|(a, b)| a == b);
        if !begins {
            continue;
        }
        let tenant = segments[before.len()..]
            .iter()
            .find(|segment| !is_locale(segment) || segments.len() == before.len() + 1)?;
        if before.is_empty() && PARTS.contains(&tenant.to_ascii_lowercase().as_str()) {
            return None;
        }
        return tenant_of(*source, tenant);
    }
    for (under, source) in BY_SUBDOMAIN {
        if let Some(tenant) = host
            .strip_suffix(under)
            .and_then(|head| head.strip_suffix('.'))
        {
            let own = !matches!(
                tenant,
                "www"
                    | "app"
                    | "api"
                    | "apply"
                    | "jobs"
                    | "help"
                    | "support"
                    | "blog"
                    | "status"
                    | "resources"
                    | "developers"
                    | "developer"
                    | "docs"
                    | "career"
                    | "careers"
                    | "hire"
                    | "na"
                    | "eu"
                    | "get"
                    | "partners"
                    | "go"
                    | "documentation"
            );
            // "bread.na.teamtailor.com" is a tenant on a regional host.
            let tenant = if tenant.contains('.') { host } else { tenant };
            return own.then(|| tenant_of(*source, tenant)).flatten();
        }
    }
    if let Some((_, country)) = ADZUNA.iter().find(|(known, _)| *known == bare) {
        return Some(Board::new(Source::Adzuna, *country));
    }
    WHOLE
        .iter()
        .find(|(known, _)| *known == bare)
        .map(|(_, source)| Board::new(*source, ""))
}

fn tenant_of(source: Source, tenant: &str) -> Option<Board> {
    let tenant = match source {
        // Its identifiers tell upper from lower case.
        Source::Smartrecruiters | Source::Ashby => tenant.to_owned(),
        _ => tenant.to_ascii_lowercase(),
    };
    let board = Board::new(source, tenant);
    board.word().is_ok().then_some(board)
}

/// `name.wd5.myworkdayjobs.com/en-US/Site/job/…` and `…/wday/cxs/name/Site/jobs`.
fn workday(host: &str, segments: &[String]) -> Option<Board> {
    let head = host.strip_suffix(".myworkdayjobs.com")?;
    let (name, pod) = head.split_once('.')?;
    let site = match segments {
        [wday, cxs, _, site, ..] if wday == "wday" && cxs == "cxs" => site,
        [locale, site, ..] if is_locale(locale) && !site.is_empty() => site,
        [site, ..] if !site.is_empty() && !is_locale(site) => site,
        _ => return None,
    };
    let plain = |text: &str| {
        text.chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    (plain(name) && plain(pod) && plain(site))
        .then(|| Board::new(Source::Workday, format!("{name}.{pod}/{site}")))
}

fn personio(host: &str) -> Option<Board> {
    if let Some(tenant) = host.strip_suffix(".jobs.personio.de") {
        return tenant_of(Source::Personio, tenant);
    }
    // Its other end is told by the whole host.
    host.strip_suffix(".jobs.personio.com")
        .and_then(|_| tenant_of(Source::Personio, host))
}

/// "en", "en-US", "de_DE".
fn is_locale(segment: &str) -> bool {
    let (tongue, region) = segment.split_once(['-', '_']).unwrap_or((segment, "US"));
    let letters = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_alphabetic());
    letters(tongue) && letters(region)
}

fn decoded(segment: &str) -> String {
    let bytes = segment.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = segment
            .get(at + 1..at + 3)
            .filter(|_| *byte == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(hex.unwrap_or(*byte));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, source: Source, tenant: &str) {
        let board = recognise(address).expect("a web address");
        assert_eq!(
            (board.source, board.tenant.as_str()),
            (source, tenant),
            "{address}"
        );
    }

    #[test]
    fn boards_by_their_addresses() {
        use Source::{
            Adzuna, Ashby, Bamboohr, Breezy, Feed, Greenhouse, Hackernews, Lever, LeverEu, Page,
            Personio, Pinpoint, Recruitee, Remotive, Rippling, Smartrecruiters, Teamtailor,
            Usajobs, Workable, Workday,
        };
        for (address, source, tenant) in [
            (
                "https://boards.greenhouse.io/Crumb/jobs/123?gh_jid=123",
                Greenhouse,
                "crumb",
            ),
            ("job-boards.eu.greenhouse.io/crumb", Greenhouse, "crumb"),
            (
                "https://boards.greenhouse.io/embed/job_app?for=crumb&token=9",
                Greenhouse,
                "crumb",
            ),
            (
                "https://boards-api.greenhouse.io/v1/boards/crumb/jobs",
                Greenhouse,
                "crumb",
            ),
            ("https://jobs.lever.co/crumb/0a1b/apply", Lever, "crumb"),
            ("https://jobs.eu.lever.co/crumb", LeverEu, "crumb"),
            (
                "https://jobs.ashbyhq.com/Crumb%20Crust/0a1b",
                Ashby,
                "Crumb Crust",
            ),
            (
                "https://careers.smartrecruiters.com/CrumbInc/",
                Smartrecruiters,
                "CrumbInc",
            ),
            (
                "https://apply.workable.com/crumb/j/ABC123/",
                Workable,
                "crumb",
            ),
            (
                "https://apply.workable.com/api/v1/widget/accounts/crumb",
                Workable,
                "crumb",
            ),
            ("https://crumb.workable.com", Workable, "crumb"),
            ("https://crumb.recruitee.com/o/baker", Recruitee, "crumb"),
            ("https://crumb.jobs.personio.de/job/1", Personio, "crumb"),
            (
                "https://crumb.jobs.personio.com/job/1",
                Personio,
                "crumb.jobs.personio.com",
            ),
            ("https://crumb.teamtailor.com/jobs", Teamtailor, "crumb"),
            (
                "https://crumb.na.teamtailor.com/jobs",
                Teamtailor,
                "crumb.na.teamtailor.com",
            ),
            (
                "https://crumb.wd5.myworkdayjobs.com/en-US/External_Site/job/x/y_R1",
                Workday,
                "crumb.wd5/External_Site",
            ),
            (
                "https://crumb.wd5.myworkdayjobs.com/wday/cxs/crumb/Ext/jobs",
                Workday,
                "crumb.wd5/Ext",
            ),
            (
                "https://ats.rippling.com/en-GB/crumb/jobs",
                Rippling,
                "crumb",
            ),
            ("https://crumb.bamboohr.com/careers/12", Bamboohr, "crumb"),
            ("https://crumb.breezy.hr/p/abc", Breezy, "crumb"),
            (
                "https://crumb.pinpointhq.com/en/postings/1",
                Pinpoint,
                "crumb",
            ),
            ("https://remotive.com/remote-jobs", Remotive, ""),
            ("https://www.usajobs.gov/search/results/", Usajobs, ""),
            ("https://www.adzuna.co.uk/search?q=baker", Adzuna, "gb"),
            ("https://adzuna.com.au/", Adzuna, "au"),
            ("https://news.ycombinator.com/item?id=1", Hackernews, ""),
            (
                "https://bread.example/jobs.rss",
                Feed,
                "https://bread.example/jobs.rss",
            ),
            (
                "https://bread.example/careers#open",
                Page,
                "https://bread.example/careers",
            ),
            // Others' names at the end of a name of one's own.
            (
                "https://jobs.lever.co.bread.example/crumb",
                Page,
                "https://jobs.lever.co.bread.example/crumb",
            ),
            ("https://notbreezy.hr/", Page, "https://notbreezy.hr/"),
            (
                "https://apply.workable.com/j/ABC",
                Page,
                "https://apply.workable.com/j/ABC",
            ),
            (
                "https://www.bamboohr.com/about",
                Page,
                "https://www.bamboohr.com/about",
            ),
        ] {
            check(address, source, tenant);
        }
    }

    #[test]
    fn what_is_no_web_address() {
        for address in [
            "",
            "bread",
            "ftp://bread.example/",
            "javascript:alert(1)",
            "mailto:a@bread.example",
            "http://",
        ] {
            assert_eq!(recognise(address), None, "{address}");
        }
    }

    #[test]
    fn a_careers_page_names_its_board() {
        let html = r#"<a href="https://jobs.lever.co/other/1">x</a>
            <script src="https://boards.greenhouse.io/embed/job_board/js?for=crumb"></script>
            <iframe src='//boards.greenhouse.io/embed/job_board?for=crumb&amp;b=1'></iframe>
            <a href="https://remotive.com/">y</a>"#;
        let board = recognise_in(html).expect("a board");
        assert_eq!(
            (board.source, board.tenant.as_str()),
            (Source::Greenhouse, "crumb")
        );
        assert_eq!(recognise_in("<a href='https://bread.example'>"), None);
    }
}
