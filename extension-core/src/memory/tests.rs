use super::*;

fn known(
    question: &str,
    options: &[&str],
    answer: &[&str],
    country: Option<&str>,
    at: i64,
) -> RememberedAnswer {
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    RememberedAnswer {
        answer_id: at.to_string(),
        answer: NewAnswer {
            question: question.to_owned(),
            options: own(options),
            answer: own(answer),
            country: country.map(str::to_owned),
            remembered_at_ms: at,
            ..NewAnswer::default()
        },
        stored_at_ms: at,
    }
}

fn asked<'a>(
    question: &'a str,
    options: &[&str],
    country: Option<&'a str>,
    by_country: bool,
) -> Asked<'a> {
    Asked {
        wordings: vec![question],
        options: option_set(options.iter().map(|text| (*text, ""))),
        country,
        by_country,
    }
}

fn recalled(answers: &[RememberedAnswer], asked: &Asked<'_>) -> String {
    match Memory::of(answers).recall(asked) {
        Recall::Nothing => "nothing".to_owned(),
        Recall::Disagreement => "disagreement".to_owned(),
        Recall::Answer(answer) => answer.answer.join(" | "),
    }
}

#[test]
fn the_same_question_with_the_same_options_is_answered_the_same() {
    let all = [
        known("Do you own a car?", &["Yes", "No"], &["Yes"], None, 1),
        known(
            "Which shifts suit you?",
            &["Early", "Late", "Night"],
            &["Early", "Late"],
            None,
            2,
        ),
        known("Tell a story about ships", &[], &["They float."], None, 3),
    ];
    let check = |question: &str, options: &[&str], expected: &str| {
        assert_eq!(
            recalled(&all, &asked(question, options, None, false)),
            expected,
            "{question} {options:?}"
        );
    };
    check("Do you own a car? *", &["No", "Yes"], "Yes");
    check("do you own a CAR", &["Select…", "Yes", "No"], "Yes");
    check("Do you own a car?", &["Yes", "No", "Sometimes"], "nothing");
    check("Do you own a car?", &[], "nothing");
    check("Do you own no car?", &["Yes", "No"], "nothing");
    check("Do you own 2 cars?", &["Yes", "No"], "nothing");
    check(
        "Which shifts suit you?",
        &["night", "early", "late"],
        "Early | Late",
    );
    check("Please tell a story about ships", &[], "They float.");
    check(
        "Tell a story about ships",
        &["They float.", "They sink."],
        "nothing",
    );
}

#[test]
fn answers_for_a_country_count_there_alone() {
    let all = [known(
        "Do you hold a forklift licence?",
        &["Yes", "No"],
        &["Yes"],
        Some("GB"),
        1,
    )];
    let check = |country: Option<&str>, expected: &str| {
        let asked = asked(
            "Do you hold a forklift licence?",
            &["Yes", "No"],
            country,
            false,
        );
        assert_eq!(recalled(&all, &asked), expected, "{country:?}");
    };
    check(Some("GB"), "Yes");
    check(Some("uk"), "Yes");
    check(Some("DE"), "nothing");
    check(None, "nothing");
    // One that depends on the country counts nowhere without one.
    let general = [known("Do you hold a clearance?", &[], &["Yes"], None, 1)];
    assert_eq!(
        recalled(
            &general,
            &asked("Do you hold a clearance?", &[], Some("US"), true)
        ),
        "nothing"
    );
}

#[test]
fn answers_that_disagree_are_none() {
    let one = known("Do you own a car?", &["Yes", "No"], &["Yes"], None, 1);
    let same = known(
        "Do you own a car? (required)",
        &["No", "Yes"],
        &["yes"],
        None,
        2,
    );
    let other = known("Do you own a car", &["Yes", "No"], &["No"], None, 3);
    let question = asked("Do you own a car?", &["Yes", "No"], None, false);
    assert_eq!(recalled(&[one.clone(), same.clone()], &question), "yes");
    assert_eq!(recalled(&[same.clone(), one.clone()], &question), "yes");
    assert_eq!(
        recalled(&[one.clone(), other.clone()], &question),
        "disagreement"
    );
    assert!(replaces(&other.answer, &one.answer));
    assert!(!replaces(
        &known("Do you own a boat?", &["Yes", "No"], &["No"], None, 4).answer,
        &one.answer
    ));
    assert!(!replaces(
        &known("Do you own a car?", &["Yes", "No"], &["No"], Some("US"), 4).answer,
        &one.answer
    ));
}

#[test]
fn an_empty_answer_is_not_an_answer() {
    let all = [
        known("Do you own a car?", &[], &["  "], None, 1),
        known("*", &[], &["x"], None, 2),
    ];
    assert!(Memory::of(&all).is_empty());
}
