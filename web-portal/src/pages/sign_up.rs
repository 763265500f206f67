//! Making an account.

use super::sign_in::{credentials, with_next};
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> AnyView {
    let below = view! { "You have an account? " <a href=with_next("/sign-in")>"Sign in"</a> };
    credentials(
        "Create your account",
        "Create account",
        "At least 10 characters. A short sentence works well.",
        "new-password",
        ().into_any(),
        below.into_any(),
    )
}
