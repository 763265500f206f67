//! What a letter tells of the person's jobs: where they worked, and the lines that answer the posting.
//!
//! What must not happen here: a line in another language than the letter's; "before that" where the dates do not say so.

use super::Draft;
use super::forms::{self, Form};
use super::names::{at, in_sentence, name, title, with_article, with_the};
use super::voice::Voice;
use crate::case::Case;
use crate::choose::history::{When, latest_first};
use crate::dates;
use crate::words::Language;
use foothold_core::posting::values::{fold, has_phrase, language};
use foothold_matching::facts::{entry_id, lines};
use foothold_shared::profile::WorkEntry;

/// Bodies shorter than this together, in letters, make one sentence.
const JOINED: usize = 130;

/// A job with the lines that a letter can use, the best first.
pub(super) struct Job<'c> {
    pub(super) id: String,
    pub(super) entry: &'c WorkEntry,
    pub(super) lines: Vec<(String, Form)>,
    /// How well it answers the posting.
    pub(super) worth: f32,
    /// How much of its best line is asked for, 0 to 1.
    pub(super) asked: f32,
}

/// The jobs, the latest first.
pub(super) fn told<'c>(case: &'c Case<'_>, known: &dyn Fn(&str) -> bool) -> Vec<Job<'c>> {
    let jobs = &case.profile.work;
    let order = latest_first(jobs.iter().map(|job| When {
        start: job.start.as_ref(),
        end: job.end.as_ref(),
        current: job.current,
    }));
    let mut found = Vec::new();
    for at in order {
        let entry = &jobs[at];
        let id = entry_id("work", &entry.id, at);
        if case.ranking.is_left_out(&id) || title(&entry.title).is_empty() {
            continue;
        }
        let mut usable = Vec::new();
        if speaks(case, &entry.description) {
            for (nth, line) in lines(&entry.description).enumerate() {
                let line_id = format!("{id}/{nth}");
                let form = forms::form(line, case.language, entry.current, known);
                if let Some(form) = form.filter(|_| !case.ranking.is_left_out(&line_id)) {
                    usable.push((line_id, form));
                }
            }
        }
        let score = |line: &(String, Form)| {
            let chosen = if case.ranking.is_chosen(&line.0) {
                2.0
            } else {
                0.0
            };
            let told = if matches!(line.1, Form::Listed(_)) {
                0.0
            } else {
                0.1
            };
            case.ranking.score(&line.0) + chosen + told
        };
        usable.sort_by(|a, b| score(b).total_cmp(&score(a)));
        let best: f32 = usable.iter().take(3).map(score).sum();
        let worth = best + case.ranking.asked(&id) + if found.is_empty() { 0.5 } else { 0.0 };
        found.push(Job {
            id,
            entry,
            asked: usable
                .iter()
                .map(|line| case.ranking.asked(&line.0))
                .fold(0.0, f32::max),
            lines: usable,
            worth,
        });
    }
    found
}

/// Whether a text can stand in the letter's language: it is in it, or nothing says that it is not.
pub(super) fn speaks(case: &Case<'_>, text: &str) -> bool {
    let own = case.language.code();
    let whole = || {
        let all: Vec<&str> = case
            .profile
            .work
            .iter()
            .map(|job| job.description.as_str())
            .collect();
        language(&format!("{} {}", all.join(" "), case.profile.summary), "")
    };
    language(text, "")
        .or_else(whole)
        .is_none_or(|code| code == own)
}

/// Where a job stands in the letter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// It is the first that is told of.
    First,
    /// It was before the one that was told of last.
    Before,
    /// It is another, and the dates do not say which was before.
    Beside,
}

/// The names in a job's sentences.
struct Names {
    role: String,
    a_role: String,
    employer: String,
    at_employer: String,
    since: String,
    since_start: String,
    span: String,
}

impl Names {
    fn of(case: &Case<'_>, entry: &WorkEntry) -> Self {
        let role = in_sentence(&title(&entry.title), case.language);
        let company = name(&entry.company);
        let since = match &entry.start {
            Some(start) if entry.current => dates::since(start, case.language),
            _ => String::new(),
        };
        Self {
            a_role: with_article(&role),
            role,
            employer: with_the(&company, case.language),
            at_employer: at(&company, case.language),
            since_start: since.clone(),
            since,
            span: if entry.current {
                String::new()
            } else {
                dates::years(entry.start.as_ref(), entry.end.as_ref())
            },
        }
    }

    fn slots<'n>(&'n self, more: &[(&'static str, &'n str)]) -> Vec<(&'static str, &'n str)> {
        let mut slots = vec![
            ("role", self.role.as_str()),
            ("a_role", self.a_role.as_str()),
            ("employer", self.employer.as_str()),
            ("at_employer", self.at_employer.as_str()),
            ("since", self.since.as_str()),
            ("since_start", self.since_start.as_str()),
            ("span", self.span.as_str()),
        ];
        slots.extend_from_slice(more);
        slots
    }
}

/// The sentences about a job: where it was, and `room` of its lines. Empty where there is nothing to say.
pub(super) fn tell(
    case: &Case<'_>,
    voice: &mut Voice,
    job: &Job<'_>,
    stands: Stands,
    room: usize,
) -> Vec<Draft> {
    let names = Names::of(case, job.entry);
    let mut said = Vec::new();
    let lines: Vec<&(String, Form)> = job.lines.iter().take(room).collect();
    // Where the job is told of in a sentence of its own, its lines say "there".
    let apart = lines.is_empty() || stands == Stands::First || voice.turn(&job.id, 3) == 0;
    let intro = match (job.entry.current, stands) {
        (true, _) => "now",
        (false, Stands::Before) => "before",
        (false, _) => "last",
    };
    let intro = if intro == "last" && stands == Stands::Beside {
        None
    } else {
        Some(intro)
    };
    let mut there = false;
    if let Some(key) = intro.filter(|_| apart)
        && let Some(text) = voice.say(key, &names.slots(&[]))
    {
        let draft = Draft::new(text, vec![job.id.clone()]);
        // What follows says "there": without this sentence it would mean nothing.
        if draft.is_entailed(case) {
            said.push(draft);
            there = true;
        }
    }

    let (told, listed): (Vec<_>, Vec<_>) = lines
        .into_iter()
        .partition(|line| !matches!(line.1, Form::Listed(_)));
    let mut place = if there {
        Place::There
    } else if stands == Stands::Before {
        Place::Before
    } else {
        Place::First
    };
    for group in joined(case, &told) {
        if let Some(draft) = verbal(voice, &names, job, &group, place) {
            said.push(draft);
            place = Place::More;
        }
    }
    if !listed.is_empty()
        && let Some(draft) = in_list(case, voice, &names, job, &listed, place)
    {
        said.push(draft);
    }
    said
}

/// Where a sentence stands within what is told of a job.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Before,
    There,
    More,
}

/// Whether an English body is in the past: "led a team". Two bodies with one "I" are of one time.
fn past(case: &Case<'_>, body: &str) -> bool {
    let first = body
        .split(' ')
        .find(|word| !word.ends_with("ly"))
        .unwrap_or_default();
    case.language == Language::En
        && (first.ends_with("ed") || first == "was" || case.words().lists("list.past", first))
}

/// Lines that make one sentence together: two short ones, the second of which does not join things itself.
fn joined<'l>(case: &Case<'_>, told: &[&'l (String, Form)]) -> Vec<Vec<&'l (String, Form)>> {
    let and = format!(" {} ", case.words().get("and"));
    let body = |line: &(String, Form)| match &line.1 {
        Form::Verbal(body) => Some(body.clone()),
        _ => None,
    };
    let mut groups: Vec<Vec<&(String, Form)>> = Vec::new();
    for line in told {
        let short = |other: &(String, Form)| match (body(other), body(line)) {
            (Some(one), Some(two)) => {
                past(case, &one) == past(case, &two)
                    && one.chars().count() + two.chars().count() <= JOINED
                    && !one.contains(&and)
                    && !two.contains(&and)
                    && !one.contains(',')
            }
            _ => false,
        };
        match groups.last_mut() {
            Some(group) if group.len() == 1 && short(group[0]) => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
}

fn verbal(
    voice: &mut Voice,
    names: &Names,
    job: &Job<'_>,
    group: &[&(String, Form)],
    place: Place,
) -> Option<Draft> {
    let mut facts = vec![job.id.clone()];
    facts.extend(group.iter().map(|line| line.0.clone()));
    let text = match &group.first()?.1 {
        Form::Inverted(verb, rest) => {
            let key = match place {
                Place::First => "inverted.first",
                Place::Before => "inverted.before",
                Place::There => "inverted.there",
                Place::More => "inverted.more",
            };
            voice.say(key, &names.slots(&[("verb", verb), ("rest", rest)]))?
        }
        _ => {
            let bodies: Vec<String> = group.iter().map(|line| line.1.text().to_owned()).collect();
            let body = voice.join(&bodies);
            let key = match place {
                Place::First => "verbal.first",
                Place::Before => "verbal.before",
                Place::There => "verbal.there",
                Place::More => "verbal.more",
            };
            let text = voice.say(key, &names.slots(&[("body", &body)]))?;
            text.replace("I also am ", "I am also ")
                .replace("I also was ", "I was also ")
        }
    };
    Some(Draft::new(text, facts))
}

fn in_list(
    case: &Case<'_>,
    voice: &mut Voice,
    names: &Names,
    job: &Job<'_>,
    listed: &[&(String, Form)],
    place: Place,
) -> Option<Draft> {
    let mut items: Vec<String> = listed.iter().map(|line| line.1.text().to_owned()).collect();
    // What keeps its capital stands at the beginning, where a capital is nothing strange.
    if case.language != Language::De {
        items.sort_by_key(|item| !item.starts_with(char::is_uppercase));
    }
    let list = case.words().join_list(&items);
    let now = job.entry.current;
    let key = match (place, now) {
        (Place::First | Place::Before, true) => "listed.now",
        (Place::First | Place::Before, false) => "listed.then",
        (Place::There, true) => "listed.there",
        (Place::There, false) => "listed.there.then",
        (Place::More, true) => "listed.more",
        (Place::More, false) => "listed.more.then",
    };
    let mut facts = vec![job.id.clone()];
    facts.extend(listed.iter().map(|line| line.0.clone()));
    Some(Draft::new(
        voice.say(key, &names.slots(&[("list", &list)]))?,
        facts,
    ))
}

/// How a job stands to the one told of before it.
pub(super) fn stands(job: &WorkEntry, after: Option<&WorkEntry>) -> Stands {
    let months = |date: &foothold_shared::profile::YearMonth| (date.year, date.month.unwrap_or(0));
    let Some(after) = after else {
        return Stands::First;
    };
    match (&job.start, &after.start) {
        (Some(this), Some(that)) if months(this) < months(that) && !job.current => Stands::Before,
        _ => Stands::Beside,
    }
}

/// That the posting names what the first lines of a job are about: the step from the application to the job.
pub(super) fn name_topic(case: &Case<'_>, voice: &mut Voice, job: &Job<'_>) -> Option<Draft> {
    let texts: Vec<String> = job
        .lines
        .iter()
        .take(2)
        .map(|line| line.1.text().to_owned())
        .collect();
    let list = case.words().join(&named_in(case, &texts));
    let slots = [("list", list.as_str()), ("list_start", list.as_str())];
    voice.say("named", &slots).map(Draft::of_posting)
}

/// The posting's own words for the skills of the person that it names, and that these texts are about.
fn named_in(case: &Case<'_>, texts: &[String]) -> Vec<String> {
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let mut named = Vec::new();
    for skill in &case.profile.skills {
        let own = fold(&skill.name);
        let about = folded.iter().any(|text| has_phrase(text, &own));
        if about && case.wanted.says(&skill.name) {
            let shown = super::rest::as_posted(case, &skill.name);
            if !named.contains(&shown) {
                named.push(shown);
            }
        }
    }
    named.truncate(3);
    named
}
