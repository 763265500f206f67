//! Pages that say one thing: thanks, not found, a broken jobs file.

use super::shell::{Shell, w};
use crate::apply::Application;
use crate::escape::html;
use crate::jobs::{JobsError, Lang};

/// A page with a heading and a paragraph.
pub(crate) fn notice(title: &str, text: &str) -> String {
    let body = format!(
        "<main class=\"page\"><h1>{}</h1><p>{}</p><p><a href=\"/\">All jobs</a></p></main>",
        html(title),
        html(text)
    );
    page(Lang::En, title, false, &body)
}

/// The jobs file has a mistake: where and what.
pub(crate) fn jobs_broken(error: &JobsError) -> String {
    let place = if error.line == 0 {
        String::new()
    } else {
        format!(
            "<p>Line <strong>{}</strong>:</p><pre class=\"excerpt\">{}</pre>",
            error.line,
            html(&error.excerpt)
        )
    };
    let body = format!(
        "<main class=\"page\"><h1>The jobs file has a mistake</h1><p><code>{}</code></p>{place}\
         <p class=\"error-text\">{}</p><p>Correct the file and load this page again.</p></main>",
        html(&error.file),
        html(&error.message)
    );
    page(Lang::En, "The jobs file has a mistake", false, &body)
}

/// What a person sees after sending.
pub(crate) fn thanks(application: &Application, lang: Lang, framed: bool) -> String {
    let title = w(lang, "thanks_title");
    let body = format!(
        "<main class=\"page thanks\" id=\"application_confirmation\"><h1>{title}</h1>\n\
         <p><strong>{job}</strong> · {company}</p>\n\
         <p>{label}: <strong id=\"confirmation-number\">{number}</strong></p>\n<p>{text}</p>\n\
         <p><a href=\"/status/{id}\">JSON</a></p></main>",
        job = html(&application.job_title),
        company = html(&application.company),
        label = w(lang, "confirmation"),
        number = html(&application.confirmation),
        text = w(lang, "thanks_text"),
        id = html(&application.application_id),
    );
    page(lang, "Thank you", framed, &body)
}

fn page(lang: Lang, title: &str, framed: bool, body: &str) -> String {
    Shell {
        lang,
        title,
        styles: &[],
        scripts: &[],
        nonce: None,
        framed,
        head: "",
    }
    .around(body)
}
