//! The frame of every page: the way past the navigation, the header, the tab bar on a phone, the footer.

use super::icon::{Icon, icon, mark};
use super::palette;
use crate::pages::sign_out::use_sign_out;
use crate::state::bell::use_bell;
use crate::state::session::use_session;
use crate::state::theme::{Theme, ThemeState};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A place of the portal: its address, its name, its sign, and whether a phone's tab bar has room for it. The others are
/// reached from Home there.
type Place = (&'static str, &'static str, Icon, bool);

const PLACES: [Place; 9] = [
    ("/", "Home", Icon::Home, true),
    ("/jobs", "Jobs", Icon::Search, true),
    ("/profile", "Profile", Icon::Person, true),
    ("/resumes", "Résumés", Icon::File, true),
    ("/documents", "Documents", Icon::Letter, false),
    ("/applications", "Applications", Icon::Sent, true),
    ("/answers", "Answers", Icon::Answer, false),
    ("/receipts", "Receipts", Icon::Receipt, false),
    ("/extension", "Extension", Icon::Plug, false),
];

/// Whether a place is the one shown: `/receipts` also while one receipt is open.
fn is_here(place: &str, path: &str) -> bool {
    // Letters and one's own résumés belong to Documents.
    let path = match path {
        "/letters" => "/documents",
        path if path.starts_with("/builder") => "/documents",
        path => path,
    };
    if place == "/" {
        path == "/"
    } else {
        path.strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// The frame around a page.
pub(crate) fn shell(page: AnyView) -> AnyView {
    let opened = RwSignal::new(false);
    let session = use_session();
    view! {
        <a class="skip" href="#main" on:click=|event| {
            event.prevent_default();
            crate::browser::focus::soon("main");
        }>"Skip to the page"</a>
        {header(opened)}
        <main id="main" tabindex="-1" class="mx-auto w-full max-w-6xl grow px-4 sm:px-6 pt-8 pb-16">{page}</main>
        {footer()}
        {move || session.is_in().then(tabbar)}
        {super::toast::toasts()}
        {palette::palette(opened)}
    }
    .into_any()
}

fn places(in_tabbar: bool) -> AnyView {
    let path = use_location().pathname;
    PLACES
        .into_iter()
        .filter(move |(.., has_room)| *has_room || !in_tabbar)
        .map(|(place, name, sign, _)| {
            let current = move || path.with(|path| is_here(place, path)).then_some("page");
            view! { <a href=place aria-current=current>{in_tabbar.then(|| icon(sign))}<span>{name}</span></a> }
        })
        .collect_view()
        .into_any()
}

fn header(opened: RwSignal<bool>) -> AnyView {
    let (session, sign_out) = (use_session(), use_sign_out());
    let right = move || {
        if session.is_in() {
            view! {
                <button class="btn quiet small hidden xl:inline-flex" type="button" title="Commands" on:click=move |_| opened.set(true)>
                    <span class="sr">"Commands"</span><span class="kbd">{palette::key_words()}</span>
                </button>
                {bell()}
                <button class="btn quiet small" type="button" on:click=move |_| sign_out.run()>"Sign out"</button>
            }
            .into_any()
        } else {
            view! {
                <a class="btn quiet small" href="/sign-in">"Sign in"</a>
                <a class="btn primary small" href="/sign-up">"Sign up"</a>
            }
            .into_any()
        }
    };
    let nav = move || {
        session
            .is_in()
            .then(|| view! { <nav class="topnav" aria-label="Main">{places(false)}</nav> })
    };
    view! {
        <header class="border-b border-line bg-paper">
            <div class="mx-auto flex h-16 max-w-6xl items-center gap-2 sm:gap-4 lg:gap-6 px-4 sm:px-6">
                <a class="flex items-center gap-2.5 text-pine no-underline" href="/" aria-label="Foothold, home">
                    {mark("24")}
                    <span class="text-ink text-lg font-bold tracking-tight">"Foothold"</span>
                </a>
                {nav}
                <div class="ml-auto flex items-center sm:gap-2 min-w-0">{right}</div>
            </div>
        </header>
    }
    .into_any()
}

/// The way to the notifications, with how many are new. Asked again on each page.
fn bell() -> AnyView {
    let bell = use_bell();
    let path = use_location().pathname;
    Effect::new(move || {
        path.track();
        bell.ask();
    });
    let words = move || match bell.unread.get() {
        0 => "Notifications".to_owned(),
        many => format!("Notifications, {many} new"),
    };
    let current = move || {
        path.with(|path| is_here("/notifications", path))
            .then_some("page")
    };
    let badge = move || {
        let many = bell.unread.get();
        (many > 0).then(|| {
            let shown = if many > 99 {
                "99+".to_owned()
            } else {
                many.to_string()
            };
            view! { <span class="badge figures" aria-hidden="true">{shown}</span> }
        })
    };
    view! {
        <a class="icon-btn bell" id="bell" href="/notifications" aria-label=words title="Notifications" aria-current=current>
            {icon(Icon::Bell)}{badge}
        </a>
    }
    .into_any()
}

fn tabbar() -> AnyView {
    // The bar lies over the page's end, so the page ends that much later.
    view! {
        <div class="h-20 lg:hidden"></div>
        <nav class="tabbar" aria-label="Main, below">{places(true)}</nav>
    }
    .into_any()
}

fn footer() -> AnyView {
    let theme = expect_context::<ThemeState>().0;
    let session = use_session();
    let who = move || {
        session
            .is_in()
            .then(|| view! { <p class="min-w-0 break-words">"Signed in as " {session.email()}</p> })
    };
    let choices = Theme::ALL
        .into_iter()
        .map(|own| {
            view! {
                <label class:unsaid=own == Theme::System>
                    <input type="radio" name="theme" prop:checked=move || theme.get() == own on:change=move |_| theme.set(own) />
                    <span>{own.name()}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <footer class="border-t border-line">
            <div class="mx-auto flex max-w-6xl flex-wrap items-center gap-x-8 gap-y-4 px-4 sm:px-6 py-6 text-sm text-slate">
                <p>"Foothold writes only what you told it."</p>
                {who}
                <a href="/docs" rel="external">"API for developers"</a>
                <fieldset class="md:ml-auto flex items-center gap-3">
                    <legend class="sr">"Theme"</legend>
                    <span aria-hidden="true">"Theme"</span>
                    <div class="choice">{choices}</div>
                </fieldset>
            </div>
        </footer>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_is_here() {
        assert!(is_here("/", "/"));
        assert!(!is_here("/", "/profile"));
        assert!(is_here("/receipts", "/receipts/1"));
        assert!(!is_here("/receipts", "/receiptsx"));
        assert!(is_here("/documents", "/builder/1/report"));
        assert!(is_here("/documents", "/letters") && !is_here("/", "/letters"));
    }
}
