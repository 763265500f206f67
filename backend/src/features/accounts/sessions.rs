//! Sessions: opening, refreshing, listing, ending, and connecting a device.

use foothold_shared::account::{DeviceToken, OpenSession};

use super::model::{Kind, Opened, SignedIn};
use super::store::accounts::{self, AccountRow};
use super::store::refresh_tokens::{self, RefreshTokenRow};
use super::store::sessions::{self, SessionRow};
use super::tokens::Tokens;
use super::{Accounts, AccountsError, rules};
use crate::db::Tx;
use crate::ids::SessionId;

/// What a refresh comes with.
#[derive(Clone, Copy)]
pub(crate) struct Presented<'a> {
    /// The refresh token.
    pub(crate) token: &'a str,
    /// For a token from a cookie: the CSRF token that came with it.
    pub(crate) csrf: Option<&'a str>,
}

impl Accounts {
    /// Inserts a session and its first refresh token.
    pub(super) async fn open_session(
        &self,
        tx: &mut Tx,
        account: &AccountRow,
        kind: Kind,
        device_name: Option<String>,
    ) -> Result<Opened, AccountsError> {
        let now_ms = self.now_ms();
        let session = SessionRow {
            session_id: self.outside.ids.next().into(),
            account_id: account.account_id.clone(),
            kind: kind.as_str().to_owned(),
            name: device_name.unwrap_or_else(|| match kind {
                Kind::Cookie => "Portal".to_owned(),
                Kind::Token | Kind::Device => "API".to_owned(),
            }),
            created_at_ms: now_ms,
            last_used_at_ms: now_ms,
            expires_at_ms: now_ms + kind.life_s(&self.config) * 1000,
            ended_at_ms: None,
        };
        sessions::insert(&mut tx.conn(), &session).await?;
        let refresh_token = self.tokens.first_refresh();
        self.keep_refresh(tx, &session.session_id, &refresh_token, None)
            .await?;
        self.opened(account, &session, refresh_token)
    }

    async fn keep_refresh(
        &self,
        tx: &mut Tx,
        session_id: &SessionId,
        token: &str,
        parent: Option<&RefreshTokenRow>,
    ) -> Result<(), AccountsError> {
        let row = RefreshTokenRow {
            token_hash: Tokens::refresh_hash(token),
            session_id: session_id.clone(),
            parent_hash: parent.map(|parent| parent.token_hash.clone()),
            issued_at_ms: self.now_ms(),
            used_at_ms: None,
        };
        Ok(refresh_tokens::insert(&mut tx.conn(), &row).await?)
    }

    fn opened(
        &self,
        account: &AccountRow,
        session: &SessionRow,
        refresh_token: String,
    ) -> Result<Opened, AccountsError> {
        let kind = Kind::from_stored(&session.kind);
        let expires_in_s = self.config.access_token_ttl_s;
        Ok(Opened {
            account: self.view_of(account)?,
            session_id: session.session_id.clone(),
            kind: kind.on_wire(),
            access_token: self.tokens.access(
                &account.account_id,
                &session.session_id,
                self.now_ms(),
                expires_in_s,
            )?,
            refresh_token,
            expires_in_s,
            life_s: kind.life_s(&self.config),
            device_token: None,
        })
    }

    /// Exchanges a refresh token. A used one ends its session, except shortly after its use while
    /// its successor was never used: then the answer got lost, and the same successor is given again.
    pub(crate) async fn refresh(&self, presented: Presented<'_>) -> Result<Opened, AccountsError> {
        let now_ms = self.now_ms();
        let hash = Tokens::refresh_hash(presented.token);
        let mut tx = self.db.begin().await?;
        let (token, session) = find_open(&mut tx, &hash, now_ms).await?;
        if presented
            .csrf
            .is_some_and(|csrf| !self.tokens.is_csrf(&session.session_id, csrf))
        {
            return Err(AccountsError::CsrfTokenInvalid);
        }
        let next = self.tokens.next_refresh(presented.token);
        if refresh_tokens::update_used(&mut tx.conn(), &hash, now_ms).await? {
            self.keep_refresh(&mut tx, &session.session_id, &next, Some(&token))
                .await?;
        } else if !self.is_lost_answer(&mut tx, &hash, &next, now_ms).await? {
            sessions::update_ended(
                &mut tx.conn(),
                &session.account_id,
                &session.session_id,
                now_ms,
            )
            .await?;
            tx.commit().await?;
            tracing::warn!(
                session_id = session.session_id.as_str(),
                "a used refresh token came back; its session was ended"
            );
            return Err(AccountsError::TokenInvalid);
        }
        let expires_at_ms = now_ms + Kind::from_stored(&session.kind).life_s(&self.config) * 1000;
        sessions::update_used(&mut tx.conn(), &session.session_id, now_ms, expires_at_ms).await?;
        let account = accounts::find(&mut tx.conn(), &session.account_id).await?;
        let opened = self.opened(&account.ok_or(AccountsError::TokenInvalid)?, &session, next)?;
        tx.commit().await?;
        Ok(opened)
    }

    /// Whether a used token was used a moment ago and its successor never.
    async fn is_lost_answer(
        &self,
        tx: &mut Tx,
        hash: &str,
        next: &str,
        now_ms: i64,
    ) -> Result<bool, AccountsError> {
        // Read again: another request may have used it since this one looked.
        let used_at_ms = refresh_tokens::find(&mut tx.conn(), hash)
            .await?
            .and_then(|t| t.used_at_ms);
        let is_recent = used_at_ms
            .is_some_and(|used_at_ms| now_ms - used_at_ms <= self.config.refresh_grace_s * 1000);
        let successor = refresh_tokens::find(&mut tx.conn(), &Tokens::refresh_hash(next)).await?;
        Ok(is_recent && successor.is_some_and(|successor| successor.used_at_ms.is_none()))
    }

    /// Connects a device: opens a session of its own, whose refresh token is shown once.
    pub(crate) async fn connect_device(
        &self,
        who: &SignedIn,
        name: &str,
    ) -> Result<DeviceToken, AccountsError> {
        let name = rules::device_name(name)?;
        let mut tx = self.db.begin().await?;
        let account = accounts::find(&mut tx.conn(), &who.account_id).await?;
        let account = account.ok_or(AccountsError::TokenInvalid)?;
        let opened = self
            .open_session(&mut tx, &account, Kind::Device, Some(name))
            .await?;
        tx.commit().await?;
        Ok(DeviceToken {
            session_id: opened.session_id.into(),
            refresh_token: opened.refresh_token,
        })
    }

    /// The account's open sessions, the newest first.
    pub(crate) async fn list_sessions(
        &self,
        who: &SignedIn,
    ) -> Result<Vec<OpenSession>, AccountsError> {
        let mut held = self.db.read().await?;
        let rows = sessions::list_open(&mut held.conn(), &who.account_id, self.now_ms()).await?;
        let view = |row: SessionRow| OpenSession {
            current: row.session_id == who.session_id,
            kind: Kind::from_stored(&row.kind).on_wire(),
            is_device: Kind::from_stored(&row.kind) == Kind::Device,
            session_id: row.session_id.into(),
            name: row.name,
            created_at_ms: row.created_at_ms,
            last_used_at_ms: row.last_used_at_ms,
        };
        Ok(rows.into_iter().map(view).collect())
    }

    /// Ends one of the account's sessions.
    pub(crate) async fn end_session(
        &self,
        who: &SignedIn,
        session_id: &SessionId,
    ) -> Result<(), AccountsError> {
        let mut tx = self.db.begin().await?;
        let now_ms = self.now_ms();
        let ended =
            sessions::update_ended(&mut tx.conn(), &who.account_id, session_id, now_ms).await?;
        tx.commit().await?;
        if ended {
            Ok(())
        } else {
            Err(AccountsError::SessionNotFound)
        }
    }

    /// The session of an access token that is ours, even when it has expired: enough to end it.
    pub(crate) fn session_to_end(&self, access_token: &str) -> Result<SignedIn, AccountsError> {
        self.tokens.read_even_expired(access_token)
    }
}

/// The presented token and its session, if that is open.
async fn find_open(
    tx: &mut Tx,
    hash: &str,
    now_ms: i64,
) -> Result<(RefreshTokenRow, SessionRow), AccountsError> {
    let token = refresh_tokens::find(&mut tx.conn(), hash).await?;
    let token = token.ok_or(AccountsError::TokenInvalid)?;
    let session = sessions::find(&mut tx.conn(), &token.session_id).await?;
    let session = session.filter(|session| session.is_open(now_ms));
    Ok((token, session.ok_or(AccountsError::TokenInvalid)?))
}
