//! Values for `script-src 'nonce-…'`: a new one for every page.

use sha2::{Digest, Sha256};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};

/// Makes nonces from a seed the operating system gave at the start.
pub(crate) struct Nonces {
    seed: [u64; 2],
    used: AtomicU64,
}

impl Nonces {
    pub(crate) fn new() -> Self {
        // The standard library keys its hash maps from the operating system's randomness.
        let seed = [(); 2].map(|()| RandomState::new().build_hasher().finish());
        Self {
            seed,
            used: AtomicU64::new(0),
        }
    }

    /// 128 bits, hexadecimal.
    pub(crate) fn next(&self) -> String {
        let number = self.used.fetch_add(1, Ordering::Relaxed);
        let mut hash = Sha256::new();
        for part in [self.seed[0], self.seed[1], number] {
            hash.update(part.to_le_bytes());
        }
        hex::encode(&hash.finalize()[..16])
    }
}
