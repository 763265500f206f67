//! Jobs, schools, skills and addresses as people set them, line by line.

mod support;

use foothold_documents::read::dates::Date;
use foothold_documents::read::{Found, Resume, understand};
use support::{page, read};

fn said(found: &Option<Found<String>>) -> &str {
    found.as_ref().map_or("", |found| found.value.as_str())
}

fn year(date: Option<Date>) -> u16 {
    date.map_or(0, |date| date.year)
}

/// Title, company and first year of each job.
fn jobs(resume: &Resume) -> Vec<(&str, &str, u16)> {
    let jobs = resume.work.iter();
    jobs.map(|job| (said(&job.title), said(&job.company), year(job.start)))
        .collect()
}

/// Degree and school of each.
fn schools(resume: &Resume) -> Vec<(&str, &str)> {
    let schools = resume.education.iter();
    schools
        .map(|one| (said(&one.degree), said(&one.school)))
        .collect()
}

#[test]
fn roles_set_like_the_text_belong_to_the_company_above_them() {
    let resume = read(
        "# Experience
        * Harbour Lights
        5 years 3 months

        Group Product Manager
        January 2023 - Present (2 years 9 months)
        Tartu, Estonia
        Owns what fails at night, three teams.

        Senior Product Manager
        July 2020 - December 2022 (2 years 6 months)
        Tartu, Estonia
        Brought dispatch to fourteen towns.

        * Northwind Systems

        Product Manager
        March 2017 - June 2020 (3 years 4 months)
        Plans cargo for ferries.",
    );
    let expected = [
        ("Group Product Manager", "Harbour Lights", 2023),
        ("Senior Product Manager", "Harbour Lights", 2020),
        ("Product Manager", "Northwind Systems", 2017),
    ];
    assert_eq!(jobs(&resume), expected);
}

#[test]
fn a_job_may_be_called_work_experience() {
    let resume = read(
        "# Experience
        * Volunteer at Quayside Charity Shop
        June 2025 – now
        I sort clothes and use the till.

        * Work experience
        Little Harbour Nursery, July 2025
        Two weeks helping with small children.

        * Work experience at Saltmarsh Farm
        June 2024
        One week of feeding and fencing.",
    );
    let jobs = jobs(&resume);
    assert_eq!(jobs[0], ("Volunteer", "Quayside Charity Shop", 2025));
    assert_eq!(jobs[1], ("Work experience", "Little Harbour Nursery", 2025));
    assert_eq!(jobs[2], ("Work experience", "Saltmarsh Farm", 2024));
}

#[test]
fn a_time_without_a_job_is_none() {
    let resume = read(
        "# Berufserfahrung
        seit 03/2020\tFilialleiterin, Buchhaus Morgenlicht GmbH
        02/2019 – 02/2020\tElternzeit
        09/2014 – 01/2019\tBuchhändlerin, Talmedien KG",
    );
    let companies: Vec<&str> = jobs(&resume).iter().map(|job| job.1).collect();
    assert_eq!(companies, ["Buchhaus Morgenlicht GmbH", "Talmedien KG"]);
}

#[test]
fn employers_named_with_their_address_are_named_without() {
    let resume = read(
        "# Esperienza lavorativa
        Date (da – a)\tDa giugno 2008 ad agosto 2011
        Nome e indirizzo del datore di lavoro\tCantine Valchiara S.r.l., Via dei Mulini 3, 37032 Valchiara
        Tipo di impiego\tContabile
        # Istruzione e formazione
        Date (da – a)\t2000 – 2005
        Nome e tipo di istituto di istruzione\tIstituto Tecnico Valchiara, Verona
        Qualifica conseguita\tDiploma di ragioneria",
    );
    let expected = [("Contabile", "Cantine Valchiara S.r.l.", 2008)];
    assert_eq!(jobs(&resume), expected);
    assert_eq!(year(resume.work[0].end), 2011);
    let expected = [("Diploma di ragioneria", "Istituto Tecnico Valchiara")];
    assert_eq!(schools(&resume), expected);
}

#[test]
fn subjects_have_commas_of_their_own_before_a_school() {
    let resume = read(
        "# Education
        A-levels in Biology, Chemistry and Maths, Northshore Sixth Form College\t2012 – 2014
        Senior Leader Course, Northshore Logistics University\t2017",
    );
    let expected = [
        (
            "A-levels in Biology, Chemistry and Maths",
            "Northshore Sixth Form College",
        ),
        ("Senior Leader Course", "Northshore Logistics University"),
    ];
    assert_eq!(schools(&resume), expected);
}

#[test]
fn a_grade_behind_a_degree_is_known_and_no_part_of_it() {
    let resume = read(
        "# Education
        2006 – 2007\tMSc in Speech Science (Distinction), Northshore University
        2003 – 2006\tBA (Hons) in English (2:1), Saltmarsh College
        2001 – 2003\tAbitur (Note 2,1), Gymnasium am Kai",
    );
    let expected = [
        ("MSc in Speech Science", "Northshore University"),
        ("BA (Hons) in English", "Saltmarsh College"),
        ("Abitur", "Gymnasium am Kai"),
    ];
    assert_eq!(schools(&resume), expected);
    let grades: Vec<Option<&str>> = resume
        .education
        .iter()
        .map(|one| one.grade.as_deref())
        .collect();
    assert_eq!(grades, [Some("Distinction"), Some("2:1"), Some("Note 2,1")]);
}

#[test]
fn grants_are_no_schools() {
    let resume = read(
        "# Education
        2007 – 2011\tPhD in Linguistics, Northshore University
        # Research grants
        2022 – 2025\tVowels in Motion. Fund for the Arts, £386,400
        2018\tSmall Research Grant, Academy of Letters, £9,800",
    );
    assert_eq!(
        schools(&resume),
        [("PhD in Linguistics", "Northshore University")]
    );
}

#[test]
fn numbers_with_commas_are_one_skill() {
    let resume = read(
        "# Skills
        Forklift 1, 3 and 5
        Stock control
        Lean",
    );
    let skills: Vec<&str> = resume
        .skills
        .iter()
        .map(|skill| skill.value.as_str())
        .collect();
    assert_eq!(skills, ["Forklift 1, 3 and 5", "Stock control", "Lean"]);
}

#[test]
fn an_address_goes_on_below_with_its_name_behind_it() {
    let lines = page(
        "# Mira Talvik\nmira@talvik.example\nwww.linkedin.com/in/\nmira-talvik (LinkedIn)\nTel: 555 0188 ORCID:\n0000-0002-1825-0097",
    );
    let links = understand(lines, &[]).links;
    let links: Vec<&str> = links.iter().map(|link| link.value.as_str()).collect();
    let expected = [
        "www.linkedin.com/in/mira-talvik",
        "https://orcid.org/0000-0002-1825-0097",
    ];
    assert_eq!(links, expected);
}

#[test]
fn a_head_of_one_line_that_was_too_long_is_whole() {
    let resume = read(
        "# Employment
        Platoon Sergeant, Border Guard, Fort Alder, NC\t2016 – 2024
        Automated Logistical Specialist, Border Guard, Camp Humber,
        South Korea\t2010 – 2016
        Stock Associate, Carver Building Supply, Alder, NC\t2002 – 2004",
    );
    let expected = [
        ("Platoon Sergeant", "Border Guard", 2016),
        ("Automated Logistical Specialist", "Border Guard", 2010),
        ("Stock Associate", "Carver Building Supply", 2002),
    ];
    assert_eq!(jobs(&resume), expected);
}

#[test]
fn a_standard_is_no_degree() {
    let resume = read(
        "# Qualifications
        2022\tBS 7671 18th Edition Wiring Regulations
        2010 – 2012\tDiploma in Electrical Installation, Northshore College
        2007 – 2010\tBS Physics, Saltmarsh University",
    );
    let expected = [
        ("Diploma in Electrical Installation", "Northshore College"),
        ("BS Physics", "Saltmarsh University"),
    ];
    assert_eq!(schools(&resume), expected);
    assert!(resume.certificates[0].value.contains("BS 7671"));
}

#[test]
fn what_was_done_for_a_client_is_no_job_of_its_own() {
    let resume = read(
        "# Career history
        * Tidewater Advisory LLP, Alder
        Principal Consultant\tApril 2021 – present
        * Client: county council, repairs (2023 – 2024)
        - Cut calls by a third.
        * Client: ports authority (2021 – 2023)
        - Led a team of seven.
        Senior Consultant\tJune 2017 – March 2021
        - Told six services what to mend.",
    );
    let expected = [
        ("Principal Consultant", "Tidewater Advisory LLP", 2021),
        ("Senior Consultant", "Tidewater Advisory LLP", 2017),
    ];
    assert_eq!(jobs(&resume), expected);
}

#[test]
fn on_what_terms_somebody_worked_is_no_part_of_a_name() {
    let resume = read(
        "# Employment
        * Warehouse Operative, Valley Foods, Northshore (via Swift
        * Staff agency)\tNov 2022 – Date
        - Chilled store
        * Career break to care for a parent\tFeb 2021 – Oct 2022
        * Delivery Driver, self-employed\tMay 2018 – Jan 2021
        - Many parcels a day
        * Machine Operator, Thornfield Textiles Ltd\t2012 – April 2018
        - Looms",
    );
    let expected = [
        ("Warehouse Operative", "Valley Foods", 2022),
        ("Delivery Driver", "", 2018),
        ("Machine Operator", "Thornfield Textiles Ltd", 2012),
    ];
    assert_eq!(jobs(&resume), expected);
}

#[test]
fn a_level_behind_a_college_is_what_was_learned() {
    let resume = read(
        "# Education
        Northshore College, Level 2 Warehousing and Storage\t2011 – 2012
        Saltmarsh School, 7 GCSEs including Maths and English\t2006 – 2011",
    );
    let expected = [
        ("Level 2 Warehousing and Storage", "Northshore College"),
        ("7 GCSEs including Maths and English", "Saltmarsh School"),
    ];
    assert_eq!(schools(&resume), expected);
}

#[test]
fn licences_among_schools_are_certificates() {
    let resume = read(
        "# Education
        GCSEs (5 A–C), Saltmarsh Upper School\t2009

        Counterbalance Forklift Licence (RTITB)\t2022",
    );
    assert_eq!(schools(&resume), [("GCSEs", "Saltmarsh Upper School")]);
    let certificates: Vec<&str> = resume
        .certificates
        .iter()
        .map(|one| one.value.as_str())
        .collect();
    assert!(
        matches!(certificates[..], [one] if one.starts_with("Counterbalance Forklift Licence")),
        "{certificates:?}"
    );
}

#[test]
fn licences_below_a_heading_hardly_larger_than_the_text_are_no_jobs() {
    let mut lines = page(
        "# Career history
        * Team Leader, Hafenwerk Ltd\t2019 – 2024
        - Led a shift of thirty people in goods in and despatch.

        # Licences and tickets held
        - Counterbalance Forklift Licence (RTITB), renewed 2023
        - First aid at work

        # Interests
        Allotment",
    );
    for line in &mut lines {
        for part in line.parts.iter_mut().filter(|part| part.size > 12.0) {
            part.size = 10.9;
        }
    }
    let resume = understand(lines, &[]);
    assert_eq!(jobs(&resume), [("Team Leader", "Hafenwerk Ltd", 2019)]);
    assert_eq!(resume.certificates.len(), 2, "{:?}", resume.certificates);
}

#[test]
fn a_sentence_below_a_job_is_no_company() {
    let resume = read(
        "# Experience
        2019 – 2024\tHead of Biology, Severn Academy
        Moved homework online and led a department of five people over five good years.
        2012 – 2013\tLaboratory Assistant, Saltmarsh Water Testing
        Samples, quality records.",
    );
    assert_eq!(
        jobs(&resume)[1],
        ("Laboratory Assistant", "Saltmarsh Water Testing", 2012)
    );
}

#[test]
fn a_skill_may_begin_small_and_a_line_among_skills_may_name_languages() {
    let resume = read(
        "# Skills
        Docker, Kubernetes

        Terraform

        gRPC, REST

        Languages: German (native), English (C1)",
    );
    let values = |list: &[Found<String>]| -> Vec<String> {
        list.iter().map(|one| one.value.clone()).collect()
    };
    assert_eq!(
        values(&resume.skills),
        ["Docker", "Kubernetes", "Terraform", "gRPC", "REST"]
    );
    assert_eq!(
        values(&resume.languages),
        ["German (native)", "English (C1)"]
    );
}

#[test]
fn a_title_in_the_feminine_and_one_below_a_company_are_titles() {
    let resume = read(
        "# Berufserfahrung\n* 09/2020 – 02/2023\tRecruiterin, Talentwerk GmbH, Oakham\n- Stellenanzeigen\n\n\
         * 03/2018 – 08/2020\tVerwalterin, Lindenhof GmbH, Oakham\n- Ablage",
    );
    assert_eq!(
        jobs(&resume),
        [
            ("Recruiterin", "Talentwerk GmbH", 2020),
            ("Verwalterin", "Lindenhof GmbH", 2018)
        ]
    );
    let resume = read(
        "# Experience\nOakham Health Network, Oakham\nSecurity Analyst\t05/2024 – present\n- Triage\n\n\
         City of Larch contractor - Bluenose TI\nSystems Administrator\t09/2020 – 04/2024\n- Servers\n\n\
         Mill Bank Services, Oakham\nSupport Technician\t2017 – 2020\n- Desktops",
    );
    let titles: Vec<&str> = jobs(&resume).iter().map(|job| job.0).collect();
    assert_eq!(
        titles,
        [
            "Security Analyst",
            "Systems Administrator",
            "Support Technician"
        ]
    );
}

#[test]
fn a_time_that_breaks_after_its_dash_is_no_job_that_goes_on() {
    let resume = read(
        "# Experience\nController, Weser Freight Ltd, Bremen 09/2016 –\n03/2021\n- Budgets\n\n\
         Junior Controller, Weser Freight Ltd, Bremen 10/2014 –\n08/2016\n- Reports",
    );
    let ends: Vec<(u16, bool)> = resume
        .work
        .iter()
        .map(|job| (year(job.end), job.current))
        .collect();
    assert_eq!(ends, [(2021, false), (2016, false)]);
}

#[test]
fn the_same_company_is_the_one_above() {
    let resume = read(
        "# Work history\n* Fitter – Larch & Sons Ltd (2014 – 2018)\n- Pumps\n\
         * Apprentice Fitter – same company (2010 – 2014)\n- Learned the trade",
    );
    let expected = [
        ("Fitter", "Larch & Sons Ltd", 2014),
        ("Apprentice Fitter", "Larch & Sons Ltd", 2010),
    ];
    assert_eq!(jobs(&resume), expected);
}

#[test]
fn years_at_home_are_no_job() {
    let resume = read(
        "# Experience\nStaff Nurse\nOakham General Hospital, Leeds — 1/2019 to 5/2022\n- Wards\n\
         6/2022 – 12/2024: full-time care of three children\n\
         3/2012 – 8/2014: at home with my first child",
    );
    assert_eq!(
        jobs(&resume),
        [("Staff Nurse", "Oakham General Hospital", 2019)]
    );
}

#[test]
fn where_in_a_company_somebody_worked_is_no_company() {
    let resume = read(
        "# Experience\nStaff Nurse, Acute Medical Unit, Aire Valley Hospitals Trust\t2016 – 2019\n- Wards\n\n\
         Research Nurse (per diem, 12 hours a week), Larch Clinic\t2012 – 2016\n- Visits",
    );
    let expected = [
        (
            "Staff Nurse, Acute Medical Unit",
            "Aire Valley Hospitals Trust",
            2016,
        ),
        (
            "Research Nurse (per diem, 12 hours a week)",
            "Larch Clinic",
            2012,
        ),
    ];
    assert_eq!(jobs(&resume), expected);
}

#[test]
fn a_company_before_its_country_is_no_town() {
    let resume = read(
        "# Career history\nChief Financial Officer, Oakham Freight Holdings, Singapore\t2020 – 2026\n- Treasury",
    );
    assert_eq!(
        jobs(&resume),
        [("Chief Financial Officer", "Oakham Freight Holdings", 2020)]
    );
}

#[test]
fn sections_are_told_by_what_stands_in_them_where_their_headings_do_not() {
    let resume = read(
        "# Teaching\nTeacher of Physics, Oakham School, Leeds. September 2016 – August 2020\n- Labs\n\n\
         # Learning\nBSc Physics, University of Oakham, 2015\n\n# Languages\nEnglish",
    );
    assert_eq!(
        jobs(&resume),
        [("Teacher of Physics", "Oakham School", 2016)]
    );
    assert_eq!(schools(&resume), [("BSc Physics", "University of Oakham")]);
    let student =
        read("# Activities\nPresident, Chess Club, Leeds\t2022 – 2023\n\n# Languages\nEnglish");
    assert_eq!(student.work.len(), 0, "{:?}", student.work);
}

#[test]
fn a_heading_may_have_its_first_job_behind_it() {
    let resume = read(
        "# Summary\nBuilds apps for phones.\n\
         Professional experience: Independent Developer, 2021 till now\nDraws and writes them.",
    );
    assert_eq!(jobs(&resume), [("Independent Developer", "", 2021)]);
}

#[test]
fn a_heading_no_larger_than_the_text_is_told_by_the_white_around_it() {
    let text = "* Jobs\n\nsince 02.2023\tMechanic, Behrle Packaging GmbH\n- Pumps\n\n* School and papers\n\n\
                2012 – 2016\tOakham Technical College, diploma\n\n* Languages\n\nGerman – B2";
    let resume = read(text);
    assert_eq!(jobs(&resume), [("Mechanic", "Behrle Packaging GmbH", 2023)]);
    assert_eq!(resume.education.len(), 1, "{:?}", resume.education);
}

#[test]
fn schools_whose_lines_break_in_a_narrow_column_are_whole() {
    let resume = read(
        "# Formation\nConcepteur d'applications (titre RNCP niveau\n6), École du Larch, Lyon, 2021\n\
         DNA Design graphique, École supérieure d'art\nde Bretagne, Rennes, 2016",
    );
    let schools: Vec<&str> = schools(&resume)
        .into_iter()
        .map(|(_, school)| school)
        .collect();
    assert_eq!(
        schools,
        ["École du Larch", "École supérieure d'art de Bretagne"]
    );
}
