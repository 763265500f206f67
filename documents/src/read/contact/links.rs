//! Their pages: what the file links to, and addresses that are written out.

use super::reach::{EMAIL, is_orcid};
use crate::line::{Line, Part};
use crate::read::Found;
use crate::source::Link;
use regex::Regex;
use std::sync::LazyLock;

pub(super) static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:https?://)?(?:www\.)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,12}(?:/[^\s|,;)\]]*)?",
    )
    .ok()
});

/// The pages that the lines name, and those that they link to.
pub(super) fn addresses(near: &[&Line], links: &[Link]) -> Vec<Found<String>> {
    let mut found: Vec<Found<String>> = Vec::new();
    let mut add = |value: String, line: &Line, sure: f32| {
        let key = link_key(&value);
        if !key.is_empty()
            && key.len() < 200
            && !found.iter().any(|known| link_key(&known.value) == key)
        {
            found.push(Found::at(line, value, sure));
        }
    };
    for (at, line) in near.iter().enumerate() {
        // What the file links to says more than what it shows.
        for link in links.iter().filter(|link| {
            link.page == line.page && link.y1 > line.y0 - 3.0 && link.y0 < line.y1 + 3.0
        }) {
            if link.target.starts_with("http")
                && link.x1 > line.x0() - 20.0
                && link.x0 < line.parts.last().map_or(0.0, |part| part.x1) + 20.0
            {
                add(link.target.clone(), line, 0.95);
            }
        }
        let Some(pattern) = ADDRESS.as_ref() else {
            continue;
        };
        // "ORCID 0000-0002-1825-0097" is the address of a page, too.
        let mut text = line.text();
        let ends_in_label = text
            .trim_end_matches([':', ' '])
            .to_lowercase()
            .ends_with("orcid");
        if let Some(next) = near.get(at + 1).filter(|_| ends_in_label) {
            text = format!("{text} {}", next.text());
        }
        if text.to_lowercase().contains("orcid") && !text.contains("orcid.org") {
            let words = text.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-'));
            for number in words.filter(|word| is_orcid(word)) {
                add(format!("https://orcid.org/{number}"), line, 0.9);
            }
        }
        for part in &line.parts {
            // "https://" ends a line, and the host stands below it.
            let below = near.get(at + 1).and_then(|next| next.parts.first());
            let whole = match below {
                Some(below) if part.text.ends_with("://") => {
                    let host = below.text.split_whitespace().next().unwrap_or_default();
                    format!("{}{host}", part.text)
                }
                _ => part.text.clone(),
            };
            let part = &Part {
                text: whole,
                ..part.clone()
            };
            let bare = EMAIL.as_ref().map_or_else(
                || part.text.clone(),
                |email| email.replace_all(&part.text, " ").into_owned(),
            );
            for hit in pattern.find_iter(&bare) {
                let text = hit.as_str().trim_end_matches(['.', '/']);
                // An address that broke at a hyphen or slash goes on in the next line.
                let at_end = hit.end() == bare.trim_end().len();
                let rest = near
                    .get(at + 1)
                    .filter(|next| at_end && next.region == line.region)
                    .and_then(|next| next.parts.first())
                    .and_then(|below| {
                        let token = below.text.split_whitespace().next()?;
                        // "mira-talvik (LinkedIn)": what the page is called may stand behind it.
                        let behind = below.text.trim()[token.len()..].trim();
                        let alone = (behind.is_empty()
                            || behind.starts_with('(') && behind.ends_with(')'))
                            && (below.x0 - part.x0).abs() < 30.0;
                        let plain = !token.contains('@') && !token.contains("://");
                        let goes_on = text.ends_with('-')
                            || token.starts_with('/')
                            || hit.as_str().ends_with('/') && alone;
                        (goes_on && plain).then_some(token)
                    })
                    .map(|token| {
                        let slash = hit.as_str().ends_with('/') && !token.starts_with('/');
                        format!("{}{token}", if slash { "/" } else { "" })
                    });
                if is_web_address(text) {
                    add(format!("{text}{}", rest.unwrap_or_default()), line, 0.9);
                }
            }
        }
    }
    found
}

pub(super) fn is_web_address(text: &str) -> bool {
    let host = text
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .split('/')
        .next()
        .unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let schemed = text.contains("://") || text.starts_with("www.") || text.contains('/');
    // "Node.js" and "B.Sc" are none.
    ending.len() >= 2
        && host.len() >= 5
        && host.chars().any(char::is_alphabetic)
        && (schemed
            || [
                "com", "org", "net", "io", "dev", "me", "de", "fr", "es", "it", "nl", "pt", "pl",
                "uk", "co", "ai", "app", "eu", "info", "ch", "at", "ca", "in", "tech", "design",
                "page", "site", "blog", "us", "be", "xyz", "online", "se", "dk", "no", "fi", "au",
                "br", "edu", "work",
            ]
            .contains(&ending.to_lowercase().as_str()))
}

/// The first address of a page in a text.
pub(in crate::read) fn web_address(text: &str) -> Option<String> {
    let bare = EMAIL.as_ref()?.replace_all(text, " ");
    let found = ADDRESS
        .as_ref()?
        .find_iter(&bare)
        .map(|hit| hit.as_str().trim_end_matches(['.', '/']))
        .find(|text| is_web_address(text))?;
    Some(found.to_owned())
}

/// A link without what does not tell pages apart.
#[must_use]
pub fn link_key(link: &str) -> String {
    let lower = link.trim().to_lowercase();
    let bare = lower
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.");
    bare.trim_end_matches('/').to_owned()
}
