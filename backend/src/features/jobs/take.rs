//! Taking postings in: each is new, changed or the same; new ones may be a known job at another source, or one that
//! was posted again.
//!
//! A batch is taken in one transaction: a program that is ended in between has taken whole batches, and taking the same
//! ones again changes nothing.
//! What must not happen here: a job twice, a posting lost because another one of its batch is odd, a job that a board
//! offers led astray by what somebody imported.

use std::collections::{BTreeMap, HashMap, HashSet};

use foothold_boards::{Compared, Posting, Source, key};
use sha2::{Digest, Sha256};

use super::alike::{Alike, Found, standing};
use super::companies;
use super::names;
use super::service::{JobError, Jobs};
use super::store;
use super::store::companies::NewCompany;
use super::store::take::{JobHead, KnownRow, NewJob, NewSource};
use super::words;
use crate::db::many::AT_ONCE;

/// How many postings are taken in one transaction: others wait for it a quarter of a second, and fewer would leave more
/// parts of the index to be merged.
const BATCH: usize = 1_000;
/// A job's number is the minute it was posted, times this, and a number within it.
const WITHIN: i64 = 1 << 26;
const MINUTE_MS: i64 = 60_000;

/// What became of postings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Jobs that nobody knew.
    pub added: u64,
    /// Known postings that say something else now, known jobs at another source, and jobs posted again.
    pub changed: u64,
    /// Known postings that say the same.
    pub same: u64,
}

/// The lowest number of a job posted at this time or later.
pub(super) fn number_at(posted_at_ms: i64) -> i64 {
    posted_at_ms.max(0) / MINUTE_MS * WITHIN
}

/// When a job with this number counts as posted: as its posting says, or when it came in.
pub(super) fn posted_at(job_no: i64) -> i64 {
    job_no / WITHIN * MINUTE_MS
}

impl Jobs {
    /// Takes postings in that were read from a board, or from a file where there is none.
    ///
    /// # Errors
    /// When the database fails; what was taken until then stays.
    pub async fn take(
        &self,
        board_id: Option<&str>,
        postings: &[Posting],
    ) -> Result<Taken, JobError> {
        let mut taken = Taken::default();
        for batch in postings.chunks(BATCH) {
            let done = self.take_batch(board_id, batch).await?;
            taken.added += done.added;
            taken.changed += done.changed;
            taken.same += done.same;
        }
        Ok(taken)
    }

    async fn take_batch(
        &self,
        board_id: Option<&str>,
        postings: &[Posting],
    ) -> Result<Taken, JobError> {
        let now_ms = self.clock.now_ms();
        let mut seen = HashSet::new();
        let mut fresh = Vec::with_capacity(postings.len());
        for posting in postings {
            if seen.insert(plain(&key(posting))) {
                fresh.push(Fresh::new(posting)?);
            }
        }
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::take::lock(conn).await?;
        let keys: Vec<String> = fresh.iter().map(|f| f.source_key.clone()).collect();
        let mut known: HashMap<String, KnownRow> = HashMap::new();
        for keys in keys.chunks(AT_ONCE) {
            for row in store::take::list_known(conn, keys).await? {
                known.insert(row.source_key.clone(), row);
            }
        }
        let mut same_keys: Vec<i64> = fresh
            .iter()
            .filter(|f| !known.contains_key(&f.source_key))
            .flat_map(|f| f.job_keys.iter().copied())
            .collect();
        same_keys.sort_unstable();
        same_keys.dedup();
        let mut alike = Alike::default();
        for keys in same_keys.chunks(AT_ONCE) {
            for row in store::take::list_alike(conn, keys).await? {
                alike.add(row);
            }
        }
        let unknown = fresh.iter().filter(|f| !known.contains_key(&f.source_key));
        for keys in alike.to_read(unknown).chunks(AT_ONCE) {
            for (source_key, posting) in store::take::list_postings(conn, keys).await? {
                alike.read(&source_key, posting);
            }
        }

        let mut plan = Plan::default();
        for fresh in &fresh {
            match known.get(&fresh.source_key) {
                Some(row) => plan.known(fresh, row, board_id),
                None => match alike.find(fresh) {
                    Some((at, found)) => {
                        alike.join(at, fresh, &found);
                        plan.joined(fresh, &found, board_id);
                    }
                    None => {
                        let job_id = self.ids.next();
                        alike.remember(fresh, &job_id);
                        plan.added(fresh, job_id, board_id);
                    }
                },
            }
        }
        if !plan.jobs.is_empty() {
            let count = i64::try_from(plan.jobs.len()).unwrap_or(i64::MAX);
            let last = store::take::take_numbers(conn, count).await?;
            plan.number(last - count + 1, now_ms);
        }
        store::companies::insert(conn, &plan.companies()).await?;
        store::take::insert_jobs(conn, &plan.jobs).await?;
        store::take::put_sources(conn, &plan.sources, now_ms).await?;
        store::take::insert_keys(conn, &plan.keys).await?;
        for (job_id, update) in std::mem::take(&mut plan.updates) {
            store::take::update_job(conn, &job_id, &update.head, update.reposted).await?;
            plan.changed_words.push((update.job_no, update.words));
        }
        store::take::insert_words(conn, &plan.words).await?;
        store::take::replace_words(conn, &plan.changed_words).await?;
        for keys in plan.touched.chunks(AT_ONCE) {
            store::take::touch_sources(conn, keys, now_ms).await?;
        }
        // What came in although its last day has passed is not shown, not even until the next round.
        let over = store::retire::close_expired(conn, now_ms, 2 * BATCH as i64).await?;
        store::take::delete_words(conn, &over).await?;
        tx.commit().await?;
        Ok(plan.taken)
    }
}

/// A posting that came in.
pub(super) struct Fresh<'p> {
    pub(super) compared: Compared<'p>,
    pub(super) source_key: String,
    json: String,
    hash: String,
    pub(super) job_keys: Vec<i64>,
}

/// A text as both databases take it: PostgreSQL knows no zero byte, and would refuse the whole batch.
fn plain(text: &str) -> String {
    text.replace('\0', "")
}

impl<'p> Fresh<'p> {
    pub(super) fn new(posting: &'p Posting) -> Result<Self, JobError> {
        let json = serde_json::to_string(posting).map_err(JobError::Unwritable)?;
        let hash = hex::encode(&Sha256::digest(json.as_bytes())[..16]);
        let compared = Compared::of(posting);
        let job_keys = compared.keys().iter().map(|key| hashed(key)).collect();
        Ok(Self {
            compared,
            source_key: plain(&key(posting)),
            json,
            hash,
            job_keys,
        })
    }

    pub(super) fn posting(&self) -> &Posting {
        self.compared.posting()
    }

    pub(super) fn head(&self) -> JobHead {
        let posting = self.posting();
        let place = posting.places.first();
        JobHead {
            title: plain(&posting.title),
            company: plain(posting.company.as_deref().unwrap_or_default()),
            company_id: companies::id_of(posting.company.as_deref().unwrap_or_default()),
            country: plain(
                place
                    .and_then(|place| place.country.as_deref())
                    .unwrap_or_default(),
            ),
            remote: posting.remote.map_or("", names::remote),
            employment: posting.employment.map_or("", names::employment),
            seniority: posting.seniority.map_or("", names::seniority),
            language: plain(posting.language.as_deref().unwrap_or_default()),
            source: posting.source.name(),
            source_key: self.source_key.clone(),
            posted_at_ms: posting.posted_ms.unwrap_or(-1),
            expires_at_ms: posting.expires_ms,
        }
    }

    fn source(&self, job_id: &str, board_id: Option<&str>) -> NewSource {
        NewSource {
            source_key: self.source_key.clone(),
            job_id: job_id.to_owned(),
            board_id: board_id.map(str::to_owned),
            posting: self.json.clone(),
            hash: self.hash.clone(),
        }
    }
}

pub(super) fn hashed(key: &str) -> i64 {
    let digest = Sha256::digest(key.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&digest[..8]);
    i64::from_be_bytes(first)
}

/// What lists are made by, to be changed.
struct Update {
    job_no: i64,
    head: JobHead,
    words: String,
    reposted: bool,
    by_main: bool,
}

/// What is written for a batch.
#[derive(Default)]
struct Plan {
    taken: Taken,
    jobs: Vec<NewJob>,
    sources: Vec<NewSource>,
    keys: Vec<(i64, String)>,
    /// The words of new jobs by number.
    words: Vec<(i64, String)>,
    /// The words of jobs that say something else now.
    changed_words: Vec<(i64, String)>,
    /// The words of new jobs, which have no number yet.
    new_words: Vec<String>,
    /// By job: of two postings of one job that both change it, the main one's word counts, else the first's.
    updates: BTreeMap<String, Update>,
    touched: Vec<String>,
}

impl Plan {
    fn known(&mut self, fresh: &Fresh<'_>, row: &KnownRow, board_id: Option<&str>) {
        let main = row.main_key.split(':').next().and_then(Source::named);
        let is_believed =
            main.is_none_or(|main| standing(fresh.posting().source) >= standing(main));
        let opens = row.is_gone != 0
            || row.is_closed != 0 && is_believed && fresh.posting().expires_ms.is_none();
        if row.hash == fresh.hash && !opens {
            self.taken.same += 1;
            self.touched.push(fresh.source_key.clone());
            return;
        }
        self.taken.changed += 1;
        self.sources.push(fresh.source(&row.job_id, board_id));
        if row.is_main != 0 || row.is_closed != 0 && is_believed {
            self.update(fresh, &row.job_id, row.job_no, false, row.is_main != 0);
        }
    }

    fn joined(&mut self, fresh: &Fresh<'_>, found: &Found, board_id: Option<&str>) {
        self.taken.changed += 1;
        self.sources.push(fresh.source(&found.job_id, board_id));
        let keys = fresh.job_keys.iter();
        self.keys
            .extend(keys.map(|key| (*key, found.job_id.clone())));
        if let Some(job_no) = found.job_no
            && (found.reposted || found.leads)
        {
            self.update(fresh, &found.job_id, job_no, found.reposted, false);
        }
    }

    fn update(
        &mut self,
        fresh: &Fresh<'_>,
        job_id: &str,
        job_no: i64,
        reposted: bool,
        by_main: bool,
    ) {
        let before = self.updates.get_mut(job_id);
        if let Some(before) = before {
            before.reposted |= reposted;
            if before.by_main || !by_main {
                return;
            }
        }
        let reposted = reposted || self.updates.get(job_id).is_some_and(|u| u.reposted);
        let update = Update {
            job_no,
            head: fresh.head(),
            words: words::of(fresh.posting()),
            reposted,
            by_main,
        };
        self.updates.insert(job_id.to_owned(), update);
    }

    /// The companies of what is written, each once.
    fn companies(&self) -> Vec<NewCompany> {
        let heads = self.jobs.iter().map(|job| &job.head);
        let mut found: BTreeMap<&str, NewCompany> = BTreeMap::new();
        for head in heads.chain(self.updates.values().map(|update| &update.head)) {
            if !found.contains_key(head.company_id.as_str())
                && let Some(company) = companies::new(&head.company_id, &head.company)
            {
                found.insert(&head.company_id, company);
            }
        }
        found.into_values().collect()
    }

    fn added(&mut self, fresh: &Fresh<'_>, job_id: String, board_id: Option<&str>) {
        self.taken.added += 1;
        self.sources.push(fresh.source(&job_id, board_id));
        let keys = fresh.job_keys.iter();
        self.keys.extend(keys.map(|key| (*key, job_id.clone())));
        self.new_words.push(words::of(fresh.posting()));
        self.jobs.push(NewJob {
            job_id,
            job_no: 0,
            added_no: 0,
            head: fresh.head(),
        });
    }

    /// Gives new jobs their numbers. One whose time nobody says counts as posted now, as does one from the future.
    fn number(&mut self, first: i64, now_ms: i64) {
        let words = std::mem::take(&mut self.new_words);
        for ((job, words), at) in self.jobs.iter_mut().zip(words).zip(first..) {
            let said = job.head.posted_at_ms;
            if !(0..=now_ms).contains(&said) {
                job.head.posted_at_ms = now_ms;
            }
            job.added_no = at;
            job.job_no = number_at(job.head.posted_at_ms) + at % WITHIN;
            self.words.push((job.job_no, words));
        }
    }
}
