//! The document's title and its preview texts: "Role at Company", "Company - Role", "Bewerbung als Role bei Company".

use super::fold::{fold, has_phrase, key, tidy};
use super::title_words::{AT, BEFORE_COMPANY, BEFORE_ROLE, HIRING, PAGE_WORDS, SEPARATORS};
use super::{cities, country, employment, place, remote, sites};
use crate::company;

/// What the page calls itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Meta {
    /// The document's title, `og:title`, `twitter:title`: without repetitions.
    pub(crate) titles: Vec<String>,
    /// `og:site_name`, where it is not a job site's own name.
    pub(crate) site_name: Option<String>,
    /// The words of the address: subdomains and path.
    address: Vec<String>,
}

/// What one title says by its pattern alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Reading {
    pub(crate) title: Option<String>,
    pub(crate) company: Option<String>,
    pub(crate) place: Option<String>,
}

impl Meta {
    /// Collects what the page calls itself.
    pub(crate) fn collect(document_title: &str, meta: &[(String, String)], url: &str) -> Self {
        let mut found = Self::default();
        let named = |wanted: &[&str]| {
            meta.iter()
                .filter(|(name, _)| wanted.iter().any(|w| name.eq_ignore_ascii_case(w)))
                .map(|(_, content)| content.as_str())
                .collect::<Vec<_>>()
        };
        let previews = named(&["og:title", "twitter:title", "title"]);
        for text in std::iter::once(document_title).chain(previews) {
            let text = tidy(&super::markup::unescape(super::fold::clip(text, 600)));
            if !text.is_empty() && text.len() <= 300 && !found.titles.contains(&text) {
                found.titles.push(text);
            }
        }
        found.site_name = named(&["og:site_name"])
            .into_iter()
            .map(|name| company_name(&tidy(&super::markup::unescape(name))))
            .find(|name| is_company(name));
        found.address = address_words(url);
        found
    }

    /// Whether the address names this text: a subdomain or a path segment that begins alike.
    pub(crate) fn address_names(&self, text: &str) -> bool {
        let whole = key(text);
        whole.len() >= 3
            && self.address.iter().any(|word| {
                word.len() >= 3
                    && (whole == *word
                        || word.starts_with(&whole)
                        || whole.starts_with(word.as_str())
                            && (word.len() >= 5 || word.len() * 2 >= whole.len()))
            })
    }

    /// Whether the page's own texts or its address know this name.
    pub(crate) fn knows(&self, name: &str) -> bool {
        let folded = fold(name);
        !folded.is_empty()
            && (self.address_names(name)
                || self
                    .site_name
                    .as_deref()
                    .is_some_and(|s| key(s) == key(name))
                || self
                    .titles
                    .iter()
                    .any(|title| has_phrase(&fold(title), &folded)))
    }

    /// Whether a title announces a role ("Job Application for …", "Offre d'emploi …").
    pub(crate) fn announces(&self) -> bool {
        self.titles
            .iter()
            .any(|title| without_announcement(title) != *title)
    }

    /// What the titles say by their pattern alone.
    pub(crate) fn readings(&self) -> Vec<Reading> {
        self.titles
            .iter()
            .map(|title| self.reading(title))
            .collect()
    }

    fn reading(&self, text: &str) -> Reading {
        let mut segments = segments(text);
        let all = segments.len();
        segments.retain(|s| !is_page_word(s));
        // "… | Careers" announces a role as much as "Apply for …" does.
        let announced = segments.len() < all;
        let text = rejoin(text, &segments);
        if let Some(reading) = hiring(&text) {
            return reading;
        }
        let role = strip_start(&text, BEFORE_ROLE);
        let announced = announced || role.is_some();
        let text = role.unwrap_or(text);
        let parts = self::segments(&text);
        if let Some(at) = parts
            .iter()
            .skip(1)
            .position(|p| strip_start(p, BEFORE_COMPANY).is_some())
            && let Some(company) =
                strip_start(&parts[at + 1], BEFORE_COMPANY).filter(|c| is_company(c))
        {
            return Reading {
                title: Some(rejoin(&text, &parts[..=at])),
                company: Some(company),
                place: None,
            };
        }
        for word in AT {
            // The last one: "Head of Data at Night at Acme".
            if let Some((role, company)) = text.rsplit_once(word) {
                let company = self::segments(company)
                    .into_iter()
                    .next()
                    .unwrap_or_default();
                let role = role.trim();
                if is_company(&company) && !role.is_empty() && role.len() <= 160 {
                    return Reading {
                        title: Some(role.to_owned()),
                        company: Some(company),
                        place: None,
                    };
                }
            }
        }
        match parts.as_slice() {
            [only] if announced => Reading {
                title: Some(only.clone()),
                ..Reading::default()
            },
            [first, second] if is_aside(second) => Reading {
                title: Some(first.clone()),
                ..Reading::default()
            },
            // Two parts, one of them the company: the address or the site's name knows which.
            [first, second] if self.is_employer(second) && !self.is_employer(first) => Reading {
                title: Some(first.clone()),
                company: Some(without_city(&company_name(second)).to_owned()),
                place: None,
            },
            [first, second] if self.is_employer(first) && !self.is_employer(second) => Reading {
                title: Some(second.clone()),
                company: Some(company_name(first)),
                place: None,
            },
            _ => Reading::default(),
        }
    }

    fn is_employer(&self, text: &str) -> bool {
        let name = without_city(&company_name(text)).to_owned();
        is_company(&name)
            && (company::has_form(&name)
                || name.contains(' ')
                    && name
                        .split(' ')
                        .next_back()
                        .is_some_and(company::is_kind_word)
                || self.address_names(&name)
                || self
                    .site_name
                    .as_deref()
                    .is_some_and(|s| key(s) == key(&name))
                || name.len() < text.len())
    }

    /// The segment of a title that the address spells out, where another one is about the job.
    fn spelled_by_address(&self, text: &str, job: &str) -> Option<String> {
        let segments = segments(text);
        let about = segments.iter().any(|s| {
            let this = key(s);
            this.len() >= 5 && job.starts_with(&this)
        });
        segments
            .iter()
            .filter(|_| about)
            .map(|s| company_name(s))
            .find(|name| {
                is_company(name) && key(name).len() >= 5 && self.address.contains(&key(name))
            })
    }

    /// The company in the titles, once the job's title is known: what is left beside it, if that is one thing.
    pub(crate) fn company_beside(&self, job_title: &str) -> Option<String> {
        let job = key(job_title);
        if job.is_empty() {
            return None;
        }
        for text in &self.titles {
            let Some(rest) = beside(text, &job) else {
                // The heading may say more than the title does; a part that the address spells out is the company.
                if let Some(known) = self.spelled_by_address(text, &job) {
                    return Some(known);
                }
                continue;
            };
            let left = rest
                .iter()
                .filter(|s| !is_page_word(s) && !is_aside(s))
                .map(|s| without_city(&company_name(s)).to_owned())
                .filter(|s| is_company(s))
                .collect::<Vec<_>>();
            if let Some(known) = left.iter().find(|s| self.is_employer(s)) {
                return Some(known.clone());
            }
            if let [one] = left.as_slice()
                && one.split(' ').count() <= 6
            {
                return Some(one.clone());
            }
        }
        None
    }
}

/// "Acme AG, Zürich" as "Acme AG": where a company is stands behind its name.
fn without_city(name: &str) -> &str {
    match name.rsplit_once(',') {
        Some((company, place))
            if !company.trim().is_empty()
                && (cities::is_city(place.trim()) || country::find(place).is_some()) =>
        {
            company.trim()
        }
        _ => name,
    }
}

/// The segments of a title that are not the job's own; `None` where the job's title is not in it as whole segments.
fn beside(text: &str, job: &str) -> Option<Vec<String>> {
    let segments = segments(text);
    for start in 0..segments.len() {
        let mut joined = String::new();
        for end in start..segments.len() {
            joined.push_str(&key(&segments[end]));
            let stripped = strip_start(&segments[start], BEFORE_ROLE).map(|s| key(&s));
            if joined == job
                || (end == start
                    && (stripped.as_deref() == Some(job)
                        || is_role_in_place(&segments[start], job)))
            {
                let mut rest = segments.clone();
                rest.drain(start..=end);
                return Some(rest);
            }
        }
    }
    None
}

/// Whether a segment is the role with where it is ("Night Baker in Ghent", "Driver Job in Poole").
fn is_role_in_place(segment: &str, job: &str) -> bool {
    const JOINS: &[&str] = &[
        "in", "en", "a", "w", "em", "te", "job", "jobs", "h", "m", "f", "cdi", "cdd",
    ];
    let text = strip_start(segment, BEFORE_ROLE).unwrap_or_else(|| segment.to_owned());
    let words = fold(&text);
    let words = words.split(' ').collect::<Vec<_>>();
    (1..words.len()).any(|at| words[..at].concat() == job && JOINS.contains(&words[at]))
}

fn segments(text: &str) -> Vec<String> {
    let mut parts = vec![text.to_owned()];
    for separator in SEPARATORS {
        parts = parts
            .iter()
            .flat_map(|part| part.split(separator))
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .take(16)
            .collect();
    }
    parts
}

/// The text from its first kept segment to its last, so that inner separators stay as they were.
fn rejoin(text: &str, kept: &[String]) -> String {
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else {
        return String::new();
    };
    let start = text.find(first.as_str()).unwrap_or(0);
    let end = text
        .rfind(last.as_str())
        .map_or(text.len(), |at| at + last.len());
    text.get(start..end).unwrap_or(text).to_owned()
}

/// "Acme hiring Night Baker in Ghent", "Acme is looking for a Night Baker in Ghent", "Acme recrute Night Baker".
fn hiring(text: &str) -> Option<Reading> {
    let (company, role) = HIRING.iter().find_map(|word| text.split_once(word))?;
    let company = company.trim();
    if !is_company(company) || company.split(' ').count() > 8 {
        return None;
    }
    let (role, place) = match role.rsplit_once(" in ") {
        Some((role, place)) if !place.is_empty() => (role, Some(place.trim().to_owned())),
        _ => (role, None),
    };
    Some(Reading {
        title: Some(role.trim().to_owned()).filter(|r| !r.is_empty()),
        company: Some(company.to_owned()),
        place,
    })
}

fn strip_start(text: &str, starts: &[&str]) -> Option<String> {
    starts.iter().find_map(|start| {
        let head = text.get(..start.len())?;
        (head.to_lowercase() == *start)
            .then(|| text[start.len()..].trim().to_owned())
            .filter(|rest| !rest.is_empty())
    })
}

/// A heading or title without the words that announce the form ("Apply for …").
pub(crate) fn without_announcement(text: &str) -> String {
    let text = tidy(text);
    strip_start(&text, BEFORE_ROLE).unwrap_or(text)
}

/// "Careers at Acme" as "Acme".
fn company_name(text: &str) -> String {
    let text = text.trim();
    let mut name = strip_start(text, BEFORE_COMPANY).unwrap_or_else(|| text.to_owned());
    for end in [
        " careers",
        " jobs",
        " career site",
        " careers site",
        " karriere",
        " career",
        " recrutement",
        " vacatures",
        " job board",
    ] {
        let cut = name.len().saturating_sub(end.len());
        if name
            .get(cut..)
            .is_some_and(|tail| tail.to_lowercase() == end)
        {
            name.truncate(cut);
        }
    }
    name
}

fn is_page_word(text: &str) -> bool {
    let folded = fold(text);
    folded.is_empty()
        || PAGE_WORDS.split('|').any(|word| word.trim() == folded)
        || sites::is_site_name(&folded)
}

/// A place, a way of working, a kind of employment, a number: nothing that could be a company.
fn is_aside(text: &str) -> bool {
    place::looks_like(text)
        || cities::is_city(text)
        || country::find(text).is_some()
        || country::find_part(text).is_some()
        || !remote::badge(text).is_empty()
        || employment::badge(text).is_some()
        || !text.contains(char::is_alphabetic)
        || text.chars().filter(char::is_ascii_digit).count()
            > text.chars().filter(|c| c.is_alphabetic()).count()
}

/// Whether a text can be a company's name at all.
pub(crate) fn is_company(text: &str) -> bool {
    let folded = fold(text);
    !folded.is_empty()
        && text.len() <= 90
        && !is_page_word(text)
        && !super::json_ld::is_placeholder(text)
        && !matches!(
            folded.as_str(),
            "confidential"
                | "company"
                | "company name"
                | "your company"
                | "test"
                | "client"
                | "unser kunde"
                | "anonymous"
                | "private advertiser"
        )
        && !text.contains("http")
}

fn address_words(url: &str) -> Vec<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let host = sites::host(url);
    let labels = host.split('.').collect::<Vec<_>>();
    // The last label is a country or a kind; what is in front may be a name.
    let names = labels.iter().take(labels.len().saturating_sub(1)).copied();
    names
        .chain(rest.split('/').skip(1).take(8))
        .map(key)
        .filter(|word| {
            !word.is_empty()
                && !is_page_word(word)
                && !matches!(
                    word.as_str(),
                    "www"
                        | "careers"
                        | "boards"
                        | "jobboards"
                        | "apply"
                        | "app"
                        | "com"
                        | "co"
                        | "wd1"
                        | "wd3"
                        | "wd5"
                        | "recruiting"
                )
        })
        .collect()
}

#[cfg(test)]
mod tests;
