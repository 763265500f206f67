//! What skills and titles there are, how they are called in nine languages, and what is near to what.
//!
//! The words are data (`data/skills.tsv`, `data/titles.tsv`) that anybody can extend; how to is said at the top of each
//! file. What must not happen here: a person's or a posting's data; a skill credited from another ([`relation`] only
//! says how near they are).

mod fields;
mod phrases;
mod seniority;
mod skills;
mod stems;
mod titles;

pub use fields::{FIELDS, Fields, Kinds};
pub use seniority::{Seniority, seniority_in};
pub(crate) use skills::mentions;
pub use skills::{
    Mention, SkillId, SkillKind, kind, name, near, relation, skill, skill_count, skill_fields,
    skills, skills_in,
};
pub use titles::{
    FamilyId, Titles, families, family, family_count, family_fields, family_name, family_nearness,
    is_general, titles_in,
};
