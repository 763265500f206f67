//! Lists: skills, languages, certificates.

use super::{Found, headings, spoken};
use crate::fold::fold_words;
use crate::line::Line;
use foothold_matching::vocabulary::{SkillKind, kind, skills_in};

/// The most skills of one résumé.
const MOST: usize = 150;
/// Signs that show a level.
const STARS: [char; 8] = ['★', '☆', '●', '○', '■', '□', '⬤', '◯'];

/// The items of a section or line, told apart.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Skills, without their levels.
    pub(super) skills: Vec<Found<String>>,
    /// Languages that people speak, each with its level as written.
    pub(super) languages: Vec<Found<String>>,
}

/// Reads a section of skills into its items, in their order and once each. Languages that are only named among others
/// are told apart.
pub(super) fn read(lines: &[Line]) -> Listed {
    let mut found = Listed::default();
    for item in list(lines) {
        if spoken::is_spoken(&item.value) {
            found.languages.push(item);
        } else {
            let value = without_level(&item.value);
            let is_known = found
                .skills
                .iter()
                .any(|one| one.value.eq_ignore_ascii_case(&value));
            if is_item(&value) && !is_known {
                found.skills.push(Found { value, ..item });
            }
        }
    }
    found
}

/// Reads a section of languages. What is known for a skill and names no language is one.
pub(super) fn read_languages(lines: &[Line]) -> Listed {
    let mut found = Listed::default();
    let mut items = list(lines);
    for item in &mut items {
        item.value = without_stars(&item.value);
    }
    let names_some = items.iter().any(|item| spoken::names(&item.value));
    for item in items {
        if spoken::names(&item.value) || !names_some {
            found.languages.push(item);
        } else if foothold_matching::vocabulary::skill(&without_level(&item.value)).is_some() {
            let value = without_level(&item.value);
            found.skills.push(Found { value, ..item });
        } else if is_short(&item.value) {
            // One that nobody listed.
            found.languages.push(item);
        }
    }
    found
}

/// Whether an item is a name of two words at most, what is said of it aside: "Igbo: fluent", "Scottish Gaelic (C1)".
fn is_short(item: &str) -> bool {
    let bare = item.split(['(', ':', '–']).next().unwrap_or(item);
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let mut words = bare.split_whitespace();
    words.next().is_some_and(is_name)
        && words
            .next()
            .is_none_or(|word| is_name(word) || spoken::is_beside(word))
        && words.next().is_none()
        && !bare.chars().any(|sign| sign.is_ascii_digit())
}

/// Takes off what shows a level by signs alone: "Spanish ■■■□□ (bilingual)".
fn without_stars(item: &str) -> String {
    let plain: String = item.chars().filter(|sign| !STARS.contains(sign)).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn list(lines: &[Line]) -> Vec<Found<String>> {
    let mut found: Vec<Found<String>> = Vec::new();
    let full = lines
        .iter()
        .filter_map(|line| line.parts.last())
        .map(|part| part.x1)
        .fold(0.0, f32::max);
    let listed = lines
        .iter()
        .filter(|line| line.text().contains([',', ';', '|']))
        .count()
        * 2
        >= lines.len().max(1);
    let mut open: Option<(Line, String)> = None;
    let mut texts: Vec<(Line, String)> = Vec::new();
    for line in lines {
        let text = labelled(line);
        // "gRPC" and "iOS" are names and carry nothing on.
        let small = text.chars().next().is_some_and(char::is_lowercase)
            && !text
                .split_whitespace()
                .next()
                .is_some_and(|word| word.chars().any(char::is_uppercase));
        // "Languages" in bold above "Python, R": what a group is called.
        if line.bold() && line.parts.len() == 1 && headings::is_heading(&text) {
            texts.extend(open.take());
            continue;
        }
        // "Microsoft" ends a line beside its label, "Office" stands below it.
        let below_list = line.gap < 0.6
            && open.as_ref().is_some_and(|(last, said)| {
                match (last.parts.last(), &line.parts[..]) {
                    (Some(list), [part]) => {
                        items(said).len() > 1
                            && !said.trim_end().ends_with('.')
                            && (list.x0 - part.x0).abs() < 3.0
                            && list.x1 > full * 0.95
                            && part.x1 < list.x1
                    }
                    _ => false,
                }
            });
        // "• Budgeting and" with "forecasting" below it: an item that broke in a narrow column.
        let in_item = !line.bullet
            && line.gap < 0.6
            && open.as_ref().is_some_and(|(last, said)| {
                last.parts.len() == 1
                    && (last.x0() - line.x0()).abs() < 12.0
                    && (small && last.bullet || ends_in_small_word(said))
            });
        // "Englisch:" with "verhandlungssicher" below it.
        let below_label = line.gap < 0.6
            && open.as_ref().is_some_and(|(_, said)| {
                said.trim_end()
                    .strip_suffix(':')
                    .is_some_and(|label| spoken::names(label) && !headings::is_heading(label))
            });
        let joins = (listed || below_list || in_item || below_label)
            && !line.bullet
            && line.parts.len() == 1
            && label_of(&text).is_none()
            && open
                .as_ref()
                .is_none_or(|(last, _)| last.bold() == line.bold())
            && open.as_ref().is_some_and(|(last, said)| {
                let wrapped = last
                    .parts
                    .last()
                    .is_some_and(|part| part.x1 > full * 0.8 && full > 0.0);
                below_label
                    || said.trim_end().ends_with([',', ';'])
                    || small
                    || wrapped && line.gap < 0.6
            });
        if joins && let Some((_, said)) = open.as_mut() {
            said.push(' ');
            said.push_str(&text);
        } else {
            texts.extend(open.take());
            open = Some((line.clone(), text));
        }
    }
    texts.extend(open);
    let groups = texts
        .iter()
        .flat_map(|(line, text)| groups(text).into_iter().map(move |group| (line, group)));
    for (line, text) in groups {
        let text = match label_of(text) {
            // A label alone names the lines below it.
            Some((_, rest)) if rest.trim().is_empty() => continue,
            // "German: B1 course running": what stands behind is said of it.
            Some((label, rest))
                if label.split_whitespace().count() <= 4
                    && (spoken::names(label) || says_level(rest)) =>
            {
                text
            }
            Some((_, rest)) => rest,
            None => text,
        };
        for item in items(text).into_iter().flat_map(each_tool) {
            let known = found
                .iter()
                .any(|one| one.value.eq_ignore_ascii_case(&item));
            if is_item(&item) && !known && found.len() < MOST {
                found.push(Found::at(line, item, 0.8));
            }
        }
    }
    found
}

/// "React TypeScript JavaScript" → each of them: chips that stand side by side leave nothing between them. Only where
/// every word belongs to a tool that is known by its name.
fn each_tool(item: String) -> Vec<String> {
    let mentions = skills_in(&item);
    let are_tools = mentions
        .iter()
        .all(|mention| kind(mention.skill) == SkillKind::Tool);
    let mut rest = item.clone();
    for mention in mentions.iter().rev() {
        rest.replace_range(mention.start..mention.end, "");
    }
    if mentions.len() < 2 || !are_tools || !rest.trim().is_empty() {
        return vec![item];
    }
    mentions
        .iter()
        .map(|mention| item[mention.start..mention.end].to_owned())
        .collect()
}

/// "fluent", "notions": a level and nothing else, so that what stands before it is a language, known or not.
fn says_level(rest: &str) -> bool {
    let folded = fold_words(rest);
    !folded.is_empty() && folded.split(' ').all(spoken::is_beside)
}

/// "Design: Figma, Miro / Teaching: Moodle" → both groups, each with its label.
fn groups(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    if label_of(text).is_some() {
        for sign in [" / ", " | ", "; ", ". "] {
            for (at, _) in text.match_indices(sign) {
                let rest = &text[at + sign.len()..];
                let begins = label_of(rest).is_some_and(|(label, list)| {
                    label.split_whitespace().count() <= 3
                        && !label.contains(['/', '|', ';', '.'])
                        && label.chars().next().is_some_and(char::is_uppercase)
                        && list.starts_with(' ')
                });
                if begins && at >= from {
                    found.push(&text[from..at]);
                    from = at + sign.len();
                }
            }
            if !found.is_empty() {
                break;
            }
        }
    }
    found.push(&text[from..]);
    found
}

/// The text of a line, a label that stands in a column of its own made plain.
pub(super) fn labelled(line: &Line) -> String {
    match &line.parts[..] {
        [label, list]
            if list.text.contains([',', ';'])
                && !label.text.contains([',', ';', ':'])
                && label.text.split_whitespace().count() <= 4
                // A Word file says no places.
                && label.x0 <= list.x0 =>
        {
            format!("{}: {}", label.text, list.text)
        }
        _ => line.text(),
    }
}

/// "Budgeting and", "Health &": more has to come.
fn ends_in_small_word(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    matches!(
        fold_words(last).as_str(),
        "and"
            | "of"
            | "in"
            | "for"
            | "with"
            | "und"
            | "fur"
            | "et"
            | "de"
            | "y"
            | "e"
            | "en"
            | "i"
            | "di"
            | "w"
    ) || matches!(last, "&" | "/" | "-")
}

/// "Languages: Go, Rust" → the label and the list.
pub(super) fn label_of(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once(':')?;
    (label.split_whitespace().count() <= 5
        && !label.contains([',', '('])
        && !rest.starts_with("//"))
    .then_some((label, rest))
}

/// Divides a list at its separators and after sentences, not within parentheses.
pub(super) fn items(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut found = vec![String::new()];
    let mut cut = false;
    let signs: Vec<char> = text.chars().collect();
    for (at, sign) in signs.iter().copied().enumerate() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // "Forklift 1, 3 and 5": a comma between numbers divides nothing.
        let digit = |at: Option<usize>| {
            at.and_then(|at| signs.get(at))
                .is_some_and(char::is_ascii_digit)
        };
        let counts = sign == ','
            && digit(at.checked_sub(1))
            && (digit(Some(at + 1)) || signs.get(at + 1) == Some(&' ') && digit(Some(at + 2)));
        let divides = matches!(
            sign,
            ',' | ';'
                | '|'
                | '•'
                | '·'
                | '\t'
                | '●'
                | '▪'
                | '∙'
                | '◦'
                | '‣'
                | '▫'
                | '◆'
                | '»'
                | '、'
        );
        if depth == 0 && !counts && (divides || ends_sentence(&signs, at)) {
            found.push(String::new());
            cut = true;
        } else if let Some(last) = found.last_mut() {
            last.push(sign);
        }
    }
    if !cut && text.matches(" / ").count() > 1 {
        return text
            .split(" / ")
            .map(|item| item.trim().to_owned())
            .collect();
    }
    let tidy = |item: String| {
        let item = item.trim().trim_matches(['.', '-', '–', '*', ' ']).trim();
        let item = item
            .strip_prefix("and ")
            .or(item.strip_prefix("und "))
            .or(item.strip_prefix("et "))
            .unwrap_or(item);
        // ".NET" keeps its point.
        if item.eq_ignore_ascii_case("net") {
            ".NET".to_owned()
        } else {
            item.to_owned()
        }
    };
    found
        .into_iter()
        .map(tidy)
        .filter(|item| !item.is_empty())
        .collect()
}

/// Whether a list ends at this sign and another one begins: "…, HubSpot. English (C1), …", but not "St. Gallen".
pub(super) fn ends_sentence(signs: &[char], at: usize) -> bool {
    const LONG: usize = 4;
    let next = |from: usize| signs.get(at + from).copied();
    if signs[at] != '.' || next(1) != Some(' ') || !next(2).is_some_and(char::is_uppercase) {
        return false;
    }
    let before = &signs[..at];
    let word = before.iter().rev().take_while(|sign| !sign.is_whitespace());
    let word: Vec<char> = word.copied().collect();
    // "B2", "2019": no abbreviation ends so.
    let ends_in_digit = word.len() > 1 && word[0].is_ascii_digit();
    before.last() == Some(&')') || ends_in_digit || word.len() >= LONG && !word.contains(&'.')
}

/// Takes a level off: "Go (expert)", "Excel – advanced", "Python ★★★★", "SQL 5 years".
fn without_level(item: &str) -> String {
    const LEVELS: &[&str] = &[
        "expert",
        "advanced",
        "intermediate",
        "beginner",
        "basic",
        "proficient",
        "fluent",
        "native",
        "novice",
        "competent",
        "skilled",
        "master",
        "good",
        "very good",
        "excellent",
        "experienced",
        "fortgeschritten",
        "grundkenntnisse",
        "sehr gut",
        "gut",
        "experte",
        "avance",
        "debutant",
        "intermediaire",
        "avanzado",
        "intermedio",
        "basico",
        "avanzato",
        "base",
        "gevorderd",
        "basis",
        "avancado",
        "zaawansowany",
        "podstawowy",
    ];
    let stars = item.trim_end_matches(|sign| STARS.contains(&sign) || sign == ' ');
    let is_level = |text: &str| {
        let folded = fold_words(text);
        LEVELS.contains(&folded.as_str())
            || folded.split(' ').any(|word| {
                matches!(
                    word,
                    "years"
                        | "year"
                        | "yrs"
                        | "jahre"
                        | "jahr"
                        | "ans"
                        | "anos"
                        | "anni"
                        | "jaar"
                        | "lat"
                        | "lata"
                )
            }) && folded.chars().any(|sign| sign.is_ascii_digit())
            || !folded.is_empty()
                && text.trim().ends_with('%')
                && folded.chars().all(|sign| sign.is_ascii_digit())
    };
    if let Some((head, tail)) = stars.rsplit_once('(')
        && is_level(tail.trim_end_matches(')'))
    {
        return head.trim().to_owned();
    }
    for sign in [" – ", " - ", " — ", ": "] {
        if let Some((head, tail)) = stars.rsplit_once(sign)
            && is_level(tail)
        {
            return head.trim().to_owned();
        }
    }
    stars.trim().to_owned()
}

fn is_item(item: &str) -> bool {
    // What stands in parentheses explains: "AWS (EC2, IAM, CloudTrail, GuardDuty, Security Hub)".
    let bare = item.split('(').next().unwrap_or(item);
    let words = bare.split_whitespace().count();
    let alone = fold_words(item);
    item.chars().any(char::is_alphabetic)
        && words <= 8
        && bare.chars().count() <= 70
        && item.chars().count() <= 160
        && !matches!(
            alone.as_str(),
            "expert"
                | "advanced"
                | "intermediate"
                | "beginner"
                | "basic"
                | "proficient"
                | "skills"
                | "and"
        )
}
