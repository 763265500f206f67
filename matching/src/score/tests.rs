use super::*;
use crate::demands::{self, of_text};
use crate::evidence::find;
use foothold_core::posting::JobPosting;
use foothold_shared::profile::{Address, LanguageSkill, Profile, Skill, WorkEntry, YearMonth};

const TODAY: &str = "2026-11-21";

fn baker() -> Profile {
    Profile {
        work: vec![WorkEntry {
            id: "w1".to_owned(),
            title: "Baker".to_owned(),
            company: "Mill & Sons".to_owned(),
            start: Some(YearMonth {
                year: 2020,
                month: Some(1),
            }),
            current: true,
            description: "- Sourdough and pastry for 300 guests\n- Trained two apprentices"
                .to_owned(),
            ..WorkEntry::default()
        }],
        skills: vec![Skill {
            name: "HACCP".to_owned(),
            years: None,
        }],
        languages: vec![LanguageSkill {
            language: "en".to_owned(),
            level: None,
        }],
        ..Profile::default()
    }
}

fn of(profile: &Profile, title: &str, description: &str) -> Match {
    explain(
        &Person::of_profile(profile, TODAY),
        &of_text(title, description),
        &Wishes::default(),
        &Learned::default(),
        "",
        TODAY,
    )
}

#[test]
fn the_parts_add_up_to_the_score() {
    let found = of(
        &baker(),
        "Baker",
        "Requirements\n- 3+ years of experience in baking\n- HACCP",
    );
    let sum: f32 = found
        .parts
        .iter()
        .map(|part| part.weight * part.value)
        .sum();
    assert!(
        (sum - found.score).abs() < 0.01,
        "{sum} and {}",
        found.score
    );
    assert!(found.score > 70.0, "{found:?}");
    assert!(found.knockouts.is_empty());
}

#[test]
fn other_work_is_near_nothing() {
    let own = of(&baker(), "Pastry Chef", "Requirements\n- Pastry").score;
    let near = of(&baker(), "Cook", "Requirements\n- Cooking").score;
    let far = of(&baker(), "Tax Advisor", "Requirements\n- Tax returns").score;
    assert!(own > near + 10.0, "{own} and {near}");
    assert!(near > far + 15.0, "{near} and {far}");
    assert!(far < 12.0, "{far}");
}

#[test]
fn a_knock_out_is_told_and_takes_from_the_whole() {
    let without = of(&baker(), "Baker", "Requirements\n- Baking");
    let with = of(
        &baker(),
        "Baker",
        "Requirements\n- Baking\n- Fluent German\n- A forklift licence",
    );
    assert_eq!(with.knockouts.len(), 2, "{:?}", with.knockouts);
    assert!(with.score < without.score * 0.65);
    assert!(
        with.knockouts[0].says.contains("German"),
        "{:?}",
        with.knockouts
    );
}

#[test]
fn silence_about_driving_is_no_knock_out() {
    let found = of(
        &baker(),
        "Baker",
        "Requirements\n- Baking\n- A driving licence",
    );
    assert!(found.knockouts.is_empty(), "{:?}", found.knockouts);
}

#[test]
fn silence_about_languages_is_no_knock_out() {
    let mut profile = baker();
    profile.languages.clear();
    let found = of(&profile, "Baker", "Requirements\n- Baking\n- Fluent German");
    assert!(found.knockouts.is_empty(), "{:?}", found.knockouts);
}

#[test]
fn evidence_names_facts_and_measure_agrees_with_it() {
    let person = Person::of_profile(&baker(), TODAY);
    let demands = of_text(
        "Head Baker",
        "Requirements\n- 10+ years of experience in baking\n- HACCP\n- Bachelor's degree\n- French\n- Forklift licence\n- Kind to people\n- You are enrolled at a university\n- Right to work in the country",
    );
    assert!(demands.needs.len() >= 8, "{:?}", demands.needs);
    for need in &demands.needs {
        let evidence = find(&person, need);
        if matches!(evidence.met, Met::Full | Met::Partly) {
            assert!(!evidence.places.is_empty(), "{need:?}: {evidence:?}");
        }
        if let Some((met, degree)) = measure::of(&person, need) {
            assert_eq!(met, evidence.met, "{need:?}");
            assert!(
                (degree - evidence.degree).abs() < 0.001,
                "{need:?}: {degree} and {evidence:?}"
            );
        }
    }
    let years = find(&person, &demands.needs[0]);
    assert!(
        years.says.contains("6 years of Baking") && years.says.contains("10+"),
        "{}",
        years.says
    );
}

#[test]
fn a_registration_holds_where_it_was_given() {
    let nurse = |country: &str| Profile {
        skills: vec![Skill {
            name: "NMC registration".to_owned(),
            years: None,
        }],
        address: Address {
            country: country.to_owned(),
            ..Address::default()
        },
        ..Profile::default()
    };
    let met = |home: &str, work: &str| {
        let demands = demands::of(&JobPosting {
            title: Some("Staff Nurse".to_owned()),
            country: (!work.is_empty()).then(|| work.to_owned()),
            description: Some("Requirements\n- Registration as a registered nurse".to_owned()),
            ..JobPosting::default()
        });
        let person = Person::of_profile(&nurse(home), TODAY);
        let need = demands
            .needs
            .iter()
            .find(|need| matches!(need.kind, demands::NeedKind::Licence(_)))
            .expect("a registration is asked for");
        let found = find(&person, need);
        assert_eq!(
            Some((found.met, found.degree)),
            crate::measure::of(&person, need)
        );
        found.met
    };
    assert_eq!(met("GB", "GB"), Met::Full);
    assert_eq!(met("GB", "AU"), Met::Partly);
    // Within the European Economic Area each country recognises the others'.
    assert_eq!(met("DE", "AT"), Met::Full);
    assert_eq!(met("DE", "GB"), Met::Partly);
    // Where a side says no country, nothing speaks against it.
    assert_eq!((met("", "AU"), met("GB", "")), (Met::Full, Met::Full));
}

#[test]
fn what_is_ignored_is_out_with_its_reason() {
    let wishes = Wishes {
        ignored_companies: vec!["Crumb Corp".to_owned()],
        ignored_words: vec!["gambling".to_owned()],
        ..Wishes::default()
    };
    let mut demands = of_text("Baker", "");
    assert_eq!(wishes.against(&demands, "Food"), None);
    assert!(wishes.against(&demands, "Online gambling").is_some());
    demands.company = "crumb corp".to_owned();
    assert!(wishes.against(&demands, "").is_some());
}

#[test]
fn thumbs_teach_after_three() {
    let (bakery, office) = (of_text("Baker", ""), of_text("Office Manager", ""));
    let thumb = |demands, up| Opinion { demands, up };
    let two = Learned::of(&[thumb(&bakery, true), thumb(&office, false)]);
    assert_eq!(two.opinion_of(&bakery), None);
    let three = Learned::of(&[
        thumb(&bakery, true),
        thumb(&office, false),
        thumb(&office, false),
    ]);
    assert!(three.opinion_of(&demands::of_text("Pastry Chef", "")) > Some(0.7));
    assert!(three.opinion_of(&demands::of_text("Receptionist", "")) < Some(0.5));
}

#[test]
fn a_nearer_place_and_a_newer_posting_are_better() {
    let mut profile = baker();
    profile.address.city = "Ghent".to_owned();
    profile.address.country = "BE".to_owned();
    let person = Person::of_profile(&profile, TODAY);
    let mut demands = of_text("Baker", "Requirements\n- Baking");
    let score = |demands: &Demands| {
        numbers(
            &person,
            demands,
            &Wishes::default(),
            &Learned::default(),
            TODAY,
        )
        .score
    };
    demands.country = Some("BE".to_owned());
    demands.place = "Ghent".to_owned();
    let here = score(&demands);
    demands.country = Some("PT".to_owned());
    demands.place = "Porto".to_owned();
    assert!(here > score(&demands) + 3.0);
    demands.posted = Some("2026-11-20".to_owned());
    let new = score(&demands);
    demands.posted = Some("2026-07-01".to_owned());
    assert!(new > score(&demands));
}
