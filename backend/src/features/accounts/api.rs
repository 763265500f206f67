//! The HTTP side of accounts: takes a request apart, calls the service, sets cookies, maps errors.

use foothold_shared::account::{
    AccountView, DeviceToken, LoginRequest, NewDevice, OpenSession, RefreshRequest,
    RegisterRequest, SessionKind, SessionView,
};
use foothold_shared::problem::FieldProblem;
use poem::Request;
use poem::http::{StatusCode, header};
use poem_openapi::param::Path;
use poem_openapi::payload::{Json, Response};
use poem_openapi::{ApiResponse, OpenApi};

use super::model::{Client, Opened, SignedIn};
use super::sessions::Presented;
use super::{Accounts, AccountsError};
use crate::http::{
    Body, Caller, ClientAddress, Cookies, Created, Failure, NoContent, OptionalBody,
    SessionCookies, csrf_header, logout_credential, read_device_cookie, read_refresh_cookie,
};

/// The operations of accounts.
#[derive(Debug, Clone)]
pub struct AccountsApi {
    accounts: Accounts,
    cookies: Cookies,
}

impl AccountsApi {
    /// The operations over a service.
    #[must_use]
    pub fn new(accounts: Accounts, cookies: Cookies) -> Self {
        Self { accounts, cookies }
    }

    /// The answer to an opened session: tokens in the body, or cookies and a CSRF token.
    fn answer<A: ApiResponse>(
        &self,
        opened: Opened,
        wrap: impl FnOnce(Json<SessionView>) -> A,
    ) -> Response<A> {
        let csrf_token = self.accounts.csrf_token(&opened.session_id);
        let by_cookie = opened.kind == SessionKind::Cookie;
        let view = SessionView {
            account: opened.account,
            expires_in_s: opened.expires_in_s,
            access_token: (!by_cookie).then(|| opened.access_token.clone()),
            refresh_token: (!by_cookie).then(|| opened.refresh_token.clone()),
            csrf_token: by_cookie.then(|| csrf_token.clone()),
        };
        let mut response =
            Response::new(wrap(Json(view))).header(header::CACHE_CONTROL, "no-store");
        let mut set = Vec::new();
        if by_cookie {
            set = self.cookies.open(&SessionCookies {
                access_token: opened.access_token,
                refresh_token: opened.refresh_token,
                csrf_token,
                life_s: opened.life_s,
            });
        }
        set.extend(
            opened
                .device_token
                .map(|token| self.cookies.remember_device(&token)),
        );
        for cookie in set {
            response = response.header(header::SET_COOKIE, cookie);
        }
        response
    }
}

#[OpenApi(tag = "crate::http::Topic::Accounts")]
impl AccountsApi {
    /// Make an account
    ///
    /// It is signed in at once. Answers 409 `email_taken` when there is an account already.
    #[oai(path = "/register", method = "post", operation_id = "register")]
    async fn register(
        &self,
        request: &Request,
        address: ClientAddress,
        body: Body<RegisterRequest>,
    ) -> Result<Response<Created<SessionView>>, Failure> {
        let opened = self
            .accounts
            .register(&body.0, &client(request, address))
            .await?;
        Ok(self.answer(opened, Created::Created))
    }

    /// Sign in
    ///
    /// An unknown address and a wrong password get the same answer.
    #[oai(path = "/login", method = "post", operation_id = "login")]
    async fn login(
        &self,
        request: &Request,
        address: ClientAddress,
        body: Body<LoginRequest>,
    ) -> Result<Response<Json<SessionView>>, Failure> {
        let opened = self
            .accounts
            .login(&body.0, &client(request, address))
            .await?;
        Ok(self.answer(opened, |json| json))
    }

    /// Exchange a refresh token
    ///
    /// Each works once. Presenting a used one ends the session, except within 60 seconds while its
    /// successor was never used. By cookie, the `X-CSRF-Token` header is needed.
    #[oai(path = "/token/refresh", method = "post", operation_id = "refresh")]
    async fn refresh(
        &self,
        request: &Request,
        body: OptionalBody<RefreshRequest>,
    ) -> Result<Response<Json<SessionView>>, Failure> {
        let in_cookie = read_refresh_cookie(request);
        let presented = match (&body.0.refresh_token, &in_cookie) {
            (Some(token), _) => Presented { token, csrf: None },
            (None, Some(token)) => Presented {
                token,
                csrf: Some(csrf_header(request)),
            },
            (None, None) => return Err(AccountsError::NoToken.into()),
        };
        let opened = self.accounts.refresh(presented).await?;
        Ok(self.answer(opened, |json| json))
    }

    /// Sign out
    ///
    /// Ends the session, also when its access token has expired, and clears the cookies.
    #[oai(path = "/logout", method = "post", operation_id = "logout")]
    async fn logout(&self, request: &Request) -> Result<Response<NoContent>, Failure> {
        let (token, csrf) = logout_credential(request).ok_or(AccountsError::NoToken)?;
        let session = self.accounts.session_to_end(&token);
        match (session, csrf) {
            (Ok(who), csrf) => {
                let trusted =
                    csrf.is_none_or(|csrf| self.accounts.is_csrf_token(&who.session_id, &csrf));
                if !trusted {
                    return Err(AccountsError::CsrfTokenInvalid.into());
                }
                match self
                    .accounts
                    .end_session(&who, &who.session_id.clone())
                    .await
                {
                    // Signed out twice is signed out.
                    Ok(()) | Err(AccountsError::SessionNotFound) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            // A cookie that is no longer ours is cleared all the same.
            (Err(_), Some(_)) => {}
            (Err(error), None) => return Err(error.into()),
        }
        let mut response = Response::new(NoContent::Done);
        for cookie in self.cookies.clear() {
            response = response.header(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }

    /// Who is signed in
    #[oai(path = "/me", method = "get", operation_id = "me")]
    async fn me(&self, caller: Caller) -> Result<Json<AccountView>, Failure> {
        Ok(Json(self.accounts.view(&caller.account_id).await?))
    }

    /// List open sessions and connected devices
    #[oai(path = "/me/sessions", method = "get", operation_id = "listSessions")]
    async fn list_sessions(&self, caller: Caller) -> Result<Json<Vec<OpenSession>>, Failure> {
        Ok(Json(self.accounts.list_sessions(&caller.into()).await?))
    }

    /// End a session or disconnect a device
    #[oai(
        path = "/me/sessions/:session_id",
        method = "delete",
        operation_id = "endSession"
    )]
    async fn end_session(
        &self,
        caller: Caller,
        /// The session's id.
        session_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.accounts
            .end_session(&caller.into(), &session_id.0.into())
            .await?;
        Ok(NoContent::Done)
    }

    /// Connect a device
    ///
    /// Answers a refresh token for it, which is shown only this once.
    #[oai(path = "/me/devices", method = "post", operation_id = "connectDevice")]
    async fn connect_device(
        &self,
        caller: Caller,
        body: Body<NewDevice>,
    ) -> Result<Response<Created<DeviceToken>>, Failure> {
        let token = self
            .accounts
            .connect_device(&caller.into(), &body.0.name)
            .await?;
        Ok(Response::new(Created::Created(Json(token))).header(header::CACHE_CONTROL, "no-store"))
    }
}

fn client(request: &Request, address: ClientAddress) -> Client {
    Client {
        network: address.network(),
        device_token: read_device_cookie(request),
    }
}

impl From<Caller> for SignedIn {
    fn from(caller: Caller) -> Self {
        Self {
            account_id: caller.account_id,
            session_id: caller.session_id,
        }
    }
}

impl From<AccountsError> for Failure {
    fn from(error: AccountsError) -> Self {
        use AccountsError as E;
        let said = error.to_string();
        let new = |status, code, title| Self::new(status, code, title, said.clone());
        let field = |field: &str, code: &str| {
            Self::invalid(vec![FieldProblem {
                field: field.to_owned(),
                code: code.to_owned(),
                message: said.clone(),
            }])
        };
        match error {
            E::EmailInvalid => field("email", "email_invalid"),
            E::PasswordTooShort => field("password", "password_too_short"),
            E::PasswordTooLong => field("password", "password_too_long"),
            E::PasswordIsEmail => field("password", "password_is_email"),
            E::PasswordCommon => field("password", "password_common"),
            E::DeviceNameInvalid => field("name", "device_name_invalid"),
            E::EmailTaken => new(
                StatusCode::CONFLICT,
                "email_taken",
                "This e-mail address has an account",
            ),
            E::WrongCredentials => new(
                StatusCode::UNAUTHORIZED,
                "wrong_credentials",
                "Signing in did not work",
            ),
            E::MustWait { retry_after_s } => new(
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_attempts",
                "Too many attempts",
            )
            .with_retry_after_s(retry_after_s),
            E::TokenExpired => new(
                StatusCode::UNAUTHORIZED,
                "token_expired",
                "Your access has expired",
            ),
            E::TokenInvalid => new(
                StatusCode::UNAUTHORIZED,
                "token_invalid",
                "You are signed out",
            ),
            E::NoToken => new(
                StatusCode::UNAUTHORIZED,
                "not_signed_in",
                "You are not signed in",
            ),
            E::CsrfTokenInvalid => new(
                StatusCode::FORBIDDEN,
                "csrf_token_invalid",
                "The request could not be trusted",
            ),
            E::SessionNotFound => new(
                StatusCode::NOT_FOUND,
                "session_not_found",
                "There is no such session",
            ),
            E::Database(error) => error.into(),
            E::Open(error) => error.into(),
            E::Hash(_) | E::Sign(_) => Self::internal(error),
        }
    }
}
