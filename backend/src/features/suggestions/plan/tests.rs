use super::*;
use foothold_shared::profile::{LanguageLevel, LanguageSkill, Project, Skill};
use foothold_shared::reading::{ReadProject, ReadPublication, ReadingStatus};

fn value(text: &str) -> ReadValue {
    ReadValue {
        text: text.to_owned(),
        confidence: 0.9,
        ..ReadValue::default()
    }
}

fn month(year: u16, month: u8) -> Option<YearMonth> {
    Some(YearMonth {
        year,
        month: Some(month),
    })
}

fn plan(reading: &ReadingView, profile: &Profile) -> Vec<Planned> {
    super::plan(&Said::in_resume(reading.clone()), profile)
}

fn reading() -> ReadingView {
    ReadingView {
        status: ReadingStatus::Read,
        name: Some(value("Mira Talvik")),
        email: Some(value("mira@mail.example")),
        phone: Some(value("+372 5123 4567")),
        location: Some(value("Tartu, Estonia")),
        links: vec![
            value("github.com/mira"),
            value("mira.example"),
            value("tides.example"),
        ],
        work: vec![ReadJob {
            title: Some(value("Data Engineer")),
            company: Some(value("Harbour Lights Ltd")),
            start: month(2021, 3),
            current: true,
            bullets: vec!["Moved registers".to_owned()],
            ..ReadJob::default()
        }],
        skills: vec![value("SQL"), value("C++")],
        languages: vec![value("Estonian (native)")],
        certificates: vec![value("Boat Master's Licence, May 2019")],
        projects: vec![ReadProject {
            name: Some(value("Tide clock")),
            start: month(2019, 3),
            url: "github.com/mira/tide".to_owned(),
            bullets: vec!["Shows high water".to_owned()],
            ..ReadProject::default()
        }],
        publications: vec![ReadPublication {
            title: Some(value("On tides and timetables")),
            publisher: "Journal of Harbours".to_owned(),
            published: month(2020, 5),
            ..ReadPublication::default()
        }],
        ..ReadingView::default()
    }
}

fn kinds(planned: &[Planned]) -> Vec<(String, SuggestionKind)> {
    let said = |one: &Planned| (one.suggestion.what.clone(), one.suggestion.kind);
    planned.iter().map(said).collect()
}

/// Everything chosen, as the service does it.
fn take_all(planned: Vec<Planned>, profile: &mut Profile) {
    let changes = planned.into_iter().map(|one| one.change);
    let (adding, changing): (Vec<_>, Vec<_>) = changes.partition(Change::adds);
    for change in changing.into_iter().chain(adding) {
        change.apply(profile, || "id".to_owned());
    }
}

#[test]
fn an_empty_profile_takes_everything_as_new_and_then_has_it() {
    let mut profile = Profile::default();
    let planned = plan(&reading(), &profile);
    assert!(
        planned
            .iter()
            .all(|one| one.suggestion.kind == SuggestionKind::New)
    );
    let words: Vec<&str> = planned
        .iter()
        .map(|one| one.suggestion.what.as_str())
        .collect();
    let expected = [
        "Name",
        "E-mail",
        "Phone",
        "Where you live",
        "GitHub",
        "Website",
        "Portfolio",
        "Job",
        "Skill",
        "Skill",
        "Language",
        "Certificate",
        "Project",
        "Publication",
    ];
    assert_eq!(words, expected);
    take_all(planned, &mut profile);
    assert_eq!(profile.name.family, "Talvik");
    assert_eq!(profile.contact.phone.country, "EE");
    assert_eq!(
        (
            profile.address.city.as_str(),
            profile.address.country.as_str()
        ),
        ("Tartu", "EE")
    );
    assert_eq!(profile.links.portfolio, "https://tides.example");
    assert_eq!(profile.work[0].description, "- Moved registers");
    assert!(profile.work[0].current && profile.work[0].id == "id");
    assert!(profile.languages[0].level == Some(LanguageLevel::Native));
    assert_eq!(profile.projects[0].url, "https://github.com/mira/tide");
    assert_eq!(profile.projects[0].description, "- Shows high water");
    assert_eq!(profile.projects[0].id, "id");
    assert_eq!(profile.publications[0].publisher, "Journal of Harbours");
    let again = plan(&reading(), &profile);
    let open = kinds(&again)
        .into_iter()
        .filter(|(_, kind)| *kind != SuggestionKind::Same);
    assert_eq!(open.count(), 0, "a second look has nothing to add");
}

#[test]
fn what_the_profile_says_otherwise_is_a_change_and_what_it_says_alike_is_none() {
    let mut profile = Profile::default();
    profile.name.given = "MIRA".to_owned();
    profile.name.family = "Talvik".to_owned();
    profile.name.preferred = "Miri".to_owned();
    profile.contact.email = "old@mail.example".to_owned();
    profile.skills.push(Skill {
        name: "sql".to_owned(),
        years: Some(4),
    });
    profile.languages.push(LanguageSkill {
        language: "et".to_owned(),
        level: None,
    });
    profile.work.push(WorkEntry {
        id: "w1".to_owned(),
        company: "Harbour Lights".to_owned(),
        title: "Engineer".to_owned(),
        start: month(2021, 3),
        description: "Moved registers".to_owned(),
        ..WorkEntry::default()
    });
    let planned = plan(&reading(), &profile);
    let kind = |what: &str| {
        let all = kinds(&planned);
        all.iter()
            .find(|(said, _)| said == what)
            .map(|(_, kind)| *kind)
    };
    assert_eq!(kind("Name"), Some(SuggestionKind::Same));
    assert_eq!(kind("E-mail"), Some(SuggestionKind::Changed));
    assert_eq!(kind("Skill"), Some(SuggestionKind::Same));
    assert_eq!(kind("Language"), Some(SuggestionKind::Changed));
    assert_eq!(kind("Job"), Some(SuggestionKind::Changed));
    take_all(planned, &mut profile);
    assert_eq!(
        profile.name.given, "MIRA",
        "the same stays as the person wrote it"
    );
    assert_eq!(profile.name.preferred, "Miri");
    assert_eq!(profile.skills[0].years, Some(4));
    assert_eq!(profile.skills.len(), 2);
    let job = &profile.work[0];
    assert_eq!(
        (job.id.as_str(), job.company.as_str()),
        ("w1", "Harbour Lights")
    );
    assert_eq!(job.title, "Data Engineer");
    assert_eq!(profile.work.len(), 1);
}

#[test]
fn ids_stay_while_nothing_changes_and_change_with_what_they_stand_for() {
    let profile = Profile::default();
    let ids = |profile: &Profile| -> Vec<String> {
        let planned = plan(&reading(), profile);
        planned
            .into_iter()
            .map(|one| one.suggestion.suggestion_id)
            .collect()
    };
    let before = ids(&profile);
    assert_eq!(before, ids(&profile));
    let unique: std::collections::HashSet<_> = before.iter().collect();
    assert_eq!(unique.len(), before.len());
    let mut other = profile;
    other.contact.email = "old@mail.example".to_owned();
    let after = ids(&other);
    assert_ne!(before[1], after[1], "it would replace something now");
    assert_eq!(before[0], after[0]);
}

#[test]
fn a_known_project_takes_what_is_new_and_keeps_its_name() {
    let mut profile = Profile::default();
    profile.projects.push(Project {
        id: "p1".to_owned(),
        name: "TIDE clock".to_owned(),
        role: "Maintainer".to_owned(),
        ..Project::default()
    });
    take_all(plan(&reading(), &profile), &mut profile);
    assert_eq!(profile.projects.len(), 1);
    let project = &profile.projects[0];
    assert_eq!(
        (project.id.as_str(), project.name.as_str()),
        ("p1", "TIDE clock")
    );
    assert_eq!(project.role, "Maintainer");
    assert_eq!(project.description, "- Shows high water");
}

#[test]
fn two_stays_in_one_company_are_two_jobs() {
    let mut twice = reading();
    let mut earlier = twice.work[0].clone();
    earlier.start = month(2012, 1);
    earlier.end = month(2014, 1);
    earlier.current = false;
    twice.work.push(earlier);
    let mut profile = Profile::default();
    take_all(plan(&twice, &profile), &mut profile);
    let years: Vec<_> = profile
        .work
        .iter()
        .filter_map(|job| job.start.as_ref())
        .map(|start| start.year)
        .collect();
    assert_eq!(years, [2021, 2012], "the newest first");
    let again = kinds(&plan(&twice, &profile));
    assert!(
        again.iter().all(|(_, kind)| *kind == SuggestionKind::Same),
        "{again:?}"
    );
}

#[test]
fn a_language_named_twice_is_suggested_once_with_its_level() {
    let reading = ReadingView {
        status: ReadingStatus::Read,
        languages: vec![
            value("English"),
            value("Italian and German (both mother tongue)"),
            value("English (C1)"),
            value("German (fluent)"),
        ],
        ..ReadingView::default()
    };
    let mut profile = Profile::default();
    take_all(plan(&reading, &profile), &mut profile);
    let mut languages: Vec<_> = profile
        .languages
        .iter()
        .map(|one| (one.language.as_str(), one.level))
        .collect();
    languages.sort_by_key(|(code, _)| *code);
    let native = Some(LanguageLevel::Native);
    assert!(
        languages
            == [
                ("de", native),
                ("en", Some(LanguageLevel::C1)),
                ("it", native)
            ]
    );
}
