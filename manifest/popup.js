// Starts the popup. Everything it does is Rust: extension/src/ui/popup.
import init, { start_popup } from "./foothold.js";

await init({ module_or_path: new URL("foothold_bg.wasm", import.meta.url) });
start_popup();
