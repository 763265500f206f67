//! The person of these tests: an invented profile, and a résumé that is a real PDF.

use foothold_shared::profile::*;

/// The address the account signs in with; another than the one for applications.
pub(crate) const ACCOUNT: &str = "mara@signin.example";
/// The account's password.
pub(crate) const PASSWORD: &str = "a long enough sentence";
/// The name the résumé is uploaded under.
pub(crate) const RESUME_NAME: &str = "Mara-Lindqvist-Resume.pdf";

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

/// Everything the forms of these tests can ask for. Disability is "not answered", on purpose.
pub(crate) fn profile() -> Profile {
    Profile {
        name: Name {
            given: "Mara".into(),
            family: "Lindqvist".into(),
            preferred: "Mari".into(),
            ..Name::default()
        },
        contact: Contact {
            email: "mara.lindqvist@mail.example".into(),
            phone: Phone {
                country: "US".into(),
                national: "503 555 0142".into(),
            },
        },
        address: Address {
            line1: "14 Alder Street".into(),
            line2: String::new(),
            city: "Portland".into(),
            region: "Oregon".into(),
            postal_code: "97205".into(),
            country: "US".into(),
        },
        links: Links {
            linkedin: "https://www.linkedin.com/in/mara-lindqvist-example".into(),
            github: "https://github.com/mara-lindqvist-example".into(),
            portfolio: "https://mara.example/work".into(),
            website: "https://mara.example".into(),
            twitter: String::new(),
        },
        years_experience: Some(9),
        work: vec![
            WorkEntry {
                id: "w1".into(),
                company: "Cold Ferry Analytics".into(),
                title: "Senior Data Analyst".into(),
                location: "Portland, OR".into(),
                start: month(2021, 3),
                current: true,
                description: "Forecasts for refrigerated freight.".into(),
                ..WorkEntry::default()
            },
            WorkEntry {
                id: "w2".into(),
                company: "Northbank Maps".into(),
                title: "Data Analyst".into(),
                location: "Seattle, WA".into(),
                start: month(2017, 9),
                end: month(2021, 2),
                description: "Quality checks of street data.".into(),
                ..WorkEntry::default()
            },
        ],
        education: vec![EducationEntry {
            id: "e1".into(),
            school: "Willamette Institute of Technology".into(),
            degree: "Master of Science".into(),
            level: Some(DegreeLevel::Master),
            discipline: "Statistics".into(),
            start: month(2015, 9),
            end: month(2017, 6),
            grade: String::new(),
        }],
        work_eligibility: vec![
            WorkEligibility {
                country: "US".into(),
                authorized: Some(true),
                needs_sponsorship: Some(false),
            },
            WorkEligibility {
                country: "DE".into(),
                authorized: Some(false),
                needs_sponsorship: Some(true),
            },
        ],
        salary: Some(SalaryExpectation {
            amount: 125_000,
            currency: "USD".into(),
            period: SalaryPeriod::Year,
        }),
        availability: Availability {
            notice: Some(NoticePeriod {
                count: 1,
                unit: NoticeUnit::Months,
            }),
            earliest_start: "2027-02-01".into(),
        },
        preferences: Preferences {
            relocate: Some(false),
            work_places: vec![WorkPlace::Remote, WorkPlace::Hybrid],
        },
        demographics: Demographics {
            gender: answered("female"),
            pronouns: answered("she_her"),
            race_ethnicity: answered("white"),
            hispanic: answered("no"),
            veteran: SelfIdentification {
                state: AnswerState::Declined,
                values: Vec::new(),
            },
            ..Demographics::default()
        },
        ..Profile::default()
    }
}

/// Their résumé.
pub(crate) fn resume() -> Vec<u8> {
    foothold_e2e::pdf::page("Mara Lindqvist, Senior Data Analyst", 0)
}

/// The résumé's SHA-256, lower-case hex.
pub(crate) fn resume_sha256() -> String {
    use sha2::{Digest, Sha256};
    hex::encode(Sha256::digest(resume()))
}
