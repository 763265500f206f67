//! Accounts: registering and signing in, and what the rest of the server asks about tokens.

use std::sync::Arc;

use foothold_shared::account::{AccountView, LoginRequest, RegisterRequest};

use super::lockout::Attempt;
use super::model::{Client, Kind, Opened, SignedIn};
use super::password::Passwords;
use super::store::accounts::{self, AccountRow};
use super::store::{attempts, refresh_tokens, sessions};
use super::tokens::Tokens;
use super::{AccountsError, rules};
use crate::app::Outside;
use crate::config::{AccountsConfig, Secrets};
use crate::crypto::{Keyring, Place};
use crate::db::Db;
use crate::ids::{AccountId, SessionId};

/// How long ended sessions and used tokens are kept, to recognise what comes late.
const KEEP_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// How long a network stays known to an account after its last sign-in.
const KNOWN_MS: i64 = 400 * 24 * 60 * 60 * 1000;

/// The accounts service. Clones share everything.
#[derive(Debug, Clone)]
pub struct Accounts {
    pub(super) db: Db,
    pub(super) outside: Outside,
    pub(super) keyring: Keyring,
    pub(super) tokens: Tokens,
    pub(super) passwords: Passwords,
    pub(super) config: Arc<AccountsConfig>,
}

impl Accounts {
    /// The service over a database.
    #[must_use]
    pub fn new(
        db: Db,
        outside: Outside,
        keyring: Keyring,
        secrets: &Secrets,
        config: AccountsConfig,
    ) -> Self {
        let tokens = Tokens::new(secrets, Arc::clone(&outside.chance));
        let passwords = Passwords::new(Arc::clone(&outside.chance));
        Self {
            db,
            outside,
            keyring,
            tokens,
            passwords,
            config: Arc::new(config),
        }
    }

    pub(super) fn now_ms(&self) -> i64 {
        self.outside.clock.now_ms()
    }

    /// Makes an account and opens its first session.
    ///
    /// # Errors
    /// If the address or password is not taken, or there is an account with this address.
    pub async fn register(
        &self,
        request: &RegisterRequest,
        client: &Client,
    ) -> Result<Opened, AccountsError> {
        let email = rules::email(&request.email)?;
        rules::check_new_password(&request.password, &email)?;
        // Hashed before the address is looked up: a taken address takes as long as a free one.
        let password_hash = self.passwords.hash(&request.password).await?;
        let account_id = AccountId::from(self.outside.ids.next());
        let row = AccountRow {
            email_hash: self.tokens.email_hash(&email.folded),
            email_sealed: self
                .keyring
                .seal(email.written.as_bytes(), place(&account_id)),
            password_hash,
            created_at_ms: self.now_ms(),
            account_id,
        };
        let mut tx = self.db.begin().await?;
        if !accounts::insert(&mut tx.conn(), &row).await? {
            return Err(AccountsError::EmailTaken);
        }
        let mut opened = self
            .open_session(&mut tx, &row, request.session.into(), None)
            .await?;
        tx.commit().await?;
        opened.device_token = Some(
            self.tokens
                .remember_device(client.device_token.as_deref(), &row.email_hash),
        );
        Ok(opened)
    }

    /// Opens a session for an account, if the password is right.
    ///
    /// # Errors
    /// The same for an unknown address and a wrong password; or the client must wait.
    pub async fn login(
        &self,
        request: &LoginRequest,
        client: &Client,
    ) -> Result<Opened, AccountsError> {
        let email = rules::email(&request.email).map_err(|_| AccountsError::WrongCredentials)?;
        let email_hash = self.tokens.email_hash(&email.folded);
        let mut attempt = Attempt::new(&self.tokens, client, &email_hash);
        attempt.admit(&self.db, &self.config, self.now_ms()).await?;

        let found = accounts::find_by_email(&mut self.db.read().await?.conn(), &email_hash).await?;
        let stored = found.as_ref().map(|row| row.password_hash.as_str());
        let right = rules::could_be_password(&request.password)
            && self.passwords.verify(&request.password, stored).await?;
        let row = found
            .filter(|_| right)
            .ok_or(AccountsError::WrongCredentials)?;

        attempt.succeed(&self.db, self.now_ms()).await?;
        let mut tx = self.db.begin().await?;
        let mut opened = self
            .open_session(&mut tx, &row, request.session.into(), None)
            .await?;
        tx.commit().await?;
        opened.device_token = Some(
            self.tokens
                .remember_device(client.device_token.as_deref(), &email_hash),
        );
        Ok(opened)
    }

    /// Who an access token belongs to. The session is looked up each time: an ended session's
    /// token works no longer, however long it would have.
    ///
    /// # Errors
    /// If the token has expired, is not ours, or its session has ended.
    pub async fn authenticate(&self, access_token: &str) -> Result<SignedIn, AccountsError> {
        let now_ms = self.now_ms();
        let who = self.tokens.read_access(access_token, now_ms)?;
        let mut held = self.db.read().await?;
        let session = sessions::find(&mut held.conn(), &who.session_id).await?;
        let is_open = session
            .is_some_and(|session| session.account_id == who.account_id && session.is_open(now_ms));
        if is_open {
            Ok(who)
        } else {
            Err(AccountsError::TokenInvalid)
        }
    }

    /// Whether the token is the session's CSRF token.
    #[must_use]
    pub fn is_csrf_token(&self, session_id: &SessionId, token: &str) -> bool {
        self.tokens.is_csrf(session_id, token)
    }

    /// The session's CSRF token.
    #[must_use]
    pub fn csrf_token(&self, session_id: &SessionId) -> String {
        self.tokens.csrf(session_id)
    }

    /// The account as its owner sees it.
    ///
    /// # Errors
    /// If the account is gone.
    pub async fn view(&self, account_id: &AccountId) -> Result<AccountView, AccountsError> {
        let mut held = self.db.read().await?;
        let row = accounts::find(&mut held.conn(), account_id).await?;
        self.view_of(&row.ok_or(AccountsError::TokenInvalid)?)
    }

    pub(super) fn view_of(&self, row: &AccountRow) -> Result<AccountView, AccountsError> {
        let email = self
            .keyring
            .open(&row.email_sealed, place(&row.account_id))?;
        Ok(AccountView {
            account_id: row.account_id.to_string(),
            email: String::from_utf8_lossy(&email).into_owned(),
            created_at_ms: row.created_at_ms,
        })
    }

    /// Deletes what ended or ran out long ago.
    ///
    /// # Errors
    /// If the database fails; then nothing was deleted.
    pub async fn sweep(&self) -> Result<(), AccountsError> {
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let over = sessions::delete_over(&mut tx.conn(), now_ms - KEEP_MS).await?;
        let used = refresh_tokens::delete_used(&mut tx.conn(), now_ms - KEEP_MS).await?;
        let stale = attempts::delete_stale(&mut tx.conn(), now_ms - KNOWN_MS).await?;
        tx.commit().await?;
        tracing::debug!(
            sessions = over,
            refresh_tokens = used,
            attempts = stale,
            "swept"
        );
        Ok(())
    }
}

fn place(account_id: &AccountId) -> Place<'_> {
    Place {
        table: "accounts",
        column: "email_sealed",
        row: account_id.as_str(),
    }
}

impl Kind {
    pub(super) const fn life_s(self, config: &AccountsConfig) -> i64 {
        match self {
            Self::Cookie | Self::Token => config.refresh_token_ttl_s,
            Self::Device => config.device_token_ttl_s,
        }
    }
}
