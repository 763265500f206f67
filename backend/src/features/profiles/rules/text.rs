//! The shapes of e-mail addresses, phone numbers and links.
//!
//! Shapes only: whether anybody answers there, nobody can tell from the text.

use url::{Host, Url};

/// The longest address that SMTP carries (RFC 5321, 4.5.3.1.3, less the angle brackets).
const EMAIL_BYTES: usize = 254;
/// The longest part before the `@` (RFC 5321, 4.5.3.1.1).
const EMAIL_LOCAL_BYTES: usize = 64;
/// The longest link; longer ones are cut by the forms they are meant for.
const LINK_CHARS: usize = 500;

/// Whether the text has the shape `local@domain.tld`. Quoted local parts and address literals are
/// legal mail but no form accepts them.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let local_fits = !local.is_empty()
        && local.len() <= EMAIL_LOCAL_BYTES
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local
            .chars()
            .all(|c| c.is_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c));
    text.len() <= EMAIL_BYTES && local_fits && is_domain(domain)
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    let last_is_a_word = labels
        .last()
        .is_some_and(|last| last.chars().any(char::is_alphabetic));
    labels.len() >= 2
        && last_is_a_word
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

/// Whether the text is a national number: digits with the usual separators. Fifteen digits is the
/// longest number there is (ITU-T E.164).
pub(super) fn is_national_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (4..=15).contains(&digits)
        && text.chars().count() <= 40
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || " ()-./\u{a0}".contains(c))
}

/// Whether the text is a full `https://` address of a public host, without user name or password.
pub(super) fn is_https_link(text: &str) -> bool {
    // The URL parser drops tabs, line breaks and outer spaces silently; here they are mistakes.
    let clean = text.chars().count() <= LINK_CHARS
        && !text.chars().any(|c| c.is_control() || c.is_whitespace());
    let starts = text
        .get(..8)
        .is_some_and(|start| start.eq_ignore_ascii_case("https://"));
    let Ok(url) = Url::parse(text) else {
        return false;
    };
    let public_host =
        matches!(url.host(), Some(Host::Domain(domain)) if is_domain(domain.trim_end_matches('.')));
    clean && starts && public_host && url.username().is_empty() && url.password().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emails() {
        for right in [
            "ana@example.com",
            "a.b+jobs@sub.example.co.uk",
            "o'neil@example.ie",
            "jörg@bücher.example",
        ] {
            assert!(is_email(right), "{right}");
        }
        let long = format!("{}@example.com", "a".repeat(65));
        for wrong in [
            "",
            "ana",
            "ana@",
            "@example.com",
            "ana@example",
            "a b@example.com",
            "a@b@example.com",
            "ana@-example.com",
            "ana@example..com",
            ".ana@example.com",
            "ana@example.com ",
            "ana@127.0.0.1",
            "ana\n@example.com",
            "<ana@example.com>",
            "ana@exa_mple.com",
            long.as_str(),
        ] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn phone_numbers() {
        for right in ["0151 2345678", "(555) 123-4567", "06.12.34.56.78", "1234"] {
            assert!(is_national_number(right), "{right}");
        }
        for wrong in [
            "",
            "123",
            "+49 151 2345678",
            "call me",
            "1234567890123456",
            "0151 234567a",
        ] {
            assert!(!is_national_number(wrong), "{wrong}");
        }
    }

    #[test]
    fn links() {
        for right in [
            "https://example.com",
            "https://www.example.com/in/ana?x=1#y",
            "HTTPS://example.com/",
            "https://bücher.example/ö",
        ] {
            assert!(is_https_link(right), "{right}");
        }
        for wrong in [
            "",
            "example.com",
            "http://example.com",
            "javascript:alert(1)",
            "https:example.com",
            "https://",
            "https://ana:secret@example.com",
            "https://ana@example.com",
            "https://localhost/",
            "https://10.0.0.1/",
            "https://[::1]/",
            " https://example.com",
            "https://example.com/a b",
            "https://exam\nple.com",
            "data:text/html,x",
            "java\nscript:alert(1)",
        ] {
            assert!(!is_https_link(wrong), "{wrong}");
        }
    }
}
