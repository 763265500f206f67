//! Whether a question about the law says nothing beyond what its answer says: every word of it is known, or is a name.
//!
//! Tables of what else a question may be about are never complete; what such a question is made of can be listed. What is
//! not understood whole is the person's own to answer. What must not happen here: a word let through because it is rare.

use crate::classify::family::legal;
use crate::classify::places;
use crate::classify::question::Question;
use crate::classify::text::{fold, tables};
use std::collections::HashSet;
use std::sync::LazyLock;

/// One word more may be unknown for so many: long questions tell of themselves ("… including transfer, amendment …").
const WORDS_TO_ONE_UNKNOWN: usize = 16;

tables! {
    /// Written with a capital, and no names.
    DAYS = ["monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|saturdays|sunday|sundays|christmas|easter"];
    /// German writes every noun as other languages write names.
    GERMAN = ["sie|ihr|ihre|ihren|ihnen|du|dein|deine|wir|uns|für|eine|einen|der|das|dem|zur|zum|haben|sind|hast|bist|wird|werden"];
}

struct Known {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let lines = include_str!("data/legal_words.txt").lines();
    let words = lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace);
    let (beginnings, whole): (Vec<_>, Vec<_>) = words.partition(|word| word.ends_with('*'));
    Known {
        whole: whole.into_iter().collect(),
        beginnings: beginnings
            .into_iter()
            .map(|word| word.trim_end_matches('*'))
            .collect(),
    }
});

impl Known {
    fn has(&self, word: &str) -> bool {
        self.whole.contains(word) || self.beginnings.iter().any(|known| word.starts_with(known))
    }
}

/// Whether all that the question says is known.
pub(super) fn are_all_known(question: &Question) -> bool {
    let written: Vec<(&str, bool)> = written(&question.raw);
    let small = written
        .iter()
        .filter(|(word, _)| word.starts_with(char::is_lowercase))
        .count();
    // In a title, and in German, a capital says nothing.
    let names_stand_out =
        2 * small >= written.len() && !GERMAN.any(&question.all) && !DAYS.any(&question.all);
    let unknown = written
        .iter()
        .filter(|(word, begins)| {
            let is_name = names_stand_out && !begins && word.starts_with(char::is_uppercase);
            !is_name && !is_known(word)
        })
        .count();
    unknown <= written.len() / WORDS_TO_ONE_UNKNOWN
}

/// The words as they are written, and whether each begins a sentence.
fn written(raw: &str) -> Vec<(&str, bool)> {
    let mut begins = true;
    let mut found = Vec::new();
    for part in raw.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            found.push((word, begins));
            begins = false;
        }
        begins |= part.ends_with(['.', '?', '!', ':', '*', '¿', '¡']) && word.chars().count() > 1;
        begins |= found.is_empty();
    }
    found
}

fn is_known(word: &str) -> bool {
    let folded = fold(word);
    // A single letter is what is left of an abbreviation or an ending ("U.S.", "autorisé·e").
    word.chars().count() == 1
        || word.contains(|letter: char| letter.is_ascii_digit())
        || KNOWN.has(&folded)
        || legal::is_of_tables(&folded)
        || !places::countries_in(word).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::question::read as question;

    #[test]
    fn what_only_sounds_like_it_is_left_to_the_person() {
        for text in [
            "Are you licensed to work on gas boilers?",
            "Do you have the right to work flexibly under your current contract?",
            "Are you authorised to sign off budgets at work?",
            "Do you need sponsorship for your conference talk?",
            "Do you require visa support for your family holiday?",
            "Have you worked with visa applicants before?",
            "Are you allowed to work in clean rooms?",
            "Can you legally drive for work?",
            "Are you legally allowed to sell alcohol at work?",
            "Do you have a work permit for hot works?",
            "Do you hold a permit to work (confined spaces)?",
            "Are you eligible for overtime work?",
            "Are you permitted to work on Sundays?",
            "Do you have authorization to work with classified data?",
            "Are you authorized to prescribe medication?",
            "Do you need a visa to attend our onboarding in Lisbon?",
            "Will you need a visa for business trips to China?",
            "Has an employer ever sponsored your degree?",
            "Would you sponsor a junior colleague?",
            "Are you entitled to work from home?",
            "Are you legally required to give notice?",
            "Is your partner authorized to work in Canada?",
            "Are you eligible to work nights?",
            "Do you know how to sponsor a visa?",
            "How soon could you get a visa?",
            "When does your work permit end?",
            "Do you have a legal right to the photos in your portfolio?",
            "Are you bound by a non-compete that stops you working in Germany?",
            "Have you been banned from working in schools?",
            "Are you registered to work with adults at risk?",
            "Do you require help with your tax status?",
            "Do you need employer support for your studies?",
            "Are you permitted to work alone at the bench?",
            "Haben Sie das Recht, Lehrlinge auszubilden?",
            "Dürfen Sie unter Spannung arbeiten?",
            "Brauchen Sie ein Visum für Dienstreisen in die USA?",
            "Haben Sie eine Arbeitserlaubnis für Höhenarbeiten?",
            "Benötigen Sie Unterstützung bei der Wohnungssuche?",
            "Sind Sie berechtigt, Gabelstapler zu führen?",
            "Avez-vous l'autorisation de conduire un chariot ?",
            "Avez-vous besoin d'un visa pour vos déplacements professionnels ?",
            "Avez-vous le droit de travailler le dimanche ?",
            "Êtes-vous habilité à travailler sous tension ?",
            "¿Tiene permiso para trabajar con explosivos?",
            "¿Necesita visado para viajar a Marruecos por trabajo?",
            "¿Está autorizado a manejar dinero en el trabajo?",
            "Sei autorizzato a lavorare con macchinari pesanti?",
            "Hai bisogno di un visto per le trasferte?",
            "Mag je met gevaarlijke stoffen werken?",
            "Heb je een visum nodig voor zakenreizen?",
            "Você tem autorização para trabalhar com eletricidade?",
            "Precisa de visto para viagens de trabalho?",
            "Czy masz pozwolenie na pracę na wysokości?",
        ] {
            let read = legal::read(&question(text, 1.0));
            assert!(read.is_none(), "{text}: {read:?}");
        }
    }

    #[test]
    fn what_is_made_of_known_words_and_names_is_answered() {
        for text in [
            "Are you legally able to work in Denmark?",
            "Do you have the legal right to work in Singapore for any employer?",
            "Will our company need to sponsor you for a work visa, now or in the future?",
            "Can you begin employment in New Zealand without visa sponsorship?",
            "Do you currently hold a valid work permit for the UAE?",
            "Are you eligible for employment in South Africa?",
            "Do you require employer sponsorship to remain in Australia?",
            "Will you at any time need immigration support from Brightwater?",
            "Are you authorised to live and work in Ireland on a permanent basis?",
            "Do you possess unrestricted work rights in New Zealand?",
            "Is sponsorship needed for you to work here?",
            "Would you require a Skilled Worker visa to take up this post?",
            "I am legally entitled to work in Canada",
            "Do you have permanent work authorization for the country you're applying in?",
            "Do you need us to transfer your H-1B?",
            "Right to work in the UK",
            "Work authorization status",
            "Visa sponsorship",
            "Do you have settled status or another right to work in the UK?",
            "Are you a citizen or otherwise permitted to work in India?",
            "Dürfen Sie in der Schweiz arbeiten?",
            "Benötigst du eine Aufenthaltserlaubnis mit Arbeitserlaubnis?",
            "Brauchst du von uns Unterstützung beim Visum?",
            "Besitzen Sie eine unbefristete Arbeitserlaubnis für Österreich?",
            "Haben Sie derzeit das Recht, in Deutschland zu arbeiten?",
            "Avez-vous une autorisation de travail valable en Belgique ?",
            "Êtes-vous légalement autorisé à travailler au Canada ?",
            "Aurez-vous besoin d'un parrainage pour un visa de travail ?",
            "¿Tienes derecho a trabajar en España sin necesidad de visado?",
            "¿Requieres patrocinio de visa para trabajar en Colombia?",
            "¿Está usted legalmente autorizado para trabajar en Chile?",
            "Hai bisogno di sponsorizzazione per il visto?",
            "Sei legalmente autorizzato a lavorare in Italia?",
            "Heb je een geldige werkvergunning?",
            "Heb je sponsoring nodig om in België te werken?",
            "Você precisa de visto de trabalho para Portugal?",
            "Você tem direito de trabalhar no Brasil?",
            "Czy masz prawo do pracy w Polsce?",
            "Har du arbeidstillatelse i Norge?",
            "Har du rätt att arbeta i Sverige?",
        ] {
            assert!(legal::read(&question(text, 1.0)).is_some(), "{text}");
        }
    }

    #[test]
    fn a_capital_is_a_name_where_small_letters_are_around_it() {
        for (text, known) in [
            ("Will you need Thornbury to sponsor a visa?", true),
            ("Thornbury sponsors visas. Will you need that?", false),
            ("Do You Need Asbestos Permits To Work", false),
            ("Dürfen Sie mit Asbest arbeiten?", false),
            ("Do you need Sundays off to renew a visa?", false),
        ] {
            assert_eq!(are_all_known(&question(text, 1.0)), known, "{text}");
        }
    }
}
