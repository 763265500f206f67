//! `/me/notifications`, the ways to be told, and the links in e-mails.

mod links;

use foothold_shared::notification::{
    NewWebhook, NotificationChannels, NotificationPage, ReadUpTo, UnreadCount, WebhookTest,
    WebhookView,
};
use poem::http::StatusCode;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::error::NotificationError;
use super::service::Notifications;
use crate::http::{Body, Caller, Failure, NoContent};

pub use links::MailLinksApi;

/// The operations on notifications.
#[derive(Debug, Clone)]
pub struct NotificationsApi {
    notifications: Notifications,
}

impl NotificationsApi {
    /// The operations on these notifications.
    #[must_use]
    pub fn new(notifications: Notifications) -> Self {
        Self { notifications }
    }
}

/// What setting a webhook answers.
#[derive(Debug, ApiResponse)]
enum PutWebhook {
    /// It was known, and is switched on.
    #[oai(status = 200)]
    Known(Json<WebhookView>),
    /// Set, with its secret.
    #[oai(status = 201)]
    Made(Json<WebhookView>),
}

/// What asking for a message answers.
#[derive(Debug, ApiResponse)]
enum Asked {
    /// The message is on its way, or the address is confirmed already.
    #[oai(status = 202)]
    Asked,
}

#[OpenApi(tag = "crate::http::Topic::Notifications")]
impl NotificationsApi {
    /// List your notifications, the latest first
    #[oai(
        path = "/me/notifications",
        method = "get",
        operation_id = "listNotifications"
    )]
    async fn list(
        &self,
        caller: Caller,
        /// `next_cursor` of the page before; left out for the first.
        cursor: Query<Option<String>>,
        /// How many at most, 1 to 100; 25 if left out.
        limit: Query<Option<i64>>,
    ) -> Result<Json<NotificationPage>, Failure> {
        let page = self
            .notifications
            .list(&caller.account_id, cursor.0.as_deref(), limit.0);
        Ok(Json(page.await?))
    }

    /// Count the notifications you did not see
    #[oai(
        path = "/me/notifications/unread",
        method = "get",
        operation_id = "countUnreadNotifications"
    )]
    async fn unread(&self, caller: Caller) -> Result<Json<UnreadCount>, Failure> {
        let unread = self.notifications.unread(&caller.account_id).await?;
        Ok(Json(UnreadCount { unread }))
    }

    /// Note that you saw all notifications, up to one
    ///
    /// What came after it stays new.
    #[oai(
        path = "/me/notifications/read",
        method = "post",
        operation_id = "readAllNotifications"
    )]
    async fn read_all(&self, caller: Caller, up_to: Body<ReadUpTo>) -> Result<NoContent, Failure> {
        self.notifications
            .read_all(&caller.account_id, &up_to.0.notification_id)
            .await?;
        Ok(NoContent::Done)
    }

    /// Note that you saw a notification
    #[oai(
        path = "/me/notifications/:notification_id/read",
        method = "post",
        operation_id = "readNotification"
    )]
    async fn read(
        &self,
        caller: Caller,
        /// The notification's id.
        notification_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.notifications
            .read(&caller.account_id, &notification_id.0)
            .await?;
        Ok(NoContent::Done)
    }

    /// Delete a notification
    #[oai(
        path = "/me/notifications/:notification_id",
        method = "delete",
        operation_id = "deleteNotification"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The notification's id.
        notification_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.notifications
            .delete(&caller.account_id, &notification_id.0)
            .await?;
        Ok(NoContent::Done)
    }

    /// See by which ways you can be told
    #[oai(
        path = "/me/notification-channels",
        method = "get",
        operation_id = "readNotificationChannels"
    )]
    async fn channels(&self, caller: Caller) -> Result<Json<NotificationChannels>, Failure> {
        let channels = self.notifications.channels(&caller.account_id).await?;
        Ok(Json(channels))
    }

    /// Have a message sent whose link confirms your address
    ///
    /// E-mails go to confirmed addresses only. At most one message a minute and five a day; 409 `no_mail_server` where this
    /// server sends no e-mail.
    #[oai(
        path = "/me/mail-address/confirm",
        method = "post",
        operation_id = "askToConfirmMailAddress"
    )]
    async fn ask_to_confirm(&self, caller: Caller) -> Result<Asked, Failure> {
        self.notifications
            .ask_to_confirm(&caller.account_id)
            .await?;
        Ok(Asked::Asked)
    }

    /// Set your webhook
    ///
    /// Calls are signed as standardwebhooks.com describes it (`webhook-id`, `webhook-timestamp`, `webhook-signature`), with
    /// the secret that this answer shows once. A call is repeated until it is answered with 2xx, for two days or three at
    /// most; the same `webhook-id` is the same call. A 429 or 503 with `Retry-After` is heeded, up to a day. The same address again switches a webhook on that was switched off.
    #[oai(path = "/me/webhook", method = "put", operation_id = "setWebhook")]
    async fn put_webhook(
        &self,
        caller: Caller,
        webhook: Body<NewWebhook>,
    ) -> Result<PutWebhook, Failure> {
        let (view, is_new) = self
            .notifications
            .put_webhook(&caller.account_id, &webhook.0.url)
            .await?;
        Ok(if is_new {
            PutWebhook::Made(Json(view))
        } else {
            PutWebhook::Known(Json(view))
        })
    }

    /// Give your webhook another secret
    ///
    /// This answer shows it once. For 24 hours calls are signed with both, the new one first: `webhook-signature` then holds
    /// two signatures with a space between. Put the new secret in place meanwhile, or end the old one at once if somebody
    /// else knows it. Renewed twice within a day, only the last two sign.
    #[oai(
        path = "/me/webhook/secret",
        method = "post",
        operation_id = "renewWebhookSecret"
    )]
    async fn renew_secret(&self, caller: Caller) -> Result<Json<WebhookView>, Failure> {
        let view = self.notifications.renew_secret(&caller.account_id).await?;
        Ok(Json(view))
    }

    /// End your webhook's old secret now
    ///
    /// From now on only the newer one signs, also what is sent again. Nothing happens where no older one is left.
    #[oai(
        path = "/me/webhook/old-secret",
        method = "delete",
        operation_id = "endOldWebhookSecret"
    )]
    async fn end_old_secret(&self, caller: Caller) -> Result<NoContent, Failure> {
        self.notifications
            .end_old_secret(&caller.account_id)
            .await?;
        Ok(NoContent::Done)
    }

    /// Call your webhook now, with a test
    ///
    /// At most every five seconds.
    #[oai(
        path = "/me/webhook/test",
        method = "post",
        operation_id = "testWebhook"
    )]
    async fn test_webhook(&self, caller: Caller) -> Result<Json<WebhookTest>, Failure> {
        let test = self.notifications.test_webhook(&caller.account_id).await?;
        Ok(Json(test))
    }

    /// Delete your webhook
    #[oai(
        path = "/me/webhook",
        method = "delete",
        operation_id = "deleteWebhook"
    )]
    async fn delete_webhook(&self, caller: Caller) -> Result<NoContent, Failure> {
        self.notifications
            .delete_webhook(&caller.account_id)
            .await?;
        Ok(NoContent::Done)
    }
}

impl From<NotificationError> for Failure {
    fn from(error: NotificationError) -> Self {
        match error {
            NotificationError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "notification_not_found",
                "There is no such notification",
                "You have no notification with this id. It may have been deleted.",
            ),
            NotificationError::UnknownCursor => Self::new(
                StatusCode::BAD_REQUEST,
                "unknown_cursor",
                "The list cannot go on from there",
                "Start the list again without a cursor.",
            ),
            NotificationError::LimitOutOfRange => Self::new(
                StatusCode::BAD_REQUEST,
                "limit_out_of_range",
                "The limit is out of range",
                "Ask for 1 to 100 notifications.",
            ),
            NotificationError::NoMail => Self::new(
                StatusCode::CONFLICT,
                "no_mail_server",
                "This server sends no e-mail",
                "The people who run this server have set up no mail server. Use the portal's notifications or a webhook.",
            ),
            NotificationError::TooManyMessages { retry_after_s } => Self::new(
                StatusCode::TOO_MANY_REQUESTS,
                "too_many_messages",
                "A message was sent already",
                format!(
                    "One was sent a moment ago. Another can be sent in {retry_after_s} seconds."
                ),
            )
            .with_retry_after_s(retry_after_s),
            NotificationError::NoWebhook => Self::new(
                StatusCode::NOT_FOUND,
                "webhook_not_found",
                "There is no webhook",
                "You have set no webhook.",
            ),
            NotificationError::Invalid(problems) => Self::invalid(problems),
            NotificationError::Closed(_) | NotificationError::Unknown => Self::unreadable(error),
            NotificationError::Account(error) => error.into(),
            NotificationError::Database(error) => error.into(),
        }
    }
}
