use foothold_shared::reading::{ReadJob, ReadLine, ReadSchool, ReadValue, ReadingView, Spot};

use super::{TOLD, ask, take};

fn spot(y0: f32) -> Spot {
    Spot {
        page: 1,
        x0: 50.0,
        y0,
        x1: 300.0,
        y1: y0 + 10.0,
    }
}

fn value(text: &str, y0: f32, confidence: f32) -> ReadValue {
    ReadValue {
        text: text.to_owned(),
        spot: spot(y0),
        confidence,
    }
}

/// A sure job, one whose title was a guess, and a school without a degree.
fn reading() -> ReadingView {
    let lines = [
        "Mira Talvik",
        "mira.talvik@mail.example | +372 5123 4567",
        "Data Engineer, Harbour Lights Ltd",
        "Drew charts",
        "Talvik & Daughters Boatyard",
        "Keeper of the slipway\tSaltmarsh Commons",
        "May 2015 - Jun 2018",
        "Painted hulls, call 5123 4567 89",
        "Northshore Seafarers",
        "Helm and Chart, second class",
    ];
    let lines = lines.iter().enumerate().map(|(at, text)| ReadLine {
        text: (*text).to_owned(),
        spot: spot(at as f32 * 20.0),
    });
    ReadingView {
        lines: lines.collect(),
        name: Some(value("Mira Talvik", 0.0, 0.9)),
        email: Some(value("mira.talvik@mail.example", 20.0, 0.9)),
        phone: Some(value("+372 5123 4567", 20.0, 0.9)),
        work: vec![
            ReadJob {
                title: Some(value("Data Engineer", 40.0, 0.9)),
                company: Some(value("Harbour Lights Ltd", 40.0, 0.9)),
                ..ReadJob::default()
            },
            ReadJob {
                title: Some(value("Saltmarsh Commons", 100.0, 0.5)),
                company: Some(value("Keeper of the slipway", 100.0, 0.5)),
                ..ReadJob::default()
            },
        ],
        education: vec![ReadSchool {
            school: Some(value("Northshore Seafarers", 160.0, 0.6)),
            ..ReadSchool::default()
        }],
        ..ReadingView::default()
    }
}

#[test]
fn only_unsure_entries_are_asked_about_and_nothing_says_who_it_is() {
    let asked = ask(&reading()).expect("two parts are unsure");
    assert_eq!(asked.parts.len(), 2);
    assert!(asked.user.contains("Keeper of the slipway"));
    assert!(asked.user.contains("Northshore Seafarers"));
    for private in ["Mira", "Talvik", "@", "5123", "Harbour Lights"] {
        assert!(!asked.user.contains(private), "{private} in {}", asked.user);
    }
    let mut sure = reading();
    sure.work.truncate(1);
    sure.education.clear();
    assert!(ask(&sure).is_none());
}

#[test]
fn what_the_lines_hold_is_taken_with_its_place() {
    let mut view = reading();
    let asked = ask(&view).expect("a question");
    let answer = "Here it is:\n```json\n[{\"part\": 1, \"title\": \"Keeper of the slipway\", \"employer\": \"Saltmarsh Commons\"}, \
        {\"part\": 2, \"degree\": \"Helm and Chart, second class\"}]\n```";
    assert_eq!(take(&mut view, &asked, answer), 3);
    let job = &view.work[1];
    assert_eq!(job.title, Some(value("Keeper of the slipway", 100.0, TOLD)));
    assert_eq!(job.company, Some(value("Saltmarsh Commons", 100.0, TOLD)));
    let school = &view.education[0];
    let degree = value("Helm and Chart, second class", 180.0, TOLD);
    assert_eq!(school.degree, Some(degree));
    assert_eq!(
        school.school,
        Some(value("Northshore Seafarers", 160.0, 0.6))
    );
    assert_eq!(view.work[0], reading().work[0], "what was sure stays");
}

#[test]
fn what_the_lines_do_not_hold_is_dropped() {
    for (what, answer) in [
        (
            "invented",
            r#"[{"part":1,"title":"Harbour Master","employer":"Saltmarsh Commons Ltd"}]"#,
        ),
        (
            "part of a word",
            r#"[{"part":1,"title":"Keep","employer":"Commons of"}]"#,
        ),
        (
            "from another part",
            r#"[{"part":2,"degree":"Keeper of the slipway"}]"#,
        ),
        (
            "a part that was not asked",
            r#"[{"part":3,"title":"Data Engineer"},{"part":0,"title":"Drew charts"}]"#,
        ),
        (
            "both the same",
            r#"[{"part":1,"title":"Keeper of the slipway","employer":"Keeper of the slipway"}]"#,
        ),
        ("half of a guess", r#"[{"part":1,"title":"Saltmarsh"}]"#),
        (
            "the other kind's words",
            r#"[{"part":1,"degree":"Keeper of the slipway"}]"#,
        ),
        (
            "a time",
            r#"[{"part":1,"title":"May 2015 - Jun 2018","employer":"Saltmarsh Commons"}]"#,
        ),
        ("no list", "I cannot help with that."),
        ("broken", r#"[{"part":1,"title":"Keeper of"#),
        (
            "wrong shapes",
            r#"[1, "x", {"part":"one"}, {"part":1,"title":["Keeper of the slipway"]}]"#,
        ),
    ] {
        let mut view = reading();
        let asked = ask(&view).expect("a question");
        let taken = take(&mut view, &asked, answer);
        // A guess is replaced only by both halves, so a sound half alone changes nothing, either.
        assert_eq!(taken, 0, "{what}");
        assert!(view == reading(), "{what}");
    }
}

#[test]
fn an_endless_answer_and_a_part_twice_change_nothing_more() {
    let mut view = reading();
    let asked = ask(&view).expect("a question");
    let long = format!("[{}]", "{},".repeat(20_000));
    assert_eq!(take(&mut view, &asked, &long), 0);
    let twice = r#"[{"part":1,"title":"Saltmarsh Commons","employer":"Keeper of the slipway"},
        {"part":1,"title":"Keeper of the slipway","employer":"Saltmarsh Commons"}]"#;
    assert_eq!(take(&mut view, &asked, twice), 2);
    let title = view.work[1].title.as_ref().map(|title| title.text.as_str());
    assert_eq!(title, Some("Saltmarsh Commons"));
}
