//! A search for jobs as the address of the page has it, so that back, reload and a bookmark bring it back.

use foothold_shared::job::JobFilters;
use serde_json::Value;
use std::collections::BTreeMap;

/// Filters that take several values, by their name in addresses: the portal's and the API's are the same.
pub(crate) const LISTS: [&str; 9] = [
    "place",
    "country",
    "remote",
    "employment",
    "seniority",
    "language",
    "company",
    "source",
    "visa",
];

/// The values a filter can have, with their words; for the others values come from the jobs found.
pub(crate) fn known(filter: &str) -> &'static [(&'static str, &'static str)] {
    match filter {
        "remote" => &[
            ("remote", "Remote"),
            ("hybrid", "Hybrid"),
            ("onsite", "On site"),
        ],
        "employment" => &[
            ("full_time", "Full time"),
            ("part_time", "Part time"),
            ("contract", "Contract"),
            ("temporary", "Temporary"),
            ("internship", "Internship"),
            ("apprenticeship", "Apprenticeship"),
            ("volunteer", "Volunteer"),
        ],
        "seniority" => &[
            ("intern", "Intern"),
            ("junior", "Junior"),
            ("mid", "Some experience"),
            ("senior", "Senior"),
            ("lead", "Lead"),
            ("manager", "Manager"),
            ("director", "Director"),
            ("executive", "Executive"),
        ],
        "visa" => &[
            ("sponsors", "Sponsors visas"),
            ("no_sponsorship", "Sponsors no visas"),
            ("must_be_allowed", "Right to work needed"),
            ("citizens_only", "Citizens only"),
            ("clearance", "Security clearance"),
            ("relocation", "Helps with moving"),
        ],
        _ => &[],
    }
}

/// How old the found jobs may be.
pub(crate) const AGES: &[(&str, &str)] = &[
    ("1", "The last day"),
    ("3", "The last 3 days"),
    ("7", "The last week"),
    ("14", "The last 2 weeks"),
    ("30", "The last month"),
];

/// How far from a place.
pub(crate) const DISTANCES: &[(&str, &str)] = &[
    ("5", "Within 5 km"),
    ("10", "Within 10 km"),
    ("25", "Within 25 km"),
    ("50", "Within 50 km"),
    ("100", "Within 100 km"),
    ("200", "Within 200 km"),
];

/// A search. What an address says wrongly is left out, as if nobody had said it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Search {
    /// The words looked for.
    pub(crate) words: String,
    /// Values by the name of their filter; no filter without a value.
    pub(crate) lists: BTreeMap<&'static str, Vec<String>>,
    /// How many kilometres around the place; only together with one.
    pub(crate) within_km: Option<u32>,
    /// The least yearly pay, with its currency.
    pub(crate) pay: Option<(u32, String)>,
    /// At most so many days old.
    pub(crate) days: Option<u32>,
    /// Newest first, instead of the best fit of the words first.
    pub(crate) newest: bool,
}

impl Search {
    /// The search an address has; `values` gives all values of a name.
    pub(crate) fn read(values: impl Fn(&str) -> Vec<String>) -> Self {
        let one = |name: &str| values(name).into_iter().next().unwrap_or_default();
        let mut search = Self {
            words: one("q").trim().to_owned(),
            days: one("days")
                .parse()
                .ok()
                .filter(|days| (1..=36_500).contains(days)),
            newest: one("order") == "newest",
            ..Self::default()
        };
        let currency = one("currency").to_ascii_uppercase();
        let is_code = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_uppercase());
        search.pay = one("min_pay")
            .parse()
            .ok()
            .filter(|_| is_code)
            .map(|least| (least, currency));
        for name in LISTS {
            for value in values(name) {
                search.set(name, &value, true);
            }
        }
        search.within_km = one("within_km")
            .parse()
            .ok()
            .filter(|km| (1..=200).contains(km) && search.lists.contains_key("place"));
        search
    }

    /// The search as names and values, in one order: two equal searches have one address.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if !self.words.is_empty() {
            pairs.push(("q", self.words.clone()));
        }
        for (name, values) in &self.lists {
            pairs.extend(values.iter().map(|value| (*name, value.clone())));
        }
        if let Some(km) = self.within_km.filter(|_| self.lists.contains_key("place")) {
            pairs.push(("within_km", km.to_string()));
        }
        if let Some((least, currency)) = &self.pay {
            pairs.push(("min_pay", least.to_string()));
            pairs.push(("currency", currency.clone()));
        }
        if let Some(days) = self.days {
            pairs.push(("days", days.to_string()));
        }
        if self.newest {
            pairs.push(("order", "newest".to_owned()));
        }
        pairs
    }

    /// What it asks for, as it is saved; its order is not kept.
    pub(crate) fn asked(&self) -> JobFilters {
        let mut fields = serde_json::Map::new();
        for (name, value) in self.pairs() {
            if LISTS.contains(&name) {
                let list = fields
                    .entry(name)
                    .or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(list) = list {
                    list.push(Value::String(value));
                }
            } else if name != "order" {
                let number = value.parse::<u32>().ok().filter(|_| name != "q");
                fields.insert(
                    name.to_owned(),
                    number.map_or(Value::String(value), Value::from),
                );
            }
        }
        serde_json::from_value(Value::Object(fields)).unwrap_or_default()
    }

    /// A search that was saved.
    pub(crate) fn saved(filters: &JobFilters) -> Self {
        let fields = serde_json::to_value(filters).unwrap_or_default();
        let text = |value: &Value| match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        };
        Self::read(|name| match fields.get(name) {
            Some(Value::Array(values)) => values.iter().filter_map(text).collect(),
            Some(value) => text(value).into_iter().collect(),
            None => Vec::new(),
        })
    }

    /// The values of a filter.
    pub(crate) fn values(&self, filter: &str) -> &[String] {
        self.lists.get(filter).map_or(&[], Vec::as_slice)
    }

    /// Takes a value into a filter or out of it. A value that the filter does not know is no value.
    pub(crate) fn set(&mut self, filter: &'static str, value: &str, chosen: bool) {
        let value = value.trim();
        let table = known(filter);
        let is_known = table.is_empty() || table.iter().any(|(known, _)| *known == value);
        if value.is_empty() || !is_known {
            return;
        }
        let values = self.lists.entry(filter).or_default();
        values.retain(|had| had != value);
        if chosen {
            values.push(value.to_owned());
        }
        if values.is_empty() {
            self.lists.remove(filter);
            if filter == "place" {
                self.within_km = None;
            }
        }
    }

    /// Puts one value, or none, in the place of a filter's values.
    pub(crate) fn put(&mut self, filter: &'static str, value: &str) {
        self.lists.remove(filter);
        self.set(filter, value, true);
        if filter == "place" && !self.lists.contains_key("place") {
            self.within_km = None;
        }
    }

    /// Every value that narrows the search, beside its words.
    pub(crate) fn chosen(&self) -> Vec<(&'static str, String)> {
        let lists = self.lists.iter();
        lists
            .flat_map(|(name, values)| values.iter().map(|value| (*name, value.clone())))
            .collect()
    }

    /// How many filters narrow it, beside its words.
    pub(crate) fn filters(&self) -> usize {
        self.chosen().len() + usize::from(self.pay.is_some()) + usize::from(self.days.is_some())
    }

    /// Whether it asks for anything but an order.
    pub(crate) fn asks(&self) -> bool {
        !self.words.is_empty() || self.filters() > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Search {
        Search::read(|name| {
            let found = pairs.iter().filter(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned()).collect()
        })
    }

    #[test]
    fn what_an_address_says_is_what_it_is_written_as() {
        let search = read(&[
            ("q", " rust \"data platform\" "),
            ("remote", "hybrid"),
            ("remote", "remote"),
            ("place", "Porto"),
            ("within_km", "25"),
            ("min_pay", "50000"),
            ("currency", "eur"),
            ("days", "7"),
            ("order", "newest"),
        ]);
        assert_eq!(search.words, "rust \"data platform\"");
        assert_eq!(search.values("remote"), ["hybrid", "remote"]);
        assert_eq!(search.pay, Some((50_000, "EUR".to_owned())));
        assert_eq!(search.filters(), 5);
        let pairs = search.pairs();
        let again: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        assert_eq!(read(&again), search);
    }

    #[test]
    fn what_is_saved_is_what_was_searched() {
        let search = read(&[
            ("q", "2027"),
            ("remote", "hybrid"),
            ("country", "PT"),
            ("visa", "sponsors"),
            ("min_pay", "50000"),
            ("currency", "EUR"),
            ("days", "7"),
        ]);
        let filters = search.asked();
        assert_eq!(
            (filters.q.as_str(), filters.min_pay),
            ("2027", Some(50_000))
        );
        assert_eq!(filters.country, ["PT"]);
        assert_eq!(Search::saved(&filters), search);
    }

    #[test]
    fn nonsense_in_an_address_is_left_out() {
        let search = read(&[
            ("remote", "moon"),
            ("days", "-1"),
            ("min_pay", "50000"),
            ("order", "random"),
            ("place", "  "),
            ("visa", "sponsors\u{0}"),
            ("within_km", "25"),
        ]);
        assert_eq!(search, Search::default());
        assert!(!search.asks() && search.pairs().is_empty());
    }

    #[test]
    fn values_come_and_go() {
        let mut search = Search::default();
        search.set("remote", "remote", true);
        search.set("remote", "remote", true);
        assert_eq!(search.values("remote"), ["remote"]);
        search.set("remote", "remote", false);
        assert!(!search.asks());
        search.put("place", "Porto");
        search.put("place", "Faro");
        assert_eq!(search.values("place"), ["Faro"]);
        search.within_km = Some(50);
        search.put("place", "Braga");
        assert_eq!(search.within_km, Some(50));
        search.put("place", "");
        assert!(search.values("place").is_empty());
        assert_eq!(search.within_km, None, "a distance from nowhere is none");
    }
}
