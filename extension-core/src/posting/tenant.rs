//! The employer whom the address names and the page writes out: "crumb-and-crust.ats.example" and, in the text,
//! "messages from Crumb and Crust".

use crate::page::TextBlock;

use super::fold::{clip, fold, key};
use super::meta;
use super::sites::{self, Site};

/// Labels and path segments that name a part of a site and no employer.
const PARTS: &[&str] = &[
    "www",
    "jobs",
    "job",
    "careers",
    "career",
    "boards",
    "jobboards",
    "apply",
    "app",
    "recruiting",
    "recruitment",
    "hire",
    "hiring",
    "talent",
    "work",
    "join",
    "karriere",
    "emploi",
    "en",
    "de",
    "fr",
    "us",
    "eu",
    "o",
    "p",
    "j",
    "my",
    "secure",
    "portal",
    "search",
    "posting",
    "smartapply",
    "api",
];

/// The name, as the page writes it.
pub(crate) fn name(
    url: &str,
    site: Option<&Site>,
    found: &[TextBlock],
    job_title: &str,
) -> Option<String> {
    let host = sites::host(url);
    let tenants = match site {
        Some(site) => {
            let path = url
                .split_once("://")
                .map_or("", |(_, rest)| rest)
                .split(['?', '#'])
                .next()?;
            site.labels_before(&host)
                .split('.')
                .chain(path.split('/').nth(1))
                .map(key)
                .collect::<Vec<_>>()
        }
        // On an employer's own site the domain is the name; the last label is a country or a kind.
        None => {
            let labels = host.split('.').collect::<Vec<_>>();
            labels
                .iter()
                .rev()
                .nth(1)
                .map(|label| key(label))
                .into_iter()
                .collect()
        }
    };
    let title = key(job_title);
    tenants
        .into_iter()
        .filter(|tenant| {
            tenant.len() >= 4
                && !PARTS.contains(&tenant.as_str())
                && !title.contains(tenant.as_str())
        })
        .find_map(|tenant| {
            let written = found
                .iter()
                .take(600)
                .filter(|block| !fold(clip(&block.text, 40)).starts_with("powered by"))
                .filter_map(|block| written(&block.text, &tenant))
                .take(2)
                .collect::<Vec<_>>();
            // Where the site is not known, the address alone may be a job site's: the page must say it twice.
            let enough = if site.is_some() { 1 } else { 2 };
            written
                .first()
                .filter(|name| written.len() >= enough && meta::is_company(name))
                .cloned()
        })
}

/// One to five words in a row, the first capitalised, that spell the tenant.
fn written(text: &str, tenant: &str) -> Option<String> {
    let words = clip(text, 3_000).split_whitespace().collect::<Vec<_>>();
    for start in 0..words.len() {
        if !words[start].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            continue;
        }
        let mut spelled = String::new();
        for end in start..words.len().min(start + 5) {
            spelled.push_str(&key(words[end]));
            if spelled == tenant {
                let name = words[start..=end].join(" ");
                return Some(
                    name.trim_matches([',', '.', ':', ';', '!', '?', '’', '"', '(', ')'])
                        .to_owned(),
                );
            }
            if spelled.len() >= tenant.len() || !tenant.starts_with(&spelled) {
                break;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_tenant_is_found_as_the_page_writes_it() {
        assert_eq!(
            written(
                "You get messages from Crumb & Crust, and may stop them.",
                "crumbcrust"
            )
            .as_deref(),
            Some("Crumb & Crust")
        );
        assert_eq!(written("a crumb crust on top", "crumbcrust"), None);
    }
}
