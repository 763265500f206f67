//! A person's notifications: listed, read, deleted; and what all of this feature works with.

use std::sync::Arc;

use foothold_shared::notification::{Notification, NotificationPage};

use super::content::Content;
use super::error::NotificationError;
use super::sealing;
use super::store;
use super::store::notices::NoticeRow;
use crate::adapters::mail::Mail;
use crate::adapters::webhooks::Webhooks;
use crate::app::Outside;
use crate::config::Secrets;
use crate::crypto::{Keyring, MacKey};
use crate::db::{Conn, Db};
use crate::features::accounts::Accounts;
use crate::ids::AccountId;
use crate::paging::Limit;

/// How long notifications are kept.
const KEPT_MS: i64 = 90 * 24 * 60 * 60 * 1000;
/// How many of an account are kept at most.
const MOST_KEPT: i64 = 500;

/// By which ways something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ways {
    /// As a notification in the portal.
    pub in_app: bool,
    /// By e-mail, where the address is confirmed.
    pub mail: bool,
    /// To the webhook, where there is one.
    pub webhook: bool,
}

/// What leads out of the server.
#[derive(Debug, Clone)]
pub struct Outlets {
    /// The mail server; `None` where none is configured.
    pub mail: Option<Arc<dyn Mail>>,
    /// People's webhooks.
    pub webhooks: Arc<dyn Webhooks>,
    /// The address that people use, without a slash at its end.
    pub public_url: String,
}

/// The notifications of all accounts.
#[derive(Debug, Clone)]
pub struct Notifications {
    pub(super) db: Db,
    pub(super) keyring: Keyring,
    pub(super) outside: Outside,
    pub(super) accounts: Accounts,
    pub(super) stop_key: MacKey,
    pub(super) outlets: Outlets,
}

impl Notifications {
    /// Notifications kept in `db`, sealed with `keyring`, that leave by `outlets`.
    #[must_use]
    pub fn new(
        db: Db,
        keyring: Keyring,
        outside: Outside,
        accounts: Accounts,
        secrets: &Secrets,
        outlets: Outlets,
    ) -> Self {
        Self {
            db,
            keyring,
            outside,
            accounts,
            // The secret that never changes: a letter's link works for as long as the letter is kept.
            stop_key: MacKey::derive(&secrets.lookup_secret, "stop e-mails"),
            outlets,
        }
    }

    /// Whether this server sends e-mail.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        self.outlets.mail.is_some()
    }

    pub(super) fn now_ms(&self) -> i64 {
        self.outside.clock.now_ms()
    }

    /// A page of notifications, the latest first.
    pub(super) async fn list(
        &self,
        account: &AccountId,
        cursor: Option<&str>,
        limit: Option<i64>,
    ) -> Result<NotificationPage, NotificationError> {
        let limit = Limit::asked(limit).ok_or(NotificationError::LimitOutOfRange)?;
        if cursor.is_some_and(|cursor| uuid::Uuid::parse_str(cursor).is_err()) {
            return Err(NotificationError::UnknownCursor);
        }
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let mut rows = store::notices::list(conn, account, cursor, limit.and_one()).await?;
        let unread = store::notices::count_unread(conn, account).await?;
        let next_cursor = limit.cut(&mut rows).map(|row| row.notification_id.clone());
        Ok(NotificationPage {
            notifications: rows
                .into_iter()
                .map(|row| self.view(row))
                .collect::<Result<_, _>>()?,
            unread,
            next_cursor,
        })
    }

    /// How many notifications the person did not see.
    pub(super) async fn unread(&self, account: &AccountId) -> Result<i64, NotificationError> {
        let mut held = self.db.read().await?;
        Ok(store::notices::count_unread(&mut held.conn(), account).await?)
    }

    /// Notes that the person saw one.
    pub(super) async fn read(
        &self,
        account: &AccountId,
        notification_id: &str,
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        if !store::notices::update_read(conn, account, notification_id, self.now_ms()).await? {
            return Err(NotificationError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Notes that the person saw all up to one; what came after it stays new.
    pub(super) async fn read_all(
        &self,
        account: &AccountId,
        up_to: &str,
    ) -> Result<(), NotificationError> {
        let up_to = uuid::Uuid::parse_str(up_to).map_err(|_| NotificationError::NotFound)?;
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::notices::update_all_read(conn, account, &up_to.to_string(), self.now_ms()).await?;
        Ok(tx.commit().await?)
    }

    /// Deletes a notification.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        notification_id: &str,
    ) -> Result<(), NotificationError> {
        let mut tx = self.db.begin().await?;
        if !store::notices::delete(&mut tx.conn(), account, notification_id).await? {
            return Err(NotificationError::NotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Forgets old notifications; how many.
    ///
    /// # Errors
    /// When the database fails; then nothing was forgotten.
    pub async fn sweep(&self) -> Result<u64, NotificationError> {
        let mut tx = self.db.begin().await?;
        let now_ms = self.now_ms();
        let conn = &mut tx.conn();
        let swept = store::notices::delete_old(conn, now_ms - KEPT_MS).await?;
        let forgotten = store::webhooks::forget_old_secrets(conn, now_ms).await?;
        tx.commit().await?;
        Ok(swept + forgotten)
    }

    /// Writes a notification for the portal.
    pub(super) async fn put_notice(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        kind: &str,
        notice: &Notification,
    ) -> Result<(), NotificationError> {
        let notification_id = self.outside.ids.next();
        let row = NoticeRow {
            content_sealed: sealing::seal(
                &self.keyring,
                &sealing::NOTIFICATION,
                &notification_id,
                notice,
            ),
            notification_id,
            kind: kind.to_owned(),
            made_at_ms: self.now_ms(),
            read_at_ms: None,
        };
        store::notices::insert(conn, account, &row).await?;
        store::notices::delete_beyond(conn, account, MOST_KEPT).await?;
        Ok(())
    }

    fn view(&self, row: NoticeRow) -> Result<Notification, NotificationError> {
        let kept: Notification = sealing::open(
            &self.keyring,
            &sealing::NOTIFICATION,
            &row.notification_id,
            &row.content_sealed,
        )?;
        Ok(Notification {
            notification_id: row.notification_id,
            kind: row.kind,
            made_at_ms: row.made_at_ms,
            read: row.read_at_ms.is_some(),
            ..kept
        })
    }

    /// What is sealed of a delivery.
    pub(super) fn open_delivery(
        &self,
        delivery_id: &str,
        sealed: &str,
    ) -> Result<Content, NotificationError> {
        sealing::open(&self.keyring, &sealing::DELIVERY, delivery_id, sealed)
    }
}
