//! Facts about single ATSs, as data: host patterns, test hooks, widget shapes. No branches elsewhere name a host.
