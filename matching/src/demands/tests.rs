use super::*;

fn kinds(description: &str) -> Vec<(NeedKind, bool)> {
    of_text("Baker", description)
        .needs
        .into_iter()
        .map(|need| (need.kind, need.required))
        .collect()
}

fn skill(name: &str) -> SkillId {
    vocabulary::skill(name).expect("the vocabulary knows it")
}

#[test]
fn needs_by_kind() {
    assert_eq!(
        kinds(
            "## Requirements\n\n- 3+ years of experience with PostgreSQL\n- Fluent German\n- Forklift licence\n\n## Nice to have\n\n- Bachelor's degree"
        ),
        [
            (
                NeedKind::Years {
                    years: 3,
                    skills: vec![skill("PostgreSQL")]
                },
                true
            ),
            (
                NeedKind::Skills {
                    skills: vec![skill("PostgreSQL")],
                    any: false
                },
                true
            ),
            (
                NeedKind::Language {
                    code: "de",
                    level: LanguageLevel::C1
                },
                true
            ),
            (NeedKind::Licence(skill("Forklift licence")), true),
            (NeedKind::Degree(DegreeLevel::Bachelor), false),
        ]
    );
}

#[test]
fn german_and_french_postings() {
    let german = kinds(
        "Dein Profil\n\n- Abgeschlossene Ausbildung als Bäcker\n- Führerschein Klasse B\n- Mindestens zwei Jahre Berufserfahrung",
    );
    assert!(
        german.contains(&(NeedKind::Degree(DegreeLevel::Vocational), true)),
        "{german:?}"
    );
    assert!(
        german.contains(&(NeedKind::Licence(skill("Driving licence")), true)),
        "{german:?}"
    );
    assert!(
        german.contains(&(
            NeedKind::Years {
                years: 2,
                skills: vec![]
            },
            true
        )),
        "{german:?}"
    );
    let french = kinds("Votre profil\n\n- Permis B exigé\n- Anglais courant serait un plus");
    assert!(
        french.contains(&(NeedKind::Licence(skill("Driving licence")), true)),
        "{french:?}"
    );
    assert!(
        french.contains(&(
            NeedKind::Language {
                code: "en",
                level: LanguageLevel::C1
            },
            false
        )),
        "{french:?}"
    );
}

#[test]
fn a_text_without_headings_is_read_by_its_sentences() {
    let found = kinds(
        "We bake bread.\nYou have experience with sourdough and food hygiene.\nOur team has grown for 20 years.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        matches!(&found[0].0, NeedKind::Skills { skills, .. } if skills.len() == 2),
        "{found:?}"
    );
}

#[test]
fn what_the_company_offers_is_not_asked_for() {
    let found = kinds(
        "Requirements:\n- Excel\n\nBenefits:\n- Yoga, massage and a forklift licence for free",
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn skills_of_the_work_matter_more_than_those_beside_it() {
    let demands = of_text(
        "Recruiter",
        "About us\n- We build machine learning systems\n\nRequirements\n- Full cycle recruiting\n- You use AI tools",
    );
    let weight = |name: &str| {
        demands
            .skills
            .iter()
            .find(|(id, _)| *id == skill(name))
            .map_or(0.0, |(_, weight)| *weight)
    };
    assert!(weight("Recruiting") > 0.7, "{:?}", demands.skills);
    assert!(weight("Machine learning") < 0.05, "{:?}", demands.skills);
}

#[test]
fn one_of_several_languages_is_enough() {
    let asked = |line: &str| {
        kinds(&format!("Requirements\n- {line}"))
            .into_iter()
            .filter_map(|(kind, required)| match kind {
                NeedKind::Language { code, .. } => Some((code, required)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        asked("Fluent English and Italian or French"),
        [("en", true), ("fr", false), ("it", false)]
    );
    assert_eq!(
        asked("Fluent English; German helps"),
        [("en", true), ("de", false)]
    );
    assert_eq!(
        asked("Good English, German helps"),
        [("en", true), ("de", false)]
    );
    assert_eq!(asked("English and German"), [("en", true), ("de", true)]);
    assert_eq!(
        asked("Język angielski lub niemiecki"),
        [("en", false), ("de", false)]
    );
}

#[test]
fn a_licence_beside_another_way_is_not_strictly_asked_for() {
    assert!(
        kinds("Requirements\n- A driving licence or a home near the depot")
            .iter()
            .all(|(kind, required)| !matches!(kind, NeedKind::Licence(_)) || !required)
    );
}

#[test]
fn items_are_known_by_any_sign_and_offers_ask_for_nothing() {
    assert_eq!(
        kinds(
            "What you bring\n\n★ Fluent German\n➤ Forklift licence\n\n£30,000 a year, a forklift licence paid by us\n\nWe pay for your French courses"
        ),
        [
            (
                NeedKind::Language {
                    code: "de",
                    level: LanguageLevel::C1
                },
                true
            ),
            (NeedKind::Licence(skill("Forklift licence")), true),
        ]
    );
}

#[test]
fn what_stands_before_the_welcome_is_read_where_no_heading_tells_it() {
    let found = kinds(
        "You have three years of work experience at an oven.\n\nNice to have\n\n- Forklift licence",
    );
    assert!(
        found.contains(&(
            NeedKind::Years {
                years: 3,
                skills: Vec::new()
            },
            true
        )),
        "{found:?}"
    );
    assert!(found.contains(&(NeedKind::Licence(skill("Forklift licence")), false)));
}

#[test]
fn long_paragraphs_are_read_by_sentence() {
    let text = "Requirements\n\nYou have baked bread of every sort for at least two years of work and know why a dough rests, and how long it rests on a cold day in winter. A forklift licence helps when the flour comes, but is a bonus. We speak German at the oven.";
    let found = of_text("Baker", text);
    let licence = found
        .needs
        .iter()
        .find(|need| matches!(need.kind, NeedKind::Licence(_)))
        .expect("the licence is read");
    assert!(!licence.required);
    assert_eq!(
        licence.text,
        "A forklift licence helps when the flour comes, but is a bonus."
    );
}

#[test]
fn everyday_words_are_no_languages() {
    let found = kinds(
        "Requirements\n\n- A policy that lets you go home\n- Polish the ovens\n- polish our bread",
    );
    assert!(
        !found
            .iter()
            .any(|(kind, _)| matches!(kind, NeedKind::Language { code, .. } if *code != "pl")),
        "{found:?}"
    );
}

#[test]
fn years_among_what_is_asked_for_are_years_of_work() {
    let years = |line: &str| {
        kinds(&format!("## Requirements\n\n- {line}"))
            .into_iter()
            .find_map(|(kind, _)| match kind {
                NeedKind::Years { years, .. } => Some(years),
                _ => None,
            })
    };
    for (line, expect) in [
        ("4 yrs commercial HVAC service", Some(4)),
        ("4+ years in performance marketing for a brand", Some(4)),
        ("3+ years as a software engineer on web products", Some(3)),
        ("5 Jahre im Einkauf", Some(5)),
        ("At least 18 years of age", None),
        ("Must be 21 years or older", None),
        ("Machines with a warranty of 3 years", None),
    ] {
        assert_eq!(years(line), expect, "{line}");
    }
}

fn years_of(line: &str) -> Option<u32> {
    kinds(&format!("## Requirements\n\n- {line}"))
        .into_iter()
        .find_map(|(kind, _)| match kind {
            NeedKind::Years { years, .. } => Some(years),
            _ => None,
        })
}

#[test]
fn an_age_is_no_experience() {
    for line in [
        "18+ years old",
        "18 years of age or older",
        "18 years or over to work in our bars",
        "You must be 18 years or above to work with us",
        "Aged at least 20 years",
        "18 years of age minimum previous experience needed",
        "Minimum age: 20 years in this role",
        "Older than 25 years, for the hire car",
        "Mindestens 18 Jahre alt",
        "18 Jahre oder älter",
        "Mindestalter: 18 Jahre, Erfahrung erwünscht",
        "18 Jahre und Freude an der Praxis",
        "18 ans minimum",
        "18 ans minimum, première expérience souhaitée",
        "18 ans révolus",
        "Être âgé de 20 ans minimum",
        "20 ans révolus",
        "18 años cumplidos",
        "25 años cumplidos",
        "18 años de edad",
        "18 años o más",
        "Mayor de 18 años con experiencia en bares",
        "18 anni compiuti",
        "Età minima 20 anni",
        "Je bent 18 jaar of ouder",
        "Je bent minimaal 18 jaar en beschikt over rijbewijs B",
        "20 jaar of ouder",
        "18 anos completos",
        "Idade mínima de 20 anos",
        "Ukończone 18 lat",
        "18 lat ukończone",
        "Wiek: 20 lat",
    ] {
        assert_eq!(years_of(line), None, "{line}");
    }
}

#[test]
fn what_a_thing_lasts_is_no_experience() {
    for line in [
        "2 years warranty",
        "2 years of warranty on all ovens",
        "Know our contract of 2 years in detail",
        "4 year degree in physics",
        "2 Jahre Garantie",
        "3 Jahre Berufsausbildung im Handwerk",
        "2 ans de garantie",
        "2 años de garantía",
        "2 anni di garanzia",
        "2 jaar garantie",
        "2 lata gwarancji",
    ] {
        assert_eq!(years_of(line), None, "{line}");
    }
}

#[test]
fn years_of_work_stay_years_of_work_beside_words_of_age_and_things() {
    for (line, expect) in [
        ("5 years minimum in sales", 5),
        ("5 years and over in sales", 5),
        ("3 years with older people", 3),
        ("3 years of older adult care experience", 3),
        ("Aged care, 3 years in a home", 3),
        ("2 years contract management", 2),
        ("2 years warranty claims handling", 2),
        ("A degree and 3 years in physics", 3),
        ("4 year degree or 3 years of experience", 3),
        ("18 years of experience as an architect", 18),
        ("At least 18 years of age and 2 years of experience", 2),
        ("Mindestens 3 Jahre Erfahrung", 3),
        ("3 Jahre in der Altenpflege", 3),
        ("3 ans minimum d'expérience", 3),
        ("3 ans minimum", 3),
        ("3 ans révolus d'expérience", 3),
        ("Tener 18 años y 2 años de experiencia", 2),
        ("3 anni di esperienza", 3),
        ("3 jaar ervaring", 3),
        ("3 jaar of meer in de zorg", 3),
        ("3 anos completos de experiência", 3),
        ("3 lata doświadczenia", 3),
    ] {
        assert_eq!(years_of(line), Some(expect), "{line}");
    }
}

#[test]
fn a_licence_or_language_that_is_useful_is_not_required() {
    let required = |line: &str| -> Vec<bool> {
        kinds(&format!("## Requirements\n\n- {line}"))
            .into_iter()
            .filter(|(kind, _)| matches!(kind, NeedKind::Licence(_) | NeedKind::Language { .. }))
            .map(|(_, required)| required)
            .collect()
    };
    assert_eq!(
        required("A forklift licence is useful, not essential"),
        [false]
    );
    assert_eq!(required("Forklift licence"), [true]);
    assert_eq!(
        required("Able to lift 50 lbs. English required, Spanish helpful."),
        [true, false]
    );
}

#[test]
fn what_stands_below_a_heading_of_perks_is_not_asked_for() {
    let text = "Requirements\n\nExcellent SQL\nConfident presenting\n\nPerks\n\nHealth insurance and a pension";
    let needs = of_text("Product Analyst", text).needs;
    let texts: Vec<&str> = needs.iter().map(|need| need.text.as_str()).collect();
    assert_eq!(texts, ["Excellent SQL", "Confident presenting"]);
}

fn asked(title: &str, description: &str, requirements: &[&str]) -> Vec<String> {
    let posting = JobPosting {
        title: Some(title.to_owned()),
        description: Some(description.to_owned()),
        requirements: requirements
            .iter()
            .map(|text| Requirement {
                text: (*text).to_owned(),
                kind: RequirementKind::Required,
            })
            .collect(),
        ..JobPosting::default()
    };
    of(&posting)
        .needs
        .into_iter()
        .map(|need| need.text)
        .collect()
}

#[test]
fn a_requirement_may_begin_with_a_word_of_a_heading() {
    let items = [
        "Contact centre experience",
        "Culture change experience",
        "Diversity champion",
        "SQL",
    ];
    assert_eq!(asked("Analyst", "We count things.", &items), items);
    let listed = format!("## Requirements\n\n- {}", items.join("\n- "));
    let plain = format!("Requirements\n\n{}", items.join("\n"));
    for text in [listed, plain] {
        let needs = of_text("Analyst", &text).needs;
        let texts: Vec<&str> = needs.iter().map(|need| need.text.as_str()).collect();
        assert_eq!(texts, items, "{text}");
    }
}

#[test]
fn a_heading_among_the_requirements_asks_for_nothing() {
    assert_eq!(
        asked(
            "Analyst",
            "We count.",
            &[
                "SQL",
                "Benefits:",
                "Perks & benefits",
                "Compensation and Benefits",
                "Über uns",
                "Contact"
            ]
        ),
        ["SQL"]
    );
}

#[test]
fn a_skill_that_the_company_names_of_itself_is_still_asked_for() {
    let about = "About us\n\nOur reports run on SQL and Excel.\n\n";
    assert_eq!(asked("Analyst", about, &["SQL"]), ["SQL"]);
    let perks = "Perks\n\n- Health insurance\n- **French** courses";
    assert_eq!(
        asked(
            "Analyst",
            perks,
            &["Health insurance", "french courses", "SQL"]
        ),
        ["SQL"]
    );
    let both = "About us\n\n- SQL\n\nRequirements\n\n- SQL";
    assert_eq!(asked("Analyst", both, &["SQL"]), ["SQL"]);
}
