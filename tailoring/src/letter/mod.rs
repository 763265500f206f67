//! What a letter says: the application, the person's jobs and lines that answer the posting, what else it asks for, and a
//! word at the end. Each sentence is framed with words of the language (`words`), and which of several frames is taken
//! follows from person and posting (`voice`).
//!
//! What must not happen here: a claim that is no fact ("passionate", "perfect fit"); a gap or a wish of the person's
//! told to the employer; a sentence whose grammar is not sure.

mod forms;
mod jobs;
mod names;
mod rest;
mod voice;

use crate::POSTING;
use crate::case::{Case, Decided};
use crate::dates;
use crate::ground;
use crate::resume::{contact, full_name};
use crate::words::Slots;
use foothold_core::posting::values::{fold, has_phrase, tidy};
use foothold_matching::facts::skill_id;
use foothold_matching::vocabulary::{SkillKind, kind, skills_in};
use foothold_shared::document::{LetterContent, LetterParagraph, Statement, Tone};
use jobs::Job;
use std::collections::BTreeSet;
use voice::{Voice, mix};

/// How many words a letter has if nobody wants another length.
const WORDS: i32 = 205;
/// How many words one step of liking is.
const STEP: i32 = 28;
/// The longest letter, in words.
const MOST: usize = 300;
/// A letter of fewer words is told to be short.
const SHORT: usize = 95;
/// How many widths of telling there are.
const WIDTHS: usize = 8;

/// A sentence before it is known whether the person worded it themselves.
#[derive(Clone)]
pub(crate) struct Draft {
    text: String,
    facts: Vec<String>,
}

impl Draft {
    fn new(text: String, facts: Vec<String>) -> Self {
        Self { text, facts }
    }

    fn of_posting(text: String) -> Self {
        Self::new(text, vec![POSTING.to_owned()])
    }

    fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether the check of facts will let it stand.
    fn is_entailed(&self, case: &Case<'_>) -> bool {
        let statement = Statement {
            text: self.text.clone(),
            facts: self.facts.clone(),
            fixed: false,
        };
        let verdicts = ground::check(
            &[statement],
            &case.facts,
            case.posting,
            case.language.code(),
        );
        !verdicts
            .iter()
            .any(|verdict| matches!(verdict, ground::Verdict::Refused(_)))
    }
}

type Paragraphs = Vec<Vec<Draft>>;

/// The letter.
pub(crate) fn compose(case: &Case<'_>, decided: &mut Decided) -> LetterContent {
    let tone = tone(case);
    let seed = seed(case);
    let write = |width| paragraphs(case, &mut Voice::new(case.words(), tone, seed), width);
    let liking = i32::from(case.style.letter_length);
    let mut usual = WORDS;
    if liking < 0 {
        // Shorter than theirs would be: who has little to tell never reaches the usual length.
        let all = i32::try_from(count(&write(WIDTHS - 1))).unwrap_or(WORDS);
        usual = usual.min(all);
    }
    let target = usize::try_from(usual + STEP * liking).unwrap_or(0);
    let mut best: Option<Paragraphs> = None;
    for width in 0..WIDTHS {
        let letter = write(width);
        let words = count(&letter);
        if words > MOST && best.is_some() {
            break;
        }
        best = Some(letter);
        if words >= target {
            break;
        }
    }
    let best = best.unwrap_or_default();
    let words = count(&best);
    let mut paragraphs = Vec::new();
    for drafts in best {
        let statements: Vec<Statement> = drafts
            .into_iter()
            .map(|draft| decided.state(draft.text, draft.facts))
            .collect();
        paragraphs.push(LetterParagraph { statements });
    }
    if words < SHORT && liking >= 0 {
        decided.notes.push(
            "The letter is short because your profile says little about what you did. A few lines under your jobs make it \
             a better one."
                .to_owned(),
        );
    }
    add_fixed(case, decided, &mut paragraphs);
    let mut voice = Voice::new(case.words(), tone, seed);
    let salutation = salutation(case, &mut voice);
    if salutation.ends_with(',') {
        begin(case, &mut paragraphs);
    }
    explain(case, decided, &paragraphs);
    LetterContent {
        language: case.language.code().to_owned(),
        name: full_name(case.profile),
        contact: contact(case),
        date: dates::day(case.today, case.language, case.posting.country.as_deref()),
        recipient: recipient(case),
        subject: subject(case),
        salutation,
        paragraphs,
        closing: closing(case, &mut voice),
    }
}

/// The paragraphs, wider told with each width.
fn paragraphs(case: &Case<'_>, voice: &mut Voice, width: usize) -> Paragraphs {
    let company = names::name(case.posting.company.as_deref().unwrap_or_default());
    let title = rest::posted_title(case);
    let a_title = names::with_article(&title);
    let at_company = names::at(&company, case.language);
    let posted = [
        ("title", title.as_str()),
        ("a_title", a_title.as_str()),
        ("company", company.as_str()),
        ("at_company", at_company.as_str()),
    ];
    let called = called(case);
    let known = |word: &str| !called.contains(word);
    let all = jobs::told(case, &known);
    let chosen = choose(&all, width);
    let shape = voice.turn("shape", 3);

    let mut first: Vec<Draft> = Vec::new();
    first.extend(voice.say("apply", &posted).map(Draft::of_posting));
    let own = rest::own_sentences(case, width);
    let years = case.profile.years_experience.map(|years| years.to_string());
    let counted = |draft: &Draft| {
        years
            .as_ref()
            .is_some_and(|years| draft.text.contains(years))
    };
    let stated = rest::years(case, voice).filter(|_| !own.iter().any(counted));
    first.extend(own);
    first.extend(stated);
    let mut told = BTreeSet::new();
    if shape == 2 {
        first.extend(rest::skills(case, voice, &mut told, "have.first"));
    }
    if all.is_empty() {
        first.extend(rest::study(case, voice, false));
    }

    if shape == 1 {
        first.extend(
            chosen
                .first()
                .and_then(|job| jobs::name_topic(case, voice, job)),
        );
    }

    let mut letter = vec![first];
    const ROOM: [[usize; 2]; WIDTHS] = [
        [2, 1],
        [3, 1],
        [3, 2],
        [4, 2],
        [5, 3],
        [6, 4],
        [7, 5],
        [8, 6],
    ];
    let room = ROOM.get(width).copied().unwrap_or(ROOM[WIDTHS - 1]);
    let mut before: Option<&Job<'_>> = None;
    for (nth, job) in chosen.into_iter().enumerate() {
        let stands = jobs::stands(job.entry, before.map(|job| job.entry));
        let lines = room[nth.min(1)];
        let drafts = jobs::tell(case, voice, job, stands, lines);
        let texts: Vec<String> = drafts.iter().map(|draft| draft.text.clone()).collect();
        // What a line is about need not be said again among the skills.
        told.extend(skills_told(case, &texts));
        letter.push(drafts);
        before = Some(job);
    }

    letter.push(beside(
        case,
        voice,
        width,
        &known,
        &mut told,
        all.is_empty(),
    ));

    let mut last: Vec<Draft> = Vec::new();
    last.extend(rest::place(case, voice));
    last.extend(voice.say("attached", &[]).map(Draft::of_posting));
    last.extend(voice.say("close", &[]).map(Draft::of_posting));
    letter.push(last);
    letter.retain(|drafts| !drafts.is_empty());
    letter
}

/// What the posting asks for beside the jobs.
fn beside(
    case: &Case<'_>,
    voice: &mut Voice,
    width: usize,
    known: &dyn Fn(&str) -> bool,
    told: &mut BTreeSet<String>,
    no_jobs: bool,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let also = if no_jobs && told.is_empty() {
        "have.first"
    } else {
        "have"
    };
    let skills = rest::skills(case, voice, told, also);
    let certificates = rest::certificates(case, voice, width >= 3 || no_jobs);
    let languages = rest::languages(case, voice);
    // Which comes first follows from what this letter is about.
    match voice.turn("beside", 3) {
        0 => drafts.extend([skills, certificates, languages].into_iter().flatten()),
        1 => drafts.extend([certificates, skills, languages].into_iter().flatten()),
        _ => drafts.extend([languages, skills, certificates].into_iter().flatten()),
    }
    if !no_jobs {
        drafts.extend(rest::study(case, voice, width < 4));
    }
    drafts.extend(rest::projects(case, voice, known, width, no_jobs));
    if width >= 5 || no_jobs {
        drafts.extend(rest::other_skills(case, voice, told));
    }
    drafts
}

/// The jobs that are told of: the best two or three, the latest first.
fn choose<'j, 'c>(all: &'j [Job<'c>], width: usize) -> Vec<&'j Job<'c>> {
    let most = match width {
        0..=2 => 2,
        3 | 4 => 3,
        _ => 4,
    };
    let mut ranked: Vec<(usize, &Job<'_>)> = all.iter().enumerate().collect();
    ranked.sort_by(|a, b| b.1.worth.total_cmp(&a.1.worth).then(a.0.cmp(&b.0)));
    let mut chosen: Vec<(usize, &Job<'_>)> = ranked
        .into_iter()
        // Where there is room for the whole way here, a job without lines is a step of it.
        .filter(|(at, job)| *at == 0 || !job.lines.is_empty() || width >= 6)
        .enumerate()
        // A third job is told of where it answers something, or where there is little else.
        .filter(|(nth, (_, job))| *nth < 2 || job.asked > 0.15 || width >= 4)
        .map(|(_, job)| job)
        .take(most)
        .collect();
    chosen.sort_by_key(|(at, _)| *at);
    chosen.into_iter().map(|(_, job)| job).collect()
}

/// The person's skills that these sentences name.
fn skills_told(case: &Case<'_>, texts: &[String]) -> Vec<String> {
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    let said = |name: &str| {
        let name = fold(name);
        folded.iter().any(|text| has_phrase(text, &name))
    };
    let skills = case.profile.skills.iter().filter(|skill| said(&skill.name));
    skills.map(|skill| skill_id(&skill.name)).collect()
}

/// The words that are names, in small letters: written large inside a sentence by the person or the posting, part of an
/// employer's name, or a tool by the vocabulary.
fn called(case: &Case<'_>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut take = |words: &str| {
        let parts = words
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|part| !part.is_empty());
        names.extend(parts.map(str::to_lowercase));
    };
    let jobs = &case.profile.work;
    let own = jobs
        .iter()
        .map(|job| job.description.as_str())
        .chain([case.profile.summary.as_str()]);
    let needs = case.wanted.needs.iter().map(|need| need.text.as_str());
    for text in own.clone().chain(needs) {
        for mention in skills_in(text)
            .iter()
            .filter(|mention| kind(mention.skill) == SkillKind::Tool)
        {
            take(&text[mention.start..mention.end]);
        }
    }
    for line in own.flat_map(str::lines) {
        let inside = line
            .trim_start_matches(['-', '*', '•', '–', '·', ' '])
            .split(' ')
            .skip(1);
        inside
            .filter(|word| word.starts_with(char::is_uppercase))
            .for_each(&mut take);
    }
    jobs.iter().for_each(|job| take(&job.company));
    names
}

/// The tone that was asked for, moved by what the person said of earlier letters.
fn tone(case: &Case<'_>) -> Tone {
    let at: i8 = match case.options.tone {
        Tone::Formal => 0,
        Tone::Plain => 1,
        Tone::Warm => 2,
    };
    match at + case.style.warmth.signum() {
        ..=0 => Tone::Formal,
        1 => Tone::Plain,
        _ => Tone::Warm,
    }
}

fn seed(case: &Case<'_>) -> u64 {
    let texts = [
        full_name(case.profile),
        case.posting.title.clone().unwrap_or_default(),
        case.posting.company.clone().unwrap_or_default(),
    ];
    texts.iter().fold(0, |seed, text| mix(seed, text))
}

fn count(letter: &Paragraphs) -> usize {
    letter.iter().flatten().map(Draft::words).sum()
}

/// Sentences of the person's own that stand for none of these are said before the last paragraph.
fn add_fixed(case: &Case<'_>, decided: &mut Decided, paragraphs: &mut Vec<LetterParagraph>) {
    let of_letter = |facts: &[String]| {
        facts.len() > 1
            || facts
                .iter()
                .any(|fact| fact == POSTING || fact == "years" || fact == "contact/place")
    };
    let rest = decided.fixed.take_rest(|one| of_letter(&one.facts));
    let known = |fact: &String| fact == POSTING || case.facts.find(fact).is_some();
    let mut statements = Vec::new();
    for one in rest {
        if one.facts.iter().all(known) {
            statements.push(Statement {
                text: one.text.trim().to_owned(),
                facts: one.facts,
                fixed: true,
            });
        } else {
            decided.notes.push(
                "A sentence you fixed is about something that is no longer in your profile, so it is left out.".to_owned(),
            );
        }
    }
    if !statements.is_empty() {
        let at = paragraphs.len().saturating_sub(1);
        paragraphs.insert(at, LetterParagraph { statements });
    }
}

/// After a salutation that ends in a comma some languages go on with a small letter.
fn begin(case: &Case<'_>, paragraphs: &mut [LetterParagraph]) {
    let words = case.words();
    if words.get("lower_after_salutation").is_empty() {
        return;
    }
    let Some(first) = paragraphs
        .first_mut()
        .and_then(|paragraph| paragraph.statements.first_mut())
    else {
        return;
    };
    let word = first.text.split(' ').next().unwrap_or_default();
    let framed = first.facts.iter().all(|fact| fact == POSTING);
    if framed && !first.fixed && !words.lists("list.keeps_capital", word) {
        first.text = forms::small(&first.text);
    }
}

fn recipient(case: &Case<'_>) -> Vec<String> {
    let place = case
        .posting
        .locations
        .first()
        .or(case.posting.location.as_ref());
    let place = place.filter(|_| case.posting.remote.as_deref() != Some("remote"));
    [case.posting.company.as_ref(), place]
        .into_iter()
        .flatten()
        .map(|text| names::name(text))
        .filter(|text| !text.is_empty())
        .collect()
}

fn subject(case: &Case<'_>) -> String {
    let words = case.words();
    let title = names::title(case.posting.title.as_deref().unwrap_or_default());
    let mut subject = if title.is_empty() {
        words.get("subject.bare").to_owned()
    } else {
        Slots::new(&[("title", &title)]).fill(words.get("subject"))
    };
    let reference = names::name(case.posting.reference.as_deref().unwrap_or_default());
    if !reference.is_empty() && reference.chars().count() <= 40 {
        subject.push_str(", ");
        subject.push_str(&words.get("reference").replace("{reference}", &reference));
    }
    subject
}

/// The person's own words for this job, else what they like elsewhere, else the tone's.
fn salutation(case: &Case<'_>, voice: &mut Voice) -> String {
    let fixed = tidy(&case.edits.salutation);
    if !fixed.is_empty() {
        return fixed;
    }
    let company = names::name(case.posting.company.as_deref().unwrap_or_default());
    let own = case.style.salutations.get(case.language.code());
    if let Some(own) = own.filter(|own| !company.is_empty() || !own.contains("{company}")) {
        return own.replace("{company}", &company);
    }
    voice
        .say(
            "salutation",
            &[("company", &names::spoken(&company, case.language))],
        )
        .unwrap_or_default()
}

fn closing(case: &Case<'_>, voice: &mut Voice) -> String {
    let fixed = tidy(&case.edits.closing);
    if !fixed.is_empty() {
        return fixed;
    }
    let own = case.style.closings.get(case.language.code()).cloned();
    own.or_else(|| voice.say("closing", &[]))
        .unwrap_or_default()
}

/// Says which lines the letter tells, and why these.
fn explain(case: &Case<'_>, decided: &mut Decided, paragraphs: &[LetterParagraph]) {
    let statements = paragraphs
        .iter()
        .flat_map(|paragraph| &paragraph.statements);
    for statement in statements.filter(|statement| !statement.fixed) {
        let lines = statement.facts.iter().filter(|fact| {
            case.facts
                .find(fact)
                .is_some_and(|fact| fact.entry.is_some())
        });
        let mut answers: Vec<&str> = Vec::new();
        for word in lines.flat_map(|fact| case.ranking.words(fact).iter().take(3)) {
            if !answers.contains(&word.as_str()) {
                answers.push(word);
            }
        }
        if !answers.is_empty() {
            decided.chose(
                format!("In the letter: {}", statement.text),
                format!("It answers what the posting says: {}.", answers.join(", ")),
                statement.facts.clone(),
            );
        }
    }
}
