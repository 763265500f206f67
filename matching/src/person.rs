//! What a person brings, made ready for comparing with many postings: every part keeps the ids of the facts it is from.
//!
//! profile (and its [`Facts`]) → jobs with titles and months → skills with where they were used and how long.
//! What is derived (years with a skill, all years of work) is marked as derived. What must not happen here: a credit
//! without a fact; self-identification or salary.

use crate::facts::{Fact, FactKind, Facts};
use crate::relevance::Terms;
use crate::vocabulary::{
    Fields, Kinds, Seniority, SkillId, SkillKind, Titles, is_general, kind, near, seniority_in,
    skill_count, skill_fields, skills_in, titles_in,
};
use foothold_core::plan::languages_in;
use foothold_core::posting::values;
use foothold_gazetteer::{Town, find};
use foothold_shared::profile::{
    DegreeLevel, LanguageLevel, Profile, WorkEligibility, WorkPlace, YearMonth,
};
use foothold_shared::redact_debug;

/// A job as matching sees it.
#[derive(Clone, PartialEq)]
pub struct Job {
    /// The id of its fact.
    pub fact: String,
    /// "Baker, Mill & Sons".
    pub words: String,
    /// The company alone.
    pub company: String,
    /// The families of its title.
    pub titles: Titles,
    /// The rank that the title names.
    pub seniority: Option<Seniority>,
    /// From this month, counted from year 0, to before the other; `None` where no date is known.
    pub span: Option<(i32, i32)>,
    /// 0 to 1: how much it says about the person today; recent and long jobs say more.
    pub weight: f32,
}
redact_debug!(Job);

/// A skill that a person has.
#[derive(Clone, PartialEq)]
pub struct Held {
    /// Which.
    pub skill: SkillId,
    /// Years of it as the person states them.
    pub stated_years: Option<u32>,
    /// Months of the dated jobs that name it: derived.
    pub months: u32,
    /// The facts that name it: id, and the job it belongs to as a place in [`Person::jobs`].
    pub facts: Vec<(String, Option<usize>)>,
}
redact_debug!(Held);

/// What a person brings.
#[derive(Clone, PartialEq, Default)]
pub struct Person {
    /// Jobs, in the profile's order.
    pub jobs: Vec<Job>,
    /// Skills, in the order of their ids.
    pub skills: Vec<Held>,
    /// Months of all dated jobs together, none counted twice: derived.
    pub months: u32,
    /// Years of work as the person states them.
    pub stated_years: Option<u32>,
    /// The rank of the latest jobs, else the one that the years tell; `None` for a person without work.
    pub seniority: Option<Seniority>,
    /// The highest degree, with its fact.
    pub degree: Option<(DegreeLevel, String)>,
    /// Still studying, with the fact that says so.
    pub enrolled: Option<String>,
    /// Languages by their ISO 639-1 code, with level and fact; empty where the profile lists none.
    pub languages: Vec<(&'static str, Option<LanguageLevel>, String)>,
    /// The language that the profile's texts are written in.
    pub written: Option<&'static str>,
    /// ISO 3166-1 country of residence; empty where not said.
    pub country: String,
    /// The town.
    pub city: String,
    /// Where that is, as far as it is known.
    pub town: Option<&'static Town>,
    /// Where the person may work.
    pub eligibility: Vec<WorkEligibility>,
    /// Whether the person would move.
    pub relocate: Option<bool>,
    /// The ways of working the person accepts; empty where not said.
    pub work_places: Vec<WorkPlace>,
    /// What the person says they are, beside the jobs.
    pub headline: Titles,
    /// Titles that stand alone in further lines: jobs whose time and place were not understood.
    pub said: Vec<Titles>,
    /// The fields of their work.
    pub fields: Fields,
    /// The kinds of work of these.
    pub kinds: Kinds,
    /// Their words, for relevance.
    pub terms: Terms,
    /// For each skill of the vocabulary what they bring for it, 0 to 255.
    pub(crate) worth: Vec<u8>,
}
redact_debug!(Person);

/// Months since year 0.
fn month(of: &YearMonth, otherwise: u8) -> i32 {
    i32::from(of.year) * 12 + i32::from(of.month.unwrap_or(otherwise).clamp(1, 12)) - 1
}

/// The month of a day `YYYY-MM-DD`; a day that is none is in 2000.
pub(crate) fn month_of_day(day: &str) -> i32 {
    let mut parts = day.split('-').map(|part| part.parse::<i32>().ok());
    let year = parts.next().flatten().unwrap_or(2000);
    let month = parts.next().flatten().unwrap_or(1);
    year * 12 + month.clamp(1, 12) - 1
}

/// The months of spans, none counted twice.
fn union(mut spans: Vec<(i32, i32)>) -> u32 {
    spans.sort_unstable();
    let mut months = 0;
    let mut until = i32::MIN;
    for (from, to) in spans {
        let from = from.max(until);
        if to > from {
            months += to - from;
            until = to;
        }
    }
    u32::try_from(months).unwrap_or_default()
}

impl Person {
    /// What a profile says. `today` is a day `YYYY-MM-DD`.
    #[must_use]
    pub fn of_profile(profile: &Profile, today: &str) -> Self {
        Self::of_reading(profile, &[], today)
    }

    /// The same with further lines of the person's own that belong to no part of the profile, such as those of a résumé
    /// that were read as nothing else. Each is a fact with the id `line/<number>`, from 0.
    #[must_use]
    pub fn of_reading(profile: &Profile, further: &[String], today: &str) -> Self {
        let facts = Facts::of(profile);
        let now = month_of_day(today) + 1;
        let mut person = Self {
            stated_years: profile.years_experience,
            country: profile.address.country.clone(),
            city: profile.address.city.clone(),
            town: find(
                &profile.address.city,
                &profile.address.region,
                &profile.address.country,
            )
            .town(),
            eligibility: profile.work_eligibility.clone(),
            relocate: profile.preferences.relocate,
            work_places: profile.preferences.work_places.clone(),
            worth: vec![0; skill_count()],
            ..Self::default()
        };
        for fact in facts.iter().filter(|fact| fact.kind == FactKind::Work) {
            person.job(fact, profile, now);
        }
        person.months = union(person.jobs.iter().filter_map(|job| job.span).collect());
        let mut terms = Terms::default();
        let mut fields = Fields::default();
        for fact in facts.iter() {
            person.read(fact, &mut terms, &mut fields);
        }
        for (at, line) in further.iter().enumerate() {
            let fact = Fact {
                id: format!("line/{at}"),
                kind: FactKind::ProjectLine,
                entry: None,
                text: line.clone(),
                start: None,
                end: None,
                current: false,
            };
            person.read(&fact, &mut terms, &mut fields);
            person.said.extend(title_alone(line));
        }
        for skill in &profile.skills {
            let id = crate::facts::skill_id(&skill.name);
            for held in &mut person.skills {
                if skill.years.is_some() && held.facts.iter().any(|(fact, _)| *fact == id) {
                    held.stated_years = skill.years;
                }
            }
        }
        person.skills.sort_by_key(|held| held.skill);
        person.schools(profile, now, &mut fields);
        for entry in &profile.languages {
            if let Some(code) = known_code(&entry.language) {
                person
                    .languages
                    .push((code, entry.level, format!("language/{}", entry.language)));
            }
        }
        person.headline = facts
            .iter()
            .find(|fact| fact.id == "summary/0")
            .map(|fact| titles_in(of_oneself(&fact.text)))
            .unwrap_or_default();
        let texts: Vec<&str> = facts
            .iter()
            .filter(|fact| {
                matches!(
                    fact.kind,
                    FactKind::Summary | FactKind::WorkLine | FactKind::ProjectLine
                )
            })
            .map(|fact| fact.text.as_str())
            .chain(further.iter().map(String::as_str))
            .collect();
        person.written = values::language(&texts.join("\n"), "");
        person.terms = terms.ready();
        person.settle(fields);
        person
    }

    fn job(&mut self, fact: &Fact, profile: &Profile, now: i32) {
        let at = self.jobs.len();
        let Some(entry) = profile.work.get(at) else {
            return;
        };
        let start = fact.start.as_ref().map(|start| month(start, 1));
        let end = match &fact.end {
            Some(end) => Some(month(end, 12) + 1),
            None if fact.current => Some(now),
            None => start.map(|start| start + 12),
        };
        let span = start.zip(end).filter(|(start, end)| end > start);
        let weight = match span {
            Some((start, end)) => {
                let ago = f32::from(i16::try_from((now - end).max(0)).unwrap_or(600)) / 12.0;
                let long = f32::from(i16::try_from(end - start).unwrap_or(600)) / 24.0;
                0.5_f32.powf(ago / 8.0) * (0.6 + 0.4 * long.min(1.0))
            }
            // Lists stand newest first.
            None => 0.8 / (1.0 + 0.4 * f32::from(u8::try_from(at).unwrap_or(20))),
        };
        self.jobs.push(Job {
            fact: fact.id.clone(),
            words: [entry.title.trim(), entry.company.trim()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            company: entry.company.trim().to_owned(),
            titles: titles_in(&entry.title),
            seniority: seniority_in(&entry.title),
            span,
            weight,
        });
    }

    fn read(&mut self, fact: &Fact, terms: &mut Terms, fields: &mut Fields) {
        let (weight, in_fields) = match fact.kind {
            FactKind::Work => (1.2, 0.3),
            FactKind::WorkLine | FactKind::Project => (1.0, 0.15),
            FactKind::Skill | FactKind::Certificate => (1.2, 0.22),
            FactKind::Summary => (1.0, 0.2),
            FactKind::ProjectLine | FactKind::Publication | FactKind::Education => (0.7, 0.12),
            FactKind::Name | FactKind::Contact | FactKind::Years | FactKind::Language => return,
        };
        terms.add(&fact.text, weight);
        let job_id = if fact.kind == FactKind::Work {
            Some(&fact.id)
        } else {
            fact.entry.as_ref()
        };
        let job = job_id.and_then(|id| self.jobs.iter().position(|job| job.fact == *id));
        // "Bakery" in a company's name is no skill.
        let text = match job.map(|job| self.jobs[job].company.as_str()) {
            Some(company) if fact.kind == FactKind::Work && !company.is_empty() => fact
                .text
                .find(company)
                .map_or(fact.text.as_str(), |at| &fact.text[..at]),
            _ => fact.text.as_str(),
        };
        let mentions = skills_in(text);
        for mention in mentions {
            fields.add(skill_fields(mention.skill), in_fields);
            let at = match self
                .skills
                .iter()
                .position(|held| held.skill == mention.skill)
            {
                Some(at) => at,
                None => {
                    self.skills.push(Held {
                        skill: mention.skill,
                        stated_years: None,
                        months: 0,
                        facts: Vec::new(),
                    });
                    self.skills.len() - 1
                }
            };
            let held = &mut self.skills[at];
            if !held.facts.iter().any(|(id, _)| *id == fact.id) {
                held.facts.push((fact.id.clone(), job));
            }
            let spans = held
                .facts
                .iter()
                .filter_map(|(_, job)| job.and_then(|job| self.jobs[job].span))
                .collect();
            held.months = union(spans);
        }
    }

    fn schools(&mut self, profile: &Profile, now: i32, fields: &mut Fields) {
        for (at, school) in profile.education.iter().enumerate() {
            let id = if school.id.is_empty() {
                format!("education/{at}")
            } else {
                format!("education/{}", school.id)
            };
            let ends = school.end.as_ref().map(|end| month(end, 12) + 1);
            let goes_on = match ends {
                Some(ends) => ends > now,
                None => school
                    .start
                    .as_ref()
                    .is_some_and(|start| now - month(start, 1) < 48),
            };
            if goes_on {
                self.enrolled = Some(id.clone());
            } else if let Some(level) = school.level.or_else(|| level_of(&school.degree))
                && self
                    .degree
                    .as_ref()
                    .is_none_or(|(known, _)| level as u8 > *known as u8)
            {
                self.degree = Some((level, id));
            }
            let subject = titles_in(&school.discipline);
            let weight = if self.jobs.is_empty() { 0.8 } else { 0.15 };
            fields.add(&subject.fields, weight);
        }
    }

    /// The fields and worths, once all is read.
    fn settle(&mut self, by_words: Fields) {
        let mut fields = Fields::default();
        let mut total = 0.0;
        for job in &self.jobs {
            fields.add(&job.titles.fields, job.weight);
            total += job.weight;
        }
        let mut all = Fields::default();
        all.add(&fields.unit(), if total > 0.0 { 0.6 } else { 0.0 });
        all.add(&self.headline.fields, 0.2);
        let said = if self.jobs.is_empty() { 0.4 } else { 0.05 };
        for titles in self.said.iter().take(6) {
            all.add(&titles.fields, said);
        }
        all.add(&by_words.unit(), 0.5);
        self.fields = all.unit();
        self.kinds = self.fields.kinds();
        let latest = self
            .jobs
            .iter()
            .filter(|job| job.weight > 0.45)
            .filter_map(|job| job.seniority)
            .max();
        let by_years = (self.months > 0).then(|| Seniority::of_years(self.years()));
        self.seniority = match (latest, by_years) {
            (Some(rank), Some(years)) if rank >= Seniority::Senior || rank < Seniority::Middle => {
                // A junior of ten years is none; a senior of one year is.
                Some(if rank < Seniority::Middle {
                    rank.max(years.min(Seniority::Middle))
                } else {
                    rank
                })
            }
            (rank, years) => rank.max(years),
        };
        for held in self.skills.clone() {
            let strength = held.strength() * self.borne_out(&held);
            self.raise(held.skill, strength);
            for (asked, worth) in near(held.skill) {
                self.raise(asked, worth * strength);
            }
        }
        // Whoever held a job knows the ways and subjects of its field, though they may not say so; tools and papers not.
        for at in 0..skill_count() {
            let skill = SkillId(u16::try_from(at).unwrap_or(u16::MAX));
            if !matches!(kind(skill), SkillKind::Method | SkillKind::Domain) {
                continue;
            }
            let implied = self
                .jobs
                .iter()
                .map(|job| implied(job, skill))
                .fold(0.0, f32::max);
            self.raise(skill, implied);
        }
    }

    /// How far the person's work bears out a skill: what they list as theirs stands for itself; what a line only
    /// mentions counts in the measure that it is of their field ("a product demo" makes no salesperson).
    fn borne_out(&self, held: &Held) -> f32 {
        let listed = held.facts.iter().any(|(id, job)| {
            id.starts_with("skill/")
                || id.starts_with("certificate/")
                || job.is_some_and(|job| self.jobs[job].fact == *id)
        });
        if listed || matches!(kind(held.skill), SkillKind::Tool | SkillKind::Licence) {
            return 1.0;
        }
        let fields = skill_fields(held.skill);
        if fields.is_empty() {
            return 1.0;
        }
        let near = held
            .facts
            .iter()
            .filter_map(|(_, job)| job.map(|job| self.jobs[job].titles.fields.nearness(fields)))
            .fold(self.fields.nearness(fields), f32::max);
        let often = 0.1 * f32::from(u8::try_from(held.facts.len().min(4)).unwrap_or(4));
        (0.15 + near * 1.1 + often).min(1.0)
    }

    fn raise(&mut self, skill: SkillId, worth: f32) {
        if let Some(known) = self.worth.get_mut(usize::from(skill.0)) {
            *known = (*known).max((worth.clamp(0.0, 1.0) * 255.0) as u8);
        }
    }

    /// Years of work: as stated, else derived from the dated jobs.
    #[must_use]
    pub fn years(&self) -> f32 {
        match self.stated_years {
            Some(years) => f32::from(u16::try_from(years).unwrap_or(60)),
            None => f32::from(u16::try_from(self.months).unwrap_or(720)) / 12.0,
        }
    }

    /// The skill as the person has it.
    #[must_use]
    pub fn held(&self, skill: SkillId) -> Option<&Held> {
        self.skills
            .binary_search_by_key(&skill, |held| held.skill)
            .ok()
            .map(|at| &self.skills[at])
    }

    /// What the person brings for a skill, 0 to 1: the skill itself, one near to it, or work of its field.
    #[must_use]
    pub fn worth(&self, skill: SkillId) -> f32 {
        self.worth
            .get(usize::from(skill.0))
            .map_or(0.0, |worth| f32::from(*worth) / 255.0)
    }
}

/// What a job lets expect of a method or subject that is not named.
pub(crate) fn implied(job: &Job, skill: SkillId) -> f32 {
    let near = job.titles.fields.nearness(skill_fields(skill));
    if near < 0.55 {
        0.0
    } else {
        0.65 * near * job.weight.sqrt()
    }
}

impl Held {
    /// How firmly it stands: used in a job, stated with years, or only listed.
    #[must_use]
    pub fn strength(&self) -> f32 {
        let used = f32::from(u16::try_from(self.months).unwrap_or(720)) / 12.0;
        let years = self.stated_years.map_or(used, |years| {
            f32::from(u16::try_from(years).unwrap_or(60)).max(used)
        });
        0.78 + 0.22 * (years / 3.0).min(1.0)
    }
}

/// The title that a short line is.
fn title_alone(line: &str) -> Option<Titles> {
    let words = line.split_whitespace().count();
    if words > 9 || line.ends_with(['.', ';', ',']) {
        return None;
    }
    let titles = titles_in(line);
    let real = titles
        .families
        .first()
        .is_some_and(|(family, _)| !is_general(*family));
    real.then_some(titles)
}

/// What a person calls themselves at the beginning of their summary: "Nurse" of "Nurse with ten years in theatres", and
/// nothing of "Eight years with motors, controllers and drives".
fn of_oneself(summary: &str) -> &str {
    const WITH: [&str; 7] = [
        " with ", " mit ", " avec ", " con ", " met ", " com ", " z ",
    ];
    let first = summary.split(['.', '\n']).next().unwrap_or_default();
    let end = WITH.iter().filter_map(|word| first.find(word)).min();
    &first[..end.unwrap_or(first.len())]
}

/// The degree that words alone tell.
fn level_of(words: &str) -> Option<DegreeLevel> {
    let folded = format!(" {} ", crate::text::fold(words));
    let says = |list: &str| {
        list.split('|')
            .any(|word| folded.contains(&format!(" {word}")))
    };
    [
        (DegreeLevel::Doctorate, "phd|ph.d|ph d|dr |doctor|doktor|doctorat|dottorato"),
        (DegreeLevel::Master, "master|msc|m.sc|m sc|mba|m.a|m a |ma |ms |meng|m.eng|diplom |diplom-|magister|magistrale|diplom ingenieur|ingenieur"),
        (DegreeLevel::Bachelor, "bachelor|bsc|b.sc|b sc|b.a|b a |ba |bs |b s |beng|licen|laurea|grado|undergraduate|btech"),
        (DegreeLevel::Associate, "associate|bts|dut|hnd|foundation degree"),
        (DegreeLevel::Vocational, "ausbildung|lehre|apprentice|vocational|cap |bep |mbo|formacion profesional|grado medio|certificate in|diploma"),
        (DegreeLevel::Secondary, "abitur|high school|baccalaureat|a level|gcse|maturita|bachillerato|matura|secondary"),
    ]
    .into_iter()
    .find(|(_, list)| says(list))
    .map(|(level, _)| level)
}

/// A language's code as the tables hold it.
fn known_code(code: &str) -> Option<&'static str> {
    let name = foothold_core::plan::language_name(code, "en")?;
    languages_in(name).into_iter().find(|known| *known == code)
}

#[cfg(test)]
mod tests {
    use super::of_oneself;

    #[test]
    fn what_somebody_works_with_is_not_what_they_are() {
        for (summary, said) in [
            ("Nurse with ten years in theatres. Calm.", "Nurse"),
            (
                "Eight years with motors, controllers and drives",
                "Eight years",
            ),
            ("Elektrikerin mit Meisterbrief", "Elektrikerin"),
            ("Data analyst\nLikes maps", "Data analyst"),
        ] {
            assert_eq!(of_oneself(summary), said);
        }
    }
}
