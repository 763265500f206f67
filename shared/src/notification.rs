//! What a person is told by itself: notifications in the portal, e-mails, calls to an address of theirs, and how often
//! a saved search may do so.

use crate::wire::{wire_enum_default, wire_eq};
use serde::{Deserialize, Serialize};

wire_enum_default! {
    /// How often a saved search tells of new jobs.
    pub enum AlertPace {
        /// Never.
        #[default]
        Off,
        /// When they come in; several within five minutes come together.
        Instantly,
        /// Once a day, where there are any.
        Daily,
        /// Once a week, where there are any.
        Weekly,
    }
}

/// How and when a saved search tells of new jobs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
#[cfg_attr(feature = "openapi", oai(default))]
#[serde(default)]
pub struct SearchAlerts {
    /// How often.
    pub pace: AlertPace,
    /// As a notification in the portal.
    pub in_app: bool,
    /// By e-mail, to the address of the account, once it is confirmed.
    pub mail: bool,
    /// To the address of the person's own webhook.
    pub webhook: bool,
    /// The hour of the day in `time_zone`, 0 to 23; for daily and weekly.
    pub hour: u8,
    /// The day of the week, 1 (Monday) to 7; for weekly.
    pub weekday: u8,
    /// The person's time zone by its IANA name (`Europe/Lisbon`).
    pub time_zone: String,
}

impl Default for SearchAlerts {
    fn default() -> Self {
        Self {
            pace: AlertPace::Off,
            in_app: true,
            mail: false,
            webhook: false,
            hour: 8,
            weekday: 1,
            time_zone: "UTC".to_owned(),
        }
    }
}

wire_eq! {
    /// A job that a notification tells of, as it was then.
    pub struct NotifiedJob {
        /// Its id.
        pub job_id: String,
        /// The title.
        pub title: String,
        /// The employer; empty where nobody says.
        pub company: String,
        /// The first place; empty where nobody says.
        pub place: String,
    }
}

wire_eq! {
    /// Something that a person is told.
    pub struct Notification {
        /// Its id; later ones sort after earlier ones.
        pub notification_id: String,
        /// What it is about: `new_jobs`, `webhook_off`, `mail_refused`. More kinds may come; `title` and `text` say it
        /// all in words.
        pub kind: String,
        /// One line.
        pub title: String,
        /// What happened and what to do; may be empty.
        pub text: String,
        /// Where in the portal to go, a path; empty for nowhere.
        pub link: String,
        /// The jobs it tells of, at most ten.
        pub jobs: Vec<NotifiedJob>,
        /// How many more there are.
        pub more_jobs: i64,
        /// When, epoch milliseconds.
        pub made_at_ms: i64,
        /// Whether the person saw it.
        pub read: bool,
    }
}

wire_eq! {
    /// Notifications, the latest first.
    pub struct NotificationPage {
        /// The notifications.
        pub notifications: Vec<Notification>,
        /// How many the person did not see yet, of all.
        pub unread: i64,
        /// For the next page; absent on the last.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub next_cursor: Option<String>,
    }
}

wire_eq! {
    /// How many notifications the person did not see yet.
    pub struct UnreadCount {
        /// How many.
        pub unread: i64,
    }
}

wire_eq! {
    /// That all notifications were seen, up to one.
    pub struct ReadUpTo {
        /// The id of the latest that was shown.
        pub notification_id: String,
    }
}

wire_enum_default! {
    /// Whether e-mail may go to the account's address.
    pub enum MailState {
        /// Nobody confirmed the address.
        #[default]
        Unconfirmed,
        /// A message with a link is on its way, or waits to be opened.
        Asked,
        /// Its owner opened the link.
        Confirmed,
        /// It was confirmed, and then refused what was sent.
        Refused,
    }
}

wire_eq! {
    /// A person's webhook: an address of theirs that is called. Its secret is shown once, when it is made.
    pub struct WebhookView {
        /// The address.
        pub url: String,
        /// Whether it is called; `false` where it failed for too long.
        pub on: bool,
        /// How often in a row it did not take what was sent.
        pub failures: i64,
        /// Why, the last time; empty where it works.
        pub problem: String,
        /// When it last took something, epoch milliseconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub delivered_at_ms: Option<i64>,
        /// Until when it asked to be left alone (429 or 503 with `Retry-After`); nothing is sent before, epoch
        /// milliseconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub paused_until_ms: Option<i64>,
        /// Until when the secret that was renewed still signs beside the newer one, epoch milliseconds.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub old_secret_until_ms: Option<i64>,
        /// Signs what is sent (`whsec_…`); only in the answer that made it.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub secret: Option<String>,
    }
}

wire_eq! {
    /// By which ways a person can be told.
    pub struct NotificationChannels {
        /// Whether this server can send e-mail at all.
        pub mail_available: bool,
        /// Where e-mail would go: the address of the account.
        pub mail_address: String,
        /// Whether it may.
        pub mail_state: MailState,
        /// The webhook, where there is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub webhook: Option<WebhookView>,
    }
}

wire_eq! {
    /// Where to call.
    pub struct NewWebhook {
        /// An `https://` address on the public web.
        pub url: String,
    }
}

wire_eq! {
    /// How a test call to the webhook went.
    pub struct WebhookTest {
        /// Whether it took it.
        pub delivered: bool,
        /// Why not, in words; empty where it did.
        pub problem: String,
    }
}
