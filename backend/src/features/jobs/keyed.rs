//! The sources that want a key: where the configuration has one, their boards are gathered like any other.
//!
//! What must not happen here: a key sent to another host than the source's own or the configured one.

use foothold_boards::{Board, Key, Source, terms};
use foothold_shared::job::KeyedSource;
use secrecy::{ExposeSecret, SecretString};

use super::service::{JobError, Jobs};
use super::store;
use super::store::boards::BoardRow;
use crate::config::BoardsConfig;

/// A source with its key.
#[derive(Debug, Clone)]
struct Keyed {
    source: Source,
    name: String,
    secret: SecretString,
    /// Asked instead of the source's own address; empty for that.
    base: String,
    /// Whose boards are gathered there.
    tenants: Vec<String>,
}

/// The keys that are configured.
#[derive(Debug, Clone, Default)]
pub struct BoardKeys {
    all: Vec<Keyed>,
}

impl BoardKeys {
    /// The keys of a configuration.
    #[must_use]
    pub fn of(config: &BoardsConfig) -> Self {
        let (usajobs, adzuna) = (&config.usajobs, &config.adzuna);
        let all = [
            Keyed {
                source: Source::Usajobs,
                name: usajobs.email.clone(),
                secret: usajobs.key.clone(),
                base: usajobs.base_url.clone(),
                tenants: vec![String::new()],
            },
            Keyed {
                source: Source::Adzuna,
                name: adzuna.app_id.clone(),
                secret: adzuna.app_key.clone(),
                base: adzuna.base_url.clone(),
                tenants: adzuna
                    .countries
                    .iter()
                    .map(|country| country.to_ascii_lowercase())
                    .collect(),
            },
        ];
        Self {
            all: all
                .into_iter()
                .filter(|keyed| !keyed.secret.expose_secret().is_empty())
                .collect(),
        }
    }

    fn find(&self, source: Source) -> Option<&Keyed> {
        self.all.iter().find(|keyed| keyed.source == source)
    }

    /// Whether there is a key for it.
    pub(super) fn has(&self, source: Source) -> bool {
        self.find(source).is_some()
    }

    /// Where a source with a key is asked; empty for its own address.
    pub(super) fn base(&self, source: Source) -> &str {
        self.find(source).map_or("", |keyed| keyed.base.as_str())
    }

    /// The board with its key, where there is one for exactly this address.
    pub(super) fn open(&self, mut board: Board) -> Board {
        let base = board.base.as_deref().unwrap_or_default();
        board.key = self
            .find(board.source)
            .filter(|keyed| keyed.base == base)
            .map(|keyed| Key {
                name: keyed.name.clone(),
                secret: keyed.secret.expose_secret().to_owned(),
            });
        board
    }

    /// All sources that want a key, and whether they have theirs.
    pub(super) fn view(&self) -> Vec<KeyedSource> {
        Source::ALL
            .into_iter()
            .filter(|source| terms(*source).key)
            .map(|source| KeyedSource {
                source: source.name().to_owned(),
                source_name: terms(source).name.to_owned(),
                has_key: self.has(source),
            })
            .collect()
    }
}

impl Jobs {
    /// Adds the boards of the sources that have a key, where they are not known; how many are new.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_keyed(&self) -> Result<u64, JobError> {
        let now_ms = self.clock.now_ms();
        let mut added = 0;
        for keyed in &self.keys.all {
            for tenant in &keyed.tenants {
                let row = BoardRow {
                    board_id: self.ids.next(),
                    source: keyed.source.name().to_owned(),
                    tenant: tenant.clone(),
                    base: keyed.base.clone(),
                    company: String::new(),
                    next_at_ms: now_ms,
                    tried_at_ms: None,
                    succeeded_at_ms: None,
                    failures: 0,
                    problem: String::new(),
                    validators: String::new(),
                    jobs: 0,
                };
                let mut tx = self.db.begin().await?;
                added += u64::from(store::boards::insert(&mut tx.conn(), &row, now_ms).await?);
                tx.commit().await?;
            }
        }
        Ok(added)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{AdzunaConfig, UsajobsConfig};

    #[test]
    fn a_key_goes_to_its_own_address_alone() {
        let keys = BoardKeys::of(&BoardsConfig {
            usajobs: UsajobsConfig {
                email: "ops@foothold.example".to_owned(),
                key: SecretString::from("hush"),
                ..UsajobsConfig::default()
            },
            adzuna: AdzunaConfig::default(),
            ..BoardsConfig::default()
        });
        let own = keys.open(Board::new(Source::Usajobs, ""));
        assert_eq!(own.key.map(|key| key.secret).as_deref(), Some("hush"));
        let elsewhere = keys.open(Board::new(Source::Usajobs, "").at("https://thief.example"));
        assert_eq!(elsewhere.key, None);
        assert_eq!(keys.open(Board::new(Source::Adzuna, "gb")).key, None);
        assert!(!format!("{keys:?}").contains("hush"));
        let view: Vec<(String, bool)> = keys
            .view()
            .into_iter()
            .map(|one| (one.source, one.has_key))
            .collect();
        assert_eq!(
            view,
            [("usajobs".to_owned(), true), ("adzuna".to_owned(), false)]
        );
    }
}
