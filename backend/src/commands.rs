//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use foothold_backend::adapters::objects::open_objects;
use foothold_backend::app::{self, App, Outside};
use foothold_backend::config::{self, Config, Secrets};
use foothold_backend::crypto::Keyring;
use foothold_backend::db::Db;
use foothold_backend::features::documents::{Documents, Shelves};
use foothold_backend::features::matches::learned_terms;
use foothold_backend::features::model_use::Models;
use foothold_backend::features::profiles::Profiles;
use foothold_backend::features::resumes::{Inspector, Resumes};
use foothold_backend::rotate;
use secrecy::ExposeSecret;

use crate::{logs, serve};

const HELP: &str = "\
The Foothold server.

foothold-backend [serve] [--ready-file FILE]   serve the API and the portal; FILE gets the address
foothold-backend migrate                       bring the database up to date
foothold-backend rotate-keys                   seal everything with the active key; can be repeated
foothold-backend check-config                  say whether the configuration is sound
foothold-backend example-config                print every key with its default
foothold-backend openapi                       print the OpenAPI document
foothold-backend learned-terms                 print the names that postings taught, for the vocabulary

Configuration: foothold.toml (or the file that FOOTHOLD_CONFIG names), then FOOTHOLD__SECTION__KEY.
";

/// What the program was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Serve.
    Serve {
        /// The file that gets the address once it listens.
        ready_file: Option<PathBuf>,
    },
    /// Bring the database up to date.
    Migrate,
    /// Seal everything with the active key.
    RotateKeys,
    /// Say whether the configuration is sound.
    CheckConfig,
    /// Print the example configuration.
    ExampleConfig,
    /// Print the OpenAPI document.
    OpenApi,
    /// Print the terms that were learned from postings.
    LearnedTerms,
    /// Print how to use it.
    Help,
}

impl Command {
    /// Reads the command line.
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let mut command = Self::Serve { ready_file: None };
        let mut is_named = false;
        while let Some(argument) = arguments.next() {
            let named = match argument.as_str() {
                "serve" => Self::Serve { ready_file: None },
                "migrate" => Self::Migrate,
                "rotate-keys" => Self::RotateKeys,
                "check-config" => Self::CheckConfig,
                "example-config" => Self::ExampleConfig,
                "openapi" => Self::OpenApi,
                "learned-terms" => Self::LearnedTerms,
                "help" | "--help" | "-h" => return Ok(Self::Help),
                "--ready-file" => match (&mut command, arguments.next()) {
                    (Self::Serve { ready_file }, Some(file)) => {
                        *ready_file = Some(file.into());
                        continue;
                    }
                    _ => anyhow::bail!("--ready-file takes a file and goes with serve"),
                },
                other => anyhow::bail!("unknown argument {other:?}; see --help"),
            };
            if is_named || command != (Self::Serve { ready_file: None }) {
                anyhow::bail!("one command at a time; see --help");
            }
            is_named = true;
            command = named;
        }
        Ok(command)
    }

    /// Does it.
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        match self {
            Self::Help => say(HELP),
            Self::ExampleConfig => say(&config::example()),
            Self::OpenApi => say(&app::openapi()),
            Self::CheckConfig => {
                let config = Config::load()?;
                logs::check(&config.log)?;
                if config.keys.file.exists() || !config.is_local() {
                    Secrets::load(&config, Outside::system().chance.as_ref())?;
                }
                say("The configuration is sound.\n");
            }
            Self::Serve { ready_file } => {
                let config = Config::load()?;
                logs::start(&config.log)?;
                let server = config.server.clone();
                let app = App::open(config, Outside::system()).await?;
                serve::serve(app, &server, ready_file).await?;
            }
            Self::Migrate => {
                let config = Config::load()?;
                logs::start(&config.log)?;
                open_db(&config).await?.close().await;
                say("The database is up to date.\n");
            }
            Self::LearnedTerms => {
                let config = Config::load()?;
                let db = open_db(&config).await?;
                say(&learned_terms(&db).await?);
                db.close().await;
            }
            Self::RotateKeys => {
                let config = Config::load()?;
                logs::start(&config.log)?;
                return rotate_keys(&config).await;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn open_db(config: &Config) -> anyhow::Result<Db> {
    let url = config.database.url.expose_secret();
    let db = Db::connect(url, config.database.max_connections).await?;
    db.migrate().await?;
    Ok(db)
}

async fn rotate_keys(config: &Config) -> anyhow::Result<ExitCode> {
    let outside = Outside::system();
    let secrets = Secrets::load(config, outside.chance.as_ref())?;
    let keyring = Keyring::new(&secrets.active, &secrets.ring, outside.chance.clone())
        .ok_or_else(|| anyhow::anyhow!("keys.active must name a key in keys.ring"))?;
    let db = open_db(config).await?;
    let mut failed = 0;
    for column in app::SEALED.iter().copied().flatten() {
        let counts = rotate::rotate(&db, &keyring, column).await?;
        failed += counts.failed;
        say(&format!(
            "{}.{}: {} sealed anew, {} could not be opened\n",
            column.table, column.column, counts.rotated, counts.failed
        ));
    }
    let objects = open_objects(&config.storage.url, &config.storage.options)?;
    let inspector = Inspector::this_program()?;
    let (clock, ids) = (outside.clock, outside.ids);
    let resumes = Resumes::new(
        db.clone(),
        keyring.clone(),
        Arc::clone(&objects),
        inspector,
        Arc::clone(&clock),
        Arc::clone(&ids),
    );
    let shelves = Shelves {
        db: db.clone(),
        keyring: keyring.clone(),
        objects,
    };
    let documents = Documents::new(
        shelves,
        Arc::clone(&clock),
        Arc::clone(&ids),
        Profiles::new(db.clone(), keyring.clone(), Arc::clone(&clock)),
        resumes.clone(),
        Models::new(db.clone(), clock, ids, &config.model, Vec::new()),
    );
    for (what, counts) in [
        ("résumé files", resumes.reseal_files().await?),
        ("document files", documents.reseal_files().await?),
    ] {
        failed += counts.failed;
        say(&format!(
            "{what}: {} sealed anew, {} could not be opened\n",
            counts.rotated, counts.failed
        ));
    }
    db.close().await;
    if failed > 0 {
        say("Some values could not be opened: keep the old keys, and see the log for the rows.\n");
        return Ok(ExitCode::FAILURE);
    }
    say(&format!(
        "Everything is sealed with {:?}; other keys can be removed.\n",
        keyring.active()
    ));
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "this is the program's output")]
fn say(text: &str) {
    print!("{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> anyhow::Result<Command> {
        Command::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn serving_is_what_happens_by_itself() {
        let serve = |file: Option<&str>| Command::Serve {
            ready_file: file.map(PathBuf::from),
        };
        assert_eq!(parse("").expect("reads"), serve(None));
        assert_eq!(
            parse("serve --ready-file f").expect("reads"),
            serve(Some("f"))
        );
        assert_eq!(parse("--ready-file f").expect("reads"), serve(Some("f")));
        assert_eq!(parse("rotate-keys").expect("reads"), Command::RotateKeys);
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "sevre",
            "migrate openapi",
            "--ready-file",
            "migrate --ready-file f",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
