//! What happens after a fill, seen from outside: messages as the popup sends them, and waiting for what follows.

use crate::stand::Stand;
use anyhow::{Context as _, Result};
use fantoccini::Locator;
use foothold_e2e::api::Api;
use serde_json::{Value, json};

/// A tab that was filled. The own window is in front.
pub(crate) struct Filled<'a> {
    pub(crate) stand: &'a Stand,
    pub(crate) tab: i64,
}

impl<'a> Filled<'a> {
    /// Opens a page, fills it, and waits until it is watched.
    pub(crate) async fn open(stand: &'a Stand, path: &str) -> Result<Self> {
        // Small pages do not look like an application by themselves.
        Self::open_with(stand, path, true).await
    }

    /// Opens a page, fills what looks like an application there, and waits until it is watched.
    pub(crate) async fn open_application(stand: &'a Stand, path: &str) -> Result<Self> {
        Self::open_with(stand, path, false).await
    }

    async fn open_with(stand: &'a Stand, path: &str, anyway: bool) -> Result<Self> {
        stand.open_page(path).await?;
        let tab = stand.tab().await?;
        let filled = Self { stand, tab };
        filled.fill_with(anyway).await?;
        Ok(filled)
    }

    /// Fills the tab and waits until it is watched; `anyway`: whatever it looks like.
    async fn fill_with(&self, anyway: bool) -> Result<Value> {
        let wish = json!({ "overwrite": false, "anyway": anyway });
        let view = self.ask(json!({ "kind": "fill", "tab": self.tab, "wish": wish }));
        let view = view.await?["filled"].take();
        self.until(
            "watched",
            "(await chrome.storage.session.get(key('watch')))[key('watch')]?.documents.length > 0",
        )
        .await?;
        Ok(view)
    }

    /// Sends a request as the popup does; what it was answered.
    pub(crate) async fn ask(&self, request: Value) -> Result<Value> {
        let ask = "return await chrome.runtime.sendMessage(args[0])";
        let mut answer: Value = self.stand.in_own(ask, vec![request.clone()]).await?;
        answer
            .get_mut("Ok")
            .map(Value::take)
            .with_context(|| format!("{request} was answered {answer}"))
    }

    /// Waits until a JavaScript condition holds; it is looked at again whenever the extension stores something.
    /// `last()` is the last fill, `key(name)` a stored name of this tab.
    pub(crate) async fn until(&self, what: &str, condition: &str) -> Result<Value> {
        let script = format!(
            "const key = (name) => `${{name}}:${{args[0]}}`; \
             const ask = async (request) => (await chrome.runtime.sendMessage({{ tab: args[0], ...request }})).Ok; \
             const last = async () => (await ask({{ kind: 'last_fill' }})).last_fill; \
             const holds = async () => ({condition}); \
             return await new Promise((done, fail) => {{ \
               let busy = false; let again = false; let value = null; \
               const look = async () => {{ \
                 if (busy) {{ again = true; return; }} busy = true; \
                 try {{ do {{ again = false; value = await holds(); }} while (again && !value); }} catch (error) {{ fail(error); }} \
                 busy = false; \
                 if (value) {{ chrome.storage.onChanged.removeListener(look); done(value); }} }}; \
               chrome.storage.onChanged.addListener(look); look(); }});"
        );
        let value = self.stand.in_own(&script, vec![json!(self.tab)]).await;
        match value {
            Ok(value) => Ok(value),
            Err(error) => {
                let kept = "return await chrome.storage.session.get(null)";
                let kept: Value = self.stand.in_own(kept, vec![]).await.unwrap_or_default();
                let watch = &kept[format!("watch:{}", self.tab)];
                Err(error.context(format!("waiting for {what}; the watch is {watch}")))
            }
        }
    }

    /// Waits until the application counts as sent; the confirmation.
    pub(crate) async fn sent(&self) -> Result<Value> {
        let sent = self
            .until("sent", "(await last())?.submitted?.sent")
            .await?;
        Ok(sent["confirmation"].clone())
    }

    /// What is known of the sending now.
    pub(crate) async fn submitted(&self) -> Result<Value> {
        let last = self
            .ask(json!({ "kind": "last_fill", "tab": self.tab }))
            .await?;
        Ok(last["last_fill"]["submitted"].clone())
    }

    /// Waits until the worker has judged what followed a press and gave it up: it was no sending.
    pub(crate) async fn judged(&self) -> Result<()> {
        let watch = "(await chrome.storage.session.get(key('watch')))[key('watch')]";
        let condition = format!("{watch} && {watch}.pressed === null");
        self.until("the page to be judged", &condition)
            .await
            .map(drop)
    }

    /// The person clicks something on the page.
    pub(crate) async fn click(&self, selector: &str) -> Result<()> {
        self.stand.to_page().await?;
        self.stand.point_at(selector).await?;
        self.stand.to_own().await?;
        // The way to a button is longer for a person than for a driver: the movement has woken the worker by then.
        self.stand.until_worker_runs().await?;
        self.stand.to_page().await?;
        self.stand.click(selector).await?;
        self.stand.to_own().await
    }

    /// The person chooses in a list by typing. (A driver's click on an option is no person's.)
    pub(crate) async fn choose(&self, selector: &str, text: &str) -> Result<()> {
        self.stand.to_page().await?;
        let client = self.stand.browser.client();
        let list = client.find(Locator::Css(selector)).await?;
        list.send_keys(text).await?;
        self.stand.to_own().await
    }

    /// The person writes something on the page, over what stands there.
    pub(crate) async fn write(&self, selector: &str, text: &str) -> Result<()> {
        self.stand.to_page().await?;
        self.stand.write(selector, text).await?;
        self.stand.to_own().await
    }

    /// Waits until the server has what is asked for.
    pub(crate) async fn at_server<T>(
        &self,
        account: &Api,
        find: impl Fn(&Api) -> Result<Option<T>>,
    ) -> Result<T> {
        // Nothing waits here any more once it is there.
        self.until(
            "everything to be sent",
            "!(await chrome.storage.local.get('outbox')).outbox?.waiting.length \
             && (await chrome.storage.local.get('receipts')).receipts?.entries.every((e) => e.entry.state.kind === 'sent')",
        )
        .await?;
        find(account)?.context("the server does not have it")
    }
}
