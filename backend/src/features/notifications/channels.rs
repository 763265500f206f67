//! By which ways a person can be told: their confirmed address, their webhook, and what they stopped.

use foothold_shared::notification::{MailState, NotificationChannels, WebhookTest, WebhookView};
use foothold_shared::problem::FieldProblem;
use zeroize::Zeroizing;

use super::announce::{MAIL, WEBHOOK};
use super::content::Content;
use super::error::NotificationError;
use super::service::Notifications;
use super::store::mail::AddressRow;
use super::store::webhooks::WebhookRow;
use super::{hooks, rules, sealing, store, tokens};
use crate::adapters::fetch::FetchError;
use crate::adapters::webhooks::{Call, secret};
use crate::db::Conn;
use crate::ids::AccountId;

/// The topic of confirming messages.
const CONFIRM: &str = "address";
/// The longest address of a webhook.
const LONGEST_URL: usize = 2_000;

impl Notifications {
    /// The ways that there are.
    pub(super) async fn channels(
        &self,
        account: &AccountId,
    ) -> Result<NotificationChannels, NotificationError> {
        let mail_address = self.accounts.view(account).await?.email;
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let address = store::mail::find(conn, account).await?;
        let webhook = store::webhooks::find(conn, account).await?;
        Ok(NotificationChannels {
            mail_available: self.sends_mail(),
            mail_address,
            mail_state: address
                .as_ref()
                .map_or(MailState::Unconfirmed, |row| state(row, self.now_ms())),
            webhook: webhook
                .map(|row| self.webhook_view(account, &row))
                .transpose()?,
        })
    }

    pub(super) async fn is_mail_confirmed(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
    ) -> Result<bool, NotificationError> {
        let row = store::mail::find(conn, account).await?;
        Ok(row.is_some_and(|row| row.confirmed_at_ms.is_some()))
    }

    /// Sends the message whose link confirms the address; nothing where it is confirmed.
    pub(super) async fn ask_to_confirm(
        &self,
        account: &AccountId,
    ) -> Result<(), NotificationError> {
        if !self.sends_mail() {
            return Err(NotificationError::NoMail);
        }
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let known = store::mail::find(conn, account).await?;
        if known
            .as_ref()
            .is_some_and(|row| row.confirmed_at_ms.is_some())
        {
            return Ok(());
        }
        let today = known.as_ref().map_or(0, |row| {
            rules::asked_today(row.asked_at_ms, row.asked_today, now_ms)
        });
        let asked_at_ms = known.as_ref().map_or(i64::MIN / 2, |row| row.asked_at_ms);
        if let Some(wait_ms) = rules::confirm_wait_ms(asked_at_ms, today, now_ms) {
            return Err(NotificationError::TooManyMessages {
                retry_after_s: wait_ms.div_euclid(1000) + 1,
            });
        }
        let token = tokens::confirm(self.outside.chance.as_ref());
        let row = AddressRow {
            account_id: account.clone(),
            confirm_hash: Some(tokens::hash(&token)),
            confirm_until_ms: now_ms + rules::CONFIRM_MS,
            asked_at_ms: now_ms,
            asked_today: today + 1,
            confirmed_at_ms: None,
            refusals: 0,
        };
        store::mail::put(conn, &row).await?;
        // An older message's link no longer works: it need not go.
        store::deliveries::delete_topic_of(conn, account, MAIL, CONFIRM).await?;
        self.put_delivery(conn, account, MAIL, CONFIRM, &Content::Confirm { token })
            .await?;
        Ok(tx.commit().await?)
    }

    /// Whether a confirming link works.
    pub(super) async fn can_confirm(&self, token: &str) -> Result<bool, NotificationError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let found = store::mail::find_by_link(conn, &tokens::hash(token), self.now_ms()).await?;
        Ok(found.is_some())
    }

    /// Uses a confirming link; `false` where it does not work.
    pub(super) async fn confirm(&self, token: &str) -> Result<bool, NotificationError> {
        let mut tx = self.db.begin().await?;
        let hash = tokens::hash(token);
        let confirmed = store::mail::confirm(&mut tx.conn(), &hash, self.now_ms()).await?;
        tx.commit().await?;
        Ok(confirmed)
    }

    /// Whether a stopping link is one of ours.
    pub(super) fn can_stop(&self, token: &str) -> bool {
        tokens::read_stop(&self.stop_key, token).is_some()
    }

    /// Uses a stopping link, also again; `false` where it is none of ours. What is still to be sent is taken back.
    pub(super) async fn stop(&self, token: &str) -> Result<bool, NotificationError> {
        let Some((account, topic)) = tokens::read_stop(&self.stop_key, token) else {
            return Ok(false);
        };
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::mail::put_stop(conn, &account, &topic, self.now_ms()).await?;
        store::deliveries::delete_topic_of(conn, &account, MAIL, &topic).await?;
        tx.commit().await?;
        Ok(true)
    }

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
            store::webhooks::update_on(conn, account).await?;
            None
        } else {
            store::deliveries::delete_channel(conn, account, WEBHOOK).await?;
            Some(self.put_secret(conn, account, url).await?)
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

    /// Gives the webhook another secret, shown in this answer alone.
    pub(super) async fn renew_secret(
        &self,
        account: &AccountId,
    ) -> Result<WebhookView, NotificationError> {
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let row = store::webhooks::find(conn, account)
            .await?
            .ok_or(NotificationError::NoWebhook)?;
        let url = self.url_of(account, &row)?;
        let shown = self.put_secret(conn, account, &url).await?;
        let view = self.webhook_now(conn, account).await?;
        tx.commit().await?;
        Ok(WebhookView {
            secret: Some(shown),
            ..view
        })
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
            secret: self.secret_of(account, &row)?,
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

    pub(super) fn secret_of(
        &self,
        account: &AccountId,
        row: &WebhookRow,
    ) -> Result<Zeroizing<String>, NotificationError> {
        let column = &sealing::WEBHOOK_SECRET;
        sealing::open(&self.keyring, column, account.as_str(), &row.secret_sealed)
            .map(Zeroizing::new)
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

    async fn put_secret(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        url: &str,
    ) -> Result<String, NotificationError> {
        let mut bytes = Zeroizing::new([0; 32]);
        self.outside.chance.fill(bytes.as_mut_slice());
        let shown = secret(&bytes);
        let row = account.as_str();
        let url_sealed = sealing::seal(&self.keyring, &sealing::WEBHOOK_URL, row, &url);
        let secret_sealed = sealing::seal(
            &self.keyring,
            &sealing::WEBHOOK_SECRET,
            row,
            &shown.as_str(),
        );
        store::webhooks::put(conn, account, &url_sealed, &secret_sealed, self.now_ms()).await?;
        Ok(shown.to_string())
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

    fn webhook_view(
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
            secret: None,
        })
    }
}

/// What is known of an address.
fn state(row: &AddressRow, now_ms: i64) -> MailState {
    if row.confirmed_at_ms.is_some() {
        MailState::Confirmed
    } else if row.confirm_hash.is_some() && row.confirm_until_ms > now_ms {
        MailState::Asked
    } else if row.refusals >= rules::MAIL_REFUSALS {
        MailState::Refused
    } else {
        MailState::Unconfirmed
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
        FetchError::Status { status, .. } => {
            format!("It answered {status}; an answer from 200 to 299 is expected.")
        }
        _ => "It could not be reached.".to_owned(),
    }
}
