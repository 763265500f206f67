//! The pages of a form like Taleo's: labels in the cell beside, tied to nothing; a review at the end.

use super::control::control;
use super::flow::{Flow, label};
use crate::escape::html;
use crate::form::{Section, Shape, Step};

/// What stands between the page's heading and its buttons.
pub(super) fn body(flow: &Flow<'_>, step: &Step) -> String {
    if step.sections.is_empty() {
        return review(flow);
    }
    step.sections
        .iter()
        .map(|section| {
            let inner = match section.rows {
                Some(prefix) => flow
                    .rows(section, prefix)
                    .iter()
                    .map(|number| {
                        format!(
                            "<div class=\"tl-block\"><div class=\"tl-bar\">{} {}</div>{}</div>",
                            html(section.title),
                            number + 1,
                            table(flow, section, &format!("{prefix}[{number}]."))
                        )
                    })
                    .collect(),
                None if section
                    .fields
                    .iter()
                    .any(|field| field.shape == Shape::File) =>
                {
                    frame(flow, section)
                }
                None => table(flow, section, ""),
            };
            format!(
                "<div class=\"tl-section\"><h2 class=\"tl-title\">{}</h2>{inner}</div>\n",
                html(section.title)
            )
        })
        .collect()
}

fn table(flow: &Flow<'_>, section: &Section, row: &str) -> String {
    let lines: String = section
        .fields
        .iter()
        .map(|field| {
            let name = format!("{row}{}", field.name);
            let control = control(flow.form.lang, field, &name, flow.sent);
            let error = flow.error(&name);
            if field.shape == Shape::Checkbox {
                return format!(
                    "<tr><td></td><td class=\"tl-value\">{control}<label for=\"{}\">{}</label>{error}</td></tr>",
                    html(&name),
                    label(field)
                );
            }
            format!(
                "<tr><td class=\"tl-label\"><span class=\"tl-text\">{}</span></td><td class=\"tl-value\">{control}{error}</td></tr>",
                label(field)
            )
        })
        .collect();
    format!("<table class=\"tl-table\">{lines}</table>")
}

/// Files come from a page of their own; this one only shows it.
fn frame(flow: &Flow<'_>, section: &Section) -> String {
    let errors: String = section
        .fields
        .iter()
        .map(|field| flow.error(&field.name))
        .collect();
    format!(
        "<iframe id=\"attachments\" name=\"attachments\" title=\"Attachments\" src=\"/flow/{}/files\"></iframe>{errors}",
        html(flow.draft)
    )
}

/// Everything that was answered, as text.
fn review(flow: &Flow<'_>) -> String {
    let fields: Vec<_> = flow.form.fields().collect();
    let lines: String = flow
        .sent
        .values
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .filter_map(|(name, value)| {
            let own = name.split_once("].").map_or(name.as_str(), |(_, own)| own);
            let field = fields.iter().find(|field| field.name == own)?;
            Some(format!(
                "<tr><td class=\"tl-label\">{}</td><td class=\"tl-value\">{}</td></tr>",
                html(&field.label),
                html(value)
            ))
        })
        .collect();
    format!("<table class=\"tl-table tl-review\">{lines}</table>")
}
