//! What stands around every page: head, header with search, cookie switches, footer.

use crate::escape::html;
use crate::form::word;
use crate::jobs::Lang;

/// One page.
pub(super) struct Shell<'a> {
    pub(super) lang: Lang,
    pub(super) title: &'a str,
    /// Style sheets beside the base one.
    pub(super) styles: &'a [&'a str],
    /// Scripts, as modules.
    pub(super) scripts: &'a [&'a str],
    /// For pages whose policy lets only marked scripts and styles run.
    pub(super) nonce: Option<&'a str>,
    /// A framed form has no header of its own.
    pub(super) framed: bool,
    /// More of the head, already HTML.
    pub(super) head: &'a str,
}

impl Shell<'_> {
    /// The whole document around a body that is already HTML.
    pub(super) fn around(&self, body: &str) -> String {
        let lang = self.lang;
        let nonce = self
            .nonce
            .map_or(String::new(), |nonce| format!(" nonce=\"{nonce}\""));
        let styles: String = ["base.css"]
            .iter()
            .chain(self.styles)
            .map(|name| format!("<link rel=\"stylesheet\" href=\"/web/{name}\"{nonce}>\n"))
            .collect();
        let scripts: String = ["chrome.js"]
            .iter()
            .chain(self.scripts)
            .map(|name| format!("<script type=\"module\" src=\"/web/{name}\"{nonce}></script>\n"))
            .collect();
        let (header, footer) = if self.framed {
            (String::new(), String::new())
        } else {
            (
                header(lang),
                format!(
                    "<footer class=\"site-footer\">{}</footer>",
                    w(lang, "powered")
                ),
            )
        };
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{}</title>\n{styles}{}{scripts}</head>\n<body>\n{header}\n{body}\n{footer}\n\
             </body>\n</html>\n",
            lang.code(),
            html(self.title),
            self.head,
        )
    }
}

/// The header, with two things that a form filler must leave alone: a search box and cookie switches.
fn header(lang: Lang) -> String {
    format!(
        "<aside class=\"cookie-banner\" id=\"cookie-banner\" aria-label=\"Cookies\" hidden>\n\
         <p>{note}</p>\n\
         <label><input type=\"checkbox\" role=\"switch\" name=\"cookie_analytics\"> {analytics}</label>\n\
         <label><input type=\"checkbox\" role=\"switch\" name=\"cookie_marketing\"> {marketing}</label>\n\
         <button type=\"button\" id=\"cookie-save\">{save}</button>\n</aside>\n\
         <header class=\"site-header\"><a class=\"site-name\" href=\"/\">Stand-in job board</a>\n\
         <form action=\"/\" method=\"get\" role=\"search\" class=\"site-search\">\
         <input type=\"search\" name=\"q\" aria-label=\"{search}\" placeholder=\"{search}\">\
         <button>{go}</button></form></header>",
        note = w(lang, "cookies_note"),
        analytics = w(lang, "cookies_analytics"),
        marketing = w(lang, "cookies_marketing"),
        save = w(lang, "cookies_save"),
        search = w(lang, "search_jobs"),
        go = w(lang, "search"),
    )
}

/// A word, escaped.
pub(super) fn w(lang: Lang, key: &str) -> String {
    html(word(lang, key))
}
