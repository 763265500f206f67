//! Which lines of the text a finding or a keyword is about. Pure.

use foothold_shared::reading::{ReadLine, Spot};

/// The most lines that are marked at once.
const MOST: usize = 20;

/// The lines at these places; where no place is known, those that hold these words.
pub(crate) fn about(lines: &[ReadLine], spots: &[Spot], texts: &[String]) -> Vec<usize> {
    let at: Vec<usize> = numbers(lines, |line| {
        spots.iter().any(|spot| meets(&line.spot, spot))
    });
    if !at.is_empty() {
        return at;
    }
    let wanted: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    let says = |line: &ReadLine| {
        let line = plain(&line.text);
        wanted.iter().any(|text| {
            // A text of several lines holds each of them.
            !text.is_empty() && (line.contains(text) || line.len() > 12 && text.contains(&line))
        })
    };
    numbers(lines, says)
}

fn numbers(lines: &[ReadLine], is_meant: impl Fn(&ReadLine) -> bool) -> Vec<usize> {
    let all = lines.iter().enumerate();
    all.filter(|(_, line)| is_meant(line))
        .map(|(at, _)| at)
        .take(MOST)
        .collect()
}

/// Whether a line stands at a place: on its page, at its height, not beside it.
fn meets(line: &Spot, place: &Spot) -> bool {
    let height = (line.y1 - line.y0).min(place.y1 - place.y0).max(0.1);
    let shared = line.y1.min(place.y1) - line.y0.max(place.y0);
    let beside = line.x1.min(place.x1) < line.x0.max(place.x0);
    place.page > 0 && line.page == place.page && shared >= height / 2.0 && !beside
}

fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(page: u32, x0: f32, y0: f32, x1: f32) -> Spot {
        Spot {
            page,
            x0,
            y0,
            x1,
            y1: y0 + 10.0,
        }
    }

    fn line(text: &str, spot: Spot) -> ReadLine {
        ReadLine {
            text: text.to_owned(),
            spot,
        }
    }

    fn page() -> Vec<ReadLine> {
        vec![
            line("Ines Ferro", spot(1, 50.0, 50.0, 150.0)),
            line("Welder,\tNorth Docks", spot(1, 50.0, 70.0, 200.0)),
            line("2018 – 2020", spot(1, 400.0, 70.0, 480.0)),
            line("Led a team of", spot(1, 50.0, 90.0, 300.0)),
            line("six welders", spot(1, 50.0, 104.0, 120.0)),
            line("Ines Ferro", spot(2, 50.0, 50.0, 150.0)),
        ]
    }

    #[test]
    fn a_place_means_the_lines_that_stand_there() {
        let all = page();
        assert_eq!(about(&all, &[spot(1, 60.0, 71.0, 90.0)], &[]), [1]);
        assert_eq!(about(&all, &[spot(1, 410.0, 68.0, 420.0)], &[]), [2]);
        assert_eq!(about(&all, &[spot(2, 50.0, 50.0, 150.0)], &[]), [5]);
        let two = Spot {
            y1: 114.0,
            ..spot(1, 50.0, 90.0, 300.0)
        };
        assert_eq!(about(&all, &[two], &[]), [3, 4]);
        assert!(about(&all, &[Spot::default()], &[]).is_empty());
    }

    #[test]
    fn without_a_place_the_words_say_which() {
        let all = page();
        let of = |text: &str| about(&all, &[], &[text.to_owned()]);
        assert_eq!(of("NORTH docks"), [1]);
        assert_eq!(of("Led a team of six welders"), [3]);
        assert_eq!(of("ines ferro"), [0, 5]);
        assert!(of("").is_empty() && of("pilot").is_empty());
    }
}
