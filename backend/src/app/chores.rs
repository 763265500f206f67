//! What the server does by itself beside answering: gathering, matching, telling, cleaning. Each goes on until it is
//! dropped.
//!
//! What must not happen here: a failure that ends one of them, or that nobody can read of.

use std::time::Duration;

use super::App;

impl App {
    /// Gathers from every board that is due, until it is dropped.
    pub async fn gather_jobs(&self) {
        if !self.config.boards.gather {
            return;
        }
        let mut often = tokio::time::interval(Duration::from_secs(5));
        often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        if let Err(error) = self.jobs.add_keyed().await {
            tracing::warn!(cause = %error, "the boards that have a key were not added; the next start tries again");
        }
        loop {
            often.tick().await;
            if let Err(error) = self.jobs.gather_due().await {
                tracing::warn!(cause = %error, "gathering jobs failed; it is tried again");
            }
        }
    }

    /// Does the searches for matches that are due or asked for, until it is dropped.
    pub async fn match_jobs(&self) {
        let mut hourly = tokio::time::interval(Duration::from_secs(60 * 60));
        let mut often = tokio::time::interval(Duration::from_secs(5));
        often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        if let Err(error) = self.matches.prepare().await {
            tracing::warn!(cause = %error, "reading jobs for matching failed; the first search does it");
        }
        loop {
            tokio::select! {
                _ = hourly.tick() => {
                    if let Err(error) = self.matches.learn().await {
                        tracing::warn!(cause = %error, "learning terms failed; it is tried again in an hour");
                    }
                    if let Err(error) = self.matches.enrol().await {
                        tracing::warn!(cause = %error, "planning the daily matches failed; it is tried again in an hour");
                    }
                }
                _ = often.tick() => {}
                () = self.matches.until_asked() => {}
            }
            if let Err(error) = self.matches.run_due().await {
                tracing::warn!(cause = %error, "searching matches failed; it is tried again");
            }
        }
    }

    /// Lets models embed the texts of matches that were searched, and look at these, until it is dropped. Apart from the
    /// searches, which wait for nobody.
    pub async fn look_at_matches(&self) {
        let mut often = tokio::time::interval(Duration::from_secs(30));
        often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = often.tick() => {}
                () = self.matches.until_searched() => {}
            }
            if let Err(error) = self.matches.look_due().await {
                tracing::warn!(cause = %error, "second looks at matches failed; they are tried again");
            }
        }
    }

    /// Tells people of the jobs that came in for their searches, until it is dropped.
    pub async fn tell_of_jobs(&self) {
        let searches = self.saved_searches();
        let mut often = tokio::time::interval(Duration::from_secs(5));
        often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            often.tick().await;
            if let Err(error) = searches.alert_due().await {
                tracing::warn!(cause = %error, "looking for new jobs failed; it is tried again");
            }
        }
    }

    /// Keeps the index of the search in few parts, until it is dropped.
    pub async fn keep_words(&self) {
        let mut often = tokio::time::interval(Duration::from_secs(60));
        often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            often.tick().await;
            if let Err(error) = self.jobs.merge_words().await {
                tracing::warn!(cause = %error, "merging the index of the search failed; it is tried again");
            }
        }
    }

    /// Sends e-mails and calls webhooks, until it is dropped. Apart from the looking, which waits for nobody's server.
    pub async fn deliver(&self) {
        let mut often = tokio::time::interval(Duration::from_secs(2));
        often.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            often.tick().await;
            if let Err(error) = self.notifications.deliver_due().await {
                tracing::warn!(cause = %error, "sending failed; it is tried again");
            }
        }
    }

    /// Deletes what has run out, every hour, until it is dropped.
    pub async fn keep_house(&self) {
        let documents = self.documents();
        if let Err(error) = self.jobs.remake().await {
            tracing::warn!(cause = %error, "jobs of an older program were not made anew; the next start goes on");
        }
        let mut hourly = tokio::time::interval(Duration::from_secs(60 * 60));
        loop {
            hourly.tick().await;
            if let Err(error) = self.accounts.sweep().await {
                tracing::warn!(cause = %error, "sweeping failed; it is tried again in an hour");
            }
            if let Err(error) = self.jobs.close_expired().await {
                tracing::warn!(cause = %error, "closing jobs failed; it is tried again in an hour");
            }
            if let Err(error) = self.jobs.retire_unlisted().await {
                tracing::warn!(cause = %error, "closing jobs that are not listed any more failed; it is tried again in an hour");
            }
            if let Err(error) = self.notifications.sweep().await {
                tracing::warn!(cause = %error, "sweeping notifications failed; it is tried again in an hour");
            }
            if let Err(error) = self.matches.sweep_vectors().await {
                tracing::warn!(cause = %error, "sweeping what was embedded failed; it is tried again in an hour");
            }
            match self.resumes.sweep().await {
                Ok(0) => {}
                Ok(removed) => tracing::info!(removed, "files that nobody names were removed"),
                Err(error) => {
                    tracing::warn!(cause = %error, "sweeping files failed; it is tried again in an hour");
                }
            }
            match documents.sweep().await {
                Ok(0) => {}
                Ok(removed) => tracing::info!(removed, "documents that nobody names were removed"),
                Err(error) => {
                    tracing::warn!(cause = %error, "sweeping documents failed; it is tried again in an hour");
                }
            }
        }
    }
}
