//! What the posting asks for, and where the document says it. The part `keywords`.
//!
//! posting → needs → for each: words of the document, else the same in other words, else the profile, else missing.
//! What must not happen here: counting what a document cannot say (the right to work, soft skills, a place).

use super::page::Page;
use super::tally::{Finding, Tally};
use super::weights::Code;
use super::{Look, Measure, counted};
use crate::fold::fold_words;
use foothold_matching::demands::{self, Demands, Need, NeedKind};
use foothold_matching::evidence::{self, Met};
use foothold_matching::facts::Facts;
use foothold_matching::person::Person;
use foothold_matching::vocabulary::{SkillId, SkillKind, kind, name, relation, skills_in};
use foothold_shared::report::{KeywordPlace, KeywordStanding, ReportKeyword};

/// Knowing something is worth so much of what is asked for, to stand for it.
const STANDS_FOR: f32 = 0.85;
/// What is required counts so many times as much.
const REQUIRED: usize = 3;
/// The most that is asked for, and the most places of one thing.
const ASKED: usize = 60;
const PLACES: usize = 4;
/// The longest words of a posting or a place.
const WORDS: usize = 200;

/// One thing that is asked for, and how it stands.
pub(super) struct Asked {
    pub(super) view: ReportKeyword,
    /// The skill that it is, where it is one.
    pub(super) skill: Option<SkillId>,
    /// The facts of the profile that say so.
    pub(super) facts: Vec<String>,
}

/// A document as keywords are looked for in it.
pub(super) struct Searched<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) person: &'a Person,
    /// The text of a fact of the document, by its id.
    pub(super) text_of: &'a dyn Fn(&str) -> Option<String>,
    /// What a place without a section of its own is called.
    pub(super) otherwise: &'static str,
}

/// What the posting asks for and a résumé's words for it; takes its points.
pub(super) fn check(look: &Look<'_>, further: &[String], tally: &mut Tally) -> Vec<Asked> {
    let Some(measure) = &look.case.posting else {
        return Vec::new();
    };
    let facts = Facts::of(&look.case.says);
    let text_of = |id: &str| match id.strip_prefix("line/") {
        Some(number) => further.get(number.parse::<usize>().ok()?).cloned(),
        None => facts.find(id).map(|fact| fact.text.clone()),
    };
    let searched = Searched {
        page: &look.page,
        person: &look.person,
        text_of: &text_of,
        otherwise: "other",
    };
    let demands = demands::of(&measure.posting);
    let own = Person::of_profile(&look.case.profile, &look.case.today);
    let asked = find(&demands, &searched, &own, &Facts::of(&look.case.profile));
    lose(&asked, tally);
    only_listed(&asked, tally);
    role(look, &demands, measure, tally);
    asked
}

/// What is asked for, required first, each with how it stands.
pub(super) fn find(
    demands: &Demands,
    searched: &Searched<'_>,
    own: &Person,
    profile: &Facts,
) -> Vec<Asked> {
    let folded = searched.page.words();
    let mut found: Vec<Asked> = Vec::new();
    for need in &demands.needs {
        for (words, skill) in parts(need) {
            // Other words for the same skill may ask for another part of it.
            let asked_for = fold_words(&words);
            let known = found
                .iter()
                .any(|known| fold_words(&known.view.asked) == asked_for);
            if known || found.len() >= ASKED {
                continue;
            }
            let view = ReportKeyword {
                asked: words.clone(),
                required: need.required,
                standing: KeywordStanding::Missing,
                places: Vec::new(),
            };
            let mut asked = Asked {
                view,
                skill,
                facts: Vec::new(),
            };
            stand(&mut asked, need, &folded, searched, own, profile);
            found.push(asked);
        }
    }
    found
}

/// A need's parts: each of its skills, or the need as a whole.
fn parts(need: &Need) -> Vec<(String, Option<SkillId>)> {
    let whole = || vec![(clipped(&need.text), None)];
    match &need.kind {
        NeedKind::Skills { skills, any } => {
            let hard: Vec<SkillId> = skills
                .iter()
                .copied()
                .filter(|skill| kind(*skill) != SkillKind::Soft)
                .collect();
            match hard[..] {
                [] => Vec::new(),
                [one] => vec![(words_of(need, one), Some(one))],
                _ if *any => whole(),
                _ => hard
                    .iter()
                    .map(|skill| (words_of(need, *skill), Some(*skill)))
                    .collect(),
            }
        }
        NeedKind::Licence(skill) => vec![(words_of(need, *skill), Some(*skill))],
        NeedKind::Years { .. } | NeedKind::Degree(_) | NeedKind::Language { .. } => whole(),
        NeedKind::Authorization(_) | NeedKind::Enrolment | NeedKind::Place | NeedKind::Other => {
            Vec::new()
        }
    }
}

/// A skill in the posting's own words.
fn words_of(need: &Need, skill: SkillId) -> String {
    skills_in(&need.text)
        .into_iter()
        .find(|mention| mention.skill == skill)
        .map_or_else(
            || name(skill).to_owned(),
            |mention| need.text[mention.start..mention.end].to_owned(),
        )
}

fn clipped(text: &str) -> String {
    text.trim().chars().take(WORDS).collect()
}

fn stand(
    asked: &mut Asked,
    need: &Need,
    folded: &str,
    searched: &Searched<'_>,
    own: &Person,
    profile: &Facts,
) {
    let here = ids(searched.person, need, asked.skill);
    let literally = asked.skill.is_some() && {
        let words = fold_words(&asked.view.asked);
        // One letter ("R", "C") is a word only where matching takes it for the skill.
        words.len() > 1 && super::words::holds(folded, &words)
    };
    if !here.is_empty() || literally {
        let words = fold_words(&asked.view.asked);
        let mut places: Vec<(bool, KeywordPlace)> = here
            .iter()
            .filter_map(|id| {
                let text = (searched.text_of)(id)?;
                let same = format!(" {} ", fold_words(&text));
                let place = KeywordPlace {
                    section: section(id, searched.otherwise).to_owned(),
                    spot: searched.page.spot(&text),
                    text: clipped(&text),
                };
                Some((super::words::holds(&same, &words), place))
            })
            .collect();
        // What says it in these words comes first.
        places.sort_by_key(|(same, _)| !same);
        if places.is_empty() && literally {
            let place = KeywordPlace {
                section: searched.otherwise.to_owned(),
                text: asked.view.asked.clone(),
                spot: searched.page.spot(&asked.view.asked),
            };
            places.push((true, place));
        }
        let same = literally || places.iter().any(|(same, _)| *same) || asked.skill.is_none();
        asked.view.standing = if same {
            KeywordStanding::Found
        } else {
            KeywordStanding::Synonym
        };
        asked.view.places = places
            .into_iter()
            .map(|(_, place)| place)
            .take(PLACES)
            .collect();
        return;
    }
    let told = ids(own, need, asked.skill);
    if told.is_empty() {
        return;
    }
    asked.view.standing = KeywordStanding::InProfileOnly;
    asked.view.places = told
        .iter()
        .filter_map(|id| profile.find(id))
        .take(PLACES)
        .map(|fact| KeywordPlace {
            section: section(&fact.id, "other").to_owned(),
            text: clipped(&fact.text),
            spot: None,
        })
        .collect();
    asked.facts = told;
}

/// The facts of a person that say what is asked for; none where nothing does.
fn ids(person: &Person, need: &Need, skill: Option<SkillId>) -> Vec<String> {
    if let Some(skill) = skill {
        let held = person.held(skill).or_else(|| {
            person
                .skills
                .iter()
                .filter(|held| relation(held.skill, skill) >= STANDS_FOR)
                .max_by(|one, other| {
                    relation(one.skill, skill).total_cmp(&relation(other.skill, skill))
                })
        });
        return held
            .map(|held| held.facts.iter().map(|(id, _)| id.clone()).collect())
            .unwrap_or_default();
    }
    let found = evidence::find(person, need);
    let enough = found.met == Met::Full
        || matches!(
            need.kind,
            NeedKind::Years { .. } | NeedKind::Language { .. }
        ) && found.met == Met::Partly
            && found.degree >= STANDS_FOR
        || matches!(need.kind, NeedKind::Skills { any: true, .. }) && found.degree >= STANDS_FOR;
    if enough {
        found.places.into_iter().map(|place| place.fact).collect()
    } else {
        Vec::new()
    }
}

/// The section that a fact stands in.
fn section(id: &str, otherwise: &'static str) -> &'static str {
    match id.split('/').next().unwrap_or_default() {
        "work" => "work",
        "summary" => "summary",
        "education" => "education",
        "skill" => "skills",
        "language" => "languages",
        "certificate" => "certificates",
        "project" => "projects",
        "publication" => "publications",
        _ => otherwise,
    }
}

fn weight(asked: &Asked) -> usize {
    if asked.view.required { REQUIRED } else { 1 }
}

fn lose(asked: &[Asked], tally: &mut Tally) {
    let all: usize = asked.iter().map(weight).sum();
    let mut take =
        |code: Code, of: &dyn Fn(&Asked) -> bool, says: &dyn Fn(usize) -> String, todo: &str| {
            let found: Vec<&Asked> = asked.iter().filter(|one| of(one)).collect();
            if found.is_empty() {
                return;
            }
            let lost: usize = found.iter().map(|one| weight(one)).sum();
            let places = found
                .iter()
                .map(|one| (one.view.asked.clone(), None))
                .collect();
            tally.lose(
                code,
                super::share(lost, all),
                Finding::new(says(found.len()), todo).at(places),
            );
        };
    take(
        Code::InProfileOnly,
        &|one| one.view.standing == KeywordStanding::InProfileOnly,
        &|count| {
            format!(
                "{} asked for that your profile has and this document does not say.",
                counted(count, "thing is", "things are")
            )
        },
        "Say it here, in the posting's word: among your skills, and in the line of the job where you used it.",
    );
    take(
        Code::RequiredMissing,
        &|one| one.view.standing == KeywordStanding::Missing && one.view.required,
        &|count| {
            format!(
                "{} required that neither this document nor your profile says.",
                counted(count, "thing is", "things are")
            )
        },
        "If you have it, put it into your profile and say it here. If not, do not claim it; decide whether to apply \
         without it.",
    );
    take(
        Code::PreferredMissing,
        &|one| one.view.standing == KeywordStanding::Missing && !one.view.required,
        &|count| {
            format!(
                "{} welcome that neither this document nor your profile says.",
                counted(count, "thing is", "things are")
            )
        },
        "If you have it, say it; it need not be there.",
    );
}

fn only_listed(asked: &[Asked], tally: &mut Tally) {
    let listed: Vec<(String, _)> = asked
        .iter()
        .filter(|one| {
            one.view.required
                && one.skill.is_some()
                && !one.view.places.is_empty()
                && one.view.standing != KeywordStanding::InProfileOnly
                && one
                    .view
                    .places
                    .iter()
                    .all(|place| place.section == "skills")
        })
        .map(|one| (one.view.asked.clone(), one.view.places[0].spot.clone()))
        .collect();
    if !listed.is_empty() {
        tally.lose(
            Code::OnlyListed,
            0.0,
            Finding::new(
                format!(
                    "{} listed, and no job shows it.",
                    counted(listed.len(), "required skill is", "required skills are")
                ),
                "Name it in the line of a job where you used it, if you did; people believe that sooner than a list.",
            )
            .at(listed),
        );
    }
}

fn role(look: &Look<'_>, demands: &Demands, measure: &Measure, tally: &mut Tally) {
    let asked = &demands.titles;
    if asked.is_empty() {
        return;
    }
    let near = look
        .person
        .jobs
        .iter()
        .map(|job| job.titles.nearness(asked))
        .chain([look.person.headline.nearness(asked)])
        .fold(0.0, f32::max);
    if near < 0.3 {
        tally.lose(
            Code::RoleAbsent,
            0.0,
            Finding::new(
                format!(
                    "No title of yours is near to \"{}\".",
                    clipped(&measure.brief.title)
                ),
                "Say in your summary what you want to do now and what of your work prepares you for it. Do not change \
                 the titles you had.",
            ),
        );
    }
}
