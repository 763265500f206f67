//! A person's webhook: set, given another secret, tried, deleted, and what is said of it.
//!
//! What must not happen here: a secret shown a second time; a secret that ends before its owner could have replaced it,
//! unless they say so.

use foothold_shared::notification::{WebhookTest, WebhookView};
use foothold_shared::problem::FieldProblem;
use zeroize::Zeroizing;

use super::announce::WEBHOOK;
use super::error::NotificationError;
use super::service::Notifications;
use super::store::webhooks::WebhookRow;
use super::{hooks, rules, sealing, store};
use crate::adapters::fetch::FetchError;
use crate::adapters::webhooks::{Call, secret};
use crate::crypto::SealedColumn;
use crate::db::Conn;
use crate::ids::AccountId;

/// The longest address of a webhook.
const LONGEST_URL: usize = 2_000;

impl Notifications {
    /// Sets the webhook. Another address gets another secret, which is shown in this answer alone; the same address is
    /// switched on again. Whether it is new or another.
    pub(super) async fn put_webhook(
        &self,
        account: &AccountId,
        url: &str,
    ) -> Result<(WebhookView, bool), NotificationError> {
        let url = url.trim();
        self.check_url(url)?;
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let known = store::webhooks::find(conn, account).await?;
        let is_same = match &known {
            // One that no longer opens is replaced.
            Some(row) => self.url_of(account, row).is_ok_and(|known| known == url),
            None => false,
        };
        let shown = if is_same {
            let now_ms = self.now_ms();
            store::webhooks::update_on(conn, account).await?;
            store::deliveries::update_due(conn, account, WEBHOOK, now_ms).await?;
            None
        } else {
            store::deliveries::delete_channel(conn, account, WEBHOOK).await?;
            let row = account.as_str();
            let shown = self.new_secret();
            let url = sealing::seal(&self.keyring, &sealing::WEBHOOK_URL, row, &url);
            let sealed = self.seal_secret(&sealing::WEBHOOK_SECRET, account, &shown);
            store::webhooks::put(conn, account, &url, &sealed, self.now_ms()).await?;
            Some(shown.to_string())
        };
        let view = self.webhook_now(conn, account).await?;
        tx.commit().await?;
        Ok((
            WebhookView {
                secret: shown,
                ..view
            },
            !is_same,
        ))
    }

    /// Gives the webhook another secret, shown in this answer alone. The one it had signs beside it for a day, so that
    /// its owner can put the new one in place; one that was still older ends now.
    pub(super) async fn renew_secret(
        &self,
        account: &AccountId,
    ) -> Result<WebhookView, NotificationError> {
        loop {
            let mut tx = self.db.begin().await?;
            let conn = &mut tx.conn();
            let row = store::webhooks::find(conn, account)
                .await?
                .ok_or(NotificationError::NoWebhook)?;
            let shown = self.new_secret();
            let sealed = self.seal_secret(&sealing::WEBHOOK_SECRET, account, &shown);
            let old = self.secret_of(account, &row)?;
            let old = self.seal_secret(&sealing::WEBHOOK_OLD_SECRET, account, &old);
            let until_ms = self.now_ms() + rules::OLD_SECRET_MS;
            // Renewed twice at once, each answer shows a secret that signs: the later one follows the earlier one.
            if !store::webhooks::update_secret(conn, account, &row, &sealed, &old, until_ms).await?
            {
                continue;
            }
            let view = self.webhook_now(conn, account).await?;
            tx.commit().await?;
            return Ok(WebhookView {
                secret: Some(shown.to_string()),
                ..view
            });
        }
    }

    /// Ends the secret that was renewed, before its day is over. Nothing happens where none still counts.
    pub(super) async fn end_old_secret(
        &self,
        account: &AccountId,
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin().await?;
        if !store::webhooks::update_old_secret_ended(&mut tx.conn(), account).await? {
            return Err(NotificationError::NoWebhook);
        }
        Ok(tx.commit().await?)
    }

    /// Calls the webhook now, to see whether it works.
    pub(super) async fn test_webhook(
        &self,
        account: &AccountId,
    ) -> Result<WebhookTest, NotificationError> {
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let row = store::webhooks::find(conn, account)
            .await?
            .ok_or(NotificationError::NoWebhook)?;
        let since_ms = now_ms - rules::TEST_PAUSE_MS;
        if !store::webhooks::update_tested(conn, account, since_ms, now_ms).await? {
            return Err(NotificationError::TooManyMessages {
                retry_after_s: rules::TEST_PAUSE_MS / 1000,
            });
        }
        tx.commit().await?;
        let call = Call {
            url: self.url_of(account, &row)?,
            secrets: self.secrets_of(account, &row)?,
            id: self.outside.ids.next(),
            at_s: now_ms.div_euclid(1000),
            body: hooks::test_body(now_ms),
        };
        Ok(match self.outlets.webhooks.call(&call).await {
            Ok(()) => WebhookTest {
                delivered: true,
                problem: String::new(),
            },
            Err(error) => WebhookTest {
                delivered: false,
                problem: hook_problem(error),
            },
        })
    }

    /// Deletes the webhook and what was still to be sent to it.
    pub(super) async fn delete_webhook(
        &self,
        account: &AccountId,
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        if !store::webhooks::delete(conn, account).await? {
            return Err(NotificationError::NoWebhook);
        }
        store::deliveries::delete_channel(conn, account, WEBHOOK).await?;
        Ok(tx.commit().await?)
    }

    pub(super) fn url_of(
        &self,
        account: &AccountId,
        row: &WebhookRow,
    ) -> Result<String, NotificationError> {
        sealing::open(
            &self.keyring,
            &sealing::WEBHOOK_URL,
            account.as_str(),
            &row.url_sealed,
        )
    }

    /// What signs a call now, the newest first.
    pub(super) fn secrets_of(
        &self,
        account: &AccountId,
        row: &WebhookRow,
    ) -> Result<Vec<Zeroizing<String>>, NotificationError> {
        let mut secrets = vec![self.secret_of(account, row)?];
        if let Some(old) = &row.old_secret_sealed
            && self.old_until_ms(row).is_some()
        {
            let column = &sealing::WEBHOOK_OLD_SECRET;
            let old = sealing::open(&self.keyring, column, account.as_str(), old)?;
            secrets.push(Zeroizing::new(old));
        }
        Ok(secrets)
    }

    fn secret_of(
        &self,
        account: &AccountId,
        row: &WebhookRow,
    ) -> Result<Zeroizing<String>, NotificationError> {
        let column = &sealing::WEBHOOK_SECRET;
        sealing::open(&self.keyring, column, account.as_str(), &row.secret_sealed)
            .map(Zeroizing::new)
    }

    /// Until when the older secret counts; `None` where it does no more.
    fn old_until_ms(&self, row: &WebhookRow) -> Option<i64> {
        let now_ms = self.now_ms();
        row.old_secret_until_ms
            .filter(|until_ms| *until_ms > now_ms)
    }

    fn check_url(&self, url: &str) -> Result<(), NotificationError> {
        let wrong = if url.len() > LONGEST_URL {
            "This address is too long."
        } else {
            match self.outlets.webhooks.check(url) {
                Ok(()) => return Ok(()),
                Err(FetchError::NotPublic) => {
                    "This address is not on the public web. Private networks and unusual ports are not called."
                }
                Err(_) => {
                    "Give an address that begins with https://, without a name and password in it."
                }
            }
        };
        Err(NotificationError::Invalid(vec![FieldProblem {
            field: "url".to_owned(),
            code: "url_unusable".to_owned(),
            message: wrong.to_owned(),
        }]))
    }

    fn new_secret(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0; 32]);
        self.outside.chance.fill(bytes.as_mut_slice());
        secret(&bytes)
    }

    fn seal_secret(&self, column: &SealedColumn, account: &AccountId, secret: &str) -> String {
        sealing::seal(&self.keyring, column, account.as_str(), &secret)
    }

    async fn webhook_now(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
    ) -> Result<WebhookView, NotificationError> {
        let row = store::webhooks::find(conn, account)
            .await?
            .ok_or(NotificationError::NoWebhook)?;
        self.webhook_view(account, &row)
    }

    pub(super) fn webhook_view(
        &self,
        account: &AccountId,
        row: &WebhookRow,
    ) -> Result<WebhookView, NotificationError> {
        Ok(WebhookView {
            url: self.url_of(account, row)?,
            on: row.off_at_ms.is_none(),
            failures: row.failures,
            problem: row.problem.clone(),
            delivered_at_ms: row.delivered_at_ms,
            paused_until_ms: row
                .paused_until_ms
                .filter(|until_ms| *until_ms > self.now_ms()),
            old_secret_until_ms: self.old_until_ms(row),
            secret: None,
        })
    }
}

/// Why a webhook did not take a call, for its owner.
pub(super) fn hook_problem(error: FetchError) -> String {
    match error {
        FetchError::NotWeb => "The address must begin with https://.".to_owned(),
        FetchError::NotPublic => "The address leads into a private network.".to_owned(),
        FetchError::NoHost => "There is no server by this name.".to_owned(),
        FetchError::Redirects => {
            "It answered with a redirect. Give the address it redirects to.".to_owned()
        }
        FetchError::TimedOut => "It did not answer within 15 seconds.".to_owned(),
        FetchError::Status {
            status: status @ (429 | 503),
            ..
        } => format!("It answered {status}: it is too busy to take calls now."),
        FetchError::Status { status, .. } => {
            format!("It answered {status}; an answer from 200 to 299 is expected.")
        }
        FetchError::CutOff => "It hung up before it answered.".to_owned(),
        _ => "It could not be reached.".to_owned(),
    }
}
