//! Sending what is due: by mail server and webhook, each delivery held with a lease while it is under way.
//!
//! due → claim (a lease) → send → one transaction: the delivery deleted, or put off, and what is known of its way
//!
//! A server that is ended between sending and noting sends once more when the lease has run out, under the same id.
//! What must not happen here: one that is stuck holding up the others; trying for ever.

use foothold_shared::notification::Notification;

use super::announce::{MAIL, WEBHOOK};
use super::content::Content;
use super::error::NotificationError;
use super::service::Notifications;
use super::store::deliveries::DeliveryRow;
use super::webhook::hook_problem;
use super::{hooks, letters, rules, store, tokens};
use crate::adapters::fetch::FetchError;
use crate::adapters::mail::{Letter, MailError};
use crate::adapters::webhooks::Call;
use crate::db::Conn;

/// How long one delivery is held: longer than any takes.
const LEASE_MS: i64 = 3 * 60_000;

/// How a delivery went.
enum Outcome {
    /// It was taken.
    Taken,
    /// It is no longer wanted, or can never be sent.
    Dropped,
    /// The address refused it for good.
    Refused,
    /// It may be taken later.
    Later,
    /// The webhook did not take it.
    Failed(FetchError),
    /// The webhook was not called: it asked to be left alone until then.
    Paused(i64),
}

impl Notifications {
    /// Sends everything that is due, four at a time; how many were taken.
    ///
    /// # Errors
    /// When the database fails; what was under way is sent again when its lease has run out.
    pub async fn deliver_due(&self) -> Result<u64, NotificationError> {
        let now_ms = self.now_ms();
        if !store::deliveries::is_any_due(&mut self.db.read().await?.conn(), now_ms).await? {
            return Ok(0);
        }
        let each =
            futures_util::future::try_join4(self.drain(), self.drain(), self.drain(), self.drain());
        let (a, b, c, d) = each.await?;
        Ok(a + b + c + d)
    }

    async fn drain(&self) -> Result<u64, NotificationError> {
        let mut taken = 0;
        loop {
            let now_ms = self.now_ms();
            let mut tx = self.db.begin().await?;
            let until_ms = now_ms + LEASE_MS;
            let claimed = store::deliveries::claim(&mut tx.conn(), now_ms, until_ms).await?;
            tx.commit().await?;
            let Some(row) = claimed else {
                return Ok(taken);
            };
            let outcome = match self.send(&row).await {
                Ok(outcome) => outcome,
                Err(NotificationError::Database(error)) => return Err(error.into()),
                Err(error) => {
                    tracing::warn!(delivery = row.delivery_id, cause = %error, "a delivery cannot be read; it is tried again");
                    Outcome::Later
                }
            };
            taken += u64::from(matches!(outcome, Outcome::Taken));
            self.note(&row, &outcome).await?;
        }
    }

    async fn send(&self, row: &DeliveryRow) -> Result<Outcome, NotificationError> {
        let content = self.open_delivery(&row.delivery_id, &row.content_sealed)?;
        if row.channel == WEBHOOK {
            self.call(row, &content).await
        } else {
            self.post(row, &content).await
        }
    }

    /// By e-mail. The address is asked for now, and whether it may still be written to.
    async fn post(
        &self,
        row: &DeliveryRow,
        content: &Content,
    ) -> Result<Outcome, NotificationError> {
        let Some(mail) = &self.outlets.mail else {
            return Ok(Outcome::Later);
        };
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let needs_confirmed = !matches!(content, Content::Confirm { .. });
        let wanted = !store::mail::is_stopped(conn, &row.account_id, &row.topic).await?
            && (!needs_confirmed || self.is_mail_confirmed(conn, &row.account_id).await?);
        drop(held);
        if !wanted {
            return Ok(Outcome::Dropped);
        }
        let to = self.accounts.view(&row.account_id).await?.email;
        let public_url = &self.outlets.public_url;
        let token = tokens::stop(&self.stop_key, &row.account_id, &row.topic);
        let stop_url = format!("{public_url}/api/v1/mail/stop/{token}");
        let words = letters::of(content, public_url, &stop_url);
        let letter = Letter {
            to,
            subject: words.subject,
            text: words.text,
            html: words.html,
            id: row.delivery_id.clone(),
            written_at_ms: row.made_at_ms,
            stop_url: needs_confirmed.then_some(stop_url),
        };
        Ok(match mail.send(&letter).await {
            Ok(()) => Outcome::Taken,
            Err(error) => {
                tracing::warn!(delivery = row.delivery_id, cause = %error, "a letter was not taken");
                match error {
                    MailError::Later => Outcome::Later,
                    MailError::Refused(_) | MailError::Unsendable => Outcome::Refused,
                }
            }
        })
    }

    /// To the webhook.
    async fn call(
        &self,
        row: &DeliveryRow,
        content: &Content,
    ) -> Result<Outcome, NotificationError> {
        let Some(body) = hooks::body(content, row.made_at_ms) else {
            return Ok(Outcome::Dropped);
        };
        let mut held = self.db.read().await?;
        let known = store::webhooks::find(&mut held.conn(), &row.account_id).await?;
        drop(held);
        let Some(hook) = known.filter(|hook| hook.off_at_ms.is_none()) else {
            return Ok(Outcome::Dropped);
        };
        let now_ms = self.now_ms();
        let paused_until_ms = hook.paused_until_ms.filter(|until_ms| *until_ms > now_ms);
        if rules::is_too_old(row.made_at_ms, paused_until_ms.unwrap_or(now_ms)) {
            return Ok(Outcome::Dropped);
        }
        if let Some(until_ms) = paused_until_ms {
            return Ok(Outcome::Paused(until_ms));
        }
        let call = Call {
            url: self.url_of(&row.account_id, &hook)?,
            secrets: self.secrets_of(&row.account_id, &hook)?,
            id: row.delivery_id.clone(),
            at_s: now_ms.div_euclid(1000),
            body,
        };
        Ok(match self.outlets.webhooks.call(&call).await {
            Ok(()) => Outcome::Taken,
            Err(error) => {
                tracing::warn!(delivery = row.delivery_id, cause = %error, "a webhook did not take a call");
                Outcome::Failed(error)
            }
        })
    }

    /// Notes how it went, unless somebody else holds the delivery by now: theirs is the word then.
    async fn note(&self, row: &DeliveryRow, outcome: &Outcome) -> Result<(), NotificationError> {
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let (id, lease) = (&row.delivery_id, row.leased_until_ms);
        if let Outcome::Paused(until_ms) = outcome {
            store::deliveries::put_off(conn, id, lease, *until_ms, false).await?;
            return Ok(tx.commit().await?);
        }
        let pause_ms = match outcome {
            Outcome::Failed(FetchError::Status {
                status,
                retry_after_ms,
            }) => rules::pause_ms(*status, *retry_after_ms),
            _ => None,
        };
        let wait_ms = match outcome {
            Outcome::Later => rules::wait_ms(row.tries),
            Outcome::Failed(_) => rules::call_wait_ms(row.tries, pause_ms, row.made_at_ms, now_ms),
            Outcome::Taken | Outcome::Dropped | Outcome::Refused | Outcome::Paused(_) => None,
        };
        let is_ours = match wait_ms {
            Some(wait_ms) => {
                store::deliveries::put_off(conn, id, lease, now_ms + wait_ms, true).await?
            }
            None => store::deliveries::delete(conn, id, lease).await?,
        };
        if !is_ours {
            return Ok(());
        }
        match outcome {
            Outcome::Taken if row.channel == WEBHOOK => {
                store::webhooks::update_taken(conn, &row.account_id, now_ms).await?;
            }
            Outcome::Taken => store::mail::update_taken(conn, &row.account_id).await?,
            Outcome::Refused => self.note_refused(conn, row).await?,
            Outcome::Failed(error) => {
                if let Some(pause_ms) = pause_ms {
                    store::webhooks::update_paused(conn, &row.account_id, now_ms + pause_ms)
                        .await?;
                }
                self.note_failed(conn, row, *error, now_ms).await?;
            }
            Outcome::Dropped | Outcome::Later | Outcome::Paused(_) => {}
        }
        Ok(tx.commit().await?)
    }

    async fn note_refused(
        &self,
        conn: &mut Conn<'_>,
        row: &DeliveryRow,
    ) -> Result<(), NotificationError> {
        let account = &row.account_id;
        let refusals = store::mail::update_refused(conn, account).await?;
        if refusals != Some(rules::MAIL_REFUSALS) {
            return Ok(());
        }
        store::mail::update_unconfirmed(conn, account).await?;
        store::deliveries::delete_channel(conn, account, MAIL).await?;
        let notice = Notification {
            title: "E-mails do not reach you".to_owned(),
            text: "Your address refused what we sent, several times. We send nothing more until you confirm it again."
                .to_owned(),
            link: "/jobs/searches".to_owned(),
            ..Notification::default()
        };
        self.put_notice(conn, account, "mail_refused", &notice)
            .await
    }

    async fn note_failed(
        &self,
        conn: &mut Conn<'_>,
        row: &DeliveryRow,
        error: FetchError,
        now_ms: i64,
    ) -> Result<(), NotificationError> {
        let account = &row.account_id;
        let problem = hook_problem(error);
        let Some((failures, since_ms)) =
            store::webhooks::update_failed(conn, account, &problem, now_ms).await?
        else {
            return Ok(());
        };
        // 410 is a receiver's word for "never again".
        let is_gone = matches!(error, FetchError::Status { status: 410, .. });
        if !is_gone && !rules::is_hook_over(failures, since_ms, now_ms) {
            return Ok(());
        }
        store::webhooks::update_off(conn, account, now_ms).await?;
        store::deliveries::delete_channel(conn, account, WEBHOOK).await?;
        let notice = Notification {
            title: "Your webhook is switched off".to_owned(),
            text: format!(
                "It did not take what we sent for too long. {problem} Mend it, then switch it on again."
            ),
            link: "/jobs/searches".to_owned(),
            ..Notification::default()
        };
        self.put_notice(conn, account, "webhook_off", &notice).await
    }
}
