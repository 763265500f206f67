//! Jobs: which piece of a head is the title, which the company, which the place.

use super::besides::{is_department, is_leave, is_the_same};
use super::entries::{self, Entry};
use super::heads::Piece;
use super::named::{
    is_town_like, off_place, off_town, without_gloss, without_people, without_terms,
};
use super::words::{
    is_company, is_name_like, is_partnership, is_place, is_school, off_hyphenated_place,
    title_weight,
};
use super::{Found, Job};
use crate::line::Line;
use foothold_core::company::has_form;

/// Reads a section of jobs.
pub(super) fn read(lines: &[Line]) -> Vec<Job> {
    let is_head = |text: &str| title_weight(text) > 0 || is_company(text);
    let entries = entries::divide(lines, false, &is_head, &|text| title_weight(text) > 0);
    let sorted: Vec<Sorted> = entries.iter().map(sort).collect();
    let title_first = habit(&sorted);
    // A company's own line above its roles: then a role alone is one of those.
    let company_lines = sorted.iter().any(
        |one| matches!(assign(one, title_first), (None, Some(company)) if !company.is_empty() && !is_leave(None, Some(company.as_str()))),
    );
    let mut jobs: Vec<Job> = Vec::new();
    let mut company_above: Option<(String, Option<String>)> = None;
    for (entry, sorted) in entries.iter().zip(&sorted) {
        let (mut title, mut company) = assign(sorted, title_first);
        if company.as_deref().is_some_and(is_the_same) {
            company = jobs
                .last()
                .and_then(|last| last.company.as_ref())
                .map(|above| above.value.clone());
        }
        if is_leave(title.as_deref(), company.as_deref()) {
            continue;
        }
        let alone = company.is_none() && (entry.whole && !company_lines || company_above.is_none());
        if let Some((head, tail)) = title
            .as_deref()
            .filter(|_| alone)
            .and_then(|text| text.split_once(", "))
            && title_weight(head) == 2
            && is_name_like(tail)
        {
            // "Welder, Bluenose": no other company is near, so the comma divides.
            company = Some(tail.trim().to_owned());
            title = Some(head.trim().to_owned());
        }
        let place = sorted.place.clone();
        // A company's line with its own dates, and its roles below.
        let inherits = company.is_none() && title.is_some() && (!entry.whole || company_lines);
        let company = if inherits {
            company_above.as_ref().map(|(name, _)| name.clone())
        } else {
            company
        };
        let location = place.or_else(|| {
            if inherits {
                company_above.as_ref().and_then(|(_, place)| place.clone())
            } else {
                None
            }
        });
        if company.is_some() && !inherits {
            company_above = company.clone().map(|name| (name, location.clone()));
        }
        if title.is_none() && company.is_none() {
            continue;
        }
        let range = entry.range.unwrap_or_default();
        let sure = match (&title, &company) {
            (Some(title), Some(_)) if title_weight(title) > 0 => 0.9,
            (Some(_), Some(_)) => 0.6,
            _ => 0.5,
        };
        jobs.push(Job {
            title: title.map(|text| Found::at(&entry.line, without_people(&text).to_owned(), sure)),
            company: company
                .map(|text| Found::at(&entry.line, without_gloss(&text).to_owned(), sure)),
            location: location.map(|text| Found::at(&entry.line, text, 0.8)),
            // One date beside a job is when it was.
            start: range
                .start
                .or(if range.two_ends { None } else { range.end }),
            end: range.end,
            current: range.current,
            bullets: paragraphs(&entry.body),
        });
    }
    drop_company_lines(jobs)
}

/// A head's pieces by what they look like.
#[derive(Debug, Clone, Default)]
struct Sorted {
    place: Option<String>,
    others: Vec<Piece>,
}

fn sort(entry: &Entry) -> Sorted {
    let mut sorted = Sorted::default();
    for piece in &entry.head {
        if let Some((head, tail)) = off_hyphenated_place(&piece.text) {
            sorted.place.get_or_insert(tail.to_owned());
            sorted.others.push(Piece {
                text: head.to_owned(),
                ..piece.clone()
            });
            continue;
        }
        if is_place(&piece.text) {
            sorted.place.get_or_insert(piece.text.clone());
            continue;
        }
        let (rest, place) = off_place(without_terms(&piece.text));
        if let Some(place) = place {
            sorted.place.get_or_insert(place);
        }
        let mut pair = split_pair(&rest);
        // "Class Teacher, Year 6" above "Manor Lodge School": the company is named elsewhere, the comma is the title's own.
        let named = |text: &String| is_company(text) || is_school(text);
        if pair.len() == 2 && !pair.iter().any(named) && company_elsewhere(entry, piece) {
            pair = vec![rest];
        }
        for text in pair {
            sorted.others.push(Piece {
                text,
                ..piece.clone()
            });
        }
    }
    if sorted.place.is_none() && sorted.others.len() >= 3 {
        let town = |piece: &Piece| piece.aside && is_town_like(&piece.text);
        let towns = sorted.others.iter().filter(|piece| town(piece)).count();
        if towns == 1
            && let Some(at) = sorted.others.iter().position(town)
        {
            sorted.place = Some(sorted.others.remove(at).text);
        }
    }
    sorted
}

/// Whether another line of a head names a company by its words.
fn company_elsewhere(entry: &Entry, piece: &Piece) -> bool {
    entry.head.iter().any(|other| {
        let named = other.text.split(", ").next().unwrap_or(&other.text);
        other.line != piece.line
            && title_weight(named) == 0
            && (is_company(&other.text) || is_school(&other.text))
    })
}

/// "Engineer at Acme", "Engineer, Acme Inc.": two pieces in one.
fn split_pair(text: &str) -> Vec<String> {
    for sign in [" at ", " @ ", " bei ", " chez ", " presso "] {
        if let Some((one, other)) = text.split_once(sign)
            && (title_weight(one) > 0
                || is_name_like(one) && is_name_like(other)
                || is_few_words(one) && is_name_like(other))
        {
            return vec![one.trim().to_owned(), other.trim().to_owned()];
        }
    }
    for (at, sign) in text.match_indices(", ") {
        let (one, other) = (&text[..at], &text[at + sign.len()..]);
        // "Research Nurse (per diem, 12 hours)": within parentheses nothing is divided.
        if one.matches('(').count() > one.matches(')').count() {
            continue;
        }
        // "Staff Nurse, Acute Medical Unit, Aire Valley Hospitals": where in the company, and then the company.
        if is_department(other) {
            continue;
        }
        let bare = one.split(" (").next().unwrap_or(one);
        let behind_departments = bare.split(", ").skip(1).all(is_department);
        let (one_title, other_title) = (title_weight(one), title_weight(other));
        let department = other.split_whitespace().count() <= 2
            && one_title == 2
            && !is_company(other)
            && text.matches(", ").count() == 1;
        let company_behind = behind_departments
            && one_title == 2
            && other_title == 0
            && (is_company(other) || is_school(other) || !department && other.len() > 3);
        // "Verwalterin, Lindenhof GmbH, Oakham": a company says that it is one, so the title may be any.
        let form_behind = other_title == 0
            && has_form(other.split(", ").next().unwrap_or(other))
            && !is_company(one)
            && one.split_whitespace().count() <= 6;
        if company_behind
            || form_behind
            || one_title == 1 && other_title == 0 && is_company(other) && !is_company(one)
            || other_title >= 1 && one_title == 0 && is_company(one) && !is_company(other)
            || other_title == 2 && one_title == 0 && !one.is_empty()
        {
            return vec![one.trim().to_owned(), other.trim().to_owned()];
        }
    }
    vec![text.to_owned()]
}

/// "Work experience" in "Work experience at Little Harbour Nursery": a few words that begin with a capital.
fn is_few_words(text: &str) -> bool {
    (1..=3).contains(&text.split_whitespace().count())
        && text.chars().next().is_some_and(char::is_uppercase)
        && !text.chars().any(|sign| sign.is_ascii_digit())
}

/// As [`title_weight`]; "Pennine & Partners LLP" names a company, whatever its partners are.
fn weight(text: &str) -> u8 {
    match title_weight(text) {
        1 if is_company(text) => 0,
        2 if is_partnership(text) => 0,
        weight => weight,
    }
}

/// Whether titles come before companies in this section, as far as words tell.
fn habit(sorted: &[Sorted]) -> Option<bool> {
    let (mut first, mut second) = (0, 0);
    for one in sorted {
        let [a, b, ..] = &one.others[..] else {
            continue;
        };
        match (weight(&a.text), weight(&b.text)) {
            (a, b) if a > b => first += 1,
            (a, b) if b > a => second += 1,
            _ => {}
        }
    }
    (first != second).then_some(first > second)
}

fn assign(sorted: &Sorted, title_first: Option<bool>) -> (Option<String>, Option<String>) {
    let others = &sorted.others;
    match &others[..] {
        [] => (None, None),
        [only] => {
            let is_title = title_weight(&only.text) > 0
                && !(is_company(&only.text) && title_weight(&only.text) < 2);
            if is_title || title_first.is_none() && !is_company(&only.text) && !only.bold {
                (Some(only.text.clone()), None)
            } else {
                (None, Some(only.text.clone()))
            }
        }
        // "Developer, Nuvéo" and below it a lone town beside the dates.
        [first, second]
            if second.line > first.line
                && !second.bold
                && title_weight(&second.text) == 0
                && !is_company(&second.text)
                && second.text.split_whitespace().count() <= 2
                && first.text.split_once(", ").is_some_and(|(head, tail)| {
                    title_weight(head) == 2 && is_name_like(tail) && title_weight(tail) == 0
                }) =>
        {
            let (title, company) = first.text.split_once(", ").unwrap_or((&first.text, ""));
            (
                Some(title.trim().to_owned()),
                Some(company.trim().to_owned()),
            )
        }
        [first, second, ..] => {
            let best = others
                .iter()
                .take(4)
                .enumerate()
                .max_by(|(a_at, a), (b_at, b)| {
                    let weigh = |at: usize, piece: &Piece| {
                        // "Studio Portici — Bologna" above the title: the town is none.
                        let below = others.iter().take(4).any(|other| {
                            other.line > piece.line && weight(&other.text) > weight(&piece.text)
                        });
                        // "Contractor of Oakham – Larch Ltd" above "Systems Administrator": where companies come
                        // first, the line below has the title.
                        let begins_line = piece.line > first.line
                            && others[..at].iter().all(|other| other.line < piece.line);
                        let habit = match (title_first, at) {
                            (Some(false), 1) if below => 0.0,
                            (Some(true), 0) | (Some(false), 1) => 1.2,
                            (Some(false), _) if begins_line => 1.2,
                            _ => 0.0,
                        };
                        f32::from(weight(&piece.text)) + habit
                            - if is_company(&piece.text) { 0.8 } else { 0.0 }
                            - at as f32 * 0.1
                    };
                    weigh(*a_at, a).total_cmp(&weigh(*b_at, b))
                });
            let known = best
                .filter(|(_, piece)| weight(&piece.text) > 0)
                .map(|(at, _)| at);
            let at = known.unwrap_or(match title_first {
                Some(true) => 0,
                // A company and its town share a line: the title is below.
                Some(false) => others
                    .iter()
                    .take(4)
                    .position(|piece| piece.line > first.line)
                    .unwrap_or(1),
                // Words do not tell: a company's form does, else the bold one is taken for the company only where it leads.
                None => usize::from(
                    is_company(&first.text)
                        || !is_company(&second.text)
                            && first.bold
                            && !second.bold
                            && first.line < second.line,
                ),
            });
            let rest: Vec<&Piece> = others
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, piece)| piece)
                .collect();
            let company = rest
                .iter()
                .find(|piece| is_company(&piece.text))
                .or(rest.first())
                .map(|piece| off_town(&piece.text));
            (Some(others[at].text.clone()), company)
        }
    }
}

/// Whether one stay in a company holds another.
fn spans(company: &Job, role: &Job) -> bool {
    let year = |date: Option<super::dates::Date>| date.map_or(u16::MAX, |date| date.year);
    company.start.is_some()
        && year(company.start) <= year(role.start)
        && year(company.end) >= year(role.end)
}

/// A company's own line above its roles says when, but is no job by itself.
fn drop_company_lines(jobs: Vec<Job>) -> Vec<Job> {
    let mut kept: Vec<Job> = Vec::new();
    for job in jobs {
        if let Some(last) = kept.last()
            && last.title.is_none()
            && (last.bullets.is_empty() || last.bullets.len() == 1 && spans(last, &job))
            && last.company.is_some()
            && job.title.is_some()
            && (job.company.is_none()
                || job.company.as_ref().map(|one| &one.value)
                    == last.company.as_ref().map(|one| &one.value))
        {
            let above = kept.pop();
            let company = above.as_ref().and_then(|above| above.company.clone());
            let location = job
                .location
                .clone()
                .or_else(|| above.and_then(|above| above.location));
            kept.push(Job {
                company,
                location,
                ..job
            });
        } else {
            kept.push(job);
        }
    }
    kept
}

/// The text of an entry: bullets and paragraphs, their lines joined.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let full = lines
        .iter()
        .filter_map(|line| line.parts.last())
        .map(|part| part.x1)
        .fold(0.0, f32::max);
    let mut open = false;
    for line in lines {
        let text = line.text().replace('\t', " ");
        let joins = open && !line.bullet && line.gap < 0.9;
        match found.last_mut().filter(|_| joins) {
            Some(last) => {
                let broken =
                    last.ends_with('-') && text.chars().next().is_some_and(char::is_lowercase);
                if broken {
                    last.pop();
                } else {
                    last.push(' ');
                }
                last.push_str(&text);
            }
            None => found.push(text),
        }
        open = full == 0.0 || line.parts.last().is_some_and(|part| part.x1 > full * 0.75);
    }
    found.retain(|text| text.chars().any(char::is_alphanumeric));
    found
}
