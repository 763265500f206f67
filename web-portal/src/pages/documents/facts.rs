//! What the ids of facts mean, in the person's own words: what a line of a document rests on.

use foothold_matching::facts::Facts;
use foothold_shared::profile::Profile;

/// The id of what rests on the posting alone.
const POSTING: &str = "posting";

/// Words for facts, from the profile as it is now; none before it is here.
#[derive(Clone, PartialEq, Eq, Default)]
pub(crate) struct FactWords(Option<Facts>);

impl FactWords {
    /// The words for this profile's facts.
    pub(crate) fn of(profile: &Profile) -> Self {
        Self(Some(Facts::of(profile)))
    }

    /// What one fact says. A fact that the profile no longer has is said to be gone.
    fn one(facts: &Facts, id: &str) -> String {
        if id == POSTING {
            return "the posting".to_owned();
        }
        facts.find(id).map_or_else(
            || "something your profile no longer says".to_owned(),
            |fact| format!("“{}”", fact.text),
        )
    }

    /// What these facts say, in one line.
    pub(crate) fn rests_on(&self, ids: &[String]) -> String {
        let Some(facts) = &self.0 else {
            return "Your profile is on its way".to_owned();
        };
        let mut said: Vec<String> = Vec::new();
        for id in ids {
            let words = Self::one(facts, id);
            if !said.contains(&words) {
                said.push(words);
            }
        }
        match said.as_slice() {
            [] => "Your own words".to_owned(),
            all => format!("Rests on {}", all.join("; ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_told_in_the_persons_words() {
        let profile = Profile {
            summary: "I weld ships.".to_owned(),
            ..Profile::default()
        };
        let words = FactWords::of(&profile);
        let of = |ids: &[&str]| {
            let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
            words.rests_on(&ids)
        };
        assert_eq!(of(&["summary/0", "summary/0"]), "Rests on “I weld ships.”");
        assert_eq!(of(&["posting"]), "Rests on the posting");
        assert!(of(&["work/7/1"]).contains("no longer says"));
        assert_eq!(of(&[]), "Your own words");
    }
}
