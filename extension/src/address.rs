//! Addresses: what a server's may look like, and which origin an address belongs to.
//!
//! Only `http` and `https` origins exist here; everything else is `None` or a problem with words.
//! What must not happen here: a browser, a network.

use serde::{Deserialize, Serialize};

/// Why a server address cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressProblem {
    /// Nothing was given.
    Empty,
    /// It cannot be read as a web address.
    Unreadable,
    /// It holds a user name or password.
    Credentials,
    /// It is `http` and not on this computer.
    NotEncrypted,
}

impl AddressProblem {
    /// What to change, in plain words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Empty => "Enter the address of your Foothold server.",
            Self::Unreadable => {
                "This is not a web address. It looks like https://foothold.example.org."
            }
            Self::Credentials => "Leave out the user name and password: the token is enough.",
            Self::NotEncrypted => {
                "Use https: over http others could read your profile on the way. Only a server on \
                 this computer may use http."
            }
        }
    }
}

/// Reads what a person typed as a server's origin (`https://host[:port]`), path and the rest dropped.
///
/// Without a scheme it is taken as `https`, on this computer as `http`.
///
/// # Errors
/// What is wrong with the address.
pub fn parse_server(typed: &str) -> Result<String, AddressProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(AddressProblem::Empty);
    }
    let (scheme, rest) = match typed.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
        None => (None, typed),
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(AddressProblem::Credentials);
    }
    let (host, port) = split_port(authority).ok_or(AddressProblem::Unreadable)?;
    let scheme = match scheme.as_deref() {
        Some(scheme @ ("http" | "https")) => scheme,
        Some(_) => return Err(AddressProblem::Unreadable),
        None if is_loopback(&host) => "http",
        None => "https",
    };
    if scheme == "http" && !is_loopback(&host) {
        return Err(AddressProblem::NotEncrypted);
    }
    Ok(join(scheme, &host, port))
}

/// The origin of an address, lower case, default ports left out; `None` for anything but http(s).
#[must_use]
pub fn origin_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let authority = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let (host, port) = split_port(authority)?;
    Some(join(&scheme, &host, port))
}

/// The host (with a port that is not the default one) of an address; empty where there is none.
#[must_use]
pub fn host_of(address: &str) -> String {
    origin_of(address)
        .and_then(|origin| origin.split_once("://").map(|(_, host)| host.to_owned()))
        .unwrap_or_default()
}

/// An address without query and fragment: what may be kept of a page.
#[must_use]
pub fn without_query(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// The pattern that asks the browser for access to exactly this origin.
#[must_use]
pub fn permission_pattern(origin: &str) -> String {
    format!("{origin}/*")
}

fn join(scheme: &str, host: &str, port: Option<u16>) -> String {
    match (scheme, port) {
        (_, None) | ("http", Some(80)) | ("https", Some(443)) => format!("{scheme}://{host}"),
        (_, Some(port)) => format!("{scheme}://{host}:{port}"),
    }
}

/// Host in lower case, and port. `None` where either cannot be read.
fn split_port(authority: &str) -> Option<(String, Option<u16>)> {
    let (host, port) = if authority.starts_with('[') {
        let end = authority.find(']')?;
        let (host, rest) = authority.split_at(end + 1);
        (
            host,
            rest.strip_prefix(':')
                .or_else(|| rest.is_empty().then_some(""))?,
        )
    } else {
        authority.split_once(':').unwrap_or((authority, ""))
    };
    let port = match port {
        "" => None,
        digits => Some(digits.parse::<u16>().ok().filter(|&port| port > 0)?),
    };
    let inner = host.trim_start_matches('[').trim_end_matches(']');
    let bracketed = host.starts_with('[');
    let readable = !inner.is_empty()
        && inner.chars().all(|c| match c {
            ':' => bracketed,
            '-' | '.' | '_' => !bracketed || c == '.',
            c => c.is_alphanumeric(),
        })
        && !inner.starts_with('.')
        && !inner.contains("..");
    readable.then(|| (host.to_lowercase(), port))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host
            .parse::<std::net::Ipv4Addr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_read_as_people_type_them() {
        for (typed, origin) in [
            (
                "https://foothold.example.org",
                "https://foothold.example.org",
            ),
            (
                " HTTPS://Foothold.Example.org/profile?x=1#y ",
                "https://foothold.example.org",
            ),
            ("foothold.example.org", "https://foothold.example.org"),
            (
                "foothold.example.org:8443",
                "https://foothold.example.org:8443",
            ),
            (
                "https://foothold.example.org:443/",
                "https://foothold.example.org",
            ),
            ("localhost:8080", "http://localhost:8080"),
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://[::1]:8080/", "http://[::1]:8080"),
            ("http://app.localhost", "http://app.localhost"),
            ("https://bücher.example", "https://bücher.example"),
        ] {
            assert_eq!(parse_server(typed).as_deref(), Ok(origin), "{typed}");
        }
    }

    #[test]
    fn bad_servers_are_refused_with_a_reason() {
        for (typed, problem) in [
            ("", AddressProblem::Empty),
            ("   ", AddressProblem::Empty),
            ("http://foothold.example.org", AddressProblem::NotEncrypted),
            ("http://127.0.0.1.example.org", AddressProblem::NotEncrypted),
            ("http://10.0.0.2:8080", AddressProblem::NotEncrypted),
            (
                "https://me:secret@foothold.example.org",
                AddressProblem::Credentials,
            ),
            ("ftp://foothold.example.org", AddressProblem::Unreadable),
            ("javascript://x", AddressProblem::Unreadable),
            ("https://", AddressProblem::Unreadable),
            ("https://foothold.example.org:0", AddressProblem::Unreadable),
            (
                "https://foothold.example.org:99999",
                AddressProblem::Unreadable,
            ),
            ("my server", AddressProblem::Unreadable),
            ("https://*.example.org", AddressProblem::Unreadable),
        ] {
            assert_eq!(parse_server(typed), Err(problem), "{typed}");
        }
    }

    #[test]
    fn origins_leave_out_what_is_not_theirs() {
        for (address, origin) in [
            (
                "https://jobs.example/apply?token=1#x",
                Some("https://jobs.example"),
            ),
            ("https://jobs.example:443/a", Some("https://jobs.example")),
            ("http://127.0.0.1:9999/embed", Some("http://127.0.0.1:9999")),
            ("https://user@jobs.example/a", Some("https://jobs.example")),
            (
                "https://jobs.example\\@evil.example/",
                Some("https://jobs.example"),
            ),
            ("about:blank", None),
            ("chrome://extensions", None),
            ("data:text/html,https://x", None),
        ] {
            assert_eq!(origin_of(address).as_deref(), origin, "{address}");
        }
        assert_eq!(host_of("https://jobs.example:8443/x"), "jobs.example:8443");
        assert_eq!(
            without_query("https://a.example/b?c=d#e"),
            "https://a.example/b"
        );
        assert_eq!(
            permission_pattern("https://a.example"),
            "https://a.example/*"
        );
    }
}
