//! Hashing passwords with argon2id, a few at a time and off the async threads.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use super::AccountsError;
use crate::chance::Chance;

/// One hash takes 19 MiB and a core; more at once would only wait for each other.
const AT_ONCE: usize = 4;

/// The password hasher.
#[derive(Debug, Clone)]
pub(crate) struct Passwords {
    chance: Arc<dyn Chance>,
    permits: Arc<Semaphore>,
    /// A hash that no password has, to do the same work for an account that is not there.
    nobody: Arc<str>,
}

impl Passwords {
    pub(crate) fn new(chance: Arc<dyn Chance>) -> Self {
        let mut unknown = Zeroizing::new([0; 32]);
        chance.fill(unknown.as_mut_slice());
        let nobody = hash(unknown.as_slice(), &salt(chance.as_ref()))
            .expect("argon2's default parameters are sound");
        Self {
            chance,
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            nobody: nobody.into(),
        }
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, AccountsError> {
        let password = Zeroizing::new(password.to_owned());
        let salt = salt(self.chance.as_ref());
        self.work(move || hash(password.as_bytes(), &salt)).await
    }

    /// Whether the password belongs to the stored hash. Without one the same work is done in vain.
    pub(crate) async fn verify(
        &self,
        password: &str,
        stored: Option<&str>,
    ) -> Result<bool, AccountsError> {
        let known = stored.is_some();
        let password = Zeroizing::new(password.to_owned());
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        let right = self
            .work(move || {
                let parsed = PasswordHash::new(&stored)
                    .map_err(|error| AccountsError::Hash(error.to_string()))?;
                Ok(Argon2::default()
                    .verify_password(password.as_bytes(), &parsed)
                    .is_ok())
            })
            .await?;
        Ok(right && known)
    }

    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> Result<T, AccountsError> + Send + 'static,
    ) -> Result<T, AccountsError> {
        let permit = Arc::clone(&self.permits)
            .acquire_owned()
            .await
            .map_err(|error| AccountsError::Hash(error.to_string()))?;
        // The permit goes with the job: a request that is given up does not free it early.
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            job()
        })
        .await
        .map_err(|error| AccountsError::Hash(error.to_string()))?
    }
}

fn salt(chance: &dyn Chance) -> [u8; 16] {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    salt
}

fn hash(password: &[u8], salt: &[u8]) -> Result<String, AccountsError> {
    let hash: PasswordHash = Argon2::default()
        .hash_password_with_salt(password, salt)
        .map_err(|error| AccountsError::Hash(error.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;

    #[tokio::test]
    async fn only_the_right_password_of_a_known_account_is_right() -> Result<(), AccountsError> {
        let passwords = Passwords::new(Arc::new(SeededChance::new(1)));
        let stored = passwords.hash("correct horse").await?;
        assert!(passwords.verify("correct horse", Some(&stored)).await?);
        assert!(!passwords.verify("wrong horse", Some(&stored)).await?);
        assert!(!passwords.verify("correct horse", None).await?);
        assert_ne!(
            stored,
            passwords.hash("correct horse").await?,
            "each hash has its own salt"
        );
        Ok(())
    }

    #[test]
    fn the_hash_for_nobody_costs_what_a_real_one_costs() {
        let passwords = Passwords::new(Arc::new(SeededChance::new(1)));
        let real = hash(b"correct horse", &[1; 16]).expect("hashes");
        let cost = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(cost(&passwords.nobody), cost(&real));
        assert!(real.starts_with("$argon2id$"));
    }
}
