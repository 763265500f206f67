//! The e-mails: words and HTML. Pure.
//!
//! What must not happen here: what a person looks for or calls a search (a letter passes other people's servers); a word
//! of a board's as anything but text; a picture, a tracked link.

use foothold_shared::notification::NotifiedJob;

use super::content::{Content, new_jobs};
use super::pages::escape;

/// The words of a letter.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// The longest of a board's words that is shown, in characters.
const LONGEST: usize = 160;

/// The letter that says this. `stop_url` is where it can be stopped.
pub(super) fn of(content: &Content, public_url: &str, stop_url: &str) -> Words {
    match content {
        Content::NewJobs {
            search_id,
            jobs,
            more,
        } => {
            let many = new_jobs(content.jobs());
            let list = format!("{public_url}/jobs/searches/{search_id}");
            let settings = format!("{public_url}/jobs/searches");
            alert(&many, jobs, *more, &list, public_url, [&settings, stop_url])
        }
        Content::Confirm { token } => confirm(&format!("{public_url}/api/v1/mail/confirm/{token}")),
    }
}

fn alert(
    many: &str,
    jobs: &[NotifiedJob],
    more: i64,
    list: &str,
    public_url: &str,
    [settings, stop]: [&str; 2],
) -> Words {
    let subject = format!("{many} for a search you saved");
    let mut text = format!("{subject}\n\n");
    let mut rows = String::new();
    for job in jobs {
        let href = format!("{public_url}/jobs?job={}", job.job_id);
        let title = short(&job.title);
        let below = [short(&job.company), short(&job.place)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        text.push_str(&title);
        text.push('\n');
        if !below.is_empty() {
            text.push_str(&below);
            text.push('\n');
        }
        text.push_str(&format!("{href}\n\n"));
        rows.push_str(&format!(
            "<tr><td style=\"padding:12px 0;border-bottom:1px solid #dfe5e0\">\
             <a href=\"{}\" style=\"color:#1f6f54;font-weight:600\">{}</a><br>\
             <span style=\"color:#4d5a55\">{}</span></td></tr>",
            escape(&href),
            escape(&title),
            escape(&below),
        ));
    }
    if more > 0 {
        text.push_str(&format!("And {more} more.\n\n"));
        rows.push_str(&format!(
            "<tr><td style=\"padding:12px 0\">And {more} more.</td></tr>"
        ));
    }
    text.push_str(&format!(
        "See them all: {list}\n\n--\nYou get this because you asked Foothold to tell you about new jobs.\n\
         Change how often: {settings}\nStop these e-mails: {stop}\n"
    ));
    let body = format!(
        "<h1 style=\"font-size:20px;margin:0 0 8px\">{}</h1>\
         <table role=\"presentation\" width=\"100%\" cellspacing=\"0\" cellpadding=\"0\">{rows}</table>\
         <p style=\"margin:24px 0\">{}</p>",
        escape(&subject),
        button(list, "See them all"),
    );
    let foot = format!(
        "You get this because you asked Foothold to tell you about new jobs. \
         <a href=\"{}\" style=\"color:#4d5a55\">Change how often</a> or \
         <a href=\"{}\" style=\"color:#4d5a55\">stop these e-mails</a>.",
        escape(settings),
        escape(stop),
    );
    Words {
        html: page(&subject, &body, &foot),
        subject,
        text,
    }
}

fn confirm(link: &str) -> Words {
    const SUBJECT: &str = "Confirm your e-mail address for Foothold";
    const ASK: &str = "Somebody, most likely you, asked Foothold to send e-mails about new jobs to this address. \
                       Confirm that it is yours.";
    const NOT: &str = "The link works once, for two days. If you did not ask for this, do nothing: \
                       no e-mails will come.";
    let text = format!("{ASK}\n\n{link}\n\n{NOT}\n");
    let body = format!(
        "<h1 style=\"font-size:20px;margin:0 0 8px\">{SUBJECT}</h1><p>{ASK}</p>\
         <p style=\"margin:24px 0\">{}</p>",
        button(link, "Confirm the address"),
    );
    Words {
        subject: SUBJECT.to_owned(),
        text,
        html: page(SUBJECT, &body, NOT),
    }
}

fn button(href: &str, words: &str) -> String {
    format!(
        "<a href=\"{}\" style=\"display:inline-block;background:#1f6f54;color:#ffffff;padding:12px 20px;\
         border-radius:8px;text-decoration:none;font-weight:600\">{}</a>",
        escape(href),
        escape(words),
    )
}

fn page(title: &str, body: &str, foot: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{}</title></head>\
         <body style=\"margin:0;background:#fbfaf7;color:#16211d;\
         font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif\">\
         <div style=\"max-width:560px;margin:0 auto;padding:24px 16px\">\
         <p style=\"margin:0 0 24px;font-weight:700;color:#1f6f54\">Foothold</p>{body}\
         <p style=\"color:#4d5a55;font-size:14px;border-top:1px solid #dfe5e0;padding-top:16px\">{foot}</p>\
         </div></body></html>",
        escape(title),
    )
}

/// A board's words on one line, and not too long.
fn short(text: &str) -> String {
    let line = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(title: &str) -> NotifiedJob {
        NotifiedJob {
            job_id: "j1".to_owned(),
            title: title.to_owned(),
            company: "Mill & Sons".to_owned(),
            place: String::new(),
        }
    }

    fn written(jobs: Vec<NotifiedJob>, more: i64) -> Words {
        let content = Content::NewJobs {
            search_id: "s1".to_owned(),
            jobs,
            more,
        };
        of(
            &content,
            "https://foothold.example",
            "https://foothold.example/stop",
        )
    }

    #[test]
    fn what_a_board_wrote_is_text() {
        let words = written(
            vec![job("<img src=x onerror=alert(1)>\r\n.\r\nRCPT TO:<x> \"'")],
            0,
        );
        assert!(!words.html.contains("<img") && words.html.contains("&lt;img"));
        assert!(words.html.contains("Mill &amp; Sons"));
        assert!(words.text.contains("Mill & Sons"));
        assert!(!words.text.lines().any(|line| line == "."));
        assert!(!words.subject.contains("img"));
    }

    #[test]
    fn the_rest_is_counted() {
        let words = written(vec![job("Baker"); 10], 23);
        assert_eq!(words.subject, "33 new jobs for a search you saved");
        assert!(words.text.contains("And 23 more.") && words.html.contains("And 23 more."));
        let one = written(vec![job(&"long ".repeat(100))], 0);
        assert_eq!(one.subject, "1 new job for a search you saved");
        assert!(!one.text.contains("more.") && one.text.contains('…'));
        assert!(one.text.lines().all(|line| line.chars().count() < 200));
    }

    #[test]
    fn each_letter_says_how_to_stop_it() {
        let words = written(vec![job("Baker")], 0);
        for body in [&words.text, &words.html] {
            assert!(body.contains("https://foothold.example/stop"));
            assert!(body.contains("https://foothold.example/jobs?job=j1"));
        }
    }
}
