//! The list of jobs, with a search that works without a script.

use super::shell::Shell;
use crate::escape::html;
use crate::form::word;
use crate::jobs::{Job, Jobs, Lang};
use serde::Deserialize;

/// What the list is narrowed to; empty parts narrow nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filter {
    /// Words that all occur in title, company or location.
    q: String,
    /// A form style.
    ats: String,
    /// A language code.
    lang: String,
}

impl Filter {
    fn takes(&self, job: &Job) -> bool {
        let text = format!(
            "{} {} {}",
            job.title,
            job.company,
            job.location.text(job.lang)
        );
        let text = text.to_lowercase();
        self.q
            .split_whitespace()
            .all(|word| text.contains(&word.to_lowercase()))
            && (self.ats.is_empty() || self.ats == job.ats.name())
            && (self.lang.is_empty() || self.lang == job.lang.code())
    }
}

pub(crate) fn index(jobs: &Jobs, filter: &Filter) -> String {
    let found: Vec<&Job> = jobs.jobs.iter().filter(|job| filter.takes(job)).collect();
    let rows: String = found.iter().map(|job| row(job)).collect();
    let list = if rows.is_empty() {
        "<p class=\"empty\">No job matches. <a href=\"/\">Show all jobs</a></p>".to_owned()
    } else {
        format!("<ul class=\"job-list\">{rows}</ul>")
    };
    let body = format!(
        "<main class=\"page\">\n<h1>Jobs to try a form filler on</h1>\n\
         <p class=\"lead\">Every company and job here is invented, and what you send stays on this \
         computer. Add your own in the jobs file; the list follows it.</p>\n\
         <form class=\"filters\" action=\"/\" method=\"get\">\n\
         <label>Words <input name=\"q\" type=\"search\" value=\"{q}\"></label>\n\
         <label>Form like <select name=\"ats\">{ats}</select></label>\n\
         <label>Language <select name=\"lang\">{lang}</select></label>\n\
         <button>Filter</button></form>\n\
         <p class=\"count\">{count} of {all} jobs</p>\n{list}\n</main>",
        q = html(&filter.q),
        ats = choices(
            &filter.ats,
            &[
                ("", "any"),
                ("greenhouse", "Greenhouse"),
                ("lever", "Lever"),
                ("ashby", "Ashby"),
                ("workday", "Workday"),
                ("workable", "Workable"),
                ("smartrecruiters", "SmartRecruiters"),
                ("icims", "iCIMS"),
                ("taleo", "Taleo"),
                ("widgets", "widgets of libraries"),
                ("generic", "a company's own"),
            ],
        ),
        lang = choices(
            &filter.lang,
            &[
                ("", "any"),
                ("en", "English"),
                ("de", "Deutsch"),
                ("fr", "français")
            ],
        ),
        count = found.len(),
        all = jobs.jobs.len(),
    );
    Shell {
        lang: Lang::En,
        title: "Stand-in job board",
        styles: &[],
        scripts: &[],
        nonce: None,
        framed: false,
        head: "",
    }
    .around(&body)
}

fn row(job: &Job) -> String {
    format!(
        "<li lang=\"{lang}\"><a href=\"/jobs/{id}\">{title}</a>\
         <span class=\"job-meta\">{company} · {place} · {remote}</span>\
         <span class=\"pill\">{ats}{framed}</span></li>\n",
        lang = job.lang.code(),
        id = html(&job.id.0),
        title = html(&job.title),
        company = html(&job.company),
        place = html(&job.location.text(job.lang)),
        remote = html(word(job.lang, super::job::remote_key(job))),
        ats = job.ats.name(),
        framed = if job.embedded { ", embedded" } else { "" },
    )
}

fn choices(selected: &str, options: &[(&str, &str)]) -> String {
    options
        .iter()
        .map(|(value, text)| {
            let mark = if *value == selected { " selected" } else { "" };
            format!("<option value=\"{value}\"{mark}>{}</option>", html(text))
        })
        .collect()
}
