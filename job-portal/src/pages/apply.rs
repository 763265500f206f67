//! Pages whose form a script draws from the form's data, and the page that frames one.

use super::shell::Shell;
use crate::escape::{html, json};
use crate::form::Form;
use crate::jobs::{Ats, Job};

/// The page of a scripted form.
pub(crate) fn apply(form: &Form, nonce: Option<&str>, framed: bool) -> String {
    let name = form.ats.name();
    let title = match form.ats {
        Ats::Ashby => format!("{} @ {}", form.job.title, form.job.company),
        Ats::Lever => format!("{} - {}", form.job.company, form.job.title),
        Ats::Workday | Ats::Smartrecruiters => form.job.title.clone(),
        Ats::Workable | Ats::Widgets => format!("{} - {}", form.job.title, form.job.company),
        Ats::Greenhouse | Ats::Generic | Ats::Icims | Ats::Taleo => {
            format!(
                "Job Application for {} at {}",
                form.job.title, form.job.company
            )
        }
    };
    let body = format!(
        "<div id=\"app\" class=\"{name}\"></div>\n<noscript>This form needs JavaScript, as the real \
         ones do.</noscript>\n\
         <script type=\"application/json\" id=\"form-data\">{}</script>",
        json(form)
    );
    Shell {
        lang: form.lang,
        title: &title,
        styles: &[&format!("{name}.css")],
        scripts: &[&format!("{name}.js")],
        nonce,
        framed,
        head: "",
    }
    .around(&body)
}

/// The company's own page, with the form in a frame of another origin.
pub(crate) fn careers(job: &Job, embed_origin: &str) -> String {
    let body = format!(
        "<main class=\"page careers\">\n<p class=\"company\">{company}</p>\n<h1>{title}</h1>\n\
         <p>{about}</p>\n\
         <iframe id=\"grnhse_iframe\" title=\"{company}\" \
         src=\"{embed}/embed/job_app?for={handle}&amp;token={id}\"></iframe>\n</main>",
        company = html(&job.company),
        title = html(&job.title),
        about = html(&job.about),
        embed = html(embed_origin),
        handle = html(&handle(&job.company)),
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

/// The company's name as it stands in addresses.
fn handle(company: &str) -> String {
    company
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_lowercase()
}
