//! Rule tables: a change to a good profile, and the problems it must cause.

use super::*;
use foothold_shared::profile::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real day")
}

fn good() -> Profile {
    let month = |year, month| Some(YearMonth { year, month });
    Profile {
        name: Name {
            given: "Ana".into(),
            family: "Novák".into(),
            ..Name::default()
        },
        contact: Contact {
            email: "ana@example.com".into(),
            phone: Phone {
                country: "DE".into(),
                national: "0151 2345678".into(),
            },
        },
        address: Address {
            line1: "Lindenweg 3".into(),
            country: "DE".into(),
            ..Address::default()
        },
        links: Links {
            github: "https://example.com/ana".into(),
            ..Links::default()
        },
        summary: "Two lines\r\nand a\ttab.".into(),
        years_experience: Some(8),
        work: vec![
            WorkEntry {
                id: "a".into(),
                start: month(2020, Some(3)),
                current: true,
                ..WorkEntry::default()
            },
            WorkEntry {
                id: "b".into(),
                start: month(2018, None),
                end: month(2018, Some(2)),
                ..WorkEntry::default()
            },
            WorkEntry::default(),
        ],
        education: vec![EducationEntry {
            start: month(2010, Some(9)),
            end: month(2028, Some(6)),
            ..EducationEntry::default()
        }],
        skills: vec![Skill {
            name: "Rust".into(),
            years: Some(5),
        }],
        languages: vec![LanguageSkill {
            language: "cs".into(),
            level: Some(LanguageLevel::Native),
        }],
        certificates: vec![Certificate {
            issued: month(2020, Some(1)),
            expires: month(2020, Some(1)),
            ..Certificate::default()
        }],
        projects: vec![Project {
            id: "p".into(),
            start: month(2021, None),
            end: month(2021, Some(4)),
            url: "https://example.com/boat".into(),
            description: "- Planed\n- Caulked".into(),
            ..Project::default()
        }],
        publications: vec![Publication {
            id: "p".into(),
            title: "On caulking".into(),
            published: month(2019, Some(5)),
            ..Publication::default()
        }],
        work_eligibility: vec![WorkEligibility {
            country: "DE".into(),
            authorized: Some(true),
            needs_sponsorship: Some(false),
        }],
        salary: Some(SalaryExpectation {
            amount: 70_000,
            currency: "EUR".into(),
            period: SalaryPeriod::Year,
        }),
        availability: Availability {
            notice: Some(NoticePeriod {
                count: 3,
                unit: NoticeUnit::Months,
            }),
            earliest_start: "2027-02-28".into(),
        },
        preferences: Preferences {
            relocate: Some(false),
            work_places: vec![WorkPlace::Remote, WorkPlace::Hybrid],
        },
        standard_answers: vec![StandardAnswer {
            id: "q".into(),
            question: "Why us?".into(),
            answer: "Because.".into(),
        }],
        demographics: Demographics {
            gender: SelfIdentification {
                state: AnswerState::Answered,
                values: vec!["female".into()],
            },
            veteran: SelfIdentification {
                state: AnswerState::Declined,
                values: vec![],
            },
            date_of_birth: "1990-02-28".into(),
            ..Demographics::default()
        },
    }
}

#[track_caller]
fn check_change(change: impl FnOnce(&mut Profile), expected: &[(&str, &str)]) {
    let mut profile = good();
    change(&mut profile);
    let problems = check(&profile, today());
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.field.as_str(), problem.code.as_str()))
        .collect();
    assert_eq!(found, expected);
    assert!(
        problems
            .iter()
            .all(|problem| problem.message.ends_with('.'))
    );
}

fn answered(values: &[&str]) -> SelfIdentification {
    SelfIdentification {
        state: AnswerState::Answered,
        values: values.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn good_and_empty_profiles_pass() {
    check_change(|_| {}, &[]);
    check_change(|p| *p = Profile::default(), &[]);
}

/// `cargo xtask run --demo` saves this one.
#[test]
fn the_demonstration_profile_passes() {
    let text = include_str!("../../../../../xtask/demo/profile.json");
    let profile: Profile = serde_json::from_str(text).expect("a profile");
    assert_eq!(check(&profile, today()), []);
}

#[test]
fn markup_is_text() {
    check_change(|p| p.name.given = "<script>alert(1)</script>".into(), &[]);
    check_change(
        |p| p.name.family = "O'Neil \"; drop table profiles; --".into(),
        &[],
    );
    check_change(|p| p.name.preferred = "محمد 👋 ‏שלום".into(), &[]);
}

#[test]
fn lengths_and_control_characters() {
    check_change(|p| p.name.given = "é".repeat(100), &[]);
    check_change(
        |p| p.name.given = "é".repeat(101),
        &[("name.given", "too_long")],
    );
    check_change(
        |p| p.name.given = "A\0na".into(),
        &[("name.given", "control_character")],
    );
    check_change(
        |p| p.name.family = "A\nna".into(),
        &[("name.family", "control_character")],
    );
    check_change(
        |p| p.summary = "a".repeat(20_001),
        &[("summary", "too_long")],
    );
    check_change(
        |p| p.summary = "bell \u{7}".into(),
        &[("summary", "control_character")],
    );
    check_change(
        |p| p.work = vec![WorkEntry::default(); 101],
        &[("work", "too_many")],
    );
    check_change(
        |p| p.address.postal_code = "1".repeat(21),
        &[("address.postal_code", "too_long")],
    );
    check_change(
        |p| p.years_experience = Some(81),
        &[("years_experience", "out_of_range")],
    );
}

#[test]
fn contact_and_links() {
    check_change(
        |p| p.contact.email = "ana".into(),
        &[("contact.email", "invalid_email")],
    );
    check_change(
        |p| p.contact.phone.national = "+49 151".into(),
        &[("contact.phone.national", "invalid_phone")],
    );
    check_change(
        |p| p.contact.phone.country = String::new(),
        &[("contact.phone.country", "required")],
    );
    check_change(
        |p| p.contact.phone.country = "de".into(),
        &[("contact.phone.country", "unknown_country")],
    );
    check_change(
        |p| p.address.country = "UK".into(),
        &[("address.country", "unknown_country")],
    );
    check_change(
        |p| p.links.website = "javascript:alert(1)".into(),
        &[("links.website", "invalid_link")],
    );
}

#[test]
fn spans() {
    let month = |year, month| Some(YearMonth { year, month });
    check_change(
        |p| p.work[0].start = month(2020, Some(13)),
        &[("work[0].start.month", "out_of_range")],
    );
    check_change(
        |p| p.work[0].start = month(1899, Some(0)),
        &[
            ("work[0].start.year", "out_of_range"),
            ("work[0].start.month", "out_of_range"),
        ],
    );
    check_change(
        |p| p.work[1].end = month(2017, Some(12)),
        &[("work[1].end", "before_start")],
    );
    check_change(
        |p| p.work[0].end = month(2021, None),
        &[("work[0].end", "end_while_current")],
    );
    check_change(
        |p| p.work[1].id = "a".into(),
        &[("work[1].id", "duplicate")],
    );
    check_change(
        |p| p.education[0].end = month(2010, Some(8)),
        &[("education[0].end", "before_start")],
    );
    check_change(
        |p| p.certificates[0].expires = month(2019, None),
        &[("certificates[0].expires", "before_start")],
    );
    check_change(
        |p| p.certificates[0].url = "ftp://example.com".into(),
        &[("certificates[0].url", "invalid_link")],
    );
}

#[test]
fn projects_and_publications() {
    let month = |year, month| Some(YearMonth { year, month });
    check_change(
        |p| p.projects[0].end = month(2020, Some(12)),
        &[("projects[0].end", "before_start")],
    );
    check_change(
        |p| p.projects[0].current = true,
        &[("projects[0].end", "end_while_current")],
    );
    check_change(
        |p| p.projects[0].url = "http://example.com".into(),
        &[("projects[0].url", "invalid_link")],
    );
    check_change(
        |p| p.projects.push(p.projects[0].clone()),
        &[("projects[1].id", "duplicate")],
    );
    check_change(
        |p| p.projects = vec![Project::default(); 101],
        &[("projects", "too_many")],
    );
    check_change(
        |p| p.projects[0].description = "x".repeat(20_001),
        &[("projects[0].description", "too_long")],
    );
    check_change(
        |p| p.publications[0].title = "x".repeat(501),
        &[("publications[0].title", "too_long")],
    );
    check_change(
        |p| p.publications[0].publisher = "a\nb".into(),
        &[("publications[0].publisher", "control_character")],
    );
    check_change(
        |p| p.publications[0].url = "javascript:alert(1)".into(),
        &[("publications[0].url", "invalid_link")],
    );
    check_change(
        |p| p.publications[0].published = month(2019, Some(13)),
        &[("publications[0].published.month", "out_of_range")],
    );
    check_change(
        |p| p.publications.push(p.publications[0].clone()),
        &[("publications[1].id", "duplicate")],
    );
}

#[test]
fn lists_without_doubles() {
    check_change(
        |p| {
            p.skills.push(Skill {
                name: " rust ".into(),
                years: None,
            })
        },
        &[("skills[1].name", "duplicate")],
    );
    check_change(
        |p| p.skills[0].name = String::new(),
        &[("skills[0].name", "required")],
    );
    check_change(
        |p| p.languages[0].language = "CS".into(),
        &[("languages[0].language", "unknown_language")],
    );
    check_change(
        |p| p.languages.push(p.languages[0].clone()),
        &[("languages[1].language", "duplicate")],
    );
    check_change(
        |p| p.work_eligibility.push(p.work_eligibility[0].clone()),
        &[("work_eligibility[1].country", "duplicate")],
    );
    check_change(
        |p| p.work_eligibility[0].country = "EU".into(),
        &[("work_eligibility[0].country", "unknown_country")],
    );
    check_change(
        |p| p.work_eligibility[0].country = String::new(),
        &[("work_eligibility[0].country", "required")],
    );
    check_change(
        |p| p.work_eligibility = vec![WorkEligibility::default(); 3],
        &[],
    );
}

#[test]
fn wishes() {
    let salary = |amount, currency: &str| {
        Some(SalaryExpectation {
            amount,
            currency: currency.into(),
            period: SalaryPeriod::Hour,
        })
    };
    check_change(
        |p| p.salary = salary(0, "eur"),
        &[
            ("salary.amount", "out_of_range"),
            ("salary.currency", "unknown_currency"),
        ],
    );
    check_change(
        |p| {
            p.availability.notice = Some(NoticePeriod {
                count: 25,
                unit: NoticeUnit::Months,
            })
        },
        &[("availability.notice.count", "out_of_range")],
    );
    for wrong in [
        "2027-02-29",
        "27-02-28",
        "2027-2-28",
        "28.02.2027",
        "+027-02-28",
        "2101-01-01",
    ] {
        check_change(
            |p| p.availability.earliest_start = wrong.into(),
            &[("availability.earliest_start", "invalid_date")],
        );
    }
    check_change(
        |p| p.preferences.work_places.push(WorkPlace::Remote),
        &[("preferences.work_places", "duplicate")],
    );
    check_change(
        |p| p.standard_answers[0].question = " ".into(),
        &[("standard_answers[0].question", "required")],
    );
}

#[test]
fn self_identification() {
    check_change(|p| p.demographics.gender = answered(&["my own words"]), &[]);
    check_change(
        |p| p.demographics.race_ethnicity = answered(&["asian", "white"]),
        &[],
    );
    check_change(
        |p| p.demographics.gender = answered(&[]),
        &[("demographics.gender.values", "required")],
    );
    check_change(
        |p| p.demographics.gender = answered(&[" "]),
        &[("demographics.gender.values[0]", "required")],
    );
    check_change(
        |p| p.demographics.race_ethnicity = answered(&["asian", "asian"]),
        &[("demographics.race_ethnicity.values[1]", "duplicate")],
    );
    check_change(
        |p| p.demographics.disability = answered(&["maybe"]),
        &[("demographics.disability.values[0]", "unknown_answer")],
    );
    check_change(
        |p| p.demographics.hispanic = answered(&["yes", "no"]),
        &[("demographics.hispanic.values", "too_many")],
    );
    check_change(
        |p| p.demographics.gender.state = AnswerState::Declined,
        &[("demographics.gender.values", "not_answered")],
    );
    check_change(
        |p| p.demographics.date_of_birth = "2026-11-21".into(),
        &[("demographics.date_of_birth", "in_the_future")],
    );
    check_change(
        |p| p.demographics.date_of_birth = "1990-02-30".into(),
        &[("demographics.date_of_birth", "invalid_date")],
    );
}

#[test]
fn every_problem_at_once() {
    check_change(
        |p| {
            p.contact.email = "ana".into();
            p.links.github = "http://example.com".into();
            p.salary = None;
            p.work[0].title = "\u{0}".into();
        },
        &[
            ("contact.email", "invalid_email"),
            ("links.github", "invalid_link"),
            ("work[0].title", "control_character"),
        ],
    );
}
