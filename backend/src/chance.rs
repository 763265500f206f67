//! Chance, as a parameter: every random byte that the server uses comes from here.

use std::fmt::Debug;
use std::sync::Mutex;

use sha2::{Digest, Sha256};

/// A source of random bytes.
pub trait Chance: Debug + Send + Sync {
    /// Fills the buffer with random bytes.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's generator, fit for secrets.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, buffer: &mut [u8]) {
        // Without random bytes no secret is safe: better to stop the request than to go on.
        getrandom::fill(buffer).expect("the operating system gives random bytes");
    }
}

/// Bytes that follow from a seed; for tests only.
#[derive(Debug)]
pub struct SeededChance(Mutex<[u8; 32]>);

impl SeededChance {
    /// The same seed gives the same bytes.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(Sha256::digest(seed.to_be_bytes()).into()))
    }
}

impl Chance for SeededChance {
    fn fill(&self, buffer: &mut [u8]) {
        let mut state = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in buffer.chunks_mut(32) {
            *state = Sha256::digest(*state).into();
            chunk.copy_from_slice(&state[..chunk.len()]);
        }
    }
}
