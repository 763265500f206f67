//! The addresses of pages as they are kept: without what may name the person who opened them.

use url::Url;

/// The longest address that is kept.
const CHARS: usize = 2_000;

/// An http or https address without query, fragment and credentials; `None` for anything else, and for one that is
/// longer than 2,000 characters even then.
#[must_use]
pub fn bare(text: &str) -> Option<String> {
    let mut url = Url::parse(text).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    url.set_query(None);
    url.set_fragment(None);
    url.set_username("").ok()?;
    url.set_password(None).ok()?;
    let bare = String::from(url);
    (bare.chars().count() <= CHARS).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lose_what_may_name_the_person() {
        for (given, kept) in [
            (
                "https://jobs.example/apply/1?token=secret#me",
                "https://jobs.example/apply/1",
            ),
            ("http://127.0.0.1:8080/a?b=c", "http://127.0.0.1:8080/a"),
            ("https://ana:pw@jobs.example/x", "https://jobs.example/x"),
        ] {
            assert_eq!(bare(given).as_deref(), Some(kept));
        }
        for wrong in [
            "",
            "jobs.example",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "chrome://settings",
            "data:,x",
        ] {
            assert_eq!(bare(wrong), None, "{wrong}");
        }
        assert_eq!(
            bare(&format!("https://jobs.example/{}", "x".repeat(2_000))),
            None
        );
    }
}
