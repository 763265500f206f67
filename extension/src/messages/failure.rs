//! Why something could not be done, as data and in words for the person.
//!
//! What must not happen here: technical words, blame, personal data.

use crate::address::AddressProblem;
use serde::{Deserialize, Serialize};

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Failure {
    /// No server is connected.
    NotConnected,
    /// The server no longer knows this device.
    Revoked,
    /// The token was not accepted when connecting.
    TokenRefused,
    /// No token was given.
    TokenMissing,
    /// Connected, but no profile has arrived yet.
    NoProfile,
    /// There is no default résumé.
    NoResume,
    /// The server cannot be reached.
    Offline,
    /// The server answered with a problem.
    Server {
        /// The HTTP status.
        status: u16,
        /// What the server says, in its words for people.
        detail: String,
    },
    /// Something answered, but not a Foothold server.
    NotFoothold,
    /// The server's address cannot be used.
    Address {
        /// Why.
        problem: AddressProblem,
    },
    /// The person did not allow access to an address.
    NotAllowed {
        /// Which.
        origin: String,
    },
    /// The person did not allow access to a frame.
    FrameNotAllowed {
        /// Whose frame it is.
        host: String,
    },
    /// There is no application form on the page.
    NoForm,
    /// A page of the browser's own, or one that no extension may touch.
    BrowserPage,
    /// A PDF is shown.
    Pdf,
    /// The browser shows an error instead of the page.
    ErrorPage,
    /// The browser has not given access to this tab.
    NoAccess,
    /// The tab is gone.
    NoTab,
    /// The page changed since it was looked at.
    PageChanged,
    /// Nothing is left to take back.
    NothingToUndo,
    /// Nothing was filled on the page yet.
    NotFilled,
    /// The page says too little of a job to write documents for it.
    NoPosting,
    /// Nothing is written for this tab's job.
    NotTailored,
    /// The browser does not let the text be copied.
    NotCopied,
    /// The person did not want to wait for it.
    Cancelled,
    /// The browser's storage refused.
    Storage,
    /// Something unforeseen, for a bug report: never personal data.
    Unexpected {
        /// Which part.
        what: String,
    },
}

/// What the person can do about it with one click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Open the options page.
    OpenOptions,
    /// Look at the page again.
    LookAgain,
    /// Fetch the profile.
    Sync,
}

impl Failure {
    /// What happened and what to do, in plain words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NotConnected => {
                "Foothold does not know your profile yet. Connect it to your account once.".into()
            }
            Self::Revoked => "This browser is no longer connected to your account. Make a new \
                 token in the portal and connect again; your saved profile still works until then."
                .into(),
            Self::TokenRefused => "The server does not accept this token. Each token works once: \
                 make a new one in the portal and paste it here."
                .into(),
            Self::TokenMissing => "Paste the token from the portal.".into(),
            Self::NoProfile => {
                "Your profile has not arrived yet. Sync once while you are online.".into()
            }
            Self::NoResume => {
                "There is no default résumé. Upload one in the portal, then sync.".into()
            }
            Self::Offline => {
                "The server cannot be reached right now. Check your connection, then try again."
                    .into()
            }
            Self::Server { detail, .. } if !detail.is_empty() => detail.clone(),
            Self::Server { status, .. } => {
                format!("The server could not do this (answer {status}). Try again in a while.")
            }
            Self::NotFoothold => "Something answers at this address, but it is not a Foothold \
                 server. Check the address in the portal."
                .into(),
            Self::Address { problem } => problem.words().into(),
            Self::NotAllowed { origin } => {
                format!("Foothold needs your permission to talk to {origin}. Nothing was sent.")
            }
            Self::FrameNotAllowed { host } => {
                format!("Without your permission Foothold cannot fill the frame from {host}.")
            }
            Self::NoForm => "No application form found on this page.".into(),
            Self::BrowserPage => "This page belongs to the browser, and extensions cannot read \
                 it. Open the application form in a tab of its own."
                .into(),
            Self::Pdf => "This is a PDF. Foothold fills forms on web pages.".into(),
            Self::ErrorPage => {
                "This page did not load. Reload it, then open Foothold again.".into()
            }
            Self::NoAccess => "The browser has not given Foothold access to this page. Click the \
                 Foothold button in the toolbar while the page is in front."
                .into(),
            Self::NoTab => "The tab is closed.".into(),
            Self::PageChanged => "The page changed in the meantime. Look at it again.".into(),
            Self::NothingToUndo => {
                "There is nothing to take back: the page was reloaded or left since the fill."
                    .into()
            }
            Self::NotFilled => "Nothing is filled on this page yet. Fill the form first.".into(),
            Self::NoPosting => "Foothold cannot tell which job this page is about. Open the page \
                 that describes the job, then try again."
                .into(),
            Self::NotTailored => {
                "There are no documents for this job any more. Tailor them again.".into()
            }
            Self::NotCopied => {
                "The browser did not let Foothold copy the text. Select it in the letter \
                 and copy it, or save the file."
                    .into()
            }
            Self::Cancelled => "Cancelled. Nothing was kept.".into(),
            Self::Storage => "The browser could not save this. Check that the disk has space \
                 left, then try again."
                .into(),
            Self::Unexpected { what } => {
                format!("Something went wrong in Foothold ({what}). Reload the page and try again.")
            }
        }
    }

    /// The one step that helps, where there is one.
    #[must_use]
    pub const fn next(&self) -> Option<Next> {
        match self {
            Self::NotConnected | Self::Revoked | Self::TokenRefused => Some(Next::OpenOptions),
            Self::NoProfile | Self::NoResume => Some(Next::Sync),
            Self::PageChanged | Self::ErrorPage | Self::NothingToUndo | Self::NotFilled => {
                Some(Next::LookAgain)
            }
            _ => None,
        }
    }

    /// Whether trying again later can help, without the person doing anything.
    #[must_use]
    pub const fn passes(&self) -> bool {
        match self {
            Self::Offline => true,
            // 409: the same thing was being changed at the same moment.
            Self::Server { status, .. } => matches!(status, 408 | 409 | 425 | 429 | 500..),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_own_words_are_shown() {
        let failure = Failure::Server {
            status: 422,
            detail: "Your profile is too long.".into(),
        };
        assert_eq!(failure.words(), "Your profile is too long.");
        let silent = Failure::Server {
            status: 500,
            detail: String::new(),
        };
        assert!(silent.words().contains("500"));
    }

    #[test]
    fn only_what_can_pass_is_retried() {
        for (failure, passes) in [
            (Failure::Offline, true),
            (
                Failure::Server {
                    status: 503,
                    detail: String::new(),
                },
                true,
            ),
            (
                Failure::Server {
                    status: 429,
                    detail: String::new(),
                },
                true,
            ),
            (
                Failure::Server {
                    status: 409,
                    detail: String::new(),
                },
                true,
            ),
            (
                Failure::Server {
                    status: 422,
                    detail: String::new(),
                },
                false,
            ),
            (Failure::Revoked, false),
            (Failure::NotConnected, false),
        ] {
            assert_eq!(failure.passes(), passes, "{failure:?}");
        }
    }

    #[test]
    fn a_lost_connection_leads_to_the_options() {
        assert_eq!(Failure::Revoked.next(), Some(Next::OpenOptions));
        assert_eq!(Failure::NotConnected.next(), Some(Next::OpenOptions));
        assert_eq!(Failure::PageChanged.next(), Some(Next::LookAgain));
        assert_eq!(Failure::BrowserPage.next(), None);
    }
}
