//! A posting while it is read: what the source said, in the source's words; and how that becomes a [`Posting`].
//!
//! What must not happen here: knowing a source.

use foothold_core::posting::{Requirement, markdown, requirements, values};
use url::Url;

use crate::loose::clip;
use crate::posting::{Employment, Pay, Period, Place, Posting, Remote, Term};
use crate::{Board, seniority, visa, when};

/// What a source said about one job. Made by readers only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) company: String,
    pub(crate) url: String,
    pub(crate) apply_url: String,
    pub(crate) places: Vec<DraftPlace>,
    /// Where the source itself says how one works: a word, or what a flag means.
    pub(crate) remote: String,
    pub(crate) remote_from: Vec<String>,
    /// Words about the kind of employment, the most telling first.
    pub(crate) employment: Vec<String>,
    pub(crate) level: String,
    pub(crate) pay: DraftPay,
    pub(crate) skills: Vec<String>,
    /// Markdown.
    pub(crate) description: String,
    /// Set where the source lists them by themselves.
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) language: String,
    pub(crate) posted: String,
    pub(crate) updated: String,
    pub(crate) expires: String,
    pub(crate) department: String,
    pub(crate) reference: String,
}

/// A place as a source gives it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DraftPlace {
    /// In one line.
    Line(String),
    /// In one line, and the country that it is in whatever the line says.
    In { line: String, country: String },
    /// By its parts, each perhaps empty.
    Parts {
        city: String,
        region: String,
        country: String,
    },
}

/// Pay as a source gives it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct DraftPay {
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    pub(crate) currency: String,
    pub(crate) period: String,
    /// The same in words.
    pub(crate) words: String,
    /// The currency or the period that the source's documentation says where its answer does not.
    pub(crate) silent_currency: &'static str,
    pub(crate) silent_period: &'static str,
}

impl Draft {
    /// Adds a place given in one line.
    pub(crate) fn line(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.places.push(DraftPlace::Line(text));
        }
    }

    /// Adds a place given by its parts.
    pub(crate) fn parts(&mut self, city: String, region: String, country: String) {
        if [&city, &region, &country]
            .iter()
            .any(|part| !part.trim().is_empty())
        {
            self.places.push(DraftPlace::Parts {
                city,
                region,
                country,
            });
        }
    }

    /// Adds HTML or plain text to the description.
    pub(crate) fn tell(&mut self, html: &str) {
        self.under("", html);
    }

    /// Adds HTML or plain text under a heading.
    pub(crate) fn under(&mut self, heading: &str, html: &str) {
        if html.trim().is_empty() || self.description.len() > markdown::MAX_MARKDOWN {
            return;
        }
        let text = markdown::from_html(html);
        if text.is_empty() {
            return;
        }
        if !self.description.is_empty() {
            self.description.push_str("\n\n");
        }
        let heading = values::plain(heading);
        let heading = heading.trim_end_matches(':');
        if !heading.is_empty() {
            self.description.push_str("## ");
            self.description.push_str(heading);
            self.description.push_str("\n\n");
        }
        self.description.push_str(&text);
    }

    /// The posting, or why it is none.
    pub(crate) fn finish(self, board: &Board, now_ms: i64) -> Result<Posting, &'static str> {
        let id = clip(values::tidy(&self.id).as_str(), 200).to_owned();
        if id.is_empty() {
            return Err("it has no id");
        }
        let title = clip(&values::title(&self.title), 300).to_owned();
        if title.is_empty() || values::is_placeholder(&title) {
            return Err("it has no title");
        }
        let url = address(&self.url).or_else(|| address(&self.apply_url));
        let Some(url) = url else {
            return Err("it has no web address");
        };
        let apply_url = address(&self.apply_url).unwrap_or_else(|| url.clone());
        let description = clip(&self.description, markdown::MAX_MARKDOWN).to_owned();
        let language = values::language(clip(&description, 3_000), &self.language)
            .map(str::to_owned)
            .or_else(|| language_code(&self.language));
        let (places, said) = places(&self.places);
        let country = one_country(&places);
        let remote = way(&self.remote)
            .or(said)
            .or_else(|| values::remote_of_title(&title).and_then(remote_named))
            .or_else(|| remote_in(&description));
        let remote_from = remote_from(&self.remote_from, &places, remote);
        let pay = self.pay.read(
            country.as_deref(),
            language.as_deref().unwrap_or_default(),
            &description,
        );
        let employment = employment(&self.employment, &title);
        let term = self
            .employment
            .iter()
            .find_map(|words| term(words))
            .or_else(|| term(&title))
            .or_else(|| term_in(&description));
        let posted = when::read(&self.posted, now_ms)
            .or_else(|| when::at_least_ago(&self.posted, now_ms))
            // A posting from the future was dated by a broken clock.
            .filter(|moment| moment.ms <= now_ms.saturating_add(2 * 86_400_000));
        let expires = when::read(&self.expires, now_ms)
            // A last day that is not after the first was put there by a template.
            .filter(|end| posted.is_none_or(|first| when::day_of(end.ms) > when::day_of(first.ms)))
            .map(when::Moment::over_ms);
        let requirements = if self.requirements.is_empty() {
            requirements(&description)
        } else {
            self.requirements
        };
        Ok(Posting {
            source: board.source,
            tenant: board.tenant.clone(),
            id,
            company: company(&self.company).or_else(|| board.company.clone()),
            remote,
            remote_from,
            employment,
            term,
            // "Assistant" in the title of an internship is what an intern does.
            seniority: (employment == Some(Employment::Internship))
                .then_some(crate::posting::Seniority::Intern)
                .or_else(|| seniority::of_title(&title))
                .or_else(|| seniority::of_level(&self.level)),
            salary: pay,
            skills: skills(&self.skills),
            requirements,
            language,
            visa: visa::read(&description),
            posted_ms: posted.map(|moment| moment.ms),
            updated_ms: when::read(&self.updated, now_ms).map(|moment| moment.ms),
            expires_ms: expires,
            url,
            apply_url,
            description,
            department: short(&self.department, 120),
            reference: short(&self.reference, 80),
            title,
            places,
        })
    }
}

/// A web address, as it can be opened; nothing else becomes a link.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 2_000 {
        return None;
    }
    let mut url = Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    // A name and a password in a link lead astray.
    let bare = url.set_username("").is_ok() && url.set_password(None).is_ok();
    (web && bare).then(|| url.to_string())
}

fn company(text: &str) -> Option<String> {
    short(text, 160).filter(|name| !name.starts_with("http"))
}

fn short(text: &str, max: usize) -> Option<String> {
    let text = values::plain(text);
    (!text.is_empty() && !values::is_placeholder(&text)).then(|| clip(&text, max).to_owned())
}

fn language_code(said: &str) -> Option<String> {
    let code = said.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    if code.len() == 2 && code.bytes().all(|b| b.is_ascii_lowercase()) {
        return Some(code);
    }
    const NAMES: &[(&str, &str)] = &[
        ("english", "en"),
        ("german", "de"),
        ("deutsch", "de"),
        ("french", "fr"),
        ("spanish", "es"),
        ("italian", "it"),
        ("dutch", "nl"),
        ("portuguese", "pt"),
        ("polish", "pl"),
    ];
    NAMES
        .iter()
        .find(|(name, _)| *name == code)
        .map(|(_, code)| (*code).to_owned())
}

/// The places, and the way of working that their lines name.
fn places(drafts: &[DraftPlace]) -> (Vec<Place>, Option<Remote>) {
    let mut places: Vec<Place> = Vec::new();
    let mut said = None;
    for draft in drafts.iter().take(40) {
        let named = match draft {
            DraftPlace::Line(text) => {
                let text = values::plain(text);
                said = said.or_else(|| way(&text));
                values::places(&text)
            }
            DraftPlace::In { line, country } => {
                let mut found = values::places(&values::plain(line));
                let code = values::country(country);
                for place in found.iter_mut().filter(|place| place.country.is_none()) {
                    place.country = code;
                }
                found
            }
            DraftPlace::Parts {
                city,
                region,
                country,
            } => {
                said = said.or_else(|| way(city));
                values::place_of(
                    &values::plain(city),
                    &values::plain(region),
                    &values::plain(country),
                )
            }
        };
        for place in named {
            let only_way = place.city.is_none()
                && place.region.is_none()
                && place.country.is_none()
                && way(&place.text).is_some();
            let place = Place {
                text: clip(&place.text, 200).to_owned(),
                city: place.city,
                region: place.region,
                country: place.country.map(str::to_owned),
            };
            if !only_way
                && !values::is_placeholder(&place.text)
                && !places.contains(&place)
                && places.len() < 60
            {
                places.push(place);
            }
        }
    }
    (places, said)
}

/// The country that all places are in.
fn one_country(places: &[Place]) -> Option<String> {
    let first = places.first()?.country.clone()?;
    places
        .iter()
        .all(|place| place.country.as_ref() == Some(&first))
        .then_some(first)
}

/// Where a remote job may be done from: what the source says, else the countries and regions it names without a town.
fn remote_from(said: &[String], places: &[Place], remote: Option<Remote>) -> Vec<Place> {
    let (mut from, _) = self::places(
        &said
            .iter()
            .map(|text| DraftPlace::Line(text.clone()))
            .collect::<Vec<_>>(),
    );
    if from.is_empty() && remote == Some(Remote::Remote) {
        from = places
            .iter()
            .filter(|place| {
                place.city.is_none() && (place.country.is_some() || place.region.is_some())
            })
            .cloned()
            .collect();
    }
    from
}

fn way(text: &str) -> Option<Remote> {
    if text.trim().is_empty() {
        return None;
    }
    values::remote(text).and_then(remote_named)
}

fn remote_named(word: &str) -> Option<Remote> {
    match word {
        "remote" => Some(Remote::Remote),
        "hybrid" => Some(Remote::Hybrid),
        "onsite" => Some(Remote::Onsite),
        _ => None,
    }
}

/// What the sentences of a description say; nothing where they contradict each other.
fn remote_in(description: &str) -> Option<Remote> {
    let mut said = description
        .lines()
        .filter(|line| line.len() > 20)
        .take(300)
        .filter_map(values::remote_of_line)
        .filter_map(remote_named);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

fn employment(words: &[String], title: &str) -> Option<Employment> {
    let read = values::employment_of_title(title)
        .or_else(|| words.iter().find_map(|word| values::employment(word)))?;
    match read {
        "full_time" => Some(Employment::FullTime),
        "part_time" => Some(Employment::PartTime),
        "contract" => Some(Employment::Contract),
        "temporary" => Some(Employment::Temporary),
        "internship" => Some(Employment::Internship),
        "apprenticeship" => Some(Employment::Apprenticeship),
        "volunteer" => Some(Employment::Volunteer),
        _ => None,
    }
}

fn term(words: &str) -> Option<Term> {
    match values::term(words)? {
        "permanent" => Some(Term::Permanent),
        "fixed" => Some(Term::Fixed),
        _ => None,
    }
}

/// What the short lines and sentences of a description say of how long the job is for; nothing where they contradict each
/// other.
fn term_in(description: &str) -> Option<Term> {
    let mut said = description
        .lines()
        .take(300)
        .flat_map(|line| line.split(['.', ';', '!', '|', '·', '•']))
        // A long sentence speaks of more than the contract.
        .filter(|part| (4..=70).contains(&part.trim().len()))
        .filter_map(values::term_badge)
        .filter_map(term);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

fn skills(words: &[String]) -> Vec<String> {
    let mut seen = Vec::new();
    let mut skills = Vec::new();
    for word in words {
        let word = values::plain(word);
        let key = values::fold(&word);
        let fits = (1..=60).contains(&word.len()) && !values::is_placeholder(&word);
        if fits && !word.is_empty() && !seen.contains(&key) && skills.len() < 60 {
            seen.push(key);
            skills.push(word);
        }
    }
    skills
}

impl DraftPay {
    /// What is paid: the source's sums, else its words, else what the description says in so many words.
    fn read(&self, country: Option<&str>, language: &str, description: &str) -> Option<Pay> {
        let mut words = values::pay(&self.words, country, language);
        let period = values::period(&self.period)
            .or_else(|| Some(self.silent_period).filter(|period| !period.is_empty()));
        let mut currency = values::currency(&self.currency, country);
        if currency.is_empty() {
            currency = words
                .as_ref()
                .map(|pay| pay.currency.clone())
                .filter(|currency| !currency.is_empty())
                .unwrap_or_else(|| self.silent_currency.to_owned());
        }
        let period_of_words = words
            .as_ref()
            .map(|pay| pay.period.clone())
            .filter(|period| !period.is_empty());
        let sums = values::pay_of_sums(
            self.min,
            self.max,
            &currency,
            period.or(period_of_words.as_deref()),
        );
        if let Some(pay) = &mut words {
            if pay.currency.is_empty() {
                pay.currency = currency;
            }
            if pay.period.is_empty()
                && let Some(period) = period
            {
                pay.period = period.to_owned();
            }
        }
        let pay = sums
            .or(words)
            .or_else(|| values::pay_of_description(description, country, language))?;
        let period = period_named(&pay.period).filter(|period| is_likely(*period, &pay));
        Some(Pay::new(pay.min, pay.max, pay.currency, period))
    }
}

/// A unit that cannot be goes: nobody is paid fifty thousand an hour, or forty a year.
fn is_likely(period: Period, pay: &foothold_core::posting::Salary) -> bool {
    let largest = pay.max.or(pay.min).unwrap_or_default();
    match period {
        Period::Hour => largest < 20_000.0,
        Period::Year => largest >= 400.0,
        _ => true,
    }
}

fn period_named(word: &str) -> Option<Period> {
    match word {
        "year" => Some(Period::Year),
        "month" => Some(Period::Month),
        "week" => Some(Period::Week),
        "day" => Some(Period::Day),
        "hour" => Some(Period::Hour),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
