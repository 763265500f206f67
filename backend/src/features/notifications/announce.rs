//! Telling: what another feature found out becomes a notification and deliveries, in that feature's own transaction.
//!
//! What must not happen here: sending; a delivery by a way that the person did not choose or cannot be reached by.

use foothold_shared::notification::Notification;

use super::content::{Content, new_jobs};
use super::error::NotificationError;
use super::sealing;
use super::service::{Notifications, Ways};
use super::store;
use super::store::deliveries::NewDelivery;
use crate::db::Conn;
use crate::ids::AccountId;

/// The channel of a delivery.
pub(super) const MAIL: &str = "mail";
pub(super) const WEBHOOK: &str = "webhook";

/// What is told, and to whom.
#[derive(Debug)]
pub(crate) struct Told<'a> {
    /// To whom.
    pub(crate) account: &'a AccountId,
    /// What it is about: what a person stops by the link in an e-mail, and what is withdrawn together.
    pub(crate) topic: &'a str,
    /// What the person calls that; shown in the portal only.
    pub(crate) name: &'a str,
    /// By which ways.
    pub(crate) ways: Ways,
    /// What there is to tell.
    pub(crate) content: Content,
}

impl Notifications {
    /// Tells something: it is sent once the transaction is done.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn announce(
        &self,
        conn: &mut Conn<'_>,
        told: &Told<'_>,
    ) -> Result<(), NotificationError> {
        let account = told.account;
        if told.ways.in_app
            && let Some((kind, notice)) = notice(told)
        {
            self.put_notice(conn, account, kind, &notice).await?;
        }
        if told.ways.mail
            && self.sends_mail()
            && self.is_mail_confirmed(conn, account).await?
            && !store::mail::is_stopped(conn, account, told.topic).await?
        {
            self.put_delivery(conn, account, MAIL, told.topic, &told.content)
                .await?;
        }
        if told.ways.webhook && store::webhooks::is_on(conn, account).await? {
            self.put_delivery(conn, account, WEBHOOK, told.topic, &told.content)
                .await?;
        }
        Ok(())
    }

    /// Takes back what is still to be sent about something, such as a search that was deleted.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn withdraw(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        topic: &str,
    ) -> Result<(), NotificationError> {
        Ok(store::deliveries::delete_topic(conn, account, topic).await?)
    }

    /// Takes back what is still to be sent about something by the ways that are not chosen any more. What is on its way
    /// in this moment arrives.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn withdraw_all_but(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        topic: &str,
        chosen: Ways,
    ) -> Result<(), NotificationError> {
        for (is_chosen, channel) in [(chosen.mail, MAIL), (chosen.webhook, WEBHOOK)] {
            if !is_chosen {
                store::deliveries::delete_topic_of(conn, account, channel, topic).await?;
            }
        }
        Ok(())
    }

    /// Whether the person stopped e-mails about something by the link in one.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn is_mail_stopped(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        topic: &str,
    ) -> Result<bool, NotificationError> {
        Ok(store::mail::is_stopped(conn, account, topic).await?)
    }

    /// Lets e-mails about something go again: the person chose them anew.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn resume_mail(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        topic: &str,
    ) -> Result<(), NotificationError> {
        Ok(store::mail::delete_stop(conn, account, topic).await?)
    }

    /// Whether the account has a webhook.
    ///
    /// # Errors
    /// When the database fails.
    pub(crate) async fn has_webhook(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
    ) -> Result<bool, NotificationError> {
        Ok(store::webhooks::find(conn, account).await?.is_some())
    }

    pub(super) async fn put_delivery(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        channel: &'static str,
        topic: &str,
        content: &Content,
    ) -> Result<(), NotificationError> {
        let delivery_id = self.outside.ids.next();
        let new = NewDelivery {
            content_sealed: sealing::seal(&self.keyring, &sealing::DELIVERY, &delivery_id, content),
            delivery_id,
            channel,
            topic,
            made_at_ms: self.now_ms(),
        };
        Ok(store::deliveries::insert(conn, account, &new).await?)
    }
}

/// How the portal words it; `None` for what is no matter of the portal.
fn notice(told: &Told<'_>) -> Option<(&'static str, Notification)> {
    match &told.content {
        Content::NewJobs {
            search_id,
            jobs,
            more,
        } => Some((
            "new_jobs",
            Notification {
                title: format!("{}: {}", new_jobs(told.content.jobs()), told.name),
                link: format!("/jobs/searches/{search_id}"),
                jobs: jobs.clone(),
                more_jobs: *more,
                ..Notification::default()
            },
        )),
        Content::Confirm { .. } => None,
    }
}
