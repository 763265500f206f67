//! Names in sentences: titles of jobs without what boards add to them, small or with an article where grammar wants it.
//!
//! What must not happen here: a name of a posting that is none. What is too long, or holds an address, is not said.

use super::forms::small;
use crate::words::Language;
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

/// A title as a sentence says it: in English and German as it is, else small unless it is a name or in another language.
pub(super) fn in_sentence(title: &str, language: Language) -> String {
    let capitals = title
        .split(' ')
        .skip(1)
        .any(|word| word.starts_with(char::is_uppercase));
    match language {
        Language::En | Language::De => title.to_owned(),
        _ if capitals => title.to_owned(),
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
    let spelled = word
        .chars()
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase)
        && word.chars().count() <= 4;
    if spelled && !folded.contains(['a', 'e', 'i', 'o', 'u'])
        || spelled && word.chars().count() <= 2
    {
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
        ] {
            assert_eq!(with_article(text), expect);
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
    }
}
