//! A browser, as far as the server sees one: cookies, and a portal that sends them.

use std::collections::BTreeMap;

use reqwest::{Method, Response};
use serde_json::Value;

use super::Server;

/// A browser, as far as cookies go.
#[derive(Default)]
pub(crate) struct Jar {
    cookies: BTreeMap<String, (String, String)>,
}

impl Jar {
    /// Takes over the cookies that an answer sets.
    pub(crate) fn take(&mut self, response: &Response) {
        for line in response.headers().get_all("set-cookie") {
            let line = line.to_str().expect("text");
            let mut parts = line.split("; ");
            let (name, value) = parts
                .next()
                .and_then(|p| p.split_once('='))
                .expect("a pair");
            let path = parts
                .clone()
                .find_map(|part| part.strip_prefix("Path="))
                .expect("a path");
            if parts.any(|part| part == "Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies
                    .insert(name.to_owned(), (value.to_owned(), path.to_owned()));
            }
        }
    }

    /// The cookies that a browser sends to an address.
    pub(crate) fn header(&self, path: &str) -> String {
        let goes =
            |scope: &str| scope == "/" || path == scope || path.starts_with(&format!("{scope}/"));
        self.cookies
            .iter()
            .filter(|(_, (_, scope))| goes(scope))
            .map(|(name, (value, _))| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(|(value, _)| value.as_str())
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        if let Some(cookie) = self.cookies.get_mut(name) {
            value.clone_into(&mut cookie.0);
        }
    }
}

/// A portal in a browser.
pub(crate) struct Portal<'a> {
    pub(crate) server: &'a Server,
    pub(crate) jar: Jar,
}

impl<'a> Portal<'a> {
    pub(crate) fn new(server: &'a Server) -> Self {
        Self {
            server,
            jar: Jar::default(),
        }
    }

    /// Sends a request with the cookies, and the CSRF token when `csrf` is given.
    pub(crate) async fn send(
        &mut self,
        method: Method,
        path: &str,
        csrf: Option<&str>,
        body: Option<&Value>,
    ) -> Response {
        let path = format!("/api/v1{path}");
        let mut request = self
            .server
            .request(method, &path)
            .header("cookie", self.jar.header(&path));
        if let Some(csrf) = csrf {
            request = request.header("x-csrf-token", csrf);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        let response = request.send().await.expect("answers");
        self.jar.take(&response);
        response
    }

    /// The CSRF token that the portal's script reads from its cookie.
    pub(crate) fn csrf(&self) -> String {
        self.jar
            .get("foothold_csrf")
            .expect("a CSRF cookie")
            .to_owned()
    }
}
