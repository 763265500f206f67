//! The texts around a field → the questions it may be asking, the most trustworthy first.
//!
//! What must not happen here: a weak text (a heading, a placeholder) drowning out the real question.

use crate::classify::filler::{EMPTY_WORDS, HINTS, TAILS};
use crate::classify::text::{Pattern, tables, words};
use crate::page::{Control, LabelSource, LabelText, RawField};
use std::sync::LazyLock;

/// A text that may be the question, taken apart.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    /// As the page has it.
    pub(crate) raw: String,
    /// All its words.
    pub(crate) all: Vec<String>,
    /// Its words without asides in brackets; empty where it has none.
    pub(crate) outside: Vec<String>,
    /// Without "please enter your", "(optional)", asides in brackets.
    pub(crate) core: Vec<String>,
    /// The words before a colon, dash or full stop, where something follows.
    pub(crate) head: Vec<String>,
    /// A whole sentence or question rather than a name for a thing.
    pub(crate) sentence: bool,
    /// It depends on another answer ("If yes, …").
    pub(crate) follow_up: bool,
    /// How far its place is to be trusted, 0 to 1.
    pub(crate) trust: f32,
}

/// More words than this are a sentence, whatever they are.
const LONGEST_NAME: usize = 7;

/// A heading has fewer words than a question.
const LONGEST_HEADING: usize = 5;

tables! {
    // "To month" is the end of something, where "to" elsewhere only leads up to what is asked.
    LIMITS = [
        "^to|until|bis|zu|au|à|al|a|hasta|até|tot|do month|year|day|date|monat|jahr|tag|datum|mois|année|jour|mes|año|mês|ano|mese|anno|maand|miesiąc|rok$",
    ];
    FOLLOW_UP = [
        "^if yes|no|so|not|other|others|selected|checked", "^if you answered|selected|chose|checked|are|have|do|did|were|said",
        "^if the answer", "^if your answer", "^if none", "^if any", "^if applicable please", "^wenn ja|nein|nicht|sie|du",
        "^falls ja|nein|sonstige*|andere*|zutreffend|sie|du|nicht", "^si oui|non|autre|vous|tu", "^en caso", "^si es",
        "^si la respuesta", "^se si|sim|nao|altro|outro|hai|ha", "^in caso", "^indien ja|nee|anders|van", "^zo ja|nee",
        "^jesli|jezeli", "^please specify", "^please explain", "^bitte erläutern", "^préciser|précisez",
    ];
    OPENERS = [
        "^do|does|did|are|is|was|were|have|has|had|will|would|can|could|should|may|why|describe|explain|tell|share", "^list your|all|any|the|every|each|some|up|below|at|two|three|four|five|what|which|a|an|one",
        "^how|when|where|which|who|what|whats|discuss|summarize|outline|give|write|upload|i",
        "^haben|hast|sind|bist|besitzen|verfügen|verfügst|warum|weshalb|wie|wann|wo|woher|welche*|wer|beschreib*|nenne*|können|kannst|möchte*|würde*|erzähl*|was|ich",
        "^avez|as|êtes|es|pourquoi|comment|quand|quel*|décri*|pouvez|peux|souhait*|disposez|expliqu*|parle*|est|qui|que|qu|je",
        "^tienes|tiene|eres|es|está|estás|por|cómo|cuándo|cuál*|dónde|describ*|puede*|ha|has|qué|quién|explica|cuánto*",
        "^hai|sei|è|perché|come|quando|qual|quale|quali|dove|descriv*|puoi|può|possiedi|chi|sarebbe|quanti",
        "^heb|hebt|heeft|ben|bent|waarom|hoe|wanneer|welke|waar|beschrijf|kun|kan|wat|wie|zou",
        "^você|tem|possui|é|está|por|como|quando|qual|quais|onde|descreva|pode|quanto*",
        "^czy|dlaczego|jak*|kiedy|gdzie|opisz|posiada*|skąd|co",
    ];
}

/// What stands before the thing asked for, and says nothing about it.
static STEMS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        "^link|lien|enlace|collegamento|odnośnik naar|do|zu|zum|zur|al|ao|vers|a|à|para|auf",
        "^please", "^kindly", "^and", "^et|und|y|e|en votre|vos|ton|ihr|ihre|dein|deine|mit|tu|su|seu|sua|tuo|tua|je|uw|jouw", "^enter|provide|input|insert|indicate|specify|state|add|fill|type|select|choose|pick|include|confirm|give|share|submit|paste|drop",
        "^in|out", "^us|the|your|you|our|a|an|my|me|link|to|with|for",
        "^what is|are|s|would|was", "^whats", "^can|could|would you", "^be", "^here",
        "^bitte", "^geben|gib|wählen|wähle|nennen|nenne|tragen", "^sie|du|uns", "^ihr|ihre|ihren|ihrem|ihrer|ihres|dein|deine|deinen|deinem|deiner|deines|mein|meine|der|die|das|den|dem|einen|eine|zu",
        "^wie lautet|lauten|ist|heißt|hoch", "^was ist|sind",
        "^veuillez", "^merci de", "^saisi*|indiqu*|entre*|renseign*|sélectionn*|choisi*|précis*", "^déposez|déposer|joindre|joignez|ajoute*", "^votre|vos|ton|ta|tes|mon|ma|mes|le|la|les|l|un|une",
        "^quel|quelle|quels|quelles est|sont", "^es|sont",
        "^por favor", "^introduce|introduzca|indica|indique|escribe|selecciona|seleccione|ingresa|ingrese", "^tu|tus|su|sus|mi|el|los|las", "^cuál|cuáles es|son",
        "^inserisci|inserire|indica|indicare|seleziona", "^il|lo|i|gli|tuo|tua|suo|sua", "^qual|quale è|e|sono",
        "^vul|voer|geef|selecteer|kies", "^je|jouw|uw|het|de|een|mijn", "^wat is|zijn",
        "^insira|informe|digite|indique|selecione", "^seu|sua|seus|o|os|as", "^qual é|são",
        "^proszę", "^podaj|wpisz|wybierz", "^twój|twoje|twoja|twojego|twojej|swój|swoje|swojego",
    ]
    .iter()
    .map(|text| Pattern::new(text))
    .collect()
});

/// The questions a field may be asking, the most trustworthy first; texts that ask nothing are left out.
///
/// `heading` is a text that stands over the field and those that follow it.
pub(crate) fn questions(field: &RawField, heading: Option<&str>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut labels: Vec<_> = field
        .labels
        .iter()
        .filter(|label| label.from != LabelSource::Description)
        .collect();
    labels.sort_by_key(|label| rank(label.from, field.control));
    if let Some(heading) = heading.or_else(|| heading_legend(&labels)) {
        // It names a part of the form: whatever names the field itself comes first.
        labels.sort_by_key(|label| label.text == heading);
    }
    for label in &labels {
        let mut text = shorter(label, &labels);
        // A list's button is often named with what is chosen in it ("Country Austria").
        if field.control == Control::ListboxButton
            && label.from == LabelSource::AriaLabel
            && field.value.len() > 1
        {
            text = text.replace(&field.value, " ");
        }
        let question = read(&text, trust(label.from, field.control));
        if asks_nothing(&question) || questions.iter().any(|known| known.all == question.all) {
            continue;
        }
        questions.push(question);
    }
    // "À" is the whole label of an end, where nothing else asks.
    if questions.is_empty()
        && let Some(label) = labels.iter().find(|label| is_until(&label.text))
    {
        questions.push(read(&label.text, trust(label.from, field.control)));
    }
    questions
}

/// "until" in one letter (French "à", Spanish, Italian and Portuguese "a").
fn is_until(text: &str) -> bool {
    words(text).as_slice() == ["a"]
}

/// The legend of a fieldset that holds one question under a heading: something nearer asks a whole question.
fn heading_legend<'l>(labels: &[&'l LabelText]) -> Option<&'l str> {
    let legend = labels
        .iter()
        .find(|label| label.from == LabelSource::Legend)?;
    if legend.text.contains('?') || words(&legend.text).len() > LONGEST_HEADING {
        return None;
    }
    let nearer = labels.iter().any(|label| {
        matches!(
            label.from,
            LabelSource::Wrapper | LabelSource::Before | LabelSource::TableHeader
        ) && label.text != legend.text
            && (label.text.contains('?') || words(&label.text).len() > LONGEST_NAME)
    });
    nearer.then_some(legend.text.as_str())
}

/// A label that wraps its field also holds its hints and buttons. Where another text is how it begins, that is the label.
fn shorter(label: &LabelText, labels: &[&LabelText]) -> String {
    let begins = |other: &&&LabelText| {
        let rest = label.text.strip_prefix(other.text.as_str());
        matches!(
            other.from,
            LabelSource::Wrapper | LabelSource::Before | LabelSource::AriaLabelledby
        ) && other
            .text
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .count()
            >= 3
            && rest.is_some_and(|rest| rest.starts_with(' ') && !rest.contains('?'))
    };
    labels
        .iter()
        .filter(begins)
        .min_by_key(|other| other.text.len())
        .map_or_else(|| label.text.clone(), |other| other.text.clone())
}

/// Takes one text apart.
pub(crate) fn read(raw: &str, trust: f32) -> Question {
    let raw = unnumbered(raw);
    let all = words(&without_hints(raw));
    let (outside, cut) = without_asides(raw);
    let outside_words = words(&outside);
    let mut core = if outside_words.is_empty() {
        all.clone()
    } else {
        outside_words
    };
    let bare = if core.len() < all.len() {
        core.clone()
    } else {
        Vec::new()
    };
    let before = core.len();
    // A single word names ("Quelle", "Wie?" is known by its mark), it does not open a question.
    let opened = core.len() > 1 && OPENERS.any(&core);
    strip(&mut core);
    let stripped = before != core.len();
    let asked = raw.contains('?');
    let opens = core.len() > 1 && OPENERS.any(&core);
    let sentence = core.len() > LONGEST_NAME
        || opens
        || (asked && !stripped)
        || (opened && !(stripped && core.len() <= 5));
    let head = cut.map(|head| {
        let mut head = words(&head);
        strip(&mut head);
        head
    });
    let follow_up = FOLLOW_UP.any(&all);
    Question {
        raw: raw.to_owned(),
        outside: bare,
        core,
        head: head.unwrap_or_default(),
        sentence,
        follow_up,
        trust,
        all,
    }
}

/// The text without the number of the question before it ("7. House and street", "12) Notice").
fn unnumbered(raw: &str) -> &str {
    let text = raw.trim_start();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let after = &text[digits..];
    match after.chars().next() {
        Some('.' | ')')
            if (1..=2).contains(&digits) && after[1..].starts_with(char::is_whitespace) =>
        {
            after[1..].trim_start()
        }
        _ => raw,
    }
}

/// The text without brackets that only say how to answer ("(with country code)", "(gross, EUR)").
fn without_hints(raw: &str) -> String {
    let mut text = String::new();
    let mut rest = raw;
    while let Some(open) = rest.find('(') {
        let Some(length) = rest[open..].find(')') else {
            break;
        };
        let aside = words(&rest[open..open + length]);
        text.push_str(&rest[..open]);
        if aside
            .first()
            .is_none_or(|first| !HINTS.contains(&first.as_str()))
        {
            text.push_str(&rest[open..=open + length]);
        }
        text.push(' ');
        rest = &rest[open + length + 1..];
    }
    text.push_str(rest);
    text
}

/// The text without what stands in brackets, and its head before a colon, dash, bar or full stop.
fn without_asides(raw: &str) -> (String, Option<String>) {
    let mut depth = 0_u32;
    let mut text = String::new();
    for letter in raw.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => text.push(letter),
            _ => {}
        }
    }
    let cut = [
        ": ", ", if ", ", please", ", falls ", " - ", " – ", " — ", " | ", ". ", "! ",
    ]
    .iter()
    .filter_map(|mark| text.find(mark))
    .min();
    let head = cut
        .map(|at| text[..at].to_owned())
        .filter(|head| !head.trim().is_empty());
    (text, head)
}

fn strip(core: &mut Vec<String>) {
    while core.len() > 1 && !LIMITS.any(core) {
        let Some(span) = STEMS.iter().find_map(|stem| stem.span(core)) else {
            break;
        };
        if span >= core.len() {
            break;
        }
        core.drain(..span);
    }
    if OPENERS.any(core) {
        return;
    }
    while core.len() > 1
        && core
            .last()
            .is_some_and(|last| TAILS.contains(&last.as_str()))
    {
        core.pop();
    }
}

fn asks_nothing(question: &Question) -> bool {
    // "From" and "To" are hints under a file, and the whole label of a date.
    if let [only] = question.all.as_slice()
        && matches!(only.as_str(), "from" | "to")
    {
        return false;
    }
    question.all.iter().all(|word| {
        EMPTY_WORDS.contains(&word.as_str())
            || word.len() == 1
            || word.chars().all(|letter| letter.is_ascii_digit())
    })
}

/// Where texts are looked for first. A tick box says what it asks beside itself.
fn rank(from: LabelSource, control: Control) -> u8 {
    let checkable = matches!(control, Control::CheckboxGroup | Control::RadioGroup);
    match from {
        LabelSource::Label => 0,
        LabelSource::AriaLabelledby => 1,
        LabelSource::After if checkable => 2,
        LabelSource::Legend if control == Control::File => 2,
        LabelSource::AriaLabel => 3,
        LabelSource::Legend => 4,
        LabelSource::Wrapper => 5,
        LabelSource::TableHeader => 6,
        LabelSource::Before => 7,
        LabelSource::Placeholder => 8,
        // Beside anything but a tick box it mostly explains.
        LabelSource::After => 9,
        LabelSource::Title => 10,
        LabelSource::Description => 11,
    }
}

fn trust(from: LabelSource, control: Control) -> f32 {
    match from {
        LabelSource::Label | LabelSource::AriaLabelledby => 1.0,
        LabelSource::AriaLabel | LabelSource::Legend => 0.98,
        LabelSource::Wrapper | LabelSource::TableHeader => 0.95,
        LabelSource::After if control == Control::CheckboxGroup => 0.95,
        LabelSource::Before | LabelSource::Placeholder => 0.9,
        LabelSource::After | LabelSource::Title => 0.86,
        LabelSource::Description => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(raw: &str, core: &str, sentence: bool) {
        let question = read(raw, 1.0);
        assert_eq!(
            (question.core.join(" ").as_str(), question.sentence),
            (core, sentence),
            "{raw}"
        );
    }

    #[test]
    fn what_is_asked_for_is_freed_of_politeness() {
        check("First name *", "first name", false);
        check("What is your first name?", "first name", false);
        check(
            "Please enter your email address (we never share it)",
            "email address",
            false,
        );
        check("To your manager", "manager", false);
        check("To Month *", "to month", false);
        check(
            "Bitte geben Sie Ihre E-Mail-Adresse ein",
            "email adresse",
            false,
        );
        check(
            "Quel est votre numéro de téléphone ?",
            "numero de telephone",
            false,
        );
        check(
            "Please provide a link to your LinkedIn profile:",
            "linkedin profile",
            false,
        );
        check("Telefon (optional)", "telefon", false);
        check(
            "Why do you want to work here?",
            "why do you want to work here",
            true,
        );
        check(
            "Do you have a driving licence?",
            "do you have a driving licence",
            true,
        );
        check(
            "Wie haben Sie von uns erfahren?",
            "wie haben sie von uns erfahren",
            true,
        );
    }

    #[test]
    fn follow_ups_are_known() {
        assert!(read("If yes, which country?", 1.0).follow_up);
        assert!(read("Falls ja, seit wann?", 1.0).follow_up);
        assert!(!read("Name", 1.0).follow_up);
    }

    #[test]
    fn a_button_text_is_no_question() {
        let label = |from, text: &str| LabelText {
            from,
            text: text.to_owned(),
        };
        let field = RawField {
            control: Control::File,
            labels: vec![
                label(LabelSource::Label, "Attach"),
                label(LabelSource::Legend, "Resume/CV"),
                label(LabelSource::Wrapper, "Enter manually"),
            ],
            ..RawField::default()
        };
        let questions = questions(&field, None);
        assert_eq!(questions.len(), 1);
        assert_eq!(questions[0].raw, "Resume/CV");
    }
}
