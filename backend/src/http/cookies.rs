//! The portal's cookies: what is set, with which attributes, and how they are read.

use poem::Request;
use poem::web::cookie::{Cookie, SameSite};
use std::time::Duration;

const ACCESS: &str = "foothold_access";
const REFRESH: &str = "foothold_refresh";
const CSRF: &str = "foothold_csrf";
const DEVICE: &str = "foothold_device";

const API_PATH: &str = "/api/v1";
/// The refresh token travels only where it is exchanged.
const REFRESH_PATH: &str = "/api/v1/token/refresh";
const DEVICE_LIFE: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// How cookies are set.
#[derive(Debug, Clone, Copy)]
pub struct Cookies {
    /// Whether the portal is behind https.
    pub secure: bool,
}

/// What a cookie session carries.
#[derive(Clone)]
pub struct SessionCookies {
    /// The access token.
    pub access_token: String,
    /// The refresh token.
    pub refresh_token: String,
    /// The CSRF token, which the portal's script reads.
    pub csrf_token: String,
    /// How long the session lives without being refreshed.
    pub life_s: i64,
}

impl std::fmt::Debug for SessionCookies {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SessionCookies(redacted)")
    }
}

impl Cookies {
    /// The `Set-Cookie` values that open or renew a session. The access cookie outlives the token
    /// in it, so that an expired token can be told from none.
    #[must_use]
    pub fn open(self, session: &SessionCookies) -> Vec<String> {
        let life = Duration::from_secs(u64::try_from(session.life_s).unwrap_or(0));
        let cookie = |name, value: &str, path, hidden| self.cookie(name, value, path, hidden, life);
        vec![
            cookie(ACCESS, &session.access_token, API_PATH, true),
            cookie(REFRESH, &session.refresh_token, REFRESH_PATH, true),
            cookie(CSRF, &session.csrf_token, "/", false),
        ]
    }

    /// The `Set-Cookie` values that clear a session.
    #[must_use]
    pub fn clear(self) -> Vec<String> {
        [
            (ACCESS, API_PATH, true),
            (REFRESH, REFRESH_PATH, true),
            (CSRF, "/", false),
        ]
        .map(|(name, path, hidden)| self.cookie(name, "", path, hidden, Duration::ZERO))
        .to_vec()
    }

    /// The `Set-Cookie` value that makes this client known to the account that signed in.
    #[must_use]
    pub fn remember_device(self, token: &str) -> String {
        self.cookie(DEVICE, token, API_PATH, true, DEVICE_LIFE)
    }

    fn cookie(self, name: &str, value: &str, path: &str, hidden: bool, life: Duration) -> String {
        let mut cookie = Cookie::new_with_str(name, value);
        cookie.set_path(path);
        cookie.set_http_only(hidden);
        cookie.set_secure(self.secure);
        cookie.set_same_site(SameSite::Strict);
        cookie.set_max_age(life);
        cookie.to_string()
    }
}

/// The access token in the request's cookies.
pub(crate) fn access(request: &Request) -> Option<String> {
    read(request, ACCESS)
}

/// The refresh token in the request's cookies.
pub(crate) fn refresh(request: &Request) -> Option<String> {
    read(request, REFRESH)
}

/// What shows that this client signed in before.
pub(crate) fn device(request: &Request) -> Option<String> {
    read(request, DEVICE)
}

fn read(request: &Request, name: &str) -> Option<String> {
    request
        .headers()
        .get_all(poem::http::header::COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .filter(|value| !value.is_empty())
}
