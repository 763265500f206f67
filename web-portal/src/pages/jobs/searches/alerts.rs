//! How one saved search tells of new jobs: how often, when, and by which ways.

use super::{Shown, wrong};
use crate::browser::intl;
use crate::components::choice::checkbox;
use crate::components::field::FieldText;
use crate::components::select::{options, select_field};
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::job::SavedSearch;
use foothold_shared::notification::{AlertPace, MailState, NotificationChannels, SearchAlerts};
use foothold_shared::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How often, with the words for it.
pub(super) const PACES: &[(&str, &str)] = &[
    ("instantly", "As they come in"),
    ("daily", "Once a day"),
    ("weekly", "Once a week"),
    ("off", "Never"),
];

const DAYS: &[(&str, &str)] = &[
    ("1", "Monday"),
    ("2", "Tuesday"),
    ("3", "Wednesday"),
    ("4", "Thursday"),
    ("5", "Friday"),
    ("6", "Saturday"),
    ("7", "Sunday"),
];

/// The pace that a choice stands for.
pub(super) fn pace_of(choice: &str) -> AlertPace {
    match choice {
        "instantly" => AlertPace::Instantly,
        "daily" => AlertPace::Daily,
        "weekly" => AlertPace::Weekly,
        _ => AlertPace::Off,
    }
}

const fn choice_of(pace: AlertPace) -> &'static str {
    match pace {
        AlertPace::Instantly => "instantly",
        AlertPace::Daily => "daily",
        AlertPace::Weekly => "weekly",
        AlertPace::Off => "off",
    }
}

/// What a search that told nothing begins with: in the morning, where the person is.
pub(super) fn start() -> SearchAlerts {
    SearchAlerts {
        time_zone: intl::time_zone(),
        ..SearchAlerts::default()
    }
}

/// In one line what a search does. A way that does not work now is not claimed.
pub(super) fn said(alerts: &SearchAlerts, ways: &NotificationChannels) -> String {
    let when = match alerts.pace {
        AlertPace::Off => return "Tells nothing by itself".to_owned(),
        AlertPace::Instantly => "as they come in".to_owned(),
        AlertPace::Daily => format!("daily at {}:00", alerts.hour),
        AlertPace::Weekly => {
            let day = DAYS.get(usize::from(alerts.weekday.clamp(1, 7) - 1));
            let day = day.map_or("", |(_, day)| day);
            format!("every {day} at {}:00", alerts.hour)
        }
    };
    let by = [
        (alerts.in_app, "here"),
        (
            alerts.mail && ways.mail_available && ways.mail_state == MailState::Confirmed,
            "by e-mail",
        ),
        (
            alerts.webhook && ways.webhook.as_ref().is_some_and(|hook| hook.on),
            "at your webhook",
        ),
    ];
    let by: Vec<&str> = by
        .into_iter()
        .filter_map(|(on, way)| on.then_some(way))
        .collect();
    if by.is_empty() {
        return "Tells nothing: no way to tell is chosen that works".to_owned();
    }
    format!("Tells {when}, {}", by.join(" and "))
}

/// The form.
pub(super) fn editor(
    search: &SavedSearch,
    shown: Shown,
    done: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let id = search.search_id.clone();
    let begin = if search.alerts.pace == AlertPace::Off {
        SearchAlerts {
            in_app: search.alerts.in_app,
            mail: search.alerts.mail,
            webhook: search.alerts.webhook,
            ..start()
        }
    } else {
        search.alerts.clone()
    };
    let alerts = RwSignal::new(begin);
    let problem = RwSignal::new(None::<Problem>);
    let asking = RwSignal::new(false);
    let pace = Signal::derive(move || alerts.with(|alerts| choice_of(alerts.pace).to_owned()));
    let weekday = Signal::derive(move || alerts.with(|alerts| alerts.weekday.to_string()));
    let hour = Signal::derive(move || alerts.with(|alerts| alerts.hour.to_string()));
    let hours: Vec<(String, String)> = (0..24)
        .map(|hour: u8| (hour.to_string(), format!("{hour}:00")))
        .collect();
    let field = |part: &str, label: &'static str| FieldText::new(format!("{part}-{id}"), label);
    let pace_field = select_field(
        field("pace", "Tell me of new jobs"),
        None,
        options(PACES),
        pace,
        move |chosen| alerts.update(|alerts| alerts.pace = pace_of(&chosen)),
    );
    let (day_text, hour_text) = (
        field("weekday", "Day").error(wrong(problem, "weekday")),
        field("hour", "Hour").error(wrong(problem, "hour")),
    );
    let times = move || {
        let pace = alerts.with(|alerts| alerts.pace);
        let day = (pace == AlertPace::Weekly).then(|| {
            select_field(day_text.clone(), None, options(DAYS), weekday, move |day| {
                alerts.update(|alerts| alerts.weekday = day.parse().unwrap_or(1));
            })
        });
        let hour = matches!(pace, AlertPace::Daily | AlertPace::Weekly).then(|| {
            select_field(hour_text.clone(), None, hours.clone(), hour, move |hour| {
                alerts.update(|alerts| alerts.hour = hour.parse().unwrap_or(8));
            })
        });
        view! { {day}{hour} }
    };
    let zone = move || {
        let (pace, zone) = alerts.with(|alerts| (alerts.pace, alerts.time_zone.clone()));
        matches!(pace, AlertPace::Daily | AlertPace::Weekly).then(|| {
            let here = intl::time_zone();
            let other = (zone != here).then(|| {
                let words = format!("Use {here} instead");
                let take = move |_| alerts.update(|alerts| alerts.time_zone = intl::time_zone());
                view! { " "<button class="link" type="button" on:click=take>{words}</button> }
            });
            view! { <p class="hint">"Time zone: "{zone.replace('_', " ")}{other}</p> }
        })
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if asking.get_untracked() {
            return;
        }
        asking.set(true);
        problem.set(None);
        let (id, wanted) = (id.clone(), alerts.get_untracked());
        spawn_local(async move {
            match api.set_search_alerts(&id, &wanted).await {
                Ok(_) => {
                    toasts.say("How this search tells you is saved.");
                    shown.list.again();
                    done();
                }
                Err(refused) => drop(problem.try_set(Some(refused))),
            }
            asking.try_set(false);
        });
    };
    let refused = move || {
        problem.with(|problem| {
            let problem = problem.as_ref()?;
            Some(view! { <p class="message" role="alert">{problem.detail.clone()}</p> })
        })
    };
    view! {
        <form class="tint p-4 grid grid-cols-[minmax(0,1fr)] gap-4" on:submit=send>
            <div class="grid grid-cols-[minmax(0,1fr)] sm:grid-cols-3 gap-4">{pace_field}{times}</div>
            {zone}
            {by(search, shown, alerts)}
            {refused}
            <div class="flex flex-wrap gap-3">
                <button class="btn primary" type="submit" aria-disabled=move || asking.get().then_some("true")>"Save"</button>
                <button class="btn quiet" type="button" on:click=move |_| done()>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}

/// The boxes for the ways. One that this server or this person does not have is said and not offered.
fn by(search: &SavedSearch, shown: Shown, alerts: RwSignal<SearchAlerts>) -> AnyView {
    let id = search.search_id.clone();
    let boxes = move || {
        let ways = shown.ways();
        let in_app = Signal::derive(move || alerts.with(|alerts| alerts.in_app));
        let mail = Signal::derive(move || alerts.with(|alerts| alerts.mail));
        let webhook = Signal::derive(move || alerts.with(|alerts| alerts.webhook));
        let here = checkbox(
            format!("here-{id}"),
            "Here in the portal",
            in_app,
            move |on| {
                alerts.update(|alerts| alerts.in_app = on);
            },
        );
        let mail = if ways.mail_available {
            let waits = match ways.mail_state {
                MailState::Confirmed => "",
                _ => " (once the address below is confirmed)",
            };
            checkbox(
                format!("mail-{id}"),
                format!("By e-mail{waits}"),
                mail,
                move |on| {
                    alerts.update(|alerts| alerts.mail = on);
                },
            )
        } else {
            ().into_any()
        };
        let webhook = ways.webhook.is_some().then(|| {
            checkbox(
                format!("hook-{id}"),
                "At your webhook",
                webhook,
                move |on| {
                    alerts.update(|alerts| alerts.webhook = on);
                },
            )
        });
        view! { <div class="grid gap-x-6 sm:flex sm:flex-wrap">{here}{mail}{webhook}</div> }
    };
    view! { <fieldset class="field"><legend>"By these ways"</legend>{boxes}</fieldset> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::notification::WebhookView;

    fn alerts(pace: AlertPace) -> SearchAlerts {
        SearchAlerts {
            pace,
            hour: 7,
            weekday: 3,
            mail: true,
            webhook: true,
            ..SearchAlerts::default()
        }
    }

    #[test]
    fn only_ways_that_work_are_claimed() {
        let mut ways = NotificationChannels::default();
        let daily = alerts(AlertPace::Daily);
        assert_eq!(said(&daily, &ways), "Tells daily at 7:00, here");
        ways.mail_available = true;
        assert_eq!(said(&daily, &ways), "Tells daily at 7:00, here");
        ways.mail_state = MailState::Confirmed;
        ways.webhook = Some(WebhookView {
            on: true,
            ..WebhookView::default()
        });
        assert_eq!(
            said(&alerts(AlertPace::Weekly), &ways),
            "Tells every Wednesday at 7:00, here and by e-mail and at your webhook"
        );
        assert_eq!(
            said(&alerts(AlertPace::Off), &ways),
            "Tells nothing by itself"
        );
    }

    #[test]
    fn each_pace_has_its_choice() {
        for (choice, _) in PACES {
            assert_eq!(choice_of(pace_of(choice)), *choice);
        }
    }
}
