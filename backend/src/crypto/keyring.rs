//! Sealing personal data at rest: AES-256-GCM, the key's id in the record, bound to its place.
//!
//! A sealed text is `<key id>.<base64url of nonce and ciphertext>`. The place (table, column, row)
//! is authenticated with it, so that a sealed value moved to another row does not open.

use std::collections::BTreeMap;
use std::sync::Arc;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use crate::chance::Chance;

/// Where a sealed value lives; part of what is authenticated.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The table's name.
    pub table: &'a str,
    /// The column's name.
    pub column: &'a str,
    /// The row's key.
    pub row: &'a str,
}

impl Place<'_> {
    fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for part in [self.table, self.column, self.row] {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }
}

/// Why a sealed value does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It is not a sealed value at all.
    #[error("a stored value is not in the sealed form")]
    Malformed,
    /// The key it names is not configured.
    #[error("a stored value needs the key {0:?}, which is not configured")]
    UnknownKey(String),
    /// The key is there, but the value or its place was changed.
    #[error("a stored value does not belong to its place or was changed")]
    Tampered,
}

/// The configured keys, one of them active.
#[derive(Clone)]
pub struct Keyring {
    active: String,
    ciphers: Arc<BTreeMap<String, Aes256Gcm>>,
    chance: Arc<dyn Chance>,
}

impl Keyring {
    /// A keyring of 32-byte keys by id. `None` if the active key is not among them, or an id is
    /// empty or has other characters than lower-case letters, digits, `_` and `-`.
    #[must_use]
    pub fn new(
        active: &str,
        keys: &BTreeMap<String, Zeroizing<[u8; 32]>>,
        chance: Arc<dyn Chance>,
    ) -> Option<Self> {
        let sound = |id: &String| {
            !id.is_empty()
                && id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
        };
        if !keys.contains_key(active) || !keys.keys().all(sound) {
            return None;
        }
        let ciphers = keys
            .iter()
            .map(|(id, key)| (id.clone(), Aes256Gcm::new((&**key).into())))
            .collect();
        Some(Self {
            active: active.to_owned(),
            ciphers: Arc::new(ciphers),
            chance,
        })
    }

    /// The id of the key that new values are sealed with.
    #[must_use]
    pub fn active(&self) -> &str {
        &self.active
    }

    /// Seals a value for its place with the active key.
    ///
    /// # Panics
    /// If the value is larger than AES-GCM can take (64 GiB).
    #[must_use]
    pub fn seal(&self, plain: &[u8], place: Place<'_>) -> String {
        let mut nonce = [0; 12];
        self.chance.fill(&mut nonce);
        let payload = Payload {
            msg: plain,
            aad: &place.bytes(),
        };
        let mut sealed = nonce.to_vec();
        sealed.extend(
            self.ciphers[&self.active]
                .encrypt(&Nonce::from(nonce), payload)
                .expect("a value is far smaller than AES-GCM's limit"),
        );
        format!("{}.{}", self.active, URL_SAFE_NO_PAD.encode(sealed))
    }

    /// Opens a sealed value at its place.
    ///
    /// # Errors
    /// See [`OpenError`]; none of them says anything about the content.
    pub fn open(&self, sealed: &str, place: Place<'_>) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let (key_id, body) = sealed.split_once('.').ok_or(OpenError::Malformed)?;
        let cipher = self
            .ciphers
            .get(key_id)
            .ok_or_else(|| OpenError::UnknownKey(key_id.to_owned()))?;
        let bytes = URL_SAFE_NO_PAD
            .decode(body)
            .map_err(|_| OpenError::Malformed)?;
        let (nonce, text) = bytes
            .split_first_chunk::<12>()
            .ok_or(OpenError::Malformed)?;
        cipher
            .decrypt(
                &Nonce::from(*nonce),
                Payload {
                    msg: text,
                    aad: &place.bytes(),
                },
            )
            .map(Zeroizing::new)
            .map_err(|_| OpenError::Tampered)
    }

    /// Seals a value as JSON, which is wiped from memory behind it.
    ///
    /// # Panics
    /// If the value does not become JSON: only plain data is sealed.
    #[must_use]
    pub fn seal_json(&self, value: &impl Serialize, place: Place<'_>) -> String {
        let json = Zeroizing::new(serde_json::to_vec(value).expect("plain data becomes JSON"));
        self.seal(&json, place)
    }

    /// Opens what [`Keyring::seal_json`] sealed.
    ///
    /// # Errors
    /// An [`OpenError`] as the caller's own error; `unknown` where it opens but is another kind of value.
    pub fn open_json<T: DeserializeOwned, E: From<OpenError>>(
        &self,
        sealed: &str,
        place: Place<'_>,
        unknown: E,
    ) -> Result<T, E> {
        let json = self.open(sealed, place)?;
        serde_json::from_slice(&json).map_err(|_| unknown)
    }

    /// Whether a sealed value was sealed with the active key.
    #[must_use]
    pub fn is_current(&self, sealed: &str) -> bool {
        sealed
            .split_once('.')
            .is_some_and(|(key_id, _)| key_id == self.active)
    }
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Keyring(active {:?}, {} keys)",
            self.active,
            self.ciphers.len()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;

    const HERE: Place<'_> = Place {
        table: "profiles",
        column: "contact",
        row: "1",
    };

    fn ring(active: &str) -> Keyring {
        let keys = BTreeMap::from([
            ("k1".to_owned(), Zeroizing::new([1; 32])),
            ("k2".to_owned(), Zeroizing::new([2; 32])),
        ]);
        Keyring::new(active, &keys, Arc::new(SeededChance::new(7))).expect("a sound keyring")
    }

    #[test]
    fn what_is_sealed_opens_only_at_its_place() {
        let ring = ring("k1");
        let sealed = ring.seal("Zoë".as_bytes(), HERE);
        assert!(sealed.starts_with("k1.") && !sealed.contains("Zo"));
        assert_eq!(
            ring.open(&sealed, HERE).expect("opens").as_slice(),
            "Zoë".as_bytes()
        );
        let elsewhere = Place { row: "2", ..HERE };
        assert!(matches!(
            ring.open(&sealed, elsewhere),
            Err(OpenError::Tampered)
        ));
    }

    #[test]
    fn equal_values_look_different() {
        let ring = ring("k1");
        assert_ne!(ring.seal(b"same", HERE), ring.seal(b"same", HERE));
    }

    #[test]
    fn an_older_key_still_opens() {
        let sealed = ring("k1").seal(b"x", HERE);
        let newer = ring("k2");
        assert!(!newer.is_current(&sealed));
        assert_eq!(newer.open(&sealed, HERE).expect("opens").as_slice(), b"x");
    }

    #[test]
    fn damage_is_told_apart() {
        let ring = ring("k1");
        assert!(matches!(
            ring.open("plain", HERE),
            Err(OpenError::Malformed)
        ));
        assert!(matches!(
            ring.open("k1.AAAA", HERE),
            Err(OpenError::Malformed)
        ));
        assert!(matches!(ring.open("k9.AAAA", HERE), Err(OpenError::UnknownKey(id)) if id == "k9"));
        let mut sealed = ring.seal(b"x", HERE);
        let last = if sealed.ends_with('A') { 'B' } else { 'A' };
        sealed.insert(10, last);
        assert!(ring.open(&sealed, HERE).is_err());
    }

    #[test]
    fn an_unsound_keyring_is_refused() {
        let keys = BTreeMap::from([("k.1".to_owned(), Zeroizing::new([1; 32]))]);
        assert!(Keyring::new("k.1", &keys, Arc::new(SeededChance::new(7))).is_none());
        assert!(Keyring::new("k1", &BTreeMap::new(), Arc::new(SeededChance::new(7))).is_none());
    }
}
