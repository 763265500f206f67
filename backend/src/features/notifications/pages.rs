//! The pages behind links in e-mails: small, without scripts, and they work without signing in. Pure.
//!
//! Opening one changes nothing, since mail programs open links by themselves; its button does.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const STYLE: &str = "body{margin:0;background:#fbfaf7;color:#16211d;font:16px/1.5 system-ui,sans-serif}\
    main{max-width:34rem;margin:0 auto;padding:48px 16px}\
    .name{font-weight:700;color:#1f6f54}\
    button{font:inherit;font-weight:600;background:#1f6f54;color:#fff;border:0;border-radius:8px;padding:12px 20px;cursor:pointer}\
    a{color:#1f6f54}\
    :focus-visible{outline:3px solid #8f5b10;outline-offset:2px}\
    @media(prefers-color-scheme:dark){body{background:#121a17;color:#e8ede9}.name,a{color:#7cc7a8}button{background:#7cc7a8;color:#0d1512}}";

/// What a page says.
pub(super) struct Page {
    title: &'static str,
    words: &'static str,
    /// What the button says; posting to the page's own address does it.
    button: Option<&'static str>,
}

/// Asks whether e-mails are to stop.
pub(super) const STOP: Page = Page {
    title: "Stop these e-mails?",
    words: "Foothold will no longer e-mail you about this saved search. The search itself stays, and you still see new jobs in the portal.",
    button: Some("Stop these e-mails"),
};
/// They stopped.
pub(super) const STOPPED: Page = Page {
    title: "You will get no more of these e-mails",
    words: "To get them again, choose e-mail for the saved search in the portal.",
    button: None,
};
/// Asks whether the address is the person's.
pub(super) const CONFIRM: Page = Page {
    title: "Confirm your e-mail address",
    words: "Foothold may then send the alerts you chose to this address. Each e-mail has a link that stops them.",
    button: Some("This is my address"),
};
/// It is.
pub(super) const CONFIRMED: Page = Page {
    title: "Your address is confirmed",
    words: "The alerts you chose come to it from now on.",
    button: None,
};
/// A link that is not ours, or was used.
pub(super) const NO_LINK: Page = Page {
    title: "This link does not work any more",
    words: "It was used already, is too old, or was not copied whole. Alerts can be changed in the portal, under saved searches.",
    button: None,
};

impl Page {
    /// The page as HTML.
    pub(super) fn html(&self) -> String {
        let act = match self.button {
            Some(words) => {
                format!(
                    "<form method=\"post\"><button type=\"submit\">{}</button></form>",
                    escape(words)
                )
            }
            None => "<p><a href=\"/jobs/searches\">Your saved searches</a></p>".to_owned(),
        };
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">\
             <title>{title} · Foothold</title><style>{STYLE}</style></head><body><main>\
             <p class=\"name\">Foothold</p><h1>{title}</h1><p>{words}</p>{act}</main></body></html>",
            title = escape(self.title),
            words = escape(self.words),
        )
    }
}

/// What these pages may load: their own style and nothing else.
pub(super) fn policy() -> String {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// A text as HTML shows it.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
