//! Whether a line shows what came of the work: a figure, a share, an amount.

/// Whether a line holds a figure that is more than a year or a part of a name.
pub(crate) fn shows(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '%');
        let digits = bare.chars().filter(char::is_ascii_digit).count();
        if digits == 0 {
            continue;
        }
        let amount =
            bare.contains(['%', '€', '$', '£', '+']) || word.contains(['€', '$', '£', '%']);
        // "Windows 10", "ISO 9001": a number behind a name is a part of it; "2019" alone is a year.
        let year = digits == 4 && bare.len() == 4 && bare.starts_with(['1', '2']);
        let letters = bare.chars().any(char::is_alphabetic);
        let unit = words.peek().is_some_and(|next| *next == "%");
        if amount || unit || (!year && !letters) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::shows;

    #[test]
    fn figures_are_amounts_and_not_years_or_names() {
        for (line, figure) in [
            ("Cut waste by 20%", true),
            ("Cut waste by 20 %", true),
            ("Led a team of 12", true),
            ("Sold goods for €40k", true),
            ("Served 1,200 guests a day", true),
            ("Moved to a new office in 2019", false),
            ("Kept B2B clients", false),
            ("Trained colleagues", false),
            ("", false),
        ] {
            assert_eq!(shows(line), figure, "{line}");
        }
    }
}
