//! What a job is called, without what does not tell it from others.

use foothold_core::posting::values;

use crate::posting::Posting;

/// The title without what the posting says elsewhere: its town at the end, its number, its pay.
pub(super) fn own_title(posting: &Posting) -> String {
    let key = title_key(&posting.title);
    let mut words: Vec<&str> = key.split(' ').collect();
    let number = posting.reference.as_deref().map(values::fold);
    let ends = |words: &[&str], tail: &str| {
        let tail: Vec<&str> = tail.split(' ').filter(|word| !word.is_empty()).collect();
        let left = words.len().checked_sub(tail.len())?;
        (left > 0 && left < words.len() && words.ends_with(&tail)).then_some(left)
    };
    let towns = posting
        .places
        .iter()
        .filter_map(|place| place.city.as_deref());
    let mut tails: Vec<String> = towns.map(values::fold).collect();
    tails.extend(number);
    while let Some(left) = tails.iter().find_map(|tail| ends(&words, tail)) {
        words.truncate(left);
    }
    words.join(" ")
}

/// A title without what does not tell jobs apart: genders, ways of working, numbers of the employer's.
#[must_use]
pub fn title_key(title: &str) -> String {
    const BESIDE: &[&str] = &[
        "m",
        "w",
        "f",
        "d",
        "x",
        "i",
        "n",
        "h",
        "div",
        "gn",
        "all genders",
        "remote",
        "hybrid",
        "onsite",
        "on site",
        "full time",
        "part time",
        "vollzeit",
        "teilzeit",
        "100 remote",
        "fully remote",
        "us",
        "uk",
        "eu",
        "emea",
    ];
    // Folding would leave the same letter of three languages.
    let title = title
        .replace("C++", "cplusplus")
        .replace("C#", "csharp")
        .replace(".NET", " dotnet")
        .replace("F#", "fsharp");
    let mut kept = String::new();
    let mut depth = 0_usize;
    let mut aside = String::new();
    for c in title.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                aside.clear();
            }
            ')' | ']' if depth > 0 => {
                depth -= 1;
                let folded = values::fold(&aside);
                let genders = folded.split(' ').all(|word| BESIDE.contains(&word));
                if !genders
                    && !BESIDE.contains(&folded.as_str())
                    && values::remote(&folded).is_none()
                {
                    kept.push(' ');
                    kept.push_str(&aside);
                }
            }
            c if depth > 0 => aside.push(c),
            c => kept.push(c),
        }
    }
    if depth > 0 {
        kept.push_str(&aside);
    }
    let kept = one_gender(&kept);
    let mut words = kept.split_whitespace().collect::<Vec<_>>();
    // "Electrician £38k": what it pays, and how much in need somebody is, is not what it is called.
    words.retain(|word| {
        let sum =
            word.contains(|c: char| c.is_ascii_digit()) && word.contains(['€', '£', '$', '₹']);
        !sum && !["urgent", "asap", "dringend"].contains(&values::fold(word).as_str())
    });
    // "Baker m/w/d" without brackets.
    words.retain(|word| {
        let folded = values::fold(word);
        !(word.contains('/')
            && folded.len() <= 7
            && folded.split(' ').all(|part| BESIDE.contains(&part)))
    });
    let folded = values::fold(&words.join(" "));
    [
        (" sr ", " senior "),
        (" snr ", " senior "),
        (" jr ", " junior "),
        (" jnr ", " junior "),
        (" eng ", " engineer "),
        (" engr ", " engineer "),
        (" mgr ", " manager "),
        (" dev ", " developer "),
    ]
    .iter()
    .fold(format!(" {folded} "), |text, (short, long)| {
        text.replace(short, long)
    })
    .trim()
    .to_owned()
}

/// One form of a title that names two: "Elektrikerin / Elektriker", "Elektriker/in", "Elektriker:in".
fn one_gender(title: &str) -> String {
    let mut title = title.to_owned();
    for mark in [
        "/-in", "/in", ":in", "*in", "_in", "/-innen", "/innen", ":innen", "*innen",
    ] {
        let mut from = 0;
        while let Some(at) = title.get(from..).and_then(|rest| rest.find(mark)) {
            let (start, end) = (from + at, from + at + mark.len());
            let ends = title[end..]
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric());
            let begins = title[..start].ends_with(char::is_alphabetic);
            if ends && begins {
                title.replace_range(start..end, "");
                from = start;
            } else {
                from = end;
            }
        }
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    for (at, window) in words.windows(3).enumerate() {
        let [one, "/" | "|", other] = *window else {
            continue;
        };
        let (one, other) = (values::fold(one), values::fold(other));
        if one.strip_suffix("in") == Some(&other) || other.strip_suffix("in") == Some(&one) {
            let shorter = if one.len() < other.len() { at } else { at + 2 };
            let mut kept = words[..at].to_vec();
            kept.push(words[shorter]);
            kept.extend(&words[at + 3..]);
            return kept.join(" ");
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_meet_as_people_read_them() {
        for title in [
            "Sr. Baker (m/f/d)",
            "Senior Baker",
            "Senior Baker (Remote)",
            "Senior Baker m/w/d",
        ] {
            assert_eq!(title_key(title), "senior baker", "{title}");
        }
        assert_ne!(title_key("Baker (Rye)"), title_key("Baker (Wheat)"));
    }

    #[test]
    fn titles_meet_whatever_stands_beside_them() {
        for (one, other) in [
            ("Bäcker/in", "Bäcker"),
            ("Bäcker:in (m/w/d)", "Bäcker*in"),
            ("Bäckerin / Bäcker", "Bäcker"),
            ("Baker £28k", "Baker"),
            ("Baker – URGENT!", "Baker"),
            ("Sr Oven Eng", "Senior Oven Engineer"),
        ] {
            assert_eq!(title_key(one), title_key(other), "{one} and {other}");
        }
        for (one, other) in [
            ("C Developer", "C++ Developer"),
            ("C Developer", "C# Developer"),
            ("Baker", "Assistant Baker"),
            ("Baker II", "Baker III"),
        ] {
            assert_ne!(title_key(one), title_key(other), "{one} and {other}");
        }
    }
}
