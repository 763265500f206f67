//! Messages by the path of the field they are about, as in `Problem.errors`.

use foothold_shared::problem::Problem;
use std::collections::BTreeMap;

/// Messages by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Messages(BTreeMap<String, String>);

impl Messages {
    /// What a refusal says about fields. A refusal that names none is about the whole (path "").
    pub(crate) fn of(problem: &Problem) -> Self {
        let mut map: BTreeMap<String, String> = problem
            .errors
            .iter()
            .map(|error| (error.field.clone(), error.message.clone()))
            .collect();
        if map.is_empty() {
            map.insert(String::new(), problem.detail.clone());
        }
        Self(map)
    }

    /// Sets a message.
    pub(crate) fn put(&mut self, path: &str, message: &str) {
        self.0.insert(path.to_owned(), message.to_owned());
    }

    /// The message about a field or a part of it.
    pub(crate) fn at(&self, path: &str) -> Option<String> {
        self.0
            .get(path)
            .or_else(|| {
                self.0
                    .iter()
                    .find(|(key, _)| !path.is_empty() && within(key, path))
                    .map(|(_, message)| message)
            })
            .cloned()
    }

    /// Whether anything is said about a field, a part of it, or an entry of it.
    pub(crate) fn any_within(&self, path: &str) -> bool {
        self.0.keys().any(|key| key == path || within(key, path))
    }

    /// Forgets what is said about a field, its parts and the whole it belongs to.
    pub(crate) fn clear(&mut self, path: &str) {
        self.0.retain(|key, _| {
            !(key.is_empty() || key == path || within(key, path) || within(path, key))
        });
    }

    /// Whether nothing is said.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every path that has a message.
    pub(crate) fn paths(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }
}

/// `work[0].start` is within `work[0]` and within `work`; not within `wor`.
fn within(path: &str, whole: &str) -> bool {
    path.strip_prefix(whole)
        .is_some_and(|rest| rest.starts_with('.') || rest.starts_with('['))
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::problem::FieldProblem;

    fn messages(paths: &[&str]) -> Messages {
        Messages::of(&Problem {
            detail: "Something is wrong.".to_owned(),
            errors: paths
                .iter()
                .map(|path| FieldProblem {
                    field: (*path).to_owned(),
                    code: "x".to_owned(),
                    message: format!("about {path}"),
                })
                .collect(),
            ..Problem::default()
        })
    }

    #[test]
    fn a_field_shows_what_is_said_about_it_and_its_parts() {
        let said = messages(&["work[1].start.year", "contact.email"]);
        assert_eq!(
            said.at("contact.email").as_deref(),
            Some("about contact.email")
        );
        assert!(said.at("work[1].start").is_some());
        assert!(said.at("work[1].end").is_none());
        assert!(said.at("contact.em").is_none());
        assert!(said.any_within("work"));
        assert!(!said.any_within("education"));
    }

    #[test]
    fn an_edit_clears_only_its_own_messages() {
        let mut said = messages(&["work[1].start", "contact.email"]);
        said.clear("work[1].start");
        assert_eq!(said.paths(), ["contact.email"]);
        let mut said = messages(&["work[1].start", "work[2].title", "contact.email"]);
        said.clear("work");
        assert_eq!(said.paths(), ["contact.email"]);
        let mut said = messages(&["work[1]"]);
        said.clear("work[1].title");
        assert!(said.is_empty());
    }

    #[test]
    fn a_refusal_without_fields_is_about_the_whole() {
        let said = messages(&[]);
        assert_eq!(said.at("").as_deref(), Some("Something is wrong."));
        assert!(said.at("contact.email").is_none());
    }
}
