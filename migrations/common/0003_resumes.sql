-- Résumés, and which of them forms get. The bytes are in the object store, sealed.

create table resumes (
    resume_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    file_name_sealed text not null,
    -- pdf or docx
    format text not null,
    size_bytes bigint not null,
    sha256 text not null,
    uploaded_at_ms bigint not null,
    unique (account_id, sha256)
);

create index resumes_by_account on resumes (account_id, uploaded_at_ms);

-- One row an account: a place to name the default, of which there can so be only one, and to lock
-- while the number of résumés is counted.
create table resume_shelves (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    default_resume_id text,
    changed_at_ms bigint not null
);
