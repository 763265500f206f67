-- Postings that a person saved from pages which no board of ours lists. Only they see them, so what they say is sealed.
create table own_jobs (
    account_id text not null references accounts (account_id) on delete cascade,
    -- The sender's id, made from the page's address.
    job_id text not null,
    posting_sealed text not null,
    -- saved, hidden, or empty for one that was taken from the saved ones
    mark text not null,
    marked_at_ms bigint not null,
    primary key (account_id, job_id)
);

create index own_jobs_newest_first on own_jobs (account_id, mark, marked_at_ms desc, job_id desc);
