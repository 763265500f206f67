//! `cargo xtask eval grounding [--json] [--misses]`: how many altered sentences pass, and how many faithful ones.
//!
//! The sentences are data in `tailoring/tests/grounding`; its README says which were written when.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use foothold_core::posting::JobPosting;
use foothold_matching::facts::Facts;
use foothold_shared::document::Statement;
use foothold_shared::profile::Profile;
use foothold_tailoring::ground::{Verdict, check};

/// A sentence of a set.
struct Case {
    person: String,
    kind: String,
    facts: Vec<String>,
    text: String,
}

#[expect(clippy::print_stdout, reason = "a command that prints its result")]
fn main() -> Result<()> {
    let options: Vec<String> = std::env::args().skip(1).collect();
    if let Some(other) = options
        .iter()
        .find(|option| !["--json", "--misses"].contains(&option.as_str()))
    {
        bail!("no such option: {other}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/grounding");
    let people: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(&fs::read_to_string(folder.join("people.json"))?)?;
    let posting: JobPosting =
        serde_json::from_str(&fs::read_to_string(folder.join("posting.json"))?)?;
    let mut report = serde_json::Map::new();
    for (set, passes) in [
        ("altered", false),
        ("faithful", true),
        ("fresh_altered", false),
        ("fresh_faithful", true),
        ("second_altered", false),
        ("second_faithful", true),
        ("third_altered", false),
        ("third_faithful", true),
    ] {
        let cases = read(&folder.join(format!("{set}.tsv")))?;
        let mut passed = 0;
        let mut misses = Vec::new();
        for case in &cases {
            let person = people.get(&case.person).context("a person of the set")?;
            let verdict = judge(case, person, &posting)?;
            passed += usize::from(verdict.may_stand());
            if verdict.may_stand() != passes {
                let why = match verdict {
                    Verdict::Refused(refusal) => format!("{refusal:?}"),
                    _ => "passes".to_owned(),
                };
                misses.push(format!(
                    "{set}\t{}\t{}\t{why}\t{}",
                    case.person, case.kind, case.text
                ));
            }
        }
        let total = cases.len();
        report.insert(
            set.to_owned(),
            serde_json::json!({"sentences": total, "passed": passed}),
        );
        if !options.contains(&"--json".to_owned()) {
            println!("{set:15} {passed:4} of {total:4} pass");
            if options.contains(&"--misses".to_owned()) {
                for miss in misses {
                    println!("  {miss}");
                }
            }
        }
    }
    if options.contains(&"--json".to_owned()) {
        println!("{}", serde_json::Value::Object(report));
    }
    Ok(())
}

fn judge(case: &Case, person: &serde_json::Value, posting: &JobPosting) -> Result<Verdict> {
    let language = person["language"].as_str().unwrap_or("en").to_owned();
    let mut fields = person.clone();
    fields
        .as_object_mut()
        .context("an object")?
        .remove("language");
    let profile: Profile = serde_json::from_value(fields)?;
    let statement = Statement {
        text: case.text.clone(),
        facts: case.facts.clone(),
        fixed: false,
    };
    let verdicts = check(&[statement], &Facts::of(&profile), posting, &language);
    verdicts.into_iter().next().context("one verdict")
}

fn read(file: &Path) -> Result<Vec<Case>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    text.lines()
        .map(|line| {
            let parts: Vec<&str> = line.split('\t').collect();
            let [person, kind, facts, text] = parts.as_slice() else {
                bail!("not four columns: {line}");
            };
            Ok(Case {
                person: (*person).to_owned(),
                kind: (*kind).to_owned(),
                facts: facts
                    .split(" + ")
                    .filter(|id| !id.is_empty())
                    .map(str::to_owned)
                    .collect(),
                text: (*text).to_owned(),
            })
        })
        .collect()
}
