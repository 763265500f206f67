//! Documents made for a job: what a résumé and a letter hold, how they look, and what a person may ask for.
//!
//! What a document states it states in [`Statement`]s, and each names the facts of the profile that it rests on.
//! A fact's id is made from the profile by `foothold_matching::facts`.

use crate::profile::YearMonth;
use crate::wire::{wire_enum_default, wire_eq};

wire_eq! {
    /// A sentence, a bullet or a word of a list, and what it rests on.
    pub struct Statement {
        /// The words.
        pub text: String,
        /// Ids of the facts that say so; never empty in a document that was given out.
        pub facts: Vec<String>,
        /// The person wrote it themselves, or fixed it: it is not changed again.
        pub fixed: bool,
    }
}

wire_enum_default! {
    /// What a line of the head is.
    pub enum ContactKind {
        /// E-mail address.
        #[default]
        Email,
        /// Phone number.
        Phone,
        /// Where the person lives.
        Place,
        /// A page of theirs.
        Link,
    }
}

wire_eq! {
    /// One way to reach the person.
    pub struct ContactItem {
        /// What it is.
        pub kind: ContactKind,
        /// As shown.
        pub text: String,
        /// Where it leads (`mailto:`, `tel:`, `https://`); empty where nowhere.
        pub url: String,
    }
}

wire_enum_default! {
    /// What a section is about.
    pub enum SectionKind {
        /// A few sentences about the person.
        #[default]
        Summary,
        /// Jobs.
        Work,
        /// Education.
        Education,
        /// Skills.
        Skills,
        /// Projects.
        Projects,
        /// Certificates and licences.
        Certificates,
        /// Languages.
        Languages,
        /// Publications.
        Publications,
    }
}

wire_eq! {
    /// One job, school, project, or group of words.
    pub struct DocumentEntry {
        /// The id of the fact that is the entry itself; empty for a summary or a group of skills.
        pub entry_id: String,
        /// Job title, degree, name of a project or certificate, name of a group of skills.
        pub title: String,
        /// Company, school, issuer, publisher.
        pub subtitle: String,
        /// Where.
        pub place: String,
        /// The time as shown ("Mar 2019 – present"); empty where none is known.
        pub dates: String,
        /// First month.
        pub start: Option<YearMonth>,
        /// Last month.
        pub end: Option<YearMonth>,
        /// Whether it goes on.
        pub current: bool,
        /// `https://` address; empty where none.
        pub link: String,
        /// Running text.
        pub paragraph: Vec<Statement>,
        /// Bullets.
        pub bullets: Vec<Statement>,
        /// Words of a list: skills, languages with their level.
        pub words: Vec<Statement>,
    }
}

wire_eq! {
    /// One section of a résumé.
    pub struct DocumentSection {
        /// What it is about.
        pub kind: SectionKind,
        /// Its heading, in the document's language.
        pub title: String,
        /// What stands in it, in the order of the page.
        pub entries: Vec<DocumentEntry>,
    }
}

wire_eq! {
    /// All that a résumé says, in the order of the page.
    pub struct ResumeContent {
        /// ISO 639-1 language.
        pub language: String,
        /// The person's name.
        pub name: String,
        /// The line below the name; empty text where there is none.
        pub headline: Statement,
        /// How to reach them.
        pub contact: Vec<ContactItem>,
        /// The sections; none is empty.
        pub sections: Vec<DocumentSection>,
    }
}

wire_eq! {
    /// One paragraph of a letter.
    pub struct LetterParagraph {
        /// Its sentences.
        pub statements: Vec<Statement>,
    }
}

wire_eq! {
    /// All that a letter says.
    pub struct LetterContent {
        /// ISO 639-1 language.
        pub language: String,
        /// The person's name, for head and signature.
        pub name: String,
        /// How to reach them.
        pub contact: Vec<ContactItem>,
        /// The day as shown ("21 November 2026").
        pub date: String,
        /// Whom it goes to, a line each: company, place.
        pub recipient: Vec<String>,
        /// The subject line.
        pub subject: String,
        /// "Dear hiring team,".
        pub salutation: String,
        /// The paragraphs.
        pub paragraphs: Vec<LetterParagraph>,
        /// "Kind regards,".
        pub closing: String,
    }
}

wire_enum_default! {
    /// How a document is set. All have one order of reading.
    pub enum Template {
        /// Black on white, no rules: what every parser reads.
        #[default]
        Plain,
        /// Serif-like order with rules under the headings.
        Classic,
        /// A coloured name and headings.
        Modern,
        /// Small margins and tight lines, for long histories.
        Compact,
        /// Centred head, generous space.
        Elegant,
    }
}

wire_enum_default! {
    /// The paper.
    pub enum Paper {
        /// 210 x 297 mm.
        #[default]
        A4,
        /// 8.5 x 11 in.
        Letter,
    }
}

wire_eq! {
    /// How documents look.
    pub struct DocumentLook {
        /// How they are set.
        pub template: Template,
        /// What they are printed on.
        pub paper: Paper,
    }
}

wire_enum_default! {
    /// How a letter speaks.
    pub enum Tone {
        /// Short and factual.
        #[default]
        Plain,
        /// Friendly.
        Warm,
        /// Formal, as banks and offices expect.
        Formal,
    }
}

wire_enum_default! {
    /// Résumé or letter.
    pub enum DocumentKind {
        /// A résumé.
        #[default]
        Resume,
        /// A cover letter.
        Letter,
    }
}

wire_enum_default! {
    /// The kinds of file.
    pub enum DocumentFormat {
        /// PDF.
        #[default]
        Pdf,
        /// Word.
        Docx,
        /// Plain text.
        Text,
        /// JSON Resume; of a résumé only.
        JsonResume,
    }
}

wire_eq! {
    /// What a person may choose about the documents for a job.
    pub struct DocumentOptions {
        /// ISO 639-1 language; empty for the posting's own where it is one of ours, else English.
        pub language: String,
        /// How many pages the résumé may have (1 to 4); `None` for as many as the history fills, three at most.
        pub max_pages: Option<u32>,
        /// How the letter speaks.
        pub tone: Tone,
        /// How they look.
        pub look: DocumentLook,
    }
}

wire_eq! {
    /// A sentence that the person worded themselves.
    pub struct FixedStatement {
        /// The facts it stands for; the sentence made of the same facts is replaced by it.
        pub facts: Vec<String>,
        /// The person's words.
        pub text: String,
    }
}

wire_eq! {
    /// What the person changed by hand; kept from version to version.
    pub struct DocumentEdits {
        /// Sections in the person's own order; those not named follow in the usual one.
        pub section_order: Vec<SectionKind>,
        /// Sections to leave out.
        pub hidden_sections: Vec<SectionKind>,
        /// Facts (bullets, skills, entries) that must be in.
        pub chosen: Vec<String>,
        /// Facts that must not be in.
        pub left_out: Vec<String>,
        /// Sentences as the person wants them.
        pub fixed: Vec<FixedStatement>,
        /// How the person begins the letter ("Dear Ms Silva,"); empty for the usual words.
        pub salutation: String,
        /// How the person ends it ("Warm regards,"); empty for the usual words.
        pub closing: String,
    }
}

/// The languages that documents are written in (ISO 639-1), each with what heads its sections, in the order of
/// [`SectionKind`]'s kinds.
const HEADINGS: [(&str, [&str; 8]); 8] = [
    (
        "de",
        [
            "Profil",
            "Berufserfahrung",
            "Ausbildung",
            "Kenntnisse",
            "Projekte",
            "Zertifikate",
            "Sprachen",
            "Veröffentlichungen",
        ],
    ),
    (
        "en",
        [
            "Profile",
            "Work experience",
            "Education",
            "Skills",
            "Projects",
            "Certificates",
            "Languages",
            "Publications",
        ],
    ),
    (
        "es",
        [
            "Perfil",
            "Experiencia profesional",
            "Formación",
            "Competencias",
            "Proyectos",
            "Certificados",
            "Idiomas",
            "Publicaciones",
        ],
    ),
    (
        "fr",
        [
            "Profil",
            "Expérience professionnelle",
            "Formation",
            "Compétences",
            "Projets",
            "Certifications",
            "Langues",
            "Publications",
        ],
    ),
    (
        "it",
        [
            "Profilo",
            "Esperienza professionale",
            "Istruzione e formazione",
            "Competenze",
            "Progetti",
            "Certificazioni",
            "Lingue",
            "Pubblicazioni",
        ],
    ),
    (
        "nl",
        [
            "Profiel",
            "Werkervaring",
            "Opleiding",
            "Vaardigheden",
            "Projecten",
            "Certificaten",
            "Talen",
            "Publicaties",
        ],
    ),
    (
        "pl",
        [
            "Profil",
            "Doświadczenie zawodowe",
            "Wykształcenie",
            "Umiejętności",
            "Projekty",
            "Certyfikaty",
            "Języki",
            "Publikacje",
        ],
    ),
    (
        "pt",
        [
            "Perfil",
            "Experiência profissional",
            "Formação",
            "Competências",
            "Projetos",
            "Certificados",
            "Idiomas",
            "Publicações",
        ],
    ),
];

/// What heads a section in a language (ISO 639-1); in English where documents are not written in it.
#[must_use]
pub fn section_heading(kind: SectionKind, language: &str) -> &'static str {
    let known = HEADINGS.iter().find(|(code, _)| *code == language);
    let (_, words) = known.unwrap_or(&HEADINGS[1]);
    words[kind as usize]
}
