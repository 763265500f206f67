//! Stage 2: what each field asks. Scored candidates, each with its reason; the best one that is sure enough wins.

use crate::page::{Control, RawOption};
use serde::{Deserialize, Serialize};

/// What a field asks for. The names are the wire names, and those of the evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum FieldKind {
    FirstName,
    MiddleName,
    LastName,
    FullName,
    PreferredName,
    NameSuffix,
    Email,
    Phone,
    PhoneCountry,
    AddressLine1,
    AddressLine2,
    City,
    State,
    PostalCode,
    Country,
    Location,
    Linkedin,
    Github,
    Portfolio,
    Website,
    Twitter,
    ResumeFile,
    CoverLetterFile,
    OtherFile,
    CoverLetterText,
    CurrentCompany,
    CurrentTitle,
    School,
    Degree,
    Discipline,
    EduStart,
    EduEnd,
    Gpa,
    WorkCompany,
    WorkTitle,
    WorkLocation,
    WorkStart,
    WorkEnd,
    WorkCurrent,
    WorkDescription,
    YearsExperience,
    Skills,
    Languages,
    SalaryExpectation,
    NoticePeriod,
    StartDate,
    WorkAuthorization,
    VisaSponsorship,
    Relocation,
    RemoteOk,
    HowHeard,
    Referrer,
    Gender,
    Pronouns,
    RaceEthnicity,
    Hispanic,
    Veteran,
    Disability,
    DateOfBirth,
    /// Terms, privacy, marketing: left to the person, always.
    Consent,
    /// A question of this employer's own: the person's standard answers, or the person.
    CustomQuestion,
    /// Understood as something that no profile answers.
    Other,
}

/// Why a field must never be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trap {
    /// A bait for robots: a person cannot see it.
    Honeypot,
    /// A captcha's answer.
    Captcha,
    /// The page's search box or a filter.
    Search,
    /// A password or one-time code.
    Credential,
    /// A cookie banner's switch.
    Cookie,
    /// A newsletter or job-alert box beside the application.
    Newsletter,
}

/// What a legal question really asks, so that an answer keeps its polarity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LegalMeaning {
    /// True where "yes" means the opposite of the kind ("I do NOT require sponsorship").
    pub negated: bool,
    /// ISO 3166-1 alpha-2 country the question names; empty where it names none (the job's country counts then).
    pub country: String,
    /// Two questions in one ("authorized to work without sponsorship"): answered only if both halves agree.
    pub compound: bool,
}

/// A field, understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClassifiedField {
    /// The agent's number.
    pub handle: u32,
    /// The question as a person reads it, at most 200 characters.
    pub label: String,
    /// What it asks; `None` where nothing was sure enough.
    pub kind: Option<FieldKind>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Why, in few words ("autocomplete=email", "label: E-Mail-Adresse").
    pub reason: String,
    /// Set where it must never be written.
    pub trap: Option<Trap>,
    /// Which repeated entry it belongs to, from 0 (work 0, work 1 …).
    pub entry: usize,
    /// The real meaning of a legal question.
    pub legal: Option<LegalMeaning>,
    /// The control, carried along.
    pub control: Control,
    /// The options, carried along.
    pub options: Vec<RawOption>,
    /// Required.
    pub required: bool,
    /// Identity of the field (never its value or label): compared again before it is written.
    pub signature: String,
}

/// A frame's form, understood.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ClassifiedForm {
    /// The frame's address.
    pub url: String,
    /// The frame's id.
    pub frame_id: i64,
    /// The ATS, where facts about one were used ("greenhouse").
    pub ats: String,
    /// The language the labels are in ("de"), empty where unsure.
    pub lang: String,
    /// The fields in document order.
    pub fields: Vec<ClassifiedField>,
    /// Whether this looks like an application form at all.
    pub is_application: bool,
    /// Things worth telling.
    pub notes: Vec<String>,
}
