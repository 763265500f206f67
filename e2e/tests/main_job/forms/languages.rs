//! Plain forms without a script, in German and French: the same profile, the same answers.

use crate::page::{submit, tick};
use crate::stage::Stage;
use crate::{expect, page, person};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn a_german_form() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    stage
        .open(&stage.jobs.form("kornblume-backwaren-it"), "#vorname")
        .await?;
    stage.look().await?;
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;
    let ticked: bool = browser
        .run(
            "return document.querySelector('#datenschutz').checked \
             || document.querySelector('#newsletter').checked",
            vec![],
        )
        .await?;
    assert!(!ticked, "consent and newsletter are the person's");
    tick(browser, "#application", "Ich habe die Datenschutzhinweise").await?;
    let submission = stage.submission(&submit(browser, "#application [type=submit]").await?)?;
    expect::submitted(
        &submission,
        &[
            ("Vorname", "Mara"),
            ("Nachname", "Lindqvist"),
            ("E-Mail-Adresse", "mara.lindqvist@mail.example"),
            ("Telefonnummer", "+1 503 555 0142"),
            ("Straße und Hausnummer", "14 Alder Street"),
            ("Postleitzahl", "97205"),
            ("Ort", "Portland"),
            ("Land", "US"),
            ("Frühestmöglicher Eintrittstermin", "2027-02-01"),
            ("Kündigungsfrist", "1 Monat"),
            ("Gehaltsvorstellung", "125000 USD pro Jahr"),
            ("Haben Sie eine Arbeitserlaubnis für Deutschland?", "Nein"),
            (
                "Ich habe die Datenschutzhinweise gelesen und stimme der Verarbeitung meiner Daten zu",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "lebenslauf")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_french_form() -> Result<()> {
    let (stage, _api) = Stage::connected(&person::profile()).await?;
    let browser = &stage.browser;
    stage
        .open(&stage.jobs.form("cadran-chef-de-projet"), "#prenom")
        .await?;
    stage.look().await?;
    let filled = stage.fill().await?;
    expect::no_trouble(&filled);
    page::assert_traps_untouched(browser).await?;
    // The profile says nothing about France: the person answers.
    tick(browser, "#application", "Non").await?;
    tick(browser, "#application", "J’ai lu la politique").await?;
    let submission = stage.submission(&submit(browser, "#application [type=submit]").await?)?;
    expect::submitted(
        &submission,
        &[
            ("Prénom", "Mara"),
            ("Nom", "Lindqvist"),
            ("Adresse e-mail", "mara.lindqvist@mail.example"),
            ("Téléphone", "+1 503 555 0142"),
            ("Adresse", "14 Alder Street"),
            ("Code postal", "97205"),
            ("Ville", "Portland"),
            ("Pays", "US"),
            ("Date de début au plus tôt", "2027-02-01"),
            ("Préavis", "1 mois"),
            ("Prétentions salariales", "125000 USD par an"),
            ("Êtes-vous autorisé(e) à travailler en France ?", "Non"),
            (
                "J’ai lu la politique de confidentialité et j’accepte le traitement de mes données",
                "on",
            ),
        ],
    );
    expect::resume(&submission, "cv")
}
