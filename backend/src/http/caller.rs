//! Who is asking: a bearer token, or the portal's cookies with a CSRF token for what changes things.

use std::net::IpAddr;

use poem::http::{Method, header};
use poem::{FromRequest, Request, RequestBody, Result};
use poem_openapi::registry::{MetaSecurityScheme, Registry};
use poem_openapi::{ApiExtractor, ApiExtractorType, ExtractParamOptions};

use super::{Failure, cookies};
use crate::features::accounts::{Accounts, AccountsError};
use crate::ids::{AccountId, SessionId};

const BEARER_SCHEME: &str = "bearer";
const COOKIE_SCHEME: &str = "portal_cookie";

/// A signed-in caller. Taking one as a parameter is what makes an operation need a session.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Whose data may be touched: this account's and no other's.
    pub account_id: AccountId,
    /// The session that asks.
    pub session_id: SessionId,
}

/// How a request carries its token.
#[derive(Debug, Clone)]
enum Credential {
    /// In the `Authorization` header.
    Bearer(String),
    /// In the access cookie.
    Cookie(String),
}

/// The token that came with the request. A bearer token goes before cookies.
fn credential(request: &Request) -> Option<Credential> {
    if let Some(value) = request.header(header::AUTHORIZATION) {
        let (scheme, token) = value.split_once(' ').unwrap_or((value, ""));
        // Another scheme is not ours to judge; it is no credential here.
        return scheme
            .eq_ignore_ascii_case("bearer")
            .then(|| Credential::Bearer(token.trim().to_owned()));
    }
    cookies::access(request).map(Credential::Cookie)
}

/// The CSRF token that came with the request; empty without one.
pub(crate) fn csrf_header(request: &Request) -> &str {
    request.header("x-csrf-token").unwrap_or_default()
}

/// What a request to sign out carries: the access token, and for a cookie the CSRF token with it.
pub(crate) fn logout_credential(request: &Request) -> Option<(String, Option<String>)> {
    Some(match credential(request)? {
        Credential::Bearer(token) => (token, None),
        Credential::Cookie(token) => (token, Some(csrf_header(request).to_owned())),
    })
}

/// Whether the method changes nothing.
fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

impl<'a> ApiExtractor<'a> for Caller {
    const TYPES: &'static [ApiExtractorType] = &[ApiExtractorType::SecurityScheme];

    type ParamType = ();
    type ParamRawType = ();

    fn register(registry: &mut Registry) {
        registry.create_security_scheme(BEARER_SCHEME, scheme("http", None, None, Some("bearer")));
        registry.create_security_scheme(
            COOKIE_SCHEME,
            scheme("apiKey", Some("foothold_access"), Some("cookie"), None),
        );
    }

    fn security_schemes() -> Vec<&'static str> {
        vec![BEARER_SCHEME, COOKIE_SCHEME]
    }

    async fn from_request(
        request: &'a Request,
        _body: &mut RequestBody,
        _options: ExtractParamOptions<()>,
    ) -> Result<Self> {
        let accounts = request
            .data::<Accounts>()
            .ok_or_else(|| Failure::internal("the accounts service is not in the request"))?;
        let (token, by_cookie) = match credential(request).ok_or_else(Failure::not_signed_in)? {
            Credential::Bearer(token) => (token, false),
            Credential::Cookie(token) => (token, true),
        };
        let caller = accounts.authenticate(&token).await.map_err(Failure::from)?;
        let is_trusted = !by_cookie
            || is_safe(request.method())
            || accounts.is_csrf_token(&caller.session_id, csrf_header(request));
        if !is_trusted {
            return Err(Failure::from(AccountsError::CsrfTokenInvalid).into());
        }
        Ok(Self {
            account_id: caller.account_id,
            session_id: caller.session_id,
        })
    }
}

fn scheme(
    ty: &'static str,
    name: Option<&'static str>,
    key_in: Option<&'static str>,
    scheme: Option<&'static str>,
) -> MetaSecurityScheme {
    MetaSecurityScheme {
        ty,
        description: None,
        name,
        key_in,
        scheme,
        bearer_format: scheme.map(|_| "JWT"),
        flows: None,
        openid_connect_url: None,
    }
}

/// The client's network address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(Option<IpAddr>);

impl ClientAddress {
    /// The address that the connection comes from, or the last one that a trusted proxy names.
    pub(crate) fn of(request: &Request, trust_forwarded_for: bool) -> Self {
        let forwarded = trust_forwarded_for
            .then(|| {
                request
                    .headers()
                    .get_all("x-forwarded-for")
                    .iter()
                    .next_back()
            })
            .flatten()
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.rsplit(',').next())
            .and_then(|address| address.trim().parse().ok());
        let direct = request
            .remote_addr()
            .as_socket_addr()
            .map(std::net::SocketAddr::ip);
        Self(forwarded.or(direct))
    }

    /// What counts as one client: the address, for IPv6 its /64.
    #[must_use]
    pub fn network(&self) -> String {
        match self.0.map(|address| address.to_canonical()) {
            Some(IpAddr::V4(address)) => address.to_string(),
            Some(IpAddr::V6(address)) => hex::encode(&address.octets()[..8]),
            None => "unknown".to_owned(),
        }
    }
}

impl<'a> FromRequest<'a> for ClientAddress {
    async fn from_request(request: &'a Request, _body: &mut RequestBody) -> Result<Self> {
        Ok(request.data::<Self>().copied().unwrap_or(Self(None)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_household_is_one_client() {
        let network = |text: &str| ClientAddress(text.parse().ok()).network();
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:9::9"));
        assert_ne!(network("2001:db8:1:2:3::4"), network("2001:db8:1:3::4"));
    }
}
