//! The lines of a section of entries, brought to one form before they are divided: what some layouts put elsewhere goes
//! where most have it.
//!
//! What must not happen here: a change of a text, other than of where its parts stand.

use super::dates;
use crate::fold::fold_words;
use crate::line::{Line, Part};

/// The lines of a section with times beside heads, and without labels that say nothing of their own.
pub(super) fn gather(all: &[Line]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(all.len());
    for line in all {
        // How long all roles in a company took together is said again by their dates.
        if dates::is_only_lasting(&line.text()) || is_bare_label(line) {
            continue;
        }
        let mut line = line.clone();
        if let Some(last) = lines.last_mut() {
            if let Some(rest) = rest_of_time(last, &line) {
                last.parts[0].text = format!("{} {rest}", last.parts[0].text.trim());
                line.parts.remove(0);
            }
            if carries_time_on(last, &line) {
                if let Some(part) = last.parts.last_mut() {
                    part.text = format!("{} {}", part.text.trim_end(), line.parts[0].text.trim());
                }
                last.y1 = line.y1;
                continue;
            }
            if goes_on_below(last, &line) {
                if let (Some(part), [under]) = (last.parts.last_mut(), &line.parts[..]) {
                    part.text = format!("{} {}", part.text.trim_end(), under.text.trim());
                }
                last.y1 = line.y1;
                continue;
            }
            if closes_bracket(last, &line) {
                if let Some(part) = last.parts.last_mut() {
                    part.text = format!("{} {}", part.text.trim_end(), line.parts[0].text.trim());
                }
                last.parts.extend(line.parts.drain(1..));
                last.y1 = line.y1;
                continue;
            }
            if let Some(time) = take_time(last, &mut line) {
                last.parts.push(time);
            }
            if line.parts.is_empty() {
                last.y1 = line.y1;
                continue;
            }
            if stands_twice(last, &line) || joins_years(last, &line) {
                continue;
            }
        }
        lines.push(line);
    }
    lines
}

/// "Highlights:", "Aufgaben": the name of the list below it. A list says by itself that it is one.
fn is_bare_label(line: &Line) -> bool {
    const LABELS: &[&str] = &[
        "highlights",
        "key highlights",
        "responsibilities",
        "key responsibilities",
        "main responsibilities",
        "duties",
        "duties and responsibilities",
        "roles and responsibilities",
        "achievements",
        "key achievements",
        "accomplishments",
        "tasks",
        "main tasks",
        "aufgaben",
        "aufgabengebiete",
        "tatigkeiten",
        "erfolge",
        "missions",
        "missions principales",
        "taches",
        "realisations",
        "funciones",
        "funciones principales",
        "logros",
        "responsabilidades",
        "tareas",
        "mansioni",
        "principali mansioni",
        "responsabilita",
        "attivita",
        "taken",
        "werkzaamheden",
        "taken en verantwoordelijkheden",
        "verantwoordelijkheden",
        "atividades",
        "conquistas",
        "principais atividades",
        "obowiazki",
        "zakres obowiazkow",
        "osiagniecia",
        "glowne obowiazki",
    ];
    let [part] = &line.parts[..] else {
        return false;
    };
    let text = part.text.trim_end_matches([':', ' ']);
    !line.bullet && text.len() < 40 && LABELS.contains(&fold_words(text).as_str())
}

/// "2016" below "marzo 2011 – dicembre": what did not fit a narrow column of times.
fn rest_of_time(above: &Line, line: &Line) -> Option<String> {
    let (over, under) = (above.parts.first()?, line.parts.first()?);
    let close = above.region == line.region
        && above.page == line.page
        && line.gap < 0.6
        && !line.bullet
        // A picture of a calendar may stand before what is above.
        && (-2.0..1.8 * over.size.max(2.0)).contains(&(over.x0 - under.x0))
        && (over.size - under.size).abs() < 0.4
        && over.text.chars().count() < 40
        && under.text.chars().count() < 20;
    if !close {
        return None;
    }
    let whole = format!("{} {}", over.text.trim(), under.text.trim());
    let range = |text: &str| {
        let found = dates::find(text);
        dates::is_only_dates(text) && found.len() == 1 && found[0].range.two_ends
    };
    // What is whole already is no beginning, and what is left over must be part of a time.
    let open =
        !dates::find(&over.text).is_empty() && !range(&over.text) || ends_in_dash(&over.text);
    (open && range(&whole) && !range(&under.text)).then(|| under.text.trim().to_owned())
}

/// "MSc Marketing · (2014 -" with "2016)" below it, "Nurse | Jun 2013 – Jul" with "2016": a full line broke within the
/// time at its end.
fn carries_time_on(above: &Line, line: &Line) -> bool {
    let (Some(over), [under]) = (above.parts.last(), &line.parts[..]) else {
        return false;
    };
    if above.region == line.region && above.page == line.page && ends_below(over, under) {
        return !line.bullet;
    }
    let Some((at, sign)) = over.text.rmatch_indices(['(', '|', '·', '•', ',']).next() else {
        return false;
    };
    let opened = &over.text[at + sign.len()..];
    let rest = under.text.trim();
    let closes = match sign {
        "(" => !opened.contains(')') && rest.ends_with(')') && !rest.contains('('),
        _ => dates::is_only_dates(rest),
    };
    let whole = format!("{} {rest}", opened.trim());
    let whole = whole.trim_end_matches(')');
    let range = |text: &str| {
        let found = dates::find(text);
        dates::is_only_dates(text) && matches!(&found[..], [one] if one.range.two_ends)
    };
    above.region == line.region
        && above.page == line.page
        && !line.bullet
        && (over.size - under.size).abs() < 0.4
        && rest.chars().count() < 30
        && closes
        && range(whole)
        // What is whole already needs nothing more; "2014 -" at the end of a line is no range yet.
        && (!range(opened) || ends_in_dash(opened))
}

/// "Controller, Weser Freight, Bremen 09/2016 –" with "03/2021" below it, whatever stands before the time.
fn ends_below(over: &Part, under: &Part) -> bool {
    let text = over.text.trim_end();
    let began = dates::find(text).last().and_then(|last| {
        (last.range.current && last.to >= text.len() && ends_in_dash(text))
            .then_some(last.range.start)
            .flatten()
    });
    let ended = match &dates::find(&under.text)[..] {
        [one] if !one.range.two_ends && dates::is_only_dates(&under.text) => one.range.end,
        _ => None,
    };
    began
        .zip(ended)
        .is_some_and(|(began, ended)| began.year <= ended.year)
        && (over.size - under.size).abs() < 0.4
}

/// "Application designer (level" with "6), Free Code School, Lyon, 2021" below it, "Art School" with "of Brittany, 2016":
/// a head that broke within parentheses or before a small word, its time behind them.
fn goes_on_below(above: &Line, line: &Line) -> bool {
    const SMALL: [&str; 22] = [
        "of", "and", "for", "in", "de", "du", "des", "la", "le", "et", "und", "der", "fur", "e",
        "y", "di", "del", "della", "van", "voor", "i", "w",
    ];
    let ([over], [under]) = (&above.parts[..], &line.parts[..]) else {
        return false;
    };
    let count = |text: &str, sign: char| text.matches(sign).count();
    let is_open = count(&over.text, '(') == count(&over.text, ')') + 1;
    let closes = under
        .text
        .find(')')
        .is_some_and(|at| !under.text[..at].contains('('));
    // "adidas" and "eBay" begin small, too.
    let first = fold_words(under.text.split_whitespace().next().unwrap_or_default());
    let is_small = SMALL.contains(&first.as_str())
        && under.text.starts_with(char::is_lowercase)
        && !under.text.trim_end().ends_with('.');
    let is_timed = |text: &str| !dates::find(text).is_empty();
    (is_open && closes || !is_open && is_small)
        && above.region == line.region
        && above.page == line.page
        && !above.bullet
        && !line.bullet
        && line.gap < 0.7
        && (over.x0 - under.x0).abs() < 6.0
        && (over.size - under.size).abs() < 0.4
        && over.text.chars().count() < 80
        && !is_timed(&over.text)
        && is_timed(&under.text)
}

/// "Operative, Valley Foods (via Swift" with "Staff)  2022 – 2024" below it: a head that broke within parentheses.
fn closes_bracket(above: &Line, line: &Line) -> bool {
    let (Some(over), [under, rest @ ..]) = (above.parts.last(), &line.parts[..]) else {
        return false;
    };
    let count = |text: &str, sign: char| text.matches(sign).count();
    let timed = matches!(rest, [time] if dates::is_only_dates(&time.text));
    timed
        && above.region == line.region
        && above.page == line.page
        && !above.bullet
        && !line.bullet
        && line.gap < 0.6
        && over.bold == under.bold
        && (over.size - under.size).abs() < 0.4
        && count(&over.text, '(') == count(&over.text, ')') + 1
        && count(&under.text, ')') == count(&under.text, '(') + 1
        && dates::find(&above.text()).is_empty()
}

fn ends_in_dash(text: &str) -> bool {
    text.trim_end().ends_with(['–', '—', '-'])
}

/// The time that stands beside the first line of an entry's text, and belongs to the head above it.
fn take_time(above: &Line, line: &mut Line) -> Option<Part> {
    let last = line.parts.last()?;
    let is_text = line.bullet || line.x0() > above.x0() + 7.0;
    let beside = line.parts.len() > 1 && is_text && dates::is_only_dates(&last.text);
    // Or in a line of its own, right below what stands at the left.
    let below = line.parts.len() == 1
        && !line.bullet
        && line.gap < 0.5
        && last.x0 > above.x0() + 150.0
        && dates::is_only_dates(&last.text);
    if !beside && !below {
        return None;
    }
    let bare_head = !above.bullet
        && above.region == line.region
        && above.page == line.page
        && line.gap < 1.0
        && dates::find(&above.text()).is_empty()
        && above.text().chars().count() < 110
        && above.x1() <= last.x1 + 3.0
        && !above.text().trim_end().ends_with('.');
    bare_head.then(|| line.parts.pop()).flatten()
}

/// Whether a head is printed again above its text on the next page.
fn stands_twice(above: &Line, line: &Line) -> bool {
    above.page != line.page
        && above.text() == line.text()
        && !dates::find(&line.text()).is_empty()
        && (above.x0() - line.x0()).abs() < 1.0
}

/// "2022" with "2026" below it: a time in two lines, told as one.
fn joins_years(above: &mut Line, line: &Line) -> bool {
    let ([one], [other]) = (&above.parts[..], &line.parts[..]) else {
        return false;
    };
    let alone = |part: &Part| {
        let found = dates::find(&part.text);
        dates::is_only_dates(&part.text) && found.len() == 1 && !found[0].range.two_ends
    };
    let alike = (one.x0 - other.x0).abs() < 2.0
        && (one.size - other.size).abs() < 0.3
        && one.bold == other.bold
        && line.gap < 0.6
        && !above.bullet
        && !line.bullet;
    if !alike || !alone(one) || !alone(other) {
        return false;
    }
    let joined = format!("{} – {}", one.text.trim(), other.text.trim());
    let ordered = dates::find(&joined)
        .first()
        .is_some_and(|found| found.range.two_ends);
    if ordered {
        above.parts[0].text = joined;
        above.y1 = line.y1;
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(parts: &[(&str, f32)], bullet: bool) -> Line {
        Line {
            parts: parts
                .iter()
                .map(|(text, x0)| Part {
                    text: (*text).to_owned(),
                    x0: *x0,
                    x1: x0 + 60.0,
                    size: 10.0,
                    ..Part::default()
                })
                .collect(),
            bullet,
            gap: 0.3,
            ..Line::default()
        }
    }

    fn gathered(lines: &[Line]) -> Vec<String> {
        gather(lines).iter().map(Line::text).collect()
    }

    #[test]
    fn a_time_beside_the_first_bullet_goes_to_its_head() {
        let lines = [
            line(&[("Harbour Lights, Engineer", 50.0)], false),
            line(&[("Moved registers", 60.0), ("2019 – 2021", 400.0)], true),
            line(&[("Drew charts", 60.0), ("2018 – 2019", 400.0)], true),
        ];
        let expected = [
            "Harbour Lights, Engineer\t2019 – 2021",
            "Moved registers",
            // What stands beside a later bullet is its own.
            "Drew charts\t2018 – 2019",
        ];
        assert_eq!(gathered(&lines), expected);
    }

    #[test]
    fn times_in_two_lines_are_one() {
        let lines = [
            line(
                &[("marzo 2011 – dicembre", 50.0), ("Contabile", 200.0)],
                false,
            ),
            line(&[("2016", 50.0), ("Concerie Chiampo", 200.0)], false),
            line(&[("2022", 50.0)], false),
            line(&[("2026", 50.0)], false),
        ];
        let expected = [
            "marzo 2011 – dicembre 2016\tContabile",
            "Concerie Chiampo",
            "2022 – 2026",
        ];
        assert_eq!(gathered(&lines), expected);
    }

    #[test]
    fn a_time_that_broke_at_the_end_of_its_line_is_whole() {
        let lines = [
            line(&[("MSc, Strategic Marketing · (2014 -", 50.0)], false),
            line(&[("2016)", 50.0)], false),
            line(&[("Nurse | Hill Hospital | Jun 2013 – Jul", 50.0)], false),
            line(&[("2016", 50.0)], false),
            // A year in parentheses is whole, and so is what stands below it.
            line(&[("Prize of the faculty (2015)", 50.0)], false),
            line(&[("2016)", 50.0)], false),
        ];
        let expected = [
            "MSc, Strategic Marketing · (2014 - 2016)",
            "Nurse | Hill Hospital | Jun 2013 – Jul 2016",
            "Prize of the faculty (2015)",
            "2016)",
        ];
        assert_eq!(gathered(&lines), expected);
    }

    #[test]
    fn labels_of_lists_go_and_words_like_them_stay() {
        let lines = [
            line(&[("Highlights:", 50.0)], false),
            line(&[("Highlights of the year", 50.0)], false),
            line(&[("Responsibilities", 50.0)], true),
        ];
        assert_eq!(
            gathered(&lines),
            ["Highlights of the year", "Responsibilities"]
        );
    }
}
