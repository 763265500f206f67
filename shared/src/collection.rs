//! Saved jobs in collections of the person's own.

use crate::wire::wire_eq;

wire_eq! {
    /// A collection's name, to be given or changed.
    pub struct NewJobCollection {
        /// What the person calls it, at most 100 characters.
        pub name: String,
    }
}

wire_eq! {
    /// A collection of saved jobs.
    pub struct JobCollection {
        /// Its id, a UUID.
        pub collection_id: String,
        /// What the person calls it.
        pub name: String,
        /// How many saved jobs are in it.
        pub jobs: i64,
        /// When it was made, epoch milliseconds.
        pub created_at_ms: i64,
    }
}

wire_eq! {
    /// Where a saved job is, and what the person noted of it.
    pub struct SavedJobNote {
        /// The job.
        pub job_id: String,
        /// The collection it is in; empty for none.
        pub collection_id: String,
        /// What the person noted; may be empty.
        pub note: String,
    }
}

wire_eq! {
    /// The collections of a person, and what belongs to saved jobs.
    pub struct JobCollectionList {
        /// The collections, the first made first.
        pub collections: Vec<JobCollection>,
        /// The saved jobs that are in one or have a note.
        pub notes: Vec<SavedJobNote>,
    }
}

wire_eq! {
    /// A change of a saved job; what is absent stays.
    pub struct SavedJobChange {
        /// The collection to put it into; empty takes it out of any.
        pub collection_id: Option<String>,
        /// The note, at most 2,000 characters; empty takes it away.
        pub note: Option<String>,
    }
}
