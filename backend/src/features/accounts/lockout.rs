//! The lock-out: slows a guesser down without letting a stranger lock anyone out.
//!
//! A client is a device that signed in before (it brings a signed token), otherwise a network.
//! Each client has its own few attempts an account. When an account is guessed at from many
//! networks at once, clients it does not know are let through one by one, with a pause between;
//! clients that signed in before are never slowed by what others do.

use super::AccountsError;
use super::model::Client;
use super::store::attempts;
use super::tokens::Tokens;
use crate::config::AccountsConfig;
use crate::db::Db;

/// Who tries to sign in to what, as it is counted.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    client: String,
    account: String,
    is_known_device: bool,
    counted_for_account: bool,
}

impl Attempt {
    pub(crate) fn new(tokens: &Tokens, client: &Client, email_hash: &str) -> Self {
        let device = tokens.known_device(client.device_token.as_deref(), email_hash);
        let subject = match &device {
            Some(device) => tokens.attempt_subject(&["device", email_hash, device]),
            None => tokens.attempt_subject(&["network", email_hash, &client.network]),
        };
        Self {
            client: subject,
            account: tokens.attempt_subject(&["account", email_hash]),
            is_known_device: device.is_some(),
            counted_for_account: false,
        }
    }

    /// Counts the attempt as failed until [`Attempt::succeed`] says otherwise, and refuses it when
    /// there were too many. It is the same for addresses with and without an account.
    pub(crate) async fn admit(
        &mut self,
        db: &Db,
        config: &AccountsConfig,
        now_ms: i64,
    ) -> Result<(), AccountsError> {
        let window_ms = config.attempts_window_s * 1000;
        let mut tx = db.begin().await?;
        let mut conn = tx.conn();
        let client = attempts::update_failed(&mut conn, &self.client, now_ms, window_ms).await?;
        let mut wait_ms = 0;
        if client.failures > config.attempts_per_client {
            wait_ms = client.window_started_at_ms + window_ms - now_ms;
        } else if !self.is_known_device && client.succeeded_at_ms.is_none() {
            let all = attempts::update_failed(&mut conn, &self.account, now_ms, window_ms).await?;
            self.counted_for_account = true;
            let pause_ms = config.attack_pause_s * 1000;
            let is_attack = all.failures > config.attempts_per_account;
            if is_attack
                && !attempts::update_turn(&mut conn, &self.account, now_ms, pause_ms).await?
            {
                wait_ms = pause_ms;
            }
        }
        tx.commit().await?;
        if wait_ms > 0 {
            return Err(AccountsError::MustWait {
                retry_after_s: (wait_ms + 999) / 1000,
            });
        }
        Ok(())
    }

    /// The password was right: the client is known from now on.
    pub(crate) async fn succeed(&self, db: &Db, now_ms: i64) -> Result<(), AccountsError> {
        let mut tx = db.begin().await?;
        attempts::update_succeeded(&mut tx.conn(), &self.client, now_ms).await?;
        if self.counted_for_account {
            attempts::update_forgiven(&mut tx.conn(), &self.account).await?;
        }
        Ok(tx.commit().await?)
    }
}
