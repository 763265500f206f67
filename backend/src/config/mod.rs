//! Configuration: defaults in code, then an optional TOML file, then `FOOTHOLD__SECTION__KEY`.
//!
//! It is read once, at the start; an unknown key is refused by name. Secrets never show in `Debug`.
//! What must not happen: reading the environment anywhere else.

mod example;
mod keys;
mod sections;

use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Toml};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use crate::adapters::fetch::is_public;

pub use example::example;
pub use keys::{KeyError, Secrets};
pub use sections::{
    AccountsConfig, AdzunaConfig, AlertsConfig, BoardsConfig, DatabaseConfig, EmbeddingConfig,
    EndpointConfig, KeysConfig, LogConfig, LogFormat, MailConfig, ModelConfig, ServerConfig,
    StorageConfig, UsajobsConfig,
};

/// The file that is read when `FOOTHOLD_CONFIG` names no other.
pub const DEFAULT_FILE: &str = "foothold.toml";
/// The variable that names another file.
pub const FILE_VARIABLE: &str = "FOOTHOLD_CONFIG";
/// What the variables of single keys begin with.
pub const PREFIX: &str = "FOOTHOLD__";

/// Everything that can be configured.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Listening, limits, the portal's files.
    pub server: ServerConfig,
    /// Which database.
    pub database: DatabaseConfig,
    /// The secrets.
    pub keys: KeysConfig,
    /// Where files are kept.
    pub storage: StorageConfig,
    /// Sessions and lock-out.
    pub accounts: AccountsConfig,
    /// Language models.
    pub model: ModelConfig,
    /// Gathering jobs.
    pub boards: BoardsConfig,
    /// Sending e-mail.
    pub mail: MailConfig,
    /// Telling people of new jobs.
    pub alerts: AlertsConfig,
    /// Logging.
    pub log: LogConfig,
}

/// Why the configuration was refused, in words for the person who wrote it.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The named file is not there.
    #[error("{FILE_VARIABLE} names {0}, which is not there")]
    NoFile(PathBuf),
    /// A key is unknown, or a value has the wrong type.
    #[error("the configuration is wrong: {0}")]
    Wrong(String),
}

impl Config {
    /// Reads the configuration of this process.
    ///
    /// # Errors
    /// See [`ConfigError`].
    pub fn load() -> Result<Self, ConfigError> {
        let named = std::env::var_os(FILE_VARIABLE).map(PathBuf::from);
        if let Some(file) = named.as_ref().filter(|file| !file.is_file()) {
            return Err(ConfigError::NoFile(file.clone()));
        }
        Self::read(&named.unwrap_or_else(|| PathBuf::from(DEFAULT_FILE)))
    }

    /// Reads a file, if it is there, and the environment over it.
    ///
    /// # Errors
    /// If a key is unknown or a value is wrong.
    pub fn read(file: &Path) -> Result<Self, ConfigError> {
        let mut figment = Figment::new();
        if file.is_file() {
            figment = figment.merge(Toml::file_exact(file));
        }
        let figment = figment.merge(Env::prefixed(PREFIX).split("__"));
        let config: Self = figment.extract().map_err(|error| {
            let lines: Vec<String> = error.into_iter().map(|one| describe(&one)).collect();
            ConfigError::Wrong(lines.join("; "))
        })?;
        config.check()?;
        Ok(config)
    }

    /// Whether everything is on this machine, so that generated secrets may be kept beside it.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.database.is_sqlite()
    }

    fn check(&self) -> Result<(), ConfigError> {
        let refuse = |key: &str, why: &str| Err(ConfigError::Wrong(format!("{key} {why}")));
        if self.server.listen.parse::<std::net::SocketAddr>().is_err() {
            return refuse(
                "server.listen",
                "must be an address and a port, such as 127.0.0.1:8080",
            );
        }
        let public = &self.server.public_url;
        if !public.is_empty() && !public.starts_with("http://") && !public.starts_with("https://") {
            return refuse("server.public_url", "must begin with http:// or https://");
        }
        if self.database.max_connections == 0 {
            return refuse("database.max_connections", "must be at least 1");
        }
        let accounts = &self.accounts;
        if accounts.access_token_ttl_s <= 0
            || accounts.refresh_token_ttl_s < accounts.access_token_ttl_s
        {
            return refuse(
                "accounts.refresh_token_ttl_s",
                "must be at least accounts.access_token_ttl_s, and that more than 0",
            );
        }
        if self.server.account_requests_per_minute == 0 {
            return refuse("server.account_requests_per_minute", "must be at least 1");
        }
        if let Some((key, why)) = wrong_boards(&self.boards) {
            return refuse(&format!("boards.{key}"), why);
        }
        if let Some(why) = self.wrong_mail() {
            return refuse("mail.smtp_url", why);
        }
        let model = &self.model;
        if model.second.is_set() && !model.primary.is_set() {
            return refuse("model.second", "is set, but model.primary is not");
        }
        for (key, endpoint) in [("primary", &model.primary), ("second", &model.second)] {
            if let Some(why) = wrong_endpoint(endpoint) {
                return refuse(&format!("model.{key}"), why);
            }
        }
        if let Some(why) = wrong_embedding(&model.embedding) {
            return refuse("model.embedding", why);
        }
        if model.most_tokens_a_day < 0 || !is_price(model.most_dollars_a_day) {
            return refuse(
                "model.most_dollars_a_day",
                "and most_tokens_a_day must be 0 or more",
            );
        }
        Ok(())
    }
}

/// What is wrong with the keys of job boards.
fn wrong_boards(boards: &BoardsConfig) -> Option<(&'static str, &'static str)> {
    let is_set = |key: &SecretString| !key.expose_secret().is_empty();
    let (usajobs, adzuna) = (&boards.usajobs, &boards.adzuna);
    if is_set(&usajobs.key) && !usajobs.email.contains('@') {
        return Some((
            "usajobs.email",
            "must be the address that the key was given to",
        ));
    }
    if is_set(&adzuna.app_key) && adzuna.app_id.is_empty() {
        return Some(("adzuna.app_id", "must be set together with app_key"));
    }
    if is_set(&adzuna.app_key) && adzuna.countries.is_empty() {
        return Some(("adzuna.countries", "must name a country, such as gb"));
    }
    for (key, base) in [
        ("usajobs.base_url", &usajobs.base_url),
        ("adzuna.base_url", &adzuna.base_url),
    ] {
        if !base.is_empty() && !base.starts_with("https://") && !base.starts_with("http://") {
            return Some((key, "must begin with http:// or https://"));
        }
    }
    None
}

impl Config {
    /// What is wrong with the mail server: letters and a password go there, and their links lead back here.
    fn wrong_mail(&self) -> Option<&'static str> {
        if !self.mail.is_set() {
            return None;
        }
        let Ok(url) = url::Url::parse(self.mail.smtp_url.expose_secret()) else {
            return Some("is no address, such as smtps://user:password@mail.example.org");
        };
        let Some(host) = url.host_str() else {
            return Some("has no host");
        };
        let here = match host.trim_matches(['[', ']']).parse::<std::net::IpAddr>() {
            Ok(address) => !is_public(address),
            Err(_) => !host.contains('.'),
        };
        let starts_tls = url
            .query_pairs()
            .any(|(key, value)| key == "tls" && value == "required");
        match url.scheme() {
            "smtps" => {}
            "smtp" if starts_tls || here => {}
            "smtp" => {
                return Some(
                    "must be smtps://, or smtp:// with ?tls=required, outside the own network",
                );
            }
            _ => return Some("must begin with smtps:// or smtp://"),
        }
        if self.mail.from.is_empty() {
            return Some("is set, but mail.from is not");
        }
        self.server
            .public_url
            .is_empty()
            .then_some("needs server.public_url: the links in e-mails lead there")
    }
}

/// What is wrong with the address of a model.
fn wrong_endpoint(endpoint: &EndpointConfig) -> Option<&'static str> {
    if !endpoint.is_set() {
        return None;
    }
    if let Some(why) = wrong_model_address(&endpoint.base_url) {
        return Some(why);
    }
    if endpoint.model.is_empty() {
        return Some("needs the model's name");
    }
    if endpoint.timeout_ms == 0 || endpoint.max_tokens == 0 {
        return Some("needs a timeout_ms and max_tokens above 0");
    }
    (!is_price(endpoint.dollars_per_million_in) || !is_price(endpoint.dollars_per_million_out))
        .then_some("must have prices of 0 or more")
}

/// What is wrong with an embedding model.
fn wrong_embedding(embedding: &EmbeddingConfig) -> Option<&'static str> {
    if !embedding.is_set() {
        return None;
    }
    if let Some(why) = wrong_model_address(&embedding.base_url) {
        return Some(why);
    }
    if embedding.timeout_ms == 0 {
        return Some("needs a timeout_ms above 0");
    }
    if !(200..=20_000).contains(&embedding.most_characters) {
        return Some("needs most_characters from 200 to 20000");
    }
    (!is_price(embedding.dollars_per_million) || embedding.most_tokens_a_day < 0)
        .then_some("must have a price and most_tokens_a_day of 0 or more")
}

/// What is wrong with where a model is.
fn wrong_model_address(base_url: &str) -> Option<&'static str> {
    let Ok(url) = url::Url::parse(base_url) else {
        return Some("has a base_url that is no address");
    };
    let here = match url.host() {
        Some(url::Host::Domain(name)) => !name.contains('.'),
        Some(url::Host::Ipv4(address)) => address.is_loopback() || address.is_private(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => return Some("has a base_url without a host"),
    };
    if url.scheme() != "https" && !(url.scheme() == "http" && here) {
        return Some("must be https://, or http:// in the own network: people's words go there");
    }
    None
}

fn is_price(dollars: f64) -> bool {
    (0.0..=1e6).contains(&dollars)
}

/// One error with its key. Values are not repeated: they may be secrets.
fn describe(error: &figment::Error) -> String {
    use figment::error::Kind;
    let path = error.path.join(".");
    let place = if path.is_empty() {
        "the top level".to_owned()
    } else {
        format!("[{path}]")
    };
    match &error.kind {
        Kind::UnknownField(name, known) => {
            format!(
                "unknown key {name:?} in {place}; known there: {}",
                known.join(", ")
            )
        }
        Kind::UnknownVariant(_, known) => format!("{path} must be one of {}", known.join(", ")),
        Kind::InvalidType(_, expected) | Kind::InvalidValue(_, expected) => {
            format!("{path} must be {expected}")
        }
        Kind::Message(message) => format!("{path} {}", without_source(message))
            .trim()
            .to_owned(),
        _ => format!("{place} could not be read"),
    }
}

/// A parser's message without the lines of the file that it shows: they may hold secrets.
fn without_source(message: &str) -> String {
    message
        .lines()
        .filter(|line| !line.contains('|'))
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("foothold.toml");
        std::fs::write(&file, text).expect("writes");
        Config::read(&file)
    }

    #[test]
    fn a_missing_file_means_the_defaults() {
        let config = Config::read(Path::new("/nonexistent/foothold.toml")).expect("the defaults");
        assert_eq!(config.server.listen, "127.0.0.1:8080");
    }

    #[test]
    fn an_unknown_key_is_named() {
        let said = read("[server]\nlisten_on = \"x\"")
            .expect_err("refused")
            .to_string();
        assert!(
            said.contains("listen_on") && said.contains("server"),
            "{said}"
        );
        let said = read("[sever]\nlisten = \"x\"")
            .expect_err("refused")
            .to_string();
        assert!(said.contains("sever"), "{said}");
    }

    #[test]
    fn a_wrong_value_is_named_and_not_repeated() {
        let said = read("[database]\nmax_connections = \"hunter2\"")
            .expect_err("refused")
            .to_string();
        assert!(
            said.contains("database.max_connections") && !said.contains("hunter2"),
            "{said}"
        );
        assert!(read("[server]\nlisten = \"nowhere\"").is_err());
        assert!(read("[accounts]\nrefresh_token_ttl_s = 1").is_err());
        for wrong in [
            "",
            "base_url = \"http://models.example/v1\"",
            "base_url = \"http://127.0.0.1/v1\"\nmost_characters = 5",
        ] {
            let said = read(&format!("[model.embedding]\nmodel = \"m\"\n{wrong}"));
            let said = said.expect_err("refused").to_string();
            assert!(said.contains("model.embedding"), "{said}");
        }
        assert!(read("[model.embedding]\nmodel = \"m\"\nbase_url = \"http://[::1]/v1\"").is_ok());
        let said = read("[boards.usajobs]\nkey = \"hunter2\"").expect_err("refused");
        let said = said.to_string();
        assert!(
            said.contains("boards.usajobs.email") && !said.contains("hunter2"),
            "{said}"
        );
    }

    #[test]
    fn a_file_that_is_no_toml_is_refused_by_line_and_not_repeated() {
        let said = read("[keys]\njwt_secret = hunter2")
            .expect_err("refused")
            .to_string();
        assert!(
            said.contains("line 2") && !said.contains("hunter2"),
            "{said}"
        );
    }

    #[test]
    fn debug_shows_no_secret() {
        let config = read(
            "[database]\nurl = \"postgres://u:hunter2@h/d\"\n[keys]\njwt_secret = \"hunter2\"\n\
             [keys.ring]\nk1 = \"hunter2\"",
        )
        .expect("reads");
        assert!(!format!("{config:?}").contains("hunter2"));
    }
}
