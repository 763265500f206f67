//! Pages whose scripts throw, and texts that are written in other directions or with more than letters.

use crate::stand::{FILLED, FORM, Stand, profile};
use anyhow::Result;

#[tokio::test(flavor = "multi_thread")]
async fn handlers_and_getters_that_throw() -> Result<()> {
    let stand = Stand::start().await?;
    let body = format!(
        "{FORM}<script>\
         for (const type of ['focus', 'focusin', 'blur', 'focusout', 'click', 'mousedown', 'keydown', 'keyup', 'input', 'change'])\
           document.addEventListener(type, () => {{ throw new Error('page: ' + type); }}, true);\
         const email = document.getElementById('email');\
         Object.defineProperty(email, 'value', {{ get() {{ throw new Error('no'); }}, set() {{ throw new Error('no'); }} }});\
         email.getAttribute = () => {{ throw new Error('no'); }};\
         email.dispatchEvent = () => {{ throw new Error('no'); }};\
         email.focus = () => {{ throw new Error('no'); }};</script>"
    );
    let tab = stand.open(&body).await?;
    stand.begin_fill(tab).await?;
    let reply = stand.answer().await?;
    assert!(reply["Ok"].is_object(), "{reply:#}");
    let held: Vec<String> = stand
        .in_page(
            "const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').get;\
             return ['first_name', 'last_name', 'email', 'linkedin']\
               .map((id) => value.call(document.getElementById(id)))",
            vec![],
        )
        .await?;
    let expected: Vec<&str> = FILLED[..4].iter().map(|(_, value)| *value).collect();
    assert_eq!(held, expected);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_from_right_to_left_with_emoji_and_combining_characters() -> Result<()> {
    let mut person = profile();
    // An e with a combining diaeresis, not the letter with one; a family name from right to left; a
    // flag of two code points and a family of seven.
    person.name.given = "Zoe\u{308}".into();
    person.name.family = "\u{5db}\u{5d4}\u{5df}".into();
    person.address.line1 = "Gasse 🇩🇪 👨\u{200d}👩\u{200d}👧 4".into();
    person.address.city = "Nga\u{303}\u{300}".into();
    let stand = Stand::with_profile(&person).await?;
    let body = "<h1>Job application</h1><form dir=rtl lang=he>\
        <p><label for=given>שם פרטי</label><input id=given autocomplete=given-name></p>\
        <p><label for=family>שם משפחה</label><input id=family autocomplete=family-name></p>\
        <p><label for=mail>📧 E-mail address 🎉</label><input id=mail></p>\
        <p><label for=street>🏠 S\u{200d}treet address</label><input id=street autocomplete=street-address></p>\
        <p><label for=city>Ville (Lie\u{302}u) / City</label><input id=city></p>\
        <p><label for=tel>Te\u{301}le\u{301}phone</label><input id=tel type=tel></p></form>";
    let tab = stand.open(body).await?;
    let reply = stand.fill(tab).await?;
    let held = stand.held().await?;
    for (id, value) in [
        ("given", person.name.given.as_str()),
        ("family", person.name.family.as_str()),
        ("mail", "ada.applies@example.org"),
        ("street", person.address.line1.as_str()),
        ("city", person.address.city.as_str()),
        ("tel", "+49 151 23456789"),
    ] {
        assert_eq!(held[id], value, "{id}: {reply:#}");
    }
    Ok(())
}
