//! What can go wrong with accounts, in the person's words.

use crate::crypto::OpenError;
use crate::db;

/// A refused or failed call.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    /// The address cannot be one.
    #[error("That is not an e-mail address we can use.")]
    EmailInvalid,
    /// There is an account with this address.
    #[error("There is already an account with this e-mail address. Sign in instead.")]
    EmailTaken,
    /// The password is shorter than 10 characters.
    #[error("The password needs at least 10 characters.")]
    PasswordTooShort,
    /// The password is longer than 200 characters.
    #[error("The password can have at most 200 characters.")]
    PasswordTooLong,
    /// The password is the address.
    #[error("The password must not be your e-mail address.")]
    PasswordIsEmail,
    /// The password is one of those that are tried first.
    #[error("This password is one of the first that anyone would try. Choose another.")]
    PasswordCommon,
    /// A device needs a name of 1 to 80 characters.
    #[error("Give the device a name of 1 to 80 characters.")]
    DeviceNameInvalid,
    /// No account with this address, or another password: nobody learns which.
    #[error("The e-mail address or the password is not right.")]
    WrongCredentials,
    /// Too many wrong passwords; a further try makes sense after this many seconds.
    #[error("There were too many attempts to sign in. Wait a little and try again.")]
    MustWait {
        /// Seconds.
        retry_after_s: i64,
    },
    /// The access token was good and has run out.
    #[error("Your access has expired. It can be refreshed.")]
    TokenExpired,
    /// The token was never ours, or its session has ended.
    #[error("You are signed out. Sign in again.")]
    TokenInvalid,
    /// No refresh token came, neither in the body nor in the cookie.
    #[error("You are not signed in. Sign in and try again.")]
    NoToken,
    /// A cookie came without its CSRF token.
    #[error(
        "The X-CSRF-Token header is missing or belongs to another session. Reload the page and try again."
    )]
    CsrfTokenInvalid,
    /// The account has no such open session.
    #[error("There is no such open session. It may have ended already.")]
    SessionNotFound,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// A sealed address does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Hashing a password failed.
    #[error("hashing a password failed: {0}")]
    Hash(String),
    /// Signing a token failed.
    #[error("signing a token failed")]
    Sign(#[source] jsonwebtoken::errors::Error),
}
