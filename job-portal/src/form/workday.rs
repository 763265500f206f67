//! Workday: several screens at one address, rows that are added, lists behind buttons.

use super::{Field, Section, Shape, Step, options, plain, questions, uuid, word};
use crate::jobs::{Answer, Job, Lang};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let step = |id, title, sections| Step {
        id,
        title: word(lang, title),
        sections,
    };
    let mut steps = vec![
        step("applyFlowMyInfoPage", "my_information", my_information(job)),
        step("applyFlowMyExpPage", "my_experience", my_experience(job)),
        step(
            "applyFlowPrimaryQuestionsPage",
            "application_questions",
            own_questions(job),
        ),
        step(
            "applyFlowVoluntaryDisclosuresPage",
            "voluntary_disclosures",
            disclosures(job),
        ),
    ];
    if job.self_identification {
        steps.push(step(
            "applyFlowSelfIdentifyPage",
            "self_identify",
            self_identify(lang),
        ));
    }
    steps.push(step("applyFlowReviewPage", "review", Vec::new()));
    steps
}

fn my_information(job: &Job) -> Vec<Section> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let source = vec![
        field("source", "how_heard", Shape::Prompt).options(plain(&words_of(
            lang,
            &[
                "source_website",
                "source_board",
                "source_friend",
                "source_event",
            ],
        ))),
        field("candidateIsPreviousWorker", "previous_worker", Shape::Radio)
            .options(options::yes_no(lang))
            .required(),
    ];
    let name = vec![
        field("country", "country", Shape::Select)
            .options(options::countries(lang))
            .required(),
        field("legalName--firstName", "given_name", Shape::Text).required(),
        field("legalName--lastName", "family_name", Shape::Text).required(),
    ];
    let mut address = vec![
        field("addressLine1", "address_line1", Shape::Text),
        field("city", "city", Shape::Text),
    ];
    let regions = options::regions(&job.location.country);
    if !regions.is_empty() {
        address.push(field("countryRegion", "state", Shape::Select).options(regions));
    }
    address.push(field("postalCode", "postal_code", Shape::Text));
    let phone = vec![
        field("email", "email", Shape::Text).required(),
        field("phoneType", "phone_type", Shape::Select)
            .options(plain(&words_of(lang, &["mobile", "landline"])))
            .required(),
        field("country-phone-code", "phone_code", Shape::Prompt)
            .options(options::calling_codes(lang))
            .required(),
        field("phoneNumber", "phone_number", Shape::Text).required(),
        field("extension", "phone_extension", Shape::Text),
    ];
    vec![
        Section::new("source", "", source),
        Section::new("legalName", word(lang, "legal_name"), name),
        Section::new("address", word(lang, "address"), address),
        Section::new("phone", word(lang, "contact"), phone),
    ]
}

fn my_experience(job: &Job) -> Vec<Section> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let work = vec![
        field("jobTitle", "job_title", Shape::Text).required(),
        field("companyName", "company", Shape::Text).required(),
        field("location", "location", Shape::Text),
        field("currentlyWorkHere", "currently_work_here", Shape::Checkbox),
        field("startDate", "from", Shape::Month).required(),
        field("endDate", "to", Shape::Month).required(),
        field("roleDescription", "role_description", Shape::Textarea),
    ];
    let education = vec![
        field("schoolName", "school", Shape::Text).required(),
        field("degree", "degree", Shape::Select)
            .options(options::degrees(lang))
            .required(),
        field("fieldOfStudy", "field_of_study", Shape::Text),
        field("firstYearAttended", "first_year", Shape::Year),
        field("lastYearAttended", "last_year", Shape::Year),
    ];
    let skills = vec![field("skills", "skills_add", Shape::Tags).options(plain(&options::SKILLS))];
    let resume = Section::new(
        "resume",
        word(lang, "resume"),
        vec![field("resume", "upload_a_file", Shape::File).required()],
    );
    let mut sections = vec![
        Section::new("workExperience", word(lang, "work_experience"), work).rows("workExperience"),
        Section::new("education", word(lang, "education"), education).rows("education"),
        Section::new("skills", word(lang, "skills"), skills),
        Section::new(
            "socialNetworkAccounts",
            word(lang, "links"),
            vec![field(
                "socialNetworkAccounts--linkedInAccount",
                "linkedin_profile",
                Shape::Text,
            )],
        ),
    ];
    // Where it is read, it is asked for first.
    sections.insert(if job.parses_resume { 0 } else { 3 }, resume);
    sections
}

fn own_questions(job: &Job) -> Vec<Section> {
    let fields = questions(
        job,
        |_, asked| {
            format!(
                "primaryQuestionnaire--{}",
                uuid(job, &asked.id.0).replace('-', "")
            )
        },
        |answer| match answer {
            Answer::YesNo | Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Date => Shape::Date,
            Answer::Text | Answer::Number | Answer::Url => Shape::Text,
        },
    );
    vec![Section::new("primaryQuestionnaire", "", fields)]
}

fn disclosures(job: &Job) -> Vec<Section> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let mut sections = Vec::new();
    if job.self_identification {
        let personal = vec![
            field("personalInfoUS--ethnicity", "race", Shape::Select)
                .options(options::race_or_hispanic()),
            field("personalInfoUS--gender", "gender", Shape::Select).options(options::gender()),
            field("personalInfoUS--veteranStatus", "veteran", Shape::Select)
                .options(options::veteran()),
        ];
        sections
            .push(Section::new("personalInfoUS", "", personal).note(word(lang, "voluntary_note")));
    }
    let terms =
        vec![field("acceptTermsAndAgreements", "terms_consent", Shape::Checkbox).required()];
    sections.push(Section::new(
        "termsAndConditions",
        word(lang, "terms"),
        terms,
    ));
    sections
}

fn self_identify(lang: Lang) -> Vec<Section> {
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let fields = vec![
        field(
            "selfIdentifiedDisabilityData--name",
            "your_name",
            Shape::Text,
        ),
        field(
            "selfIdentifiedDisabilityData--dateSignedOn",
            "date_signed",
            Shape::Date,
        ),
        field(
            "selfIdentifiedDisabilityData--disabilityStatus",
            "disability",
            Shape::Radio,
        )
        .options(options::disability()),
    ];
    let title = word(lang, "disability_title");
    vec![
        Section::new("selfIdentifiedDisabilityData", title, fields)
            .note(word(lang, "voluntary_note")),
    ]
}

fn words_of(lang: Lang, keys: &[&str]) -> Vec<&'static str> {
    keys.iter().map(|key| word(lang, key)).collect()
}
