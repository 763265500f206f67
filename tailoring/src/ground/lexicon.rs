//! The words that grounding knows, language by language: which carry no claim, which say the same, which are weaker.
//!
//! The words are data (`data/<language>.tsv`): a class, a tab, words; `_` joins the words of a phrase. In the classes
//! `do`, `same`, `rank`, `weak`, `attend` and `hedge` the words of one line may stand for one another. The words with
//! which this program frames its own sentences (`words/data`) are no claims either, each about its kind of fact only.

mod class;
mod stems;

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

pub(super) use self::class::{Class, Classes};
use self::stems::{root, slavic_stem};
use super::fold::fold;

/// The classes of the data files; those with `true` have lines whose words may stand for one another.
const NAMES: [(&str, &[Class], bool); 44] = [
    ("fn", &[Class::Function], false),
    ("light", &[Class::Light], false),
    ("k:work", &[Class::Work], false),
    ("k:education", &[Class::Education], false),
    ("k:skill", &[Class::Skill], false),
    ("k:certificate", &[Class::Certificate], false),
    ("k:publication", &[Class::Publication], false),
    ("k:language", &[Class::Language], false),
    ("k:years", &[Class::Years], false),
    ("apply", &[Class::Apply], false),
    ("you", &[Class::You], false),
    ("me", &[Class::Me], false),
    ("ask", &[Class::Ask], false),
    ("do", &[Class::Do], true),
    ("weak", &[Class::Weak], true),
    ("attend", &[Class::Attend], true),
    ("neg", &[Class::Not], false),
    ("negafter", &[Class::Without], false),
    ("cause", &[Class::Cause], false),
    ("rel", &[Class::Relative, Class::Function], false),
    ("with", &[Class::With, Class::Function], false),
    ("rank", &[Class::Rank], true),
    ("low", &[Class::Low], false),
    ("hedge", &[Class::Hedge], true),
    ("about", &[Class::About], false),
    ("over", &[Class::Over], false),
    ("under", &[Class::Under], false),
    ("upto", &[Class::UpTo], false),
    ("nearly", &[Class::Nearly], false),
    ("prep", &[Class::Preposition], false),
    ("agent", &[Class::Agent], false),
    ("as", &[Class::As, Class::Function], false),
    ("from", &[Class::From, Class::Function], false),
    ("to", &[Class::To, Class::Function], false),
    ("by", &[Class::By, Class::Function], false),
    ("of", &[Class::Of, Class::Function], false),
    ("since", &[Class::Function], false),
    ("since_only", &[Class::Since, Class::Function], false),
    ("until", &[Class::Until], false),
    ("now", &[Class::Now], false),
    ("same", &[], true),
    ("years", &[Class::YearUnit], false),
    ("months", &[Class::MonthUnit], false),
    ("and", &[Class::And, Class::Function], false),
];

/// A number in a word: its value, and whether it multiplies what stands before it ("hundred").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumberWord {
    pub(super) value: i128,
    pub(super) multiplies: bool,
}

/// What is known of one language's words.
pub(super) struct Lexicon {
    pub(super) language: &'static str,
    classes: HashMap<String, Classes>,
    groups: HashMap<String, Vec<u16>>,
    group_stems: HashMap<String, Vec<u16>>,
    class_stems: HashMap<String, Classes>,
    frame_classes: HashMap<String, Classes>,
    numbers: HashMap<String, NumberWord>,
    months: HashMap<String, u8>,
    phrases: HashSet<String>,
    /// The most words of a phrase.
    pub(super) longest_phrase: usize,
    stemmer: Option<Stemmer>,
}

/// The framing words of the composed letter and résumé, by language.
const FRAMES: [(&str, &str); 8] = [
    ("en", include_str!("../words/data/en.tsv")),
    ("de", include_str!("../words/data/de.tsv")),
    ("fr", include_str!("../words/data/fr.tsv")),
    ("es", include_str!("../words/data/es.tsv")),
    ("it", include_str!("../words/data/it.tsv")),
    ("nl", include_str!("../words/data/nl.tsv")),
    ("pt", include_str!("../words/data/pt.tsv")),
    ("pl", include_str!("../words/data/pl.tsv")),
];

/// What the frames with these names are about.
const FRAMED: [(&str, Class); 19] = [
    ("apply", Class::Apply),
    ("close", Class::Apply),
    ("attached", Class::Apply),
    ("named", Class::Apply),
    ("subject", Class::Apply),
    ("now", Class::Work),
    ("last", Class::Work),
    ("before", Class::Work),
    ("verbal", Class::Work),
    ("inverted", Class::Work),
    ("listed", Class::Work),
    ("project", Class::Work),
    ("years", Class::Years),
    ("study", Class::Education),
    ("grade", Class::Education),
    ("have", Class::Skill),
    ("certificates", Class::Certificate),
    ("languages", Class::Language),
    ("place", Class::Place),
];

/// Words of frames that are claims when they stand elsewhere; their phrases are in the data.
const CLAIMS: [&str; 8] = [
    "before", "all", "most", "top", "only", "first", "alle", "alles",
];

const FILES: [(&str, &str, Option<Algorithm>, &str); 8] = [
    (
        "en",
        include_str!("data/en.tsv"),
        Some(Algorithm::English),
        "and & as_well_as",
    ),
    (
        "de",
        include_str!("data/de.tsv"),
        Some(Algorithm::German),
        "und sowie & wie_auch",
    ),
    (
        "fr",
        include_str!("data/fr.tsv"),
        Some(Algorithm::French),
        "et & ainsi_que ainsi_qu",
    ),
    (
        "es",
        include_str!("data/es.tsv"),
        Some(Algorithm::Spanish),
        "y e & así_como",
    ),
    (
        "it",
        include_str!("data/it.tsv"),
        Some(Algorithm::Italian),
        "e ed & nonché",
    ),
    (
        "nl",
        include_str!("data/nl.tsv"),
        Some(Algorithm::Dutch),
        "en & evenals alsook alsmede",
    ),
    (
        "pt",
        include_str!("data/pt.tsv"),
        Some(Algorithm::Portuguese),
        "e & bem_como assim_como",
    ),
    (
        "pl",
        include_str!("data/pl.tsv"),
        None,
        "i oraz & a_także jak_również",
    ),
];

/// All languages that can be checked.
pub(super) fn all() -> &'static [Lexicon; 8] {
    static ALL: OnceLock<[Lexicon; 8]> = OnceLock::new();
    ALL.get_or_init(|| {
        FILES.map(|(language, text, stems, and)| Lexicon::read(language, text, stems, and))
    })
}

/// The words of a language; `None` for one that cannot be checked.
pub(super) fn of(language: &str) -> Option<&'static Lexicon> {
    let code = language.get(..2)?.to_ascii_lowercase();
    all().iter().find(|lexicon| lexicon.language == code)
}

impl Lexicon {
    fn read(language: &'static str, text: &str, stems: Option<Algorithm>, and: &str) -> Self {
        let mut lexicon = Self {
            language,
            classes: HashMap::new(),
            groups: HashMap::new(),
            group_stems: HashMap::new(),
            class_stems: HashMap::new(),
            frame_classes: HashMap::new(),
            numbers: HashMap::new(),
            months: HashMap::new(),
            phrases: HashSet::new(),
            longest_phrase: 1,
            stemmer: stems.map(Stemmer::create),
        };
        let mut group = 0;
        let names = include_str!("data/names.tsv");
        let lines = text.lines().chain(names.lines());
        for line in lines.filter(|line| !line.starts_with('#')) {
            let Some((class, words)) = line.split_once('\t') else {
                continue;
            };
            group += 1;
            lexicon.line(class, words, group);
        }
        lexicon.line("and", and, 0);
        for (_, frames) in FRAMES.iter().filter(|(of, _)| *of == language) {
            lexicon.frames(frames);
        }
        lexicon
    }

    fn frames(&mut self, text: &str) {
        for line in text.lines() {
            let mut columns = line.split('\t');
            let name = columns.next().unwrap_or_default();
            let Some(frame) = columns.next_back() else {
                continue;
            };
            let Some((_, class)) = FRAMED
                .iter()
                .find(|(about, _)| name.split('.').next() == Some(about))
            else {
                continue;
            };
            // What stands in braces is the person's or the posting's.
            let own = frame.split('{').enumerate().map(|(at, part)| match at {
                0 => part,
                _ => part.split_once('}').map_or("", |(_, rest)| rest),
            });
            let own: Vec<&str> = own.collect();
            for word in own.join(" ").split(|c: char| !c.is_alphanumeric()) {
                let folded = fold(word);
                let claims = *class != Class::Apply && CLAIMS.contains(&folded.as_str());
                if folded.is_empty() || claims {
                    continue;
                }
                let is_about = self.classes.get(&folded).copied().unwrap_or_default();
                if !is_about.has_any(&[
                    Class::Rank,
                    Class::Low,
                    Class::Not,
                    Class::Without,
                    Class::Cause,
                ]) {
                    self.frame_classes.entry(folded).or_default().add(*class);
                }
            }
        }
    }

    fn line(&mut self, class: &str, words: &str, group: u16) {
        if class == "month" {
            let number =
                u8::try_from(self.months.values().collect::<HashSet<_>>().len()).unwrap_or(0) + 1;
            for word in words.split_whitespace() {
                self.months.insert(fold(word), number);
            }
            return;
        }
        if class == "num" {
            for (word, value) in words
                .split_whitespace()
                .filter_map(|pair| pair.split_once('='))
            {
                let multiplies = value.starts_with('*');
                let value = value.trim_start_matches('*').parse().unwrap_or(0);
                self.numbers
                    .insert(fold(word), NumberWord { value, multiplies });
            }
            return;
        }
        let Some((_, classes, grouped)) = NAMES.iter().find(|(name, ..)| *name == class) else {
            return;
        };
        for word in words.split_whitespace() {
            let parts: Vec<String> = word.split('_').map(fold).collect();
            let folded = parts.join(" ");
            if parts.len() > 1 {
                self.longest_phrase = self.longest_phrase.max(parts.len());
                self.phrases.insert(folded.clone());
            }
            let stem = self.stem(word);
            for class in *classes {
                self.classes.entry(folded.clone()).or_default().add(*class);
                if matches!(class, Class::Do | Class::Weak | Class::Attend) {
                    self.class_stems
                        .entry(stem.clone())
                        .or_default()
                        .add(*class);
                }
            }
            if *grouped {
                self.groups.entry(folded).or_default().push(group);
                // A rank is never meant by a word that only looks like it ("managed", "manager").
                if class != "rank" {
                    self.group_stems.entry(stem).or_default().push(group);
                }
            }
        }
    }

    /// The stem of a word: its folded form without its endings.
    pub(super) fn stem(&self, word: &str) -> String {
        let lower = word.to_lowercase();
        match &self.stemmer {
            Some(stemmer) => fold(&stemmer.stem(&lower)),
            None => slavic_stem(&fold(&lower)),
        }
    }

    /// What a deed's verb and noun forms have in common ("betreut", "Betreuung"); empty where nothing is left that could
    /// be told apart.
    pub(super) fn root(&self, folded: &str) -> String {
        root(folded, self.language)
    }

    pub(super) fn classes(&self, folded: &str, stem: &str) -> Classes {
        let known = self.classes.get(folded).copied();
        let known = known.or_else(|| self.classes.get(self.rank_of(folded)?).copied());
        let known =
            known.unwrap_or_else(|| self.class_stems.get(stem).copied().unwrap_or_default());
        let framed = self.frame_classes.get(folded).copied().unwrap_or_default();
        known.or(framed)
    }

    /// The rank that a German or Dutch word is a case of ("Meisters").
    fn rank_of<'w>(&self, folded: &'w str) -> Option<&'w str> {
        if !matches!(self.language, "de" | "nl") || self.classes.contains_key(folded) {
            return None;
        }
        ["s", "n", "en"]
            .iter()
            .filter_map(|end| folded.strip_suffix(end))
            .find(|bare| {
                self.classes
                    .get(*bare)
                    .is_some_and(|classes| classes.has(Class::Rank))
            })
    }

    pub(super) fn is_function(&self, folded: &str) -> bool {
        self.classes
            .get(folded)
            .is_some_and(|classes| classes.has(Class::Function))
    }

    pub(super) fn groups(&self, folded: &str, stem: &str, is_rank: bool) -> Vec<u16> {
        let known = self.groups.get(folded);
        let known = known.or_else(|| self.groups.get(self.rank_of(folded)?));
        let stems = if is_rank || known.is_some() {
            None
        } else {
            self.group_stems.get(stem)
        };
        known.or(stems).cloned().unwrap_or_default()
    }

    pub(super) fn number(&self, folded: &str) -> Option<NumberWord> {
        self.numbers.get(folded).copied()
    }

    pub(super) fn month(&self, folded: &str) -> Option<u8> {
        self.months.get(folded).copied()
    }

    pub(super) fn is_phrase(&self, folded: &str) -> bool {
        self.phrases.contains(folded)
    }
}
