//! One field by itself: every rule speaks, the strongest voice that is sure enough wins, and says why.
//!
//! What must not happen here: a look at other fields (see [`crate::classify::neighbours`]), a kind without a reason.

use crate::classify::choices::Choices;
use crate::classify::family::{consent, contact, files, legal, letter, rules};
use crate::classify::question::{Question, questions};
use crate::classify::rule::{On, ReadyRule};
use crate::classify::text::tables;
use crate::classify::tokens::{Name, is_group, names};
use crate::classify::{FieldKind, LegalMeaning, Trap, autocomplete, text};
use crate::page::{Control, RawField};
use crate::sites::Site;

/// Below this nothing is sure enough to be filled.
pub(crate) const SURE: f32 = 0.6;

/// How strongly each source speaks before anything else counts. The label's own strength is in
/// [`ReadyRule::heard_in`], that of names in [`ReadyRule::seen_in`].
const BY_AUTOCOMPLETE: f32 = 0.91;
const BY_SITE: f32 = 0.93;
const BY_TYPE_EMAIL: f32 = 0.76;
const BY_TYPE_TEL: f32 = 0.74;
/// A second text counts less than the first, and only beside a short first one.
const SECOND_TEXT: f32 = 0.85;
/// What a name says about a whole sentence that no rule understood is not enough.
const NAME_UNDER_SENTENCE: f32 = 0.7;
/// So few words say little by themselves.
const SHORT: usize = 4;
/// Each further source that agrees.
const AGREEING: f32 = 0.02;

tables! {
    /// A question about what somebody is.
    OF_ONESELF = ["describe|describes|identify|identifies|background|origin|origins|heritage|belong|belongs|consider", "herkunft|beschreib*|identifiz*|zugehörig*", "origine|origines|décri*|identifi*|appart*", "origen|describ*|identific*", "descriv*|identific*", "afkomst|achtergrond|beschrijf*|identific*", "origem|descrev*|autodeclara*|identific*"];
}

/// Which of two equally sure kinds is the better reading: exclusions first, then the particular before the general.
const PRECEDENCE: &[FieldKind] = &[
    FieldKind::Consent,
    FieldKind::VisaSponsorship,
    FieldKind::WorkAuthorization,
    FieldKind::Other,
    FieldKind::CustomQuestion,
    FieldKind::PreferredName,
    FieldKind::MiddleName,
    FieldKind::FirstName,
    FieldKind::LastName,
    FieldKind::PhoneCountry,
    FieldKind::Hispanic,
    FieldKind::CurrentTitle,
    FieldKind::CurrentCompany,
    FieldKind::EduEnd,
    FieldKind::EduStart,
    FieldKind::City,
    FieldKind::State,
];

/// A field as far as it is understood.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) field: &'a RawField,
    pub(crate) on: On,
    pub(crate) questions: Vec<Question>,
    pub(crate) names: Vec<Name>,
    pub(crate) choices: Choices,
    pub(crate) kind: Option<FieldKind>,
    pub(crate) score: f32,
    pub(crate) reason: String,
    pub(crate) legal: Option<LegalMeaning>,
    pub(crate) trap: Option<Trap>,
    pub(crate) entry: usize,
}

impl Draft<'_> {
    /// The words of the question as it is named, empty where nothing asks.
    pub(crate) fn core(&self) -> &[String] {
        self.questions
            .first()
            .map_or(&[], |question| question.core.as_slice())
    }

    /// Takes another kind, with the reason.
    pub(crate) fn turn(&mut self, kind: FieldKind, score: f32, reason: &str) {
        self.kind = Some(kind);
        self.score = score;
        self.reason = reason.to_owned();
        self.legal = None;
    }
}

/// One voice for a kind.
struct Voice {
    kind: FieldKind,
    score: f32,
    reason: String,
}

/// Reads one field; `heading` is a text over it that heads the fields after it too.
pub(crate) fn decide<'a>(
    field: &'a RawField,
    heading: Option<&str>,
    site: Option<&'static Site>,
) -> Draft<'a> {
    let mut draft = Draft {
        field,
        on: On::of(field.control, field.options.len()),
        questions: questions(field, heading),
        names: names(field),
        choices: Choices::of(field),
        kind: None,
        score: 0.0,
        reason: String::new(),
        legal: None,
        trap: None,
        entry: 0,
    };
    if field.control == Control::File {
        if let Some((kind, score, reason)) = files::read(field, &draft.names) {
            draft.turn(kind, score, &reason);
        }
        return draft;
    }
    let voices = voices(&draft, site);
    let best = strongest(voices, &draft.choices);
    let legal = draft.questions.first().and_then(legal::read);
    if let Some((kind, score, meaning)) = legal
        && best.as_ref().is_none_or(|best| best.score < score)
        && draft.choices.allow(kind)
    {
        let reason = format!("label: {}", short(&draft.questions[0].raw));
        draft.turn(kind, score, &reason);
        draft.legal = Some(meaning);
        return draft;
    }
    match best {
        Some(best) if best.score >= SURE => {
            draft.turn(best.kind, best.score.min(0.99), &best.reason)
        }
        _ => leave_to_person(&mut draft),
    }
    draft
}

/// What no rule understands: a whole question, or a set of choices, is the employer's own.
fn leave_to_person(draft: &mut Draft<'_>) {
    let Some(first) = draft.questions.first() else {
        return;
    };
    let asks = first.sentence || first.raw.contains('?');
    if asks || first.follow_up || (is_group(draft.field) && draft.field.options.len() > 1) {
        draft.turn(FieldKind::CustomQuestion, 0.6, "a question of its own");
    }
}

fn voices(draft: &Draft<'_>, site: Option<&'static Site>) -> Vec<Voice> {
    let field = draft.field;
    let mut voices = Vec::new();
    let mut say = |kind, score: f32, reason: String| {
        if score > 0.0 {
            voices.push(Voice {
                kind,
                score,
                reason,
            });
        }
    };
    let first = draft.questions.first();
    let whole_sentence = first.is_some_and(|question| question.sentence);
    let heard = considered(&draft.questions);
    let mut label_spoke = false;
    let mut by_names: Vec<(&ReadyRule, f32, String)> = Vec::new();
    for rule in rules().iter().filter(|rule| rule.fits(draft.on)) {
        let excluded = first.is_some_and(|question| rule.excluded_by(question));
        for (question, weight) in &heard {
            if excluded || rule.excluded_by(question) {
                continue;
            }
            let score = rule.heard_in(question) * question.trust * weight;
            label_spoke |= score >= SURE && *weight >= 1.0;
            say(rule.kind, score, format!("label: {}", short(&question.raw)));
        }
        if excluded {
            continue;
        }
        for name in &draft.names {
            by_names.push((
                rule,
                rule.seen_in(name),
                format!("{}: {}", name.from, name.words.join(" ")),
            ));
        }
        let typed = match (field.control, rule.kind) {
            (Control::Email, FieldKind::Email) => BY_TYPE_EMAIL,
            (Control::Tel, FieldKind::Phone) => BY_TYPE_TEL,
            _ => 0.0,
        };
        say(rule.kind, typed, format!("type={}", field.input_type));
    }
    let unheard = whole_sentence && !label_spoke;
    for (rule, score, reason) in by_names {
        say(
            rule.kind,
            if unheard {
                score * NAME_UNDER_SENTENCE
            } else {
                score
            },
            reason,
        );
    }
    if let Some(kind) = autocomplete::read(&field.autocomplete)
        && rules()
            .iter()
            .any(|rule| rule.kind == kind && rule.fits(draft.on))
    {
        let weight = match kind {
            FieldKind::CurrentCompany | FieldKind::CurrentTitle => 0.62,
            _ if unheard => 0.5,
            _ => BY_AUTOCOMPLETE,
        };
        say(kind, weight, format!("autocomplete={}", field.autocomplete));
    }
    if let Some(site) = site
        && !unheard
        && let Some((kind, fact)) = draft.names.iter().find_map(|name| site.kind_of(name))
    {
        say(kind, BY_SITE, format!("{}: {fact}", site.name));
    }
    if let Some((kind, score, reason)) = draft.choices.speak_for() {
        say(kind, score, reason.to_owned());
    }
    // "I identify as" says nothing by itself; over genders it asks for one.
    if draft.choices.are_genders()
        && first.is_some_and(|question| question.all.len() <= SHORT && !question.raw.contains('?'))
    {
        say(FieldKind::Gender, 0.7, "options: genders".to_owned());
    }
    // "Which of these describes your background?" asks for it too, where the answers are races.
    if draft.choices.are_races() && first.is_some_and(|question| OF_ONESELF.any(&question.all)) {
        say(FieldKind::RaceEthnicity, 0.75, "options: races".to_owned());
    }
    // "Place of residence" with a list of countries asks for the country.
    let says_country = matches!(draft.choices.speak_for(), Some((FieldKind::Country, ..)));
    let asks_where = heard
        .iter()
        .any(|(question, _)| rules().iter().any(|rule| asks_home(rule, question)));
    if says_country && asks_where {
        say(
            FieldKind::Country,
            0.85,
            "asks where, among countries".to_owned(),
        );
    }
    say(
        FieldKind::Consent,
        consent::read(&consent_texts(draft), draft.on),
        "asks for consent".to_owned(),
    );
    if somebody_elses(field) {
        for voice in &mut voices {
            if is_about_the_person(voice.kind) {
                voice.kind = FieldKind::Other;
                voice.reason = "about somebody else".to_owned();
            }
        }
    }
    voices
}

/// A rule for the place somebody lives in hears itself asked for.
fn asks_home(rule: &ReadyRule, question: &Question) -> bool {
    rule.kind == FieldKind::Location
        && !rule.excluded_by(question)
        && rule.heard_in(question) >= 0.8
}

/// The texts that may speak, with their weight: the first, and beside a short first one the others too.
fn considered(questions: &[Question]) -> Vec<(&Question, f32)> {
    let Some(first) = questions.first() else {
        return Vec::new();
    };
    let mut list = vec![(first, 1.0)];
    if !first.sentence && first.core.len() <= 3 {
        list.extend(
            questions[1..]
                .iter()
                .filter(|question| !question.sentence || letter::is_invited(question))
                .map(|question| (question, SECOND_TEXT)),
        );
    }
    list
}

fn consent_texts(draft: &Draft<'_>) -> Vec<Question> {
    let mut texts = draft.questions.clone();
    if draft.on.meets(On::TICK) {
        texts.extend(
            draft
                .field
                .options
                .iter()
                .map(|option| crate::classify::question::read(&option.text, 0.9)),
        );
    }
    texts
}

fn somebody_elses(field: &RawField) -> bool {
    field
        .section
        .iter()
        .rev()
        .take(2)
        .any(|heading| contact::is_somebody_elses(&text::words(heading)))
}

fn is_about_the_person(kind: FieldKind) -> bool {
    use FieldKind as K;
    matches!(
        kind,
        K::FirstName
            | K::LastName
            | K::FullName
            | K::MiddleName
            | K::Email
            | K::Phone
            | K::CurrentCompany
            | K::CurrentTitle
            | K::AddressLine1
            | K::City
            | K::State
            | K::PostalCode
            | K::Country
            | K::Location
            | K::WorkCompany
            | K::WorkTitle
    )
}

/// The kind with the strongest voice; agreeing voices help a little, options that cannot answer silence.
fn strongest(voices: Vec<Voice>, choices: &Choices) -> Option<Voice> {
    let mut best: Vec<Voice> = Vec::new();
    for voice in voices.into_iter().filter(|voice| choices.allow(voice.kind)) {
        match best.iter_mut().find(|known| known.kind == voice.kind) {
            Some(known) if known.score < voice.score => {
                *known = Voice {
                    score: voice.score + AGREEING,
                    ..voice
                }
            }
            Some(known) => known.score += if voice.score >= SURE { AGREEING } else { 0.0 },
            None => best.push(voice),
        }
    }
    let rank = |kind: FieldKind| {
        PRECEDENCE
            .iter()
            .position(|known| *known == kind)
            .unwrap_or(PRECEDENCE.len())
    };
    best.into_iter().max_by(|one, other| {
        let close = (one.score - other.score).abs() < 0.03;
        if close {
            rank(other.kind).cmp(&rank(one.kind))
        } else {
            one.score.total_cmp(&other.score)
        }
    })
}

/// A text short enough for a reason.
pub(crate) fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
