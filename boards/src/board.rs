//! A board: one source, one tenant, and what it takes to ask it.

use std::fmt;

use url::Url;

use crate::Source;

/// A board to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Whose interface it speaks.
    pub source: Source,
    /// Whose board it is; what it holds, [`Source`] says for each.
    pub tenant: String,
    /// Asked instead of the source's own address (`http://127.0.0.1:4000`): for tests, mirrors and the local stand-in.
    pub base: Option<String>,
    /// The employer's name, where the caller knows it and the board does not say it.
    pub company: Option<String>,
    /// What aggregators are asked for; boards of one employer are always read whole.
    pub wanted: Wanted,
    /// The key of the sources that want one.
    pub key: Option<Key>,
}

/// What an aggregator is asked for. Empty parts ask for everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Words of the role.
    pub words: String,
    /// A place.
    pub place: String,
    /// At most this old, in days.
    pub days: Option<u32>,
}

/// What opens a source. Never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    /// Who asks: Adzuna's application, USAJobs' e-mail address.
    pub name: String,
    /// The secret.
    pub secret: String,
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Why a board cannot be asked at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BoardError {
    /// The tenant is not what the source's tenants look like.
    #[error("this is not the name of a board there")]
    Tenant,
    /// The source wants a key.
    #[error("this source needs a key")]
    NoKey,
    /// The base address is none.
    #[error("this is not a web address")]
    Address,
    /// Files are given, not asked for.
    #[error("a file is given, not asked for")]
    File,
}

impl Board {
    /// A board at its source's own address.
    #[must_use]
    pub fn new(source: Source, tenant: impl Into<String>) -> Self {
        Self {
            source,
            tenant: tenant.into(),
            base: None,
            company: None,
            wanted: Wanted::default(),
            key: None,
        }
    }

    /// The same board, asked elsewhere.
    #[must_use]
    pub fn at(mut self, base: impl Into<String>) -> Self {
        self.base = Some(base.into());
        self
    }

    /// An address below the base, or below the source's own where no base is set. Each of `path` becomes one segment.
    pub(crate) fn url(&self, own: &str, path: &[&str]) -> Result<Url, BoardError> {
        let base = self.base.as_deref().unwrap_or(own);
        let mut url = Url::parse(base).map_err(|_| BoardError::Address)?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(BoardError::Address);
        }
        url.set_query(None);
        url.set_fragment(None);
        url.path_segments_mut()
            .map_err(|()| BoardError::Address)?
            .pop_if_empty()
            .extend(path);
        Ok(url)
    }

    /// The tenant's own host: the tenant itself where it is a host, else the subdomain of `under`.
    pub(crate) fn host(&self, under: &str) -> Result<String, BoardError> {
        let tenant = self.tenant.trim().to_ascii_lowercase();
        let host = if tenant.contains('.') {
            tenant
        } else {
            format!("{tenant}.{under}")
        };
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        };
        if host.len() > 253 || !host.split('.').all(label) {
            return Err(BoardError::Tenant);
        }
        Ok(format!("https://{host}"))
    }

    /// The tenant, where it is one word of an address.
    pub(crate) fn word(&self) -> Result<&str, BoardError> {
        let tenant = self.tenant.trim();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '&' | ' ' | '+');
        let climbs = matches!(tenant, "." | "..");
        if (1..=120).contains(&tenant.len()) && tenant.chars().all(plain) && !climbs {
            Ok(tenant)
        } else {
            Err(BoardError::Tenant)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_cannot_leave_its_place() {
        for tenant in ["", "..", "a/b", "a?b", "a#b", "a:80", "a@b"] {
            assert!(
                Board::new(Source::Lever, tenant).word().is_err(),
                "{tenant}"
            );
        }
        for tenant in ["", "a/b", "evil.example/", "a b", "a:1", "user@host"] {
            let board = Board::new(Source::Recruitee, tenant);
            assert_eq!(
                board.host("jobs.example"),
                Err(BoardError::Tenant),
                "{tenant}"
            );
        }
        let own = Board::new(Source::Recruitee, "Jobs.Bread.Example");
        assert_eq!(
            own.host("x.example").as_deref(),
            Ok("https://jobs.bread.example")
        );
    }

    #[test]
    fn a_key_never_shows() {
        let mut board = Board::new(Source::Adzuna, "gb");
        board.key = Some(Key {
            name: "app".to_owned(),
            secret: "hush".to_owned(),
        });
        let shown = format!("{board:?}");
        assert!(
            !shown.contains("hush") && !shown.contains("\"app\""),
            "{shown}"
        );
    }
}
