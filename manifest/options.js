// Starts the options page. Everything it does is Rust: extension/src/ui/options.
import init, { start_options } from "./foothold.js";

await init({ module_or_path: new URL("foothold_bg.wasm", import.meta.url) });
start_options();
