//! Puts the portal together: what lives as long as it is open, and which page is at which address.

use crate::api::Api;
use crate::browser::page;
use crate::components::shell::shell;
use crate::pages;
use crate::state::autosave::Event;
use crate::state::bell::Bell;
use crate::state::carried::Carried;
use crate::state::profile_form::ProfileForm;
use crate::state::removal::Removals;
use crate::state::session::{Session, SessionState};
use crate::state::theme::ThemeState;
use crate::state::toasts::Toasts;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

/// The whole portal.
pub(crate) fn app() -> impl IntoView {
    let session = SessionState {
        now: RwSignal::new(Session::Unknown),
    };
    let api = Api::new(session.now);
    let form = ProfileForm::start(api);
    let toasts = Toasts::start();
    provide_context(session);
    provide_context(api);
    provide_context(form);
    provide_context(toasts);
    let carried = Carried::start();
    provide_context(carried);
    provide_context(Removals::start(toasts));
    provide_context(ThemeState::start());
    provide_context(Bell::start(api));

    Effect::new(move || match session.now.get() {
        Session::In(account) => form.signed_in(&account.account_id),
        Session::Out { .. } => carried.clear(),
        Session::Unknown | Session::Unreachable => {}
    });
    page::warn_before_closing(move || form.unsaved());
    let _for_good = window_event_listener(ev::online, move |_| form.on(Event::TryAgain));
    let _for_good = window_event_listener(ev::pagehide, move |_| toasts.leave());
    session.check(api);

    view! { <Router>{shell(routes().into_any())}</Router> }
}

fn routes() -> impl IntoView {
    view! {
        <Routes fallback=pages::not_found::page>
            <Route path=path!("/") view=pages::home::page />
            <Route path=path!("/sign-up") view=pages::sign_up::page />
            <Route path=path!("/sign-in") view=pages::sign_in::page />
            <Route path=path!("/profile") view=pages::profile::page />
            <Route path=path!("/import") view=pages::import::page />
            <Route path=path!("/resumes") view=pages::resumes::page />
            <Route path=path!("/resumes/:id") view=pages::resume::page />
            <Route path=path!("/resumes/:id/report") view=pages::report::resume::page />
            <Route path=path!("/letters") view=pages::letters::page />
            <Route path=path!("/documents") view=pages::documents::page />
            <Route path=path!("/documents/new") view=pages::documents::new::page />
            <Route path=path!("/documents/:id") view=pages::documents::set::page />
            <Route path=path!("/documents/:id/report") view=pages::report::set::page />
            <Route path=path!("/builder") view=pages::builder::page />
            <Route path=path!("/builder/:id") view=pages::builder::draft::page />
            <Route path=path!("/builder/:id/report") view=pages::report::draft::page />
            <Route path=path!("/extension") view=pages::extension::page />
            <Route path=path!("/jobs") view=pages::jobs::page />
            <Route path=path!("/jobs/for-you") view=pages::jobs::for_you_page />
            <Route path=path!("/jobs/saved") view=pages::jobs::saved_page />
            <Route path=path!("/jobs/searches") view=pages::jobs::searches_page />
            <Route path=path!("/jobs/searches/:id") view=pages::jobs::one_search_page />
            <Route path=path!("/notifications") view=pages::notifications::page />
            <Route path=path!("/jobs/boards") view=pages::jobs::boards_page />
            <Route path=path!("/companies") view=pages::jobs::companies_page />
            <Route path=path!("/companies/:id") view=pages::jobs::company_page />
            <Route path=path!("/applications") view=pages::applications::page />
            <Route path=path!("/answers") view=pages::answers::page />
            <Route path=path!("/receipts") view=pages::receipts::page />
            <Route path=path!("/receipts/:id") view=pages::receipt::page />
        </Routes>
    }
}
