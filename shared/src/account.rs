//! Accounts, sessions and the tokens that prove them.

use crate::redact::redact_debug;
use serde::{Deserialize, Serialize};

/// How the caller wants to carry its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
#[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Tokens in the answer's body: the extension and third parties.
    #[default]
    Token,
    /// HttpOnly cookies plus a CSRF token: the portal.
    Cookie,
}

/// Asks for a new account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RegisterRequest {
    /// The address the person signs in with; compared without regard to case.
    pub email: String,
    /// 10 to 200 characters.
    pub password: String,
    /// How the session that this opens is carried.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", oai(default))]
    pub session: SessionKind,
}

/// Opens a session for an existing account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct LoginRequest {
    /// The address given at registration.
    pub email: String,
    /// The account's password.
    pub password: String,
    /// How the session that this opens is carried.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", oai(default))]
    pub session: SessionKind,
}

/// Exchanges a refresh token for a new pair.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct RefreshRequest {
    /// The refresh token; left out by the portal, whose token is in a cookie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub refresh_token: Option<String>,
}

/// An open session, as answered by register, login and refresh.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct SessionView {
    /// Whose session it is.
    pub account: AccountView,
    /// A JWT for the `Authorization: Bearer` header; absent for cookie sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub access_token: Option<String>,
    /// Seconds until the access token (or cookie) expires.
    pub expires_in_s: i64,
    /// The next refresh token; each works once. Absent for cookie sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub refresh_token: Option<String>,
    /// To be sent as `X-CSRF-Token` with every writing request; cookie sessions only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub csrf_token: Option<String>,
}

/// Who is signed in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct AccountView {
    /// The account's id.
    pub account_id: String,
    /// The address it signs in with.
    pub email: String,
    /// When it was made, epoch milliseconds.
    pub created_at_ms: i64,
}

/// Asks for a token that connects one device (a browser's extension, a script) to the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct NewDevice {
    /// What the person calls the device, 1 to 80 characters.
    pub name: String,
}

/// A device's connection token, shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct DeviceToken {
    /// The session this token belongs to; revoke it with `DELETE /me/sessions/{session_id}`.
    pub session_id: String,
    /// A refresh token: the device exchanges it at `POST /token/refresh`.
    pub refresh_token: String,
}

/// One open session or connected device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct OpenSession {
    /// The session's id.
    pub session_id: String,
    /// The device's name, or "Portal" or "API".
    pub name: String,
    /// How it carries its session.
    pub kind: SessionKind,
    /// Whether it is a device that was connected, such as a browser with the extension.
    #[serde(default)]
    pub is_device: bool,
    /// When it was opened, epoch milliseconds.
    pub created_at_ms: i64,
    /// When it last refreshed, epoch milliseconds.
    pub last_used_at_ms: i64,
    /// Whether it is the session that asks.
    pub current: bool,
}

redact_debug!(
    RegisterRequest,
    LoginRequest,
    RefreshRequest,
    SessionView,
    AccountView,
    DeviceToken
);
