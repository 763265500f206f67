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

#[test]
fn a_language_that_nobody_listed_keeps_what_is_said_of_it() {
    let resume = read("# Languages\nEnglish: native\nIgbo: fluent\nSorbian (B2)\nnature films");
    assert_eq!(
        values(&resume.languages),
        ["English: native", "Igbo: fluent", "Sorbian (B2)"]
    );
}

#[test]
fn a_level_may_stand_below_its_language_or_be_drawn() {
    let resume = read("# Sprachen\nDeutsch: Muttersprache\nNiederländisch:\nverhandlungssicher");
    assert_eq!(
        values(&resume.languages),
        [
            "Deutsch: Muttersprache",
            "Niederländisch: verhandlungssicher"
        ]
    );
    let resume = read(
        "# Languages\nFrench ■■■■■\nGreek ■■■□□ (working)\n\n# Skills\nExcel: advanced ◦ Jira",
    );
    assert_eq!(values(&resume.languages), ["French", "Greek (working)"]);
}

#[test]
fn languages_are_found_under_a_heading_of_everything_else() {
    let resume = read(
        "# Additional information\nLanguages: Polish, Hindi; Greek (conversational). Open to travel. Systems: Jira, Miro.",
    );
    assert_eq!(
        values(&resume.languages),
        ["Polish", "Hindi", "Greek (conversational)"]
    );
}

#[test]
fn groups_of_skills_may_share_a_line_and_have_signs_of_their_own_between_them() {
    let resume = read("# Tools\nDrawing: Figma, Penpot / Teaching: Moodle, Canvas LMS / Code: Git");
    assert_eq!(
        values(&resume.skills),
        ["Figma", "Penpot", "Moodle", "Canvas LMS", "Git"]
    );
    let resume = read("# Core competencies\nTreasury ◦ Pricing ◦ SAP S/4HANA ◦\nBoard reporting");
    assert_eq!(
        values(&resume.skills),
        ["Treasury", "Pricing", "SAP S/4HANA", "Board reporting"]
    );
}

#[test]
fn each_certificate_is_one() {
    let resume = read(
        "# Tickets & certs\nGreen Belt: part 1 passed 04/2026, part 2 booked. Forklift (reach). First aid (2023).\n\n\
         # Zertifikate\nAzure Data Engineer (2024)\nBilanzbuchhalter IHK (2018)",
    );
    assert_eq!(
        values(&resume.certificates),
        [
            "Green Belt: part 1 passed 04/2026, part 2 booked",
            "Forklift (reach)",
            "First aid (2023)",
            "Azure Data Engineer (2024)",
            "Bilanzbuchhalter IHK (2018)",
        ]
    );
}

#[test]
fn tools_that_stand_side_by_side_are_each_one() {
    let resume = read("# Skills\nReact TypeScript JavaScript\nPower BI\nGit for beginners");
    assert_eq!(
        values(&resume.skills),
        [
            "React",
            "TypeScript",
            "JavaScript",
            "Power BI",
            "Git for beginners"
        ]
    );
}

#[test]
fn what_is_called_a_certificate_is_no_school() {
    let resume = read(
        "# Qualifications\nBSc Statistics, Oakham University, 2018\nPayroll Technician Certificate (2019)\n\
         Tableau Certified Data Analyst (2024)",
    );
    assert_eq!(
        values(&resume.certificates),
        [
            "Payroll Technician Certificate (2019)",
            "Tableau Certified Data Analyst (2024)"
        ]
    );
    assert_eq!(resume.education.len(), 1, "{:?}", resume.education);
}
