//! What the parts of a report are called, and numbers as people read them. Pure.

use foothold_shared::report::{KeywordStanding, ReportKeyword, ReportPartName};

/// What a part is called.
pub(crate) const fn part_name(name: ReportPartName) -> &'static str {
    match name {
        ReportPartName::Reading => "What a program can read",
        ReportPartName::Contact => "How to reach you",
        ReportPartName::Sections => "Sections",
        ReportPartName::Dates => "Dates",
        ReportPartName::Bullets => "What your lines say",
        ReportPartName::Length => "Length",
        ReportPartName::Wording => "Wording",
        ReportPartName::File => "The file",
        ReportPartName::Keywords => "What the posting asks for",
        ReportPartName::Consistency => "Agreement with your profile",
        ReportPartName::Address => "Beginning and end",
        ReportPartName::ThisJob => "About this job",
        ReportPartName::Evidence => "Evidence",
    }
}

/// Points as they are written: 8, 7.5; never 7.50 or -0.
pub(crate) fn points(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    if (tenths - tenths.round()).abs() < 0.05 {
        format!("{:.0}", tenths.round() + 0.0)
    } else {
        format!("{tenths:.1}")
    }
}

/// The points that a finding cost; `None` where it cost none.
pub(crate) fn lost(lost: f64) -> Option<String> {
    (lost >= 0.05).then(|| {
        let words = points(lost);
        let unit = if words == "1" { "point" } else { "points" };
        format!("−{words} {unit}")
    })
}

/// What a section of a document is called.
pub(crate) fn section_name(section: &str) -> &str {
    match section {
        "summary" => "Summary",
        "work" => "Work",
        "education" => "Education",
        "skills" => "Skills",
        "projects" => "Projects",
        "certificates" => "Certificates",
        "languages" => "Languages",
        "publications" => "Publications",
        "headline" => "The line below your name",
        "letter" => "The letter",
        "profile" => "Your profile",
        other => other,
    }
}

/// How something that is asked for stands, in words; `what` is "résumé" or "letter".
pub(crate) fn standing(standing: KeywordStanding, what: &str) -> String {
    match standing {
        KeywordStanding::Found => "Said".to_owned(),
        KeywordStanding::Synonym => "Said in other words".to_owned(),
        KeywordStanding::InProfileOnly => format!("In your profile, not in this {what}"),
        KeywordStanding::Missing => "Not said anywhere".to_owned(),
    }
}

/// How many of what is asked for the document says: "4 of 6 required, 1 of 3 welcome".
pub(crate) fn coverage(all: &[ReportKeyword]) -> String {
    let count = |required: bool| {
        let mine = all.iter().filter(|one| one.required == required);
        let says = |one: &&ReportKeyword| {
            matches!(
                one.standing,
                KeywordStanding::Found | KeywordStanding::Synonym
            )
        };
        (mine.clone().filter(says).count(), mine.count())
    };
    let parts = [(count(true), "required"), (count(false), "welcome")];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|((_, all), _)| *all > 0)
        .map(|((said, all), word)| format!("{said} of {all} {word}"))
        .collect();
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_a_digit_only_where_it_says_something() {
        for (number, words) in [
            (8.0, "8"),
            (7.5, "7.5"),
            (0.0, "0"),
            (-0.0, "0"),
            (99.96, "100"),
            (0.1, "0.1"),
        ] {
            assert_eq!(points(number), words);
        }
        assert_eq!(lost(1.0).as_deref(), Some("−1 point"));
        assert_eq!(lost(2.5).as_deref(), Some("−2.5 points"));
        assert_eq!(lost(0.0), None);
    }

    #[test]
    fn coverage_counts_what_the_document_says() {
        let of = |required, standing| ReportKeyword {
            required,
            standing,
            ..ReportKeyword::default()
        };
        let all = [
            of(true, KeywordStanding::Found),
            of(true, KeywordStanding::InProfileOnly),
            of(false, KeywordStanding::Synonym),
        ];
        assert_eq!(coverage(&all), "1 of 2 required, 1 of 1 welcome");
        assert_eq!(coverage(&all[..2]), "1 of 2 required");
        assert_eq!(coverage(&[]), "");
    }
}
