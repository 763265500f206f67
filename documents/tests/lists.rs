//! Skills, languages and certificates as people list them: among each other, and under headings that name two.

mod support;

use foothold_documents::read::Found;
use support::read;

fn values(found: &[Found<String>]) -> Vec<&str> {
    found.iter().map(|found| found.value.as_str()).collect()
}

#[test]
fn languages_are_found_among_skills_and_schools() {
    let resume = read(
        "# Kenntnisse\nPersonio, MS Office, HubSpot. Deutsch Muttersprache, Englisch gut (B2–C1). Führerschein B.\n\n\
         # Education\nBSc Nautical Science, University of Oakham\t2014 – 2018\nLanguages: Arabic, French (intermediate)",
    );
    assert_eq!(
        values(&resume.skills),
        ["Personio", "MS Office", "HubSpot", "Führerschein B"]
    );
    assert_eq!(
        values(&resume.languages),
        [
            "Deutsch Muttersprache",
            "Englisch gut (B2–C1)",
            "Arabic",
            "French (intermediate)"
        ]
    );
    assert_eq!(resume.education.len(), 1);
}

#[test]
fn an_entry_of_languages_may_name_two_or_say_more_than_a_level() {
    let resume = read(
        "# Languages\nItalian and German (both mother tongue, school-leaving exam in German), English (C1)\n\
         Dutch: B1 certificate, B2 course running",
    );
    assert_eq!(
        values(&resume.languages),
        [
            "Italian and German (both mother tongue, school-leaving exam in German)",
            "English (C1)",
            "Dutch: B1 certificate",
        ]
    );
    let resume = read("# Languages\nPortuguese (native), Spanish (reads well). Python, Git");
    assert_eq!(
        values(&resume.languages),
        ["Portuguese (native)", "Spanish (reads well)"]
    );
    assert_eq!(values(&resume.skills), ["Python", "Git"]);
    let resume = read(
        "# Idiomas e informática\nCastellano y valenciano: lengua materna. Inglés: B2. Excel, Jira",
    );
    assert_eq!(
        values(&resume.languages),
        ["Castellano y valenciano: lengua materna", "Inglés: B2"]
    );
    assert_eq!(values(&resume.skills), ["Excel", "Jira"]);
}

#[test]
fn certificates_under_a_heading_that_names_schools_too() {
    let resume = read(
        "# Education and certificates\n\
         B.Sc. Network Engineering, Oakham University, 2017\n\
         Associate of Applied Science, Larch College, 2024. OSHA 30 General Industry, 2024. Lean Yellow Belt.\n\
         Security+ (2021), CySA+ (2023), Cloud Architect – Associate (2025)",
    );
    assert_eq!(
        values(&resume.certificates),
        [
            "OSHA 30 General Industry, 2024",
            "Lean Yellow Belt",
            "Security+ (2021)",
            "CySA+ (2023)",
            "Cloud Architect – Associate (2025)"
        ]
    );
    assert_eq!(resume.education.len(), 2, "{:?}", resume.education);
    let both = read(
        "# SCHOOL & CERTIFICATES\nBSc Geology, Oakham University, 2017. First aid course, 2016.",
    );
    assert_eq!(values(&both.certificates), ["First aid course, 2016"]);
    assert_eq!(both.education.len(), 1);
    let plain = read("# Education\nB.Sc. Geology, Oakham University, 2017\nSafety course, 2016");
    assert_eq!(plain.education.len() + plain.certificates.len(), 2);
}
