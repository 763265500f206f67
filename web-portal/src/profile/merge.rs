//! Two versions of one profile: what each side changed since they were last the same, and how they are joined.

use super::sections::Section;
use foothold_shared::profile::Profile;

/// Who changed a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ChangedBy {
    /// Only here.
    Here,
    /// Only on the other device.
    Elsewhere,
    /// On both, and differently.
    Both,
}

/// The sections in which `mine` and `theirs` differ, and who changed each since `base`.
pub(crate) fn compare(
    base: &Profile,
    mine: &Profile,
    theirs: &Profile,
) -> Vec<(Section, ChangedBy)> {
    Section::ALL
        .into_iter()
        .filter(|section| !section.same(mine, theirs))
        .map(|section| {
            let by = match (section.same(base, mine), section.same(base, theirs)) {
                (true, _) => ChangedBy::Elsewhere,
                (false, true) => ChangedBy::Here,
                (false, false) => ChangedBy::Both,
            };
            (section, by)
        })
        .collect()
}

/// `theirs`, with every section that was changed here taken from `mine`.
pub(crate) fn keep_mine(base: &Profile, mine: &Profile, theirs: &Profile) -> Profile {
    let mut merged = theirs.clone();
    for (section, by) in compare(base, mine, theirs) {
        if by != ChangedBy::Elsewhere {
            section.copy(mine, &mut merged);
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::profile::Skill;

    fn profile(given: &str, city: &str, skill: &str) -> Profile {
        let mut profile = Profile::default();
        profile.name.given = given.to_owned();
        profile.address.city = city.to_owned();
        profile.skills.push(Skill {
            name: skill.to_owned(),
            years: None,
        });
        profile
    }

    #[test]
    fn says_who_changed_what() {
        let base = profile("Ada", "Leeds", "Rust");
        let mine = profile("Ada", "York", "SQL");
        let theirs = profile("Adele", "Leeds", "Go");
        assert_eq!(
            compare(&base, &mine, &theirs),
            [
                (Section::Name, ChangedBy::Elsewhere),
                (Section::Address, ChangedBy::Here),
                (Section::Skills, ChangedBy::Both),
            ]
        );
    }

    #[test]
    fn the_same_change_on_both_sides_is_no_difference() {
        let base = profile("Ada", "Leeds", "Rust");
        let changed = profile("Ada", "York", "Rust");
        assert!(compare(&base, &changed, &changed.clone()).is_empty());
    }

    #[test]
    fn keeping_mine_loses_nothing_that_only_they_changed() {
        let base = profile("Ada", "Leeds", "Rust");
        let mine = profile("Ada", "York", "SQL");
        let theirs = profile("Adele", "Leeds", "Go");
        assert!(keep_mine(&base, &mine, &theirs) == profile("Adele", "York", "SQL"));
    }
}
