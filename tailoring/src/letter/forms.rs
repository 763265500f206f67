//! What a line of a résumé can become in a sentence. Only where its grammar is sure does it become one; else it stands
//! in a list, or is left out of the letter.
//!
//! What must not happen here: a word added to what the person did, or a deed made of what was done to them.

use crate::words::{Language, Words};
use foothold_core::posting::values::tidy;
use foothold_matching::facts::sentences;

/// The longest line that a sentence is made of, in letters.
const LONGEST: usize = 190;

/// A line, ready for a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// What follows "I" (in the language's own way): "led a team of 12".
    Verbal(String),
    /// A verb, and what follows it, for languages that turn them round: "leitete", "ein Team".
    Inverted(String, String),
    /// What can stand in a list: "preparation of sauces".
    Listed(String),
}

impl Form {
    /// The person's words in it; of a verb that was taken apart, what follows it.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Verbal(text) | Self::Listed(text) | Self::Inverted(_, text) => text,
        }
    }
}

/// What a line can become; nothing where no form is sure. `current`: the work goes on. `known` says whether a word (in
/// small letters) is an ordinary one and no name.
pub(super) fn form(
    line: &str,
    language: Language,
    current: bool,
    known: &dyn Fn(&str) -> bool,
) -> Option<Form> {
    let text = sentences(&tidy(line)).into_iter().next()?;
    let text = text.trim_end_matches(['.', ';', '!', ' ']);
    let strange = text.contains([
        '|', ';', ':', '{', '}', '[', '<', '…', '?', '"', '“', '„', '•',
    ]) || text.contains("://")
        || text.contains("www.")
        || text.matches('(').count() != text.matches(')').count();
    let words: Vec<&str> = text.split(' ').collect();
    if strange || words.len() < 2 || text.chars().count() > LONGEST || shouts(text) {
        return None;
    }
    let first = *words.first()?;
    if !first.starts_with(char::is_alphabetic) {
        return None;
    }
    let line = Line {
        text,
        words,
        data: language.words(),
        current,
        known,
    };
    match language {
        Language::En => line.english(),
        Language::De => line.german(),
        Language::Nl => {
            let held = line.responsible(["ben", "was"]);
            let done = held.or_else(|| line.preterite()).or_else(|| line.dutch());
            done.or_else(|| line.listed(false))
        }
        Language::Fr => {
            let own = line.without(&["J’ai ", "J'ai "]);
            own.or_else(|| line.participle("é"))
                .or_else(|| line.listed(false))
        }
        Language::It => {
            let own = line.without(&["Ho "]);
            own.or_else(|| line.participle(""))
                .or_else(|| line.listed(false))
        }
        Language::Es => {
            let held = line.answerable(["soy", "fui"], "de");
            held.or_else(|| line.first_person())
                .or_else(|| line.listed(false))
        }
        Language::Pt => {
            let held = line.answerable(["sou", "fui"], "por");
            held.or_else(|| line.first_person())
                .or_else(|| line.listed(false))
        }
        Language::Pl => line.first_person().or_else(|| line.listed(false)),
    }
}

struct Line<'l> {
    text: &'l str,
    words: Vec<&'l str>,
    data: &'static Words,
    current: bool,
    known: &'l dyn Fn(&str) -> bool,
}

impl Line<'_> {
    fn first(&self) -> String {
        self.words[0].to_lowercase()
    }

    fn second(&self) -> String {
        self.words[1].to_lowercase()
    }

    /// Whether an object follows the first word.
    fn has_object(&self) -> bool {
        let second = self.second();
        let elided = second
            .split_inclusive(['’', '\''])
            .next()
            .unwrap_or_default();
        second.starts_with(|c: char| c.is_ascii_digit() || "€$£".contains(c))
            || self.data.lists("list.opens_object", &second)
            || elided.len() < second.len() && self.data.lists("list.opens_object", elided)
    }

    fn verbal(&self) -> Form {
        Form::Verbal(small(self.text))
    }

    fn english(&self) -> Option<Form> {
        let (first, second) = (self.first(), self.second());
        if let Some(rest) = self.text.strip_prefix("I ") {
            return Some(Form::Verbal(rest.to_owned()));
        }
        let was = if self.current { "am" } else { "was" };
        if first == "responsible" && second == "for" {
            return Some(Form::Verbal(format!("{was} {}", small(self.text))));
        }
        if first == "promoted" && second == "to" {
            return Some(Form::Verbal(format!("was {}", small(self.text))));
        }
        let past = |word: &str| {
            self.data.lists("list.past", word)
                || (word.len() > 4
                    && word.ends_with("ed")
                    && !word.ends_with("eed")
                    && !self.data.lists("list.notpast", word))
        };
        if past(&first) {
            return Some(self.verbal());
        }
        // "Successfully led"
        if first.len() > 4 && first.ends_with("ly") && past(&second) {
            return Some(self.verbal());
        }
        if self.data.lists("list.present", &first)
            && (!self.data.lists("list.noun_too", &first) || self.has_object())
        {
            return self.current.then(|| self.verbal());
        }
        self.listed(true)
    }

    fn german(&self) -> Option<Form> {
        let first = self.first();
        let article = self.data.lists("list.small", &first);

        // "Ambulante Patienten …": whether the first word is a noun cannot be told.
        let noun_next = self.words[1].starts_with(char::is_uppercase);
        let participle = self.ends_in_participle();
        if participle {
            let plural = ["e", "en", "er", "n", "s"]
                .iter()
                .any(|ending| first.ends_with(ending));
            let given = [("list.masculine", "den"), ("list.neuter", "das")];
            let given = given
                .into_iter()
                .find(|(key, _)| self.data.lists(key, &first));
            let feminine = self
                .data
                .ends("list.feminine_ends", &first)
                .then_some("die");
            return match given.map(|(_, article)| article).or(feminine) {
                _ if article => Some(self.verbal()),
                Some(the) => Some(Form::Verbal(format!("{the} {}", self.text))),
                None if plural && !noun_next => Some(Form::Verbal(self.text.to_owned())),
                None => None,
            };
        }
        if let Some(form) = self.responsible(["bin", "war"]) {
            return Some(form);
        }
        self.preterite().or_else(|| {
            let text = if article {
                small(self.text)
            } else {
                self.text.to_owned()
            };
            Some(Form::Listed(text))
        })
    }

    fn preterite(&self) -> Option<Form> {
        let first = self.first();
        let ends = self.data.ends("list.preterite_ends", &first)
            && !self.data.lists("list.nopreterite", &first)
            && !self.data.lists("list.preposition", &self.second());
        let is = ends || self.data.lists("list.preterite", &first);
        is.then(|| Form::Inverted(first, self.words[1..].join(" ")))
    }

    /// Whether the line ends as German and Dutch end what was done: "… geleitet", "… verlaagd".
    fn ends_in_participle(&self) -> bool {
        let Some(last) = self
            .words
            .last()
            .filter(|last| last.starts_with(char::is_lowercase))
        else {
            return false;
        };
        if self.data.lists("list.participle", last) {
            return true;
        }
        // "ge" may stand behind a part that is cut off: "eingearbeitet", "aangestuurd".
        let ge = |word: &str| word.starts_with("ge") && self.data.ends("list.ge_ends", word);
        let cut = self.data.after_one_of("list.cut_off", last).is_some_and(ge);
        let bare = self.data.begins("list.unstressed", last)
            && self.data.ends("list.unstressed_ends", last);
        let foreign = last.len() > 6 && self.data.ends("list.foreign_ends", last);
        (ge(last) || cut || bare || foreign) && !self.data.lists("list.noparticiple", last)
    }

    /// Dutch: what was done, with a plural or an article before it.
    fn dutch(&self) -> Option<Form> {
        let first = self.first();
        let whole = self.data.lists("list.small", &first)
            || first.len() > 3 && (first.ends_with("en") || first.ends_with('s'));
        (self.ends_in_participle() && whole).then(|| self.verbal())
    }

    /// The line without words that say "I have" already.
    fn without(&self, beginnings: &[&str]) -> Option<Form> {
        let rest = beginnings
            .iter()
            .find_map(|words| self.text.strip_prefix(words))?;
        Some(Form::Verbal(rest.to_owned()))
    }

    /// A participle at the beginning, with an object behind it.
    fn participle(&self, ending: &str) -> Option<Form> {
        let first = self.first();
        let ends = !ending.is_empty() && first.ends_with(ending)
            || self.data.ends("list.past_ends", &first);
        let known =
            self.data.lists("list.participle", &first) || self.data.lists("list.past", &first);
        let is = (ends || known) && !self.data.lists("list.notpast", &first);
        (is && self.has_object()).then(|| self.verbal())
    }

    /// "Responsible for …" where the verb comes before "I".
    fn responsible(&self, verbs: [&str; 2]) -> Option<Form> {
        let is = self.data.lists("list.responsible", &self.first());
        let verb = verbs[usize::from(!self.current)];
        is.then(|| Form::Inverted(verb.to_owned(), small(self.text)))
    }

    /// "Responsible for …" where the verb holds the "I".
    fn answerable(&self, verbs: [&str; 2], preposition: &str) -> Option<Form> {
        let second = self.second();
        let followed = match preposition {
            "por" => second == "por" || second.starts_with("pel"),
            _ => second == "de" || second == "del",
        };
        let is = self.first() == "responsable" || self.first() == "responsável";
        let verb = verbs[usize::from(!self.current)];
        (is && followed).then(|| Form::Verbal(format!("{verb} {}", small(self.text))))
    }

    /// A verb in the first person of the past at the beginning.
    fn first_person(&self) -> Option<Form> {
        let first = self.first();
        let is = self.data.ends("list.past_ends", &first) || self.data.lists("list.past", &first);
        (is && !self.data.lists("list.notpast", &first)).then(|| self.verbal())
    }

    /// What can stand in a list. With `strict` only what certainly begins with a noun or a gerund.
    fn listed(&self, strict: bool) -> Option<Form> {
        let first = self.first();
        let noun = self.data.lists("list.head", &first) || self.data.ends("list.heads", &first);
        if strict && !noun {
            return None;
        }
        let name = self.words[1].starts_with(char::is_uppercase);
        let lower = (noun || (self.known)(&first)) && !name || self.data.lists("list.head", &first);
        Some(Form::Listed(if lower {
            small(self.text)
        } else {
            self.text.to_owned()
        }))
    }
}

/// The text with a small first letter, unless the first word is written in capitals.
pub(super) fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    match (first, letters.clone().next()) {
        (Some(first), second)
            if first.is_uppercase() && second.is_none_or(|c| !c.is_uppercase()) =>
        {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// Whether most of a text is in capitals.
fn shouts(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    letters > 8 && capitals * 2 > letters
}

#[cfg(test)]
mod tests;
