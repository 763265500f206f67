//! Fields that a person cannot see, with labels that ask for what the profile knows: none of them
//! ever gets a value, not even for a moment.

use crate::stand::{FILLED, FORM, Stand};
use anyhow::Result;
use std::collections::BTreeMap;

/// How each field is hidden: the style of the paragraph around it, and its own.
const HIDDEN: [(&str, &str, &str); 24] = [
    ("left", "position:absolute;left:-9999px", ""),
    ("top", "position:absolute;top:-9999px", ""),
    ("transparent", "", "opacity:0"),
    ("nearly", "", "opacity:0.01"),
    ("around", "opacity:0", ""),
    ("both", "opacity:.2", "opacity:.1"),
    ("filter", "", "filter:opacity(0)"),
    ("mask", "", "mask:linear-gradient(transparent,transparent)"),
    ("pixel", "", "width:1px;height:1px;border:0;padding:0"),
    ("flat", "", "height:0;border:0;padding:0"),
    ("box", "height:0;overflow:hidden", ""),
    ("deep", "width:0;overflow:clip", ""),
    ("clip", "", "position:absolute;clip:rect(0,0,0,0)"),
    ("path", "", "clip-path:inset(100%)"),
    ("circle", "", "clip-path:circle(0)"),
    ("polygon", "clip-path:polygon(0 0,0 0,0 0)", ""),
    ("scale", "", "transform:scale(0)"),
    ("scales", "transform:scale(0.001)", ""),
    ("away", "", "transform:translateX(-9999px)"),
    ("visibility", "visibility:hidden", ""),
    ("display", "display:none", ""),
    (
        "beyond",
        "height:20px;width:300px;overflow:hidden;position:relative",
        "position:absolute;top:200px",
    ),
    (
        "indent",
        "width:200px;overflow:hidden;text-indent:-9999px;white-space:nowrap",
        "",
    ),
    (
        "faded",
        "",
        "animation:fade 100s linear -99.9s 1 paused both",
    ),
];

/// Notes whatever reaches a field whose id begins with `t-`, by event or by value, in the page's own world.
const WATCH: &str = "<script>window.caught = {};\
    for (const type of ['input', 'change', 'keydown', 'focus', 'blur'])\
      document.addEventListener(type, ({ target }) => { if (target.id?.startsWith('t-') && target.value) caught[target.id] = target.value; }, true);\
    window.harvest = () => { for (const at of document.querySelectorAll('[id^=t-]')) if (at.value) caught[at.id] = at.value; return caught; };\
    </script>";

async fn caught(stand: &Stand) -> Result<BTreeMap<String, String>> {
    stand.in_page("return harvest()", vec![]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_field_that_is_hidden_gets_a_value() -> Result<()> {
    let stand = Stand::start().await?;
    let traps: String = HIDDEN
        .iter()
        .enumerate()
        .map(|(at, (name, around, own))| {
            let (label, kind) = [
                ("First name", "given-name"),
                ("E-mail address", "email"),
                ("Phone", "tel"),
                ("City", "address-level2"),
            ][at % 4];
            format!(
                "<p style=\"{around}\"><label for=\"t-{name}\">{label}</label>\
                 <input id=\"t-{name}\" autocomplete=\"{kind}\" style=\"{own}\"></p>"
            )
        })
        .collect();
    let body = format!(
        "<style>@keyframes fade {{ from {{ opacity: 1 }} to {{ opacity: 0 }} }}</style>{FORM}\
         <form>{traps}</form>{WATCH}"
    );
    let tab = stand.open(&body).await?;
    let reply = stand.fill(tab).await?;
    let held = stand.held().await?;
    for (id, value) in FILLED {
        assert_eq!(held[id], value, "{id}: {reply:#}");
    }
    assert_eq!(caught(&stand).await?, BTreeMap::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_field_behind_another_element_gets_a_value() -> Result<()> {
    let stand = Stand::start().await?;
    // The lure lies under an opaque picture; the real form beside it does not.
    let body = format!(
        "{FORM}<form style=\"position:relative;height:200px\">\
         <p><label for=t-first>First name</label><input id=t-first autocomplete=given-name></p>\
         <p><label for=t-mail>E-mail address</label><input id=t-mail autocomplete=email></p>\
         <p><label for=t-phone>Phone</label><input id=t-phone autocomplete=tel></p>\
         <div style=\"position:absolute;inset:0;background:#fff\"><h2>Our bakery</h2></div></form>{WATCH}"
    );
    let tab = stand.open(&body).await?;
    let reply = stand.fill(tab).await?;
    assert_eq!(stand.held().await?["first_name"], "Ada", "{reply:#}");
    assert_eq!(caught(&stand).await?, BTreeMap::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_hidden_frame_gets_a_value() -> Result<()> {
    let stand = Stand::start().await?;
    stand.pages.put("/lure", FORM);
    let styles = [
        "width:1px;height:1px",
        "width:600px;height:600px;opacity:0",
        "width:600px;height:600px;position:absolute;left:-9999px",
        "width:600px;height:600px;visibility:hidden",
        "width:600px;height:600px;clip-path:inset(100%)",
    ];
    let frames: String = styles
        .iter()
        .enumerate()
        .map(|(at, style)| {
            let origin = if at % 2 == 0 {
                stand.pages.at("/lure")
            } else {
                stand.pages.elsewhere("/lure")
            };
            format!("<iframe style=\"{style}\" src=\"{origin}\"></iframe>")
        })
        .collect();
    let tab = stand.open(&format!("{FORM}{frames}")).await?;
    let reply = stand.fill(tab).await?;
    assert_eq!(stand.held().await?["first_name"], "Ada", "{reply:#}");
    stand.to_page().await?;
    for (number, style) in (0u16..).zip(styles) {
        let client = stand.browser.client();
        client.enter_frame(number).await?;
        let values: Vec<String> = stand
            .browser
            .run(
                "return [...document.querySelectorAll('input, textarea')].map((at) => at.value).filter(Boolean)",
                vec![],
            )
            .await?;
        assert_eq!(values, Vec::<String>::new(), "{style}");
        client.clone().enter_parent_frame().await?;
    }
    stand.to_own().await
}
