//! The links in e-mails. They work without signing in: the token is the proof.

use poem::http::header;
use poem_openapi::param::Path;
use poem_openapi::payload::{Html, Response};
use poem_openapi::{ApiResponse, OpenApi};

use super::super::pages::{self, Page};
use super::super::service::Notifications;
use crate::http::Failure;

/// The operations behind links in e-mails.
#[derive(Debug, Clone)]
pub struct MailLinksApi {
    notifications: Notifications,
}

impl MailLinksApi {
    /// The operations on these notifications.
    #[must_use]
    pub fn new(notifications: Notifications) -> Self {
        Self { notifications }
    }
}

/// A page.
#[derive(Debug, ApiResponse)]
enum Shown {
    /// The page.
    #[oai(status = 200)]
    Page(Html<String>),
    /// The link does not work.
    #[oai(status = 404)]
    NoLink(Html<String>),
}

fn show(found: bool, page: &Page) -> Response<Shown> {
    let shown = if found {
        Shown::Page(Html(page.html()))
    } else {
        Shown::NoLink(Html(pages::NO_LINK.html()))
    };
    Response::new(shown)
        .header(header::CONTENT_SECURITY_POLICY, pages::policy())
        .header(header::CACHE_CONTROL, "no-store")
}

#[OpenApi(tag = "crate::http::Topic::Notifications")]
impl MailLinksApi {
    /// Show the page that confirms an address; nothing is confirmed yet
    #[oai(
        path = "/mail/confirm/:token",
        method = "get",
        operation_id = "showMailConfirmation"
    )]
    async fn show_confirm(
        &self,
        /// The link's token.
        token: Path<String>,
    ) -> Result<Response<Shown>, Failure> {
        let found = self.notifications.can_confirm(&token.0).await?;
        Ok(show(found, &pages::CONFIRM))
    }

    /// Confirm an address
    #[oai(
        path = "/mail/confirm/:token",
        method = "post",
        operation_id = "confirmMailAddress"
    )]
    async fn confirm(
        &self,
        /// The link's token.
        token: Path<String>,
    ) -> Result<Response<Shown>, Failure> {
        let found = self.notifications.confirm(&token.0).await?;
        Ok(show(found, &pages::CONFIRMED))
    }

    /// Show the page that stops e-mails about something; nothing is stopped yet
    #[oai(
        path = "/mail/stop/:token",
        method = "get",
        operation_id = "showMailStop"
    )]
    async fn show_stop(
        &self,
        /// The link's token.
        token: Path<String>,
    ) -> Result<Response<Shown>, Failure> {
        let found = self.notifications.can_stop(&token.0);
        Ok(show(found, &pages::STOP))
    }

    /// Stop e-mails about something, as RFC 8058 describes it
    #[oai(path = "/mail/stop/:token", method = "post", operation_id = "stopMail")]
    async fn stop(
        &self,
        /// The link's token.
        token: Path<String>,
    ) -> Result<Response<Shown>, Failure> {
        let found = self.notifications.stop(&token.0).await?;
        Ok(show(found, &pages::STOPPED))
    }
}
