use super::*;

fn meta(title: &str, url: &str) -> Meta {
    Meta::collect(title, &[], url)
}

#[track_caller]
fn check(title: &str, url: &str, role: Option<&str>, company: Option<&str>) {
    let reading = meta(title, url).readings().remove(0);
    assert_eq!(
        (reading.title.as_deref(), reading.company.as_deref()),
        (role, company),
        "{title}"
    );
}

#[test]
fn patterns_of_titles() {
    let nowhere = "https://jobs.example/x";
    let (role, company) = (Some("Night Baker"), Some("Crumb & Crust"));
    check("Night Baker at Crumb & Crust", nowhere, role, company);
    check("Night Baker @ Crumb & Crust", nowhere, role, company);
    check(
        "Job Application for Night Baker at Crumb & Crust",
        nowhere,
        role,
        company,
    );
    check(
        "Crumb & Crust hiring Night Baker in Ghent, Belgium | LinkedIn",
        nowhere,
        role,
        company,
    );
    check(
        "Bewerbung als Night Baker bei Crumb & Crust",
        nowhere,
        role,
        company,
    );
    check(
        "Offre d'emploi Night Baker chez Crumb & Crust",
        nowhere,
        role,
        company,
    );
    check("Crumb & Crust recrute Night Baker", nowhere, role, company);
    check(
        "Night Baker - Crumb & Crust",
        "https://jobs.example/crumb-crust/1",
        role,
        company,
    );
    check(
        "Crumb & Crust - Night Baker - Application",
        "https://crumbcrust.example/1",
        role,
        company,
    );
    check(
        "Night Baker | Careers at Crumb & Crust",
        nowhere,
        role,
        company,
    );
    check(
        "Night Baker - Crumb & Crust GmbH",
        nowhere,
        role,
        Some("Crumb & Crust GmbH"),
    );
    check("Night Baker - Remote", nowhere, role, None);
    check("Night Baker | SmartRecruiters", nowhere, role, None);
    // Nothing tells which of the two is the company.
    check("Night Baker - Crumb & Crust", nowhere, None, None);
}

#[test]
fn the_company_is_what_is_left_beside_the_role() {
    for (title, company) in [
        ("Night Baker - Crumb & Crust", Some("Crumb & Crust")),
        (
            "Crumb & Crust – Night Baker (m/w/d) – Ghent, Belgium",
            Some("Crumb & Crust"),
        ),
        (
            "Crumb & Crust | Night Baker | Ghent, Belgium",
            Some("Crumb & Crust"),
        ),
        (
            "Candidature - Night Baker | Postes à Crumb & Crust",
            Some("Crumb & Crust"),
        ),
        ("Night Baker - Shops - Crumb & Crust", None),
        ("Night Baker - Vollzeit - Berlin", None),
    ] {
        let read = meta(title, "https://jobs.example/x").company_beside("Night Baker");
        assert_eq!(read.as_deref(), company, "{title}");
    }
}

#[test]
fn a_site_is_not_the_employer() {
    let pairs = [("og:site_name".to_owned(), "LinkedIn".to_owned())];
    assert_eq!(Meta::collect("x", &pairs, "").site_name, None);
    let pairs = [(
        "og:site_name".to_owned(),
        "Crumb &amp; Crust Careers".to_owned(),
    )];
    assert_eq!(
        Meta::collect("x", &pairs, "").site_name.as_deref(),
        Some("Crumb & Crust")
    );
}
