//! Tables of rules: a form of one field, a profile, and what becomes of it.
