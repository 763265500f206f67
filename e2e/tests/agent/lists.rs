//! Lists of their own: searched, walked through, left and taken back.

use crate::check;
use crate::stage::{Stage, pick};
use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult::*;

pub(crate) async fn lists_are_searched(stage: &Stage) -> Result<()> {
    stage.show("lists.html").await?;
    let city = || pick("Hamburg", &["Hamburg, Deutschland", "Hamburg, Germany"]);
    check(stage, "city", city(), Written, "Hamburg, Germany").await?;
    check(stage, "city", city(), AlreadyThere, "Hamburg, Germany").await?;
    check(
        stage,
        "school",
        pick("", &["South College"]),
        Written,
        "South College",
    )
    .await?;
    check(
        stage,
        "year",
        pick("", &["Class of 1950"]),
        Written,
        "Class of 1950",
    )
    .await?;
    let code = |query: &str, text: &str| pick(query, &[text]);
    check(
        stage,
        "code",
        code("germany", "Germany (+49)"),
        Written,
        "Germany (+49)",
    )
    .await?;
    check(
        stage,
        "code",
        code("+44", "Guernsey (+44)"),
        Written,
        "Guernsey (+44)",
    )
    .await?;
    ensure!(
        stage
            .page(
                "return document.querySelectorAll('#portal [role=listbox], .select__menu').length"
            )
            .await?
            == 0,
        "a list stayed open"
    );
    Ok(())
}

pub(crate) async fn lists_without_the_answer_are_left(stage: &Stage) -> Result<()> {
    stage.show("lists.html").await?;
    check(
        stage,
        "city",
        pick("Ham", &["Hamburg, Chile"]),
        NoOption,
        "",
    )
    .await?;
    check(
        stage,
        "school",
        pick("", &["College"]),
        NoOption,
        "Select One",
    )
    .await?;
    ensure!(
        stage
            .page(
                "return document.querySelectorAll('#portal [role=listbox], .select__menu').length"
            )
            .await?
            == 0,
        "a list stayed open"
    );
    ensure!(
        stage
            .page("return document.getElementById('city').value")
            .await?
            == "",
        "the query stayed"
    );
    Ok(())
}

pub(crate) async fn lists_are_undone(stage: &Stage) -> Result<()> {
    stage.show("lists.html").await?;
    stage
        .write(vec![
            ("city", pick("Hamm", &["Hamm, Germany"])),
            ("school", pick("", &["North College"])),
        ])
        .await?;
    let back = stage.undo(None).await?;
    ensure!(back.iter().all(|b| b.result == Undone), "{back:?}");
    ensure!(
        stage
            .page("return document.querySelector('.select__single-value').textContent")
            .await?
            == "",
        "the city stayed"
    );
    ensure!(
        stage
            .page("return document.getElementById('school').textContent")
            .await?
            == "Select One",
        "the school stayed"
    );
    Ok(())
}
