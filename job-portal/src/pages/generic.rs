//! A company's own form: plain HTML that is sent without a script; mistakes come back beside the fields.

use super::shell::{Shell, w};
use crate::apply::{FieldError, Received};
use crate::escape::html;
use crate::form::{Field, Form, Section, Shape};
use crate::jobs::Lang;

/// The form, with what was sent and what was wrong with it.
pub(crate) fn generic(form: &Form, sent: &Received, errors: &[FieldError]) -> String {
    let lang = form.lang;
    let sections: String = form
        .steps
        .iter()
        .flat_map(|step| &step.sections)
        .map(|section| draw_section(lang, section, sent, errors))
        .collect();
    let summary = if errors.is_empty() {
        String::new()
    } else {
        format!(
            "<p class=\"error-text\" role=\"alert\">{}</p>",
            w(lang, "err_summary")
        )
    };
    let body = format!(
        "<main class=\"page\"><p class=\"company\">{company}</p><h1>{title}</h1>\n{summary}\n\
         <form class=\"bewerbung\" id=\"application\" action=\"/apply\" method=\"post\" \
         enctype=\"multipart/form-data\" novalidate>\n\
         <input type=\"hidden\" name=\"job_id\" value=\"{id}\">\n{sections}\n\
         <p class=\"fallback\" aria-hidden=\"true\"><label for=\"{pot}\">URL</label>\
         <input id=\"{pot}\" name=\"{pot}\" tabindex=\"-1\" autocomplete=\"off\"></p>\n\
         <button class=\"button\" type=\"submit\">{submit}</button></form></main>",
        company = html(&form.job.company),
        title = html(&form.job.title),
        id = html(&form.job.id),
        pot = form.honeypot,
        submit = w(lang, "submit"),
    );
    Shell {
        lang,
        title: &format!("{} – {}", form.job.title, form.job.company),
        styles: &["generic.css"],
        scripts: &[],
        nonce: None,
        framed: false,
        head: "",
    }
    .around(&body)
}

fn draw_section(lang: Lang, section: &Section, sent: &Received, errors: &[FieldError]) -> String {
    let fields: String = section
        .fields
        .iter()
        .map(|field| draw_field(lang, field, sent, errors))
        .collect();
    if section.title.is_empty() {
        return format!("<div class=\"group\">{fields}</div>\n");
    }
    format!(
        "<fieldset><legend>{}</legend>{fields}</fieldset>\n",
        html(section.title)
    )
}

fn draw_field(lang: Lang, field: &Field, sent: &Received, errors: &[FieldError]) -> String {
    let error = errors
        .iter()
        .find(|error| error.field == field.name)
        .map_or(String::new(), |e| {
            format!(
                "<p class=\"error-text\" id=\"{}-error\">{}</p>",
                html(&e.field),
                html(e.message)
            )
        });
    let name = html(&field.name);
    let star = if field.required { " *" } else { "" };
    let label = html(&field.label);
    let attributes = format!(
        "name=\"{name}\"{required}{invalid}",
        required = if field.required { " required" } else { "" },
        invalid = if error.is_empty() {
            String::new()
        } else {
            format!(" aria-invalid=\"true\" aria-describedby=\"{name}-error\"")
        },
    );
    let value = html(sent.value(&field.name));
    let input = |kind: &str| {
        format!("<input id=\"{name}\" type=\"{kind}\" value=\"{value}\" {attributes}>")
    };
    let control = match field.shape {
        Shape::Email => input("email"),
        Shape::Tel => input("tel"),
        Shape::Url => input("url"),
        Shape::Number => input("number"),
        Shape::Date => input("date"),
        Shape::Textarea => {
            format!("<textarea id=\"{name}\" rows=\"5\" {attributes}>{value}</textarea>")
        }
        Shape::File => {
            let accept: Vec<String> = field.accept.iter().map(|end| format!(".{end}")).collect();
            format!(
                "<input id=\"{name}\" type=\"file\" accept=\"{}\" {attributes}>",
                accept.join(",")
            )
        }
        Shape::Select => format!(
            "<select id=\"{name}\" {attributes}><option value=\"\">{}</option>{}</select>",
            w(lang, "select_one"),
            options(field, sent)
        ),
        Shape::Radio | Shape::Checkboxes | Shape::YesNo => {
            return format!(
                "<fieldset class=\"choice\"><legend>{label}{star}</legend>{}{error}</fieldset>\n",
                boxes(field, sent, &attributes)
            );
        }
        Shape::Checkbox => {
            let checked = if sent.value(&field.name) == "on" {
                " checked"
            } else {
                ""
            };
            return format!(
                "<p class=\"check\"><input id=\"{name}\" type=\"checkbox\" {attributes}{checked}>\
                 <label for=\"{name}\">{label}{star}</label>{error}</p>\n"
            );
        }
        _ => input("text"),
    };
    let help = if field.help.is_empty() {
        String::new()
    } else {
        format!("<span class=\"help\">{}</span>", html(&field.help))
    };
    format!(
        "<p class=\"field\"><label for=\"{name}\">{label}{star}</label>{help}{control}{error}</p>\n"
    )
}

fn options(field: &Field, sent: &Received) -> String {
    let chosen = sent.value(&field.name);
    field
        .options
        .iter()
        .map(|option| {
            let mark = if option.value == chosen {
                " selected"
            } else {
                ""
            };
            let (value, text) = (html(&option.value), html(&option.text));
            format!("<option value=\"{value}\"{mark}>{text}</option>")
        })
        .collect()
}

fn boxes(field: &Field, sent: &Received, attributes: &str) -> String {
    let kind = if field.shape == Shape::Checkboxes {
        "checkbox"
    } else {
        "radio"
    };
    let chosen = sent.answers(&field.name);
    // `required` on every box of a group would ask for all of them.
    let attributes = if kind == "checkbox" {
        attributes.replace(" required", "")
    } else {
        attributes.to_owned()
    };
    field
        .options
        .iter()
        .map(|option| {
            let mark = if chosen.contains(&option.value.as_str()) {
                " checked"
            } else {
                ""
            };
            format!(
                "<label><input type=\"{kind}\" value=\"{}\" {attributes}{mark}> {}</label>",
                html(&option.value),
                html(&option.text)
            )
        })
        .collect()
}

/// Kept beside the words it uses, so that a missing one is noticed.
#[cfg(test)]
mod tests {
    use crate::form::word;
    use crate::jobs::Lang;

    #[test]
    fn its_words_exist() {
        for key in ["submit", "select_one", "err_summary"] {
            assert!(!word(Lang::De, key).is_empty());
        }
    }
}
