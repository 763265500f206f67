//! The sections of the configuration, each with its defaults.

use std::collections::BTreeMap;
use std::path::PathBuf;

use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

/// Listening, limits, the portal's files.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerConfig {
    /// The address and port to listen on; port 0 takes a free one.
    pub listen: String,
    /// The address that people use (`https://…`); empty for the listening address. With https the
    /// cookies are `Secure`.
    pub public_url: String,
    /// The folder of the built portal.
    pub portal_dir: Option<PathBuf>,
    /// The largest body, except for résumé uploads (5 MB).
    pub body_limit_bytes: u64,
    /// How long a request may take.
    pub request_timeout_ms: u64,
    /// How long a résumé upload, or making the documents for a job, may take.
    pub upload_timeout_ms: u64,
    /// How long open requests may go on after the signal to stop.
    pub shutdown_grace_ms: u64,
    /// How often one address may register, sign in or refresh, each.
    pub account_requests_per_minute: u32,
    /// Whether the last address in `X-Forwarded-For` is the client's; only behind a proxy that
    /// sets it.
    pub trust_forwarded_for: bool,
}

impl ServerConfig {
    /// Whether people reach the server by https.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            public_url: String::new(),
            portal_dir: None,
            body_limit_bytes: 1024 * 1024,
            request_timeout_ms: 30_000,
            upload_timeout_ms: 120_000,
            shutdown_grace_ms: 10_000,
            account_requests_per_minute: 30,
            trust_forwarded_for: false,
        }
    }
}

/// Which database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DatabaseConfig {
    /// `sqlite://path` or `postgres://user:password@host/database`.
    pub url: SecretString,
    /// How many connections are opened at most. SQLite has one more, which writes.
    pub max_connections: u32,
}

impl DatabaseConfig {
    /// Whether the address names an SQLite file.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.url.expose_secret().starts_with("sqlite:")
    }
}

impl Default for DatabaseConfig {
    fn default() -> Self {
        Self {
            url: "sqlite://./data/foothold.db".into(),
            max_connections: 8,
        }
    }
}

/// The secrets: given here, or kept in a file that is made once.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct KeysConfig {
    /// Where they are kept when none is given here.
    pub file: PathBuf,
    /// The id of the key in `ring` that seals new values.
    pub active: String,
    /// The keys that seal personal data, by id: 32 bytes each, in base64.
    pub ring: BTreeMap<String, SecretString>,
    /// Signs access tokens and what belongs to sessions: at least 32 bytes, in base64. Changing it
    /// ends every session's access token.
    pub jwt_secret: Option<SecretString>,
    /// Finds accounts by their sealed address: at least 32 bytes, in base64. Changing it makes
    /// every account unfindable.
    pub lookup_secret: Option<SecretString>,
}

impl Default for KeysConfig {
    fn default() -> Self {
        Self {
            file: PathBuf::from("./data/keys.toml"),
            active: String::new(),
            ring: BTreeMap::new(),
            jwt_secret: None,
            lookup_secret: None,
        }
    }
}

/// Where files are kept.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StorageConfig {
    /// `file://folder`, `s3://bucket/prefix` or `gs://bucket/prefix`.
    pub url: String,
    /// What S3 or Google need beside it (`region`, `endpoint`, `access_key_id` …), by the names of
    /// the `object_store` library. What is not given comes from their usual variables or the
    /// machine's role.
    pub options: BTreeMap<String, SecretString>,
}

impl Default for StorageConfig {
    fn default() -> Self {
        Self {
            url: "file://./data/objects".to_owned(),
            options: BTreeMap::new(),
        }
    }
}

/// Sessions and lock-out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AccountsConfig {
    /// How long an access token works.
    pub access_token_ttl_s: i64,
    /// How long a session lives without being refreshed.
    pub refresh_token_ttl_s: i64,
    /// How long a connected device lives without being refreshed.
    pub device_token_ttl_s: i64,
    /// How long a lost answer to a refresh may be asked for again.
    pub refresh_grace_s: i64,
    /// Wrong passwords for one account from one client before that client must wait.
    pub attempts_per_client: i64,
    /// Wrong passwords for one account from everywhere before clients that it does not know are
    /// let through one by one.
    pub attempts_per_account: i64,
    /// The span in which they are counted, and how long a client must wait.
    pub attempts_window_s: i64,
    /// The pause between two unknown clients once an account is under attack.
    pub attack_pause_s: i64,
}

impl Default for AccountsConfig {
    fn default() -> Self {
        Self {
            access_token_ttl_s: 15 * 60,
            refresh_token_ttl_s: 30 * 24 * 60 * 60,
            device_token_ttl_s: 180 * 24 * 60 * 60,
            refresh_grace_s: 60,
            attempts_per_client: 5,
            attempts_per_account: 50,
            attempts_window_s: 15 * 60,
            attack_pause_s: 10,
        }
    }
}

/// Language models, and how much of them a person may use.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ModelConfig {
    /// Which is asked first.
    pub primary: EndpointConfig,
    /// Which is asked where the first gives no answer.
    pub second: EndpointConfig,
    /// The most tokens of one account a day (UTC), both ways.
    pub most_tokens_a_day: i64,
    /// The most that one account may cost a day (UTC), in US dollars.
    pub most_dollars_a_day: f64,
    /// How many of a person's best matches get a second look; 0 for none.
    pub second_looks: u32,
    /// Which says how near texts are.
    pub embedding: EmbeddingConfig,
}

impl Default for ModelConfig {
    fn default() -> Self {
        Self {
            primary: EndpointConfig::default(),
            second: EndpointConfig::default(),
            most_tokens_a_day: 500_000,
            most_dollars_a_day: 1.0,
            second_looks: 20,
            embedding: EmbeddingConfig::default(),
        }
    }
}

/// One model, behind OpenAI's protocol.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EndpointConfig {
    /// The address above `/chat/completions`; empty for none.
    pub base_url: String,
    /// The key; empty for none.
    pub api_key: SecretString,
    /// The model's name.
    pub model: String,
    /// US dollars for a million tokens sent.
    pub dollars_per_million_in: f64,
    /// US dollars for a million tokens answered.
    pub dollars_per_million_out: f64,
    /// How long a call may take.
    pub timeout_ms: u64,
    /// The most tokens of one answer.
    pub max_tokens: u32,
}

impl EndpointConfig {
    /// Whether there is one.
    #[must_use]
    pub fn is_set(&self) -> bool {
        !self.base_url.is_empty()
    }
}

impl Default for EndpointConfig {
    fn default() -> Self {
        Self {
            base_url: String::new(),
            api_key: SecretString::default(),
            model: String::new(),
            dollars_per_million_in: 0.0,
            dollars_per_million_out: 0.0,
            timeout_ms: 12_000,
            max_tokens: 4_000,
        }
    }
}

/// An embedding model, behind OpenAI's protocol.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EmbeddingConfig {
    /// The address above `/embeddings`.
    pub base_url: String,
    /// The key; empty for none.
    pub api_key: SecretString,
    /// The model's name; empty for none.
    pub model: String,
    /// US dollars for a million tokens.
    pub dollars_per_million: f64,
    /// How long a call may take.
    pub timeout_ms: u64,
    /// How many of a person's best matches are embedded.
    pub matches: u32,
    /// The longest text that is sent, in characters.
    pub most_characters: u32,
    /// The most tokens of all people together a day (UTC).
    pub most_tokens_a_day: i64,
}

impl EmbeddingConfig {
    /// Whether there is one.
    #[must_use]
    pub fn is_set(&self) -> bool {
        !self.model.is_empty()
    }
}

impl Default for EmbeddingConfig {
    fn default() -> Self {
        Self {
            base_url: String::new(),
            api_key: SecretString::default(),
            model: String::new(),
            dollars_per_million: 0.0,
            timeout_ms: 30_000,
            matches: 200,
            most_characters: 1_500,
            most_tokens_a_day: 5_000_000,
        }
    }
}

/// Gathering jobs from boards.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BoardsConfig {
    /// Whether boards are asked at all.
    pub gather: bool,
    /// Hosts with their port that may be asked although they are not on the public web.
    pub private_hosts: Vec<String>,
    /// The key of USAJOBS.
    pub usajobs: UsajobsConfig,
    /// The key of Adzuna.
    pub adzuna: AdzunaConfig,
}

/// The key of USAJOBS; without one it is not asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UsajobsConfig {
    /// The e-mail address that the key was given to.
    pub email: String,
    /// The key; empty for none.
    pub key: SecretString,
    /// Asked instead of its own address; empty for that.
    pub base_url: String,
}

/// The key of Adzuna; without one it is not asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AdzunaConfig {
    /// The application's id.
    pub app_id: String,
    /// The application's key; empty for none.
    pub app_key: SecretString,
    /// The countries whose jobs are gathered, by their codes.
    pub countries: Vec<String>,
    /// Asked instead of its own address; empty for that.
    pub base_url: String,
}

impl Default for AdzunaConfig {
    fn default() -> Self {
        Self {
            app_id: String::new(),
            app_key: SecretString::default(),
            countries: vec!["gb".to_owned()],
            base_url: String::new(),
        }
    }
}

impl Default for BoardsConfig {
    fn default() -> Self {
        Self {
            gather: true,
            private_hosts: Vec::new(),
            usajobs: UsajobsConfig::default(),
            adzuna: AdzunaConfig::default(),
        }
    }
}

/// Sending e-mail.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MailConfig {
    /// The mail server, such as `smtps://user:password@mail.example.org`; empty for none.
    pub smtp_url: SecretString,
    /// Who letters are from, such as `Foothold <no-reply@example.org>`.
    pub from: String,
}

impl MailConfig {
    /// Whether there is a mail server.
    #[must_use]
    pub fn is_set(&self) -> bool {
        !self.smtp_url.expose_secret().is_empty()
    }
}

/// Telling people of new jobs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AlertsConfig {
    /// Hosts with their port that webhooks may be at although they are not on the public web, also without https.
    pub private_hosts: Vec<String>,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs, one object a line.
    Json,
}

/// Logging.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LogConfig {
    /// Which lines are written, as `tracing_subscriber::EnvFilter` reads it.
    pub filter: String,
    /// How they look.
    pub format: LogFormat,
}

impl Default for LogConfig {
    fn default() -> Self {
        Self {
            filter: "info,sqlx=warn,poem=warn,pdf_oxide=error".to_owned(),
            format: LogFormat::Text,
        }
    }
}
