//! Legal questions: country, polarity, and every way of not being sure.

use super::*;
use Control as C;
use FieldKind as K;

const YES_NO: [&str; 2] = ["Yes", "No"];

fn authorized(label: &str, country: &str) -> Field {
    field(K::WorkAuthorization, C::RadioGroup, label)
        .legal(country, false, false)
        .options(&YES_NO)
}

fn sponsorship(label: &str, country: &str) -> Field {
    field(K::VisaSponsorship, C::RadioGroup, label)
        .legal(country, false, false)
        .options(&YES_NO)
}

#[test]
fn answers_follow_the_country() {
    check(
        authorized("Are you authorized to work in Germany?", "DE"),
        "choose Yes",
    );
    check(
        authorized("Are you authorized to work in the US?", "US"),
        "choose No",
    );
    check(
        sponsorship("Will you require sponsorship in the US?", "US"),
        "choose Yes",
    );
    check(
        sponsorship("Do you need a visa for Germany?", "DE"),
        "choose No",
    );
    check(
        authorized("Are you authorized to work in Canada?", "CA"),
        "left LegalNotAnswered",
    );
    check(
        authorized("Are you authorized to work in France?", "FR"),
        "left LegalNotAnswered",
    );
    check(
        authorized("Are you authorized to work in the UK?", "UK"),
        "choose Yes",
    );
    let question = || authorized("Are you authorized to work in this country?", "");
    check(question(), "left LegalCountryUnknown");
    let in_us = PlanContext {
        job_country: Some("US".to_owned()),
        ..PlanContext::default()
    };
    check_form("en", vec![question()], &person(), &in_us, &["choose No"]);
    let mut unread = question();
    unread.classified.legal = None;
    check(unread, "left LegalAmbiguous");
}

#[test]
fn polarity_turns_the_answer() {
    let negated = sponsorship("I do not require sponsorship", "DE").legal("DE", true, false);
    check(negated, "choose Yes");
    let negated = sponsorship("I do not require sponsorship", "US").legal("US", true, false);
    check(negated, "choose No");
    let both = |country: &str| {
        authorized("Are you authorized to work without sponsorship?", country)
            .legal(country, false, true)
    };
    check(both("DE"), "choose Yes");
    check(both("US"), "choose No");
    check(both("GB"), "left LegalAmbiguous");
    check(both("CA"), "left LegalNotAnswered");
}

#[test]
fn options_must_say_plainly_yes_or_no() {
    let label = "Will you now or in the future require sponsorship for employment visa status?";
    let visa = |country: &str, options: &[&str]| sponsorship(label, country).options(options);
    check(visa("DE", &["Yes", "No", "Prefer not to say"]), "choose No");
    check(
        visa(
            "DE",
            &[
                "Yes, I will require sponsorship",
                "No, I will not require sponsorship",
            ],
        ),
        "choose No, I will not require sponsorship",
    );
    check(
        visa(
            "US",
            &[
                "Yes, I need an H-1B transfer",
                "Yes, I need OPT support",
                "No",
            ],
        ),
        "left NoMatchingOption",
    );
    check(
        visa("DE", &["I am a citizen", "I have a green card"]),
        "left NoMatchingOption",
    );
    check(
        visa("DE", &["No", "No, I do not require sponsorship now"]),
        "choose No",
    );
    let work = |options: &[&str]| {
        authorized("Are you authorized to work in Germany?", "DE").options(options)
    };
    check(
        work(&["Yes, but I need sponsorship", "No"]),
        "left NoMatchingOption",
    );
    check(work(&["No, I need sponsorship", "Yes"]), "choose Yes");
    check_in("de", work(&["Ja", "Nein"]), "choose Ja");
    check_in("fr", work(&["Oui", "Non"]), "choose Oui");
}

#[test]
fn boxes_say_what_is_true() {
    let statement = |country: &str| {
        field(
            K::WorkAuthorization,
            C::CheckboxGroup,
            "I am authorized to work in this country",
        )
        .legal(country, false, false)
        .options(&["I am authorized to work in this country"])
    };
    check(
        statement("DE"),
        "choose I am authorized to work in this country",
    );
    check(statement("US"), "left Prefilled");
    let denied = field(
        K::WorkAuthorization,
        C::CheckboxGroup,
        "Are you authorized to work?",
    )
    .legal("DE", false, false)
    .options(&["I am not authorized to work"]);
    check(denied, "left NoMatchingOption");
    let other = field(K::WorkAuthorization, C::CheckboxGroup, "Work authorization")
        .legal("DE", false, false)
        .options(&["Green card holder"]);
    check(other, "left NoMatchingOption");
}

#[test]
fn texts_answer_only_plain_questions() {
    let text = |label: &str, lang: &str| {
        let _ = lang;
        field(K::WorkAuthorization, C::Text, label).legal("DE", false, false)
    };
    check(
        text("Are you legally authorized to work in Germany? *", "en"),
        "text Yes",
    );
    check_in(
        "de",
        text("Sind Sie berechtigt, in Deutschland zu arbeiten?", "de"),
        "text Ja",
    );
    check(
        text("What is your work authorization status?", "en"),
        "left NoMatchingOption",
    );
    check(
        text(
            "Are you authorized to work in Germany? If so, please explain.",
            "en",
        ),
        "left NoMatchingOption",
    );
    check(text("Work authorization", "en"), "left NoMatchingOption");
}

#[test]
fn words_that_the_meaning_does_not_carry_are_left() {
    let asked = |label: &str| authorized(label, "DE");
    for label in [
        "Do you need a work permit for Germany?",
        "Will you need to obtain authorization to work in Germany?",
        "Benötigen Sie eine Arbeitserlaubnis für Deutschland?",
        "Are you legally prevented from working in Germany?",
        "Are there any restrictions on your right to work in Germany?",
        "Do you lack authorization to work in Germany?",
        "Are you not able to legally work in Germany?",
        "Are you a citizen or permanent resident, authorized to work in Germany?",
        "Do you have a spouse who is authorized to work in Germany?",
        "Are you at least 16 and allowed to work in Germany?",
        "Do you have an unlimited work permit for Germany?",
    ] {
        check(asked(label), "left LegalAmbiguous");
    }
    for label in [
        "Are you authorized to work in Germany? (Yes/No)",
        "Are you authorized to work in Germany for any employer?",
        "Are you authorized to work in Germany? If not, please explain.",
        "Sind Sie berechtigt, in Deutschland zu arbeiten? (Ja/Nein)",
    ] {
        check(asked(label), "choose Yes");
    }
    for label in [
        "I don't need sponsorship to work in the US",
        "Is sponsorship not required for you to work in the US?",
        "Will you never require sponsorship in the US?",
        "Have you ever required sponsorship in the US?",
        "Does your spouse need sponsorship in the US?",
    ] {
        check(sponsorship(label, "US"), "left LegalAmbiguous");
    }
    let long = "Will you require sponsorship (H-1B, OPT, a green card or another non-immigrant visa) in the US?";
    check(sponsorship(long, "US"), "choose Yes");
    // "Unrestricted" is being allowed and needing no sponsor.
    let unrestricted = "Do you have the unrestricted right to work?";
    check(authorized(unrestricted, "DE"), "choose Yes");
    check(authorized(unrestricted, "GB"), "left LegalAmbiguous");
}

#[test]
fn another_place_is_never_answered_for() {
    let in_us = PlanContext {
        job_country: Some("US".to_owned()),
        ..PlanContext::default()
    };
    for (label, country, expected) in [
        (
            "Are you authorized to work in Guinea?",
            "",
            "left LegalCountryUnknown",
        ),
        (
            "Are you authorized to work in Ontario?",
            "",
            "left LegalCountryUnknown",
        ),
        (
            "Are you authorized to work in North America?",
            "",
            "left LegalCountryUnknown",
        ),
        (
            "Are you authorized to work in New Mexico?",
            "MX",
            "left LegalCountryUnknown",
        ),
        (
            "Are you authorized to work in New England?",
            "GB",
            "left LegalCountryUnknown",
        ),
        (
            "Are you authorized to work in Northern Ireland?",
            "IE",
            "left LegalCountryUnknown",
        ),
        ("Are you authorized to work in California?", "", "choose No"),
        (
            "Are you authorized to work in the United States?",
            "US",
            "choose No",
        ),
    ] {
        check_form(
            "en",
            vec![authorized(label, country)],
            &person(),
            &in_us,
            &[expected],
        );
    }
}
