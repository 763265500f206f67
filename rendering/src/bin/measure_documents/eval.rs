//! `eval`: made-up people's documents in every template, read by other people's readers.

use crate::chance::Chance;
use crate::people::{self, LANGUAGES, Size, Words};
use crate::readers::{Readers, Texts};
use anyhow::{Context, Result};
use foothold_rendering::round_trip::{self, Loss, LossKind};
use foothold_rendering::{Document, RenderError};
use foothold_shared::document::{
    DocumentFormat, DocumentLook, LetterContent, Paper, ResumeContent, Template,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How many losses are shown of each reader.
const SHOWN: usize = 5;

const TEMPLATES: [Template; 5] = [
    Template::Plain,
    Template::Classic,
    Template::Modern,
    Template::Compact,
    Template::Elegant,
];

/// What a file was made from.
enum Content {
    Resume(ResumeContent),
    Letter(LetterContent),
}

impl Content {
    fn document(&self) -> Document<'_> {
        match self {
            Self::Resume(content) => Document::Resume(content),
            Self::Letter(content) => Document::Letter(content),
        }
    }
}

/// A file and what is in it.
struct Made {
    file: PathBuf,
    content: usize,
}

/// What a reader made of the files.
#[derive(Default)]
struct Tally {
    files: usize,
    whole: usize,
    losses: BTreeMap<LossKind, usize>,
    first: Vec<String>,
}

impl Tally {
    fn add(&mut self, file: &Path, losses: &[Loss]) {
        self.files += 1;
        self.whole += usize::from(losses.is_empty());
        for loss in losses {
            *self.losses.entry(loss.kind).or_default() += 1;
        }
        if let Some(loss) = losses.first()
            && self.first.len() < SHOWN
        {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            self.first.push(format!("{name}: {}", loss.words()));
        }
    }
}

/// What is asked for.
pub(crate) struct Options {
    pub(crate) count: usize,
    pub(crate) seed: u64,
    pub(crate) json: bool,
    pub(crate) work: PathBuf,
}

/// Makes the documents, has them read, and prints what each reader found.
pub(crate) fn run(options: &Options, say: &mut dyn FnMut(&str)) -> Result<()> {
    let files = options.work.join("files");
    // What an earlier run left must not be read for this one.
    for left in ["files", "libreoffice-txt", "libreoffice-pdf"] {
        let left = options.work.join(left);
        if left.exists() {
            std::fs::remove_dir_all(&left)?;
        }
    }
    std::fs::create_dir_all(&files)?;
    let readers = Readers::prepare(&options.work, &mut |line| {
        if !options.json {
            say(line);
        }
    });
    let words = Words::load();
    let mut chance = Chance::new(options.seed);
    let (mut contents, mut pdfs, mut docxs) = (Vec::new(), Vec::new(), Vec::new());
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let (mut refused, mut papers) = (0, [Paper::A4, Paper::Letter].into_iter().cycle());
    for number in 0..options.count {
        let language = LANGUAGES[number % LANGUAGES.len()];
        let look = DocumentLook {
            template: TEMPLATES[number % TEMPLATES.len()],
            paper: papers.next().unwrap_or_default(),
        };
        let content = if number % 4 == 3 {
            Content::Letter(people::letter(&words, language, &mut chance))
        } else {
            Content::Resume(people::resume(&words, language, Size::Any, &mut chance))
        };
        let document = content.document();
        let name = format!(
            "{number:04}-{language}-{:?}-{:?}",
            look.template, look.paper
        );
        let docx = foothold_rendering::docx(document, &look).context("a Word file")?;
        let losses = losses(document, DocumentFormat::Docx, &docx);
        let file = files.join(format!("{name}.docx"));
        std::fs::write(&file, &docx)?;
        tallies
            .entry("own reader, Word")
            .or_default()
            .add(&file, &losses);
        docxs.push(Made {
            file,
            content: contents.len(),
        });
        match foothold_rendering::pdf(document, &look) {
            Ok(pdf) => {
                let losses = self::losses(document, DocumentFormat::Pdf, &pdf.bytes);
                let file = files.join(format!("{name}.pdf"));
                std::fs::write(&file, &pdf.bytes)?;
                tallies
                    .entry("own reader, PDF")
                    .or_default()
                    .add(&file, &losses);
                pdfs.push(Made {
                    file,
                    content: contents.len(),
                });
            }
            // The right answer to letters that no font of ours has.
            Err(RenderError::Script { .. }) => refused += 1,
            Err(error) => return Err(error).context(name),
        }
        for (format, reader) in [
            (DocumentFormat::Text, "text"),
            (DocumentFormat::JsonResume, "JSON Resume"),
        ] {
            let written = match (format, &content) {
                (DocumentFormat::Text, _) => foothold_rendering::text(document),
                (_, Content::Resume(content)) => foothold_rendering::json_resume(content),
                _ => continue,
            };
            let losses = self::losses(document, format, written.as_bytes());
            tallies
                .entry(reader)
                .or_default()
                .add(Path::new(&name), &losses);
        }
        contents.push(content);
    }
    let mut skipped = Vec::new();
    let mut read = |name: &'static str, made: &[Made], texts: Result<Texts>| match texts {
        Ok(texts) => {
            let tally = tallies.entry(name).or_default();
            for one in made {
                let text = texts.get(&one.file).map_or("", String::as_str);
                let losses = round_trip::compare(contents[one.content].document(), text);
                tally.add(&one.file, &losses);
            }
        }
        Err(error) => skipped.push(format!("{name}: {error:#}")),
    };
    let names = |made: &[Made]| made.iter().map(|one| one.file.clone()).collect::<Vec<_>>();
    let (pdf_files, docx_files) = (names(&pdfs), names(&docxs));
    read("pdftotext", &pdfs, readers.pdftotext(&pdf_files, false));
    read(
        "pdftotext -layout",
        &pdfs,
        readers.pdftotext(&pdf_files, true),
    );
    read("pypdf", &pdfs, readers.python("pypdf", &pdf_files));
    read("pdfminer", &pdfs, readers.python("pdfminer", &pdf_files));
    read(
        "python-docx",
        &docxs,
        readers.python("python-docx", &docx_files),
    );
    let converted = readers.libreoffice(&docx_files, "txt").map(|written| {
        docx_files
            .iter()
            .cloned()
            .zip(
                written
                    .iter()
                    .map(|file| std::fs::read_to_string(file).unwrap_or_default()),
            )
            .collect()
    });
    read("LibreOffice to text", &docxs, converted);
    let converted = readers.libreoffice(&docx_files, "pdf").and_then(|written| {
        // The order is the Word file's own; what LibreOffice's pages lose is asked here.
        let texts = readers.pdftotext(&written, true)?;
        Ok(docx_files
            .iter()
            .cloned()
            .zip(
                written
                    .iter()
                    .map(|file| texts.get(file).cloned().unwrap_or_default()),
            )
            .collect())
    });
    read("LibreOffice to PDF", &docxs, converted);
    report(options, &tallies, refused, &skipped, say);
    Ok(())
}

fn losses(document: Document<'_>, format: DocumentFormat, bytes: &[u8]) -> Vec<Loss> {
    match round_trip::check(document, format, bytes) {
        Ok(()) => Vec::new(),
        Err(lost) => lost.losses,
    }
}

fn report(
    options: &Options,
    tallies: &BTreeMap<&str, Tally>,
    refused: usize,
    skipped: &[String],
    say: &mut dyn FnMut(&str),
) {
    if options.json {
        let readers: BTreeMap<&str, _> = tallies
            .iter()
            .map(|(name, tally)| {
                let losses: BTreeMap<String, usize> = tally
                    .losses
                    .iter()
                    .map(|(kind, count)| (format!("{kind:?}").to_lowercase(), *count))
                    .collect();
                let told = json!({"files": tally.files, "whole": tally.whole, "losses": losses});
                (*name, told)
            })
            .collect();
        say(&json!({
            "documents": options.count, "seed": options.seed, "refused_for_script": refused,
            "readers": readers, "skipped": skipped,
        })
        .to_string());
        return;
    }
    say(&format!(
        "{} documents, seed {}; {refused} refused as PDF because no font has their letters",
        options.count, options.seed
    ));
    for (name, tally) in tallies {
        say(&format!(
            "{name:22} {:4} of {:4} whole",
            tally.whole, tally.files
        ));
        for (kind, count) in &tally.losses {
            say(&format!(
                "    {count} {}",
                format!("{kind:?}").to_lowercase()
            ));
        }
        for line in &tally.first {
            say(&format!("    {line}"));
        }
    }
    for line in skipped {
        say(&format!("skipped: {line}"));
    }
}
