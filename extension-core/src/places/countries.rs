//! Countries: what they are called in eight languages, their calling codes and currencies.
//!
//! The table is `data/countries.tsv` (ISO 3166-1, E.164, ISO 4217, names from CLDR).

use crate::folding::{self, Marks, tokens};
use crate::language::Lang;
use std::collections::HashMap;
use std::sync::OnceLock;

/// One country.
#[derive(Debug)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2.
    pub(crate) code: &'static str,
    /// ISO 3166-1 alpha-3.
    pub(crate) code3: &'static str,
    /// E.164 calling code without "+"; empty for the few places without one.
    pub(crate) calling: &'static str,
    /// ISO 4217; empty where the table does not say.
    pub(crate) currency: &'static str,
    /// Names in the order of [`Lang`].
    names: Vec<&'static str>,
    /// Other usual names.
    also: Vec<&'static str>,
}

impl Country {
    /// Its name in a language.
    pub(crate) fn name(&self, lang: Lang) -> &'static str {
        self.names.get(lang as usize).copied().unwrap_or(self.code)
    }

    /// Its English name.
    pub(crate) fn english(&self) -> &'static str {
        self.name(Lang::En)
    }

    /// Everything it is called: in the form's language, in English, other names, its codes.
    pub(crate) fn wordings(&self, lang: Lang) -> Vec<String> {
        let mut all = vec![self.name(lang).to_owned(), self.name(Lang::En).to_owned()];
        all.extend(self.also.iter().chain(&self.names).map(|n| (*n).to_owned()));
        all.push(self.code.to_owned());
        all.push(self.code3.to_owned());
        let mut seen = std::collections::HashSet::new();
        all.retain(|n| seen.insert(fold(n)));
        all
    }
}

struct Table {
    countries: Vec<Country>,
    /// Folded name → index; `None` where two countries share it.
    by_name: HashMap<String, Option<usize>>,
    /// Folded code, of two or three letters → index.
    by_code: HashMap<String, usize>,
}

impl Table {
    fn find(&self, folded: &str) -> Option<usize> {
        match self.by_name.get(folded) {
            Some(known) => *known,
            None => self.by_code.get(folded).copied(),
        }
    }
}

fn fold(text: &str) -> String {
    folding::fold(text, Marks::Meant)
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let countries: Vec<Country> = include_str!("data/countries.tsv")
            .lines()
            .filter_map(parse)
            .collect();
        let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
        let mut by_code = HashMap::new();
        for (at, country) in countries.iter().enumerate() {
            let names = country.names.iter().chain(&country.also);
            // "Côte d'Ivoire" is found folded either way.
            let apart = names.clone().filter(|name| name.contains(['\'', '’']));
            let folded = names
                .map(|name| fold(name))
                .chain(apart.map(|name| folding::fold(name, Marks::Apart)));
            for folded in folded {
                by_name
                    .entry(folded)
                    .and_modify(|known| {
                        if *known != Some(at) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(at));
            }
            by_code.extend([country.code, country.code3].map(|code| (fold(code), at)));
        }
        Table {
            countries,
            by_name,
            by_code,
        }
    })
}

fn parse(line: &'static str) -> Option<Country> {
    let mut cells = line.split('\t');
    let code = cells.next().filter(|c| c.len() == 2)?;
    let code3 = cells.next()?;
    let calling = cells.next()?;
    let currency = cells.next()?;
    let names = cells.next()?.split('|').collect();
    let also = cells
        .next()
        .unwrap_or_default()
        .split('|')
        .filter(|n| !n.is_empty())
        .collect();
    Some(Country {
        code,
        code3,
        calling,
        currency,
        names,
        also,
    })
}

/// The country of an ISO 3166-1 alpha-2 code ("UK" is taken for "GB").
pub(crate) fn by_code(code: &str) -> Option<&'static Country> {
    let code = code.trim().to_ascii_uppercase();
    let code = if code == "UK" { "GB" } else { code.as_str() };
    table().countries.iter().find(|c| c.code == code)
}

/// The country that a text as a whole is a name of, in any of the languages. Codes are not names.
pub(crate) fn called(text: &str) -> Option<&'static Country> {
    let table = table();
    let at = table.by_name.get(&fold(text)).copied().flatten()?;
    Some(&table.countries[at])
}

/// The country a text names as a whole, by name or code, a calling code beside the name aside ("Germany (+49)").
pub(crate) fn named(text: &str) -> Option<&'static Country> {
    let folded = fold(text);
    let table = table();
    let find = |name: &str| table.find(name).map(|at| &table.countries[at]);
    find(&folded).or_else(|| {
        let (codes, words): (Vec<&str>, Vec<&str>) = tokens(&folded).into_iter().partition(|t| {
            t.trim_start_matches('+')
                .bytes()
                .all(|b| b.is_ascii_digit())
        });
        let country = find(&words.join(" ")).or_else(|| with_code(&words))?;
        // "Canada +1 204": the digits must belong to the country that the name says.
        let digits: String = codes.concat().replace('+', "");
        (digits.is_empty() || country.calling.is_empty() || digits.starts_with(country.calling))
            .then_some(country)
    })
}

/// "DE Germany", "Germany DE": name and code of one country side by side.
fn with_code(words: &[&str]) -> Option<&'static Country> {
    let table = table();
    let find = |name: &str| table.find(name);
    let (first, rest) = words.split_first()?;
    let (last, start) = words.split_last()?;
    let agree = |code: &str, name: &[&str]| {
        let by_code = (2..=3)
            .contains(&code.len())
            .then(|| find(code))
            .flatten()?;
        (find(&name.join(" ")) == Some(by_code)).then(|| &table.countries[by_code])
    };
    agree(first, rest).or_else(|| agree(last, start))
}

/// The calling code that a text consists of ("+49", "0049", "49").
pub(crate) fn calling_code(text: &str) -> Option<String> {
    let folded = fold(text);
    let digits = folded
        .trim_start_matches('+')
        .trim_start_matches("00")
        .replace(' ', "");
    let only = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (only && table().countries.iter().any(|c| c.calling == digits)).then_some(digits)
}

/// The longest calling code that international digits begin with, and who has it.
pub(crate) fn called_by(digits: &str) -> Option<(&'static str, Vec<&'static str>)> {
    let all = &table().countries;
    let code = all
        .iter()
        .map(|country| country.calling)
        .filter(|code| !code.is_empty() && digits.starts_with(code))
        .max_by_key(|code| code.len())?;
    let sharing = all.iter().filter(|country| country.calling == code);
    Some((code, sharing.map(|country| country.code).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_tell_their_calling_code() {
        assert_eq!(called_by("491512345678"), Some(("49", vec!["DE"])));
        assert!(
            called_by("12025550123").is_some_and(|(code, all)| code == "1" && all.contains(&"US"))
        );
        assert_eq!(called_by("0301234"), None);
    }

    #[track_caller]
    fn check(text: &str, code: &str) {
        assert_eq!(named(text).map_or("", |c| c.code), code, "{text}");
    }

    #[test]
    fn countries_go_by_all_their_names() {
        check("Germany", "DE");
        check("deutschland", "DE");
        check("Allemagne (+49)", "DE");
        check("🇩🇪 Germany +49", "DE");
        check("DE", "DE");
        check("DEU", "DE");
        check("DE - Germany", "DE");
        check("United States of America", "US");
        check("Vereinigte Staaten", "US");
        check("Canada +1 204", "CA");
        check("Korea, Republic of", "KR");
        check("Türkiye", "TR");
        check("Stany Zjednoczone", "US");
        check("Royaume-Uni", "GB");
        check("Côte d’Ivoire", "CI");
        check("", "");
        check("Germany (+1)", "");
        check("Germany or Austria", "");
    }

    #[test]
    fn codes_are_not_names() {
        for (text, code) in [
            ("Norge", "NO"),
            ("U.S.", "US"),
            ("cote d ivoire", "CI"),
            ("AND", ""),
            ("can", ""),
            ("DE", ""),
        ] {
            assert_eq!(called(text).map_or("", |c| c.code), code, "{text}");
        }
        assert_eq!(by_code("uk").map(|c| c.code3), Some("GBR"));
    }

    #[test]
    fn every_row_reads() {
        let rows = include_str!("data/countries.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .count();
        assert_eq!(table().countries.len(), rows);
        for country in &table().countries {
            assert_eq!(country.names.len(), 8, "{}", country.code);
        }
        assert_eq!(calling_code("+49").as_deref(), Some("49"));
        assert_eq!(calling_code("49 151").as_deref(), None);
    }
}
