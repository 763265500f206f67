//! Names in sentences: titles of jobs without what boards add to them, small or with an article where grammar wants it.
//!
//! What must not happen here: a name of a posting that is none. What is too long, or holds an address, is not said.

use super::forms::small;
use crate::words::Language;
use foothold_core::company::without_form;
use foothold_core::posting::values::tidy;

/// The longest title and company that a letter says, in letters.
const LONGEST: usize = 110;

/// A title without "(m/w/d)" and the like; empty for what is no title.
pub(super) fn title(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('(') {
        let Some((inner, after)) = tail.split_once(')') else {
            break;
        };
        out.push_str(before);
        if !is_everyone(inner) {
            out.push('(');
            out.push_str(inner);
            out.push(')');
        }
        rest = after;
    }
    out.push_str(rest);
    let mut words: Vec<&str> = out.split_whitespace().collect();
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| is_everyone(word) || matches!(*word, "-" | "–" | "|" | ","))
    {
        words.pop();
    }
    name(&words.join(" "))
}

/// A company's name; empty for what is none.
pub(super) fn name(text: &str) -> String {
    let text = tidy(text);
    let strange = text.contains("://") || text.contains(['@', '<', '>', '{', '}', '\\']);
    if strange || text.chars().count() > LONGEST || !text.contains(char::is_alphanumeric) {
        return String::new();
    }
    text
}

/// "m/w/d", "H/F", "all genders": that a title is meant for everyone.
fn is_everyone(text: &str) -> bool {
    let folded = text.trim_matches(['(', ')', '[', ']']).to_lowercase();
    let parts: Vec<&str> = folded
        .split(['/', '|', ',', ' ', '*', ':'])
        .filter(|part| !part.is_empty())
        .collect();
    let letters = parts.len() >= 2
        && parts.iter().all(|part| {
            matches!(
                *part,
                "m" | "w"
                    | "d"
                    | "f"
                    | "h"
                    | "x"
                    | "i"
                    | "v"
                    | "k"
                    | "div"
                    | "divers"
                    | "gn"
                    | "mf"
            )
        });
    letters
        || matches!(
            folded.as_str(),
            "all genders"
                | "all gender"
                | "gn"
                | "mwd"
                | "mfd"
                | "hf"
                | "h-f"
                | "m-w-d"
                | "mnsz"
                | "tous genres"
        )
}

/// "at" a company, with the preposition and the article that the language wants: "bei der Spedition Harle", "au Comptoir".
pub(super) fn at(company: &str, language: Language) -> String {
    if company.is_empty() {
        return String::new();
    }
    let words = language.words();
    let first = company
        .split([' ', ','])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let is = |key: &str| words.lists(key, &first);
    match language {
        Language::De => {
            let short = without_form(company);
            let first = first.trim_end_matches(|c: char| !c.is_alphabetic());
            let kind = |key: &str| words.lists(key, first) || words.ends(key, first);
            match (kind("list.at.dem"), kind("list.at.der")) {
                (true, _) => format!("beim {short}"),
                (_, true) => format!("bei der {short}"),
                _ => format!("bei {short}"),
            }
        }
        Language::Fr => match company.split_once(' ') {
            Some(("Le", rest)) => format!("au {rest}"),
            Some(("Les", rest)) => format!("aux {rest}"),
            Some(("La", _)) => format!("à {}", small(company)),
            _ if is("list.at.la") => format!("à la {company}"),
            _ if is("list.at.le") => format!("au {company}"),
            _ if is("list.at.l") => format!("à l’{company}"),
            _ => format!("chez {company}"),
        },
        Language::Es if is("list.at.la") => format!("en la {company}"),
        Language::Es if is("list.at.el") => format!("en el {company}"),
        Language::Es => format!("en {company}"),
        Language::Pt if is("list.at.la") => format!("na {company}"),
        Language::Pt if is("list.at.el") => format!("no {company}"),
        Language::Pt => format!("na empresa {company}"),
        _ => company.to_owned(),
    }
}

/// A company as a salutation says it.
pub(super) fn spoken(company: &str, language: Language) -> String {
    if language == Language::De {
        without_form(company).to_owned()
    } else {
        company.to_owned()
    }
}

/// A school or company that English gives an article: "the University of Leeds".
pub(super) fn with_the(name: &str, language: Language) -> String {
    let kinds = [
        "University of ",
        "College of ",
        "Institute of ",
        "Ministry of ",
        "Department of ",
        "City of ",
        "Bank of ",
    ];
    if language == Language::En && kinds.iter().any(|kind| name.starts_with(kind)) {
        format!("the {name}")
    } else {
        name.to_owned()
    }
}

/// A title as a sentence says it: in English and German as it is, else small unless it is a name or in another language.
pub(super) fn in_sentence(title: &str, language: Language) -> String {
    let words = language.words();
    let mut rest = title.split(' ').skip(1).filter(|word| {
        let spelled = word.chars().all(|c| !c.is_lowercase());
        !spelled && !words.lists("list.preposition", word)
    });
    // "Software Engineer" is written large throughout; "Starszy programista Java" only where it holds a name.
    let large = rest.clone().count() > 0 && rest.all(|word| word.starts_with(char::is_uppercase));
    match language {
        Language::En | Language::De => title.to_owned(),
        _ if large => title.to_owned(),
        _ => small(title),
    }
}

/// "a Nurse", "an Editor", "Head of Sales": a title with the article that English wants.
pub(super) fn with_article(title: &str) -> String {
    const ALONE: [&str; 12] = [
        "head",
        "chief",
        "vice",
        "president",
        "deputy",
        "ceo",
        "cto",
        "cfo",
        "coo",
        "founder",
        "co-founder",
        "owner",
    ];
    let first = title.split([' ', ',', '/']).next().unwrap_or_default();
    let folded = first.to_lowercase();
    if title.is_empty() || ALONE.contains(&folded.as_str()) {
        return title.to_owned();
    }
    format!(
        "{} {title}",
        if sounds_like_vowel(first) { "an" } else { "a" }
    )
}

fn sounds_like_vowel(word: &str) -> bool {
    let folded = word.to_lowercase();
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().take(2).filter(|c| c.is_uppercase()).count();
    let dotted = word.starts_with(char::is_uppercase) && word.get(1..2) == Some(".");
    let spelled = capitals == 2 && letters.len() <= 4 || dotted;
    if spelled && (letters.len() <= 2 || !folded.contains(['a', 'e', 'i', 'o', 'u'])) {
        // Said letter by letter: "an HR manager", "a UX designer".
        return folded.starts_with(['a', 'e', 'f', 'h', 'i', 'l', 'm', 'n', 'o', 'r', 's', 'x']);
    }
    let as_you = ["uni", "use", "usa", "eu", "ute", "ure", "one", "once"]
        .iter()
        .any(|start| folded.starts_with(start));
    let silent = ["hour", "honest", "honour", "honor", "heir"]
        .iter()
        .any(|start| folded.starts_with(start));
    let under = folded.starts_with("unin") || folded.starts_with("unim");
    silent || (folded.starts_with(['a', 'e', 'i', 'o', 'u']) && (!as_you || under))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_what_boards_add() {
        for (text, expect) in [
            ("Pflegefachkraft (m/w/d)", "Pflegefachkraft"),
            ("Chef de partie H/F", "Chef de partie"),
            ("Koch (all genders) – ", "Koch"),
            ("Nurse (ICU, nights)", "Nurse (ICU, nights)"),
            ("Developer (f/m/x) (Remote)", "Developer (Remote)"),
            ("see https://example.test", ""),
            ("", ""),
            ("W", "W"),
        ] {
            assert_eq!(title(text), expect, "{text}");
        }
        assert_eq!(title(&"very ".repeat(40)), "");
    }

    #[test]
    fn articles_follow_the_sound() {
        for (text, expect) in [
            ("Registered Nurse", "a Registered Nurse"),
            ("Editor", "an Editor"),
            ("University Lecturer", "a University Lecturer"),
            ("Underwriter", "an Underwriter"),
            ("HR Manager", "an HR Manager"),
            ("UX Designer", "a UX Designer"),
            ("IT Technician", "an IT Technician"),
            ("SQL Developer", "an SQL Developer"),
            ("Head of Sales", "Head of Sales"),
            ("Hourly Worker", "an Hourly Worker"),
            ("MSc Nursing", "an MSc Nursing"),
            ("B.S. in Biology", "a B.S. in Biology"),
        ] {
            assert_eq!(with_article(text), expect);
        }
    }

    #[test]
    fn places_of_work_take_their_article() {
        for (language, company, expect) in [
            (Language::De, "Spedition Harle", "bei der Spedition Harle"),
            (Language::De, "Klinikum Nord gGmbH", "beim Klinikum Nord"),
            (Language::De, "Uniklinik Bonn", "bei der Uniklinik Bonn"),
            (Language::De, "Havelwerke AG", "bei Havelwerke"),
            (Language::Fr, "Le Comptoir", "au Comptoir"),
            (Language::Fr, "La Table", "à la Table"),
            (Language::Fr, "Hôpital Nord", "à l’Hôpital Nord"),
            (Language::Fr, "Dupont", "chez Dupont"),
            (Language::Es, "Colegio Mar", "en el Colegio Mar"),
            (Language::Pt, "Loja Ribeiro", "na Loja Ribeiro"),
            (Language::Pt, "Norte", "na empresa Norte"),
            (Language::En, "Mill Ltd.", "Mill Ltd."),
            (Language::De, "", ""),
        ] {
            assert_eq!(at(company, language), expect);
        }
    }

    #[test]
    fn titles_are_small_where_the_language_wants_it() {
        assert_eq!(
            in_sentence("Infirmière de bloc", Language::Fr),
            "infirmière de bloc"
        );
        assert_eq!(
            in_sentence("Software Engineer", Language::Fr),
            "Software Engineer"
        );
        assert_eq!(in_sentence("Koch", Language::De), "Koch");
        assert_eq!(in_sentence("SRE", Language::Es), "SRE");
        assert_eq!(in_sentence("Diseñadora UX", Language::Es), "diseñadora UX");
        assert_eq!(
            in_sentence("Starszy programista Java", Language::Pl),
            "starszy programista Java"
        );
    }
}
