//! Saved searches that tell of new jobs by themselves.
//!
//! due → the jobs that came in since → `Notifications::announce` → told up to the last: one transaction
//!
//! What is told is decided and written at once, so that a kill neither loses nor doubles it. A job has one number of
//! arrival, wherever it is offered and however often it is posted again: it is told once.
//! What must not happen here: one search that cannot be read holding up the others.

use foothold_shared::job::JobCard;
use foothold_shared::notification::{AlertPace, NotifiedJob, SearchAlerts};
use foothold_shared::problem::FieldProblem;

use super::saved::{COUNTED, SavedSearches, id, searched};
use super::search;
use super::service::JobError;
use super::store;
use super::store::alerts::AlertRow;
use super::view;
use super::when::{self, NEVER_MS};
use super::words::{Group, Sought};
use crate::db::Conn;
use crate::features::notifications::{Content, MOST_JOBS, Told, Ways};
use crate::ids::AccountId;

/// After telling, what comes in within so long is told together.
const PAUSE_MS: i64 = 5 * 60_000;
/// How soon jobs that came in are looked at again where none of the last was one for the search.
const LOOK_MS: i64 = 60_000;
/// A search that cannot be read is tried again after this.
const RETRY_MS: i64 = 60 * 60_000;

impl SavedSearches {
    /// Sets how a search tells of new jobs. Only what comes in from now on is told, where it told nothing before; what
    /// still waits to be sent by a way that is not chosen any more is taken back.
    pub(super) async fn set_alerts(
        &self,
        account: &AccountId,
        search_id: &str,
        alerts: SearchAlerts,
    ) -> Result<SearchAlerts, JobError> {
        let search_id = id(search_id).ok_or(JobError::SearchNotFound)?;
        let mut problems = when::check(&alerts);
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let wrong = |field: &str, code: &str, message: &str| FieldProblem {
            field: field.to_owned(),
            code: code.to_owned(),
            message: message.to_owned(),
        };
        if alerts.mail && !self.notifications.sends_mail() {
            problems.push(wrong(
                "mail",
                "no_mail_server",
                "This server sends no e-mail.",
            ));
        }
        if alerts.webhook && !self.notifications.has_webhook(conn, account).await? {
            problems.push(wrong("webhook", "no_webhook", "Set a webhook first."));
        }
        if !problems.is_empty() {
            return Err(JobError::Invalid(problems));
        }
        if store::saved::find(conn, account, &search_id)
            .await?
            .is_none()
        {
            return Err(JobError::SearchNotFound);
        }
        let known = store::alerts::find(conn, account, &search_id).await?;
        let newest = store::saved::find_last_number(conn).await?;
        let told_no = known
            .filter(|row| row.pace != pace_name(AlertPace::Off))
            .map_or(newest, |row| row.told_no);
        let row = AlertRow {
            account_id: account.clone(),
            pace: pace_name(alerts.pace).to_owned(),
            in_app: i64::from(alerts.in_app),
            mail: i64::from(alerts.mail),
            webhook: i64::from(alerts.webhook),
            hour: i64::from(alerts.hour),
            weekday: i64::from(alerts.weekday),
            time_zone: alerts.time_zone.clone(),
            told_no,
            next_at_ms: when::next_ms(&alerts, self.clock.now_ms()),
            search_id: search_id.clone(),
        };
        store::alerts::put(conn, &row).await?;
        let topic = topic(&search_id);
        if alerts.mail {
            self.notifications
                .resume_mail(conn, account, &topic)
                .await?;
        }
        let tells = alerts.pace != AlertPace::Off;
        let chosen = Ways {
            in_app: tells && alerts.in_app,
            mail: tells && alerts.mail,
            webhook: tells && alerts.webhook,
        };
        self.notifications
            .withdraw_all_but(conn, account, &topic, chosen)
            .await?;
        tx.commit().await?;
        Ok(alerts)
    }

    /// How a search tells of new jobs.
    pub(super) async fn alerts_of(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        search_id: &str,
    ) -> Result<SearchAlerts, JobError> {
        let Some(row) = store::alerts::find(conn, account, search_id).await? else {
            return Ok(SearchAlerts::default());
        };
        let mut alerts = view_of(&row);
        let topic = topic(search_id);
        // A link in an e-mail may have stopped them.
        alerts.mail = alerts.mail
            && !self
                .notifications
                .is_mail_stopped(conn, account, &topic)
                .await?;
        Ok(alerts)
    }

    /// What a search's alerts are left with when the search asks for something else: only what comes in from now on.
    pub(super) async fn begin_anew(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        search_id: &str,
        newest: i64,
    ) -> Result<(), JobError> {
        Ok(store::alerts::update_told(conn, account, search_id, newest).await?)
    }

    /// Takes back what is still to be sent about a search.
    pub(super) async fn withdraw(
        &self,
        conn: &mut Conn<'_>,
        account: &AccountId,
        search_id: &str,
    ) -> Result<(), JobError> {
        let topic = topic(search_id);
        Ok(self.notifications.withdraw(conn, account, &topic).await?)
    }

    /// Lets every search that is due tell of the jobs that came in; how many were looked at.
    ///
    /// # Errors
    /// When the database fails; what was told until then is told.
    pub async fn alert_due(&self) -> Result<u64, JobError> {
        // What is not in the index yet would count as told.
        self.jobs.remake().await?;
        let mut looked = 0;
        loop {
            let now_ms = self.clock.now_ms();
            let mut held = self.db.read().await?;
            if !store::alerts::is_any_due(&mut held.conn(), now_ms).await? {
                return Ok(looked);
            }
            drop(held);
            let mut tx = self.db.begin().await?;
            let conn = &mut tx.conn();
            let Some(row) = store::alerts::find_due(conn, now_ms).await? else {
                return Ok(looked);
            };
            match self.tell(conn, &row, now_ms).await {
                Ok(()) => {
                    tx.commit().await?;
                    looked += 1;
                }
                Err(JobError::Database(error)) => return Err(error.into()),
                Err(error) => {
                    drop(tx);
                    tracing::warn!(cause = %error, "a saved search could not be looked at; it is tried again in an hour");
                    let mut tx = self.db.begin().await?;
                    store::alerts::put_off(&mut tx.conn(), &row, now_ms + RETRY_MS).await?;
                    tx.commit().await?;
                }
            }
        }
    }

    /// Tells what came in since the last time, and notes it.
    async fn tell(&self, conn: &mut Conn<'_>, row: &AlertRow, now_ms: i64) -> Result<(), JobError> {
        let account = &row.account_id;
        let newest = store::saved::find_last_number(conn).await?;
        let alerts = view_of(row);
        let found = match store::saved::find(conn, account, &row.search_id).await? {
            Some(saved) => {
                let search = self.open(account, &saved)?;
                let jobs = self.came_in(conn, row, &search.filters, newest).await?;
                Some((search.name, jobs))
            }
            None => None,
        };
        let has_found = matches!(&found, Some((_, jobs)) if jobs.many > 0);
        if let Some((name, jobs)) = found
            && jobs.many > 0
        {
            let shown = i64::try_from(jobs.shown.len()).unwrap_or(i64::MAX);
            let topic = topic(&row.search_id);
            let told = Told {
                account,
                topic: &topic,
                name: &name,
                ways: Ways {
                    in_app: alerts.in_app,
                    mail: alerts.mail,
                    webhook: alerts.webhook,
                },
                content: Content::NewJobs {
                    search_id: row.search_id.clone(),
                    jobs: jobs.shown,
                    more: (jobs.many - shown).max(0),
                },
            };
            self.notifications.announce(conn, &told).await?;
        }
        let next_at_ms = match alerts.pace {
            AlertPace::Off => NEVER_MS,
            AlertPace::Instantly if has_found => now_ms + PAUSE_MS,
            AlertPace::Instantly => now_ms + LOOK_MS,
            AlertPace::Daily | AlertPace::Weekly => when::next_ms(&alerts, now_ms),
        };
        Ok(store::alerts::update_looked(conn, row, newest, next_at_ms).await?)
    }

    /// The jobs that came in for a search, up to the last that is there.
    async fn came_in(
        &self,
        conn: &mut Conn<'_>,
        row: &AlertRow,
        filters: &foothold_shared::job::JobFilters,
        newest: i64,
    ) -> Result<CameIn, JobError> {
        let wanted = searched(filters)?;
        let sought = Sought::of(&wanted.filters);
        let query = search::query(conn, &sought, Group::All);
        let from = wanted.from(self.clock.now_ms());
        let arrived = store::alerts::Arrived {
            after: row.told_no,
            up_to: newest,
        };
        let account = &row.account_id;
        let numbers =
            store::alerts::list_new(conn, account, query.as_deref(), from, arrived, COUNTED)
                .await?;
        let first: Vec<i64> = numbers.iter().take(MOST_JOBS).copied().collect();
        let rows = store::search::list_jobs(conn, &first).await?;
        let cards = rows.iter().filter_map(|row| view::card(row, &[]).ok());
        Ok(CameIn {
            shown: cards.map(notified).collect(),
            many: i64::try_from(numbers.len()).unwrap_or(i64::MAX),
        })
    }
}

/// Jobs that came in.
struct CameIn {
    /// The newest of them.
    shown: Vec<NotifiedJob>,
    /// How many there are, as far as they are counted.
    many: i64,
}

fn notified(card: JobCard) -> NotifiedJob {
    NotifiedJob {
        place: card
            .places
            .into_iter()
            .next()
            .map(|place| place.text)
            .unwrap_or_default(),
        job_id: card.job_id,
        title: card.title,
        company: card.company,
    }
}

/// What e-mails about a search are stopped by.
fn topic(search_id: &str) -> String {
    format!("search/{search_id}")
}

fn view_of(row: &AlertRow) -> SearchAlerts {
    let small = |number: i64| u8::try_from(number).unwrap_or_default();
    SearchAlerts {
        pace: match row.pace.as_str() {
            "instantly" => AlertPace::Instantly,
            "daily" => AlertPace::Daily,
            "weekly" => AlertPace::Weekly,
            _ => AlertPace::Off,
        },
        in_app: row.in_app != 0,
        mail: row.mail != 0,
        webhook: row.webhook != 0,
        hour: small(row.hour),
        weekday: small(row.weekday),
        time_zone: row.time_zone.clone(),
    }
}

const fn pace_name(pace: AlertPace) -> &'static str {
    match pace {
        AlertPace::Off => "off",
        AlertPace::Instantly => "instantly",
        AlertPace::Daily => "daily",
        AlertPace::Weekly => "weekly",
    }
}
