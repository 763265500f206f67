//! Which matches are shown, as the address of the page has it, so that back, reload and a bookmark bring it back.

use super::search::known;

/// The scores to choose from: "at least so many points".
pub(crate) const SCORES: &[(&str, &str)] = &[
    ("30", "30 or more"),
    ("50", "50 or more"),
    ("65", "65 or more"),
    ("80", "80 or more"),
];

/// What the list of matches is narrowed to. What an address says wrongly is left out, as if nobody had said it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct MatchSearch {
    /// The lowest score, 1 to 100.
    pub(crate) min_score: Option<u8>,
    /// The way of working, by its name in addresses; empty for any.
    pub(crate) remote: String,
    /// ISO 3166-1 alpha-2 country of the work; empty for any.
    pub(crate) country: String,
    /// At most so many days old.
    pub(crate) days: Option<u16>,
    /// Without those that something rules out.
    pub(crate) without_knockouts: bool,
    /// Newest first, instead of the best first.
    pub(crate) newest: bool,
}

impl MatchSearch {
    /// The search an address has; `value` gives the value of a name, empty where it has none.
    pub(crate) fn read(value: impl Fn(&str) -> String) -> Self {
        let country = value("country").to_ascii_uppercase();
        let is_country = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
        let remote = value("remote");
        let is_way = known("remote").iter().any(|(way, _)| *way == remote);
        Self {
            min_score: value("min_score")
                .parse()
                .ok()
                .filter(|score| (1..=100).contains(score)),
            remote: if is_way { remote } else { String::new() },
            country: if is_country { country } else { String::new() },
            days: value("days")
                .parse()
                .ok()
                .filter(|days| (1..=365).contains(days)),
            without_knockouts: value("without_knockouts") == "true",
            newest: value("order") == "newest",
        }
    }

    /// The search as names and values, in one order: as the address and the API take it.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(score) = self.min_score {
            pairs.push(("min_score", score.to_string()));
        }
        if !self.remote.is_empty() {
            pairs.push(("remote", self.remote.clone()));
        }
        if !self.country.is_empty() {
            pairs.push(("country", self.country.clone()));
        }
        if let Some(days) = self.days {
            pairs.push(("days", days.to_string()));
        }
        if self.without_knockouts {
            pairs.push(("without_knockouts", "true".to_owned()));
        }
        if self.newest {
            pairs.push(("order", "newest".to_owned()));
        }
        pairs
    }

    /// How much narrows the list, beside its order.
    pub(crate) fn filters(&self) -> usize {
        self.pairs().len() - usize::from(self.newest)
    }
}

#[cfg(test)]
mod tests {
    use super::MatchSearch;

    fn read(pairs: &[(&str, &str)]) -> MatchSearch {
        MatchSearch::read(|name| {
            let found = pairs.iter().find(|(known, _)| *known == name);
            found.map_or(String::new(), |(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_an_address_says_is_what_it_is_written_as() {
        let search = read(&[
            ("min_score", "50"),
            ("remote", "hybrid"),
            ("country", "pt"),
            ("days", "7"),
            ("without_knockouts", "true"),
            ("order", "newest"),
        ]);
        assert_eq!((search.filters(), search.country.as_str()), (5, "PT"));
        let pairs = search.pairs();
        let again: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        assert_eq!(read(&again), search);
    }

    #[test]
    fn nonsense_in_an_address_is_left_out() {
        let search = read(&[
            ("min_score", "101"),
            ("remote", "moon"),
            ("country", "Portugal"),
            ("days", "-1"),
            ("without_knockouts", "perhaps"),
            ("order", "random"),
        ]);
        assert_eq!(search, MatchSearch::default());
        assert!(search.pairs().is_empty());
    }
}
