//! Links, told by whose page they lead to.

use foothold_shared::profile::Links;
use url::Url;

/// The profile's places for links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Linkedin,
    Github,
    Twitter,
    Portfolio,
    Website,
}

/// Where people show their work.
const PORTFOLIOS: &[&str] = &[
    "behance.net",
    "dribbble.com",
    "artstation.com",
    "codepen.io",
    "kaggle.com",
    "deviantart.com",
];

impl Place {
    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Linkedin => "LinkedIn",
            Self::Github => "GitHub",
            Self::Twitter => "X (Twitter)",
            Self::Portfolio => "Portfolio",
            Self::Website => "Website",
        }
    }

    /// Its place in a profile.
    pub(super) const fn of(self, links: &mut Links) -> &mut String {
        match self {
            Self::Linkedin => &mut links.linkedin,
            Self::Github => &mut links.github,
            Self::Twitter => &mut links.twitter,
            Self::Portfolio => &mut links.portfolio,
            Self::Website => &mut links.website,
        }
    }
}

/// A link's place and its full address; nothing where it is none.
pub(super) fn place(text: &str) -> Option<(Place, String)> {
    let text = text.trim();
    let bare = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))
        .unwrap_or(text);
    let address = Url::parse(&format!("https://{bare}")).ok()?;
    let host = address.host_str()?.trim_start_matches("www.");
    if !host.contains('.') {
        return None;
    }
    let is = |name: &str| {
        host == name
            || host
                .strip_suffix(name)
                .is_some_and(|head| head.ends_with('.'))
    };
    let place = if is("linkedin.com") {
        Place::Linkedin
    } else if is("github.com") {
        Place::Github
    } else if is("twitter.com") || is("x.com") {
        Place::Twitter
    } else if PORTFOLIOS.iter().any(|name| is(name)) {
        Place::Portfolio
    } else {
        Place::Website
    };
    Some((place, format!("https://{bare}")))
}

/// Whether two addresses lead to the same page.
pub(super) fn same(a: &str, b: &str) -> bool {
    foothold_documents::read::link_key(a) == foothold_documents::read::link_key(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go_where_their_host_belongs() {
        for (text, expected, address) in [
            ("github.com/mira", Place::Github, "https://github.com/mira"),
            (
                "http://ee.linkedin.com/in/mira",
                Place::Linkedin,
                "https://ee.linkedin.com/in/mira",
            ),
            ("https://x.com/mira", Place::Twitter, "https://x.com/mira"),
            (
                "netflix.com/mira",
                Place::Website,
                "https://netflix.com/mira",
            ),
            (
                "behance.net/mira",
                Place::Portfolio,
                "https://behance.net/mira",
            ),
        ] {
            assert_eq!(place(text), Some((expected, address.to_owned())), "{text}");
        }
        assert_eq!(place("mira"), None);
        assert!(same(
            "http://www.github.com/mira/",
            "https://github.com/mira"
        ));
    }
}
