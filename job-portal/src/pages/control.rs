//! Plain HTML controls with what was answered in them, for forms that work without a script.

use super::shell::w;
use crate::apply::Received;
use crate::escape::html;
use crate::form::{Field, Shape};
use crate::jobs::Lang;

/// The newest and the oldest year that a list of years offers.
const YEARS: (u16, u16) = (2030, 1960);
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The control of a field under its submitted name; several where the field has several.
pub(super) fn control(lang: Lang, field: &Field, name: &str, sent: &Received) -> String {
    let id = html(name);
    let value = html(sent.value(name));
    let input =
        |kind: &str| format!("<input type=\"{kind}\" id=\"{id}\" name=\"{id}\" value=\"{value}\">");
    match field.shape {
        Shape::Email => input("email"),
        Shape::Tel => input("tel"),
        Shape::Url => input("url"),
        Shape::Number => input("number"),
        Shape::Date => input("date"),
        Shape::Month if field.widget == "two-lists" => two_lists(lang, name, sent.value(name)),
        Shape::Month => input("month"),
        Shape::Textarea | Shape::RichText => {
            format!("<textarea id=\"{id}\" name=\"{id}\" rows=\"4\">{value}</textarea>")
        }
        Shape::Select => select(lang, field, name, sent),
        Shape::Radio | Shape::YesNo | Shape::Checkboxes => boxes(field, name, sent),
        Shape::Checkbox => {
            let on = if value == "on" { " checked" } else { "" };
            format!("<input type=\"checkbox\" id=\"{id}\" name=\"{id}\" value=\"on\"{on}>")
        }
        Shape::File | Shape::Files => {
            let accept: Vec<String> = field.accept.iter().map(|end| format!(".{end}")).collect();
            let there: String = sent
                .files
                .iter()
                .filter(|file| file.field == name)
                .map(|file| {
                    format!(
                        " <span class=\"file-there\">{}</span>",
                        html(&file.file_name)
                    )
                })
                .collect();
            format!(
                "<input type=\"file\" id=\"{id}\" name=\"{id}\" accept=\"{}\">{there}",
                accept.join(",")
            )
        }
        _ => input("text"),
    }
}

fn select(lang: Lang, field: &Field, name: &str, sent: &Received) -> String {
    let chosen = sent.value(name);
    let options: String = field
        .options
        .iter()
        .map(|choice| option(&choice.value, &choice.text, chosen))
        .collect();
    let id = html(name);
    format!(
        "<select id=\"{id}\" name=\"{id}\"><option value=\"\">{}</option>{options}</select>",
        w(lang, "select_one")
    )
}

fn option(value: &str, text: &str, chosen: &str) -> String {
    let mark = if value == chosen { " selected" } else { "" };
    format!(
        "<option value=\"{}\"{mark}>{}</option>",
        html(value),
        html(text)
    )
}

/// A month as a list of months and a list of years, as older systems ask for it.
fn two_lists(lang: Lang, name: &str, kept: &str) -> String {
    let (year, month) = kept.split_once('-').unwrap_or_default();
    let months: String = (1..=12)
        .zip(MONTHS)
        .map(|(number, text)| {
            let value = format!("{number:02}");
            let text = if lang == Lang::En { text } else { &value };
            option(&value, text, month)
        })
        .collect();
    let years: String = (YEARS.1..=YEARS.0)
        .rev()
        .map(|number| option(&number.to_string(), &number.to_string(), year))
        .collect();
    let id = html(name);
    format!(
        "<select id=\"{id}.month\" name=\"{id}.month\"><option value=\"\">{}</option>{months}</select>\
         <select id=\"{id}.year\" name=\"{id}.year\"><option value=\"\">{}</option>{years}</select>",
        w(lang, "month"),
        w(lang, "year"),
    )
}

fn boxes(field: &Field, name: &str, sent: &Received) -> String {
    let kind = if field.shape == Shape::Checkboxes {
        "checkbox"
    } else {
        "radio"
    };
    let chosen = sent.answers(name);
    let id = html(name);
    field
        .options
        .iter()
        .enumerate()
        .map(|(number, choice)| {
            let mark = if chosen.contains(&choice.value.as_str()) {
                " checked"
            } else {
                ""
            };
            format!(
                "<input type=\"{kind}\" id=\"{id}-{number}\" name=\"{id}\" value=\"{}\"{mark}>\
                 <label for=\"{id}-{number}\">{}</label> ",
                html(&choice.value),
                html(&choice.text)
            )
        })
        .collect()
}
