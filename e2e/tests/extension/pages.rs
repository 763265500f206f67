//! Small pages on a local server. Its two names, `127.0.0.1` and `localhost`, are two origins.

use anyhow::Result;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

/// A server of the pages below, for as long as the test runs.
pub(crate) struct Pages {
    port: u16,
}

/// The fields of an application form.
pub(crate) const FORM: &str = r#"
<form id="application-form" action="/sent" method="post">
  <h2>Apply for this job</h2>
  <p><label for="first_name">First name *</label> <input id="first_name" name="first_name" required></p>
  <p><label for="last_name">Last name *</label> <input id="last_name" name="last_name" required></p>
  <p><label for="email">E-mail address *</label> <input id="email" name="email" type="email" required></p>
  <p><label for="linkedin">LinkedIn profile</label> <input id="linkedin" name="linkedin" type="url"></p>
  <p><label for="resume">Résumé / CV *</label> <input id="resume" name="resume" type="file" accept=".pdf,.docx"></p>
  <p><label for="why">Why do you want to bake with us?</label> <textarea id="why" name="why"></textarea></p>
  <p><label><input type="checkbox" id="terms" name="terms" required> I agree to the terms and the privacy policy</label></p>
  <button type="submit">Submit application</button>
</form>"#;

pub(crate) const JOB: &str = r#"<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting",
"title":"Night Baker","hiringOrganization":{"@type":"Organization","name":"Oven and Sons"},
"jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Ulm","addressCountry":"DE"}},
"description":"Bread."}</script><h1>Night Baker</h1><p>Oven and Sons, Ulm</p>"#;

impl Pages {
    /// Starts serving.
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                std::thread::spawn(move || answer(stream, port));
            }
        });
        Ok(Self { port })
    }

    /// A page's address.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The host and port of the other origin.
    pub(crate) fn other_host(&self) -> String {
        format!("localhost:{}", self.port)
    }
}

fn answer(mut stream: TcpStream, port: u16) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let path = first.split_whitespace().nth(1)?.to_owned();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 || line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().ok()?;
        }
    }
    // What is left unread when the connection closes would break the answer.
    std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink()).ok()?;
    let (status, headers, body) = page(&path, port);
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n{headers}Connection: close\r\n\r\n{body}",
        body.len()
    )
    .ok()
}

fn page(path: &str, port: u16) -> (&'static str, String, String) {
    let ok = |headers: &str, body: String| {
        let body = format!("<!doctype html><html lang=en><title>{path}</title><body>{body}");
        ("200 OK", headers.to_owned(), body)
    };
    match path.split('?').next().unwrap_or_default() {
        "/apply" => ok("", format!("{JOB}{FORM}")),
        "/strict" => ok(
            "Content-Security-Policy: default-src 'none'; script-src 'nonce-a1'; form-action 'self'; \
             require-trusted-types-for 'script'\r\n",
            format!("{JOB}{FORM}"),
        ),
        "/job" => ok("", format!("{JOB}<p><a href=/apply>Apply</a></p>")),
        "/empty" => ok("", "<h1>Opening hours</h1><p>Nine to five.</p>".to_owned()),
        "/form-only" => ok("", FORM.to_owned()),
        // The form stands in a frame of the other origin; a small form beside it belongs to the page.
        "/embeds" => ok(
            "",
            format!(
                "{JOB}<iframe id=frame width=800 height=600 \
                 src=\"http://localhost:{port}/form-only?for=apply\"></iframe>"
            ),
        ),
        // Questions that the profile cannot answer: two that the form insists on, and one that it does not.
        "/open-questions" => ok(
            "",
            format!(
                "{JOB}<form id=application-form action=/sent method=post><h2>Apply for this job</h2>\
                 <p><label for=first_name>First name *</label> <input id=first_name name=first_name required></p>\
                 <p><label for=last_name>Last name *</label> <input id=last_name name=last_name required></p>\
                 <p><label for=email>E-mail address *</label> <input id=email name=email type=email required></p>\
                 <fieldset><legend>Are you legally authorized to work in Germany?</legend>\
                 <label><input type=radio name=permit id=permit_yes value=yes> Yes</label>\
                 <label><input type=radio name=permit id=permit_no value=no> No</label></fieldset>\
                 <p><label for=motto>What is your motto as a baker? *</label> <input id=motto name=motto required></p>\
                 <p><label><input type=checkbox id=terms name=terms required> I agree to the terms and the privacy policy</label></p>\
                 <button type=submit>Submit application</button></form>"
            ),
        ),
        // A page that takes each value away again.
        "/forgetful" => ok(
            "",
            format!(
                "{JOB}{FORM}<script>const field = document.getElementById('last_name');\
                 field.addEventListener('change', () => {{ field.value = field.value.toUpperCase() + '.'; }});\
                 </script>"
            ),
        ),
        // A page that takes no files from scripts.
        "/refuses-files" => ok(
            "",
            format!(
                "{JOB}{FORM}<script>const file = document.getElementById('resume');\
                 for (const name of ['input', 'change']) file.addEventListener(name, (event) => {{\
                   if (!event.isTrusted) file.value = ''; }});</script>"
            ),
        ),
        other => match crate::after_pages::page(other, port)
            .or_else(|| crate::growing_pages::page(other, port))
            .or_else(|| crate::tailor::page(other))
            .or_else(|| crate::standing::page(other))
        {
            Some(body) => ok("", body),
            None => (
                "404 Not Found",
                String::new(),
                "<h1>Nothing here</h1>".to_owned(),
            ),
        },
    }
}
