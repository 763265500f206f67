//! The page agent in a real Chromium: what it writes, what the page keeps, and what it says about it.
//!
//! The agent runs in an isolated world, as the extension runs it. One browser serves all cases of a test.

mod choices;
mod dates;
mod drift;
mod editors;
mod files;
mod hostile;
mod lists;
mod pace;
#[path = "../stage/mod.rs"]
mod stage;
mod texts;
mod widgets;

use anyhow::{Result, ensure};
use foothold_core::outcome::WriteResult;
use foothold_core::plan::WriteAction;
use serde_json::Value;
use stage::Stage;

/// Runs cases one by one in a browser of their own, and says which went wrong.
macro_rules! test {
    ($name:ident: $($module:ident::$case:ident),+ $(,)?) => {
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() -> Result<()> {
            let stage = Stage::open().await?;
            let mut wrong = Vec::new();
            $(
                if let Err(error) = $module::$case(&stage).await {
                    wrong.push(format!("{}: {error:#}", stringify!($case)));
                }
            )+
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
            Ok(())
        }
    };
}

test!(the_agent_writes_what_is_planned_and_says_what_became_of_it:
    texts::text_fields_keep_their_values,
    texts::pages_that_change_values_are_told,
    texts::texts_are_undone,
    texts::both_sides_fold_alike,
    choices::choices_are_made,
    choices::choices_are_undone,
    choices::nothing_is_sent,
    lists::lists_are_searched,
    lists::lists_without_the_answer_are_left,
    lists::lists_are_undone,
    files::files_arrive,
    files::files_that_are_refused_are_told,
    drift::drift_is_noticed,
    drift::another_page_is_not_written,
    drift::one_fill_at_a_time,
    drift::a_field_is_shown_without_moving_the_page,
);

test!(the_agent_operates_the_widgets_of_libraries:
    widgets::lists_take_the_answer_and_no_other,
    widgets::native_selects_and_their_drawings_agree,
    widgets::several_answers_are_kept,
    widgets::lists_that_can_be_emptied_are_undone,
    dates::days_are_taken_in_calendars,
    dates::days_out_of_reach_are_told,
    dates::parts_of_dates_are_typed,
    editors::texts_stand_in_editors,
    editors::drop_zones_get_their_file,
    editors::sliders_and_steppers_are_set,
);

test!(the_agent_keeps_to_the_pace_of_pages:
    hostile::a_page_that_hides_the_dom_and_never_rests_is_filled,
    pace::long_pages_keep_their_own_work_going,
    pace::a_page_that_changes_meanwhile_is_read_again,
);

/// What a widget of the page says that it holds.
pub(crate) async fn held(stage: &Stage, id: &str) -> Result<Value> {
    stage
        .page(&format!("return window.value['{id}']?.() ?? null"))
        .await
}

/// Writes one field of a page and compares what becomes of it and what it holds.
pub(crate) async fn check(
    stage: &Stage,
    id: &str,
    action: WriteAction,
    result: WriteResult,
    kept: &str,
) -> Result<()> {
    let done = stage.write(vec![(id, action)]).await?.remove(0);
    ensure!(
        done.result == result && done.kept == kept,
        "{id}: {:?} with {:?} ({}), not {result:?} with {kept:?}",
        done.result,
        done.kept,
        done.detail,
    );
    Ok(())
}
