//! `eval_resumes DIR [--json] [--misses]`: measures the résumé reader on files with their truth.
//!
//! Scored as the examples' description says: contact fields count when equal after folding of case and space; a job
//! when company, title and dates agree, dates to the month as far as the truth states them; a school likewise; links by
//! the page they lead to. What the truth leaves open (`null`) is not asked. Its skills are a sample of at most ten, so
//! they count for recall alone.

use anyhow::{Context as _, Result, bail};
use foothold_documents::read::dates::Date;
use foothold_documents::read::{Found, Resume, link_key};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// How often something was right, made up and missed.
#[derive(Debug, Clone, Copy, Default)]
struct Score {
    right: u32,
    extra: u32,
    missed: u32,
}

impl Score {
    fn f1(self) -> f64 {
        let right = f64::from(self.right) * 2.0;
        let all = right + f64::from(self.extra) + f64::from(self.missed);
        if all == 0.0 { 1.0 } else { right / all }
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.extra += other.extra;
        self.missed += other.missed;
    }
}

/// What was measured of one file.
#[derive(Default)]
struct Sheet {
    by_field: BTreeMap<&'static str, Score>,
    misses: Vec<String>,
}

impl Sheet {
    fn total(&self) -> Score {
        let mut total = Score::default();
        for score in self.by_field.values() {
            total.add(*score);
        }
        total
    }

    fn one(&mut self, field: &'static str, wanted: Option<String>, got: Option<String>) {
        let score = self.by_field.entry(field).or_default();
        if wanted == got {
            score.right += u32::from(wanted.is_some());
            return;
        }
        score.missed += u32::from(wanted.is_some());
        score.extra += u32::from(got.is_some());
        self.misses.push(format!(
            "{field}: wanted {}, got {}",
            wanted.as_deref().unwrap_or("nothing"),
            got.as_deref().unwrap_or("nothing")
        ));
    }

    /// Lists of things of which each counts once.
    fn many(
        &mut self,
        field: &'static str,
        wanted: &[Value],
        got: &[String],
        agrees: &dyn Fn(&Value, usize) -> bool,
    ) {
        let mut used = vec![false; got.len()];
        let mut score = Score::default();
        for truth in wanted {
            match (0..got.len()).find(|at| !used[*at] && agrees(truth, *at)) {
                Some(at) => {
                    used[at] = true;
                    score.right += 1;
                }
                None => {
                    score.missed += 1;
                    self.misses.push(format!("{field}: missed {truth}"));
                }
            }
        }
        for (what, _) in got.iter().zip(&used).filter(|(_, used)| !**used) {
            score.extra += 1;
            self.misses.push(format!("{field}: too much: {what}"));
        }
        self.by_field.entry(field).or_default().add(score);
    }
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, folders): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|word| word.starts_with("--"));
    let [folder] = folders[..] else {
        bail!("usage: eval_resumes DIR [--json] [--misses]")
    };
    let has = |flag: &str| flags.iter().any(|known| *known == flag);
    let mut files = truths(Path::new(folder))?;
    files.sort();
    if files.is_empty() {
        bail!("no FILE with FILE.truth.json in that folder");
    }
    let mut by_file = BTreeMap::new();
    let mut by_field: BTreeMap<&'static str, Score> = BTreeMap::new();
    let mut total = Score::default();
    let mut out = std::io::stdout().lock();
    for (file, truth) in files {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = std::fs::read(&file).with_context(|| name.clone())?;
        let truth: Value = serde_json::from_str(&std::fs::read_to_string(&truth)?)
            .with_context(|| name.clone())?;
        let began = Instant::now();
        let reading = if name.ends_with(".docx") {
            foothold_documents::read_docx(&bytes)
        } else {
            foothold_documents::read_pdf(&bytes)
        };
        let took_ms = began.elapsed().as_secs_f64() * 1000.0;
        let resume = reading.map(|reading| reading.resume).unwrap_or_default();
        let sheet = score(&resume, &truth);
        for (field, score) in &sheet.by_field {
            by_field.entry(field).or_default().add(*score);
        }
        total.add(sheet.total());
        if !has("--json") {
            writeln!(
                out,
                "{:>6.1} %  {took_ms:>6.1} ms  {name}",
                sheet.total().f1() * 100.0
            )?;
            if has("--misses") {
                for miss in &sheet.misses {
                    writeln!(out, "            {miss}")?;
                }
            }
        }
        by_file.insert(name, json!({ "f1": sheet.total().f1(), "ms": took_ms }));
    }
    if has("--json") {
        let fields: BTreeMap<_, _> = by_field
            .iter()
            .map(|(field, score)| (field, json!({ "f1": score.f1() })))
            .collect();
        writeln!(
            out,
            "{}",
            json!({ "total": { "f1": total.f1() }, "by_field": fields, "by_file": by_file })
        )?;
    } else {
        for (field, score) in &by_field {
            writeln!(out, "{:>6.1} %  {field}", score.f1() * 100.0)?;
        }
        writeln!(out, "{:>6.1} %  in all", total.f1() * 100.0)?;
    }
    Ok(())
}

fn truths(folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).context("the folder cannot be read")? {
        let path = entry?.path();
        let name = path.to_string_lossy().into_owned();
        if let Some(file) = name.strip_suffix(".truth.json") {
            found.push((PathBuf::from(file), path));
        }
    }
    Ok(found)
}

fn fold(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn found(value: &Option<Found<String>>) -> Option<String> {
    value.as_ref().map(|found| fold(&found.value))
}

fn wanted(value: &Value) -> Option<String> {
    value.as_str().map(fold)
}

fn date(date: Option<Date>, current: bool) -> String {
    match date {
        Some(Date {
            year,
            month: Some(month),
        }) => format!("{year}-{month:02}"),
        Some(Date { year, month: None }) => year.to_string(),
        None if current => "present".to_owned(),
        None => String::new(),
    }
}

/// Whether a date agrees with the truth as far as that states it.
fn dates_agree(truth: &Value, got: &str) -> bool {
    truth
        .as_str()
        .is_none_or(|truth| truth == got || truth.len() == 4 && got.starts_with(truth))
}

fn score(resume: &Resume, truth: &Value) -> Sheet {
    let mut sheet = Sheet::default();
    for (field, got) in [
        ("name", &resume.name),
        ("email", &resume.email),
        ("phone", &resume.phone),
        ("location", &resume.location),
    ] {
        sheet.one(field, wanted(&truth[field]), found(got));
    }
    let list = |name: &str| truth[name].as_array().cloned().unwrap_or_default();
    let links: Vec<String> = resume
        .links
        .iter()
        .map(|link| link_key(&link.value))
        .collect();
    sheet.many("links", &list("links"), &links, &|truth, at| {
        truth
            .as_str()
            .is_some_and(|truth| link_key(truth) == links[at])
    });
    let same =
        |truth: &Value, got: &Option<Found<String>>| truth.is_null() || wanted(truth) == found(got);
    let jobs: Vec<String> = resume
        .work
        .iter()
        .map(|job| {
            let (title, company) = (found(&job.title), found(&job.company));
            format!(
                "{} | {} | {} to {}",
                title.unwrap_or_default(),
                company.unwrap_or_default(),
                date(job.start, false),
                date(job.end, job.current)
            )
        })
        .collect();
    sheet.many("work", &list("work"), &jobs, &|truth, at| {
        let job = &resume.work[at];
        same(&truth["title"], &job.title)
            && same(&truth["company"], &job.company)
            && dates_agree(&truth["start"], &date(job.start, false))
            && dates_agree(&truth["end"], &date(job.end, job.current))
    });
    let schools: Vec<String> = resume
        .education
        .iter()
        .map(|school| {
            format!(
                "{} | {} | {} to {}",
                found(&school.degree).unwrap_or_default(),
                found(&school.school).unwrap_or_default(),
                date(school.start, false),
                date(school.end, school.current)
            )
        })
        .collect();
    sheet.many("education", &list("education"), &schools, &|truth, at| {
        let school = &resume.education[at];
        same(&truth["degree"], &school.degree)
            && same(&truth["school"], &school.school)
            && dates_agree(&truth["start"], &date(school.start, false))
            && dates_agree(&truth["end"], &date(school.end, school.current))
    });
    if truth["skills_note"].is_null() {
        let skills: Vec<String> = resume
            .skills
            .iter()
            .map(|skill| fold(&skill.value))
            .collect();
        for truth in list("skills") {
            let known = wanted(&truth).is_some_and(|truth| skills.contains(&truth));
            let score = sheet.by_field.entry("skills").or_default();
            score.right += u32::from(known);
            score.missed += u32::from(!known);
            if !known {
                sheet.misses.push(format!("skills: missed {truth}"));
            }
        }
    }
    sheet
}
