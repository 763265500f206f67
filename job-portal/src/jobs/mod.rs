//! A job as the jobs file tells it. Plain data and its rules; reading the file is in [`file`].

mod file;

pub(crate) use file::{JobsError, JobsFile};
use serde::{Deserialize, Serialize};

/// Everything in the jobs file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Jobs {
    pub(crate) jobs: Vec<Job>,
}

impl Jobs {
    pub(crate) fn find(&self, id: &str) -> Option<&Job> {
        self.jobs.iter().find(|job| job.id.0 == id)
    }
}

/// One job.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Job {
    pub(crate) id: JobId,
    pub(crate) title: String,
    pub(crate) company: String,
    /// A sentence or two about the company.
    #[serde(default)]
    pub(crate) about: String,
    /// Which system's form the job has.
    pub(crate) ats: Ats,
    pub(crate) lang: Lang,
    pub(crate) location: Place,
    #[serde(default)]
    pub(crate) remote: Remote,
    pub(crate) employment: Employment,
    #[serde(default)]
    pub(crate) salary: Option<Salary>,
    /// The day it was posted, `YYYY-MM-DD`.
    pub(crate) posted: Day,
    /// Markdown, or simple HTML where it starts with `<`.
    pub(crate) description: String,
    /// The employer's own questions.
    #[serde(default)]
    pub(crate) questions: Vec<Question>,
    /// Whether the form asks for voluntary self-identification (United States).
    #[serde(default)]
    pub(crate) self_identification: bool,
    /// Whether the form stands in a frame of another origin on the company's own page.
    #[serde(default)]
    pub(crate) embedded: bool,
    /// Whether an attached résumé is read and fills rows (Workday).
    #[serde(default)]
    pub(crate) parses_resume: bool,
}

/// Part of the job's address: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct JobId(pub(crate) String);

impl TryFrom<String> for JobId {
    type Error = String;

    fn try_from(id: String) -> Result<Self, String> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if (1..=60).contains(&id.len()) && id.chars().all(fits) {
            Ok(Self(id))
        } else {
            Err(format!(
                "\"{id}\" is not an id: use lower-case letters, digits and hyphens"
            ))
        }
    }
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct Day(pub(crate) String);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(day: String) -> Result<Self, String> {
        if is_day(&day) {
            Ok(Self(day))
        } else {
            Err(format!("\"{day}\" is not a day: YYYY-MM-DD"))
        }
    }
}

/// Whether a text is a calendar day that exists, as `YYYY-MM-DD`.
pub(crate) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let all_digits = parts
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let (Ok(y), Ok(m), Ok(d)) = (
        year.parse::<u32>(),
        month.parse::<u32>(),
        day.parse::<u32>(),
    ) else {
        return false;
    };
    let leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    let days = match m {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    all_digits
        && (year.len(), month.len(), day.len()) == (4, 2, 2)
        && y >= 1900
        && (1..=days).contains(&d)
}

/// Whose form it is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ats {
    Greenhouse,
    Lever,
    Ashby,
    Workday,
    Workable,
    Smartrecruiters,
    Icims,
    Taleo,
    /// Widgets of well-known libraries on one page.
    Widgets,
    Generic,
}

impl Ats {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Greenhouse => "greenhouse",
            Self::Lever => "lever",
            Self::Ashby => "ashby",
            Self::Workday => "workday",
            Self::Workable => "workable",
            Self::Smartrecruiters => "smartrecruiters",
            Self::Icims => "icims",
            Self::Taleo => "taleo",
            Self::Widgets => "widgets",
            Self::Generic => "generic",
        }
    }
}

/// The language of a job's page and form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Lang {
    En,
    De,
    Fr,
}

impl Lang {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
        }
    }
}

/// Where the job is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    pub(crate) city: String,
    #[serde(default)]
    pub(crate) region: String,
    /// ISO 3166-1 alpha-2.
    pub(crate) country: String,
}

impl Place {
    /// "Portland, OR, United States".
    pub(crate) fn text(&self, lang: Lang) -> String {
        let country = crate::form::country_name(&self.country, lang);
        [self.city.as_str(), self.region.as_str(), country]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Whether the work can be done from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Remote {
    #[default]
    No,
    Hybrid,
    Full,
}

/// The kind of contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Employment {
    FullTime,
    PartTime,
    Contract,
    Internship,
}

/// What the job pays.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "SalaryText")]
pub(crate) struct Salary {
    pub(crate) min: u32,
    pub(crate) max: u32,
    /// ISO 4217.
    pub(crate) currency: String,
    pub(crate) period: Period,
}

/// What a salary is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Period {
    Year,
    Month,
    Hour,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SalaryText {
    min: u32,
    max: u32,
    currency: String,
    period: Period,
}

impl TryFrom<SalaryText> for Salary {
    type Error = String;

    fn try_from(text: SalaryText) -> Result<Self, String> {
        let SalaryText {
            min,
            max,
            currency,
            period,
        } = text;
        if min > max {
            return Err(format!("the salary's min {min} is more than its max {max}"));
        }
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(format!("\"{currency}\" is not a currency code such as EUR"));
        }
        Ok(Self {
            min,
            max,
            currency,
            period,
        })
    }
}

/// A question of the employer's own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    /// Unique in its job; the submitted name is derived from it.
    pub(crate) id: JobId,
    pub(crate) label: String,
    #[serde(rename = "type")]
    pub(crate) answer: Answer,
    #[serde(default)]
    pub(crate) required: bool,
    /// For `choice` and `choices`.
    #[serde(default)]
    pub(crate) options: Vec<String>,
    #[serde(default)]
    pub(crate) help: String,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer {
    Text,
    LongText,
    Number,
    Date,
    Url,
    YesNo,
    Choice,
    Choices,
}
