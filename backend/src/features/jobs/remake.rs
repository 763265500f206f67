//! What follows from postings, made anew where an older program made it otherwise: the words of the search, the company,
//! what the same job has in common elsewhere.
//!
//! A batch is one transaction that also keeps how far it is: a program that is ended in between goes on from there.
//! What must not happen here: a job that cannot be found any more. Where an update turned the index over, jobs come back
//! into it while this goes on, the newest first.

use foothold_boards::same_job_keys;

use super::companies;
use super::service::{JobError, Jobs};
use super::store;
use super::take::hashed;
use super::view;
use super::words;

/// Raised where [`words::of`], a company's id or a key of the same job is made otherwise than before.
const VERSION: i64 = 2;
const AT_A_TIME: i64 = 250;

impl Jobs {
    /// Makes anew what an older program made; how many jobs that were.
    ///
    /// # Errors
    /// When the database fails; what was made until then stays.
    pub async fn remake(&self) -> Result<u64, JobError> {
        let mut held = self.db.read().await?;
        let made = store::remake::find(&mut held.conn()).await?;
        drop(held);
        if made.made_version >= VERSION {
            return Ok(0);
        }
        let mut count = 0;
        loop {
            let mut tx = self.db.begin().await?;
            let conn = &mut tx.conn();
            store::take::lock(conn).await?;
            let made = store::remake::find(conn).await?;
            if made.made_version >= VERSION {
                return Ok(count);
            }
            let jobs = store::remake::list(conn, made.made_below, AT_A_TIME).await?;
            let Some(last) = jobs.last() else {
                store::remake::update(conn, VERSION, i64::MAX).await?;
                tx.commit().await?;
                return Ok(count);
            };
            let (mut open, mut employers) = (Vec::new(), Vec::new());
            let (mut ids, mut keys) = (Vec::new(), Vec::new());
            for job in &jobs {
                // One that is in no known form is left as it was found before.
                let Ok(posting) = view::posting(&job.posting) else {
                    continue;
                };
                let name = posting.company.as_deref().unwrap_or_default();
                let company_id = companies::id_of(name);
                employers.extend(companies::new(&company_id, name));
                ids.push((job.job_no, company_id));
                // Older keys stay: they only lead to a comparison, which then says no.
                let common = same_job_keys(&posting);
                keys.extend(common.iter().map(|key| (hashed(key), job.job_id.clone())));
                if job.is_open != 0 {
                    open.push((job.job_no, words::of(&posting)));
                }
            }
            employers.sort_by(|one, other| one.company_id.cmp(&other.company_id));
            employers.dedup_by(|one, other| one.company_id == other.company_id);
            store::companies::insert(conn, &employers).await?;
            store::remake::update_companies(conn, &ids).await?;
            store::take::insert_keys(conn, &keys).await?;
            store::take::replace_words(conn, &open).await?;
            store::remake::update(conn, made.made_version, last.job_no).await?;
            tx.commit().await?;
            count += jobs.len() as u64;
        }
    }
}
