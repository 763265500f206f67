//! Makes a new migration file rebuild the server: the migrations are embedded at compile time.

fn main() {
    for folder in ["common", "sqlite", "postgres"] {
        println!("cargo::rerun-if-changed=../migrations/{folder}");
    }
}
