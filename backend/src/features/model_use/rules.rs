//! What a call may take, what it cost, and whether the day still has room for it.

use chrono::DateTime;

/// What a model is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Wording a résumé and a letter.
    Documents,
    /// Reading the parts of a résumé that were not understood.
    Reading,
    /// A second look at matches.
    Matches,
    /// How near the texts of matches are.
    Embeddings,
}

impl Purpose {
    /// As it is stored and shown.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Reading => "reading",
            Self::Matches => "matches",
            Self::Embeddings => "embeddings",
        }
    }

    /// The part of a day that it may use, in hundredths. What nobody asked for leaves most of it to what somebody does.
    pub(super) const fn hundredths(self) -> i64 {
        match self {
            Self::Documents | Self::Reading => 100,
            Self::Matches | Self::Embeddings => 25,
        }
    }
}

/// What one call may take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest prompt, in bytes; a longer one is not sent.
    pub prompt_bytes: usize,
    /// The most tokens of the answer; the endpoint's own limit applies, too.
    pub max_tokens: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            prompt_bytes: 64 * 1024,
            max_tokens: 4_000,
        }
    }
}

/// What a model's tokens cost, in US dollars for a million, which is micro-dollars a token.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Prices {
    pub(super) per_token_in: f64,
    pub(super) per_token_out: f64,
}

/// Tokens and their cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Use {
    pub(super) tokens_in: i64,
    pub(super) tokens_out: i64,
    pub(super) cost_micro_dollars: i64,
}

impl Use {
    pub(super) fn of(tokens_in: i64, tokens_out: i64, prices: Prices) -> Self {
        Self {
            tokens_in,
            tokens_out,
            cost_micro_dollars: cost(tokens_in, prices.per_token_in)
                .saturating_add(cost(tokens_out, prices.per_token_out)),
        }
    }

    pub(super) fn tokens(self) -> i64 {
        self.tokens_in.saturating_add(self.tokens_out)
    }

    fn with(self, more: Self) -> Self {
        Self {
            tokens_in: self.tokens_in.saturating_add(more.tokens_in),
            tokens_out: self.tokens_out.saturating_add(more.tokens_out),
            cost_micro_dollars: self
                .cost_micro_dollars
                .saturating_add(more.cost_micro_dollars),
        }
    }
}

/// Rounded up, so that what is counted is never less than what is paid.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "tokens of a call are few, and a float turned into an integer saturates"
)]
fn cost(tokens: i64, per_token: f64) -> i64 {
    (tokens as f64 * per_token).ceil() as i64
}

/// More tokens than the text can have been: no tokeniser in use makes more than one of a byte, and for most a word of
/// four letters is one.
pub(super) fn most_tokens_of(bytes: usize) -> i64 {
    i64::try_from(bytes.div_ceil(2)).unwrap_or(i64::MAX)
}

/// About as many tokens as a text has, where the server does not say.
pub(super) fn usual_tokens_of(bytes: usize) -> i64 {
    i64::try_from(bytes.div_ceil(4)).unwrap_or(i64::MAX)
}

/// What a person may use a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cap {
    pub(super) tokens: i64,
    pub(super) micro_dollars: i64,
}

impl Cap {
    /// So many hundredths of it.
    pub(super) fn part(self, hundredths: i64) -> Self {
        let part = |whole: i64| whole / 100 * hundredths + whole % 100 * hundredths / 100;
        Self {
            tokens: part(self.tokens),
            micro_dollars: part(self.micro_dollars),
        }
    }

    /// Whether `more` still fits on top of what was used.
    pub(super) fn has_room(self, used: Use, more: Use) -> bool {
        let sum = used.with(more);
        sum.tokens() <= self.tokens && sum.cost_micro_dollars <= self.micro_dollars
    }

    /// Whether nothing at all fits any more.
    pub(super) fn is_reached(self, used: Use) -> bool {
        used.tokens() >= self.tokens
            || (used.cost_micro_dollars >= self.micro_dollars && used.cost_micro_dollars > 0)
    }
}

/// The day of a time, in UTC, `YYYY-MM-DD`.
pub(super) fn day_of(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms)
        .unwrap_or_default()
        .format("%Y-%m-%d")
        .to_string()
}

/// Seconds until the next day begins, in UTC.
pub(super) fn seconds_left_of_day(ms: i64) -> i64 {
    const DAY_S: i64 = 24 * 60 * 60;
    DAY_S - (ms / 1000).rem_euclid(DAY_S)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_costs_what_its_tokens_cost_rounded_up() {
        let prices = Prices {
            per_token_in: 0.25,
            per_token_out: 2.0,
        };
        assert_eq!(Use::of(1_000, 100, prices).cost_micro_dollars, 250 + 200);
        assert_eq!(Use::of(1, 0, prices).cost_micro_dollars, 1);
        assert_eq!(Use::of(i64::MAX, i64::MAX, prices).tokens(), i64::MAX);
    }

    #[test]
    fn a_day_is_full_by_tokens_or_by_cost() {
        let cap = Cap {
            tokens: 1_000,
            micro_dollars: 50,
        };
        let used = |tokens_in, cost_micro_dollars| Use {
            tokens_in,
            tokens_out: 0,
            cost_micro_dollars,
        };
        assert!(cap.has_room(used(900, 0), used(100, 50)));
        assert!(!cap.has_room(used(901, 0), used(100, 0)));
        assert!(!cap.has_room(used(0, 30), used(0, 21)));
        assert!(cap.is_reached(used(1_000, 0)) && cap.is_reached(used(0, 50)));
        assert!(!cap.is_reached(used(999, 49)));
        let quarter = cap.part(Purpose::Matches.hundredths());
        assert!(quarter.has_room(used(150, 0), used(100, 12)));
        assert!(!quarter.has_room(used(151, 0), used(100, 0)));
        assert!(!quarter.has_room(used(0, 12), used(0, 1)));
        assert_eq!(cap.part(Purpose::Documents.hundredths()), cap);
    }

    #[test]
    fn days_are_utc() {
        assert_eq!(day_of(1_800_000_000_000), "2027-01-15");
        assert_eq!(seconds_left_of_day(1_800_000_000_000), 16 * 60 * 60);
    }
}
