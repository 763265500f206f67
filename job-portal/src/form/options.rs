//! The lists that forms offer: countries, calling codes, degrees, self-identification.
//!
//! Self-identification is asked in English only, with the categories of the United States' federal
//! forms (EEO-1 component 1, VEVRAA, form CC-305), since only employers there ask.

use super::{Choice, plain, word};
use crate::jobs::Lang;

/// Code, name in English, German and French, calling code.
const COUNTRIES: [(&str, &str, &str, &str, &str); 24] = [
    ("AT", "Austria", "Österreich", "Autriche", "43"),
    ("BE", "Belgium", "Belgien", "Belgique", "32"),
    ("CA", "Canada", "Kanada", "Canada", "1"),
    ("CZ", "Czechia", "Tschechien", "Tchéquie", "420"),
    ("DK", "Denmark", "Dänemark", "Danemark", "45"),
    ("FI", "Finland", "Finnland", "Finlande", "358"),
    ("FR", "France", "Frankreich", "France", "33"),
    ("DE", "Germany", "Deutschland", "Allemagne", "49"),
    ("IN", "India", "Indien", "Inde", "91"),
    ("IE", "Ireland", "Irland", "Irlande", "353"),
    ("IT", "Italy", "Italien", "Italie", "39"),
    ("JP", "Japan", "Japan", "Japon", "81"),
    ("LU", "Luxembourg", "Luxemburg", "Luxembourg", "352"),
    ("MX", "Mexico", "Mexiko", "Mexique", "52"),
    ("NL", "Netherlands", "Niederlande", "Pays-Bas", "31"),
    ("NO", "Norway", "Norwegen", "Norvège", "47"),
    ("PL", "Poland", "Polen", "Pologne", "48"),
    ("PT", "Portugal", "Portugal", "Portugal", "351"),
    ("ES", "Spain", "Spanien", "Espagne", "34"),
    ("SE", "Sweden", "Schweden", "Suède", "46"),
    ("CH", "Switzerland", "Schweiz", "Suisse", "41"),
    ("UA", "Ukraine", "Ukraine", "Ukraine", "380"),
    (
        "GB",
        "United Kingdom",
        "Vereinigtes Königreich",
        "Royaume-Uni",
        "44",
    ),
    (
        "US",
        "United States",
        "Vereinigte Staaten",
        "États-Unis",
        "1",
    ),
];

const STATES: [&str; 51] = [
    "Alabama",
    "Alaska",
    "Arizona",
    "Arkansas",
    "California",
    "Colorado",
    "Connecticut",
    "Delaware",
    "District of Columbia",
    "Florida",
    "Georgia",
    "Hawaii",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "New Hampshire",
    "New Jersey",
    "New Mexico",
    "New York",
    "North Carolina",
    "North Dakota",
    "Ohio",
    "Oklahoma",
    "Oregon",
    "Pennsylvania",
    "Rhode Island",
    "South Carolina",
    "South Dakota",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "Virginia",
    "Washington",
    "West Virginia",
    "Wisconsin",
    "Wyoming",
];

const LAENDER: [&str; 16] = [
    "Baden-Württemberg",
    "Bayern",
    "Berlin",
    "Brandenburg",
    "Bremen",
    "Hamburg",
    "Hessen",
    "Mecklenburg-Vorpommern",
    "Niedersachsen",
    "Nordrhein-Westfalen",
    "Rheinland-Pfalz",
    "Saarland",
    "Sachsen",
    "Sachsen-Anhalt",
    "Schleswig-Holstein",
    "Thüringen",
];

/// Skills that can be picked; long enough that a list draws only those in sight.
pub(super) const SKILLS: [&str; 64] = [
    "Accessibility",
    "Accounts Payable",
    "Agile Methods",
    "Android",
    "Bookkeeping",
    "Budgeting",
    "Business Analysis",
    "C++",
    "Carpentry",
    "Change Management",
    "Cloud Computing",
    "Copywriting",
    "Customer Support",
    "Data Analysis",
    "Data Modelling",
    "Data Visualization",
    "Docker",
    "Editing",
    "Electrical Installation",
    "Event Planning",
    "Excel",
    "Facilitation",
    "Financial Modelling",
    "First Aid",
    "Forecasting",
    "Forklift Operation",
    "Git",
    "Go",
    "Graphic Design",
    "Interviewing",
    "Inventory Management",
    "Java",
    "JavaScript",
    "Kubernetes",
    "Leadership",
    "Linux",
    "Logistics",
    "Machine Learning",
    "Market Research",
    "Mentoring",
    "Negotiation",
    "Network Administration",
    "Payroll",
    "Photography",
    "PostgreSQL",
    "Presentation",
    "Project Management",
    "Public Speaking",
    "Python",
    "Quality Assurance",
    "R",
    "Recruiting",
    "Rust",
    "SQL",
    "Sales",
    "Scheduling",
    "Statistics",
    "Swift",
    "Teaching",
    "Technical Writing",
    "Translation",
    "TypeScript",
    "User Research",
    "Welding",
];

/// The name of a country in a language; the code where it is not in the list.
pub(crate) fn country_name(code: &str, lang: Lang) -> &str {
    COUNTRIES
        .iter()
        .find(|row| row.0 == code)
        .map_or(code, |row| name(row, lang))
}

fn name(row: &'static (&str, &str, &str, &str, &str), lang: Lang) -> &'static str {
    match lang {
        Lang::En => row.1,
        Lang::De => row.2,
        Lang::Fr => row.3,
    }
}

pub(super) fn countries(lang: Lang) -> Vec<Choice> {
    let choice = |row| -> Choice {
        let (code, ..): &(&str, &str, &str, &str, &str) = row;
        Choice {
            value: (*code).to_owned(),
            text: name(row, lang).to_owned(),
        }
    };
    COUNTRIES.iter().map(choice).collect()
}

/// "Germany (+49)".
pub(super) fn calling_codes(lang: Lang) -> Vec<Choice> {
    let choice = |row: &'static (&str, &str, &str, &str, &str)| Choice {
        value: row.0.to_owned(),
        text: format!("{} (+{})", name(row, lang), row.4),
    };
    COUNTRIES.iter().map(choice).collect()
}

/// States or Länder of a country; empty where the form does not ask.
pub(super) fn regions(country: &str) -> Vec<Choice> {
    match country {
        "US" => plain(&STATES),
        "DE" => plain(&LAENDER),
        _ => Vec::new(),
    }
}

pub(super) fn yes_no(lang: Lang) -> Vec<Choice> {
    plain(&[word(lang, "yes"), word(lang, "no")])
}

pub(super) fn degrees(lang: Lang) -> Vec<Choice> {
    let keys = [
        "deg_secondary",
        "deg_vocational",
        "deg_bachelor",
        "deg_master",
        "deg_doctorate",
    ];
    plain(&keys.map(|key| word(lang, key)))
}

pub(super) fn gender() -> Vec<Choice> {
    plain(&["Male", "Female", "Decline to self-identify"])
}

pub(super) fn hispanic() -> Vec<Choice> {
    plain(&["Yes", "No", "Decline to self-identify"])
}

pub(super) fn race() -> Vec<Choice> {
    plain(&[
        "American Indian or Alaska Native",
        "Asian",
        "Black or African American",
        "White",
        "Native Hawaiian or Other Pacific Islander",
        "Two or More Races",
        "Decline to self-identify",
    ])
}

pub(super) fn race_or_hispanic() -> Vec<Choice> {
    plain(&[
        "Hispanic or Latino",
        "White (Not Hispanic or Latino)",
        "Black or African American (Not Hispanic or Latino)",
        "Native Hawaiian or Other Pacific Islander (Not Hispanic or Latino)",
        "Asian (Not Hispanic or Latino)",
        "American Indian or Alaska Native (Not Hispanic or Latino)",
        "Two or More Races (Not Hispanic or Latino)",
        "Decline to self-identify",
    ])
}

pub(super) fn veteran() -> Vec<Choice> {
    plain(&[
        "I am not a protected veteran",
        "I identify as one or more of the classifications of a protected veteran",
        "I am a veteran, but not a protected veteran",
        "I don't wish to answer",
    ])
}

pub(super) fn disability() -> Vec<Choice> {
    plain(&[
        "Yes, I have a disability, or have had one in the past",
        "No, I do not have a disability and have not had one in the past",
        "I do not want to answer",
    ])
}
