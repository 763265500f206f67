//! Other people's readers: what the text of a file is to them.
//!
//! What must not happen here: a judgement. A reader that cannot be had is told and skipped.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The packages of PyPI that the readers and the bench's peers need.
const PACKAGES: [&str; 4] = ["pypdf", "pdfminer.six", "python-docx", "weasyprint"];

/// Reads files with one of them: names and their texts as JSON.
const SCRIPT: &str = r#"
import json, logging, sys
logging.disable(logging.CRITICAL)
what, files = sys.argv[1], sys.stdin.read().splitlines()

def of_pypdf(name):
    import pypdf
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(name).pages)

def of_pdfminer(name):
    from pdfminer.high_level import extract_text
    return extract_text(name)

def of_docx(name):
    import docx
    document = docx.Document(name)
    assert document.core_properties.title, "no title"
    styles = {p.style.name for p in document.paragraphs}
    assert "Title" in styles, "no title style"
    return "\n".join(p.text for p in document.paragraphs)

read = {"pypdf": of_pypdf, "pdfminer": of_pdfminer, "python-docx": of_docx}[what]
found = {}
for name in files:
    try:
        found[name] = read(name)
    except Exception as error:
        found[name] = "unreadable: %r" % error
json.dump(found, sys.stdout)
"#;

/// The texts of files, by file.
pub(crate) type Texts = BTreeMap<PathBuf, String>;

/// What there is to read with on this machine.
pub(crate) struct Readers {
    pub(crate) python: Option<PathBuf>,
    work: PathBuf,
}

impl Readers {
    /// Sets them up in a folder of their own; says what is installed and what cannot be had.
    pub(crate) fn prepare(work: &Path, say: &mut dyn FnMut(&str)) -> Self {
        let python = match python(work, say) {
            Ok(python) => Some(python),
            Err(error) => {
                say(&format!("skipped: the PyPI readers ({error:#})"));
                None
            }
        };
        Self {
            python,
            work: work.to_path_buf(),
        }
    }

    /// `pdftotext`, with or without `-layout`.
    pub(crate) fn pdftotext(&self, files: &[PathBuf], layout: bool) -> Result<Texts> {
        let mut texts = Texts::new();
        for file in files {
            let mut command = Command::new("pdftotext");
            command.args(["-enc", "UTF-8"]);
            if layout {
                command.arg("-layout");
            }
            let out = command
                .arg(file)
                .arg("-")
                .output()
                .context("pdftotext is not installed (package poppler-utils)")?;
            texts.insert(
                file.clone(),
                String::from_utf8_lossy(&out.stdout).into_owned(),
            );
        }
        Ok(texts)
    }

    /// A package of PyPI: `pypdf`, `pdfminer` or `python-docx`.
    pub(crate) fn python(&self, what: &str, files: &[PathBuf]) -> Result<Texts> {
        let python = self.python.as_ref().context("it could not be installed")?;
        let names: Vec<String> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        let list = self.work.join("files.txt");
        std::fs::write(&list, names.join("\n"))?;
        let out = Command::new(python)
            .args(["-c", SCRIPT, what])
            .stdin(std::fs::File::open(&list)?)
            .output()?;
        if !out.status.success() {
            bail!("{}", String::from_utf8_lossy(&out.stderr).trim());
        }
        let found: BTreeMap<String, String> = serde_json::from_slice(&out.stdout)?;
        Ok(found
            .into_iter()
            .map(|(name, text)| (PathBuf::from(name), text))
            .collect())
    }

    /// LibreOffice, to plain text or to PDF; gives the files it wrote, beside those it read.
    pub(crate) fn libreoffice(&self, files: &[PathBuf], to: &str) -> Result<Vec<PathBuf>> {
        let out = self.work.join(format!("libreoffice-{to}"));
        std::fs::create_dir_all(&out)?;
        let filter = if to == "txt" {
            "txt:Text (encoded):UTF8"
        } else {
            to
        };
        let profile = self.work.join("libreoffice-profile");
        // A hundred names fit into every system's command line.
        for some in files.chunks(100) {
            let status = Command::new("soffice")
                .arg(format!(
                    "-env:UserInstallation=file://{}",
                    profile.display()
                ))
                .args([
                    "--headless",
                    "--norestore",
                    "--convert-to",
                    filter,
                    "--outdir",
                ])
                .arg(&out)
                .args(some)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .context("LibreOffice is not installed")?;
            if !status.success() {
                bail!("LibreOffice ended with {status}");
            }
        }
        Ok(files
            .iter()
            .filter_map(|file| Some(out.join(file.file_name()?).with_extension(to)))
            .collect())
    }
}

/// A Python with the packages, in an environment of its own below the build folder.
fn python(work: &Path, say: &mut dyn FnMut(&str)) -> Result<PathBuf> {
    let home = work.join("python");
    let python = home.join("bin/python");
    let is_there = |package: &str| {
        let module = match package {
            "pdfminer.six" => "pdfminer",
            "python-docx" => "docx",
            other => other,
        };
        Command::new(&python)
            .args(["-c", &format!("import {module}")])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    if !python.exists() {
        say(&format!(
            "making a Python environment in {}",
            home.display()
        ));
        run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    }
    for package in PACKAGES {
        if is_there(package) {
            continue;
        }
        say(&format!("installing {package} into it"));
        let installed =
            run(Command::new(&python).args(["-m", "pip", "install", "--quiet", package]));
        if let Err(error) = installed {
            say(&format!("skipped: {package} ({error:#})"));
        }
    }
    Ok(python)
}

fn run(command: &mut Command) -> Result<()> {
    let out = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} is not installed", command.get_program().display()))?;
    if !out.status.success() {
        let said = String::from_utf8_lossy(&out.stderr);
        bail!("{}", said.lines().last().unwrap_or("it failed"));
    }
    Ok(())
}
