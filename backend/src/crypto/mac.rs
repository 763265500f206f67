//! Keyed hashes (HMAC-SHA-256), each under a purpose of its own.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// A key for keyed hashes. Two keys with different purposes never give the same hash.
#[derive(Clone)]
pub struct MacKey(Zeroizing<[u8; 32]>);

impl MacKey {
    /// Derives the key for one purpose from a secret.
    #[must_use]
    pub fn derive(secret: &[u8], purpose: &str) -> Self {
        Self(Zeroizing::new(
            hash(secret, &[purpose.as_bytes()])
                .finalize()
                .into_bytes()
                .into(),
        ))
    }

    /// The hash of the parts; their borders count (`["ab", "c"]` is not `["a", "bc"]`).
    #[must_use]
    pub fn hash(&self, parts: &[&[u8]]) -> [u8; 32] {
        hash(self.0.as_slice(), parts)
            .finalize()
            .into_bytes()
            .into()
    }

    /// The hash of the parts in lower-case hex.
    #[must_use]
    pub fn hash_hex(&self, parts: &[&[u8]]) -> String {
        hex::encode(self.hash(parts))
    }

    /// Whether `presented` is the hex hash of the parts, compared in constant time.
    #[must_use]
    pub fn matches_hex(&self, parts: &[&[u8]], presented: &str) -> bool {
        let mut tag = [0; 32];
        hex::decode_to_slice(presented, &mut tag).is_ok()
            && hash(self.0.as_slice(), parts).verify_slice(&tag).is_ok()
    }
}

impl std::fmt::Debug for MacKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MacKey(redacted)")
    }
}

/// HMAC-SHA-256 of a message as it is, for signatures that others check.
#[must_use]
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

fn hash(key: &[u8], parts: &[&[u8]]) -> Hmac<Sha256> {
    let mut mac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_and_borders_tell_hashes_apart() {
        let one = MacKey::derive(b"secret", "one");
        let two = MacKey::derive(b"secret", "two");
        assert_ne!(one.hash(&[b"a"]), two.hash(&[b"a"]));
        assert_ne!(one.hash(&[b"ab", b"c"]), one.hash(&[b"a", b"bc"]));
        assert!(one.matches_hex(&[b"a"], &one.hash_hex(&[b"a"])));
        assert!(!one.matches_hex(&[b"a"], &one.hash_hex(&[b"b"])));
        assert!(!one.matches_hex(&[b"a"], "not hex"));
    }
}
