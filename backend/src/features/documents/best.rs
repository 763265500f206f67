//! Which of a person's résumés suits a posting best: the uploaded ones by what can be read in them, and the builder's.
//!
//! All are compared by the same scores as postings are, so that the reasons are the same everywhere.

use foothold_core::posting::JobPosting;
use foothold_matching::demands;
use foothold_matching::person::Person;
use foothold_matching::score::{Learned, Wishes, explain};
use foothold_shared::generation::{BestResumeRequest, BestResumes, ResumeFit, ResumeOrigin};
use foothold_shared::profile::Profile;
use foothold_shared::reading::ReadingStatus;

use super::draft_profile;
use super::error::DocumentError;
use super::posting;
use super::rules;
use super::service::Documents;
use crate::features::resumes::ResumeError;
use crate::features::suggestions;
use crate::ids::AccountId;

/// The most reasons and the most missing things that are told of one résumé.
const MOST_TOLD: usize = 6;

/// A résumé before it is compared.
struct Candidate {
    origin: ResumeOrigin,
    id: String,
    name: String,
    says: Profile,
    /// Its lines, where nothing could be told of its parts.
    lines: Vec<String>,
}

impl Documents {
    /// The person's résumés by how well they suit a posting, the best first.
    pub(super) async fn best_for(
        &self,
        account: &AccountId,
        mut request: BestResumeRequest,
    ) -> Result<BestResumes, DocumentError> {
        let mut problems = Vec::new();
        if let Some(posting) = &mut request.posting {
            rules::check_posting(posting, &mut problems);
        }
        let job_id = request.job_id.as_deref().map(rules::id);
        if job_id == Some(None) {
            rules::add(&mut problems, "job_id", "invalid_id", "Send a UUID.");
        }
        if !problems.is_empty() {
            return Err(DocumentError::Invalid(problems));
        }
        let today = self.today();
        let found = match (&request.posting, job_id.flatten()) {
            (Some(posting), _) => self.read_posting(posting, &today).await?,
            (None, Some(job_id)) => self.posting_of_job(account, &job_id).await?,
            (None, None) => return Err(DocumentError::PostingMissing),
        };
        let own = self.profiles.load(account).await?.profile;
        let mut notes = Vec::new();
        let mut candidates = self.uploaded(account, &mut notes).await?;
        candidates.extend(
            self.open_drafts(account)
                .await?
                .into_iter()
                .map(|view| Candidate {
                    origin: ResumeOrigin::Draft,
                    says: draft_profile::profile_of(&view.draft.content),
                    id: view.draft_id,
                    name: view.draft.name,
                    lines: Vec::new(),
                }),
        );
        let brief = posting::brief(&found);
        let resumes = self
            .press
            .run(move || Ok(ranked(candidates, &own, &found.posting, &today)))
            .await?;
        Ok(BestResumes {
            posting: brief,
            resumes,
            notes,
        })
    }

    /// The uploaded résumés that can be read. One that cannot is said and costs none of the others.
    async fn uploaded(
        &self,
        account: &AccountId,
        notes: &mut Vec<String>,
    ) -> Result<Vec<Candidate>, DocumentError> {
        let mut candidates = Vec::new();
        for resume in self.resumes.list(account).await?.resumes {
            let name = match resume.name.as_str() {
                "" => resume.file_name,
                name => name.to_owned(),
            };
            let reading = match self.resumes.reading(account, &resume.resume_id).await {
                Ok(reading) if reading.status == ReadingStatus::Read => reading,
                Ok(_)
                | Err(
                    ResumeError::BytesGone | ResumeError::BytesChanged | ResumeError::Closed(_),
                ) => {
                    notes.push(format!(
                        "“{name}” could not be read, so it was not compared."
                    ));
                    continue;
                }
                // Deleted meanwhile.
                Err(ResumeError::NotFound) => continue,
                Err(error) => return Err(error.into()),
            };
            let lines: Vec<String> = reading.lines.iter().map(|line| line.text.clone()).collect();
            let says = suggestions::profile_of(reading);
            candidates.push(Candidate {
                origin: ResumeOrigin::Uploaded,
                id: resume.resume_id,
                name,
                lines: if says.work.is_empty() {
                    lines
                } else {
                    Vec::new()
                },
                says,
            });
        }
        Ok(candidates)
    }
}

fn ranked(
    candidates: Vec<Candidate>,
    own: &Profile,
    posting: &JobPosting,
    today: &str,
) -> Vec<ResumeFit> {
    let asked = demands::of(posting);
    let (wishes, learned) = (Wishes::default(), Learned::default());
    let mut fits: Vec<(f32, ResumeFit)> = candidates
        .into_iter()
        .map(|candidate| {
            let says = with_own(candidate.says, own);
            let person = Person::of_reading(&says, &candidate.lines, today);
            let matched = explain(&person, &asked, &wishes, &learned, "", today);
            let mut reasons = Vec::new();
            let mut missing = Vec::new();
            for part in &matched.parts {
                add_new(&mut reasons, &part.evidence);
                add_new(&mut missing, &part.missing);
            }
            for knockout in &matched.knockouts {
                add_new(&mut missing, std::slice::from_ref(&knockout.says));
            }
            let fit = ResumeFit {
                origin: candidate.origin,
                id: candidate.id,
                name: candidate.name,
                score: points(matched.score),
                reasons,
                missing,
            };
            (matched.score, fit)
        })
        .collect();
    // The newest first among equals: they came in that order.
    fits.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    fits.into_iter().map(|(_, fit)| fit).collect()
}

/// A résumé's own words with what is true of the person whichever résumé they send.
fn with_own(says: Profile, own: &Profile) -> Profile {
    Profile {
        address: own.address.clone(),
        work_eligibility: own.work_eligibility.clone(),
        preferences: own.preferences.clone(),
        languages: if says.languages.is_empty() {
            own.languages.clone()
        } else {
            says.languages
        },
        ..says
    }
}

fn add_new(told: &mut Vec<String>, more: &[String]) {
    for text in more {
        if told.len() < MOST_TOLD && !text.is_empty() && !told.contains(text) {
            told.push(text.clone());
        }
    }
}

/// A score in whole points.
fn points(score: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0 to 100"
    )]
    let points = score.clamp(0.0, 100.0).round() as u32;
    points
}
