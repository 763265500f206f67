//! Remembered answers in a plan, and the notices beside protected questions.

use super::*;
use Control as C;
use FieldKind as K;
use foothold_shared::answer::NewAnswer;

fn remembered(
    question: &str,
    options: &[&str],
    answer: &[&str],
    country: Option<&str>,
) -> RememberedAnswer {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    RememberedAnswer {
        answer_id: question.to_owned(),
        answer: NewAnswer {
            question: question.to_owned(),
            options: own(options),
            answer: own(answer),
            country: country.map(str::to_owned),
            remembered_at_ms: 1_795_219_200_000,
            ..NewAnswer::default()
        },
        stored_at_ms: 0,
    }
}

fn context(answers: Vec<RememberedAnswer>) -> PlanContext {
    PlanContext {
        job_country: Some("US".to_owned()),
        job_location: Some("Denver, CO".to_owned()),
        today: "2026-11-21".to_owned(),
        answers,
        ..PlanContext::default()
    }
}

#[track_caller]
fn check_with(field: Field, answers: &[RememberedAnswer], expected: &str) {
    check_form(
        "en",
        vec![field],
        &person(),
        &context(answers.to_vec()),
        &[expected],
    );
}

fn unknown(control: Control, label: &str) -> Field {
    let mut field = field(K::CustomQuestion, control, label);
    field.classified.kind = None;
    field
}

#[test]
fn open_questions_are_answered_from_the_memory() {
    let answers = [
        remembered("Do you own a car?", &["Yes", "No"], &["No"], None),
        remembered(
            "Which shifts suit you?",
            &["Early", "Late", "Night"],
            &["Late", "Early"],
            None,
        ),
        remembered("What do you read?", &[], &["Charts"], None),
        remembered(
            "How did you hear about the ship?",
            &[],
            &["From a friend"],
            None,
        ),
    ];
    let car = || field(K::CustomQuestion, C::RadioGroup, "Do you own a car? *");
    check_with(car().options(&["Yes", "No"]), &answers, "choose No");
    check_with(car().options(&["No", "Yes"]), &answers, "choose No");
    check_with(
        car().options(&["Yes", "No", "Maybe"]),
        &answers,
        "left CustomQuestion",
    );
    let mut select = car().options(&["Select…=", "Yes", "No"]);
    select.classified.control = C::Select;
    check_with(select, &answers, "select No");
    check_with(
        unknown(C::CheckboxGroup, "Which shifts suit you?").options(&["Early", "Late", "Night"]),
        &answers,
        "choose Early | Late",
    );
    check_with(
        unknown(C::Text, "What do you read?"),
        &answers,
        "text Charts",
    );
    check_with(
        unknown(C::ComboBox, "What do you read?"),
        &answers,
        "pick \"Charts\" Charts",
    );
    check_with(
        unknown(C::Text, "What do you not read?"),
        &answers,
        "left Unknown",
    );
    check_with(
        unknown(C::Text, "What do you read?").max_length(3),
        &answers,
        "left DoesNotFit",
    );
    check_with(
        field(K::Other, C::Text, "What do you read?"),
        &answers,
        "text Charts",
    );
    let (form, snapshot) = form("en", vec![unknown(C::Text, "What do you read?")]);
    let plan = plan(&form, &snapshot, &person(), &context(answers.to_vec()));
    assert_eq!(
        plan.steps[0].source,
        "your remembered answer (November 2026)"
    );
    assert_eq!(plan.steps[0].kind, K::CustomQuestion);
}

#[test]
fn the_profile_comes_before_the_memory() {
    let answers = [
        remembered(
            "Have you worked for us before?",
            &["Yes", "No"],
            &["Yes"],
            None,
        ),
        remembered("What do you like about ships?", &[], &["Nothing"], None),
    ];
    let ships = field(
        K::CustomQuestion,
        C::TextArea,
        "What do you like about ships?",
    );
    check_with(ships, &answers, "text They float.");
}

#[test]
fn what_asks_something_else_every_time_is_left() {
    let answers = [
        remembered("Date", &[], &["2026-01-01"], None),
        remembered("If yes, please explain", &[], &["Because"], None),
        remembered("Why do you want to work for us?", &[], &["Ships"], None),
        remembered("Name of the ship", &[], &["Anna"], None),
        remembered(
            "I have read the rules",
            &["I have read the rules"],
            &["I have read the rules"],
            None,
        ),
    ];
    check_with(unknown(C::Text, "Date"), &answers, "left Unknown");
    check_with(
        field(K::CustomQuestion, C::TextArea, "If yes, please explain"),
        &answers,
        "left CustomQuestion",
    );
    check_with(
        field(
            K::CustomQuestion,
            C::TextArea,
            "Why do you want to work for us?",
        ),
        &answers,
        "left CustomQuestion",
    );
    check_with(
        field(K::CustomQuestion, C::CheckboxGroup, "I have read the rules")
            .options(&["I have read the rules"]),
        &answers,
        "left CustomQuestion",
    );
    let ship = || unknown(C::Text, "Name of the ship");
    check_with(ship(), &answers, "text Anna");
    check_with(ship().entry(1), &answers, "left Unknown");
    let mut in_row = ship();
    in_row.raw.row = "1:0".to_owned();
    check_with(in_row, &answers, "left Unknown");
    check_form(
        "en",
        vec![ship(), ship()],
        &person(),
        &context(answers.to_vec()),
        &["left Unknown", "left Unknown"],
    );
    // A question that no visible text asks.
    let mut hidden_words = ship();
    hidden_words.raw.labels[0].from = LabelSource::Placeholder;
    check_with(hidden_words, &answers, "left Unknown");
}

#[test]
fn legal_answers_count_for_their_country_and_their_polarity() {
    let yes_no = ["Yes", "No"];
    let label = "Are you authorized to work in Canada?";
    let authorized = || {
        field(K::WorkAuthorization, C::RadioGroup, label)
            .legal("CA", false, false)
            .options(&yes_no)
    };
    let with = |country| [remembered(label, &yes_no, &["Yes"], country)];
    check_with(authorized(), &with(Some("CA")), "choose Yes");
    check_with(authorized(), &with(Some("US")), "left LegalNotAnswered");
    check_with(authorized(), &with(None), "left LegalNotAnswered");
    let negated = field(
        K::WorkAuthorization,
        C::RadioGroup,
        "Are you not authorized to work in Canada?",
    )
    .legal("CA", true, false)
    .options(&yes_no);
    check_with(negated, &with(Some("CA")), "left LegalNotAnswered");
    // The profile's answer stands.
    let german = "Are you authorized to work in Germany?";
    let answers = [remembered(german, &yes_no, &["No"], Some("DE"))];
    let field = field(K::WorkAuthorization, C::RadioGroup, german)
        .legal("DE", false, false)
        .options(&yes_no);
    check_with(field, &answers, "choose Yes");
}

#[test]
fn self_identification_is_never_remembered() {
    let label = "What is your sexual orientation?";
    let options = ["Straight", "Gay", "Prefer not to say"];
    let answers = [
        remembered(label, &options, &["Gay"], None),
        remembered(
            "Please select your pronouns",
            &["he", "she"],
            &["she"],
            None,
        ),
    ];
    check_with(
        field(K::CustomQuestion, C::Select, label).options(&options),
        &answers,
        "left CustomQuestion",
    );
    check_with(
        unknown(C::Select, label).options(&options),
        &answers,
        "left Unknown",
    );
    check_with(
        field(K::Pronouns, C::Select, "Please select your pronouns").options(&["he", "she"]),
        &answers,
        "left DemographicNotAnswered",
    );
}

#[test]
fn answers_that_disagree_leave_the_field_and_say_so() {
    let answers = vec![
        remembered("What do you read?", &[], &["Charts"], None),
        remembered("What do you read", &[], &["Books"], None),
    ];
    let (form, snapshot) = form("en", vec![unknown(C::Text, "What do you read?")]);
    let plan = plan(&form, &snapshot, &person(), &context(answers));
    assert_eq!(
        plan.left[0].message,
        "Two of your remembered answers to this question disagree."
    );
}

#[test]
fn protected_questions_carry_a_notice_and_no_other_answer() {
    let fields = vec![
        field(K::CustomQuestion, C::Text, "What is your current salary?"),
        field(K::SalaryExpectation, C::Text, "What was your last salary?"),
        field(K::Country, C::Text, "Country of birth"),
        field(K::Disability, C::Select, "Disability status").options(&[
            "Yes",
            "No",
            "I don't wish to answer",
        ]),
        field(K::CustomQuestion, C::Text, "What do you read?"),
    ];
    let (form, snapshot) = form("en", fields);
    let plan = plan(&form, &snapshot, &person(), &context(vec![]));
    let notice = |handle: u32| {
        let left = plan
            .left
            .iter()
            .find(|l| l.handle == handle)
            .map(|l| l.notice.clone());
        left.or_else(|| {
            plan.steps
                .iter()
                .find(|s| s.handle == handle)
                .map(|s| s.notice.clone())
        })
        .flatten()
    };
    let pay =
        "In Colorado employers usually may not ask this (Colorado Equal Pay for Equal Work Act).";
    assert_eq!(notice(1).as_deref(), Some(pay));
    assert_eq!(notice(2).as_deref(), Some(pay));
    assert!(notice(3).expect("a notice").contains("Title VII"));
    assert_eq!(
        notice(4),
        None,
        "voluntary self-identification is no forbidden question"
    );
    assert_eq!(notice(5), None);
    assert_eq!(plan.steps.iter().map(|s| s.handle).collect::<Vec<_>>(), [4]);
    // An answer that the person gave to this very question is theirs to give, and the notice stays.
    let given = [remembered(
        "What is your current salary?",
        &[],
        &["none of yours"],
        Some("US"),
    )];
    check_with(
        field(K::CustomQuestion, C::Text, "What is your current salary?"),
        &given,
        "text none of yours",
    );
}
