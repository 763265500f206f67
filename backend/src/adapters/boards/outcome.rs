//! What became of gathering a board.

use foothold_boards::Source;

use crate::adapters::fetch::Validators;

/// The record of one gathering. Holds no personal data: it may be shown to an admin and logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which source.
    pub source: Source,
    /// Whose board.
    pub tenant: String,
    /// When it began, epoch milliseconds.
    pub began_ms: i64,
    /// When it ended.
    pub ended_ms: i64,
    /// How many requests were made, repeats not counted.
    pub requests: u32,
    /// How many postings were given.
    pub postings: u32,
    /// How many could not be read.
    pub bad: u32,
    /// How many are given without their details, which did not come.
    pub without_details: u32,
    /// How many are held back, because the source wants them shown later.
    pub held: u32,
    /// How it ended.
    pub end: End,
    /// Whether everything that the board holds was told ([`super::Gathered::Posting`], [`super::Gathered::Seen`] or
    /// [`super::Gathered::Bad`] with an id): what was not is gone. A board that told of nothing at all is better asked
    /// twice before all its postings are retired.
    pub whole: bool,
    /// For the next time; empty where the board gives none.
    pub validators: Validators,
}

/// How a gathering ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Read to its end.
    Read,
    /// Nothing changed since the last time: what was there still is.
    Unchanged,
    /// The source does not want to be asked again so soon; nothing was asked.
    TooSoon {
        /// From when on it may be asked, epoch milliseconds.
        until_ms: i64,
    },
    /// The host is not well, or asked for patience.
    LeftAlone {
        /// Until when, epoch milliseconds.
        until_ms: i64,
    },
    /// There is no such board (any more).
    NoBoard,
    /// It could not be asked or read; in words for an admin.
    Failed {
        /// Why.
        why: &'static str,
    },
}

impl End {
    /// Whether the board was reached and understood: the record of the last success.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Read | Self::Unchanged)
    }

    /// Its name in data: stable.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Unchanged => "unchanged",
            Self::TooSoon { .. } => "too_soon",
            Self::LeftAlone { .. } => "left_alone",
            Self::NoBoard => "no_board",
            Self::Failed { .. } => "failed",
        }
    }

    /// From when on asking again may help, where that is known.
    #[must_use]
    pub const fn until_ms(self) -> Option<i64> {
        match self {
            Self::TooSoon { until_ms } | Self::LeftAlone { until_ms } => Some(until_ms),
            _ => None,
        }
    }

    /// Why it failed, in words for an admin.
    #[must_use]
    pub const fn why(self) -> Option<&'static str> {
        match self {
            Self::Failed { why } => Some(why),
            Self::NoBoard => Some("there is no such board"),
            _ => None,
        }
    }
}
