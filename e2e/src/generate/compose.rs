//! Which questions a form asks, in which words, on which controls, under which names.
//!
//! What must not happen here: a question whose truth a careful person could not tell from the page.

use crate::generate::chance::Chance;
use crate::generate::model::{Asked, Block, Legal, Section, Widget};
use crate::generate::words::{Options, Words};

/// How a form names its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Naming {
    /// "first_name", "firstName", "candidate[first-name]".
    Spoken,
    /// "question_4021".
    Numbered,
    /// "f3a91c".
    Hashed,
    /// None at all.
    Nameless,
}

/// Names that programmers give, by kind; others are named by their kind.
const NAMES: &[(&str, &[&str])] = &[
    ("first_name", &["first name", "given name", "fname"]),
    ("last_name", &["last name", "family name", "surname"]),
    ("full_name", &["name", "full name", "applicant name"]),
    ("phone", &["phone", "mobile", "phone number", "tel"]),
    ("address_line1", &["address", "street", "address 1"]),
    ("address_line2", &["address 2", "address line 2"]),
    ("postal_code", &["zip", "postcode", "postal code"]),
    ("resume_file", &["resume", "cv", "cv file"]),
    ("cover_letter_file", &["cover letter", "letter file"]),
    ("cover_letter_text", &["cover letter", "letter"]),
    ("current_company", &["current company", "org", "employer"]),
    ("current_title", &["current title", "job title"]),
    ("edu_start", &["education start", "edu from"]),
    ("edu_end", &["education end", "edu to"]),
    ("work_company", &["work company", "experience employer"]),
    ("work_title", &["work title", "experience title"]),
    ("work_start", &["work start", "experience from"]),
    ("work_end", &["work end", "experience to"]),
    ("salary_expectation", &["salary", "desired salary"]),
    ("how_heard", &["source", "how did you hear"]),
    ("date_of_birth", &["dob", "birth date", "date of birth"]),
];

/// `autocomplete` values, by kind.
const AUTOCOMPLETE: &[(&str, &str)] = &[
    ("first_name", "given-name"),
    ("last_name", "family-name"),
    ("full_name", "name"),
    ("email", "email"),
    ("phone", "tel"),
    ("address_line1", "address-line1"),
    ("address_line2", "address-line2"),
    ("city", "address-level2"),
    ("postal_code", "postal-code"),
    ("country", "country-name"),
];

/// Kinds that a form answers with yes or no.
const YES_NO: [&str; 6] = [
    "work_authorization",
    "visa_sponsorship",
    "relocation",
    "remote_ok",
    "hispanic",
    "disability",
];

/// Composes the sections of one form.
pub(crate) struct Composer<'a> {
    words: &'static Words,
    chance: &'a mut Chance,
    naming: Naming,
    /// Whether fields carry `autocomplete` and fitting types.
    helpful: bool,
    count: usize,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(words: &'static Words, chance: &'a mut Chance) -> Self {
        let naming = match chance.below(4) {
            0 => Naming::Spoken,
            1 => Naming::Numbered,
            2 => Naming::Hashed,
            _ => Naming::Nameless,
        };
        let helpful = chance.percent(30);
        Self {
            words,
            chance,
            naming,
            helpful,
            count: 0,
        }
    }

    /// A whole form.
    pub(crate) fn sections(&mut self) -> Vec<Section> {
        let mut sections = vec![self.personal()];
        if self.chance.percent(50) {
            let kinds = [
                "address_line1",
                "address_line2",
                "city",
                "state",
                "postal_code",
                "country",
            ];
            sections.push(self.plain("address", &kinds));
        }
        if self.chance.percent(40) {
            sections.push(self.rows(
                "work",
                &[
                    "work_company",
                    "work_title",
                    "work_start",
                    "work_end",
                    "work_description",
                ],
            ));
        } else if self.chance.percent(70) {
            let kinds = ["current_company", "current_title", "years_experience"];
            sections.push(self.plain("personal", &kinds));
        }
        if self.chance.percent(40) {
            let kinds = [
                "school",
                "degree",
                "discipline",
                "edu_start",
                "edu_end",
                "gpa",
            ];
            sections.push(self.rows("education", &kinds));
        }
        if self.chance.percent(60) {
            let mut kinds = vec!["linkedin", "github", "portfolio", "website"];
            self.chance.shuffle(&mut kinds);
            kinds.truncate(1 + self.chance.below(3));
            sections.push(self.plain("links", &kinds));
        }
        sections.push(self.documents());
        sections.push(self.questions());
        if self.chance.percent(60) {
            sections.push(self.legal());
        }
        if self.chance.percent(45) {
            let kinds = [
                "gender",
                "pronouns",
                "hispanic",
                "race_ethnicity",
                "veteran",
                "disability",
            ];
            sections.push(self.plain("demographic", &kinds));
        }
        sections.push(self.consents());
        sections
    }

    fn personal(&mut self) -> Section {
        let mut kinds = match self.chance.below(3) {
            0 => vec!["full_name"],
            1 => vec!["last_name", "first_name"],
            _ => vec!["first_name", "last_name"],
        };
        if self.chance.percent(15) {
            kinds.push("preferred_name");
        }
        kinds.push("email");
        if self.chance.percent(25) {
            kinds.push("phone_country");
        }
        kinds.push("phone");
        if self.chance.percent(40) {
            kinds.push("location");
        }
        if self.chance.percent(15) {
            kinds.push("date_of_birth");
        }
        self.all_of("personal", &kinds)
    }

    fn documents(&mut self) -> Section {
        let mut kinds = vec!["resume_file"];
        match self.chance.below(3) {
            0 => kinds.push("cover_letter_file"),
            1 => kinds.push("cover_letter_text"),
            _ => {}
        }
        self.all_of("documents", &kinds)
    }

    fn questions(&mut self) -> Section {
        let mut kinds = vec![
            "salary_expectation",
            "notice_period",
            "start_date",
            "relocation",
            "remote_ok",
            "how_heard",
            "referrer",
            "custom_line",
            "custom_area",
            "custom_yes_no",
            "custom_pick",
            "custom_line",
            "custom_yes_no",
        ];
        self.chance.shuffle(&mut kinds);
        kinds.truncate(4 + self.chance.below(5));
        self.all_of("questions", &kinds)
    }

    fn legal(&mut self) -> Section {
        let mut kinds = vec!["work_authorization", "visa_sponsorship"];
        self.chance.shuffle(&mut kinds);
        kinds.truncate(1 + self.chance.below(2));
        self.all_of("legal", &kinds)
    }

    fn consents(&mut self) -> Section {
        let mut section = Section::default();
        for key in ["consent", "newsletter_box"] {
            if self.chance.percent(60)
                && let Some(wording) = self.words.pick(key, self.chance)
            {
                let mut asked = self.asked("consent", wording.text);
                asked.widget = Widget::Tick;
                asked.trap = key == "newsletter_box";
                section.blocks.push(Block::Field(Box::new(asked)));
            }
        }
        section
    }

    /// Some of the kinds, in their order.
    fn plain(&mut self, heading: &str, kinds: &[&str]) -> Section {
        let some: Vec<&str> = kinds
            .iter()
            .copied()
            .filter(|_| self.chance.percent(75))
            .collect();
        self.all_of(heading, &some)
    }

    fn all_of(&mut self, heading: &str, kinds: &[&str]) -> Section {
        let mut section = Section {
            heading: if self.chance.percent(75) {
                self.heading(heading)
            } else {
                String::new()
            },
            blocks: Vec::new(),
        };
        let mut said: Vec<String> = Vec::new();
        for kind in kinds {
            if let Some(asked) = self.field(kind)
                && !said.contains(&asked.label)
            {
                said.push(asked.label.clone());
                section.blocks.push(Block::Field(Box::new(asked)));
            }
        }
        section
    }

    /// Repeated rows always stand under a heading: nothing else tells whose dates they are.
    fn rows(&mut self, heading: &str, kinds: &[&str]) -> Section {
        let mut section = Section {
            heading: self.heading(heading),
            blocks: Vec::new(),
        };
        let keep: Vec<&str> = kinds
            .iter()
            .copied()
            .enumerate()
            .filter(|(at, _)| *at < 2 || self.chance.percent(80))
            .map(|(_, kind)| kind)
            .collect();
        let row: Vec<Asked> = keep.iter().filter_map(|kind| self.field(kind)).collect();
        for number in 0..=self.chance.below(3) {
            let copy = row.iter().map(|asked| {
                let mut asked = asked.clone();
                for text in [&mut asked.name, &mut asked.id] {
                    if !text.is_empty() {
                        *text = format!("{text}-{number}");
                    }
                }
                asked
            });
            section.blocks.push(Block::Row(copy.collect()));
        }
        section
    }

    fn heading(&mut self, key: &str) -> String {
        let wording = self.words.pick(&format!("section:{key}"), self.chance);
        wording.map_or_else(String::new, |wording| wording.text.to_owned())
    }

    /// One question, if the language has words for it.
    fn field(&mut self, key: &str) -> Option<Asked> {
        let wording = self.words.pick(key, self.chance)?;
        let kind = if key.starts_with("custom_") {
            "custom_question"
        } else {
            key
        };
        let mut asked = self.asked(kind, wording.text);
        asked.legal = Legal::read(wording.more).filter(|_| YES_NO.contains(&key));
        asked.also = match key {
            "city" => vec!["location"],
            "location" => vec!["city"],
            "work_authorization" | "visa_sponsorship" if wording.more.starts_with("A&") => {
                vec!["work_authorization", "visa_sponsorship"]
            }
            _ => Vec::new(),
        };
        let options = if key == "custom_pick" {
            Some(Options::read(wording.more))
        } else if key == "custom_yes_no"
            || YES_NO.contains(&key) && !self.words.has(&format!("@{key}"))
        {
            self.words.options("yes_no", self.chance)
        } else {
            self.words.options(key, self.chance)
        };
        let may_be_line = matches!(
            key,
            "country"
                | "state"
                | "how_heard"
                | "degree"
                | "notice_period"
                | "years_experience"
                | "phone_country"
                | "gender"
                | "pronouns"
        );
        match options {
            Some(options) if !(may_be_line && self.chance.percent(35)) => {
                asked.widget = self.choice(options.texts.len());
                asked.options = options.texts;
                asked.declines = options.declines;
            }
            _ => asked.widget = self.line(key),
        }
        Some(asked)
    }

    fn choice(&mut self, options: usize) -> Widget {
        match self.chance.below(10) {
            0..4 => Widget::Select,
            4..7 if options <= 8 => Widget::Radio,
            7 if options == 2 => Widget::Buttons,
            7 => Widget::Listbox,
            8 => Widget::Combo,
            _ => Widget::Select,
        }
    }

    fn line(&mut self, key: &str) -> Widget {
        match key {
            "cover_letter_text" | "work_description" | "custom_area" => Widget::Area,
            "resume_file" | "cover_letter_file" => Widget::File,
            "date_of_birth" | "start_date" if self.chance.percent(50) => Widget::Line("date"),
            "work_start" | "work_end" | "edu_start" | "edu_end" if self.chance.percent(40) => {
                Widget::Line(if self.chance.percent(50) {
                    "month"
                } else {
                    "date"
                })
            }
            "email" if self.helpful || self.chance.percent(40) => Widget::Line("email"),
            "phone" if self.helpful || self.chance.percent(40) => Widget::Line("tel"),
            "linkedin" | "github" | "portfolio" | "website" if self.chance.percent(40) => {
                Widget::Line("url")
            }
            "years_experience" if self.chance.percent(40) => Widget::Line("number"),
            _ => Widget::Line("text"),
        }
    }

    fn asked(&mut self, kind: &str, label: &str) -> Asked {
        self.count += 1;
        let (name, id) = self.names(kind);
        let help = self
            .words
            .pick(&format!("help:{kind}"), self.chance)
            .filter(|_| self.chance.percent(40))
            .or_else(|| {
                let any = self.words.pick("help:any", self.chance);
                any.filter(|_| self.chance.percent(6))
            });
        Asked {
            kind: kind.to_owned(),
            also: Vec::new(),
            label: label.to_owned(),
            widget: Widget::Line("text"),
            options: Vec::new(),
            declines: Vec::new(),
            legal: None,
            trap: false,
            required: self.chance.percent(50),
            help: help.map(|wording| wording.text.to_owned()),
            name,
            id,
            autocomplete: AUTOCOMPLETE
                .iter()
                .find(|(known, _)| *known == kind)
                .map(|(_, value)| *value)
                .filter(|_| self.helpful),
        }
    }

    /// `name` and `id` of one field.
    fn names(&mut self, kind: &str) -> (String, String) {
        let number = 1000 + self.count;
        match self.naming {
            Naming::Spoken if !["custom_question", "consent"].contains(&kind) => {
                let listed = NAMES.iter().find(|(known, _)| *known == kind);
                let spoken = match listed {
                    Some((_, names)) => (*self.chance.pick(names).unwrap_or(&kind)).to_owned(),
                    None => kind.replace('_', " "),
                };
                let name = match self.chance.below(3) {
                    0 => spoken.replace(' ', "_"),
                    1 => format!("candidate[{}]", spoken.replace(' ', "-")),
                    _ => camel(&spoken),
                };
                (name.clone(), format!("{name}-{number}"))
            }
            Naming::Spoken | Naming::Numbered => {
                (format!("question_{number}"), format!("question_{number}"))
            }
            Naming::Hashed => {
                let hash = format!("x{:08x}", self.chance.draw() & 0xffff_ffff);
                (hash.clone(), hash)
            }
            Naming::Nameless => (String::new(), format!("f{number}")),
        }
    }
}

/// "first name" → "firstName".
fn camel(text: &str) -> String {
    let mut words = text.split(' ');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}
