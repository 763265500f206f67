//! `eval_matching DIR [--json] [--table]`: measures how well postings are put in order for people.
//!
//! DIR holds `vacancies/N.txt`, `resumes/ID.pdf|docx` and `rankings.csv` (vacancy,resume,annotator,grade; 3 would
//! interview, 2 worth a look, 1 weak, 0 no fit; decimals order within a grade). Each résumé is read by the product's own
//! reader and matched by the product's own rules. Beside it stand TF-IDF, BM25, chance and, where two have graded, the
//! annotators against each other. The truth is the mean grade.

mod bags;

use anyhow::{Context as _, Result, bail};
use bags::Bags;
use foothold_core::posting::{JobPosting, values};
use foothold_documents::Reading;
use foothold_documents::read::dates::Date;
use foothold_documents::read::{Resume, languages_of};
use foothold_matching::demands::{self, Demands};
use foothold_matching::person::Person;
use foothold_matching::ranking::{auc, ndcg, spearman};
use foothold_matching::score::{Learned, Wishes, numbers};
use foothold_matching::text;
use foothold_matching::vocabulary;
use foothold_shared::profile::{
    Certificate, EducationEntry, Profile, Project, Publication, Skill, WorkEntry, YearMonth,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

/// The day the sets were graded.
const TODAY: &str = "2026-11-21";

/// Grades by résumé, then vacancy, then annotator.
type Grades = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, folders): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|word| word.starts_with("--"));
    let [folder] = folders[..] else {
        bail!("usage: eval_matching DIR [--json] [--table]")
    };
    let has = |flag: &str| flags.iter().any(|known| *known == flag);
    let folder = Path::new(folder);
    let grades = grades(&folder.join("rankings.csv"))?;
    let vacancies = vacancies(&folder.join("vacancies"))?;
    let mut people = BTreeMap::new();
    for name in grades.keys() {
        people.insert(name.clone(), read(&folder.join("resumes").join(name))?);
    }

    let postings: BTreeMap<&String, Demands> = vacancies
        .iter()
        .map(|(name, text)| (name, demands::of(&posting_of(text))))
        .collect();
    let persons: BTreeMap<&String, Person> = people
        .iter()
        .map(|(name, reading)| {
            let (profile, further) = profile_of(reading);
            (name, Person::of_reading(&profile, &further, TODAY))
        })
        .collect();
    let texts: BTreeMap<&String, String> = people
        .iter()
        .map(|(name, reading)| (name, all_text(reading)))
        .collect();
    let bags = Bags::of(&vacancies, &texts);

    let ours = sheet(&grades, &|resume, vacancy| {
        let (Some(person), Some(demands)) = (persons.get(resume), postings.get(vacancy)) else {
            return 0.0;
        };
        f64::from(
            numbers(
                person,
                demands,
                &Wishes::default(),
                &Learned::default(),
                TODAY,
            )
            .score,
        )
    });
    let tf_idf = sheet(&grades, &|resume, vacancy| bags.cosine(resume, vacancy));
    let bm25 = sheet(&grades, &|resume, vacancy| bags.bm25(resume, vacancy));

    let mut out = std::io::stdout().lock();
    if has("--json") {
        let by_resume: BTreeMap<&String, Value> = ours
            .by_resume
            .iter()
            .map(|(name, (order, first))| (name, json!({ "spearman": order, "ndcg5": first })))
            .collect();
        let mut beside = json!({
            "tf_idf": tf_idf.total(),
            "bm25": bm25.total(),
            "chance": chance(&grades),
        });
        if let Some(agreement) = agreement(&grades) {
            beside["annotators"] = agreement;
        }
        writeln!(
            out,
            "{}",
            json!({ "total": ours.total(), "by_resume": by_resume, "beside": beside })
        )?;
        return Ok(());
    }
    if has("--table") {
        table(&mut out, &grades, &persons, &postings)?;
    }
    writeln!(out, "spearman  ndcg5")?;
    for (name, (order, first)) in &ours.by_resume {
        writeln!(out, "{:>8} {:>6}  {name}", shown(*order), shown(*first))?;
    }
    writeln!(out, "spearman  ndcg5   auc2")?;
    for (name, figures) in [
        ("matching", ours.total()),
        ("TF-IDF", tf_idf.total()),
        ("BM25", bm25.total()),
        ("chance", chance(&grades)),
    ]
    .into_iter()
    .chain(agreement(&grades).map(|figures| ("annotators", figures)))
    {
        let figure = |key: &str| shown(figures[key].as_f64());
        writeln!(
            out,
            "{:>8} {:>6} {:>6}  {name}",
            figure("spearman"),
            figure("ndcg5"),
            figure("auc2")
        )?;
    }
    Ok(())
}

fn shown(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| format!("{value:.3}"))
}

/// Each grade beside what was reached, for finding out why.
fn table(
    out: &mut impl std::io::Write,
    grades: &Grades,
    persons: &BTreeMap<&String, Person>,
    postings: &BTreeMap<&String, Demands>,
) -> Result<()> {
    for (vacancy, demands) in postings {
        let mut skills = demands.skills.clone();
        skills.sort_by(|one, other| other.1.total_cmp(&one.1));
        let shown: Vec<String> = skills
            .iter()
            .take(14)
            .map(|(skill, weight)| format!("{} {weight:.2}", vocabulary::name(*skill)))
            .collect();
        writeln!(out, "{vacancy} {}: {}", demands.title, shown.join(", "))?;
    }
    for (resume, by_vacancy) in grades {
        writeln!(out, "{resume}")?;
        if let Some(person) = persons.get(resume) {
            for job in &person.jobs {
                writeln!(
                    out,
                    "    {:.2} {:?} {}",
                    job.weight,
                    job.span.map(|(from, to)| to - from),
                    job.words
                )?;
            }
            let names: Vec<&str> = person
                .skills
                .iter()
                .map(|held| vocabulary::name(held.skill))
                .collect();
            writeln!(out, "    {}", names.join(", "))?;
        }
        for (vacancy, by_annotator) in by_vacancy {
            let (Some(person), Some(demands)) = (persons.get(resume), postings.get(vacancy)) else {
                continue;
            };
            let found = numbers(
                person,
                demands,
                &Wishes::default(),
                &Learned::default(),
                TODAY,
            );
            let parts: Vec<String> = found.values[..6]
                .iter()
                .map(|value| {
                    value.map_or_else(|| "   -".to_owned(), |value| format!("{value:4.2}"))
                })
                .collect();
            writeln!(
                out,
                "  {:4.1} {:5.1}  {} x{:.2}  {vacancy} {}",
                mean(by_annotator),
                found.score,
                parts.join(" "),
                found.left,
                demands.title
            )?;
        }
    }
    Ok(())
}

fn mean(by_annotator: &BTreeMap<String, f64>) -> f64 {
    by_annotator.values().sum::<f64>() / by_annotator.len().max(1) as f64
}

fn grades(path: &Path) -> Result<Grades> {
    let mut grades = Grades::new();
    let text = std::fs::read_to_string(path).context("rankings.csv cannot be read")?;
    for line in text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let [vacancy, resume, annotator, grade] =
            line.split(',').map(str::trim).collect::<Vec<_>>()[..]
        else {
            bail!("not vacancy,resume,annotator,grade: {line}");
        };
        grades
            .entry(resume.to_owned())
            .or_default()
            .entry(vacancy.to_owned())
            .or_default()
            .insert(annotator.to_owned(), grade.parse()?);
    }
    Ok(grades)
}

fn vacancies(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).context("no vacancies")? {
        let path = entry?.path();
        if let Some(name) = path.file_stem() {
            found.insert(
                name.to_string_lossy().into_owned(),
                std::fs::read_to_string(&path)?,
            );
        }
    }
    Ok(found)
}

/// A vacancy's lines of "Title: …" and so on, and the description below them.
fn posting_of(text: &str) -> JobPosting {
    let mut posting = JobPosting::default();
    let (head, description) = text.split_once("\n\n").unwrap_or((text, ""));
    for line in head.lines() {
        let Some((key, value)) = line.split_once(": ") else {
            continue;
        };
        let value = value.trim();
        match key {
            "Title" => posting.title = Some(value.to_owned()),
            "Company" => posting.company = Some(value.to_owned()),
            "Location" => posting.location = place_of(value),
            "Employment" => posting.employment_type = values::employment(value).map(str::to_owned),
            "Remote" if value == "TELECOMMUTE" => posting.remote = Some("remote".to_owned()),
            _ => {}
        }
    }
    posting.requirements = foothold_core::posting::requirements(description);
    posting.description = Some(description.to_owned());
    posting
}

/// The towns of a location, which may be the structured data of a page, cut off at any place.
fn place_of(value: &str) -> Option<String> {
    if !value.starts_with(['{', '[']) {
        return (!value.is_empty() && value != "None").then(|| value.to_owned());
    }
    let towns: Vec<&str> = value
        .split("\"addressLocality\": \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|town| !town.is_empty())
        .collect();
    (!towns.is_empty()).then(|| towns.join("; "))
}

fn read(path: &Path) -> Result<Reading> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    let reading = if path.extension().is_some_and(|ending| ending == "docx") {
        foothold_documents::read_docx(&bytes)
    } else {
        foothold_documents::read_pdf(&bytes)
    };
    reading.with_context(|| path.display().to_string())
}

fn all_text(reading: &Reading) -> String {
    let lines: Vec<String> = reading
        .lines
        .iter()
        .map(|line| line.text().replace('\t', " "))
        .collect();
    lines.join("\n")
}

fn month(date: Option<Date>) -> Option<YearMonth> {
    date.map(|date| YearMonth {
        year: date.year,
        month: date.month,
    })
}

/// What was read as a profile, and the lines that went into no part of it.
fn profile_of(reading: &Reading) -> (Profile, Vec<String>) {
    let resume: &Resume = &reading.resume;
    let value = |found: &Option<foothold_documents::read::Found<String>>| {
        found
            .as_ref()
            .map(|found| found.value.clone())
            .unwrap_or_default()
    };
    let headline = value(&resume.headline);
    let summary = value(&resume.summary);
    let mut profile = Profile {
        summary: [headline.as_str(), summary.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
        ..Profile::default()
    };
    for (at, job) in resume.work.iter().enumerate() {
        profile.work.push(WorkEntry {
            id: at.to_string(),
            title: value(&job.title),
            company: value(&job.company),
            location: value(&job.location),
            start: month(job.start),
            end: month(job.end),
            current: job.current,
            description: job.bullets.join("\n"),
        });
    }
    for (at, school) in resume.education.iter().enumerate() {
        profile.education.push(EducationEntry {
            id: at.to_string(),
            school: value(&school.school),
            degree: value(&school.degree),
            discipline: value(&school.degree),
            start: month(school.start),
            end: month(school.end),
            ..EducationEntry::default()
        });
    }
    for skill in &resume.skills {
        profile.skills.push(Skill {
            name: skill.value.clone(),
            years: None,
        });
    }
    for language in &resume.languages {
        profile.languages.extend(languages_of(&language.value));
    }
    for certificate in &resume.certificates {
        profile.certificates.push(Certificate {
            name: certificate.value.clone(),
            ..Certificate::default()
        });
    }
    for (at, project) in resume.projects.iter().enumerate() {
        profile.projects.push(Project {
            id: at.to_string(),
            name: value(&project.name),
            role: project.role.clone(),
            start: month(project.start),
            end: month(project.end),
            current: project.current,
            description: project.bullets.join("\n"),
            ..Project::default()
        });
    }
    for (at, publication) in resume.publications.iter().enumerate() {
        profile.publications.push(Publication {
            id: at.to_string(),
            title: value(&publication.title),
            publisher: publication.publisher.clone(),
            ..Publication::default()
        });
    }
    let known = serde_json::to_string(&profile)
        .map(|all| text::fold(&all))
        .unwrap_or_default();
    let further = reading
        .lines
        .iter()
        .map(|line| line.text().replace('\t', " "))
        .filter(|line| !known.contains(&text::fold(line)))
        .collect();
    (profile, further)
}

/// What one way of scoring reaches.
#[derive(Default)]
struct Sheet {
    by_resume: BTreeMap<String, (Option<f64>, Option<f64>)>,
    auc2: Option<f64>,
}

impl Sheet {
    fn total(&self) -> Value {
        let mean = |values: Vec<f64>| {
            let count = values.len() as f64;
            (count > 0.0).then(|| values.iter().sum::<f64>() / count)
        };
        json!({
            "spearman": mean(self.by_resume.values().filter_map(|(order, _)| *order).collect()),
            "ndcg5": mean(self.by_resume.values().filter_map(|(_, first)| *first).collect()),
            "auc2": self.auc2,
        })
    }
}

fn sheet(grades: &Grades, score: &dyn Fn(&String, &String) -> f64) -> Sheet {
    let mut sheet = Sheet::default();
    let (mut good, mut all) = (Vec::new(), Vec::new());
    for (resume, by_vacancy) in grades {
        let truth: Vec<f64> = by_vacancy.values().map(mean).collect();
        let scores: Vec<f64> = by_vacancy
            .keys()
            .map(|vacancy| score(resume, vacancy))
            .collect();
        sheet.by_resume.insert(
            resume.clone(),
            (spearman(&truth, &scores), ndcg(&truth, &scores, 5)),
        );
        good.extend(truth.iter().map(|grade| *grade >= 2.0));
        all.extend(scores);
    }
    sheet.auc2 = auc(&good, &all);
    sheet
}

/// The mean over many orders by chance; always the same ones.
fn chance(grades: &Grades) -> Value {
    const ROUNDS: u64 = 200;
    let mut sums = [0.0; 3];
    for round in 0..ROUNDS {
        let totals = sheet(grades, &|resume, vacancy| {
            let mut seed = round.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            for byte in resume.bytes().chain(vacancy.bytes()) {
                seed = (seed ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
            ((seed ^ (seed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 11) as f64
        })
        .total();
        for (sum, key) in sums.iter_mut().zip(["spearman", "ndcg5", "auc2"]) {
            *sum += totals[key].as_f64().unwrap_or_default();
        }
    }
    let mean = |at: usize| sums[at] / ROUNDS as f64;
    json!({ "spearman": mean(0), "ndcg5": mean(1), "auc2": mean(2) })
}

/// How far the first two annotators agree, the one's grades as scores for the other's.
fn agreement(grades: &Grades) -> Option<Value> {
    let mut names: Vec<&String> = grades
        .values()
        .flat_map(BTreeMap::values)
        .flat_map(BTreeMap::keys)
        .collect();
    names.sort();
    names.dedup();
    let [one, other, ..] = names[..] else {
        return None;
    };
    let only = |name: &String| -> Grades {
        grades
            .iter()
            .map(|(resume, by_vacancy)| {
                let kept = by_vacancy
                    .iter()
                    .filter(|(_, by)| by.contains_key(one) && by.contains_key(other))
                    .filter_map(|(vacancy, by)| {
                        let grade = by.get(name)?;
                        Some((vacancy.clone(), BTreeMap::from([(name.clone(), *grade)])))
                    })
                    .collect();
                (resume.clone(), kept)
            })
            .collect()
    };
    let (truth, scores) = (only(one), only(other));
    Some(
        sheet(&truth, &|resume, vacancy| {
            scores
                .get(resume)
                .and_then(|by_vacancy| by_vacancy.get(vacancy))
                .map_or(0.0, mean)
        })
        .total(),
    )
}
