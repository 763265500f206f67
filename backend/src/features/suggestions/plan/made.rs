//! Certificates, projects and publications, compared with the profile's.

use foothold_documents::fold::fold_words;
use foothold_shared::profile::{Certificate, Profile, Project, Publication};
use foothold_shared::reading::{ReadProject, ReadPublication, ReadValue};

use super::{About, Plan, least, take, take_month};
use crate::features::suggestions::change::Change;
use crate::features::suggestions::said::Said;
use crate::features::suggestions::{links, map, say};

impl Plan {
    pub(super) fn made(&mut self, said: &Said, profile: &Profile) {
        for (value, certificate) in &said.certificates {
            self.certificate(value, certificate, profile);
        }
        for read in &said.reading.projects {
            self.project(read, profile);
        }
        for read in &said.reading.publications {
            self.publication(read, profile);
        }
    }

    fn certificate(&mut self, value: &ReadValue, certificate: &Certificate, profile: &Profile) {
        let key = fold_words(&certificate.name);
        let known = profile
            .certificates
            .iter()
            .find(|known| fold_words(&known.name) == key);
        let about = About {
            section: "certificates",
            what: "Certificate",
            from: known.map(say::certificate).unwrap_or_default(),
            to: say::certificate(certificate),
            is_same: known.is_some(),
        };
        let change = Change::AddCertificate(certificate.clone());
        self.add(about, &value.spot, value.confidence, change);
    }

    fn project(&mut self, read: &ReadProject, profile: &Profile) {
        let Some(project) = map::project(read) else {
            return;
        };
        let (spot, sure) = least([read.name.as_ref(), None]);
        let about = |from, to, is_same| About {
            section: "projects",
            what: "Project",
            from,
            to,
            is_same,
        };
        let key = fold_words(&project.name);
        let at = profile
            .projects
            .iter()
            .position(|known| fold_words(&known.name) == key);
        let Some(at) = at else {
            let about = about(String::new(), say::project(&project), false);
            return self.add(about, &spot, sure, Change::AddProject(project));
        };
        let known = &profile.projects[at];
        let mut merged: Project = known.clone();
        take(&mut merged.role, &project.role);
        take(&mut merged.description, &project.description);
        take_link(&mut merged.url, &project.url);
        take_month(&mut merged.start, project.start.as_ref());
        if project.current {
            (merged.end, merged.current) = (None, true);
        } else if project.end.is_some() {
            take_month(&mut merged.end, project.end.as_ref());
            merged.current = false;
        }
        let about = about(say::project(known), say::project(&merged), merged == *known);
        self.add(about, &spot, sure, Change::Project(at, merged));
    }

    fn publication(&mut self, read: &ReadPublication, profile: &Profile) {
        let Some(publication) = map::publication(read) else {
            return;
        };
        let (spot, sure) = least([read.title.as_ref(), None]);
        let about = |from, to, is_same| About {
            section: "publications",
            what: "Publication",
            from,
            to,
            is_same,
        };
        let key = fold_words(&publication.title);
        let at = profile
            .publications
            .iter()
            .position(|known| fold_words(&known.title) == key);
        let Some(at) = at else {
            let about = about(String::new(), say::publication(&publication), false);
            return self.add(about, &spot, sure, Change::AddPublication(publication));
        };
        let known = &profile.publications[at];
        let mut merged: Publication = known.clone();
        take(&mut merged.publisher, &publication.publisher);
        take_link(&mut merged.url, &publication.url);
        take_month(&mut merged.published, publication.published.as_ref());
        let about = about(
            say::publication(known),
            say::publication(&merged),
            merged == *known,
        );
        self.add(about, &spot, sure, Change::Publication(at, merged));
    }
}

/// Takes over an address that leads elsewhere.
fn take_link(now: &mut String, said: &str) {
    if !said.is_empty() && !links::same(now, said) {
        said.clone_into(now);
    }
}
