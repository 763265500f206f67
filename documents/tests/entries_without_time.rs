//! Jobs and schools that say no time, among others that do.

use foothold_documents::line::{Line, Part};
use foothold_documents::read::understand;

/// A line of a page: how large and bold, how far below the one before.
fn line(text: &str, size: f32, bold: bool, gap: f32) -> Line {
    Line {
        parts: vec![Part {
            text: text.to_owned(),
            size,
            bold,
            bold_start: bold,
            x1: 200.0,
            ..Part::default()
        }],
        gap,
        ..Line::default()
    }
}

fn point(text: &str) -> Line {
    Line {
        bullet: true,
        ..line(text, 10.0, false, 0.3)
    }
}

fn page(entries: &[&[&str]], heading: &str, marked: bool) -> Vec<Line> {
    let mut lines = vec![
        line("Ana Ruiz", 20.0, true, 0.0),
        line("ana@example.org", 10.0, false, 0.3),
        Line {
            heading: marked,
            ..line(heading, 13.0, true, 1.5)
        },
    ];
    for entry in entries {
        lines.push(Line {
            heading: marked,
            ..line(entry[0], 10.0, true, 1.2)
        });
        lines.push(line(entry[1], 10.0, false, 0.3));
        lines.extend(entry[2..].iter().map(|text| point(text)));
    }
    lines
}

const JOBS: [&[&str]; 4] = [
    &["Frobnicator", "Mill & Sons", "Baked 300 loaves a day"],
    &[
        "Frobnicator",
        "Quayside · 2019 – 2021",
        "Trained two apprentices",
    ],
    &[
        "Quibbler",
        "Harbour Lights",
        "Kept the lamps lit",
        "Rowed the boat",
    ],
    &["Frobnicator", "Northwind · 2015 – 2018", "Drove the van"],
];

#[test]
fn looks_tell_where_an_entry_begins_that_says_no_time() {
    for marked in [false, true] {
        let resume = understand(page(&JOBS, "Experience", marked), &[]);
        let lines: Vec<usize> = resume.work.iter().map(|job| job.bullets.len()).collect();
        assert_eq!(lines, [1, 1, 2, 1], "marked as headings: {marked}");
        let timed: Vec<bool> = resume.work.iter().map(|job| job.start.is_some()).collect();
        assert_eq!(timed, [false, true, false, true]);
        // Whichever of the two is the title here, none is lost.
        for (job, said) in resume.work.iter().zip(JOBS) {
            let names = [&job.title, &job.company].map(|name| {
                let name = name.as_ref().map(|name| name.value.as_str());
                name.unwrap_or_default().to_owned()
            });
            assert!(names.contains(&said[0].to_owned()), "{names:?}");
        }
    }
}

#[test]
fn a_bold_label_within_the_text_opens_no_entry() {
    let mut lines = page(&JOBS[1..2], "Experience", false);
    lines.push(line("Results:", 10.0, true, 0.3));
    lines.push(point("Waste halved"));
    lines.extend(page(&JOBS[3..], "Experience", false).split_off(3));
    let resume = understand(lines, &[]);
    assert_eq!(resume.work.len(), 2);
}
