//! The page agent as the extension ships it: its scripts, in the order in which they need each other.
//!
//! The extension's worker holds the same list as paths (`extension/src/background/fill/frames.rs`).

/// The scripts that read a page: `__foothold.collect()` and the numbers of its elements.
pub const READING: [&str; 12] = [
    include_str!("../../extension/agent/dom.js"),
    include_str!("../../extension/agent/pace.js"),
    include_str!("../../extension/agent/sight.js"),
    include_str!("../../extension/agent/survey.js"),
    include_str!("../../extension/agent/frame.js"),
    include_str!("../../extension/agent/groups.js"),
    include_str!("../../extension/agent/labels.js"),
    include_str!("../../extension/agent/job.js"),
    include_str!("../../extension/agent/fields.js"),
    include_str!("../../extension/agent/shown.js"),
    include_str!("../../extension/agent/rows.js"),
    include_str!("../../extension/agent/collect.js"),
];

/// The scripts that write to it and mark what was written; they stand on those that read.
pub const WRITING: [&str; 13] = [
    include_str!("../../extension/agent/wait.js"),
    include_str!("../../extension/agent/events.js"),
    include_str!("../../extension/agent/lists.js"),
    include_str!("../../extension/agent/pick.js"),
    include_str!("../../extension/agent/calendars.js"),
    include_str!("../../extension/agent/rich.js"),
    include_str!("../../extension/agent/uploads.js"),
    include_str!("../../extension/agent/write.js"),
    include_str!("../../extension/agent/spots.js"),
    include_str!("../../extension/agent/paint.js"),
    include_str!("../../extension/agent/marks.js"),
    include_str!("../../extension/agent/watch.js"),
    include_str!("../../extension/agent/main.js"),
];

/// Every script, in order.
pub fn scripts() -> impl Iterator<Item = &'static str> {
    READING.into_iter().chain(WRITING)
}
