//! Facts about single ATSs, as data: which hosts they serve from and what they call their fields. No branches
//! elsewhere name a host.
//!
//! What must not happen here: a rule. What holds for forms in general belongs to `classify`.

mod facts;

use crate::classify::FieldKind;
use crate::classify::text::Patterns;
use crate::classify::tokens::Name;
use std::sync::LazyLock;

/// One ATS as it is written down in [`facts`].
#[derive(Debug)]
pub(crate) struct Facts {
    /// Its name in the project.
    pub(crate) name: &'static str,
    /// Host endings; a leading label may be anything ("myworkdayjobs.com").
    pub(crate) hosts: &'static [&'static str],
    /// What it calls its fields: patterns over the words of names and test hooks.
    pub(crate) fields: &'static [(&'static str, FieldKind)],
}

/// An ATS, made ready.
#[derive(Debug)]
pub(crate) struct Site {
    /// Its name in the project.
    pub(crate) name: &'static str,
    hosts: &'static [&'static str],
    fields: Vec<(&'static str, Patterns, FieldKind)>,
}

static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    facts::SITES
        .iter()
        .map(|facts| Site {
            name: facts.name,
            hosts: facts.hosts,
            fields: facts
                .fields
                .iter()
                .map(|(text, kind)| (*text, Patterns::new(&[text]), *kind))
                .collect(),
        })
        .collect()
});

impl Site {
    /// The kind one of the site's own names stands for, with the fact that says so.
    pub(crate) fn kind_of(&self, name: &Name) -> Option<(FieldKind, &'static str)> {
        self.fields
            .iter()
            .find(|(_, pattern, _)| pattern.any(&name.all))
            .map(|(fact, _, kind)| (*kind, *fact))
    }
}

/// The ATS that serves an address.
#[must_use]
pub(crate) fn find(url: &str) -> Option<&'static Site> {
    let host = url
        .split("://")
        .nth(1)?
        .split(['/', '?', '#'])
        .next()?
        .rsplit('@')
        .next()?;
    let host = host.split(':').next()?.to_lowercase();
    SITES.iter().find(|site| {
        site.hosts.iter().any(|ending| {
            host == *ending
                || host
                    .strip_suffix(ending)
                    .is_some_and(|rest| rest.ends_with('.'))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_go_by_their_hosts() {
        let name = |url| find(url).map(|site| site.name);
        assert_eq!(name("https://jobs.lever.co/x/apply"), Some("lever"));
        assert_eq!(
            name("https://acme.wd5.myworkdayjobs.com/careers"),
            Some("workday")
        );
        assert_eq!(name("https://notlever.co/apply"), None);
        assert_eq!(name("https://evil.example/?x=https://jobs.lever.co/"), None);
    }
}
