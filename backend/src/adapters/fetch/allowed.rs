//! The private addresses that the configuration allows, by name and port: a stand-in for boards, a mirror, tests.

use url::{Host, Url};

/// Hosts and ports that may be asked although they are not on the public web.
#[derive(Debug, Clone, Default)]
pub struct Allowed(Vec<(String, u16)>);

/// An entry is not a host and a port.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a host and a port, such as \"127.0.0.1:4000\"")]
pub struct WrongAllowed(String);

impl Allowed {
    /// From entries such as `127.0.0.1:4000`, `[::1]:4000` and `jobs.internal:443`.
    ///
    /// # Errors
    /// If an entry is none.
    pub fn read<T: AsRef<str>>(entries: &[T]) -> Result<Self, WrongAllowed> {
        entries
            .iter()
            .map(|entry| {
                let entry = entry.as_ref().trim();
                let wrong = || WrongAllowed(entry.to_owned());
                let (host, port) = entry.rsplit_once(':').ok_or_else(wrong)?;
                let port = port
                    .parse()
                    .ok()
                    .filter(|port| *port > 0)
                    .ok_or_else(wrong)?;
                let host = Host::parse(host).map_err(|_| wrong())?;
                Ok((host.to_string(), port))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether an address may be asked wherever it leads.
    pub(super) fn covers(&self, url: &Url) -> bool {
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return false;
        };
        let host = host.to_string();
        self.0.iter().any(|(own, at)| *own == host && *at == port)
    }

    /// Whether a name is allowed at some port; at which, [`Self::covers`] has checked before.
    pub(super) fn names(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_and_a_port_and_nothing_else() {
        let allowed =
            Allowed::read(&["127.0.0.1:4000", "[::1]:4000", "Jobs.Internal:443"]).expect("entries");
        for (url, covered) in [
            ("http://127.0.0.1:4000/x", true),
            ("http://127.0.0.1:4001/x", false),
            ("http://127.0.0.2:4000/x", false),
            ("http://0x7f000001:4000/", true),
            ("http://[::1]:4000/", true),
            ("https://jobs.internal/", true),
            ("http://jobs.internal/", false),
            ("https://x.jobs.internal/", false),
        ] {
            assert_eq!(
                allowed.covers(&Url::parse(url).expect("an address")),
                covered,
                "{url}"
            );
        }
        for wrong in [
            "",
            "127.0.0.1",
            "host:",
            "host:0",
            "host:70000",
            "a b:1",
            ":80",
        ] {
            assert!(Allowed::read(&[wrong]).is_err(), "{wrong}");
        }
    }
}
