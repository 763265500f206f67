//! Telling people of new jobs, from outside and on each database: in the portal, through a real mail server, at webhooks.

mod alerts;
mod changed;
mod hooks;
mod killed;
mod letters;
mod person;
mod receiver;
mod smtp;
