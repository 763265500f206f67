//! One page of a form that is loaded page by page: what both kinds share. How each looks is in the
//! file named after it.

use super::shell::{Shell, w};
use super::{icims, taleo};
use crate::apply::{FieldError, Received, Upload, rows};
use crate::escape::html;
use crate::form::{ATTACHMENT, Field, Form, Section, Step};
use crate::jobs::{Ats, Job, Lang};

/// A draft's form, at one of its pages.
pub(crate) struct Flow<'a> {
    pub(crate) form: &'a Form,
    /// The draft's id, part of the address.
    pub(crate) draft: &'a str,
    /// The page, from 1.
    pub(crate) number: usize,
    /// What was answered so far.
    pub(crate) sent: &'a Received,
    pub(crate) errors: &'a [FieldError],
}

impl Flow<'_> {
    /// The page's fields; `None` where the form has no such page.
    pub(crate) fn step(&self) -> Option<&Step> {
        self.number
            .checked_sub(1)
            .and_then(|at| self.form.steps.get(at))
    }

    /// The whole document.
    pub(crate) fn draw(&self, step: &Step) -> String {
        let lang = self.form.lang;
        let (inner, style, framed) = match self.form.ats {
            Ats::Icims => (icims::body(self, step), "icims.css", true),
            _ => (taleo::body(self, step), "taleo.css", false),
        };
        let last = self.number == self.form.steps.len();
        let back = if self.number > 1 {
            format!(
                "<button type=\"submit\" name=\"go\" value=\"back\">{}</button> ",
                w(lang, "back")
            )
        } else {
            String::new()
        };
        let summary = if self.errors.is_empty() {
            String::new()
        } else {
            format!(
                "<p class=\"error-text\" role=\"alert\">{}</p>",
                w(lang, "err_summary")
            )
        };
        let body = format!(
            "<main class=\"flow {ats}\" data-step=\"{step_id}\"><h1>{title}</h1>\
             <p class=\"flow-step\">{number}/{count} {step_title}</p>{summary}\n\
             <form method=\"post\" action=\"/flow/{draft}/{number}\" enctype=\"multipart/form-data\" novalidate>\n\
             {inner}\n\
             <div class=\"bait\" aria-hidden=\"true\"><label for=\"{pot}\">Confirm</label>\
             <input id=\"{pot}\" name=\"{pot}\" tabindex=\"-1\" autocomplete=\"off\" data-bait>\
             <textarea name=\"g-recaptcha-response\" tabindex=\"-1\" data-bait></textarea></div>\n\
             <p class=\"flow-buttons\">{back}<button type=\"submit\" name=\"go\" value=\"next\" class=\"flow-next\">{next}</button></p>\n\
             </form></main>",
            ats = self.form.ats.name(),
            step_id = step.id,
            title = html(&self.form.job.title),
            number = self.number,
            count = self.form.steps.len(),
            step_title = html(step.title),
            draft = html(self.draft),
            pot = self.form.honeypot,
            next = w(lang, if last { "submit" } else { "next" }),
        );
        Shell {
            lang,
            title: &format!("{} – {}", self.form.job.title, self.form.job.company),
            styles: &["flow.css", style],
            scripts: &["rows.js"],
            nonce: None,
            framed,
            head: "",
        }
        .around(&body)
    }

    /// The numbers of a section's rows: those that were sent, else as many as it begins with.
    pub(super) fn rows(&self, section: &Section, prefix: &str) -> Vec<usize> {
        let sent = rows(prefix, self.sent);
        if sent.is_empty() {
            (0..section.first_rows).collect()
        } else {
            sent
        }
    }

    /// What is wrong with a field, as HTML.
    pub(super) fn error(&self, name: &str) -> String {
        self.errors
            .iter()
            .find(|error| error.field == name)
            .map_or(String::new(), |error| {
                format!("<span class=\"error-text\">{}</span>", html(error.message))
            })
    }
}

/// A field's label, with a star where it must be answered.
pub(super) fn label(field: &Field) -> String {
    let star = if field.required {
        "<span class=\"star\">*</span>"
    } else {
        ""
    };
    format!("{}{star}", html(&field.label))
}

/// The company's own page, with the form in a frame.
pub(crate) fn framed_flow(job: &Job, origin: &str) -> String {
    let body = format!(
        "<main class=\"page careers\">\n<p class=\"company\">{company}</p>\n<h1>{title}</h1>\n\
         <p>{about}</p>\n<iframe id=\"content_iframe\" title=\"{company}\" \
         src=\"{origin}/flow/start?job={id}\"></iframe>\n</main>",
        company = html(&job.company),
        title = html(&job.title),
        about = html(&job.about),
        origin = html(origin),
        id = html(&job.id.0),
    );
    Shell {
        lang: job.lang,
        title: &format!("{} – {}", job.title, job.company),
        styles: &[],
        scripts: &[],
        nonce: None,
        framed: false,
        head: "",
    }
    .around(&body)
}

/// The frame that files are attached in: a form of its own, and the list of what is there.
pub(crate) fn files(draft: &str, lang: Lang, there: &[Upload]) -> String {
    let list: String = there
        .iter()
        .filter(|file| file.field == ATTACHMENT)
        .map(|file| format!("<li>{}</li>", html(&file.file_name)))
        .collect();
    let body = format!(
        "<main class=\"flow files\"><p>{note}</p>\n\
         <form method=\"post\" action=\"/flow/{draft}/files\" enctype=\"multipart/form-data\">\
         <table><tr><td class=\"label\">{label}</td><td>\
         <input type=\"file\" name=\"{ATTACHMENT}\" accept=\".pdf,.doc,.docx,.txt,.rtf\"></td>\
         <td><button type=\"submit\" id=\"attach\">{attach}</button></td></tr></table></form>\n\
         <p>{there}</p><ul id=\"attached\">{list}</ul></main>",
        note = w(lang, "attach_files_note"),
        draft = html(draft),
        label = w(lang, "resume"),
        attach = w(lang, "attach"),
        there = w(lang, "attached_file"),
    );
    Shell {
        lang,
        title: "Attachments",
        styles: &["flow.css", "taleo.css"],
        scripts: &[],
        nonce: None,
        framed: true,
        head: "",
    }
    .around(&body)
}
