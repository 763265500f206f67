//! What is chosen: options, boxes, buttons, lists, and who a person says they are.

use super::*;
use Control as C;
use FieldKind as K;

#[test]
fn countries_and_regions() {
    let country = |options: &[&str]| field(K::Country, C::Select, "Country").options(options);
    check(
        country(&["Select…=", "France=FR", "Germany=DE"]),
        "select Germany",
    );
    check(
        country(&["--", "Frankreich=1", "Deutschland=2"]),
        "select Deutschland",
    );
    check(country(&["FR", "DE"]), "select DE");
    check(country(&["Germany", "France", "Germany"]), "select Germany");
    check(country(&["France", "Spain"]), "left NoMatchingOption");
    check(
        country(&["Germany, East", "Germany, West"]),
        "left NoMatchingOption",
    );
    check(
        field(K::Country, C::ListboxButton, "Country").value("Select One"),
        "pick \"\" Germany",
    );
    let mut carolina = person();
    carolina.address.country = "US".to_owned();
    carolina.address.region = "NC".to_owned();
    let state = field(K::State, C::Select, "State").options(&[
        "Select",
        "CA - California",
        "NC - North Carolina",
    ]);
    check_form(
        "en",
        vec![state],
        &carolina,
        &PlanContext::default(),
        &["select NC - North Carolina"],
    );
    let state =
        field(K::State, C::Select, "State").options(&["California=CA", "North Carolina=NC"]);
    check_form(
        "en",
        vec![state],
        &carolina,
        &PlanContext::default(),
        &["select North Carolina"],
    );
}

#[test]
fn degrees_by_level() {
    let degree = |options: &[&str]| field(K::Degree, C::Select, "Degree").options(options);
    check(
        degree(&[
            "Select",
            "High School",
            "Bachelor's Degree",
            "Master's Degree",
        ]),
        "select Bachelor's Degree",
    );
    check(degree(&["Bachelor", "B.Sc.", "Master"]), "select B.Sc.");
    check(
        degree(&["Bachelor of Arts", "Bachelor of Science"]),
        "left AmbiguousOption",
    );
    check(
        degree(&["Master's Degree", "Doctorate"]),
        "left NoMatchingOption",
    );
    check(field(K::Degree, C::Text, "Degree"), "text B.Sc.");
}

#[test]
fn ranges() {
    let years = |options: &[&str]| {
        field(K::YearsExperience, C::Select, "Years of experience").options(options)
    };
    check(years(&["0-2", "3-5", "6-10", "10+"]), "select 6-10");
    check(years(&["Less than 5 years", "5+ years"]), "select 5+ years");
    check(years(&["5-7", "7-10"]), "left AmbiguousOption");
    let notice =
        |options: &[&str]| field(K::NoticePeriod, C::Select, "Notice period").options(options);
    check(
        notice(&["Immediately", "1 month", "3 months"]),
        "select 3 months",
    );
    check(
        notice(&["Sofort", "1 Monat", "3 Monate"]),
        "select 3 Monate",
    );
    check(
        notice(&["Immediately", "Up to 30 days", "More than 60 days"]),
        "select More than 60 days",
    );
    check(
        notice(&["Immediately", "30-90 days"]),
        "left NoMatchingOption",
    );
}

#[test]
fn boxes_and_buttons() {
    let current = |entry: usize| {
        field(K::WorkCurrent, C::CheckboxGroup, "I currently work here")
            .options(&["I currently work here"])
            .entry(entry)
    };
    check(current(0), "choose I currently work here");
    check(current(1), "left Prefilled");
    let relocate = |label: &str, options: &[&str]| {
        field(K::Relocation, C::ButtonGroup, label).options(options)
    };
    check(
        relocate("Are you willing to relocate?", &["Yes", "No"]),
        "choose No",
    );
    check(
        relocate(
            "Are you willing to relocate?",
            &["Yes, I am willing", "No, I am not willing to relocate"],
        ),
        "choose No, I am not willing to relocate",
    );
    check(
        relocate(
            "Do you live in Berlin or would you relocate?",
            &["Yes", "No"],
        ),
        "left CustomQuestion",
    );
    let remote =
        |label: &str, options: &[&str]| field(K::RemoteOk, C::RadioGroup, label).options(options);
    check(
        remote("Are you comfortable working remotely?", &["Yes", "No"]),
        "choose Yes",
    );
    check(
        remote("Can you work from our office full time?", &["Yes", "No"]),
        "choose No",
    );
    check(
        remote(
            "Are you able to work from our office three days a week?",
            &["Yes", "No"],
        ),
        "choose Yes",
    );
    check(
        remote("Preferred way of working", &["Remote", "On-site"]),
        "choose Remote",
    );
    check(
        remote("Preferred way of working", &["Remote", "Hybrid", "On-site"]),
        "left AmbiguousOption",
    );
}

#[test]
fn self_identification_is_never_guessed() {
    let gender = |options: &[&str]| field(K::Gender, C::Select, "Gender").options(options);
    check(
        gender(&["Select", "Male", "Female", "Decline to self-identify"]),
        "select Female",
    );
    check_in(
        "de",
        gender(&[
            "Bitte wählen",
            "Männlich",
            "Weiblich",
            "Divers",
            "Keine Angabe",
        ]),
        "select Weiblich",
    );
    check(
        gender(&["Select", "Man", "Decline to self-identify"]),
        "left NoMatchingOption",
    );
    let race = |options: &[&str]| field(K::RaceEthnicity, C::RadioGroup, "Race").options(options);
    check(
        race(&["White", "Asian", "I don't wish to answer"]),
        "choose I don't wish to answer",
    );
    check(race(&["White", "Asian"]), "left NoMatchingOption");
    check(
        race(&["Decline to answer", "Prefer not to say"]),
        "left AmbiguousOption",
    );
    check(
        field(K::RaceEthnicity, C::Text, "Race"),
        "left NoMatchingOption",
    );
    check(
        field(K::Hispanic, C::Select, "Hispanic or Latino?").options(&["Yes", "No", "Decline"]),
        "left DemographicNotAnswered",
    );
    let veteran = [
        "Select",
        "I am not a protected veteran",
        "I identify as one or more of the classifications of a protected veteran",
        "I don't wish to answer",
    ];
    check(
        field(K::Veteran, C::Select, "Veteran status").options(&veteran),
        "select I am not a protected veteran",
    );
    let disability = [
        "Yes, I have a disability, or have had one in the past",
        "No, I do not have a disability and have not had one in the past",
        "I do not want to answer",
    ];
    check(
        field(K::Disability, C::RadioGroup, "Disability status").options(&disability),
        "choose No, I do not have a disability and have not had one in the past",
    );
    check(
        field(K::Pronouns, C::Text, "Pronouns"),
        "left DemographicNotAnswered",
    );
    check(
        field(K::DateOfBirth, C::Date, "Date of birth"),
        "left DemographicNotAnswered",
    );
}

#[test]
fn what_is_there_stays() {
    let choice = || {
        field(K::Relocation, C::RadioGroup, "Are you willing to relocate?").options(&["Yes", "No"])
    };
    check(choice().selected(0), "left PrefilledDiffers");
    let country = || {
        field(K::Country, C::Select, "Country").options(&["Select…=", "France=FR", "Germany=DE"])
    };
    check(country().selected(0), "select Germany");
    check(country().selected(1), "left PrefilledDiffers");
    check(country().selected(2), "left Prefilled");
    let overwrite = PlanContext {
        overwrite: true,
        ..PlanContext::default()
    };
    check_form(
        "en",
        vec![country().selected(1)],
        &person(),
        &overwrite,
        &["select Germany"],
    );
    check(
        field(K::Email, C::Email, "E-mail").value("other@example.org"),
        "left PrefilledDiffers",
    );
    check(
        field(K::Linkedin, C::Url, "LinkedIn").value("https://"),
        "text https://www.linkedin.com/in/ada",
    );
}

#[test]
fn what_nobody_may_write() {
    check(
        field(K::Email, C::Email, "E-mail").trap(Trap::Honeypot),
        "left Trap",
    );
    check(
        field(K::Consent, C::CheckboxGroup, "I agree").options(&["I agree"]),
        "left Consent",
    );
    check(
        field(K::Other, C::Text, "Passport number"),
        "left NotInProfile",
    );
    let mut hidden = field(K::Email, C::Email, "E-mail");
    hidden.raw.visible = false;
    check(hidden, "left Hidden");
    let mut disabled = field(K::Email, C::Email, "E-mail");
    disabled.raw.disabled = true;
    check(disabled, "left NotWritable");
    let mut read_only = field(K::Country, C::ComboBox, "Country");
    read_only.raw.read_only = true;
    check(read_only, "pick \"\" Germany");
    let mut unknown = field(K::Email, C::Text, "Zzz");
    unknown.classified.kind = None;
    check(unknown, "left Unknown");
}

#[test]
fn lists_out_of_sight_take_only_what_is_accepted() {
    let relocate = field(K::Relocation, C::ComboBox, "Are you willing to relocate?");
    check(relocate, "pick \"No\" No");
    let seen = field(K::Relocation, C::ComboBox, "Are you willing to relocate?")
        .options(&["Yes", "No, I am not"]);
    check(seen, "pick \"No, I am not\" No, I am not");
    check(
        field(K::Gender, C::ComboBox, "Gender"),
        "pick \"Female\" Female",
    );
    check(
        field(K::RaceEthnicity, C::ComboBox, "Race"),
        "pick \"\" Prefer not to say",
    );
}

#[test]
fn a_town_of_the_same_name_elsewhere_is_another_town() {
    let place = |options: &[&str]| field(K::Location, C::Select, "Location").options(options);
    check(
        place(&["Select…=", "Hamburg, Germany"]),
        "select Hamburg, Germany",
    );
    check(
        place(&["Select…=", "Greater Hamburg area"]),
        "select Greater Hamburg area",
    );
    check(place(&["Select…=", "Hamburg, NY"]), "left NoMatchingOption");
    check(
        place(&["Select…=", "Hamburg (United States)"]),
        "left NoMatchingOption",
    );
    check(
        place(&["Select…=", "Hamburg, New York, USA"]),
        "left NoMatchingOption",
    );
}

#[test]
fn a_number_among_other_words_is_another_number() {
    let sailed = |options: &[&str]| {
        field(K::CustomQuestion, C::Select, "How long have you sailed?").options(options)
    };
    let mut sailor = person();
    sailor.standard_answers.push(StandardAnswer {
        question: "How long have you sailed?".to_owned(),
        answer: "10 years".to_owned(),
        ..StandardAnswer::default()
    });
    for (options, expected) in [
        (&["Less than 10 years", "Never"], "left NoMatchingOption"),
        (&["10 years", "More than 10 years"], "select 10 years"),
    ] {
        check_form(
            "en",
            vec![sailed(options)],
            &sailor,
            &PlanContext::default(),
            &[expected],
        );
    }
}

#[test]
fn nobody_is_made_fluent() {
    let spoken = |level: LanguageLevel| Profile {
        languages: vec![LanguageSkill {
            language: "de".to_owned(),
            level: Some(level),
        }],
        ..person()
    };
    use LanguageLevel as L;
    for (label, level, expected) in [
        ("Do you speak German?", L::A2, "choose Yes"),
        ("Are you fluent in German?", L::A1, "left CustomQuestion"),
        ("Are you fluent in German?", L::B2, "left CustomQuestion"),
        ("Are you fluent in German?", L::C1, "choose Yes"),
        ("Is German your native language?", L::C2, "choose No"),
        ("Is German your mother tongue?", L::Native, "choose Yes"),
        (
            "Are you a native or fluent German speaker?",
            L::C1,
            "choose Yes",
        ),
        (
            "Do you speak German at level B2 or above?",
            L::B1,
            "choose No",
        ),
        (
            "Do you speak German at level B2 or above?",
            L::C1,
            "choose Yes",
        ),
        ("Do you speak German well?", L::A1, "left CustomQuestion"),
    ] {
        let asked = field(K::Languages, C::RadioGroup, label).options(&["Yes", "No"]);
        let context = PlanContext::default();
        check_form("en", vec![asked], &spoken(level), &context, &[expected]);
    }
}
