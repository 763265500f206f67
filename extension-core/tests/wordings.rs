//! Wordings and what they ask, a line each (`wordings.txt`): the reader's memory of questions met in the wild.

use foothold_core::classify::classify;
use foothold_core::page::{Control, LabelSource, LabelText, PageSnapshot, RawField, RawOption};

fn control(word: &str) -> Option<Control> {
    Some(match word {
        "text" => Control::Text,
        "area" => Control::TextArea,
        "date" => Control::Date,
        "select" => Control::Select,
        "radio" => Control::RadioGroup,
        "tick" => Control::CheckboxGroup,
        _ => return None,
    })
}

/// What the line's field is read as, and why.
fn read(control: Control, label: &str, options: &str) -> (String, String) {
    let texts = options.split(" / ").filter(|text| !text.is_empty());
    let mut options: Vec<RawOption> = texts
        .map(|text| RawOption {
            text: text.to_owned(),
            ..RawOption::default()
        })
        .collect();
    if control == Control::CheckboxGroup && options.is_empty() {
        options.push(RawOption {
            text: label.to_owned(),
            ..RawOption::default()
        });
    }
    let field = RawField {
        handle: 1,
        control,
        labels: vec![LabelText {
            from: LabelSource::Label,
            text: label.to_owned(),
        }],
        options,
        visible: true,
        ..RawField::default()
    };
    let form = classify(&PageSnapshot {
        fields: vec![field],
        ..PageSnapshot::default()
    });
    let field = &form.fields[0];
    let kind = match (field.trap, field.kind) {
        (Some(trap), _) => format!("trap {trap:?}"),
        (None, kind) => kind.map_or("-".to_owned(), |kind| {
            serde_json::json!(kind)
                .as_str()
                .unwrap_or_default()
                .to_owned()
        }),
    };
    (kind, field.reason.clone())
}

#[test]
fn wordings_are_read_as_written_down() {
    let mut wrong = Vec::new();
    let mut lines = 0;
    for line in include_str!("wordings.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let parts: Vec<&str> = line.split(" | ").map(str::trim).collect();
        let control = parts
            .get(1)
            .and_then(|word| control(word))
            .expect("a control of the list above");
        let (got, reason) = read(control, parts[2], parts.get(3).unwrap_or(&""));
        lines += 1;
        if got != parts[0] {
            wrong.push(format!("{line}\n    got {got} ({reason})"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {lines} wordings:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
