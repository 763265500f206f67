//! A browser with the page agent in it, and local pages to try it on.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use foothold_core::outcome::{FieldOutcome, FillOutcome};
use foothold_core::page::PageSnapshot;
use foothold_core::plan::{FillPlan, FillStep, WriteAction};
use foothold_e2e::browser::{Browser, BrowserOptions};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::sync::Mutex;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const PAGES: [(&str, &str); 8] = [
    ("/texts.html", include_str!("../pages/texts.html")),
    ("/choices.html", include_str!("../pages/choices.html")),
    ("/lists.html", include_str!("../pages/lists.html")),
    ("/files.html", include_str!("../pages/files.html")),
    ("/widgets.html", include_str!("../pages/widgets.html")),
    ("/dates.html", include_str!("../pages/dates.html")),
    ("/editors.html", include_str!("../pages/editors.html")),
    ("/restless.html", include_str!("../pages/restless.html")),
];

/// The browser, the server of the pages, and the world that the agent runs in.
pub(crate) struct Stage {
    browser: Browser,
    address: String,
    world: Mutex<i64>,
}

impl Stage {
    /// Starts the browser and the server.
    pub(crate) async fn open() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        tokio::spawn(serve(listener));
        let browser = Browser::start(BrowserOptions::default()).await?;
        Ok(Self {
            browser,
            address,
            world: Mutex::new(0),
        })
    }

    /// Opens a page afresh and puts the agent into an isolated world of it.
    pub(crate) async fn show(&self, page: &str) -> Result<()> {
        self.browser
            .goto(&format!("{}/{page}", self.address))
            .await?;
        let tree = self.browser.cdp("Page.getFrameTree", json!({})).await?;
        let frame = tree["frameTree"]["frame"]["id"].clone();
        let made = self
            .browser
            .cdp(
                "Page.createIsolatedWorld",
                json!({ "frameId": frame, "worldName": "foothold" }),
            )
            .await?;
        let id = made["executionContextId"]
            .as_i64()
            .context("no isolated world")?;
        *self.world.lock().expect("no case panics with the lock") = id;
        self.inject().await
    }

    /// Puts the agent in, once more if it is there already.
    pub(crate) async fn inject(&self) -> Result<()> {
        for part in foothold_e2e::agent::scripts() {
            self.evaluate(part).await?;
        }
        Ok(())
    }

    async fn evaluate(&self, expression: &str) -> Result<Value> {
        let id = *self.world.lock().expect("no case panics with the lock");
        let parameters = json!({
            "expression": expression, "contextId": id, "awaitPromise": true, "returnByValue": true,
        });
        let answer = self.browser.cdp("Runtime.evaluate", parameters).await?;
        ensure!(
            answer.get("exceptionDetails").is_none(),
            "the agent threw: {}",
            answer["exceptionDetails"]
        );
        Ok(answer["result"]["value"].clone())
    }

    /// Runs an expression in the agent's world.
    pub(crate) async fn agent<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        Ok(serde_json::from_value(self.evaluate(expression).await?)?)
    }

    /// Runs a script in the page's own world.
    pub(crate) async fn page(&self, script: &str) -> Result<Value> {
        self.browser.run(script, vec![]).await
    }

    /// The page as the agent sees it now.
    pub(crate) async fn collect(&self) -> Result<PageSnapshot> {
        self.agent("__foothold.collect()").await
    }

    /// A plan for the fields with these ids, on the page as it is now.
    pub(crate) async fn plan(&self, steps: Vec<(&str, WriteAction)>) -> Result<FillPlan> {
        let snapshot = self.collect().await?;
        let steps = steps.into_iter().map(|(id, action)| {
            let field = snapshot
                .fields
                .iter()
                .find(|f| f.id == id)
                .with_context(|| format!("no field {id}"))?;
            Ok(FillStep {
                handle: field.handle,
                signature: foothold_core::page::signature(field),
                label: id.to_owned(),
                kind: foothold_core::classify::FieldKind::Other,
                source: String::new(),
                action,
                notice: None,
            })
        });
        Ok(FillPlan {
            url: snapshot.url.clone(),
            steps: steps.collect::<Result<_>>()?,
            ..FillPlan::default()
        })
    }

    /// Lets the agent carry out a plan.
    pub(crate) async fn carry_out(&self, plan: &FillPlan) -> Result<Vec<FieldOutcome>> {
        let plan = serde_json::to_value(plan)?;
        let bytes = base64::engine::general_purpose::STANDARD.encode([37, 80, 68, 70, 0, 255]);
        let files = json!({ "resume": { "name": "ada.pdf", "mediaType": "application/pdf", "base64": bytes } });
        let outcome: FillOutcome = self
            .agent(&format!("__foothold.write({plan}, {files})"))
            .await?;
        Ok(outcome.fields)
    }

    /// Plans these steps and lets the agent carry them out.
    pub(crate) async fn write(&self, steps: Vec<(&str, WriteAction)>) -> Result<Vec<FieldOutcome>> {
        let plan = self.plan(steps).await?;
        self.carry_out(&plan).await
    }

    /// Undoes all, or the fields with these numbers.
    pub(crate) async fn undo(&self, handles: Option<&[u32]>) -> Result<Vec<FieldOutcome>> {
        let outcome: FillOutcome = self
            .agent(&format!("__foothold.undo({})", json!(handles)))
            .await?;
        Ok(outcome.fields)
    }

    /// The action that chooses these options of a group.
    pub(crate) async fn options(&self, id: &str, texts: &[&str]) -> Result<WriteAction> {
        let snapshot = self.collect().await?;
        let field = snapshot
            .fields
            .iter()
            .find(|f| f.id == id)
            .with_context(|| format!("no group {id}"))?;
        let handles = texts.iter().map(|text| {
            let option = field.options.iter().find(|o| o.text == *text);
            option
                .map(|o| o.handle)
                .with_context(|| format!("no option {text} in {:?}", field.options))
        });
        Ok(WriteAction::Choose {
            handles: handles.collect::<Result<_>>()?,
            texts: texts.iter().map(|t| (*t).to_owned()).collect(),
        })
    }
}

/// Answers with the pages above; anything else is not found.
async fn serve(listener: TcpListener) {
    while let Ok((mut stream, _)) = listener.accept().await {
        tokio::spawn(async move {
            let mut head = vec![0; 4096];
            let read = stream.read(&mut head).await.unwrap_or(0);
            let head = String::from_utf8_lossy(&head[..read]).into_owned();
            let path = head.split(' ').nth(1).unwrap_or_default();
            let path = path.split('?').next().unwrap_or_default();
            let (status, body) = match PAGES.iter().find(|(name, _)| *name == path) {
                Some((_, body)) => ("200 OK", *body),
                None => ("404 Not Found", ""),
            };
            let answer = format!(
                "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                body.len()
            );
            // A browser that went away needs no answer.
            let _ = stream.write_all(answer.as_bytes()).await;
        });
    }
}

/// Sets a text.
pub(crate) fn text(value: &str) -> WriteAction {
    WriteAction::SetText {
        value: value.to_owned(),
    }
}

/// Chooses one option of a `<select>`.
pub(crate) fn select(index: usize, text: &str) -> WriteAction {
    WriteAction::Select {
        indexes: vec![index],
        texts: vec![text.to_owned()],
    }
}

/// Picks from a list.
pub(crate) fn pick(query: &str, accept: &[&str]) -> WriteAction {
    WriteAction::Pick {
        query: query.to_owned(),
        accept: accept.iter().map(|a| (*a).to_owned()).collect(),
    }
}

/// Attaches the résumé.
pub(crate) fn attach() -> WriteAction {
    WriteAction::Attach {
        file: "resume".to_owned(),
    }
}
