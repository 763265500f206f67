//! Tables of rules: a form of one field, a profile, and what becomes of it.

mod choices;
mod dates_and_money;
mod legal;
mod memory;
mod texts;
mod whole;

use super::*;
use crate::classify::{LegalMeaning, Trap};
use crate::page::{LabelSource, LabelText, RawOption};
use foothold_shared::profile::*;

/// A field of a form, put together for a test.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) classified: ClassifiedField,
    pub(super) raw: RawField,
}

pub(super) fn field(kind: FieldKind, control: Control, label: &str) -> Field {
    let classified = ClassifiedField {
        handle: 1,
        label: label.to_owned(),
        kind: Some(kind),
        confidence: 0.9,
        reason: String::new(),
        trap: None,
        entry: 0,
        legal: None,
        control,
        options: vec![],
        required: false,
        signature: "input|text||".to_owned(),
    };
    let raw = RawField {
        handle: 1,
        control,
        visible: true,
        labels: vec![LabelText {
            from: LabelSource::Label,
            text: label.to_owned(),
        }],
        ..RawField::default()
    };
    Field { classified, raw }
}

impl Field {
    pub(super) fn options(mut self, texts: &[&str]) -> Self {
        let options: Vec<RawOption> = texts
            .iter()
            .zip(100..)
            .map(|(text, handle)| {
                let (text, value) = text.split_once('=').unwrap_or((text, text));
                RawOption {
                    handle,
                    text: text.to_owned(),
                    value: value.to_owned(),
                    ..RawOption::default()
                }
            })
            .collect();
        self.classified.options = options.clone();
        self.raw.options = options;
        self
    }

    pub(super) fn selected(mut self, at: usize) -> Self {
        self.classified.options[at].selected = true;
        self
    }

    pub(super) fn placeholder(mut self, text: &str) -> Self {
        self.raw.labels.push(LabelText {
            from: LabelSource::Placeholder,
            text: text.to_owned(),
        });
        self
    }

    pub(super) fn attribute(mut self, name: &str, value: &str) -> Self {
        self.raw
            .attributes
            .push((name.to_owned(), value.to_owned()));
        self
    }

    pub(super) fn max_length(mut self, most: u32) -> Self {
        self.raw.max_length = Some(most);
        self
    }

    pub(super) fn value(mut self, value: &str) -> Self {
        self.raw.value = value.to_owned();
        self
    }

    pub(super) fn entry(mut self, entry: usize) -> Self {
        self.classified.entry = entry;
        self
    }

    pub(super) fn legal(mut self, country: &str, negated: bool, compound: bool) -> Self {
        self.classified.legal = Some(LegalMeaning {
            negated,
            country: country.to_owned(),
            compound,
        });
        self
    }

    pub(super) fn trap(mut self, trap: Trap) -> Self {
        self.classified.trap = Some(trap);
        self
    }
}

/// A form and its snapshot of these fields, numbered from 1.
pub(super) fn form(lang: &str, fields: Vec<Field>) -> (ClassifiedForm, PageSnapshot) {
    let mut form = ClassifiedForm {
        lang: lang.to_owned(),
        ..ClassifiedForm::default()
    };
    let mut snapshot = PageSnapshot::default();
    for (mut field, handle) in fields.into_iter().zip(1..) {
        field.classified.handle = handle;
        field.raw.handle = handle;
        form.fields.push(field.classified);
        snapshot.fields.push(field.raw);
    }
    (form, snapshot)
}

fn shown(plan: &FillPlan, handle: u32) -> String {
    if let Some(step) = plan.steps.iter().find(|s| s.handle == handle) {
        return match &step.action {
            WriteAction::SetText { value } => format!("text {value}"),
            WriteAction::Select { texts, .. } => format!("select {}", texts.join(" | ")),
            WriteAction::Choose { texts, .. } => format!("choose {}", texts.join(" | ")),
            WriteAction::Pick { query, accept } => {
                format!(
                    "pick {query:?} {}",
                    accept.first().cloned().unwrap_or_default()
                )
            }
            WriteAction::PickMany { choices } => {
                let all: Vec<String> = choices.iter().map(|c| c.accept.join("/")).collect();
                format!("pick many {}", all.join(", "))
            }
            WriteAction::PickDate { date, text } => format!("pick date {date} [{text}]"),
            WriteAction::Attach { file } => format!("attach {file}"),
        };
    }
    let left = plan.left.iter().find(|l| l.handle == handle);
    left.map_or_else(|| "nothing".to_owned(), |l| format!("left {:?}", l.reason))
}

/// Plans a form of several fields and compares what becomes of each.
#[track_caller]
pub(super) fn check_form(
    lang: &str,
    fields: Vec<Field>,
    profile: &Profile,
    context: &PlanContext,
    expected: &[&str],
) {
    let (form, snapshot) = form(lang, fields);
    let plan = plan(&form, &snapshot, profile, context);
    let all: Vec<String> = form.fields.iter().map(|f| shown(&plan, f.handle)).collect();
    assert_eq!(all, expected);
}

/// Plans a form of one English field.
#[track_caller]
pub(super) fn check(field: Field, expected: &str) {
    check_form(
        "en",
        vec![field],
        &person(),
        &PlanContext::default(),
        &[expected],
    );
}

/// Plans a form of one field in another language.
#[track_caller]
pub(super) fn check_in(lang: &str, field: Field, expected: &str) {
    check_form(
        lang,
        vec![field],
        &person(),
        &PlanContext::default(),
        &[expected],
    );
}

fn month(year: u16, month: u8) -> Option<YearMonth> {
    Some(YearMonth {
        year,
        month: Some(month),
    })
}

fn answered(value: &str) -> SelfIdentification {
    SelfIdentification {
        state: AnswerState::Answered,
        values: vec![value.to_owned()],
    }
}

/// A person who answered almost everything.
pub(super) fn person() -> Profile {
    let text = str::to_owned;
    Profile {
        name: Name {
            given: text("Ada"),
            middle: text("Maria"),
            family: text("Brandt"),
            ..Name::default()
        },
        contact: Contact {
            email: text("ada@example.org"),
            phone: Phone {
                country: text("DE"),
                national: text("0151 2345678"),
            },
        },
        address: Address {
            line1: text("Hafenweg 7"),
            line2: text("2. Stock"),
            city: text("Hamburg"),
            region: text("Hamburg"),
            postal_code: text("20457"),
            country: text("DE"),
        },
        links: Links {
            linkedin: text("https://www.linkedin.com/in/ada"),
            website: text("https://ada.example"),
            ..Links::default()
        },
        years_experience: Some(7),
        work: vec![
            WorkEntry {
                company: text("Werft Nord"),
                title: text("Software Engineer"),
                location: text("Hamburg"),
                start: month(2021, 3),
                current: true,
                description: text("- Built things\n- Ran them"),
                ..WorkEntry::default()
            },
            WorkEntry {
                company: text("Kontor Labs"),
                title: text("Developer"),
                start: month(2018, 10),
                end: month(2021, 2),
                ..WorkEntry::default()
            },
        ],
        education: vec![EducationEntry {
            school: text("Technische Universität Hamburg"),
            degree: text("B.Sc."),
            level: Some(DegreeLevel::Bachelor),
            discipline: text("Computer Science"),
            start: month(2014, 10),
            end: month(2018, 9),
            grade: text("1,7"),
            ..EducationEntry::default()
        }],
        skills: vec![
            Skill {
                name: text("Rust"),
                years: Some(4),
            },
            Skill {
                name: text("C++"),
                years: None,
            },
        ],
        languages: vec![
            LanguageSkill {
                language: text("de"),
                level: Some(LanguageLevel::Native),
            },
            LanguageSkill {
                language: text("en"),
                level: Some(LanguageLevel::C1),
            },
        ],
        work_eligibility: vec![
            WorkEligibility {
                country: text("DE"),
                authorized: Some(true),
                needs_sponsorship: Some(false),
            },
            WorkEligibility {
                country: text("US"),
                authorized: Some(false),
                needs_sponsorship: Some(true),
            },
            WorkEligibility {
                country: text("GB"),
                authorized: Some(true),
                needs_sponsorship: Some(true),
            },
            WorkEligibility {
                country: text("CA"),
                authorized: None,
                needs_sponsorship: None,
            },
        ],
        salary: Some(SalaryExpectation {
            amount: 72_000,
            currency: text("EUR"),
            period: SalaryPeriod::Year,
        }),
        availability: Availability {
            notice: Some(NoticePeriod {
                count: 3,
                unit: NoticeUnit::Months,
            }),
            earliest_start: text("2027-03-01"),
        },
        preferences: Preferences {
            relocate: Some(false),
            work_places: vec![WorkPlace::Remote, WorkPlace::Hybrid],
        },
        standard_answers: vec![
            StandardAnswer {
                question: text("How did you hear about us?"),
                answer: text("LinkedIn"),
                ..StandardAnswer::default()
            },
            StandardAnswer {
                question: text("Have you worked for us before?"),
                answer: text("No"),
                ..StandardAnswer::default()
            },
            StandardAnswer {
                question: text("What do you like about ships?"),
                answer: text("They float."),
                ..StandardAnswer::default()
            },
        ],
        demographics: Demographics {
            gender: answered("female"),
            race_ethnicity: SelfIdentification {
                state: AnswerState::Declined,
                values: vec![],
            },
            veteran: answered("not_veteran"),
            disability: answered("no"),
            ..Demographics::default()
        },
        ..Profile::default()
    }
}
