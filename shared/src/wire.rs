//! How wire types are declared: plain data that reads with parts missing, describes itself to poem-openapi where that is
//! asked for, and hides what it holds from `Debug`.
//!
//! What must not happen here: a type; each stands in the file of its feature.

/// Structs with personal data. What is absent is the default.
macro_rules! wire {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $crate::wire::open_wire! {
            $(#[$meta])*
            $vis struct $name { $($body)* }
        }
        $crate::redact_debug!($name);
    };
}

/// [`wire`] for structs without fractions.
macro_rules! wire_eq {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $crate::wire::wire! {
            $(#[$meta])*
            #[derive(Eq)]
            $vis struct $name { $($body)* }
        }
    };
}

/// Structs whose `Debug` the caller decides about: `Debug` is not derived here.
macro_rules! open_wire {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
        #[cfg_attr(feature = "openapi", oai(default))]
        #[serde(default)]
        $vis struct $name { $($body)* }
    };
}

/// Enums, in `snake_case`.
macro_rules! wire_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
        #[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
        #[serde(rename_all = "snake_case")]
        $vis enum $name { $($body)* }
    };
}

/// [`wire_enum`] with a default.
macro_rules! wire_enum_default {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($body:tt)* }) => {
        $crate::wire::wire_enum! {
            $(#[$meta])*
            #[derive(Default)]
            $vis enum $name { $($body)* }
        }
    };
}

pub(crate) use {open_wire, wire, wire_enum, wire_enum_default, wire_eq};
