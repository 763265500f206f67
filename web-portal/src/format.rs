//! Numbers, sizes and addresses as a person reads them. Dates are in `browser::intl`, for the browser knows them.

use crate::jobs::words::grouped;

/// "823 bytes", "214 KB", "1.4 MB".
pub(crate) fn size(bytes: i64) -> String {
    const KB: i64 = 1000;
    const MB: i64 = 1000 * KB;
    match bytes {
        ..=0 => "empty".to_owned(),
        1 => "1 byte".to_owned(),
        2..KB => format!("{bytes} bytes"),
        KB..MB => format!("{} KB", (bytes + KB / 2) / KB),
        _ => {
            let tenths = (bytes + MB / 20) / (MB / 10);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// The first eight digits of a hash; enough to compare by eye.
pub(crate) fn short_hash(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}

/// "1 field", "3 fields", "2,000 fields".
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        let number = u64::try_from(number).unwrap_or(u64::MAX);
        format!("{} {many}", grouped(number))
    }
}

/// The host of an address: `https://jobs.example.org/a/b` → `jobs.example.org`.
pub(crate) fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

/// Only a web address may become a link; anything else stays text.
pub(crate) fn web_address(url: &str) -> Option<&str> {
    let lower = url.trim().to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")).then(|| url.trim())
}

/// The locale for dates: the person's own where it is English, since the portal speaks English.
pub(crate) fn date_locale(language: &str) -> &str {
    if language == "en" || language.starts_with("en-") {
        language
    } else {
        "en-GB"
    }
}

/// A whole number a person typed: digits, with spaces, commas, dots or apostrophes between groups of three.
/// `None` where it is no such number.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    let text = text.trim();
    let groups: Vec<&str> = text
        .split([' ', ',', '.', '\'', '’', '\u{a0}', '\u{202f}'])
        .collect();
    let well_grouped = groups.len() == 1
        || groups.iter().enumerate().all(|(i, group)| {
            if i == 0 {
                (1..=3).contains(&group.len())
            } else {
                group.len() == 3
            }
        });
    let digits: String = groups.concat();
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (well_grouped && plain)
        .then(|| digits.parse().ok())
        .flatten()
}

/// Where to go after signing in: a path of this portal, never another site.
pub(crate) fn safe_next(next: &str) -> &str {
    let inside = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if inside && !next.starts_with("/sign-") {
        next
    } else {
        "/"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        for (bytes, words) in [
            (0, "empty"),
            (1, "1 byte"),
            (823, "823 bytes"),
            (1_000, "1 KB"),
            (213_600, "214 KB"),
            (1_440_000, "1.4 MB"),
            (5_000_000, "5.0 MB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (text, number) in [
            ("65000", Some(65_000)),
            ("65,000", Some(65_000)),
            ("65.000", Some(65_000)),
            ("65 000", Some(65_000)),
            ("1'234'567", Some(1_234_567)),
            (" 0 ", Some(0)),
            ("65k", None),
            ("65.5", None),
            ("6,50", None),
            ("", None),
            ("-3", None),
            ("99999999999", None),
        ] {
            assert_eq!(whole_number(text), number, "{text:?}");
        }
    }

    #[test]
    fn after_sign_in_nobody_is_sent_away() {
        assert_eq!(safe_next("/profile#work"), "/profile#work");
        for bad in [
            "",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/sign-in",
        ] {
            assert_eq!(safe_next(bad), "/", "{bad:?}");
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(
            web_address("https://a.example/x"),
            Some("https://a.example/x")
        );
        assert_eq!(web_address("javascript:alert(1)"), None);
        assert_eq!(host("https://jobs.example.org/a/b?c"), "jobs.example.org");
    }

    #[test]
    fn dates_follow_english_readers() {
        assert_eq!(date_locale("en-US"), "en-US");
        assert_eq!(date_locale("de-DE"), "en-GB");
    }

    #[test]
    fn counts_and_hashes() {
        assert_eq!(count(1, "field", "fields"), "1 field");
        assert_eq!(count(2, "field", "fields"), "2 fields");
        assert_eq!(short_hash("0123456789abcdef"), "01234567");
        assert_eq!(short_hash("01"), "01");
    }
}
