//! The profile: everything an application form can ask for, in the person's own words.
//!
//! An empty string or `None` means "not said": no form is ever answered from it.
//! Lists keep the person's order, except that forms take work and education newest first.

use crate::redact::redact_debug;
use crate::wire::{wire_enum, wire_eq};
use serde::{Deserialize, Serialize};

wire_eq! {
    /// The whole profile.
    pub struct Profile {
        /// Legal and preferred name.
        pub name: Name,
        /// E-mail and phone.
        pub contact: Contact,
        /// Where the person lives.
        pub address: Address,
        /// Links to show an employer.
        pub links: Links,
        /// A few sentences about the person, in their own words.
        pub summary: String,
        /// Total years of professional experience, as the person states it; never derived.
        pub years_experience: Option<u32>,
        /// Work history, newest first.
        pub work: Vec<WorkEntry>,
        /// Education, newest first.
        pub education: Vec<EducationEntry>,
        /// Skills.
        pub skills: Vec<Skill>,
        /// Languages spoken.
        pub languages: Vec<LanguageSkill>,
        /// Certificates and licences.
        pub certificates: Vec<Certificate>,
        /// Projects, newest first.
        pub projects: Vec<Project>,
        /// Publications, newest first.
        pub publications: Vec<Publication>,
        /// The right to work, country by country.
        pub work_eligibility: Vec<WorkEligibility>,
        /// What the person wants to earn.
        pub salary: Option<SalaryExpectation>,
        /// When the person can begin.
        pub availability: Availability,
        /// Relocation and remote work.
        pub preferences: Preferences,
        /// Standard answers of the person's own.
        pub standard_answers: Vec<StandardAnswer>,
        /// Voluntary self-identification; each "not answered" unless the person answers.
        pub demographics: Demographics,
    }
}

wire_eq! {
    /// A person's name.
    pub struct Name {
        /// Given (first) name as in the passport.
        pub given: String,
        /// Middle names as in the passport.
        pub middle: String,
        /// Family (last) name as in the passport.
        pub family: String,
        /// Suffix such as "Jr." or "III".
        pub suffix: String,
        /// The first name the person goes by, where it differs from `given`.
        pub preferred: String,
    }
}

wire_eq! {
    /// How to reach the person.
    pub struct Contact {
        /// The address for applications; may differ from the one to sign in with.
        pub email: String,
        /// The phone number.
        pub phone: Phone,
    }
}

wire_eq! {
    /// A phone number in parts, so that it can be written in whatever shape a form wants.
    pub struct Phone {
        /// ISO 3166-1 alpha-2 country of the number ("DE"); its calling code follows from it.
        pub country: String,
        /// The number as dialled inside that country, digits and separators ("0151 2345678").
        pub national: String,
    }
}

wire_eq! {
    /// A postal address by parts.
    pub struct Address {
        /// Street and house number.
        pub line1: String,
        /// Flat, floor, building.
        pub line2: String,
        /// Town or city.
        pub city: String,
        /// State, province, canton or county: its name or its usual abbreviation.
        pub region: String,
        /// Postal code.
        pub postal_code: String,
        /// ISO 3166-1 alpha-2 country.
        pub country: String,
    }
}

wire_eq! {
    /// Links, each a full `https://` address.
    pub struct Links {
        /// LinkedIn profile.
        pub linkedin: String,
        /// GitHub profile.
        pub github: String,
        /// Portfolio.
        pub portfolio: String,
        /// Personal website.
        pub website: String,
        /// Twitter / X profile.
        pub twitter: String,
    }
}

wire_eq! {
    /// A year, and the month where it is known.
    pub struct YearMonth {
        /// 1900 to 2100.
        pub year: u16,
        /// 1 to 12.
        pub month: Option<u8>,
    }
}

wire_eq! {
    /// One role in one company.
    pub struct WorkEntry {
        /// Made by the client; stays the same while the entry lives.
        pub id: String,
        /// The employer.
        pub company: String,
        /// The job title.
        pub title: String,
        /// Where it was.
        pub location: String,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month; `None` with `current` for the present job.
        pub end: Option<YearMonth>,
        /// Whether the person works there now.
        pub current: bool,
        /// What they did, as plain text; lines starting with "- " are bullets.
        pub description: String,
    }
}

wire_enum! {
    /// How high a degree is; the words on the certificate are in `degree`.
    pub enum DegreeLevel {
        /// Secondary school (high school, Abitur, baccalauréat).
        Secondary,
        /// Vocational training.
        Vocational,
        /// Associate's or a short-cycle degree.
        Associate,
        /// Bachelor's.
        Bachelor,
        /// Master's, diploma (Diplom), magister.
        Master,
        /// Doctorate.
        Doctorate,
    }
}

wire_eq! {
    /// One course of study.
    pub struct EducationEntry {
        /// Made by the client; stays the same while the entry lives.
        pub id: String,
        /// School or university.
        pub school: String,
        /// The degree in the person's words ("B.Sc.", "Diplom-Ingenieur").
        pub degree: String,
        /// How high the degree is.
        pub level: Option<DegreeLevel>,
        /// Field of study.
        pub discipline: String,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month, or the expected one.
        pub end: Option<YearMonth>,
        /// Grade, with its scale ("3.7/4.0", "1,3").
        pub grade: String,
    }
}

wire_eq! {
    /// One skill.
    pub struct Skill {
        /// Its name.
        pub name: String,
        /// Years of use, as the person states it.
        pub years: Option<u32>,
    }
}

wire_enum! {
    /// How well a language is spoken (CEFR, and native).
    pub enum LanguageLevel {
        /// Beginner.
        A1,
        /// Elementary.
        A2,
        /// Intermediate.
        B1,
        /// Upper intermediate.
        B2,
        /// Advanced.
        C1,
        /// Proficient.
        C2,
        /// Mother tongue.
        Native,
    }
}

wire_eq! {
    /// A language spoken.
    pub struct LanguageSkill {
        /// ISO 639-1 code ("de").
        pub language: String,
        /// How well.
        pub level: Option<LanguageLevel>,
    }
}

wire_eq! {
    /// A certificate or licence.
    pub struct Certificate {
        /// Its name.
        pub name: String,
        /// Who gave it.
        pub issuer: String,
        /// When it was given.
        pub issued: Option<YearMonth>,
        /// When it ends.
        pub expires: Option<YearMonth>,
        /// Where it can be checked, `https://`.
        pub url: String,
    }
}

wire_eq! {
    /// Something the person made or took part in, beside or inside a job.
    pub struct Project {
        /// Made by the client; stays the same while the entry lives.
        pub id: String,
        /// Its name.
        pub name: String,
        /// The person's part in it ("Maintainer").
        pub role: String,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month.
        pub end: Option<YearMonth>,
        /// Whether it goes on.
        pub current: bool,
        /// Where it can be seen, `https://`.
        pub url: String,
        /// What it is and what they did, as plain text; lines starting with "- " are bullets.
        pub description: String,
    }
}

wire_eq! {
    /// Something the person published.
    pub struct Publication {
        /// Made by the client; stays the same while the entry lives.
        pub id: String,
        /// Its title.
        pub title: String,
        /// Where it appeared: journal, conference, publisher.
        pub publisher: String,
        /// When.
        pub published: Option<YearMonth>,
        /// Where it can be read, `https://`.
        pub url: String,
    }
}

wire_eq! {
    /// The right to work in one country. Legal questions are answered from this alone.
    pub struct WorkEligibility {
        /// ISO 3166-1 alpha-2 country.
        pub country: String,
        /// Whether the person may work there now; `None` is "not answered".
        pub authorized: Option<bool>,
        /// Whether the person needs an employer's sponsorship there, now or later; `None` is "not answered".
        pub needs_sponsorship: Option<bool>,
    }
}

wire_enum! {
    /// What a salary is for.
    pub enum SalaryPeriod {
        /// A year.
        Year,
        /// A month.
        Month,
        /// A week.
        Week,
        /// A day.
        Day,
        /// An hour.
        Hour,
    }
}

/// What the person wants to earn.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct SalaryExpectation {
    /// In whole units of the currency, gross.
    pub amount: u32,
    /// ISO 4217 ("EUR").
    pub currency: String,
    /// What the amount is for.
    pub period: SalaryPeriod,
}
redact_debug!(SalaryExpectation);

wire_enum! {
    /// The unit of a notice period.
    pub enum NoticeUnit {
        /// Days.
        Days,
        /// Weeks.
        Weeks,
        /// Months.
        Months,
    }
}

/// How long the present job must be given notice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct NoticePeriod {
    /// How many; 0 is "at once".
    pub count: u32,
    /// Of what.
    pub unit: NoticeUnit,
}
redact_debug!(NoticePeriod);

wire_eq! {
    /// When the person can begin.
    pub struct Availability {
        /// Notice period.
        pub notice: Option<NoticePeriod>,
        /// The earliest day, `YYYY-MM-DD`; empty where not said.
        pub earliest_start: String,
    }
}

wire_enum! {
    /// Where the person wants to work.
    pub enum WorkPlace {
        /// At home or anywhere.
        Remote,
        /// Some days in an office.
        Hybrid,
        /// In an office.
        OnSite,
    }
}

wire_eq! {
    /// Relocation and remote work.
    pub struct Preferences {
        /// Whether the person would move; `None` is "not answered".
        pub relocate: Option<bool>,
        /// The ways of working the person accepts; empty is "not answered".
        pub work_places: Vec<WorkPlace>,
    }
}

wire_eq! {
    /// An answer the person wants to give whenever a question like this comes.
    pub struct StandardAnswer {
        /// Made by the client; stays the same while the entry lives.
        pub id: String,
        /// The question, as a form words it.
        pub question: String,
        /// The answer.
        pub answer: String,
    }
}

wire_enum! {
    /// Whether a self-identification question was answered.
    #[derive(Default)]
    pub enum AnswerState {
        /// The person has not said: forms are left open.
        #[default]
        NotAnswered,
        /// The person declines: only a "prefer not to say" option matches.
        Declined,
        /// The person answered: see `values`.
        Answered,
    }
}

wire_eq! {
    /// The answer to one self-identification question.
    pub struct SelfIdentification {
        /// Whether it was answered.
        pub state: AnswerState,
        /// The answers: the tokens named at each question, or the person's own words.
        pub values: Vec<String>,
    }
}

wire_eq! {
    /// Voluntary self-identification. Kept apart, encrypted, never sent to a language model.
    pub struct Demographics {
        /// `female`, `male`, `non_binary`, or own words.
        pub gender: SelfIdentification,
        /// `he_him`, `she_her`, `they_them`, or own words.
        pub pronouns: SelfIdentification,
        /// `american_indian`, `asian`, `black`, `hispanic`, `pacific_islander`, `white`,
        /// `two_or_more`, or own words; several may be given.
        pub race_ethnicity: SelfIdentification,
        /// `yes` or `no`.
        pub hispanic: SelfIdentification,
        /// `not_veteran`, `protected_veteran`, `veteran_not_protected`.
        pub veteran: SelfIdentification,
        /// `yes`, `no`.
        pub disability: SelfIdentification,
        /// `YYYY-MM-DD`; empty where not said.
        pub date_of_birth: String,
    }
}
