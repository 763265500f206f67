//! Accounts and sessions as the feature thinks of them.

use foothold_shared::account::{AccountView, SessionKind};

use crate::ids::{AccountId, SessionId};

/// Where a sign-in comes from.
#[derive(Clone, Default)]
pub struct Client {
    /// The network it comes from.
    pub network: String,
    /// What it brought to show that it signed in before.
    pub device_token: Option<String>,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Client(redacted)")
    }
}

/// What kind of session it is: how it carries its tokens, and how long it lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Cookies: the portal.
    Cookie,
    /// Tokens in the body: scripts.
    Token,
    /// A connected device, by a token made in the portal.
    Device,
}

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Cookie => "cookie",
            Self::Token => "token",
            Self::Device => "device",
        }
    }

    /// The kind that a stored text names; what is not known carries no cookies.
    pub(crate) fn from_stored(text: &str) -> Self {
        match text {
            "cookie" => Self::Cookie,
            "device" => Self::Device,
            _ => Self::Token,
        }
    }

    pub(crate) const fn on_wire(self) -> SessionKind {
        match self {
            Self::Cookie => SessionKind::Cookie,
            Self::Token | Self::Device => SessionKind::Token,
        }
    }
}

impl From<SessionKind> for Kind {
    fn from(kind: SessionKind) -> Self {
        match kind {
            SessionKind::Cookie => Self::Cookie,
            SessionKind::Token => Self::Token,
        }
    }
}

/// Who a good access token belongs to.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The account.
    pub account_id: AccountId,
    /// The session.
    pub session_id: SessionId,
}

/// A session that was opened or renewed, with its secrets.
#[derive(Clone)]
pub struct Opened {
    /// Whose it is.
    pub account: AccountView,
    /// The session.
    pub session_id: SessionId,
    /// How it carries its tokens.
    pub kind: SessionKind,
    /// The access token.
    pub access_token: String,
    /// The next refresh token.
    pub refresh_token: String,
    /// How long the access token works.
    pub expires_in_s: i64,
    /// How long the session lives without being refreshed.
    pub life_s: i64,
    /// What makes the client known to this account; only after a sign-in.
    pub device_token: Option<String>,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Opened(session {}, redacted)", self.session_id)
    }
}
