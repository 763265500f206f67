//! "County" beside "State": a part of the state, which a profile does not hold.
//!
//! What must not happen here: a county turned away where it is the only region asked for, as in Britain and Ireland.

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::text::tables;

tables! {
    COUNTY = ["^county|parish|borough|landkreis|district|comarca|condado|powiat|gmina$", "^county|parish or|and parish|borough|district$"];
}

/// How far a state stands from the county of the same address, in fields.
const REACH: usize = 5;

/// Leaves the counties of addresses that ask for the state, too.
pub(super) fn leave(drafts: &mut [Draft<'_>]) {
    let is_county = |draft: &Draft<'_>| draft.kind == Some(K::State) && COUNTY.any(draft.core());
    for at in 0..drafts.len() {
        let to = (at + REACH + 1).min(drafts.len());
        let beside_state = drafts[at.saturating_sub(REACH)..to]
            .iter()
            .any(|other| other.kind == Some(K::State) && other.trap.is_none() && !is_county(other));
        if is_county(&drafts[at]) && beside_state {
            drafts[at].turn(K::Other, 0.8, "a part of the state beside it");
        }
    }
}
