//! A field as HTML, in one of the layouts that forms are found in.
//!
//! Each control carries `x-t="N"`, the number of its truth: an attribute the reader does not look at.

use crate::generate::chance::Chance;
use crate::generate::model::{Asked, Widget};
use std::fmt::Write as _;

/// How a form is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `<label for>` above the field.
    Labels,
    /// The label wraps the field.
    Wrapping,
    /// A table, the label in the cell beside.
    Table,
    /// The label floats in the field and stands after it in the document.
    Floating,
    /// Text in a `div` before the field, nothing that ties them.
    Divs,
    /// `aria-labelledby`.
    Aria,
    /// Each field in a shadow root of its own.
    Shadow,
    /// Placeholders alone, where the control has one.
    Placeholders,
    /// A definition list.
    List,
    /// A grid: a column of labels, a column of fields, one after the other.
    Grid,
}

/// Every layout.
pub(crate) const LAYOUTS: [Layout; 10] = [
    Layout::Labels,
    Layout::Wrapping,
    Layout::Table,
    Layout::Floating,
    Layout::Divs,
    Layout::Aria,
    Layout::Shadow,
    Layout::Placeholders,
    Layout::List,
    Layout::Grid,
];

/// Text for HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// Writes fields one by one.
pub(crate) struct Markup<'a> {
    pub(crate) layout: Layout,
    pub(crate) chance: &'a mut Chance,
    /// Class names a tool made, the same through a form.
    pub(crate) classes: [String; 3],
}

impl Markup<'_> {
    /// One field with everything that belongs to it.
    pub(crate) fn field(&mut self, number: usize, asked: &Asked) -> String {
        if asked.widget == Widget::Tick {
            return self.tick(number, asked);
        }
        let id = if asked.id.is_empty() {
            format!("i{number}")
        } else {
            asked.id.clone()
        };
        let label = self.label_text(asked);
        let help = asked.help.as_deref().map_or_else(String::new, |help| {
            format!("<small id=\"h{number}\">{}</small>", escape(help))
        });
        let tie = match (self.layout, asked.widget) {
            (Layout::Aria, _) => format!(" aria-labelledby=\"l{number}\""),
            (
                Layout::Placeholders,
                Widget::Line("text" | "email" | "tel" | "url" | "number") | Widget::Area,
            ) => {
                format!(" placeholder=\"{}\"", escape(&asked.label))
            }
            _ => String::new(),
        };
        let placeholder_only = tie.starts_with(" placeholder");
        let control = self.control(number, asked, &id, &tie);
        let [box_class, label_class, control_class] = self.classes.clone();
        if asked.widget.is_group() {
            return self.group(number, asked, &label, &control, &help);
        }
        match self.layout {
            Layout::Labels => format!(
                "<div class=\"{box_class}\"><label for=\"{id}\">{label}</label>{control}{help}</div>"
            ),
            Layout::Wrapping => {
                format!("<p><label><span>{label}</span> {control}</label>{help}</p>")
            }
            Layout::Table => {
                format!("<tr><td>{label}</td><td>{control}{help}</td></tr>")
            }
            Layout::Floating => format!(
                "<div class=\"float\">{control}<label for=\"{id}\" class=\"{label_class}\">{label}</label>{help}</div>"
            ),
            Layout::Divs => format!(
                "<div class=\"{box_class}\"><div class=\"{label_class}\">{label}</div><div class=\"{control_class}\">{control}</div>{help}</div>"
            ),
            Layout::Aria => format!(
                "<div class=\"{box_class}\"><span id=\"l{number}\">{label}</span><div>{control}</div>{help}</div>"
            ),
            Layout::Shadow => format!(
                "<x-field><template shadowrootmode=\"open\"><label for=\"{id}\">{label}</label>{control}{help}</template></x-field>"
            ),
            Layout::Placeholders if placeholder_only => {
                format!("<div class=\"{box_class}\">{control}{help}</div>")
            }
            Layout::Placeholders => {
                format!("<div class=\"{box_class}\"><span>{label}</span>{control}{help}</div>")
            }
            Layout::List => format!("<dt>{label}</dt><dd>{control}{help}</dd>"),
            Layout::Grid => format!(
                "<div class=\"{label_class}\">{label}</div><div class=\"{control_class}\">{control}{help}</div>"
            ),
        }
    }

    fn label_text(&mut self, asked: &Asked) -> String {
        let text = escape(&asked.label);
        if !asked.required {
            return text;
        }
        match self.chance.below(4) {
            0 => format!("{text} *"),
            1 => format!("{text}<span class=\"{}\">*</span>", self.classes[1]),
            2 => format!("{text}<abbr title=\"*\">*</abbr>"),
            _ => text,
        }
    }

    fn group(
        &mut self,
        number: usize,
        asked: &Asked,
        label: &str,
        control: &str,
        help: &str,
    ) -> String {
        let [box_class, label_class, _] = self.classes.clone();
        let question_id = format!("l{number}");
        match self.layout {
            Layout::Table => format!("<tr><td>{label}</td><td>{control}{help}</td></tr>"),
            Layout::List => format!("<dt>{label}</dt><dd>{control}{help}</dd>"),
            Layout::Divs | Layout::Grid | Layout::Placeholders => format!(
                "<div class=\"{box_class}\"><div class=\"{label_class}\">{label}</div><div>{control}</div>{help}</div>"
            ),
            Layout::Aria | Layout::Floating => {
                let role = if asked.widget == Widget::Radio {
                    "radiogroup"
                } else {
                    "group"
                };
                format!(
                    "<div role=\"{role}\" aria-labelledby=\"{question_id}\"><span id=\"{question_id}\">{label}</span>{control}{help}</div>"
                )
            }
            Layout::Shadow => format!(
                "<x-field><template shadowrootmode=\"open\"><fieldset><legend>{label}</legend>{control}{help}</fieldset></template></x-field>"
            ),
            Layout::Labels | Layout::Wrapping => {
                format!("<fieldset><legend>{label}</legend>{control}{help}</fieldset>")
            }
        }
    }

    fn tick(&mut self, number: usize, asked: &Asked) -> String {
        let text = escape(&asked.label);
        let name = attribute("name", &asked.name);
        let inner = if self.chance.percent(50) {
            format!("<label><input type=\"checkbox\" x-t=\"{number}\"{name}> {text}</label>")
        } else {
            format!(
                "<input type=\"checkbox\" x-t=\"{number}\"{name} id=\"t{number}\"> <label for=\"t{number}\">{text}</label>"
            )
        };
        match self.layout {
            Layout::Table => format!("<tr><td></td><td>{inner}</td></tr>"),
            Layout::List => format!("<dd>{inner}</dd>"),
            _ => format!("<div>{inner}</div>"),
        }
    }

    fn control(&mut self, number: usize, asked: &Asked, id: &str, tie: &str) -> String {
        let mark = format!("x-t=\"{number}\"");
        let common = format!(
            "{mark} id=\"{id}\"{}{}{}{}{tie}",
            attribute("name", &asked.name),
            attribute("autocomplete", asked.autocomplete.unwrap_or_default()),
            if asked.required && self.chance.percent(50) {
                " required"
            } else {
                ""
            },
            if asked.help.is_some() && self.chance.percent(60) {
                format!(" aria-describedby=\"h{number}\"")
            } else {
                String::new()
            },
        );
        let class = &self.classes[2];
        match asked.widget {
            Widget::Line(kind) => format!("<input type=\"{kind}\" class=\"{class}\" {common}>"),
            Widget::Area => format!("<textarea class=\"{class}\" {common}></textarea>"),
            Widget::File => format!("<input type=\"file\" {common}>"),
            Widget::Select => {
                let mut html =
                    format!("<select class=\"{class}\" {common}><option value=\"\"></option>");
                for (at, option) in asked.options.iter().enumerate() {
                    let _ = write!(html, "<option value=\"{at}\">{}</option>", escape(option));
                }
                html + "</select>"
            }
            Widget::Combo => format!(
                "<div class=\"{class}\"><input type=\"text\" role=\"combobox\" aria-autocomplete=\"list\" aria-expanded=\"false\" {common}></div>"
            ),
            Widget::Listbox => {
                let mut html = format!(
                    "<button type=\"button\" aria-haspopup=\"listbox\" aria-controls=\"o{number}\" {common}></button><ul role=\"listbox\" id=\"o{number}\" hidden>"
                );
                for option in &asked.options {
                    let _ = write!(html, "<li role=\"option\">{}</li>", escape(option));
                }
                html + "</ul>"
            }
            Widget::Radio => {
                let name = if asked.name.is_empty() {
                    format!("r{number}")
                } else {
                    asked.name.clone()
                };
                let mut html = String::new();
                for (at, option) in asked.options.iter().enumerate() {
                    let _ = write!(
                        html,
                        "<label><input type=\"radio\" {mark} name=\"{}\" value=\"{at}\"> {}</label> ",
                        escape(&name),
                        escape(option)
                    );
                }
                html
            }
            Widget::Buttons => {
                let mut html = String::new();
                for option in &asked.options {
                    let _ = write!(
                        html,
                        "<button type=\"button\" {mark} aria-pressed=\"false\" class=\"{class}\">{}</button>",
                        escape(option)
                    );
                }
                html
            }
            Widget::Tick => String::new(),
        }
    }
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!(" {name}=\"{}\"", escape(value))
    }
}
