-- Documents made for jobs, the builder's own résumés, and what was learned about a person's taste.

create table document_sets (
    account_id text not null references accounts (account_id) on delete cascade,
    document_set_id text not null,
    job_id text not null,
    -- 1 for the job's first set.
    version bigint not null,
    -- What a list shows: the posting in short, the look, the files.
    head_sealed text not null,
    -- The posting, the wishes, and all that the documents say. The files are in the object store, sealed.
    body_sealed text not null,
    created_at_ms bigint not null,
    primary key (account_id, document_set_id),
    unique (account_id, job_id, version)
);

create index document_sets_newest_first on document_sets (account_id, created_at_ms desc, document_set_id desc);

-- One row an account: to lock while sets and drafts are counted.
create table document_shelves (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    changed_at_ms bigint not null
);

-- Requests that named a key of their own, so that the same one again makes nothing twice.
create table document_requests (
    account_id text not null references accounts (account_id) on delete cascade,
    key_hash text not null,
    request_hash text not null,
    -- Null while the work is under way.
    document_set_id text,
    claimed_at_ms bigint not null,
    primary key (account_id, key_hash)
);

create index document_requests_by_age on document_requests (claimed_at_ms);

-- One row an account: the answers and edits that a person's style is learned from.
create table document_styles (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    style_sealed text not null,
    changed_at_ms bigint not null
);

-- The builder's résumés. The id is made by the client, so it is unique only within an account.
create table resume_drafts (
    account_id text not null references accounts (account_id) on delete cascade,
    draft_id text not null,
    version bigint not null,
    created_at_ms bigint not null,
    saved_at_ms bigint not null,
    primary key (account_id, draft_id)
);

create table resume_draft_versions (
    account_id text not null,
    draft_id text not null,
    version bigint not null,
    draft_sealed text not null,
    saved_at_ms bigint not null,
    primary key (account_id, draft_id, version),
    foreign key (account_id, draft_id) references resume_drafts (account_id, draft_id) on delete cascade
);

-- What a person calls an uploaded résumé and what it is for; null where they said neither.
alter table resumes add column label_sealed text;
