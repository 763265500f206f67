//! What is typed: names, contact, address, links, work, education, questions.

use super::*;
use Control as C;
use FieldKind as K;

#[test]
fn names() {
    check(field(K::FirstName, C::Text, "First name"), "text Ada");
    check(field(K::LastName, C::Text, "Last name"), "text Brandt");
    check(field(K::FullName, C::Text, "Full name"), "text Ada Brandt");
    check(
        field(K::FullName, C::Text, "Full legal name"),
        "text Ada Maria Brandt",
    );
    check_in(
        "fr",
        field(K::FullName, C::Text, "Nom et prénom"),
        "text Brandt Ada",
    );
    check_in(
        "de",
        field(K::FullName, C::Text, "Vor- und Nachname"),
        "text Ada Brandt",
    );
    check(
        field(K::PreferredName, C::Text, "Preferred name"),
        "text Ada",
    );
    check(field(K::NameSuffix, C::Text, "Suffix"), "left NotInProfile");
    check(
        field(K::FirstName, C::Text, "First name").max_length(2),
        "left DoesNotFit",
    );
}

#[test]
fn phones_follow_the_form() {
    let phone = || field(K::Phone, C::Tel, "Phone");
    check(phone(), "text +49 151 2345678");
    check(phone().max_length(13), "text +491512345678");
    check(phone().max_length(8), "left DoesNotFit");
    check(phone().value("+1"), "text +49 151 2345678");
    check(phone().value("+1 212 555 0100"), "left PrefilledDiffers");
    check(
        phone().attribute("pattern", "[0-9]{10,12}"),
        "left DoesNotFit",
    );
    let at_home = PlanContext {
        job_country: Some("DE".to_owned()),
        ..PlanContext::default()
    };
    check_form(
        "de",
        vec![phone().attribute("pattern", "\\d{11}")],
        &person(),
        &at_home,
        &["text 01512345678"],
    );
    let code =
        |options: &[&str]| field(K::PhoneCountry, C::Select, "Country code").options(options);
    let all = ["Select…=", "United States +1=US", "Germany +49=DE"];
    let none = PlanContext::default();
    check_form(
        "en",
        vec![code(&all), phone()],
        &person(),
        &none,
        &["select Germany +49", "text 0151 2345678"],
    );
    check_form(
        "en",
        vec![phone(), code(&all)],
        &person(),
        &none,
        &["text 0151 2345678", "select Germany +49"],
    );
    // Preselected as ours: the number relies on it. Preselected as another: the number carries its own code.
    check_form(
        "en",
        vec![code(&all).selected(2), phone()],
        &person(),
        &none,
        &["left Prefilled", "text 0151 2345678"],
    );
    check_form(
        "en",
        vec![code(&all).selected(1), phone()],
        &person(),
        &none,
        &["left PrefilledDiffers", "text +49 151 2345678"],
    );
    check_form(
        "en",
        vec![code(&["+1", "+49"]), phone()],
        &person(),
        &none,
        &["select +49", "text 0151 2345678"],
    );
    let button = |shown: &str| field(K::PhoneCountry, C::ListboxButton, "Phone").value(shown);
    check_form(
        "en",
        vec![button("+49"), phone()],
        &person(),
        &none,
        &["left Prefilled", "text 0151 2345678"],
    );
    check_form(
        "en",
        vec![button("France"), phone()],
        &person(),
        &none,
        &["left PrefilledDiffers", "text +49 151 2345678"],
    );
    let mut italian = person();
    italian.contact.phone = Phone {
        country: "IT".to_owned(),
        national: "06 1234567".to_owned(),
    };
    check_form(
        "en",
        vec![phone()],
        &italian,
        &none,
        &["text +39 06 1234567"],
    );
    italian.contact.phone = Phone {
        country: "US".to_owned(),
        national: "1 (555) 123-4567".to_owned(),
    };
    check_form(
        "en",
        vec![phone()],
        &italian,
        &none,
        &["text +1 555 123 4567"],
    );
}

#[test]
fn addresses() {
    let none = PlanContext::default();
    let line1 = || field(K::AddressLine1, C::Text, "Address");
    let line2 = || field(K::AddressLine2, C::Text, "Address line 2");
    let city = || field(K::City, C::Text, "City");
    check(line1(), "text Hafenweg 7, 2. Stock, 20457 Hamburg, Germany");
    check_form(
        "en",
        vec![line1(), city()],
        &person(),
        &none,
        &["text Hafenweg 7, 2. Stock", "text Hamburg"],
    );
    let all = vec![line1(), line2(), city()];
    check_form(
        "en",
        all,
        &person(),
        &none,
        &["text Hafenweg 7", "text 2. Stock", "text Hamburg"],
    );
    check(field(K::Country, C::Text, "Country"), "text Germany");
    check_in("de", field(K::Country, C::Text, "Land"), "text Deutschland");
    check(
        field(K::Country, C::Text, "Country").max_length(2),
        "text DE",
    );
    check(
        field(K::Location, C::Text, "Location"),
        "text Hamburg, Germany",
    );
    check(
        field(K::Location, C::ComboBox, "Location"),
        "pick \"Hamburg\" Hamburg, Germany",
    );
    check(field(K::PostalCode, C::Text, "ZIP"), "text 20457");
}

#[test]
fn links_stand_in_for_each_other_only_alone() {
    check(
        field(K::Portfolio, C::Url, "Portfolio"),
        "text https://ada.example",
    );
    check(field(K::Github, C::Url, "GitHub"), "left NotInProfile");
    let both = vec![
        field(K::Portfolio, C::Url, "Portfolio"),
        field(K::Website, C::Url, "Website"),
    ];
    check_form(
        "en",
        both,
        &person(),
        &PlanContext::default(),
        &["left NotInProfile", "text https://ada.example"],
    );
}

#[test]
fn work_and_education_by_entry() {
    check(
        field(K::CurrentCompany, C::Text, "Current company"),
        "text Werft Nord",
    );
    check(
        field(K::WorkCompany, C::Text, "Company").entry(1),
        "text Kontor Labs",
    );
    check(
        field(K::WorkCompany, C::Text, "Company").entry(2),
        "left NotInProfile",
    );
    check(field(K::WorkEnd, C::Text, "End date"), "left NotInProfile");
    check(
        field(K::WorkEnd, C::Text, "End date").entry(1),
        "text 02/2021",
    );
    check(
        field(K::WorkDescription, C::TextArea, "What you did"),
        "text - Built things\n- Ran them",
    );
    check(
        field(K::School, C::ComboBox, "School"),
        "pick \"Technische Universität Hamburg\" Technische Universität Hamburg",
    );
    check(
        field(K::School, C::Text, "School").entry(1),
        "left NotInProfile",
    );
    check(field(K::Gpa, C::Number, "GPA"), "left DoesNotFit");
    let mut former = person();
    former.work[0].current = false;
    let none = PlanContext::default();
    check_form(
        "en",
        vec![field(K::CurrentTitle, C::Text, "Current title")],
        &former,
        &none,
        &["left NotInProfile"],
    );
    check_form(
        "en",
        vec![field(K::CurrentTitle, C::Text, "Most recent job title")],
        &former,
        &none,
        &["text Software Engineer"],
    );
}

#[test]
fn experience_is_counted_only_for_what_is_asked() {
    let years = |label: &str| field(K::YearsExperience, C::Number, label);
    check(years("Years of experience"), "text 7");
    check(
        years("How many years of professional experience do you have?"),
        "text 7",
    );
    check(
        years("How many years of experience do you have with Rust?"),
        "text 4",
    );
    check(years("Years of C++ experience"), "left NotInProfile");
    check(
        years("How many years of experience do you have with Kubernetes?"),
        "left CustomQuestion",
    );
    check_in(
        "de",
        years("Wie viele Jahre Berufserfahrung haben Sie?"),
        "text 7",
    );
}

#[test]
fn questions_of_the_employer() {
    check(
        field(
            K::CustomQuestion,
            C::TextArea,
            "What do you like about ships? *",
        ),
        "text They float.",
    );
    check(
        field(
            K::CustomQuestion,
            C::TextArea,
            "What do you like about planes?",
        ),
        "left CustomQuestion",
    );
    let before =
        |label: &str| field(K::CustomQuestion, C::RadioGroup, label).options(&["Yes", "No"]);
    check(before("Have you worked for us before?"), "choose No");
    check(
        before("Have you not worked for us before?"),
        "left CustomQuestion",
    );
    check(
        field(K::HowHeard, C::Text, "How did you find this job?"),
        "text LinkedIn",
    );
    check(
        field(K::HowHeard, C::Select, "Source").options(&["Select=", "LinkedIn", "Indeed"]),
        "select LinkedIn",
    );
    check(
        field(K::Referrer, C::Text, "Who referred you?"),
        "left NotInProfile",
    );
    check(
        field(K::CoverLetterText, C::TextArea, "Cover letter"),
        "left NotInProfile",
    );
    let mut twice = person();
    let mut second = twice.standard_answers[2].clone();
    second.answer = "They sink.".to_owned();
    twice.standard_answers.push(second);
    let ships = field(
        K::CustomQuestion,
        C::TextArea,
        "What do you like about ships?",
    );
    check_form(
        "en",
        vec![ships],
        &twice,
        &PlanContext::default(),
        &["left CustomQuestion"],
    );
}

#[test]
fn languages_and_skills() {
    check(
        field(K::Languages, C::Text, "Languages"),
        "text German (native), English (C1)",
    );
    check_in(
        "de",
        field(K::Languages, C::Text, "Sprachen"),
        "text Deutsch (Muttersprache), Englisch (C1)",
    );
    check(field(K::Skills, C::Text, "Skills"), "text Rust, C++");
    check(
        field(K::Skills, C::CheckboxGroup, "Skills").options(&["Go", "Rust", "C", "C++"]),
        "choose Rust | C++",
    );
    let several = |kind: K| field(kind, C::ComboBox, "Yours").attribute("multiple", "multiple");
    check(several(K::Skills), "pick many Rust, C++");
    check(
        several(K::Skills).options(&["C++", "Go", "Rust"]),
        "pick many C++, Rust",
    );
    check(
        field(K::Skills, C::ComboBox, "Skills"),
        "left UnsupportedControl",
    );
    let level = |label: &str| {
        field(K::Languages, C::Select, label).options(&["Select", "Basic", "Fluent", "Native"])
    };
    check(level("German level"), "select Native");
    check(level("English"), "select Fluent");
    check(level("French"), "left NotInProfile");
}
