use super::*;

#[track_caller]
fn about(question: &str, expected: Option<Topic>) {
    assert_eq!(topic(question), expected, "{question}");
}

#[test]
fn protected_questions_are_known_in_eight_languages() {
    use Topic as T;
    for (question, expected) in [
        ("What is your current salary?", T::SalaryHistory),
        ("Wie hoch ist Ihr aktuelles Gehalt?", T::SalaryHistory),
        ("Salaire actuel (brut annuel)", T::SalaryHistory),
        ("Huidig salaris", T::SalaryHistory),
        ("Are you pregnant?", T::Pregnancy),
        ("Anzahl der Kinder", T::Pregnancy),
        ("¿Tiene hijos?", T::Pregnancy),
        ("Marital status", T::MaritalStatus),
        ("Familienstand", T::MaritalStatus),
        ("Stato civile", T::MaritalStatus),
        ("Stan cywilny", T::MaritalStatus),
        ("What is your religion?", T::Religion),
        ("Konfession", T::Religion),
        ("Geburtsdatum", T::Age),
        ("How old are you?", T::Age),
        ("Idade", T::Age),
        ("Do you have any medical conditions?", T::Health),
        ("Stan zdrowia", T::Health),
        ("Haben Sie eine Schwerbehinderung?", T::Disability),
        (
            "Have you ever been convicted of a felony?",
            T::CriminalRecord,
        ),
        ("Sind Sie vorbestraft?", T::CriminalRecord),
        ("Are you a member of a trade union?", T::Union),
        ("Gewerkschaftsmitglied?", T::Union),
        ("Political affiliation", T::Politics),
        ("What is your sexual orientation?", T::SexualOrientation),
        ("Orientation sexuelle", T::SexualOrientation),
        ("Nationality", T::Origin),
        ("Geburtsort", T::Origin),
        ("Lugar de nacimiento", T::Origin),
        ("Bewerbungsfoto", T::Photo),
    ] {
        about(question, Some(expected));
    }
}

#[test]
fn other_questions_with_such_words_are_not_flagged() {
    for question in [
        "What is your expected salary?",
        "Are you at least 18 years old?",
        "Sind Sie volljährig?",
        "Do you have experience in health care?",
        "Do you need an accommodation because of a disability?",
        "Have you worked with children with disabilities?",
        "Are you a politically exposed person?",
        "Do you bank with a credit union?",
        "Do you have work experience in the European Union?",
        "Military status",
        "Which languages do you speak?",
        "What are your hobbies?",
        "We are an equal opportunity employer: religion, sexual orientation, disability and national origin, \
         date of birth and marital status play no part.",
        "",
    ] {
        about(question, None);
    }
}

#[track_caller]
fn says(topic: Topic, country: &str, location: Option<&str>, expected: Option<&str>) {
    let place = Place::of(Some(country), location).expect("a country of the table");
    assert_eq!(
        notice(topic, &place, "2026-11-21").as_deref(),
        expected,
        "{country} {location:?}"
    );
}

#[test]
fn the_notice_names_the_law_of_the_place() {
    use Topic as T;
    says(
        T::SalaryHistory,
        "US",
        Some("San Francisco, CA"),
        Some("In California employers usually may not ask this (California Labor Code § 432.3)."),
    );
    says(T::SalaryHistory, "US", Some("Austin, TX"), None);
    says(T::SalaryHistory, "US", Some("Austin, TX; Denver, CO"), None);
    says(
        T::SalaryHistory,
        "US",
        Some("Denver, CO; Boulder, Colorado"),
        Some(
            "In Colorado employers usually may not ask this (Colorado Equal Pay for Equal Work Act).",
        ),
    );
    says(
        T::SalaryHistory,
        "DE",
        None,
        Some(
            "In Germany employers usually may not ask this (EU Pay Transparency Directive 2023/970, Article 5).",
        ),
    );
    says(
        T::Health,
        "UK",
        None,
        Some(
            "In the United Kingdom employers usually may not ask this before they make an offer (Equality Act 2010, section 60).",
        ),
    );
    // A state's law comes before its country's, and a member state's before the Union's.
    says(
        T::Age,
        "US",
        Some("Hartford, Connecticut"),
        Some(
            "In Connecticut employers usually may not ask this in an application form (Connecticut Public Act 21-69).",
        ),
    );
    says(
        T::Religion,
        "DE",
        None,
        Some(
            "In Germany employers usually may not ask this (Allgemeines Gleichbehandlungsgesetz, §§ 1 and 7).",
        ),
    );
    says(
        T::Religion,
        "FI",
        None,
        Some(
            "In Finland the answer to this usually must not count in hiring (EU Directive 2000/78/EC).",
        ),
    );
    says(T::Politics, "JP", None, None);
}

#[test]
fn a_law_counts_from_its_day_on() {
    let place = Place::of(Some("FR"), None).expect("a country of the table");
    assert_eq!(notice(Topic::SalaryHistory, &place, "2026-06-06"), None);
    assert_eq!(notice(Topic::SalaryHistory, &place, ""), None);
    assert!(notice(Topic::SalaryHistory, &place, "2026-06-07").is_some());
}
