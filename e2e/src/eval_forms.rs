//! `eval forms`: how many fields of real forms the reader understands, and how many it gets wrong.
//!
//! Each `ID.html` of a folder is opened under its own host, read by the real page agent and classified; the answer is
//! compared with `ID.truth.json`.
//!
//! What must not happen here: leniency. A field the agent does not see is a miss, a selector that finds nothing is a
//! miss, and a page that cannot be read ends the run with an error.

use crate::capture::{Captured, Captures};
use crate::score_forms::{Miss, Scores, judge};
use anyhow::{Context, Result, bail};
use foothold_core::classify::{ClassifiedForm, classify};
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How the result is told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Report {
    /// Machine-readable, and nothing else on stdout.
    pub json: bool,
    /// Lists each miss and each wrong answer after the table.
    pub misses: bool,
}

/// The truth about one page. Whatever is not needed for scoring is not read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Truth {
    pub(crate) ats: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) page_url: Option<String>,
    pub(crate) fields: Vec<TruthField>,
}

impl Truth {
    /// Reads a truth file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        serde_json::from_str(&text)
            .with_context(|| format!("{} is not a truth file", path.display()))
    }
}

/// The truth about one field.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TruthField {
    pub(crate) selector: Option<String>,
    pub(crate) id: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) label: Option<String>,
    pub(crate) tag: Option<String>,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
    pub(crate) options: Option<Vec<Option<String>>>,
    pub(crate) expected: String,
    pub(crate) also_ok: Option<Vec<String>>,
    pub(crate) option_selectors: Option<Vec<String>>,
    pub(crate) do_not_fill: Option<bool>,
    /// Of a legal question: whether "yes" means the opposite of its kind. Judged only where the truth says it.
    pub(crate) negated: Option<bool>,
    pub(crate) visible_in_capture: Option<bool>,
}

impl TruthField {
    /// Whether one of several answers is chosen.
    pub(crate) fn is_choice(&self) -> bool {
        self.tag.as_deref() == Some("select")
            || matches!(self.kind.as_deref(), Some("radio" | "checkbox"))
    }

    /// Whether its answers are yes and no, as far as the truth tells them.
    pub(crate) fn says_yes_or_no(&self) -> bool {
        let options = self.options.as_deref().unwrap_or_default();
        options.is_empty()
            || options.len() <= 3
                && options
                    .iter()
                    .flatten()
                    .any(|option| ["yes", "oui", "ja"].contains(&option.to_lowercase().as_str()))
    }
}

/// Finds, for each truth field, the number of the field the agent read there: 0 where it read none, -1 where the
/// selector finds nothing. Selectors reach into open shadow roots, in document order.
const FIND: &str = r"
const all = [];
const visit = (node) => {
  for (const child of node.children) {
    all.push(child);
    if (child.shadowRoot) visit(child.shadowRoot);
    visit(child);
  }
};
visit(document);
const one = (selector) => {
  const [css, nth] = selector.split(/\s*>>\s*nth=/);
  let matches;
  try { matches = all.filter((element) => element.matches(css)); } catch { return null; }
  return matches[Number(nth ?? 0)] ?? null;
};
return arguments[0].map((selectors) => {
  const found = selectors.map(one).filter(Boolean);
  if (!found.length) return -1;
  return found.map((element) => __foothold.handleOf(element)).find((handle) => handle > 0) ?? 0;
});
";

/// Measures every page of a folder and prints the result.
///
/// # Errors
/// When there is nothing to measure, the browser does not start, or a page cannot be read (the others are still
/// measured and printed).
pub async fn run(folder: &Path, report: Report) -> Result<()> {
    let truths = truths(folder)?;
    let captures = Captures::start().await?;
    let mut scores = Scores::by("ATS");
    let mut misses = Vec::new();
    let mut unreadable = Vec::new();
    for path in &truths {
        let id = page_id(path);
        match measure(&captures, path, &id).await {
            Ok((ats, page_misses, page_scores)) => {
                scores.add(&ats, &page_scores);
                misses.extend(page_misses);
            }
            Err(error) => unreadable.push(format!("{id}: {error:#}")),
        }
    }
    print(&scores, &misses, report)?;
    if !unreadable.is_empty() {
        bail!(
            "{} of {} pages could not be read:\n{}",
            unreadable.len(),
            truths.len(),
            unreadable.join("\n")
        );
    }
    Ok(())
}

/// Opens one page and judges each of its fields.
async fn measure(
    captures: &Captures,
    path: &Path,
    id: &str,
) -> Result<(String, Vec<Miss>, crate::score_forms::Score)> {
    let truth = Truth::read(path)?;
    let page = Captured::read(
        &path.with_file_name(format!("{id}.html")),
        truth.page_url.as_deref().unwrap_or(""),
    )?;
    let form = classify(&captures.snapshot(&page).await?);
    let handles = find(captures, &truth.fields).await?;
    let (misses, score) = judge_page(id, &truth, &form, &handles);
    Ok((
        truth.ats.unwrap_or_else(|| "unknown".to_owned()),
        misses,
        score,
    ))
}

/// The handle each truth field has in the snapshot; see [`FIND`].
pub(crate) async fn find(captures: &Captures, fields: &[TruthField]) -> Result<Vec<i64>> {
    captures
        .browser()
        .run(FIND, vec![json!(selectors(fields))])
        .await
}

/// The selectors that lead to each field, the best first.
pub(crate) fn selectors(fields: &[TruthField]) -> Vec<Vec<String>> {
    fields
        .iter()
        .map(|field| {
            let mut list: Vec<String> = field.selector.iter().cloned().collect();
            list.extend(field.option_selectors.iter().flatten().cloned());
            if list.is_empty() {
                let quoted = |text: &str| Value::from(text).to_string();
                list.extend(field.id.iter().map(|id| format!("[id={}]", quoted(id))));
                list.extend(
                    field
                        .name
                        .iter()
                        .map(|name| format!("[name={}]", quoted(name))),
                );
            }
            list
        })
        .collect()
}

pub(crate) fn judge_page(
    id: &str,
    truth: &Truth,
    form: &ClassifiedForm,
    handles: &[i64],
) -> (Vec<Miss>, crate::score_forms::Score) {
    let mut score = crate::score_forms::Score::default();
    let mut misses = Vec::new();
    for (expected, handle) in truth.fields.iter().zip(handles) {
        let read = form
            .fields
            .iter()
            .find(|field| i64::from(field.handle) == *handle);
        let verdict = judge(expected, read, *handle);
        score.count(&verdict);
        if let Some(miss) = verdict.miss(id, expected, read) {
            misses.push(miss);
        }
    }
    (misses, score)
}

/// The truth files of a folder, in order.
pub(crate) fn truths(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut truths = Vec::new();
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("cannot open {}", folder.display()))?
    {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".truth.json") {
            truths.push(path);
        }
    }
    truths.sort();
    if truths.is_empty() {
        bail!("{} holds no ID.truth.json", folder.display());
    }
    Ok(truths)
}

/// "folder/lever-1.truth.json" → "lever-1".
pub(crate) fn page_id(path: &Path) -> String {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    name.trim_end_matches(".truth.json").to_owned()
}

pub(crate) fn print(scores: &Scores, misses: &[Miss], report: Report) -> Result<()> {
    let mut out = std::io::stdout().lock();
    if report.json {
        let mut whole = scores.to_json();
        whole["misses"] = json!(misses);
        writeln!(out, "{whole}")?;
        return Ok(());
    }
    write!(out, "{}", scores.to_table())?;
    if report.misses {
        for miss in misses {
            writeln!(out, "{miss}")?;
        }
    }
    Ok(())
}
