//! Whole pages, in the manner of many job sites: see `tests/postings`.
