//! A page that hides a field between the look and the write: what was visible then is not written now.

use crate::stand::{FORM, Stand, row};
use anyhow::Result;

/// Hides the e-mail field as soon as the first name arrives, and notes what reaches it afterwards.
async fn hidden_meanwhile(how: &str) -> Result<()> {
    let stand = Stand::start().await?;
    let body = format!(
        "{FORM}<script>const email = document.getElementById('email');\
         document.getElementById('first_name').addEventListener('input', () => {{ {how} }});\
         </script>"
    );
    let tab = stand.open(&body).await?;
    let reply = stand.fill(tab).await?;
    let held = stand.held().await?;
    assert_eq!(held["first_name"], "Ada", "{reply:#}");
    assert_eq!(held["last_name"], "Example", "the rest is still filled");
    assert_eq!(held["email"], "", "{how}");
    let (outcome, why) = row(&reply, "E-mail")?;
    // Looked at again, it may be another kind of field by now, which is left.
    assert!(
        ["not_written", "left"].contains(&outcome.as_str()),
        "{how}: {outcome}"
    );
    assert!(!why.is_empty(), "the person is not told why");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_moves_off_the_screen() -> Result<()> {
    hidden_meanwhile("email.style.cssText = 'position:absolute;left:-9999px';").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_becomes_transparent() -> Result<()> {
    hidden_meanwhile("email.style.opacity = '0';").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_shrinks_to_nothing() -> Result<()> {
    hidden_meanwhile("email.parentElement.style.cssText = 'height:0;overflow:hidden';").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_becomes_another_kind() -> Result<()> {
    hidden_meanwhile("email.type = 'password';").await
}
