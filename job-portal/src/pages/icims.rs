//! The pages of a form like iCIMS's: tables whose first column holds the labels, rows that a button
//! adds from a template.

use super::control::control;
use super::flow::{Flow, label};
use super::shell::w;
use crate::escape::html;
use crate::form::{Section, Shape, Step};

/// What stands between the page's heading and its buttons.
pub(super) fn body(flow: &Flow<'_>, step: &Step) -> String {
    step.sections
        .iter()
        .map(|section| {
            let title = if section.title.is_empty() {
                String::new()
            } else {
                format!("<h2>{}</h2>", html(section.title))
            };
            let note = if section.note.is_empty() {
                String::new()
            } else {
                format!("<p>{}</p>", html(section.note))
            };
            let inner = match section.rows {
                Some(prefix) => rows(flow, section, prefix),
                None => table(flow, section, ""),
            };
            format!(
                "<div class=\"ic-section\" id=\"section_{}\">{title}{note}{inner}</div>\n",
                section.id
            )
        })
        .collect()
}

/// One row of a table for each field; consent boxes stand before their text.
fn table(flow: &Flow<'_>, section: &Section, row: &str) -> String {
    let lang = flow.form.lang;
    let lines: String = section
        .fields
        .iter()
        .map(|field| {
            let name = format!("{row}{}", field.name);
            let (id, error) = (html(&name), flow.error(&name));
            let control = control(lang, field, &name, flow.sent);
            let grouped = matches!(field.shape, Shape::Radio | Shape::YesNo | Shape::Checkboxes);
            if field.shape == Shape::Checkbox {
                return format!(
                    "<tr><td class=\"ic-cell\" colspan=\"2\">{control} <label for=\"{id}\">{}</label>{error}</td></tr>",
                    label(field)
                );
            }
            let head = if grouped {
                format!("<span id=\"{id}_label\">{}</span>", label(field))
            } else {
                format!("<label for=\"{id}\">{}</label>", label(field))
            };
            let cell = if grouped {
                format!("<div role=\"group\" aria-labelledby=\"{id}_label\">{control}</div>")
            } else {
                control
            };
            format!("<tr><td class=\"ic-head\">{head}</td><td class=\"ic-cell\">{cell}{error}</td></tr>")
        })
        .collect();
    format!("<table class=\"ic-table\" role=\"presentation\"><tbody>{lines}</tbody></table>")
}

fn rows(flow: &Flow<'_>, section: &Section, prefix: &str) -> String {
    let one = |number: &str, shown: &str| {
        format!(
            "<div class=\"ic-row\" data-row=\"{number}\"><h3>{} {shown}</h3>{}</div>",
            html(section.title),
            table(flow, section, &format!("{prefix}[{number}]."))
        )
    };
    let there: String = flow
        .rows(section, prefix)
        .iter()
        .map(|number| one(&number.to_string(), &(number + 1).to_string()))
        .collect();
    format!(
        "<div class=\"ic-rows\" id=\"{prefix}_rows\">{there}</div>\
         <template data-rows=\"{prefix}\">{template}</template>\
         <button type=\"button\" class=\"ic-add\" data-add=\"{prefix}\">{add}</button>",
        template = one("__ROW__", "__NUMBER__"),
        add = w(flow.form.lang, "add_another"),
    )
}
