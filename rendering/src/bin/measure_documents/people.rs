//! People by chance: what their résumés and letters say.
//!
//! What must not happen here: anything of a real person; the words are those of `words.txt`.

use crate::chance::Chance;
use foothold_shared::document::{
    ContactItem, ContactKind, DocumentEntry, DocumentSection, LetterContent, LetterParagraph,
    ResumeContent, SectionKind, Statement,
};
use foothold_shared::profile::YearMonth;
use std::collections::BTreeMap;

/// The languages of the word lists; a reader knows the headings of the first eight.
pub(crate) const LANGUAGES: [&str; 12] = [
    "en", "de", "fr", "es", "it", "nl", "pt", "pl", "el", "uk", "vi", "tr",
];

const KINDS: [SectionKind; 8] = [
    SectionKind::Summary,
    SectionKind::Work,
    SectionKind::Education,
    SectionKind::Skills,
    SectionKind::Projects,
    SectionKind::Certificates,
    SectionKind::Languages,
    SectionKind::Publications,
];

/// The word lists.
pub(crate) struct Words(BTreeMap<(&'static str, &'static str), Vec<&'static str>>);

impl Words {
    pub(crate) fn load() -> Self {
        let mut lists = BTreeMap::new();
        for line in include_str!("words.txt").lines() {
            let parts = line
                .split_once(" = ")
                .and_then(|(head, list)| Some((head.split_once(' ')?, list)));
            if let Some(((language, key), list)) = parts
                && !line.starts_with('#')
            {
                lists.insert((language, key), list.split(" | ").collect());
            }
        }
        Self(lists)
    }

    fn list(&self, language: &str, key: &str) -> &[&'static str] {
        self.0
            .iter()
            .find(|((one, other), _)| *one == language && *other == key)
            .map_or(&[], |(_, list)| list.as_slice())
    }
}

/// How much a person has to say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// As it comes: from next to nothing to three pages.
    Any,
    /// One full page, as most people send it.
    Usual,
}

/// A person's résumé.
pub(crate) fn resume(
    words: &Words,
    language: &str,
    size: Size,
    chance: &mut Chance,
) -> ResumeContent {
    let mut maker = Maker {
        words,
        language,
        chance,
        size,
        clock: 2026 * 12,
    };
    let name = maker.name();
    let contact = maker.contact();
    let headline = if maker.often(70) {
        maker.pick("titles")
    } else {
        String::new()
    };
    let sections = KINDS
        .into_iter()
        .enumerate()
        .filter_map(|(at, kind)| {
            let wanted = match kind {
                SectionKind::Work => maker.often(95),
                SectionKind::Summary | SectionKind::Education | SectionKind::Skills => {
                    maker.often(85)
                }
                _ => maker.often(50),
            };
            let entries = if wanted {
                maker.entries(kind)
            } else {
                Vec::new()
            };
            (!entries.is_empty()).then(|| DocumentSection {
                kind,
                title: words.list(language, "headings")[at].to_owned(),
                entries,
            })
        })
        .collect();
    ResumeContent {
        language: language.to_owned(),
        name,
        headline: said(headline),
        contact,
        sections,
    }
}

/// A person's letter.
pub(crate) fn letter(words: &Words, language: &str, chance: &mut Chance) -> LetterContent {
    let mut maker = Maker {
        words,
        language,
        chance,
        size: Size::Any,
        clock: 2026 * 12,
    };
    let [subject, salutation, closing] = words.list(language, "letter") else {
        return LetterContent::default();
    };
    let count = 2 + maker.chance.below(3);
    let paragraphs = (0..count)
        .map(|_| LetterParagraph {
            statements: maker.all("sentences").into_iter().map(said).collect(),
        })
        .collect();
    LetterContent {
        language: language.to_owned(),
        name: maker.name(),
        contact: maker.contact(),
        date: "21.11.2026".to_owned(),
        recipient: vec![maker.pick("companies"), maker.pick("places")],
        subject: (*subject).to_owned(),
        salutation: (*salutation).to_owned(),
        paragraphs,
        closing: (*closing).to_owned(),
    }
}

struct Maker<'a> {
    words: &'a Words,
    language: &'a str,
    chance: &'a mut Chance,
    size: Size,
    /// Months since year 0, going back from entry to entry.
    clock: usize,
}

impl Maker<'_> {
    fn often(&mut self, percent: usize) -> bool {
        self.size == Size::Usual || self.chance.happens(percent)
    }

    fn rarely(&mut self, percent: usize) -> bool {
        self.size == Size::Any && self.chance.happens(percent)
    }

    fn pick(&mut self, key: &str) -> String {
        self.chance
            .one(self.words.list(self.language, key))
            .to_owned()
    }

    fn all(&mut self, key: &str) -> Vec<String> {
        let list = self.words.list(self.language, key);
        let taken = self.chance.some(list, list.len());
        taken.into_iter().map(str::to_owned).collect()
    }

    fn name(&mut self) -> String {
        let key = if self.rarely(4) {
            "foreign names"
        } else {
            "names"
        };
        self.chance.one(self.words.list("*", key)).to_owned()
    }

    fn contact(&mut self) -> Vec<ContactItem> {
        let mut items = Vec::new();
        let mut add = |kind, text: &str, url: &str| {
            items.push(ContactItem {
                kind,
                text: text.to_owned(),
                url: url.to_owned(),
            });
        };
        add(
            ContactKind::Email,
            "ana.ruiz@example.org",
            "mailto:ana.ruiz@example.org",
        );
        if self.often(80) {
            let digits = self.chance.below(900_000) + 100_000;
            let phone = format!("+44 117 {digits}");
            let url = format!("tel:+44117{digits}");
            add(ContactKind::Phone, &phone, &url);
        }
        if self.often(80) {
            let place = self.chance.one(self.words.list(self.language, "places"));
            add(ContactKind::Place, place, "");
        }
        let most = self.chance.below(3);
        for url in self.chance.some(self.words.list("*", "links"), most) {
            let text = url
                .trim_start_matches("https://")
                .trim_start_matches("www.");
            add(ContactKind::Link, text.trim_end_matches('/'), url);
        }
        if self.rarely(5) {
            let long = format!("https://example.org/{}", "very-long-part/".repeat(10));
            add(ContactKind::Link, &long, &long);
        }
        items
    }

    fn entries(&mut self, kind: SectionKind) -> Vec<DocumentEntry> {
        match kind {
            SectionKind::Summary => {
                let count = 1 + self.chance.below(3);
                let paragraph = self
                    .all("sentences")
                    .into_iter()
                    .take(count)
                    .map(said)
                    .collect();
                vec![DocumentEntry {
                    paragraph,
                    ..DocumentEntry::default()
                }]
            }
            SectionKind::Work => {
                let most = if self.size == Size::Usual {
                    3
                } else {
                    1 + self.chance.below(12)
                };
                (0..most).map(|at| self.job(at)).collect()
            }
            SectionKind::Education => (0..=self.chance.below(3)).map(|_| self.school()).collect(),
            SectionKind::Skills => self.skills(),
            SectionKind::Languages => {
                let words = self.all("languages").into_iter().map(said).collect();
                vec![DocumentEntry {
                    words,
                    ..DocumentEntry::default()
                }]
            }
            SectionKind::Projects | SectionKind::Certificates | SectionKind::Publications => {
                self.made(kind)
            }
        }
    }

    fn job(&mut self, at: usize) -> DocumentEntry {
        let current = at == 0 && self.chance.happens(70);
        let (start, end) = self.time();
        let most = if self.size == Size::Usual {
            4
        } else {
            self.chance.below(7)
        };
        let mut bullets: Vec<String> = self.all("bullets").into_iter().take(most).collect();
        if self.rarely(3) {
            bullets.push(format!("{} <&> \"'", "Donaudampfschifffahrts".repeat(12)));
        }
        let mut entry = DocumentEntry {
            entry_id: format!("work/{at}"),
            title: self.pick("titles"),
            subtitle: self.pick("companies"),
            bullets: bullets.into_iter().map(said).collect(),
            ..DocumentEntry::default()
        };
        if self.often(60) {
            entry.place = self.pick("places");
        }
        if self.often(95) {
            self.date(&mut entry, start, (!current).then_some(end));
        }
        if self.rarely(15) {
            entry.paragraph = self
                .all("sentences")
                .into_iter()
                .take(2)
                .map(said)
                .collect();
        }
        if self.rarely(3) {
            entry.title = format!("{} ({})", entry.title, self.all("titles").join(" / "));
        }
        entry
    }

    fn school(&mut self) -> DocumentEntry {
        let (start, end) = self.time();
        let mut entry = DocumentEntry {
            title: self.pick("degrees"),
            subtitle: self.pick("schools"),
            ..DocumentEntry::default()
        };
        if self.often(40) {
            entry.place = self.pick("places");
        }
        if self.often(90) {
            self.date(&mut entry, start, Some(end));
        }
        entry
    }

    fn skills(&mut self) -> Vec<DocumentEntry> {
        let most = 3 + self.chance.below(15);
        let skills = self.chance.some(self.words.list("*", "skills"), most);
        let labels = if self.chance.happens(50) {
            self.all("labels")
        } else {
            vec![String::new()]
        };
        let each = skills.len().div_ceil(labels.len().max(1));
        skills
            .chunks(each.max(1))
            .zip(labels)
            .map(|(words, title)| DocumentEntry {
                title,
                words: words.iter().map(|word| said((*word).to_owned())).collect(),
                ..DocumentEntry::default()
            })
            .collect()
    }

    fn made(&mut self, kind: SectionKind) -> Vec<DocumentEntry> {
        let key = match kind {
            SectionKind::Projects => "projects",
            SectionKind::Certificates => "certificates",
            _ => "publications",
        };
        self.all(key)
            .into_iter()
            .map(|title| {
                let (start, _) = self.time();
                let mut entry = DocumentEntry {
                    title,
                    ..DocumentEntry::default()
                };
                match kind {
                    SectionKind::Projects => {
                        entry.bullets = self.all("bullets").into_iter().take(1).map(said).collect();
                        if self.chance.happens(50) {
                            entry.link = self.chance.one(self.words.list("*", "links")).to_owned();
                        }
                    }
                    SectionKind::Certificates => entry.subtitle = self.pick("issuers"),
                    _ => {}
                }
                if self.chance.happens(70) {
                    self.date(&mut entry, start.clone(), Some(start));
                }
                entry
            })
            .collect()
    }

    /// A stretch of time before the last one.
    fn time(&mut self) -> (YearMonth, YearMonth) {
        let end = self.clock - 1 - self.chance.below(6);
        let start = end - 3 - self.chance.below(40);
        self.clock = start;
        (month(start), month(end))
    }

    fn date(&mut self, entry: &mut DocumentEntry, start: YearMonth, end: Option<YearMonth>) {
        let whole_years = self.rarely(15);
        let cut = |mut month: YearMonth| {
            if whole_years {
                month.month = None;
            }
            month
        };
        let (start, end) = (cut(start), end.map(cut));
        let now = self.words.list(self.language, "present").first();
        entry.dates = match &end {
            Some(end) if *end == start => self.shown(&start),
            Some(end) => format!("{} – {}", self.shown(&start), self.shown(end)),
            None => format!(
                "{} – {}",
                self.shown(&start),
                now.copied().unwrap_or_default()
            ),
        };
        entry.current = end.is_none();
        entry.start = Some(start);
        entry.end = end;
    }

    fn shown(&self, time: &YearMonth) -> String {
        let months = self.words.list(self.language, "months");
        let name = time
            .month
            .and_then(|month| months.get(usize::from(month).checked_sub(1)?));
        match name {
            Some(name) if name.parse::<u8>().is_ok() => format!("{name}/{}", time.year),
            Some(name) => format!("{name} {}", time.year),
            None => time.year.to_string(),
        }
    }
}

fn month(months: usize) -> YearMonth {
    YearMonth {
        year: u16::try_from(months / 12).unwrap_or(2000),
        month: u8::try_from(months % 12 + 1).ok(),
    }
}

fn said(text: String) -> Statement {
    Statement {
        text,
        facts: vec!["made-up".to_owned()],
        fixed: false,
    }
}
