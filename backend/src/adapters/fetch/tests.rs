//! Against a real server on loopback.
