//! The sections of the profile page, in the order they are shown.
//!
//! A section is also the unit in which two versions of a profile are compared: see [`super::merge`].

use foothold_shared::profile::Profile;

/// One section of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Section {
    Name,
    Contact,
    Address,
    Links,
    About,
    Work,
    Education,
    Skills,
    Languages,
    Certificates,
    Projects,
    Publications,
    Eligibility,
    Terms,
    Answers,
    Voluntary,
}

impl Section {
    /// Every section, in the page's order.
    pub(crate) const ALL: [Self; 16] = [
        Self::Name,
        Self::Contact,
        Self::Address,
        Self::Links,
        Self::About,
        Self::Work,
        Self::Education,
        Self::Skills,
        Self::Languages,
        Self::Certificates,
        Self::Projects,
        Self::Publications,
        Self::Eligibility,
        Self::Terms,
        Self::Answers,
        Self::Voluntary,
    ];

    /// What a person reads.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Contact => "Contact",
            Self::Address => "Address",
            Self::Links => "Links",
            Self::About => "About you",
            Self::Work => "Work history",
            Self::Education => "Education",
            Self::Skills => "Skills",
            Self::Languages => "Languages",
            Self::Certificates => "Certificates",
            Self::Projects => "Projects",
            Self::Publications => "Publications",
            Self::Eligibility => "Right to work",
            Self::Terms => "Pay, start and place",
            Self::Answers => "Your own answers",
            Self::Voluntary => "Voluntary questions",
        }
    }

    /// The id of the section's element on the page.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Contact => "contact",
            Self::Address => "address",
            Self::Links => "links",
            Self::About => "about",
            Self::Work => "work",
            Self::Education => "education",
            Self::Skills => "skills",
            Self::Languages => "languages",
            Self::Certificates => "certificates",
            Self::Projects => "projects",
            Self::Publications => "publications",
            Self::Eligibility => "right-to-work",
            Self::Terms => "terms",
            Self::Answers => "answers",
            Self::Voluntary => "voluntary",
        }
    }

    /// Whether two profiles say the same in this section.
    pub(crate) fn same(self, a: &Profile, b: &Profile) -> bool {
        match self {
            Self::Name => a.name == b.name,
            Self::Contact => a.contact == b.contact,
            Self::Address => a.address == b.address,
            Self::Links => a.links == b.links,
            Self::About => a.summary == b.summary && a.years_experience == b.years_experience,
            Self::Work => a.work == b.work,
            Self::Education => a.education == b.education,
            Self::Skills => a.skills == b.skills,
            Self::Languages => a.languages == b.languages,
            Self::Certificates => a.certificates == b.certificates,
            Self::Projects => a.projects == b.projects,
            Self::Publications => a.publications == b.publications,
            Self::Eligibility => a.work_eligibility == b.work_eligibility,
            Self::Terms => {
                a.salary == b.salary
                    && a.availability == b.availability
                    && a.preferences == b.preferences
            }
            Self::Answers => a.standard_answers == b.standard_answers,
            Self::Voluntary => a.demographics == b.demographics,
        }
    }

    /// Takes this section over from another profile.
    pub(crate) fn copy(self, from: &Profile, to: &mut Profile) {
        match self {
            Self::Name => to.name = from.name.clone(),
            Self::Contact => to.contact = from.contact.clone(),
            Self::Address => to.address = from.address.clone(),
            Self::Links => to.links = from.links.clone(),
            Self::About => {
                to.summary = from.summary.clone();
                to.years_experience = from.years_experience;
            }
            Self::Work => to.work = from.work.clone(),
            Self::Education => to.education = from.education.clone(),
            Self::Skills => to.skills = from.skills.clone(),
            Self::Languages => to.languages = from.languages.clone(),
            Self::Certificates => to.certificates = from.certificates.clone(),
            Self::Projects => to.projects = from.projects.clone(),
            Self::Publications => to.publications = from.publications.clone(),
            Self::Eligibility => to.work_eligibility = from.work_eligibility.clone(),
            Self::Terms => {
                to.salary = from.salary.clone();
                to.availability = from.availability.clone();
                to.preferences = from.preferences.clone();
            }
            Self::Answers => to.standard_answers = from.standard_answers.clone(),
            Self::Voluntary => to.demographics = from.demographics.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The section that a path such as `work[2].start` belongs to.
    fn of_path(path: &str) -> Option<Section> {
        let root = path.split(['.', '[']).next().unwrap_or_default();
        Some(match root {
            "name" => Section::Name,
            "contact" => Section::Contact,
            "address" => Section::Address,
            "links" => Section::Links,
            "summary" | "years_experience" => Section::About,
            "work" => Section::Work,
            "education" => Section::Education,
            "skills" => Section::Skills,
            "languages" => Section::Languages,
            "certificates" => Section::Certificates,
            "projects" => Section::Projects,
            "publications" => Section::Publications,
            "work_eligibility" => Section::Eligibility,
            "salary" | "availability" | "preferences" => Section::Terms,
            "standard_answers" => Section::Answers,
            "demographics" => Section::Voluntary,
            _ => return None,
        })
    }

    /// Every key of the wire type belongs to a section: a new one cannot be forgotten in a merge.
    #[test]
    fn every_part_of_the_profile_has_a_section() {
        let json = serde_json::to_value(Profile::default()).expect("a profile is plain data");
        for key in json.as_object().expect("an object").keys() {
            assert!(of_path(key).is_some(), "{key} has no section");
        }
    }

    #[test]
    fn a_path_leads_to_its_section() {
        assert_eq!(of_path("work[2].start"), Some(Section::Work));
        assert_eq!(of_path("contact.phone.national"), Some(Section::Contact));
        assert_eq!(of_path("salary"), Some(Section::Terms));
        assert_eq!(of_path("unheard_of"), None);
    }

    #[test]
    fn a_copied_section_is_the_same() {
        let mut from = Profile::default();
        from.name.given = "Ada".to_owned();
        from.summary = "I build bridges.".to_owned();
        from.availability.earliest_start = "2027-01-01".to_owned();
        let mut to = Profile::default();
        for section in Section::ALL {
            section.copy(&from, &mut to);
            assert!(section.same(&from, &to), "{section:?}");
        }
        assert!(to == from);
    }
}
