//! Stage 3: what will be written where, and what is left and why. Refuses rather than guesses.
//!
//! One file a family of questions says what the profile answers; `options` finds the
//! option that says so; `shape` brings the value into the form its control takes.
//! What must not happen here: a field that is dropped without a word, an answer that the profile
//! does not give, a choice between two readings.

mod address;
mod answer;
mod availability;
mod contact;
mod dates;
mod demographic;
mod education;
mod files;
mod legal;
mod links;
mod names;
mod options;
mod preferences;
mod protected;
mod questions;
mod ranges;
mod readings;
mod refusals;
mod remembered;
mod rows;
mod salary;
mod shape;
mod skills;
mod tongues;
pub(crate) mod words;
mod work;
mod yes_no;

#[cfg(test)]
mod tests;

use crate::classify::{ClassifiedField, ClassifiedForm, FieldKind};
use crate::forbidden::Place;
use crate::memory::Memory;
use crate::page::{Control, PageSnapshot, RawField};
use answer::{Answer, Ask, Stop};
use foothold_shared::answer::RememberedAnswer;
use foothold_shared::profile::Profile;
pub use rows::{RowPlan, rows};
use serde::{Deserialize, Serialize};
use words::Lang;

/// What a plan needs to know beside the form and the profile.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PlanContext {
    /// ISO 3166-1 alpha-2 country of the job, where the posting tells it.
    pub job_country: Option<String>,
    /// Where the job is, as the posting words it: tells the state or province whose law counts.
    pub job_location: Option<String>,
    /// The files on offer; of several for one field the first that it takes is attached.
    pub files: Vec<FileOffer>,
    /// The letter that was written for this job, as plain text; empty where there is none.
    pub letter: String,
    /// Whether fields that hold something already may be written.
    pub overwrite: bool,
    /// Today as `YYYY-MM-DD`; empty where it does not matter.
    pub today: String,
    /// The fields that the page itself filled in this same fill, from the file it was given: what they hold is not the
    /// person's, and is written over.
    pub page_wrote: Vec<u32>,
    /// The answers the person wants given again, those past their day left out.
    pub answers: Vec<RememberedAnswer>,
}

/// The ISO 639-1 codes of the languages that a text names, in any of eight languages.
#[must_use]
pub fn languages_in(text: &str) -> Vec<&'static str> {
    let named = tongues::named_in(&words::fold(text));
    named.into_iter().map(|tongue| tongue.code).collect()
}

/// What a language is called in one of eight languages (English for any other), by its ISO 639-1 code.
#[must_use]
pub fn language_name(code: &str, language: &str) -> Option<&'static str> {
    tongues::by_code(code).map(|tongue| tongue.name(words::Lang::of(language)))
}

/// A phone number with its calling code ("+49 151 2345678"), as somebody abroad dials it; none without a country.
#[must_use]
pub fn phone_number(phone: &foothold_shared::profile::Phone) -> Option<String> {
    contact::international(phone)
}

/// Plans one frame: each field of the form becomes a step or is left with a reason.
#[must_use]
pub fn plan(
    form: &ClassifiedForm,
    snapshot: &PageSnapshot,
    profile: &Profile,
    context: &PlanContext,
) -> FillPlan {
    let rows = rows::Rows::of(form, snapshot, profile, context);
    let planner = Planner {
        rows: &rows,
        form,
        snapshot,
        profile,
        context,
        lang: Lang::of(&form.lang),
        memory: Memory::of(&context.answers),
        job: Place::of(
            context.job_country.as_deref(),
            context.job_location.as_deref(),
        ),
    };
    let mut files = Vec::new();
    let mut others = Vec::new();
    let mut left = Vec::new();
    for (at, field) in form.fields.iter().enumerate() {
        match planner.decide(at, field) {
            Ok(step) if matches!(step.action, WriteAction::Attach { .. }) => files.push(step),
            Ok(step) => others.push(step),
            Err(stop) => left.push(LeftField {
                handle: field.handle,
                label: field.label.clone(),
                kind: field.kind,
                reason: stop.reason,
                message: stop.message,
                required: field.required,
                notice: planner.notice(field),
            }),
        }
    }
    // Files first: boards that read a résumé fill the form from it, and our answers must come after.
    files.append(&mut others);
    FillPlan {
        url: form.url.clone(),
        frame_id: form.frame_id,
        steps: files,
        left,
    }
}

struct Planner<'a> {
    form: &'a ClassifiedForm,
    snapshot: &'a PageSnapshot,
    profile: &'a Profile,
    context: &'a PlanContext,
    lang: Lang,
    rows: &'a rows::Rows,
    memory: Memory<'a>,
    job: Option<Place>,
}

impl<'a> Planner<'a> {
    /// Decides one field, the `at`th of the form.
    fn decide(&self, at: usize, field: &'a ClassifiedField) -> Result<FillStep, Stop> {
        let ask = self.ask(at, field)?;
        let planned = answer(&ask)
            .or_else(|stop| remembered::instead(&ask, &self.memory, stop))
            .and_then(|a| {
                let source = a.source.clone();
                shape::shape(&ask, a).map(|action| (source, action))
            });
        // What nobody knows an answer to is left for that, whatever it holds.
        if let (None | Some(FieldKind::Other), Err(stop)) = (field.kind, &planned) {
            return Err(stop.clone());
        }
        let by_page = self.context.page_wrote.contains(&field.handle) && planned.is_ok();
        if !self.context.overwrite && !by_page && shape::holds_something(&ask) {
            return Err(match planned {
                Ok((_, action)) => refusals::prefilled(Some(shape::holds_already(&ask, &action))),
                Err(stop) if stop.is_about_what_it_holds() => stop,
                Err(_) => refusals::prefilled(None),
            });
        }
        let (source, action) = planned?;
        Ok(FillStep {
            handle: field.handle,
            signature: field.signature.clone(),
            label: field.label.clone(),
            kind: ask.kind,
            source,
            action,
            notice: self.notice(field),
        })
    }

    /// What can be said before looking at the profile: whether this field may be written at all.
    fn ask(&self, at: usize, field: &'a ClassifiedField) -> Result<Ask<'a>, Stop> {
        if let Some(trap) = field.trap {
            return Err(refusals::trap(trap));
        }
        let Some(raw) = self
            .snapshot
            .fields
            .iter()
            .find(|r| r.handle == field.handle)
        else {
            return Err(refusals::not_on_page());
        };
        if !raw.visible {
            return Err(refusals::hidden());
        }
        if raw.disabled || raw.read_only && !reads_only_by_design(field.control, raw) {
            return Err(refusals::not_writable());
        }
        if field.kind == Some(FieldKind::Consent) {
            return Err(refusals::consent());
        }
        let kind = field.kind.unwrap_or(FieldKind::CustomQuestion);
        Ok(Ask {
            kind,
            at,
            field,
            raw,
            form: self.form,
            snapshot: self.snapshot,
            profile: self.profile,
            context: self.context,
            lang: self.lang,
            rows: self.rows,
            calling_code_elsewhere: kind == FieldKind::Phone && self.calling_code_elsewhere(),
        })
    }

    /// What the law says to a field that a person can see.
    fn notice(&self, field: &ClassifiedField) -> Option<String> {
        let mut fields = self.snapshot.fields.iter();
        let raw = fields.find(|raw| raw.handle == field.handle && raw.visible)?;
        protected::remark(field, raw, self.job.as_ref(), &self.context.today)
    }

    /// Whether a field of its own holds, or will hold, the calling code of the person's number.
    fn calling_code_elsewhere(&self) -> bool {
        self.form.fields.iter().enumerate().any(|(at, field)| {
            field.kind == Some(FieldKind::PhoneCountry)
                && self
                    .ask(at, field)
                    .and_then(|ask| {
                        let action = shape::shape(&ask, answer(&ask)?)?;
                        let free = self.context.overwrite || !shape::holds_something(&ask);
                        Ok(free || shape::holds_already(&ask, &action))
                    })
                    .unwrap_or(false)
        })
    }
}

/// Lists that open at a click are often built on a read-only input, and so are calendars.
fn reads_only_by_design(control: Control, raw: &RawField) -> bool {
    matches!(control, Control::ComboBox | Control::ListboxButton) || dates::is_picker(control, raw)
}

/// What the profile answers to one question, family by family.
fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    use FieldKind as K;
    if ask.field.kind.is_none() {
        return Err(refusals::unknown());
    }
    protected::admit(ask)?;
    match ask.kind {
        K::FirstName
        | K::MiddleName
        | K::LastName
        | K::FullName
        | K::PreferredName
        | K::NameSuffix => names::answer(ask),
        K::Email | K::Phone | K::PhoneCountry => contact::answer(ask),
        K::AddressLine1
        | K::AddressLine2
        | K::City
        | K::State
        | K::PostalCode
        | K::Country
        | K::Location => address::answer(ask),
        K::Linkedin | K::Github | K::Portfolio | K::Website | K::Twitter => links::answer(ask),
        K::ResumeFile | K::CoverLetterFile | K::OtherFile => files::answer(ask),
        K::CurrentCompany
        | K::CurrentTitle
        | K::WorkCompany
        | K::WorkTitle
        | K::WorkLocation
        | K::WorkStart
        | K::WorkEnd
        | K::WorkCurrent
        | K::WorkDescription
        | K::YearsExperience => work::answer(ask),
        K::School | K::Degree | K::Discipline | K::EduStart | K::EduEnd | K::Gpa => {
            education::answer(ask)
        }
        K::Skills | K::Languages => skills::answer(ask),
        K::SalaryExpectation => salary::answer(ask),
        K::NoticePeriod | K::StartDate => availability::answer(ask),
        K::WorkAuthorization | K::VisaSponsorship => legal::answer(ask),
        K::Relocation | K::RemoteOk => preferences::answer(ask),
        K::Gender
        | K::Pronouns
        | K::RaceEthnicity
        | K::Hispanic
        | K::Veteran
        | K::Disability
        | K::DateOfBirth => demographic::answer(ask),
        K::HowHeard | K::Referrer | K::CoverLetterText | K::CustomQuestion => {
            questions::answer(ask)
        }
        // Decided before any answer is looked for.
        K::Consent => Err(refusals::consent()),
        K::Other => Err(refusals::other()),
    }
}

/// Everything the agent is to write in one frame, and everything it is not.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FillPlan {
    /// The frame's address when it was planned; the agent refuses a frame whose origin or path changed.
    pub url: String,
    /// The frame's id.
    pub frame_id: i64,
    /// What to write, in the order to write it (files first).
    pub steps: Vec<FillStep>,
    /// What is left, and why.
    pub left: Vec<LeftField>,
}

/// One field to write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FillStep {
    /// The agent's number.
    pub handle: u32,
    /// The field's identity when it was planned; the agent compares.
    pub signature: String,
    /// The question as a person reads it.
    pub label: String,
    /// What it asks.
    pub kind: FieldKind,
    /// Where the value comes from, in words ("your profile: e-mail").
    pub source: String,
    /// What to do.
    pub action: WriteAction,
    /// What the law says to this question, where employers usually may not ask it: for the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
}

/// How a field is written. The agent knows how; it does not know why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum WriteAction {
    /// Sets a text field's value.
    SetText {
        /// The text.
        value: String,
    },
    /// Chooses options of a `<select>` by index.
    Select {
        /// Indexes into the field's options.
        indexes: Vec<usize>,
        /// What a person reads there.
        texts: Vec<String>,
    },
    /// Clicks radio buttons, checkboxes or answer buttons.
    Choose {
        /// The agent's numbers of the options to turn on.
        handles: Vec<u32>,
        /// What a person reads there.
        texts: Vec<String>,
    },
    /// Opens a list, types, waits for the options, and takes the one whose folded text equals one of `accept`.
    Pick {
        /// What to type; empty to open only.
        query: String,
        /// Option texts that are right, the best first; nothing else may be taken.
        accept: Vec<String>,
    },
    /// Takes several answers in a list that keeps each of them; those it does not have are left out.
    PickMany {
        /// One entry an answer.
        choices: Vec<PickChoice>,
    },
    /// Gives a date to a date picker: types it where the picker shows how, else takes the day in its calendar.
    PickDate {
        /// `YYYY-MM-DD`.
        date: String,
        /// The date as the field shows that it wants it; empty where that cannot be told.
        text: String,
    },
    /// Attaches a file.
    Attach {
        /// Which of the worker's files: [`FileOffer::file`].
        file: String,
    },
}

/// One answer of several in [`WriteAction::PickMany`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PickChoice {
    /// What to type; empty to open only.
    pub query: String,
    /// Option texts that are right, the best first; nothing else may be taken.
    pub accept: Vec<String>,
}

/// One field that is not written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftField {
    /// The agent's number.
    pub handle: u32,
    /// The question as a person reads it.
    pub label: String,
    /// What it asks, where that is known.
    pub kind: Option<FieldKind>,
    /// Why it is left.
    pub reason: Refusal,
    /// The reason in words, for the person.
    pub message: String,
    /// Whether the form insists on it.
    pub required: bool,
    /// What the law says to this question, where employers usually may not ask it: for the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
}

/// Why a field is left. What a person must look at and what they need not differ: see [`Refusal::needs_person`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The profile does not say.
    NotInProfile,
    /// A legal question the person has not answered for that country.
    LegalNotAnswered,
    /// A legal question whose country is not known.
    LegalCountryUnknown,
    /// A legal question with two readings.
    LegalAmbiguous,
    /// A self-identification question the person has not answered.
    DemographicNotAnswered,
    /// No option says what the profile says.
    NoMatchingOption,
    /// More than one option could be meant.
    AmbiguousOption,
    /// It holds something already, and overwriting was not asked for.
    Prefilled,
    /// It holds something else than the profile says, and overwriting was not asked for.
    PrefilledDiffers,
    /// Consent is the person's to give.
    Consent,
    /// A question of the employer's own.
    CustomQuestion,
    /// What it asks is not clear.
    Unknown,
    /// Nobody can see it.
    Hidden,
    /// Disabled or read-only.
    NotWritable,
    /// A trap: see [`crate::classify::Trap`].
    Trap,
    /// The value does not fit (length, range, pattern, file type).
    DoesNotFit,
    /// The same thing is asked elsewhere in a better place.
    Duplicate,
    /// A control the agent cannot operate.
    UnsupportedControl,
    /// There is no file to attach.
    NoFile,
}

/// A file that can be attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileOffer {
    /// "resume" or "cover_letter"; where there are several, with what tells them apart after a slash
    /// ("resume/1").
    pub file: String,
    /// The name it is attached with.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
}
