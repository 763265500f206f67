//! The order and the separators of a date, read from what a field shows.

/// One piece of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Day,
    Month,
    Year,
    ShortYear,
    Between(String),
}

/// The format that a hint shows, by letters ("MM/DD/YYYY", "TT.MM.JJJJ") or by an example ("31.12.2024").
pub(super) fn format(hint: &str) -> Option<Vec<Piece>> {
    let lower = hint.to_lowercase();
    by_letters(&lower).or_else(|| by_example(&lower))
}

/// Runs of one character, with what stands between them.
fn runs(text: &str, in_run: impl Fn(char) -> bool) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = Vec::new();
    for c in text.chars() {
        let inside = in_run(c);
        match out.last_mut() {
            Some((run, was)) if *was == inside => run.push(c),
            _ => out.push((c.to_string(), inside)),
        }
    }
    out
}

fn by_letters(lower: &str) -> Option<Vec<Piece>> {
    let runs = runs(lower, char::is_alphabetic);
    let pieces = assemble(&runs, |run| {
        let first = run.chars().next()?;
        if !run.chars().all(|c| c == first) {
            return None;
        }
        match (first, run.len()) {
            ('m', 2) => Some(Piece::Month),
            ('d' | 't' | 'g' | 'j', 2) => Some(Piece::Day),
            ('y' | 'j' | 'a' | 'r', 4) => Some(Piece::Year),
            ('y' | 'a' | 'r', 2) => Some(Piece::ShortYear),
            _ => None,
        }
    })?;
    consistent(pieces)
}

fn by_example(lower: &str) -> Option<Vec<Piece>> {
    let runs = runs(lower, |c| c.is_ascii_digit());
    let numbers: Vec<(u32, usize)> = runs
        .iter()
        .filter(|(_, d)| *d)
        .filter_map(|(r, _)| Some((r.parse().ok()?, r.len())))
        .collect();
    let short: Vec<u32> = numbers
        .iter()
        .filter(|(_, len)| *len <= 2)
        .map(|(n, _)| *n)
        .collect();
    let dotted = runs.iter().any(|(r, d)| !*d && r == ".");
    let year_first = numbers.first().is_some_and(|(_, len)| *len == 4);
    let order = match short.as_slice() {
        [month] if (1..=12).contains(month) => vec![Piece::Month],
        [_, _] if year_first => vec![Piece::Month, Piece::Day],
        [day, month] if *day > 12 && *month <= 12 => vec![Piece::Day, Piece::Month],
        [month, day] if *day > 12 && *month <= 12 => vec![Piece::Month, Piece::Day],
        [_, _] if dotted => vec![Piece::Day, Piece::Month],
        _ => return None,
    };
    let mut order = order.into_iter();
    let pieces = assemble(&runs, |run| match run.len() {
        4 => Some(Piece::Year),
        1 | 2 => order.next(),
        _ => None,
    })?;
    pieces
        .contains(&Piece::Year)
        .then(|| consistent(pieces))
        .flatten()
}

/// Pieces joined by short separators, as one run without a gap.
fn assemble(
    runs: &[(String, bool)],
    mut piece: impl FnMut(&str) -> Option<Piece>,
) -> Option<Vec<Piece>> {
    let mut best: Vec<Piece> = Vec::new();
    let mut current: Vec<Piece> = Vec::new();
    for (run, inside) in runs {
        if *inside {
            match piece(run) {
                Some(found) => current.push(found),
                None => current.clear(),
            }
            if current.len() > best.len() {
                best.clone_from(&current);
            }
        } else if !current.is_empty() {
            let separates = matches!(run.trim(), "/" | "." | "-" | ". ") && run.len() <= 3;
            if separates {
                current.push(Piece::Between(run.clone()));
            } else {
                current.clear();
            }
        }
    }
    if matches!(best.last(), Some(Piece::Between(_))) {
        best.pop();
    }
    // One piece alone is a format only where the hint says nothing else.
    let alone = runs.iter().filter(|(_, inside)| *inside).count() == 1;
    (best.len() > 1 || best.len() == 1 && alone).then_some(best)
}

/// Each part at most once.
fn consistent(pieces: Vec<Piece>) -> Option<Vec<Piece>> {
    let count = |of: &[Piece]| pieces.iter().filter(|p| of.contains(p)).count();
    let once = count(&[Piece::Day]) <= 1
        && count(&[Piece::Month]) <= 1
        && count(&[Piece::Year, Piece::ShortYear]) <= 1;
    once.then_some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hint: &str, expected: &str) {
        let shown: String = format(hint)
            .unwrap_or_default()
            .iter()
            .map(|piece| match piece {
                Piece::Day => "D".to_owned(),
                Piece::Month => "M".to_owned(),
                Piece::Year => "Y".to_owned(),
                Piece::ShortYear => "y".to_owned(),
                Piece::Between(text) => text.clone(),
            })
            .collect();
        assert_eq!(shown, expected, "{hint}");
    }

    #[test]
    fn formats_are_read_from_hints() {
        check("MM/DD/YYYY", "M/D/Y");
        check("TT.MM.JJJJ", "D.M.Y");
        check("JJ/MM/AAAA", "D/M/Y");
        check("dd-mm-jjjj", "D-M-Y");
        check("GG/MM/AAAA", "D/M/Y");
        check("DD.MM.RRRR", "D.M.Y");
        check("YYYY-MM", "Y-M");
        check("Start date (MM/YYYY)", "M/Y");
        check("mm / yy", "M / y");
        check("e.g. 31.12.2024", "D.M.Y");
        check("12/31/2024", "M/D/Y");
        check("z. B. 01/2024", "M/Y");
        check("2024-05-01", "Y-M-D");
        check("05/06/2024", "");
        check("YYYY", "Y");
        check("Start date", "");
        check("Your day", "");
        check("", "");
    }
}
