//! The names of a posting's parts, as stored, as filters take them and as the wire has them.
//!
//! What must not happen here: a name that the wire does not know; a test holds both against each other.

use foothold_boards::{Employment, Period, Remote, Seniority, VisaKind};
use foothold_shared::job::{JobEmployment, JobRemote, JobSeniority, JobVisa};

pub(super) const fn remote(value: Remote) -> &'static str {
    match value {
        Remote::Remote => "remote",
        Remote::Hybrid => "hybrid",
        Remote::Onsite => "onsite",
    }
}

pub(super) const fn remote_view(value: Remote) -> JobRemote {
    match value {
        Remote::Remote => JobRemote::Remote,
        Remote::Hybrid => JobRemote::Hybrid,
        Remote::Onsite => JobRemote::Onsite,
    }
}

pub(super) const fn employment(value: Employment) -> &'static str {
    match value {
        Employment::FullTime => "full_time",
        Employment::PartTime => "part_time",
        Employment::Contract => "contract",
        Employment::Temporary => "temporary",
        Employment::Internship => "internship",
        Employment::Apprenticeship => "apprenticeship",
        Employment::Volunteer => "volunteer",
    }
}

pub(super) const fn employment_view(value: Employment) -> JobEmployment {
    match value {
        Employment::FullTime => JobEmployment::FullTime,
        Employment::PartTime => JobEmployment::PartTime,
        Employment::Contract => JobEmployment::Contract,
        Employment::Temporary => JobEmployment::Temporary,
        Employment::Internship => JobEmployment::Internship,
        Employment::Apprenticeship => JobEmployment::Apprenticeship,
        Employment::Volunteer => JobEmployment::Volunteer,
    }
}

pub(super) const fn seniority(value: Seniority) -> &'static str {
    match value {
        Seniority::Intern => "intern",
        Seniority::Junior => "junior",
        Seniority::Mid => "mid",
        Seniority::Senior => "senior",
        Seniority::Lead => "lead",
        Seniority::Manager => "manager",
        Seniority::Director => "director",
        Seniority::Executive => "executive",
    }
}

pub(super) const fn seniority_view(value: Seniority) -> JobSeniority {
    match value {
        Seniority::Intern => JobSeniority::Intern,
        Seniority::Junior => JobSeniority::Junior,
        Seniority::Mid => JobSeniority::Mid,
        Seniority::Senior => JobSeniority::Senior,
        Seniority::Lead => JobSeniority::Lead,
        Seniority::Manager => JobSeniority::Manager,
        Seniority::Director => JobSeniority::Director,
        Seniority::Executive => JobSeniority::Executive,
    }
}

pub(super) const fn visa(value: VisaKind) -> &'static str {
    match value {
        VisaKind::Sponsors => "sponsors",
        VisaKind::NoSponsorship => "no_sponsorship",
        VisaKind::MustBeAllowed => "must_be_allowed",
        VisaKind::CitizensOnly => "citizens_only",
        VisaKind::Clearance => "clearance",
        VisaKind::Relocation => "relocation",
    }
}

pub(super) const fn visa_view(value: VisaKind) -> JobVisa {
    match value {
        VisaKind::Sponsors => JobVisa::Sponsors,
        VisaKind::NoSponsorship => JobVisa::NoSponsorship,
        VisaKind::MustBeAllowed => JobVisa::MustBeAllowed,
        VisaKind::CitizensOnly => JobVisa::CitizensOnly,
        VisaKind::Clearance => JobVisa::Clearance,
        VisaKind::Relocation => JobVisa::Relocation,
    }
}

pub(super) const fn period(value: Period) -> &'static str {
    match value {
        Period::Year => "year",
        Period::Month => "month",
        Period::Week => "week",
        Period::Day => "day",
        Period::Hour => "hour",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_the_wire() {
        use serde_json::{json, to_value};
        for value in [Remote::Remote, Remote::Hybrid, Remote::Onsite] {
            assert_eq!(
                to_value(remote_view(value)).expect("JSON"),
                json!(remote(value))
            );
        }
        for value in [
            Employment::FullTime,
            Employment::PartTime,
            Employment::Contract,
            Employment::Temporary,
            Employment::Internship,
            Employment::Apprenticeship,
            Employment::Volunteer,
        ] {
            let name = json!(employment(value));
            assert_eq!(to_value(employment_view(value)).expect("JSON"), name);
        }
        for value in [
            Seniority::Intern,
            Seniority::Junior,
            Seniority::Mid,
            Seniority::Senior,
            Seniority::Lead,
            Seniority::Manager,
            Seniority::Director,
            Seniority::Executive,
        ] {
            let name = json!(seniority(value));
            assert_eq!(to_value(seniority_view(value)).expect("JSON"), name);
        }
        for value in [
            VisaKind::Sponsors,
            VisaKind::NoSponsorship,
            VisaKind::MustBeAllowed,
            VisaKind::CitizensOnly,
            VisaKind::Clearance,
            VisaKind::Relocation,
        ] {
            assert_eq!(
                to_value(visa_view(value)).expect("JSON"),
                json!(visa(value))
            );
        }
    }
}
