//! Known jobs that may be the same as a new posting's, and whether they are.
//!
//! Jobs are found by the keys that the same job has at every source. An employer may have hundreds of one name in one
//! town: what a job says is read only where its board and its time leave the question open, and of the newest of them.
//!
//! What must not happen here: two jobs of one board taken for one, a job led by a source of less standing.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use foothold_boards::{Compared, Posting, Repost, Source, is_same_job, may_be_repost, repost};

use super::store::take::AlikeRow;
use super::take::Fresh;

/// Of the jobs that share a key, so many of the newest are compared.
const COMPARED: usize = 100;

/// How far a source can be believed that it offers a job: what anybody can write (a file, then a page of one's own or a
/// feed) stands behind what an employer's board says.
pub(super) const fn standing(source: Source) -> u8 {
    match source {
        Source::Csv | Source::Json => 0,
        Source::Feed | Source::Page => 1,
        _ => 2,
    }
}

/// A job that a new posting belongs to.
pub(super) struct Found {
    pub(super) job_id: String,
    /// `None` where the job is new in this batch.
    pub(super) job_no: Option<i64>,
    pub(super) reposted: bool,
    /// The new posting is what the job is from now on: it was closed, or only known from a source of less standing.
    pub(super) leads: bool,
}

/// Jobs that share a key with new postings.
#[derive(Default)]
pub(super) struct Alike<'p> {
    by_key: HashMap<i64, Vec<usize>>,
    jobs: Vec<Candidate<'p>>,
    places: HashMap<String, usize>,
    /// The known ones, by the key of their main posting.
    main: HashMap<String, usize>,
}

struct Candidate<'p> {
    job_id: String,
    job_no: Option<i64>,
    source_key: String,
    posted_ms: Option<i64>,
    says: Says<'p>,
    is_gone: bool,
    is_closed: bool,
}

/// What a job's main posting says.
enum Says<'p> {
    /// It is one of this batch.
    Here(&'p Compared<'p>),
    /// It is kept; nobody has asked yet.
    Unread,
    /// As it is kept. One that is no posting any more (an older program's) is never the same as anything.
    Kept(String, OnceLock<Option<Box<Compared<'static>>>>),
}

impl Candidate<'_> {
    /// What its main posting says, where it was read.
    fn says(&self) -> Option<&Compared<'_>> {
        match &self.says {
            Says::Here(posting) => Some(posting),
            Says::Unread => None,
            Says::Kept(json, read) => {
                let posting = || Some(Box::new(serde_json::from_str::<Posting>(json).ok()?.into()));
                read.get_or_init(posting).as_deref()
            }
        }
    }

    /// Whether it can be the new posting's job at all, by what is known without reading it.
    fn may_be(&self, fresh: &Fresh<'_>) -> bool {
        if board_of(&self.source_key) == board_of(&fresh.source_key) {
            may_be_repost(self.posted_ms, self.is_gone, fresh.posting().posted_ms)
        } else {
            !self.is_gone
        }
    }

    /// Whether it is the new posting's job, and how.
    fn is(&self, fresh: &Fresh<'_>) -> Option<Found> {
        let known = self.says().filter(|_| self.may_be(fresh))?;
        let reposted = repost(known, self.is_gone, &fresh.compared) == Some(Repost::PostedAgain);
        let (theirs, ours) = (
            standing(known.posting().source),
            standing(fresh.posting().source),
        );
        // A closed job is opened again only by what can be believed as much.
        let is_same = !self.is_gone
            && (!self.is_closed || ours >= theirs)
            && is_same_job(known, &fresh.compared);
        (reposted || is_same).then(|| Found {
            job_id: self.job_id.clone(),
            job_no: self.job_no,
            reposted,
            leads: self.is_closed || ours > theirs,
        })
    }
}

/// Source and tenant of a posting's key.
fn board_of(source_key: &str) -> Option<&str> {
    source_key.rsplit_once(':').map(|(board, _)| board)
}

impl<'p> Alike<'p> {
    /// Adds a known job; the newest come first.
    pub(super) fn add(&mut self, row: AlikeRow) {
        let at = *self.places.entry(row.job_id).or_insert_with_key(|job_id| {
            self.main.insert(row.source_key.clone(), self.jobs.len());
            self.jobs.push(Candidate {
                job_id: job_id.clone(),
                job_no: Some(row.job_no),
                source_key: row.source_key,
                posted_ms: Some(row.posted_at_ms).filter(|ms| *ms >= 0),
                says: Says::Unread,
                is_gone: row.is_gone != 0,
                is_closed: row.is_closed != 0,
            });
            self.jobs.len() - 1
        });
        self.by_key.entry(row.job_key).or_default().push(at);
    }

    /// The keys of the main postings that have to be read to tell whether these are the same.
    pub(super) fn to_read<'f>(&self, unknown: impl Iterator<Item = &'f Fresh<'p>>) -> Vec<String>
    where
        'p: 'f,
    {
        let mut wanted = HashSet::new();
        for fresh in unknown {
            let open = self
                .sharing(fresh)
                .into_iter()
                .filter(|at| self.jobs[*at].may_be(fresh));
            wanted.extend(open.take(COMPARED));
        }
        wanted
            .into_iter()
            .map(|at| self.jobs[at].source_key.clone())
            .collect()
    }

    /// Takes what a main posting says, as it is kept.
    pub(super) fn read(&mut self, source_key: &str, posting: String) {
        if let Some(at) = self.main.get(source_key) {
            self.jobs[*at].says = Says::Kept(posting, OnceLock::new());
        }
    }

    /// Adds a job that is new in this batch.
    pub(super) fn remember(&mut self, fresh: &'p Fresh<'p>, job_id: &str) {
        let at = self.jobs.len();
        self.jobs.push(Candidate {
            job_id: job_id.to_owned(),
            job_no: None,
            source_key: fresh.source_key.clone(),
            posted_ms: fresh.posting().posted_ms,
            says: Says::Here(&fresh.compared),
            is_gone: false,
            is_closed: false,
        });
        for key in &fresh.job_keys {
            self.by_key.entry(*key).or_default().push(at);
        }
    }

    /// What joined a job that was gone is what the job is now: the next of the batch does not post it again.
    pub(super) fn join(&mut self, at: usize, fresh: &'p Fresh<'p>, found: &Found) {
        let job = &mut self.jobs[at];
        if found.reposted || found.leads {
            job.source_key.clone_from(&fresh.source_key);
            job.posted_ms = fresh.posting().posted_ms;
            job.says = Says::Here(&fresh.compared);
            job.is_gone = false;
            job.is_closed = false;
        }
    }

    /// The job that a new posting belongs to, and its place here.
    pub(super) fn find(&self, fresh: &Fresh<'_>) -> Option<(usize, Found)> {
        self.sharing(fresh)
            .into_iter()
            .find_map(|at| Some((at, self.jobs[at].is(fresh)?)))
    }

    /// The jobs that share a key with a posting, known ones first and of these the newest.
    fn sharing(&self, fresh: &Fresh<'_>) -> Vec<usize> {
        let mut places: Vec<usize> = fresh
            .job_keys
            .iter()
            .filter_map(|key| self.by_key.get(key))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}
