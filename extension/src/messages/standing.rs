//! How a job stands with the person: how well it fits, whether they saved it, what they sent to its company before.

use foothold_shared::application::ApplicationStatus;
use foothold_shared::matching::MatchScore;
use serde::{Deserialize, Serialize};

/// How the job in a tab stands with the person, as far as the server knows.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StandingView {
    /// Whether they saved it.
    pub saved: bool,
    /// How well it fits; `None` while their profile holds nothing to compare.
    pub fit: Option<MatchScore>,
    /// What they sent to its company before, one sentence each, the last first.
    pub applied: Vec<String>,
}

/// An earlier application, to be told in words.
#[derive(Debug, Clone, Copy)]
pub struct ApplicationWords<'a> {
    /// The company.
    pub company: &'a str,
    /// The job's title; empty where nobody noted it.
    pub title: &'a str,
    /// When it was sent, as the person's browser writes it.
    pub when: &'a str,
    /// How it stands.
    pub status: ApplicationStatus,
    /// Whether it was for a job of the same title.
    pub same_title: bool,
}

impl ApplicationWords<'_> {
    /// In one sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        let Self {
            company,
            title,
            when,
            ..
        } = self;
        let now = match self.status {
            ApplicationStatus::Applied => "",
            ApplicationStatus::Interview => " They invited you to talk.",
            ApplicationStatus::Offer => " They made you an offer.",
            ApplicationStatus::Rejected => " They said no.",
            ApplicationStatus::Withdrawn => " You withdrew it.",
        };
        if self.same_title {
            format!("You already applied for {title} at {company}, on {when}.{now}")
        } else if title.is_empty() {
            format!("You already applied to {company}, on {when}.{now}")
        } else {
            format!("You already applied to {company}: {title}, on {when}.{now}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_application_is_told_with_its_day_title_and_end() {
        let words = ApplicationWords {
            company: "Oven and Sons",
            title: "Shop Clerk",
            when: "3 Oct 2026",
            status: ApplicationStatus::Rejected,
            same_title: false,
        };
        assert_eq!(
            words.sentence(),
            "You already applied to Oven and Sons: Shop Clerk, on 3 Oct 2026. They said no."
        );
        let same = ApplicationWords {
            same_title: true,
            status: ApplicationStatus::Applied,
            ..words
        };
        assert_eq!(
            same.sentence(),
            "You already applied for Shop Clerk at Oven and Sons, on 3 Oct 2026."
        );
        let untitled = ApplicationWords {
            title: "",
            status: ApplicationStatus::Applied,
            ..words
        };
        assert_eq!(
            untitled.sentence(),
            "You already applied to Oven and Sons, on 3 Oct 2026."
        );
    }
}
