//! Job boards: for each one what to ask it, and what its answers say.
//!
//! board → requests → (the caller fetches) → answers → postings
//!
//! What must not happen here: a network, a clock, chance. A board's answer is hostile until read: bounded, never
//! trusted, and one bad posting in it costs none of the others.
