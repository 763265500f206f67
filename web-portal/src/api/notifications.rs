//! Notifications, and the ways to be told.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::notification::{
    NewWebhook, NotificationChannels, NotificationPage, ReadUpTo, UnreadCount, WebhookTest,
    WebhookView,
};

impl Api {
    /// A page of notifications, the latest first.
    pub(crate) async fn notifications(
        self,
        cursor: Option<&str>,
        limit: u32,
    ) -> Answer<NotificationPage> {
        let cursor = cursor.map_or_else(String::new, |cursor| {
            format!(
                "&cursor={}",
                String::from(js_sys::encode_uri_component(cursor))
            )
        });
        let call = Call::get(format!("/me/notifications?limit={limit}{cursor}"));
        self.call(call).await?.json().await
    }

    /// How many notifications are new.
    pub(crate) async fn unread_notifications(self) -> Answer<UnreadCount> {
        self.call(Call::get("/me/notifications/unread"))
            .await?
            .json()
            .await
    }

    /// Notes that one was seen.
    pub(crate) async fn read_notification(self, id: &str) -> Answer<()> {
        let call = Call::new("POST", format!("/me/notifications/{id}/read")).keepalive();
        self.call(call).await.map(drop)
    }

    /// Notes that all were seen, up to one.
    pub(crate) async fn read_notifications(self, up_to: &str) -> Answer<()> {
        let call = Call::new("POST", "/me/notifications/read").json(&ReadUpTo {
            notification_id: up_to.to_owned(),
        });
        self.call(call).await.map(drop)
    }

    /// Deletes one; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_notification(self, id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/notifications/{id}"));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }

    /// By which ways the person can be told.
    pub(crate) async fn notification_channels(self) -> Answer<NotificationChannels> {
        self.call(Call::get("/me/notification-channels"))
            .await?
            .json()
            .await
    }

    /// Has a message sent whose link confirms the address.
    pub(crate) async fn ask_to_confirm_mail(self) -> Answer<()> {
        let call = Call::new("POST", "/me/mail-address/confirm");
        self.call(call).await.map(drop)
    }

    /// Sets the webhook; the answer shows the secret where it is new.
    pub(crate) async fn set_webhook(self, url: &str) -> Answer<WebhookView> {
        let call = Call::new("PUT", "/me/webhook").json(&NewWebhook {
            url: url.to_owned(),
        });
        self.call(call).await?.json().await
    }

    /// Ends the secret that was renewed, now.
    pub(crate) async fn end_old_webhook_secret(self) -> Answer<()> {
        self.call(Call::new("DELETE", "/me/webhook/old-secret"))
            .await
            .map(drop)
    }

    /// Gives the webhook another secret.
    pub(crate) async fn renew_webhook_secret(self) -> Answer<WebhookView> {
        let call = Call::new("POST", "/me/webhook/secret");
        self.call(call).await?.json().await
    }

    /// Calls the webhook with a test.
    pub(crate) async fn test_webhook(self) -> Answer<WebhookTest> {
        let call = Call::new("POST", "/me/webhook/test");
        self.call(call).await?.json().await
    }

    /// Deletes the webhook.
    pub(crate) async fn delete_webhook(self) -> Answer<()> {
        self.call(Call::new("DELETE", "/me/webhook"))
            .await
            .map(drop)
    }
}
