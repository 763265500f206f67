//! The example file, made from the defaults.

use std::fmt::Write;

use secrecy::ExposeSecret;

use super::{Config, EmbeddingConfig, EndpointConfig, LogFormat};

/// The text of `foothold.example.toml`: every key with its default, commented out.
#[must_use]
pub fn example() -> String {
    let Config {
        server,
        database,
        keys,
        storage,
        accounts,
        model,
        boards,
        mail,
        alerts,
        log,
    } = Config::default();
    let format = match log.format {
        LogFormat::Text => "text",
        LogFormat::Json => "json",
    };
    let mut out = String::from(
        "# Foothold's configuration: every key with its default. Copy this file to foothold.toml (or\n\
         # name it in FOOTHOLD_CONFIG) and change what you need. Any key can also be set in the\n\
         # environment as FOOTHOLD__SECTION__KEY; that wins. Unknown keys are refused.\n",
    );
    let mut section = |name: &str, keys: &[(&str, &str, String)]| {
        let _ = write!(out, "\n[{name}]\n");
        for (key, about, value) in keys {
            for line in about.lines() {
                let _ = writeln!(out, "# {line}");
            }
            let _ = writeln!(out, "#{key} = {value}");
        }
    };
    let text = |value: &str| format!("{value:?}");
    section(
        "server",
        &[
            (
                "listen",
                "The address and port to listen on; port 0 takes a free one.",
                text(&server.listen),
            ),
            (
                "public_url",
                "The address that people use; empty for the listening address. With https:// cookies are Secure.",
                text(&server.public_url),
            ),
            (
                "portal_dir",
                "The folder of the built portal; without it only the API is served.",
                text("./dist/portal"),
            ),
            (
                "body_limit_bytes",
                "The largest request body, except for résumé uploads (5 MB).",
                server.body_limit_bytes.to_string(),
            ),
            (
                "request_timeout_ms",
                "How long a request may take.",
                server.request_timeout_ms.to_string(),
            ),
            (
                "upload_timeout_ms",
                "How long a résumé upload, or making the documents for a job, may take.",
                server.upload_timeout_ms.to_string(),
            ),
            (
                "shutdown_grace_ms",
                "How long open requests may go on after the signal to stop.",
                server.shutdown_grace_ms.to_string(),
            ),
            (
                "account_requests_per_minute",
                "How often one address may register, sign in and refresh, each.",
                server.account_requests_per_minute.to_string(),
            ),
            (
                "trust_forwarded_for",
                "Whether the last address in X-Forwarded-For is the client's: only behind a proxy that sets it.",
                server.trust_forwarded_for.to_string(),
            ),
        ],
    );
    section(
        "database",
        &[
            (
                "url",
                "sqlite://path or postgres://user:password@host/database",
                text(database.url.expose_secret()),
            ),
            (
                "max_connections",
                "How many connections are opened at most. SQLite has one more, which writes.",
                database.max_connections.to_string(),
            ),
        ],
    );
    section(
        "keys",
        &[
            (
                "file",
                "Where the secrets are kept when none is given below. Made once, for its owner only, when\nthe database is SQLite. Keep a copy: without it the stored personal data cannot be read.",
                text(&keys.file.to_string_lossy()),
            ),
            (
                "active",
                "Or all four here. The id of the key in the ring that seals new values.",
                text("k1"),
            ),
            (
                "ring",
                "The keys that seal personal data, by id: 32 bytes each, in base64.",
                "{ k1 = \"…\" }".to_owned(),
            ),
            (
                "jwt_secret",
                "Signs access tokens: at least 32 bytes, in base64.",
                text("…"),
            ),
            (
                "lookup_secret",
                "Finds accounts by their sealed address: at least 32 bytes, in base64. Never change it.",
                text("…"),
            ),
        ],
    );
    section(
        "storage",
        &[
            (
                "url",
                "Where files are kept: file://folder, s3://bucket/prefix or gs://bucket/prefix",
                text(&storage.url),
            ),
            (
                "options",
                "What S3 or Google need beside it; what is not given comes from their usual variables.",
                "{ region = \"eu-central-1\" }".to_owned(),
            ),
        ],
    );
    section(
        "accounts",
        &[
            (
                "access_token_ttl_s",
                "How long an access token works.",
                accounts.access_token_ttl_s.to_string(),
            ),
            (
                "refresh_token_ttl_s",
                "How long a session lives without being refreshed.",
                accounts.refresh_token_ttl_s.to_string(),
            ),
            (
                "device_token_ttl_s",
                "How long a connected device lives without being refreshed.",
                accounts.device_token_ttl_s.to_string(),
            ),
            (
                "refresh_grace_s",
                "How long a lost answer to a refresh may be asked for again.",
                accounts.refresh_grace_s.to_string(),
            ),
            (
                "attempts_per_client",
                "Wrong passwords for one account from one client before that client must wait.",
                accounts.attempts_per_client.to_string(),
            ),
            (
                "attempts_per_account",
                "Wrong passwords for one account from everywhere before unknown clients are let through\none by one. Clients that signed in before are never slowed by it.",
                accounts.attempts_per_account.to_string(),
            ),
            (
                "attempts_window_s",
                "The span in which they are counted, and how long a client must wait.",
                accounts.attempts_window_s.to_string(),
            ),
            (
                "attack_pause_s",
                "The pause between two unknown clients once an account is under attack.",
                accounts.attack_pause_s.to_string(),
            ),
        ],
    );
    section(
        "model",
        &[
            (
                "most_tokens_a_day",
                "The most tokens of one account a day (UTC), sent and answered together.",
                model.most_tokens_a_day.to_string(),
            ),
            (
                "most_dollars_a_day",
                "The most that one account may cost a day (UTC), in US dollars.",
                format!("{:?}", model.most_dollars_a_day),
            ),
            (
                "second_looks",
                "How many of a person's best matches a model looks at after each search; 0 for none. It may use a quarter\n\
of the day.",
                model.second_looks.to_string(),
            ),
        ],
    );
    section(
        "model.primary",
        &endpoint(
            &model.primary,
            [
                "Any server that speaks OpenAI's chat completions, such as Ollama on this machine, as here.\nWithout one everything is done by rules. A long wait also needs server.request_timeout_ms.",
                "http://127.0.0.1:11434/v1",
                "qwen3:8b",
                "",
            ],
        ),
    );
    section(
        "model.second",
        &endpoint(
            &model.second,
            [
                "Asked where the first gives no answer.",
                "https://api.openai.com/v1",
                "gpt-5-mini",
                "…",
            ],
        ),
    );
    section("model.embedding", &embedding(&model.embedding));
    section(
        "boards",
        &[
            (
                "gather",
                "Whether job boards are asked for jobs.",
                boards.gather.to_string(),
            ),
            (
                "private_hosts",
                "Hosts with their port that may be asked although they are not on the public web, such as\na job portal on this machine: [\"127.0.0.1:4000\"].",
                "[]".to_owned(),
            ),
        ],
    );
    section(
        "boards.usajobs",
        &[
            (
                "email",
                "USAJOBS gives a key to an e-mail address (developer.usajobs.gov). Without a key it is not asked.",
                text(&boards.usajobs.email),
            ),
            (
                "key",
                "The key; better in FOOTHOLD__BOARDS__USAJOBS__KEY than in a file.",
                text(""),
            ),
            (
                "base_url",
                "Asked instead of its own address.",
                text(&boards.usajobs.base_url),
            ),
        ],
    );
    section(
        "boards.adzuna",
        &[
            (
                "app_id",
                "Adzuna gives an application's id and key (developer.adzuna.com). Without them it is not asked.",
                text(&boards.adzuna.app_id),
            ),
            (
                "app_key",
                "The key; better in FOOTHOLD__BOARDS__ADZUNA__APP_KEY than in a file.",
                text(""),
            ),
            (
                "countries",
                "The countries whose jobs are gathered: at, au, be, br, ca, ch, de, es, fr, gb, in, it, mx, nl, nz, pl, sg,\nus, za. Each takes about 30 of the calls that Adzuna allows a day.",
                "[\"gb\"]".to_owned(),
            ),
            (
                "base_url",
                "Asked instead of its own address.",
                text(&boards.adzuna.base_url),
            ),
        ],
    );
    section(
        "mail",
        &[
            (
                "smtp_url",
                "The mail server, such as smtps://user:password@mail.example.org, or smtp://…?tls=required for STARTTLS.\n\
                 Without one no e-mail is sent, and the portal says so. It needs server.public_url.",
                text(mail.smtp_url.expose_secret()),
            ),
            (
                "from",
                "Who e-mails are from, such as \"Foothold <no-reply@example.org>\".",
                text(&mail.from),
            ),
        ],
    );
    section(
        "alerts",
        &[(
            "private_hosts",
            "Hosts with their port that people's webhooks may be at although they are not on the public web.",
            format!("{:?}", alerts.private_hosts),
        )],
    );
    section(
        "log",
        &[
            (
                "filter",
                "Which lines are written: levels, also by target.",
                text(&log.filter),
            ),
            ("format", "\"text\" or \"json\"", text(format)),
        ],
    );
    out
}

/// The keys of one model; `shown` are the words about it, an address, a model's name and a key.
fn endpoint(
    defaults: &EndpointConfig,
    shown: [&'static str; 4],
) -> [(&'static str, &'static str, String); 7] {
    let [about, address, name, key] = shown;
    [
        ("base_url", about, format!("{address:?}")),
        ("api_key", "The key; empty for none.", format!("{key:?}")),
        ("model", "The model's name there.", format!("{name:?}")),
        (
            "dollars_per_million_in",
            "What a million tokens cost, in US dollars, sent and answered.",
            format!("{:?}", defaults.dollars_per_million_in),
        ),
        (
            "dollars_per_million_out",
            "",
            format!("{:?}", defaults.dollars_per_million_out),
        ),
        (
            "timeout_ms",
            "How long a call may take.",
            defaults.timeout_ms.to_string(),
        ),
        (
            "max_tokens",
            "The most tokens of one answer.",
            defaults.max_tokens.to_string(),
        ),
    ]
}

/// The keys of the embedding model.
fn embedding(defaults: &EmbeddingConfig) -> [(&'static str, &'static str, String); 8] {
    [
        (
            "base_url",
            "Says how near a posting's text is to a profile's, which moves a match by four points at most. Any server that\n\
             speaks OpenAI's embeddings. Postings are embedded once for all people.",
            "\"http://127.0.0.1:11434/v1\"".to_owned(),
        ),
        ("api_key", "The key; empty for none.", "\"\"".to_owned()),
        (
            "model",
            "The model's name there; without one nothing is embedded.",
            "\"nomic-embed-text\"".to_owned(),
        ),
        (
            "dollars_per_million",
            "What a million tokens cost, in US dollars.",
            format!("{:?}", defaults.dollars_per_million),
        ),
        (
            "timeout_ms",
            "How long a call may take; it is about sixteen texts at most.",
            defaults.timeout_ms.to_string(),
        ),
        (
            "matches",
            "How many of a person's best matches are embedded after each search; 0 for none.",
            defaults.matches.to_string(),
        ),
        (
            "most_characters",
            "The longest text that is sent. Four characters are about a token; a model that reads 512 tokens takes 1500.",
            defaults.most_characters.to_string(),
        ),
        (
            "most_tokens_a_day",
            "The most tokens of all people together a day (UTC); of each person's own day it may use a quarter.",
            defaults.most_tokens_a_day.to_string(),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The committed file is this text: `cargo run -p foothold-backend -- example-config > foothold.example.toml`.
    #[test]
    fn the_committed_example_is_up_to_date() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../foothold.example.toml");
        let committed = std::fs::read_to_string(file).expect("foothold.example.toml is there");
        assert_eq!(committed, example());
    }

    #[test]
    fn every_key_of_the_example_is_known() {
        let text: String = example()
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(key) if key.starts_with(char::is_alphabetic) => format!("{key}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("foothold.toml");
        std::fs::write(&file, text).expect("writes");
        Config::read(&file).expect("every key is known and every default is sound");
    }
}
