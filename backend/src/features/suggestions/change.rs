//! What a suggestion does to the profile when the person chooses it.

use foothold_shared::profile::{
    Address, Certificate, EducationEntry, LanguageSkill, Name, Phone, Profile, Project,
    Publication, Skill, WorkEntry, YearMonth,
};

use super::links::Place;

/// One change.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// The name; the preferred one stays.
    Name(Name),
    Email(String),
    Phone(Phone),
    Address(Address),
    Link(Place, String),
    Summary(String),
    AddJob(WorkEntry),
    /// In place of the entry at this index.
    Job(usize, WorkEntry),
    AddSchool(EducationEntry),
    School(usize, EducationEntry),
    AddSkill(String),
    AddLanguage(LanguageSkill),
    Language(usize, LanguageSkill),
    AddCertificate(Certificate),
    AddProject(Project),
    Project(usize, Project),
    AddPublication(Publication),
    Publication(usize, Publication),
    /// The profile says it already.
    Nothing,
}

impl Change {
    /// Whether an entry is added to a list.
    pub(super) const fn adds(&self) -> bool {
        matches!(
            self,
            Self::AddJob(_)
                | Self::AddSchool(_)
                | Self::AddSkill(_)
                | Self::AddLanguage(_)
                | Self::AddCertificate(_)
                | Self::AddProject(_)
                | Self::AddPublication(_)
        )
    }

    /// Makes the change. `new_id` names an entry that is added.
    pub(super) fn apply(self, profile: &mut Profile, new_id: impl FnOnce() -> String) {
        match self {
            Self::Name(name) => {
                let preferred = std::mem::take(&mut profile.name.preferred);
                profile.name = Name { preferred, ..name };
            }
            Self::Email(email) => profile.contact.email = email,
            Self::Phone(phone) => profile.contact.phone = phone,
            Self::Address(address) => profile.address = address,
            Self::Link(place, address) => *place.of(&mut profile.links) = address,
            Self::Summary(summary) => profile.summary = summary,
            Self::AddJob(job) => {
                let at = place_of(
                    job.start.as_ref(),
                    profile.work.iter().map(|job| &job.start),
                );
                profile.work.insert(
                    at,
                    WorkEntry {
                        id: new_id(),
                        ..job
                    },
                );
            }
            Self::Job(at, job) => put(&mut profile.work, at, job),
            Self::AddSchool(school) => {
                let starts = profile.education.iter().map(|school| &school.start);
                let at = place_of(school.start.as_ref(), starts);
                let school = EducationEntry {
                    id: new_id(),
                    ..school
                };
                profile.education.insert(at, school);
            }
            Self::School(at, school) => put(&mut profile.education, at, school),
            Self::AddSkill(name) => profile.skills.push(Skill { name, years: None }),
            Self::AddLanguage(language) => profile.languages.push(language),
            Self::Language(at, language) => put(&mut profile.languages, at, language),
            Self::AddCertificate(certificate) => profile.certificates.push(certificate),
            Self::AddProject(project) => {
                let starts = profile.projects.iter().map(|project| &project.start);
                let at = place_of(project.start.as_ref(), starts);
                let project = Project {
                    id: new_id(),
                    ..project
                };
                profile.projects.insert(at, project);
            }
            Self::Project(at, project) => put(&mut profile.projects, at, project),
            Self::AddPublication(publication) => {
                let published = profile.publications.iter().map(|one| &one.published);
                let at = place_of(publication.published.as_ref(), published);
                let publication = Publication {
                    id: new_id(),
                    ..publication
                };
                profile.publications.insert(at, publication);
            }
            Self::Publication(at, publication) => put(&mut profile.publications, at, publication),
            Self::Nothing => {}
        }
    }
}

fn put<T>(list: &mut [T], at: usize, entry: T) {
    if let Some(place) = list.get_mut(at) {
        *place = entry;
    }
}

/// Where an entry goes in a list that has the newest first: before the first that began earlier.
fn place_of<'a>(
    start: Option<&YearMonth>,
    others: impl ExactSizeIterator<Item = &'a Option<YearMonth>>,
) -> usize {
    let key = |month: &YearMonth| (month.year, month.month.unwrap_or(0));
    let count = others.len();
    let Some(start) = start else { return count };
    let mut others = others;
    others
        .position(|other| other.as_ref().is_some_and(|other| key(other) < key(start)))
        .unwrap_or(count)
}
