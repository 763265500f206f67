//! Whole forms: nothing dropped, nothing twice, nothing in the plan that is not written, no panic.

use super::*;
use proptest::prelude::*;

const CONTROLS: &[Control] = &[
    Control::Text,
    Control::Email,
    Control::Tel,
    Control::Url,
    Control::Number,
    Control::Date,
    Control::Month,
    Control::OtherDate,
    Control::Search,
    Control::Password,
    Control::TextArea,
    Control::RichText,
    Control::Select,
    Control::SelectMultiple,
    Control::ComboBox,
    Control::ListboxButton,
    Control::RadioGroup,
    Control::CheckboxGroup,
    Control::ButtonGroup,
    Control::File,
    Control::SpinButton,
    Control::Other,
];

const KINDS: &[FieldKind] = &[
    FieldKind::FirstName,
    FieldKind::FullName,
    FieldKind::Email,
    FieldKind::Phone,
    FieldKind::PhoneCountry,
    FieldKind::State,
    FieldKind::Country,
    FieldKind::Location,
    FieldKind::Website,
    FieldKind::ResumeFile,
    FieldKind::CoverLetterFile,
    FieldKind::CurrentTitle,
    FieldKind::Degree,
    FieldKind::EduStart,
    FieldKind::WorkStart,
    FieldKind::WorkEnd,
    FieldKind::WorkCurrent,
    FieldKind::YearsExperience,
    FieldKind::Skills,
    FieldKind::Languages,
    FieldKind::SalaryExpectation,
    FieldKind::NoticePeriod,
    FieldKind::StartDate,
    FieldKind::WorkAuthorization,
    FieldKind::VisaSponsorship,
    FieldKind::Relocation,
    FieldKind::RemoteOk,
    FieldKind::HowHeard,
    FieldKind::Gender,
    FieldKind::Pronouns,
    FieldKind::RaceEthnicity,
    FieldKind::Hispanic,
    FieldKind::Veteran,
    FieldKind::Disability,
    FieldKind::DateOfBirth,
    FieldKind::Consent,
    FieldKind::CustomQuestion,
    FieldKind::Other,
];

fn any_field() -> impl Strategy<Value = Field> {
    let texts = prop_oneof![
        Just("Yes".to_owned()),
        Just("No".to_owned()),
        Just("Germany (+49)".to_owned()),
        Just("5-10 €".to_owned()),
        Just("MM/DD/YYYY".to_owned()),
        Just("3 months".to_owned()),
        Just("März 2021".to_owned()),
        "\\PC{0,20}",
    ];
    let options = proptest::collection::vec(texts.clone(), 0..5);
    let flags = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        proptest::option::of(0u32..20),
        0usize..4,
    );
    (
        0..KINDS.len(),
        0..CONTROLS.len(),
        texts.clone(),
        options,
        texts,
        flags,
    )
        .prop_map(
            |(kind, control, label, options, value, (visible, negated, compound, most, entry))| {
                let texts: Vec<&str> = options.iter().map(String::as_str).collect();
                let mut field = field(KINDS[kind], CONTROLS[control], &label)
                    .options(&texts)
                    .placeholder(&value)
                    .legal(if negated { "DE" } else { "" }, negated, compound)
                    .entry(entry);
                field.raw.visible = visible;
                field.raw.max_length = most;
                if compound {
                    field.raw.value = value;
                }
                field
            },
        )
}

proptest! {
    #[test]
    fn every_field_is_written_or_left_once(
        fields in proptest::collection::vec(any_field(), 0..12),
        overwrite: bool,
        lang in "[a-z]{0,2}",
    ) {
        let (form, snapshot) = form(&lang, fields);
        let context = PlanContext { overwrite, job_country: Some("DE".to_owned()), ..PlanContext::default() };
        let plan = plan(&form, &snapshot, &person(), &context);
        let mut handles: Vec<u32> = plan.steps.iter().map(|s| s.handle).chain(plan.left.iter().map(|l| l.handle)).collect();
        handles.sort_unstable();
        let all: Vec<u32> = form.fields.iter().map(|f| f.handle).collect();
        prop_assert_eq!(handles, all);
        for left in &plan.left {
            prop_assert!(!left.message.is_empty());
        }
        for step in &plan.steps {
            let raw = &snapshot.fields[step.handle as usize - 1];
            prop_assert!(raw.visible);
            if let (WriteAction::SetText { value }, Some(most)) = (&step.action, raw.max_length) {
                prop_assert!(value.encode_utf16().count() <= most as usize);
            }
        }
    }
}

#[test]
fn files_come_first_and_once() {
    let offer = |file: &str| FileOffer {
        file: file.to_owned(),
        file_name: format!("{file}.pdf"),
        media_type: "application/pdf".to_owned(),
        size_bytes: 10,
        sha256: String::new(),
    };
    let context = PlanContext {
        files: vec![offer("resume")],
        ..PlanContext::default()
    };
    let fields = vec![
        field(FieldKind::ResumeFile, Control::File, "Autofill from résumé"),
        field(FieldKind::FirstName, Control::Text, "First name"),
        field(FieldKind::ResumeFile, Control::File, "Résumé").attribute("accept", ".pdf,.docx"),
        field(FieldKind::CoverLetterFile, Control::File, "Cover letter"),
    ];
    let expected = ["left Duplicate", "text Ada", "attach resume", "left NoFile"];
    check_form("en", fields.clone(), &person(), &context, &expected);
    let (form, snapshot) = form("en", fields);
    let plan = plan(&form, &snapshot, &person(), &context);
    assert_eq!(
        plan.steps.iter().map(|s| s.handle).collect::<Vec<_>>(),
        [3, 2]
    );
    let images =
        field(FieldKind::ResumeFile, Control::File, "Résumé").attribute("accept", "image/*");
    check_form(
        "en",
        vec![images],
        &person(),
        &context,
        &["left DoesNotFit"],
    );
}

#[test]
fn of_several_files_the_first_that_a_field_takes_is_attached() {
    let offer = |file: &str, name: &str| FileOffer {
        file: file.to_owned(),
        file_name: name.to_owned(),
        media_type: String::new(),
        size_bytes: 10,
        sha256: String::new(),
    };
    let context = PlanContext {
        files: vec![
            offer("resume/1", "r.pdf"),
            offer("resume/2", "r.docx"),
            offer("resumes", "other.txt"),
            offer("cover_letter/1", "l.pdf"),
        ],
        ..PlanContext::default()
    };
    let resume =
        |accept| field(FieldKind::ResumeFile, Control::File, "Résumé").attribute("accept", accept);
    let letter = field(FieldKind::CoverLetterFile, Control::File, "Cover letter");
    let one = |field, expected| check_form("en", vec![field], &person(), &context, &[expected]);
    one(resume(".pdf,.docx"), "attach resume/1");
    one(resume(".doc,.docx"), "attach resume/2");
    one(resume(".txt"), "left DoesNotFit");
    one(letter, "attach cover_letter/1");
}

#[test]
fn a_letter_written_for_the_job_answers_where_its_text_is_asked_for() {
    let context = PlanContext {
        letter: "Dear team,\n\nI bake.".to_owned(),
        ..PlanContext::default()
    };
    let asks = |kind, label| field(kind, Control::TextArea, label);
    let fields = vec![
        asks(FieldKind::CoverLetterText, "Cover letter"),
        asks(FieldKind::CustomQuestion, "What do you like about letters?"),
    ];
    let expected = ["text Dear team,\n\nI bake.", "left CustomQuestion"];
    check_form("en", fields, &person(), &context, &expected);
}

#[test]
fn a_plan_holds_only_what_it_writes() {
    let fields = vec![
        field(FieldKind::Email, Control::Email, "E-mail"),
        field(FieldKind::Phone, Control::Tel, "Phone").value("+44 20 7946 0000"),
        field(FieldKind::Gender, Control::Select, "Gender").options(&["Select", "Divers"]),
        field(FieldKind::SalaryExpectation, Control::Text, "Salary in USD"),
        field(FieldKind::City, Control::Text, "City").max_length(3),
        field(FieldKind::Consent, Control::CheckboxGroup, "I agree").options(&["I agree"]),
    ];
    let (form, snapshot) = form("en", fields);
    let plan = plan(&form, &snapshot, &person(), &PlanContext::default());
    let text = serde_json::to_string(&plan).expect("a plan is plain data");
    assert!(text.contains("ada@example.org"));
    for value in [
        "Brandt", "Hamburg", "2345678", "72000", "female", "Female", "Werft", "linkedin", "20457",
        "float", "7946",
    ] {
        assert!(!text.contains(value), "{value} is in the plan");
    }
}

#[test]
fn an_empty_profile_fills_nothing() {
    let fields: Vec<Field> = KINDS
        .iter()
        .map(|kind| field(*kind, Control::Text, "Are you authorized?").legal("DE", false, false))
        .collect();
    let (form, snapshot) = form("en", fields);
    let plan = plan(
        &form,
        &snapshot,
        &Profile::default(),
        &PlanContext::default(),
    );
    assert_eq!(plan.steps, []);
    assert_eq!(plan.left.len(), KINDS.len());
}

#[test]
fn what_needs_a_person_is_told_apart() {
    assert!(Refusal::LegalAmbiguous.needs_person(false));
    assert!(Refusal::NotInProfile.needs_person(true));
    assert!(!Refusal::NotInProfile.needs_person(false));
    assert!(!Refusal::Prefilled.needs_person(true));
    assert!(Refusal::PrefilledDiffers.needs_person(false));
    assert!(!Refusal::Trap.needs_person(true));
}
