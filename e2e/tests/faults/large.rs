//! Pages of a size nobody has by hand: nothing hangs, and the form in it is still filled.

use crate::stand::{FILLED, FORM, Stand, rows};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_inputs() -> Result<()> {
    let stand = Stand::start().await?;
    let body = format!(
        "{FORM}<div id=many></div><script>\
         const many = document.getElementById('many');\
         many.innerHTML = Array.from({{ length: 5000 }}, (_, i) =>\
           `<p><label for=x${{i}}>Batch ${{i}} weight</label><input id=x${{i}}></p>`).join('');</script>"
    );
    let tab = stand.open(&body).await?;
    stand.begin_fill(tab).await?;
    let reply = stand.answer().await?;
    assert!(reply["Ok"].is_object(), "{reply:#}");
    let held = stand.held().await?;
    for (id, value) in FILLED {
        assert_eq!(held[id], value, "{id}");
    }
    let others = held
        .iter()
        .filter(|(id, value)| id.starts_with('x') && !value.is_empty());
    assert_eq!(others.count(), 0, "weights are nobody's facts");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_options() -> Result<()> {
    let stand = Stand::start().await?;
    // The right one stands early in one list and late in the other.
    let body = format!(
        "{FORM}<form><p><label for=early>City</label><select id=early></select></p></form>\
         <form><p><label for=late>City</label><select id=late></select></p></form><script>\
         const list = (id, at) => {{ const texts = Array.from({{ length: 10000 }}, (_, i) => `Township ${{i}}`);\
           texts[at] = 'Ulm'; texts.unshift('');\
           document.getElementById(id).innerHTML = texts.map((t) => `<option>${{t}}</option>`).join(''); }};\
         list('early', 40); list('late', 9000);</script>"
    );
    let tab = stand.open(&body).await?;
    stand.begin_fill(tab).await?;
    let reply = stand.answer().await?;
    let held = stand.held().await?;
    assert_eq!(held["first_name"], "Ada", "{reply:#}");
    assert_eq!(held["early"], "Ulm", "{:#?}", rows(&reply)?);
    // Either found or left to the person; never one of the others.
    assert!(
        ["", "Ulm"].contains(&held["late"].as_str()),
        "{}",
        held["late"]
    );
    Ok(())
}
