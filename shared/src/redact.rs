//! `Debug` that names a type and hides what it holds.

/// Implements `Debug` for types with personal data: the type's name, no values.
#[macro_export]
macro_rules! redact_debug {
    ($($name:ident),+ $(,)?) => {
        $(impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(redacted)"))
            }
        })+
    };
}
pub(crate) use redact_debug;
