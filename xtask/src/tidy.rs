//! `cargo xtask tidy`: the rules of ARCHITECTURE.md that a program can check.
//!
//! Each rule is a line in a table: which sources, which words they must not contain, where those belong, and why.

use crate::css::rust_files;
use crate::workspace::root;
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Words that one part of the tree must not contain.
struct Rule {
    /// Folders or files the rule is about.
    within: &'static [&'static str],
    /// Folders, files or file names where it does not apply.
    except: &'static [&'static str],
    /// What must not be there, in code (comments do not count).
    words: &'static [&'static str],
    /// Why, for whoever breaks it.
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        within: &["extension-core/src", "shared/src"],
        except: &[],
        words: &[
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "gloo",
            "tokio",
            "reqwest",
            "sqlx",
            "poem::",
            "std::net",
            "std::fs",
            "std::time",
            "std::env",
            "std::process",
            "rand::",
        ],
        why: "the pure middle has no browser, network, files, clock, chance or database",
    },
    Rule {
        within: &["extension/src"],
        except: &["extension/src/browser"],
        words: &["web_extensions_sys", "\"chrome\"", "chrome."],
        why: "chrome.* calls live in extension/src/browser",
    },
    Rule {
        within: &["backend/src"],
        except: &[
            "backend/src/http",
            "backend/src/app.rs",
            "backend/src/serve.rs",
            "api.rs",
            "api",
        ],
        words: &["poem::", "poem_openapi::"],
        why: "poem lives in http/ and in each feature's api",
    },
    Rule {
        within: &["backend/src"],
        except: &[
            "backend/src/db",
            "backend/src/ids.rs",
            "backend/src/testing.rs",
            "store.rs",
            "store",
        ],
        words: &["sqlx::"],
        why: "SQL lives in db/ and in each feature's store",
    },
    Rule {
        within: &["backend/src"],
        except: &["backend/src/adapters"],
        words: &[
            "reqwest::",
            "object_store::",
            "std::net::TcpStream",
            "tokio::net::TcpStream",
        ],
        why: "network clients live in adapters/",
    },
    Rule {
        within: &["extension-core/src"],
        except: &[
            "extension-core/src/sites",
            "extension-core/src/posting/sites.rs",
        ],
        words: &[
            "greenhouse.io",
            "lever.co",
            "ashbyhq.com",
            "myworkdayjobs",
            "icims.com",
            "smartrecruiters.com",
            "workable.com",
            "linkedin.com/jobs",
            "indeed.com",
        ],
        why: "host names are facts about a site and live in sites/, as data",
    },
    Rule {
        within: &["web-portal/src", "extension/src"],
        except: &[],
        words: &["inner_html", "set_inner_html", "insert_adjacent_html"],
        why: "what people type is shown as text, never as markup",
    },
];

/// The crates that make up the product and its tests.
const CRATES: [&str; 14] = [
    "shared",
    "extension-core",
    "extension",
    "gazetteer",
    "documents",
    "matching",
    "tailoring",
    "rendering",
    "boards",
    "backend",
    "web-portal",
    "job-portal",
    "e2e",
    "xtask",
];

/// File names that say nothing.
const VAGUE: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "manager"];

/// Checks the tree.
///
/// # Errors
/// Listing every place that breaks a rule.
pub fn tidy() -> Result<()> {
    let mut broken = Vec::new();
    for rule in RULES {
        for folder in rule.within {
            for file in rust_files(&root().join(folder))? {
                let path = relative(&file);
                if !rule.except.iter().any(|except| is_within(&path, except)) {
                    let text = fs::read_to_string(&file)?;
                    broken.extend(breaches(&path, &text, rule));
                }
            }
        }
    }
    broken.extend(features_reading_each_others_store()?);
    broken.extend(vague_names()?);
    broken.extend(scripts_that_load_code()?);
    broken.extend(long_files()?);
    if broken.is_empty() {
        return Ok(());
    }
    bail!("{} breaches:\n{}", broken.len(), broken.join("\n"))
}

fn relative(file: &Path) -> String {
    file.strip_prefix(root())
        .unwrap_or(file)
        .to_string_lossy()
        .replace('\\', "/")
}

/// Whether a path is a place, lies in it, or has a file or folder of that name.
fn is_within(path: &str, place: &str) -> bool {
    if place.contains('/') {
        return path == place || path.starts_with(&format!("{place}/"));
    }
    path.split('/').any(|part| part == place)
}

fn breaches(path: &str, text: &str, rule: &Rule) -> Vec<String> {
    code_lines(text)
        .filter_map(|(number, line)| {
            let word = rule.words.iter().find(|word| line.contains(*word))?;
            Some(format!("{path}:{number}: `{word}`: {}", rule.why))
        })
        .collect()
}

/// The lines of code before the tests, numbered, without comments.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        // With spaces around it, so that an address in a string stays whole.
        .map(|(index, line)| (index + 1, line.split(" // ").next().unwrap_or(line)))
}

/// A feature calls another through its front door, never through its store.
fn features_reading_each_others_store() -> Result<Vec<String>> {
    let features = root().join("backend/src/features");
    let mut broken = Vec::new();
    for file in rust_files(&features)? {
        let path = relative(&file);
        let own = path
            .split('/')
            .nth(3)
            .unwrap_or_default()
            .trim_end_matches(".rs")
            .to_owned();
        let text = fs::read_to_string(&file)?;
        for (number, line) in code_lines(&text) {
            let Some(rest) = line.split("features::").nth(1) else {
                continue;
            };
            let mut parts = rest.split("::");
            let other = parts.next().unwrap_or_default();
            if other != own && parts.next().is_some_and(|part| part.starts_with("store")) {
                broken.push(format!("{path}:{number}: reads the store of {other}"));
            }
        }
    }
    Ok(broken)
}

fn vague_names() -> Result<Vec<String>> {
    let crates = [
        "shared",
        "extension-core",
        "extension",
        "backend",
        "web-portal",
        "job-portal",
    ];
    let mut broken = Vec::new();
    for name in crates {
        for file in rust_files(&root().join(name).join("src"))? {
            let stem = file
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned());
            if stem.is_some_and(|stem| VAGUE.contains(&stem.as_str())) {
                broken.push(format!("{}: a name that says nothing", relative(&file)));
            }
        }
    }
    Ok(broken)
}

/// A file past this many lines, tests included, holds more than one idea.
const LONGEST_FILE: usize = 600;

fn long_files() -> Result<Vec<String>> {
    let mut broken = Vec::new();
    for name in CRATES {
        for file in rust_files(&root().join(name).join("src"))? {
            let lines = fs::read_to_string(&file)?.lines().count();
            if lines > LONGEST_FILE {
                broken.push(format!(
                    "{}: {lines} lines: more than one idea",
                    relative(&file)
                ));
            }
        }
    }
    Ok(broken)
}

/// The page agent is data in, data out: it loads no code and speaks to no network.
fn scripts_that_load_code() -> Result<Vec<String>> {
    let words = [
        "eval(",
        "new Function",
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "WebAssembly",
        "import(",
    ];
    let mut broken = Vec::new();
    let agent = root().join("extension/agent");
    let mut files: Vec<PathBuf> = fs::read_dir(&agent)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "js"))
    {
        let text = fs::read_to_string(file)?;
        for (number, line) in code_lines(&text) {
            if let Some(word) = words.iter().find(|word| line.contains(*word)) {
                broken.push(format!(
                    "{}:{number}: `{word}` in the page agent",
                    relative(file)
                ));
            }
        }
    }
    Ok(broken)
}

#[cfg(test)]
mod tests {
    use super::{Rule, breaches, is_within};

    const RULE: Rule = Rule {
        within: &[],
        except: &[],
        words: &["sqlx::"],
        why: "SQL lives in the store",
    };

    #[test]
    fn finds_words_in_code_only() {
        let text = "use sqlx::Row;\n// sqlx:: in a comment\n#[cfg(test)]\nuse sqlx::Any;\n";
        assert_eq!(
            breaches("a.rs", text, &RULE),
            ["a.rs:1: `sqlx::`: SQL lives in the store"]
        );
    }

    #[test]
    fn exceptions_are_folders_files_or_names() {
        assert!(is_within("backend/src/http/error.rs", "backend/src/http"));
        assert!(is_within("backend/src/features/jobs/store.rs", "store.rs"));
        assert!(is_within(
            "backend/src/features/jobs/store/list.rs",
            "store"
        ));
        assert!(!is_within("backend/src/https/error.rs", "backend/src/http"));
    }
}
