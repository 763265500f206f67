//! By which ways a person can be told: their confirmed address, and what they stopped.

use foothold_shared::notification::{MailState, NotificationChannels};

use super::announce::MAIL;
use super::content::Content;
use super::error::NotificationError;
use super::service::Notifications;
use super::store::mail::AddressRow;
use super::{rules, store, tokens};
use crate::db::Conn;
use crate::ids::AccountId;

/// The topic of confirming messages.
const CONFIRM: &str = "address";

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
