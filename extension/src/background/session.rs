//! The connection to the server: one refresh at a time, and no refresh token lost.
//!
//! A refresh token works once. The next one is stored before the access token is used, so a worker
//! that is ended in between still holds a token that works. Where the answer itself is lost, the
//! server accepts the old token once more for a minute.

use super::{api, keys};
use crate::address;
use crate::browser::{BrowserError, alarms, clock, locks, permissions, storage};
use crate::messages::Failure;
use foothold_shared::account::SessionView;
use serde::{Deserialize, Serialize};

/// An access token this close to its end is not used any more.
const SPARE_MS: i64 = 30_000;
/// One refresh at a time.
const LOCK: &str = "session";

/// A connection, as it is stored.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Connection {
    /// The server's origin.
    pub(crate) server: String,
    /// The account's id.
    pub(crate) account_id: String,
    /// The account's e-mail.
    pub(crate) email: String,
    /// The token for the next refresh.
    pub(crate) refresh_token: String,
    /// Whether the server no longer accepts this device.
    #[serde(default)]
    pub(crate) revoked: bool,
}

impl Connection {
    /// Whose it is, and where: what is fetched for one owner is never kept for another.
    pub(crate) fn owner(&self) -> Owner {
        Owner {
            server: self.server.clone(),
            account_id: self.account_id.clone(),
        }
    }
}

/// An account at a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Owner {
    server: String,
    account_id: String,
}

/// An access token, as it is kept in memory.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Access {
    /// The token.
    pub(crate) token: String,
    /// When it ends, epoch milliseconds.
    pub(crate) expires_at_ms: i64,
}

/// An open session: where to send requests, and with which token.
#[derive(Clone)]
pub(crate) struct Session {
    /// The server's origin.
    pub(crate) server: String,
    /// The access token.
    pub(crate) token: String,
}

/// Exchanges a token from the portal for a session and keeps it.
///
/// What another account left here is cleared first.
pub(crate) async fn connect(typed: &str, token: &str) -> Result<(), Failure> {
    let server = address::parse_server(typed).map_err(|problem| Failure::Address { problem })?;
    let token = token.trim().to_owned();
    if token.is_empty() {
        return Err(Failure::TokenMissing);
    }
    if !permissions::contains(&address::permission_pattern(&server)).await? {
        return Err(Failure::NotAllowed { origin: server });
    }
    locks::alone(LOCK, async move {
        let view = match api::exchange(&server, &token).await {
            // Whatever the reason, the person's next step is a new token.
            Err(
                Failure::Revoked
                | Failure::Server {
                    status: 400 | 422, ..
                },
            ) => {
                return Err(Failure::TokenRefused);
            }
            other => other?,
        };
        let before = storage::get(&keys::CONNECTION).await.ok().flatten();
        let same = before.is_some_and(|connection| {
            connection.account_id == view.account.account_id && connection.server == server
        });
        if !same {
            storage::clear().await?;
        }
        keep(&server, view).await.map(|_| ())
    })
    .await
}

/// Ends the connection at the server where that can be reached, and clears everything kept here.
pub(crate) async fn disconnect() -> Result<(), Failure> {
    let before = storage::get(&keys::CONNECTION).await.ok().flatten();
    if before
        .as_ref()
        .is_some_and(|connection| !connection.revoked)
    {
        // Offline the token stays valid at the server; the person can end it in the portal.
        let _ = api::logout().await;
    }
    locks::alone(LOCK, async move {
        storage::clear().await?;
        alarms::clear().await?;
        if let Some(connection) = before {
            // Access that the manifest itself asks for cannot be given back; nothing is lost.
            let _ = permissions::remove(&address::permission_pattern(&connection.server)).await;
        }
        Ok(())
    })
    .await
}

/// A session whose access token still lasts; `stale` names a token that the server did not accept.
pub(crate) async fn open(stale: Option<String>) -> Result<Session, Failure> {
    locks::alone(LOCK, async move {
        let connection = storage::get(&keys::CONNECTION)
            .await?
            .ok_or(Failure::NotConnected)?;
        if connection.revoked {
            return Err(Failure::Revoked);
        }
        let access = storage::get(&keys::ACCESS).await.ok().flatten();
        if let Some(access) = access
            && usable(&access, stale.as_deref(), clock::now_ms())
        {
            return Ok(Session {
                server: connection.server,
                token: access.token,
            });
        }
        match api::exchange(&connection.server, &connection.refresh_token).await {
            Ok(view) => keep(&connection.server, view).await,
            Err(Failure::Revoked) => {
                storage::set(
                    &keys::CONNECTION,
                    &Connection {
                        revoked: true,
                        ..connection
                    },
                )
                .await?;
                Err(Failure::Revoked)
            }
            Err(other) => Err(other),
        }
    })
    .await
}

/// Keeps what was fetched for an account, unless it was disconnected or another one connected in the
/// meantime; then [`Failure::NotConnected`]. While it is kept nobody connects or disconnects.
pub(crate) async fn keep_for<W>(owner: Owner, keeping: W) -> Result<(), Failure>
where
    W: Future<Output = Result<(), BrowserError>> + 'static,
{
    locks::alone(LOCK, async move {
        let connection = storage::get(&keys::CONNECTION).await?;
        if !belongs_to(connection.as_ref(), &owner) {
            return Err(Failure::NotConnected);
        }
        Ok(keeping.await?)
    })
    .await
}

fn belongs_to(connection: Option<&Connection>, owner: &Owner) -> bool {
    connection.is_some_and(|connection| connection.owner() == *owner)
}

/// Stores a fresh pair of tokens: first the one that must not be lost.
async fn keep(server: &str, view: SessionView) -> Result<Session, Failure> {
    let (Some(token), Some(refresh_token)) = (view.access_token, view.refresh_token) else {
        return Err(Failure::NotFoothold);
    };
    let connection = Connection {
        server: server.to_owned(),
        account_id: view.account.account_id,
        email: view.account.email,
        refresh_token,
        revoked: false,
    };
    storage::set(&keys::CONNECTION, &connection).await?;
    let expires_at_ms = clock::now_ms().saturating_add(view.expires_in_s.saturating_mul(1000));
    storage::set(
        &keys::ACCESS,
        &Access {
            token: token.clone(),
            expires_at_ms,
        },
    )
    .await?;
    Ok(Session {
        server: connection.server,
        token,
    })
}

fn usable(access: &Access, stale: Option<&str>, now_ms: i64) -> bool {
    stale != Some(access.token.as_str()) && access.expires_at_ms > now_ms.saturating_add(SPARE_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_fetched_for_one_account_is_not_kept_for_another() {
        let connection = |server: &str, account_id: &str| Connection {
            server: server.into(),
            account_id: account_id.into(),
            email: String::new(),
            refresh_token: "rotates".into(),
            revoked: false,
        };
        let fetched_for = connection("https://a.example", "1").owner();
        for (now, kept) in [
            (Some(connection("https://a.example", "1")), true),
            (Some(connection("https://a.example", "2")), false),
            (Some(connection("https://b.example", "1")), false),
            (None, false),
        ] {
            assert_eq!(belongs_to(now.as_ref(), &fetched_for), kept);
        }
    }

    #[test]
    fn a_token_is_used_until_shortly_before_its_end_and_never_after_a_refusal() {
        let access = Access {
            token: "a".into(),
            expires_at_ms: 1_000_000,
        };
        for (stale, now_ms, expected) in [
            (None, 0, true),
            (None, 969_999, true),
            (None, 970_000, false),
            (None, 2_000_000, false),
            (Some("a"), 0, false),
            (Some("b"), 0, true),
        ] {
            assert_eq!(
                usable(&access, stale, now_ms),
                expected,
                "{stale:?} at {now_ms}"
            );
        }
    }
}
