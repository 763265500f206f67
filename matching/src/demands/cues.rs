//! What a line of a posting speaks of, by its words in nine languages: one pass over the line finds all cues.
//!
//! What must not happen here: a need. A cue is a word, and what it means depends on the line.

use crate::text::Word;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The cues of a line, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cues(u32);

/// One cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cue(u32);

impl Cues {
    /// Whether the line has it.
    pub(super) fn has(self, cue: Cue) -> bool {
        self.0 & cue.0 != 0
    }

    /// The cues of a line.
    pub(super) fn of(words: &[Word]) -> Self {
        let mut found = 0;
        for (at, word) in words.iter().enumerate() {
            for phrase in TABLE
                .by_first
                .get(word.folded.as_str())
                .into_iter()
                .flatten()
            {
                let rest = &words[at + 1..];
                let fits = rest.len() >= phrase.rest.len()
                    && phrase.rest.iter().enumerate().all(|(place, wanted)| {
                        let word = rest[place].folded.as_str();
                        let last = place + 1 == phrase.rest.len();
                        word == wanted || phrase.open && last && word.starts_with(wanted.as_str())
                    });
                if fits {
                    found |= phrase.cues;
                }
            }
            let first = word.folded.as_bytes().first().copied().unwrap_or_default();
            for (start, cues) in &TABLE.starts[usize::from(first)] {
                if word.folded.starts_with(start.as_str()) {
                    found |= cues;
                }
            }
        }
        Self(found)
    }
}

struct Phrase {
    rest: Vec<String>,
    /// Whether the last word may go on.
    open: bool,
    cues: u32,
}

struct Table {
    by_first: HashMap<String, Vec<Phrase>>,
    /// Single words that may go on, by their first byte.
    starts: Vec<Vec<(String, u32)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        by_first: HashMap::new(),
        starts: vec![Vec::new(); 256],
    };
    for (cue, phrases) in CUES {
        for phrase in phrases.split('|').map(str::trim) {
            let (phrase, open) = match phrase.strip_suffix('*') {
                Some(phrase) => (phrase, true),
                None => (phrase, false),
            };
            let mut words = phrase.split(' ').map(|word| {
                if open {
                    word.to_owned()
                } else {
                    crate::text::fold_word(word)
                }
            });
            let Some(first) = words.next().filter(|first| !first.is_empty()) else {
                continue;
            };
            let rest: Vec<String> = words.collect();
            if rest.is_empty() && open {
                let byte = first.as_bytes().first().copied().unwrap_or_default();
                table.starts[usize::from(byte)].push((first, cue.0));
            } else {
                table.by_first.entry(first).or_default().push(Phrase {
                    rest,
                    open,
                    cues: cue.0,
                });
            }
        }
    }
    table
});

/// Makes years to years of work.
pub(super) const OF_WORK: Cue = Cue(1 << 0);
/// Several years, without a number.
pub(super) const SEVERAL: Cue = Cue(1 << 1);
/// Names a degree of this level.
pub(super) const VOCATIONAL: Cue = Cue(1 << 2);
/// Names a degree of this level.
pub(super) const BACHELOR: Cue = Cue(1 << 3);
/// Names a degree of this level.
pub(super) const MASTER: Cue = Cue(1 << 4);
/// Names a degree of this level.
pub(super) const DOCTORATE: Cue = Cue(1 << 5);
/// Asks for something.
pub(super) const ASKS: Cue = Cue(1 << 7);
/// Takes something else for a degree.
pub(super) const OPEN: Cue = Cue(1 << 8);
/// Gives alternatives or examples.
pub(super) const ANY: Cue = Cue(1 << 9);
/// Asks for people who study.
pub(super) const ENROLMENT: Cue = Cue(1 << 10);
/// Is about the right to work.
pub(super) const AUTHORIZATION: Cue = Cue(1 << 11);
/// Is about where one lives.
pub(super) const PLACE: Cue = Cue(1 << 12);
/// Says how well a language is spoken.
pub(super) const LEVEL_NATIVE: Cue = Cue(1 << 20);
/// Says how well a language is spoken.
pub(super) const LEVEL_C2: Cue = Cue(1 << 21);
/// Says how well a language is spoken.
pub(super) const LEVEL_C1: Cue = Cue(1 << 22);
/// Says how well a language is spoken.
pub(super) const LEVEL_B2: Cue = Cue(1 << 23);
/// Says how well a language is spoken.
pub(super) const LEVEL_B1: Cue = Cue(1 << 24);
/// Says how well a language is spoken.
pub(super) const LEVEL_A2: Cue = Cue(1 << 25);

/// Folded phrases of each cue, `|` between; `*` lets the last word go on.
const CUES: [(Cue, &str); 18] = [
    (
        OF_WORK,
        "experience|erfahrung|berufserfahrung|praxis|experiencia|esperienza|ervaring|doswiadczenia|doswiadczenie|doswiadczeniem|experiencias|work|working|worked|professional|industry|building|role|position|tatigkeit|track record|managing|leading|nursing|practice",
    ),
    (
        SEVERAL,
        "mehrjahrige berufserfahrung|mehrjahrige erfahrung|mehrjahriger erfahrung|several year|plusieurs annee|varios ano|pluriennale|meerdere jaren|kilkuletnie",
    ),
    (
        VOCATIONAL,
        "abgeschlossene ausbildung|abgeschlossene berufsausbildung|berufsausbildung|kaufmannische ausbildung|abgeschlossene kaufmannische|technische ausbildung|lehrabschluss|ausbildung als|ausbildung zum|ausbildung zur|ausbildung im|bts|bep|bac pro|titulo de fp|formacion profesional|grado medio|mbo|vocational training|vocational qualification|apprenticeship|diplome de|cap|cfp|ciclo formativo|wyksztalcenie srednie|wyksztalcenie zawodowe",
    ),
    (
        BACHELOR,
        "bachelor|bachelor s|bsc|b sc|b.sc|ba degree|bs degree|degree in|university degree|college degree|degree|undergraduate|abgeschlossenes studium|hochschulstudium|studium|licence professionnelle|licence en|licence universitaire|bac 3|bac+3|grado en|titulacion universitaria|licenciatura|laurea|hbo|wo|ensino superior|graduacao|wyksztalcenie wyzsze|fh studium|hochschulabschluss|diplome universitaire",
    ),
    (
        MASTER,
        "master|master s|msc|m sc|m.sc|mba|diplom|bac 5|bac+5|magister|ecole d ingenieur|ingenieurstudium|laurea magistrale",
    ),
    (
        DOCTORATE,
        "phd|ph d|ph.d|doctorate|promotion in|doktor|doctorat|doctorado|dottorato|promovier*",
    ),
    (
        ASKS,
        "experience|experienced|experience with|experience in|knowledge of|knowledge|proficient|proficiency|skill|skilled|ability to|able to|degree|certified|licence|license|required|must have|you have|you bring|you are|familiar*|qualified|qualification|understanding of|background in|fluent|expertise|\
         erfahrung*|kenntnisse|ausbildung|studium|fuhrerschein|bereitschaft|abgeschlossene*|du hast|du bringst|sie haben|sie verfugen|du bist|idealerweise|vorausgesetzt|wunschenswert|berufserfahrung|mitbringen|\
         maitrise|connaissance*|diplome*|titulaire|permis|formation|vous avez|vous etes|vous justifiez|experiencia|conocimiento*|formacion|titulacion|imprescindible|esperienza|conoscenza|diploma|ervaring|kennis|je hebt|je bent|opleiding|experiencia|conhecimento*|formacao|doswiadczenie|znajomosc|wyksztalcenie|umiejetnosc|prawo jazdy",
    ),
    (
        OPEN,
        "or equivalent|equivalent experience|oder vergleichbar*|vergleichbare|ou equivalent|o equivalente|or comparable|or related experience|gleichwertig*",
    ),
    (
        ANY,
        "or|such as|e.g|like|similar|oder|z b|beispielsweise|wie|ou|tel que|comme|o|oppure|lub|np|any of|for example|including|among",
    ),
    (
        ENROLMENT,
        "currently enrolled|enrolled in|enrolled at|enrolled student|immatrikuliert*|eingeschrieben*|currently studying|you are studying|du studierst|inscrit en|en cours d etude|estudiante de|laufendes studium|ingeschreven|matriculado|student at a|currently pursuing|pursuing a|preparez un|status studenta",
    ),
    (
        AUTHORIZATION,
        "authorized to work|authorised to work|work authorization|work authorisation|right to work|eligible to work|legally authorized|work permit|arbeitserlaubnis|permis de travail|autorisation de travail|permiso de trabajo|visa sponsorship|sponsor visa|sponsorship|security clearance|us citizen|u.s citizen|eu citizen|work visa|permesso di soggiorno|werkvergunning|pozwolenie na prace|eligibility to work",
    ),
    (
        PLACE,
        "based in|located in|live in|reside in|willing to relocate|commut*|wohnhaft|wohnort|reside in|domicili*|residenza|woonachtig|on site|relocat*",
    ),
    (
        LEVEL_NATIVE,
        "native|mother tongue|muttersprach*|langue maternelle|nativo|madrelingua|moedertaal|ojczysty",
    ),
    (LEVEL_C2, "c2"),
    (
        LEVEL_C1,
        "c1|fluent*|fluency|fliessend*|verhandlungssicher*|business fluent|courant*|bilingu*|fluido|fluide*|fluente|vloeiend|biegl*|excellent|sehr gut*|proficien*|strong|full professional|perfekt*|parfait*|ausgezeichnet*|advanced|avanzado|alto|ottim*",
    ),
    (
        LEVEL_B2,
        "b2|good|gut*|bon|bonne|professional|working|solid*|sicher*|maitrise|buen*|buon*|goed*|dobr*|upper intermediate",
    ),
    (
        LEVEL_B1,
        "b1|intermediate|conversational|mittel*|notion*|intermedi*|komunikatywn*",
    ),
    (LEVEL_A2, "a2|a1|basic|grundkenntnisse|elementary|base"),
];
