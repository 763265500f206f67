//! What the API's operations are about: the sections of its document, and a generated client's parts.

use poem_openapi::Tags;

/// What an operation is about.
#[derive(Debug, Clone, Copy, Tags)]
pub enum Topic {
    /// Accounts, sessions and connected devices. Begin here.
    Accounts,
    /// Who the person is: what forms, matches and documents are made of. Also from files they have.
    Profile,
    /// Résumé files as the person uploaded them.
    Resumes,
    /// What was filled in and sent: receipts, applications, and remembered answers.
    Applications,
    /// Jobs: searched, imported from files, gathered from boards, read off a page.
    Jobs,
    /// Jobs that a person saved, in collections, or hid.
    #[oai(rename = "Saved jobs")]
    SavedJobs,
    /// Saved searches, and how they tell of new jobs.
    #[oai(rename = "Saved searches")]
    SavedSearches,
    /// What a person is told by itself, and by which ways: in the portal, by e-mail, at a webhook.
    Notifications,
    /// Employers, as their postings show them.
    Companies,
    /// Which jobs fit the person, and why.
    Matches,
    /// Résumés and letters that are made for a job, and the résumés of the builder.
    Documents,
    /// What an employer's system makes of a résumé or a letter, and what would make it better.
    Reports,
    /// What the language model was used for.
    Model,
}
