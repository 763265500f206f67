//! What the extension asks of the browser, and nothing more.

use anyhow::{Context, Result};
use foothold_e2e::extension;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../manifest")
}

fn manifest() -> Result<Value> {
    Ok(serde_json::from_slice(&std::fs::read(
        folder().join("manifest.json"),
    )?)?)
}

#[test]
fn permissions_are_the_fewest() -> Result<()> {
    let manifest = manifest()?;
    assert_eq!(manifest["manifest_version"], 3);
    assert_eq!(
        manifest["permissions"],
        json!([
            "activeTab",
            "alarms",
            "scripting",
            "sidePanel",
            "storage",
            "unlimitedStorage"
        ])
    );
    assert_eq!(
        manifest["optional_host_permissions"],
        json!(["http://*/*", "https://*/*"])
    );
    for absent in [
        "host_permissions",
        "content_scripts",
        "web_accessible_resources",
        "externally_connectable",
        "optional_permissions",
        "update_url",
    ] {
        assert!(
            manifest.get(absent).is_none(),
            "{absent} is in the manifest"
        );
    }
    Ok(())
}

#[test]
fn only_its_own_code_runs() -> Result<()> {
    let manifest = manifest()?;
    let policy = manifest["content_security_policy"]["extension_pages"].as_str();
    let policy = policy.context("no policy for the extension's pages")?;
    let rules: BTreeSet<&str> = policy.split(';').map(str::trim).collect();
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "object-src 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(rules.contains(rule), "{rule} is missing");
    }
    for page in ["popup.html", "panel.html", "options.html"] {
        let text = std::fs::read_to_string(folder().join(page))?;
        assert!(
            !text.contains("http://") && !text.contains("https://"),
            "{page} loads from afar"
        );
    }
    Ok(())
}

/// As the README names it.
#[test]
fn the_key_fixes_the_documented_id() -> Result<()> {
    let manifest = manifest()?;
    assert_eq!(
        extension::id(&manifest)?,
        "eabplaieebmbmkmflbompfiefcjaocob"
    );
    Ok(())
}

#[test]
fn every_language_has_every_text() -> Result<()> {
    let names = |language: &str| -> Result<BTreeSet<String>> {
        let path = folder()
            .join("_locales")
            .join(language)
            .join("messages.json");
        let texts: Value = serde_json::from_slice(&std::fs::read(path)?)?;
        let texts = texts.as_object().context("not an object")?;
        for (name, text) in texts {
            assert!(
                text["message"].as_str().is_some_and(|t| !t.is_empty()),
                "{language}: {name}"
            );
        }
        Ok(texts.keys().cloned().collect())
    };
    let english = names("en")?;
    assert_eq!(names("de")?, english);
    assert_eq!(names("fr")?, english);
    let text = std::fs::read_to_string(folder().join("manifest.json"))?;
    let used: BTreeSet<String> = text
        .split("__MSG_")
        .skip(1)
        .filter_map(|rest| rest.split("__").next().map(str::to_owned))
        .collect();
    assert_eq!(used, english);
    Ok(())
}

#[test]
fn icons_have_the_sizes_they_claim() -> Result<()> {
    for size in [16_u32, 32, 48, 128] {
        let bytes = std::fs::read(folder().join(format!("icons/{size}.png")))?;
        assert_eq!(&bytes[1..4], b"PNG");
        let side = |at: usize| {
            u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        assert_eq!((side(16), side(20)), (size, size));
    }
    Ok(())
}
