//! The facts. Patterns are those of [`crate::classify::text::Pattern`], over the words of `id`, `name` and test hooks.

use super::Facts;
use crate::classify::FieldKind as K;

pub(super) const SITES: &[Facts] = &[
    Facts {
        name: "greenhouse",
        hosts: &["greenhouse.io"],
        fields: &[
            ("job application first name", K::FirstName),
            ("job application last name", K::LastName),
        ],
    },
    Facts {
        name: "lever",
        hosts: &["lever.co"],
        fields: &[("^org$", K::CurrentCompany)],
    },
    Facts {
        name: "ashby",
        hosts: &["ashbyhq.com"],
        fields: &[
            ("^systemfield name$", K::FullName),
            ("^systemfield location$", K::Location),
        ],
    },
    Facts {
        name: "workday",
        hosts: &[
            "myworkdayjobs.com",
            "myworkday.com",
            "myworkdaysite.com",
            "workday.com",
        ],
        fields: &[
            ("country phone code", K::PhoneCountry),
            ("phone device type", K::Other),
            ("phone extension|type", K::Other),
            ("address section country region", K::State),
            ("^country region$", K::State),
            ("source prompt", K::HowHeard),
            ("name section title|social|prefix|suffix", K::Other),
            ("previous worker", K::CustomQuestion),
            ("legal name first name", K::FirstName),
            ("legal name last name", K::LastName),
        ],
    },
    Facts {
        name: "smartrecruiters",
        hosts: &["smartrecruiters.com"],
        fields: &[("hiring manager message", K::CoverLetterText)],
    },
    Facts {
        name: "workable",
        hosts: &["workable.com"],
        fields: &[("^headline$", K::CurrentTitle)],
    },
    Facts {
        name: "recruitee",
        hosts: &["recruitee.com"],
        fields: &[
            ("^input candidate name$", K::FullName),
            ("^candidate name$", K::FullName),
        ],
    },
    Facts {
        name: "personio",
        hosts: &[
            "jobs.personio.de",
            "jobs.personio.com",
            "personio.de",
            "personio.com",
        ],
        fields: &[("available from", K::StartDate)],
    },
    Facts {
        name: "teamtailor",
        hosts: &["teamtailor.com"],
        fields: &[],
    },
    Facts {
        name: "breezy",
        hosts: &["breezy.hr"],
        fields: &[
            ("^c name$", K::FullName),
            ("^c salary$", K::SalaryExpectation),
            ("^salary currency$", K::Other),
            ("^c cover letter$", K::CoverLetterText),
        ],
    },
    Facts {
        name: "icims",
        hosts: &["icims.com"],
        fields: &[
            ("person profile fields first name", K::FirstName),
            ("person profile fields last name", K::LastName),
        ],
    },
    Facts {
        name: "taleo",
        hosts: &["taleo.net"],
        fields: &[],
    },
    Facts {
        name: "oracle",
        hosts: &["oraclecloud.com"],
        fields: &[],
    },
    Facts {
        name: "successfactors",
        hosts: &[
            "successfactors.com",
            "successfactors.eu",
            "sapsf.com",
            "sapsf.eu",
        ],
        fields: &[
            ("fbclc first name", K::FirstName),
            ("fbclc last name", K::LastName),
            ("fbclc user name", K::Email),
        ],
    },
    Facts {
        name: "jobvite",
        hosts: &["jobvite.com"],
        fields: &[],
    },
    Facts {
        name: "jazzhr",
        hosts: &["applytojob.com", "jazz.co", "jazzhr.com"],
        fields: &[],
    },
    Facts {
        name: "bamboohr",
        hosts: &["bamboohr.com"],
        fields: &[],
    },
    Facts {
        name: "pinpoint",
        hosts: &["pinpointhq.com"],
        fields: &[],
    },
    Facts {
        name: "rippling",
        hosts: &["rippling.com", "rippling-ats.com"],
        fields: &[],
    },
    Facts {
        name: "ukg",
        hosts: &["ultipro.com", "ukg.com", "ukg.net"],
        fields: &[],
    },
    Facts {
        name: "phenom",
        hosts: &["phenompeople.com"],
        fields: &[],
    },
    Facts {
        name: "avature",
        hosts: &["avature.net"],
        fields: &[],
    },
    Facts {
        name: "eightfold",
        hosts: &["eightfold.ai"],
        fields: &[],
    },
    Facts {
        name: "join",
        hosts: &["join.com"],
        fields: &[],
    },
    Facts {
        name: "softgarden",
        hosts: &["softgarden.io", "softgarden.de"],
        fields: &[],
    },
    Facts {
        name: "dvinci",
        hosts: &["dvinci-hr.com", "dvinci-easy.com"],
        fields: &[],
    },
    Facts {
        name: "factorial",
        hosts: &["factorialhr.com", "factorialhr.es", "factorial.io"],
        fields: &[],
    },
    Facts {
        name: "welcometothejungle",
        hosts: &["welcometothejungle.com", "welcomekit.co"],
        fields: &[],
    },
    Facts {
        name: "linkedin",
        hosts: &["linkedin.com"],
        fields: &[],
    },
    Facts {
        name: "indeed",
        hosts: &["indeed.com"],
        fields: &[],
    },
    Facts {
        name: "xing",
        hosts: &["xing.com"],
        fields: &[],
    },
    Facts {
        name: "stepstone",
        hosts: &[
            "stepstone.de",
            "totaljobs.com",
            "stepstone.at",
            "stepstone.be",
            "stepstone.nl",
        ],
        fields: &[],
    },
    Facts {
        name: "glassdoor",
        hosts: &["glassdoor.com"],
        fields: &[],
    },
];
