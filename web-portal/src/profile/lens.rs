//! One field of the profile: its path (as errors name it), how it is read and how it is written.

use foothold_shared::profile::Profile;
use std::sync::Arc;

type Get<T> = Arc<dyn Fn(&Profile) -> T + Send + Sync>;
type Set<T> = Arc<dyn Fn(&mut Profile, T) + Send + Sync>;

/// Reads and writes one field. A list's entry that is gone reads as empty and swallows what is written.
pub(crate) struct Lens<T> {
    /// The path in the body: `contact.email`, `work[2].start`.
    pub(crate) path: String,
    get: Get<T>,
    set: Set<T>,
}

// By hand, since a lens can be cloned whatever it looks at.
impl<T> Clone for Lens<T> {
    fn clone(&self) -> Self {
        Self {
            path: self.path.clone(),
            get: Arc::clone(&self.get),
            set: Arc::clone(&self.set),
        }
    }
}

impl<T> Lens<T> {
    /// A lens from its parts.
    pub(crate) fn new(
        path: impl Into<String>,
        get: impl Fn(&Profile) -> T + Send + Sync + 'static,
        set: impl Fn(&mut Profile, T) + Send + Sync + 'static,
    ) -> Self {
        Self {
            path: path.into(),
            get: Arc::new(get),
            set: Arc::new(set),
        }
    }

    /// Reads the field.
    pub(crate) fn get(&self, profile: &Profile) -> T {
        (self.get)(profile)
    }

    /// Writes the field.
    pub(crate) fn set(&self, profile: &mut Profile, value: T) {
        (self.set)(profile, value);
    }
}

/// The element id for a path: `work[2].start` → `f-work-2-start`.
pub(crate) fn element_id(path: &str) -> String {
    let mut id = String::from("f");
    for part in path.split(['.', '[', ']']).filter(|part| !part.is_empty()) {
        id.push('-');
        id.push_str(part);
    }
    id
}

/// Makes a [`Lens`]: `lens!(name.given)`, `lens!(work[i].company)`.
macro_rules! lens {
    ($list:ident [ $index:expr ] $(. $field:ident)+) => {{
        let i: usize = $index;
        $crate::profile::lens::Lens::new(
            format!(concat!(stringify!($list), "[{}]", $(".", stringify!($field)),+), i),
            move |profile| {
                profile.$list.get(i).map(|entry| entry $(. $field)+ .clone()).unwrap_or_default()
            },
            move |profile, value| {
                if let Some(entry) = profile.$list.get_mut(i) {
                    entry $(. $field)+ = value;
                }
            },
        )
    }};
    ($first:ident $(. $field:ident)*) => {
        $crate::profile::lens::Lens::new(
            concat!(stringify!($first), $(".", stringify!($field)),*),
            |profile| profile.$first $(. $field)* .clone(),
            |profile, value| profile.$first $(. $field)* = value,
        )
    };
}
pub(crate) use lens;

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::profile::WorkEntry;

    #[test]
    fn reads_and_writes_by_path() {
        let mut profile = Profile::default();
        let given = lens!(name.given);
        given.set(&mut profile, "Ada".to_owned());
        assert_eq!(given.path, "name.given");
        assert_eq!(given.get(&profile), "Ada");
        assert_eq!(profile.name.given, "Ada");
    }

    #[test]
    fn an_entry_that_is_gone_is_empty_and_stays_gone() {
        let mut profile = Profile::default();
        profile.work.push(WorkEntry::default());
        let company = lens!(work[0].company);
        company.set(&mut profile, "Acme".to_owned());
        assert_eq!(company.path, "work[0].company");
        assert_eq!(company.get(&profile), "Acme");
        profile.work.clear();
        company.set(&mut profile, "Other".to_owned());
        assert_eq!(company.get(&profile), "");
        assert!(profile.work.is_empty());
    }

    #[test]
    fn ids_follow_paths() {
        assert_eq!(element_id("work[2].start"), "f-work-2-start");
        assert_eq!(
            element_id("contact.phone.national"),
            "f-contact-phone-national"
        );
    }
}
