//! Projects and publications: one entry each, its head told from its text.

use super::dates;
use super::heads::pieces;
use super::looks::{Style, is_text};
use super::words::title_weight;
use super::{Found, Project, Publication, contact, work};
use crate::line::Line;

/// The longest name of a project, in characters; what is longer is a sentence about one.
const NAME_CHARS: usize = 90;

/// Reads a section of projects.
pub(super) fn projects(lines: &[Line]) -> Vec<Project> {
    groups(lines).into_iter().filter_map(project).collect()
}

/// Reads a section of publications.
pub(super) fn publications(lines: &[Line]) -> Vec<Publication> {
    groups(lines).into_iter().filter_map(publication).collect()
}

/// The lines of an entry: its head, and what stands below.
struct Group {
    head: Vec<Line>,
    body: Vec<Line>,
}

/// Where each entry begins. Looks decide where the section has any, then space, then bullets.
fn groups(lines: &[Line]) -> Vec<Group> {
    let style = Style::of(lines);
    let set_apart = |line: &Line| !line.bullet && style.is_other(line);
    let apart: Vec<usize> = (0..lines.len())
        .filter(|at| set_apart(&lines[*at]))
        .collect();
    let all_bullets = lines.first().is_some_and(|line| line.bullet);
    let spaced = lines.iter().skip(1).any(|line| line.gap > 0.6);
    let dated = |line: &Line| !line.bullet && !is_text(line, &style) && is_dated(line);
    let numbered = lines.first().is_some_and(|line| is_numbered(&line.text()));
    let cited = lines.iter().any(|line| opens_citation(&line.text()));
    let mut found: Vec<Group> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &lines[before]);
        let opens = match before {
            // What stands above the first is the name of a group of them.
            _ if cited => line.bullet || opens_citation(&line.text()),
            None => true,
            Some(_) if numbered => is_numbered(&line.text()),
            Some(_) if all_bullets => line.bullet,
            Some(before) if !apart.is_empty() => {
                set_apart(line) && (!set_apart(before) || line.gap > 0.6) && !is_link_alone(line)
            }
            Some(_) if line.bullet => false,
            Some(before) => {
                spaced && line.gap > 0.6
                    || dated(line) && !dated(before)
                    || before.bullet && !is_text(line, &style)
                    || named(&line.text()).is_some()
            }
        };
        if opens {
            found.push(Group {
                head: vec![line.clone()],
                body: Vec::new(),
            });
            continue;
        }
        let Some(group) = found.last_mut() else {
            continue;
        };
        // A second line of the head: a part played, a link, the time.
        let second = group.body.is_empty()
            && group.head.len() < 3
            && !line.bullet
            && !all_bullets
            && !numbered
            && !cited
            && !apart.is_empty()
            && (set_apart(line) || is_link_alone(line) || is_dated(line) && !is_text(line, &style));
        if second {
            group.head.push(line.clone());
        } else {
            group.body.push(line.clone());
        }
    }
    found
}

/// "[1] …", "2. …": how lists of papers are counted.
fn is_numbered(text: &str) -> bool {
    let text = text.trim_start();
    let inner = text.strip_prefix('[').unwrap_or(text);
    let digits = inner.chars().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&digits)
        && inner[digits..].starts_with(if inner.len() < text.len() { ']' } else { '.' })
}

/// "Talvik, M., & Saar, K. (2019). …": a citation begins.
fn opens_citation(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let named = first.chars().next().is_some_and(char::is_uppercase) && first.ends_with([',', '.']);
    named
        && dates::find(text)
            .first()
            .is_some_and(|one| text[..one.from].ends_with('('))
}

/// A text without the number that counts it.
fn without_number(text: &str) -> &str {
    if !is_numbered(text) {
        return text;
    }
    text.trim_start()
        .trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '[' | ']' | '.'))
        .trim_start()
}

fn is_dated(line: &Line) -> bool {
    let text = line.text();
    dates::find(&text)
        .iter()
        .any(|one| one.range.two_ends || text.len() - one.to <= 1)
}

fn is_link_alone(line: &Line) -> bool {
    let text = line.text();
    let bare = text.trim();
    !bare.contains(' ') && contact::web_address(bare).is_some()
}

/// "Tide clock: shows …" → the name and what it is.
fn named(text: &str) -> Option<(&str, &str)> {
    [": ", " – ", " — ", " - "]
        .iter()
        .filter_map(|sign| text.split_once(sign))
        .min_by_key(|(name, _)| name.len())
        .filter(|(name, rest)| {
            name.chars().count() <= 60
                && name.split_whitespace().count() <= 8
                && rest.split_whitespace().count() >= 3
                && !name.contains("://")
                && dates::find(rest).first().is_none_or(|one| one.from > 1)
        })
}

fn project(group: Group) -> Option<Project> {
    let line = group.head.first()?.clone();
    let whole: String = work::paragraphs(&[&group.head[..], &group.body[..]].concat()).join("\n");
    let url = contact::web_address(&whole).unwrap_or_default();
    let when = group
        .head
        .iter()
        .flat_map(|line| dates::find(&line.text()))
        .max_by_key(|one| one.range.two_ends);
    let mut project = Project {
        url,
        ..Project::default()
    };
    if let Some(one) = when {
        let range = one.range;
        project.start = range
            .start
            .or(if range.two_ends { None } else { range.end });
        project.end = range.end;
        project.current = range.current;
    }
    let mut texts = Vec::new();
    let paragraph = group.head.len() == 1
        && (group.body.iter().all(|line| !line.bullet) || line.bullet)
        && named(&line.text()).is_some();
    let name = if paragraph {
        let joined = work::paragraphs(&[&group.head[..], &group.body[..]].concat());
        let first = joined.first()?.clone();
        let (name, rest) = named(&first)?;
        texts.push(rest.trim().to_owned());
        texts.extend(joined.into_iter().skip(1));
        without_dates(name)
    } else {
        let mut names = Vec::new();
        for (number, line) in group.head.iter().enumerate() {
            names.extend(
                pieces(line, number)
                    .into_iter()
                    .map(|piece| piece.text)
                    .filter(|text| contact::web_address(text).is_none_or(|url| url != *text)),
            );
        }
        let mut names = names.into_iter();
        let name = names.next()?;
        for text in names {
            if title_weight(&text) == 2 && project.role.is_empty() && text.len() < 60 {
                project.role = text;
            } else {
                texts.push(text);
            }
        }
        texts.extend(work::paragraphs(&group.body));
        name
    };
    let (name, rest) = if name.chars().count() > NAME_CHARS {
        // A sentence about something without a name: the person's own words, none made up.
        (String::new(), Some(name))
    } else {
        (name, None)
    };
    project.bullets = rest.into_iter().chain(texts).collect();
    project
        .bullets
        .retain(|text| contact::web_address(text).is_none_or(|url| url != *text));
    let sure = if name.is_empty() { 0.4 } else { 0.7 };
    let shown = if name.is_empty() {
        project.bullets.first().cloned()?
    } else {
        name
    };
    project.name = Some(Found::at(&line, shown, sure));
    Some(project)
}

fn publication(group: Group) -> Option<Publication> {
    let line = group.head.first()?.clone();
    let stacked = group.head.len() > 1
        || !group.body.is_empty()
            && line
                .parts
                .first()
                .is_some_and(|part| part.bold && !group.body[0].bold());
    let paragraphs = work::paragraphs(&[&group.head[..], &group.body[..]].concat());
    let whole = paragraphs.join(" ");
    let url = contact::web_address(&whole).unwrap_or_default();
    let off = |text: &str| match url.as_str() {
        "" => text.to_owned(),
        url => text.replace(url, " "),
    };
    let bare = off(without_number(&whole));
    let published = dates::find(&bare)
        .iter()
        .rev()
        .find(|one| !one.range.two_ends)
        .and_then(|one| one.range.start.or(one.range.end));
    let (title, publisher, sure) = if let Some((title, publisher)) = quoted(&bare) {
        (title, publisher, 0.8)
    } else if let Some((title, publisher)) = cited(&bare) {
        (title, publisher, 0.7)
    } else if stacked {
        let below: Vec<Line> = group.head[1..].iter().chain(&group.body).cloned().collect();
        let below = work::paragraphs(&below).join(", ");
        let publisher = without_dates(&off(&below));
        (
            without_dates(&line.text().replace('\t', " ")),
            publisher,
            0.6,
        )
    } else {
        (without_dates(&bare), String::new(), 0.5)
    };
    let title = title.trim().to_owned();
    if !title.chars().any(char::is_alphabetic) {
        return None;
    }
    Some(Publication {
        title: Some(Found::at(&line, title, sure)),
        publisher: if publisher.chars().count() <= 180 {
            publisher
        } else {
            String::new()
        },
        published,
        url,
    })
}

/// Talvik M., “On tides”, Journal of Harbours, 2019.
fn quoted(text: &str) -> Option<(String, String)> {
    for (open, close) in [('“', '”'), ('„', '“'), ('«', '»'), ('"', '"')] {
        let Some((_, rest)) = text.split_once(open) else {
            continue;
        };
        let Some((title, after)) = rest.split_once(close) else {
            continue;
        };
        if title.split_whitespace().count() >= 2 {
            let title = title.trim_end_matches([',', '.', ' ']).to_owned();
            return Some((title, venue(after)));
        }
    }
    None
}

/// Talvik, M. (2019). On tides. Journal of Harbours, 12(3), 4–9.
fn cited(text: &str) -> Option<(String, String)> {
    let after = text.char_indices().find_map(|(at, sign)| {
        let inner = text[at..].strip_prefix('(')?.split_once(')')?;
        let year = dates::find(inner.0);
        (sign == '(' && at > 3 && year.len() == 1 && inner.0.len() < 24).then_some(inner.1)
    })?;
    let after = after.trim_start_matches(['.', ',', ':', ' ']);
    let (title, rest) = after.split_once(". ").unwrap_or((after, ""));
    (title.split_whitespace().count() >= 2).then(|| (title.to_owned(), venue(rest)))
}

/// Where something appeared, as far as the first sentence says it, without its date.
fn venue(text: &str) -> String {
    let text = text.trim_start_matches([',', '.', ';', ':', ' ']);
    let first = text.split(". ").next().unwrap_or(text);
    let first = first
        .strip_prefix("In ")
        .or(first.strip_prefix("In: "))
        .unwrap_or(first);
    let venue = without_dates(first);
    venue
        .strip_suffix("pp")
        .map(|bare| bare.trim_end_matches([',', ' ']).to_owned())
        .unwrap_or(venue)
}

fn without_dates(text: &str) -> String {
    let mut rest = text.to_owned();
    for one in dates::find(text).iter().rev() {
        rest.replace_range(one.from..one.to, " ");
    }
    let words = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.replace("( )", "").replace("()", "");
    words
        .trim()
        .trim_matches([',', ';', '|', '–', '—', '-', ':', '·', ' '])
        .trim_end_matches('.')
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Part;

    fn line(text: &str, bold: bool, bullet: bool) -> Line {
        Line {
            parts: vec![Part {
                text: text.to_owned(),
                size: 10.0,
                bold,
                bold_start: bold,
                ..Part::default()
            }],
            bullet,
            gap: 0.2,
            ..Line::default()
        }
    }

    #[test]
    fn bold_names_open_projects() {
        let found = projects(&[
            line("Tide clock | Mar 2019 – Jun 2020", true, false),
            line("github.com/mira/tide", false, false),
            line("Shows high water for forty harbours", false, true),
            line("Runs on a coin cell for two years", false, true),
            line("Rope calculator", true, false),
            line("Tells how long a splice has to be", false, true),
        ]);
        let names: Vec<&str> = found
            .iter()
            .filter_map(|one| Some(one.name.as_ref()?.value.as_str()))
            .collect();
        assert_eq!(names, ["Tide clock", "Rope calculator"]);
        assert_eq!(found[0].url, "github.com/mira/tide");
        assert_eq!(found[0].bullets.len(), 2);
        assert_eq!(found[0].start.map(|date| date.year), Some(2019));
        assert_eq!(found[0].end.and_then(|date| date.month), Some(6));
    }

    #[test]
    fn bullets_that_name_what_they_tell_of_are_projects() {
        let found = projects(&[
            line("Tide clock: shows high water for harbours", false, true),
            line("Rope calculator – tells how long splices are", false, true),
        ]);
        assert_eq!(found.len(), 2);
        let first = found[0].name.as_ref().map(|name| name.value.as_str());
        assert_eq!(first, Some("Tide clock"));
        assert_eq!(found[0].bullets, ["shows high water for harbours"]);
    }

    #[test]
    fn citations_come_apart() {
        let found = publications(&[
            line(
                "Talvik, M., & Saar, K. (2019). On tides and timetables. Journal of Harbours, 12(3), 4–9.",
                false,
                true,
            ),
            line(
                "K. Saar, “Knots that hold when wet”, Rope Review, May 2021, https://ropes.example/wet",
                false,
                true,
            ),
        ]);
        let title = |at: usize| {
            let title = found
                .get(at)
                .and_then(|one: &Publication| one.title.as_ref());
            title.map(|title| title.value.as_str())
        };
        assert_eq!(title(0), Some("On tides and timetables"));
        assert!(found[0].publisher.starts_with("Journal of Harbours"));
        assert_eq!(found[0].published.map(|date| date.year), Some(2019));
        assert_eq!(title(1), Some("Knots that hold when wet"));
        assert_eq!(found[1].url, "https://ropes.example/wet");
        assert_eq!(found[1].published.and_then(|date| date.month), Some(5));
    }
}
