//! The words of a job as both databases index them, and the words of a search.
//!
//! One text for both: folded words, those of the title once more with a mark, and every filter as a word of its own
//! (`qcde` is "in Germany"), so that a search is one look-up in one index whatever it asks for. Words that stand in
//! nearly every posting are left out on both sides: they are half of all words and part nothing.
//!
//! What must not happen here: SQL, a word that the database would take for an operator.

use std::sync::LazyLock;

use foothold_boards::{Posting, Source, company_key};
use rustc_hash::FxHashSet;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::{names, nearby};

/// The most of a description that is indexed, in bytes: what a job is about stands at its beginning.
const MOST_TEXT: usize = 12_000;
/// The longest word.
const MOST_WORD: usize = 40;
/// The longest name of several words, in bytes.
const MOST_NAME: usize = 200;
/// The most words of a posting: PostgreSQL takes no more than a megabyte of them.
const MOST_WORDS: usize = 8_000;
/// The most words of a search.
const MOST_TERMS: usize = 24;
/// Marks a word of the title.
const TITLE: &str = "qt";
/// Yearly pay is indexed in steps of this.
const PAY_STEP: f64 = 5_000.0;
/// And up to this many of them.
const PAY_STEPS: usize = 60;

/// The words that stand in nearly every posting, folded.
static COMMON: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("words/common.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(' ').skip(1))
        .flat_map(fold)
        .collect()
});

/// The longest of them, in bytes: longer words need no look-up.
static LONGEST_COMMON: LazyLock<usize> =
    LazyLock::new(|| COMMON.iter().map(String::len).max().unwrap_or_default());

/// Whether a folded word tells anything of a job.
fn tells(word: &str) -> bool {
    word.len() > *LONGEST_COMMON || !COMMON.contains(word)
}

/// The folded words that tell something.
fn telling(text: &str) -> Vec<String> {
    let mut words = fold(text);
    words.retain(|word| tells(word));
    words
}

/// Folds a text into words: lower case, no accents, letters and digits only; "C++", "C#" and ".NET" keep their marks as
/// words. A plural "s" is taken off, so that "engineers" finds "engineer".
pub(super) fn fold(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    fold_each(text, |word| words.push(word.to_owned()));
    words
}

/// [`fold`], word by word.
fn fold_each(text: &str, mut found: impl FnMut(&str)) {
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() {
            let next = letters.peek().copied();
            let ends = next.is_none_or(|next| !next.is_alphanumeric());
            match letter {
                '+' if !word.is_empty() => word.push_str("plus"),
                '#' if !word.is_empty() && ends => word.push_str("sharp"),
                '.' if word.is_empty()
                    && before != '.'
                    && next.is_some_and(char::is_alphabetic) =>
                {
                    word.push_str("dot");
                }
                // "don't" is one word.
                '\'' if !word.is_empty() => {}
                _ => end(&mut word, &mut found),
            }
        } else if letter != '’' || word.is_empty() {
            // Each sign by itself: what it is made of does not depend on those around it.
            decompose_compatible(letter, |part| {
                if part.is_alphanumeric() {
                    word.extend(part.to_lowercase());
                } else if !is_combining_mark(part) {
                    end(&mut word, &mut found);
                }
            });
        }
        before = letter;
    }
    end(&mut word, &mut found);
}

fn end(word: &mut String, found: &mut impl FnMut(&str)) {
    if word.is_empty() {
        return;
    }
    let mut kept = word.as_str();
    if kept.len() > 3
        && kept.ends_with('s')
        && !kept.ends_with("ss")
        && !kept.ends_with("us")
        && kept.is_ascii()
    {
        kept = &kept[..kept.len() - 1];
    }
    found(&kept[..kept.floor_char_boundary(MOST_WORD)]);
    word.clear();
}

/// The words of a job, one after the other with a space between them.
struct Written {
    text: String,
    count: usize,
}

impl Written {
    fn push(&mut self, mark: &str, word: &str) {
        if self.count == MOST_WORDS {
            return;
        }
        self.count += 1;
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(mark);
        self.text.push_str(word);
    }

    fn fold(&mut self, mark: &str, text: &str) {
        fold_each(text, |word| {
            if tells(word) {
                self.push(mark, word);
            }
        });
    }
}

/// All that a job is found by.
pub(super) fn of(posting: &Posting) -> String {
    let cut = posting.description.floor_char_boundary(MOST_TEXT);
    let mut words = Written {
        text: String::with_capacity(cut + 1_000),
        count: 0,
    };
    words.fold("", &posting.title);
    words.fold(TITLE, &posting.title);
    words.fold("", posting.company.as_deref().unwrap_or_default());
    words.fold("", posting.department.as_deref().unwrap_or_default());
    words.fold("", &posting.description[..cut]);
    for skill in &posting.skills {
        words.fold("", skill);
    }
    for place in &posting.places {
        words.fold("", &place.text);
        for name in [&place.city, &place.region].into_iter().flatten() {
            words.push("", &joined("qy", name));
        }
    }
    for filter in filters(posting) {
        words.text.push(' ');
        words.text.push_str(&filter);
    }
    words.text
}

/// The filters that a job passes, as words.
fn filters(posting: &Posting) -> Vec<String> {
    let mut words = vec![tag("qo", posting.source.name())];
    for country in posting.places.iter().filter_map(|p| p.country.as_deref()) {
        words.push(tag("qc", country));
    }
    for country in &posting.remote_from {
        if let Some(country) = &country.country {
            words.push(tag("qc", country));
        }
    }
    words.extend(posting.remote.map(|r| tag("qr", names::remote(r))));
    words.extend(posting.employment.map(|e| tag("qe", names::employment(e))));
    words.extend(posting.seniority.map(|s| tag("qs", names::seniority(s))));
    words.extend(posting.language.as_deref().map(|l| tag("ql", l)));
    words.extend(posting.company.as_deref().map(company));
    words.extend(posting.visa.iter().map(|v| tag("qv", names::visa(v.kind))));
    words.extend(nearby::words(posting));
    if let Some(pay) = &posting.salary
        && let Some(yearly) = &pay.yearly
        && let Some(most) = yearly.max.or(yearly.min)
        && pay.currency.len() == 3
    {
        let steps = (1..=PAY_STEPS).take_while(|step| *step as f64 * PAY_STEP <= most);
        words.extend(steps.map(|step| tag("qp", &format!("{}{step}", pay.currency))));
    }
    words.sort();
    words.dedup();
    words
}

/// A filter's word: only letters and digits.
fn tag(kind: &str, value: &str) -> String {
    let plain = value.chars().filter(|c| c.is_alphanumeric());
    let mut word = String::from(kind);
    word.extend(plain.flat_map(char::to_lowercase));
    word
}

/// A name of several words as one.
fn joined(kind: &str, name: &str) -> String {
    let mut word = String::from(kind);
    fold_each(name, |part| word.push_str(part));
    // A database refuses a word of thousands of bytes, which a name of rare signs can become.
    let end = word.floor_char_boundary(MOST_NAME);
    word.truncate(end);
    word
}

fn company(name: &str) -> String {
    joined("qk", &company_key(name))
}

/// What a search asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sought {
    /// Words and phrases that must all be there.
    pub(super) all: Vec<Term>,
    /// Words that must not be there.
    pub(super) none: Vec<Term>,
    /// Of each list at least one must be there: the filters.
    pub(super) any: Vec<Vec<String>>,
}

/// A word, or words that follow each other.
pub(super) type Term = Vec<String>;

/// The filters of a search, as the API takes them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Filters {
    pub(super) words: String,
    pub(super) title: String,
    pub(super) places: Vec<String>,
    /// Around the places, so many kilometres.
    pub(super) within_km: Option<u32>,
    pub(super) countries: Vec<String>,
    pub(super) remote: Vec<String>,
    pub(super) employment: Vec<String>,
    pub(super) seniority: Vec<String>,
    pub(super) languages: Vec<String>,
    pub(super) companies: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) visa: Vec<String>,
    /// At least this much a year, in a currency.
    pub(super) pay: Option<(u32, String)>,
}

impl Sought {
    /// What these filters ask for.
    pub(super) fn of(filters: &Filters) -> Self {
        let mut sought = Self::default();
        sought.words(&filters.words);
        for word in telling(&filters.title) {
            sought.all.push(vec![format!("{TITLE}{word}")]);
        }
        let tags = |kind: &str, values: &[String]| -> Vec<String> {
            values.iter().map(|value| tag(kind, value)).collect()
        };
        sought.any = [
            places(filters),
            tags("qc", &filters.countries),
            tags("qr", &filters.remote),
            tags("qe", &filters.employment),
            tags("qs", &filters.seniority),
            tags("ql", &filters.languages),
            filters.companies.iter().map(|name| company(name)).collect(),
            tags("qo", &filters.sources),
            tags("qv", &filters.visa),
        ]
        .into_iter()
        .filter(|values: &Vec<String>| !values.is_empty())
        .collect();
        if let Some((least, currency)) = &filters.pay {
            let step = (f64::from(*least) / PAY_STEP).floor().max(1.0) as usize;
            let step = step.min(PAY_STEPS);
            sought
                .any
                .push(vec![tag("qp", &format!("{currency}{step}"))]);
        }
        sought
    }

    /// The same, of jobs at a place that nobody knows: what a search around a place cannot find.
    pub(super) fn nowhere(filters: &Filters) -> Self {
        let mut sought = Self::of(&Filters {
            places: Vec::new(),
            ..filters.clone()
        });
        sought.any.push(vec![nearby::NOWHERE.to_owned()]);
        sought
    }

    /// Reads what a person typed: words, "words that belong together", and -words that must not be there.
    fn words(&mut self, typed: &str) {
        let mut unwanted = false;
        for (at, part) in typed.split('"').enumerate() {
            if at % 2 == 1 {
                let list = if unwanted {
                    &mut self.none
                } else {
                    &mut self.all
                };
                let phrase = telling(part);
                if !phrase.is_empty() && list.len() < MOST_TERMS {
                    list.push(phrase);
                }
                continue;
            }
            // -"words in quotes" must not stand together.
            unwanted = part == "-" || part.ends_with(" -");
            for word in part.split_whitespace() {
                if let Some(word) = word.strip_prefix('-') {
                    // "-full-time" leaves out what says both words together, not all that tells a time.
                    let phrase = telling(word);
                    if !phrase.is_empty() && self.none.len() < MOST_TERMS {
                        self.none.push(phrase);
                    }
                    continue;
                }
                for folded in telling(word) {
                    if self.all.len() < MOST_TERMS {
                        self.all.push(vec![folded]);
                    }
                }
            }
        }
    }

    /// Whether it asks for nothing: every job is found.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty() && self.any.is_empty()
    }

    /// The same words, in the title.
    pub(super) fn in_title(&self) -> Vec<String> {
        let words = self.all.iter().flatten();
        words
            .filter(|word| !word.starts_with(TITLE))
            .map(|word| format!("{TITLE}{word}"))
            .collect()
    }
}

/// The words of the places: their names, or what lies around them where a distance is said and the place is known.
fn places(filters: &Filters) -> Vec<String> {
    let name = |place: &String| vec![joined("qy", place)];
    let Some(most_km) = filters.within_km else {
        return filters.places.iter().flat_map(name).collect();
    };
    nearby::centres(&filters.places, &filters.countries)
        .iter()
        .zip(&filters.places)
        .flat_map(|(centre, place)| centre.words(most_km).unwrap_or_else(|| name(place)))
        .collect()
}

/// Which of the found jobs a query is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// All of them.
    All,
    /// Those with every word in the title.
    InTitle,
    /// The others.
    Elsewhere,
}

/// The query for SQLite's FTS5; `None` where nothing is asked for.
pub(super) fn sqlite_query(sought: &Sought, group: Group) -> Option<String> {
    let quoted = |term: &Term| format!("\"{}\"", term.join(" "));
    let mut parts: Vec<String> = sought.all.iter().map(quoted).collect();
    for values in &sought.any {
        let values: Vec<String> = values.iter().map(|value| format!("\"{value}\"")).collect();
        parts.push(format!("({})", values.join(" OR ")));
    }
    let title: Vec<String> = sought
        .in_title()
        .iter()
        .map(|w| format!("\"{w}\""))
        .collect();
    let mut without: Vec<String> = sought.none.iter().map(quoted).collect();
    match group {
        Group::InTitle => parts.extend(title),
        Group::Elsewhere => without.push(format!("({})", title.join(" AND "))),
        Group::All => {}
    }
    if parts.is_empty() {
        // FTS5 cannot ask for what is not there alone: every job has its source.
        if without.is_empty() {
            return None;
        }
        // Named each: FTS5 would read and sort all that begins with "qo".
        let sources: Vec<String> = Source::ALL
            .iter()
            .map(|source| format!("\"{}\"", tag("qo", source.name())))
            .collect();
        parts.push(format!("({})", sources.join(" OR ")));
    }
    let mut query = parts.join(" AND ");
    if !without.is_empty() {
        query = format!("({query}) NOT ({})", without.join(" OR "));
    }
    Some(query)
}

/// The query for PostgreSQL's `to_tsquery('simple', …)`; `None` where nothing is asked for.
pub(super) fn postgres_query(sought: &Sought, group: Group) -> Option<String> {
    let quoted = |term: &Term| {
        let words: Vec<String> = term.iter().map(|word| format!("'{word}'")).collect();
        format!("({})", words.join(" <-> "))
    };
    let mut parts: Vec<String> = sought.all.iter().map(quoted).collect();
    for values in &sought.any {
        let values: Vec<String> = values.iter().map(|value| format!("'{value}'")).collect();
        parts.push(format!("({})", values.join(" | ")));
    }
    let title: Vec<String> = sought.in_title().iter().map(|w| format!("'{w}'")).collect();
    parts.extend(sought.none.iter().map(|term| format!("!{}", quoted(term))));
    match group {
        Group::InTitle => parts.extend(title),
        Group::Elsewhere => parts.push(format!("!({})", title.join(" & "))),
        Group::All => {}
    }
    (!parts.is_empty()).then(|| parts.join(" & "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_alike_on_both_sides() {
        for (text, words) in [
            (
                "Senior C++ / C# Engineers (.NET)",
                "senior cplusplus csharp engineer dotnet",
            ),
            ("Köchin · Küche", "kochin kuche"),
            ("O'Brien’s Ltd. + more", "obrien ltd more"),
            ("node.js, 3D", "node js 3d"),
            ("boss gas bus", "boss gas bus"),
            ("and … more ...or less", "and more or less"),
            ("ﬁnance Ⅳ Ångström’s", "finance iv angstrom"),
            ("", ""),
        ] {
            assert_eq!(fold(text).join(" "), words, "{text}");
        }
    }

    #[test]
    fn what_is_typed_cannot_become_an_operator() {
        let filters = Filters {
            words: "rust \"machine learning\" -php OR NOT ( * ' & | !".to_owned(),
            countries: vec!["DE\" OR \"1".to_owned()],
            ..Filters::default()
        };
        let sought = Sought::of(&filters);
        assert_eq!(
            sqlite_query(&sought, Group::All).as_deref(),
            Some("(\"rust\" AND \"machine learning\" AND \"not\" AND (\"qcdeor1\")) NOT (\"php\")")
        );
        assert_eq!(
            postgres_query(&sought, Group::All).as_deref(),
            Some("('rust') & ('machine' <-> 'learning') & ('not') & ('qcdeor1') & !('php')")
        );
    }

    #[test]
    fn words_of_every_posting_are_neither_indexed_nor_asked_for() {
        for (text, words) in [
            ("Head of Marketing", "head marketing"),
            ("Leiter der Küche für unser Haus", "leiter kuche haus"),
            ("une équipe avec vous", "equipe"),
            ("this is the one that you want", "one want"),
            // What somebody looks for stays, although other languages have a word written alike.
            (
                "IT, AI, Go, OS, ER, LA, WHO and DEI",
                "it ai go os er la who dei",
            ),
            ("of the", ""),
        ] {
            assert_eq!(telling(text).join(" "), words, "{text}");
        }
    }

    #[test]
    fn what_is_not_wanted_is_left_out_as_it_was_typed() {
        for (typed, all, none) in [
            ("cook -full-time", "cook", "full time"),
            ("cook -\"night shift\" day", "cook day", "night shift"),
            ("-\"night shift\"", "", "night shift"),
            ("well- \"night shift\"", "well|night shift", ""),
            ("cook - day", "cook day", ""),
        ] {
            let mut sought = Sought::default();
            sought.words(typed);
            let text = |terms: &[Term]| -> String {
                let terms: Vec<String> = terms.iter().map(|term| term.join(" ")).collect();
                terms.join("|")
            };
            let all = if all.contains('|') {
                all.to_owned()
            } else {
                all.replace(' ', "|")
            };
            assert_eq!(
                (text(&sought.all), text(&sought.none)),
                (all, none.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn no_word_is_longer_than_a_database_takes() {
        let sought = Sought::of(&Filters {
            places: vec!["\u{fdfa}".repeat(300)],
            companies: vec!["\u{fdfa} ".repeat(150)],
            ..Filters::default()
        });
        assert_eq!(sought.any.len(), 2);
        assert!(
            sought
                .any
                .iter()
                .flatten()
                .all(|word| word.len() <= MOST_NAME)
        );
    }

    #[test]
    fn groups_part_what_is_found() {
        let sought = Sought::of(&Filters {
            words: "night nurse".to_owned(),
            ..Filters::default()
        });
        assert_eq!(
            sqlite_query(&sought, Group::InTitle).as_deref(),
            Some("\"night\" AND \"nurse\" AND \"qtnight\" AND \"qtnurse\"")
        );
        assert_eq!(
            sqlite_query(&sought, Group::Elsewhere).as_deref(),
            Some("(\"night\" AND \"nurse\") NOT ((\"qtnight\" AND \"qtnurse\"))")
        );
        assert_eq!(sqlite_query(&Sought::default(), Group::All), None);
    }
}
