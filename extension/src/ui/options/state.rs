//! What the options page knows, and what its buttons do.

use crate::address;
use crate::browser::tasks::spawn;
use crate::browser::{document, permissions};
use crate::messages::{Failure, ReceiptEntry, Settings, Status};
use crate::ui::worker;
use leptos::prelude::*;

/// The page's state, shared by its parts.
#[derive(Clone, Copy)]
pub(super) struct Options {
    status: RwSignal<Option<Status>>,
    receipts: RwSignal<Vec<ReceiptEntry>>,
    settings: RwSignal<Option<Settings>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    said: RwSignal<String>,
}

impl Options {
    pub(super) fn new() -> Self {
        Self {
            status: RwSignal::new(None),
            receipts: RwSignal::new(Vec::new()),
            settings: RwSignal::new(None),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            said: RwSignal::new(String::new()),
        }
    }

    pub(super) fn status(self) -> Option<Status> {
        self.status.get()
    }

    pub(super) fn receipts(self) -> Vec<ReceiptEntry> {
        self.receipts.get()
    }

    /// What the person chose; `None` until it is read.
    pub(super) fn settings(self) -> Option<Settings> {
        self.settings.get()
    }

    /// Why the last thing asked for did not work.
    pub(super) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    /// The same, where no form is there to show it beside its fields.
    pub(super) fn trouble(self) -> Option<Failure> {
        let has_form = self
            .status
            .get()
            .is_none_or(|status| status.asks_to_connect());
        self.failure.get().filter(|_| !has_form)
    }

    pub(super) fn is_busy(self) -> bool {
        self.busy.get()
    }

    pub(super) fn said(self) -> String {
        self.said.get()
    }

    pub(super) fn open(self) {
        spawn(async move {
            match worker::status().await {
                Ok(status) => self.status.set(Some(status)),
                Err(failure) => {
                    self.status.set(Some(Status::default()));
                    self.failure.set(Some(failure));
                }
            }
            self.load_settings().await;
            self.load_receipts().await;
        });
    }

    /// Keeps what the person chose.
    pub(super) fn update_settings(self, wanted: Settings) {
        spawn(async move {
            match worker::update_settings(wanted).await {
                Ok(kept) => {
                    self.settings.set(Some(kept));
                    self.said.set("Kept.".to_owned());
                }
                Err(failure) => self.fail(failure),
            }
        });
    }

    /// Asks the browser for access to the one address, then exchanges the token.
    pub(super) fn connect(self, typed: String, token: String) {
        if self.busy.get_untracked() {
            return;
        }
        let server = match address::parse_server(&typed) {
            Ok(server) => server,
            Err(problem) => return self.fail(Failure::Address { problem }),
        };
        if token.trim().is_empty() {
            return self.fail(Failure::TokenMissing);
        }
        self.begin();
        spawn(async move {
            // First of all, while the browser still knows that the person pressed the button.
            match permissions::request(&address::permission_pattern(&server)).await {
                Ok(true) => {}
                Ok(false) => return self.fail(Failure::NotAllowed { origin: server }),
                Err(error) => return self.fail(error.into()),
            }
            match worker::connect(server, token).await {
                Ok(status) => {
                    let email = status.connected.as_ref().map(|c| c.email.clone());
                    self.show(
                        status,
                        format!("Connected as {}.", email.unwrap_or_default()),
                    );
                    self.load_receipts().await;
                    request_animation_frame(|| document::focus("account"));
                }
                Err(failure) => self.fail(failure),
            }
        });
    }

    /// Asks the browser again for access to the server, then syncs.
    pub(super) fn allow(self, server: String) {
        self.begin();
        spawn(async move {
            match permissions::request(&address::permission_pattern(&server)).await {
                Ok(true) => {
                    self.busy.set(false);
                    self.sync();
                }
                Ok(false) => self.fail(Failure::NotAllowed { origin: server }),
                Err(error) => self.fail(error.into()),
            }
        });
    }

    pub(super) fn sync(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.begin();
        spawn(async move {
            match worker::sync(0).await {
                Ok(status) => {
                    let said = match &status.sync_failure {
                        None => "Everything is up to date.".to_owned(),
                        Some(failure) => failure.words(),
                    };
                    self.show(status, said);
                    self.load_receipts().await;
                }
                Err(failure) => self.fail(failure),
            }
        });
    }

    pub(super) fn disconnect(self) {
        self.begin();
        spawn(async move {
            match worker::disconnect().await {
                Ok(status) => {
                    self.show(
                        status,
                        "Disconnected. Nothing is kept here any more.".to_owned(),
                    );
                    self.load_settings().await;
                    self.load_receipts().await;
                    request_animation_frame(|| document::focus("server"));
                }
                Err(failure) => self.fail(failure),
            }
        });
    }

    pub(super) fn clear_receipts(self) {
        spawn(async move {
            match worker::clear_receipts().await {
                Ok(left) => {
                    self.receipts.set(left);
                    self.said
                        .set("The receipts in this browser are deleted.".to_owned());
                    if let Ok(status) = worker::status().await {
                        self.status.set(Some(status));
                    }
                }
                Err(failure) => self.fail(failure),
            }
        });
    }

    /// Saves all receipts as one JSON file.
    pub(super) fn export_receipts(self) {
        spawn(async move {
            let saved = worker::export_receipts().await.and_then(|receipts| {
                let json =
                    serde_json::to_vec_pretty(&receipts).map_err(|_| Failure::Unexpected {
                        what: "receipts".to_owned(),
                    })?;
                Ok(document::save(
                    "foothold-receipts.json",
                    "application/json",
                    &json,
                )?)
            });
            if let Err(failure) = saved {
                self.fail(failure);
            }
        });
    }

    async fn load_settings(self) {
        match worker::settings().await {
            Ok(settings) => self.settings.set(Some(settings)),
            Err(failure) => self.failure.set(Some(failure)),
        }
    }

    async fn load_receipts(self) {
        match worker::list_receipts().await {
            Ok(receipts) => self.receipts.set(receipts),
            Err(failure) => self.failure.set(Some(failure)),
        }
    }

    fn begin(self) {
        self.busy.set(true);
        self.failure.set(None);
    }

    fn show(self, status: Status, said: String) {
        self.busy.set(false);
        self.failure.set(None);
        self.said.set(said);
        self.status.set(Some(status));
    }

    pub(super) fn fail(self, failure: Failure) {
        self.busy.set(false);
        self.said.set(failure.words());
        self.failure.set(Some(failure));
    }
}
