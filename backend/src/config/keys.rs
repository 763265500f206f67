//! The secrets, from the configuration or from a file that is made once.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use figment::Figment;
use figment::providers::{Format, Toml};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{Config, KeysConfig};
use crate::chance::Chance;
use crate::db::make_private_folder;

const KEY_BYTES: usize = 32;

/// The secrets, decoded.
#[derive(Clone)]
pub struct Secrets {
    /// The id of the key that seals new values.
    pub active: String,
    /// The keys that seal personal data, by id.
    pub ring: BTreeMap<String, Zeroizing<[u8; KEY_BYTES]>>,
    /// Signs access tokens and what belongs to sessions.
    pub jwt_secret: Zeroizing<Vec<u8>>,
    /// Finds accounts by their sealed address.
    pub lookup_secret: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(redacted)")
    }
}

/// Why there are no usable secrets. None of the messages repeats one.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Something is missing or malformed.
    #[error("{0} {1}")]
    Wrong(String, &'static str),
    /// There is no file, and one must not be made by itself.
    #[error(
        "there are no keys: set keys.active, keys.ring, keys.jwt_secret and keys.lookup_secret, \
         or put the file {0} there (it is only made by itself when the database is local)"
    )]
    Missing(PathBuf),
    /// The file cannot be read or made.
    #[error("the key file {0}: {1}")]
    File(PathBuf, #[source] std::io::Error),
    /// The file's content is wrong.
    #[error("the key file {0} is not well formed, or has an unknown key")]
    Malformed(PathBuf),
}

/// The key file's content.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    active: String,
    ring: BTreeMap<String, SecretString>,
    jwt_secret: SecretString,
    lookup_secret: SecretString,
}

impl Secrets {
    /// The configured secrets; without any, those of the key file, which is made when everything
    /// is local and it is not there.
    ///
    /// # Errors
    /// See [`KeyError`].
    pub fn load(config: &Config, chance: &dyn Chance) -> Result<Self, KeyError> {
        let keys = &config.keys;
        let given = !keys.ring.is_empty()
            || !keys.active.is_empty()
            || keys.jwt_secret.is_some()
            || keys.lookup_secret.is_some();
        if given {
            return Self::from_config(keys);
        }
        if !keys.file.exists() {
            if !config.is_local() {
                return Err(KeyError::Missing(keys.file.clone()));
            }
            let io = |error| KeyError::File(keys.file.clone(), error);
            match write_once(&keys.file, &generate(chance)) {
                Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                    return Err(io(error));
                }
                _ => {}
            }
        }
        let file: KeyFile = Figment::from(Toml::file_exact(&keys.file))
            .extract()
            .map_err(|_| KeyError::Malformed(keys.file.clone()))?;
        Self::decode(
            &file.active,
            &file.ring,
            &file.jwt_secret,
            &file.lookup_secret,
        )
    }

    fn from_config(keys: &KeysConfig) -> Result<Self, KeyError> {
        let need =
            |name: &str| KeyError::Wrong(name.to_owned(), "is missing: the other keys are set");
        let jwt_secret = keys
            .jwt_secret
            .as_ref()
            .ok_or_else(|| need("keys.jwt_secret"))?;
        let lookup = keys
            .lookup_secret
            .as_ref()
            .ok_or_else(|| need("keys.lookup_secret"))?;
        Self::decode(&keys.active, &keys.ring, jwt_secret, lookup)
    }

    fn decode(
        active: &str,
        ring: &BTreeMap<String, SecretString>,
        jwt_secret: &SecretString,
        lookup_secret: &SecretString,
    ) -> Result<Self, KeyError> {
        let mut keys = BTreeMap::new();
        for (id, key) in ring {
            let sound = id
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b));
            let wrong = |why| KeyError::Wrong(format!("keys.ring.{id}"), why);
            if !sound || id.is_empty() {
                return Err(wrong(
                    "must be named with lower-case letters, digits, - and _",
                ));
            }
            let bytes =
                bytes(key).and_then(|bytes| <[u8; KEY_BYTES]>::try_from(bytes.as_slice()).ok());
            let bytes = bytes.ok_or_else(|| wrong("must be 32 bytes in base64"))?;
            keys.insert(id.clone(), Zeroizing::new(bytes));
        }
        if !keys.contains_key(active) {
            return Err(KeyError::Wrong(
                "keys.active".to_owned(),
                "must name a key in keys.ring",
            ));
        }
        let long = |name: &str, secret: &SecretString| {
            bytes(secret)
                .filter(|bytes| bytes.len() >= KEY_BYTES)
                .ok_or_else(|| {
                    KeyError::Wrong(name.to_owned(), "must be at least 32 bytes in base64")
                })
        };
        Ok(Self {
            active: active.to_owned(),
            ring: keys,
            jwt_secret: long("keys.jwt_secret", jwt_secret)?,
            lookup_secret: long("keys.lookup_secret", lookup_secret)?,
        })
    }
}

fn bytes(secret: &SecretString) -> Option<Zeroizing<Vec<u8>>> {
    STANDARD
        .decode(secret.expose_secret())
        .ok()
        .map(Zeroizing::new)
}

fn generate(chance: &dyn Chance) -> Zeroizing<String> {
    let random = || {
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        chance.fill(bytes.as_mut_slice());
        Zeroizing::new(STANDARD.encode(bytes.as_slice()))
    };
    Zeroizing::new(format!(
        "# The secrets of this Foothold server. Keep this file private and keep a copy of it:\n\
         # without it the stored personal data cannot be read.\n\
         # To change the sealing key: add a second one to [ring], make it active, and run\n\
         # `foothold-backend rotate-keys`; then remove the old one.\n\
         active = \"k1\"\n\
         jwt_secret = \"{}\"\n\
         lookup_secret = \"{}\"\n\n\
         [ring]\n\
         k1 = \"{}\"\n",
        random().as_str(),
        random().as_str(),
        random().as_str()
    ))
}

/// Writes a private file that was not there, all of it or nothing: it appears under its name only
/// when it is complete.
fn write_once(file: &Path, text: &str) -> std::io::Result<()> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    make_private_folder(folder)?;
    let draft = folder.join(format!(".keys.{}.new", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(&draft)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    // A link fails when the name is taken: of two servers that start at once, one wins.
    let linked = std::fs::hard_link(&draft, file);
    std::fs::remove_file(&draft)?;
    linked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::{SeededChance, SystemChance};

    fn local(folder: &Path) -> Config {
        let mut config = Config::default();
        config.keys.file = folder.join("data/keys.toml");
        config
    }

    #[test]
    fn the_file_is_made_once_and_for_the_owner_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let config = local(folder.path());
        let first = Secrets::load(&config, &SystemChance).expect("is made");
        let second = Secrets::load(&config, &SystemChance).expect("is read");
        assert_eq!(first.jwt_secret, second.jwt_secret);
        assert_eq!(first.ring, second.ring);
        assert_ne!(first.jwt_secret, first.lookup_secret);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&config.keys.file)
                .expect("is there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let folder = config.keys.file.parent().expect("a folder");
        assert_eq!(std::fs::read_dir(folder).expect("lists").count(), 1);
    }

    #[test]
    fn no_file_is_made_for_a_database_elsewhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = local(folder.path());
        config.database.url = "postgres://somewhere/foothold".into();
        let error = Secrets::load(&config, &SystemChance).expect_err("refused");
        assert!(matches!(error, KeyError::Missing(_)));
        assert!(!config.keys.file.exists());
    }

    #[test]
    fn given_keys_must_be_complete_and_sound() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = local(folder.path());
        let key = || STANDARD.encode([1; 32]).into();
        config.keys.active = "k1".to_owned();
        config.keys.ring = BTreeMap::from([("k1".to_owned(), key())]);
        config.keys.jwt_secret = Some(key());
        assert!(Secrets::load(&config, &SeededChance::new(1)).is_err());
        config.keys.lookup_secret = Some(key());
        assert!(Secrets::load(&config, &SeededChance::new(1)).is_ok());
        config.keys.ring.insert("k2".to_owned(), "hunter2".into());
        let said = Secrets::load(&config, &SeededChance::new(1))
            .expect_err("refused")
            .to_string();
        assert!(said.contains("k2") && !said.contains("hunter2"), "{said}");
        assert!(!config.keys.file.exists());
    }
}
