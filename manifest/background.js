// The service worker's front door. It only hands events over to Rust (extension/src/background).
//
// Listeners must be registered before the first turn ends, or Chromium does not wake the worker for
// them; the WebAssembly is ready later. So each listener waits for it. Nothing is kept here: the
// worker may be ended at any moment, and what matters is in chrome.storage.
import init, {
  start_worker, on_message, on_command, on_wake, on_tab_removed, on_page, on_loaded,
} from "./foothold.js";

const ready = init({ module_or_path: new URL("foothold_bg.wasm", import.meta.url) });

chrome.runtime.onInstalled.addListener(() => ready.then(() => start_worker()));
chrome.runtime.onStartup.addListener(() => ready.then(() => start_worker()));
chrome.alarms.onAlarm.addListener(() => ready.then(() => on_wake()));
chrome.tabs.onRemoved.addListener((tab) => ready.then(() => on_tab_removed(tab)));
chrome.commands.onCommand.addListener((command, tab) => {
  if (tab?.id !== undefined) ready.then(() => on_command(command, tab.id));
});
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id) return false;
  // Only the extension's own pages may ask: a content script runs in a page's process.
  if (sender.origin === location.origin) {
    ready.then(() => on_message(message)).then(reply);
    return true;
  }
  // The agent may tell what happens on a page; Rust believes only documents that it asked to watch.
  if (message?.kind !== "page" || sender.tab?.id === undefined || !sender.documentId) return false;
  ready.then(() => on_page(message.event, sender.tab.id, sender.documentId)).then(reply, () => reply(null));
  return true;
});
// A watched page holds a line open to see whether the worker runs: opening it is what wakes the worker, nothing is said
// on it, and it keeps no worker from being ended.
chrome.runtime.onConnect.addListener(() => {});

// Tabs that load wake the worker only while one of them is watched after a fill. The listener has to stand from the
// first turn on, or the event that woke the worker is lost; Rust takes it away where nothing is watched.
const onUpdated = (tab, change) => {
  if (change.status !== "complete") return;
  ready.then(() => on_loaded(tab));
};
self.hearLoads = (on) => {
  if (on === chrome.tabs.onUpdated.hasListener(onUpdated)) return;
  if (on) chrome.tabs.onUpdated.addListener(onUpdated);
  else chrome.tabs.onUpdated.removeListener(onUpdated);
};
self.hearLoads(true);
self.addEventListener("online", () => ready.then(() => on_wake()));
