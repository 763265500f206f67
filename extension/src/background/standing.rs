//! How the job in a tab stands with the person, asked of their server: only about pages that they asked about.
//!
//! `look` notes the job it read; whoever shows it asks how it stands. The answer is kept for the browser's session, per
//! tab, and holds for the same job and the same profile.
//! What must not happen here: a page read, a server asked about a job that nobody looked at.

use super::tailor::Asked;
use super::{api, keys};
use crate::browser::{clock, digest, locks, storage};
use crate::messages::{ApplicationWords, Failure, StandingView};
use foothold_core::posting::JobPosting;
use foothold_shared::posting::{AppliedBefore, PostingAsked, PostingStanding};
use serde::{Deserialize, Serialize};

/// An answer older than this is asked for again.
const FRESH_MS: i64 = 10 * 60_000;
/// How many earlier applications are told one by one.
const TOLD: usize = 3;

/// What the server said of a tab's job.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct KeptStanding {
    /// What names the job in its page's address.
    name: String,
    title: String,
    company: String,
    /// The version of the profile that it was compared with.
    profile: String,
    asked_at_ms: i64,
    said: PostingStanding,
}

impl KeptStanding {
    fn is_about(&self, asked: &Asked) -> bool {
        let input = &asked.input;
        (&self.name, &self.title, &self.company) == (&asked.name, &input.title, &input.company)
    }

    fn holds(&self, profile: &str, now_ms: i64) -> bool {
        self.profile == profile && (0..FRESH_MS).contains(&(now_ms - self.asked_at_ms))
    }
}

/// Notes the job of a page that the person looks at.
pub(crate) async fn note(tab: i32, url: &str, posting: &JobPosting) {
    let key = keys::LOOKED_AT.of(&tab.to_string());
    // Without it nothing is said of how the job stands; the form can be filled all the same.
    let _ = match Asked::of(url, posting) {
        Some(asked) => storage::set(&key, &asked).await,
        None => storage::delete(&key).await,
    };
}

/// How the job that was last looked at in a tab stands.
pub(crate) async fn of(tab: i32) -> Result<StandingView, Failure> {
    locks::alone(&lock_of(tab), async move {
        let asked = noted(tab).await?;
        let profile = version().await;
        let kept = storage::get(&keys::STANDING.of(&tab.to_string())).await;
        let kept = kept.ok().flatten();
        let kept = kept.filter(|kept| kept.is_about(&asked));
        if let Some(kept) = &kept
            && kept.holds(&profile, clock::now_ms())
        {
            return Ok(view(&kept.said));
        }
        match ask(tab, asked, profile).await {
            Ok(said) => Ok(view(&said)),
            // What was known a while ago is better than nothing.
            Err(failure) => kept.map(|kept| view(&kept.said)).ok_or(failure),
        }
    })
    .await
}

/// Saves the job that was last looked at in a tab, or takes it from the saved ones.
pub(crate) async fn save(tab: i32, save: bool) -> Result<StandingView, Failure> {
    locks::alone(&lock_of(tab), async move {
        let asked = noted(tab).await?;
        let key = keys::STANDING.of(&tab.to_string());
        let kept = storage::get(&key).await.ok().flatten();
        let mut kept = match kept.filter(|kept: &KeptStanding| kept.is_about(&asked)) {
            Some(kept) => kept,
            None => {
                ask(tab, asked.clone(), version().await).await?;
                storage::get(&key).await?.ok_or(Failure::Storage)?
            }
        };
        if save {
            kept.said.job_id = api::save_posting(&id_of(&asked).await?, &asked.input).await?;
        } else {
            api::unsave_job(&kept.said.job_id).await?;
        }
        kept.said.saved = save;
        storage::set(&key, &kept).await?;
        Ok(view(&kept.said))
    })
    .await
}

/// Forgets a tab that was closed.
pub(crate) async fn forget(tab: i32) {
    // It is in memory only, and goes with the browser at the latest.
    let _ = storage::delete(&keys::LOOKED_AT.of(&tab.to_string())).await;
    forget_answer(tab).await;
}

/// Forgets what the server said: something was sent since.
pub(crate) async fn forget_answer(tab: i32) {
    let _ = storage::delete(&keys::STANDING.of(&tab.to_string())).await;
}

async fn noted(tab: i32) -> Result<Asked, Failure> {
    let noted = storage::get(&keys::LOOKED_AT.of(&tab.to_string())).await?;
    noted.ok_or(Failure::NoPosting)
}

async fn ask(tab: i32, asked: Asked, profile: String) -> Result<PostingStanding, Failure> {
    let said = api::posting_standing(&PostingAsked {
        job_id: id_of(&asked).await?,
        posting: asked.input.clone(),
    })
    .await?;
    let kept = KeptStanding {
        name: asked.name,
        title: asked.input.title,
        company: asked.input.company,
        profile,
        asked_at_ms: clock::now_ms(),
        said: said.clone(),
    };
    // What cannot be kept is asked for again.
    let _ = storage::set(&keys::STANDING.of(&tab.to_string()), &kept).await;
    Ok(said)
}

async fn id_of(asked: &Asked) -> Result<String, Failure> {
    Ok(asked.job_id(&digest::sha256(asked.name.as_bytes()).await?))
}

/// The version of the profile that is kept here, which the server's is by the last sync.
async fn version() -> String {
    let cached = storage::get(&keys::PROFILE).await.ok().flatten();
    cached.map(|cached| cached.version).unwrap_or_default()
}

fn view(said: &PostingStanding) -> StandingView {
    let mut applied: Vec<String> = said.applied.iter().take(TOLD).map(sentence).collect();
    match said.applied.len().saturating_sub(TOLD) {
        0 => {}
        1 => applied.push("And once before that.".to_owned()),
        more => applied.push(format!("And {more} times before that.")),
    }
    StandingView {
        saved: said.saved,
        fit: said.fit.clone(),
        applied,
    }
}

fn sentence(before: &AppliedBefore) -> String {
    ApplicationWords {
        company: &before.company,
        title: &before.job_title,
        when: &clock::local_day(before.submitted_at_ms),
        status: before.status,
        same_title: before.same_title,
    }
    .sentence()
}

/// What its work is known by to the lock.
fn lock_of(tab: i32) -> String {
    format!("standing:{tab}")
}
