// Starts the panel. Everything it does is Rust: extension/src/ui/panel.rs.
import init, { start_panel } from "./foothold.js";

await init({ module_or_path: new URL("foothold_bg.wasm", import.meta.url) });
start_panel();
